#pragma once
// Criteria of a pack, from its JSON.

#include <string>
#include <string_view>
#include <vector>

#include "law/checked_object.h"
#include "law/criterion.h"
#include "law/pack.h"

namespace thidua::law {

/// What a node takes from the title around it.
struct CriterionContext {
    const Pack& pack;  ///< with its instruments and parameters already read
    std::string id;    ///< of the node: path inside the title ("LDTT.1.2")
    Confidence confidence;
    std::string source;
};

Criterion read_criterion(const Located& value, const CriterionContext& context, Mistake& mistake);

/// True when the clause begins with the name of one of the pack's instruments and says which article or part.
bool cites_known_instrument(const Pack& pack, std::string_view clause);

}  // namespace thidua::law
