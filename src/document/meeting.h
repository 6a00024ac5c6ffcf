#pragma once
// Who is put forward for what, and the meeting that votes on it, as plain values: whoever fills them (records, a form
// on the screen, the command line), the documents are made from these.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "office/people.h"

namespace thidua::document {

/// One person or the office put forward for one title or form.
struct Proposal {
    base::Id<office::Person> person;  ///< none: the office itself
    std::string title;                ///< code of office::EmulationTitle
    std::string ground;               ///< achievement in a sentence; empty: from rating and initiatives of the year
    std::string name = {};            ///< of somebody who is not among the office's people; `person` is then none
};

struct Vote {
    Proposal proposal;
    int yes = 0;
    int no = 0;       ///< -1: not counted; a blank
    int invalid = 0;  ///< spoilt ballots; -1: not counted
};

struct Meeting {
    std::string name;  ///< "Họp bình xét thi đua, khen thưởng năm 2024"
    std::optional<base::Date> date;
    std::string begins;  ///< "14 giờ 00"
    std::string ends;
    std::string place;
    std::vector<std::string> present;
    std::vector<std::string> absent;  ///< with the reason, as it is to be printed
    int attending = 0;                ///< how many came, where `present` names nobody; 0: not known
    int written = 0;                  ///< absent members who gave a written opinion (NĐ 98/2023 Điều 30.7)
    std::string chair;
    std::string secretary;
    std::vector<std::string> agenda;   ///< one sentence each
    std::vector<std::string> remarks;  ///< what was said, in order
    /// All who may vote, absent ones included: the base of the shares, which are yes / members in per cent with one
    /// decimal. Whether a share is enough is for the law, not for the minutes.
    int members = 0;
    std::vector<Vote> votes;
    std::vector<std::string> tellers;  ///< ban kiểm phiếu, as printed: "Ông …, Trưởng ban"
    std::string teller_chair;          ///< who signs the count
    int ballots_given = 0;             ///< phiếu phát ra; 0: not known
    int ballots_returned = 0;          ///< phiếu thu về
};

}  // namespace thidua::document
