#pragma once
// Văn bản: what the office issues from its data, seen as pages, exported as DOCX.

#include "ui/screens/scene.h"

namespace thidua::ui {

class DocumentsScreen {
public:
    void draw(Scene& scene);

private:
    int kind_ = 0;
    int plan_ = 0;
    std::string preview_;
    int revision_ = -1;
    int shown_kind_ = -1;
    int shown_plan_ = -1;
};

}  // namespace thidua::ui
