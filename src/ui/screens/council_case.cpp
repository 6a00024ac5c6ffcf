#include "ui/screens/council_case.h"

#include <utility>
#include <vector>

#include "office/title.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"

namespace thidua::ui {

void CouncilCase::follow(const Scene& scene) {
    const office::YearBook& book = scene.app.book();
    if (year != book.office.year) {
        year = book.office.year;
        set_day(scene.app.law_date());
        revision = -1;
    }
    const std::string key = app::ballot_key(year, title);
    if (ballot_of == key && revision == scene.app.revision()) return;
    const std::string kept = app::kept_setting(scene.app, key);
    const app::BallotSheet known = kept.empty() ? app::new_ballot_sheet(book, title) : app::ballot_sheet_from(kept);
    // Another edit of the file does not throw away numbers that are being typed.
    if (ballot_of != key || !kept.empty() || ballot.members == 0) ballot = known;
    ballot_of = key;
    revision = scene.app.revision();
}

bool CouncilCase::fields(Scene& scene, Word day) {
    std::vector<std::string> names;
    int chosen = -1;
    for (const office::EmulationTitle& entry : office::titles()) {
        if (entry.code == title) chosen = static_cast<int>(names.size());
        names.emplace_back(scene.in(entry.vi, entry.en));
    }
    FieldRow row(scene, 2, 420);
    if (select(scene.ui, scene.say(Word::kCouncilTitleField), names, chosen, {.width = row.width()})) {
        title = std::string(office::titles()[static_cast<std::size_t>(chosen)].code);
        follow(scene);
    }
    row.next();
    const FieldEvent event = text_field(scene.ui, scene.say(day), date,
                                        {.error = wrong ? scene.say(Word::kBadDate) : std::string_view(),
                                         .placeholder = scene.say(Word::kDatePlaceholder),
                                         .width = row.width()});
    if (!event.committed) return false;
    const auto typed = typed_date(date);
    wrong = !typed || !*typed;
    if (wrong || on == **typed) return false;
    on = **typed;
    return true;
}

void CouncilCase::set_day(const base::Date& day) {
    on = day;
    date = base::to_numeric(day);
    wrong = false;
}

void CouncilCase::keep_ballot(Scene& scene, app::Notice done) {
    ballot.held_on = on;
    app::keep_setting(scene.app, ballot_of, app::to_text(ballot), std::move(done));
}

}  // namespace thidua::ui
