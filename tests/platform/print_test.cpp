// What "print" does on a desktop with and without a viewer and a printer: programs of our own stand in PATH.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "platform/print_desktop.h"

namespace fs = std::filesystem;
using namespace thidua;
using namespace thidua::platform;

namespace {

class Print : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::temp_directory_path() / ("thidua-print-test-" + std::to_string(getpid()));
        fs::create_directories(folder);
        path = std::getenv("PATH") ? std::getenv("PATH") : "";
        setenv("PATH", folder.c_str(), 1);
    }
    void TearDown() override {
        setenv("PATH", path.c_str(), 1);
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    void program(const std::string& name, const std::string& body) const {
        const fs::path file = folder / name;
        std::ofstream(file) << "#!/bin/sh\n" << body << "\n";
        fs::permissions(file, fs::perms::owner_all);
    }
    std::string log() const {
        std::ifstream in(folder / "log");
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fs::path folder;
    std::string path;
};

}  // namespace

TEST_F(Print, WithoutAnyProgramTheFileIsSavedInstead) { EXPECT_TRUE(nothing_prints()); }

TEST_F(Print, TheSpoolerGetsTheFile) {
    program("lp", "echo \"$1\" >> '" + (folder / "log").string() + "'; echo 'request id is hp-7 (1 file(s))'");
    EXPECT_FALSE(nothing_prints());
    EXPECT_TRUE(print_pdf("/tmp/tờ trình.pdf"));
    EXPECT_EQ(log(), "/tmp/tờ trình.pdf\n");
}

TEST_F(Print, WithoutAPrinterThePersonIsTold) {
    program("lp", "echo 'lp: Error - No default destination.' >&2; exit 1");
    const auto printed = print_pdf("/tmp/a.pdf");
    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().kind, base::ErrorKind::kUnsupported);
    EXPECT_NE(printed.error().vi.find("máy in"), std::string::npos);
    EXPECT_NE(printed.error().en.find("printer"), std::string::npos);
}

TEST_F(Print, ADesktopThatOpensNoPdfsIsNotTrustedToShowOne) {
    program("xdg-open", "echo opened >> '" + (folder / "log").string() + "'");
    program("xdg-mime", "exit 0");  // knows of none: prints nothing
    EXPECT_TRUE(nothing_prints());
    program("lp", "exit 1");
    EXPECT_FALSE(print_pdf("/tmp/a.pdf"));
    EXPECT_EQ(log(), "");
}
