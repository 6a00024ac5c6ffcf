#pragma once
// What the law asks beside ratings, initiatives and awards, what was decided with it, and the office's own wording:
// answers, local rules, decisions kept with their facts, documents as they were edited, templates, settings.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"
#include "office/people.h"
#include "office/plan.h"

namespace thidua::office {

/// Something that a person said about a subject and a year. At most one a subject, year and key, but for periods
/// (is_period), of which there may be several.
///   a fact of the law's catalogue   "unity", "exemplary", "initiatives_listed", "awards_listed": "yes", "no",
///   "unknown" the office's own rating          "rating": a code of Rating, with its document a judgement of a person
///   the key of the law's question, "verify:…" too: "yes", "no", "unknown" a period "discipline", "hold", "leave", with
///   its days of all years (year 0)            "history_from": "2015"; "work": "worker"; "transferred_from": the office
///   before
struct LawAnswer {
    base::Id<LawAnswer> id;
    base::Id<Person> person;  ///< none: the office itself
    int year = 0;             ///< of the merit; 0: not of one year (always so for periods)
    std::string key;
    std::string value;                    ///< discipline: its form ("reprimand" …); leave: its kind ("maternity" …)
    std::optional<base::Date> begins_on;  ///< periods only
    std::optional<base::Date> ends_on;    ///< hold: released without violation; none: still running
    std::string document;                 ///< number of what proves it; may be empty
    std::string note;                     ///< reason; who answered
    std::optional<base::Date> answered_on;

    bool operator==(const LawAnswer&) const = default;
};
inline constexpr std::string_view kDisciplineKey = "discipline";
inline constexpr std::string_view kHoldKey = "hold";
inline constexpr std::string_view kLeaveKey = "leave";
constexpr bool is_period(std::string_view key) { return key == kDisciplineKey || key == kHoldKey || key == kLeaveKey; }

/// A dossier in which an initiative already stood as a criterion (Công văn 5007/BNV-TĐKT, mục III.5c). Once a title and
/// year.
struct InitiativeUse {
    base::Id<InitiativeUse> id;
    base::Id<Initiative> initiative;
    std::string title;  ///< code of EmulationTitle
    int year = 0;       ///< of the merit

    bool operator==(const InitiativeUse&) const = default;
};

/// On which ground an award was given; at most one an award.
struct AwardBasis {
    enum class Ground { kUnknown, kMerit, kSudden, kThematic, kOther };  ///< công trạng; đột xuất; chuyên đề
    base::Id<AwardBasis> id;
    base::Id<Award> award;
    Ground ground = Ground::kUnknown;
    std::string merit;  ///< name of the merit it rewards (Luật 06/2022 Điều 5.2); may be empty

    bool operator==(const AwardBasis&) const = default;
};

/// A province's Quy chế or the unit's own rules, as the JSON that law/overlay.h reads.
struct RuleOverlay {
    base::Id<RuleOverlay> id;
    std::string name;
    bool active = true;
    std::string text;

    bool operator==(const RuleOverlay&) const = default;
};

/// A verdict as it stood when it was acted on: with the facts and the rules that gave it.
struct Decision {
    base::Id<Decision> id;
    base::Id<Person> person;               ///< none: the office itself
    std::string title;                     ///< code of EmulationTitle
    int year = 0;                          ///< of the merit
    std::optional<base::Date> decided_on;  ///< the day whose law judged
    std::string outcome;                   ///< word of law::Outcome: "met", "not-met" …
    std::string pack;                      ///< "R1"
    std::string pack_version;
    std::string facts;    ///< canonical JSON (law/facts_json.h)
    std::string verdict;  ///< JSON (docs/verdict-schema.md)
    std::string note;

    bool operator==(const Decision&) const = default;
};

/// A document as a person left it after editing; from then on it is not drafted anew.
struct IssuedDocument {
    base::Id<IssuedDocument> id;
    std::string kind;         ///< "plan", "report", "submission", "minutes" …
    base::Id<Plan> plan;      ///< none: not of one plan
    base::Id<Person> person;  ///< none: not of one person
    std::string title;        ///< code of EmulationTitle; empty: not of one title
    std::string subject;      ///< trích yếu
    std::string number;
    std::optional<base::Date> date;
    std::string content;  ///< the edited text, or JSON of the document
    int made_from = 0;    ///< seq of the journal's newest entry when it was drafted; 0: not known

    bool operator==(const IssuedDocument&) const = default;
};

/// Name of a wording that is still being written and not in force.
inline constexpr std::string_view kTemplateDraft = "nháp";

/// The office's own wording for a kind of document. At most one a kind and name.
struct TextTemplate {
    base::Id<TextTemplate> id;
    std::string kind;
    std::string name;  ///< may be empty: the only one of its kind
    std::string text;

    bool operator==(const TextTemplate&) const = default;
};

/// Something remembered with the file: column mappings, the layout of certificates, movable fields. One value a name.
struct Setting {
    base::Id<Setting> id;
    std::string name;   ///< "certificate.layout"
    std::string value;  ///< text or JSON, as its owner likes

    bool operator==(const Setting&) const = default;
};

}  // namespace thidua::office
