#pragma once
// From a body of paragraphs to a whole document of one of the decree's kinds: head, name and subject, addressees,
// signature. What differs between the kinds is in Form, what a person decides when issuing is in Issue.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "document/document.h"
#include "office/office.h"

namespace thidua::document {

/// Decided by a person when the document is issued. What is empty is taken from the office, or left as a blank.
struct Issue {
    std::string number;  ///< "12/TTr-PTP"
    std::optional<base::Date> issued_on;
    std::vector<std::string> addressees;  ///< "Kính gửi"; for kinds that have it
    std::vector<std::string> recipients;  ///< "Nơi nhận"; empty: those addressed, and the files
    std::string signer_title;
    std::string signer_name;
    std::vector<Origin> origins;  ///< of head, subject and signature, before the office
};

struct Form {
    std::string kind;    ///< "Tờ trình"; empty: a công văn, whose subject stands under the number
    std::string symbol;  ///< "TTr"; empty for a công văn
    std::string subject;
    bool addressed = false;  ///< has "Kính gửi"
    bool numbered = true;
    bool dated = true;
    Page page;
    bool closed = true;          ///< the text ends with "./."
    bool signed_by_head = true;  ///< false: forms that nobody signs (a ballot paper)
    struct Signer {
        std::string title;
        std::string name;  ///< empty: a blank
    };
    std::vector<Signer> signers;  ///< two, side by side, instead of the head; whom it goes to then stands below
};

struct Annex {
    std::string title;
    std::vector<Block> body;
    Page page;
};

/// `body` ends without "./.". Each annex becomes "Phụ lục" (of several: "Phụ lục I", "Phụ lục II" …) with its own page
/// numbers, referring to this document (NĐ 30/2020 Phụ lục I, mục III).
Document issue_document(const office::Office& office, const Issue& issue, const Form& form, std::vector<Block> body,
                        std::vector<Annex> annexes = {});

}  // namespace thidua::document
