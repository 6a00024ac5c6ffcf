#pragma once
// One document: its pages as they will be printed, what is blank, where a paragraph came from, changes by hand,
// issuing.

#include <optional>
#include <string>
#include <vector>

#include "app/papers.h"
#include "ui/document_view.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class DocumentPage {
public:
    /// The address names a kind.
    static bool opened(const Scene& scene);
    void draw(Scene& scene);
    void draw_details(Scene& scene);

    bool details_open = true;
    /// The panel is open at first where there is room beside the page.
    void place_details(const Ui& ui);
    bool has_selection() const { return view_.anchor && view_.caret && *view_.anchor != *view_.caret; }
    void copy_selection(app::Application& app);

private:
    /// What the form holds as text, until a field is left.
    struct Form {
        std::string number, date, addressees, recipients, signer_title, signer_name;
        std::string letter_subject, letter_text, from, to, grounds;
        std::string meeting_date;
        std::vector<std::string> meeting;  ///< in the order of kMeetingFields
    };

    void renew(Scene& scene);
    void take_form();
    void keep(Scene& scene, app::Notice done);
    void draw_toolbar(Scene& scene);
    void draw_choice(Scene& scene);
    void draw_paragraph(Scene& scene);
    void draw_blanks(Scene& scene);
    void draw_issue(Scene& scene);
    void draw_needs(Scene& scene);
    bool draw_meeting(Scene& scene, bool votes);
    bool line(Scene& scene, Word label, std::string& value);
    bool lines(Scene& scene, Word label, std::string& value, int height);
    bool day(Scene& scene, Word label, std::string& value, std::optional<base::Date>& out);
    void choose(const document::Place& place);

    app::Route route_;
    document::Request identity_;
    app::PaperContent content_;
    std::optional<app::Paper> paper_;
    std::vector<document::Place> changed_;
    std::string trouble_;
    int revision_ = -1;
    bool stale_ = true;  ///< identity_ or content_ changed since paper_ was made
    Form form_;
    DocumentViewState view_;
    std::string typed_;  ///< text of the chosen paragraph
    bool placed_details_ = false;
};

}  // namespace thidua::ui
