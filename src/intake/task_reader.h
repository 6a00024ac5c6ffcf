#pragma once
// What a plan asks to be done: tasks (they end) and duties (they are always kept to), each with who, when and how much
// where the text says so.

#include <memory>
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

/// Reads one item of the outline after the other. `words` are those of the items; all must outlive the reader. `year`
/// completes days without one; 0 when unknown.
class TaskReader {
public:
    TaskReader(std::span<const OutlineItem> outline, std::span<const Words> words, int year);
    ~TaskReader();
    /// The next item; false when there is no more.
    bool next();
    std::vector<TaskReading> take();

private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace thidua::intake
