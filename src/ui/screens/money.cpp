#include "ui/screens/money.h"

#include <array>

#include "app/law_clauses.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"

namespace thidua::ui {

void MoneyScreen::draw(Scene& scene, CouncilCase& about) {
    about.fields(scene, Word::kMoneyDay);
    gap(kSpace3);
    draw_one(scene, about);
    gap(kSpace4);
    draw_everybody(scene, about);
}

void MoneyScreen::draw_one(Scene& scene, const CouncilCase& about) {
    begin_card(scene.ui, "one", scene.say(Word::kMoneyOne));
    heading(scene.ui, scene.say(Word::kMoneyOne), 2);
    const std::array<std::string_view, 3> subjects{scene.say(Word::kSubjectPerson), scene.say(Word::kSubjectCollective),
                                                   scene.say(Word::kSubjectHousehold)};
    segmented(scene.ui, scene.say(Word::kMoneySubject), subjects, subject_);
    if (about.title == "GK") checkbox(scene.ui, scene.say(Word::kMoneyByCommune), by_commune_);
    const bool commune = by_commune_ && about.title == "GK";
    const law::PackSet& packs = scene.app.packs();
    const auto money =
        law::award_money(packs, about.title, static_cast<law::Subject>(subject_), about.on, commune ? "commune" : "");
    gap(kSpace2);
    if (!money) {
        banner(scene.ui, scene.in(money.error().vi, money.error().en), ChipKind::kNotKnown);
        end_card(scene.ui);
        return;
    }
    text(scene.ui, scene.say(money->at_most ? Word::kMoneyAtMost : Word::kMoneyAmount, {law::dotted(money->rounded)}),
         TextStyle::kLeadStrong);
    text(scene.ui, scene.in(money->arithmetic_vi, money->arithmetic_en));
    const float width = scene.ui.phone() ? 140.0F : 200.0F;
    property(scene.ui, scene.say(Word::kMoneyBase), law::dotted(money->base) + " đồng", width);
    property(scene.ui, scene.say(Word::kMoneyRaw), law::dotted(money->raw) + " đồng", width);
    property(scene.ui, scene.say(Word::kMoneyRounded), law::dotted(money->rounded) + " đồng", width);
    const law::Pack* pack = law::pack_for(packs, about.on);
    clause_line(scene, pack != nullptr ? pack->id : std::string(), money->clause, money->confidence);
    if (money->rounded != money->raw) quiet(scene.ui, scene.say(Word::kMoneyRoundingNote), TextStyle::kSmall);
    end_card(scene.ui);
}

void MoneyScreen::draw_everybody(Scene& scene, const CouncilCase& about) {
    begin_card(scene.ui, "everybody", scene.say(Word::kMoneyEverybody));
    heading(scene.ui, scene.say(Word::kMoneyEverybody), 2);
    const std::array<std::string_view, 2> kinds{scene.say(Word::kMoneyRegistered), scene.say(Word::kMoneyDecided)};
    segmented(scene.ui, scene.say(Word::kMoneyWhat), kinds, what_);
    const app::MoneyTable money =
        app::money_table(scene.app.packs(), scene.app.book(), static_cast<app::MoneyFor>(what_), about.on);
    gap(kSpace2);
    const std::array<Column, 6> columns{
        Column{.title = scene.say(Word::kMoneyWho)},
        Column{.title = scene.say(Word::kCouncilTitleField), .width = 230, .importance = 1},
        Column{.title = scene.say(Word::kMoneyDay), .width = 130, .importance = 4},
        Column{.title = scene.say(Word::kMoneyRaw), .width = 130, .number = true, .importance = 3},
        Column{.title = scene.say(Word::kMoneyPay), .width = 130, .number = true, .importance = 1},
        Column{.title = scene.say(Word::kMoneyWhy), .width = 170, .importance = 2}};
    const auto cell = [&](int row, int column) -> Cell {
        const app::MoneyRow& line = money.rows[static_cast<std::size_t>(row)];
        switch (column) {
            case 0: return {.text = line.name, .avatar = line.name, .strong = true};
            case 1: return {.text = title_name(scene, line.title)};
            case 2: return {.text = base::to_numeric(line.decided_on), .quiet = true};
            case 3: return {.text = line.known ? law::dotted(line.money.raw) : "–", .quiet = true};
            case 4:
                return {.text = !line.known ? "–"
                                : line.paid ? law::dotted(line.money.rounded)
                                            : "0",
                        .strong = line.paid};
            default: break;
        }
        if (!line.known) return {.text = std::string(scene.say(Word::kMoneyUnknown)), .chip = ChipKind::kNotKnown};
        if (!line.paid) return {.text = std::string(scene.say(Word::kMoneyNotPaid)), .chip = ChipKind::kNeutral};
        if (line.money.confidence == law::Confidence::kSeen)
            return {.text = std::string(scene.say(Word::kMoneyPaid)), .chip = ChipKind::kMet};
        return {.text = std::string(confidence_word(scene, line.money.confidence)),
                .chip = confidence_kind(line.money.confidence)};
    };
    table(scene.ui, scene.say(Word::kMoneyEverybody), columns, static_cast<int>(money.rows.size()), cell, table_,
          {.empty_icon = "award",
           .empty_text = scene.say(what_ == 0 ? Word::kMoneyNobodyRegistered : Word::kMoneyNobodyDecided)});
    if (table_.current >= 0 && table_.current < static_cast<int>(money.rows.size())) {
        const app::MoneyRow& line = money.rows[static_cast<std::size_t>(table_.current)];
        gap(kSpace2);
        text(scene.ui, line.name + ": " + title_name(scene, line.title), TextStyle::kBodyStrong);
        if (line.known) text(scene.ui, scene.in(line.money.arithmetic_vi, line.money.arithmetic_en));
        text(scene.ui, scene.in(line.vi, line.en));
    }
    gap(kSpace3);
    text(scene.ui, scene.say(Word::kMoneyTotal, {law::dotted(money.total), law::dotted(money.raw_total)}),
         TextStyle::kLeadStrong);
    if (money.unknown > 0) {
        banner(scene.ui, scene.say(Word::kMoneyUnknownRows, {std::to_string(money.unknown)}), ChipKind::kNotKnown);
    }
    if (!money.certain) quiet(scene.ui, scene.say(Word::kMoneyNotCertain));
    quiet(scene.ui, scene.say(Word::kMoneyRules), TextStyle::kSmall);
    end_card(scene.ui);
}

}  // namespace thidua::ui
