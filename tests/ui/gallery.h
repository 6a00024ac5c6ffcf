#pragma once
// One of everything, with Vietnamese words: drawn by tests and into pictures (build/<preset>/shots).

#include <string>

#include "ui/ui.h"
#include "ui/widgets/table.h"

namespace thidua::testing {

struct Gallery {
    std::string name = "Nguyễn Thị Hồng Ánh";
    std::string note = "Đơn vị đã triển khai đầy đủ các nội dung của Kế hoạch số 12/KH-UBND.";
    std::string empty, search;
    bool agreed = true, other = false;
    int radio = 0, view = 0, tab = 0, title = 1, pressed = 0;
    bool dialog = false;
    ui::TableState table;

    void draw(ui::Ui& ui);
};

}  // namespace thidua::testing
