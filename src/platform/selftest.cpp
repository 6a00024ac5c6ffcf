#include "platform/selftest.h"

#include <imgui.h>

#include <string>
#include <utility>

#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace thidua::platform {
namespace {

class Selftest final : public ui::Root {
public:
    explicit Selftest(app::Host& host) : host_(host) {}

    void draw(ui::Ui& ui) override {
        ui::heading(ui, "Tự kiểm tra", 1);
        field(ui, "Một dòng", line_, false);
        field(ui, "Nhiều dòng", lines_, true);
        if (ui::button(ui, "Bấm")) status_ = "Đã bấm " + std::to_string(++presses_);
        if (ui::button(ui, "Sang trang hai")) go("selftest/hai");
        if (ui::button(ui, "Chép")) host_.copy_text(line_);
        if (ui::button(ui, "Mở tệp")) {
            host_.pick_file(".txt", [this](app::IncomingFile file) { drop_file(std::move(file)); });
        }
        if (ui::button(ui, "Lưu tệp")) {
            host_.save_file("thử.txt", "text/plain", lines_, [this](base::Status kept) {
                status_ = kept ? "Đã lưu" : kept.error().vi;
            });
        }
        app::SemanticNode node;
        node.role = app::Role::kStatus;
        node.name = status_;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        node.rect = {at.x, at.y, 400, 24};
        ui.semantics.add(node);
        ImGui::TextUnformatted(status_.c_str());
    }

    void drop_file(app::IncomingFile file) override {
        status_ = "Nhận " + (file.name.empty() ? "văn bản" : file.name) + ": " + std::to_string(file.bytes.size()) + " byte";
    }

    void fragment_changed(std::string_view fragment) override { status_ = "Ở " + std::string(fragment); }

private:
    void go(const char* fragment) {
        host_.set_fragment(fragment, true);
        fragment_changed(fragment);
    }

    static int on_edit(ImGuiInputTextCallbackData* data) {
        auto& [ui, multiline] = *static_cast<std::pair<ui::Ui*, bool>*>(data->UserData);
        ui->text_input.apply(*data, multiline);
        return 0;
    }

    void field(ui::Ui& ui, const char* label, std::string& value, bool multiline) {
        ui::text(ui, label);
        buffer_.assign(4096, '\0');
        value.copy(buffer_.data(), 4095);
        std::pair<ui::Ui*, bool> context{&ui, multiline};
        const ImGuiID id = ImGui::GetID(label);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 size{400, multiline ? 120.0f : 32.0f};
        if (ui.semantics.take_focus(id)) ImGui::SetKeyboardFocusHere();
        if (auto given = ui.semantics.take_value(id)) {
            buffer_.assign(4096, '\0');
            given->copy(buffer_.data(), 4095);
            value = buffer_.c_str();
        }
        ui.semantics.mute(true);
        ImGui::PushID("");
        ImGui::PopID();
        if (multiline) {
            ImGui::InputTextMultiline(label, buffer_.data(), buffer_.size(), size, ImGuiInputTextFlags_CallbackAlways, on_edit, &context);
        } else {
            ImGui::SetNextItemWidth(size.x);
            ImGui::InputText(label, buffer_.data(), buffer_.size(), ImGuiInputTextFlags_CallbackAlways, on_edit, &context);
        }
        ui.semantics.mute(false);
        value = buffer_.c_str();
        if (ImGui::IsItemActive()) ui.text_input.set_active(id, multiline, false, ui.text_input.selection());
        app::SemanticNode node;
        node.id = id;
        node.role = app::Role::kTextbox;
        node.name = label;
        node.value = value;
        node.multiline = multiline;
        node.rect = {at.x, at.y, size.x, size.y};
        ui.semantics.add(node);
    }

    app::Host& host_;
    std::string line_;
    std::string lines_;
    std::string status_ = "Sẵn sàng";
    std::string buffer_;
    int presses_ = 0;
};

}  // namespace

std::unique_ptr<ui::Root> make_selftest(app::Host& host) { return std::make_unique<Selftest>(host); }

}  // namespace thidua::platform
