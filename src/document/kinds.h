#pragma once
// Every kind of document that the program writes, in one table: what it is called, what it needs, and how it is made
// from office values. Screens, the command line and dossiers go through here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "document/document.h"
#include "document/issue.h"
#include "document/layout.h"
#include "document/meeting.h"
#include "document/score_sheet.h"
#include "office/year_book.h"

namespace thidua::document {

/// What a kind is written from besides the office itself. Bits of KindInfo::needs.
enum class Need : std::uint32_t {
    kPlan = 1,         ///< Request::plan; none: the office's own plan of the year
    kPerson = 2,       ///< Request::person
    kTitle = 4,        ///< Request::title
    kProposals = 8,    ///< Request::proposals; none: what is registered for the year
    kMeeting = 16,     ///< Request::meeting: day, place, those present
    kVotes = 32,       ///< Request::meeting.votes
    kScores = 64,      ///< Request::scores
    kMovements = 128,  ///< Request::movements; none: the office's own plans, unclassified
    kFigures = 256,    ///< Request::figures: rows that no record of the file gives
    kLetter = 512,     ///< Request::letter_subject and letter_paragraphs
    kDays = 1024,      ///< Request::from, to
    kGrounds = 2048,   ///< Request::grounds
};

struct TemplateFault;

struct KindInfo {
    std::string_view code;    ///< stable, ASCII: "plan", "achievement-person", "table-0601"
    std::string_view vi;      ///< "Báo cáo thành tích cá nhân"
    std::string_view en;      ///< "Achievement report of a person"
    std::string_view symbol;  ///< in its number: "TTr"; empty: a công văn, or no number of its own
    std::uint32_t needs = 0;

    bool has(Need need) const { return (needs & static_cast<std::uint32_t>(need)) != 0; }
};

/// In the order of the year's work.
const std::vector<KindInfo>& kinds();
/// nullptr when there is no such kind.
const KindInfo* find_kind(std::string_view code);

/// One movement for statutory table 0601 (TT 02/2023/TT-BNV): launched by whom, how wide, how long, in which way.
struct Movement {
    enum class Level { kUnknown, kNation, kProvince, kDistrict, kCommune, kUnit };
    enum class Length { kUnknown, kBelowOne, kOne, kOneToThree, kThreeToFive, kFiveAndMore };  ///< years
    std::string name;
    Level level = Level::kUnknown;
    std::string scope;  ///< "Toàn cơ quan"; empty: not known
    Length length = Length::kUnknown;
    std::string method;  ///< "Thường xuyên", "Chuyên đề", "Theo đợt"; empty: not known
    std::vector<Origin> origins;
};

/// A row of tables 0604 and 0605: an indicator with its number, as the office counts it.
struct Figure {
    std::string name;
    std::string unit;
    std::string value;  ///< empty: a blank
    std::string note;
};

/// What a person chose. Whatever is empty is taken from the year's records where they say it, else left as a blank.
struct Request {
    std::string kind;  ///< code
    base::Id<office::Plan> plan;
    base::Id<office::Person> person;  ///< none for a kind that takes one: the office itself
    std::string title;                ///< code of EmulationTitle
    Issue issue;
    std::optional<base::Date> as_of;  ///< the day on which figures stand
    std::vector<Proposal> proposals;
    bool only_proposals = false;  ///< an empty list means nobody, not those registered
    Meeting meeting;
    ScoreSheet scores;
    std::vector<Movement> movements;
    std::vector<Figure> figures;
    std::string letter_subject;
    std::vector<std::string> letter_paragraphs;
    std::optional<base::Date> from;  ///< of the days on which remarks are taken
    std::optional<base::Date> to;
    std::vector<std::string> grounds;  ///< căn cứ, one line each
};

/// Something that the document leaves blank because no record says it.
struct Missing {
    std::string vi;  ///< "Quê quán", or the line that holds the blank
    std::string en;
    Place place;

    bool operator==(const Missing&) const = default;
};

struct Built {
    Document document;
    std::vector<Missing> missing;  ///< in reading order
};

/// kNotFound: no such kind; kBadInput: the office's own template of the kind (book.templates) is broken, with its line
/// and column in Error::where. Missing data is never an error. `wording`: instead of the one in force.
base::Result<Built> build_document(const office::YearBook& book, const Request& request,
                                   const std::string* wording = nullptr);

/// The blanks that a document still has, edited ones included.
std::vector<Missing> missing_in(const Document& document);

/// The built-in wording of a kind: data/templates/<code>.txt.
std::string_view builtin_template(std::string_view code);
/// The office's own wording of a kind that is in force; nullptr: the built-in one is.
const office::TextTemplate* own_wording(const office::YearBook& book, std::string_view code);
/// What is wrong with an office's own wording of a kind, with line and column in Error::where and in `fault`; nothing:
/// it can be used.
base::Status check_wording(std::string_view code, const std::string& text, TemplateFault* fault = nullptr);

}  // namespace thidua::document
