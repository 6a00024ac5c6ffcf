#pragma once
// What every screen is given: how to draw and what to show. Screens read the application and call its acts; they never
// query a file and never compute a rule.

#include <optional>
#include <string>
#include <string_view>

#include "app/application.h"
#include "ui/ui.h"

namespace thidua::ui {

struct Scene {
    Ui& ui;
    app::Application& app;

    std::string_view say(Word word) const { return ui.say(word); }
    std::string say(Word word, std::initializer_list<std::string_view> values) const { return ui.say(word, values); }
    std::string_view in(std::string_view vi, std::string_view en) const {
        return ui.language == Language::kVietnamese ? vi : en;
    }
    /// A notice with the words of a key in both languages.
    static app::Notice done(Word word, std::initializer_list<std::string_view> values = {}) {
        return {false, false, fill_in(word_text(word, Language::kVietnamese), values),
                fill_in(word_text(word, Language::kEnglish), values)};
    }
};

/// Title and first line of a screen: what it is for.
void screen_title(Scene& scene, std::string_view title, std::string_view purpose);

/// "14/03/2024", or "" for none.
std::string date_text(const std::optional<base::Date>& date);
/// A date as typed: nullopt inside when the field is empty; the outer one is empty when it is no date.
std::optional<std::optional<base::Date>> typed_date(std::string_view text);

/// Values of a record while they are edited: taken anew when another record is shown or the file changed.
template <class Record>
class Draft {
public:
    /// The values in the form; `current` is what the file holds. True in `renewed` when they were just taken.
    Record& of(const Record& current, int revision) {
        renewed = !taken_ || taken_->id != current.id || revision != revision_;
        if (renewed) {
            value_ = current;
            taken_ = current;
            revision_ = revision;
        }
        return value_;
    }
    void forget() { taken_.reset(); }
    bool renewed = false;

private:
    Record value_;
    std::optional<Record> taken_;
    int revision_ = -1;
};

/// Runs a command that gives back an id and keeps it in `made`, if wanted.
template <class Id>
base::Status without_id(base::Result<Id> result, Id* made = nullptr) {
    if (!result) return tl::unexpected<base::Error>(result.error());
    if (made != nullptr) *made = *result;
    return {};
}

}  // namespace thidua::ui
