#include "platform/selftest.h"

#include <imgui.h>

#include <string>
#include <utility>

#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::platform {
namespace {

class Selftest final : public ui::Root {
public:
    explicit Selftest(app::Host& host) : host_(host) {}

    void draw(ui::Ui& ui) override {
        ui::heading(ui, "Tự kiểm tra", 1);
        ui::text_field(ui, "Một dòng", line_, {.width = 400});
        ui::text_area(ui, "Nhiều dòng", lines_, 4, {.width = 400});
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

    app::Host& host_;
    std::string line_;
    std::string lines_;
    std::string status_ = "Sẵn sàng";
    int presses_ = 0;
};

}  // namespace

std::unique_ptr<ui::Root> make_selftest(app::Host& host) { return std::make_unique<Selftest>(host); }

}  // namespace thidua::platform
