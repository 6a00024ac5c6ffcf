#pragma once
// What a heading of a plan is about, and the labelled lines below a task ("- Cơ quan chủ trì: Bộ Công an.").

#include <cstddef>

#include "intake/words.h"

namespace thidua::intake {

enum class Topic { kNone, kContent, kTargets, kOther };
Topic topic_of(const Words& words);

enum class Attribute { kNone, kAssignee, kPartner, kTime, kContent };
struct AttributeLine {
    Attribute attribute = Attribute::kNone;
    std::size_t value = 0;  ///< word behind the ":"
};
AttributeLine attribute_of(const Words& words);

}  // namespace thidua::intake
