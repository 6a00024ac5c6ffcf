#include "intake/basis.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "intake/document_number.h"
#include "intake/letterhead.h"
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

}  // namespace

class BasisReader::Gatherer {
public:
    explicit Gatherer(const std::string& own_number)
        : own_key_(own_number.empty() ? std::string() : number_key(own_number)) {}

    void read(const Passage& passage, const Words& words, office::BasisDocument::Role role,
              const CitationContext& context) {
        for (const Citation& citation : find_citations(passage.text(), words, context)) {
            if (!citation.number.empty() && number_key(citation.number) == own_key_) continue;
            take(citation, passage, words, role);
        }
    }

    void read_title(const Passage& passage, const BodyWords& body) {
        const Words words = split_words(passage.text());
        for (Citation& citation : find_citations(passage.text(), words, {})) {
            if (citation.number.empty() || number_key(citation.number) == own_key_) continue;
            const std::size_t index = find(citation);
            if (index < reading_.documents.size()) {
                const WordRange& range = citation.whole;
                const std::size_t end = std::min(std::max(range.end, range.begin + 1), words.size());
                reading_.documents[index].mentions.push_back(
                    passage.span(words[range.begin].begin, words[end - 1].end));
                continue;
            }
            citation.issuer = sentence_case(citation.issuer, body);
            citation.subject = sentence_case(citation.subject, body);
            take(citation, passage, words, office::BasisDocument::Role::kBasis);
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
            return range.empty() ? office::SourceSpan()
                                 : passage.span(words[range.begin].begin, words[range.end - 1].end);
        };
        const auto field = [&](std::string_view name, const WordRange& range) {
            if (!range.empty())
                reading_.fields.push_back({"basis." + std::to_string(index) + "." + std::string(name), span(range)});
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
        if (document.issuer == issuer_from_number(document.number) && !citation.issuer_words.empty() &&
            !citation.issuer.empty()) {
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
        if (!citation.number.empty() && !citation.subject.empty()) remember_content(citation.subject, index);
        if (!citation.subject.empty() &&
            (citation.kind == "Luật" || citation.kind == "Bộ luật" || citation.number.empty())) {
            by_name_.emplace(key, index);
        }
    }

    /// "phê duyệt Chương trình …", "ban hành Quy chế …": what the document with number puts in force.
    void remember_content(const std::string& subject, std::size_t index) {
        const Words words = split_words(subject);
        constexpr std::string_view kVerbs[] = {"phe duyet", "ban hanh", "cong bo"};
        const std::size_t at = match_any(words, 0, kVerbs).first;
        const KindMatch kind = kind_at(words, at);
        if (kind.words == 0 || at + kind.words >= words.size()) return;
        Citation content;
        content.kind = kind.name;
        content.subject = subject.substr(words[at + kind.words].begin);
        by_content_.emplace(name_key(content), index);
    }

    /// The record that the citation belongs to, or the number of records when it is a new one.
    std::size_t find(const Citation& citation) const {
        const std::size_t none = reading_.documents.size();
        if (citation.number.empty()) {
            const std::string key = name_key(citation);
            if (const auto found = by_name_.find(key); found != by_name_.end()) return found->second;
            // "Chương trình …" that a decision with number approved is cited by its own name later on.
            const auto issued = by_content_.find(key);
            return issued == by_content_.end() ? none : issued->second;
        }
        const auto found = by_number_.find(number_key(citation.number));
        if (found == by_number_.end()) return none;
        // A number is unique in its year and issuing body only: "05/KH-UBND" of 2021 is not that of 2024.
        const bool has_year =
            citation.number.find("/19") != std::string::npos || citation.number.find("/20") != std::string::npos;
        for (const std::size_t index : found->second) {
            const office::BasisDocument& document = reading_.documents[index];
            if (has_year || !document.date || !citation.date || document.date->year == citation.date->year)
                return index;
        }
        return none;
    }

    std::string own_key_;
    BasisReading reading_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_number_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::unordered_map<std::string, std::size_t> by_content_;
};

BasisReader::BasisReader(const std::string& own_number, const Passage& title, const BodyWords& body)
    : gatherer_(std::make_unique<Gatherer>(own_number)), title_(title), body_(body) {
    context_.title = split_words(title.text());
}

BasisReader::~BasisReader() = default;

void BasisReader::read(const OutlineItem& item, const Words& words) {
    const Passage& passage = item.paragraph->passage;
    if (item.paragraph->caps) return gatherer_->read_title(passage, body_);  // the title of an annex
    const bool preamble = item.kind == office::PlanItem::Kind::kPreamble;
    context_.basis_line = passage.text().starts_with("Căn cứ");
    gatherer_->read(passage, words,
                    preamble ? office::BasisDocument::Role::kBasis : office::BasisDocument::Role::kCited, context_);
}

BasisReading BasisReader::finish() {
    gatherer_->read_title(title_, body_);
    return gatherer_->finish();
}

}  // namespace thidua::intake
