#include "law/quota.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>

namespace thidua::law {
namespace {

std::string one_decimal(double value, char point) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", value);
    std::string text = buffer;
    std::replace(text.begin(), text.end(), '.', point);
    return text;
}

std::string exact(int hundredths, char point) {
    std::string text = std::to_string(hundredths / 100);
    const int rest = hundredths % 100;
    if (rest == 0) return text;
    text += point;
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
    return text;
}

}  // namespace

Quota quota(int percent, int number, QuotaRounding rounding) {
    const int hundredths = percent * number;
    Quota out;
    out.places = rounding == QuotaRounding::kNearest ? (hundredths + 50) / 100 : hundredths / 100;
    if (rounding == QuotaRounding::kDownAtLeastOne && hundredths > 0) out.places = std::max(out.places, 1);
    if (number > 0) out.achieved_percent = 100.0 * out.places / number;
    const std::string head = std::to_string(percent) + "% × " + std::to_string(number) + " = ";
    const std::string tail = " → " + std::to_string(out.places);
    out.arithmetic_vi = head + exact(hundredths, ',') + tail + " (" + one_decimal(out.achieved_percent, ',') + "%)";
    out.arithmetic_en = head + exact(hundredths, '.') + tail + " (" + one_decimal(out.achieved_percent, '.') + "%)";
    return out;
}

Selection choose_by_votes(std::vector<Candidate> candidates, int places) {
    Selection out;
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        if (a.votes != b.votes) return a.votes > b.votes;
        return a.preferred && !b.preferred;
    });
    const auto wanted = static_cast<std::size_t>(std::max(0, places));
    if (candidates.size() <= wanted) {
        for (const auto& candidate : candidates) out.chosen.push_back(candidate.name);
        return out;
    }
    if (wanted == 0) return out;
    const Candidate last = candidates[wanted - 1];
    const auto equal = [&](const Candidate& c) { return c.votes == last.votes && c.preferred == last.preferred; };
    if (!equal(candidates[wanted])) {
        for (std::size_t i = 0; i < wanted; ++i) out.chosen.push_back(candidates[i].name);
        return out;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (equal(candidates[i])) {
            out.tied.push_back(candidates[i].name);
        } else if (i < wanted) {
            out.chosen.push_back(candidates[i].name);
        }
    }
    out.open_places = static_cast<int>(wanted - out.chosen.size());
    return out;
}

}  // namespace thidua::law
