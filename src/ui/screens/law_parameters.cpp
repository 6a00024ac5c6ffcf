#include "ui/screens/law_parameters.h"

#include <array>
#include <utility>

#include "app/law_clauses.h"
#include "law/outcome.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/verdict_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

std::string value_words(const Scene& scene, const law::Parameter& parameter) {
    return law::number_words(parameter.value, scene.ui.language == Language::kEnglish) + " " +
           std::string(scene.in(parameter.unit, law::unit_en(parameter.unit, parameter.value)));
}

std::string_view bound_words(const Scene& scene, law::Bound bound) {
    switch (bound) {
        case law::Bound::kMinimum: return scene.say(Word::kBoundMinimum);
        case law::Bound::kMaximum: return scene.say(Word::kBoundMaximum);
        case law::Bound::kFixed: return scene.say(Word::kBoundFixed);
        case law::Bound::kFree: break;
    }
    return scene.say(Word::kBoundFree);
}

std::string outcome_words(const Scene& scene, law::Outcome outcome) {
    return std::string(scene.in(law::words_vi(outcome), law::words_en(outcome)));
}

}  // namespace

std::string_view owner_words(const Scene& scene, law::Owner owner) {
    switch (owner) {
        case law::Owner::kNational: return scene.say(Word::kOwnerNational);
        case law::Owner::kProvince: return scene.say(Word::kOwnerProvince);
        case law::Owner::kSector: return scene.say(Word::kOwnerSector);
        case law::Owner::kUnit: break;
    }
    return scene.say(Word::kOwnerUnit);
}

void draw_changes(Scene& scene, const std::vector<app::OutcomeChange>& changes) {
    heading(scene.ui, scene.say(Word::kRuleAffected), 3);
    if (changes.empty()) quiet(scene.ui, scene.say(Word::kRuleNobodyAffected));
    for (const app::OutcomeChange& change : changes) {
        chip(scene.ui, verdict_word(scene.ui, chip_of(change.after)), chip_of(change.after));
        text(scene.ui, scene.say(Word::kRuleAffectedLine,
                                 {change.name, title_name(scene, change.title), outcome_words(scene, change.before),
                                  outcome_words(scene, change.after)}));
    }
}

bool LawParametersScreen::has_details(const Scene& scene) {
    const app::ClauseAddress address = app::clause_address(scene.app.route().part);
    return address.pack == kParametersPart && !address.key.empty();
}

void LawParametersScreen::follow(const Scene& scene) {
    const base::Date on = scene.app.law_date();
    if (revision_ == scene.app.revision() && on_ == on) return;
    revision_ = scene.app.revision();
    on_ = on;
    rows_ = app::parameters_in_force(scene.app.office_law(), on);
    const law::Pack* pack = law::pack_for(scene.app.packs(), on);
    pack_ = pack != nullptr ? pack->id : std::string();
}

void LawParametersScreen::draw(Scene& scene) {
    follow(scene);
    quiet(scene.ui, scene.say(Word::kParametersOn, {base::to_numeric(on_), pack_}));
    const std::array<std::string_view, 5> owners{scene.say(Word::kLawAll), scene.say(Word::kOwnerNational),
                                                 scene.say(Word::kOwnerProvince), scene.say(Word::kOwnerSector),
                                                 scene.say(Word::kOwnerUnit)};
    select(scene.ui, scene.say(Word::kOwner), owners, owner_, {.width = scene.ui.phone() ? -1.0F : 320.0F});
    gap(kSpace2);
    shown_.clear();
    table_.current = -1;
    const std::string open = has_details(scene) ? app::clause_address(scene.app.route().part).key : std::string();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (owner_ > 0 && static_cast<int>(rows_[i].now.owner) != owner_ - 1) continue;
        if (rows_[i].now.id == open) table_.current = static_cast<int>(shown_.size());
        shown_.push_back(i);
    }
    const std::array<Column, 5> columns{
        Column{.title = scene.say(Word::kParameter)},
        Column{.title = scene.say(Word::kParameterValue), .width = 120, .number = true, .importance = 1},
        Column{.title = scene.say(Word::kOwner), .width = 150, .importance = 2},
        Column{.title = scene.say(Word::kLawClause), .width = 270, .importance = 4},
        Column{.title = scene.say(Word::kLawConfidence), .width = 170, .importance = 1}};
    const auto cell = [&](int at, int column) -> Cell {
        const app::ParameterRow& row = rows_[shown_[static_cast<std::size_t>(at)]];
        switch (column) {
            case 0: {
                Cell out{.text = std::string(scene.in(row.now.vi, row.now.en)), .strong = row.changed};
                if (!row.conflicts.empty()) out.icon = "warning";
                return out;
            }
            case 1: return {.text = value_words(scene, row.now), .strong = row.changed};
            case 2:
                return {.text = row.changed ? row.overlay : std::string(owner_words(scene, row.now.owner)),
                        .quiet = true};
            case 3: return {.text = row.now.clause, .quiet = true};
            default:
                return {.text = std::string(confidence_word(scene, row.now.confidence)),
                        .chip = confidence_kind(row.now.confidence)};
        }
    };
    const TableEvent event =
        table(scene.ui, scene.say(Word::kParameters), columns, static_cast<int>(shown_.size()), cell, table_,
              {.empty_icon = "law",
               .empty_text = scene.say(rows_.empty() ? Word::kParametersNone : Word::kParametersNoOwner)});
    if (event.pressed_row < 0) return;
    const std::string& id = rows_[shown_[static_cast<std::size_t>(event.pressed_row)]].now.id;
    scene.app.go({app::Place::kLaw, 0, std::string(kParametersPart) + "." + id});
}

void LawParametersScreen::draw_details(Scene& scene) {
    follow(scene);
    const std::string id = app::clause_address(scene.app.route().part).key;
    const app::ParameterRow* found = nullptr;
    for (const app::ParameterRow& row : rows_) {
        if (row.now.id == id) found = &row;
    }
    if (found == nullptr) {
        quiet(scene.ui, scene.say(Word::kParameterUnknown));
        return;
    }
    const app::ParameterRow& row = *found;
    heading(scene.ui, scene.in(row.now.vi, row.now.en), 2);
    text(scene.ui, value_words(scene, row.now), TextStyle::kLeadStrong);
    property(scene.ui, scene.say(Word::kOwner), owner_words(scene, row.now.owner));
    if (row.now.from || row.now.to) {
        property(scene.ui, scene.say(Word::kParameterValid),
                 scene.say(Word::kParameterFromTo, {date_text(row.now.from), date_text(row.now.to)}));
    } else if (const law::Pack* pack = scene.app.packs().find(pack_)) {
        property(scene.ui, scene.say(Word::kParameterValid),
                 scene.say(Word::kParameterFromTo, {date_text(pack->from), date_text(pack->to)}));
    }
    clause_line(scene, pack_, row.now.clause, row.now.confidence);
    quiet(scene.ui, source_words(scene, row.now.source), TextStyle::kSmall);
    if (row.changed && row.national != nullptr) {
        text(scene.ui, scene.say(Word::kParameterSetBy, {row.overlay, value_words(scene, *row.national)}));
    }
    if (row.national != nullptr) quiet(scene.ui, bound_words(scene, row.national->bound));
    for (const law::OverlayConflict& conflict : row.conflicts) {
        banner(scene.ui, scene.in(conflict.vi, conflict.en), ChipKind::kNotMet);
    }
    if (!scene.app.read_only()) draw_edit(scene, row);
}

void LawParametersScreen::look_ahead(const Scene& scene, const app::ParameterRow& row) {
    error_.reset();
    ahead_.reset();
    changes_.clear();
    const std::optional<double> value = app::typed_value(value_);
    if (!value || document_.empty() || source_.empty()) return;
    app::ParameterEdit edit;
    edit.pack = pack_;
    edit.parameter = row.now.id;
    edit.value = *value;
    edit.owner = static_cast<law::Owner>(set_by_ + 1);
    edit.document = document_;
    edit.article = article_;
    edit.source = source_;
    edit.compared = compared_;
    const std::vector<office::RuleOverlay>& overlays = scene.app.book().overlays;
    auto made = app::with_parameter(overlays, edit);
    if (!made) {
        error_ = made.error();
        return;
    }
    const app::OfficeLaw then = app::law_of(app::with_overlay(overlays, *made));
    changes_ = app::outcomes_changed(scene.app.packs(), *then.packs, scene.app.book(), on_);
    ahead_ = std::move(*made);
}

void LawParametersScreen::draw_edit(Scene& scene, const app::ParameterRow& row) {
    if (editing_ != row.now.id) {
        editing_ = row.now.id;
        value_.clear();
        article_.clear();
        compared_ = false;
        error_.reset();
        ahead_.reset();
        changes_.clear();
    }
    gap(kSpace3);
    heading(scene.ui, scene.say(Word::kParameterOwn), 3);
    if (row.national != nullptr && row.national->bound == law::Bound::kFixed) {
        quiet(scene.ui, scene.say(Word::kParameterFixed));
        return;
    }
    bool again = false;
    const bool wrong = !value_.empty() && !app::typed_value(value_);
    again |= text_field(scene.ui, scene.say(Word::kParameterNew, {std::string(scene.in(row.now.unit, law::unit_en(row.now.unit, 2)))}), value_,
                        {.error = wrong ? scene.say(Word::kParameterBadValue) : std::string_view(), .required = true})
                 .committed;
    const std::array<std::string_view, 3> owners{scene.say(Word::kOwnerProvince), scene.say(Word::kOwnerSector),
                                                 scene.say(Word::kOwnerUnit)};
    again |= select(scene.ui, scene.say(Word::kParameterSetter), owners, set_by_);
    again |= text_field(scene.ui, scene.say(Word::kParameterDocument), document_,
                        {.placeholder = "Quyết định 07/2022/QĐ-UBND", .required = true})
                 .committed;
    again |=
        text_field(scene.ui, scene.say(Word::kParameterArticle), article_, {.placeholder = "Điều 5 khoản 2"}).committed;
    again |= text_field(scene.ui, scene.say(Word::kParameterSource), source_,
                        {.help = scene.say(Word::kParameterSourceHelp), .required = true})
                 .committed;
    again |= checkbox(scene.ui, scene.say(Word::kParameterCompared), compared_);
    if (!compared_) confidence_chip(scene, law::Confidence::kUnverified);
    if (again) look_ahead(scene, row);
    if (error_) banner(scene.ui, scene.in(error_->vi, error_->en), ChipKind::kNotMet);
    if (ahead_) draw_changes(scene, changes_);
    gap(kSpace2);
    if (primary_button(scene.ui, scene.say(Word::kParameterKeep), "check", ahead_.has_value())) save(scene, row);
    if (!row.changed) return;
    if (button(scene.ui, scene.say(Word::kParameterDrop), {.kind = ButtonKind::kQuiet, .icon = "undo"})) {
        auto without = app::without_parameter(scene.app.book().overlays, pack_, row.now.id);
        if (!without) return scene.app.say(without.error());
        scene.app.act([&](store::Store& store) { return store::edit_overlay(store, *without); },
                      Scene::done(Word::kParameterDropped, {row.now.vi}));
    }
}

void LawParametersScreen::save(Scene& scene, const app::ParameterRow& row) {
    const office::RuleOverlay made = *ahead_;
    const std::string name = row.now.vi;
    const bool kept = scene.app.act(
        [&](store::Store& store) -> base::Status {
            if (made.id) return store::edit_overlay(store, made);
            return without_id(store::add_overlay(store, made));
        },
        Scene::done(Word::kParameterKept, {name}));
    if (!kept) return;
    ahead_.reset();
    changes_.clear();
    value_.clear();
}

}  // namespace thidua::ui
