#pragma once
// Other programs of the desktop, run without a shell: arguments stay arguments, whatever they contain.

#include <string>
#include <vector>

namespace thidua::platform {

/// The full path of a program in PATH; "" when there is none.
std::string find_program(const std::string& name);

/// Runs it and waits. What it printed, without the last line break; "" when it failed or was cancelled.
std::string run_and_read(const std::vector<std::string>& arguments);

/// Starts it and goes on. False when it could not be started.
bool run_detached(const std::vector<std::string>& arguments);

}  // namespace thidua::platform
