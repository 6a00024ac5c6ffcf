#pragma once
// What the text left open, as a short list of questions in Vietnamese: one for each kind of gap, not one for each gap.

#include <span>
#include <string_view>
#include <vector>

#include "intake/basis.h"
#include "intake/plan_reader.h"

namespace thidua::intake {

/// Fills `reading.bundle.questions` (ids unset) from the gaps of the rest.
void ask_open_questions(PlanReading& reading, std::span<const DateConflict> conflicts, const ReadOptions& options);

}  // namespace thidua::intake
