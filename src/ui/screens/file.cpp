#include "ui/screens/file.h"

#include <array>
#include <charconv>

#include "imgui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace thidua::ui {
namespace {

/// A year as typed; 0 when it is none (the store's range: 1945..2100).
int typed_year(std::string_view text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size()) return 0;
    return year >= 1945 && year <= 2100 ? year : 0;
}

}  // namespace

void FileScreen::draw(Scene& scene) {
    screen_title(scene, scene.say(Word::kFileTitle), scene.say(Word::kFilePurpose));
    draw_file(scene);
    gap(kSpace4);
    draw_office(scene);
    gap(kSpace4);
    draw_display(scene);
}

void FileScreen::draw_file(Scene& scene) {
    begin_card(scene.ui, "file", scene.say(Word::kOpenNow));
    heading(scene.ui, scene.say(Word::kOpenNow), 2);
    text(scene.ui, scene.app.file_name() + ".thidua", TextStyle::kBodyStrong);
    const bool web = !scene.app.host().page_address().empty();
    quiet(scene.ui, scene.say(web ? Word::kKeptInBrowser : Word::kKeptOnDisk));
    const store::StorageStatus saving = scene.app.saving();
    if (saving.state == store::StorageState::kFailed &&
        banner(scene.ui, scene.say(Word::kSavingFailed, {scene.in(saving.error.vi, saving.error.en)}),
               ChipKind::kNotMet, scene.say(Word::kRetrySaving))) {
        scene.app.retry_saving();
    }
    gap(kSpace3);
    if (primary_button(scene.ui, scene.say(Word::kSaveToFile), "download")) scene.app.save_file();
    same_line();
    if (button(scene.ui, scene.say(Word::kOpenOther), {.icon = "folder"})) scene.app.pick_file();
    if (!scene.ui.phone()) same_line();
    if (button(scene.ui, scene.say(Word::kBeginOwn), {.icon = "note_add"})) {
        office::Office fresh;
        fresh.year = scene.app.today().year;
        scene.app.begin_own(fresh);
    }
    if (!scene.app.is_demo()) {
        same_line();
        if (button(scene.ui, scene.say(Word::kOpenDemo), {.kind = ButtonKind::kQuiet, .icon = "office"})) {
            scene.app.open_demo();
        }
    }
    bool titled = false;
    for (const store::StoredFile& file : scene.app.files()) {
        if (file.name == scene.app.file_name()) continue;
        if (!titled) {
            gap(kSpace3);
            heading(scene.ui, scene.say(Word::kOtherFiles), 3);
            titled = true;
        }
        const std::string name = file.name;
        const std::string size = std::to_string((file.bytes + 1023) / 1024) + " KB";
        if (list_row(scene.ui, name, {.title = name, .icon = "file", .trailing = size, .chevron = true})) {
            scene.app.open_named(name);
            break;  // the list may have changed
        }
    }
    end_card(scene.ui);
}

void FileScreen::draw_office(Scene& scene) {
    const office::Office& stored = scene.app.book().office;
    if (revision_ != scene.app.revision()) {
        office_ = stored;
        year_ = std::to_string(stored.year);
        revision_ = scene.app.revision();
    }
    begin_card(scene.ui, "office", scene.say(Word::kOfficeDetails));
    heading(scene.ui, scene.say(Word::kOfficeDetails), 2);
    const bool enabled = !scene.app.read_only();
    bool save = false;
    const auto field = [&](Word label, std::string& value) {
        save |= text_field(scene.ui, scene.say(label), value, {.enabled = enabled}).committed;
    };
    field(Word::kOfficeName, office_.name);
    field(Word::kOfficeSuperior, office_.superior);
    field(Word::kOfficePlace, office_.place);
    field(Word::kOfficeSymbol, office_.symbol);
    field(Word::kHeadTitle, office_.head_title);
    field(Word::kHeadName, office_.head_name);
    field(Word::kYearField, year_);
    end_card(scene.ui);
    if (!save || !enabled) return;
    if (const int year = typed_year(year_); year != 0) office_.year = year;
    else year_ = std::to_string(office_.year);
    scene.app.act([&](store::Store& store) { return store::set_office(store, office_); },
                  Scene::done(Word::kOfficeSaved));
}

void FileScreen::draw_display(Scene& scene) {
    begin_card(scene.ui, "display", scene.say(Word::kDisplay));
    heading(scene.ui, scene.say(Word::kDisplay), 2);
    const std::array<std::string_view, 3> looks{scene.say(Word::kThemeSystem), scene.say(Word::kThemeLight),
                                                scene.say(Word::kThemeDark)};
    int look = scene.ui.follows_system() ? 0 : scene.ui.dark() ? 2 : 1;
    quiet(scene.ui, scene.say(Word::kAppearance), TextStyle::kSmall);
    if (segmented(scene.ui, scene.say(Word::kAppearance), looks, look)) {
        look == 0 ? scene.ui.follow_system() : scene.ui.set_dark(look == 2);
    }
    gap(kSpace3);
    constexpr std::array<std::string_view, 2> kLanguages{"Tiếng Việt", "English"};
    int language = scene.ui.language == Language::kEnglish ? 1 : 0;
    quiet(scene.ui, scene.say(Word::kLanguage), TextStyle::kSmall);
    if (segmented(scene.ui, scene.say(Word::kLanguage), kLanguages, language)) {
        scene.ui.set_language(language == 1 ? Language::kEnglish : Language::kVietnamese);
    }
    gap(kSpace3);
    const std::array<std::string_view, 4> methods{scene.say(Word::kTypingOff), "Telex", "VNI", "VIQR"};
    int method = static_cast<int>(scene.ui.typing());
    quiet(scene.ui, scene.say(Word::kTyping), TextStyle::kSmall);
    if (segmented(scene.ui, scene.say(Word::kTyping), methods, method)) {
        scene.ui.set_typing(static_cast<TypingMode>(method));
    }
    gap(kSpace1);
    quiet(scene.ui, scene.say(Word::kTypingHelp), TextStyle::kSmall);
    end_card(scene.ui);
}

void draw_help(Scene& scene) {
    screen_title(scene, scene.say(Word::kHelpTitle), scene.say(Word::kHelpPurpose));
    const auto section = [&](Word title, Word words) {
        begin_card(scene.ui, word_key(title), scene.say(title));
        heading(scene.ui, scene.say(title), 2);
        text(scene.ui, scene.say(words));
        end_card(scene.ui);
        gap(kSpace4);
    };
    section(Word::kHelpIntake, Word::kHelpIntakeText);
    section(Word::kHelpReview, Word::kHelpReviewText);
    section(Word::kHelpTyping, Word::kHelpTypingText);
    section(Word::kHelpFind, Word::kHelpFindText);
    section(Word::kHelpVerdict, Word::kHelpVerdictText);
    section(Word::kHelpWhy, Word::kHelpWhyText);
    section(Word::kHelpCouncil, Word::kHelpCouncilText);
    section(Word::kHelpPapers, Word::kHelpPapersText);
    section(Word::kHelpKeep, Word::kHelpKeepText);
    begin_card(scene.ui, "keys", scene.say(Word::kHelpKeys));
    heading(scene.ui, scene.say(Word::kHelpKeys), 2);
    for (const Command& command : scene.ui.commands.all()) {
        if (command.shortcut == 0) continue;
        property(scene.ui, chord_text(command.shortcut), command.words(scene.ui.language), 160);
    }
    end_card(scene.ui);
}

}  // namespace thidua::ui
