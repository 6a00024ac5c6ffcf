#pragma once
// Golden files are reviewed like code: THIDUA_UPDATE_GOLDEN=1 rewrites them, the diff is read before committing.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace thidua::document::test {

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = std::string(THIDUA_SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("THIDUA_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
    EXPECT_EQ(read_file(path), text) << path;
}

}  // namespace thidua::document::test
