#include "intake/citation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "intake/document_number.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

/// Verbs that open a subject and belong to it ("quy định chi tiết …", "phê duyệt Đề án …").
// clang-format off
constexpr auto kSubjectVerbs = std::to_array<std::string_view>({
    "ban hanh", "phe duyet", "quy dinh", "huong dan", "sua doi", "trien khai", "thuc hien", "cong bo", "thanh lap",
    "kien toan", "phat dong", "day manh", "tang cuong", "ket luan", "dieu chinh", "bai bo", "cong nhan", "phan bo",
    "xay dung", "nang cao", "thi diem", "thong qua", "bo sung", "thay the", "to chuc thuc hien", "phan cong", "uy quyen",
    "hop nhat", "quan ly", "truyen dat", "thi hanh", "dinh huong", "=giao", "xac dinh", "cho phep", "chap thuan", "ho tro",
    "keo dai", "dinh chinh", "phan cap", "phan dinh", "phan quyen", "sap xep", "thu hoi", "khen thuong", "tiep tuc",
    "chan chinh", "thuc day", "day nhanh", "giai thich", "khuyen khich", "huy bo", "quyet dinh", "ap dung", "cung cap",
});
// clang-format on

/// Verbs that open a subject only behind a body whose name ends there for sure ("Ban Tổ chức", but "Chính phủ tổ chức
/// …").
constexpr auto kVerbsBehindBodies = std::to_array<std::string_view>(
    {"to chuc", "chi dao",      "kiem tra", "phat trien", "bao dam", "dam bao",   "tong ket",
     "dao tao", "=tặng",        "=miễn",    "=giảm",      "=cử",     "dieu dong", "bo nhiem",
     "yeu cau", "phong, chong", "bao ve",   "phoi hop",   "lap",     "danh gia"});
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

/// "SỞ Nội vụ", "Chủ tịch ỦY BAN nhân dân": a word that the scanner or the writer left in capitals inside a name, which
/// is not all capitals and no abbreviation.
void mend_case(std::string& name) {
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

struct SubjectStart {
    std::size_t at = 0;  ///< first word of the subject
    bool found = false;
};

SubjectStart subject_start(const Words& words, std::size_t at) {
    if (at >= words.size()) return {};
    if (words[at].is("“")) {  // of the Prime Minister “về tăng cường …”
        const std::size_t inside = at + 1;
        if (match(words, inside, "=về việc")) return {at, true};
        return {at, true};
    }
    for (const std::string_view about : {"=về việc", "ve viec"}) {
        if (const std::size_t length = match(words, at, about)) return {at + length, true};
    }
    for (const std::string_view about : {"=về", "=ve", "=vê", "=vế", "=v/v"}) {
        if (const std::size_t length = match(words, at, about)) return {at + length, true};
    }
    if (matches(words, at, kSubjectVerbs)) return {at, true};
    // "… của Ủy ban nhân dân thành phố đề nghị ban hành Nghị quyết …", but not "đề nghị của …".
    if (match(words, at, "=đề =nghị") && !match(words, at + 2, "=của") && !match(words, at + 2, "=tại"))
        return {at, true};
    return {};
}

class Finder {
public:
    Finder(const std::string& text, const Words& words, const CitationContext& context)
        : text_(text), words_(words), context_(context) {}

    std::vector<Citation> run() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (words_[i].kind == Word::Kind::kCode && !words_[i].blank_code) numbered(i);
        }
        share();
        from_colon();
        for (Citation& citation : found_) {
            if (!citation.own_kind && (citation.issuer_words.empty() || citation.subject.empty()))
                from_lead_in(citation);
        }
        mark_heads();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (in_head_[i] || i < skip_until_) continue;
            unnumbered(i);
        }
        for (Citation& citation : found_) mend_case(citation.issuer);
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Citation& a, const Citation& b) { return a.whole.begin < b.whole.begin; });
        return std::move(found_);
    }

private:
    bool word_at(std::size_t at, std::string_view folded) const {
        return at < words_.size() && words_[at].folded == folded;
    }

    void numbered(std::size_t code) {
        Citation citation;
        citation.number = words_[code].folded;
        citation.number_words = {code, code + 1};
        std::size_t begin = code;
        if (begin > 0 && words_[begin - 1].is(":")) --begin;
        const bool named = begin > 0 && words_[begin - 1].folded == "so" && words_[begin - 1].kind == Word::Kind::kWord;
        if (named) --begin;
        // The kind in front, the longest that ends exactly here.
        for (std::size_t length = 4; length >= 1; --length) {
            if (begin < length) continue;
            const KindMatch kind = kind_at(words_, begin - length);
            if (kind.words != length) continue;
            citation.kind = kind.name;
            citation.own_kind = true;
            begin -= length;
            break;
        }
        if (!citation.own_kind && named) law_in_front(begin, citation);
        if (citation.kind.empty()) citation.kind = kind_from_number(citation.number);
        citation.whole.begin =
            citation.own_kind
                ? std::min(begin, citation.subject_words.empty() ? begin : citation.subject_words.begin - 1)
                : begin;

        std::size_t at = code + 1;
        if (at < words_.size() && words_[at].is(",") && word_at(at + 1, "ngay")) ++at;
        if (at < words_.size() && words_[at].is("(") && word_at(at + 1, "ngay")) ++at;
        if (const auto date = date_at(words_, at)) {
            citation.date = date->date;
            citation.date_words = {at, at + date->words};
            at += date->words;
        }
        at = read_issuer(at, citation);
        if (citation.subject.empty()) at = read_subject(at, citation);
        if (citation.issuer.empty()) issuer_in_front(citation);
        if (citation.issuer.empty()) citation.issuer = issuer_from_number(citation.number);
        citation.whole.end = at;
        found_.push_back(std::move(citation));
    }

    /// "Luật Đất đai số 31/2024/QH15": the name stands between the kind and the number.
    void law_in_front(std::size_t before, Citation& citation) const {
        for (std::size_t i = before; i > 0 && before - i < 24; --i) {
            const Word& word = words_[i - 1];
            if (word.kind == Word::Kind::kCode || word.is(";") || word.is(":") || word.is("(")) return;
            if (!word.capital || (word.folded != "luat" && word.folded != "lenh")) continue;
            if (word.folded == "lenh" && !(i >= 2 && words_[i - 2].folded == "phap")) continue;
            const std::size_t amending = amending_law(i, before);
            std::size_t end = amending > 0 ? before : law_name_end(words_, i);
            // "Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15": what stands between is the name.
            if (end < before && words_[end].is(",") && legislature_behind(before)) end = before;
            if (end < before) return;
            if (amending > 0) {
                citation.kind = "Luật";
                citation.own_kind = true;
                citation.subject_words = {amending, before};
                citation.subject = words_text(text_, words_, citation.subject_words);
                return;
            }
            citation.kind =
                word.folded == "lenh" ? "Pháp lệnh" : (i >= 2 && words_[i - 2].folded == "bo" ? "Bộ luật" : "Luật");
            citation.own_kind = true;
            citation.subject_words = {i, before};
            citation.subject = words_text(text_, words_, citation.subject_words);
            return;
        }
    }

    bool legislature_behind(std::size_t at) const {
        while (at < words_.size() && words_[at].kind != Word::Kind::kCode) ++at;
        return at < words_.size() && issuer_from_number(words_[at].folded).ends_with("uốc hội");
    }

    /// "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14 ngày …": the number with a date behind it
    /// is the amending law's. First word of its name, or 0.
    std::size_t amending_law(std::size_t inner, std::size_t before) const {
        std::size_t code = before;
        while (code < words_.size() && words_[code].kind != Word::Kind::kCode && code < before + 3) ++code;
        if (!word_at(code + 1, "ngay")) return 0;
        for (std::size_t i = inner; i > 1 && inner - i < 16; --i) {
            const Word& word = words_[i - 1];
            if (word.kind == Word::Kind::kCode || word.is(";")) return 0;
            if (word.capital && word.folded == "luat" && match(words_, i, "sua doi")) return i;
        }
        return 0;
    }

    std::size_t read_issuer(std::size_t at, Citation& citation) const {
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
            if (end > from && !word.capital && matches(words_, end, kVerbsBehindBodies) && closed_body(from, end))
                break;
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
    bool closed_body(std::size_t from, std::size_t end) const {
        const auto [length, index] = match_any(words_, from, kClosedBodies);
        return length > 0 && from + length == end;
    }

    /// "theo đề nghị của Sở Tài chính tại Công văn số 11033/STC-CSTH".
    void issuer_in_front(Citation& citation) const {
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
    bool proposed_by(std::size_t at) const {
        for (std::size_t i = at; i > 0 && !words_[i - 1].is(";"); --i) {
            if (match(words_, i - 1, "de nghi cua")) return true;
        }
        return false;
    }

    /// "Bộ Văn hóa, Thể thao và Du lịch": a comma inside the name of a ministry, closed by "và".
    bool name_goes_on(std::size_t from, std::size_t comma) const {
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
    bool name_word(std::size_t at) const {
        if (!words_[at].capital || words_[at].lower == "v/v") return false;
        constexpr auto kAlwaysVerbs = std::to_array<std::string_view>(
            {"ban hanh", "phe duyet", "quy dinh", "ket luan", "thuc hien", "ve viec", "huong dan", "sua doi",
             "trien khai", "thanh lap", "cong bo", "phat dong", "bai bo", "cong nhan", "thong qua", "dieu chinh",
             "kien toan", "phan bo", "bo sung"});
        return !matches(words_, at, kAlwaysVerbs);
    }

    std::size_t read_subject(std::size_t at, Citation& citation) const {
        SubjectStart start = subject_start(words_, at);
        if (!start.found && at < words_.size() && words_[at].is(",") &&
            (match(words_, at + 1, "phe duyet") || match(words_, at + 1, "quy dinh") || match(words_, at + 1, "=về"))) {
            start = subject_start(words_, at + 1);
        }
        if (!start.found && !citation.issuer_words.empty() && citation.issuer_words.end == at &&
            matches(words_, at, kVerbsBehindBodies) && closed_body(citation.issuer_words.begin, at)) {
            start = {at, true};
        }
        if (!start.found) return at;
        std::size_t begin = start.at;
        std::size_t end = subject_end(words_, begin, context_);
        // A verb alone ("…, quy định:") says what the text does, not what the document is about.
        if (end - begin <= 2 && matches(words_, begin, kSubjectVerbs)) return at;
        const std::size_t whole_end = end;
        // A subject that is one quotation is given without its quotes, and without the "về" inside.
        if (begin < end && words_[begin].is("“") && words_[end - 1].is("”")) {
            const auto inner = std::find_if(words_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                            words_.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                                            [](const Word& word) { return word.is("“") || word.is("”"); });
            if (inner == words_.begin() + static_cast<std::ptrdiff_t>(end) - 1) {
                ++begin;
                --end;
                if (match(words_, begin, "=về việc")) begin += 2;
                else if (match(words_, begin, "=về")) ++begin;
            }
        }
        citation.subject_words = {begin, end};
        citation.subject = words_text(text_, words_, citation.subject_words);
        citation.period = period_in(words_, begin, end);
        return whole_end;
    }

    /// "Chỉ thị số 31-CT/TU ngày 06/6/2023, Kế hoạch số 134-KH/TU ngày 29/12/2023 của Ban Thường vụ Tỉnh ủy": what
    /// follows the last document of such a list is said of all of them, where the symbols name the same body.
    void share() {
        for (std::size_t i = 1; i < found_.size(); ++i) {
            const Citation& first = found_[i - 1];
            if (!joined_to(i) || !found_[i].issuer.empty() || first.issuer.empty()) continue;
            if (first.issuer_words.end > first.whole.begin) continue;
            found_[i].issuer = first.issuer;  // "của Sở Xây dựng tại các Tờ trình: số … và số …"
            found_[i].issuer_words = first.issuer_words;
        }
        for (std::size_t i = found_.size(); i-- > 1;) {
            Citation& first = found_[i - 1];
            const Citation& second = found_[i];
            if (!joined_to(i)) continue;
            bool by_and = false;
            bool by_semicolon = false;
            for (std::size_t w = first.whole.end; w < second.whole.begin; ++w) {
                if (words_[w].is(";")) by_semicolon = true;
                else if (words_[w].folded == "va") by_and = true;
            }
            if (first.subject.empty() && first.issuer_words.empty()) {
                if (!first.date && by_and && !second.own_kind) first.date = second.date;
                if (by_semicolon && second.own_kind) continue;
                if (!second.issuer_words.empty() && first.issuer_words.empty()) {
                    first.issuer = second.issuer;
                    first.issuer_words = second.issuer_words;
                }
                // "Nghị định số 48/2013/NĐ-CP ngày … và Nghị định số 92/2017/NĐ-CP ngày … sửa đổi, bổ sung …": both
                // amend.
                const bool amend = by_and && first.date && first.kind == second.kind &&
                                   match(words_, second.subject_words.begin, "sua doi") > 0;
                if ((!second.own_kind || amend) && !second.subject.empty() &&
                    !names(second.subject_words, first.number)) {
                    first.subject = second.subject;
                    first.subject_words = second.subject_words;
                    first.period = second.period;
                }
            }
        }
    }

    /// Does nothing but "," ";" "và" stand between citation `i` and the one before, of the same body?
    bool joined_to(std::size_t i) const {
        const Citation& first = found_[i - 1];
        for (std::size_t w = first.whole.end; w < found_[i].whole.begin; ++w) {
            const Word& word = words_[w];
            if (!word.is(";") && !word.is(",") && word.folded != "va" && word.folded != "cac") return false;
        }
        return issuer_symbol(first.number) == issuer_symbol(found_[i].number);
    }

    /// "các Quyết định của Bộ trưởng Bộ Tư pháp: Số 524/QĐ-BTP ngày … về …; số 853/QĐ-BTP ngày … về …": what stands
    /// before the colon is said of all that follow it.
    void from_colon() {
        Citation lead;
        std::size_t last_end = 0;  // of the citation before, when it stood behind the colon
        for (Citation& citation : found_) {
            const std::size_t begin = citation.whole.begin;
            if (citation.own_kind || begin == 0) {
                last_end = 0;
                continue;
            }
            if (words_[begin - 1].is(":")) {
                lead = lead_before(begin - 1);
                last_end = 0;
            } else if (last_end == 0 || begin - last_end > 2 ||
                       !(words_[begin - 1].is(";") || words_[begin - 1].is(",") || words_[begin - 1].folded == "va")) {
                last_end = 0;
                continue;
            }
            if (lead.kind.empty()) continue;
            last_end = citation.whole.end;
            if (citation.kind.empty()) citation.kind = lead.kind;
            if (citation.issuer_words.empty() && !lead.issuer.empty()) {
                citation.issuer = lead.issuer;
                citation.issuer_words = lead.issuer_words;
            }
        }
    }

    /// Kind and issuer of "các Nghị định của Chính phủ", "của Sở Nội vụ tại các Văn bản" in front of the colon.
    Citation lead_before(std::size_t colon) const {
        Citation lead;
        constexpr std::size_t kReach = 24;
        for (std::size_t i = colon; i > 0 && colon - i < kReach; --i) {
            const Word& word = words_[i - 1];
            if (word.is(";") || word.is(":") || word.kind == Word::Kind::kCode) break;
            const KindMatch kind = kind_at(words_, i - 1);
            if (kind.words == 0 || !word.capital) continue;
            const std::size_t behind = i - 1 + kind.words;
            if (behind == colon) {
                lead.kind = kind.name;
                lead.whole = {i - 1, colon};
                lead.own_kind = true;
                issuer_in_front(lead);
                return lead;
            }
            if (!word_at(behind, "cua") || behind + 1 >= colon) continue;
            lead.kind = kind.name;
            lead.issuer_words = {behind + 1, colon};
            lead.issuer = words_text(text_, words_, lead.issuer_words);
            return lead;
        }
        return lead;
    }

    bool names(const WordRange& range, const std::string& number) const {
        for (std::size_t w = range.begin; w < range.end; ++w) {
            if (words_[w].kind == Word::Kind::kCode && words_[w].folded == number) return true;
        }
        return false;
    }

    /// "các Quyết định của Bộ trưởng … phê duyệt … (Số 1226/QĐ-… ngày … và số 2657/QĐ-… ngày …)": what stands before
    /// the bracket is said of the documents in it.
    void from_lead_in(Citation& citation) const {
        std::size_t open = citation.whole.begin;
        while (open > 0 && !words_[open - 1].is("(")) {
            if (words_[open - 1].is(")") || words_[open - 1].is(";") || citation.whole.begin - open > 60) return;
            --open;
        }
        if (open == 0) return;
        --open;
        for (std::size_t i = open; i > 0 && open - i < 70; --i) {
            if (words_[i - 1].is(";") || words_[i - 1].is("(") || ends_sentence(words_, i - 1)) return;
            const KindMatch kind = kind_at(words_, i - 1);
            const std::size_t behind = i - 1 + kind.words;
            if (kind.name != citation.kind || !word_at(behind, "cua")) continue;
            Citation lead;
            const std::size_t at = read_issuer(behind, lead);
            read_subject(at, lead);
            if (citation.issuer_words.empty()) {
                citation.issuer = lead.issuer;
                citation.issuer_words = lead.issuer_words;
            }
            if (citation.subject.empty() && lead.subject_words.end <= open) {
                citation.subject = lead.subject;
                citation.subject_words = lead.subject_words;
                citation.period = lead.period;
            }
            return;
        }
    }

    /// Which words stand between the kind and the end of the issuer of a numbered citation, and where subjects begin.
    void mark_heads() {
        in_head_.assign(words_.size(), false);
        subject_begins_.assign(words_.size(), false);
        for (const Citation& citation : found_) {
            std::size_t end = std::max(citation.number_words.end, citation.date_words.end);
            if (citation.issuer_words.begin >= citation.number_words.end)
                end = std::max(end, citation.issuer_words.end);
            for (std::size_t i = citation.whole.begin; i < end && i < words_.size(); ++i) in_head_[i] = true;
            if (!citation.subject_words.empty()) subject_begins_[citation.subject_words.begin] = true;
        }
    }

    void unnumbered(std::size_t at) {
        if (!words_[at].capital) return;
        if (at > 0 && words_[at - 1].folded == "bo" && words_[at].folded == "luat") return;
        const KindMatch kind = kind_at(words_, at);
        if (kind.words == 0) return;
        const std::size_t from = at + kind.words;
        if (from >= words_.size() || match(words_, from, "=này") || words_[from].kind == Word::Kind::kCode) return;
        if (words_[at].caps && !context_.title.empty()) return;  // headings
        if (kind.name == "Luật" || kind.name == "Bộ luật" || kind.name == "Pháp lệnh") {
            law(at, from, kind.name);
        } else if (kind.name == "Hiến pháp") {
            constitution(at, from);
        } else if (kind.name == "Quy chế" || kind.name == "Quy định") {
            regulation(at, from, kind.name);
        } else if (kind.name == "Nghị quyết") {
            if (match(words_, from, "dai hoi") || match(words_, from, "trung uong") ||
                match(words_, from, "hoi nghi")) {
                named(at, from, kind.name);
            }
        } else if (kind.name == "Kế hoạch" || kind.name == "Chương trình" || kind.name == "Chiến lược" ||
                   kind.name == "Đề án") {
            program(at, from, kind.name);
        }
    }

    void law(std::size_t at, std::size_t from, const std::string& kind) {
        const Word& first = words_[from];
        const bool amending = match(words_, from, "sua doi") > 0;
        std::size_t end = law_name_end(words_, from);
        // "Luật tổ chức chính quyền địa phương ngày 16/6/2025": small letters, but a date of its own.
        if (!first.capital && !amending && !(match(words_, end, "ngay") && date_at(words_, end))) return;
        if (end <= from || (!amending && numbered_citation_at(words_, end))) return;  // numbered() has it
        // "Luật Khoa học và công nghệ (Luật số 29/2013/QH13 ngày …)"
        const auto inside = std::find_if(found_.begin(), found_.end(),
                                         [&](const Citation& c) { return c.whole.begin == end + 1 && c.own_kind; });
        if (inside != found_.end() && words_[end].is("(") && inside->subject.empty() && inside->kind == kind) {
            inside->subject_words = {from, end};
            inside->subject = words_text(text_, words_, inside->subject_words);
            inside->whole.begin = at;
            return;
        }
        Citation citation;
        citation.kind = kind;
        citation.subject_words = {from, end};
        if (const auto date = date_at(words_, end); date && match(words_, end, "ngay")) {
            citation.date = date->date;
            citation.date_words = {end, end + date->words};
            end += date->words;
        }
        citation.whole = {at, effective(end, citation)};
        if (amending) skip_until_ = end;
        add(std::move(citation));
    }

    void constitution(std::size_t at, std::size_t from) {
        const std::size_t name = match(words_, from, "nuoc cong hoa xa hoi chu nghia viet nam");
        std::size_t end = from + name;
        if (match(words_, end, "nam") && integer_at(words_, end + 1).value_or(0) >= 1945) end += 2;
        if (end == from) return;
        Citation citation;
        citation.kind = "Hiến pháp";
        citation.issuer = "Quốc hội";
        citation.subject_words = {from, end};
        citation.whole = {at, end};
        add(std::move(citation));
    }

    void regulation(std::size_t at, std::size_t from, const std::string& kind) {
        constexpr auto kNamed = std::to_array<std::string_view>(
            {"=về", "thi dua", "lam viec", "phoi hop", "dan chu", "chi tieu", "to chuc", "hoat dong", "cong tac"});
        if (!matches(words_, from, kNamed) || introduced(at)) return;
        if (const std::size_t about = match(words_, from, "=về việc")) from += about;
        else if (match(words_, from, "=về")) ++from;
        named(at, from, kind);
    }

    void program(std::size_t at, std::size_t from, const std::string& kind) {
        if (introduced(at) || words_[from].kind == Word::Kind::kSign) return;
        if (kind == "Kế hoạch" && at > 0 && words_[at - 1].folded == "thuoc") return;
        if (words_[from].capital && !words_[from].is("“")) return;
        std::size_t end = subject_end(words_, from, context_);
        for (std::size_t i = from; i < end; ++i) {  // "… (thay thế Quy chế ban hành kèm theo Quyết định số …)"
            if (words_[i].is("(") && match(words_, i + 1, "thay the")) end = i;
        }
        const bool dated = !period_in(words_, from, end).empty() || find_year(from, end);
        if (!dated || end - from < 4 || is_own_subject(from)) return;
        // "Kế hoạch phát động … của Phòng Tư pháp" announces itself; a plan cited by name alone is one of higher
        // bodies.
        named(at, from, kind);
    }

    void named(std::size_t at, std::size_t from, const std::string& kind) {
        if (introduced(at)) return;
        Citation citation;
        citation.kind = kind;
        std::size_t end = subject_end(words_, from, context_);
        for (std::size_t i = from; i < end; ++i) {
            const bool stop = match(words_, i, "=được") || match(words_, i, "=đã") || match(words_, i, "=là") ||
                              match(words_, i, "=do") || words_[i].kind == Word::Kind::kCode ||
                              numbered_citation_at(words_, i) || (kind == "Nghị quyết" && words_[i].is(","));
            if (stop) end = i;
        }
        if (end <= from || begins_subject(at)) return;
        citation.subject_words = {from, end};
        citation.whole = {at, effective(end, citation)};
        add(std::move(citation));
    }

    void add(Citation citation) {
        citation.subject = words_text(text_, words_, citation.subject_words);
        citation.period = period_in(words_, citation.subject_words.begin, citation.subject_words.end);
        if (citation.kind == "Luật" || citation.kind == "Bộ luật") citation.issuer = "Quốc hội";
        if (!citation.subject.empty()) found_.push_back(std::move(citation));
    }

    /// "có hiệu lực (thi hành) (kể) từ ngày 01/01/2024" behind the name.
    std::size_t effective(std::size_t at, Citation& citation) const {
        std::size_t i = at;
        if (i < words_.size() && words_[i].is(",")) ++i;
        if (!match(words_, i, "co hieu luc")) return at;
        i += 3;
        for (const std::string_view part : {"thi hanh", "ke tu", "=từ", "tu"}) i += match(words_, i, part);
        const auto date = date_at(words_, i);
        if (!date) return at;
        citation.effective_from = date->date;
        return i + date->words;
    }

    /// "ban hành Kế hoạch …", "Trên đây là Kế hoạch …": the document speaks of itself.
    bool introduced(std::size_t at) const {
        constexpr auto kBefore =
            std::to_array<std::string_view>({"ban hanh", "xay dung", "day la", "tham muu", "nhu", "phe duyet"});
        if (at > 0 && words_[at - 1].is("“")) --at;
        for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
            const auto [length, index] = match_any(words_, at - back, kBefore);
            if (length == back) return true;
        }
        return false;
    }

    /// "Quyết định số 01/2025/QĐ-UBND … về Quy chế làm việc": the regulation is what that decision issues.
    bool begins_subject(std::size_t at) const { return subject_begins_[at]; }

    bool find_year(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i + 1 < to; ++i) {
            if (words_[i].folded == "nam" && integer_at(words_, i + 1).value_or(0) >= 1945) return true;
        }
        return false;
    }

    bool is_own_subject(std::size_t from) const {
        const Words& title = context_.title;
        constexpr std::size_t kEnough = 4;
        if (title.size() < kEnough) return false;
        for (std::size_t t = 0; t + kEnough <= title.size() && t < 6; ++t) {
            std::size_t same = 0;
            while (same < kEnough && from + same < words_.size() &&
                   title[t + same].folded == words_[from + same].folded)
                ++same;
            if (same == kEnough) return true;
        }
        return false;
    }

    const std::string& text_;
    const Words& words_;
    const CitationContext& context_;
    std::vector<Citation> found_;
    std::vector<bool> in_head_;
    std::vector<bool> subject_begins_;
    std::size_t skip_until_ = 0;  ///< behind the laws that an amending law names
};

}  // namespace

std::vector<Citation> find_citations(const std::string& text, const Words& words, const CitationContext& context) {
    return Finder(text, words, context).run();
}

}  // namespace thidua::intake
