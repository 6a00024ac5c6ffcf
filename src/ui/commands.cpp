#include "ui/commands.h"

#include <algorithm>

#include "imgui.h"
#include "text/letters.h"

namespace thidua::ui {
namespace {

/// Words of a folded text, split at blanks.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = text.find_first_not_of(' ', at);
        if (start == std::string_view::npos) break;
        const std::size_t end = std::min(text.find(' ', start), text.size());
        out.push_back(text.substr(start, end - start));
        at = end;
    }
    return out;
}

}  // namespace

void Commands::add(Command command) {
    if (command.shortcut != 0 && belongs_to_browser(command.shortcut)) {
        refused_.push_back(command.id);
        command.shortcut = 0;
    }
    const auto same = std::find_if(commands_.begin(), commands_.end(),
                                   [&](const Command& c) { return c.id == command.id; });
    if (same != commands_.end()) {
        *same = std::move(command);
    } else {
        commands_.push_back(std::move(command));
    }
}

void Commands::remove(std::string_view id) {
    std::erase_if(commands_, [&](const Command& c) { return c.id == id; });
}

const Command* Commands::find(std::string_view id) const {
    const auto found =
        std::find_if(commands_.begin(), commands_.end(), [&](const Command& c) { return c.id == id; });
    return found != commands_.end() ? &*found : nullptr;
}

bool Commands::run(std::string_view id) const {
    const Command* command = find(id);
    if (command == nullptr || !command->is_enabled() || !command->act) return false;
    const auto act = command->act;  // the act may register or remove commands
    act();
    return true;
}

const Command* Commands::by_shortcut(KeyChord chord) const {
    if (chord == 0) return nullptr;
    for (const Command& command : commands_) {
        if (command.shortcut == chord && command.is_enabled()) return &command;
    }
    return nullptr;
}

std::vector<const Command*> Commands::search(std::string_view query, Language language) const {
    const std::string folded = text::fold(query);
    struct Hit {
        const Command* command;
        int score;
    };
    std::vector<Hit> hits;
    for (const Command& command : commands_) {
        if (!command.in_palette || !command.is_enabled()) continue;
        const std::string main = text::fold(command.words(language));
        const std::string other =
            text::fold(language == Language::kVietnamese ? command.en : command.vi) + " " + text::fold(command.keywords);
        int score = 2 * match_score(folded, main);
        if (score == 0) score = match_score(folded, main + " " + other);
        if (score > 0) hits.push_back({&command, score});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    std::vector<const Command*> out;
    out.reserve(hits.size());
    for (const Hit& hit : hits) out.push_back(hit.command);
    return out;
}

int match_score(std::string_view query, std::string_view text) {
    const std::vector<std::string_view> parts = words_of(query);
    if (parts.empty()) return 1;
    int score = text.substr(0, query.size()) == query ? 20 : 0;
    for (const std::string_view part : parts) {
        std::size_t at = text.find(part);
        if (at == std::string_view::npos) return 0;
        int best = 1;  // inside a word
        for (; at != std::string_view::npos; at = text.find(part, at + 1)) {
            if (at == 0 || text[at - 1] == ' ') {
                const std::size_t end = at + part.size();
                best = std::max(best, end == text.size() || text[end] == ' ' ? 6 : 4);
            }
        }
        score += best;
    }
    return score;
}

bool belongs_to_browser(KeyChord chord) {
    const int mods = chord & ImGuiMod_Mask_;
    const int key = chord & ~ImGuiMod_Mask_;
    if (mods == ImGuiMod_None) {
        return key == ImGuiKey_F5 || key == ImGuiKey_F11 || key == ImGuiKey_F12 || key == ImGuiKey_F3 ||
               key == ImGuiKey_F6 || key == ImGuiKey_F7;
    }
    if (mods == ImGuiMod_Alt) {
        return key == ImGuiKey_LeftArrow || key == ImGuiKey_RightArrow || key == ImGuiKey_Home ||
               key == ImGuiKey_D || key == ImGuiKey_F4;
    }
    if (mods == ImGuiMod_Ctrl) {
        // Clipboard, find, print, address, tabs and windows, history, downloads, bookmarks, source, reload, zoom.
        constexpr int kKeys[] = {ImGuiKey_A, ImGuiKey_C, ImGuiKey_V, ImGuiKey_X, ImGuiKey_F, ImGuiKey_P, ImGuiKey_L,
                                 ImGuiKey_T, ImGuiKey_N, ImGuiKey_W, ImGuiKey_R, ImGuiKey_H, ImGuiKey_J, ImGuiKey_D,
                                 ImGuiKey_U, ImGuiKey_Q, ImGuiKey_0, ImGuiKey_Equal, ImGuiKey_Minus,
                                 ImGuiKey_KeypadAdd, ImGuiKey_KeypadSubtract, ImGuiKey_Tab, ImGuiKey_F4, ImGuiKey_F5,
                                 ImGuiKey_PageUp, ImGuiKey_PageDown};
        if (key >= ImGuiKey_1 && key <= ImGuiKey_9) return true;
        return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
    }
    if (mods == (ImGuiMod_Ctrl | ImGuiMod_Shift)) {
        // Developer tools, private window, reopen tab, hard reload, paste as plain text, clear data.
        constexpr int kKeys[] = {ImGuiKey_I, ImGuiKey_J, ImGuiKey_C, ImGuiKey_K, ImGuiKey_N, ImGuiKey_P, ImGuiKey_T,
                                 ImGuiKey_R, ImGuiKey_V, ImGuiKey_W, ImGuiKey_B, ImGuiKey_O, ImGuiKey_Tab,
                                 ImGuiKey_Delete, ImGuiKey_M, ImGuiKey_A, ImGuiKey_E};
        return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
    }
    return false;
}

bool belongs_to_field(KeyChord chord) {
    const int mods = chord & ImGuiMod_Mask_;
    const int key = chord & ~ImGuiMod_Mask_;
    if ((mods & ImGuiMod_Ctrl) == 0 || (mods & ImGuiMod_Alt) != 0) return false;
    constexpr int kKeys[] = {ImGuiKey_A, ImGuiKey_C, ImGuiKey_V, ImGuiKey_X, ImGuiKey_Z, ImGuiKey_Y,
                             ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow,
                             ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Backspace, ImGuiKey_Delete};
    return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

std::string chord_text(KeyChord chord) {
    if (chord == 0) return {};
    std::string out;
    if ((chord & ImGuiMod_Ctrl) != 0) out += "Ctrl+";
    if ((chord & ImGuiMod_Alt) != 0) out += "Alt+";
    if ((chord & ImGuiMod_Shift) != 0) out += "Shift+";
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    switch (key) {
        case ImGuiKey_Slash: return out + "/";
        case ImGuiKey_Comma: return out + ",";
        case ImGuiKey_Period: return out + ".";
        case ImGuiKey_LeftArrow: return out + "←";
        case ImGuiKey_RightArrow: return out + "→";
        default: return out + ImGui::GetKeyName(key);
    }
}

}  // namespace thidua::ui
