#include "intake/passage.h"

#include <algorithm>

#include "base/utf8.h"
#include "intake/run_on.h"
#include "text/letters.h"

namespace thidua::intake {

std::size_t blank_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = byte(at);
    if (first == ' ' || (first >= 9 && first <= 13)) return 1;
    if (first == 0xC2 && byte(at + 1) == 0xA0) return 2;  // no-break space
    if (first == 0xE2 && byte(at + 1) == 0x80 && byte(at + 2) >= 0x80 && byte(at + 2) <= 0x8B) return 3;
    if (first == 0xEF && byte(at + 1) == 0xBB && byte(at + 2) == 0xBF) return 3;  // byte order mark
    return 0;
}

namespace {

Line measure(std::string_view text, std::size_t begin, std::size_t end, int number) {
    const std::string_view whole = text.substr(0, end);
    while (begin < end) {
        const std::size_t blank = blank_at(whole, begin);
        if (blank == 0) break;
        begin += blank;
    }
    Line line{number, begin, begin, 0, false, false};
    int letters = 0;
    int capitals = 0;
    int length = 0;
    for (std::size_t at = begin; at < end;) {
        if (const std::size_t blank = blank_at(whole, at)) {
            at += blank;
            ++length;
            continue;
        }
        const char32_t c = base::next_code_point(whole, at);
        at = std::min(at, end);
        ++length;
        line.end = at;
        line.length = length;
        if (!text::is_letter(c)) continue;
        ++letters;
        if (text::is_upper(c)) ++capitals;
    }
    line.caps = letters >= 2 && capitals * 10 >= letters * 8;
    return line;
}

}  // namespace

bool LineReader::next(std::vector<Line>& lines) {
    if (begin_ > text_.size()) return false;
    const std::size_t found = text_.find('\n', begin_);
    const std::size_t end = found == std::string_view::npos ? text_.size() : found;
    std::size_t from = begin_;
    for (const std::size_t at : run_on_breaks(text_.substr(begin_, end - begin_))) {
        lines.push_back(measure(text_, from, begin_ + at, number_));
        lines.back().run_on = from > begin_;
        from = begin_ + at;
    }
    lines.push_back(measure(text_, from, end, number_++));
    lines.back().run_on = from > begin_;
    begin_ = found == std::string_view::npos ? text_.size() + 1 : found + 1;
    return true;
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    for (LineReader reader(text); reader.next(lines);) {
    }
    return lines;
}

void Passage::append(std::string_view source, std::size_t begin, std::size_t end, int line) {
    end = std::min(end, source.size());
    bool gap = !text_.empty();
    bool piece_open = false;
    for (std::size_t at = begin; at < end;) {
        if (const std::size_t blank = blank_at(source.substr(0, end), at)) {
            at += blank;
            gap = !text_.empty();
            piece_open = false;
            continue;
        }
        if (gap) text_ += ' ';
        gap = false;
        if (!piece_open) pieces_.push_back({text_.size(), at, line});
        piece_open = true;
        text_ += source[at++];
    }
}

const Passage::Piece& Passage::piece_of(std::size_t at) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                        [](std::size_t value, const Piece& piece) { return value < piece.at; });
    return after == pieces_.begin() ? pieces_.front() : *(after - 1);
}

office::SourceSpan Passage::span(std::size_t begin, std::size_t end) const {
    if (pieces_.empty()) return {};
    end = std::min(std::max(begin, end), text_.size());
    begin = std::min(begin, end);
    const Piece& first = piece_of(begin);
    const std::size_t last_byte = end > begin ? end - 1 : begin;
    const Piece& last = piece_of(last_byte);
    const auto source_byte = [](const Piece& piece, std::size_t at) {
        return static_cast<int>(piece.source + (at >= piece.at ? at - piece.at : 0));
    };
    return {first.line, last.line, source_byte(first, begin), source_byte(last, last_byte) + (end > begin ? 1 : 0)};
}

}  // namespace thidua::intake
