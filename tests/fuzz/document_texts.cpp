// Texts that documents are made from, from anywhere: a kept document, an office's own wording, a layout of
// certificates. What is taken can be used: laid out, filled, written again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "document/certificate.h"
#include "document/edit.h"
#include "document/json.h"
#include "document/kinds.h"
#include "document/layout.h"
#include "document/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace document = thidua::document;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto kept = document::document_from_json(text)) {
        const auto again = document::document_from_json(document::to_json(*kept));
        if (!again || *again != *kept) std::abort();
        if (document::lay_out(*kept, document::times_metrics()).pages.empty()) std::abort();
        if (!document::differences(*kept, *again).empty()) std::abort();
    }
    if (const auto layout = document::certificate_layout_from_json(text)) {
        document::compose_certificate({}, *layout, {false, true}, document::times_metrics());
        if (!document::certificate_layout_from_json(document::to_json(*layout))) std::abort();
    }
    if (const auto checked = document::check_wording("minutes", text); checked) {
        thidua::office::YearBook book;
        book.templates.push_back({{1}, "minutes", "", text});
        document::Request request;
        request.kind = "minutes";
        if (!document::build_document(book, request)) std::abort();
    } else if (checked.error().vi.empty()) {
        std::abort();
    }
    return 0;
}
