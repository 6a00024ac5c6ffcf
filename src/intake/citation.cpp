#include "intake/citation_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "intake/document_number.h"

namespace thidua::intake {

std::vector<Citation> CitationFinder::run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].kind == Word::Kind::kCode && !words_[i].blank_code) numbered(i);
    }
    share();
    from_colon();
    for (Citation& citation : found_) {
        if (!citation.own_kind && (citation.issuer_words.empty() || citation.subject.empty())) from_lead_in(citation);
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

void CitationFinder::numbered(std::size_t code) {
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
        citation.own_kind ? std::min(begin, citation.subject_words.empty() ? begin : citation.subject_words.begin - 1)
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
void CitationFinder::law_in_front(std::size_t before, Citation& citation) const {
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

bool CitationFinder::legislature_behind(std::size_t at) const {
    while (at < words_.size() && words_[at].kind != Word::Kind::kCode) ++at;
    return at < words_.size() && issuer_from_number(words_[at].folded).ends_with("uốc hội");
}

/// "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14 ngày …": the number with a date behind it
/// is the amending law's. First word of its name, or 0.
std::size_t CitationFinder::amending_law(std::size_t inner, std::size_t before) const {
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

std::size_t CitationFinder::read_subject(std::size_t at, Citation& citation) const {
    SubjectStart start = subject_start(words_, at);
    if (!start.found && at < words_.size() && words_[at].is(",") &&
        (match(words_, at + 1, "phe duyet") || match(words_, at + 1, "quy dinh") || match(words_, at + 1, "=về"))) {
        start = subject_start(words_, at + 1);
    }
    if (!start.found && !citation.issuer_words.empty() && citation.issuer_words.end == at &&
        verb_behind_body_at(words_, at) && closed_body(citation.issuer_words.begin, at)) {
        start = {at, true};
    }
    if (!start.found) return at;
    std::size_t begin = start.at;
    std::size_t end = subject_end(words_, begin, context_);
    // A verb alone ("…, quy định:") says what the text does, not what the document is about.
    if (end - begin <= 2 && subject_verb_at(words_, begin)) return at;
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

/// Which words stand between the kind and the end of the issuer of a numbered citation, and where subjects begin.
void CitationFinder::mark_heads() {
    in_head_.assign(words_.size(), false);
    subject_begins_.assign(words_.size(), false);
    for (const Citation& citation : found_) {
        std::size_t end = std::max(citation.number_words.end, citation.date_words.end);
        if (citation.issuer_words.begin >= citation.number_words.end) end = std::max(end, citation.issuer_words.end);
        for (std::size_t i = citation.whole.begin; i < end && i < words_.size(); ++i) in_head_[i] = true;
        if (!citation.subject_words.empty()) subject_begins_[citation.subject_words.begin] = true;
    }
}

std::vector<Citation> find_citations(const std::string& text, const Words& words, const CitationContext& context) {
    return CitationFinder(text, words, context).run();
}

}  // namespace thidua::intake
