#include "document/template_line.h"

#include <algorithm>
#include <utility>

namespace thidua::document {
namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

class LineParser {
public:
    LineParser(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

    TemplateLine parse(Mistake& mistake) {
        TemplateLine line = parse_until_end(0, mistake);
        if (!mistake.any() && bold_)
            mistake = {"“**” mở mà không đóng.", "“**” is opened and not closed.", range(bold_at_, bold_at_ + 2)};
        return line;
    }

private:
    enum class Stop { kEndOfLine, kElse, kEnd };

    SourceRange range(std::size_t begin, std::size_t end) const { return {offset_ + begin, offset_ + end}; }

    TemplateLine parse_until_end(std::size_t depth, Mistake& mistake) {
        TemplateLine line;
        stop_ = Stop::kEndOfLine;
        std::string literal;
        const auto flush = [&] {
            if (literal.empty()) return;
            TemplateSpan span;
            span.text = std::move(literal);
            span.bold = bold_;
            span.at = range(at_ - std::min(at_, span.text.size()), at_);
            line.push_back(std::move(span));
            literal.clear();
        };
        while (at_ < text_.size() && !mistake.any()) {
            if (starts_with(text_.substr(at_), "**")) {
                flush();
                bold_ = !bold_;
                bold_at_ = at_;
                at_ += 2;
            } else if (starts_with(text_.substr(at_), "{{")) {
                literal += '{';
                at_ += 2;
            } else if (text_[at_] == '{') {
                flush();
                const std::size_t end = text_.find('}', at_);
                if (end == std::string_view::npos) {
                    mistake = {"“{” mở mà không có “}”; muốn in dấu “{” thì viết “{{”.",
                               "“{” has no “}”; write “{{” to print a brace.", range(at_, text_.size())};
                    break;
                }
                const std::string_view whole = text_.substr(at_ + 1, end - at_ - 1);
                const std::string_view inside = trimmed(whole);
                const SourceRange braces = range(at_, end + 1);
                at_ = end + 1;
                if (inside == "hết" || inside == "không thì") {
                    if (depth == 0) {
                        mistake = {"“{" + std::string(inside) + "}” không có “{nếu …}” hay “{mỗi …}” ở trước.",
                                   "“{" + std::string(inside) + "}” has no “{nếu …}” or “{mỗi …}” before it.", braces};
                        break;
                    }
                    stop_ = inside == "hết" ? Stop::kEnd : Stop::kElse;
                    return line;
                }
                add(whole, braces, line, depth, mistake);
                if (mistake.any() && mistake.at.empty()) mistake.at = braces;
            } else {
                literal += text_[at_++];
            }
        }
        flush();
        stop_ = Stop::kEndOfLine;
        return line;
    }

    void add(std::string_view whole, SourceRange braces, TemplateLine& line, std::size_t depth, Mistake& mistake);

    std::string_view text_;
    std::size_t offset_;  ///< of the line in the template
    std::size_t at_ = 0;
    std::size_t bold_at_ = 0;
    bool bold_ = false;
    Stop stop_ = Stop::kEndOfLine;
};

void LineParser::add(std::string_view whole, SourceRange braces, TemplateLine& line, std::size_t depth,
                     Mistake& mistake) {
    std::string_view inside = trimmed(whole);
    TemplateSpan span;
    span.at = braces;
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

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

bool take(std::string_view& text, std::string_view word) {
    if (!starts_with(text, word)) return false;
    if (text.size() > word.size() && text[word.size()] != ' ' && text[word.size()] != '\t') return false;
    text = trimmed(text.substr(word.size()));
    return true;
}

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

TemplateLine parse_line(std::string_view text, std::size_t offset, Mistake& mistake) {
    return LineParser(text, offset).parse(mistake);
}

}  // namespace thidua::document
