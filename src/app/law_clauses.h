#pragma once
// The law as the screens of the law show it: packs in the order of time, every clause with how far it was checked, and
// addresses of single clauses. Nothing here decides; it lists what the packs say.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/route.h"
#include "document/document.h"
#include "law/pack.h"
#include "law/rule_book.h"

namespace thidua::app {

/// Every clause of one pack, ready to be listed and searched.
struct ClauseList {
    std::vector<law::CoverageLine> lines;
    std::vector<std::string> keys;       ///< of each line's clause: clause_key()
    std::vector<std::string> searched;   ///< what a search looks through
    std::array<int, 4> by_confidence{};  ///< lines, by law::Confidence
    int left_to_people = 0;
};
ClauseList clause_list(const law::Pack& pack);

/// "Luật 06/2022/QH15 Điều 23 khoản 2" → "luat-06-2022-qh15-dieu-23-khoan-2": ASCII, for addresses.
std::string clause_key(std::string_view clause);
/// Where the screen of the law shows that clause: "#/luat/R1.luat-06-2022-qh15-dieu-23". A clause without lines of its
/// own shows those below it ("Điều 23" shows its khoản), or else the nearest above.
Route clause_route(std::string_view pack, std::string_view clause);
/// The pack and clause key of such a route's part; both empty when it is no clause.
struct ClauseAddress {
    std::string pack;
    std::string key;
};
ClauseAddress clause_address(std::string_view part);
/// The lines of the list that a key stands for, in order.
std::vector<std::size_t> lines_of(const ClauseList& list, std::string_view key);

/// What a line belongs to, in words: the title, the parameter, or the part of the procedure.
std::string place_words(const law::Pack& pack, const law::CoverageLine& line, bool english);

/// The rule book as a document: what is printed and handed over as DOCX.
document::Document rule_book_document(const law::Pack& pack, bool english);

}  // namespace thidua::app
