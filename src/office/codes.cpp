#include "office/codes.h"

#include <array>

namespace thidua::office {
namespace {

using std::string_view;

constexpr std::array<string_view, 2> kPlanStatus{"draft", "issued"};
constexpr std::array<string_view, 2> kPlanOrigin{"own", "superior"};
constexpr std::array<string_view, 5> kItemKind{"preamble", "section", "heading", "paragraph", "closing"};
constexpr std::array<string_view, 2> kBasisRole{"basis", "cited"};
constexpr std::array<string_view, 2> kTaskKind{"task", "duty"};
constexpr std::array<string_view, 3> kTaskState{"open", "doing", "done"};
constexpr std::array<string_view, 3> kGender{"unknown", "male", "female"};
constexpr std::array<string_view, 5> kRating{"unknown", "not_completed", "completed", "good", "excellent"};
constexpr std::array<string_view, 3> kAnswer{"unknown", "no", "yes"};
constexpr std::array<string_view, 2> kInitiativeKind{"initiative", "research"};
constexpr std::array<string_view, 4> kInitiativeLevel{"none", "grassroots", "province", "nation"};
constexpr std::array<string_view, 5> kGround{"unknown", "merit", "sudden", "thematic", "other"};

}  // namespace

std::span<const string_view> codes(PlanStatus) { return kPlanStatus; }
std::span<const string_view> codes(PlanOrigin) { return kPlanOrigin; }
std::span<const string_view> codes(PlanItem::Kind) { return kItemKind; }
std::span<const string_view> codes(BasisDocument::Role) { return kBasisRole; }
std::span<const string_view> codes(Task::Kind) { return kTaskKind; }
std::span<const string_view> codes(Task::State) { return kTaskState; }
std::span<const string_view> codes(Gender) { return kGender; }
std::span<const string_view> codes(Rating) { return kRating; }
std::span<const string_view> codes(Answer) { return kAnswer; }
std::span<const string_view> codes(Initiative::Kind) { return kInitiativeKind; }
std::span<const string_view> codes(Initiative::Level) { return kInitiativeLevel; }
std::span<const string_view> codes(AwardBasis::Ground) { return kGround; }

}  // namespace thidua::office
