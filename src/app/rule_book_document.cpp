// The rule book as a document of the decree's styles: criteria, parameters, and the coverage map.

#include "app/law_clauses.h"
#include "office/title.h"

namespace thidua::app {
namespace {

using document::Block;
using document::Paragraph;
using document::StyleId;
using document::Table;
using document::TableRow;

class RuleBook {
public:
    RuleBook(const law::Pack& pack, bool english) : pack_(pack), english_(english) {}

    std::vector<Block> blocks() {
        add(StyleId::kKind, english_ ? "RULE BOOK" : "SỔ QUY ĐỊNH");
        add(StyleId::kSubject, in(pack_.name_vi, pack_.name_en));
        add(StyleId::kNote,
            say("Bộ ", "Pack ") + pack_.id + say(", bản ", ", version ") + pack_.version + ", SHA-256 " + pack_.hash);
        if (pack_.locked) {
            add(StyleId::kBody,
                say("Đang khóa, chưa kiểm chứng: ", "Locked, not verified: ") + in(pack_.reason_vi, pack_.reason_en));
        }
        add(StyleId::kSection, say("I. VĂN BẢN", "I. INSTRUMENTS"));
        for (const law::Instrument& text : pack_.instruments) add(StyleId::kBody, text.vi + doubt(text.confidence));
        if (!pack_.locked) {
            criteria();
            parameters();
        }
        coverage();
        return std::move(blocks_);
    }

private:
    std::string say(const char* vi, const char* en) const { return english_ ? en : vi; }
    const std::string& in(const std::string& vi, const std::string& en) const { return english_ ? en : vi; }
    /// Whatever was not read in the law's own text says so wherever it is printed.
    std::string doubt(law::Confidence confidence) const {
        const std::string_view words = english_ ? law::doubt_en(confidence) : law::doubt_vi(confidence);
        return words.empty() ? std::string() : " [" + std::string(words) + "]";
    }
    void add(StyleId style, std::string text) { blocks_.push_back(document::paragraph(style, std::move(text))); }

    void criterion(const law::Criterion& node, int depth) {
        std::string text = std::string(static_cast<std::size_t>(depth) * 2, ' ');
        text += depth == 0 ? "" : "– ";
        text += in(node.vi, node.en);
        if (node.kind == law::Criterion::Kind::kAny && node.parts.size() > 1)
            text += say(" (một trong các điều kiện sau)", " (one of)");
        if (node.kind == law::Criterion::Kind::kHuman || node.fails_to_person) {
            text += say("; để người xem xét: ", "; for a person: ") + in(node.ask_vi, node.ask_en);
        }
        if (!node.clause.empty()) text += " (" + node.clause + ")";
        Paragraph line = document::paragraph(StyleId::kPoint, text + doubt(node.confidence));
        line.inset_mm = 0;
        blocks_.emplace_back(std::move(line));
        for (const law::Criterion& part : node.parts) criterion(part, depth + 1);
    }

    void criteria() {
        add(StyleId::kSection, say("II. TIÊU CHUẨN", "II. CRITERIA"));
        if (pack_.common) {
            add(StyleId::kHeading, say("Áp dụng cho mọi danh hiệu, hình thức", "For every title and form"));
            criterion(*pack_.common, 0);
        }
        for (const law::TitleRule& rule : pack_.titles) {
            const office::EmulationTitle* title = office::find_title(rule.code);
            std::string name = title == nullptr ? rule.code : std::string(english_ ? title->en : title->vi);
            name += rule.subject == law::Subject::kPerson       ? say(" (cá nhân)", " (person)")
                    : rule.subject == law::Subject::kCollective ? say(" (tập thể)", " (collective)")
                                                                : say(" (hộ gia đình)", " (household)");
            add(StyleId::kHeading, name + ": " + rule.clause + doubt(rule.confidence));
            criterion(rule.criteria, 0);
        }
    }

    Table table(std::vector<double> widths, std::initializer_list<std::string> head) const {
        Table out;
        out.column_mm = std::move(widths);
        TableRow row;
        row.header = true;
        for (const std::string& name : head) row.cells.push_back(document::cell(StyleId::kTableHeader, name));
        out.rows.push_back(std::move(row));
        return out;
    }
    static void row(Table& table, std::initializer_list<std::string> cells) {
        TableRow out;
        for (const std::string& text : cells) out.cells.push_back(document::cell(StyleId::kTableText, text));
        table.rows.push_back(std::move(out));
    }

    void parameters() {
        add(StyleId::kSection, say("III. THAM SỐ", "III. PARAMETERS"));
        Table out = table({70, 25, 70}, {say("Tham số", "Parameter"), say("Giá trị", "Value"),
                                         say("Điều khoản, nguồn", "Clause, source")});
        for (const law::Parameter& parameter : pack_.parameters) {
            row(out, {in(parameter.vi, parameter.en), law::number_words(parameter.value) + " " +
                          in(parameter.unit, std::string(law::unit_en(parameter.unit, parameter.value))),
                      parameter.clause + "; " + parameter.source + doubt(parameter.confidence)});
        }
        blocks_.push_back(std::move(out));
    }

    void coverage() {
        add(StyleId::kSection, pack_.locked ? say("II. BẢN ĐỒ ĐIỀU KHOẢN", "II. COVERAGE MAP")
                                            : say("IV. BẢN ĐỒ ĐIỀU KHOẢN", "IV. COVERAGE MAP"));
        Table out = table({45, 60, 32, 28}, {say("Điều khoản", "Clause"), say("Nội dung", "Content"),
                                             say("Thuộc", "Belongs to"), say("Nguồn", "Source")});
        for (const law::CoverageLine& line : clause_list(pack_).lines) {
            row(out, {line.clause, in(line.vi, line.en) + doubt(line.confidence), place_words(pack_, line, english_),
                      line.source});
        }
        blocks_.push_back(std::move(out));
    }

    const law::Pack& pack_;
    bool english_;
    std::vector<Block> blocks_;
};

}  // namespace

document::Document rule_book_document(const law::Pack& pack, bool english) {
    document::Document out;
    out.kind = english ? "Rule book" : "Sổ quy định";
    out.title = out.kind + " " + pack.id + ": " + (english ? pack.name_en : pack.name_vi);
    document::Section section;
    section.blocks = RuleBook(pack, english).blocks();
    out.sections.push_back(std::move(section));
    return out;
}

}  // namespace thidua::app
