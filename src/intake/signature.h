#pragma once
// The foot of a document: Nơi nhận with its recipients, the signer's office and name; in one column or in two that the
// scanner has mixed line by line.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/passage.h"

namespace thidua::intake {

struct Signature {
    bool found = false;
    std::vector<std::string> recipients;  ///< without "- " and ";"
    std::vector<office::SourceSpan> recipient_spans;
    std::string title;  ///< lines as printed, parted by \n: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    std::string name;
    office::SourceSpan title_span;
    office::SourceSpan name_span;
    std::size_t first_line = 0;  ///< index into the lines given
    std::size_t end_line = 0;    ///< one behind the last
};

/// The first foot in `lines`; `found` is false and both line indices are lines.size() when there is none.
Signature read_signature(std::string_view source, std::span<const Line> lines);

}  // namespace thidua::intake
