#pragma once
// Printing on the desktop by what the system has: its viewer of PDFs, or the spooler.

#include <string>

#include "base/result.h"

namespace thidua::platform {

/// Neither a viewer of PDFs nor a spooler is installed.
bool nothing_prints();
/// Opens the file in the system's viewer, which prints with the person's own settings and shows the pages first;
/// without one sends it to the default printer. kUnsupported when there is neither.
base::Status print_pdf(const std::string& path);

}  // namespace thidua::platform
