#include "intake/document_number.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

struct Symbol {
    std::string_view symbol;  ///< as the decree abbreviates (NĐ 30/2020 Phụ lục III; the Party's symbols)
    std::string_view kind;
};

constexpr std::array kSymbols = std::to_array<Symbol>({
    {"NQ", "Nghị quyết"},
    {"NĐ", "Nghị định"},
    {"QĐ", "Quyết định"},
    {"CT", "Chỉ thị"},
    {"QC", "Quy chế"},
    {"QyĐ", "Quy định"},
    {"TC", "Thông cáo"},
    {"TB", "Thông báo"},
    {"HD", "Hướng dẫn"},
    {"CTr", "Chương trình"},
    {"KH", "Kế hoạch"},
    {"PA", "Phương án"},
    {"ĐA", "Đề án"},
    {"DA", "Dự án"},
    {"BC", "Báo cáo"},
    {"BB", "Biên bản"},
    {"TTr", "Tờ trình"},
    {"HĐ", "Hợp đồng"},
    {"CĐ", "Công điện"},
    {"KL", "Kết luận"},
    {"TT", "Thông tư"},
    {"TTLT", "Thông tư liên tịch"},
    {"CV", "Công văn"},
    {"PL", "Pháp lệnh"},
    {"LCT", "Lệnh"},
    {"SL", "Sắc lệnh"},
    {"KHHĐ", "Kế hoạch hành động"},
    {"CTHĐ", "Chương trình hành động"},
    {"QCPH", "Quy chế phối hợp"},
    {"NQLT", "Nghị quyết liên tịch"},
    {"KHLT", "Kế hoạch liên tịch"},
    {"CTPH", "Chương trình phối hợp"},
    {"KHPH", "Kế hoạch phối hợp"},
    {"GM", "Giấy mời"},
    {"PB", "Phiếu báo"},
    {"TTg", ""},
});

/// Symbols that OCR and capital titles spell without their mark, where only one reading exists in that place.
std::string tidy_group(const std::string& group, bool last) {
    const std::string key = text::fold(group);
    if (key == "qd") return "QĐ";
    if (key == "nd") return "NĐ";
    if (key == "hdnd") return "HĐND";
    if (key == "ttg") return "TTg";
    if (key == "ctr" && !last) return "CTr";
    if (key == "ttr" && !last) return "TTr";
    if (key == "khhd") return "KHHĐ";
    if (key == "cthd") return "CTHĐ";
    if (key == "ldtbxh") return "LĐTBXH";
    if (key == "bldtbxh") return "BLĐTBXH";
    if (key == "gddt") return "GDĐT";
    if (key == "bgddt") return "BGDĐT";
    if (key == "tldld") return "TLĐLĐ";
    if (key == "hctd") return "HCTĐ";
    return group;
}

const Symbol* find_symbol(std::string_view group) {
    const std::string key = text::fold(group);
    const Symbol* loose = nullptr;
    for (const Symbol& symbol : kSymbols) {
        if (symbol.symbol == group) return &symbol;
        if (!loose && text::fold(symbol.symbol) == key) loose = &symbol;
    }
    return loose;
}

bool is_legislature(std::string_view group) {  // QH15, UBTVQH15
    std::string_view key = group;
    for (const std::string_view head : {"UBTVQH", "QH", "qh"}) {
        if (!key.starts_with(head)) continue;
        key.remove_prefix(head.size());
        return !key.empty() && key.size() <= 2 &&
               std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    return false;
}

char32_t peek(std::string_view text, std::size_t at, std::size_t* after = nullptr) {
    if (at >= text.size()) return 0;
    const char32_t c = base::next_code_point(text, at);
    if (after) *after = at;
    if (c == U'\u00D0') return U'Đ';  // ETH, typed or read for Đ
    // Cyrillic capitals that look like Latin ones: pages of ministries have "NQ-\u0421\u0420".
    constexpr std::u32string_view kCyrillic = U"\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425";
    constexpr std::u32string_view kLatin = U"ABEKMHOPCTX";
    const std::size_t twin = kCyrillic.find(c);
    return twin == std::u32string_view::npos ? c : kLatin[twin];
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_dash(char32_t c) { return c == U'-' || c == U'\u2013' || c == U'\u2011' || c == U'\u2010'; }

/// Digits at `at`, at most `most`; moves `at`.
std::string digits(std::string_view text, std::size_t& at, std::size_t most) {
    std::string out;
    while (at < text.size() && out.size() < most && text[at] >= '0' && text[at] <= '9') out += text[at++];
    return out;
}

struct Separator {
    char sign = 0;  ///< '/' or '-'
    bool blanks = false;
};

/// "/", "-", "- ", " -", "- -": scanners add blanks and double the dash at a line's end.
std::optional<Separator> separator(std::string_view text, std::size_t& at) {
    std::size_t i = at;
    Separator found;
    const auto skip_blanks = [&]() {
        int skipped = 0;
        while (i < text.size() && text[i] == ' ' && skipped < 2) {
            ++i;
            ++skipped;
        }
        if (skipped > 0) found.blanks = true;
    };
    skip_blanks();
    std::size_t after = i;
    char32_t c = peek(text, i, &after);
    if (c != U'/' && !is_dash(c)) return std::nullopt;
    found.sign = c == U'/' ? '/' : '-';
    i = after;
    skip_blanks();
    c = peek(text, i, &after);
    if (is_dash(c) && found.blanks) {
        i = after;
        skip_blanks();
    }
    at = i;
    return found;
}

/// A group of capitals such as "QĐ", "UBND", "TTg", "QH15"; empty when there is none.
std::string group(std::string_view text, std::size_t& at, int& capitals) {
    std::string out;
    capitals = 0;
    std::size_t i = at;
    int length = 0;
    while (i < text.size() && length < 16) {
        std::size_t after = i;
        const char32_t c = peek(text, i, &after);
        const bool letter = text::is_letter(c);
        if (!letter && !(length > 0 && (is_digit(c) || c == U'&'))) break;
        if (length == 0 && !text::is_upper(c)) break;
        if (text::is_upper(c) || is_digit(c)) ++capitals;
        base::append_utf8(out, c);
        i = after;
        ++length;
    }
    // A word of running text ("Kế", "Phòng") has one capital and goes on in small letters.
    if (capitals < 2 && !(capitals == 1 && length == 1)) return {};
    at = i;
    return out;
}

/// Does the text end in the word "số"?
bool names_number(std::string_view before) {
    for (const std::string_view word : {"số", "Số"}) {
        if (!before.ends_with(word)) continue;
        const std::size_t at = before.size() - word.size();
        return at == 0 || before[at - 1] == ' ' || before[at - 1] == '(';
    }
    return false;
}

std::optional<NumberMatch> number_at(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    NumberMatch match;
    match.begin = begin;
    std::string number = digits(text, at, 5);
    match.blank = number.empty();
    if (at < text.size() && text[at] >= '0' && text[at] <= '9') return std::nullopt;  // longer than any number
    if (!match.blank && at + 1 < text.size() && text[at] == '.' && text[at + 1] >= '0' && text[at + 1] <= '9') {
        ++at;
        number += '.' + digits(text, at, 2);  // 66.2/2025/NQ-CP
    }
    if (!match.blank && at + 1 < text.size() &&
        ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z')) &&
        (text[at + 1] == '/' || text[at + 1] == '-')) {
        number += text[at++];  // 12a/KH-UBND
    }
    const auto first = separator(text, at);
    if (!first) return std::nullopt;
    bool blanks = first->blanks;
    char sign = first->sign;
    if (sign == '/') {
        std::size_t year_at = at;
        const std::string year = digits(text, year_at, 4);
        if (year.size() == 4 && (year[0] == '1' || year[0] == '2')) {
            std::size_t next = year_at;
            const auto second = separator(text, next);
            if (second) {
                number += '/' + year;
                at = next;
                blanks = blanks || second->blanks;
                sign = second->sign;
            }
        }
    }
    int groups = 0;
    bool known = false;
    bool single_letter = false;
    std::size_t good_end = at;
    while (groups < 5) {
        int capitals = 0;
        std::size_t next = at;
        std::string symbol = group(text, next, capitals);
        if (symbol.empty()) break;
        if (blanks && groups == 0 && !find_symbol(symbol) && !is_legislature(symbol)) break;
        if (blanks && capitals < 2) break;
        single_letter = single_letter || capitals < 2;
        number += sign;
        std::size_t look = next;
        auto more = separator(text, look);
        if (!more && look + 1 < text.size() && text[look] == '.') {  // "QĐ-UB.NN", "TTr.LS-TC-YT", as before 2004
            int behind = 0;
            std::size_t dotted = look + 1;
            if (!group(text, dotted, behind).empty() && behind >= 2) {
                more = Separator{'.', false};
                ++look;
            }
        }
        number += tidy_group(symbol, !more);
        known = known || find_symbol(symbol) != nullptr || is_legislature(symbol);
        ++groups;
        good_end = next;
        if (!more) break;
        blanks = more->blanks;
        sign = more->sign;
        at = look;
    }
    if (groups == 0) return std::nullopt;
    // "5G/IoT", "3/A-B"; but "Văn bản số 14/ĐTXDCT" says that it is one.
    const std::string_view before = text.substr(0, begin);
    const bool named = !match.blank && before.ends_with(' ') && names_number(before.substr(0, before.size() - 1));
    if (!known && (single_letter || (groups < 2 && !named))) return std::nullopt;
    match.end = good_end;
    match.number = std::move(number);
    return match;
}

}  // namespace

std::vector<NumberMatch> find_document_numbers(std::string_view text) {
    std::vector<NumberMatch> found;
    bool joined = false;  // the byte before belongs to a word or a longer number
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool digit = c >= '0' && c <= '9';
        const bool open = (c == '/' || c == '-') && at > 0 && text[at - 1] == ' ';
        const bool glued = digit && joined && names_number(text.substr(0, at));  // "Tờ trình số347/TTr-CP"
        if ((!joined || glued) && (digit || open)) {
            auto match = number_at(text, at);
            if (match && (!match->blank || c == '/')) {
                at = match->end;
                found.push_back(std::move(*match));
                joined = true;
                continue;
            }
        }
        const char32_t cp = base::next_code_point(text, at);
        joined = text::is_letter(cp) || is_digit(cp) || ((cp == U'/' || is_dash(cp) || cp == U'.') && joined);
    }
    return found;
}

namespace {

std::vector<std::string> groups_of(std::string_view number) {
    std::vector<std::string> groups;
    std::string current;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const char c = number[i];
        const bool dot = c == '.' && i + 1 < number.size() && (number[i + 1] < '0' || number[i + 1] > '9');
        if (c == '/' || c == '-' || dot) {
            groups.push_back(current);
            current.clear();
        } else {
            current += c;
        }
    }
    groups.push_back(current);
    return groups;
}

}  // namespace

std::string kind_from_number(std::string_view number) {
    const auto groups = groups_of(number);
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (groups[i].empty() || (groups[i][0] >= '0' && groups[i][0] <= '9')) continue;
        const Symbol* symbol = find_symbol(groups[i]);
        return symbol ? std::string(symbol->kind) : std::string();
    }
    return {};
}

std::string issuer_symbol(std::string_view number) {
    const auto groups = groups_of(number);
    if (groups.size() < 2) return {};
    // All groups behind the kind: "UBND-UBMT-HCTĐ"; for letters the first group names the office.
    std::string out;
    bool behind_kind = false;
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (groups[i].empty() || (groups[i][0] >= '0' && groups[i][0] <= '9')) continue;
        if (!behind_kind && find_symbol(groups[i]) && find_symbol(groups[i])->kind != "") {
            behind_kind = true;
            continue;
        }
        if (!out.empty()) out += '-';
        out += groups[i];
    }
    return out;
}

std::string issuer_from_number(std::string_view number) {
    const auto groups = groups_of(number);
    const std::string& last = groups.back();
    if (last.starts_with("UBTVQH")) return "Ủy ban Thường vụ Quốc hội";
    if (is_legislature(last)) return "Quốc hội";
    if (last == "CP") return "Chính phủ";
    if (last == "TTg") return "Thủ tướng Chính phủ";
    return {};
}

std::string number_key(std::string_view number) {
    std::string key;
    for (const char c : text::fold(number)) {
        if (c != ' ') key += c == '-' ? '/' : c;  // "255/2025-NĐ-CP" is a slip for "255/2025/NĐ-CP"
    }
    const std::size_t first = key.find_first_not_of('0');  // "0125/KH-UBND" is "125/KH-UBND"
    return first == std::string::npos ? key : key.substr(first);
}

}  // namespace thidua::intake
