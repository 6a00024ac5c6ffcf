#pragma once
// One row of a list after the other: read, held against what the file knows, or refused with its reason.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "app/table_import.h"
#include "app/year_index.h"

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
    Refusal read_task();
    Refusal read_plan();
    /// The plan that the row's task belongs to; a new one where a plan is named that nobody knows.
    Refusal find_plan(base::Id<office::Plan>& id, bool& made);
    /// Merges a rating and answers into the record of that person and year.
    Effect merge_record(office::YearRecord record);

    const office::YearBook& book_;
    YearIndex index_;
    ImportKind kind_;
    int rating_year_;
    std::array<std::string, static_cast<std::size_t>(Field::kCount)> cells_;
    std::string name_;
    int number_ = 0;
    std::int64_t next_new_ = -1;
    std::multimap<std::string, const office::Person*> known_;        ///< by the name in small letters
    std::map<std::string, int> seen_;                                ///< people of this list: the row they stand in
    std::map<std::pair<std::int64_t, int>, std::size_t> record_at_;  ///< in batch.records
    std::map<std::string, base::Id<office::Plan>> plans_;            ///< by number and by subject, also of this list
    std::map<std::pair<std::int64_t, std::string>, const office::Task*> tasks_;  ///< by plan and title
    std::map<std::int64_t, int> last_position_;                                  ///< of a plan's tasks
};

/// "“Nguyễn Văn An”"
std::string quoted(const std::string& text);
/// True when that is a change.
template <class T>
bool put(T& where, const T& value) {
    if (where == value) return false;
    where = value;
    return true;
}

}  // namespace thidua::app
