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

/// "Lãnh đạo đơn vị" of "Lãnh đạo đơn vị quán triệt …", "Công chức phụ trách" of "Giao Công chức phụ trách tham mưu …":
/// words [begin, end) and the word at which the act begins; empty when the sentence names nobody.
struct Actor {
    WordRange words;
    std::size_t act = 0;
};
Actor actor_at(const Words& words, std::size_t at);

}  // namespace thidua::intake
