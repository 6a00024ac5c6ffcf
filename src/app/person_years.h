#pragma once
// A person's years in a row, as the records have them: rating, titles, commendations, initiatives, what speaks against,
// and where a run of years breaks. Each with where it was written down.

#include <array>
#include <string>
#include <vector>

#include "law/ledger.h"
#include "law/pack.h"
#include "office/year_book.h"

namespace thidua::app {

/// Something of one year, with its source in words.
struct YearNote {
    enum class Kind { kForm, kInitiative, kDiscipline, kHold, kLeave };
    Kind kind = Kind::kForm;
    std::string vi;  ///< "Sáng kiến “…”, cấp cơ sở; Quyết định 12/QĐ-UBND"
    std::string en;
};

struct PersonYear {
    int year = 0;
    office::Rating rating = office::Rating::kUnknown;
    std::string rating_document;
    std::vector<YearNote> notes;
};

/// One title over the years.
struct TitleRow {
    std::string title;
    std::vector<law::StripYear> years;
    std::vector<std::string> source_vi;  ///< of each year: the decision, or why it is not known
    std::vector<std::string> source_en;
    int in_a_row = 0;        ///< years that end with the newest held one
    int until = 0;           ///< that newest year; 0: never held
    int needed = 0;          ///< the most years in a row that a higher title asks for; 0: none does
    std::string needed_for;  ///< code of that title
    std::string clause;
    law::Confidence confidence = law::Confidence::kSeen;
    std::string broken_vi;  ///< why the run does not reach further back; empty: nothing was held
    std::string broken_en;
};

struct PersonYears {
    int from = 0;
    int to = 0;
    std::vector<PersonYear> years;  ///< oldest first
    std::vector<TitleRow> titles;
    std::vector<law::LedgerFinding> findings;  ///< what the ledgers must not contain
};

inline constexpr int kMostYearsShown = 10;
inline constexpr int kFewestYearsShown = 5;

/// From the first year of which something is recorded to the book's year, within the bounds above.
PersonYears person_years(const law::PackSet& packs, const office::YearBook& book, base::Id<office::Person> person,
                         const base::Date& on);

}  // namespace thidua::app
