#pragma once
// The title (trích yếu) below the kind of a document, and the authority's own line behind it.

#include <cstddef>
#include <span>
#include <string_view>

#include "intake/letterhead.h"

namespace thidua::intake {

/// The title that begins at line `from`: lines in capitals; or the lines down to a blank one or the first sentence of
/// the body. Fills `head`'s title, its kind where title and kind are one line, its issuer where only the authority's
/// line names it, and how many lines the head takes.
void read_title_under(std::string_view source, std::span<const Line> lines, std::size_t from, Letterhead& head);
/// A text that begins with its title: lines down to a blank one, not a sentence, with a body behind.
void read_bare_title(std::string_view source, std::span<const Line> lines, Letterhead& head);

}  // namespace thidua::intake
