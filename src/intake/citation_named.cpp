#include "intake/citation_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "intake/document_number.h"
#include "text/letters.h"

namespace thidua::intake {

void CitationFinder::unnumbered(std::size_t at) {
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
        if (match(words_, from, "dai hoi") || match(words_, from, "trung uong") || match(words_, from, "hoi nghi")) {
            named(at, from, kind.name);
        }
    } else if (kind.name == "Kế hoạch" || kind.name == "Chương trình" || kind.name == "Chiến lược" ||
               kind.name == "Đề án") {
        program(at, from, kind.name);
    }
}

void CitationFinder::law(std::size_t at, std::size_t from, const std::string& kind) {
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

void CitationFinder::constitution(std::size_t at, std::size_t from) {
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

void CitationFinder::regulation(std::size_t at, std::size_t from, const std::string& kind) {
    constexpr auto kNamed = std::to_array<std::string_view>(
        {"=về", "thi dua", "lam viec", "phoi hop", "dan chu", "chi tieu", "to chuc", "hoat dong", "cong tac"});
    if (!matches(words_, from, kNamed) || introduced(at)) return;
    if (const std::size_t about = match(words_, from, "=về việc")) from += about;
    else if (match(words_, from, "=về")) ++from;
    named(at, from, kind);
}

void CitationFinder::program(std::size_t at, std::size_t from, const std::string& kind) {
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

void CitationFinder::named(std::size_t at, std::size_t from, const std::string& kind) {
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

void CitationFinder::add(Citation citation) {
    citation.subject = words_text(text_, words_, citation.subject_words);
    citation.period = period_in(words_, citation.subject_words.begin, citation.subject_words.end);
    if (citation.kind == "Luật" || citation.kind == "Bộ luật") citation.issuer = "Quốc hội";
    if (!citation.subject.empty()) found_.push_back(std::move(citation));
}

/// "có hiệu lực (thi hành) (kể) từ ngày 01/01/2024" behind the name.
std::size_t CitationFinder::effective(std::size_t at, Citation& citation) const {
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
bool CitationFinder::introduced(std::size_t at) const {
    constexpr auto kBefore =
        std::to_array<std::string_view>({"ban hanh", "xay dung", "day la", "tham muu", "nhu", "phe duyet"});
    if (at > 0 && words_[at - 1].is("“")) --at;
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
        const auto [length, index] = match_any(words_, at - back, kBefore);
        if (length == back) return true;
    }
    return false;
}

bool CitationFinder::find_year(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i + 1 < to; ++i) {
        if (words_[i].folded == "nam" && integer_at(words_, i + 1).value_or(0) >= 1945) return true;
    }
    return false;
}

bool CitationFinder::is_own_subject(std::size_t from) const {
    const Words& title = context_.title;
    constexpr std::size_t kEnough = 4;
    if (title.size() < kEnough) return false;
    for (std::size_t t = 0; t + kEnough <= title.size() && t < 6; ++t) {
        std::size_t same = 0;
        while (same < kEnough && from + same < words_.size() && title[t + same].folded == words_[from + same].folded)
            ++same;
        if (same == kEnough) return true;
    }
    return false;
}

}  // namespace thidua::intake
