#include "document/certificate.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "document/kind_scope.h"
#include "document/pdf_file.h"
#include "document/wording.h"
#include "office/title.h"

namespace thidua::document {
namespace {

using Slot = CertificateSlot;

constexpr std::array<CertificateSlotInfo, kCertificateSlots> kSlots{{
    {Slot::kNation, "nation", "Quốc hiệu", "National name"},
    {Slot::kMotto, "motto", "Tiêu ngữ", "Motto"},
    {Slot::kAuthority, "authority", "Thẩm quyền quyết định", "Who decides"},
    {Slot::kGives, "gives", "Chữ “Tặng”", "The word “Tặng”"},
    {Slot::kTitle, "title", "Danh hiệu, hình thức", "Title or form"},
    {Slot::kRecipient, "recipient", "Người, tập thể được tặng", "Recipient"},
    {Slot::kAddress, "address", "Chức vụ, đơn vị", "Position, unit"},
    {Slot::kMerit, "merit", "Thành tích", "Merit"},
    {Slot::kDecision, "decision", "Số, ngày quyết định", "Decision"},
    {Slot::kGoldenBook, "golden-book", "Số sổ vàng", "Number in the golden book"},
    {Slot::kPlaceDate, "place-date", "Địa danh, ngày", "Place and date"},
    {Slot::kSigner, "signer", "Chức vụ người ký", "Title of the signer"},
    {Slot::kSignerName, "signer-name", "Họ tên người ký", "Name of the signer"},
}};

constexpr std::array<double, 3> kBorderColour{0.62, 0.46, 0.16};  // old gold; the state's awards have other borders
constexpr std::array<double, 3> kInnerColour{0.20, 0.42, 0.38};
constexpr std::array<double, 3> kGridColour{0.75, 0.75, 0.75};
constexpr double kLineSpacing = 1.25;
constexpr double kWaveOfBand = 1.6;    // length of a wave, in widths of the band
constexpr double kLineStep = 0.75;     // points between two points of a curve: closer than the eye, or a printer, sees
constexpr double kStrandWidth = 0.35;  // points

/// Greedy, at spaces; '\n' ends a line. A word wider than the box stands alone.
std::vector<std::string> lines_of(const std::string& text, Face face, double size, double width,
                                  const FontMetrics& metrics) {
    std::vector<std::string> lines(1);
    std::string word;
    const auto place = [&] {
        if (word.empty()) return;
        std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
        if (!lines.back().empty() && metrics.width(longer, face, size) > width) lines.push_back(std::move(word));
        else lines.back() = std::move(longer);
        word.clear();
    };
    for (const char c : text) {
        if (c != ' ' && c != '\n') {
            word += c;
            continue;
        }
        place();
        if (c == '\n') lines.emplace_back();
    }
    place();
    return lines;
}

void add_line(CertificatePage& page, double x1, double y1, double x2, double y2, double thickness,
              const std::array<double, 3>& colour) {
    page.lines.push_back({{{x1, y1}, {x2, y2}}, thickness, colour});
}

void add_rectangle(CertificatePage& page, double inset, double thickness, const std::array<double, 3>& colour) {
    const double right = page.width - inset;
    const double bottom = page.height - inset;
    page.lines.push_back(
        {{{inset, inset}, {right, inset}, {right, bottom}, {inset, bottom}, {inset, inset}}, thickness, colour});
}

void add_border(CertificatePage& page, const CertificateLayout& layout, bool woven) {
    const CertificateWeave weave = weave_of(layout);
    if (weave.band <= 0) return;
    add_rectangle(page, weave.x - 2, 1.2, kBorderColour);
    add_rectangle(page, weave.x + weave.band + 2, 0.6, kBorderColour);
    if (!woven) return;
    std::size_t number = 0;
    for (GuillocheCurve& curve : guilloche_border(weave.x, weave.y, weave.width, weave.height, weave.band,
                                                  weave.band * kWaveOfBand, kLineStep)) {
        page.lines.push_back({std::move(curve), weave.thickness, number++ % 2 == 0 ? weave.first : weave.second});
    }
}

void add_grid(CertificatePage& page, const FontMetrics& metrics) {
    const auto label = [&](int mm, double x, double y) {
        CertificateText made;
        made.text.text = std::to_string(mm);
        made.text.size_pt = 7;
        made.text.x = x;
        made.text.baseline = y;
        made.text.width = metrics.width(made.text.text, made.text.face, 7);
        made.grid = true;
        page.texts.push_back(std::move(made));
    };
    for (int mm = 10; mm * kPointsPerMm < page.width; mm += 10) {
        const double x = mm * kPointsPerMm;
        add_line(page, x, 0, x, page.height, mm % 50 == 0 ? 0.6 : 0.2, kGridColour);
        if (mm % 50 == 0) label(mm, x + 1, 20);
    }
    for (int mm = 10; mm * kPointsPerMm < page.height; mm += 10) {
        const double y = mm * kPointsPerMm;
        add_line(page, 0, y, page.width, y, mm % 50 == 0 ? 0.6 : 0.2, kGridColour);
        if (mm % 50 == 0) label(mm, 15, y - 1);
    }
}

std::string colour_command(const std::array<double, 3>& colour, const char* operation) {
    return pdf_number(colour[0]) + " " + pdf_number(colour[1]) + " " + pdf_number(colour[2]) + " " + operation + "\n";
}

/// Border and grid: the same on every page of a file.
std::string drawing_of(const CertificatePage& page) {
    std::string out = "1 j 1 J\n";
    std::array<double, 3> colour{-1, -1, -1};
    for (const CertificateLine& line : page.lines) {
        if (line.colour != colour) out += colour_command(line.colour, "RG");
        colour = line.colour;
        out += pdf_number(line.thickness) + " w\n";
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            out += pdf_number(line.points[i].x) + " " + pdf_number(page.height - line.points[i].y) +
                   (i == 0 ? " m\n" : " l\n");
        }
        out += "S\n";
    }
    return out;
}

/// The lines of one slot are one paragraph; the title is the heading of the page.
void add_page(PdfFile& file, const CertificatePage& page, const std::string& drawing) {
    PdfTags& tags = file.tags();
    tags.begin_page();
    const PdfTags::Element section = tags.add(PdfTags::kDocument, "Sect");
    std::string out = std::string(PdfTags::kDrawing) + drawing + std::string(PdfTags::kEnd) + "BT\n";
    std::map<Slot, PdfTags::Element> slots;
    for (const CertificateText& text : page.texts) {
        if (text.grid) {
            out += PdfTags::kDrawing;
        } else {
            if (slots.count(text.slot) == 0)
                slots[text.slot] = tags.add(section, text.slot == Slot::kTitle ? "H1" : "P");
            out += tags.begin(slots[text.slot]);
        }
        out += text.red ? "0.8 0.07 0.1 rg\n" : "0 0 0 rg\n";
        out += file.text_commands(text.text, page.height, true);
        out += PdfTags::kEnd;
    }
    file.add_page(page.width, page.height, out + "ET\n");
}

}  // namespace

const std::array<CertificateSlotInfo, kCertificateSlots>& certificate_slots() { return kSlots; }

CertificateLayout decree_layout() {
    constexpr auto kCenter = Alignment::kCenter;
    CertificateLayout layout;
    // Above the national name is the room of the national emblem (24 mm), which comes with the printed stock.
    // clang-format off
    layout.fields = {
        // slot               x   y    width size align    bold   italic red    stock
        {Slot::kNation,      30, 55,  237,  15, kCenter, true,  false, false, true,  true},
        {Slot::kMotto,       30, 62,  237,  15, kCenter, true,  false, false, true,  true},
        {Slot::kAuthority,   30, 77,  237,  18, kCenter, true,  false, true,  true,  true},
        {Slot::kGives,       30, 89,  237,  16, kCenter, true,  false, false, true,  true},
        {Slot::kTitle,       30, 103, 237,  30, kCenter, true,  false, true,  true,  true},
        {Slot::kRecipient,   30, 117, 237,  20, kCenter, true,  false, false, false, true},
        {Slot::kAddress,     40, 126, 217,  14, kCenter, false, false, false, false, true},
        {Slot::kMerit,       45, 135, 207,  14, kCenter, false, false, false, false, true},
        {Slot::kDecision,    30, 163, 95,   12, Alignment::kLeft, true, true, false, false, true},
        {Slot::kGoldenBook,  30, 170, 95,   12, Alignment::kLeft, true, true, false, false, true},
        {Slot::kPlaceDate,   155, 147, 112, 13, kCenter, true,  true,  false, false, true},
        {Slot::kSigner,      155, 154, 112, 13, kCenter, true,  false, false, true,  true},
        {Slot::kSignerName,  155, 181, 112, 14, kCenter, true,  false, false, false, true},
    };
    // clang-format on
    return layout;
}

bool has_certificate(std::string_view title) { return title == "GK" || title == "CSTDCS"; }

base::Result<Certificate> certificate_of(const office::YearBook& book, const Proposal& given, const Issue& issue,
                                         const std::string& golden_book) {
    if (!has_certificate(given.title)) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Chỉ có mẫu giấy khen và bằng Chiến sĩ thi đua cơ sở; hãy chọn một trong hai.",
                          "There are certificates for giấy khen and CSTĐCS only; choose one of them.");
    }
    Request request;
    request.kind = "decision";
    request.issue = issue;
    request.proposals = {given};
    const Scope scope = kind_scope(book, request);
    const Scope& item = scope.lists.find("đề nghị")->second.items.front();
    const auto value = [](const Scope& from, const char* name) { return from.fields.find(name)->second.text; };
    const office::Person* person = find_person(book, given.person);
    const std::string year = book.office.year > 0 ? std::to_string(book.office.year) : std::string(kBlank);
    const bool certificate_of_merit = given.title == "GK";

    Certificate made;
    made.at(Slot::kNation) = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    made.at(Slot::kMotto) = "Độc lập - Tự do - Hạnh phúc";
    made.at(Slot::kAuthority) = value(scope, "thẩm quyền");
    made.at(Slot::kGives) = certificate_of_merit ? "TẶNG" : "TẶNG DANH HIỆU";
    made.at(Slot::kTitle) = certificate_of_merit ? "GIẤY KHEN" : capitals(title_name(given.title));
    made.at(Slot::kRecipient) = value(item, "tên");
    if (person) {
        made.at(Slot::kAddress) = person->position + (person->position.empty() ? "" : ", ") +
                                  (person->unit.empty() ? book.office.name : person->unit);
        made.origins.push_back({RecordKind::kPerson, person->id.value});
    } else {
        made.at(Slot::kAddress) = book.office.superior;
        made.origins.push_back({RecordKind::kOffice, 0});
    }
    // Known only from what was written for it: the ground of a proposal is no citation of a certificate.
    made.at(Slot::kMerit) = !given.ground.empty()  ? without_end_mark(given.ground)
                            : certificate_of_merit ? "Đã có thành tích " + std::string(kBlank)
                                                   : "Năm " + year;
    made.at(Slot::kDecision) =
        "Quyết định số: " + (issue.number.empty() ? std::string(kBlank) : padded_number(issue.number)) + ", ngày " +
        (issue.issued_on ? base::to_numeric(*issue.issued_on) : std::string(kBlank));
    made.at(Slot::kGoldenBook) = "Số sổ vàng: " + (golden_book.empty() ? std::string(kBlank) : golden_book);
    made.at(Slot::kPlaceDate) =
        (book.office.place.empty() ? std::string(kBlank) : book.office.place) + ", " +
        (issue.issued_on ? base::to_long_vietnamese(*issue.issued_on)
                         : "ngày " + std::string(kBlank) + " tháng " + std::string(kBlank) + " năm " + year);
    made.at(Slot::kSigner) = capitals(value(scope, "chức vụ thủ trưởng"));
    made.at(Slot::kSignerName) = value(scope, "thủ trưởng");
    return made;
}

CertificateWeave weave_of(const CertificateLayout& layout) {
    CertificateWeave weave;
    weave.x = weave.y = layout.border_mm * kPointsPerMm;
    weave.width = layout.width_mm * kPointsPerMm - 2 * weave.x;
    weave.height = layout.height_mm * kPointsPerMm - 2 * weave.y;
    if (layout.border_mm > 0 && layout.band_mm > 0) weave.band = layout.band_mm * kPointsPerMm;
    if (weave.band <= 0) return weave;
    weave.waves_across = guilloche_waves(weave.width - 2 * weave.band, weave.band * kWaveOfBand);
    weave.waves_down = guilloche_waves(weave.height - 2 * weave.band, weave.band * kWaveOfBand);
    weave.thickness = kStrandWidth;
    weave.first = kBorderColour;
    weave.second = kInnerColour;
    return weave;
}

CertificatePage compose_certificate(const Certificate& certificate, const CertificateLayout& layout,
                                    const CertificateOptions& options, const FontMetrics& metrics) {
    CertificatePage page;
    page.width = layout.width_mm * kPointsPerMm;
    page.height = layout.height_mm * kPointsPerMm;
    if (options.grid) add_grid(page, metrics);
    if (!options.on_stock && options.border != CertificateOptions::Border::kNone)
        add_border(page, layout, options.border == CertificateOptions::Border::kAll);
    for (const CertificateField& field : layout.fields) {
        const std::string& text = certificate.at(field.slot);
        if (!field.shown || text.empty() || (options.on_stock && field.on_stock)) continue;
        const Face face = face_of(field.bold, field.italic);
        const double width = field.width_mm * kPointsPerMm;
        double y = (field.y_mm + layout.shift_y_mm) * kPointsPerMm;
        for (std::string& line : lines_of(text, face, field.size_pt, width, metrics)) {
            CertificateText made;
            made.slot = field.slot;
            made.red = field.red;
            made.text.face = face;
            made.text.size_pt = field.size_pt;
            made.text.width = metrics.width(line, face, field.size_pt);
            made.text.x = (field.x_mm + layout.shift_x_mm) * kPointsPerMm;
            if (field.alignment == Alignment::kCenter) made.text.x += (width - made.text.width) / 2;
            if (field.alignment == Alignment::kRight) made.text.x += width - made.text.width;
            made.text.baseline = y;
            made.text.text = std::move(line);
            y += field.size_pt * kLineSpacing;
            if (!made.text.text.empty()) page.texts.push_back(std::move(made));
        }
    }
    return page;
}

namespace {

class CertificateWork final : public PdfWork {
public:
    CertificateWork(std::vector<Certificate> certificates, const CertificateLayout& layout,
                    const CertificateOptions& options, const FontSet& fonts)
        : certificates_(std::move(certificates)), layout_(layout), options_(options), fonts_(fonts), file_(fonts) {}

    double progress() const override {
        const auto all = static_cast<double>(certificates_.size());
        return 0.6 * static_cast<double>(next_) / all + (closed_ ? 0.4 * file_.progress() : 0);
    }
    std::string take() override { return file_.take(); }

private:
    bool advance() override {
        if (next_ < certificates_.size()) {
            if (!drawing_.empty()) options_.border = CertificateOptions::Border::kNone;
            const CertificatePage page = compose_certificate(certificates_[next_++], layout_, options_, fonts_);
            if (drawing_.empty()) drawing_ = file_.add_form(page.width, page.height, drawing_of(page));
            add_page(file_, page, drawing_);
            return true;
        }
        if (!closed_) {
            closed_ = true;
            const Certificate& first = certificates_.front();
            file_.close({first.at(Slot::kTitle) + " " + first.at(Slot::kRecipient), first.at(Slot::kAuthority),
                         first.at(Slot::kTitle), std::nullopt},
                        {});
        }
        return file_.advance();
    }

    std::vector<Certificate> certificates_;
    CertificateLayout layout_;
    CertificateOptions options_;
    const FontSet& fonts_;
    PdfFile file_;
    std::string drawing_;
    std::size_t next_ = 0;
    bool closed_ = false;
};

}  // namespace

base::Result<std::unique_ptr<PdfWork>> certificates_pdf(std::vector<Certificate> certificates,
                                                        const CertificateLayout& layout,
                                                        const CertificateOptions& options, const FontSet& fonts) {
    if (certificates.empty()) {
        return base::fail(base::ErrorKind::kBadInput, "Chưa chọn ai để in bằng, giấy khen.",
                          "Nobody was chosen for a certificate.");
    }
    return std::make_unique<CertificateWork>(std::move(certificates), layout, options, fonts);
}

base::Result<std::string> write_certificates_pdf(const std::vector<Certificate>& certificates,
                                                 const CertificateLayout& layout, const CertificateOptions& options,
                                                 const FontSet& fonts) {
    auto work = certificates_pdf(certificates, layout, options, fonts);
    if (!work) return tl::unexpected(work.error());
    while ((*work)->step(1000)) {
    }
    return (*work)->take();
}

}  // namespace thidua::document
