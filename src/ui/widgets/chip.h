#pragma once
// Chips: a state in a word, on its own soft ground. Colour is never alone: a word and a mark go with it.

#include <string_view>

#include "ui/ui.h"

namespace thidua::ui {

/// The four answers of the law engine, and honours. (Words: Đạt · Chưa đạt · Thiếu dữ kiện · Cần xem xét.)
enum class ChipKind { kNeutral, kMet, kNotMet, kNotKnown, kForPerson, kHonour };

void chip(Ui& ui, std::string_view text, ChipKind kind = ChipKind::kNeutral);
/// With the standard word and mark of that verdict.
void verdict_chip(Ui& ui, ChipKind verdict);
std::string_view verdict_word(const Ui& ui, ChipKind verdict);
const Tone& chip_tone(const Theme& theme, ChipKind kind);
/// Draws a chip at a place, for table cells and cards; returns its width. Adds no node.
float paint_chip(Ui& ui, float x, float centre_y, std::string_view text, ChipKind kind, bool draw = true);

}  // namespace thidua::ui
