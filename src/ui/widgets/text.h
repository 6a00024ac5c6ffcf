#pragma once
// Text on screens: headings, paragraphs, quiet help, links, single lines.

#include <string_view>

#include "ui/ui.h"

namespace thidua::ui {

/// Level 1: the screen's title, 2: a section, 3: a card.
void heading(Ui& ui, std::string_view text, int level = 1);
/// A paragraph, wrapped at the available width.
void text(Ui& ui, std::string_view text, TextStyle style = TextStyle::kBody);
void text_colored(Ui& ui, std::string_view text, Color color, TextStyle style = TextStyle::kBody);
/// Help, captions, explanations.
void quiet(Ui& ui, std::string_view text, TextStyle style = TextStyle::kBody);
/// One line, cut with "…" at `width` (0: what is available); the whole text stays in the semantic tree.
void text_line(Ui& ui, std::string_view text, float width = 0, TextStyle style = TextStyle::kBody);
/// Text of its own width on the current line: for "label: value" rows built with same_line().
void inline_text(Ui& ui, std::string_view text, TextStyle style = TextStyle::kBody, bool is_quiet = false);
/// A link inside a screen or to an address; true when followed.
bool link(Ui& ui, std::string_view label);
/// An icon as part of a line; decorative unless `name` is given.
void icon(Ui& ui, std::string_view icon, std::string_view name = {}, Color color = 0, bool large = false);

void gap(float pixels);                      ///< vertical space
void same_line(float space = kSpace2);       ///< the next widget stands beside the last one
void hairline(Ui& ui);                       ///< a line across the available width

}  // namespace thidua::ui
