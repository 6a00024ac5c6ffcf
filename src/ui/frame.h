#pragma once
// The frame around every screen: rail (a bottom bar on phones), top bar, content column, detail panel
// (a sheet on phones), status bar. Plain data in, what was pressed out.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace thidua::ui {

enum class Saving { kSaved, kSaving, kNotSaved, kReadOnly };

struct FramePlace {
    std::string label;
    std::string icon;      ///< name in cmake/icons.txt
    bool current = false;
    bool at_end = false;   ///< stands at the foot of the rail (settings, help)
    int badge = 0;         ///< things that wait there; 0: none
};

struct FrameData {
    std::vector<FramePlace> places;
    std::string year;                   ///< "Năm 2024"; empty: no year yet
    std::vector<std::string> years;     ///< what the year's menu offers
    std::vector<std::string> path;      ///< breadcrumb, outermost first; the last is where one is
    Saving saving = Saving::kSaved;
    std::string saving_note;            ///< tooltip of the saving state: where the file lies
    std::vector<std::string> status;    ///< parts of the status bar, left to right
    std::string details_title;          ///< empty: this screen has no details
    bool details_open = false;
    /// Changes when another screen is shown: its column then starts at the top.
    std::string screen_key;
};

struct FrameEvent {
    int place = -1;            ///< index into places
    int crumb = -1;            ///< index into path
    int year = -1;             ///< index into years
    bool close_details = false;
    bool open_details = false;
};

/// Draws everything; `content` and `details` draw with the cursor inside their columns.
FrameEvent frame(Ui& ui, const FrameData& data, const std::function<void()>& content,
                 const std::function<void()>& details = {});

}  // namespace thidua::ui
