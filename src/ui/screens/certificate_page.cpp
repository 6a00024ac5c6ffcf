#include "ui/screens/certificate_page.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "app/outbox.h"
#include "app/papers.h"
#include "imgui_internal.h"
#include "office/title.h"
#include "ui/document_view.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

using document::CertificateField;
using document::CertificateSlot;

constexpr std::array<std::string_view, 2> kTitles{"GK", "CSTDCS"};  // NĐ 98/2023 Điều 104 describes these
constexpr float kEmblemSize = 24, kEmblemMiddle = 36;               // mm; below the border, above the national name
constexpr std::string_view kLayoutSetting = "certificate.layout";

std::string millimetres(double value) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::string out(text.data());
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

/// "12,5" or "12.5"; `otherwise` when it is no number of this range.
double number_in(std::string text, double least, double most, double otherwise) {
    std::replace(text.begin(), text.end(), ',', '.');
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return text.empty() || *end != '\0' || !(value >= least && value <= most) ? otherwise : value;
}

/// Where Điều 104 has the national emblem: on screen only, never printed. A wrong emblem would be worse than none.
void mark_emblem_room(const Scene& scene, ImVec2 middle, float mm) {
    const Theme& t = light_theme();  // paper is light in both themes
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircle(middle, kEmblemSize / 2 * mm, t.control_line);
    const std::string_view note = scene.say(Word::kEmblemRoom);
    ImFont* font = scene.ui.font(TextStyle::kSmall);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, note.data(), note.data() + note.size());
    const ImVec2 at{middle.x + kEmblemSize / 2 * mm + kSpace2, middle.y - size.y / 2};
    draw->AddText(font, font->FontSize, at, t.quiet, note.data(), note.data() + note.size());
    app::SemanticNode node;
    node.role = app::Role::kText;
    node.name = note;
    node.rect = {at.x, at.y, size.x, size.y};
    scene.ui.semantics.add(std::move(node));
}

void begin_weave(const ImDrawList*, const ImDrawCmd* command) {
    static_cast<GlyphRenderer*>(command->UserCallbackData)->begin_weave();
}

/// Four quads around the page, which the shader fills.
void paint_weave(Ui& ui, const document::CertificateWeave& weave, ImVec2 at, float zoom) {
    const auto real = [](double value) { return static_cast<float>(value); };
    Weave uniforms{{real(weave.x), real(weave.y), real(weave.width), real(weave.height)},
                   {real(weave.band), real(weave.waves_across), real(weave.waves_down), real(weave.thickness / 2)},
                   {real(weave.first[0]), real(weave.first[1]), real(weave.first[2])},
                   {real(weave.second[0]), real(weave.second[1]), real(weave.second[2])}};
    ui.glyphs.set_weave(uniforms);
    const float rim = 1;  // half a strand stands outside of its band
    const float x0 = real(weave.x) - rim, x1 = real(weave.x + weave.band) + rim;
    const float x3 = real(weave.x + weave.width) + rim, x2 = x3 - real(weave.band) - 2 * rim;
    const float y0 = real(weave.y) - rim, y1 = real(weave.y + weave.band) + rim;
    const float y3 = real(weave.y + weave.height) + rim, y2 = y3 - real(weave.band) - 2 * rim;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCallback(begin_weave, &ui.glyphs);
    draw->PrimReserve(4 * 6, 4 * 4);
    const auto quad = [&](float left, float top, float right, float bottom) {
        draw->PrimRectUV(at + ImVec2(left, top) * zoom, at + ImVec2(right, bottom) * zoom, {left, top}, {right, bottom},
                         IM_COL32_WHITE);
    };
    quad(x0, y0, x3, y1);
    quad(x0, y2, x3, y3);
    quad(x0, y1, x1, y2);
    quad(x2, y1, x3, y2);
    draw->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace

CertificateField* CertificatePage::field() {
    for (CertificateField& one : layout_.fields) {
        if (one.slot == slot_) return &one;
    }
    return nullptr;
}

void CertificatePage::renew(Scene& scene) {
    if (revision_ == scene.app.revision()) return;
    revision_ = scene.app.revision();
    const office::YearBook& book = scene.app.book();
    layout_ = document::decree_layout();
    for (const office::Setting& setting : book.settings) {
        if (setting.name != kLayoutSetting) continue;
        auto kept = document::certificate_layout_from_json(setting.value);
        if (kept) layout_ = std::move(*kept);
    }
    people_.clear();
    const std::string_view title = kTitles[static_cast<std::size_t>(title_)];
    for (const office::Registration& one : book.registrations) {
        if (one.person && one.year == book.office.year && one.title == title) people_.push_back(one.person);
    }
    for (const office::Award& one : book.awards) {
        const bool known = std::find(people_.begin(), people_.end(), one.person) != people_.end();
        if (one.person && one.year == book.office.year && one.title == title && !known) people_.push_back(one.person);
    }
    if (people_.empty()) {
        for (const office::Person& person : book.people) people_.push_back(person.id);
    }
    person_ = std::clamp(person_, 0, std::max(0, static_cast<int>(people_.size()) - 1));
    if (const CertificateField* one = field()) {
        x_ = millimetres(one->x_mm);
        y_ = millimetres(one->y_mm);
        width_ = millimetres(one->width_mm);
        size_ = millimetres(one->size_pt);
    }
    shift_x_ = millimetres(layout_.shift_x_mm);
    shift_y_ = millimetres(layout_.shift_y_mm);
}

void CertificatePage::keep(Scene& scene) {
    const std::string text = document::to_json(layout_);
    scene.app.act([&](store::Store& store) { return store::set_setting(store, std::string(kLayoutSetting), text); },
                  Scene::done(Word::kCertificateKept));
}

std::vector<document::Certificate> CertificatePage::certificates(const Scene& scene, bool everybody) const {
    const office::YearBook& book = scene.app.book();
    document::Issue issue;
    document::Request decision;
    decision.kind = "decision";
    if (const office::IssuedDocument* kept = app::kept_paper(book, decision)) {
        issue.number = kept->number;
        issue.issued_on = kept->date;
    }
    std::vector<document::Certificate> out;
    for (std::size_t at = 0; at < people_.size(); ++at) {
        if (!everybody && at != static_cast<std::size_t>(person_)) continue;
        auto one = document::certificate_of(
            book, {people_[at], std::string(kTitles[static_cast<std::size_t>(title_)]), ""}, issue);
        if (one) out.push_back(std::move(*one));
    }
    return out;
}

void CertificatePage::draw(Scene& scene, bool& details_open) {
    renew(scene);
    Ui& ui = scene.ui;
    heading(ui, scene.say(Word::kCertificates), 1);
    if (people_.empty()) {
        quiet(ui, scene.say(Word::kInReachNone));
        return;
    }
    if (begin_menu_button(ui, scene.say(Word::kExportDocument), "download")) {
        const std::string all = scene.say(Word::kCertificatesOfAll, {std::to_string(people_.size())});
        if (menu_item(ui, scene.say(Word::kCertificateOfOne), "pdf"))
            scene.app.outbox().certificates(certificates(scene, false), layout_, options_);
        if (menu_item(ui, all, "pdf")) scene.app.outbox().certificates(certificates(scene, true), layout_, options_);
        end_menu(ui);
    }
    same_line();
    if (begin_menu_button(ui, scene.say(Word::kPrint), "print")) {
        if (menu_item(ui, scene.say(Word::kCertificateOfOne), "print"))
            scene.app.outbox().certificates(certificates(scene, false), layout_, options_, true);
        if (menu_item(ui, scene.say(Word::kCertificatesOfAll, {std::to_string(people_.size())}), "print"))
            scene.app.outbox().certificates(certificates(scene, true), layout_, options_, true);
        end_menu(ui);
    }
    if (!details_open) {
        same_line();
        if (icon_button(ui, "side_panel", scene.say(Word::kShowDetails))) details_open = true;
    }
    if (!ui.phone()) same_line(kSpace4);
    checkbox(ui, scene.say(Word::kOnStock), options_.on_stock);
    if (!ui.phone()) same_line(kSpace4);
    checkbox(ui, scene.say(Word::kTestPrint), options_.grid);
    gap(kSpace2);
    draw_page(scene);
}

void CertificatePage::draw_page(Scene& scene) {
    Ui& ui = scene.ui;
    const auto shown = certificates(scene, false);
    if (shown.empty()) return;
    const document::CertificateWeave weave = document::weave_of(layout_);
    const bool woven = weave.band > 0 && !options_.on_stock && ui.glyphs.weaves();
    document::CertificateOptions drawn = options_;
    if (woven) drawn.border = document::CertificateOptions::Border::kFrame;
    const document::CertificatePage page =
        document::compose_certificate(shown.front(), layout_, drawn, document::times_metrics());
    const float zoom = std::min(available_width() / static_cast<float>(page.width), 1.6F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{static_cast<float>(page.width) * zoom, static_cast<float>(page.height) * zoom};
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, at + size, ui.theme().paper, 2);
    draw->AddRect(at, at + size, ui.theme().line, 2);
    std::vector<ImVec2> points;
    for (const document::CertificateLine& line : page.lines) {
        points.clear();
        for (const auto& point : line.points) {
            points.push_back({at.x + static_cast<float>(point.x) * zoom, at.y + static_cast<float>(point.y) * zoom});
        }
        const auto channel = [&](std::size_t i) { return static_cast<Color>(std::lround(line.colour[i] * 255)); };
        draw->AddPolyline(points.data(), static_cast<int>(points.size()),
                          rgb(channel(0) << 16 | channel(1) << 8 | channel(2)), ImDrawFlags_None,
                          std::max(0.6F, static_cast<float>(line.thickness) * zoom));
    }
    if (woven) paint_weave(ui, weave, at, zoom);
    const float mm = static_cast<float>(document::kPointsPerMm) * zoom;
    if (!options_.on_stock) mark_emblem_room(scene, {at.x + size.x / 2, at.y + kEmblemMiddle * mm}, mm);
    bool moved = false;
    for (const document::CertificateSlotInfo& info : document::certificate_slots()) {
        ImRect box;
        bool any = false;
        for (const document::CertificateText& one : page.texts) {
            if (one.slot != info.slot) continue;
            const float x = at.x + static_cast<float>(one.text.x) * zoom;
            const float y = at.y + static_cast<float>(one.text.baseline) * zoom;
            const float em = static_cast<float>(one.text.size_pt) * zoom;
            const ImRect rect({x, y - em * 0.93F}, {x + static_cast<float>(one.text.width) * zoom, y + em * 0.27F});
            if (!any) box = rect;
            else box.Add(rect);
            any = true;
        }
        if (!any) continue;
        app::SemanticNode node;
        node.role = app::Role::kButton;
        node.name = scene.in(info.vi, info.en);
        node.selected = slot_ == info.slot;
        ImGui::PushID(static_cast<int>(info.slot));
        const Press press = press_item(ui, ImGui::GetID("field"), box, true, std::move(node));
        ImGui::PopID();
        if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        if ((press.pressed || press.held) && slot_ != info.slot) {
            slot_ = info.slot;
            revision_ = -1;
        }
        if (press.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 3) && !scene.app.read_only()) {
            const ImVec2 by = ImGui::GetIO().MouseDelta;
            if (CertificateField* one = field()) {
                one->x_mm = std::clamp(one->x_mm + static_cast<double>(by.x / mm), 0.0, layout_.width_mm - 5);
                one->y_mm = std::clamp(one->y_mm + static_cast<double>(by.y / mm), 0.0, layout_.height_mm);
                moving_ = true;
            }
        }
        if (moving_ && slot_ == info.slot && !press.held) moved = true;
        if (slot_ == info.slot || press.hovered)
            draw->AddRect(box.Min - ImVec2(3, 2), box.Max + ImVec2(3, 2), light_theme().for_person.text, 3);
    }
    for (const bool red : {false, true}) {
        std::vector<document::PlacedText> texts;
        for (const document::CertificateText& one : page.texts) {
            if (one.red == red) texts.push_back(one.text);
        }
        paint_placed(ui, texts, at, zoom, red ? rgb(0xC00000) : ui.theme().ink);
    }
    put_cursor(at);
    ImGui::Dummy(size);
    if (moved) {
        moving_ = false;
        keep(scene);
    }
}

void CertificatePage::draw_details(Scene& scene) {
    renew(scene);
    Ui& ui = scene.ui;
    const office::YearBook& book = scene.app.book();
    const bool enabled = !scene.app.read_only();
    std::vector<std::string> titles;
    for (const std::string_view code : kTitles) {
        const office::EmulationTitle* title = office::find_title(code);
        titles.emplace_back(scene.in(title->vi, title->en));
    }
    if (select(ui, scene.say(Word::kForTitle), titles, title_)) revision_ = -1;
    std::vector<std::string> names;
    for (const auto id : people_) {
        const office::Person* person = app::find_person(book, id);
        names.push_back(person != nullptr ? person->full_name : "");
    }
    select(ui, scene.say(Word::kForWhom), names, person_);
    gap(kSpace4);
    heading(ui, scene.say(Word::kCertificateField), 3);
    quiet(ui, scene.say(Word::kCertificateHelp));
    std::vector<std::string> slots;
    for (const document::CertificateSlotInfo& info : document::certificate_slots())
        slots.emplace_back(scene.in(info.vi, info.en));
    int slot = static_cast<int>(slot_);
    if (select(ui, scene.say(Word::kCertificateFieldName), slots, slot)) {
        slot_ = static_cast<CertificateSlot>(slot);
        revision_ = -1;
        return;
    }
    CertificateField* one = field();
    bool save = false;
    const auto figure = [&](Word label, std::string& typed, double& value, double least, double most) {
        if (!text_field(ui, scene.say(label), typed, {.enabled = enabled}).committed) return;
        value = number_in(typed, least, most, value);
        typed = millimetres(value);
        save = true;
    };
    if (one != nullptr) {
        figure(Word::kFromLeft, x_, one->x_mm, 0, layout_.width_mm);
        figure(Word::kFromTop, y_, one->y_mm, 0, layout_.height_mm);
        figure(Word::kFieldWidth, width_, one->width_mm, 5, layout_.width_mm);
        figure(Word::kFieldSize, size_, one->size_pt, 6, 60);
        save |= checkbox(ui, scene.say(Word::kFieldShown), one->shown, enabled);
        save |= checkbox(ui, scene.say(Word::kFieldOnStock), one->on_stock, enabled);
    }
    gap(kSpace4);
    heading(ui, scene.say(Word::kPrinterShift), 3);
    figure(Word::kShiftRight, shift_x_, layout_.shift_x_mm, -20, 20);
    figure(Word::kShiftDown, shift_y_, layout_.shift_y_mm, -20, 20);
    gap(kSpace2);
    if (enabled && button(ui, scene.say(Word::kDecreeLayout), {.icon = "restore"})) {
        layout_ = document::decree_layout();
        save = true;
    }
    if (save) keep(scene);
}

}  // namespace thidua::ui
