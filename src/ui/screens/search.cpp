#include "ui/screens/search.h"

#include <memory>
#include <string_view>

#include "app/find.h"

namespace thidua::ui {
namespace {

/// Of a kind so many are shown: the palette is for going somewhere, the screens have the whole lists.
constexpr std::size_t kMostOfAKind = 4;

}  // namespace

void attach_search(Ui& ui, app::Application& app) {
    if (ui.find) return;
    struct Kept {
        std::unique_ptr<app::FindIndex> index;
        int revision = -1;
    };
    auto kept = std::make_shared<Kept>();
    ui.find = [kept, &app](std::string_view query) {
        if (!kept->index || kept->revision != app.revision()) {
            kept->index = std::make_unique<app::FindIndex>(app.book());
            kept->revision = app.revision();
        }
        return kept->index->find(query, kMostOfAKind);
    };
    ui.follow = [&app](const app::Route& route) { app.go(route); };
}

}  // namespace thidua::ui
