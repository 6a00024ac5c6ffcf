#pragma once
// Đối chiếu: the scan as it came beside the restored text, doubtful words marked, alternatives one press away.

#include <optional>
#include <string>

#include "ui/page_view.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class ReviewScreen {
public:
    void draw(Scene& scene);
    /// The chosen word: what the scan has, how it reads, other readings.
    void draw_details(Scene& scene);
    bool has_details(const Scene& scene) const;

private:
    void draw_waiting(Scene& scene, Word label);
    void draw_toolbar(Scene& scene);
    void set_texts(const app::IntakeFlow& flow);
    void choose(const app::IntakeFlow& flow, std::optional<std::size_t> token);
    void settle(app::IntakeFlow& flow, std::size_t token, std::string text);
    void keys(Scene& scene);

    PageText source_;
    PageText restored_;
    PagePair pages_;
    int revision_ = -1;
    std::optional<std::size_t> token_;
    std::string typed_;
};

}  // namespace thidua::ui
