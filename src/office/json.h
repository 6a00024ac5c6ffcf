#pragma once
// Office values as JSON text and back: `thidua show --json`, share links, the demo office. Keys stand in
// a fixed order, dates are ISO, empty fields are left out, "format" is the version. Reading is strict:
// an unknown key or word, a wrong type, a date that does not exist, a reference to nothing are errors
// that name the place ("plans[0].tasks[3].due").

#include <string>
#include <string_view>

#include "base/result.h"
#include "office/year_book.h"

namespace thidua::office {

inline constexpr int kJsonFormat = 1;

enum class JsonLayout { kReadable, kCompact };

std::string to_json(const YearBook& book, JsonLayout layout = JsonLayout::kReadable);
std::string to_json(const PlanBundle& bundle, JsonLayout layout = JsonLayout::kReadable);
base::Result<YearBook> year_book_from_json(std::string_view text);
base::Result<PlanBundle> plan_bundle_from_json(std::string_view text);

}  // namespace thidua::office
