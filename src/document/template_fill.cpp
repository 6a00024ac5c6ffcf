#include <algorithm>
#include <utility>
#include <variant>

#include "document/frame.h"
#include "document/template.h"
#include "document/template_scope.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

struct Repeat {
    std::size_t index = 0;
    std::size_t count = 0;
};

class Filler {
public:
    Filler(const Template& wording, const Scope& scope, const office::Office& office, const Issue& issue)
        : wording_(wording), office_(office), issue_(issue) {
        chain_.push_back(&scope);
    }

    Document fill() {
        Form form;
        form.kind = wording_.letter ? std::string() : plain(wording_.kind);
        form.subject = plain(wording_.subject);
        form.symbol = wording_.symbol;
        form.addressed = wording_.addressed;
        form.numbered = wording_.numbered;
        form.dated = wording_.dated;
        form.closed = wording_.closed;
        form.signed_by_head = wording_.signed_by_head;
        if (wording_.landscape) std::swap(form.page.width_mm, form.page.height_mm);
        Issue issue = issue_;
        if (issue.recipients.empty()) {
            for (const TemplateLine& line : wording_.recipients) issue.recipients.push_back(plain(line));
        }
        const std::string addressee = plain(wording_.addressee);
        if (issue.addressees.empty() && !addressee.empty()) issue.addressees.push_back(addressee);
        std::vector<Block> body;
        fill_nodes(wording_.body, body);
        std::vector<Annex> annexes;
        for (const Template::Annex& source : wording_.annexes) {
            Annex annex{plain(source.title), {}, {}};
            if (source.landscape) std::swap(annex.page.width_mm, annex.page.height_mm);
            fill_nodes(source.body, annex.body);
            if (!annex.body.empty()) annexes.push_back(std::move(annex));
        }
        for (const auto& signer : wording_.signers) {
            form.signers.push_back({plain(signer.title), plain(signer.name)});
        }
        Document made = issue_document(office_, issue, form, std::move(body), std::move(annexes));
        for (Section& section : made.sections) mark_blanks(section);
        return made;
    }

private:
    /// The frame takes subjects as plain text: what is a blank in them becomes one again.
    static void mark_blanks(Section& section) {
        for (Block& block : section.blocks) {
            if (auto* p = std::get_if<Paragraph>(&block)) mark_blanks(*p);
            auto* table = std::get_if<Table>(&block);
            if (!table || table->role == Table::Role::kData) continue;
            for (TableRow& row : table->rows) {
                for (TableCell& cell : row.cells) {
                    for (Paragraph& p : cell.paragraphs) mark_blanks(p);
                }
            }
        }
    }
    static void mark_blanks(Paragraph& paragraph) {
        std::vector<Run> runs;
        for (Run& run : paragraph.runs) {
            while (!run.blank && run.text.size() > kBlank.size()) {
                const std::size_t at = run.text.find(kBlank);
                if (at == std::string::npos) break;
                Run before = run;
                before.text.resize(at);
                if (at > 0) runs.push_back(std::move(before));
                Run blank = run;
                blank.text = std::string(kBlank);
                blank.blank = true;
                runs.push_back(std::move(blank));
                run.text.erase(0, at + kBlank.size());
            }
            if (run.text == kBlank) run.blank = true;
            if (!run.text.empty()) runs.push_back(std::move(run));
        }
        paragraph.runs = std::move(runs);
    }

    // --- names -----------------------------------------------------------------------------------------------------
    Field value(const std::string& name) const {
        const auto own = chain_.back()->fields.find(name);
        if (own != chain_.back()->fields.end()) return own->second;
        if (!repeats_.empty()) {
            const Repeat& at = repeats_.back();
            if (name == "stt") return {std::to_string(at.index + 1), {}};
            if (name == "đầu") return {at.index == 0 ? "có" : "", {}};
            if (name == "cuối") return {at.index + 1 == at.count ? "có" : "", {}};
        }
        for (auto scope = chain_.rbegin(); scope != chain_.rend(); ++scope) {
            const auto found = (*scope)->fields.find(name);
            if (found != (*scope)->fields.end()) return found->second;
        }
        if (name.rfind(kCountWord, 0) == 0) {
            if (const ScopeList* list = find_list(chain_, name.substr(kCountWord.size()))) {
                return {counted(list->items.size()), {}};
            }
        }
        return {};
    }

    bool holds(const TemplateCondition& condition) const {
        bool is = false;
        const ScopeList* list = has_field(chain_, condition.name) ? nullptr : find_list(chain_, condition.name);
        if (list) {
            is = !list->items.empty();
        } else {
            const std::string text = value(condition.name).text;
            is = condition.compares ? text == condition.equals : !text.empty();
        }
        return is != condition.negated;
    }

    template <class Inside>
    void repeat(const std::string& name, Inside inside) {
        const ScopeList* list = find_list(chain_, name);
        if (!list) return;
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            chain_.push_back(&list->items[i]);
            repeats_.push_back({i, list->items.size()});
            inside(i);
            repeats_.pop_back();
            chain_.pop_back();
        }
    }

    // --- lines -----------------------------------------------------------------------------------------------------
    static std::string written(std::string text, const std::string& filter) {
        if (filter == "hoa") return capitals(text);
        if (filter == "thường") return inside_sentence(text);
        if (filter == "đầu câu") return sentence_start(text);
        if (filter == "gọn") return without_end_mark(text);
        return text;
    }

    static void add_run(std::vector<Run>& runs, Run run) {
        // The dots of a blank end the sentence: no full stop behind them.
        if (!runs.empty() && runs.back().blank && !run.blank && run.text.rfind('.', 0) == 0) run.text.erase(0, 1);
        const bool joins = !runs.empty() && !runs.back().blank && !run.blank && runs.back().bold == run.bold &&
                           runs.back().italic == run.italic;
        if (joins) {
            runs.back().text += run.text;
        } else if (!run.text.empty()) {
            runs.push_back(std::move(run));
        }
    }

    void fill_line(const TemplateLine& line, std::vector<Run>& runs, std::vector<Origin>& origins) {
        for (const TemplateSpan& span : line) {
            Run run;
            if (span.bold) run.bold = true;
            switch (span.kind) {
                case TemplateSpan::Kind::kText:
                    run.text = span.text;
                    add_run(runs, std::move(run));
                    break;
                case TemplateSpan::Kind::kBlank:
                    run.text = std::string(kBlank);
                    run.blank = true;
                    run.field = span.text;
                    add_run(runs, std::move(run));
                    break;
                case TemplateSpan::Kind::kField: {
                    const Field field = value(span.text);
                    for (const Origin& origin : field.origins) {
                        if (std::find(origins.begin(), origins.end(), origin) == origins.end())
                            origins.push_back(origin);
                    }
                    if (field.text.empty() && span.optional) break;
                    run.blank = field.text.empty();
                    run.text = run.blank ? std::string(kBlank) : written(field.text, span.filter);
                    if (run.blank) run.field = span.text;
                    add_run(runs, std::move(run));
                    break;
                }
                case TemplateSpan::Kind::kWhen:
                    fill_line(holds(span.condition) ? span.inner : span.otherwise, runs, origins);
                    break;
                case TemplateSpan::Kind::kEach:
                    repeat(span.text, [&](std::size_t i) {
                        if (i > 0) add_run(runs, {span.between, {}, {}, false});
                        fill_line(span.inner, runs, origins);
                    });
                    break;
            }
        }
    }

    Paragraph filled(StyleId look, const TemplateLine& line) {
        Paragraph made;
        made.style = look;
        fill_line(line, made.runs, made.origins);
        if (style(look).capitals) {
            for (Run& run : made.runs) run.text = capitals(run.text);
        }
        if (made.origins.empty()) made.origins.push_back({RecordKind::kOffice, 0});
        return made;
    }

    std::string plain(const TemplateLine& line) { return text_of(filled(StyleId::kBody, line)); }

    // --- blocks ----------------------------------------------------------------------------------------------------
    void fill_nodes(const std::vector<TemplateNode>& nodes, std::vector<Block>& blocks) {
        for (const TemplateNode& node : nodes) {
            switch (node.kind) {
                case TemplateNode::Kind::kParagraph: {
                    Paragraph made = filled(node.style, node.line);
                    made.keep_with_next = node.keep_with_next;
                    blocks.emplace_back(std::move(made));
                    break;
                }
                case TemplateNode::Kind::kPageBreak: blocks.emplace_back(PageBreak{}); break;
                case TemplateNode::Kind::kWhen:
                    fill_nodes(holds(node.condition) ? node.inner : node.otherwise, blocks);
                    break;
                case TemplateNode::Kind::kEach:
                    repeat(node.condition.name, [&](std::size_t) { fill_nodes(node.inner, blocks); });
                    break;
                case TemplateNode::Kind::kTable: {
                    Table table;
                    table.column_mm = node.widths;
                    fill_rows(node, node.inner, table);
                    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
                    break;
                }
                case TemplateNode::Kind::kRow: break;
            }
        }
    }

    void fill_rows(const TemplateNode& table, const std::vector<TemplateNode>& nodes, Table& into) {
        for (const TemplateNode& node : nodes) {
            if (node.kind == TemplateNode::Kind::kWhen) {
                fill_rows(table, holds(node.condition) ? node.inner : node.otherwise, into);
            } else if (node.kind == TemplateNode::Kind::kEach) {
                repeat(node.condition.name, [&](std::size_t) { fill_rows(table, node.inner, into); });
            } else if (node.kind == TemplateNode::Kind::kRow) {
                into.rows.push_back(filled_row(table, node));
            }
        }
    }

    TableRow filled_row(const TemplateNode& table, const TemplateNode& node) {
        TableRow row;
        row.header = node.header;
        row.can_split = false;
        std::size_t column = 0;
        for (const TemplateCell& source : node.cells) {
            const bool centred = column < table.centred.size() && table.centred[column] && source.span == 1;
            const StyleId look = node.header ? StyleId::kTableHeader
                                 : centred   ? StyleId::kTableNumber
                                             : StyleId::kTableText;
            TableCell cell;
            cell.column_span = source.span;
            cell.paragraphs.push_back(filled(look, source.line));
            if (node.total) {
                for (Run& run : cell.paragraphs.back().runs) run.bold = true;
            }
            row.cells.push_back(std::move(cell));
            column += static_cast<std::size_t>(source.span);
        }
        return row;
    }

    const Template& wording_;
    const office::Office& office_;
    const Issue& issue_;
    ScopeChain chain_;
    std::vector<Repeat> repeats_;
};

}  // namespace

Document fill_template(const Template& wording, const Scope& scope, const office::Office& office, const Issue& issue) {
    return Filler(wording, scope, office, issue).fill();
}

}  // namespace thidua::document
