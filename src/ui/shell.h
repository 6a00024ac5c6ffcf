#pragma once
// The shell: one ImGui context, its frames, its semantic tree and its text input, without a window.
// The platform owns the window, the GL context and the browser's events and drives this class;
// headless tests drive it with nothing behind it. What it shows comes from a Root.
//
// One turn of the platform's loop:
//     if (!shell.wants_frame(host.now())) return;            // idle: nothing is drawn at all
//     if (shell.prepare(scale)) upload the font atlas again; // e.g. ImGui_ImplOpenGL3_CreateFontsTexture
//     ImGui_ImplOpenGL3_NewFrame(); ImGui_ImplSDL2_NewFrame();
//     shell.frame(width, height, scale, host.now());         // calls ImGui::NewFrame … ImGui::Render
//     ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
//     if (shell.semantics_revision() != seen) mirror shell.semantics();
// Input goes into ImGuiIO as usual (AddMousePosEvent in CSS pixels, AddKeyEvent …), except on the web:
// text comes through text_edit(), clipboard events through copy/cut/paste, and the keys of those
// (characters, Backspace while the text agent is not empty, Ctrl+C/X/V) are not sent as key events.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/host.h"
#include "app/semantics.h"
#include "ui/fonts.h"
#include "ui/glyph_renderer.h"
#include "ui/text_input.h"

namespace thidua::ui {

class Ui;
class Commands;

/// What the shell shows: the app's screens, or a small screen of a test.
class Root {
public:
    virtual ~Root() = default;

    /// Draws everything, once per frame, over the whole viewport.
    virtual void draw(Ui& ui) = 0;
    /// One slice of the jobs in hand, of about so many milliseconds; true while there is more to do at once. For
    /// hosts that work between frames: they call it once behind each frame and then as long as it says true.
    virtual bool work(double /*milliseconds*/) { return false; }
    virtual void drop_file(app::IncomingFile) {}
    /// What stands after '#' in the address, without it: at start and at the browser's back and forward.
    virtual void fragment_changed(std::string_view) {}
    /// Registers the commands that exist on every screen; called once by the shell's constructor.
    virtual void register_commands(Commands&) {}
};

class Shell {
public:
    /// Creates the ImGui context; the platform attaches its backends afterwards, and removes them first.
    /// `host`, `root` and `glyphs` must outlive the shell.
    Shell(app::Host& host, Root& root, FontFiles fonts, GlyphRenderer& glyphs);
    ~Shell();
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;

    // --- frames -------------------------------------------------------------------------------

    /// Rasterises the fonts for `scale` device pixels per CSS pixel (1, 1.25, 2, 3 …).
    /// True: the atlas io.Fonts changed and its texture must be uploaded before the next frame.
    bool prepare(float scale);
    /// One whole frame. Width and height in CSS pixels, `now` in seconds on Host::now()'s clock.
    void frame(float width, float height, float scale, double now);
    /// True while input waits, an animation runs, frames settle after input, or a timer is due.
    bool wants_frame(double now) const;
    /// When the next frame is due by timer (caret, toast, animation); +infinity: only input wakes it.
    double next_frame_at() const;
    /// Something changed outside (a finished job, a new size, a setting): draw three settling frames.
    void wake();

    // --- the semantic tree --------------------------------------------------------------------

    const app::SemanticTree& semantics() const;
    /// Grows whenever the tree differs from that of the frame before.
    std::uint64_t semantics_revision() const;
    /// Acts of a screen reader or test, carried out in the next frame; unknown ids are ignored.
    /// Items out of view are scrolled to first.
    void activate(std::uint32_t node);
    void set_value(std::uint32_t node, std::string_view value);
    void focus(std::uint32_t node);
    /// Scrolls what the item stands in by so many CSS pixels, in the next frame.
    void scroll(std::uint32_t node, float x, float y);
    /// The sentence to announce politely (aria-live), as set by the last toast or status; may be "".
    std::string_view announcement() const;

    // --- text input ---------------------------------------------------------------------------

    /// The hidden text area's edit: removes `delete_code_points` before the caret (or the selection),
    /// then inserts `insert` (UTF-8, NFC). Applied in the next frame to the active field.
    void text_edit(int delete_code_points, std::string_view insert);
    /// The same with the caret put behind `caret` code points of the field's text first.
    void text_edit_at(int caret, int delete_code_points, std::string_view insert, bool keyed = false);
    /// Characters as a keyboard gave them, one by one: the typing mode makes Vietnamese letters of them.
    void type(std::string_view characters);
    /// Backspace of the keyboard; true when the typing mode took it.
    bool type_backspace();
    /// Text that an input method of the system composed: the typing mode steps back when it is Vietnamese.
    void composed(std::string_view text);
    /// Selects in the active field, in the next frame; positions in code points.
    void select_text(int anchor, int caret);
    /// The active field's text and selection after the last frame; empty when there is none.
    const FieldText& active_text() const;
    /// For the browser's clipboard events, answered at once. copy and cut return the selected text
    /// ("" when nothing is selected: then let the browser be).
    std::string copy();
    std::string cut();
    /// Into the active field; when there is none, the text is handed to Root::drop_file without a name.
    void paste(std::string_view text);
    /// True while a field has the keyboard: the text agent takes focus, a phone shows its keyboard.
    bool text_input_active() const;
    /// The active field's node and caret, CSS pixels: where the text agent stands.
    std::uint32_t active_field() const;
    app::Rect caret() const;
    /// The active field holds several lines: Enter belongs to the text.
    bool text_input_multiline() const;

    // --- the world outside --------------------------------------------------------------------

    void drop_file(app::IncomingFile file);
    void fragment_changed(std::string_view fragment);
    /// True when this chord (ImGuiKey | ImGuiMod_*) would run one of our commands now: the page then
    /// keeps the browser from acting on it. Never true for chords that belong to the browser.
    bool takes_shortcut(int key_chord) const;
    /// "vi" or "en", kept in the host's settings.
    std::string_view language() const;
    bool dark() const;

    Ui& ui();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace thidua::ui
