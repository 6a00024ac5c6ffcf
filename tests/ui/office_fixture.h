#pragma once
// The whole program over the demo office, without a window: what the tests of its screens have in common.

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "headless.h"
#include "ui/screens/office_root.h"

namespace thidua::testing {

/// The headless host with the program's data files and fonts, a network that can fail and a printer that keeps.
class OfficeHost final : public FakeHost {
public:
    bool offline = false;
    std::string printed_name, printed;

    void fetch(std::string_view path, std::function<void(float)> progress,
               std::function<void(base::Result<std::string>)> done) override;
    PrintForm print_form() const override;
    void print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) override;
};

/// The demo office on 22 November 2024, in a library of its own, at 1280×800.
class OfficeTest : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    app::Application& app() { return root_->app(); }
    void go(app::Route route);
    /// Keeps a picture to be looked at: build/…/shots/<name>.png.
    void shot(const std::string& name);
    /// One picture of each shape that a screen has to fit: 1280×800 light and dark, a phone at 2×.
    void shots(const std::string& name);

    OfficeHost host_;
    std::filesystem::path folder_;
    std::unique_ptr<ui::OfficeRoot> root_;
    std::unique_ptr<Headless> screen_;
};

}  // namespace thidua::testing
