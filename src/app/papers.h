#pragma once
// Documents as a person works on them: drafted from the records, with what was decided when issuing and with paragraphs
// that were changed by hand. The changes are kept with the file (office::IssuedDocument) and put into every later
// draft.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/route.h"
#include "base/result.h"
#include "document/kinds.h"
#include "document/layout.h"
#include "office/year_book.h"

namespace thidua::app {

class Application;
struct Notice;

/// A paragraph as a person changed it.
struct ParagraphEdit {
    document::Place place;
    std::string was;   ///< what the records said when it was changed
    std::string text;  ///< what is printed instead

    bool operator==(const ParagraphEdit&) const = default;
};

/// What a document is made from besides the records. `request` carries identity (kind, plan, person, title) and what a
/// person decided; both are kept.
struct PaperContent {
    document::Request request;
    std::vector<ParagraphEdit> edits;
};

/// A document on the desk.
struct Paper {
    document::Document document;  ///< changes included
    document::Layout layout;
    std::vector<document::Missing> missing;
    struct Changed {
        document::Place place;
        bool stale = false;   ///< the records say something else by now than when it was changed
        std::string drafted;  ///< what they say now
    };
    std::vector<Changed> changed;
    std::vector<ParagraphEdit> lost;  ///< changes whose paragraph the records no longer give
};

/// A request for this kind with what an office would choose first: its own plan, the first person, a title they strive
/// for.
document::Request usual_request(const office::YearBook& book, std::string_view kind);
/// The newest record of the same kind, plan, person and title; nullptr when nothing was decided or changed yet.
const office::IssuedDocument* kept_paper(const office::YearBook& book, const document::Request& identity);
/// What is kept of it, else the request alone.
PaperContent content_of(const office::YearBook& book, const document::Request& identity);
/// From the record itself.
PaperContent content_of(const office::IssuedDocument& record);

/// Drafts it and puts the changes in. `today` decides what is overdue. `on_pages`: false leaves `layout` empty, for
/// what is written to a file and not looked at. `wording`: a template to try instead of the one in force.
base::Result<Paper> make_paper(const office::YearBook& book, PaperContent content, const base::Date& today,
                               bool on_pages = true, const std::string* wording = nullptr);

/// Keeps number, date, choices and changes with the file.
bool keep_paper(Application& app, const PaperContent& content, Notice done);

std::string to_json(const PaperContent& content);
/// What cannot be read is left out: a record from a newer program still opens.
PaperContent paper_content_from(std::string_view json);

/// "to-trinh-de-nghi-2024", without extension.
std::string paper_file_name(const office::YearBook& book, const document::Request& request);

/// The record behind a paragraph, in words, and where it is shown.
struct OriginWords {
    std::string vi;
    std::string en;
    std::optional<Route> route;
};
OriginWords origin_words(const office::YearBook& book, const document::Origin& origin);

}  // namespace thidua::app
