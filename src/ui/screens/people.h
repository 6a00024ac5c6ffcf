#pragma once
// Con người: the list, a pasted list, one person with the years.

#include <string>

#include "office/people.h"
#include "ui/screens/person.h"
#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class PeopleScreen {
public:
    void draw(Scene& scene);

private:
    void draw_new(Scene& scene);
    void draw_paste(Scene& scene);

    TableState table_;
    bool adding_ = false;
    office::Person person_;
    int gender_ = 0;
    bool pasting_ = false;
    std::string pasted_;
};

/// "Hoàn thành tốt nhiệm vụ"; in the language of the screen.
std::string_view rating_words(const Scene& scene, office::Rating rating);

}  // namespace thidua::ui
