#include "ui/screens/ballots.h"

#include <algorithm>
#include <utility>

#include "app/law_clauses.h"
#include "imgui.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr int kMostMembers = 10000;

std::string shown_number(int value) { return value > 0 ? std::to_string(value) : std::string(); }

std::string shown_votes(int votes) { return votes < 0 ? std::string() : std::to_string(votes); }

ChipKind state_chip(law::BallotResult::State state) {
    switch (state) {
        case law::BallotResult::State::kPassed: return ChipKind::kMet;
        case law::BallotResult::State::kVoteAgain: return ChipKind::kForPerson;
        case law::BallotResult::State::kNotRequired: return ChipKind::kNeutral;
        case law::BallotResult::State::kFailed:
        case law::BallotResult::State::kImpossible: break;
    }
    return ChipKind::kNotMet;
}

std::string_view state_words(const Scene& scene, law::BallotResult::State state) {
    switch (state) {
        case law::BallotResult::State::kPassed: return scene.say(Word::kBallotPassed);
        case law::BallotResult::State::kVoteAgain: return scene.say(Word::kBallotAgain);
        case law::BallotResult::State::kNotRequired: return scene.say(Word::kBallotFree);
        case law::BallotResult::State::kImpossible: return scene.say(Word::kBallotImpossible);
        case law::BallotResult::State::kFailed: break;
    }
    return scene.say(Word::kBallotFailed);
}

/// A small number; true when it was changed to something that can be. Empty is 0 (or `none`).
bool number_field(Scene& scene, std::string_view label, std::string& text, int& value, float width,
                  std::string_view help = {}, int none = 0, bool hide_label = false) {
    const int typed = text.empty() ? none : typed_number(text, kMostMembers);
    const bool wrong = typed < none;
    const FieldEvent event = text_field(scene.ui, label, text,
                                        {.help = help,
                                         .error = wrong ? scene.say(Word::kBallotBadNumber) : std::string_view(),
                                         .width = width,
                                         .hide_label = hide_label});
    if (!event.changed && !event.committed) return false;
    const int now = text.empty() ? none : typed_number(text, kMostMembers);
    if (now < none) return false;
    value = now;
    return event.committed;
}

/// A number of one candidate: a short label to see, the whole one to hear.
bool counted_field(Scene& scene, Word shown, Word whole, std::string_view name, std::string& text, int& value,
                   float width, int none) {
    quiet(scene.ui, scene.say(shown), TextStyle::kSmall);
    return number_field(scene, scene.say(whole, {name}), text, value, width, {}, none, true);
}

}  // namespace

void BallotsScreen::draw(Scene& scene, CouncilCase& about) {
    // A ballot that was kept shows the day of its meeting, whatever day another tab looks at.
    if (about.ballot.held_on && *about.ballot.held_on != about.on) about.set_day(*about.ballot.held_on);
    if (about.fields(scene, Word::kBallotDay) && about.ballot.held_on) about.keep_ballot(scene);
    if (of_ != about.ballot_of || typed_from_ != about.ballot) {
        const app::BallotSheet& sheet = about.ballot;
        members_ = shown_number(sheet.members);
        present_ = shown_number(sheet.present);
        written_ = shown_number(sheet.written);
        round_ = std::to_string(sheet.round);
        places_ = shown_number(sheet.places);
        typed_.clear();
        for (const app::BallotCandidate& candidate : sheet.candidates) {
            typed_.push_back({shown_votes(candidate.yes), shown_votes(candidate.no), shown_votes(candidate.invalid),
                              shown_number(candidate.recused)});
        }
        of_ = about.ballot_of;
    }
    gap(kSpace3);
    draw_numbers(scene, about);
    gap(kSpace4);
    draw_candidates(scene, about);
    gap(kSpace4);
    draw_minutes(scene, about);
    typed_from_ = about.ballot;
}

void BallotsScreen::draw_numbers(Scene& scene, CouncilCase& about) {
    app::BallotSheet& sheet = about.ballot;
    begin_card(scene.ui, "council", scene.say(Word::kBallotCouncil));
    heading(scene.ui, scene.say(Word::kBallotCouncil), 2);
    bool save = false;
    {
        FieldRow row(scene, 4, 240);
        save |= number_field(scene, scene.say(Word::kBallotMembers), members_, sheet.members, row.width(),
                             scene.say(Word::kBallotMembersHelp));
        row.next();
        save |= number_field(scene, scene.say(Word::kBallotPresent), present_, sheet.present, row.width());
        row.next();
        save |= number_field(scene, scene.say(Word::kBallotWritten), written_, sheet.written, row.width(),
                             scene.say(Word::kBallotWrittenHelp));
        row.next();
        save |= number_field(scene, scene.say(Word::kBallotRound), round_, sheet.round, row.width());
        if (sheet.round < 1) sheet.round = 1;
    }
    gap(kSpace3);
    draw_need(scene, about);
    end_card(scene.ui);
    if (save) about.keep_ballot(scene);
}

void BallotsScreen::draw_need(Scene& scene, const CouncilCase& about) {
    const app::BallotNeed need = app::ballot_need(scene.app.packs(), about.title, about.ballot, about.on);
    if (need.pack == nullptr || need.pack->locked) {
        banner(scene.ui, scene.say(Word::kCouncilLocked, {base::to_numeric(about.on)}), ChipKind::kNotKnown);
        return;
    }
    if (need.rule == nullptr) {
        banner(scene.ui, scene.say(Word::kBallotNoRule, {title_name(scene, about.title)}), ChipKind::kForPerson);
        return;
    }
    const law::BallotResult& numbers = need.numbers;
    if (about.ballot.members < 1) {
        quiet(scene.ui, scene.say(Word::kBallotSayMembers));
    } else {
        text(scene.ui,
             scene.say(Word::kBallotNeeded, {std::to_string(numbers.needed), std::to_string(about.ballot.members)}),
             TextStyle::kLeadStrong);
        text(scene.ui, app::share_words(numbers, about.ballot.members, scene.ui.language == Language::kEnglish));
        if (numbers.quorum_needed > 0) {
            const law::Parameter* quorum = need.pack->find_parameter("council.quorum");
            chip(scene.ui,
                 scene.say(numbers.quorum_reached ? Word::kBallotQuorumMet : Word::kBallotQuorumNot,
                           {std::to_string(numbers.quorum_needed), std::to_string(numbers.attending)}),
                 numbers.quorum_reached ? ChipKind::kMet : ChipKind::kNotMet);
            if (quorum != nullptr) clause_line(scene, need.pack->id, quorum->clause, quorum->confidence);
        }
    }
    gap(kSpace2);
    text(scene.ui, scene.in(need.rule->words.vi, need.rule->words.en));
    clause_line(scene, need.pack->id, need.rule->authority.clause, need.rule->authority.confidence);
    quiet(scene.ui, scene.say(Word::kBallotAbsent), TextStyle::kSmall);
}

void BallotsScreen::draw_candidates(Scene& scene, CouncilCase& about) {
    begin_card(scene.ui, "candidates", scene.say(Word::kBallotCandidates));
    heading(scene.ui, scene.say(Word::kBallotCandidates), 2);
    app::BallotSheet& sheet = about.ballot;
    if (sheet.candidates.empty()) quiet(scene.ui, scene.say(Word::kBallotNobody, {title_name(scene, about.title)}));
    bool save = false;
    for (std::size_t i = 0; i < sheet.candidates.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const bool removed = draw_candidate(scene, about, i);
        ImGui::PopID();
        if (removed) {
            sheet.candidates.erase(sheet.candidates.begin() + static_cast<std::ptrdiff_t>(i));
            typed_.erase(typed_.begin() + static_cast<std::ptrdiff_t>(i));
            save = true;
            break;
        }
        if (i + 1 < sheet.candidates.size()) hairline(scene.ui);
    }
    if (!scene.app.read_only()) {
        gap(kSpace3);
        FieldRow row(scene, 2, 320);
        const FieldEvent event = text_field(scene.ui, scene.say(Word::kBallotAddName), new_name_,
                                            {.placeholder = scene.say(Word::kBallotAddHint), .width = row.width()});
        row.next();
        gap(20);
        const bool pressed =
            button(scene.ui, scene.say(Word::kBallotAdd), {.icon = "person_add", .enabled = !new_name_.empty()});
        if ((pressed || event.entered) && !new_name_.empty()) {
            app::BallotCandidate candidate = app::candidate_from(scene.app.book(), new_name_);
            sheet.candidates.push_back(std::move(candidate));
            typed_.emplace_back();
            new_name_.clear();
            save = true;
        }
    }
    draw_selection(scene, about);
    end_card(scene.ui);
    if (save) about.keep_ballot(scene, Scene::done(Word::kBallotListKept));
}

bool BallotsScreen::draw_candidate(Scene& scene, CouncilCase& about, std::size_t index) {
    app::BallotCandidate& candidate = about.ballot.candidates[index];
    Typed& typed = typed_[index];
    const std::string name = app::candidate_name(scene.app.book(), candidate);
    inline_text(scene.ui, name, TextStyle::kBodyStrong);
    bool save = false;
    bool removed = false;
    if (!scene.app.read_only()) {
        same_line();
        removed = icon_button(scene.ui, "close", scene.say(Word::kBallotRemoveNamed, {name}));
    }
    {
        FieldRow row(scene, scene.ui.phone() ? 2 : 4, 200, true);
        save |= counted_field(scene, Word::kBallotYes, Word::kBallotYesFor, name, typed.yes, candidate.yes, row.width(),
                              -1);
        row.next();
        save |=
            counted_field(scene, Word::kBallotNo, Word::kBallotNoFor, name, typed.no, candidate.no, row.width(), -1);
        row.next();
        save |= counted_field(scene, Word::kBallotInvalid, Word::kBallotInvalidFor, name, typed.invalid,
                              candidate.invalid, row.width(), -1);
        row.next();
        save |= counted_field(scene, Word::kBallotRecused, Word::kBallotRecusedFor, name, typed.recused,
                              candidate.recused, row.width(), 0);
    }
    draw_result(scene, about, candidate);
    if (save) about.keep_ballot(scene);
    return removed;
}

void BallotsScreen::draw_result(Scene& scene, const CouncilCase& about, const app::BallotCandidate& candidate) {
    if (about.ballot.members < 1 || candidate.yes < 0) {
        quiet(scene.ui, scene.say(about.ballot.members < 1 ? Word::kBallotSayMembers : Word::kBallotNotCounted),
              TextStyle::kSmall);
        return;
    }
    const auto result = app::ballot_result(scene.app.packs(), about.title, about.ballot, candidate, about.on);
    if (!result) {
        text_colored(scene.ui, scene.in(result.error().vi, result.error().en), scene.ui.theme().not_met.text);
        return;
    }
    chip(scene.ui, state_words(scene, result->state), state_chip(result->state));
    text(scene.ui, scene.in(result->arithmetic_vi, result->arithmetic_en));
    const int said = candidate.yes + std::max(0, candidate.no) + std::max(0, candidate.invalid);
    const int attending = about.ballot.present + about.ballot.written - candidate.recused;
    const bool all_said = candidate.no >= 0 && candidate.invalid >= 0;
    if (about.ballot.present > 0 && (said > attending || (all_said && said != attending))) {
        text_colored(scene.ui, scene.say(Word::kBallotSum, {std::to_string(said), std::to_string(attending)}),
                     scene.ui.theme().not_met.text);
    }
}

void BallotsScreen::draw_selection(Scene& scene, CouncilCase& about) {
    gap(kSpace3);
    app::BallotSheet& sheet = about.ballot;
    if (number_field(scene, scene.say(Word::kBallotPlaces), places_, sheet.places, scene.ui.phone() ? -1.0F : 320.0F,
                     scene.say(Word::kBallotPlacesHelp))) {
        about.keep_ballot(scene);
    }
    if (sheet.places < 1) return;
    const law::Selection selection =
        app::ballot_selection(scene.app.packs(), scene.app.book(), about.title, about.ballot, about.on);
    const auto joined = [](const std::vector<std::string>& names) {
        std::string out;
        for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
        return out;
    };
    if (!selection.chosen.empty()) text(scene.ui, scene.say(Word::kBallotChosen, {joined(selection.chosen)}));
    if (!selection.tied.empty()) {
        banner(scene.ui, scene.say(Word::kBallotTied, {joined(selection.tied), std::to_string(selection.open_places)}),
               ChipKind::kForPerson);
    }
}

void BallotsScreen::draw_minutes(Scene& scene, const CouncilCase& about) {
    begin_card(scene.ui, "minutes", scene.say(Word::kBallotMinutes));
    heading(scene.ui, scene.say(Word::kBallotMinutes), 2);
    const app::BallotSheet& sheet = about.ballot;
    const auto number = [&](int value) {
        return value > 0 ? std::to_string(value) : std::string(scene.say(Word::kBallotBlank));
    };
    text(scene.ui, "• " + scene.say(Word::kBallotMinutesCouncil,
                                    {number(sheet.members), number(sheet.present), number(sheet.written)}));
    text(scene.ui,
         "• " + scene.say(Word::kBallotMinutesDay, {base::to_numeric(about.on), std::to_string(sheet.round)}));
    for (const app::BallotCandidate& candidate : sheet.candidates) {
        const std::string name = app::candidate_name(scene.app.book(), candidate);
        const auto result = app::ballot_result(scene.app.packs(), about.title, sheet, candidate, about.on);
        const bool counted = candidate.yes >= 0 && sheet.members > 0 && result.has_value();
        text(scene.ui, "• " + (counted ? scene.say(Word::kBallotMinutesLine,
                                                   {name, std::to_string(candidate.yes), std::to_string(sheet.members),
                                                    state_words(scene, result->state)})
                                       : scene.say(Word::kBallotMinutesOpen, {name})));
    }
    text(scene.ui, "• " + std::string(scene.say(Word::kBallotMinutesWritten)));
    quiet(scene.ui, scene.say(Word::kBallotMinutesForms), TextStyle::kSmall);
    end_card(scene.ui);
}

}  // namespace thidua::ui
