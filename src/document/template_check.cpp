#include <utility>

#include "document/template.h"
#include "document/template_scope.h"

namespace thidua::document {
namespace {

class Checker {
public:
    Checker(const Template& wording, const Scope& scope) : wording_(wording) { chain_.push_back(&scope); }

    base::Status check() {
        check_line(wording_.kind, line_of("loại"));
        check_line(wording_.subject, line_of("trích yếu"));
        check_line(wording_.addressee, line_of("kính gửi"));
        for (const auto& signer : wording_.signers) {
            check_line(signer.title, line_of("hai chữ ký"));
            check_line(signer.name, line_of("hai chữ ký"));
        }
        for (const TemplateLine& line : wording_.recipients) check_line(line, line_of("nơi nhận"));
        check_nodes(wording_.body);
        for (const Template::Annex& annex : wording_.annexes) {
            check_line(annex.title, annex.line_number);
            check_nodes(annex.body);
        }
        if (vi_.empty()) return {};
        const std::string line = std::to_string(bad_line_);
        return base::fail(base::ErrorKind::kBadInput, wording_.name + ", dòng " + line + ": " + vi_,
                          wording_.name + ", line " + line + ": " + en_, wording_.name + ":" + line);
    }

private:
    int line_of(const std::string& directive) const {
        const auto found = wording_.used_on_line.find(directive);
        return found == wording_.used_on_line.end() ? 1 : found->second;
    }

    void refuse(int line, const std::string& name, bool list) {
        if (!vi_.empty()) return;
        bad_line_ = line;
        std::string known;
        for (auto scope = chain_.rbegin(); scope != chain_.rend(); ++scope) {
            const auto add = [&](const std::string& key) { known += (known.empty() ? "" : ", ") + key; };
            if (list) {
                for (const auto& [key, value] : (*scope)->lists) add(key);
            } else {
                for (const auto& [key, value] : (*scope)->fields) add(key);
            }
        }
        vi_ = std::string(list ? "không có danh sách “" : "không có trường “") + name + "”. Có: " + known + ".";
        en_ = std::string(list ? "there is no list “" : "there is no field “") + name + "”. There are: " + known + ".";
    }

    const ScopeList* list(const std::string& name) const { return find_list(chain_, name); }

    void check_condition(const TemplateCondition& condition, int line) {
        if (!has_field(chain_, condition.name) && !list(condition.name)) refuse(line, condition.name, false);
    }

    template <class Inside>
    void in_each(const std::string& name, int line, Inside inside) {
        const ScopeList* found = list(name);
        if (!found) {
            refuse(line, name, true);
            return;
        }
        if (found->shape.empty()) return;
        chain_.push_back(&found->shape.front());
        inside();
        chain_.pop_back();
    }

    void check_line(const TemplateLine& spans, int line) {
        for (const TemplateSpan& span : spans) {
            switch (span.kind) {
                case TemplateSpan::Kind::kText:
                case TemplateSpan::Kind::kBlank: break;
                case TemplateSpan::Kind::kField:
                    if (!has_field(chain_, span.text)) refuse(line, span.text, false);
                    break;
                case TemplateSpan::Kind::kWhen:
                    check_condition(span.condition, line);
                    check_line(span.inner, line);
                    check_line(span.otherwise, line);
                    break;
                case TemplateSpan::Kind::kEach: in_each(span.text, line, [&] { check_line(span.inner, line); }); break;
            }
        }
    }

    void check_nodes(const std::vector<TemplateNode>& nodes) {
        for (const TemplateNode& node : nodes) {
            switch (node.kind) {
                case TemplateNode::Kind::kPageBreak: break;
                case TemplateNode::Kind::kParagraph: check_line(node.line, node.line_number); break;
                case TemplateNode::Kind::kRow:
                    for (const TemplateCell& cell : node.cells) check_line(cell.line, node.line_number);
                    break;
                case TemplateNode::Kind::kWhen:
                    check_condition(node.condition, node.line_number);
                    check_nodes(node.inner);
                    check_nodes(node.otherwise);
                    break;
                case TemplateNode::Kind::kEach:
                    in_each(node.condition.name, node.line_number, [&] { check_nodes(node.inner); });
                    break;
                case TemplateNode::Kind::kTable: check_nodes(node.inner); break;
            }
        }
    }

    const Template& wording_;
    ScopeChain chain_;
    int bad_line_ = 0;
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

base::Status check_template(const Template& wording, const Scope& scope) { return Checker(wording, scope).check(); }

}  // namespace thidua::document
