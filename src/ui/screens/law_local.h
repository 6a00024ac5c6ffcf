#pragma once
// Quy chế, quy định riêng: the local rules kept with the file, on or off, in and out as JSON.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/office_law.h"
#include "app/rule_change.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

inline constexpr std::string_view kLocalRulesPart = "quy-che";

class LawLocalScreen {
public:
    void draw(Scene& scene);

private:
    /// Rules that were picked and are not kept yet.
    struct Pending {
        office::RuleOverlay overlay;
        std::vector<law::OverlayConflict> conflicts;
        std::vector<app::OutcomeChange> changes;
    };
    void draw_overlay(Scene& scene, const office::RuleOverlay& overlay, const app::OverlayState& state);
    void draw_values(Scene& scene, const office::RuleOverlay& overlay);
    void draw_pending(Scene& scene);
    void pick(Scene& scene);
    void take(Scene& scene, app::IncomingFile file);

    std::shared_ptr<std::optional<app::IncomingFile>> picked_ = std::make_shared<std::optional<app::IncomingFile>>();
    std::optional<Pending> pending_;
    std::optional<base::Error> refused_;
};

}  // namespace thidua::ui
