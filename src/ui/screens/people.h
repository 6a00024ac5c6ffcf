#pragma once
// Con người: the list, a pasted list, one person with the years.

#include <optional>
#include <string>

#include "intake/people_table.h"
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
    void import(Scene& scene);

    TableState table_;
    bool adding_ = false;
    office::Person person_;
    int gender_ = 0;
    bool pasting_ = false;
    std::string pasted_;
    std::string read_text_;
    std::optional<intake::PeopleTable> read_;
    std::string refusal_;
};

/// "Hoàn thành tốt nhiệm vụ"; in the language of the screen.
std::string_view rating_words(const Scene& scene, office::Rating rating);

}  // namespace thidua::ui
