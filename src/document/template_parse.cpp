#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"
#include "document/template_line.h"
#include "document/template_scope.h"

namespace thidua::document {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostBytes = 200'000;
constexpr std::size_t kMostLines = 5'000;
constexpr std::size_t kMostAnnexes = 20;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// The pieces between '|', but not those inside braces.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == '|' && depth == 0)) {
            pieces.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        } else if (text[i] == '{') {
            ++depth;
        } else if (text[i] == '}' && depth > 0) {
            --depth;
        }
    }
    return pieces;
}

class TemplateParser {
public:
    TemplateParser(std::string_view text, std::string_view name) : text_(text) { made_.name = std::string(name); }

    base::Result<Template> parse(TemplateFault& fault) {
        if (text_.size() > kMostBytes) refuse({"Mẫu dài quá 200 KB.", "The template is longer than 200 kB."});
        open_.push_back({&made_.body, nullptr, {}});
        for (std::size_t at = 0; at < text_.size() && !mistake_.any();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            std::string_view line = trimmed(text_.substr(at, end - at));
            if (++number_ == 1 && starts_with(line, kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
            at_ = range_of(line);
            if (number_ > kMostLines)
                refuse({"Mẫu dài quá 5.000 dòng.", "The template has more than 5,000 lines.", {}});
            if (!mistake_.any()) read(line);
            at = end + 1;
        }
        if (open_.size() > 1) {
            refuse(
                {"Khối mở ở dòng này thiếu “@hết”.", "The block opened on this line lacks “@hết”.", open_.back().at});
        }
        if (made_.kind.empty() && !made_.letter) {
            if (!mistake_.any()) at_ = {0, std::min(text_.find('\n'), text_.size())};
            refuse({"Thiếu “@loại” (tên loại văn bản) hoặc “@công văn”.", "“@loại” or “@công văn” is missing."});
        }
        if (made_.body.empty()) refuse({"Mẫu không có nội dung.", "The template has no content.", {}});
        if (mistake_.any()) {
            fault = fault_at(text_, mistake_.at, std::move(mistake_.vi), std::move(mistake_.en));
            return tl::unexpected(error_of(fault, made_.name));
        }
        made_.source = text_;
        return std::move(made_);
    }

private:
    struct Open {
        std::vector<TemplateNode>* into;
        TemplateNode* block;  ///< nullptr for the document itself
        SourceRange at;
    };

    /// The first mistake counts; one that names no place is about the whole line.
    void refuse(Mistake mistake) {
        if (mistake_.any()) return;
        mistake_ = std::move(mistake);
        if (mistake_.at.empty()) mistake_.at = at_;
    }
    SourceRange range_of(std::string_view part) const {
        const auto begin = static_cast<std::size_t>(part.data() - text_.data());
        return {begin, begin + part.size()};
    }
    TemplateLine line_of(std::string_view text) {
        TemplateLine line = parse_line(text, range_of(text).begin, mistake_);
        if (mistake_.any() && mistake_.at.empty()) mistake_.at = at_;
        return line;
    }
    bool in_table() const {
        return std::any_of(open_.begin(), open_.end(),
                           [](const Open& o) { return o.block && o.block->kind == TemplateNode::Kind::kTable; });
    }
    TemplateNode& add(TemplateNode::Kind kind) {
        TemplateNode node;
        node.kind = kind;
        node.at = at_;
        open_.back().into->push_back(std::move(node));
        return open_.back().into->back();
    }
    void open(TemplateNode& node) {
        if (open_.size() > kDeepest) refuse({"Lồng nhau quá sâu (tối đa 12 lớp).", "Nested too deeply (12 levels)."});
        open_.push_back({&node.inner, &node, at_});
    }

    void read(std::string_view line);
    bool read_setting(std::string_view line);
    void read_block(std::string_view line);
    void read_table(std::string_view widths);
    void read_row(std::string_view cells, bool header, bool total);
    void read_signers(std::string_view text);

    std::string_view text_;
    Template made_;
    std::vector<Open> open_;
    std::size_t number_ = 0;  ///< of the line at hand
    SourceRange at_;          ///< of the line at hand
    Mistake mistake_;
};

void TemplateParser::read(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '@') {
        line.remove_prefix(1);
        if (!read_setting(line)) read_block(line);
        return;
    }
    if (in_table()) {
        refuse({"Trong bảng chỉ được có “@đầu”, “@dòng”, “@tổng”, “@mỗi”, “@nếu”, “@hết”.",
                "Inside a table only @đầu, @dòng, @tổng, @mỗi, @nếu and @hết may stand."});
        return;
    }
    StyleId look = StyleId::kBody;
    bool keep = false;
    if (line.front() == '[') {
        const std::size_t end = line.find(']');
        std::string_view key = end == std::string_view::npos ? std::string_view() : trimmed(line.substr(1, end - 1));
        constexpr std::string_view kKeep = " giữ";
        keep = key.size() > kKeep.size() && key.substr(key.size() - kKeep.size()) == kKeep;
        if (keep) key = trimmed(key.substr(0, key.size() - kKeep.size()));
        const Style* found = find_style(key);
        if (!found) {
            const std::string name(line.substr(0, end == std::string_view::npos ? end : end + 1));
            refuse({"Không có kiểu chữ “" + name + "”.", "There is no style “" + name + "”."});
            return;
        }
        look = found->id;
        line = trimmed(line.substr(end + 1));
    }
    if (line.size() >= 2 && line.front() == '\\') line.remove_prefix(1);  // a sentence that begins with @, # or [
    TemplateNode& node = add(TemplateNode::Kind::kParagraph);
    node.style = look;
    node.keep_with_next = keep;
    node.line = line_of(line);
}

bool TemplateParser::read_setting(std::string_view line) {
    const auto flag = [&](std::string_view name, bool& value, bool to) {
        if (line != name) return false;
        value = to;
        return true;
    };
    if (flag("kính gửi", made_.addressed, true) || flag("không số", made_.numbered, false) ||
        flag("không ngày", made_.dated, false) || flag("không ký", made_.signed_by_head, false) ||
        flag("không kết", made_.closed, false) ||
        flag("khổ ngang", made_.annexes.empty() ? made_.landscape : made_.annexes.back().landscape, true)) {
        return true;
    }
    std::string_view rest = line;
    const auto text = [&](std::string_view name, TemplateLine& into) {
        if (!take(rest, name)) return false;
        if (rest.empty()) {
            refuse({"“@" + std::string(name) + "” thiếu nội dung.", "“@" + std::string(name) + "” has no text."});
        }
        into = line_of(rest);
        return true;
    };
    if (text("loại", made_.kind) || text("trích yếu", made_.subject)) return true;
    if (text("công văn", made_.subject)) return made_.letter = true;
    if (text("kính gửi", made_.addressee)) return made_.addressed = true;
    if (take(rest, "ký hiệu")) {
        made_.symbol = std::string(rest);
        return true;
    }
    if (take(rest, "nơi nhận")) {
        made_.recipients.push_back(line_of(rest));
        return true;
    }
    if (take(rest, "hai chữ ký")) {
        read_signers(rest);
        return true;
    }
    TemplateLine annex;
    if (text("phụ lục", annex)) {
        if (open_.size() > 1) {
            refuse({"“@phụ lục” nằm trong khối chưa đóng; thêm “@hết” ở trên.",
                    "“@phụ lục” stands inside an open block; add “@hết” above."});
        }
        if (made_.annexes.size() >= kMostAnnexes) {
            refuse({"Mẫu có quá nhiều phụ lục (tối đa 20).", "The template has too many annexes (20 at most)."});
            return true;
        }
        made_.annexes.push_back({std::move(annex), {}, false});
        open_.front().into = &made_.annexes.back().body;
        return true;
    }
    return false;
}

void TemplateParser::read_signers(std::string_view text) {
    for (const std::string_view piece : pieces_of(text)) {
        const std::size_t equals = piece.find('=');
        if (equals == std::string_view::npos) break;
        made_.signers.push_back(
            {line_of(trimmed(piece.substr(0, equals))), line_of(trimmed(piece.substr(equals + 1)))});
    }
    if (made_.signers.size() != 2) {
        refuse({"Viết “@hai chữ ký CHỨC VỤ = {tên} | CHỨC VỤ = {tên}”.",
                "Write “@hai chữ ký TITLE = {name} | TITLE = {name}”."});
    }
}

void TemplateParser::read_block(std::string_view line) {
    std::string_view rest = line;
    if (take(rest, "nếu")) {
        TemplateNode& node = add(TemplateNode::Kind::kWhen);
        if (!parse_condition(rest, node.condition)) refuse({"“@nếu” thiếu điều kiện.", "“@nếu” lacks its condition."});
        open(node);
    } else if (take(rest, "mỗi")) {
        TemplateNode& node = add(TemplateNode::Kind::kEach);
        node.condition.name = std::string(rest);
        if (rest.empty()) refuse({"“@mỗi” thiếu tên danh sách.", "“@mỗi” lacks the name of a list."});
        open(node);
    } else if (line == "không thì") {
        if (!open_.back().block || open_.back().block->kind != TemplateNode::Kind::kWhen ||
            open_.back().into == &open_.back().block->otherwise) {
            refuse({"“@không thì” không có “@nếu” ở trước.", "“@không thì” has no “@nếu” before it."});
            return;
        }
        open_.back().into = &open_.back().block->otherwise;
    } else if (line == "hết") {
        if (open_.size() <= 1) {
            refuse({"“@hết” thừa: không có khối nào đang mở.", "“@hết” closes nothing."});
            return;
        }
        open_.pop_back();
    } else if (take(rest, "bảng")) {
        read_table(rest);
    } else if (take(rest, "đầu")) {
        read_row(rest, true, false);
    } else if (take(rest, "dòng")) {
        read_row(rest, false, false);
    } else if (take(rest, "tổng")) {
        read_row(rest, false, true);
    } else if (line == "sang trang") {
        add(TemplateNode::Kind::kPageBreak);
    } else {
        const std::string word(line.substr(0, 60));
        refuse({"Không hiểu “@" + word + "”.", "“@" + word + "” is not known."});
    }
}

void TemplateParser::read_table(std::string_view widths) {
    if (in_table()) {
        refuse({"Bảng không được nằm trong bảng.", "A table cannot stand inside a table."});
        return;
    }
    TemplateNode& node = add(TemplateNode::Kind::kTable);
    double sum = 0;
    while (!widths.empty() && !mistake_.any()) {
        const std::size_t end = std::min(widths.find(' '), widths.size());
        std::string word(widths.substr(0, end));
        widths = trimmed(widths.substr(end));
        const bool centred = !word.empty() && word.back() == 'g';
        if (centred) word.pop_back();
        const bool digits = !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789") == word.npos;
        const int mm = digits ? std::atoi(word.c_str()) : 0;
        if (mm < 5) {
            refuse({"Bề rộng cột là số milimét từ 5 trở lên, thêm “g” để căn giữa: “@bảng 11g 60 40”.",
                    "A column's width is a number of millimetres, 5 or more, with “g” to centre: “@bảng 11g 60 40”."});
        }
        node.widths.push_back(mm);
        node.centred.push_back(centred);
        sum += mm;
    }
    Page page;
    bool& landscape = made_.annexes.empty() ? made_.landscape : made_.annexes.back().landscape;
    const double wide = page.height_mm - page.left_mm - page.right_mm;
    // An annex turns by itself, as a clerk would turn it; the first page of a document does not.
    if (!made_.annexes.empty() && sum > page.text_width_mm() + 0.01 && sum <= wide + 0.01) landscape = true;
    const double room = landscape ? wide : page.text_width_mm();
    if (node.widths.empty()) refuse({"“@bảng” thiếu bề rộng các cột.", "“@bảng” lacks the widths of its columns."});
    if (sum > room + 0.01) {
        const std::string is = std::to_string(static_cast<int>(sum));
        const std::string may = std::to_string(static_cast<int>(room));
        refuse({"Bảng rộng " + is + " mm, khổ giấy chỉ cho " + may + " mm.",
                "The table is " + is + " mm wide; the page allows " + may + " mm."});
    }
    open(node);
}

void TemplateParser::read_row(std::string_view cells, bool header, bool total) {
    const auto table = std::find_if(open_.rbegin(), open_.rend(), [](const Open& o) {
        return o.block && o.block->kind == TemplateNode::Kind::kTable;
    });
    if (table == open_.rend()) {
        refuse({"Dòng của bảng phải nằm giữa “@bảng” và “@hết”.", "A row must stand between @bảng and @hết."});
        return;
    }
    const std::size_t columns = table->block->widths.size();
    TemplateNode& row = add(TemplateNode::Kind::kRow);
    row.header = header;
    row.total = total;
    std::size_t taken = 0;
    for (std::string_view piece : pieces_of(cells)) {
        TemplateCell cell;
        if (piece.size() >= 3 && piece[0] == '<' && piece[1] >= '1' && piece[1] <= '9' && piece[2] == '>') {
            cell.span = piece[1] - '0';
            piece = trimmed(piece.substr(3));
        }
        taken += static_cast<std::size_t>(cell.span);
        cell.line = line_of(piece);
        row.cells.push_back(std::move(cell));
    }
    if (taken != columns) {
        const std::string has = std::to_string(taken);
        const std::string wanted = std::to_string(columns);
        refuse({"Dòng có " + has + " ô, bảng có " + wanted + " cột.",
                "The row has " + has + " cells, the table has " + wanted + " columns."});
    }
}

}  // namespace

base::Result<Template> parse_template(std::string_view text, std::string_view name, TemplateFault* fault) {
    TemplateFault own;
    return TemplateParser(text, name).parse(fault != nullptr ? *fault : own);
}

TemplateFault fault_at(std::string_view source, SourceRange at, std::string vi, std::string en) {
    TemplateFault fault{1, 1, at, std::move(vi), std::move(en)};
    std::size_t line = starts_with(source, kByteOrderMark) ? kByteOrderMark.size() : 0;
    for (std::size_t i = 0; i < at.begin; ++i) {
        if (source[i] != '\n') continue;
        line = i + 1;
        ++fault.line;
    }
    for (std::size_t i = line; i < at.begin; ++fault.column) base::next_code_point(source, i);
    return fault;
}

base::Error error_of(const TemplateFault& fault, const std::string& name) {
    const std::string line = std::to_string(fault.line);
    const std::string column = std::to_string(fault.column);
    return {base::ErrorKind::kBadInput, name + ", dòng " + line + ", cột " + column + ": " + fault.vi,
            name + ", line " + line + ", column " + column + ": " + fault.en, name + ":" + line + ":" + column};
}

}  // namespace thidua::document
