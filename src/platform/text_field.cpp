#include "platform/text_field.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace thidua::platform {
namespace {

// ImWchar holds one code point (of the Basic Multilingual Plane: the build keeps ImWchar16), so the
// positions of ImGui's editor are code points.
ImGuiInputTextState* active_state() {
    ImGuiContext* context = ImGui::GetCurrentContext();
    if (!context || context->ActiveId == 0) return nullptr;
    ImGuiInputTextState& state = context->InputTextState;
    return state.ID == context->ActiveId && state.CurLenA >= 0 && state.TextW.Size > 0 ? &state : nullptr;
}

}  // namespace

TextField active_text_field() {
    const ImGuiInputTextState* state = active_state();
    if (!state) return {};
    TextField field;
    field.id = state->ID;
    const ImWchar* begin = state->TextW.Data;
    const ImWchar* end = begin + state->CurLenW;
    field.text.resize(static_cast<std::size_t>(ImTextCountUtf8BytesFromStr(begin, end)) + 1);
    const int written = ImTextStrToUtf8(field.text.data(), static_cast<int>(field.text.size()), begin, end);
    field.text.resize(static_cast<std::size_t>(written));
    const bool selected = state->Stb.select_start != state->Stb.select_end;
    field.anchor = selected ? state->Stb.select_start : state->Stb.cursor;
    field.caret = selected ? state->Stb.select_end : state->Stb.cursor;
    return field;
}

bool select_in_field(std::uint32_t id, int anchor, int caret) {
    ImGuiInputTextState* state = active_state();
    if (!state || state->ID != id) return false;
    state->Stb.select_start = std::clamp(anchor, 0, state->CurLenW);
    state->Stb.select_end = std::clamp(caret, 0, state->CurLenW);
    state->Stb.cursor = state->Stb.select_end;
    state->CursorFollow = true;
    return true;
}

}  // namespace thidua::platform
