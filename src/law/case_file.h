#pragma once
// What a proposal needs around its criteria: who decides, who proposes, through whom, with which parts and forms, by when.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/pack.h"
#include "law/verdict.h"
#include "law/working_days.h"

namespace thidua::law {

/// The rule of the pack in force on the decision date. Errors: locked or missing pack (kUnsupported), the kind of unit or the
/// title is not in its table (kNotFound).
base::Result<DecisionRule> who_decides(const PackSet& packs, std::string_view title, UnitKind unit, base::Date on);

struct DossierItem {
    DossierPart part;
    bool there = false;  ///< named as present
};
struct Dossier {
    std::vector<DossierItem> items;
    std::string text_vi;  ///< what is still missing, in words
    std::string text_en;
    bool complete = false;
    /// Last day for sending up, when the pack has one for the title; with its clause.
    std::optional<base::Date> last_day;
    Authority last_day_authority;
};
/// `present`: ids of the parts that are there ("minutes" counts as there only with "minutes.ballot" where a ballot is compulsory).
base::Result<Dossier> dossier(const PackSet& packs, std::string_view title, int merit_year, base::Date on,
                              const std::vector<std::string>& present);

struct StepDeadline {
    ProcedureStep step;
    WorkingDeadline deadline;
};
/// The last day of every step of the procedure that begins on `received`.
base::Result<std::vector<StepDeadline>> procedure_from(const PackSet& packs, const Holidays& holidays, base::Date received);

}  // namespace thidua::law
