#pragma once
// What the commands share: reading texts, printing a plan.

#include <string>

#include "base/result.h"
#include "cli/command.h"
#include "office/plan.h"
#include "text/restore.h"

namespace thidua::cli {

/// The text of a plan's file; a .thidua file here is a mistake worth its own sentence.
base::Result<std::string> read_text(const std::string& path);
base::Result<text::Restoration> restore_text(const std::string& source);
void print_plan(const office::PlanBundle& bundle, Output& output);

}  // namespace thidua::cli
