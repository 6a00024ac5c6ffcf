#include "ui/screens/quotas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/law_clauses.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// The shares that limit a number of awards.
std::vector<const law::Parameter*> quota_parameters(const law::Pack& pack) {
    std::vector<const law::Parameter*> out;
    for (const law::Parameter& parameter : pack.parameters) {
        if (parameter.id.starts_with("quota.")) out.push_back(&parameter);
    }
    return out;
}

}  // namespace

void QuotasScreen::draw(Scene& scene, const CouncilCase& about) {
    const law::Pack* pack = law::pack_for(scene.app.packs(), about.on);
    if (pack == nullptr || pack->locked) {
        banner(scene.ui, scene.say(Word::kCouncilLocked, {base::to_numeric(about.on)}), ChipKind::kNotKnown);
        return;
    }
    draw_places(scene, *pack);
    gap(kSpace4);
    draw_needed(scene, *pack);
}

void QuotasScreen::draw_places(Scene& scene, const law::Pack& pack) {
    begin_card(scene.ui, "places", scene.say(Word::kQuotaTitle));
    heading(scene.ui, scene.say(Word::kQuotaTitle), 2);
    const std::vector<const law::Parameter*> known = quota_parameters(pack);
    std::vector<std::string> names{std::string(scene.say(Word::kQuotaOwn))};
    for (const law::Parameter* parameter : known) names.emplace_back(scene.in(parameter->vi, parameter->en));
    if (select(scene.ui, scene.say(Word::kQuotaRule), names, parameter_) && parameter_ > 0) {
        percent_ = std::to_string(static_cast<int>(known[static_cast<std::size_t>(parameter_ - 1)]->value));
    }
    if (parameter_ > 0 && parameter_ <= static_cast<int>(known.size())) {
        const law::Parameter& parameter = *known[static_cast<std::size_t>(parameter_ - 1)];
        clause_line(scene, pack.id, parameter.clause, parameter.confidence);
        quiet(scene.ui, source_words(scene, parameter.source), TextStyle::kSmall);
    }
    gap(kSpace2);
    {
        FieldRow row(scene, 3, 260);
        if (text_field(scene.ui, scene.say(Word::kQuotaPercent), percent_, {.width = row.width()}).changed)
            parameter_ = 0;
        row.next();
        text_field(scene.ui, scene.say(Word::kQuotaNumber), number_,
                   {.help = scene.say(Word::kQuotaNumberHelp), .width = row.width()});
        row.next();
        const std::array<std::string_view, 3> ways{scene.say(Word::kQuotaDown), scene.say(Word::kQuotaAtLeastOne),
                                                   scene.say(Word::kQuotaNearest)};
        select(scene.ui, scene.say(Word::kQuotaRounding), ways, rounding_, {.width = row.width()});
    }
    const int percent = typed_number(percent_, 100);
    const int number = typed_number(number_, 1000000);
    gap(kSpace2);
    if (percent < 0 || number < 0) {
        banner(scene.ui, scene.say(Word::kQuotaBadNumber), ChipKind::kNotMet);
        end_card(scene.ui);
        return;
    }
    const auto way = static_cast<law::QuotaRounding>(rounding_);
    const law::Quota now = law::quota(percent, number, way);
    text(scene.ui, scene.say(Word::kQuotaPlaces, {std::to_string(now.places)}), TextStyle::kLeadStrong);
    text(scene.ui, scene.in(now.arithmetic_vi, now.arithmetic_en));
    gap(kSpace2);
    const int first = std::max(0, number - 2);
    const std::array<Column, 3> columns{
        Column{.title = scene.say(Word::kQuotaIfNumber), .width = 180, .number = true},
        Column{.title = scene.say(Word::kQuotaPlacesColumn), .width = 140, .number = true, .importance = 1},
        Column{.title = scene.say(Word::kQuotaArithmetic), .importance = 1}};
    const auto cell = [&](int row, int column) -> Cell {
        const law::Quota what_if = law::quota(percent, first + row, way);
        if (column == 0) return {.text = std::to_string(first + row), .strong = first + row == number};
        if (column == 1) return {.text = std::to_string(what_if.places), .strong = first + row == number};
        return {.text = std::string(scene.in(what_if.arithmetic_vi, what_if.arithmetic_en)), .quiet = true};
    };
    places_.current = -1;
    table(scene.ui, scene.say(Word::kQuotaWhatIf), columns, number + 3 - first, cell, places_);
    quiet(scene.ui, scene.say(Word::kQuotaRoundingNote), TextStyle::kSmall);
    end_card(scene.ui);
}

void QuotasScreen::draw_needed(Scene& scene, const law::Pack& pack) {
    const law::Parameter* excellent = pack.find_parameter("ttldxs.ldtt");
    const law::Parameter* advanced = pack.find_parameter("ttldtt.ldtt");
    if (excellent == nullptr || advanced == nullptr) return;
    begin_card(scene.ui, "needed", scene.say(Word::kNeededTitle));
    heading(scene.ui, scene.say(Word::kNeededTitle), 2);
    text(scene.ui, scene.in(excellent->vi, excellent->en));
    clause_line(scene, pack.id, excellent->clause, excellent->confidence);
    text(scene.ui, scene.in(advanced->vi, advanced->en));
    clause_line(scene, pack.id, advanced->clause, advanced->confidence);
    if (members_.empty()) members_ = std::to_string(app::members_of(scene.app.book()));
    gap(kSpace2);
    text_field(scene.ui, scene.say(Word::kNeededMembers), members_, {.width = scene.ui.phone() ? -1.0F : 260.0F});
    const int members = typed_number(members_, 1000000);
    if (members < 1) {
        end_card(scene.ui);
        return;
    }
    gap(kSpace2);
    const int first = std::max(1, members - 2);
    const std::string advanced_name = title_name(scene, "TTLDTT");
    const std::string excellent_name = title_name(scene, "TTLDXS");
    const std::array<Column, 3> columns{
        Column{.title = scene.say(Word::kNeededMembers), .width = 220, .number = true},
        Column{.title = advanced_name, .width = 240, .number = true, .importance = 1},
        Column{.title = excellent_name, .width = 240, .number = true, .importance = 1}};
    const auto cell = [&](int row, int column) -> Cell {
        const int all = first + row;
        if (column == 0) return {.text = std::to_string(all), .strong = all == members};
        const auto percent = static_cast<int>(std::lround(column == 1 ? advanced->value : excellent->value));
        return {.text = scene.say(Word::kNeededPeople,
                                  {std::to_string(law::votes_needed(percent, all)), std::to_string(percent)}),
                .strong = all == members};
    };
    needed_.current = -1;
    table(scene.ui, scene.say(Word::kNeededTitle), columns, members + 3 - first, cell, needed_);
    end_card(scene.ui);
}

}  // namespace thidua::ui
