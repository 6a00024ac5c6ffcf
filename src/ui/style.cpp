#include "ui/style.h"

#include "imgui.h"

namespace thidua::ui {

void apply_style(const Theme& theme) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {0, 0};
    style.FramePadding = {10, 6};
    style.ItemSpacing = {kSpace2, kSpace2};
    style.ItemInnerSpacing = {kSpace2, kSpace1};
    style.CellPadding = {kSpace3, 0};
    style.IndentSpacing = kSpace4;
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabMinSize = 24;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowRounding = kRadius;
    style.ChildRounding = 0;
    style.FrameRounding = kRadius;
    style.PopupRounding = kRadius + 2;
    style.WindowMinSize = {8, 8};
    style.DisplaySafeAreaPadding = {kSpace2, kSpace2};
    style.DisabledAlpha = 1.0F;  // disabled things have their own colour
    style.CurveTessellationTol = 0.6F;
    style.CircleTessellationMaxError = 0.15F;

    const auto set = [&](ImGuiCol which, Color color) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(color);
    };
    for (int i = 0; i < ImGuiCol_COUNT; ++i) set(i, theme.surface);
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.quiet);
    set(ImGuiCol_WindowBg, theme.ground);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, theme.raised);
    set(ImGuiCol_Border, theme.line);
    set(ImGuiCol_BorderShadow, 0);
    set(ImGuiCol_FrameBg, 0);
    set(ImGuiCol_FrameBgHovered, 0);
    set(ImGuiCol_FrameBgActive, 0);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, theme.dark ? rgb(0x4A4F57) : rgb(0xCFCBC1));
    set(ImGuiCol_ScrollbarGrabHovered, theme.dark ? rgb(0x5B616A) : rgb(0xB4AFA4));
    set(ImGuiCol_ScrollbarGrabActive, theme.control_line);
    set(ImGuiCol_Separator, theme.line);
    set(ImGuiCol_TextSelectedBg, theme.text_selection);
    set(ImGuiCol_NavHighlight, 0);  // our widgets draw their own focus ring
    set(ImGuiCol_NavWindowingHighlight, 0);
    set(ImGuiCol_NavWindowingDimBg, 0);
    set(ImGuiCol_ModalWindowDimBg, theme.dim);
    set(ImGuiCol_Header, theme.selected);
    set(ImGuiCol_HeaderHovered, theme.hover);
    set(ImGuiCol_HeaderActive, theme.pressed);
    set(ImGuiCol_ResizeGrip, 0);
    set(ImGuiCol_ResizeGripHovered, 0);
    set(ImGuiCol_ResizeGripActive, 0);
    set(ImGuiCol_TableRowBg, 0);
    set(ImGuiCol_TableRowBgAlt, 0);
    set(ImGuiCol_TableBorderLight, theme.line);
    set(ImGuiCol_TableBorderStrong, theme.line);
}

}  // namespace thidua::ui
