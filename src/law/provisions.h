#pragma once
// What a pack says beside criteria: ballots, who decides, dossiers, working days, deadlines, money. Each with its clause.
// A pack that extends another restates a whole list or inherits it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "law/confidence.h"
#include "law/facts.h"

namespace thidua::law {

struct Words {
    std::string vi;
    std::string en;
};

/// Where a provision stands and how far it was checked.
struct Authority {
    std::string clause;
    Confidence confidence = Confidence::kUnverified;
    std::string source;
};

struct BallotRule {
    std::vector<std::string> titles;
    int percent = 0;  ///< of all members of the council who must say yes
    Words words;
    Authority authority;
};

/// The kind of unit that a case comes from.
enum class UnitKind { kDistrictDivision, kCommune, kProvinceDepartment, kEnterprise };
std::optional<UnitKind> parse_unit(std::string_view word);
std::string_view spelling(UnitKind unit);

struct DecisionRule {
    UnitKind unit = UnitKind::kDistrictDivision;
    std::vector<std::string> titles;
    Words decides;
    Words proposes;
    Words through;  ///< the body that receives and appraises
    Authority authority;
};

struct DossierPart {
    std::string id;  ///< "submission", "report", "minutes", "certificate"
    Words words;
    std::string form;  ///< "Mẫu số 05"; empty when none is known
    Confidence form_confidence = Confidence::kUnverified;
    bool ballot = false;  ///< must carry the result of the ballot
    Authority authority;
};

struct DossierRule {
    std::vector<std::string> titles;
    std::vector<DossierPart> parts;
};

struct ProcedureStep {
    std::string id;  ///< "return", "appraise", "submit", "send", "notify", "deliver", "publish"
    int working_days = 0;
    Words words;
    Authority authority;
};

/// A yearly last day for sending a proposal up.
struct DeadlineRule {
    std::vector<std::string> titles;
    int month = 0;
    int day = 0;
    int year = 0;  ///< years after the merit year
    Words words;
    Authority authority;
};

struct MoneyRule {
    std::vector<std::string> titles;
    Subject subject = Subject::kPerson;
    int hundredths = 0;    ///< of the base salary: 30 for 0,3
    bool at_most = false;  ///< the giving body sets the amount up to this
    std::string issuer;    ///< "commune": only when that level gives it; empty: any
    Authority authority;
};

struct BaseSalary {
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    std::int64_t value = 0;  ///< đồng a month
    Words words;
    Authority authority;
};

struct Provisions {
    std::vector<BallotRule> ballots;
    std::vector<DecisionRule> decisions;
    std::vector<DossierRule> dossiers;
    std::vector<ProcedureStep> procedure;
    std::vector<DeadlineRule> deadlines;
    std::vector<MoneyRule> money;
    std::vector<BaseSalary> salaries;
};

}  // namespace thidua::law
