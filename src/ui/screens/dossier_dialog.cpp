#include "ui/screens/dossier_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/outbox.h"
#include "imgui.h"
#include "office/title.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// More lines than that nobody reads before pressing the button; all stand in the index.
constexpr std::size_t kMostLines = 12;

}  // namespace

void DossierDialog::show(const Scene& scene, std::string title, const base::Date& on, bool one,
                         base::Id<office::Person> person) {
    open_ = true;
    title_ = std::move(title);
    on_ = on;
    one_ = one;
    person_ = person;
    stale_ = true;
    renew(scene);
}

std::vector<app::DossierWish> DossierDialog::wishes(const office::YearBook& book) const {
    std::vector<app::DossierWish> all = app::registered_dossiers(book, title_);
    if (!one_) return all;
    std::erase_if(all, [&](const app::DossierWish& wish) { return wish.person != person_; });
    if (all.empty() && !title_.empty()) all.push_back({person_, title_});
    return all;
}

void DossierDialog::renew(const Scene& scene) {
    if (!stale_ && revision_ == scene.app.revision()) return;
    stale_ = false;
    revision_ = scene.app.revision();
    count_ = 0;
    lacks_.clear();
    trouble_.clear();
    const office::YearBook& book = scene.app.book();
    const auto maker = app::DossierMaker::begin(scene.app.packs(), book, wishes(book), on_, scene.app.today(), ".docx");
    if (!maker) {
        trouble_ = scene.in(maker.error().vi, maker.error().en);
        return;
    }
    count_ = maker->dossiers().size();
    for (std::size_t at = 0; at < count_; ++at) {
        std::string line;
        for (const std::string& part : maker->lacking(at)) line += (line.empty() ? "" : "; ") + part;
        if (!line.empty()) lacks_.push_back(maker->dossiers()[at].subject + ": " + line);
    }
}

void DossierDialog::draw(Scene& scene) {
    if (!begin_dialog(scene.ui, scene.say(Word::kMakeDossier), open_, 560)) return;
    renew(scene);
    const office::YearBook& book = scene.app.book();
    quiet(scene.ui, scene.say(Word::kMakeDossierHelp));
    gap(kSpace2);

    std::vector<std::string> titles{std::string(scene.say(Word::kDossierEveryTitle))};
    std::vector<std::string> codes{""};
    int title = 0;
    for (const office::EmulationTitle& entry : office::titles()) {
        if (entry.commendation) continue;
        if (entry.code == title_) title = static_cast<int>(titles.size());
        titles.emplace_back(scene.in(entry.vi, entry.en));
        codes.emplace_back(entry.code);
    }
    if (select(scene.ui, scene.say(Word::kCouncilTitleField), titles, title)) {
        title_ = codes[static_cast<std::size_t>(title)];
        stale_ = true;
    }
    std::vector<std::string> names{std::string(scene.say(Word::kDossierEverybody)), book.office.name};
    std::vector<base::Id<office::Person>> people{{}, {}};
    int whose = one_ ? 1 : 0;
    for (const office::Person& person : book.people) {
        if (one_ && person.id == person_) whose = static_cast<int>(names.size());
        names.push_back(person.full_name);
        people.push_back(person.id);
    }
    if (select(scene.ui, scene.say(Word::kDossierSubject), names, whose)) {
        one_ = whose > 0;
        person_ = people[static_cast<std::size_t>(whose)];
        stale_ = true;
    }
    gap(kSpace2);

    if (!trouble_.empty()) {
        banner(scene.ui, trouble_, ChipKind::kNotKnown);
    } else {
        text(scene.ui,
             lacks_.empty() ? std::string(scene.say(Word::kDossierAllComplete))
                            : scene.say(Word::kDossiersLack, {std::to_string(lacks_.size()), std::to_string(count_)}),
             TextStyle::kBodyStrong);
        for (std::size_t at = 0; at < std::min(lacks_.size(), kMostLines); ++at)
            text(scene.ui, lacks_[at], TextStyle::kSmall);
        if (lacks_.size() > kMostLines)
            quiet(scene.ui, scene.say(Word::kMoreRows, {std::to_string(lacks_.size() - kMostLines)}));
    }
    gap(kSpace2);
    const std::array<std::string_view, 2> formats{scene.say(Word::kToWord), scene.say(Word::kToPdf)};
    segmented(scene.ui, scene.say(Word::kFileFormat), formats, format_);
    if (dialog_buttons(scene.ui, scene.say(Word::kMakeDossiers, {std::to_string(count_)}), open_, count_ > 0)) {
        scene.app.outbox().dossiers(wishes(book), on_, static_cast<app::PaperFormat>(format_));
        open_ = false;
        ImGui::CloseCurrentPopup();
    }
    end_dialog(scene.ui);
}

}  // namespace thidua::ui
