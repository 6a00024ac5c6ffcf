#pragma once
// Tham số: every figure of the law with its owner and source, and the office's own value for it.

#include <string>
#include <vector>

#include "app/office_law.h"
#include "app/rule_change.h"
#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

/// Tham số, as part of the address; a single one is "tham-so.ldtt.months".
inline constexpr std::string_view kParametersPart = "tham-so";

std::string_view owner_words(const Scene& scene, law::Owner owner);
/// Who gets another outcome; a sentence when nobody does.
void draw_changes(Scene& scene, const std::vector<app::OutcomeChange>& changes);

class LawParametersScreen {
public:
    void draw(Scene& scene);
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene);

private:
    void follow(const Scene& scene);
    void draw_edit(Scene& scene, const app::ParameterRow& row);
    void look_ahead(const Scene& scene, const app::ParameterRow& row);
    void save(Scene& scene, const app::ParameterRow& row);

    std::vector<app::ParameterRow> rows_;
    base::Date on_;
    int revision_ = -1;
    std::string pack_;
    int owner_ = 0;  ///< 0: all, then law::Owner + 1
    std::vector<std::size_t> shown_;
    TableState table_;

    // The value that is being written.
    std::string editing_;  ///< id of the parameter
    std::string value_;
    int set_by_ = 2;  ///< province, sector, unit
    std::string document_, article_, source_;
    bool compared_ = false;
    std::optional<base::Error> error_;
    std::optional<office::RuleOverlay> ahead_;  ///< what would be kept
    std::vector<app::OutcomeChange> changes_;
};

}  // namespace thidua::ui
