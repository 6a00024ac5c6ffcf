#pragma once
// PDF of a document, kept to PDF/A-2b: embedded subset fonts, text that can be searched and copied, bookmarks,
// metadata.
//
// Written here and not by libharu: 2.3.0 reads fonts from files only (the browser has none), and its map from glyphs to
// letters is one that readers need not understand (cidrange instead of bfchar, ISO 32000-1 §9.10.3), so that copying
// Vietnamese would depend on the reader.

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "document/document.h"
#include "document/truetype.h"

namespace thidua::document {

/// Called between pages with the pages done and all pages; false stops the writing.
using PageProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// The bytes of the file. The same document and fonts always give the same bytes. kConflict when `progress` stopped it.
base::Result<std::string> write_pdf(const Document& document, const FontSet& fonts, const PageProgress& progress = {});

/// The same in slices, for documents of hundreds of pages on one thread. Stopped by destroying it.
class PdfJob {
public:
    /// `fonts` must outlive the job.
    PdfJob(Document document, const FontSet& fonts);
    ~PdfJob();
    PdfJob(const PdfJob&) = delete;
    PdfJob& operator=(const PdfJob&) = delete;

    /// Works for about that long, at least one piece (a page, a paragraph or a font); true while there is more to do.
    bool step(double milliseconds);
    /// 0..1, never falling.
    double progress() const;
    /// The bytes, once step() gave false; empty before.
    std::string take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace thidua::document
