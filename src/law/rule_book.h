#pragma once
// The rule book and the coverage map, printed from the packs that decide: what the engine knows, how far it is checked, and
// what is left to people.

#include <string>
#include <vector>

#include "law/pack.h"

namespace thidua::law {

struct CoverageLine {
    enum class How { kEncoded, kParameter, kProvision, kLeftToPeople };
    std::string clause;
    How how = How::kEncoded;
    Confidence confidence = Confidence::kSeen;
    std::string where;  ///< code of the title, id of the parameter, name of the list
    std::string vi;
    std::string en;
    std::string source;
};

/// Every clause of the pack, in order of the clause; one line per place that uses it.
std::vector<CoverageLine> coverage(const Pack& pack);

enum class Language { kVietnamese, kEnglish };

/// A whole HTML page (UTF-8, no script, nothing loaded from outside).
std::string rule_book_html(const Pack& pack, Language language);

}  // namespace thidua::law
