#include "app/route.h"

#include <algorithm>
#include <array>

namespace thidua::app {
namespace {

constexpr std::array<PlaceEntry, 16> kPlaces{{
    {Place::kHome, "", "Tổng quan", "Overview", "home"},
    {Place::kPlans, "ke-hoach", "Kế hoạch", "Plans", "description"},
    {Place::kTasks, "nhiem-vu", "Nhiệm vụ", "Tasks", "task"},
    {Place::kPeople, "con-nguoi", "Con người", "People", "group"},
    {Place::kTitles, "danh-hieu", "Danh hiệu", "Titles", "award"},
    {Place::kCouncil, "hoi-dong", "Hội đồng", "Council", "balance"},
    {Place::kDocuments, "van-ban", "Văn bản", "Documents", "print"},
    {Place::kLaw, "luat", "Quy định", "The law", "law"},
    {Place::kHistory, "nhat-ky", "Nhật ký", "Journal", "history"},
    {Place::kFile, "tep", "Tệp và cài đặt", "File and settings", "settings"},
    {Place::kHelp, "tro-giup", "Trợ giúp", "Help", "help"},
    {Place::kNewPlan, "ke-hoach-moi", "Kế hoạch mới", "New plan", ""},
    {Place::kReview, "doi-chieu", "Đối chiếu", "Review", ""},
    {Place::kPlan, "ke-hoach", "Kế hoạch", "Plan", ""},
    {Place::kPerson, "con-nguoi", "Cá nhân", "Person", ""},
    {Place::kShared, "chia-se", "Bản chia sẻ", "Shared copy", ""},
}};

/// Places that show one record when the path goes on with a number.
Place with_record(Place place) {
    if (place == Place::kPlans) return Place::kPlan;
    if (place == Place::kPeople) return Place::kPerson;
    return place;
}

std::string_view next_part(std::string_view& rest) {
    while (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(slash);
    return part;
}

/// 0 when `text` is not a number below 2^53 (base/id.h).
std::int64_t parse_id(std::string_view text) {
    std::int64_t value = 0;
    if (text.empty() || text.size() > 16) return 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value < (std::int64_t{1} << 53) ? value : 0;
}

}  // namespace

std::span<const PlaceEntry> places() { return kPlaces; }

const PlaceEntry& entry(Place place) {
    return *std::find_if(kPlaces.begin(), kPlaces.end(), [&](const PlaceEntry& e) { return e.place == place; });
}

std::string to_fragment(const Route& route) {
    std::string out = "/" + std::string(entry(route.place).path);
    if (route.id != 0) out += "/" + std::to_string(route.id);
    if (!route.part.empty()) out += "/" + route.part;
    return out;
}

Route parse_fragment(std::string_view fragment) {
    if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
    const std::string_view path = next_part(fragment);
    const auto* found =
        std::find_if(kPlaces.begin(), kPlaces.end(), [&](const PlaceEntry& e) { return e.path == path; });
    Route route;
    if (found == kPlaces.end()) return route;
    route.place = found->place;
    std::string_view part = next_part(fragment);
    if (const std::int64_t id = parse_id(part); id != 0) {
        route.id = id;
        route.place = with_record(route.place);
        part = next_part(fragment);
    }
    route.part = std::string(part);
    return route;
}

bool is_shared_fragment(std::string_view fragment) {
    if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
    return fragment.starts_with("k=");
}

}  // namespace thidua::app
