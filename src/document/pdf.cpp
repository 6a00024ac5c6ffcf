#include "document/pdf.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "document/layout.h"
#include "document/pdf_file.h"

namespace thidua::document {
namespace {

std::string content_of(PdfFile& file, const PlacedPage& page) {
    std::string out;
    for (const PlacedRule& rule : page.rules) {
        out += pdf_number(rule.thickness) + " w " + pdf_number(rule.x1) + " " + pdf_number(page.height - rule.y1) +
               " m " + pdf_number(rule.x2) + " " + pdf_number(page.height - rule.y2) + " l S\n";
    }
    out += "BT\n";
    for (const PlacedText& text : page.texts) out += file.text_commands(text, page.height);
    return out + "ET\n";
}

constexpr double kLayoutShare = 0.45;  // of the time of a long document (docs/documents.md, figures)
constexpr double kPageShare = 0.5;

}  // namespace

struct PdfJob::State {
    State(Document made, const FontSet& fonts) : document(std::move(made)), layout_job(document, fonts), file(fonts) {}

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
            file.add_page(page.width, page.height, content_of(file, page));
            page.texts = {};  // their commands are written; long documents need the room
            return true;
        }
        if (face < 4) {
            file.write_font(face++);
            return true;
        }
        if (bytes.empty()) {
            bytes = file.finish({document.title, document.issuer, document.kind, document.date}, layout.bookmarks);
        }
        return false;
    }

    Document document;
    LayoutJob layout_job;
    PdfFile file;
    Layout layout;
    bool laid_out = false;
    std::size_t face = 0;
    std::string bytes;
};

PdfJob::PdfJob(Document document, const FontSet& fonts) : state_(std::make_unique<State>(std::move(document), fonts)) {}
PdfJob::~PdfJob() = default;

bool PdfJob::step(double milliseconds) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    while (state_->advance()) {
        if (std::chrono::duration<double, std::milli>(Clock::now() - start).count() >= milliseconds) return true;
    }
    return false;
}

double PdfJob::progress() const {
    const State& s = *state_;
    if (!s.laid_out) return kLayoutShare * s.layout_job.progress();
    if (!s.bytes.empty()) return 1;
    const double pages =
        s.layout.pages.empty() ? 1 : static_cast<double>(s.file.pages()) / static_cast<double>(s.layout.pages.size());
    return kLayoutShare + kPageShare * pages + (1 - kLayoutShare - kPageShare) * static_cast<double>(s.face) / 5;
}

std::string PdfJob::take() { return std::exchange(state_->bytes, {}); }

base::Result<std::string> write_pdf(const Document& document, const FontSet& fonts, const PageProgress& progress) {
    const Layout layout = lay_out(document, fonts);
    PdfFile file(fonts);
    for (std::size_t i = 0; i < layout.pages.size(); ++i) {
        if (progress && !progress(i, layout.pages.size())) {
            return base::fail(base::ErrorKind::kConflict, "Đã dừng ghi tệp PDF.", "Writing the PDF was stopped.");
        }
        file.add_page(layout.pages[i].width, layout.pages[i].height, content_of(file, layout.pages[i]));
    }
    return file.finish({document.title, document.issuer, document.kind, document.date}, layout.bookmarks);
}

}  // namespace thidua::document
