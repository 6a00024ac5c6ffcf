#pragma once
// The columns of the lists that go out as XLSX or CSV and come in again: one table, so that what is exported can be
// imported as it is.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/table.h"

namespace thidua::app {

/// Lists that can be taken in.
enum class ImportKind : std::uint8_t { kPeople, kYears, kAwards, kInitiatives, kTasks, kPlans };

enum class Field : std::uint8_t {
    kIgnored,
    kOrder,
    kName,
    kFamilyName,
    kGivenName,
    kBorn,
    kGender,
    kPosition,
    kUnit,
    kJoined,
    kLeft,
    kYear,
    kRating,
    kRatingDocument,
    kMovements,
    kDisciplined,
    kUnderReview,
    kNote,
    kAward,
    kInitiative,
    kInitiativeKind,
    kLevel,
    kDecision,
    kDecisionDate,
    kIssuer,
    kRevoked,
    kPlan,
    kTask,
    kTaskDetail,
    kAssignee,
    kDue,
    kRecurrence,
    kTarget,
    kTargetUnit,
    kState,
    kPlanNumber,
    kIssuedOn,
    kPlanIssuer,
    kSubject,
    kOrigin,
    kSigner,
    kUnitInCharge,
    kCount,
};

struct FieldInfo {
    Field field;
    std::string_view code;  ///< ASCII, stable: kept with remembered columns
    std::string_view vi;    ///< the heading
    std::string_view en;
    std::string_view words;  ///< headings that offices use, folded, divided by '|'
    double width;            ///< characters
    sheet::Column::Type type;
};

const FieldInfo& info(Field field);
std::optional<Field> field_of_code(std::string_view code);

struct ImportKindInfo {
    ImportKind kind;
    std::string_view code;  ///< "people"
    std::string_view vi;
    std::string_view en;
};
std::span<const ImportKindInfo> import_kinds();
const ImportKindInfo& info(ImportKind kind);
/// The columns of a list in the order of its export; further ones may come in (kFamilyName, kGivenName).
std::span<const Field> fields_of(ImportKind kind);
bool takes(ImportKind kind, Field field);
/// A list of persons, or one row for each of something that a person has.
bool about_people(ImportKind kind);
/// What a known heading means in this list: "Đơn vị" of a task is who does it. kIgnored when the list does not take it.
Field fitting(ImportKind kind, Field field);

/// "Xếp loại năm 2023:" → "xep loai": letters and digits only, without the year at its end.
std::string heading_key(std::string_view heading);
/// The year at the end of a heading.
std::optional<int> heading_year(std::string_view heading);
/// kIgnored when the heading is not known.
Field field_of_heading(std::string_view heading);

}  // namespace thidua::app
