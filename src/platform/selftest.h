#pragma once
// The screen behind the address "#selftest": two text fields, a button, a status. Tests of the page's plumbing
// (text input, clipboard, focus, drops, history) use it, because it stays as it is while the program grows.

#include <memory>

#include "app/host.h"
#include "ui/shell.h"

namespace thidua::platform {

std::unique_ptr<ui::Root> make_selftest(app::Host& host);

}  // namespace thidua::platform
