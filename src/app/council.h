#pragma once
// What a council and a dossier need around the criteria, from the office's records: the ballot with its arithmetic, the
// parts of the dossier and where each comes from, time limits in working days, money for everybody. The rules are the
// packs'; here they meet the book.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/application.h"
#include "app/route.h"
#include "base/date.h"
#include "base/result.h"
#include "law/ballot.h"
#include "law/case_file.h"
#include "law/money.h"
#include "law/pack.h"
#include "law/quota.h"
#include "office/year_book.h"

namespace thidua::app {

/// A setting of the open file; "" when there is none.
std::string kept_setting(const Application& app, std::string_view name);
bool keep_setting(Application& app, const std::string& name, const std::string& value, Notice done);

// --- ballots -------------------------------------------------------------------------------------

/// One who is voted on.
struct BallotCandidate {
    base::Id<office::Person> person;  ///< none: `name`, or the office itself when that is empty
    std::string name;
    int yes = -1;      ///< -1: not counted yet
    int no = -1;       ///< -1: not said
    int invalid = -1;  ///< spoilt ballots; -1: not said
    int recused = 0;   ///< members who do not vote on this one

    bool operator==(const BallotCandidate&) const = default;
};

/// The sheet of one meeting on one title, kept with the file as the setting ballot_key().
struct BallotSheet {
    std::optional<base::Date> held_on;
    int members = 0;  ///< all members of the council; 0: not said yet
    int present = 0;
    int written = 0;  ///< absent members who gave a written opinion
    int round = 1;
    int places = 0;  ///< quota for the title; 0: none
    std::vector<BallotCandidate> candidates;

    bool operator==(const BallotSheet&) const = default;
};
/// "ballot.2024.CSTDCS"
std::string ballot_key(int year, std::string_view title);
std::string to_text(const BallotSheet& sheet);
/// What cannot be read is left out: a sheet from a newer program still opens.
BallotSheet ballot_sheet_from(std::string_view text);
/// The sheet kept in the book for its year and the title; nothing when there is none.
std::optional<BallotSheet> kept_ballot(const office::YearBook& book, std::string_view title);
/// Those who registered for the title in the book's year.
BallotSheet new_ballot_sheet(const office::YearBook& book, std::string_view title);
/// A member of the office by name, else somebody known by the name alone.
BallotCandidate candidate_from(const office::YearBook& book, std::string_view name);
std::string candidate_name(const office::YearBook& book, const BallotCandidate& candidate);

/// The ballot rule on a day, with the numbers of a council of `members`.
struct BallotNeed {
    const law::Pack* pack = nullptr;        ///< none: no pack covers the day
    const law::BallotRule* rule = nullptr;  ///< none: the decree sets no share for the title
    law::BallotResult numbers;              ///< share, needed votes, quorum: before any vote is counted
};
BallotNeed ballot_need(const law::PackSet& packs, std::string_view title, const BallotSheet& sheet,
                       const base::Date& on);
/// "80% × 7 thành viên = 5,6 → làm tròn lên 6".
std::string share_words(const law::BallotResult& numbers, int members, bool english);
/// The result for one candidate; the numbers of the sheet may contradict each other, then an error says how.
base::Result<law::BallotResult> ballot_result(const law::PackSet& packs, std::string_view title,
                                              const BallotSheet& sheet, const BallotCandidate& candidate,
                                              const base::Date& on);
/// Who stands within the quota, by votes, among those who passed; ties at the last place are named.
law::Selection ballot_selection(const law::PackSet& packs, const office::YearBook& book, std::string_view title,
                                const BallotSheet& sheet, const base::Date& on);

// --- the dossier ---------------------------------------------------------------------------------

/// As the office's name begins ("Phòng …", "Sở …", "Ủy ban nhân dân xã …"); a person may know better.
law::UnitKind unit_kind_of(const office::Office& office);

/// Members of the office in the book's year.
int members_of(const office::YearBook& book);

enum class PartState {
    kHave,     ///< in the file, with its number where it has one
    kMissing,  ///< must come from somewhere else, or lacks its number
    kToWrite,  ///< the program drafts it from the records
};
struct DossierLine {
    law::DossierPart part;
    PartState state = PartState::kMissing;
    std::string vi;  ///< where it comes from, or what it lacks
    std::string en;
    Route route;  ///< where that is done
};
struct DossierView {
    std::vector<DossierLine> lines;
    std::optional<base::Date> last_day;
    law::Authority last_day_authority;
    int missing = 0;  ///< parts that are not there yet
};
/// `subject`: none is the office itself. `ballot`: the sheet of the meeting on the title.
base::Result<DossierView> dossier_view(const law::PackSet& packs, const office::YearBook& book,
                                       base::Id<office::Person> subject, std::string_view title, const base::Date& on,
                                       const BallotSheet& ballot);

/// Weekdays off and weekend days worked between two days, as counted for a time limit.
std::vector<base::Date> holidays_between(const law::Holidays& holidays, const base::Date& after,
                                         const base::Date& last);

// --- money ---------------------------------------------------------------------------------------

enum class MoneyFor { kRegistered, kDecided };

struct MoneyRow {
    std::string name;
    std::string title;
    base::Date decided_on;
    bool known = false;  ///< false: `vi` says why there is no amount
    law::AwardMoney money;
    bool paid = false;
    std::string vi;  ///< why it is paid or not
    std::string en;
};
struct MoneyTable {
    std::vector<MoneyRow> rows;
    std::int64_t total = 0;      ///< of what is paid, rounded, đồng
    std::int64_t raw_total = 0;  ///< the same before rounding
    int unknown = 0;             ///< rows without an amount
    bool certain = true;         ///< every amount stands on rules read in full text
};
/// Everybody's money for the book's year: what was registered, as if decided on `on`; or what was decided, each on its
/// own day
/// (`on` where the day is not known). What is decided for one subject on one day is combined (NĐ 152/2025 Điều 49).
MoneyTable money_table(const law::PackSet& packs, const office::YearBook& book, MoneyFor what, const base::Date& on);

}  // namespace thidua::app
