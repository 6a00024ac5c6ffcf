#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "document/template.h"

namespace thidua::document {
namespace {

constexpr std::size_t kMostBytes = 200'000;
constexpr std::size_t kMostLines = 5'000;
constexpr std::size_t kDeepest = 12;
constexpr std::size_t kMostAnnexes = 20;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// Takes `word` and what divides it from the rest off the front.
bool take(std::string_view& text, std::string_view word) {
    if (!starts_with(text, word)) return false;
    if (text.size() > word.size() && text[word.size()] != ' ' && text[word.size()] != '\t') return false;
    text = trimmed(text.substr(word.size()));
    return true;
}

/// A mistake, with the sentence in both languages; the line is added where it is known.
struct Mistake {
    std::string vi;
    std::string en;
    bool any() const { return !vi.empty(); }
};

class LineParser {
public:
    explicit LineParser(std::string_view text) : text_(text) {}

    TemplateLine parse(Mistake& mistake) {
        TemplateLine line = parse_until_end(0, mistake);
        if (!mistake.any() && bold_) mistake = {"“**” mở mà không đóng.", "“**” is opened and not closed."};
        return line;
    }

private:
    enum class Stop { kEndOfLine, kElse, kEnd };

    TemplateLine parse_until_end(std::size_t depth, Mistake& mistake) {
        TemplateLine line;
        stop_ = Stop::kEndOfLine;
        std::string literal;
        const auto flush = [&] {
            if (literal.empty()) return;
            TemplateSpan span;
            span.text = std::move(literal);
            span.bold = bold_;
            line.push_back(std::move(span));
            literal.clear();
        };
        while (at_ < text_.size() && !mistake.any()) {
            if (starts_with(text_.substr(at_), "**")) {
                flush();
                bold_ = !bold_;
                at_ += 2;
            } else if (starts_with(text_.substr(at_), "{{")) {
                literal += '{';
                at_ += 2;
            } else if (text_[at_] == '{') {
                flush();
                const std::size_t end = text_.find('}', at_);
                if (end == std::string_view::npos) {
                    mistake = {"“{” mở mà không có “}”; muốn in dấu “{” thì viết “{{”.",
                               "“{” has no “}”; write “{{” to print a brace."};
                    break;
                }
                const std::string_view whole = text_.substr(at_ + 1, end - at_ - 1);
                const std::string_view inside = trimmed(whole);
                at_ = end + 1;
                if (inside == "hết" || inside == "không thì") {
                    if (depth == 0) {
                        mistake = {"“{" + std::string(inside) + "}” không có “{nếu …}” hay “{mỗi …}” ở trước.",
                                   "“{" + std::string(inside) + "}” has no “{nếu …}” or “{mỗi …}” before it."};
                        break;
                    }
                    stop_ = inside == "hết" ? Stop::kEnd : Stop::kElse;
                    return line;
                }
                add(whole, line, depth, mistake);
            } else {
                literal += text_[at_++];
            }
        }
        flush();
        stop_ = Stop::kEndOfLine;
        return line;
    }

    void add(std::string_view whole, TemplateLine& line, std::size_t depth, Mistake& mistake);

    std::string_view text_;
    std::size_t at_ = 0;
    bool bold_ = false;
    Stop stop_ = Stop::kEndOfLine;
};

bool parse_condition(std::string_view text, TemplateCondition& condition) {
    if (take(text, "không")) condition.negated = true;
    const std::size_t equals = text.find('=');
    if (equals != std::string_view::npos) {
        condition.compares = true;
        condition.equals = std::string(trimmed(text.substr(equals + 1)));
        text = trimmed(text.substr(0, equals));
    }
    condition.name = std::string(text);
    return !text.empty();
}

void LineParser::add(std::string_view whole, TemplateLine& line, std::size_t depth, Mistake& mistake) {
    std::string_view inside = trimmed(whole);
    TemplateSpan span;
    span.bold = bold_;
    const auto branches = [&](bool with_else) {
        if (depth + 1 > kDeepest) {
            mistake = {"Lồng nhau quá sâu (tối đa 12 lớp).", "Nested too deeply (12 levels at most)."};
            return;
        }
        span.inner = parse_until_end(depth + 1, mistake);
        if (stop_ == Stop::kElse && with_else) span.otherwise = parse_until_end(depth + 1, mistake);
        if (!mistake.any() && stop_ != Stop::kEnd) {
            mistake = {"“{" + std::string(inside) + "}” thiếu “{hết}” trên cùng dòng.",
                       "“{" + std::string(inside) + "}” lacks “{hết}” on the same line."};
        }
    };
    if (inside.empty()) {
        mistake = {"“{}” không có tên trường.", "“{}” names no field."};
        return;
    }
    if (starts_with(inside, "…")) {
        span.kind = TemplateSpan::Kind::kBlank;
        span.text = std::string(trimmed(inside.substr(std::string_view("…").size())));
    } else if (take(inside, "nếu")) {
        span.kind = TemplateSpan::Kind::kWhen;
        if (!parse_condition(inside, span.condition)) {
            mistake = {"“{nếu}” thiếu điều kiện.", "“{nếu}” lacks its condition."};
            return;
        }
        branches(true);
    } else if (take(inside, "mỗi")) {
        span.kind = TemplateSpan::Kind::kEach;
        const std::size_t bar = inside.find('|');
        span.text = std::string(trimmed(inside.substr(0, bar)));
        // With its blanks: "{mỗi x|; }" puts a semicolon and a space between.
        if (bar != std::string_view::npos) span.between = std::string(whole.substr(whole.find('|') + 1));
        if (span.text.empty()) {
            mistake = {"“{mỗi}” thiếu tên danh sách.", "“{mỗi}” lacks the name of a list."};
            return;
        }
        branches(false);
    } else {
        span.kind = TemplateSpan::Kind::kField;
        const std::size_t bar = inside.find('|');
        std::string_view name = trimmed(inside.substr(0, bar));
        if (bar != std::string_view::npos) {
            span.filter = std::string(trimmed(inside.substr(bar + 1)));
            if (span.filter != "hoa" && span.filter != "thường" && span.filter != "đầu câu" && span.filter != "gọn") {
                mistake = {"Không có cách viết “" + span.filter + "”; có: hoa, thường, đầu câu, gọn.",
                           "There is no way of writing “" + span.filter + "”; there are: hoa, thường, đầu câu, gọn."};
                return;
            }
        }
        if (!name.empty() && name.back() == '?') {
            span.optional = true;
            name = trimmed(name.substr(0, name.size() - 1));
        }
        span.text = std::string(name);
        if (name.empty()) mistake = {"Thiếu tên trường trong “{…}”.", "A field has no name."};
    }
    line.push_back(std::move(span));
}

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

    base::Result<Template> parse() {
        if (text_.size() > kMostBytes) refuse({"Mẫu dài quá 200 KB.", "The template is longer than 200 kB."});
        open_.push_back({&made_.body, nullptr, 0});
        for (std::size_t at = 0; at < text_.size() && !mistake_.any();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            if (++number_ > static_cast<int>(kMostLines))
                refuse({"Mẫu dài quá 5.000 dòng.", "The template has more than 5,000 lines."});
            std::string_view line = trimmed(text_.substr(at, end - at));
            if (number_ == 1 && starts_with(line, "\xEF\xBB\xBF")) line.remove_prefix(3);
            if (!mistake_.any()) read(line);
            at = end + 1;
        }
        if (!mistake_.any() && open_.size() > 1) {
            number_ = open_.back().line;
            refuse({"Khối mở ở dòng này thiếu “@hết”.", "The block opened on this line lacks “@hết”."});
        }
        if (!mistake_.any() && made_.kind.empty() && !made_.letter) {
            number_ = 1;
            refuse({"Thiếu “@loại” (tên loại văn bản) hoặc “@công văn”.", "“@loại” or “@công văn” is missing."});
        }
        if (!mistake_.any() && made_.body.empty()) {
            refuse({"Mẫu không có nội dung.", "The template has no content."});
        }
        if (mistake_.any()) {
            const std::string line = std::to_string(std::max(number_, 1));
            return base::fail(base::ErrorKind::kBadInput, made_.name + ", dòng " + line + ": " + mistake_.vi,
                              made_.name + ", line " + line + ": " + mistake_.en, made_.name + ":" + line);
        }
        return std::move(made_);
    }

private:
    struct Open {
        std::vector<TemplateNode>* into;
        TemplateNode* block;  ///< nullptr for the document itself
        int line;
    };

    void refuse(Mistake mistake) {
        if (!mistake_.any()) mistake_ = std::move(mistake);
    }
    TemplateLine line_of(std::string_view text) { return LineParser(text).parse(mistake_); }
    bool in_table() const {
        return std::any_of(open_.begin(), open_.end(),
                           [](const Open& o) { return o.block && o.block->kind == TemplateNode::Kind::kTable; });
    }
    TemplateNode& add(TemplateNode::Kind kind) {
        TemplateNode node;
        node.kind = kind;
        node.line_number = number_;
        open_.back().into->push_back(std::move(node));
        return open_.back().into->back();
    }
    void open(TemplateNode& node) {
        if (open_.size() > kDeepest) refuse({"Lồng nhau quá sâu (tối đa 12 lớp).", "Nested too deeply (12 levels)."});
        open_.push_back({&node.inner, &node, number_});
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
    int number_ = 0;
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
        flag("không kết", made_.closed, false) || flag("khổ ngang", made_.landscape, true)) {
        return true;
    }
    std::string_view rest = line;
    for (const char* name : {"loại", "trích yếu", "công văn", "phụ lục", "nơi nhận", "hai chữ ký", "kính gửi"}) {
        if (starts_with(line, name)) made_.used_on_line[name] = number_;
    }
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
        made_.annexes.push_back({number_, std::move(annex), {}});
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
    const double room = made_.landscape ? page.height_mm - page.left_mm - page.right_mm : page.text_width_mm();
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

base::Result<Template> parse_template(std::string_view text, std::string_view name) {
    return TemplateParser(text, name).parse();
}

}  // namespace thidua::document
