#include "intake/paragraphs.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/citation.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

std::string_view content(std::string_view source, const Line& line) {
    return source.substr(line.begin, line.end - line.begin);
}

/// How the text is broken into lines: at a width (scans, print) or only at paragraphs (word processors, web pages).
struct Layout {
    int width = 0;  ///< characters of a full line
    bool wrapped = true;
};

Layout measure_layout(std::span<const Line> lines) {
    std::vector<int> lengths;
    int very_long = 0;
    for (const Line& line : lines) {
        if (line.blank()) continue;
        lengths.push_back(line.length);
        if (line.length > 160 || line.run_on) ++very_long;
    }
    Layout layout;
    if (lengths.empty()) return layout;
    std::sort(lengths.begin(), lengths.end());
    layout.width = lengths[(lengths.size() - 1) * 9 / 10];
    layout.wrapped = very_long * 10 < static_cast<int>(lengths.size());
    if (layout.wrapped) layout.width = std::min(layout.width, 160);
    return layout;
}

int first_word_length(std::string_view text) {
    int length = 0;
    for (std::size_t at = 0; at < text.size() && blank_at(text, at) == 0; ++length) base::next_code_point(text, at);
    return length;
}

/// Words that open a paragraph of the preamble even when the line before it is full.
constexpr std::array<std::string_view, 6> kOpeners{"can cu",   "theo de nghi", "xet de nghi",
                                                   "kinh gui", "tren day la",  "noi nhan"};

}  // namespace

class ParagraphReader::Splitter {
public:
    Splitter(std::string_view source, std::span<const Line> lines)
        : source_(source), lines_(lines), layout_(measure_layout(lines)) {}

    bool next() {
        if (next_ >= lines_.size()) return false;
        read(lines_[next_++]);
        return true;
    }
    std::vector<Paragraph> take() { return std::move(paragraphs_); }

private:
    void read(const Line& line) {
        if (line.blank()) {
            blank_before_ = true;
            return;
        }
        ListMark mark = list_mark(source_, line.begin, line.end);
        if (mark.style != ListMark::Style::kNone && !accept(mark, line)) mark = {};
        if (paragraphs_.empty() || mark.style != ListMark::Style::kNone || starts_new(line)) {
            open(line, mark);
        } else {
            add(line);
        }
        previous_ = &line;
        blank_before_ = false;
    }

    void open(const Line& line, const ListMark& mark) {
        Paragraph paragraph;
        paragraph.mark = mark;
        paragraph.first_line = line.number;
        paragraph.begin = line.begin;
        paragraph.caps = line.caps;
        paragraph.after_blank = blank_before_;
        paragraphs_.push_back(std::move(paragraph));
        const std::size_t from = mark.style == ListMark::Style::kNone ? line.begin : mark.text_begin;
        extend(line, from);
        if (mark.style != ListMark::Style::kNone) remember(mark);
    }

    void add(const Line& line) {
        if (!line.caps) paragraphs_.back().caps = false;
        extend(line, line.begin);
    }

    void extend(const Line& line, std::size_t from) {
        Paragraph& paragraph = paragraphs_.back();
        paragraph.passage.append(source_, from, line.end, line.number);
        paragraph.last_line = line.number;
        paragraph.end = line.end;
    }

    /// How much of the line's width was left free, were the next word set behind it: 1 is a full line.
    double fill(const Line& next) const {
        if (layout_.width <= 0) return 0;
        const int needed = previous_->length + 1 + first_word_length(content(source_, next));
        return static_cast<double>(needed) / layout_.width;
    }

    bool starts_new(const Line& line) const {
        if (!previous_ || line.run_on) return true;
        const std::string_view now = content(source_, line);
        const std::string_view before = content(source_, *previous_);
        const Paragraph& current = paragraphs_.back();
        const bool small = begins_small(now);
        const bool stopped = ends_with_stop(before);
        if (!layout_.wrapped && !small) return true;
        if (small) return blank_before_ && stopped && !before.ends_with(",");
        const Words words = split_words(now.substr(0, std::min<std::size_t>(now.size(), 80)));
        if (matches(words, 0, kOpeners) && (stopped || blank_before_)) return true;
        // "Căn cứ …;" is closed by its semicolon, and "Ủy ban nhân dân tỉnh ban hành …" begins anew, however full the
        // line is.
        if (stopped && (cites_basis(current) || main_clause_at(words, 0) > 0)) return true;
        // "(Kèm theo Quyết định …)" stands by itself.
        if (current.passage.text().starts_with("(") && current.passage.text().ends_with(")")) return true;
        if (line.caps != current.caps && line.length > 3 && (current.caps || stopped || blank_before_)) return true;
        if (current.caps && line.caps && !blank_before_) return false;
        std::size_t at = 0;
        const char32_t first = base::next_code_point(now, at);
        const bool letter = text::is_letter(first);
        if (blank_before_) {
            // "ngày⏎⏎18/12/2023": a number behind a blank line goes on where the sentence has not ended.
            if (!letter && !stopped && first != U'“' && first != U'"' && first != U'(') return false;
            // "của Ủy⏎⏎ban nhân dân" is small; "Thành ủy⏎⏎Tây Ninh" is not: a full line without a stop goes on.
            return stopped || before.ends_with(",") || fill(line) <= 0.92;
        }
        if (!letter && first != U'“' && first != U'"' && first != U'(') return stopped && fill(line) <= 0.75;
        const double full = fill(line);
        if (stopped) return full <= 0.94;
        return full <= 0.72 && !before.ends_with(",");
    }

    static bool cites_basis(const Paragraph& paragraph) {
        return match(split_words(std::string_view(paragraph.passage.text()).substr(0, 40)), 0, "can cu") > 0;
    }

    /// Is this mark a mark, or does the sentence just happen to break there ("chính trị⏎- xã hội", "cấp độ⏎1. Cấp
    /// ngay")?
    bool accept(const ListMark& mark, const Line& line) const {
        if (!previous_) return true;
        const std::string_view before = content(source_, *previous_);
        if (ends_with_stop(before) || paragraphs_.back().caps) return true;
        std::size_t at = mark.text_begin;
        const char32_t first = at < line.end ? base::next_code_point(source_, at) : U' ';
        const bool short_before = fill(line) <= 0.9 || before.ends_with(",");
        switch (mark.style) {
            case ListMark::Style::kDash:
            case ListMark::Style::kPlus:
                if (text::is_upper(first) || first == U'“')
                    return blank_before_ || short_before || !has_open_bracket(before);
                return (blank_before_ || short_before) && !text::is_digit(first) && !text::is_lower(first);
            case ListMark::Style::kRoman:
            case ListMark::Style::kCapital:
            case ListMark::Style::kPart:
            case ListMark::Style::kChapter:
            case ListMark::Style::kArticle: return blank_before_ || short_before || line.caps;
            default: break;
        }
        return expected(mark) || (mark.ordinal == 1 && (blank_before_ || short_before) && !text::is_lower(first));
    }

    static bool has_open_bracket(std::string_view text) {
        const std::size_t open = text.rfind('(');
        return open != std::string_view::npos && text.find(')', open) == std::string_view::npos;
    }

    /// The next number of a list that is open: "3." behind "2.", "c)" behind "b)".
    bool expected(const ListMark& mark) const {
        for (const ListMark& open : open_) {
            if (open.style == mark.style && open.depth == mark.depth && mark.ordinal == open.ordinal + 1) return true;
        }
        return false;
    }

    void remember(const ListMark& mark) {
        while (!open_.empty() && open_.back().rank() >= mark.rank()) open_.pop_back();
        open_.push_back(mark);
    }

    std::string_view source_;
    std::span<const Line> lines_;
    Layout layout_;
    std::vector<Paragraph> paragraphs_;
    std::vector<ListMark> open_;
    const Line* previous_ = nullptr;
    bool blank_before_ = false;
    std::size_t next_ = 0;
};

bool ends_with_stop(std::string_view content) {
    // Skip closing quotes and brackets behind the stop, and footnote marks "[1]".
    while (!content.empty()) {
        if (content.ends_with("”") || content.ends_with("’")) {
            content.remove_suffix(3);
        } else if (content.ends_with('"') || content.ends_with(')')) {
            const char sign = content.back();
            content.remove_suffix(1);
            if (sign == ')' && !content.empty() && content.back() != '.' && content.back() != ';') return false;
        } else {
            break;
        }
    }
    if (content.empty()) return false;
    const char last = content.back();
    return last == '.' || last == ';' || last == ':' || last == '!' || last == '?' || content.ends_with("…");
}

bool begins_small(std::string_view content) {
    if (content.empty()) return false;
    std::size_t at = 0;
    char32_t c = base::next_code_point(content, at);
    if (c == U',' || c == U';' || c == U')' || c == U'”') return true;
    return text::is_lower(c);
}

ParagraphReader::ParagraphReader(std::string_view source, std::span<const Line> lines)
    : splitter_(std::make_unique<Splitter>(source, lines)) {}
ParagraphReader::~ParagraphReader() = default;
bool ParagraphReader::next() { return splitter_->next(); }
std::vector<Paragraph> ParagraphReader::take() { return splitter_->take(); }

}  // namespace thidua::intake
