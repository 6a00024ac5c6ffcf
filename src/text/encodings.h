#pragma once
// Vietnamese from before Unicode: TCVN3 (ABC, .VnTime fonts), VNI-Windows, VISCII, VPS, windows-1258. Recognised by
// what the text says once converted, not by a label, since files and PDF text layers carry none.

#include <string>
#include <string_view>

namespace thidua::text {

enum class LegacyEncoding { kNone, kTcvn3, kVni, kViscii, kVps, kWindows1258 };

const char* name_of(LegacyEncoding encoding);

/// `text` is either the raw bytes of a file or UTF-8 in which these bytes stand as Windows-1252 characters ("Céng
/// hoµ"). kNone when no reading gives clearly more Vietnamese syllables than the text as it is. Looks at the first 256
/// kB.
LegacyEncoding detect_legacy(std::string_view text);

/// The text in Unicode (UTF-8, NFC). Characters the encoding does not have stay. kNone composes only.
/// TCVN3 has no capitals with a tone (its capital fonts draw small letters): they are raised again in words whose other
/// letters are capitals ("KÕ HO¹CH"), else they come back small. VPS keeps a few capitals on control codes; those are
/// not converted.
std::string from_legacy(std::string_view text, LegacyEncoding encoding);

struct Unicode {
    LegacyEncoding from = LegacyEncoding::kNone;
    std::string text;
};
/// Detects and converts. In UTF-8 text only the lines that are not Vietnamese as they stand are looked at and
/// converted, so that a document put together of old and new parts comes out whole.
Unicode to_unicode(std::string_view text);

/// Raw bytes taken for Windows-1252: what a western program saves when it is told nothing.
std::string from_windows_1252(std::string_view bytes);

}  // namespace thidua::text
