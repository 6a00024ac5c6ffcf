// Icons are named by strings; a name that is not in cmake/icons.txt would be drawn as a question mark.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "ui/icon.h"

namespace thidua::testing {
namespace {

TEST(Icons, EveryNameInTheSourcesIsInTheList) {
    namespace fs = std::filesystem;
    const std::regex names(R"re((?:\.icon = |icon_button\([a-z_.]*ui, |primary_button\([^;]*?, |empty_icon = |chevron = |paint_icon\([^;]*?)"([a-z_]+)")re");
    int found = 0;
    for (const auto& entry : fs::recursive_directory_iterator(std::string(THIDUA_SOURCE_DIR) + "/src/ui")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        std::ifstream in(entry.path());
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            for (std::sregex_iterator it(line.begin(), line.end(), names), end; it != end; ++it) {
                ++found;
                EXPECT_TRUE(ui::is_icon((*it)[1].str())) << entry.path().string() << ":" << number << ": " << (*it)[1];
            }
        }
    }
    EXPECT_GT(found, 30);
}

}  // namespace
}  // namespace thidua::testing
