#include <algorithm>
#include <utility>

#include "document/template.h"
#include "document/template_scope.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

/// Letters to change, add or leave out to get from one to the other; both without accents.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t i = 0; i <= b.size(); ++i) row[i] = i;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t changed = corner + (a[i] == b[k] ? 0 : 1);
            corner = row[k + 1];
            row[k + 1] = std::min({changed, row[k] + 1, row[k + 1] + 1});
        }
    }
    return row.back();
}

/// Names longer than this are no slips of the pen.
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostGuesses = 3;

class Checker {
public:
    Checker(const Template& wording, const Scope& scope, std::vector<TemplateName>* used)
        : wording_(wording), used_(used) {
        chain_.push_back(&scope);
        lists_.emplace_back();
    }

    base::Status check(TemplateFault& fault) {
        check_line(wording_.kind);
        check_line(wording_.subject);
        check_line(wording_.addressee);
        for (const auto& signer : wording_.signers) {
            check_line(signer.title);
            check_line(signer.name);
        }
        for (const TemplateLine& line : wording_.recipients) check_line(line);
        check_nodes(wording_.body);
        for (const Template::Annex& annex : wording_.annexes) {
            check_line(annex.title);
            check_nodes(annex.body);
        }
        if (vi_.empty()) return {};
        fault = fault_at(wording_.source, at_, vi_, en_);
        return tl::unexpected(error_of(fault, wording_.name));
    }

private:
    /// The names that were perhaps meant; all of them when none is near.
    std::string guesses(const std::string& name, bool list, bool& near) const {
        std::vector<std::pair<std::size_t, std::string>> known;
        const std::string wanted = name.size() > kLongestName ? std::string() : text::fold(name);
        for (auto scope = chain_.rbegin(); scope != chain_.rend(); ++scope) {
            const auto add = [&](const std::string& key) {
                known.emplace_back(wanted.empty() ? kLongestName : distance(wanted, text::fold(key)), key);
            };
            if (list) {
                for (const auto& [key, value] : (*scope)->lists) add(key);
            } else {
                for (const auto& [key, value] : (*scope)->fields) add(key);
            }
        }
        const auto nearer = [](const auto& a, const auto& b) { return a.first < b.first; };
        const auto nearest = std::min_element(known.begin(), known.end(), nearer);
        near = nearest != known.end() && nearest->first <= std::max<std::size_t>(1, wanted.size() / 3);
        if (near) std::stable_sort(known.begin(), known.end(), nearer);
        std::string out;
        std::size_t count = 0;
        for (const auto& [far, key] : known) {
            if (near && (++count > kMostGuesses || far > known.front().first + 1)) break;
            out += (out.empty() ? "“" : "”, “") + key;
        }
        return out + "”";
    }

    void refuse(SourceRange at, const std::string& name, bool list) {
        if (!vi_.empty()) return;
        at_ = at;
        bool near = false;
        const std::string known = guesses(name, list, near);
        vi_ = std::string(list ? "không có danh sách “" : "không có trường “") + name + "”. " +
              (near ? "Có phải: " + known + "?" : "Có: " + known + ".");
        en_ = std::string(list ? "there is no list “" : "there is no field “") + name + "”. " +
              (near ? "Perhaps: " + known + "?" : "There are: " + known + ".");
    }

    void note(const std::string& name, bool list) {
        if (used_ == nullptr) return;
        TemplateName found{name, {}, list};
        for (std::size_t at = chain_.size(); at-- > 0;) {
            const bool here = list ? chain_[at]->lists.count(name) > 0 : chain_[at]->fields.count(name) > 0;
            if (!here) continue;
            found.list = lists_[at];
            return add(std::move(found));
        }
        // "số đề nghị" is about the list; "stt" and the like are of no one.
        if (!list && name.rfind(kCountWord, 0) == 0) note(name.substr(kCountWord.size()), true);
    }

    void add(TemplateName found) {
        if (std::find(used_->begin(), used_->end(), found) == used_->end()) used_->push_back(std::move(found));
    }

    const ScopeList* list(const std::string& name) const { return find_list(chain_, name); }

    void check_field(const std::string& name, SourceRange at) {
        if (has_field(chain_, name)) note(name, false);
        else refuse(at, name, false);
    }

    void check_condition(const TemplateCondition& condition, SourceRange at) {
        if (!has_field(chain_, condition.name) && list(condition.name)) note(condition.name, true);
        else check_field(condition.name, at);
    }

    template <class Inside>
    void in_each(const std::string& name, SourceRange at, Inside inside) {
        const ScopeList* found = list(name);
        if (!found) {
            refuse(at, name, true);
            return;
        }
        note(name, true);
        if (found->shape.empty()) return;
        chain_.push_back(&found->shape.front());
        lists_.push_back(name);
        inside();
        chain_.pop_back();
        lists_.pop_back();
    }

    void check_line(const TemplateLine& spans) {
        for (const TemplateSpan& span : spans) {
            switch (span.kind) {
                case TemplateSpan::Kind::kText:
                case TemplateSpan::Kind::kBlank: break;
                case TemplateSpan::Kind::kField: check_field(span.text, span.at); break;
                case TemplateSpan::Kind::kWhen:
                    check_condition(span.condition, span.at);
                    check_line(span.inner);
                    check_line(span.otherwise);
                    break;
                case TemplateSpan::Kind::kEach: in_each(span.text, span.at, [&] { check_line(span.inner); }); break;
            }
        }
    }

    void check_nodes(const std::vector<TemplateNode>& nodes) {
        for (const TemplateNode& node : nodes) {
            switch (node.kind) {
                case TemplateNode::Kind::kPageBreak: break;
                case TemplateNode::Kind::kParagraph: check_line(node.line); break;
                case TemplateNode::Kind::kRow:
                    for (const TemplateCell& cell : node.cells) check_line(cell.line);
                    break;
                case TemplateNode::Kind::kWhen:
                    check_condition(node.condition, node.at);
                    check_nodes(node.inner);
                    check_nodes(node.otherwise);
                    break;
                case TemplateNode::Kind::kEach:
                    in_each(node.condition.name, node.at, [&] { check_nodes(node.inner); });
                    break;
                case TemplateNode::Kind::kTable: check_nodes(node.inner); break;
            }
        }
    }

    const Template& wording_;
    ScopeChain chain_;
    std::vector<std::string> lists_;  ///< the names of the repeats in chain_
    std::vector<TemplateName>* used_;
    SourceRange at_;
    std::string vi_;
    std::string en_;
};

}  // namespace

bool has_field(const ScopeChain& chain, std::string_view name) {
    if (chain.size() > 1 && (name == "stt" || name == "đầu" || name == "cuối")) return true;
    if (name.substr(0, kCountWord.size()) == kCountWord && find_list(chain, name.substr(kCountWord.size())))
        return true;
    for (const Scope* scope : chain) {
        if (scope->fields.find(name) != scope->fields.end()) return true;
    }
    return false;
}

const ScopeList* find_list(const ScopeChain& chain, std::string_view name) {
    for (auto scope = chain.rbegin(); scope != chain.rend(); ++scope) {
        const auto found = (*scope)->lists.find(name);
        if (found != (*scope)->lists.end()) return &found->second;
    }
    return nullptr;
}

base::Status check_template(const Template& wording, const Scope& scope, TemplateFault* fault,
                            std::vector<TemplateName>* used) {
    TemplateFault own;
    return Checker(wording, scope, used).check(fault != nullptr ? *fault : own);
}

}  // namespace thidua::document
