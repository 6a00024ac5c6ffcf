// `thidua dossier`: the parts that the law asks for, in one ZIP.

#include <algorithm>
#include <optional>
#include <ostream>

#include "app/application.h"
#include "app/dossier_maker.h"
#include "app/home_view.h"
#include "app/office_law.h"
#include "cli/acts.h"
#include "cli/files.h"
#include "cli/year_file.h"
#include "document/docx.h"
#include "document/pdf.h"
#include "office/title.h"

namespace thidua::cli {
namespace {

/// What --for and --title ask for. A title that somebody did not register for can still be asked for by both.
base::Result<std::vector<app::DossierWish>> wishes_of(const office::YearBook& book, const Arguments& arguments) {
    const std::string title = arguments.value("title");
    if (!title.empty() && office::find_title(title) == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Không có danh hiệu hay hình thức mang mã " + title + ".",
                          "There is no title or form with the code " + title + ".");
    }
    std::vector<app::DossierWish> wishes = app::registered_dossiers(book, title);
    const std::string whose = arguments.value("for");
    if (whose.empty()) return wishes;
    base::Id<office::Person> subject;
    if (whose != "office") {
        const auto person = person_of(book, whose);
        if (!person) return tl::unexpected<base::Error>(person.error());
        subject = *person;
    }
    std::erase_if(wishes, [&](const app::DossierWish& wish) { return wish.person != subject; });
    if (wishes.empty() && !title.empty()) wishes.push_back({subject, title});
    return wishes;
}

}  // namespace

base::Status write_dossier(const Arguments& arguments, Output& output) {
    const auto path = output_path(arguments);
    if (!path) return tl::unexpected(path.error());
    const auto book = open_book(arguments.names[0]);
    if (!book) return tl::unexpected<base::Error>(book.error());
    const auto on = date_option(arguments, app::judging_date(*book, app::machine_today()));
    if (!on) return tl::unexpected(on.error());
    const auto wishes = wishes_of(*book, arguments);
    if (!wishes) return tl::unexpected<base::Error>(wishes.error());
    const bool pdf = arguments.has("pdf");
    std::optional<document::FontSet> fonts;
    if (pdf) {
        auto loaded = load_fonts();
        if (!loaded) return tl::unexpected<base::Error>(loaded.error());
        fonts.emplace(std::move(*loaded));
    }
    const app::OfficeLaw law = app::law_of(book->overlays);
    auto maker = app::DossierMaker::begin(*law.packs, *book, *wishes, *on, *on, pdf ? ".pdf" : ".docx");
    if (!maker) return tl::unexpected<base::Error>(maker.error());
    const auto write = [&](const app::Paper& paper) -> base::Result<std::string> {
        if (pdf) return document::write_pdf(paper.document, *fonts);
        return document::write_docx(paper.document);
    };
    while (maker->done() < maker->all()) {
        const auto paper = maker->next();
        if (!paper) return tl::unexpected<base::Error>(paper.error());
        auto bytes = write(*paper);
        if (!bytes) return tl::unexpected<base::Error>(bytes.error());
        maker->made(std::move(*bytes));
    }
    const auto bytes = maker->finish();
    if (!bytes) return tl::unexpected<base::Error>(bytes.error());
    if (auto written = write_file(*path, *bytes); !written) return written;
    output.out << *path << ": " << maker->dossiers().size() << output.in(" hồ sơ, ", " dossiers, ") << maker->all()
               << output.in(" văn bản\n", " documents\n");
    for (const document::Dossier& dossier : maker->dossiers()) {
        const auto missing = document::missing_parts(dossier);
        for (const std::string& name : missing) output.out << "  ! " << dossier.subject << ": " << name << "\n";
    }
    return {};
}

}  // namespace thidua::cli
