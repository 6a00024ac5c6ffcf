#include <nlohmann/json.hpp>

#include "document/certificate.h"

namespace thidua::document {
namespace {

using Json = nlohmann::json;

/// A number between two limits; remembers the name of the first that is none.
class Numbers {
public:
    double read(const Json& json, const char* name, double otherwise, double least, double most) {
        const auto found = json.find(name);
        if (found == json.end()) return otherwise;
        const double value = found->is_number() ? found->get<double>() : least - 1;
        if (value >= least && value <= most) return value;
        if (bad.empty()) bad = name;
        return otherwise;
    }
    std::string bad;
};

tl::unexpected<base::Error> refused(const std::string& where) {
    return base::fail(base::ErrorKind::kBadInput,
                      "Bố cục giấy khen có giá trị sai" + (where.empty() ? "" : " (" + where + ")") +
                          "; hãy sửa lại hoặc trở về bố cục mặc định.",
                      "The layout of the certificate has a wrong value" + (where.empty() ? "" : " (" + where + ")") +
                          "; mend it or go back to the default.",
                      where);
}

}  // namespace

std::string to_json(const CertificateLayout& layout) {
    Json fields = Json::array();
    for (const CertificateField& f : layout.fields) {
        fields.push_back({{"slot", std::string(certificate_slots()[static_cast<std::size_t>(f.slot)].code)},
                          {"x", f.x_mm},
                          {"y", f.y_mm},
                          {"width", f.width_mm},
                          {"size", f.size_pt},
                          {"align", static_cast<int>(f.alignment)},
                          {"bold", f.bold},
                          {"italic", f.italic},
                          {"red", f.red},
                          {"stock", f.on_stock},
                          {"shown", f.shown}});
    }
    const Json json{{"width", layout.width_mm},   {"height", layout.height_mm},   {"border", layout.border_mm},
                    {"band", layout.band_mm},     {"shift-x", layout.shift_x_mm}, {"shift-y", layout.shift_y_mm},
                    {"fields", std::move(fields)}};
    return json.dump();
}

base::Result<CertificateLayout> certificate_layout_from_json(std::string_view text) {
    const Json json = text.size() > 100'000 ? Json() : Json::parse(text, nullptr, false);
    if (!json.is_object()) return refused("");
    Numbers numbers;
    CertificateLayout layout;
    layout.width_mm = numbers.read(json, "width", layout.width_mm, 50, 500);
    layout.height_mm = numbers.read(json, "height", layout.height_mm, 50, 500);
    layout.border_mm = numbers.read(json, "border", layout.border_mm, 0, 20);
    layout.band_mm = numbers.read(json, "band", layout.band_mm, 0, 20);
    layout.shift_x_mm = numbers.read(json, "shift-x", 0, -50, 50);
    layout.shift_y_mm = numbers.read(json, "shift-y", 0, -50, 50);
    const auto fields = json.find("fields");
    if (fields == json.end() || !fields->is_array()) return refused("fields");
    for (const Json& from : *fields) {
        if (!from.is_object() || layout.fields.size() >= 100) return refused("fields");
        CertificateField field;
        const auto slot = from.find("slot");
        bool known = false;
        for (const CertificateSlotInfo& info : certificate_slots()) {
            if (slot == from.end() || !slot->is_string() || slot->get_ref<const std::string&>() != info.code) continue;
            field.slot = info.slot;
            known = true;
        }
        if (!known) return refused("slot");
        const auto flag = [&](const char* name, bool otherwise) {
            const auto found = from.find(name);
            return found != from.end() && found->is_boolean() ? found->get<bool>() : otherwise;
        };
        field.x_mm = numbers.read(from, "x", 0, 0, layout.width_mm);
        field.y_mm = numbers.read(from, "y", 0, 0, layout.height_mm);
        field.width_mm = numbers.read(from, "width", 50, 5, layout.width_mm);
        field.size_pt = numbers.read(from, "size", 14, 6, 72);
        const double align = numbers.read(from, "align", 1, 0, 2);
        field.alignment = align < 0.5 ? Alignment::kLeft : align < 1.5 ? Alignment::kCenter : Alignment::kRight;
        field.bold = flag("bold", false);
        field.italic = flag("italic", false);
        field.red = flag("red", false);
        field.on_stock = flag("stock", false);
        field.shown = flag("shown", true);
        layout.fields.push_back(field);
    }
    if (!numbers.bad.empty()) return refused(numbers.bad);
    return layout;
}

}  // namespace thidua::document
