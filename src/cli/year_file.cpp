#include "cli/year_file.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "app/data_file.h"
#include "document/docx.h"
#include "document/html.h"
#include "document/pdf.h"
#include "store/store.h"
#include "text/letters.h"

namespace thidua::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFontBytes = std::size_t{8} << 20;
constexpr std::array<const char*, 4> kFaces{"serif-regular.ttf", "serif-bold.ttf", "serif-italic.ttf",
                                            "serif-bolditalic.ttf"};

}  // namespace

base::Result<document::FontSet> load_fonts() {
    std::error_code code;
    const fs::path bin = fs::read_symlink("/proc/self/exe", code).parent_path();
    std::vector<fs::path> folders{bin / ".." / "fonts", bin / ".." / "share" / "thidua" / "fonts"};
    if (const char* own = std::getenv("THIDUA_FONTS_DIR")) folders.insert(folders.begin(), own);
    for (const fs::path& folder : folders) {
        std::array<std::string, kFaces.size()> bytes;
        bool all = true;
        for (std::size_t at = 0; all && at < kFaces.size(); ++at) {
            auto face = app::read_file((folder / kFaces[at]).string(), kMostFontBytes);
            all = face.has_value();
            if (all) bytes[at] = std::move(*face);
        }
        if (all) return document::FontSet::load(bytes[0], bytes[1], bytes[2], bytes[3]);
    }
    return base::fail(base::ErrorKind::kNotFound,
                      "Không tìm thấy phông chữ để nhúng vào PDF (" + std::string(kFaces[0]) +
                          "). Hãy đặt THIDUA_FONTS_DIR, hoặc xuất .docx.",
                      "The fonts to embed in a PDF were not found (" + std::string(kFaces[0]) +
                          "). Set THIDUA_FONTS_DIR, or write a .docx.");
}

base::Result<office::YearBook> open_book(const std::string& path) {
    const auto store = store::Store::open(path, store::Access::kReadOnly);
    if (!store) return tl::unexpected<base::Error>(store.error());
    return store::snapshot(*store);
}

base::Result<base::Id<office::Person>> person_of(const office::YearBook& book, const std::string& wish) {
    base::Id<office::Person> found;
    int count = 0;
    for (const office::Person& person : book.people) {
        if (std::to_string(person.id.value) == wish) return person.id;
        if (text::fold(person.full_name) != text::fold(wish)) continue;
        found = person.id;
        ++count;
    }
    if (count == 1) return found;
    const std::string many = std::to_string(count);
    return base::fail(base::ErrorKind::kNotFound,
                      count == 0 ? "Không có ai tên hoặc mã " + wish + " trong tệp này."
                                 : "Có " + many + " người tên " + wish + ": hãy ghi mã (thidua show --json).",
                      count == 0 ? "Nobody of the name or id " + wish + " is in this file."
                                 : many + " people are called " + wish + ": give the id (thidua show --json).");
}

base::Result<std::string> write_as(const document::Document& document, const std::string& path) {
    if (path.ends_with(".docx")) return document::write_docx(document);
    if (path.ends_with(".html")) return document::write_html(document);
    if (path.ends_with(".pdf")) {
        const auto fonts = load_fonts();
        if (!fonts) return tl::unexpected<base::Error>(fonts.error());
        return document::write_pdf(document, *fonts);
    }
    return base::fail(base::ErrorKind::kUnsupported, "Tệp kết quả phải là .docx, .pdf hoặc .html.",
                      "The output must be .docx, .pdf or .html.");
}

}  // namespace thidua::cli
