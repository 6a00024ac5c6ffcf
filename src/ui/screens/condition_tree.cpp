// The tree of conditions of a verdict.

#include "imgui.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/verdict_panel.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr float kStep = 14;
constexpr float kMark = 20;

std::string_view mark_of(law::Outcome outcome) {
    switch (outcome) {
        case law::Outcome::kMet: return "check";
        case law::Outcome::kNotMet: return "close";
        case law::Outcome::kForPerson: return "person";
        case law::Outcome::kNotKnown: break;
    }
    return "question";
}

}  // namespace

void ConditionTree::draw(Scene& scene, const law::Verdict& verdict) {
    const std::string which = verdict.subject + " " + verdict.title;
    if (which != verdict_of_) {
        verdict_of_ = which;
        turned_.clear();
    }
    for (std::size_t i = 0; i < verdict.trace.children.size(); ++i) {
        draw_node(scene, verdict, verdict.trace.children[i], 0, std::to_string(i));
    }
}

void ConditionTree::draw_node(Scene& scene, const law::Verdict& verdict, const law::TraceNode& node, int depth,
                              const std::string& path) {
    Ui& ui = scene.ui;
    const bool folds = !node.children.empty();
    const bool starts_open = node.outcome != law::Outcome::kMet;
    const bool open = folds && (turned_.contains(path) ? !starts_open : starts_open);
    const float indent = kStep * static_cast<float>(depth);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = at.x + indent;
    const float fold_room = folds ? 20.0F : 0.0F;
    const float room = available_width() - indent - kMark - fold_room;
    const std::string_view words = scene.in(node.vi, node.en);
    const TextStyle style = folds ? TextStyle::kBodyStrong : TextStyle::kBody;
    const ImVec2 size = text_size(ui, style, words, room);
    const Tone& tone = chip_tone(ui.theme(), chip_of(node.outcome));

    std::string name = std::string(outcome_word(scene, node.outcome)) + ": " + std::string(words);
    if (node.warning_only) name += " (" + std::string(scene.say(Word::kWarnings)) + ")";
    app::SemanticNode semantic;
    semantic.role = folds ? app::Role::kButton : app::Role::kText;
    semantic.name = std::move(name);
    semantic.expandable = folds;
    semantic.expanded = open;
    const ImRect rect({left, at.y}, {left + kMark + room + fold_room, at.y + size.y + 2});
    if (folds) {
        const Press press = press_box(ui, label_id("fold " + path), ImVec2(indent + rect.GetWidth(), rect.GetHeight()),
                                      true, std::move(semantic));
        if (press.pressed && !turned_.erase(path)) turned_.insert(path);
        if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, ui.theme().hover, 4);
        if (press.focused) paint_focus_ring(ui, rect, 4);
        paint_icon(ui, {rect.Max.x - 9, at.y + 10}, open ? "chevron_up" : "chevron_down", ui.theme().quiet);
    } else {
        semantic.rect = to_rect(rect);
        ui.semantics.add(std::move(semantic));
        ImGui::ItemSize({indent + rect.GetWidth(), rect.GetHeight()});
    }
    paint_icon_scaled(ui, {left + 8, at.y + 10}, mark_of(node.outcome),
                      node.warning_only ? ui.theme().quiet : tone.text, 15);
    paint_text(ui, {left + kMark, at.y}, style, ui.theme().text, words, room);

    const float inner = indent + kMark;
    ImGui::Indent(inner);
    ImGui::PushID(path.c_str());
    const std::string_view found = scene.in(node.found_vi, node.found_en);
    if (!found.empty()) quiet(ui, found, TextStyle::kSmall);
    if (!folds || open) clause_line(scene, verdict.pack, node.clause, node.confidence);
    ImGui::PopID();
    ImGui::Unindent(inner);
    gap(kSpace2);
    if (!open) return;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        draw_node(scene, verdict, node.children[i], depth + 1, path + "." + std::to_string(i));
    }
}

}  // namespace thidua::ui
