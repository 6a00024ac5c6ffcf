#pragma once
// Every table of the program as it leaves for a spreadsheet.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "office/year_book.h"
#include "sheet/table.h"
#include "store/store.h"

namespace thidua::app {

enum class OfficeTable {
    kPeople,
    kYears,
    kAwards,
    kInitiatives,
    kRegistrations,
    kVerdicts,
    kAnswers,
    kTasks,
    kEvidence,
    kPlans,
    kBasis,
    kOccasions,
    kQuestions,
    kDocuments,
    kHistory,
};

struct OfficeTableInfo {
    OfficeTable table;
    std::string_view code;  ///< "people": command line
    std::string_view vi;
    std::string_view en;
    std::string_view file;  ///< "danh-sach-nguoi"
};

std::span<const OfficeTableInfo> office_tables();
const OfficeTableInfo& info(OfficeTable table);
/// nullptr when there is none of that code.
const OfficeTableInfo* find_office_table(std::string_view code);

/// What else than the book some tables are made of.
struct TableSources {
    const std::vector<store::JournalEntry>* journal = nullptr;  ///< kHistory
};

/// Headings and words in Vietnamese, whatever the screen speaks: these go to Vietnamese offices, and come back.
/// kVerdicts: the headings alone; its rows are work for a while (verdict_table.h).
sheet::Table office_table(OfficeTable table, const office::YearBook& book, const TableSources& sources = {});

// Words for cells, which the import understands again.
std::string_view rating_cell(office::Rating rating);
std::string_view answer_cell(office::Answer answer);
std::string_view gender_cell(office::Gender gender);
std::string_view level_cell(office::Initiative::Level level);
std::string_view kind_cell(office::Initiative::Kind kind);
/// "Tập thể" for the office itself.
inline constexpr std::string_view kCollectiveCell = "Tập thể";

}  // namespace thidua::app
