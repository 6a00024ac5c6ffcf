// A DOCX from anywhere: read, its text taken, its layout checked. Input that is no ZIP is put into one as the
// document's XML: the container's checksums would keep the fuzzer out of what lies behind them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "document/docx_read.h"
#include "document/layout_check.h"
#include "document/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace document = thidua::document;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.substr(0, 2) != "PK") {
        const auto zip = document::write_zip({{"word/document.xml", bytes}, {"word/styles.xml", bytes}});
        if (!zip) std::abort();
        bytes = *zip;
    }
    const auto read = document::read_docx(bytes);
    if (!read) {
        if (read.error().vi.empty()) std::abort();
        return 0;
    }
    const std::string text = document::text_of(*read);
    for (const auto& finding : document::check_layout(*read)) {
        if (finding.vi.empty() || finding.paragraph > read->paragraphs.size()) std::abort();
    }
    return 0;
}
