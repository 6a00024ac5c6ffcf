#pragma once
// Where in the program one is, as it stands after '#' in the address: "#/ke-hoach/123/can-cu".
// One table drives the rail, the palette, the addresses and the tests.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace thidua::app {

enum class Place {
    kHome,       ///< Tổng quan
    kPlans,      ///< Kế hoạch: the list
    kPlan,       ///< one plan
    kNewPlan,    ///< Kế hoạch mới: drop, paste, open
    kReview,     ///< original and restored side by side
    kTasks,      ///< Nhiệm vụ
    kPeople,     ///< Con người
    kPerson,     ///< one person
    kTitles,     ///< Danh hiệu: registrations and verdicts
    kLaw,        ///< Luật: clauses, parameters, local rules
    kCouncil,    ///< Hội đồng: ballots, dossiers, money, quotas
    kDocuments,  ///< Văn bản: what the office issues
    kHistory,    ///< Nhật ký
    kFile,       ///< Tệp và cài đặt
    kHelp,       ///< Trợ giúp
    kShared,     ///< a plan opened from a link, read-only
};

struct Route {
    Place place = Place::kHome;
    std::int64_t id = 0;   ///< record shown, 0 when none
    std::string part;      ///< tab inside the place: "can-cu"; may be empty

    bool operator==(const Route&) const = default;
};

struct PlaceEntry {
    Place place;
    std::string_view path;   ///< ASCII, as in the address
    std::string_view vi;
    std::string_view en;
    std::string_view icon;   ///< name in cmake/icons.txt; empty: not on the rail
};

std::span<const PlaceEntry> places();
const PlaceEntry& entry(Place place);

/// "/ke-hoach/123/can-cu"; home is "/".
std::string to_fragment(const Route& route);
/// Anything unknown leads home. A leading '#' is allowed.
Route parse_fragment(std::string_view fragment);
/// True for a shared plan's payload ("k=1.…"), which is not a place.
bool is_shared_fragment(std::string_view fragment);

}  // namespace thidua::app
