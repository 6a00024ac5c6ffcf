#pragma once
// Lời văn mẫu: which kinds of document the office words itself, and one of them being written: the text with its
// mistake marked, the page as it will be, what differs from the program's words, the names that may be used.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/papers.h"
#include "document/template.h"
#include "document/wording_names.h"
#include "ui/document_view.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class WordingPage {
public:
    static constexpr std::string_view kPart = "loi-van";
    /// The list, or one kind.
    static bool opened(const Scene& scene);
    /// One kind: it has the panel of names.
    static bool editing(const Scene& scene);
    /// Of one kind; empty: the list.
    static app::Route route_to(std::string_view code);

    /// `details_open`: a button shows the panel again.
    void draw(Scene& scene, bool& details_open);
    /// A press of a name puts it into the text; on a narrow screen the panel makes room for it.
    void draw_details(Scene& scene, bool& details_open);

    /// For the command: what stands there can be put into force.
    bool can_use() const { return good_ && differs_; }
    void use(app::Application& app);

private:
    enum Tab { kText, kPages, kChanges };

    void draw_list(Scene& scene);
    void renew(Scene& scene);
    void check(Scene& scene);
    void keep_draft(Scene& scene);
    void draw_toolbar(Scene& scene, bool& details_open);
    void draw_fault(Scene& scene);
    void draw_text(Scene& scene);
    void draw_pages(Scene& scene);
    void draw_changes(Scene& scene);
    void insert(Scene& scene, std::string text, bool own_lines, bool& details_open);

    std::string code_;
    std::string text_;
    int revision_ = -1;
    bool good_ = false;
    bool differs_ = false;  ///< from what is in force
    bool standard_ = true;  ///< the program's words are in force
    bool draft_ = false;    ///< the file keeps what is written here
    document::TemplateFault fault_;
    std::vector<document::WordingName> names_;
    int tab_ = kText;
    std::string search_;
    std::string insert_;
    bool own_lines_ = false;
    bool go_to_fault_ = false;

    std::optional<app::Paper> paper_;
    std::string paper_trouble_;
    std::string paper_text_;  ///< what paper_ was made with
    int paper_revision_ = -1;
    DocumentViewState view_;
};

}  // namespace thidua::ui
