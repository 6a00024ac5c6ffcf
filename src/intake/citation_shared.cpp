#include "intake/citation_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "intake/document_number.h"

namespace thidua::intake {

/// "Chỉ thị số 31-CT/TU ngày 06/6/2023, Kế hoạch số 134-KH/TU ngày 29/12/2023 của Ban Thường vụ Tỉnh ủy": what
/// follows the last document of such a list is said of all of them, where the symbols name the same body.
void CitationFinder::share() {
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
            if ((!second.own_kind || amend) && !second.subject.empty() && !names(second.subject_words, first.number)) {
                first.subject = second.subject;
                first.subject_words = second.subject_words;
                first.period = second.period;
            }
        }
    }
}

/// Does nothing but "," ";" "và" stand between citation `i` and the one before, of the same body?
bool CitationFinder::joined_to(std::size_t i) const {
    const Citation& first = found_[i - 1];
    for (std::size_t w = first.whole.end; w < found_[i].whole.begin; ++w) {
        const Word& word = words_[w];
        if (!word.is(";") && !word.is(",") && word.folded != "va" && word.folded != "cac") return false;
    }
    return issuer_symbol(first.number) == issuer_symbol(found_[i].number);
}

/// "các Quyết định của Bộ trưởng Bộ Tư pháp: Số 524/QĐ-BTP ngày … về …; số 853/QĐ-BTP ngày … về …": what stands
/// before the colon is said of all that follow it.
void CitationFinder::from_colon() {
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
Citation CitationFinder::lead_before(std::size_t colon) const {
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

bool CitationFinder::names(const WordRange& range, const std::string& number) const {
    for (std::size_t w = range.begin; w < range.end; ++w) {
        if (words_[w].kind == Word::Kind::kCode && words_[w].folded == number) return true;
    }
    return false;
}

/// "các Quyết định của Bộ trưởng … phê duyệt … (Số 1226/QĐ-… ngày … và số 2657/QĐ-… ngày …)": what stands before
/// the bracket is said of the documents in it.
void CitationFinder::from_lead_in(Citation& citation) const {
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

}  // namespace thidua::intake
