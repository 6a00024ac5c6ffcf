#include "app/outbox.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iterator>

#include "app/application.h"
#include "app/verdict_table.h"
#include "document/docx.h"
#include "document/html.h"
#include "document/pdf.h"
#include "document/print_html.h"
#include "sheet/csv.h"

namespace thidua::app {
namespace {

constexpr std::array<const char*, 4> kFontFiles{"fonts/serif-regular.ttf", "fonts/serif-bold.ttf",
                                                "fonts/serif-italic.ttf", "fonts/serif-bolditalic.ttf"};
/// Rows of a spreadsheet between two looks at the clock.
constexpr std::size_t kRowsAtOnce = 50;
constexpr std::size_t kPercent = 100;

Notice good(std::string vi, std::string en) { return {false, false, std::move(vi), std::move(en)}; }

/// A document in one piece; PDFs are made in slices (document::PdfJob).
base::Result<std::string> written(const document::Document& document, PaperFormat format) {
    return format == PaperFormat::kHtml ? document::write_html(document) : document::write_docx(document);
}

}  // namespace

/// A spreadsheet being written, one PDF, documents on their way into a ZIP, or dossiers.
struct Outbox::Job {
    std::string file;
    std::optional<VerdictTable> verdicts;
    std::optional<sheet::Table> table;
    TableFormat table_format = TableFormat::kXlsx;
    std::optional<sheet::XlsxWriter> writer;
    std::size_t written_from = 0;        ///< per cent that were done before it
    std::vector<PaperContent> contents;  ///< of a ZIP; none: a file of its own
    std::size_t next = 0;
    PaperFormat format = PaperFormat::kDocx;
    std::unique_ptr<document::PdfWork> pdf;  ///< of the document at hand
    bool print = false;
    std::string name;  ///< of the document at hand, in the ZIP
    std::vector<document::ZipEntry> entries;
    std::string blanks;  ///< what is still to be written, for the list in the ZIP
    std::optional<DossierMaker> maker;
    document::Document together;  ///< of several that are printed: the sections of all

    /// The PDF at hand is one of several.
    bool several() const { return maker.has_value() || !contents.empty(); }
};

std::string_view media_type(PaperFormat format) {
    switch (format) {
        case PaperFormat::kPdf: return "application/pdf";
        case PaperFormat::kHtml: return "text/html";
        case PaperFormat::kDocx: break;
    }
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

std::string_view extension(PaperFormat format) {
    return format == PaperFormat::kPdf ? ".pdf" : format == PaperFormat::kHtml ? ".html" : ".docx";
}

Outbox::Outbox(Application& app) : app_(app), alive_(std::make_shared<bool>(true)) {}
Outbox::~Outbox() = default;

void Outbox::save(const std::string& name, std::string_view type, std::string_view bytes) {
    const std::weak_ptr<bool> alive = alive_;
    app_.host().save_file(name, type, bytes, [this, alive, name](base::Status kept) {
        if (alive.expired()) return;
        if (!kept) return app_.say(kept.error());
        app_.say(good("Đã xuất " + name + ".", name + " was exported."));
    });
}

void Outbox::begin(std::unique_ptr<Job> job, std::string vi, std::string en, std::size_t all) {
    job_ = std::move(job);
    progress_ = {std::move(vi), std::move(en), 0, all};
    app_.host().request_frame(0);
}

void Outbox::cancel() {
    if (!job_) return;
    job_.reset();
    app_.say(good("Đã dừng, không có tệp nào được xuất.", "Stopped: no file was exported."));
}

void Outbox::table(OfficeTable table, TableFormat format) {
    const std::vector<store::JournalEntry> journal =
        table == OfficeTable::kHistory ? app_.journal(0) : std::vector<store::JournalEntry>();
    TableSources sources;
    sources.journal = &journal;
    const std::string name = std::string(info(table).file) + "-" + std::to_string(app_.book().office.year);
    auto job = std::make_unique<Job>();
    job->file = name + (format == TableFormat::kCsv ? ".csv" : ".xlsx");
    job->table_format = format;
    if (table == OfficeTable::kVerdicts) {
        job->verdicts.emplace(app_.book(), app_.law_date(), app_.office_law().packs);
    } else {
        job->table = office_table(table, app_.book(), sources);
        if (format == TableFormat::kCsv) return save(job->file, "text/csv", sheet::write_csv(*job->table));
    }
    begin(std::move(job), "Đang xuất " + std::string(info(table).vi), "Exporting " + std::string(info(table).en),
          kPercent);
}

/// Verdicts are reached, then written; a table that is there is written at once.
void Outbox::work_on_table(double milliseconds) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
    const auto in_time = [&] { return std::chrono::steady_clock::now() < until; };
    // Reaching verdicts takes by far the longest.
    constexpr std::size_t kReached = 90;
    if (job_->verdicts) {
        VerdictTable& verdicts = *job_->verdicts;
        bool more = true;
        while (more && in_time()) more = verdicts.step();
        progress_.done = kReached * verdicts.done() / std::max<std::size_t>(1, verdicts.all());
        if (more) return;
        job_->table = verdicts.take();
        job_->verdicts.reset();
        job_->written_from = kReached;
    }
    if (job_->table) {
        if (job_->table_format == TableFormat::kCsv) {
            const std::unique_ptr<Job> job = std::move(job_);
            return save(job->file, "text/csv", sheet::write_csv(*job->table));
        }
        std::vector<sheet::Table> tables;
        tables.push_back(std::move(*job_->table));
        job_->table.reset();
        auto writer = sheet::XlsxWriter::begin(std::move(tables));
        if (!writer) {
            job_.reset();
            return app_.say(writer.error());
        }
        job_->writer = std::move(*writer);
    }
    bool more = true;
    while (more && in_time()) more = job_->writer->step(kRowsAtOnce);
    progress_.done = job_->written_from + (kPercent - job_->written_from) * job_->writer->done() /
                                              std::max<std::size_t>(1, job_->writer->all());
    if (!more) finish();
}

void Outbox::with_fonts(std::function<void(const document::FontSet&)> done) {
    if (fonts_) return done(*fonts_);
    struct Faces {
        std::array<std::string, kFontFiles.size()> bytes;
        std::size_t here = 0;
        bool failed = false;
    };
    const auto faces = std::make_shared<Faces>();
    const std::weak_ptr<bool> alive = alive_;
    for (std::size_t at = 0; at < kFontFiles.size(); ++at) {
        app_.host().fetch(
            kFontFiles[at], [](float) {},
            [this, alive, faces, at, done](base::Result<std::string> bytes) {
                if (alive.expired() || faces->failed) return;
                if (!bytes) {
                    faces->failed = true;
                    return app_.say(bytes.error());
                }
                faces->bytes[at] = std::move(*bytes);
                if (++faces->here < kFontFiles.size()) return;
                auto set = document::FontSet::load(faces->bytes[0], faces->bytes[1], faces->bytes[2], faces->bytes[3]);
                if (!set) return app_.say(set.error());
                fonts_ = std::make_unique<document::FontSet>(std::move(*set));
                done(*fonts_);
                app_.host().request_frame(0);
            });
    }
}

void Outbox::document(const PaperContent& content, PaperFormat format) {
    if (format == PaperFormat::kPdf) return start_pdf(content, false);
    const auto paper = make_paper(app_.book(), content, app_.today(), false);
    if (!paper) return app_.say(paper.error());
    const auto bytes = written(paper->document, format);
    if (!bytes) return app_.say(bytes.error());
    save(paper_file_name(app_.book(), content.request) + std::string(extension(format)), media_type(format), *bytes);
}

void Outbox::start_pdf(const PaperContent& content, bool print) {
    with_fonts([this, content, print](const document::FontSet& fonts) {
        auto paper = make_paper(app_.book(), content, app_.today(), false);
        if (!paper) return app_.say(paper.error());
        auto job = std::make_unique<Job>();
        job->file = paper_file_name(app_.book(), content.request) + ".pdf";
        job->pdf = std::make_unique<document::PdfJob>(std::move(paper->document), fonts);
        job->print = print;
        begin(std::move(job), "Đang lập văn bản", "Making documents", kPercent);
    });
}

void Outbox::print(const PaperContent& content) {
    if (app_.host().print_form() != Host::PrintForm::kHtml) return start_pdf(content, true);
    const auto paper = make_paper(app_.book(), content, app_.today());
    if (!paper) return app_.say(paper.error());
    print_pages(paper_file_name(app_.book(), content.request) + ".html",
                document::write_print_html(paper->document, paper->layout));
}

void Outbox::print_pages(const std::string& name, const std::string& bytes) {
    const std::weak_ptr<bool> alive = alive_;
    app_.host().print(name, bytes, [this, alive](base::Status printed) {
        if (!alive.expired() && !printed) app_.say(printed.error());
    });
}

void Outbox::certificates(const std::vector<document::Certificate>& certificates,
                          const document::CertificateLayout& layout, const document::CertificateOptions& options,
                          bool print) {
    if (print && app_.host().print_form() == Host::PrintForm::kHtml)
        return print_pages("giay-khen.html", document::write_certificates_html(certificates, layout, options));
    with_fonts([this, certificates, layout, options, print](const document::FontSet& fonts) {
        auto work = document::certificates_pdf(certificates, layout, options, fonts);
        if (!work) return app_.say(work.error());
        auto job = std::make_unique<Job>();
        const std::string name = options.grid ? "in-thu" : "giay-khen";
        job->file = name + "-" + std::to_string(app_.book().office.year) + ".pdf";
        job->pdf = std::move(*work);
        job->print = print;
        begin(std::move(job), "Đang lập giấy khen", "Making certificates", kPercent);
    });
}

void Outbox::documents(std::vector<PaperContent> contents, PaperFormat format) {
    if (contents.empty()) return;
    const auto start = [this, format, contents = std::move(contents)] {
        auto job = std::make_unique<Job>();
        job->file = "van-ban-" + std::to_string(app_.book().office.year) + ".zip";
        job->contents = contents;
        job->format = format;
        const std::size_t all = job->contents.size();
        begin(std::move(job), "Đang lập văn bản", "Making documents", all);
    };
    if (format == PaperFormat::kPdf) return with_fonts([start](const document::FontSet&) { start(); });
    start();
}

void Outbox::print(std::vector<PaperContent> contents) {
    if (contents.empty()) return;
    const auto start = [this, contents = std::move(contents)] {
        auto job = std::make_unique<Job>();
        job->file = "van-ban-" + std::to_string(app_.book().office.year);
        job->contents = contents;
        job->print = true;
        const std::size_t all = job->contents.size();
        begin(std::move(job), "Đang chuẩn bị bản in", "Preparing to print", all);
    };
    if (app_.host().print_form() == Host::PrintForm::kHtml) return start();
    with_fonts([start](const document::FontSet&) { start(); });
}

/// All are drafted: they go to the printer as one document.
void Outbox::print_together() {
    document::Document together = std::move(job_->together);
    together.title = "Văn bản năm " + std::to_string(app_.book().office.year);
    const std::string file = job_->file;
    if (app_.host().print_form() == Host::PrintForm::kHtml) {
        job_.reset();
        return print_pages(file + ".html", document::write_html(together));
    }
    auto job = std::make_unique<Job>();
    job->file = file + ".pdf";
    job->pdf = std::make_unique<document::PdfJob>(std::move(together), *fonts_);
    job->print = true;
    begin(std::move(job), "Đang chuẩn bị bản in", "Preparing to print", kPercent);
}

void Outbox::dossiers(const std::vector<DossierWish>& wishes, const base::Date& on, PaperFormat format) {
    if (format == PaperFormat::kPdf && !fonts_) {
        return with_fonts([this, wishes, on](const document::FontSet&) { dossiers(wishes, on, PaperFormat::kPdf); });
    }
    auto maker = DossierMaker::begin(app_.packs(), app_.book(), wishes, on, app_.today(), extension(format));
    if (!maker) return app_.say(maker.error());
    auto job = std::make_unique<Job>();
    job->file = maker->file_name();
    job->format = format;
    const std::size_t all = maker->all();
    job->maker = std::move(*maker);
    begin(std::move(job), "Đang lập hồ sơ", "Making dossiers", all);
}

bool Outbox::work(double milliseconds) {
    if (!job_) return false;
    const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
    if (job_->verdicts || job_->table || job_->writer) {
        work_on_table(milliseconds);
        return job_ != nullptr;
    }
    while (job_ && std::chrono::steady_clock::now() < until) {
        const std::chrono::duration<double, std::milli> left = until - std::chrono::steady_clock::now();
        if (job_->pdf) work_on_pdf(left.count());
        else if (!begin_next()) finish();
    }
    return job_ != nullptr;
}

bool Outbox::begin_next() {
    if (job_->next == progress_.all) return false;
    ++job_->next;
    auto paper = job_->maker ? job_->maker->next()
                             : make_paper(app_.book(), job_->contents[job_->next - 1], app_.today(), false);
    if (!paper) {
        job_.reset();
        app_.say(paper.error());
        return true;
    }
    if (job_->print) {
        auto& sections = job_->together.sections;
        sections.insert(sections.end(), std::make_move_iterator(paper->document.sections.begin()),
                        std::make_move_iterator(paper->document.sections.end()));
        progress_.done = job_->next;
        return true;
    }
    if (!job_->maker) {
        const PaperContent& content = job_->contents[job_->next - 1];
        char number[16];
        std::snprintf(number, sizeof number, "%02d-", static_cast<int>(job_->next));
        job_->name = number + paper_file_name(app_.book(), content.request) + std::string(extension(job_->format));
        job_->blanks += job_->name + "\r\n";
        for (const document::Missing& missing : paper->missing) job_->blanks += "    " + missing.vi + "\r\n";
    }
    if (job_->format == PaperFormat::kPdf) {
        job_->pdf = std::make_unique<document::PdfJob>(std::move(paper->document), *fonts_);
        return true;
    }
    auto bytes = written(paper->document, job_->format);
    if (bytes) {
        made(std::move(*bytes));
    } else {
        job_.reset();
        app_.say(bytes.error());
    }
    return true;
}

void Outbox::work_on_pdf(double milliseconds) {
    if (job_->pdf->step(milliseconds)) {
        if (!job_->several())
            progress_.done = static_cast<std::size_t>(job_->pdf->progress() * static_cast<double>(kPercent));
        return;
    }
    std::string bytes = job_->pdf->take();
    job_->pdf.reset();
    if (job_->several()) return made(std::move(bytes));
    const std::unique_ptr<Job> job = std::move(job_);
    if (job->print) print_pages(job->file, bytes);
    else save(job->file, media_type(PaperFormat::kPdf), bytes);
}

void Outbox::made(std::string bytes) {
    if (job_->maker) job_->maker->made(std::move(bytes));
    else job_->entries.push_back({job_->name, std::move(bytes)});
    progress_.done = job_->next;
}

void Outbox::finish() {
    if (job_->print) return print_together();
    const std::unique_ptr<Job> job = std::move(job_);
    if (job->writer) {
        const auto bytes = job->writer->finish();
        if (!bytes) return app_.say(bytes.error());
        return save(job->file, sheet::kXlsxType, *bytes);
    }
    if (job->maker) {
        const auto bytes = job->maker->finish();
        if (!bytes) return app_.say(bytes.error());
        return save(job->file, "application/zip", *bytes);
    }
    job->entries.push_back({"00-danh-muc.txt",
                            "\xEF\xBB\xBF"
                            "Các văn bản trong tệp này; dưới mỗi văn bản là những chỗ còn để trống.\r\n\r\n" +
                                job->blanks});
    const auto bytes = document::write_zip(job->entries);
    if (!bytes) return app_.say(bytes.error());
    save(job->file, "application/zip", *bytes);
}

}  // namespace thidua::app
