#pragma once
// Tệp và cài đặt: the open file, the office, the display. And Trợ giúp.

#include <string>

#include "ui/screens/scene.h"

namespace thidua::ui {

class FileScreen {
public:
    void draw(Scene& scene);

private:
    void draw_file(Scene& scene);
    void draw_office(Scene& scene);
    void draw_display(Scene& scene);

    office::Office office_;
    std::string year_;
    int revision_ = -1;
};

void draw_help(Scene& scene);

}  // namespace thidua::ui
