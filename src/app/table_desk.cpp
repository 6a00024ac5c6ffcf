#include "app/table_desk.h"

#include <chrono>

#include "app/application.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

constexpr std::string_view kColumnsSetting = "import.columns";
/// Between two looks at the clock.
constexpr std::size_t kRowsAtOnce = 16;

}  // namespace

bool is_table(const IncomingFile& file) {
    const std::string name = text::lower(file.name);
    for (const std::string_view ending : {".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".ods"}) {
        if (name.ends_with(ending)) return true;
    }
    // The names of a container's parts stand in it as they are.
    return file.bytes.starts_with("PK") && file.bytes.find("xl/workbook.xml") != std::string::npos;
}

TableDesk::TableDesk(Application& app) : app_(app), alive_(std::make_shared<bool>(true)) {}
TableDesk::~TableDesk() = default;

void TableDesk::pick() {
    const std::weak_ptr<bool> alive = alive_;
    app_.host().pick_file(".xlsx,.csv,.docx,.txt,.tsv", [this, alive](IncomingFile file) {
        if (!alive.expired()) take(std::move(file));
    });
}

void TableDesk::take(IncomingFile file) {
    auto import = TableImport::begin(std::move(file.name), file.bytes, app_.book(),
                                     app_.host().setting(kColumnsSetting), TableImport::Pace::kInSteps);
    if (!import) return app_.say(import.error());
    current_ = std::make_unique<TableImport>(std::move(*import));
    revision_ = app_.revision();
    app_.host().request_frame(0);
}

void TableDesk::discard() { current_.reset(); }

bool TableDesk::work(double milliseconds) {
    if (!current_) return false;
    if (revision_ != app_.revision()) {
        revision_ = app_.revision();
        current_->read_again(app_.book());
    }
    const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
    while (current_->step(kRowsAtOnce) && std::chrono::steady_clock::now() < until) {
    }
    return current_->reading();
}

void TableDesk::accept() {
    if (!current_ || current_->reading() || current_->batch().empty()) return;
    const std::string rows = std::to_string(current_->changes());
    const std::string refused = std::to_string(current_->refused().size());
    Notice done{false, false,
                "Đã nhập " + rows + " dòng" + (refused == "0" ? "." : ", " + refused + " dòng bị từ chối."),
                rows + " rows were taken in" + (refused == "0" ? "." : ", " + refused + " refused.")};
    const bool kept = app_.act(
        [&](store::Store& store) { return store::import_batch(store, current_->act_words(), current_->batch()); },
        std::move(done));
    if (!kept) return;
    app_.host().set_setting(kColumnsSetting, current_->remembered());
    current_.reset();
}

}  // namespace thidua::app
