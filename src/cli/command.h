#pragma once
// The command line: `thidua COMMAND …`. One table (command.cpp) drives dispatch, help and tests.

#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::cli {

/// What stands behind the command: names in order, options by their name without dashes.
struct Arguments {
    std::vector<std::string> names;
    std::map<std::string, std::string, std::less<>> options;  ///< flags have an empty value

    bool has(std::string_view option) const { return options.find(option) != options.end(); }
    std::string value(std::string_view option) const;
};

struct Output {
    std::ostream& out;
    std::ostream& err;
    bool english = false;

    /// The one of the two sentences that the user reads.
    std::string_view in(std::string_view vi, std::string_view en) const { return english ? en : vi; }
};

struct Option {
    std::string_view name;      ///< "output"
    char letter = 0;            ///< 'o'; 0: none
    std::string_view value;     ///< what it takes, as help prints it: "FILE"; empty: a flag
    std::string_view vi;
    std::string_view en;
};

struct Command {
    std::string_view name;
    std::string_view usage;     ///< "FILE -o year.thidua"
    std::string_view vi;        ///< what it does, one sentence
    std::string_view en;
    std::span<const Option> options;
    std::size_t least_names = 0;
    std::size_t most_names = 0;
    base::Status (*run)(const Arguments&, Output&) = nullptr;
};

std::span<const Command> commands();

/// Exit codes, also printed by --help: 0 done, 1 bad input, 2 wrong call, 3 not found, 4 not supported,
/// 5 conflict, 6 storage, 70 our own fault (sysexits.h EX_SOFTWARE).
int exit_code(base::ErrorKind kind);

/// Runs `thidua` with these words (without the program's name).
int run(std::span<const std::string> words, Output& output);

}  // namespace thidua::cli
