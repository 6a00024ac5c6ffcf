#include "document/issue.h"

#include <iterator>
#include <utility>

#include "document/frame.h"
#include "document/wording.h"

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
    const auto add = [&](const std::string& text) {
        line.runs.push_back({text.empty() ? std::string(kBlank) : text, {}, {}, text.empty()});
    };
    add(padded_number(issue.number));
    line.runs.push_back({" ngày ", {}, {}, false});
    add(issue.issued_on ? base::to_vietnamese(*issue.issued_on) : std::string());
    line.runs.push_back({" của " + office.name + ")", {}, {}, false});
    return line;
}

}  // namespace

Document issue_document(const office::Office& office, const Issue& issue, const Form& form, std::vector<Block> body,
                        std::vector<Block> annex) {
    Section section;
    section.page = form.page;
    LetterHead head = letter_head_of(office, form.symbol);
    head.number = issue.number;
    head.date = issue.issued_on;
    head.numbered = form.numbered;
    head.dated = form.dated;
    if (form.kind.empty()) head.letter_subject = inside_sentence(form.subject);
    section.blocks.emplace_back(letter_head(section.page, head));
    if (!form.kind.empty())
        append(section.blocks, kind_and_subject(section.page, form.kind, form.subject, kFromOffice));
    if (form.addressed) append(section.blocks, addressed_to(issue.addressees, kFromOffice));
    append(section.blocks, std::move(body));
    close_text(section.blocks);

    Signature signature;
    signature.recipients = recipients_of(office, issue, form);
    signature.title = issue.signer_title.empty() ? office.head_title : issue.signer_title;
    signature.name = issue.signer_name.empty() ? office.head_name : issue.signer_name;
    signature.origins = kFromOffice;
    section.blocks.emplace_back(signature_block(section.page, signature));

    Document document;
    document.kind = form.kind.empty() ? "Công văn" : form.kind;
    document.number = issue.number;
    document.title = document.kind + " " + inside_sentence(form.subject);
    document.issuer = office.name;
    document.date = issue.issued_on;
    document.sections.push_back(std::move(section));
    if (!annex.empty()) {
        Section list;
        list.blocks.emplace_back(paragraph(StyleId::kAnnexName, "Phụ lục", kFromOffice));
        list.blocks.emplace_back(paragraph(StyleId::kAnnexTitle, capitals(form.annex_title), kFromOffice));
        list.blocks.emplace_back(reference_to(office, issue, form));
        append(list.blocks, std::move(annex));
        document.sections.push_back(std::move(list));
    }
    return document;
}

}  // namespace thidua::document
