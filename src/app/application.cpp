#include "app/application.h"

#include <algorithm>
#include <ctime>
#include <string_view>
#include <utility>

#include "app/demo.h"
#include "app/outbox.h"
#include "app/table_desk.h"
#include "document/docx.h"
#include "intake/import_file.h"

namespace thidua::app {
namespace {

constexpr std::string_view kFileSetting = "file";
constexpr std::string_view kDemoFile = "don-vi-mau";
/// Until the person says it (File and settings): an office always has a name.
constexpr std::string_view kUnnamedOffice = "Đơn vị của tôi";
constexpr std::string_view kFileType = "application/vnd.thidua+sqlite3";
/// The desktop has no address of its own: the person tells once where the office's page is hosted.
constexpr std::string_view kPageSetting = "page";

Notice good(std::string vi, std::string en) { return {false, false, std::move(vi), std::move(en)}; }

std::string without_extension(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    return std::string(name.substr(0, dot));
}

}  // namespace

struct Application::Cache {
    int home_revision = -1;
    std::shared_ptr<const HomeView> home;
    int grid_revision = -1;
    std::shared_ptr<const VerdictGrid> grid;
    std::shared_ptr<const OfficeLaw> grid_law;  ///< what `grid` was judged by
    std::vector<office::RuleOverlay>
        overlays;  ///< what `law` was made from: reading packs anew costs more than comparing
    std::shared_ptr<const OfficeLaw> law;
};

namespace {

/// Who heads the office, of the signer's lines: "TM. …" names the body, and behind "KT.", "TL.", "TUQ." stands the head
/// for whom somebody else signs (NĐ 30/2020 Phụ lục I, II.7.a).
void take_head(const office::Plan& plan, office::Office& office) {
    std::string_view lines = plan.signer_title;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.starts_with("TM.")) continue;
        bool other = false;
        for (const std::string_view mark : {"KT.", "TL.", "TUQ."}) {
            if (!line.starts_with(mark)) continue;
            other = true;
            line.remove_prefix(mark.size());
        }
        while (line.starts_with(' ')) line.remove_prefix(1);
        office.head_title = line;
        if (!other) office.head_name = plan.signer_name;
        return;
    }
}

}  // namespace

office::Office office_of(const office::Plan& plan) {
    office::Office office;
    office.name = plan.issuer.empty() ? std::string(kUnnamedOffice) : plan.issuer;
    office.superior = plan.superior;
    office.place = plan.place;
    take_head(plan, office);
    office.year = plan.year;
    return office;
}

base::Date machine_today() {
    const std::time_t now = std::time(nullptr);
    const std::tm* local = std::localtime(&now);
    if (local == nullptr) return {1970, 1, 1};
    return {local->tm_year + 1900, local->tm_mon + 1, local->tm_mday};
}

Application::Application(Host& host, std::unique_ptr<Library> library, base::Date today)
    : host_(host),
      library_(std::move(library)),
      today_(today),
      book_(std::make_shared<office::YearBook>()),
      english_(host.setting("language") == "en"),
      cache_(std::make_unique<Cache>()),
      outbox_(std::make_unique<Outbox>(*this)),
      tables_(std::make_unique<TableDesk>(*this)),
      alive_(std::make_shared<bool>(true)) {}

Application::~Application() = default;

// --- start -------------------------------------------------------------------------------------

void Application::start(std::string_view fragment) {
    if (is_shared_fragment(fragment)) {
        show_shared(fragment);
        return;
    }
    route_ = parse_fragment(fragment);
    open_last();
}

void Application::open_last() {
    const std::string last = host_.setting(kFileSetting);
    open_named(last.empty() ? std::string(kDemoFile) : last);
}

bool Application::ready() const { return shared_ || file_.store != nullptr; }

void Application::open_named(const std::string& name) {
    if (opening_) return;  // the page also reports its first address while the file is on its way
    opening_ = true;
    const std::weak_ptr<bool> alive = alive_;
    library_->open(
        name, demo_office(), [](float) {},
        [this, alive](base::Result<OpenFile> file) {
            if (!alive.expired()) opened(std::move(file));
        });
}

void Application::opened(base::Result<OpenFile> file) {
    opening_ = false;
    if (!file) {
        say(file.error());
        after_opening_ = nullptr;
        if (ready()) return;  // what was open stays open
        trouble_ = file.error();
        auto stand_in = store::Store::in_memory(demo_office());
        if (!stand_in) return;
        file_ = OpenFile();
        file_.name = std::string(kDemoFile);
        file_.store = std::make_unique<store::Store>(std::move(*stand_in));
    } else {
        trouble_.reset();
        file_ = std::move(*file);
        host_.set_setting(kFileSetting, file_.name);
    }
    set_shared(nullptr);
    if (file_.kept) {
        const std::weak_ptr<bool> alive = alive_;
        file_.kept->on_status([this, alive](const store::StorageStatus&) {
            if (!alive.expired()) host_.request_frame(0);
        });
    }
    reload();
    refresh_files();
    for (const base::Error& warning : file_.store->warnings()) say(warning);
    if (file_.store->read_only()) {
        say(Notice{true, false, "Tệp này đang mở ở cửa sổ khác nên ở đây chỉ xem, không sửa.",
                   "This file is open in another window: here it can be read, not changed."});
    }
    if (after_opening_) std::exchange(after_opening_, nullptr)();
    host_.request_frame(0);
}

void Application::refresh_files() {
    const std::weak_ptr<bool> alive = alive_;
    library_->list([this, alive](base::Result<std::vector<store::StoredFile>> files) {
        if (alive.expired() || !files) return;
        files_ = std::move(*files);
        host_.request_frame(0);
    });
}

void Application::reload() {
    ++revision_;
    if (!file_.store) return;
    auto book = store::snapshot(*file_.store);
    if (book) {
        retired_.push_back(std::exchange(book_, std::make_shared<office::YearBook>(std::move(*book))));
    } else {
        say(book.error());
    }
}

bool Application::work(double milliseconds) {
    retired_.clear();
    if (outbox_->work(milliseconds)) return true;
    if (tables_->work(milliseconds)) return true;
    return intake_.work(milliseconds);
}

// --- what there is -----------------------------------------------------------------------------

const office::YearBook& Application::book() const { return shared_ ? *shared_book_ : *book_; }

base::Date Application::today() const {
    const int year = book().office.year;
    if (!is_demo() || year == 0) return today_;
    return {year, today_.month, std::min(today_.day, base::days_in_month(year, today_.month))};
}

const HomeView& Application::home() const {
    if (cache_->home_revision != revision_) {
        retired_.push_back(std::exchange(cache_->home, std::make_shared<HomeView>(home_view(book(), today()))));
        cache_->home_revision = revision_;
    }
    return *cache_->home;
}

const VerdictGrid& Application::grid() const {
    if (cache_->grid_revision != revision_) {
        const law::PackSet& by = packs();
        const VerdictGrid* before = cache_->grid_law == cache_->law ? cache_->grid.get() : nullptr;
        retired_.push_back(
            std::exchange(cache_->grid, std::make_shared<VerdictGrid>(verdict_grid(by, book(), law_date(), before))));
        cache_->grid_law = cache_->law;
        cache_->grid_revision = revision_;
    }
    return *cache_->grid;
}

const OfficeLaw& Application::office_law() const {
    if (!cache_->law || cache_->overlays != book().overlays) {
        retired_.push_back(std::exchange(cache_->law, std::make_shared<OfficeLaw>(law_of(book().overlays))));
        cache_->overlays = book().overlays;
    }
    return *cache_->law;
}

base::Date Application::law_date() const { return law_date_ ? *law_date_ : judging_date(book(), today()); }

void Application::set_law_date(base::Date date) {
    law_date_ = date;
    ++revision_;
}

bool Application::is_demo() const { return !shared_ && file_.name == kDemoFile; }

bool Application::read_only() const { return shared_ || !file_.store || file_.store->read_only(); }

store::StorageStatus Application::saving() const { return file_.kept ? file_.kept->status() : store::StorageStatus{}; }

void Application::retry_saving() {
    if (file_.kept) file_.kept->retry();
}

std::vector<store::JournalEntry> Application::journal(int limit) const {
    if (!file_.store) return {};
    auto entries = file_.store->journal(limit);
    return entries ? std::move(*entries) : std::vector<store::JournalEntry>{};
}

std::vector<base::Error> Application::warnings() const {
    return file_.store ? file_.store->warnings() : std::vector<base::Error>{};
}

// --- places ------------------------------------------------------------------------------------

void Application::go(Route route) {
    if (route == route_) return;
    const bool same_screen = route.place == route_.place && route.id == route_.id;
    route_ = std::move(route);
    if (!shared_) host_.set_fragment(to_fragment(route_), !same_screen);
    host_.request_frame(0);
}

void Application::fragment_changed(std::string_view fragment) {
    if (is_shared_fragment(fragment)) {
        show_shared(fragment);
        return;
    }
    if (shared_) set_shared(nullptr);
    route_ = parse_fragment(fragment);
    if (!file_.store) open_last();
    host_.request_frame(0);
}

void Application::set_shared(std::shared_ptr<const share::SharedPlan> plan) {
    retired_.push_back(shared_book_);
    retired_.push_back(std::exchange(shared_, std::move(plan)));
    shared_book_.reset();
    if (shared_) {
        auto book = std::make_shared<office::YearBook>();
        book->office = shared_->office;
        book->plans = {shared_->bundle};
        shared_book_ = std::move(book);
    }
    ++revision_;
}

void Application::show_shared(std::string_view fragment) {
    auto plan = share::decode_link(fragment);
    if (!plan) {
        say(plan.error());
        if (!file_.store) {
            trouble_ = plan.error();
            open_last();
        }
        return;
    }
    set_shared(std::make_shared<share::SharedPlan>(std::move(*plan)));
    route_ = {Place::kShared, 0, ""};
    host_.request_frame(0);
}

void Application::leave_shared() {
    if (!shared_) return;
    set_shared(nullptr);
    route_ = {};
    host_.set_fragment(to_fragment(route_), true);
    if (!file_.store) open_last();
    host_.request_frame(0);
}

// --- acts --------------------------------------------------------------------------------------

bool Application::act(const std::function<base::Status(store::Store&)>& command, Notice done) {
    if (read_only()) {
        say(Notice{true, false, "Bản này chỉ để xem, không sửa được.", "This copy is read-only."});
        return false;
    }
    const std::uint64_t before = file_.store->revision();
    if (const base::Status status = command(*file_.store); !status) {
        say(status.error());
        return false;
    }
    if (file_.store->revision() != before) {
        reload();
        if (!done.vi.empty()) {
            done.undoable = true;
            say(std::move(done));
        }
    }
    host_.request_frame(0);
    return true;
}

bool Application::can_undo() const { return !read_only() && file_.store->can_undo(); }
bool Application::can_redo() const { return !read_only() && file_.store->can_redo(); }
std::string Application::undo_words() const { return can_undo() ? file_.store->undo_words() : ""; }
std::string Application::redo_words() const { return can_redo() ? file_.store->redo_words() : ""; }

void Application::undo() {
    if (!can_undo()) return;
    const std::string words = file_.store->undo_words();
    if (const base::Status status = file_.store->undo(); !status) return say(status.error());
    reload();
    say(good("Đã hoàn tác: " + words, "Undone: " + words));
}

void Application::redo() {
    if (!can_redo()) return;
    const std::string words = file_.store->redo_words();
    if (const base::Status status = file_.store->redo(); !status) return say(status.error());
    reload();
    say(good("Đã làm lại: " + words, "Redone: " + words));
}

// --- intake ------------------------------------------------------------------------------------

void Application::receive(IncomingFile file) {
    if (is_table(file)) return tables_->take(std::move(file));
    auto incoming = intake::read_incoming(file.name, file.bytes);
    if (!incoming) return say(incoming.error());
    if (incoming->kind == intake::Imported::Kind::kOffice) {
        return open_file_bytes(file.name, std::move(file.bytes));
    }
    for (const auto& remark : incoming->remarks) say(good(remark.vi, remark.en));
    intake_.start(incoming->name, std::move(incoming->text), host_);
    go({Place::kReview, 0, ""});
    host_.request_frame(0);
}

void Application::pick_plan() {
    const std::weak_ptr<bool> alive = alive_;
    host_.pick_file(".txt,.docx,.md,.thidua,text/plain", [this, alive](IncomingFile file) {
        if (!alive.expired()) receive(std::move(file));
    });
}

void Application::accept_plan() {
    if (intake_.stage() != IntakeFlow::Stage::kReview) return;
    const office::PlanBundle bundle = intake_.read();
    if (is_demo() || shared_) {
        // The demo stays as it is: the first plan of one's own begins a file of one's own.
        after_opening_ = [this] { accept_plan(); };
        office::Office office = office_of(bundle.plan);
        if (office.year == 0) office.year = today_.year;
        begin_own(std::move(office));
        return;
    }
    const std::string left = std::to_string(intake_.open_doubts());
    Notice done = good("Đã nhận kế hoạch.", "The plan was accepted.");
    if (left != "0") {
        done = good("Đã nhận kế hoạch; " + left + " chữ còn ngờ được giữ như đang đọc.",
                    "The plan was accepted; " + left + " doubtful words are kept as they read.");
    }
    if (keep_plan(bundle, std::move(done))) intake_.cancel();
}

bool Application::keep_plan(const office::PlanBundle& bundle, Notice done) {
    base::Id<office::Plan> id;
    const bool kept = act(
        [&](store::Store& store) -> base::Status {
            auto made = store::accept_plan(store, bundle);
            if (!made) return tl::unexpected(made.error());
            id = *made;
            return {};
        },
        std::move(done));
    if (kept) go({Place::kPlan, id.value, ""});
    return kept;
}

// --- out ---------------------------------------------------------------------------------------

void Application::export_docx(DocumentKind kind, base::Id<office::Plan> plan) {
    document::Request request;
    request.kind = kind == DocumentKind::kPlan ? "plan" : "report";
    request.plan = plan;
    outbox_->document(content_of(book(), request), PaperFormat::kDocx);
}

base::Result<std::string> Application::link(base::Id<office::Plan> plan) const {
    const office::PlanBundle* bundle = find_plan(book(), plan);
    if (bundle == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Không tìm thấy kế hoạch này.", "There is no such plan.");
    }
    auto fragment = share::encode_link(*bundle, book().office);
    if (!fragment) return fragment;
    const std::string own = host_.page_address();
    return (own.empty() ? host_.setting(kPageSetting) : own) + "#" + *fragment;
}

void Application::copy_link(base::Id<office::Plan> plan) {
    const auto address = link(plan);
    if (!address) return say(address.error());
    host_.copy_text(*address);
    say(good("Đã chép liên kết. Người nhận chỉ xem, không sửa được.",
             "The link was copied. Whoever opens it can read, not change."));
}

void Application::keep_shared() {
    if (!shared_) return;
    const office::PlanBundle bundle = shared_->bundle;
    const office::Office office = shared_->office;
    after_opening_ = [this, bundle] {
        keep_plan(bundle, good("Đã lưu kế hoạch được chia sẻ.", "The shared plan was kept."));
    };
    begin_own(office);
}

// --- files -------------------------------------------------------------------------------------

void Application::save_file() {
    if (!file_.store) return;
    auto bytes = file_.store->serialize();
    if (!bytes) return say(bytes.error());
    // Read back before it is called saved.
    if (auto again = store::Store::open_bytes(*bytes); !again) return say(again.error());
    const std::string name = file_.name + ".thidua";
    const std::weak_ptr<bool> alive = alive_;
    host_.save_file(name, kFileType, *bytes, [this, alive, name](base::Status kept) {
        if (alive.expired()) return;
        if (!kept) return say(kept.error());
        say(good("Đã lưu tệp " + name + ".", name + " was saved."));
    });
}

void Application::pick_file() {
    const std::weak_ptr<bool> alive = alive_;
    host_.pick_file(".thidua,.txt,.docx,.xlsx,.csv", [this, alive](IncomingFile file) {
        if (!alive.expired()) receive(std::move(file));
    });
}

void Application::open_file_bytes(std::string_view name, std::string bytes) {
    const std::weak_ptr<bool> alive = alive_;
    library_->take_over(file_name_of(without_extension(name)), std::move(bytes),
                        [this, alive](base::Result<OpenFile> file) {
                            if (alive.expired()) return;
                            const bool worked = file.has_value();
                            opened(std::move(file));
                            if (!worked) return;
                            say(good("Đã mở " + file_.name + ".thidua.", file_.name + ".thidua was opened."));
                            go({});
                        });
}

void Application::begin_own(office::Office office) {
    office::YearBook first;
    if (office.year == 0) office.year = today_.year;
    if (office.name.empty()) office.name = kUnnamedOffice;
    std::string wish = office.name + " " + std::to_string(office.year);
    first.office = std::move(office);
    auto fresh = store::Store::in_memory(first);
    auto bytes = fresh ? fresh->serialize() : base::Result<std::string>(tl::unexpected<base::Error>(fresh.error()));
    if (!bytes) {
        after_opening_ = nullptr;
        return say(bytes.error());
    }
    const std::weak_ptr<bool> alive = alive_;
    library_->take_over(file_name_of(wish), std::move(*bytes), [this, alive](base::Result<OpenFile> file) {
        if (!alive.expired()) opened(std::move(file));
    });
}

void Application::open_demo() { open_named(std::string(kDemoFile)); }

// --- notices -----------------------------------------------------------------------------------

void Application::say(Notice notice) {
    constexpr std::size_t kMostNotices = 4;
    notices_.push_back(std::move(notice));
    if (notices_.size() > kMostNotices) notices_.erase(notices_.begin());
    host_.request_frame(0);
}

void Application::say(const base::Error& error) { say(Notice{true, false, error.vi, error.en}); }

void Application::forget_notice(std::size_t index) {
    if (index < notices_.size()) notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(index));
}

void Application::set_english(bool english) {
    english_ = english;
    host_.set_setting("language", english ? "en" : "vi");
}

}  // namespace thidua::app
