#pragma once
// What the commands share: reading texts, printing a plan.

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "cli/command.h"
#include "office/plan.h"
#include "text/restore.h"

namespace thidua::cli {

/// The text of a plan's file; a .thidua file here is a mistake worth its own sentence.
/// What had to be converted on the way (an old encoding) is said on `output.err`.
base::Result<std::string> read_text(const std::string& path, Output& output);
/// -o FILE, which must not exist yet unless --force is given.
base::Result<std::string> output_path(const Arguments& arguments);
/// Writes beside `path` first: an interrupted write leaves what was there.
base::Status write_file(const std::string& path, std::string_view bytes);
/// --date, or `otherwise` when it is not given.
base::Result<base::Date> date_option(const Arguments& arguments, base::Date otherwise);
base::Result<text::Restoration> restore_text(const std::string& source);
void print_plan(const office::PlanBundle& bundle, Output& output);

}  // namespace thidua::cli
