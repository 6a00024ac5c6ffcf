#include "ui/screens/law_book.h"

#include <algorithm>
#include <array>

#include "document/docx.h"
#include "law/rule_book.h"
#include "text/search.h"
#include "ui/screens/law_marks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

constexpr int kLeftToPeople = 5;

std::string_view how_words(const Scene& scene, law::CoverageLine::How how) {
    switch (how) {
        case law::CoverageLine::How::kEncoded: return scene.say(Word::kLawHowEncoded);
        case law::CoverageLine::How::kParameter: return scene.say(Word::kLawHowParameter);
        case law::CoverageLine::How::kProvision: return scene.say(Word::kLawHowProvision);
        case law::CoverageLine::How::kLeftToPeople: break;
    }
    return scene.say(Word::kLawHowPeople);
}

}  // namespace

bool LawBookScreen::has_details(const Scene& scene) { return !app::clause_address(scene.app.route().part).key.empty(); }

const law::Pack* LawBookScreen::take_pack(const Scene& scene) {
    const law::PackSet& packs = scene.app.packs();
    const law::Pack* pack = packs.find(app::clause_address(scene.app.route().part).pack);
    if (pack == nullptr) pack = law::pack_for(packs, scene.app.law_date());
    if (pack != nullptr && pack_hash_ != pack->id + pack->hash) {
        list_ = app::clause_list(*pack);
        pack_hash_ = pack->id + pack->hash;
        choose();
    }
    return pack;
}

void LawBookScreen::choose() {
    shown_.clear();
    const text::Searcher searcher(query_);
    for (std::size_t i = 0; i < list_.lines.size(); ++i) {
        const law::CoverageLine& line = list_.lines[i];
        const bool people = line.how == law::CoverageLine::How::kLeftToPeople;
        if (confidence_ == kLeftToPeople && !people) continue;
        if (confidence_ > 0 && confidence_ < kLeftToPeople && static_cast<int>(line.confidence) != confidence_ - 1)
            continue;
        if (!query_.empty() && !searcher.find(list_.searched[i])) continue;
        shown_.push_back(i);
    }
}

void LawBookScreen::draw(Scene& scene) {
    const law::Pack* pack = take_pack(scene);
    if (pack == nullptr) {
        empty_state(scene.ui, "law", scene.say(Word::kLawTitle), scene.say(Word::kLawNoPack));
        return;
    }
    draw_pack(scene, *pack);
    draw_filter(scene);
    draw_table(scene, *pack);
}

void LawBookScreen::draw_pack(Scene& scene, const law::Pack& pack) {
    const std::vector<law::Pack>& packs = scene.app.packs().packs;
    std::vector<std::string> names;
    int chosen = 0;
    for (std::size_t i = 0; i < packs.size(); ++i) {
        names.push_back(packs[i].id + " · " + std::string(scene.in(packs[i].name_vi, packs[i].name_en)));
        if (packs[i].id == pack.id) chosen = static_cast<int>(i);
    }
    if (select(scene.ui, scene.say(Word::kLawPack), names, chosen, {.help = scene.say(Word::kLawPackHelp)})) {
        scene.app.go({app::Place::kLaw, 0, packs[static_cast<std::size_t>(chosen)].id + "."});
    }
    gap(kSpace2);
    if (pack.locked) {
        banner(scene.ui, scene.say(Word::kLawPackLocked, {pack.id, scene.in(pack.reason_vi, pack.reason_en)}),
               ChipKind::kNotKnown);
        gap(kSpace2);
    }
    ChipFlow chips(scene);
    for (std::size_t i = 0; i < list_.by_confidence.size(); ++i) {
        if (list_.by_confidence[i] == 0) continue;
        const auto confidence = static_cast<law::Confidence>(i);
        chips.add(std::to_string(list_.by_confidence[i]) + " " + std::string(confidence_word(scene, confidence)),
                  confidence_kind(confidence));
    }
    chips.add(scene.say(Word::kLawLeftCount, {std::to_string(list_.left_to_people)}), ChipKind::kForPerson);
    gap(kSpace2);
    if (button(scene.ui, scene.say(Word::kLawExportDocx), {.icon = "download"})) export_book(scene, pack, true);
    same_line();
    if (button(scene.ui, scene.say(Word::kLawExportHtml), {.icon = "article"})) export_book(scene, pack, false);
    gap(kSpace3);
}

void LawBookScreen::export_book(Scene& scene, const law::Pack& pack, bool docx) {
    const bool english = scene.ui.language == Language::kEnglish;
    const std::string name = (english ? "rule-book-" : "so-quy-dinh-") + pack.id + (docx ? ".docx" : ".html");
    std::string bytes;
    if (docx) {
        auto written = document::write_docx(app::rule_book_document(pack, english));
        if (!written) return scene.app.say(written.error());
        bytes = std::move(*written);
    } else {
        bytes = law::rule_book_html(pack, english ? law::Language::kEnglish : law::Language::kVietnamese);
    }
    const char* type = docx ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "text/html";
    app::Application& app = scene.app;
    app.host().save_file(name, type, bytes, [&app, name](const base::Status& kept) {
        if (kept) return app.say(Scene::done(Word::kLawExported, {name}));
        app.say(kept.error());
    });
}

void LawBookScreen::draw_filter(Scene& scene) {
    FieldRow row(scene, 2, 560);
    const FieldEvent searched = search_field(scene.ui, scene.say(Word::kLawSearch), query_, row.width());
    row.next();
    const std::array<std::string_view, 6> kinds{scene.say(Word::kLawAll),        scene.say(Word::kLawSeen),
                                                scene.say(Word::kLawSeenSecond), scene.say(Word::kLawRecalled),
                                                scene.say(Word::kLawUnverified), scene.say(Word::kLawHowPeople)};
    const bool filtered = select(scene.ui, scene.say(Word::kLawConfidence), kinds, confidence_,
                                 {.width = row.width(), .hide_label = true});
    if (searched.changed || filtered) choose();
}

void LawBookScreen::draw_table(Scene& scene, const law::Pack& pack) {
    quiet(scene.ui, scene.say(Word::kLawShown, {std::to_string(shown_.size()), std::to_string(list_.lines.size())}),
          TextStyle::kSmall);
    const std::array<Column, 4> columns{
        Column{.title = scene.say(Word::kLawClause), .width = 330},
        Column{.title = scene.say(Word::kLawContent), .importance = 1},
        Column{.title = scene.say(Word::kLawBelongs), .width = 170, .importance = 3},
        Column{.title = scene.say(Word::kLawConfidence), .width = 170, .importance = 1}};
    const bool english = scene.ui.language == Language::kEnglish;
    const auto cell = [&](int row, int column) -> Cell {
        const law::CoverageLine& line = list_.lines[shown_[static_cast<std::size_t>(row)]];
        switch (column) {
            case 0: return {.text = line.clause, .strong = true};
            case 1: return {.text = std::string(scene.in(line.vi, line.en))};
            case 2: return {.text = app::place_words(pack, line, english), .quiet = true};
            default:
                return {.text = std::string(confidence_word(scene, line.confidence)),
                        .chip = confidence_kind(line.confidence)};
        }
    };
    const std::string key = app::clause_address(scene.app.route().part).key;
    table_.current = -1;
    for (std::size_t i = 0; i < shown_.size() && !key.empty(); ++i) {
        if (list_.keys[shown_[i]] != key) continue;
        table_.current = static_cast<int>(i);
        break;
    }
    const TableEvent event =
        table(scene.ui, scene.say(Word::kLawClauses), columns, static_cast<int>(shown_.size()), cell, table_,
              {.empty_icon = "law", .empty_text = scene.say(Word::kLawNothingFound)});
    if (event.pressed_row < 0) return;
    const law::CoverageLine& line = list_.lines[shown_[static_cast<std::size_t>(event.pressed_row)]];
    scene.app.go(app::clause_route(pack.id, line.clause));
}

void LawBookScreen::draw_details(Scene& scene) {
    const law::Pack* pack = take_pack(scene);
    if (pack == nullptr) return;
    const std::vector<std::size_t> lines = app::lines_of(list_, app::clause_address(scene.app.route().part).key);
    if (lines.empty()) {
        quiet(scene.ui, scene.say(Word::kLawNoClause));
        return;
    }
    const bool english = scene.ui.language == Language::kEnglish;
    std::string shown;
    for (const std::size_t i : lines) {
        const law::CoverageLine& line = list_.lines[i];
        if (line.clause != shown) {
            heading(scene.ui, line.clause, shown.empty() ? 2 : 3);
            shown = line.clause;
        }
        text(scene.ui, scene.in(line.vi, line.en));
        confidence_chip(scene, line.confidence);
        const std::string belongs = app::place_words(*pack, line, english);
        const std::string how(how_words(scene, line.how));
        quiet(scene.ui, line.how == law::CoverageLine::How::kLeftToPeople ? how : belongs + " · " + how,
              TextStyle::kSmall);
        quiet(scene.ui, source_words(scene, line.source), TextStyle::kSmall);
        gap(kSpace3);
    }
}

}  // namespace thidua::ui
