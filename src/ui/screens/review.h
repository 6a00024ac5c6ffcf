#pragma once
// Đối chiếu: the scan as it came beside the restored text, line by line; doubtful words marked by degree, read one
// after the other by keyboard, pointer or finger.

#include <optional>
#include <string>

#include "ui/page_view.h"
#include "ui/screens/scene.h"
#include "ui/widgets/field.h"

namespace thidua::ui {

class ReviewScreen {
public:
    void draw(Scene& scene);

    /// Goes to the next open doubt (or the one before): Tab, F8, the buttons.
    void next_doubt(app::IntakeFlow& flow, bool backwards);
    /// Takes the last choice back and shows it.
    void undo(app::IntakeFlow& flow);

private:
    void draw_waiting(Scene& scene, Word label, Word help);
    void draw_failure(Scene& scene);
    void draw_toolbar(Scene& scene);
    void set_texts(const app::IntakeFlow& flow);
    void choose(app::IntakeFlow& flow, std::optional<std::size_t> token);
    void show(const app::IntakeFlow& flow, std::optional<std::size_t> token);
    void leave(Scene& scene);

    // The word that is looked at (review_word.cpp).
    void draw_word(Scene& scene);
    void draw_facts(Scene& scene, std::size_t index);
    void draw_field(Scene& scene, std::size_t index, float width);
    bool draw_readings(Scene& scene, std::size_t index);
    void field_keys(Scene& scene);
    void neighbour(app::IntakeFlow& flow, int step);
    /// A correction that was typed and not yet settled is settled now.
    void keep_typed(app::IntakeFlow& flow);
    void settle(app::IntakeFlow& flow, std::size_t token, std::string text);

    PageText source_;
    PageText restored_;
    PagePair pages_;
    int revision_ = -1;
    float word_height_ = 132;  ///< of the panel below, as it was in the frame before

    std::optional<std::size_t> token_;
    std::string typed_;
    bool begun_ = false;     ///< the first doubt was shown
    bool edited_ = false;    ///< `typed_` is being typed; else digits choose and arrows go to the neighbours
    bool replaced_ = false;  ///< the field must show another word
    bool take_keyboard_ = false;
    bool has_keyboard_ = false;  ///< in the frame before
};

}  // namespace thidua::ui
