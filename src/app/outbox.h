#pragma once
// What leaves the program: tables, documents, several at once, printing. Long work runs in slices between frames, with
// progress, and can be stopped; a file goes out whole or not at all.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/dossier_maker.h"
#include "app/office_tables.h"
#include "app/papers.h"
#include "document/certificate.h"
#include "document/truetype.h"
#include "document/zip.h"
#include "sheet/xlsx_write.h"

namespace thidua::app {

class Application;

enum class PaperFormat { kDocx, kPdf, kHtml };
enum class TableFormat { kXlsx, kCsv };

class Outbox {
public:
    explicit Outbox(Application& app);
    ~Outbox();

    void table(OfficeTable table, TableFormat format);
    void document(const PaperContent& content, PaperFormat format);
    void print(const PaperContent& content);
    /// All in one go, each with its own page numbers.
    void print(std::vector<PaperContent> contents);
    /// One ZIP of them all, with a list of what is still blank in each.
    void documents(std::vector<PaperContent> contents, PaperFormat format);

    /// Dossiers with their parts (dossier_maker.h), by the rules of the day `on`.
    void dossiers(const std::vector<DossierWish>& wishes, const base::Date& on, PaperFormat format);

    /// One page each.
    void certificates(const std::vector<document::Certificate>& certificates, const document::CertificateLayout& layout,
                      const document::CertificateOptions& options, bool print = false);

    struct Progress {
        std::string vi, en;  ///< what is being made
        std::size_t done = 0;
        std::size_t all = 0;
    };
    /// nullptr when nothing is under way.
    const Progress* progress() const { return job_ ? &progress_ : nullptr; }
    void cancel();
    /// Works for about `milliseconds`; true while there is more to do.
    bool work(double milliseconds);

private:
    struct Job;
    /// Calls `done` with the four faces once they are here.
    void with_fonts(std::function<void(const document::FontSet&)> done);
    void start_pdf(const PaperContent& content, bool print);
    void print_pages(const std::string& name, const std::string& bytes);
    void print_together();
    /// The next document of the job: made at once, or its PDF begun. False when there is none left.
    bool begin_next();
    void work_on_pdf(double milliseconds);
    void work_on_table(double milliseconds);
    /// A document of the job is there.
    void made(std::string bytes);
    void save(const std::string& name, std::string_view type, std::string_view bytes);
    void begin(std::unique_ptr<Job> job, std::string vi, std::string en, std::size_t all);
    void finish();

    Application& app_;
    std::unique_ptr<document::FontSet> fonts_;
    std::unique_ptr<Job> job_;
    Progress progress_;
    std::shared_ptr<bool> alive_;
};

std::string_view media_type(PaperFormat format);
/// ".docx"
std::string_view extension(PaperFormat format);

}  // namespace thidua::app
