#pragma once
// The documents around a meeting that reviews titles and commendations: invitation, minutes with the count of votes,
// letter. Ballots are no records of the file yet: these are built from the values below, whoever fills them.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "document/award_documents.h"
#include "document/document.h"
#include "document/issue.h"
#include "office/year_book.h"

namespace thidua::document {

struct Vote {
    Proposal proposal;
    int yes = 0;
    int no = 0;
    int invalid = 0;  ///< spoilt ballots
};

struct Meeting {
    std::string name;  ///< "Họp bình xét thi đua, khen thưởng năm 2024"
    std::optional<base::Date> date;
    std::string begins;  ///< "14 giờ 00"
    std::string ends;
    std::string place;
    std::vector<std::string> present;
    std::vector<std::string> absent;  ///< with the reason, as it is to be printed
    std::string chair;
    std::string secretary;
    std::vector<std::string> agenda;   ///< one sentence each
    std::vector<std::string> remarks;  ///< what was said, in order
    int members = 0;                   ///< all who may vote, absent ones included: the base of the shares
    std::vector<Vote> votes;
};

/// Giấy mời
Document invitation_document(const office::Office& office, const Meeting& meeting, const Issue& issue = {});

/// Biên bản họp: signed by secretary and chair. Shares are yes / members in per cent, one decimal; whether a share is
/// enough is for the law, not for the minutes.
Document minutes_document(const office::YearBook& book, const Meeting& meeting, const Issue& issue = {});

/// Công văn: the subject stands under the number as "V/v …".
Document letter_document(const office::Office& office, const std::string& subject,
                         const std::vector<std::string>& paragraphs, const Issue& issue = {});

}  // namespace thidua::document
