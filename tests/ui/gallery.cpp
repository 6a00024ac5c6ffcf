#include "ui/gallery.h"

#include <array>

#include "imgui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/text.h"

namespace thidua::testing {

using namespace ui;

namespace {

struct Person {
    const char* name;
    const char* post;
    const char* title;
    ChipKind verdict;
    int score;
};

constexpr Person kPeople[] = {
    {"Nguyễn Thị Hồng Ánh", "Trưởng phòng", "Chiến sĩ thi đua cơ sở", ChipKind::kMet, 96},
    {"Lê Quốc Bảo", "Phó Trưởng phòng", "Chiến sĩ thi đua cơ sở", ChipKind::kNotKnown, 91},
    {"Trần Đức Cường", "Chuyên viên", "Lao động tiên tiến", ChipKind::kMet, 88},
    {"Phạm Thị Diễm", "Chuyên viên", "Lao động tiên tiến", ChipKind::kForPerson, 79},
    {"Hoàng Vĩnh Thụy", "Hộ tịch viên", "Lao động tiên tiến", ChipKind::kNotMet, 54},
};

void left_column(Ui& ui, Gallery& g) {
    begin_card(ui, "form", "Biểu mẫu");
    heading(ui, "Biểu mẫu", 3);
    text_field(ui, "Họ và tên", g.name, {.help = "Như trong quyết định tuyển dụng.", .required = true});
    text_field(ui, "Số quyết định", g.empty, {.error = "Chưa có số quyết định: xem văn bản rồi nhập lại.", .placeholder = "12/QĐ-UBND"});
    constexpr std::array<std::string_view, 3> kTitles{"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"};
    select(ui, "Danh hiệu đăng ký", kTitles, g.title);
    text_area(ui, "Ghi chú", g.note, 3);
    checkbox(ui, "Đã có sáng kiến được công nhận", g.agreed);
    checkbox(ui, "Hoàn thành xuất sắc nhiệm vụ", g.other);
    constexpr std::array<std::string_view, 2> kKinds{"Cá nhân", "Tập thể"};
    radio_group(ui, "Đối tượng", kKinds, g.radio);
    gap(kSpace3);
    if (button(ui, "Lưu", {.kind = ButtonKind::kPrimary, .icon = "check"})) ++g.pressed;
    same_line();
    button(ui, "Xem thử");
    same_line();
    button(ui, "Bỏ qua", {.kind = ButtonKind::kQuiet});
    same_line();
    button(ui, "Xóa", {.kind = ButtonKind::kDanger, .icon = "bin"});
    button(ui, "Không dùng được", {.enabled = false});
    same_line();
    button(ui, "Gửi đi", {.kind = ButtonKind::kPrimary, .enabled = false});
    end_card(ui);
}

void right_column(Ui& ui) {
    begin_card(ui, "verdicts", "Kết quả xét");
    heading(ui, "Kết quả xét", 3);
    const ChipKind kinds[] = {ChipKind::kMet, ChipKind::kNotMet, ChipKind::kNotKnown, ChipKind::kForPerson};
    for (const ChipKind kind : kinds) {
        verdict_chip(ui, kind);
        same_line();
    }
    chip(ui, "Bản nháp");
    chip(ui, "Huân chương Lao động", ChipKind::kHonour);
    property(ui, "Đơn vị", "Phòng Tư pháp huyện Ea Súp");
    property(ui, "Căn cứ", "Luật Thi đua, khen thưởng số 06/2022/QH15; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023");
    progress(ui, "Phục hồi văn bản", 0.62F);
    link(ui, "Xem điều khoản");
    end_card(ui);
    begin_card(ui, "rows", "Việc đến hạn");
    heading(ui, "Việc đến hạn", 3);
    list_row(ui, "r1", {.title = "Tuyên truyền Ngày Pháp luật Việt Nam", .subtitle = "Hạn 09/11/2024 · Lê Quốc Bảo", .icon = "calendar", .trailing = "còn 3 ngày", .chevron = true});
    list_row(ui, "r2", {.title = "Nguyễn Thị Hồng Ánh", .subtitle = "Trưởng phòng", .avatar = "Nguyễn Thị Hồng Ánh", .selected = true});
    list_row(ui, "r3", {.title = "Phạm Thị Diễm", .subtitle = "Chuyên viên", .avatar = "Phạm Thị Diễm"});
    end_card(ui);
    banner(ui, "Còn 3 từ chưa chắc chắn trong bản phục hồi.", ChipKind::kNotKnown, "Xem");
    banner(ui, "Tệp đang mở ở một thẻ khác: ở đây chỉ xem được.", ChipKind::kForPerson);
    banner(ui, "Không đọc được tệp: tệp này không phải văn bản.", ChipKind::kNotMet);
}

}  // namespace

void Gallery::draw(Ui& ui) {
    const float margin = ui.phone() ? kSpace4 : kSpace6;
    ImGui::SetCursorScreenPos({margin, ui.phone() ? kSpace4 : kSpace5});
    ImGui::BeginChild("page", {ui.width - 2 * margin, ui.height - kSpace5}, false, ImGuiWindowFlags_NavFlattened);
    heading(ui, "Kế hoạch thi đua năm 2024");
    quiet(ui, "Theo dõi việc thực hiện Kế hoạch; đăng ký, bình xét danh hiệu thi đua và hình thức khen thưởng.");
    constexpr std::array<std::string_view, 4> kTabs{"Nội dung", "Căn cứ", "Nhiệm vụ", "Danh hiệu"};
    tabs(ui, "Phần", kTabs, tab);
    constexpr std::array<std::string_view, 3> kViews{"Bảng", "Thẻ", "Dòng thời gian"};
    segmented(ui, "Cách xem", kViews, view);
    if (!ui.phone()) {
        same_line(kSpace4);
        search_field(ui, "Tìm người", search, 220);
        same_line();
        icon_button(ui, "filter", "Lọc");
        same_line();
        if (begin_menu_button(ui, "Thêm lệnh", "more_vertical")) {
            menu_item(ui, "Sao chép", "copy", "Ctrl+D");
            menu_item(ui, "In", "print");
            menu_separator(ui);
            menu_item(ui, "Xóa", "bin", {}, true, true);
            end_menu(ui);
        }
        same_line();
        if (button(ui, "Hỏi")) dialog = true;
        const float column = (ui.width - 2 * margin - kSpace4) / 2;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushClipRect(at, {at.x + column, at.y + 1e5F}, true);
        ImGui::PopClipRect();
        ImGui::BeginChild("left", {column, 610}, false, ImGuiWindowFlags_NavFlattened);
        left_column(ui, *this);
        ImGui::EndChild();
        same_line(kSpace4);
        ImGui::BeginChild("right", {column, 610}, false, ImGuiWindowFlags_NavFlattened);
        right_column(ui);
        ImGui::EndChild();
    } else {
        left_column(ui, *this);
        right_column(ui);
    }
    constexpr std::array<Column, 5> kColumns{{{.title = "Họ và tên", .sortable = true},
                                              {.title = "Chức vụ", .width = 160, .importance = 3},
                                              {.title = "Danh hiệu", .width = 200},
                                              {.title = "Kết quả", .width = 150},
                                              {.title = "Điểm", .width = 80, .number = true, .sortable = true, .importance = 2}}};
    table.multiple = !ui.phone();
    ui::table(ui, "Đăng ký thi đua", kColumns, 5, [&](int row, int column) -> Cell {
        const Person& p = kPeople[row];
        switch (column) {
            case 0: return {.text = p.name, .avatar = p.name};
            case 1: return {.text = p.post, .quiet = true};
            case 2: return {.text = p.title};
            case 3: return {.text = std::string(verdict_word(ui, p.verdict)), .chip = p.verdict};
            default: return {.text = std::to_string(p.score)};
        }
    }, table);
    ImGui::EndChild();

    if (begin_dialog(ui, "Xóa đăng ký?", dialog)) {
        text(ui, "Đăng ký của Lê Quốc Bảo sẽ không còn trong danh sách. Có thể hoàn tác.");
        if (dialog_buttons(ui, "Xóa", dialog, true, true)) dialog = false;
        end_dialog(ui);
    }
}

}  // namespace thidua::testing
