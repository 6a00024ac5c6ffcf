// The desktop program itself, on SDL's offscreen driver with Mesa's software GL: the same GL code as a window's.

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "platform/run_program.h"

namespace fs = std::filesystem;
using namespace thidua::platform;

namespace {

class DesktopProgram : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(program)) GTEST_SKIP() << "thidua-desktop was not built";
        folder = fs::temp_directory_path() / ("thidua-desktop-test-" + std::to_string(getpid()));
        fs::create_directories(folder);
        setenv("SDL_VIDEODRIVER", "offscreen", 1);
        setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        setenv("HOME", folder.c_str(), 1);
        unsetenv("XDG_CONFIG_HOME");
        unsetenv("XDG_DATA_HOME");
    }
    void TearDown() override {
        if (!folder.empty()) fs::remove_all(folder);
    }

    const std::string program = std::string(THIDUA_BINARY_DIR) + "/bin/thidua-desktop";
    fs::path folder;
};

std::size_t colours(const fs::path& picture) {
    std::ifstream in(picture, std::ios::binary);
    std::string magic;
    int width = 0, height = 0, most = 0;
    in >> magic >> width >> height >> most;
    in.get();
    std::set<int> seen;
    char pixel[3];
    while (in.read(pixel, 3)) seen.insert((pixel[0] & 0xff) << 16 | (pixel[1] & 0xff) << 8 | (pixel[2] & 0xff));
    return seen.size();
}

}  // namespace

TEST_F(DesktopProgram, DrawsItsFirstScreen) {
    const fs::path shot = folder / "shot.ppm";
    run_and_read({program, "--screen", "selftest", "--frames", "4", "--shot", shot.string()});
    ASSERT_TRUE(fs::exists(shot)) << "the program ended without a picture; is there an EGL of Mesa?";
    EXPECT_GT(colours(shot), 10U) << "the window is blank";
}

TEST_F(DesktopProgram, HelpSaysHowToUseIt) {
    EXPECT_NE(run_and_read({program, "--help"}).find("thidua-desktop [FILE]"), std::string::npos);
}

TEST(RunProgram, GivesWhatTheProgramPrinted) {
    EXPECT_EQ(run_and_read({find_program("printf"), "%s|", "a b", "$(x)"}), "a b|$(x)|") << "no shell looks at the arguments";
}

TEST(RunProgram, CancelledOrMissingProgramsGiveNothing) {
    EXPECT_EQ(run_and_read({find_program("false")}), "");
    EXPECT_EQ(run_and_read({"/nonexistent/program"}), "");
    EXPECT_EQ(find_program("no-such-program-here"), "");
    EXPECT_FALSE(run_detached({"/nonexistent/program"}));
}
