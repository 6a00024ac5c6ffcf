#pragma once
// The facts that packs may ask for: one table with key, scale and words, read by packs, JSON, explanations and screens.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "law/facts.h"

namespace thidua::law {

/// The first kYearAnswerCount are the YearAnswer questions, in the same order.
enum class FactKey {
    kMovements,
    kDisciplined,
    kUnderReview,
    kProductive,
    kExemplary,
    kGoodMovements,
    kUnity,
    kDemocracy,
    kTargetsExceeded,
    kLeadsBlock,
    kLeadsCentralBlock,
    kBestOfLeaders,
    kIntegrity,
    kMovementResult,
    kManyMerits,
    kProvinceMovement,
    kProvinceMerits,
    kContribution,
    kInitiativesListed,
    kAwardsListed,
    kRating,
    kWork,                  ///< 1 public, 2 worker, 3 armed
    kDisciplineNow,         ///< computed: a discipline is in effect on the date asked
    kDisciplineWarning,     ///< computed: disciplined from cảnh cáo upwards within the year
    kMonthsWorked,          ///< computed: whole months of the year in work; maternity counts (Điều 4.5 of both decrees)
    kTransferred,           ///< computed: came by transfer within the year
    kRegistered,            ///< computed: registered the title that is being judged
};

struct FactEntry {
    enum class Scale { kYesNo, kRating, kWork, kNumber };
    FactKey key;
    std::string_view name;         ///< as packs and JSON spell it: "rating"
    Scale scale;
    bool can_change;               ///< may be proposed as a change (what somebody is cannot)
    std::string_view vi;           ///< noun phrase: "Mức xếp loại"
    std::string_view en;
    std::string_view question_vi;  ///< "Năm %Y được xếp loại mức nào?" (%Y: the year)
    std::string_view question_en;
};

std::span<const FactEntry> fact_catalogue();
const FactEntry& entry(FactKey key);
const FactEntry* find_fact(std::string_view name);

/// Value on the fact's scale as a number: no 0, yes 1; rating 1..4; nullopt: not known.
/// `title` is the code being judged (for kRegistered).
std::optional<int> read_fact(const Facts& facts, FactKey key, int year, const base::Date& on, std::string_view title);

/// "yes", "good", "worker", "6" → number on the scale; nullopt when it is not a word of that scale.
std::optional<int> parse_value(FactEntry::Scale scale, std::string_view word);
std::string spell_value(FactEntry::Scale scale, int value);
std::string value_vi(FactEntry::Scale scale, int value);
std::string value_en(FactEntry::Scale scale, int value);

std::string_view rating_vi(Rating rating);
std::string_view rating_en(Rating rating);

}  // namespace thidua::law
