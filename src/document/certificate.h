#pragma once
// Giấy khen and the certificate of CSTĐCS as a page (NĐ 98/2023 Điều 104: A4 297 × 210 mm, what stands where, in which
// colour). Where every field stands is data in millimetres, so that an office can move it to fit its printed stock.

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/guilloche.h"
#include "document/issue.h"
#include "document/layout.h"
#include "document/meeting.h"
#include "document/pdf.h"
#include "document/truetype.h"
#include "office/year_book.h"

namespace thidua::document {

enum class CertificateSlot {
    kNation,
    kMotto,
    kAuthority,  ///< office of the decider: capitals, bold, red
    kGives,      ///< "TẶNG", "TẶNG DANH HIỆU"
    kTitle,      ///< capitals, bold, red
    kRecipient,
    kAddress,  ///< position and unit, or address
    kMerit,
    kDecision,    ///< "Quyết định số …, ngày …"
    kGoldenBook,  ///< "Số sổ vàng: …"
    kPlaceDate,
    kSigner,  ///< office of the signer
    kSignerName,
};
inline constexpr std::size_t kCertificateSlots = 13;

/// What a slot is called on screen and in the saved layout.
struct CertificateSlotInfo {
    CertificateSlot slot;
    std::string_view code;  ///< "recipient"
    std::string_view vi;
    std::string_view en;
};
const std::array<CertificateSlotInfo, kCertificateSlots>& certificate_slots();

struct CertificateField {
    CertificateSlot slot = CertificateSlot::kNation;
    double x_mm = 0;      ///< left edge of the box that the text is aligned in
    double y_mm = 0;      ///< baseline of the first line
    double width_mm = 0;  ///< text is broken into lines at it
    double size_pt = 14;
    Alignment alignment = Alignment::kCenter;
    bool bold = false;
    bool italic = false;
    bool red = false;
    bool on_stock = false;  ///< already there on printed stock
    bool shown = true;

    bool operator==(const CertificateField&) const = default;
};

struct CertificateLayout {
    double width_mm = 297;
    double height_mm = 210;
    double border_mm = 9;   ///< from the paper's edge to the woven border; 0: none
    double band_mm = 10;    ///< width of the border
    double shift_x_mm = 0;  ///< what the printer is off: found with a test print
    double shift_y_mm = 0;
    std::vector<CertificateField> fields;

    bool operator==(const CertificateLayout&) const = default;
};

/// As the decree's Điều 104 describes it.
CertificateLayout decree_layout();
/// JSON for office::Setting "certificate.layout". The same layout always gives the same text.
std::string to_json(const CertificateLayout& layout);
/// kBadInput, with the field in Error::where, when a position is off the page or a value is none.
base::Result<CertificateLayout> certificate_layout_from_json(std::string_view text);

/// The texts of one certificate; empty ones are left out, or stand as a blank where a person must write.
struct Certificate {
    std::array<std::string, kCertificateSlots> texts;
    std::vector<Origin> origins;

    std::string& at(CertificateSlot slot) { return texts[static_cast<std::size_t>(slot)]; }
    const std::string& at(CertificateSlot slot) const { return texts[static_cast<std::size_t>(slot)]; }
};

/// Điều 104 describes those of giấy khen (GK) and CSTĐCS.
bool has_certificate(std::string_view title);
/// `issue` is the decision: its number, day and signer. kBadInput when the title has no such certificate.
base::Result<Certificate> certificate_of(const office::YearBook& book, const Proposal& given, const Issue& issue,
                                         const std::string& golden_book = {});

struct CertificateOptions {
    bool on_stock = false;  ///< paper with border and heading printed already: only the fields
    bool grid = false;      ///< test print: a line every 10 mm, numbered every 50 mm
    /// What is drawn of the border: all as lines; the frame only, where a shader weaves the rest; nothing.
    enum class Border { kAll, kFrame, kNone } border = Border::kAll;
};

struct CertificateText {
    PlacedText text;
    bool red = false;
    bool grid = false;  ///< a number of the test print's grid, in no slot
    CertificateSlot slot = CertificateSlot::kNation;
};
struct CertificateLine {
    GuillocheCurve points;
    double thickness = 0.3;
    std::array<double, 3> colour{};  ///< red, green, blue; 0..1
};
/// Points from the upper left corner, y downward, as in layout.h.
struct CertificatePage {
    double width = 0;
    double height = 0;
    std::vector<CertificateLine> lines;
    std::vector<CertificateText> texts;
};

/// The numbers of the woven border, for those who draw it themselves. Points.
struct CertificateWeave {
    double x = 0, y = 0, width = 0, height = 0;
    double band = 0;
    double waves_across = 1, waves_down = 1;
    double thickness = 0;
    std::array<double, 3> first{}, second{};  ///< colours of even and odd strands
};
/// band 0: the layout has no border.
CertificateWeave weave_of(const CertificateLayout& layout);

CertificatePage compose_certificate(const Certificate& certificate, const CertificateLayout& layout,
                                    const CertificateOptions& options, const FontMetrics& metrics);
/// One page each. The border is made of lines, not of a picture, and stands in the file once. kBadInput when there is
/// none to print. `fonts` must outlive the work.
base::Result<std::unique_ptr<PdfWork>> certificates_pdf(std::vector<Certificate> certificates,
                                                        const CertificateLayout& layout,
                                                        const CertificateOptions& options, const FontSet& fonts);
/// As a page for the browser's printer.
std::string write_certificates_html(const std::vector<Certificate>& certificates, const CertificateLayout& layout,
                                    const CertificateOptions& options);
/// The same at once.
base::Result<std::string> write_certificates_pdf(const std::vector<Certificate>& certificates,
                                                 const CertificateLayout& layout, const CertificateOptions& options,
                                                 const FontSet& fonts);

}  // namespace thidua::document
