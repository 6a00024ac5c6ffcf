#pragma once
// Luật: every clause the engine knows, how far it was checked and what is left to people; the parameters; local rules.

#include <string>
#include <vector>

#include "app/law_clauses.h"
#include "ui/screens/scene.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

/// The clauses of one pack, with search and filter, and one clause in the details.
class LawBookScreen {
public:
    void draw(Scene& scene);
    void draw_details(Scene& scene);
    static bool has_details(const Scene& scene);

private:
    const law::Pack* take_pack(const Scene& scene);
    void draw_pack(Scene& scene, const law::Pack& pack);
    void draw_filter(Scene& scene);
    void draw_table(Scene& scene, const law::Pack& pack);
    void export_book(Scene& scene, const law::Pack& pack, bool docx);
    void choose();

    std::string pack_hash_;  ///< of the pack that list_ was made from
    app::ClauseList list_;
    std::string query_;
    int confidence_ = 0;  ///< 0: all, then law::Confidence + 1, then left to people
    std::vector<std::size_t> shown_;
    TableState table_;
};

}  // namespace thidua::ui
