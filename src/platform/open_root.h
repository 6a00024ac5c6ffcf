#pragma once
// What the shell shows when the program starts.

#include <functional>
#include <memory>

#include "app/host.h"
#include "base/result.h"
#include "ui/shell.h"

namespace thidua::platform {

using RootDone = std::function<void(base::Result<std::unique_ptr<ui::Root>>)>;

/// Opens the office's file and makes the root of the screens. Takes its time (the browser's storage
/// answers later) and calls `done` exactly once, on the same thread.
void open_root(app::Host& host, RootDone done);

}  // namespace thidua::platform
