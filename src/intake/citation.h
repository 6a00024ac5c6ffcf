#pragma once
// Citations of documents in running text: "Kế hoạch số 184-KH/TU ngày 27/12/2023 của Ban Thường vụ Tỉnh ủy về …". The
// first citation of a document gives kind, number, date, issuer and subject (NĐ 30/2020 Phụ lục I, II.6.c); where the
// subject ends is not marked in the text, so the rules for that stand together in subject_end.cpp.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "intake/words.h"

namespace thidua::intake {

/// Words [begin, end) of the passage; begin == end: not there.
struct WordRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
};

struct Citation {
    std::string kind;
    std::string number;
    std::optional<base::Date> date;
    std::string issuer;
    std::string subject;
    std::optional<base::Date> effective_from;
    std::string period;     ///< "2021 - 2025"
    bool own_kind = false;  ///< the kind is written in front of the number (not taken from the symbol)
    WordRange whole;
    WordRange number_words;
    WordRange date_words;
    WordRange issuer_words;
    WordRange subject_words;
};

struct CitationContext {
    /// Title of the document that cites, folded words: a ";" that the title has too does not end a subject, and a
    /// document without number whose subject is the title's is the document itself.
    Words title;
    /// The passage is a "Căn cứ …;" by itself: a ";" inside ends its subject only before the next document.
    bool basis_line = false;
};

/// Citations in order of their place, numbered ones and those without number (laws, regulations, congress resolutions).
std::vector<Citation> find_citations(const std::string& text, const Words& words, const CitationContext& context);

/// A kind of document at word `at` ("Kế hoạch", "Thông tư liên tịch"): number of words and proper spelling; {0, ""}
/// when none.
struct KindMatch {
    std::size_t words = 0;
    std::string name;
};
KindMatch kind_at(const Words& words, std::size_t at);

/// The first word behind the subject that begins at `from`.
std::size_t subject_end(const Words& words, std::size_t from, const CitationContext& context);
/// The first word behind the name of a law that begins at `from` ("Thi đua, khen thưởng năm 2022").
std::size_t law_name_end(const Words& words, std::size_t from);
/// Does a citation with number begin at `at` (kind or "số", then the number)?
bool numbered_citation_at(const Words& words, std::size_t at);
/// An office as the subject of a main clause at `at`: "UBND tỉnh ban hành", "Phòng Tư pháp … xây dựng". Words up to the
/// verb, or 0.
std::size_t main_clause_at(const Words& words, std::size_t at);
/// A word that begins the name of an office, body or officer at `at`, with capital.
bool office_at(const Words& words, std::size_t at);

/// "2021 - 2025" of "giai đoạn 2021 - 2025", "(2021-2025)", "nhiệm kỳ 2026 - 2031" in [from, to); empty when none.
std::string period_in(const Words& words, std::size_t from, std::size_t to);

/// Bytes of the passage that the words cover, with stray signs at both ends left out.
std::string words_text(const std::string& text, const Words& words, WordRange range);

}  // namespace thidua::intake
