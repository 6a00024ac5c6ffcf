#include "ui/screens/scene.h"

#include "ui/widgets/text.h"

namespace thidua::ui {

void screen_title(Scene& scene, std::string_view title, std::string_view purpose) {
    heading(scene.ui, title, 1);
    quiet(scene.ui, purpose);
    gap(kSpace4);
}

std::string date_text(const std::optional<base::Date>& date) { return date ? base::to_numeric(*date) : std::string(); }

std::optional<std::optional<base::Date>> typed_date(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.empty()) return std::optional<base::Date>();
    auto date = base::parse_vietnamese(text);
    if (!date) date = base::parse_iso(text);
    if (!date) return std::nullopt;
    return date;
}

}  // namespace thidua::ui
