#include "office/title.h"

#include <array>

namespace thidua::office {
namespace {

// Luật 06/2022/QH15 Điều 19, 20 (titles), 33, 71–75 (forms that an office meets).
constexpr std::array<EmulationTitle, 18> kTitles{{
    {"LDTT", "Lao động tiên tiến", "LĐTT", "Advanced worker", false, false},
    {"CSTDCS", "Chiến sĩ thi đua cơ sở", "CSTĐCS", "Grassroots emulation fighter", false, false},
    {"CSTDT", "Chiến sĩ thi đua cấp bộ, ngành, tỉnh", "CSTĐ tỉnh", "Ministry or provincial emulation fighter", false, false},
    {"CSTDTQ", "Chiến sĩ thi đua toàn quốc", "CSTĐTQ", "National emulation fighter", false, false},
    {"TTLDTT", "Tập thể lao động tiên tiến", "TT LĐTT", "Advanced working collective", true, false},
    {"TTLDXS", "Tập thể lao động xuất sắc", "TT LĐXS", "Excellent working collective", true, false},
    {"CTDT", "Cờ thi đua cấp bộ, ngành, tỉnh", "Cờ tỉnh", "Ministry or provincial emulation flag", true, false},
    {"CTDCP", "Cờ thi đua của Chính phủ", "Cờ CP", "Government emulation flag", true, false},
    {"XTB", "Xã, phường, thị trấn tiêu biểu", "Xã tiêu biểu", "Exemplary commune or ward", true, false},
    {"TVH", "Thôn, tổ dân phố văn hóa", "Thôn VH", "Cultural village or quarter", true, false},
    {"GDVH", "Gia đình văn hóa", "GĐVH", "Cultural family", true, false},
    {"GK", "Giấy khen", "GK", "Certificate of merit (office, commune)", false, true},
    {"BKT", "Bằng khen cấp bộ, ngành, tỉnh", "BK tỉnh", "Ministry or provincial certificate of merit", false, true},
    {"BKTTG", "Bằng khen của Thủ tướng Chính phủ", "BK TTg", "Prime Minister's certificate of merit", false, true},
    {"KNC", "Kỷ niệm chương", "KNC", "Commemorative medal", false, true},
    {"HCLD3", "Huân chương Lao động hạng Ba", "HCLĐ Ba", "Labour Order, third class", false, true},
    {"HCLD2", "Huân chương Lao động hạng Nhì", "HCLĐ Nhì", "Labour Order, second class", false, true},
    {"HCLD1", "Huân chương Lao động hạng Nhất", "HCLĐ Nhất", "Labour Order, first class", false, true},
}};

}  // namespace

std::span<const EmulationTitle> titles() { return kTitles; }

const EmulationTitle* find_title(std::string_view code) {
    // A plain loop: Emscripten 3.1.6 brings libc++ 13, which has no ranges algorithms.
    for (const auto& title : kTitles) {
        if (title.code == code) return &title;
    }
    return nullptr;
}

}  // namespace thidua::office
