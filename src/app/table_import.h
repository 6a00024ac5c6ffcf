#pragma once
// A table on its way in: which list it is, which column is what, what every row gives or why it is refused. Nothing is
// kept before a person says so, and then all in one act.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/table_fields.h"
#include "office/year_book.h"
#include "sheet/grid.h"
#include "store/import_commands.h"

namespace thidua::app {

/// A row that can be kept.
struct ImportedRow {
    enum class Effect { kNew, kChanged, kSame };
    int number = 0;       ///< in the file, from 1
    std::string subject;  ///< "Nguyễn Văn An"
    std::string detail;   ///< what the row says of them, in short
    Effect effect = Effect::kNew;
};

struct RefusedTableRow {
    int number = 0;
    std::string text;  ///< the row, shortened
    std::string vi;
    std::string en;
};

class RowReader;

class TableImport {
public:
    /// Rows are read at once, or by step() after begin() and each choice: thousands of them take half a second in the
    /// browser.
    enum class Pace { kAtOnce, kInSteps };

    /// Guesses list and columns. `remembered` is what remembered() gave at an earlier import; may be empty.
    /// Fails when the file is no table that can be read (sheet/read.h).
    static base::Result<TableImport> begin(std::string name, std::string_view bytes, const office::YearBook& book,
                                           std::string_view remembered = {}, Pace pace = Pace::kAtOnce);
    TableImport(TableImport&&) noexcept;
    TableImport& operator=(TableImport&&) noexcept;
    ~TableImport();

    /// Reads at most `rows` further rows; false once all are read. Until then there are no rows(), no refused() ones.
    /// The book that begin() or the last choice was given is still there and the same: read_again() otherwise.
    bool step(std::size_t rows);
    bool reading() const { return reader_ != nullptr; }
    std::size_t read_rows() const { return next_row_ - first_row_; }
    std::size_t all_rows() const { return grids_[grid_].rows.size() - first_row_; }
    void read_again(const office::YearBook& book) { read(book); }

    const std::string& name() const { return name_; }
    const std::vector<sheet::Grid>& grids() const { return grids_; }
    std::size_t grid() const { return grid_; }
    void choose_grid(std::size_t grid, const office::YearBook& book);
    ImportKind kind() const { return kind_; }
    void choose_kind(ImportKind kind, const office::YearBook& book);

    /// One a column of the grid.
    const std::vector<Field>& columns() const { return columns_; }
    /// What the column is called in the file; "Cột 3" without a heading row.
    std::string heading(std::size_t column) const;
    /// The first cells below the heading, for a look: "Nguyễn Văn An · Trần Thị Bình".
    std::string example(std::size_t column) const;
    /// A field stands in one column only: it leaves the column it was in.
    void choose_column(std::size_t column, Field field, const office::YearBook& book);

    const std::vector<ImportedRow>& rows() const { return rows_; }
    const std::vector<RefusedTableRow>& refused() const { return refused_; }
    /// Rows that would change something.
    std::size_t changes() const;
    /// Why nothing can be read with these columns ("No column of names"); empty otherwise.
    const base::Error* trouble() const { return trouble_ ? &*trouble_ : nullptr; }

    /// What to hand to store::import_batch.
    const store::ImportBatch& batch() const { return batch_; }
    /// "Nhập khen-thuong.xlsx: 12 dòng"
    std::string act_words() const;
    /// Columns whose headings no table of ours knows, as a person set them: to be given to the next begin().
    std::string remembered() const;

private:
    TableImport();
    void guess();
    void guess_without_heading();
    Field known_heading(std::string_view heading) const;
    void read(const office::YearBook& book);

    std::string name_;
    std::vector<sheet::Grid> grids_;
    std::size_t grid_ = 0;
    std::size_t first_row_ = 0;  ///< below the heading
    std::vector<std::string> headings_;
    ImportKind kind_ = ImportKind::kPeople;
    std::vector<Field> columns_;
    std::vector<std::pair<std::string, std::string>> memory_;  ///< heading key, field code
    std::vector<ImportedRow> rows_;
    std::vector<RefusedTableRow> refused_;
    std::optional<base::Error> trouble_;
    store::ImportBatch batch_;
    Pace pace_ = Pace::kAtOnce;
    std::unique_ptr<RowReader> reader_;  ///< while rows are read
    std::size_t next_row_ = 0;
};

}  // namespace thidua::app
