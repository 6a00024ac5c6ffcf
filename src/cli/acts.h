#pragma once
// What each command does. Paths are as given; nothing is overwritten without --force; a file that could not
// be finished is not left behind.

#include "cli/command.h"

namespace thidua::cli {

base::Status import_plan(const Arguments& arguments, Output& output);
base::Status show(const Arguments& arguments, Output& output);
base::Status report(const Arguments& arguments, Output& output);
base::Status link(const Arguments& arguments, Output& output);
base::Status restore(const Arguments& arguments, Output& output);
base::Status parse(const Arguments& arguments, Output& output);
base::Status check(const Arguments& arguments, Output& output);
base::Status verdict(const Arguments& arguments, Output& output);
base::Status law_book(const Arguments& arguments, Output& output);
base::Status write_document(const Arguments& arguments, Output& output);
base::Status write_dossier(const Arguments& arguments, Output& output);
base::Status edit_template(const Arguments& arguments, Output& output);
base::Status layout_check(const Arguments& arguments, Output& output);
base::Status export_table(const Arguments& arguments, Output& output);
base::Status import_people(const Arguments& arguments, Output& output);

}  // namespace thidua::cli
