#pragma once
// The office's own wording of its documents: which kinds have one, what is being written, what differs from the
// program's wording, putting it into force.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/template.h"
#include "office/year_book.h"
#include "store/store.h"

namespace thidua::app {

/// What documents of this kind are made with: the office's own wording, else the program's.
std::string wording_in_force(const office::YearBook& book, std::string_view code);
/// What is being written and not in force yet; nullptr: nothing, or just what is in force.
const office::TextTemplate* wording_draft(const office::YearBook& book, std::string_view code);

/// Puts it into force in one act and lets the draft go. A broken one changes nothing (kBadInput,
/// document::check_wording); the program's own words are the standard wording again.
base::Status adopt_wording(store::Store& store, const std::string& code, const std::string& text);
/// Keeps it beside the one in force; broken ones too.
base::Status keep_wording_draft(store::Store& store, const std::string& code, const std::string& text);

/// A line of two texts laid side by side.
struct LineChange {
    enum class Kind { kSame, kLost, kNew };
    Kind kind = Kind::kSame;
    std::string text;

    bool operator==(const LineChange&) const = default;
};
/// What became of each line, in order; lost lines stand before the new ones at their place. Texts whose middle is too
/// large to compare are given as lost and new as a whole.
std::vector<LineChange> line_changes(std::string_view before, std::string_view after);

/// With one kind of line break, composed letters (NFC) and no blanks at the end: editors differ in these.
std::string tidy_wording(std::string_view text);

}  // namespace thidua::app
