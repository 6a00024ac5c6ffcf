#include "intake/basis.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "intake/document_number.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

/// Name of a document without number, for comparing: folded, without "năm 2022" and signs.
std::string name_key(const Citation& citation) {
    std::string key = text::fold(citation.kind) + ":";
    const Words words = split_words(citation.subject);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind == Word::Kind::kSign) continue;
        if (words[i].folded == "nam" && integer_at(words, i + 1).value_or(0) >= 1945) {
            ++i;
            continue;
        }
        key += words[i].folded + ' ';
    }
    return key;
}

class Gatherer {
public:
    explicit Gatherer(const std::string& own_number) : own_key_(own_number.empty() ? std::string() : number_key(own_number)) {}

    void read(const Passage& passage, office::BasisDocument::Role role, const CitationContext& context) {
        const Words words = split_words(passage.text());
        for (const Citation& citation : find_citations(passage.text(), words, context)) {
            if (!citation.number.empty() && number_key(citation.number) == own_key_) continue;
            take(citation, passage, words, role);
        }
    }

    BasisReading finish() { return std::move(reading_); }

private:
    void take(const Citation& citation, const Passage& passage, const Words& words, office::BasisDocument::Role role) {
        const std::size_t index = find(citation);
        const bool fresh = index == reading_.documents.size();
        if (fresh) {
            office::BasisDocument document;
            document.role = role;
            document.kind = citation.kind;
            document.number = citation.number;
            reading_.documents.push_back(std::move(document));
            if (!citation.number.empty()) by_number_[number_key(citation.number)].push_back(index);
        }
        office::BasisDocument& document = reading_.documents[index];
        const auto span = [&](const WordRange& range) {
            return range.empty() ? office::SourceSpan() : passage.span(words[range.begin].begin, words[range.end - 1].end);
        };
        const auto field = [&](std::string_view name, const WordRange& range) {
            if (!range.empty()) reading_.fields.push_back({"basis." + std::to_string(index) + "." + std::string(name), span(range)});
        };
        const std::size_t end = std::min(std::max(citation.whole.end, citation.whole.begin + 1), words.size());
        document.mentions.push_back(span({citation.whole.begin, end}));
        if (role == office::BasisDocument::Role::kBasis) document.role = role;
        if (fresh) field("number", citation.number_words);
        if (document.kind.empty() || (citation.own_kind && document.number.empty())) document.kind = citation.kind;
        if (!document.date && citation.date) {
            document.date = citation.date;
            field("date", citation.date_words);
        } else if (document.date && citation.date && *document.date != *citation.date) {
            reading_.conflicts.push_back({index, *citation.date, span(citation.date_words)});
        }
        if (document.issuer.empty() && !citation.issuer.empty()) {
            document.issuer = citation.issuer;
            field("issuer", citation.issuer_words);
        }
        // The fuller wording of an issuer wins over the one that the symbol implies.
        if (document.issuer == issuer_from_number(document.number) && !citation.issuer_words.empty() && !citation.issuer.empty()) {
            document.issuer = citation.issuer;
        }
        if (document.subject.empty() && !citation.subject.empty()) {
            document.subject = citation.subject;
            document.period = citation.period;
            field("subject", citation.subject_words);
        } else if (document.number.empty() && citation.subject.size() > document.subject.size()) {
            document.subject = citation.subject;  // "Luật Thi đua, khen thưởng" becomes "… năm 2022"
        }
        if (!document.effective_from) document.effective_from = citation.effective_from;
        const std::string key = name_key(citation);
        if (!citation.subject.empty() && (citation.kind == "Luật" || citation.kind == "Bộ luật" || citation.number.empty())) {
            by_name_.emplace(key, index);
        }
    }

    /// The record that the citation belongs to, or the number of records when it is a new one.
    std::size_t find(const Citation& citation) const {
        const std::size_t none = reading_.documents.size();
        if (citation.number.empty()) {
            const auto found = by_name_.find(name_key(citation));
            return found == by_name_.end() ? none : found->second;
        }
        const auto found = by_number_.find(number_key(citation.number));
        if (found == by_number_.end()) return none;
        // A number is unique in its year and issuing body only: "05/KH-UBND" of 2021 is not that of 2024.
        const bool has_year = citation.number.find("/19") != std::string::npos || citation.number.find("/20") != std::string::npos;
        for (const std::size_t index : found->second) {
            const office::BasisDocument& document = reading_.documents[index];
            if (has_year || !document.date || !citation.date || document.date->year == citation.date->year) return index;
        }
        return none;
    }

    std::string own_key_;
    BasisReading reading_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_number_;
    std::unordered_map<std::string, std::size_t> by_name_;
};

}  // namespace

BasisReading read_basis(std::span<const OutlineItem> outline, const Passage& title, const std::string& own_number) {
    Gatherer gatherer(own_number);
    CitationContext context;
    context.title = split_words(title.text());
    for (const OutlineItem& item : outline) {
        const bool preamble = item.kind == office::PlanItem::Kind::kPreamble;
        gatherer.read(item.paragraph->passage, preamble ? office::BasisDocument::Role::kBasis : office::BasisDocument::Role::kCited, context);
    }
    gatherer.read(title, office::BasisDocument::Role::kBasis, {});
    return gatherer.finish();
}

}  // namespace thidua::intake
