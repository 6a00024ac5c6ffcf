#pragma once
// What the screens of the law share: how far a rule was checked, in a word with a mark; titles by name; fields side by
// side.

#include <string>
#include <string_view>

#include "law/confidence.h"
#include "ui/screens/scene.h"
#include "ui/widgets/chip.h"

namespace thidua::ui {

/// "đã đọc nguyên văn", "theo bài dẫn", "theo trí nhớ", "chưa kiểm chứng".
std::string_view confidence_word(const Scene& scene, law::Confidence confidence);
/// Only what was read in a text of the law carries the mark of certainty.
ChipKind confidence_kind(law::Confidence confidence);
void confidence_chip(Scene& scene, law::Confidence confidence);

/// Chips beside each other, on further lines where there is no room.
class ChipFlow {
public:
    explicit ChipFlow(Scene& scene) : scene_(scene) {}
    void add(std::string_view text, ChipKind kind);

private:
    Scene& scene_;
    float right_ = 0;  ///< where the last one ended; 0: none yet
};

/// "Hồ sơ luật §1.5 (…)": where the facts of a rule are noted, as a reader may be told.
std::string source_words(const Scene& scene, std::string_view source);

/// "Chiến sĩ thi đua cơ sở"; the code itself when unknown.
std::string title_name(const Scene& scene, std::string_view code);

/// A clause as a link to its place in the book of the law, with its mark when it was not read in the text itself.
void clause_line(Scene& scene, std::string_view pack, std::string_view clause, law::Confidence confidence);

/// Fields beside each other where there is room, below each other on a phone (unless they are small).
class FieldRow {
public:
    FieldRow(Scene& scene, int fields, float most = 280, bool small = false);
    ~FieldRow();
    FieldRow(const FieldRow&) = delete;
    FieldRow& operator=(const FieldRow&) = delete;

    float width() const { return width_; }  ///< for FieldOptions::width
    void next();

private:
    bool beside_ = false;
    float width_ = -1;
};

/// A whole number as typed, 0..`most`; -1 when it is none.
int typed_number(std::string_view text, int most);

}  // namespace thidua::ui
