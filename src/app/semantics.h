#pragma once
// The semantic tree: what is on the screen, for screen readers, tests and the command palette.
// The interface fills one each frame (ui/semantics.h); the browser mirrors it as ARIA elements.

#include <cstdint>
#include <string>
#include <vector>

namespace thidua::app {

/// WAI-ARIA roles that the interface uses.
enum class Role {
    kNone,
    kButton,
    kLink,
    kCheckbox,
    kRadio,
    kTab,
    kTextbox,
    kCombobox,
    kOption,
    kListItem,
    kMenuItem,
    kHeading,
    kText,
    kTable,
    kRow,
    kCell,
    kColumnHeader,
    kDialog,
    kStatus,
    kAlert,
    kNavigation,
    kMain,
    kRegion,
    kProgressbar,
    kImage,
    kMenu,
    kListbox,
};

/// The WAI-ARIA name: "button", "textbox" …; "" for kNone.
const char* role_name(Role role);

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;  ///< CSS pixels from the top left of the canvas
    bool operator==(const Rect&) const = default;
};

struct SemanticNode {
    std::uint32_t id = 0;       ///< the item's ImGuiID, stable between frames
    std::uint32_t parent = 0;   ///< id of an enclosing container node; 0: the root
    Role role = Role::kNone;
    std::string name;           ///< accessible name, in the user's language
    std::string value;          ///< text of a field, chosen option, percentage
    std::string description;    ///< help or error that belongs to it
    Rect rect;
    int level = 0;              ///< heading level
    int count = 0;              ///< table: its rows, the heading with them, shown or not; row: which of them, from 1
    bool focused = false;
    bool disabled = false;
    bool checked = false;
    bool checkable = false;     ///< has a checked state at all
    bool expanded = false;
    bool expandable = false;
    bool selected = false;
    bool multiline = false;

    bool operator==(const SemanticNode&) const = default;
};

using SemanticTree = std::vector<SemanticNode>;  ///< parents before children, in reading order

}  // namespace thidua::app
