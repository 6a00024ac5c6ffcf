#include "ui/screens/meeting_fields.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace thidua::ui {
namespace {

constexpr int kMostPeople = 10'000;

}  // namespace

std::vector<std::string> lines_of(const std::string& text, std::string_view between) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(between, at), text.size());
        std::string line = text.substr(at, end - at);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\n' || line.back() == '\r')) line.pop_back();
        while (!line.empty() && (line.front() == ' ' || line.front() == '\n')) line.erase(0, 1);
        std::replace(line.begin(), line.end(), '\n', ' ');
        if (!line.empty()) out.push_back(std::move(line));
        at = end + between.size();
    }
    return out;
}

std::string joined(const std::vector<std::string>& lines, std::string_view between) {
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : std::string(between)) + line;
    return out;
}

std::string MeetingField::typed(const document::Meeting& meeting) const {
    if (lines != nullptr) return joined(meeting.*lines);
    if (number != nullptr) return meeting.*number > 0 ? std::to_string(meeting.*number) : std::string();
    return meeting.*line;
}

void MeetingField::take(document::Meeting& meeting, const std::string& typed) const {
    if (lines != nullptr) meeting.*lines = lines_of(typed);
    else if (number != nullptr) meeting.*number = std::clamp(std::atoi(typed.c_str()), 0, kMostPeople);
    else meeting.*line = typed;
}

}  // namespace thidua::ui
