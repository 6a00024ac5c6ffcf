#pragma once
// The sentences of a verdict, in Vietnamese and English, from its trace.

#include "law/verdict.h"

namespace thidua::law {

/// Fills summary_vi and summary_en (and a warning where a decision of a later law applies an older one).
void explain(const Pack& pack, const PackSet& packs, const Facts& facts, Verdict& verdict);
/// For a date whose pack is locked, or that no pack covers (nullptr).
void explain_locked(const Pack* pack, Verdict& verdict);
/// For a title that the pack of the date does not encode.
void explain_not_encoded(const Pack& pack, Verdict& verdict);

}  // namespace thidua::law
