#pragma once
// Why one verdict is what it is: the sentence, what is missing with a field that answers it, the smallest change, the
// tree of conditions with clauses, what is in reach next year.

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "app/answering.h"
#include "law/in_reach.h"
#include "ui/screens/scene.h"
#include "ui/widgets/chip.h"

namespace thidua::ui {

/// The chip of an outcome.
ChipKind chip_of(law::Outcome outcome);
/// "Đạt", "Chưa đạt" …
std::string_view outcome_word(const Scene& scene, law::Outcome outcome);
/// "Cờ thi đua cấp bộ, ngành, tỉnh (theo bài dẫn)": the title, with a word of doubt where some of its rules were not
/// read in the law itself.
std::string title_with_doubt(const Scene& scene, bool person, std::string_view code);

/// The conditions of a verdict as a tree; what is met starts folded.
class ConditionTree {
public:
    void draw(Scene& scene, const law::Verdict& verdict);

private:
    void draw_node(Scene& scene, const law::Verdict& verdict, const law::TraceNode& node, int depth,
                   const std::string& path);

    std::unordered_set<std::string> turned_;  ///< paths whose folding a person changed
    std::string verdict_of_;
};

class VerdictPanel {
public:
    /// `subject`: none for the office.
    void draw(Scene& scene, base::Id<office::Person> subject, std::string_view title);
    /// The changes that a person wants to try, once; an empty list to choose them there.
    std::optional<std::vector<law::Change>> take_trial() { return std::exchange(trial_, std::nullopt); }

private:
    void take(Scene& scene, base::Id<office::Person> subject, std::string_view title);
    void draw_acts(Scene& scene, base::Id<office::Person> subject, const std::string& name);
    void draw_missing(Scene& scene, base::Id<office::Person> subject);
    void draw_answer(Scene& scene, const app::Ask& ask);
    void draw_all_since(Scene& scene, base::Id<office::Person> subject);
    void draw_questions(Scene& scene, base::Id<office::Person> subject);
    void draw_change(Scene& scene);
    void draw_next_year(Scene& scene);

    law::Verdict verdict_;
    std::vector<law::InReach> next_year_;
    std::string refusal_vi_;
    std::string refusal_en_;
    base::Id<office::Person> subject_;
    int revision_ = -1;
    ConditionTree tree_;
    std::optional<std::vector<law::Change>> trial_;
    std::unordered_map<std::string, std::string> typed_;  ///< texts of the answer fields
};

}  // namespace thidua::ui
