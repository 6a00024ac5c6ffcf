#pragma once
// The lists of provisions of a pack, from its JSON.

#include "law/checked_object.h"
#include "law/pack.h"

namespace thidua::law {

/// Reads the lists that `root` has into `pack.provisions`, replacing inherited ones.
void read_provisions(const Located& root, Pack& pack, Mistake& mistake);

}  // namespace thidua::law
