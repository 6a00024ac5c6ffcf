#include "platform/browser_keys.h"

namespace thidua::platform {
namespace {

struct Named {
    std::string_view name;
    ImGuiKey key;
};

constexpr Named kByKey[] = {
    {"ArrowLeft", ImGuiKey_LeftArrow}, {"ArrowRight", ImGuiKey_RightArrow}, {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow}, {"Home", ImGuiKey_Home}, {"End", ImGuiKey_End},
    {"PageUp", ImGuiKey_PageUp}, {"PageDown", ImGuiKey_PageDown}, {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape}, {"Tab", ImGuiKey_Tab}, {"Backspace", ImGuiKey_Backspace},
    {"Delete", ImGuiKey_Delete}, {"Insert", ImGuiKey_Insert}, {" ", ImGuiKey_Space},
    {"ContextMenu", ImGuiKey_Menu}, {"/", ImGuiKey_Slash}, {"?", ImGuiKey_Slash}, {"-", ImGuiKey_Minus},
    {"=", ImGuiKey_Equal}, {"+", ImGuiKey_Equal}, {",", ImGuiKey_Comma}, {".", ImGuiKey_Period},
    {";", ImGuiKey_Semicolon}, {"[", ImGuiKey_LeftBracket}, {"]", ImGuiKey_RightBracket},
    {"\\", ImGuiKey_Backslash}, {"`", ImGuiKey_GraveAccent}, {"'", ImGuiKey_Apostrophe},
};

ImGuiKey offset(ImGuiKey first, int by) { return static_cast<ImGuiKey>(first + by); }

}  // namespace

ImGuiKey browser_key(std::string_view key, std::string_view code) {
    for (const Named& named : kByKey) {
        if (named.name == key) return named.key;
    }
    if (key.size() == 1) {
        const char c = key[0];
        if (c >= 'a' && c <= 'z') return offset(ImGuiKey_A, c - 'a');
        if (c >= 'A' && c <= 'Z') return offset(ImGuiKey_A, c - 'A');
        if (c >= '0' && c <= '9') return offset(ImGuiKey_0, c - '0');
    }
    if ((key.size() == 2 || key.size() == 3) && key[0] == 'F' && key[1] >= '1' && key[1] <= '9') {
        const int number = key.size() == 2 ? key[1] - '0' : (key[1] - '0') * 10 + (key[2] - '0');
        if (number >= 1 && number <= 12) return offset(ImGuiKey_F1, number - 1);
    }
    if (code.size() == 4 && code.substr(0, 3) == "Key" && code[3] >= 'A' && code[3] <= 'Z') {
        return offset(ImGuiKey_A, code[3] - 'A');
    }
    if (code.size() == 6 && code.substr(0, 5) == "Digit" && code[5] >= '0' && code[5] <= '9') {
        return offset(ImGuiKey_0, code[5] - '0');
    }
    return ImGuiKey_None;
}

}  // namespace thidua::platform
