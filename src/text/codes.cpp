#include "text/codes.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

// Digits as OCR may print them inside a number.
char32_t as_digit(char32_t c) {
    if (is_digit(c)) return c;
    if (c == 'O' || c == 'o') return '0';
    if (c == 'l' || c == 'I' || c == '|' || c == ']') return '1';
    if (c == '$') return '5';
    return 0;
}

// "CPneas": an authority and, without a blank, the next word ("ngày"). Length of the authority, 0 when it is none.
std::size_t match_authority(std::u32string_view letters) {
    static constexpr std::u32string_view kOften[] = {U"CP", U"UBND", U"HĐND", U"HDND", U"TTg", U"TW", U"TU"};
    for (const std::u32string_view often : kOften) {
        const bool begins = letters.substr(0, often.size()) == often && letters.size() >= often.size() + 3;
        const auto rest = letters.substr(std::min(often.size(), letters.size()));
        if (begins && std::all_of(rest.begin(), rest.end(), [](char32_t c) { return is_lower(c); }))
            return often.size();
    }
    return 0;
}

// One abbreviation of a code: KH, UBND, TTg, CTr, BVHTTDL. Length, 0 when there is none.
std::size_t match_group(std::u32string_view line, std::size_t at) {
    std::size_t end = at;
    std::size_t capitals = 0;
    while (end < line.size() && (is_letter(line[end]) || line[end] == '&') && end - at < 16) {
        capitals += is_upper(line[end]);
        ++end;
    }
    if (end == at || !is_upper(line[at])) return 0;
    if (const std::size_t length = match_authority(line.substr(at, end - at))) return length;
    if (capitals * 2 < end - at) return 0;
    if (end - at >= 2 && line[at] == 'Q' && line[at + 1] == 'H') {  // QH15, "QHI5": of the 15th National Assembly
        std::size_t behind = at + 2;
        while (behind - at < 4 && behind < line.size() && as_digit(line[behind]) != 0) ++behind;
        const bool ends = behind == line.size() || !(is_letter(line[behind]) || is_digit(line[behind]));
        if (behind > at + 2 && ends) return behind - at;
    }
    if (end < line.size() && is_letter(line[end])) return 0;
    return end - at;
}

// "BVHTTDI": long abbreviations of authorities, one letter misread.
std::u32string known_authority(std::u32string_view group) {
    static constexpr std::u32string_view kLong[] = {
        U"BVHTTDL", U"SVHTTDL", U"BLĐTBXH", U"SLĐTBXH", U"BNNPTNT", U"SNNPTNT", U"BNNMT", U"BKHCN", U"BGDĐT",
        U"SGDĐT",   U"BTNMT",   U"STNMT",   U"BKHĐT",   U"BTTTT",   U"BTĐKT",   U"TTKQH", U"UBTVQH"};
    if (group.size() < 5) return std::u32string(group);
    for (const std::u32string_view known : kLong) {
        if (known.size() != group.size()) continue;
        std::size_t others = 0;
        for (std::size_t i = 0; i < known.size(); ++i) others += known[i] != group[i];
        if (others <= 1) return std::u32string(known);
    }
    return std::u32string(group);
}

// "QHI5": the figures behind Quốc hội.
std::u32string known_group(std::u32string_view group) {
    if (group.size() >= 3 && group.size() <= 4 && group.substr(0, 2) == U"QH" && as_digit(group[2]) != 0) {
        std::u32string out(U"QH");
        for (const char32_t c : group.substr(2)) out.push_back(as_digit(c) != 0 ? as_digit(c) : c);
        return out;
    }
    return known_authority(with_d_stroke(group));
}

// "QB", "QP": Đ read as another capital in the kinds of documents that every code begins with.
std::u32string known_kind(std::u32string_view group) {
    static constexpr std::u32string_view kKinds[] = {U"QĐ", U"NĐ", U"CĐ"};
    if (group == U"NO") return U"NQ";
    if (group == U"OD" || group == U"OĐ") return U"QĐ";
    for (const std::u32string_view kind : kKinds) {
        if (group.size() == 2 && group[0] == kind[0] && (group[1] == 'B' || group[1] == 'P' || group[1] == 'D')) {
            return std::u32string(kind);
        }
    }
    return known_group(group);
}

// "TTg" (Thủ tướng) comes out as TT¢g, TTe, TTo, TTp: length of what stands for it, 0 when nothing does.
std::size_t match_prime_minister(std::u32string_view line, std::size_t at) {
    if (line.substr(at, 2) != U"TT") return 0;
    std::size_t end = at + 2;
    while (end < line.size() && end - at < 5 &&
           (is_lower(line[end]) || line[end] == U'¢' || line[end] == '2' || line[end] == '9'))
        ++end;
    const bool ends = end == line.size() || !(is_letter(line[end]) || is_digit(line[end]));
    if (!ends || end == at + 2 || line[at + 2] == 'r') return 0;  // TTr: tờ trình
    return end - at;
}

// The joint between two groups: "-" or "/", with the blanks and doubled hyphens that OCR adds.
std::size_t match_joint(std::u32string_view line, std::size_t at, char32_t& joint) {
    std::size_t end = at;
    const auto is = [&](char32_t c) { return end < line.size() && line[end] == c; };
    const bool blank_before = is(' ');
    if (blank_before) ++end;
    if (!is('-') && !is('/') && !is(U'–')) return 0;
    joint = line[end] == '/' ? U'/' : U'-';
    ++end;
    bool blank_behind = false;
    if (is(' ')) {
        blank_behind = true;
        ++end;
        if (is('-')) {  // "NQ- -HDND"
            blank_behind = false;
            ++end;
        } else if (blank_before) {
            return 0;  // " - " is a dash between words
        }
    } else if (is('-')) {
        ++end;
    }
    if (blank_behind || blank_before) {  // only before something that is clearly an abbreviation
        const std::size_t length = match_group(line, end);
        if (length < 2) return 0;
        for (std::size_t i = end; i < end + length; ++i) {
            if (!is_upper(line[i])) return 0;
        }
    }
    return end - at;
}

}  // namespace

std::u32string with_d_stroke(std::u32string_view abbreviation) {
    static constexpr std::pair<std::u32string_view, std::u32string_view> kWhole[] = {
        {U"QD", U"QĐ"}, {U"ND", U"NĐ"}, {U"CD", U"CĐ"}, {U"DU", U"ĐU"}, {U"QyD", U"QyĐ"}, {U"LDLD", U"LĐLĐ"}};
    static constexpr std::pair<std::u32string_view, std::u32string_view> kInside[] = {
        {U"HDND", U"HĐND"}, {U"TDKT", U"TĐKT"}, {U"LDTB", U"LĐTB"}, {U"GDDT", U"GDĐT"}, {U"GD&DT", U"GD&ĐT"},
        {U"HDTD", U"HĐTĐ"}, {U"DBQH", U"ĐBQH"}, {U"TLD", U"TLĐ"},   {U"KHHD", U"KHHĐ"}, {U"BCD", U"BCĐ"}};
    for (const auto& [bare, right] : kWhole) {
        if (abbreviation == bare) return std::u32string(right);
    }
    std::u32string out(abbreviation);
    for (const auto& [bare, right] : kInside) {
        const std::size_t at = out.find(bare);
        if (at != out.npos) out.replace(at, bare.size(), right);
    }
    return out;
}

std::size_t match_code(std::u32string_view line, std::size_t at, std::string& clean) {
    std::size_t end = at;
    std::u32string out;
    bool real_digit = false;
    while (end < line.size() && end - at < 5 && as_digit(line[end]) != 0) {
        real_digit = real_digit || is_digit(line[end]);
        out.push_back(as_digit(line[end]));
        ++end;
    }
    if (!real_digit) return 0;
    if (end + 1 < line.size() && line[end] >= 'a' && line[end] <= 'z' &&
        (line[end + 1] == '-' || line[end + 1] == '/')) {
        out.push_back(line[end++]);
    }
    if (end + 5 < line.size() && line[end] == '/' && (line[end + 5] == '/' || line[end + 5] == '-')) {
        std::u32string year;
        for (std::size_t i = end + 1; i < end + 5; ++i) year.push_back(as_digit(line[i]));
        if (year.find(char32_t{0}) == year.npos) {
            out += U'/' + year;
            end += 5;
        }
    }
    std::size_t groups = 0;
    for (;;) {
        char32_t joint = 0;
        const std::size_t joint_length = match_joint(line, end, joint);
        if (joint_length == 0 || (groups == 0 && line[end] == ' ')) break;
        if (const std::size_t length = match_prime_minister(line, end + joint_length)) {
            out.push_back(joint);
            out += U"TTg";
            end += joint_length + length;
            ++groups;
            continue;
        }
        const std::size_t length = match_group(line, end + joint_length);
        if (length == 0) break;
        out.push_back(joint);
        const std::u32string_view group = line.substr(end + joint_length, length);
        out += groups == 0 ? known_kind(group) : known_group(group);
        end += joint_length + length;
        ++groups;
    }
    if (groups == 0) return 0;
    clean = base::to_utf8(out);
    return end - at;
}

std::size_t match_number(std::u32string_view line, std::size_t at) {
    std::size_t end = at;
    while (end < line.size()) {
        const char32_t c = line[end];
        if (is_digit(c) || c == '%') {
            ++end;
        } else if ((c == '/' || c == '.' || c == ',' || c == '-' || c == ':') && end > at && end + 1 < line.size() &&
                   is_digit(line[end + 1])) {
            ++end;
        } else {
            break;
        }
    }
    return end - at;
}

std::string roman_mark(std::u32string_view token) {
    std::string out;
    bool sure = false;
    for (const char32_t c : token) {
        if (c == 'I' || c == 'V' || c == 'X') {
            sure = true;
            out.push_back(static_cast<char>(c));
        } else if (c == 'l' || c == '1' || c == '|' || c == '!') {
            out.push_back('I');
        } else {
            return {};
        }
    }
    static constexpr std::string_view kRoman[] = {"I", "II", "III", "IV",   "V",   "VI", "VII", "VIII", "IX",
                                                  "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XX"};
    if (!sure || std::find(std::begin(kRoman), std::end(kRoman), out) == std::end(kRoman)) return {};
    return out;
}

}  // namespace thidua::text
