#include "document/pdf.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "document/layout.h"
#include "document/pdf_content.h"
#include "document/pdf_file.h"

namespace thidua::document {
namespace {

constexpr double kLayoutShare = 0.45;  // of the time of a long document (docs/documents.md, figures)
constexpr double kPageShare = 0.4;

}  // namespace

struct PdfJob::State {
    State(Document made, const FontSet& fonts)
        : document(std::move(made)), layout_job(document, fonts), file(fonts), content(document, file) {}

    /// One piece of work; false when all is done.
    bool advance() {
        if (!laid_out) {
            if (layout_job.advance()) return true;
            layout = layout_job.take();
            laid_out = true;
            return true;
        }
        if (file.pages() < layout.pages.size()) {
            PlacedPage& page = layout.pages[file.pages()];
            content.add(page);
            page = {};  // written; long documents need the room
            return true;
        }
        if (!closed) {
            closed = true;
            file.close({document.title, document.issuer, document.kind, document.date}, std::move(layout.bookmarks));
        }
        return file.advance();
    }

    Document document;
    LayoutJob layout_job;
    PdfFile file;
    PdfContent content;
    Layout layout;
    bool laid_out = false;
    bool closed = false;
    bool done = false;
};

PdfJob::PdfJob(Document document, const FontSet& fonts) : state_(std::make_unique<State>(std::move(document), fonts)) {}
PdfJob::~PdfJob() = default;

bool PdfWork::step(double milliseconds) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    while (advance()) {
        if (std::chrono::duration<double, std::milli>(Clock::now() - start).count() >= milliseconds) return true;
    }
    return false;
}

bool PdfJob::advance() {
    if (state_->advance()) return true;
    state_->done = true;
    return false;
}

double PdfJob::progress() const {
    const State& s = *state_;
    if (s.done) return 1;
    if (!s.laid_out) return kLayoutShare * s.layout_job.progress();
    const double pages =
        s.layout.pages.empty() ? 1 : static_cast<double>(s.file.pages()) / static_cast<double>(s.layout.pages.size());
    return kLayoutShare + kPageShare * pages + (1 - kLayoutShare - kPageShare) * (s.closed ? s.file.progress() : 0);
}

std::string PdfJob::take() { return state_->file.take(); }

std::string write_pdf(const Document& document, const FontSet& fonts) {
    PdfJob job(document, fonts);
    while (job.step(1000)) {
    }
    return job.take();
}

}  // namespace thidua::document
