#pragma once
// A document as a value: pages, named styles, blocks, and for every paragraph the records it came from. The writers
// (DOCX, plain text, HTML, PDF, screen) read this and nothing else; the builders (plan, report) make it from office
// values. Text is NFC and already in the case it is printed in; nothing here depends on a writer.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "document/style.h"

namespace thidua::document {

/// What kind of record a paragraph was written from; the screen goes there when the paragraph is clicked.
enum class RecordKind {
    kOffice,
    kPlan,
    kPlanItem,
    kBasisDocument,
    kTask,
    kEvidence,
    kOccasion,
    kQuestion,
    kPerson,
    kYearRecord,
    kRegistration,
    kInitiative,
    kAward,
};

/// "plan", "item", "basis" …: stable, in HTML and in saved documents.
std::string_view record_word(RecordKind kind);
std::optional<RecordKind> find_record(std::string_view word);

/// One record behind a paragraph. `id` is the value of the record's base::Id; 0 for the office, which has none.
struct Origin {
    RecordKind kind = RecordKind::kOffice;
    std::int64_t id = 0;

    bool operator==(const Origin&) const = default;
};

/// A stretch of text in one look. '\n' is a line break inside the paragraph, '\t' a tab.
struct Run {
    std::string text;
    std::optional<bool> bold;  ///< nothing: as the style says
    std::optional<bool> italic;
    bool blank = false;      ///< left for a person to fill in (number, date): drawn as dots, found by the checker
    std::string field = {};  ///< of a blank: what is to be written there, "ngày sinh"; may be empty

    bool operator==(const Run&) const = default;
};

struct Paragraph {
    StyleId style = StyleId::kBody;
    std::vector<Run> runs;
    std::optional<Alignment> alignment;  ///< nothing: as the style says
    /// A drawn line under the text, as a share of the text's own width: 1 below the motto, 1/3..1/2 below the issuer
    /// and the subject (NĐ 30/2020 Phụ lục I); 0 for none.
    double rule = 0;
    double inset_mm = 0;  ///< on both sides: evens out the lines of a centred title
    bool page_break_before = false;
    bool keep_with_next = false;  ///< besides what the style says: the closing line stays with the signature
    std::vector<Origin> origins;

    bool operator==(const Paragraph&) const = default;
};

struct TableCell {
    std::vector<Paragraph> paragraphs;  ///< at least one; an empty cell has one without runs
    int column_span = 1;

    bool operator==(const TableCell&) const = default;
};

struct TableRow {
    std::vector<TableCell> cells;  ///< their spans add up to the number of columns
    bool header = false;           ///< repeated on every page; only leading rows
    bool can_split = true;         ///< over a page border

    bool operator==(const TableRow&) const = default;
};

struct Table {
    /// What it is for: the two blocks of the decree's page are laid out as tables without borders and never split.
    enum class Role { kData, kLetterHead, kSignature };
    Role role = Role::kData;
    bool borders = true;            ///< all lines, hair thin; false: none
    std::vector<double> column_mm;  ///< widths; they add up to at most the width of the text
    std::vector<TableRow> rows;

    bool operator==(const Table&) const = default;
};

struct PageBreak {
    bool operator==(const PageBreak&) const = default;
};

using Block = std::variant<Paragraph, Table, PageBreak>;

/// NĐ 30/2020 Phụ lục I: A4; margins top and bottom 20–25, left 30–35, right 15–20 mm.
struct Page {
    double width_mm = 210;
    double height_mm = 297;
    double top_mm = 20;
    double bottom_mm = 20;
    double left_mm = 30;
    double right_mm = 15;
    double header_mm = 10;  ///< from the paper's edge to the page number's line

    double text_width_mm() const { return width_mm - left_mm - right_mm; }
    double text_height_mm() const { return height_mm - top_mm - bottom_mm; }
    bool operator==(const Page&) const = default;
};

/// Pages with one setup. An annex is a section of its own, numbered from 1 again; page 1 never shows its number.
struct Section {
    Page page;
    std::vector<Block> blocks;

    bool operator==(const Section&) const = default;
};

/// Which document of the decree it is: "KH" of "12/KH-PTP", and what the file is called.
struct Document {
    std::string kind;    ///< "Kế hoạch", "Báo cáo"
    std::string number;  ///< "12/KH-PTP"; empty until numbered
    std::string title;   ///< kind and subject in one line, for metadata and file names
    std::string issuer;
    std::optional<base::Date> date;
    std::vector<Section> sections;

    bool operator==(const Document&) const = default;
};

/// The text of a paragraph without any formatting, line breaks as '\n'.
std::string text_of(const Paragraph& paragraph);
/// Measures that all writers share (points; the cell margin in mm, left and right in tables with lines).
inline constexpr double kRuleGap = 2;     ///< between text and its rule
inline constexpr double kRuleHeight = 3;  ///< what the rule's own line takes
inline constexpr double kRuleThickness = 0.75;
inline constexpr double kBorderThickness = 0.5;
inline constexpr double kCellMarginMm = 1.5;

/// Space above a paragraph in points: the style's, and at least kGapAfterTable behind a table with lines.
double space_before(const Paragraph& paragraph, const Block* previous);
inline constexpr double kGapAfterTable = 6;
/// A paragraph of one plain run.
Paragraph paragraph(StyleId style, std::string text, std::vector<Origin> origins = {});
TableCell cell(StyleId style, std::string text, std::vector<Origin> origins = {});

}  // namespace thidua::document
