// Spellings and words of the small enumerations.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "law/confidence.h"
#include "law/money.h"
#include "law/outcome.h"
#include "law/pack.h"

namespace thidua::law {
namespace {

struct UnitWords {
    std::string_view vi;
    std::string_view one;
    std::string_view many;
};

constexpr std::array<UnitWords, 6> kUnits{{{"năm", "year", "years"},
                                           {"tháng", "month", "months"},
                                           {"lần", "time", "times"},
                                           {"người", "person", "people"},
                                           {"sáng kiến", "initiative", "initiatives"},
                                           {"vòng", "round", "rounds"}}};

}  // namespace

std::string_view unit_en(std::string_view unit, double value) {
    const auto* words = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitWords& w) { return w.vi == unit; });
    if (words == kUnits.end()) return unit;
    return value == 1 ? words->one : words->many;
}

std::string number_words(double value, bool english) {
    const std::int64_t hundredths = std::llround(std::abs(value) * 100);
    std::string text = dotted(hundredths / 100);
    if (english) std::replace(text.begin(), text.end(), '.', ',');
    if (const auto rest = static_cast<int>(hundredths % 100); rest != 0) {
        text += english ? '.' : ',';
        text += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
    }
    return value < 0 && hundredths != 0 ? "-" + text : text;
}

std::string_view spelling(Confidence confidence) {
    switch (confidence) {
        case Confidence::kSeen: return "seen";
        case Confidence::kSeenSecond: return "seen-2nd";
        case Confidence::kRecalled: return "recalled";
        case Confidence::kUnverified: break;
    }
    return "unverified";
}

std::optional<Confidence> parse_confidence(std::string_view word) {
    for (const auto confidence :
         {Confidence::kSeen, Confidence::kSeenSecond, Confidence::kRecalled, Confidence::kUnverified}) {
        if (spelling(confidence) == word) return confidence;
    }
    return std::nullopt;
}

std::string_view doubt_vi(Confidence confidence) {
    switch (confidence) {
        case Confidence::kSeen: return "";
        case Confidence::kSeenSecond: return "mới thấy qua nguồn thứ cấp, chưa đối chiếu văn bản gốc";
        case Confidence::kRecalled: return "ghi theo trí nhớ, chưa kiểm chứng";
        case Confidence::kUnverified: break;
    }
    return "chưa kiểm chứng";
}

std::string_view doubt_en(Confidence confidence) {
    switch (confidence) {
        case Confidence::kSeen: return "";
        case Confidence::kSeenSecond: return "seen in a secondary source only, not compared with the text itself";
        case Confidence::kRecalled: return "from memory, not verified";
        case Confidence::kUnverified: break;
    }
    return "not verified";
}

std::string_view spelling(Outcome outcome) {
    switch (outcome) {
        case Outcome::kNotMet: return "not-met";
        case Outcome::kNotKnown: return "not-known";
        case Outcome::kForPerson: return "for-person";
        case Outcome::kMet: break;
    }
    return "met";
}

std::string_view words_vi(Outcome outcome) {
    switch (outcome) {
        case Outcome::kNotMet: return "Chưa đủ tiêu chuẩn";
        case Outcome::kNotKnown: return "Chưa đủ thông tin để kết luận";
        case Outcome::kForPerson: return "Cần người có thẩm quyền xem xét";
        case Outcome::kMet: break;
    }
    return "Đủ tiêu chuẩn";
}

std::string_view words_en(Outcome outcome) {
    switch (outcome) {
        case Outcome::kNotMet: return "Criteria not met";
        case Outcome::kNotKnown: return "Not known: a fact is missing";
        case Outcome::kForPerson: return "For a person to judge";
        case Outcome::kMet: break;
    }
    return "Criteria met";
}

}  // namespace thidua::law
