#include "sheet/xml_scan.h"

#include <algorithm>

#include "base/utf8.h"

namespace thidua::sheet {
namespace {

constexpr std::size_t kDeepest = 200;
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "#38", "#x26": the character; 0 when it is none.
char32_t numbered(std::string_view digits) {
    const bool hex = digits.starts_with('x');
    if (hex) digits.remove_prefix(1);
    char32_t value = 0;
    if (digits.empty() || digits.size() > 7) return 0;
    for (const char c : digits) {
        char32_t digit = 99;
        if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
        if (hex && c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a' + 10);
        if (hex && c >= 'A' && c <= 'F') digit = static_cast<char32_t>(c - 'A' + 10);
        if (digit >= (hex ? 16U : 10U)) return 0;
        value = value * (hex ? 16 : 10) + digit;
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value > 0x10FFFF || surrogate ? 0 : value;
}

}  // namespace

bool XmlScan::decode(std::string_view raw, std::string& out) const {
    for (std::size_t at = 0; at < raw.size();) {
        if (raw[at] != '&') {
            out += raw[at++];
            continue;
        }
        const std::size_t end = raw.find(';', at);
        if (end == std::string_view::npos || end - at > 12) return false;
        const std::string_view entity = raw.substr(at + 1, end - at - 1);
        at = end + 1;
        if (entity == "amp") out += '&';
        else if (entity == "lt") out += '<';
        else if (entity == "gt") out += '>';
        else if (entity == "quot") out += '"';
        else if (entity == "apos") out += '\'';
        else if (entity.starts_with('#')) {
            const char32_t character = numbered(entity.substr(1));
            if (character == 0) return false;
            base::append_utf8(out, character);
        } else {
            return false;  // somebody's own entity: the way of XML bombs
        }
    }
    return true;
}

std::string XmlScan::attribute(std::string_view name) const {
    std::string_view rest = attributes_;
    while (true) {
        const std::size_t begin = rest.find_first_not_of(kBlanks);
        if (begin == std::string_view::npos) return {};
        rest.remove_prefix(begin);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) return {};
        std::string_view key = rest.substr(0, equals);
        while (!key.empty() && kBlanks.find(key.back()) != std::string_view::npos) key.remove_suffix(1);
        rest.remove_prefix(equals + 1);
        const std::size_t quote = rest.find_first_not_of(kBlanks);
        if (quote == std::string_view::npos || (rest[quote] != '"' && rest[quote] != '\'')) return {};
        const std::size_t end = rest.find(rest[quote], quote + 1);
        if (end == std::string_view::npos) return {};
        if (local(key) == name) {
            std::string value;
            return decode(rest.substr(quote + 1, end - quote - 1), value) ? value : std::string();
        }
        rest.remove_prefix(end + 1);
    }
}

XmlScan::Event XmlScan::next() {
    if (closes_) {
        closes_ = false;
        return Event::kClose;
    }
    // Instructions and comments say nothing to us.
    for (;;) {
        const std::string_view rest = xml_.substr(at_);
        const bool instruction = rest.starts_with("<?");
        if (!instruction && !rest.starts_with("<!--")) break;
        const std::string_view end = instruction ? "?>" : "-->";
        const std::size_t stop = rest.find(end, instruction ? 2 : 4);
        if (stop == std::string_view::npos) return Event::kBad;
        at_ += stop + end.size();
    }
    if (at_ >= xml_.size()) return depth_ == 0 ? Event::kEnd : Event::kBad;
    if (xml_[at_] == '<') return markup();
    const std::size_t end = std::min(xml_.find('<', at_), xml_.size());
    text_.clear();
    const bool good = decode(xml_.substr(at_, end - at_), text_);
    at_ = end;
    return good ? Event::kText : Event::kBad;
}

XmlScan::Event XmlScan::markup() {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<![CDATA[")) {
        const std::size_t stop = rest.find("]]>");
        if (stop == std::string_view::npos) return Event::kBad;
        text_ = std::string(rest.substr(9, stop - 9));
        at_ += stop + 3;
        return Event::kText;
    }
    if (rest.starts_with("<!")) return Event::kBad;
    // The tag's end is the first '>' outside quotes.
    std::size_t end = 1;
    char quote = 0;
    for (; end < rest.size(); ++end) {
        const char c = rest[end];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            break;
        }
    }
    if (end >= rest.size()) return Event::kBad;
    at_ += end + 1;
    std::string_view tag = rest.substr(1, end - 1);
    const bool closing = tag.starts_with('/');
    if (closing) tag.remove_prefix(1);
    const bool empty = !closing && tag.ends_with('/');
    if (empty) tag.remove_suffix(1);
    const std::size_t name_end = std::min(tag.find_first_of(kBlanks), tag.size());
    name_ = local(tag.substr(0, name_end));
    attributes_ = tag.substr(name_end);
    if (name_.empty()) return Event::kBad;
    if (closing) {
        if (depth_ == 0) return Event::kBad;
        --depth_;
        return Event::kClose;
    }
    if (empty) {
        closes_ = true;
        return Event::kOpen;
    }
    return ++depth_ > kDeepest ? Event::kBad : Event::kOpen;
}

}  // namespace thidua::sheet
