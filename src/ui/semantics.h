#pragma once
// Fills the semantic tree (app/semantics.h) while a frame is drawn, and brings the acts of screen
// readers and tests back to the widgets. Our widgets describe themselves; what a screen draws with
// plain ImGui calls is caught by ImGui's test-engine hooks (label, rectangle, state).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/semantics.h"

struct ImGuiContext;
struct ImRect;

namespace thidua::ui {

class Semantics {
public:
    /// Turns ImGui's hooks on for this context, and off again.
    void attach(ImGuiContext* context);
    void detach();

    void begin_frame();
    void end_frame();

    const app::SemanticTree& tree() const { return tree_; }
    std::uint64_t revision() const { return revision_; }

    // --- described by widgets, in reading order -------------------------------------------------

    /// `node.id` 0 gets an id from its parent, role, name and place. Returns that id.
    std::uint32_t add(app::SemanticNode node);
    /// A container: what is added until close() lies inside it. A dialog hides what is outside.
    std::uint32_t open(app::SemanticNode node);
    void close();
    /// Makes a node that was added already (a pressable row) the container of what follows, until leave().
    void enter(std::uint32_t id) { open_.push_back(id); }
    void leave() { close(); }
    /// The node added last with this id in this frame; nullptr when there is none. Valid until the next add.
    app::SemanticNode* current(std::uint32_t id);
    /// While > 0, hooks record nothing: parts of a widget that describes itself.
    void mute(bool on) { muted_ += on ? 1 : -1; }

    // --- acts from outside, consumed by the widget that owns the id -----------------------------

    void request_activation(std::uint32_t id);
    void request_value(std::uint32_t id, std::string_view value);
    void request_focus(std::uint32_t id);
    /// The nearest window around the item that scrolls is scrolled by so many pixels.
    void request_scroll(std::uint32_t id, float x, float y);
    bool take_activation(std::uint32_t id);
    std::optional<std::string> take_value(std::uint32_t id);
    bool take_focus(std::uint32_t id);
    bool has_requests() const;
    /// Somebody outside wished the focus, and no frame has been built since.
    bool focus_wished() const { return focus_wished_; }

    // --- called by the hooks --------------------------------------------------------------------

    void hook_item(std::uint32_t id, const ImRect& rect, bool disabled);
    void hook_info(std::uint32_t id, const char* label, int status_flags);

private:
    struct Building {
        app::SemanticNode node;
        bool from_hook = false;
    };
    enum class Act : std::uint8_t { kActivate, kValue, kFocus, kScroll };
    struct Request {
        Act act;
        std::uint32_t id;
        std::string value;
        int frames_left;  ///< an id that does not appear is given up
        bool delivered = false;
        bool sent = false;  ///< handed to ImGui, for an item that is its own
        float x = 0, y = 0;
    };

    bool take(Act act, std::uint32_t id, std::string* value);
    void request(Act act, std::uint32_t id, std::string_view value);

    ImGuiContext* context_ = nullptr;
    app::SemanticTree tree_;
    std::uint64_t revision_ = 0;
    std::vector<Building> building_;
    std::unordered_map<std::uint32_t, std::size_t> index_;
    std::unordered_map<std::uint32_t, int> ordinals_;
    std::vector<std::uint32_t> open_;
    std::vector<Request> requests_;
    bool focus_wished_ = false;
    int muted_ = 0;
};

}  // namespace thidua::ui
