#pragma once
// Choosing: checkbox, radio buttons, segmented control, tabs, select.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/field.h"

namespace thidua::ui {

/// True when the value changed.
bool checkbox(Ui& ui, std::string_view label, bool& value, bool enabled = true);
/// One of `options`, below each other; `chosen` is an index, -1 for none.
bool radio_group(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen);
/// Two to four short words in one frame: a way of looking at the same things.
bool segmented(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen);
/// Tabs across the available width, with a hairline below.
bool tabs(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen);
/// A field that opens a list of options; `chosen` is an index, -1 shows the placeholder.
bool select(Ui& ui, std::string_view label, std::span<const std::string_view> options, int& chosen,
            const FieldOptions& field = {});
/// The same over owned strings.
bool select(Ui& ui, std::string_view label, const std::vector<std::string>& options, int& chosen,
            const FieldOptions& field = {});

}  // namespace thidua::ui
