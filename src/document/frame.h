#pragma once
// The two blocks that frame every document of NĐ 30/2020 (Phụ lục I: cells 1–4, 7 and 9): the head of page 1 and
// the signature beside "Nơi nhận". Both are tables without borders, kept whole.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "office/office.h"

namespace thidua::document {

struct LetterHead {
    std::string superior;        ///< cơ quan chủ quản trực tiếp; may be empty
    std::string issuer;          ///< as printed, any case
    std::string number;          ///< "05/KH-PTP"; empty: a blank before "/" and `symbol`
    std::string symbol;          ///< "KH-PTP"
    std::string letter_subject;  ///< "V/v …" below the number of a công văn; empty for all others
    std::string place;           ///< địa danh
    std::optional<base::Date> date;
    int year = 0;          ///< printed when the date is not known yet; 0: a blank
    bool numbered = true;  ///< false: lists and tables that are no documents of their own
    bool dated = true;     ///< false: minutes, whose day stands in the text
    std::vector<Origin> origins;
};

struct Signature {
    std::vector<std::string> recipients;  ///< without "- " and ";"; the last one is "Lưu: …"
    std::string title;                    ///< "TM. …" and further lines divided by '\n'; empty: a blank
    std::string name;                     ///< empty: a blank
    std::vector<Origin> origins;
};

Table letter_head(const Page& page, const LetterHead& head);
Table signature_block(const Page& page, const Signature& signature);

/// The name of the office for a letter head, as the decree wants it below its superior. `kind_symbol`: "KH"; empty for
/// a công văn.
LetterHead letter_head_of(const office::Office& office, std::string_view kind_symbol);
/// "Lưu: VT, PTP"
std::string filing_line(const office::Office& office);
/// Kind and subject of mẫu 1.4: "KẾ HOẠCH", then the subject with its rule.
std::vector<Block> kind_and_subject(const Page& page, std::string_view kind, std::string_view subject,
                                    std::vector<Origin> origins);
/// "Kính gửi: …" on one line, or the word and one line each when there are several; none: a blank.
std::vector<Block> addressed_to(const std::vector<std::string>& addressees, std::vector<Origin> origins);
/// Adds "./." to the last paragraph and keeps it with the signature that follows.
void close_text(std::vector<Block>& blocks);

}  // namespace thidua::document
