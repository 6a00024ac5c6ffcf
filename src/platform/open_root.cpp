#include "platform/open_root.h"

#include <utility>

#include "app/application.h"
#include "platform/selftest.h"
#include "ui/screens/office_root.h"

namespace thidua::platform {

void open_root(app::Host& host, std::string_view fragment, RootDone done) {
    if (fragment.starts_with("selftest")) return done(make_selftest(host));
    auto application = std::make_unique<app::Application>(host, app::machine_library(), app::machine_today());
    application->start(fragment);
    done(std::unique_ptr<ui::Root>(std::make_unique<ui::OfficeRoot>(std::move(application))));
}

}  // namespace thidua::platform
