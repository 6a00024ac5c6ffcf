#include "document/meeting_documents.h"

#include <algorithm>
#include <utility>

#include "document/frame.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

const std::vector<Origin> kFromOffice{{RecordKind::kOffice, 0}};

Paragraph body(std::string text) { return paragraph(StyleId::kBody, std::move(text), kFromOffice); }

/// "Địa điểm: …", with a blank when nothing is known.
Paragraph entry(const std::string& name, const std::string& value) {
    Paragraph made = body(name + ": " + without_end_mark(value) + (value.empty() ? "" : "."));
    if (value.empty()) made.runs.push_back({std::string(kBlank), {}, {}, true});
    return made;
}

std::string day_and_hour(const std::string& hour, const std::optional<base::Date>& date) {
    std::string text = hour;
    if (date) text += (text.empty() ? "" : ", ") + base::to_long_vietnamese(*date);
    return text;
}

void list(std::vector<Block>& blocks, const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        blocks.emplace_back(body("- " + without_end_mark(lines[i]) + (i + 1 == lines.size() ? "." : ";")));
    }
}

/// "87,5%", rounded half up; "không tính được" without members.
std::string share(int yes, int members) {
    if (members <= 0) return "không tính được";
    const long tenths = (static_cast<long>(yes) * 2000 + members) / (2L * members);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + "%";
}

Table vote_table(const office::YearBook& book, const Meeting& meeting) {
    Table table;
    table.column_mm = {11, 46, 42, 16, 16, 16, 18};
    TableRow head;
    head.header = true;
    for (const char* name :
         {"TT", "Cá nhân, tập thể", "Danh hiệu, hình thức", "Đồng ý", "Không đồng ý", "Không hợp lệ", "Tỷ lệ"}) {
        head.cells.push_back(cell(StyleId::kTableHeader, name));
    }
    table.rows.push_back(std::move(head));
    for (const Vote& vote : meeting.votes) {
        const auto person = std::find_if(book.people.begin(), book.people.end(),
                                         [&](const office::Person& p) { return p.id == vote.proposal.person; });
        const bool known = person != book.people.end();
        const std::vector<Origin> who{known ? Origin{RecordKind::kPerson, person->id.value}
                                            : Origin{RecordKind::kOffice, 0}};
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(table.rows.size()), who));
        row.cells.push_back(cell(StyleId::kTableText, subject_name(book, vote.proposal.person), who));
        row.cells.push_back(cell(StyleId::kTableText, title_name(vote.proposal.title), who));
        for (const int count : {vote.yes, vote.no, vote.invalid})
            row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(count), who));
        row.cells.push_back(cell(StyleId::kTableNumber, share(vote.yes, meeting.members), who));
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableCell signature(const std::string& office, const std::string& name) {
    TableCell made;
    made.paragraphs.push_back(paragraph(StyleId::kSignerTitle, office, kFromOffice));
    Paragraph line = paragraph(StyleId::kSignerName, name, kFromOffice);
    if (name.empty()) line.runs.push_back({std::string(kBlank), {}, {}, true});
    made.paragraphs.push_back(std::move(line));
    return made;
}

}  // namespace

Document invitation_document(const office::Office& office, const Meeting& meeting, const Issue& issue) {
    Form form;
    form.kind = "Giấy mời";
    form.symbol = "GM";
    form.subject = meeting.name;
    form.addressed = true;
    std::vector<Block> blocks;
    blocks.emplace_back(
        body(office.name + " trân trọng kính mời dự " + inside_sentence(without_end_mark(meeting.name)) + "."));
    blocks.emplace_back(entry("1. Thời gian", day_and_hour(meeting.begins, meeting.date)));
    blocks.emplace_back(entry("2. Địa điểm", meeting.place));
    blocks.emplace_back(entry("3. Chủ trì", meeting.chair));
    if (!meeting.agenda.empty()) {
        blocks.emplace_back(body("4. Nội dung:"));
        list(blocks, meeting.agenda);
    }
    blocks.emplace_back(body("Trân trọng kính mời"));
    return issue_document(office, issue, form, std::move(blocks));
}

Document minutes_document(const office::YearBook& book, const Meeting& meeting, const Issue& issue) {
    Form form;
    form.kind = "Biên bản";
    form.symbol = "BB";
    form.subject = meeting.name;
    form.dated = false;
    std::vector<Block> blocks;
    blocks.emplace_back(entry("Thời gian bắt đầu", day_and_hour(meeting.begins, meeting.date)));
    blocks.emplace_back(entry("Địa điểm", meeting.place));
    blocks.emplace_back(body("Thành phần tham dự: " + counted(meeting.present.size()) + " người" +
                             (meeting.present.empty() ? "." : ":")));
    list(blocks, meeting.present);
    if (!meeting.absent.empty()) {
        blocks.emplace_back(body("Vắng mặt: " + counted(meeting.absent.size()) + " người:"));
        list(blocks, meeting.absent);
    }
    blocks.emplace_back(entry("Chủ trì", meeting.chair));
    blocks.emplace_back(entry("Thư ký", meeting.secretary));
    blocks.emplace_back(body("Nội dung:"));
    list(blocks, meeting.agenda);
    for (const std::string& remark : meeting.remarks) blocks.emplace_back(body(sentence_end(remark)));
    if (!meeting.votes.empty()) {
        blocks.emplace_back(body("Kết quả bỏ phiếu (tỷ lệ tính trên tổng số " +
                                 counted(static_cast<std::size_t>(std::max(meeting.members, 0))) + " thành viên):"));
        blocks.emplace_back(vote_table(book, meeting));
    }
    blocks.emplace_back(entry("Cuộc họp kết thúc vào lúc", meeting.ends));
    Document document = issue_document(book.office, issue, form, std::move(blocks));

    // Minutes are signed by two; whom they go to stands below.
    Section& section = document.sections.front();
    auto* block = std::get_if<Table>(&section.blocks.back());
    if (block && !block->rows.empty() && block->rows.front().cells.size() == 2) {
        TableCell recipients = std::move(block->rows.front().cells[0]);
        const double width = section.page.text_width_mm();
        block->column_mm = {width / 2, width / 2};
        block->rows.front().cells[0] = signature("THƯ KÝ", meeting.secretary);
        block->rows.front().cells[1] = signature("CHỦ TRÌ", meeting.chair);
        for (Paragraph& line : recipients.paragraphs) section.blocks.emplace_back(std::move(line));
    }
    return document;
}

Document letter_document(const office::Office& office, const std::string& subject,
                         const std::vector<std::string>& paragraphs, const Issue& issue) {
    Form form;
    form.subject = subject;
    form.addressed = true;
    std::vector<Block> blocks;
    for (const std::string& text : paragraphs) blocks.emplace_back(body(text));
    return issue_document(office, issue, form, std::move(blocks));
}

}  // namespace thidua::document
