#pragma once
// What a plan asks to be done: tasks (they end) and duties (they are always kept to), each with who, when and how much
// where the text says so.

#include <span>
#include <string>
#include <vector>

#include "intake/citation.h"
#include "intake/outline.h"
#include "office/plan.h"

namespace thidua::intake {

struct TaskReading {
    office::Task task;  ///< `item` holds the index in the outline, plus 1; `plan` and `id` are unset
    office::SourceSpan assignee;
    office::SourceSpan due;
    office::SourceSpan recurrence;
    office::SourceSpan target;
};

/// `year` completes days without one; 0 when unknown.
std::vector<TaskReading> read_tasks(std::span<const OutlineItem> outline, int year);

}  // namespace thidua::intake
