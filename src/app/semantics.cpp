#include "app/semantics.h"

namespace thidua::app {

const char* role_name(Role role) {
    switch (role) {
        case Role::kNone: return "";
        case Role::kButton: return "button";
        case Role::kLink: return "link";
        case Role::kCheckbox: return "checkbox";
        case Role::kRadio: return "radio";
        case Role::kTab: return "tab";
        case Role::kTextbox: return "textbox";
        case Role::kCombobox: return "combobox";
        case Role::kOption: return "option";
        case Role::kListItem: return "listitem";
        case Role::kMenuItem: return "menuitem";
        case Role::kHeading: return "heading";
        case Role::kText: return "text";
        case Role::kTable: return "table";
        case Role::kRow: return "row";
        case Role::kCell: return "cell";
        case Role::kColumnHeader: return "columnheader";
        case Role::kDialog: return "dialog";
        case Role::kStatus: return "status";
        case Role::kAlert: return "alert";
        case Role::kNavigation: return "navigation";
        case Role::kMain: return "main";
        case Role::kRegion: return "region";
        case Role::kProgressbar: return "progressbar";
        case Role::kImage: return "image";
        case Role::kMenu: return "menu";
        case Role::kListbox: return "listbox";
    }
    return "";
}

}  // namespace thidua::app
