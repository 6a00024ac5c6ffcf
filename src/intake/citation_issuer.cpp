#include "intake/citation_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "intake/document_number.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

constexpr auto kClosedBodies = std::to_array<std::string_view>(
    {"thu tuong chinh phu", "chinh phu", "quoc hoi", "bo chinh tri", "uy ban thuong vu quoc hoi"});

/// Words that end an issuer and open no subject.
// clang-format off
constexpr auto kIssuerStops = std::to_array<std::string_view>({
    "=nhằm", "=gắn", "=được", "=để", "=trong", "=tại", "=theo", "=đã", "=có", "=là", "=phải", "=cho", "=đến", "=bảo",
    "=đảm", "=góp", "=khi", "=này", "=nêu", "=trên", "=và các", "=từ", "=với", "=do", "=đạt", "long ghep", "phu hop",
    "bao gom", "het hieu luc", "co hieu luc", "ke tu", "phat huy", "yeu cau", "duoc sua doi", "ban hanh kem",
});
// clang-format on

}  // namespace

std::size_t CitationFinder::read_issuer(std::size_t at, Citation& citation) const {
    std::size_t from = at;
    if (word_at(at, "cua") || match(words_, at, "=do")) {
        from = at + 1;
    } else if (!office_at(words_, at) || words_[at].folded == "so") {
        return at;
    }
    std::size_t end = from;
    constexpr std::size_t kMostWords = 22;
    while (end < words_.size() && end - from < kMostWords) {
        const Word& word = words_[end];
        if (word.kind == Word::Kind::kCode) break;
        if (word.is("(")) {  // "Ban Chấp hành Trung ương (khóa XII) về …"
            std::size_t close = end + 1;
            while (close < words_.size() && close - end < 7 && !words_[close].is(")")) ++close;
            if (close >= words_.size() || !words_[close].is(")") || !subject_start(words_, close + 1).found) break;
            end = close + 1;
            continue;
        }
        if (word.is(",") && (name_goes_on(from, end) || match(words_, end + 1, "ky hop thu"))) {
            ++end;
            continue;
        }
        if (word.kind == Word::Kind::kSign && !word.is("-")) break;
        if (end > from && subject_start(words_, end).found && !name_word(end)) break;
        if (end > from && !word.capital && verb_behind_body_at(words_, end) && closed_body(from, end)) break;
        if (end > from && matches(words_, end, kIssuerStops)) break;
        if (word.folded == "va" && (end + 1 >= words_.size() || !words_[end + 1].capital ||
                                    numbered_citation_at(words_, end + 1) || kind_at(words_, end + 1).words > 0)) {
            break;
        }
        if (kind_at(words_, end).words > 0 && numbered_citation_at(words_, end)) break;
        ++end;
    }
    if (end == from) return at;
    citation.issuer_words = {from, end};
    citation.issuer = words_text(text_, words_, citation.issuer_words);
    return end;
}

/// Are words [from, end) the whole name of a body that nothing in small letters can follow?
bool CitationFinder::closed_body(std::size_t from, std::size_t end) const {
    const auto [length, index] = match_any(words_, from, kClosedBodies);
    return length > 0 && from + length == end;
}

/// "theo đề nghị của Sở Tài chính tại Công văn số 11033/STC-CSTH".
void CitationFinder::issuer_in_front(Citation& citation) const {
    std::size_t at = citation.whole.begin;
    if (!citation.own_kind) {  // "tại các Tờ trình: số 441/TTr-SXD"
        if (at > 0 && words_[at - 1].is(":")) --at;
        for (std::size_t length = 4; length >= 1; --length) {
            if (at >= length && kind_at(words_, at - length).words == length) {
                at -= length;
                break;
            }
        }
    }
    if (at > 0 && words_[at - 1].folded == "cac") --at;
    if (at < 3 || words_[at - 1].lower != "tại") return;
    for (std::size_t i = at - 1; i > 1 && at - i < 14; --i) {
        if (words_[i - 1].kind == Word::Kind::kSign && !words_[i - 1].is(",")) return;
        if ((words_[i - 2].folded == "cua" || (words_[i - 2].folded == "va" && proposed_by(i - 2))) &&
            office_at(words_, i - 1)) {
            citation.issuer_words = {i - 1, at - 1};
            citation.issuer = words_text(text_, words_, citation.issuer_words);
            return;
        }
    }
}

/// "Xét đề nghị của Giám đốc Sở Xây dựng tại Văn bản số … và Trưởng Phòng Nội vụ tại Tờ trình số …": is the "và"
/// at `at` in such a sentence?
bool CitationFinder::proposed_by(std::size_t at) const {
    for (std::size_t i = at; i > 0 && !words_[i - 1].is(";"); --i) {
        if (match(words_, i - 1, "de nghi cua")) return true;
    }
    return false;
}

/// "Bộ Văn hóa, Thể thao và Du lịch": a comma inside the name of a ministry, closed by "và".
bool CitationFinder::name_goes_on(std::size_t from, std::size_t comma) const {
    if (comma + 3 >= words_.size() || !words_[comma + 1].capital) return false;
    if (match(words_, comma + 1, "chu nhiem") > 0 && match(words_, from, "bo truong") > 0)
        return true;  // "Bộ trưởng, Chủ nhiệm …"
    bool ministry = false;
    for (std::size_t i = from; i < comma; ++i) {
        if (words_[i].lower == "bộ" || words_[i].lower == "sở" || words_[i].folded == "phong") ministry = true;
    }
    if (!ministry || kind_at(words_, comma + 1).words > 0 || office_at(words_, comma + 1)) return false;
    for (std::size_t i = comma + 1; i < words_.size() && i < comma + 6; ++i) {
        if (words_[i].folded == "va" && i + 1 < words_.size() && words_[i + 1].capital) return true;
        if (words_[i].kind == Word::Kind::kSign) return false;
    }
    return false;
}

/// Verbs that are part of an office's name: "Ban Tổ chức", "Ban Quản lý", "Vụ Kế hoạch" are written with a capital.
bool CitationFinder::name_word(std::size_t at) const {
    if (!words_[at].capital || words_[at].lower == "v/v") return false;
    constexpr auto kAlwaysVerbs = std::to_array<std::string_view>(
        {"ban hanh", "phe duyet", "quy dinh", "ket luan", "thuc hien", "ve viec", "huong dan", "sua doi", "trien khai",
         "thanh lap", "cong bo", "phat dong", "bai bo", "cong nhan", "thong qua", "dieu chinh", "kien toan", "phan bo",
         "bo sung"});
    return !matches(words_, at, kAlwaysVerbs);
}

/// "SỞ Nội vụ", "Chủ tịch ỦY BAN nhân dân": a word that the scanner or the writer left in capitals inside a name, which
/// is not all capitals and no abbreviation.
void CitationFinder::mend_case(std::string& name) {
    constexpr auto kOfficeWords = std::to_array<std::string_view>(
        {"BỘ",  "SỞ",   "PHÒNG", "BAN",   "CỤC", "VỤ",    "ỦY",   "UỶ", "VIỆN",   "CHỦ",   "TỊCH",
         "HỘI", "ĐỒNG", "TỈNH",  "THÀNH", "PHỐ", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "CHÍNH", "PHỦ"});
    if (text::upper(name) == name) return;
    bool first = true;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        const std::string word = name.substr(at, end - at);
        if (std::find(kOfficeWords.begin(), kOfficeWords.end(), word) != kOfficeWords.end()) {
            // The head of the name keeps its capital; what stands behind another word of the pair does not ("Ủy ban").
            const bool opens = first || word == "BỘ" || word == "SỞ" || word == "CỤC" || word == "VỤ" || word == "ỦY" ||
                               word == "UỶ" || word == "VIỆN" || word == "HỘI";
            std::size_t behind = 0;
            const std::string small = text::lower(word);
            base::next_code_point(small, behind);
            name.replace(at, end - at, opens ? text::upper(small.substr(0, behind)) + small.substr(behind) : small);
        }
        first = false;
        at = std::min(name.find(' ', at), name.size()) + 1;
    }
}

}  // namespace thidua::intake
