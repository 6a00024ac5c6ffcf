#include "document/frame.h"

#include <algorithm>
#include <utility>

#include "document/lines.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

/// Of the text's width, for the issuer and the date: "CỘNG HÒA …" at 12 pt bold is 88 mm, a long place with date 90 mm.
constexpr double kHeadLeft = 0.41;
/// The signer's half is the right one (ô 7a); the recipients need less.
constexpr double kSignatureLeft = 0.47;

/// Issuer and subject carry a rule of 1/3 to 1/2 of their length; the motto one of its own length.
constexpr double kShortRule = 0.4;
constexpr double kFullRule = 1.0;

Run plain(std::string text) { return {std::move(text), {}, {}, false}; }
Run blank(const char* field) { return {std::string(kBlank), {}, {}, true, field}; }

Paragraph of_runs(StyleId style, std::vector<Run> runs, const std::vector<Origin>& origins) {
    Paragraph made;
    made.style = style;
    made.runs = std::move(runs);
    made.origins = origins;
    return made;
}

Paragraph with_rule(Paragraph made, double rule) {
    made.rule = rule;
    return made;
}

Paragraph number_line(const LetterHead& head) {
    if (!head.number.empty()) return paragraph(StyleId::kNumber, "Số: " + padded_number(head.number), head.origins);
    return of_runs(StyleId::kNumber, {plain("Số: "), blank("số văn bản"), plain("/" + head.symbol)}, head.origins);
}

Paragraph date_line(const LetterHead& head) {
    std::vector<Run> runs;
    runs.push_back(head.place.empty() ? blank("địa danh") : plain(head.place));
    if (head.date) {
        runs.push_back(plain(", " + base::to_long_vietnamese(*head.date)));
    } else {
        runs.push_back(plain(", ngày "));
        runs.push_back(blank("ngày ban hành"));
        runs.push_back(plain(" tháng "));
        runs.push_back(blank("tháng ban hành"));
        runs.push_back(plain(" năm "));
        runs.push_back(head.year > 0 ? plain(std::to_string(head.year)) : blank("năm ban hành"));
    }
    return of_runs(StyleId::kPlaceDate, std::move(runs), head.origins);
}

TableRow whole_row(TableCell left, TableCell right) {
    TableRow row;
    row.can_split = false;
    row.cells.push_back(std::move(left));
    row.cells.push_back(std::move(right));
    return row;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

}  // namespace

Table letter_head(const Page& page, const LetterHead& head) {
    Table table;
    table.role = Table::Role::kLetterHead;
    table.borders = false;
    const double width = page.text_width_mm();
    table.column_mm = {width * kHeadLeft, width * (1 - kHeadLeft)};

    TableCell issuer;
    if (!head.superior.empty()) {
        issuer.paragraphs.push_back(paragraph(StyleId::kSuperior, capitals(head.superior), head.origins));
    }
    Paragraph name = head.issuer.empty() ? of_runs(StyleId::kIssuer, {blank("tên cơ quan")}, head.origins)
                                         : paragraph(StyleId::kIssuer, capitals(head.issuer), head.origins);
    issuer.paragraphs.push_back(with_rule(std::move(name), kShortRule));

    TableCell nation;
    nation.paragraphs.push_back(paragraph(StyleId::kNationalName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    nation.paragraphs.push_back(with_rule(paragraph(StyleId::kMotto, "Độc lập - Tự do - Hạnh phúc"), kFullRule));
    table.rows.push_back(whole_row(std::move(issuer), std::move(nation)));

    if (!head.numbered && !head.dated) return table;
    TableCell number;
    number.paragraphs.push_back(head.numbered ? number_line(head) : paragraph(StyleId::kNumber, {}));
    if (!head.letter_subject.empty()) {
        Paragraph about = paragraph(StyleId::kLetterSubject, "V/v " + head.letter_subject, head.origins);
        about.inset_mm = even_inset(about, table.column_mm[0] * kPointsPerMm, times_metrics()) / kPointsPerMm;
        number.paragraphs.push_back(std::move(about));
    }
    TableCell date;
    date.paragraphs.push_back(head.dated ? date_line(head) : paragraph(StyleId::kPlaceDate, {}));
    table.rows.push_back(whole_row(std::move(number), std::move(date)));
    return table;
}

Table signature_block(const Page& page, const Signature& signature) {
    Table table;
    table.role = Table::Role::kSignature;
    table.borders = false;
    const double width = page.text_width_mm();
    table.column_mm = {width * kSignatureLeft, width * (1 - kSignatureLeft)};

    TableCell recipients;
    recipients.paragraphs.push_back(paragraph(StyleId::kRecipientsTitle, "Nơi nhận:", signature.origins));
    for (std::size_t i = 0; i < signature.recipients.size(); ++i) {
        const bool last = i + 1 == signature.recipients.size();
        recipients.paragraphs.push_back(paragraph(StyleId::kRecipient,
                                                  "- " + without_end_mark(signature.recipients[i]) + (last ? "." : ";"),
                                                  signature.origins));
    }

    TableCell signer;
    if (signature.title.empty()) {
        signer.paragraphs.push_back(of_runs(StyleId::kSignerTitle, {blank("chức vụ người ký")}, signature.origins));
    } else {
        for (const std::string& line : lines_of(signature.title)) {
            signer.paragraphs.push_back(paragraph(StyleId::kSignerTitle, capitals(line), signature.origins));
        }
    }
    signer.paragraphs.push_back(signature.name.empty()
                                    ? of_runs(StyleId::kSignerName, {blank("họ tên người ký")}, signature.origins)
                                    : paragraph(StyleId::kSignerName, signature.name, signature.origins));
    table.rows.push_back(whole_row(std::move(recipients), std::move(signer)));
    return table;
}

LetterHead letter_head_of(const office::Office& office, std::string_view kind_symbol) {
    LetterHead head;
    head.superior = office.superior;
    head.issuer = issuer_below(office.name, office.superior);
    head.symbol = std::string(kind_symbol);
    if (!office.symbol.empty()) head.symbol += (kind_symbol.empty() ? "" : "-") + office.symbol;
    head.place = office.place;
    head.year = office.year;
    head.origins = {{RecordKind::kOffice, 0}};
    return head;
}

std::string filing_line(const office::Office& office) {
    return office.symbol.empty() ? std::string("Lưu: VT") : "Lưu: VT, " + office.symbol;
}

std::vector<Block> kind_and_subject(const Page& page, std::string_view kind, std::string_view subject,
                                    std::vector<Origin> origins) {
    std::vector<Block> blocks;
    Paragraph name = paragraph(StyleId::kKind, capitals(kind), origins);
    Paragraph about = subject.empty() ? of_runs(StyleId::kSubject, {blank("trích yếu")}, origins)
                                      : paragraph(StyleId::kSubject, sentence_start(subject), origins);
    about.inset_mm = even_inset(about, page.text_width_mm() * kPointsPerMm, times_metrics()) / kPointsPerMm;
    blocks.emplace_back(std::move(name));
    blocks.emplace_back(with_rule(std::move(about), kShortRule));
    return blocks;
}

std::vector<Block> addressed_to(const std::vector<std::string>& addressees, std::vector<Origin> origins) {
    std::vector<Block> blocks;
    if (addressees.size() <= 1) {
        const std::string only = addressees.empty() ? std::string() : without_end_mark(addressees.front());
        Paragraph to = paragraph(StyleId::kAddressee, "Kính gửi: " + only, std::move(origins));
        if (only.empty()) to.runs.push_back(blank("nơi kính gửi"));
        blocks.emplace_back(std::move(to));
        return blocks;
    }
    blocks.emplace_back(paragraph(StyleId::kAddressee, "Kính gửi:", origins));
    for (std::size_t i = 0; i < addressees.size(); ++i) {
        const bool last = i + 1 == addressees.size();
        blocks.emplace_back(
            paragraph(StyleId::kAddresseeItem, "- " + without_end_mark(addressees[i]) + (last ? "." : ";"), origins));
    }
    return blocks;
}

void close_text(std::vector<Block>& blocks) {
    if (blocks.empty()) return;
    auto* last = std::get_if<Paragraph>(&blocks.back());
    if (!last) {
        blocks.emplace_back(paragraph(StyleId::kBody, "./."));
        last = std::get_if<Paragraph>(&blocks.back());
    } else if (last->runs.empty()) {
        last->runs.push_back(plain("./."));
    } else {
        std::string& text = last->runs.back().text;
        const std::size_t indent = std::min(text.find_first_not_of(' '), text.size());  // the space behind "Điều 3."
        text = text.substr(0, indent) + without_end_mark(text) + "./.";
    }
    last->keep_with_next = true;
}

}  // namespace thidua::document
