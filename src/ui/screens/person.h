#pragma once
// One person: the years in a row, one year to be edited, periods that speak against, answers, who they are.
// Parts of the address: "nam-2021" shows that year, "ky-luat" the periods.

#include <array>
#include <optional>
#include <string>

#include "app/person_years.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

/// The strip of years; gives back the year that was pressed, 0 for none.
class YearsStrip {
public:
    int draw(Scene& scene, const app::PersonYears& years, int chosen);

private:
    std::string described_;  ///< what the cell under the pointer or with the keyboard says
};

/// What one year says: rating, answers, initiatives, awards.
class PersonYearEditor {
public:
    void draw(Scene& scene, const office::Person& person, int year, const app::PersonYears& years);

private:
    void take(Scene& scene, const office::Person& person, int year);
    void draw_record(Scene& scene, const office::Person& person);
    void draw_listed(Scene& scene, const office::Person& person, std::string_view key, Word word);
    void draw_initiatives(Scene& scene, const office::Person& person, const app::PersonYears& years);
    void draw_uses(Scene& scene, const office::Initiative& initiative);
    void draw_initiative_form(Scene& scene, const office::Person& person);
    void draw_awards(Scene& scene, const office::Person& person, const app::PersonYears& years);
    void draw_award_form(Scene& scene, const office::Person& person);
    void edit_award(Scene& scene, const office::Award& award);

    int year_ = 0;
    std::int64_t person_ = 0;
    int revision_ = -1;
    office::YearRecord record_;
    office::Initiative initiative_;  ///< being added (no id) or edited
    std::string initiative_date_;
    std::int64_t uses_of_ = 0;
    int use_title_ = -1;
    office::Award award_;
    int award_title_ = -1;
    std::string award_date_;
    int ground_ = 0;
    std::string merit_;
};

/// Discipline, review, absence with their days; and the answers that were given.
class PersonPeriods {
public:
    void draw(Scene& scene, const office::Person& person);

private:
    void draw_form(Scene& scene, const office::Person& person);
    void draw_answers(Scene& scene, const office::Person& person);

    int kind_ = 0;
    int form_ = 0;
    std::string from_;
    std::string to_;
    std::string document_;
};

class PersonScreen {
public:
    void draw(Scene& scene);

private:
    int chosen_year(Scene& scene);
    void draw_year_choice(Scene& scene, int year);
    void draw_findings(Scene& scene);
    void draw_person(Scene& scene, const office::Person& person);

    app::PersonYears years_;
    std::int64_t years_of_ = 0;
    int years_revision_ = -1;
    YearsStrip strip_;
    PersonYearEditor editor_;
    PersonPeriods periods_;

    Draft<office::Person> person_;
    std::string born_on_;
    std::string joined_on_;
};

}  // namespace thidua::ui
