#include "document/award_documents.h"

#include <algorithm>
#include <utility>

#include "document/wording.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

const office::Person* find_person(const office::YearBook& book, base::Id<office::Person> id) {
    const auto found = std::find_if(book.people.begin(), book.people.end(), [&](const auto& p) { return p.id == id; });
    return found == book.people.end() ? nullptr : &*found;
}

std::string in_year(const office::YearBook& book) {
    return book.office.year > 0 ? " năm " + std::to_string(book.office.year) : std::string();
}

void add(std::string& list, const std::string& part) {
    if (!part.empty()) list += (list.empty() ? "" : "; ") + part;
}

/// "xếp loại …; sáng kiến “…”", from the records of the year; says so when there are none.
std::string ground_of(const office::YearBook& book, const Proposal& proposal, std::vector<Origin>& origins) {
    if (!proposal.ground.empty()) return without_end_mark(proposal.ground);
    std::string text;
    for (const office::YearRecord& r : book.records) {
        if (!proposal.person || r.person != proposal.person || r.year != book.office.year) continue;
        if (r.rating == office::Rating::kUnknown) continue;
        add(text, "xếp loại: " + text::lower(wording(r.rating)) +
                      (r.rating_document.empty() ? "" : " (" + r.rating_document + ")"));
        origins.push_back({RecordKind::kYearRecord, r.id.value});
    }
    for (const office::Initiative& i : book.initiatives) {
        if (!proposal.person || i.person != proposal.person || i.year != book.office.year) continue;
        if (i.recognised == office::Initiative::Level::kNone) continue;
        add(text, "sáng kiến “" + without_end_mark(i.name) + "” " + std::string(wording(i.recognised)) +
                      (i.decision_number.empty() ? "" : " (" + i.decision_number + ")"));
        origins.push_back({RecordKind::kInitiative, i.id.value});
    }
    return text.empty() ? "Chưa ghi nhận" : sentence_start(text);
}

TableRow header_row(std::initializer_list<const char*> names) {
    TableRow row;
    row.header = true;
    for (const char* name : names) row.cells.push_back(cell(StyleId::kTableHeader, name));
    return row;
}

Table proposal_table(const office::YearBook& book, const std::vector<Proposal>& proposals) {
    Table table;
    table.column_mm = {11, 41, 32, 36, 45};
    table.rows.push_back(
        header_row({"TT", "Cá nhân, tập thể", "Chức vụ", "Danh hiệu, hình thức", "Căn cứ, thành tích"}));
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const Proposal& proposal = proposals[i];
        const office::Person* person = find_person(book, proposal.person);
        std::vector<Origin> who{person ? Origin{RecordKind::kPerson, person->id.value}
                                       : Origin{RecordKind::kOffice, 0}};
        std::vector<Origin> why;
        const std::string ground = ground_of(book, proposal, why);
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(i + 1), who));
        row.cells.push_back(cell(StyleId::kTableText, subject_name(book, proposal.person), who));
        row.cells.push_back(cell(StyleId::kTableText, person ? person->position : std::string(), who));
        row.cells.push_back(cell(StyleId::kTableText, title_name(proposal.title), who));
        row.cells.push_back(cell(StyleId::kTableText, ground, std::move(why)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// "04 cá nhân và 01 tập thể"
std::string counted_subjects(const std::vector<Proposal>& proposals) {
    const auto people = static_cast<std::size_t>(std::count_if(
        proposals.begin(), proposals.end(), [](const Proposal& p) { return static_cast<bool>(p.person); }));
    const std::size_t collectives = proposals.size() - people;
    if (collectives == 0) return counted(people) + " trường hợp cá nhân";
    if (people == 0) return counted(collectives) + " trường hợp tập thể";
    return counted(people) + " trường hợp cá nhân và " + counted(collectives) + " trường hợp tập thể";
}

/// Only titles, only forms, or both: the decision and the proposal are named after it.
std::string what_is_given(const std::vector<Proposal>& proposals) {
    bool titles = false;
    bool forms = false;
    for (const Proposal& p : proposals) {
        const office::EmulationTitle* title = office::find_title(p.title);
        (title && title->commendation ? forms : titles) = true;
    }
    return titles && forms ? "danh hiệu thi đua, hình thức khen thưởng"
           : forms         ? "hình thức khen thưởng"
                           : "danh hiệu thi đua";
}

Paragraph body(std::string text) { return paragraph(StyleId::kBody, std::move(text), {{RecordKind::kOffice, 0}}); }

/// "TRƯỞNG PHÒNG TƯ PHÁP HUYỆN …": the title, and the office without the word that both share.
std::string authority_of(const office::Office& office, const Issue& issue) {
    const std::string title = issue.signer_title.empty() ? office.head_title : issue.signer_title;
    const std::size_t last_word = title.find_last_of(' ');
    const std::size_t first_word = office.name.find(' ');
    const bool shared = last_word != std::string::npos && first_word != std::string::npos &&
                        text::lower(title.substr(last_word + 1)) == text::lower(office.name.substr(0, first_word));
    const std::string name = shared ? office.name.substr(first_word + 1) : office.name;
    return capitals(title + (title.empty() || name.empty() ? "" : " ") + name);
}

/// "Điều 1." in bold, then its text.
Paragraph article(int number, std::string text) {
    Paragraph made = paragraph(StyleId::kArticle, {}, {{RecordKind::kOffice, 0}});
    made.runs.push_back({"Điều " + std::to_string(number) + ".", true, {}, false});
    made.runs.push_back({" " + std::move(text), {}, {}, false});
    return made;
}

Issue addressed_to_superior(const office::YearBook& book, Issue issue) {
    if (issue.addressees.empty() && !book.office.superior.empty()) issue.addressees.push_back(book.office.superior);
    return issue;
}

}  // namespace

Document registration_document(const office::YearBook& book, const Issue& issue) {
    Table table;
    table.column_mm = {11, 50, 40, 40, 24};
    table.rows.push_back(header_row({"TT", "Họ và tên, tập thể", "Chức vụ", "Danh hiệu đăng ký", "Ngày đăng ký"}));
    const auto add_row = [&](const std::string& name, const std::string& position, const Origin& who,
                             base::Id<office::Person> id) {
        std::string titles;
        std::string days;
        std::vector<Origin> origins;
        for (const office::Registration& r : book.registrations) {
            if (r.person != id || r.year != book.office.year) continue;
            add(titles, title_name(r.title));
            if (r.registered_on) add(days, base::to_numeric(*r.registered_on));
            origins.push_back({RecordKind::kRegistration, r.id.value});
        }
        if (!id && titles.empty()) return;
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(table.rows.size()), {who}));
        row.cells.push_back(cell(StyleId::kTableText, name, {who}));
        row.cells.push_back(cell(StyleId::kTableText, position, {who}));
        row.cells.push_back(cell(StyleId::kTableText, titles.empty() ? "Không đăng ký" : titles, origins));
        row.cells.push_back(cell(StyleId::kTableNumber, days, origins));
        table.rows.push_back(std::move(row));
    };
    for (const office::Person& p : book.people)
        add_row(p.full_name, p.position, {RecordKind::kPerson, p.id.value}, p.id);
    add_row("Tập thể " + book.office.name, "", {RecordKind::kOffice, 0}, {});

    Form form;
    form.kind = "Bảng đăng ký";
    form.subject = "Danh hiệu thi đua" + in_year(book);
    form.numbered = false;
    std::vector<Block> blocks;
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(body("Danh sách có " + counted(book.people.size()) + " cá nhân"));
    return issue_document(book.office, issue, form, std::move(blocks));
}

Document roster_document(const office::YearBook& book, const Issue& issue) {
    Table table;
    table.column_mm = {11, 55, 25, 20, 50, 28, 57};
    table.rows.push_back(
        header_row({"TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Vào cơ quan", "Xếp loại năm"}));
    for (const office::Person& p : book.people) {
        const Origin who{RecordKind::kPerson, p.id.value};
        const auto record = std::find_if(book.records.begin(), book.records.end(), [&](const office::YearRecord& r) {
            return r.person == p.id && r.year == book.office.year;
        });
        const bool rated = record != book.records.end();
        const std::vector<Origin> from =
            rated ? std::vector<Origin>{{RecordKind::kYearRecord, record->id.value}} : std::vector<Origin>{};
        const char* gender = p.gender == office::Gender::kMale     ? "Nam"
                             : p.gender == office::Gender::kFemale ? "Nữ"
                                                                   : "";
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(table.rows.size()), {who}));
        row.cells.push_back(cell(StyleId::kTableText, p.full_name, {who}));
        row.cells.push_back(
            cell(StyleId::kTableNumber, p.born_on ? base::to_numeric(*p.born_on) : std::string(), {who}));
        row.cells.push_back(cell(StyleId::kTableNumber, gender, {who}));
        row.cells.push_back(cell(StyleId::kTableText, p.position, {who}));
        row.cells.push_back(
            cell(StyleId::kTableNumber, p.joined_on ? base::to_numeric(*p.joined_on) : std::string(), {who}));
        row.cells.push_back(
            cell(StyleId::kTableText, std::string(wording(rated ? record->rating : office::Rating::kUnknown)), from));
        table.rows.push_back(std::move(row));
    }
    Form form;
    form.kind = "Danh sách";
    form.subject = "Trích ngang cá nhân của đơn vị" + in_year(book);
    form.numbered = false;
    form.page.width_mm = 297;
    form.page.height_mm = 210;
    std::vector<Block> blocks;
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(body("Danh sách có " + counted(book.people.size()) + " cá nhân"));
    return issue_document(book.office, issue, form, std::move(blocks));
}

Document proposal_document(const office::YearBook& book, const std::vector<Proposal>& proposals, const Issue& issue) {
    const Issue to = addressed_to_superior(book, issue);
    Form form;
    form.kind = "Tờ trình";
    form.symbol = "TTr";
    form.subject = "Về việc đề nghị " + what_is_given(proposals) + in_year(book);
    form.addressed = true;
    std::vector<Block> blocks;
    blocks.emplace_back(body("Căn cứ kết quả thực hiện nhiệm vụ và phong trào thi đua" + in_year(book) + ", " +
                             book.office.name + " kính trình " +
                             (to.addressees.empty() ? "cấp có thẩm quyền" : to.addressees.front()) +
                             " xem xét, quyết định đối với " + counted_subjects(proposals) + " sau đây:"));
    blocks.emplace_back(proposal_table(book, proposals));
    blocks.emplace_back(body(book.office.name + " chịu trách nhiệm về tính chính xác của các nội dung nêu trên."));
    blocks.emplace_back(body("Kính trình " + (to.addressees.empty() ? "cấp có thẩm quyền" : to.addressees.front()) +
                             " xem xét, quyết định"));
    return issue_document(book.office, to, form, std::move(blocks));
}

Document notice_document(const office::YearBook& book, const std::vector<Proposal>& proposals,
                         std::optional<base::Date> from, std::optional<base::Date> to, const Issue& issue) {
    Form form;
    form.kind = "Thông báo";
    form.symbol = "TB";
    form.subject = "Công khai danh sách đề nghị " + what_is_given(proposals) + in_year(book);
    std::vector<Block> blocks;
    blocks.emplace_back(body(book.office.name + " thông báo công khai danh sách " + counted_subjects(proposals) +
                             " được đề nghị " + what_is_given(proposals) + in_year(book) + ":"));
    blocks.emplace_back(proposal_table(book, proposals));
    Paragraph days = body("Thời gian tiếp nhận ý kiến: từ ngày ");
    const auto add_day = [&](const std::optional<base::Date>& day) {
        days.runs.push_back({day ? base::to_vietnamese(*day) : std::string(kBlank), {}, {}, !day});
    };
    add_day(from);
    days.runs.push_back({" đến hết ngày ", {}, {}, false});
    add_day(to);
    days.runs.push_back({", tại " + book.office.name, {}, {}, false});
    blocks.emplace_back(std::move(days));
    return issue_document(book.office, issue, form, std::move(blocks));
}

Document decision_document(const office::YearBook& book, const std::vector<Proposal>& proposals,
                           const std::vector<std::string>& grounds, const Issue& issue) {
    const std::string given = what_is_given(proposals);
    Form form;
    form.kind = "Quyết định";
    form.symbol = "QĐ";
    form.subject = "Về việc tặng " + given + in_year(book);
    form.annex_title = "Danh sách tặng " + given + in_year(book);
    std::vector<Block> blocks;
    blocks.emplace_back(paragraph(StyleId::kAuthority, authority_of(book.office, issue), {{RecordKind::kOffice, 0}}));
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        const bool last = i + 1 == grounds.size();
        blocks.emplace_back(paragraph(StyleId::kBasis, without_end_mark(grounds[i]) + (last ? "." : ";"), {}));
    }
    blocks.emplace_back(paragraph(StyleId::kOrders, "QUYẾT ĐỊNH:"));
    blocks.emplace_back(article(1, "Tặng " + given + in_year(book) + " cho " + counted_subjects(proposals) +
                                       " có tên trong danh sách kèm theo."));
    blocks.emplace_back(article(2, "Quyết định này có hiệu lực kể từ ngày ký."));
    blocks.emplace_back(
        article(3, "Các bộ phận có liên quan của " + book.office.name +
                       " và các cá nhân, tập thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này"));
    Issue named = issue;
    if (named.recipients.empty()) {
        named.recipients = {"Như Điều 3", book.office.symbol.empty() ? "Lưu: VT" : "Lưu: VT, " + book.office.symbol};
    }
    std::vector<Block> annex;
    annex.emplace_back(proposal_table(book, proposals));
    return issue_document(book.office, named, form, std::move(blocks), std::move(annex));
}

}  // namespace thidua::document
