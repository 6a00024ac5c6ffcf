#pragma once
// How find_citations() works: numbered documents first, then what is said once of several of them, then those without a
// number. Each part stands in a file of its own; none but these include this.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/citation.h"

namespace thidua::intake {

/// Where the subject of a document begins (subject_start.cpp): behind "về", "về việc", or with a verb of its own.
struct SubjectStart {
    std::size_t at = 0;  ///< first word of the subject
    bool found = false;
};
SubjectStart subject_start(const Words& words, std::size_t at);
/// A verb that opens a subject and belongs to it ("quy định chi tiết …").
bool subject_verb_at(const Words& words, std::size_t at);
/// One that does so only behind a body whose name ends there for sure.
bool verb_behind_body_at(const Words& words, std::size_t at);

class CitationFinder {
public:
    CitationFinder(const std::string& text, const Words& words, const CitationContext& context)
        : text_(text), words_(words), context_(context) {}

    std::vector<Citation> run();

private:
    bool word_at(std::size_t at, std::string_view folded) const {
        return at < words_.size() && words_[at].folded == folded;
    }

    // Documents with a number (citation.cpp).
    void numbered(std::size_t code);
    void law_in_front(std::size_t before, Citation& citation) const;
    bool legislature_behind(std::size_t at) const;
    std::size_t amending_law(std::size_t inner, std::size_t before) const;
    std::size_t read_subject(std::size_t at, Citation& citation) const;
    void mark_heads();

    // Who issued (citation_issuer.cpp).
    std::size_t read_issuer(std::size_t at, Citation& citation) const;
    bool closed_body(std::size_t from, std::size_t end) const;
    void issuer_in_front(Citation& citation) const;
    bool proposed_by(std::size_t at) const;
    bool name_goes_on(std::size_t from, std::size_t comma) const;
    bool name_word(std::size_t at) const;
    static void mend_case(std::string& name);

    // What is said once of several documents (citation_shared.cpp).
    void share();
    bool joined_to(std::size_t i) const;
    void from_colon();
    Citation lead_before(std::size_t colon) const;
    bool names(const WordRange& range, const std::string& number) const;
    void from_lead_in(Citation& citation) const;

    // Laws, regulations, programmes by name (citation_named.cpp).
    void unnumbered(std::size_t at);
    void law(std::size_t at, std::size_t from, const std::string& kind);
    void constitution(std::size_t at, std::size_t from);
    void regulation(std::size_t at, std::size_t from, const std::string& kind);
    void program(std::size_t at, std::size_t from, const std::string& kind);
    void named(std::size_t at, std::size_t from, const std::string& kind);
    void add(Citation citation);
    std::size_t effective(std::size_t at, Citation& citation) const;
    bool introduced(std::size_t at) const;
    bool find_year(std::size_t from, std::size_t to) const;
    bool is_own_subject(std::size_t from) const;
    /// "Quyết định số 01/2025/QĐ-UBND … về Quy chế làm việc": the regulation is what that decision issues.
    bool begins_subject(std::size_t at) const { return subject_begins_[at]; }

    const std::string& text_;
    const Words& words_;
    const CitationContext& context_;
    std::vector<Citation> found_;
    std::vector<bool> in_head_;
    std::vector<bool> subject_begins_;
    std::size_t skip_until_ = 0;  ///< behind the laws that an amending law names
};

}  // namespace thidua::intake
