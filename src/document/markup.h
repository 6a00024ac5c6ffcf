#pragma once
// Text inside XML and HTML: escaped, and without the characters that XML 1.0 forbids.

#include <string>
#include <string_view>

namespace thidua::document {

/// & < > " escaped; control characters but tab and line feed dropped (XML 1.0 §2.2), as are U+FFFE and U+FFFF;
/// broken UTF-8 becomes U+FFFD. Good for element text and for attribute values in double quotes.
std::string escaped(std::string_view text);
/// A length or coordinate as attributes and styles hold it: two decimals.
std::string number(double value);

}  // namespace thidua::document
