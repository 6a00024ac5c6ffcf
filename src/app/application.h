#pragma once
// The program's state without a screen: the open file, what it holds as values, the scan on its way in,
// the place one is at, and every act. Screens read it and call it; they never query and never compute a rule.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/home_view.h"
#include "app/host.h"
#include "app/intake_flow.h"
#include "app/library.h"
#include "app/office_law.h"
#include "app/route.h"
#include "app/verdict_grid.h"
#include "app/verdicts.h"
#include "document/document.h"
#include "share/link.h"
#include "store/commands.h"

namespace thidua::app {

/// What a person is told in passing, with "Hoàn tác" when it can be undone.
struct Notice {
    bool bad = false;
    bool undoable = false;
    std::string vi;
    std::string en;
};

enum class DocumentKind { kPlan, kReport };

class Outbox;
class TableDesk;

class Application {
public:
    Application(Host& host, std::unique_ptr<Library> library, base::Date today);
    ~Application();

    // --- start ---------------------------------------------------------------------------------

    /// Opens the file used last, or the demo office; or the shared plan that `fragment` carries, and
    /// then touches no file at all.
    void start(std::string_view fragment);
    /// True once there is something to show.
    bool ready() const;
    /// Opening failed: why. The demo office stands in, in memory.
    const std::optional<base::Error>& trouble() const { return trouble_; }

    // --- frames --------------------------------------------------------------------------------

    /// Runs jobs for about `milliseconds`; true while there is more to do.
    bool work(double milliseconds);

    // --- what there is -------------------------------------------------------------------------
    // References stay valid until the next work(), whatever is done in between.

    const office::YearBook& book() const;
    /// Changes whenever book() may have changed.
    int revision() const { return revision_; }
    const HomeView& home() const;
    /// Everybody by every title; the law it judges by is packs().
    const VerdictGrid& grid() const;
    /// The rules in use: the national packs with the office's local rules on them.
    const law::PackSet& packs() const { return *office_law().packs; }
    const OfficeLaw& office_law() const;
    /// The demo office lives in its own year: there it is the same day of that year.
    base::Date today() const;
    /// The day whose law judges; by default the year's end or today, whichever is earlier.
    base::Date law_date() const;
    void set_law_date(base::Date date);

    bool is_demo() const;
    bool read_only() const;
    /// A plan that came by link; nullptr otherwise.
    const share::SharedPlan* shared() const { return shared_.get(); }
    const std::string& file_name() const { return file_.name; }
    store::StorageStatus saving() const;
    void retry_saving();
    std::vector<store::JournalEntry> journal(int limit) const;
    /// What must be said about the open file (store::Store::warnings).
    std::vector<base::Error> warnings() const;
    const std::vector<store::StoredFile>& files() const { return files_; }

    // --- places --------------------------------------------------------------------------------

    const Route& route() const { return route_; }
    /// Goes there and writes the address: a new history entry unless only the part changes.
    void go(Route route);
    /// The address changed (back, forward, a link that was opened).
    void fragment_changed(std::string_view fragment);

    // --- acts ----------------------------------------------------------------------------------

    /// Runs one command of store/commands.h on the open file. On success the values are read anew and
    /// `done_words` (may be empty) become a notice with "Hoàn tác"; an error becomes a notice.
    bool act(const std::function<base::Status(store::Store&)>& command, Notice done = {});
    bool can_undo() const;
    bool can_redo() const;
    std::string undo_words() const;
    std::string redo_words() const;
    void undo();
    void redo();

    // --- intake --------------------------------------------------------------------------------

    IntakeFlow& intake() { return intake_; }
    const IntakeFlow& intake() const { return intake_; }
    /// A file that was dropped, pasted or picked: a scan begins its review, a .thidua file is opened,
    /// anything else is refused with a sentence.
    void receive(IncomingFile file);
    void pick_plan();
    /// Accepts the reviewed text. While the demo office is open, a file of one's own is begun first.
    void accept_plan();

    // --- out -----------------------------------------------------------------------------------

    /// As it stands under Văn bản, changes by hand included.
    void export_docx(DocumentKind kind, base::Id<office::Plan> plan);
    /// Tables and documents on their way out, with progress.
    Outbox& outbox() { return *outbox_; }
    /// A list on its way in.
    TableDesk& tables() { return *tables_; }
    /// The whole address of a link to the plan; only "#k=…" when no address of a page is known.
    base::Result<std::string> link(base::Id<office::Plan> plan) const;
    void copy_link(base::Id<office::Plan> plan);
    /// Keeps a plan that came by link in the own file.
    void keep_shared();
    void leave_shared();

    // --- files ---------------------------------------------------------------------------------

    void save_file();  ///< hands the .thidua file out
    void pick_file();  ///< opens a .thidua file or a scan
    void open_named(const std::string& name);
    void begin_own(office::Office office);
    void open_demo();

    // --- notices -------------------------------------------------------------------------------

    const std::vector<Notice>& notices() const { return notices_; }
    void say(Notice notice);
    void say(const base::Error& error);
    void forget_notice(std::size_t index);
    bool english() const { return english_; }
    void set_english(bool english);

    Host& host() { return host_; }

private:
    void open_last();
    bool keep_plan(const office::PlanBundle& bundle, Notice done);
    void opened(base::Result<OpenFile> file);
    void reload();
    void set_shared(std::shared_ptr<const share::SharedPlan> plan);
    void refresh_files();
    void show_shared(std::string_view fragment);
    void open_file_bytes(std::string_view name, std::string bytes);

    Host& host_;
    std::unique_ptr<Library> library_;
    base::Date today_;
    std::optional<base::Date> law_date_;
    OpenFile file_;
    std::shared_ptr<const office::YearBook> book_;
    std::shared_ptr<const share::SharedPlan> shared_;
    std::shared_ptr<const office::YearBook> shared_book_;
    /// Values that an act replaced while a screen was still drawing them; let go at the next work().
    mutable std::vector<std::shared_ptr<const void>> retired_;
    IntakeFlow intake_;
    Route route_;
    std::optional<base::Error> trouble_;
    std::vector<store::StoredFile> files_;
    std::vector<Notice> notices_;
    std::function<void()> after_opening_;
    int revision_ = 0;
    bool english_ = false;
    bool opening_ = false;
    struct Cache;
    std::unique_ptr<Cache> cache_;
    std::unique_ptr<Outbox> outbox_;
    std::unique_ptr<TableDesk> tables_;
    std::shared_ptr<bool> alive_;  ///< answers that come back later look here first
};

/// The office that a plan speaks of, for a file that begins with it.
office::Office office_of(const office::Plan& plan);
/// A civil date of this machine's clock and time zone.
base::Date machine_today();

}  // namespace thidua::app
