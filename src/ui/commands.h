#pragma once
// One table of commands: a single call registers id, words, icon, shortcut, predicate and act; menus,
// the palette, the shortcuts, the help page and the tests all read it, so they cannot diverge.
// Ids are "noun:verb" ("plan:new").

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/words.h"

namespace thidua::ui {

/// ImGuiKey | ImGuiMod_*; Ctrl stands for Cmd on Apple machines.
using KeyChord = int;

struct Command {
    std::string id;                    ///< "plan:new"
    std::string vi, en;                ///< what it does, as a menu says it
    std::string icon = {};                  ///< name in cmake/icons.txt; may be empty
    KeyChord shortcut = 0;             ///< 0: none
    std::function<bool()> enabled = {};     ///< empty: always
    std::function<void()> act = {};
    std::string keywords = {};              ///< more words to be found by, both languages
    bool in_palette = true;

    std::string_view words(Language language) const { return language == Language::kVietnamese ? vi : en; }
    bool is_enabled() const { return !enabled || enabled(); }
};

class Commands {
public:
    /// Replaces a command of the same id. A shortcut that belongs to the browser is refused: the
    /// command is registered without it, and refused() tells.
    void add(Command command);
    void remove(std::string_view id);
    const Command* find(std::string_view id) const;
    const std::vector<Command>& all() const { return commands_; }
    const std::vector<std::string>& refused() const { return refused_; }

    /// Runs the command when it exists and is enabled; true when it ran.
    bool run(std::string_view id) const;
    /// The enabled command behind a chord; nullptr when there is none.
    const Command* by_shortcut(KeyChord chord) const;

    /// Commands for the palette, best match first; accents and case do not matter, words may come in
    /// any order ("moi ke" finds "Kế hoạch mới"). Disabled ones are left out.
    std::vector<const Command*> search(std::string_view query, Language language) const;

private:
    std::vector<Command> commands_;
    std::vector<std::string> refused_;
};

/// Chords the browser or its text fields own: reload, tabs, zoom, find, print, address bar, clipboard,
/// developer tools (web.md §1.1). Never taken.
bool belongs_to_browser(KeyChord chord);
/// Chords that an active field uses itself (undo, redo, word jumps): commands wait meanwhile.
bool belongs_to_field(KeyChord chord);
/// "Ctrl+K"; "" for 0.
std::string chord_text(KeyChord chord);
/// How well `query` matches `text`, both folded: 0 not at all; more is better.
int match_score(std::string_view folded_query, std::string_view folded_text);

}  // namespace thidua::ui
