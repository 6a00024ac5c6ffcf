#pragma once
// What the shell shows when the program starts.

#include <functional>
#include <memory>
#include <string_view>

#include "app/host.h"
#include "base/result.h"
#include "ui/shell.h"

namespace thidua::platform {

using RootDone = std::function<void(base::Result<std::unique_ptr<ui::Root>>)>;

/// Makes the root of the screens; it opens the office's file, or the plan of a link in `fragment`, by
/// itself (the browser's storage answers later). Calls `done` exactly once, on the same thread.
void open_root(app::Host& host, std::string_view fragment, RootDone done);

}  // namespace thidua::platform
