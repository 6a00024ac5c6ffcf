#include "ui/screens/law_local.h"

#include <utility>

#include "app/law_clauses.h"
#include "imgui.h"
#include "law/overlay_draft.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/law_parameters.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

void LawLocalScreen::draw(Scene& scene) {
    if (picked_->has_value()) {
        take(scene, std::move(**picked_));
        picked_->reset();
    }
    quiet(scene.ui, scene.say(Word::kLocalPurpose));
    gap(kSpace2);
    if (!scene.app.read_only()) {
        if (button(scene.ui, scene.say(Word::kLocalImport), {.icon = "upload"})) pick(scene);
        same_line();
        if (button(scene.ui, scene.say(Word::kLocalEdit), {.kind = ButtonKind::kQuiet, .icon = "edit"})) {
            scene.app.go({app::Place::kLaw, 0, std::string(kParametersPart)});
        }
    }
    gap(kSpace3);
    if (refused_) banner(scene.ui, scene.in(refused_->vi, refused_->en), ChipKind::kNotMet);
    draw_pending(scene);
    const std::vector<office::RuleOverlay>& overlays = scene.app.book().overlays;
    const std::vector<app::OverlayState>& states = scene.app.office_law().overlays;
    if (overlays.empty() && !pending_) {
        empty_state(scene.ui, "law", scene.say(Word::kLocalNone), scene.say(Word::kLocalNoneText));
    }
    for (std::size_t i = 0; i < overlays.size() && i < states.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_overlay(scene, overlays[i], states[i]);
        ImGui::PopID();
        gap(kSpace4);
    }
}

void LawLocalScreen::pick(Scene& scene) {
    // The answer may come after this screen is gone: it only holds the box.
    std::shared_ptr<std::optional<app::IncomingFile>> box = picked_;
    app::Host& host = scene.app.host();
    host.pick_file(".json", [box, &host](app::IncomingFile file) {
        *box = std::move(file);
        host.request_frame(0);
    });
}

void LawLocalScreen::take(Scene& scene, app::IncomingFile file) {
    refused_.reset();
    pending_.reset();
    Pending pending;
    pending.overlay.text = std::move(file.bytes);
    pending.overlay.name = file.name;
    const auto draft = law::read_overlay_draft(pending.overlay.text, file.name);
    if (!draft) {
        refused_ = draft.error();
        return;
    }
    if (!draft->name_vi.empty()) pending.overlay.name = draft->name_vi;
    auto conflicts = app::check_overlay(pending.overlay);
    if (!conflicts) {
        refused_ = conflicts.error();
        return;
    }
    pending.conflicts = std::move(*conflicts);
    const app::OfficeLaw then = app::law_of(app::with_overlay(scene.app.book().overlays, pending.overlay));
    pending.changes = app::outcomes_changed(scene.app.packs(), *then.packs, scene.app.book(), scene.app.law_date());
    pending_ = std::move(pending);
}

void LawLocalScreen::draw_pending(Scene& scene) {
    if (!pending_) return;
    begin_card(scene.ui, "pending", scene.say(Word::kLocalPending));
    heading(scene.ui, scene.say(Word::kLocalPending), 2);
    text(scene.ui, pending_->overlay.name, TextStyle::kBodyStrong);
    draw_values(scene, pending_->overlay);
    for (const law::OverlayConflict& conflict : pending_->conflicts) {
        banner(scene.ui, scene.in(conflict.vi, conflict.en), ChipKind::kNotMet);
    }
    draw_changes(scene, pending_->changes);
    gap(kSpace2);
    const bool keep = primary_button(scene.ui, scene.say(Word::kLocalKeep), "check");
    same_line();
    const bool drop = button(scene.ui, scene.say(Word::kLocalDrop), {.kind = ButtonKind::kQuiet});
    end_card(scene.ui);
    gap(kSpace4);
    if (keep) {
        const office::RuleOverlay overlay = pending_->overlay;
        scene.app.act([&](store::Store& store) { return without_id(store::add_overlay(store, overlay)); },
                      Scene::done(Word::kLocalKept, {overlay.name}));
    }
    if (keep || drop) pending_.reset();
}

void LawLocalScreen::draw_values(Scene& scene, const office::RuleOverlay& overlay) {
    const auto draft = law::read_overlay_draft(overlay.text, overlay.name);
    if (!draft) return;
    quiet(scene.ui, scene.say(Word::kLocalOn, {draft->on, owner_words(scene, draft->owner)}));
    const law::Pack* pack = scene.app.packs().find(draft->on);
    for (const law::OverlayDraft::Value& value : draft->values) {
        const law::Parameter* parameter = pack != nullptr ? pack->find_parameter(value.parameter) : nullptr;
        const bool english = scene.ui.language == Language::kEnglish;
        std::string words =
            parameter != nullptr ? std::string(scene.in(parameter->vi, parameter->en)) : value.parameter;
        words += ": " + law::number_words(value.value, english);
        if (parameter != nullptr) words += " " + parameter->unit;
        text(scene.ui, "• " + words);
        quiet(scene.ui, value.clause + "; " + value.source, TextStyle::kSmall);
        if (value.confidence != law::Confidence::kSeen) confidence_chip(scene, value.confidence);
    }
    if (!draft->additions.empty()) {
        text(scene.ui, scene.say(Word::kLocalAdditions, {std::to_string(draft->additions.size())}));
    }
}

void LawLocalScreen::draw_overlay(Scene& scene, const office::RuleOverlay& overlay, const app::OverlayState& state) {
    begin_card(scene.ui, "overlay", overlay.name);
    heading(scene.ui, overlay.name, 2);
    const bool editable = !scene.app.read_only();
    bool active = overlay.active;
    if (checkbox(scene.ui, scene.say(Word::kLocalActive, {overlay.name}), active, editable)) {
        office::RuleOverlay changed = overlay;
        changed.active = active;
        scene.app.act([&](store::Store& store) { return store::edit_overlay(store, changed); },
                      Scene::done(active ? Word::kLocalTurnedOn : Word::kLocalTurnedOff, {overlay.name}));
    }
    if (state.refused) banner(scene.ui, scene.in(state.refused->vi, state.refused->en), ChipKind::kNotMet);
    for (const law::OverlayConflict& conflict : state.conflicts) {
        banner(scene.ui, scene.in(conflict.vi, conflict.en), ChipKind::kNotMet);
    }
    draw_values(scene, overlay);
    gap(kSpace2);
    if (button(scene.ui, scene.say(Word::kLocalExport), {.icon = "download"})) {
        app::Application& app = scene.app;
        const std::string name = "quy-che-" + app::clause_key(overlay.name) + ".json";
        app.host().save_file(name, "application/json", overlay.text, [&app, name](const base::Status& kept) {
            if (kept) return app.say(Scene::done(Word::kLawExported, {name}));
            app.say(kept.error());
        });
    }
    if (editable) {
        same_line();
        if (button(scene.ui, scene.say(Word::kLocalRemove), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
            const office::RuleOverlay gone = overlay;
            scene.app.act([&](store::Store& store) { return store::remove_overlay(store, gone.id); },
                          Scene::done(Word::kLocalRemoved, {gone.name}));
        }
    }
    end_card(scene.ui);
}

}  // namespace thidua::ui
