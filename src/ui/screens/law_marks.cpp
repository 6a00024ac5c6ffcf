#include "ui/screens/law_marks.h"

#include <algorithm>
#include <cfloat>

#include "app/law_clauses.h"
#include "imgui.h"
#include "office/title.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

std::string_view confidence_word(const Scene& scene, law::Confidence confidence) {
    switch (confidence) {
        case law::Confidence::kSeen: return scene.say(Word::kLawSeen);
        case law::Confidence::kSeenSecond: return scene.say(Word::kLawSeenSecond);
        case law::Confidence::kRecalled: return scene.say(Word::kLawRecalled);
        case law::Confidence::kUnverified: break;
    }
    return scene.say(Word::kLawUnverified);
}

ChipKind confidence_kind(law::Confidence confidence) {
    if (confidence == law::Confidence::kSeen) return ChipKind::kMet;
    return confidence == law::Confidence::kSeenSecond ? ChipKind::kForPerson : ChipKind::kNotKnown;
}

void confidence_chip(Scene& scene, law::Confidence confidence) {
    chip(scene.ui, confidence_word(scene, confidence), confidence_kind(confidence));
}

void ChipFlow::add(std::string_view text, ChipKind kind) {
    const float width = paint_chip(scene_.ui, 0, 0, text, kind, false);
    const float edge = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    if (right_ > 0 && right_ + kSpace2 + width <= edge) same_line();
    right_ = ImGui::GetCursorScreenPos().x + width;
    chip(scene_.ui, text, kind);
}

std::string source_words(const Scene& scene, std::string_view source) {
    constexpr std::string_view kNotes = "law.md";
    std::string out(source);
    for (std::size_t at = 0; (at = out.find(kNotes, at)) != std::string::npos;) {
        out.replace(at, kNotes.size(), scene.say(Word::kLawNotes));
    }
    return scene.say(Word::kLawSource, {out});
}

std::string title_name(const Scene& scene, std::string_view code) {
    const office::EmulationTitle* title = office::find_title(code);
    return std::string(title == nullptr ? code : scene.in(title->vi, title->en));
}

void clause_line(Scene& scene, std::string_view pack, std::string_view clause, law::Confidence confidence) {
    if (clause.empty()) return;
    const auto width_of = [&](std::string_view words) {
        const ImFont* font = scene.ui.font(TextStyle::kBody);
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
    };
    // A link is one line: a remark in brackets stands below it as text where there is no room.
    const float room = ImGui::GetContentRegionAvail().x;
    std::string_view shown = clause;
    std::string_view remark;
    const std::size_t bracket = clause.find(" (");
    if (bracket != std::string_view::npos && width_of(clause) > room) {
        shown = clause.substr(0, bracket);
        remark = clause.substr(bracket + 1);
    }
    if (link(scene.ui, shown)) scene.app.go(app::clause_route(pack, clause));
    if (confidence != law::Confidence::kSeen) {
        const float chip_width =
            paint_chip(scene.ui, 0, 0, confidence_word(scene, confidence), confidence_kind(confidence), false);
        if (width_of(shown) + kSpace2 + chip_width <= room) same_line();
        confidence_chip(scene, confidence);
    }
    if (!remark.empty()) quiet(scene.ui, remark, TextStyle::kSmall);
}

FieldRow::FieldRow(Scene& scene, int fields, float most, bool small) : beside_(small || !scene.ui.phone()) {
    if (!beside_) return;
    const float room = ImGui::GetContentRegionAvail().x;
    const auto count = static_cast<float>(fields);
    width_ = std::min(most, (room - kSpace4 * (count - 1)) / count);
    ImGui::BeginGroup();
}

FieldRow::~FieldRow() {
    if (beside_) ImGui::EndGroup();
}

void FieldRow::next() {
    if (!beside_) return gap(kSpace2);
    ImGui::EndGroup();
    ImGui::SameLine(0, kSpace4);
    ImGui::BeginGroup();
}

int typed_number(std::string_view text, int most) {
    if (text.empty() || text.size() > 9) return -1;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value <= most ? value : -1;
}

}  // namespace thidua::ui
