#pragma once
// The documents on the way of a title or a form of commendation: registration, proposal, public notice, decision.
// All stand on the same rows: who is put forward for what, and what the year's records say in support.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "document/document.h"
#include "document/issue.h"
#include "office/year_book.h"

namespace thidua::document {

/// One person or the office put forward for one title or form.
struct Proposal {
    base::Id<office::Person> person;  ///< none: the office itself
    std::string title;                ///< code of office::EmulationTitle
    std::string ground;               ///< achievement in a sentence; empty: from rating and initiatives of the year
};

/// Bảng đăng ký danh hiệu thi đua: everybody of the year with what is registered; no number of its own.
Document registration_document(const office::YearBook& book, const Issue& issue = {});

/// Danh sách trích ngang: what is recorded of each person, on a landscape page.
Document roster_document(const office::YearBook& book, const Issue& issue = {});

/// Tờ trình đề nghị: addressed to the superior office unless the issue says otherwise.
Document proposal_document(const office::YearBook& book, const std::vector<Proposal>& proposals,
                           const Issue& issue = {});

/// Thông báo công khai: the list, and the days on which remarks are taken (both days given by the office's own rules).
Document notice_document(const office::YearBook& book, const std::vector<Proposal>& proposals,
                         std::optional<base::Date> from, std::optional<base::Date> to, const Issue& issue = {});

/// Quyết định: `grounds` are printed as căn cứ, one line each; the list is an annex.
Document decision_document(const office::YearBook& book, const std::vector<Proposal>& proposals,
                           const std::vector<std::string>& grounds, const Issue& issue = {});

}  // namespace thidua::document
