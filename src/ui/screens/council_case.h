#pragma once
// What every tab of the council's place is about: a title or form, and a day.

#include <string>

#include "app/council.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

struct CouncilCase {
    std::string title = "CSTDCS";
    std::string date;  ///< as typed
    base::Date on;     ///< the last real date typed
    bool wrong = false;
    int year = 0;             ///< of the book it was set for
    app::BallotSheet ballot;  ///< of the title
    std::string ballot_of;    ///< key of the sheet in `ballot`
    int revision = -1;        ///< of the book when the sheet was taken

    /// Takes the day from the book and the ballot kept for the title.
    void follow(const Scene& scene);
    /// Title and day side by side. `day`: the label of the day. True when another day was given.
    bool fields(Scene& scene, Word day);
    /// Keeps the sheet with the file; numbers as they are typed say nothing, but can be undone.
    void keep_ballot(Scene& scene, app::Notice done = {});
    /// Shows another day.
    void set_day(const base::Date& day);
};

}  // namespace thidua::ui
