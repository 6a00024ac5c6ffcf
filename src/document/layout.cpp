#include "document/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "document/lines.h"

namespace thidua::document {
namespace {

constexpr double kTwips = 20;            // in a point
constexpr std::size_t kFewestLines = 2;  // of a paragraph at the foot and at the head of a page (orphans, widows)

/// A paragraph broken into lines at a width.
struct SetParagraph {
    const Paragraph* source = nullptr;
    Place place;
    std::vector<Line> lines;
    double x = 0;      ///< of the left edge, inside the column
    double width = 0;  ///< of the lines
    double first_indent = 0;
    double before = 0;
    double line_height = 0;
    double overhang = 0;     ///< what a multiple spacing adds below a line: may stand in the bottom margin
    double rule_length = 0;  ///< 0: none
    double rule_space = 0;   ///< what the rule adds below the last line
    double after = 0;

    double text_height() const { return line_height * static_cast<double>(lines.size()) + rule_space; }
};

struct SetCell {
    std::vector<SetParagraph> paragraphs;
    double x = 0;
    double width = 0;
    double height = 0;
};

struct SetRow {
    std::vector<SetCell> cells;
    double height = 0;
};

bool keeps_with_next(const Paragraph& p) { return p.keep_with_next || style(p.style).keep_with_next; }

/// As in Word, the first cell decides. Heads keep with their rows anyway.
bool keeps_with_next(const TableRow& row) {
    return !row.header && !row.cells.empty() && !row.cells.front().paragraphs.empty() &&
           row.cells.front().paragraphs.front().keep_with_next;
}

class Composer {
public:
    Composer(const Document& document, const FontMetrics& metrics) : document_(document), metrics_(metrics) {}

    /// One paragraph or one row; false when all is placed.
    bool advance() {
        if (section_ >= document_.sections.size()) {
            if (!finished_) {
                finished_ = true;
                if (layout_.pages.empty()) start_page(Page{}, 0);
                for (PlacedPage& page : layout_.pages) add_page_number(page);
            }
            return false;
        }
        const Section& section = document_.sections[section_];
        if (!section_started_) {
            section_started_ = true;
            page_started_ = false;
            start_page(section.page, section_);
        }
        if (block_ >= section.blocks.size()) {
            ++section_;
            block_ = 0;
            section_started_ = false;
            return true;
        }
        ++pieces_;
        if (compose_block(section)) ++block_;
        return true;
    }

    Layout take() { return std::move(layout_); }
    std::size_t pieces() const { return pieces_; }

private:
    // --- setting: text to lines
    // ---------------------------------------------------------------------------------------
    SetParagraph set(const Paragraph& p, const Place& place, double x, double width, const Block* previous) const {
        const Style& look = style(p.style);
        SetParagraph made;
        made.source = &p;
        made.place = place;
        const double inset = p.inset_mm * kPointsPerMm;
        made.x = x + look.left_mm * kPointsPerMm + inset;
        made.width = width - look.left_mm * kPointsPerMm - 2 * inset;
        made.first_indent = look.first_line_mm * kPointsPerMm;
        made.lines = break_lines(p, made.width, made.first_indent, metrics_);
        made.before = space_before(p, previous);
        made.after = look.after_pt;
        // In whole twips, as word processors count: 0.015 pt a line are a line too many after three pages.
        const double single =
            std::round((metrics_.ascent() + metrics_.descent() + metrics_.line_gap()) * look.size_pt * kTwips) / kTwips;
        made.line_height = std::floor(single * look.line * kTwips + 0.001) / kTwips;
        made.overhang = std::max(made.line_height - single, 0.0);  // measured: LibreOffice lets it hang over
        if (p.rule > 0) {
            double widest = 0;
            for (const Line& line : made.lines) widest = std::max(widest, line.width);
            made.rule_length = std::min(widest * p.rule, made.width);
            made.rule_space = kRuleGap + kRuleThickness + kRuleHeight;
        }
        return made;
    }

    SetRow set_row(const Table& table, std::size_t section, std::size_t block, std::size_t row, double left) const {
        SetRow made;
        const double margin = table.borders ? kCellMarginMm * kPointsPerMm : 0;
        std::size_t column = 0;
        double x = left;
        for (std::size_t c = 0; c < table.rows[row].cells.size(); ++c) {
            const TableCell& source = table.rows[row].cells[c];
            SetCell cell;
            cell.x = x;
            for (int i = 0; i < source.column_span && column < table.column_mm.size(); ++i) {
                cell.width += table.column_mm[column++] * kPointsPerMm;
            }
            double gap_above = 0;
            for (std::size_t p = 0; p < source.paragraphs.size(); ++p) {
                cell.paragraphs.push_back(set(source.paragraphs[p], {section, block, row, c, p}, x + margin,
                                              cell.width - 2 * margin, nullptr));
                const SetParagraph& added = cell.paragraphs.back();
                cell.height += std::max(added.before - gap_above, 0.0) + added.text_height() + added.after;
                gap_above = added.after;
            }
            x += cell.width;
            made.height = std::max(made.height, cell.height);
            made.cells.push_back(std::move(cell));
        }
        if (table.borders) made.height += kBorderThickness;
        return made;
    }

    static double left_of(const Table& table, const Page& page) {
        double width = 0;
        for (const double mm : table.column_mm) width += mm;
        return (page.left_mm + (page.text_width_mm() - width) / 2) * kPointsPerMm;  // tables are centred
    }

    // --- pages
    // --------------------------------------------------------------------------------------------------------
    void start_page(const Page& page, std::size_t section) {
        const bool same = !layout_.pages.empty() && layout_.pages.back().section == section && page_started_;
        PlacedPage made;
        made.width = page.width_mm * kPointsPerMm;
        made.height = page.height_mm * kPointsPerMm;
        made.section = section;
        made.number = same ? layout_.pages.back().number + 1 : 1;
        layout_.pages.push_back(std::move(made));
        page_started_ = true;
        page_ = page;
        y_ = top();
        gap_above_ = 0;
    }
    double top() const { return page_.top_mm * kPointsPerMm; }
    double bottom() const { return (page_.height_mm - page_.bottom_mm) * kPointsPerMm; }
    bool at_top() const { return y_ <= top() + 0.01; }
    bool fits(double height) const { return y_ + height <= bottom() + 0.01; }
    PlacedPage& page() { return layout_.pages.back(); }
    void next_page() { start_page(page_, layout_.pages.back().section); }

    /// The next paragraph or row; true when its block is complete.
    bool compose_block(const Section& section) {
        const double left = section.page.left_mm * kPointsPerMm;
        const double width = section.page.text_width_mm() * kPointsPerMm;
        const Block& block = section.blocks[block_];
        if (std::holds_alternative<PageBreak>(block)) {
            if (!at_top()) next_page();
            return true;
        }
        if (row_ == 0 && !at_top() && !fits(kept_height(section, section_, block_, left, width))) next_page();
        if (const auto* p = std::get_if<Paragraph>(&block)) {
            if (p->page_break_before && !at_top()) next_page();
            flow(set(*p, {section_, block_, 0, 0, 0}, left, width, block_ > 0 ? &section.blocks[block_ - 1] : nullptr));
            return true;
        }
        const auto* table = std::get_if<Table>(&block);
        return !table || flow_row(*table);
    }

    /// The height that must stand together from block `b` on: what keeps with its next, and the start of that next.
    double kept_height(const Section& section, std::size_t index, std::size_t b, double left, double width) const {
        double height = 0;
        double gap_above = gap_above_;
        for (; b < section.blocks.size(); ++b) {
            const Block& block = section.blocks[b];
            if (const auto* p = std::get_if<Paragraph>(&block)) {
                const SetParagraph made =
                    set(*p, {index, b, 0, 0, 0}, left, width, b > 0 ? &section.blocks[b - 1] : nullptr);
                const double before = std::max(made.before - gap_above, 0.0);
                gap_above = made.after;
                if (keeps_with_next(*p) && b + 1 < section.blocks.size()) {
                    height += before + made.text_height() + made.after;
                    continue;
                }
                // Three lines cannot be divided into two and two.
                const std::size_t lines = made.lines.size() < 2 * kFewestLines ? made.lines.size() : kFewestLines;
                return height + before + made.line_height * static_cast<double>(lines) - made.overhang;
            }
            if (const auto* t = std::get_if<Table>(&block)) {
                const bool whole = t->role != Table::Role::kData;
                bool header = true;
                std::size_t r = 0;
                for (; r < t->rows.size(); ++r) {
                    if (!whole && !header && !keeps_with_next(t->rows[r - 1])) break;
                    header = t->rows[r].header;
                    height += set_row(*t, index, b, r, left_of(*t, section.page)).height;
                }
                if (!whole && r > 0 && r == t->rows.size() && keeps_with_next(t->rows[r - 1])) {
                    height += t->borders ? kBorderThickness : 0;
                    gap_above = 0;
                    continue;
                }
            }
            return height;
        }
        return height;
    }

    /// The same from a row on that is not the first.
    double kept_height(const Table& table, std::size_t from, const SetRow& row) const {
        double height = row.height;
        std::size_t r = from;
        while (keeps_with_next(table.rows[r])) {
            if (++r == table.rows.size()) {
                const Section& section = document_.sections[section_];
                return height + (table.borders ? kBorderThickness : 0) +
                       kept_height(section, section_, block_ + 1, page_.left_mm * kPointsPerMm,
                                   page_.text_width_mm() * kPointsPerMm);
            }
            height += set_row(table, section_, block_, r, left_of(table, page_)).height;
        }
        return height;
    }

    // --- placing
    // ------------------------------------------------------------------------------------------------------
    /// How many of the lines from `from` on go on this page: all, or as many as orphan and widow control allow.
    std::size_t lines_that_fit(const SetParagraph& p, std::size_t from) const {
        const double room = bottom() + 0.01 - y_ + p.overhang;
        const std::size_t left = p.lines.size() - from;
        const auto fitting = static_cast<std::size_t>(std::max(0.0, room / p.line_height));
        if (fitting >= left) return left;
        std::size_t count = fitting;
        if (left - count < kFewestLines) count = left > kFewestLines ? left - kFewestLines : 0;
        if (from == 0 && count < kFewestLines) count = 0;
        return count;
    }

    void flow(const SetParagraph& p) {
        // Of two gaps that meet the larger one counts, as in Word (unless told otherwise) and LibreOffice.
        if (!at_top() || page().number == 1) y_ += std::max(p.before - gap_above_, 0.0);
        std::size_t from = 0;
        while (from < p.lines.size()) {
            std::size_t count = lines_that_fit(p, from);
            if (count == 0 && !at_top()) {
                next_page();  // the space before is not carried over to the head of a page
                count = lines_that_fit(p, from);
            }
            if (count == 0) count = 1;  // a page lower than its lines
            place_lines(p, from, count, y_);
            y_ += p.line_height * static_cast<double>(count);
            from += count;
            if (from < p.lines.size()) next_page();
        }
        place_rule(p, y_);
        y_ += p.rule_space + p.after;
        gap_above_ = p.after;
    }

    void place_lines(const SetParagraph& p, std::size_t from, std::size_t count, double y) {
        const Style& look = style(p.source->style);
        const Alignment alignment = p.source->alignment.value_or(look.alignment);
        if (from == 0 && look.outline > 0 && p.place.row == 0 && p.place.cell == 0) {
            layout_.bookmarks.push_back({look.outline, text_of(*p.source), layout_.pages.size() - 1, y});
        }
        page().paragraphs.push_back({p.place, p.x, y, p.width, p.line_height * static_cast<double>(count)});
        for (std::size_t i = from; i < from + count; ++i) {
            const Line& line = p.lines[i];
            const double indent = i == 0 ? p.first_indent : 0;
            const double room = p.width - indent - line.width;
            double x = p.x + indent;
            if (alignment == Alignment::kCenter) x += room / 2;
            if (alignment == Alignment::kRight) x += room;
            const std::size_t spaces = spaces_in(*p.source, line);
            const bool stretched = alignment == Alignment::kJustified && !line.ends_paragraph && spaces > 0 && room > 0;
            place_line(p, line, x, baseline(p, y, i - from), stretched ? room / static_cast<double>(spaces) : 0);
        }
    }

    /// The font's line gap stands above the letters, what a multiple line spacing adds below them (measured:
    /// LibreOffice).
    double baseline(const SetParagraph& p, double y, std::size_t line) const {
        return y + p.line_height * static_cast<double>(line) +
               (metrics_.line_gap() + metrics_.ascent()) * style(p.source->style).size_pt;
    }

    static std::size_t spaces_in(const Paragraph& p, const Line& line) {
        std::size_t spaces = 0;
        for (const Piece& piece : line.pieces) {
            const std::string& text = p.runs[piece.run].text;
            spaces += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                                                          text.begin() + static_cast<std::ptrdiff_t>(piece.end), ' '));
        }
        return spaces;
    }

    void place_line(const SetParagraph& p, const Line& line, double x, double baseline, double space) {
        double shift = 0;
        for (const Piece& piece : line.pieces) {
            const Run& run = p.source->runs[piece.run];
            PlacedText text;
            text.text = run.text.substr(piece.begin, piece.end - piece.begin);
            const double stretch = space * static_cast<double>(std::count(text.text.begin(), text.text.end(), ' '));
            text.x = x + piece.x + shift;
            text.baseline = baseline;
            text.width = piece.width + stretch;
            text.size_pt = style(p.source->style).size_pt;
            text.space = space;
            text.face = piece.face;
            text.blank = run.blank;
            text.place = p.place;
            text.run = piece.run;
            text.begin = piece.begin;
            shift += stretch;
            page().texts.push_back(std::move(text));
        }
    }

    void place_rule(const SetParagraph& p, double y) {
        if (p.rule_length <= 0) return;
        const double x = p.x + (p.width - p.rule_length) / 2;
        const double middle = y + kRuleGap + kRuleThickness / 2;
        page().rules.push_back({x, middle, x + p.rule_length, middle, kRuleThickness});
    }

    void place_cell(const SetCell& cell, double y) {
        double gap_above = 0;
        for (const SetParagraph& p : cell.paragraphs) {
            y += std::max(p.before - gap_above, 0.0);
            place_lines(p, 0, p.lines.size(), y);
            y += p.line_height * static_cast<double>(p.lines.size());
            place_rule(p, y);
            y += p.rule_space + p.after;
            gap_above = p.after;
        }
    }

    void place_row(const Table& table, const SetRow& row, bool header) {
        for (const SetCell& cell : row.cells) {
            const double free = row.height - cell.height - (table.borders ? kBorderThickness : 0);
            place_cell(cell, y_ + (header ? free / 2 : 0) + (table.borders ? kBorderThickness : 0));
        }
        if (table.borders) frame(row, y_, y_ + row.height);
        y_ += row.height;
        gap_above_ = 0;
    }

    void frame(const SetRow& row, double y1, double y2) {
        if (row.cells.empty()) return;
        const double left = row.cells.front().x;
        const double right = row.cells.back().x + row.cells.back().width;
        page().rules.push_back({left, y1, right, y1, kBorderThickness});
        page().rules.push_back({left, y2, right, y2, kBorderThickness});
        page().rules.push_back({left, y1, left, y2, kBorderThickness});
        for (const SetCell& cell : row.cells) {
            page().rules.push_back({cell.x + cell.width, y1, cell.x + cell.width, y2, kBorderThickness});
        }
    }

    /// The next row of a table; true when it was the last.
    bool flow_row(const Table& table) {
        const double left = left_of(table, page_);
        if (row_ == 0) {
            header_.clear();
            header_height_ = 0;
            for (std::size_t r = 0; r < table.rows.size() && table.rows[r].header; ++r) {
                header_.push_back(set_row(table, section_, block_, r, left));
                header_height_ += header_.back().height;
            }
        }
        if (row_ < table.rows.size()) {
            const SetRow row = set_row(table, section_, block_, row_, left);
            const bool below_header = row_ >= header_.size();
            double together = row.height;
            if (below_header && keeps_with_next(table.rows[row_])) {
                together = kept_height(table, row_, row);
                if (together > bottom() - top() - header_height_) together = row.height;  // no page holds it
            }
            if (!fits(together) && !at_top()) {
                next_page();
                if (below_header) {
                    for (const SetRow& repeated : header_) place_row(table, repeated, true);
                }
            }
            if (row.height > bottom() - top() - (below_header ? header_height_ : 0)) {
                place_tall_row(table, row);
            } else {
                place_row(table, row, table.rows[row_].header);
            }
            ++row_;
        }
        if (row_ < table.rows.size()) return false;
        row_ = 0;
        if (table.borders) y_ += kBorderThickness;
        return true;
    }

    /// A row higher than a page: its cells go on line by line, page after page.
    void place_tall_row(const Table& table, const SetRow& row) {
        struct Progress {
            std::size_t paragraph = 0;
            std::size_t line = 0;
        };
        std::vector<Progress> progress(row.cells.size());
        for (;;) {
            const double start = y_;
            double lowest = y_;
            bool unfinished = false;
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                double y = start + (table.borders ? kBorderThickness : 0);
                Progress& at = progress[c];
                while (at.paragraph < row.cells[c].paragraphs.size()) {
                    const SetParagraph& p = row.cells[c].paragraphs[at.paragraph];
                    if (at.line == 0) y += p.before;
                    const double room = (bottom() - y) / p.line_height;
                    const std::size_t left = p.lines.size() - at.line;
                    std::size_t count = std::min(left, static_cast<std::size_t>(std::max(0.0, room)));
                    if (count == 0 && start <= top() + 0.01 && y <= start + p.before + 1) count = 1;
                    if (count > 0) place_lines(p, at.line, count, y);
                    y += p.line_height * static_cast<double>(count);
                    at.line += count;
                    if (at.line < p.lines.size()) {
                        unfinished = true;
                        break;
                    }
                    y += p.rule_space + p.after;
                    ++at.paragraph;
                    at.line = 0;
                }
                lowest = std::max(lowest, y);
            }
            if (table.borders) frame(row, start, std::min(lowest, bottom()));
            y_ = lowest;
            gap_above_ = 0;
            if (!unfinished) return;
            next_page();
        }
    }

    void add_page_number(PlacedPage& page) {
        if (page.number < 2) return;  // hidden on page 1 (NĐ 30/2020 Phụ lục I)
        const Page& setup = document_.sections[page.section].page;
        const Style& look = style(StyleId::kPageNumber);
        PlacedText text;
        text.text = std::to_string(page.number);
        text.size_pt = look.size_pt;
        text.width = metrics_.width(text.text, text.face, look.size_pt);
        text.x = (setup.left_mm + setup.text_width_mm() / 2) * kPointsPerMm - text.width / 2;
        text.baseline = setup.header_mm * kPointsPerMm + (metrics_.line_gap() + metrics_.ascent()) * look.size_pt;
        text.place = {page.section, Place::kNowhere, 0, 0, 0};
        page.texts.push_back(std::move(text));
    }

    const Document& document_;
    const FontMetrics& metrics_;
    Layout layout_;
    Page page_;
    double y_ = 0;
    double gap_above_ = 0;  ///< the space after the last paragraph, already in y_
    bool page_started_ = false;
    // Where the work stands.
    std::size_t section_ = 0;
    std::size_t block_ = 0;
    std::size_t row_ = 0;
    bool section_started_ = false;
    bool finished_ = false;
    std::size_t pieces_ = 0;
    std::vector<SetRow> header_;  ///< of the table at hand, repeated on every page
    double header_height_ = 0;
};

}  // namespace

Layout lay_out(const Document& document, const FontMetrics& metrics) {
    Composer composer(document, metrics);
    while (composer.advance()) {
    }
    return composer.take();
}

struct LayoutJob::State {
    State(const Document& document, const FontMetrics& metrics) : composer(document, metrics) {
        for (const Section& section : document.sections) {
            for (const Block& block : section.blocks) {
                const auto* table = std::get_if<Table>(&block);
                pieces += table ? std::max<std::size_t>(table->rows.size(), 1) : 1;
            }
        }
    }
    Composer composer;
    std::size_t pieces = 0;
};

LayoutJob::LayoutJob(const Document& document, const FontMetrics& metrics)
    : state_(std::make_unique<State>(document, metrics)) {}
LayoutJob::~LayoutJob() = default;
bool LayoutJob::advance() { return state_->composer.advance(); }
double LayoutJob::progress() const {
    return state_->pieces == 0
               ? 1
               : std::min(1.0, static_cast<double>(state_->composer.pieces()) / static_cast<double>(state_->pieces));
}
Layout LayoutJob::take() { return state_->composer.take(); }

const Paragraph* find_paragraph(const Document& document, const Place& place) {
    if (place.section >= document.sections.size()) return nullptr;
    const auto& blocks = document.sections[place.section].blocks;
    if (place.block >= blocks.size()) return nullptr;
    if (const auto* p = std::get_if<Paragraph>(&blocks[place.block])) return p;
    const auto* table = std::get_if<Table>(&blocks[place.block]);
    if (!table || place.row >= table->rows.size() || place.cell >= table->rows[place.row].cells.size()) return nullptr;
    const auto& paragraphs = table->rows[place.row].cells[place.cell].paragraphs;
    return place.paragraph < paragraphs.size() ? &paragraphs[place.paragraph] : nullptr;
}

}  // namespace thidua::document
