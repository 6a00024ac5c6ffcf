#pragma once
// What all fields share: the label above, the edge, the help or error below.

#include <string_view>

#include "ui/widgets/field.h"
#include "ui/widgets/paint.h"

namespace thidua::ui {

/// The label line; nothing when hidden or empty.
void field_label(Ui& ui, std::string_view label, const FieldOptions& options);
/// Fills and outlines a field's box.
void field_box(Ui& ui, const ImRect& box, bool enabled, bool hovered, bool active, bool error, float glide);
/// The help or error line below.
void field_below(Ui& ui, const FieldOptions& options, float width);
/// -1 → what is available.
float field_width(const FieldOptions& options);

}  // namespace thidua::ui
