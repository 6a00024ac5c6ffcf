#include "ui/screens/dossier.h"

#include <array>
#include <vector>

#include "app/law_clauses.h"
#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// The kind of unit, when a person knows better than the office's name.
constexpr std::string_view kUnitSetting = "unit_kind";

ChipKind part_chip(app::PartState state) {
    if (state == app::PartState::kHave) return ChipKind::kMet;
    return state == app::PartState::kMissing ? ChipKind::kNotMet : ChipKind::kForPerson;
}

Word part_word(app::PartState state) {
    if (state == app::PartState::kHave) return Word::kPartHave;
    return state == app::PartState::kMissing ? Word::kPartMissing : Word::kPartToWrite;
}

}  // namespace

void DossierScreen::draw(Scene& scene, CouncilCase& about) {
    about.fields(scene, Word::kDossierDay);
    draw_subject(scene, about);
    gap(kSpace4);
    draw_authority(scene, about);
    gap(kSpace4);
    draw_parts(scene, about);
    dialog_.draw(scene);
    gap(kSpace4);
    draw_limits(scene, about);
}

void DossierScreen::draw_subject(Scene& scene, const CouncilCase& about) {
    const office::YearBook& book = scene.app.book();
    const office::EmulationTitle* title = office::find_title(about.title);
    const bool office_only = title != nullptr && title->collective;
    if (subject_of_ != about.title) {
        subject_of_ = about.title;
        subject_ = {};
        for (const office::Registration& entry : book.registrations) {
            if (office_only || entry.year != book.office.year || entry.title != about.title) continue;
            subject_ = entry.person;
            break;
        }
    }
    if (unit_of_ != book.office.name) {
        unit_of_ = book.office.name;
        unit_ = static_cast<int>(app::unit_kind_of(book.office));
        const auto kept = law::parse_unit(app::kept_setting(scene.app, kUnitSetting));
        if (kept) unit_ = static_cast<int>(*kept);
    }
    std::vector<std::string> names{book.office.name};
    std::vector<base::Id<office::Person>> ids{{}};
    int chosen = 0;
    for (const office::Person& person : book.people) {
        if (office_only || !app::is_member_in(person, book.office.year)) continue;
        if (person.id == subject_) chosen = static_cast<int>(ids.size());
        names.push_back(person.full_name);
        ids.push_back(person.id);
    }
    const std::array<std::string_view, 4> units{scene.say(Word::kUnitDistrict), scene.say(Word::kUnitCommune),
                                                scene.say(Word::kUnitProvince), scene.say(Word::kUnitEnterprise)};
    FieldRow row(scene, 2, 420);
    if (select(scene.ui, scene.say(Word::kDossierSubject), names, chosen, {.width = row.width()})) {
        subject_ = ids[static_cast<std::size_t>(chosen)];
    }
    row.next();
    if (select(scene.ui, scene.say(Word::kDossierUnit), units, unit_, {.width = row.width()}) &&
        !scene.app.read_only()) {
        app::keep_setting(scene.app, std::string(kUnitSetting),
                          std::string(law::spelling(static_cast<law::UnitKind>(unit_))), {});
    }
}

void DossierScreen::draw_authority(Scene& scene, const CouncilCase& about) {
    begin_card(scene.ui, "authority", scene.say(Word::kAuthority));
    heading(scene.ui, scene.say(Word::kAuthority), 2);
    const law::PackSet& packs = scene.app.packs();
    const auto rule = law::who_decides(packs, about.title, static_cast<law::UnitKind>(unit_), about.on);
    if (!rule) {
        banner(scene.ui, scene.in(rule.error().vi, rule.error().en), ChipKind::kNotKnown);
    } else {
        const float width = scene.ui.phone() ? 110.0F : 160.0F;
        property(scene.ui, scene.say(Word::kProposes), scene.in(rule->proposes.vi, rule->proposes.en), width);
        property(scene.ui, scene.say(Word::kThrough), scene.in(rule->through.vi, rule->through.en), width);
        property(scene.ui, scene.say(Word::kDecides), scene.in(rule->decides.vi, rule->decides.en), width);
        const law::Pack* pack = law::pack_for(packs, about.on);
        clause_line(scene, pack != nullptr ? pack->id : std::string(), rule->authority.clause,
                    rule->authority.confidence);
    }
    end_card(scene.ui);
}

void DossierScreen::draw_parts(Scene& scene, const CouncilCase& about) {
    begin_card(scene.ui, "parts", scene.say(Word::kDossierParts));
    heading(scene.ui, scene.say(Word::kDossierParts), 2);
    const law::PackSet& packs = scene.app.packs();
    const auto view = app::dossier_view(packs, scene.app.book(), subject_, about.title, about.on, about.ballot);
    if (!view) {
        banner(scene.ui, scene.in(view.error().vi, view.error().en), ChipKind::kNotKnown);
        end_card(scene.ui);
        return;
    }
    const law::Pack* pack = law::pack_for(packs, about.on);
    const std::string pack_id = pack != nullptr ? pack->id : std::string();
    text(scene.ui,
         view->missing == 0
             ? std::string(scene.say(Word::kDossierComplete))
             : scene.say(Word::kDossierLacks, {std::to_string(view->missing), std::to_string(view->lines.size())}),
         TextStyle::kBodyStrong);
    gap(kSpace2);
    for (std::size_t i = 0; i < view->lines.size(); ++i) {
        const app::DossierLine& line = view->lines[i];
        if (i > 0) hairline(scene.ui);
        chip(scene.ui, scene.say(part_word(line.state)), part_chip(line.state));
        if (!scene.ui.phone()) same_line();
        text(scene.ui, scene.in(line.part.words.vi, line.part.words.en), TextStyle::kBodyStrong);
        const std::string_view from = scene.in(line.vi, line.en);
        text(scene.ui, from);
        if (line.state != app::PartState::kHave) {
            const app::PlaceEntry& place = app::entry(line.route.place);
            if (link(scene.ui, std::string(scene.in(place.vi, place.en)) + "##" + line.part.id))
                scene.app.go(line.route);
        }
        if (line.part.form.empty()) {
            quiet(scene.ui, scene.say(Word::kFormNotKnown), TextStyle::kSmall);
        } else {
            text(scene.ui, scene.say(Word::kForm, {line.part.form}));
            if (line.part.form_confidence != law::Confidence::kSeen) confidence_chip(scene, line.part.form_confidence);
        }
        clause_line(scene, pack_id, line.part.authority.clause, line.part.authority.confidence);
    }
    if (view->last_day) {
        gap(kSpace2);
        text(scene.ui, scene.say(Word::kDossierLastDay, {base::to_numeric(*view->last_day)}), TextStyle::kBodyStrong);
        clause_line(scene, pack_id, view->last_day_authority.clause, view->last_day_authority.confidence);
    } else {
        quiet(scene.ui, scene.say(Word::kDossierNoLastDay), TextStyle::kSmall);
    }
    draw_make(scene, about);
    end_card(scene.ui);
}

void DossierScreen::draw_make(Scene& scene, const CouncilCase& about) {
    gap(kSpace3);
    if (primary_button(scene.ui, scene.say(Word::kMakeDossierOne), "download"))
        dialog_.show(scene, about.title, about.on, true, subject_);
    if (!scene.ui.phone()) same_line();
    if (button(scene.ui, scene.say(Word::kMakeDossierAll), {.icon = "done_all"}))
        dialog_.show(scene, about.title, about.on);
}

void DossierScreen::draw_limits(Scene& scene, const CouncilCase& about) {
    begin_card(scene.ui, "limits", scene.say(Word::kLimits));
    heading(scene.ui, scene.say(Word::kLimits), 2);
    if (received_.empty() && !received_wrong_) {
        received_on_ = about.on;
        received_ = base::to_numeric(about.on);
    }
    const FieldEvent event = text_field(scene.ui, scene.say(Word::kReceived), received_,
                                        {.error = received_wrong_ ? scene.say(Word::kBadDate) : std::string_view(),
                                         .placeholder = scene.say(Word::kDatePlaceholder),
                                         .width = scene.ui.phone() ? -1.0F : 240.0F});
    if (event.committed) {
        const auto typed = typed_date(received_);
        received_wrong_ = !typed || !*typed;
        if (!received_wrong_) received_on_ = **typed;
    }
    const law::Holidays& holidays = law::builtin_holidays();
    const auto steps = law::procedure_from(scene.app.packs(), holidays, received_on_);
    if (!steps) {
        banner(scene.ui, scene.in(steps.error().vi, steps.error().en), ChipKind::kNotKnown);
        end_card(scene.ui);
        return;
    }
    gap(kSpace2);
    const std::array<Column, 4> columns{
        Column{.title = scene.say(Word::kLimitStep)},
        Column{.title = scene.say(Word::kLimitDays), .width = 120, .number = true, .importance = 1},
        Column{.title = scene.say(Word::kLimitLast), .width = 120, .importance = 1},
        Column{.title = scene.say(Word::kLawConfidence), .width = 170, .importance = 1}};
    const auto cell = [&](int row, int column) -> Cell {
        const law::StepDeadline& step = (*steps)[static_cast<std::size_t>(row)];
        // A day is no more certain than the holidays it was counted with.
        const law::Confidence confidence = law::weaker(step.step.authority.confidence, step.deadline.confidence);
        switch (column) {
            case 0: return {.text = std::string(scene.in(step.step.words.vi, step.step.words.en)), .strong = true};
            case 1: return {.text = std::to_string(step.step.working_days)};
            case 2:
                return {.text = base::to_numeric(step.deadline.last_day) + (step.deadline.holidays_known ? "" : " ?")};
            default:
                return {.text = std::string(confidence_word(scene, confidence)), .chip = confidence_kind(confidence)};
        }
    };
    limits_.current = -1;
    const TableEvent pressed =
        table(scene.ui, scene.say(Word::kLimits), columns, static_cast<int>(steps->size()), cell, limits_);
    if (pressed.pressed_row >= 0) {
        const law::Pack* pack = law::pack_for(scene.app.packs(), received_on_);
        const law::ProcedureStep& step = (*steps)[static_cast<std::size_t>(pressed.pressed_row)].step;
        if (pack != nullptr) scene.app.go(app::clause_route(pack->id, step.authority.clause));
    }
    base::Date last = received_on_;
    bool known = true;
    for (const law::StepDeadline& step : *steps) {
        if (last < step.deadline.last_day) last = step.deadline.last_day;
        known = known && step.deadline.holidays_known;
    }
    std::string days;
    for (const base::Date& day : app::holidays_between(holidays, received_on_, last)) {
        days += (days.empty() ? "" : ", ") + base::to_numeric(day);
        if (base::weekday(day) > 5) days += " (" + std::string(scene.say(Word::kWorkedInstead)) + ")";
    }
    gap(kSpace2);
    text(scene.ui, days.empty() ? std::string(scene.say(Word::kHolidaysNone)) : scene.say(Word::kHolidaysUsed, {days}));
    if (holidays.confidence() != law::Confidence::kSeen) {
        confidence_chip(scene, holidays.confidence());
        quiet(scene.ui, scene.say(Word::kHolidaysDoubt), TextStyle::kSmall);
    }
    if (!known) banner(scene.ui, scene.say(Word::kHolidaysUnknown), ChipKind::kNotKnown);
    quiet(scene.ui, scene.say(Word::kLimitsCentral), TextStyle::kSmall);
    end_card(scene.ui);
}

}  // namespace thidua::ui
