#include "office_fixture.h"

#include <utility>

#include "app/data_file.h"

namespace thidua::testing {

namespace fs = std::filesystem;

void OfficeHost::fetch(std::string_view path, std::function<void(float)> progress,
                       std::function<void(base::Result<std::string>)> done) {
    if (offline) return done(base::fail(base::ErrorKind::kNotFound, "Mất mạng.", "No network."));
    progress(1);
    if (path.starts_with("fonts/"))
        return done(app::read_file(std::string(THIDUA_BINARY_DIR) + "/" + std::string(path), 8U << 20));
    done(app::read_data_file(path));
}

app::Host::PrintForm OfficeHost::print_form() const { return PrintForm::kHtml; }

void OfficeHost::print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) {
    printed_name = name;
    printed = bytes;
    done({});
}

void OfficeTest::SetUp() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("thidua-") + test->test_suite_name() + "-" + test->name());
    fs::remove_all(folder_);
    auto application =
        std::make_unique<app::Application>(host_, app::machine_library(folder_.string()), base::Date{2024, 11, 22});
    application->start("");
    root_ = std::make_unique<ui::OfficeRoot>(std::move(application));
    screen_ = std::make_unique<Headless>(*root_);
    screen_->settle();
}

void OfficeTest::TearDown() {
    screen_.reset();
    root_.reset();
    fs::remove_all(folder_);
}

void OfficeTest::go(app::Route route) {
    app().go(std::move(route));
    screen_->shell().wake();
    screen_->settle();
}

void OfficeTest::shot(const std::string& name) {
    const fs::path folder = fs::path(THIDUA_BINARY_DIR) / "shots";
    fs::create_directories(folder);
    EXPECT_TRUE(screen_->save_png((folder / (name + ".png")).string()));
}

void OfficeTest::shots(const std::string& name) {
    const auto save = [&](const std::string& shape) {
        screen_->settle();
        shot(shape + "-" + name);
    };
    save("1280");
    screen_->ui().set_dark(true);
    save("dark");
    screen_->ui().set_dark(false);
    screen_->resize(390, 844, 2);
    save("390");
    screen_->resize(1280, 800);
    screen_->settle();
}

}  // namespace thidua::testing
