// Discipline, review and absence with their days; the answers that were given to the law's questions.

#include <algorithm>
#include <vector>

#include "imgui.h"
#include "law/fact_catalogue.h"
#include "ui/screens/law_marks.h"
#include "ui/screens/person.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

struct Option {
    std::string_view code;  ///< as law/facts_json.h spells it
    Word word;
};
constexpr std::array<Option, 6> kForms{{{"reprimand", Word::kReprimand},
                                        {"warning", Word::kWarningForm},
                                        {"salary_cut", Word::kSalaryCut},
                                        {"demotion", Word::kDemotion},
                                        {"removal", Word::kRemoval},
                                        {"dismissal", Word::kDismissal}}};
constexpr std::array<Option, 5> kLeaves{{{"maternity", Word::kMaternity},
                                         {"study", Word::kStudy},
                                         {"sick", Word::kSick},
                                         {"unpaid", Word::kUnpaid},
                                         {"other", Word::kOtherLeave}}};
constexpr std::array<std::string_view, 3> kKinds{office::kDisciplineKey, office::kHoldKey, office::kLeaveKey};

template <std::size_t N>
std::string_view option_words(const Scene& scene, const std::array<Option, N>& options, std::string_view code) {
    for (const Option& option : options) {
        if (option.code == code) return scene.say(option.word);
    }
    return {};
}

std::string period_words(const Scene& scene, const office::LawAnswer& period) {
    std::string out(scene.say(period.key == office::kDisciplineKey ? Word::kPeriodDiscipline
                              : period.key == office::kHoldKey     ? Word::kPeriodHold
                                                                   : Word::kPeriodLeave));
    const std::string_view form = period.key == office::kDisciplineKey ? option_words(scene, kForms, period.value)
                                                                       : option_words(scene, kLeaves, period.value);
    if (!form.empty() && period.key != office::kHoldKey) out += ": " + std::string(form);
    return out;
}

std::string span_words(const Scene& scene, const office::LawAnswer& period) {
    std::string out = std::string(scene.say(Word::kPeriodFrom)) + " " + date_text(period.begins_on);
    if (period.ends_on) out += " – " + date_text(period.ends_on);
    if (!period.document.empty()) out += " · " + period.document;
    return out;
}

std::string answer_words(const Scene& scene, const office::LawAnswer& answer) {
    std::string value = answer.value;
    if (value == "yes") value = scene.say(Word::kYes);
    if (value == "no") value = scene.say(Word::kNo);
    if (answer.key == "history_from") return std::string(scene.say(Word::kAskAllSince)) + " " + value;
    const law::FactEntry* fact = law::find_fact(answer.key);
    std::string name = fact != nullptr ? std::string(scene.in(fact->vi, fact->en))
                                       : std::string(scene.say(Word::kAnswerJudgement)) + " (" + answer.key + ")";
    if (answer.year == 0) return name + ": " + value;
    return name + ", " + scene.say(Word::kAnswerOfYear, {std::to_string(answer.year), value});
}

}  // namespace

void PersonPeriods::draw(Scene& scene, const office::Person& person) {
    begin_card(scene.ui, "periods", scene.say(Word::kPeriodsTitle));
    heading(scene.ui, scene.say(Word::kPeriodsTitle), 2);
    quiet(scene.ui, scene.say(Word::kPeriodsHelp), TextStyle::kSmall);
    gap(kSpace2);
    bool any = false;
    for (const office::LawAnswer& answer : scene.app.book().answers) {
        if (answer.person != person.id || !office::is_period(answer.key)) continue;
        any = true;
        ImGui::PushID(static_cast<int>(answer.id.value));
        text(scene.ui, period_words(scene, answer), TextStyle::kBodyStrong);
        quiet(scene.ui, span_words(scene, answer), TextStyle::kSmall);
        if (!scene.app.read_only() &&
            button(scene.ui, scene.say(Word::kDelete), {.kind = ButtonKind::kQuiet, .icon = "bin"})) {
            const base::Id<office::LawAnswer> id = answer.id;
            scene.app.act([&](store::Store& store) { return store::remove_law_answer(store, id); },
                          Scene::done(Word::kPeriodRemoved));
        }
        ImGui::PopID();
    }
    if (!any) quiet(scene.ui, scene.say(Word::kPeriodsNone));
    if (!scene.app.read_only()) draw_form(scene, person);
    end_card(scene.ui);
    gap(kSpace4);
    draw_answers(scene, person);
}

void PersonPeriods::draw_form(Scene& scene, const office::Person& person) {
    gap(kSpace3);
    const std::array<std::string_view, 3> kinds{scene.say(Word::kPeriodDiscipline), scene.say(Word::kPeriodHold),
                                                scene.say(Word::kPeriodLeave)};
    std::vector<std::string> forms;
    if (kind_ == 0) {
        for (const Option& option : kForms) forms.emplace_back(scene.say(option.word));
    } else if (kind_ == 2) {
        for (const Option& option : kLeaves) forms.emplace_back(scene.say(option.word));
    }
    const auto from = typed_date(from_);
    const auto to = typed_date(to_);
    const bool order = from && *from && to && *to && **to < **from;
    {
        FieldRow row(scene, 2, 420);
        if (select(scene.ui, scene.say(Word::kPeriodKind), kinds, kind_, {.width = row.width()})) form_ = 0;
        if (!forms.empty()) {
            row.next();
            form_ = std::clamp(form_, 0, static_cast<int>(forms.size()) - 1);
            select(scene.ui, scene.say(Word::kPeriodForm), forms, form_, {.width = row.width()});
        }
    }
    gap(kSpace2);
    {
        FieldRow row(scene, 3);
        text_field(scene.ui, scene.say(Word::kPeriodFrom), from_,
                   {.error = from ? std::string_view() : scene.say(Word::kBadDate),
                    .placeholder = scene.say(Word::kDatePlaceholder),
                    .width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kPeriodTo), to_,
                   {.help = scene.say(Word::kPeriodToHelp),
                    .error = !to     ? scene.say(Word::kBadDate)
                             : order ? scene.say(Word::kPeriodWrongOrder)
                                     : std::string_view(),
                    .placeholder = scene.say(Word::kDatePlaceholder),
                    .width = row.width()});
        row.next();
        text_field(scene.ui, scene.say(Word::kPeriodDocument), document_,
                   {.placeholder = "45/QĐ-UBND", .width = row.width()});
    }
    gap(kSpace2);
    const bool good = from && *from && to && !order;
    if (!button(scene.ui, scene.say(Word::kPeriodAdd), {.icon = "add", .enabled = good})) return;
    office::LawAnswer answer;
    answer.person = person.id;
    answer.key = kKinds[static_cast<std::size_t>(kind_)];
    if (kind_ == 0) answer.value = kForms[static_cast<std::size_t>(form_)].code;
    if (kind_ == 2) answer.value = kLeaves[static_cast<std::size_t>(form_)].code;
    answer.begins_on = *from;
    answer.ends_on = *to;
    answer.document = document_;
    answer.answered_on = scene.app.today();
    if (scene.app.act([&](store::Store& store) { return without_id(store::set_law_answer(store, answer)); },
                      Scene::done(Word::kPeriodAdded))) {
        from_.clear();
        to_.clear();
        document_.clear();
    }
}

void PersonPeriods::draw_answers(Scene& scene, const office::Person& person) {
    std::vector<const office::LawAnswer*> answers;
    for (const office::LawAnswer& answer : scene.app.book().answers) {
        if (answer.person == person.id && !office::is_period(answer.key)) answers.push_back(&answer);
    }
    if (answers.empty()) return;
    begin_card(scene.ui, "answers", scene.say(Word::kAnswersTitle));
    heading(scene.ui, scene.say(Word::kAnswersTitle), 2);
    for (const office::LawAnswer* answer : answers) {
        ImGui::PushID(static_cast<int>(answer->id.value));
        text(scene.ui, answer_words(scene, *answer));
        if (!scene.app.read_only() &&
            button(scene.ui, scene.say(Word::kAnswerRemove), {.kind = ButtonKind::kQuiet, .icon = "close"})) {
            const base::Id<office::LawAnswer> id = answer->id;
            scene.app.act([&](store::Store& store) { return store::remove_law_answer(store, id); },
                          Scene::done(Word::kAnswerRemoved));
        }
        ImGui::PopID();
    }
    end_card(scene.ui);
}

}  // namespace thidua::ui
