#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + (count > 0 ? count : 1));
    thidua::cli::Output output{std::cout, std::cerr};
    const char* language = std::getenv("THIDUA_LANG");
    output.english = language != nullptr && std::string_view(language).starts_with("en");
    return thidua::cli::run(arguments, output);
}
