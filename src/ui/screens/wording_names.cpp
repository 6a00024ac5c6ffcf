// The panel beside a wording: how it is written and every name that may stand in it, put in by a press.

#include <string>
#include <string_view>
#include <utility>

#include "imgui.h"
#include "text/letters.h"
#include "ui/screens/wording_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// What is put in for a name.
std::string written(const document::WordingName& name) {
    return name.is_list ? "@mỗi " + name.name + "\n\n@hết" : "{" + name.name + "}";
}

}  // namespace

void WordingPage::insert(Scene& scene, std::string text, bool own_lines, bool& details_open) {
    insert_ = std::move(text);
    own_lines_ = own_lines;
    tab_ = kText;
    if (!scene.ui.wide()) details_open = false;
    scene.ui.frame_soon();
}

void WordingPage::draw_details(Scene& scene, bool& details_open) {
    renew(scene);
    quiet(scene.ui, scene.say(Word::kWordingNamesHelp));
    gap(kSpace2);
    search_field(scene.ui, scene.say(Word::kWordingSearch), search_);
    const std::string wanted = text::fold(search_);
    const auto fits = [&](std::string_view name, std::string_view words) {
        return wanted.empty() || text::fold(name).find(wanted) != std::string::npos ||
               text::fold(words).find(wanted) != std::string::npos;
    };
    int number = 0;
    const auto row = [&](std::string_view title, std::string_view words) {
        ImGui::PushID(number++);
        const bool pressed = list_row(scene.ui, "name", {.title = title, .subtitle = words, .choice = true});
        ImGui::PopID();
        return pressed && !scene.app.read_only();
    };
    const auto names = [&](bool usual) {
        std::string usual_list;
        for (const document::WordingName& name : names_) {
            if (name.list.empty() && name.is_list) usual_list = name.usual ? name.name : "";
            const bool here = name.list.empty() ? name.usual : name.list == usual_list;
            const std::string_view words = scene.in(name.vi, name.en);
            const std::string indent = name.list.empty() ? "" : "    ";
            if (here != usual || !(fits(name.name, words) || (!name.list.empty() && fits(name.list, "")))) continue;
            const std::string title = name.is_list ? "@mỗi " + name.name : indent + "{" + name.name + "}";
            if (row(title, indent + std::string(words))) insert(scene, written(name), name.is_list, details_open);
        }
    };
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kWordingNamesHere), 3);
    names(true);
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kWordingForms), 3);
    for (const document::WordingForm& form : document::wording_forms()) {
        const std::string_view words = scene.in(form.vi, form.en);
        if (!fits(form.text, words)) continue;
        const std::string_view first = form.text.substr(0, form.text.find('\n'));
        const bool own_lines = std::string_view("@[#").find(form.text.front()) != std::string_view::npos;
        if (row(first, words)) insert(scene, std::string(form.text), own_lines, details_open);
    }
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kWordingNamesOther), 3);
    names(false);
}

}  // namespace thidua::ui
