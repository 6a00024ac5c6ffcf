#pragma once
// What a person changes in a document before it is issued: the text of paragraphs, and which of them differ from what
// the records would say now.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/layout.h"

namespace thidua::document {

/// nullptr when there is no paragraph at that place.
Paragraph* find_paragraph(Document& document, const Place& place);

/// Puts `text` into a paragraph; bold and italic stay with the letters that stay. "……" is a blank, '\n' a line break.
/// kNotFound when there is no such paragraph; kBadInput when the text is no UTF-8 or longer than 20,000 bytes.
base::Status set_text(Document& document, const Place& place, std::string_view text);
/// A paragraph behind another one of running text, in the same style; gives its place. Not inside tables.
base::Result<Place> insert_after(Document& document, const Place& place, std::string_view text);
/// Not inside tables.
base::Status remove_paragraph(Document& document, const Place& place);

/// A paragraph of an edited document that is not what would be drafted now.
struct Difference {
    enum class Kind { kChanged, kAdded, kRemoved };
    Kind kind = Kind::kChanged;
    Place edited;         ///< kRemoved: the paragraph before which it stood, or nowhere at the end
    std::string now;      ///< text in the edited document
    std::string drafted;  ///< text that the records give
};

/// In reading order; empty when every paragraph says the same. Both are compared paragraph by paragraph, the way a
/// person would line them up.
std::vector<Difference> differences(const Document& edited, const Document& drafted);

}  // namespace thidua::document
