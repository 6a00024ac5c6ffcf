#include "document/issue.h"

#include <iterator>
#include <utility>

#include "document/frame.h"
#include "document/wording.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

const std::vector<Origin> kFromOffice{{RecordKind::kOffice, 0}};

void append(std::vector<Block>& blocks, std::vector<Block> more) {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<std::string> recipients_of(const office::Office& office, const Issue& issue, const Form& form) {
    if (!issue.recipients.empty()) return issue.recipients;
    std::vector<std::string> lines;
    if (form.addressed) lines.emplace_back("Như trên");
    lines.push_back(filing_line(office));
    return lines;
}

/// "(Kèm theo Quyết định số 12/QĐ-PTP ngày … của …)"
Paragraph reference_to(const office::Office& office, const Issue& issue, const Form& form) {
    Paragraph line = paragraph(StyleId::kAnnexReference, "(Kèm theo " + form.kind + " số ", kFromOffice);
    const auto add = [&](const std::string& text, const char* field) {
        line.runs.push_back(
            {text.empty() ? std::string(kBlank) : text, {}, {}, text.empty(), text.empty() ? field : ""});
    };
    add(padded_number(issue.number), "số văn bản");
    line.runs.push_back({" ngày ", {}, {}, false});
    add(issue.issued_on ? base::to_vietnamese(*issue.issued_on) : std::string(), "ngày ban hành");
    line.runs.push_back({" của " + office.name + ")", {}, {}, false});
    return line;
}

/// 1 … 39: more annexes than a template can have.
std::string roman(std::size_t number) {
    constexpr const char* kOnes[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    return std::string(number / 10, 'X') + kOnes[number % 10];
}

TableCell signer_cell(const Form::Signer& signer) {
    TableCell made;
    made.paragraphs.push_back(paragraph(StyleId::kSignerTitle, capitals(signer.title), kFromOffice));
    Paragraph line = paragraph(StyleId::kSignerName, signer.name, kFromOffice);
    if (signer.name.empty() || signer.name == kBlank) {
        const bool titled = !signer.title.empty() && signer.title != kBlank;
        line.runs = {{std::string(kBlank),
                      {},
                      {},
                      true,
                      titled ? inside_sentence(text::lower(signer.title)) : std::string("họ tên người ký")}};
    }
    made.paragraphs.push_back(std::move(line));
    return made;
}

/// Minutes and reports signed by two: whom they go to stands below.
std::vector<Block> signed_by_two(const Page& page, const std::vector<Form::Signer>& signers,
                                 const Signature& signature) {
    Table table = signature_block(page, signature);
    const double width = page.text_width_mm();
    table.column_mm = {width / 2, width / 2};
    TableCell recipients = std::move(table.rows.front().cells[0]);
    table.rows.front().cells[0] = signer_cell(signers[0]);
    table.rows.front().cells[1] = signer_cell(signers[1]);
    std::vector<Block> blocks;
    blocks.emplace_back(std::move(table));
    for (Paragraph& line : recipients.paragraphs) blocks.emplace_back(std::move(line));
    return blocks;
}

/// The signature never stands alone on a page, nor with nothing but the note below a table.
void keep_last_with_next(std::vector<Block>& blocks) {
    std::size_t at = blocks.size();
    if (auto* last = at > 0 ? std::get_if<Paragraph>(&blocks[at - 1]) : nullptr) {
        last->keep_with_next = true;
        if (last->style != StyleId::kNote) return;
        --at;
    }
    auto* table = at > 0 ? std::get_if<Table>(&blocks[at - 1]) : nullptr;
    if (!table || table->role != Table::Role::kData || table->rows.empty() || table->rows.back().header) return;
    for (TableCell& cell : table->rows.back().cells) {
        for (Paragraph& p : cell.paragraphs) p.keep_with_next = true;
    }
}

}  // namespace

Document issue_document(const office::Office& office, const Issue& issue, const Form& form, std::vector<Block> body,
                        std::vector<Annex> annexes) {
    const std::vector<Origin>& from = issue.origins.empty() ? kFromOffice : issue.origins;
    Section section;
    section.page = form.page;
    LetterHead head = letter_head_of(office, form.symbol);
    head.number = issue.number;
    head.date = issue.issued_on;
    head.numbered = form.numbered;
    head.dated = form.dated;
    head.origins.insert(head.origins.begin(), issue.origins.begin(), issue.origins.end());
    if (form.kind.empty()) head.letter_subject = inside_sentence(form.subject);
    section.blocks.emplace_back(letter_head(section.page, head));
    if (!form.kind.empty()) append(section.blocks, kind_and_subject(section.page, form.kind, form.subject, from));
    if (form.addressed) append(section.blocks, addressed_to(issue.addressees, kFromOffice));
    append(section.blocks, std::move(body));
    if (form.closed) close_text(section.blocks);
    keep_last_with_next(section.blocks);

    Signature signature;
    signature.recipients = recipients_of(office, issue, form);
    signature.title = issue.signer_title.empty() ? office.head_title : issue.signer_title;
    signature.name = issue.signer_name.empty() ? office.head_name : issue.signer_name;
    signature.origins = from;
    if (form.signers.size() == 2) {
        append(section.blocks, signed_by_two(section.page, form.signers, signature));
    } else if (form.signed_by_head) {
        section.blocks.emplace_back(signature_block(section.page, signature));
    }

    Document document;
    document.kind = form.kind.empty() ? "Công văn" : form.kind;
    document.number = issue.number;
    document.title = document.kind + (form.subject.empty() ? "" : " ") + inside_sentence(form.subject);
    document.issuer = office.name;
    document.date = issue.issued_on;
    document.sections.push_back(std::move(section));
    for (std::size_t at = 0; at < annexes.size(); ++at) {
        Section list;
        list.page = annexes[at].page;
        const std::string number = annexes.size() > 1 ? " " + roman(at + 1) : std::string();
        list.blocks.emplace_back(paragraph(StyleId::kAnnexName, "Phụ lục" + number, kFromOffice));
        list.blocks.emplace_back(paragraph(StyleId::kAnnexTitle, capitals(annexes[at].title), kFromOffice));
        list.blocks.emplace_back(reference_to(office, issue, form));
        append(list.blocks, std::move(annexes[at].body));
        document.sections.push_back(std::move(list));
    }
    return document;
}

}  // namespace thidua::document
