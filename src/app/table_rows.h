#pragma once
// One row of a list after the other: read, held against what the file knows, or refused with its reason.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "app/table_import.h"

namespace thidua::app {

class RowReader {
public:
    /// Ratings of a list of people are about `rating_year`.
    RowReader(const office::YearBook& book, ImportKind kind, int rating_year);

    void read(const sheet::Row& row, const std::vector<Field>& columns);

    std::vector<ImportedRow> rows;
    std::vector<RefusedTableRow> refused;
    store::ImportBatch batch;

private:
    using Effect = ImportedRow::Effect;
    struct Reason {
        std::string vi, en;
    };
    /// Empty: the row was kept.
    using Refusal = std::optional<Reason>;

    const std::string& cell(Field field) const { return cells_[static_cast<std::size_t>(field)]; }
    void keep(std::string detail, Effect effect);
    Refusal read_name();
    Refusal read_date(Field field, std::optional<base::Date>& out, bool year_allowed) const;
    Refusal read_year(int& year) const;
    /// The person whom the row is about; none: the office itself, where that is allowed.
    Refusal find_person(base::Id<office::Person>& id, bool office_allowed);
    Refusal read_person();
    Refusal read_record();
    Refusal read_award();
    Refusal read_initiative();
    /// Merges a rating and answers into the record of that person and year.
    Effect merge_record(office::YearRecord record);

    const office::YearBook& book_;
    ImportKind kind_;
    int rating_year_;
    std::array<std::string, static_cast<std::size_t>(Field::kCount)> cells_;
    std::string name_;
    int number_ = 0;
    std::int64_t next_new_ = -1;
    std::multimap<std::string, const office::Person*> known_;        ///< by the name in small letters
    std::map<std::string, int> seen_;                                ///< people of this list: the row they stand in
    std::map<std::pair<std::int64_t, int>, std::size_t> record_at_;  ///< in batch.records
};

}  // namespace thidua::app
