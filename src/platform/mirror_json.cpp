#include "platform/mirror_json.h"

#include <cmath>
#include <cstdio>

#include "base/utf8.h"

namespace thidua::platform {
namespace {

void add_text(std::string& out, const char* key, const std::string& text) {
    if (text.empty()) return;
    out += ",\"";
    out += key;
    out += "\":";
    out += json_string(text);
}

void add_flag(std::string& out, const char* key, bool set) {
    if (!set) return;
    out += ",\"";
    out += key;
    out += "\":true";
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c == U'"' || c == U'\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            base::append_utf8(out, c);
        }
    }
    out += '"';
    return out;
}

std::string mirror_json(const app::SemanticTree& tree) {
    std::string out = "[";
    for (const app::SemanticNode& node : tree) {
        if (out.size() > 1) out += ',';
        out += "{\"id\":" + std::to_string(node.id);
        if (node.parent) out += ",\"parent\":" + std::to_string(node.parent);
        out += ",\"role\":\"";
        out += app::role_name(node.role);
        out += '"';
        // Whole pixels: a rectangle that moved by less needs no work in the DOM.
        char rect[80];
        std::snprintf(rect, sizeof rect, ",\"rect\":[%ld,%ld,%ld,%ld]", std::lround(node.rect.x),
                      std::lround(node.rect.y), std::lround(node.rect.width),
                      std::lround(node.rect.height));
        out += rect;
        add_text(out, "name", node.name);
        add_text(out, "value", node.value);
        add_text(out, "description", node.description);
        if (node.level) out += ",\"level\":" + std::to_string(node.level);
        if (node.count) out += ",\"count\":" + std::to_string(node.count);
        add_flag(out, "focused", node.focused);
        add_flag(out, "disabled", node.disabled);
        add_flag(out, "multiline", node.multiline);
        add_flag(out, "selected", node.selected);
        if (node.checkable) out += node.checked ? ",\"checked\":true" : ",\"checked\":false";
        if (node.expandable) out += node.expanded ? ",\"expanded\":true" : ",\"expanded\":false";
        out += '}';
    }
    out += ']';
    return out;
}

}  // namespace thidua::platform
