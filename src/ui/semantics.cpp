#include "ui/semantics.h"

#include <algorithm>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace thidua::ui {
namespace {

/// The hooks are plain functions that ImGui calls; they serve the context that is being drawn.
Semantics* g_attached = nullptr;

/// "Lưu###save" and "Lưu##2" are called "Lưu".
std::string visible_label(const char* label) {
    const std::string_view text = label != nullptr ? label : "";
    return std::string(text.substr(0, text.find("##")));
}

app::Rect to_rect(const ImRect& rect) { return {rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()}; }

app::Role role_of(int status_flags) {
    if ((status_flags & ImGuiItemStatusFlags_Inputable) != 0) return app::Role::kTextbox;
    if ((status_flags & ImGuiItemStatusFlags_Checkable) != 0) return app::Role::kCheckbox;
    return app::Role::kButton;
}

void scroll_around(ImGuiWindow* window, float x, float y) {
    while (window != nullptr && window->ScrollMax.x <= 0 && window->ScrollMax.y <= 0) window = window->ParentWindow;
    if (window == nullptr) return;
    if (x != 0) ImGui::SetScrollX(window, std::clamp(window->Scroll.x + x, 0.0F, window->ScrollMax.x));
    if (y != 0) ImGui::SetScrollY(window, std::clamp(window->Scroll.y + y, 0.0F, window->ScrollMax.y));
}

}  // namespace

void Semantics::attach(ImGuiContext* context) {
    context_ = context;
    context->TestEngineHookItems = true;
    g_attached = this;
}

void Semantics::detach() {
    if (context_ != nullptr) context_->TestEngineHookItems = false;
    context_ = nullptr;
    if (g_attached == this) g_attached = nullptr;
}

void Semantics::begin_frame() {
    g_attached = this;
    building_.clear();
    index_.clear();
    ordinals_.clear();
    open_.clear();
    muted_ = 0;
    // What ImGui draws by itself is activated through its keyboard navigation.
    for (Request& request : requests_) {
        if (request.act != Act::kActivate || request.sent) continue;
        ImGui::ActivateItemByID(request.id);
        request.sent = true;
    }
}

void Semantics::end_frame() {
    std::uint32_t top_dialog = 0;
    for (const Building& b : building_) {
        if (b.node.role == app::Role::kDialog) top_dialog = b.node.id;
    }
    const bool modal = top_dialog != 0;
    app::SemanticTree next;
    next.reserve(building_.size());
    std::unordered_map<std::uint32_t, bool> kept;
    for (Building& b : building_) {
        // Windows and unnamed parts reach us through the hooks as well; only items with a label count.
        if (b.from_hook && b.node.role == app::Role::kNone) continue;
        if (modal) {
            const bool inside = b.node.id == top_dialog || kept.contains(b.node.parent) ||
                                b.node.role == app::Role::kStatus || b.node.role == app::Role::kAlert;
            if (!inside) continue;
            kept[b.node.id] = true;
        }
        const ImGuiID focused = context_ != nullptr ? context_->NavId : 0;
        if (b.node.id == focused && !b.node.disabled) b.node.focused = true;
        next.push_back(std::move(b.node));
    }
    if (next != tree_) {
        tree_ = std::move(next);
        ++revision_;
    }
    focus_wished_ = false;
    std::erase_if(requests_, [](Request& r) { return r.delivered || --r.frames_left <= 0; });
}

std::uint32_t Semantics::add(app::SemanticNode node) {
    node.parent = open_.empty() ? 0 : open_.back();
    if (node.id == 0) {
        const auto role = static_cast<int>(node.role);
        std::uint32_t id = ImHashStr(node.name.data(), node.name.size(), node.parent);
        id = ImHashData(&role, sizeof role, id);
        const int ordinal = ordinals_[id]++;
        node.id = ordinal == 0 ? id : ImHashData(&ordinal, sizeof ordinal, id);
    }
    const std::uint32_t id = node.id;
    const auto found = index_.find(id);
    if (found != index_.end() && building_[found->second].from_hook) {
        building_[found->second] = {std::move(node), false};
        return id;
    }
    index_[id] = building_.size();
    building_.push_back({std::move(node), false});
    return id;
}

std::uint32_t Semantics::open(app::SemanticNode node) {
    const std::uint32_t id = add(std::move(node));
    open_.push_back(id);
    return id;
}

void Semantics::close() {
    if (!open_.empty()) open_.pop_back();
}

app::SemanticNode* Semantics::current(std::uint32_t id) {
    const auto found = index_.find(id);
    return found != index_.end() ? &building_[found->second].node : nullptr;
}

void Semantics::request(Act act, std::uint32_t id, std::string_view value) {
    requests_.push_back({act, id, std::string(value), 3});
}
void Semantics::request_activation(std::uint32_t id) { request(Act::kActivate, id, {}); }
void Semantics::request_value(std::uint32_t id, std::string_view value) { request(Act::kValue, id, value); }
void Semantics::request_focus(std::uint32_t id) {
    // There is one focus. Were an earlier wish still open, whichever of the two is drawn later would have it.
    std::erase_if(requests_, [](const Request& r) { return r.act == Act::kFocus; });
    request(Act::kFocus, id, {});
    focus_wished_ = true;
}
void Semantics::request_scroll(std::uint32_t id, float x, float y) {
    request(Act::kScroll, id, {});
    requests_.back().x = x;
    requests_.back().y = y;
}
bool Semantics::has_requests() const { return !requests_.empty(); }

bool Semantics::take(Act act, std::uint32_t id, std::string* value) {
    for (Request& r : requests_) {
        if (r.delivered || r.id != id || r.act != act) continue;
        r.delivered = true;
        if (value != nullptr) *value = std::move(r.value);
        return true;
    }
    return false;
}

bool Semantics::take_activation(std::uint32_t id) {
    if (requests_.empty() || !take(Act::kActivate, id, nullptr)) return false;
    // The widget acts itself; ImGui must not press it a second time.
    if (context_->NavNextActivateId == id) context_->NavNextActivateId = 0;
    if (context_->NavActivateId == id) {
        context_->NavActivateId = context_->NavActivateDownId = context_->NavActivatePressedId = 0;
    }
    return true;
}

std::optional<std::string> Semantics::take_value(std::uint32_t id) {
    std::string value;
    if (requests_.empty() || !take(Act::kValue, id, &value)) return std::nullopt;
    return value;
}

bool Semantics::take_focus(std::uint32_t id) { return !requests_.empty() && take(Act::kFocus, id, nullptr); }

void Semantics::hook_item(std::uint32_t id, const ImRect& rect, bool disabled) {
    for (Request& r : requests_) {
        if (r.id != id) continue;
        ImGuiWindow* window = context_->CurrentWindow;
        if (r.act == Act::kScroll) {
            if (!std::exchange(r.delivered, true)) scroll_around(window, r.x, r.y);
            continue;
        }
        if (window != nullptr && !window->ClipRect.Contains(rect)) {
            ImGui::ScrollToRectEx(window, rect, ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);
        }
        if (r.act == Act::kFocus && !r.delivered && window != nullptr) {
            ImGui::SetFocusID(id, window);
            context_->NavDisableHighlight = false;
        }
    }
    if (muted_ > 0 || index_.contains(id)) return;
    app::SemanticNode node;
    node.id = id;
    node.parent = open_.empty() ? 0 : open_.back();
    node.rect = to_rect(rect);
    node.disabled = disabled;
    index_[id] = building_.size();
    building_.push_back({std::move(node), true});
}

void Semantics::hook_info(std::uint32_t id, const char* label, int status_flags) {
    if (muted_ > 0) return;
    const auto found = index_.find(id);
    if (found == index_.end() || !building_[found->second].from_hook) return;
    std::string name = visible_label(label);
    if (name.empty()) return;
    app::SemanticNode& node = building_[found->second].node;
    if (context_->CurrentWindow != nullptr && context_->CurrentWindow->ID == id) return;
    node.name = std::move(name);
    node.role = role_of(status_flags);
    node.checkable = (status_flags & ImGuiItemStatusFlags_Checkable) != 0;
    node.checked = (status_flags & ImGuiItemStatusFlags_Checked) != 0;
    node.expandable = (status_flags & ImGuiItemStatusFlags_Openable) != 0;
    node.expanded = (status_flags & ImGuiItemStatusFlags_Opened) != 0;
}

}  // namespace thidua::ui

// ImGui's link-time hooks (imgui_internal.h, "Test Engine specific hooks").
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect,
                                 const ImGuiLastItemData* item) {
    (void)context;
    if (thidua::ui::g_attached == nullptr) return;
    const bool disabled = item != nullptr && (item->InFlags & ImGuiItemFlags_Disabled) != 0;
    thidua::ui::g_attached->hook_item(id, rect, disabled);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags flags) {
    if (thidua::ui::g_attached != nullptr) thidua::ui::g_attached->hook_info(id, label, flags);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
