#include "app/rule_change.h"

#include <algorithm>
#include <utility>

#include "app/verdict_grid.h"

namespace thidua::app {
namespace {

void compare(const GridRow& before, const GridRow& after, const std::vector<GridColumn>& columns,
             std::vector<OutcomeChange>& out) {
    const std::size_t cells = std::min({before.cells.size(), after.cells.size(), columns.size()});
    for (std::size_t i = 0; i < cells; ++i) {
        if (before.cells[i].outcome == after.cells[i].outcome) continue;
        out.push_back({before.person, before.name, columns[i].title, before.cells[i].outcome, after.cells[i].outcome});
    }
}

}  // namespace

std::vector<OutcomeChange> outcomes_changed(const law::PackSet& before, const law::PackSet& after,
                                            const office::YearBook& book, const base::Date& on) {
    const VerdictGrid old_grid = verdict_grid(before, book, on);
    const VerdictGrid new_grid = verdict_grid(after, book, on);
    std::vector<OutcomeChange> out;
    const std::size_t rows = std::min(old_grid.rows.size(), new_grid.rows.size());
    for (std::size_t i = 0; i < rows; ++i) compare(old_grid.rows[i], new_grid.rows[i], old_grid.columns, out);
    compare(old_grid.office, new_grid.office, old_grid.office_columns, out);
    return out;
}

std::vector<office::RuleOverlay> with_overlay(std::vector<office::RuleOverlay> overlays, office::RuleOverlay changed) {
    for (office::RuleOverlay& overlay : overlays) {
        if (!changed.id || overlay.id != changed.id) continue;
        overlay = std::move(changed);
        return overlays;
    }
    overlays.push_back(std::move(changed));
    return overlays;
}

std::optional<double> typed_value(std::string_view text) {
    double whole = 0;
    double part = 0;
    double place = 0;  // 0: before the decimal mark
    int digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            if (++digits > 12) return std::nullopt;
            if (place == 0) {
                whole = whole * 10 + (c - '0');
            } else {
                part += (c - '0') * place;
                place /= 10;
            }
            continue;
        }
        const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
        // A full stop before exactly three digits groups thousands: "10.000".
        const bool grouping =
            c == '.' && place == 0 && digits > 0 && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
        if (grouping) continue;
        if ((c != ',' && c != '.') || place != 0 || digits == 0 || !digit(i + 1)) return std::nullopt;
        place = 0.1;
    }
    if (digits == 0) return std::nullopt;
    return whole + part;
}

}  // namespace thidua::app
