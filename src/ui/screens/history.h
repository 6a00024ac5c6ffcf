#pragma once
// Nhật ký: everything done to the file, with undo and redo.

#include <vector>

#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class HistoryScreen {
public:
    void draw(Scene& scene);

private:
    std::vector<store::JournalEntry> entries_;
    int revision_ = -1;
    TableState table_;
};

}  // namespace thidua::ui
