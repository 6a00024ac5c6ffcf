#pragma once
// Vietnamese from before Unicode: TCVN3 (ABC, .VnTime fonts), VNI-Windows, VISCII, VPS. Recognised by what the text says
// once converted, not by a label, since files and PDF text layers carry none.

#include <string>
#include <string_view>

namespace thidua::text {

enum class LegacyEncoding { kNone, kTcvn3, kVni, kViscii, kVps };

const char* name_of(LegacyEncoding encoding);

/// `text` is either the raw bytes of a file or UTF-8 in which these bytes stand as Windows-1252 characters ("Céng hoµ").
/// kNone when no reading gives clearly more Vietnamese syllables than the text as it is.
LegacyEncoding detect_legacy(std::string_view text);

/// The text in Unicode (UTF-8, NFC). Characters the encoding does not have stay. kNone composes only.
/// TCVN3 has no marked capitals (its capital fonts draw small letters): such words come back in small letters.
/// VPS and VISCII put a few capitals on control codes; those are not converted.
std::string from_legacy(std::string_view text, LegacyEncoding encoding);

}  // namespace thidua::text
