#pragma once
// PDF of a document, kept to PDF/A-2a: embedded subset fonts, text that can be searched and copied, bookmarks,
// metadata, headings and tables that a screen reader finds.
//
// Written here and not by libharu: 2.3.0 reads fonts from files only (the browser has none), and its map from glyphs to
// letters is one that readers need not understand (cidrange instead of bfchar, ISO 32000-1 §9.10.3), so that copying
// Vietnamese would depend on the reader.

#include <memory>
#include <string>

#include "document/document.h"
#include "document/truetype.h"

namespace thidua::document {

/// The bytes of the file. The same document and fonts always give the same bytes.
std::string write_pdf(const Document& document, const FontSet& fonts);

/// A PDF made in slices, between the frames of one thread. Stopped by destroying it.
class PdfWork {
public:
    virtual ~PdfWork() = default;

    /// Works for about that long, at least one piece (a page, a paragraph, 8 KB of a font); true while there is more.
    bool step(double milliseconds);
    /// 0..1, never falling.
    virtual double progress() const = 0;
    /// The bytes, once step() gave false; empty before.
    virtual std::string take() = 0;

protected:
    /// One piece; false when all is done.
    virtual bool advance() = 0;
};

/// A document of any length.
class PdfJob final : public PdfWork {
public:
    /// `fonts` must outlive the job.
    PdfJob(Document document, const FontSet& fonts);
    ~PdfJob() override;
    PdfJob(const PdfJob&) = delete;
    PdfJob& operator=(const PdfJob&) = delete;

    double progress() const override;
    std::string take() override;

private:
    bool advance() override;

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace thidua::document
