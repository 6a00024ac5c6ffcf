#pragma once
// A browser's KeyboardEvent as an ImGui key.

#include <imgui.h>

#include <string_view>

namespace thidua::platform {

/// From KeyboardEvent.key ("ArrowLeft", "k", "Đ") and .code ("KeyK", the place on the keyboard). The
/// letter that the layout gives counts; where that is no ASCII letter (a Vietnamese or Russian layout,
/// a dead key) the place does, so that Ctrl+K works on every layout. ImGuiKey_None: not one we use.
ImGuiKey browser_key(std::string_view key, std::string_view code);

}  // namespace thidua::platform
