#include "app/office_tables.h"

#include <algorithm>
#include <array>

#include "app/answer_words.h"
#include "app/home_view.h"
#include "app/table_fields.h"
#include "app/year_index.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

using office::YearBook;
using sheet::Column;
using sheet::Value;
using Type = sheet::Column::Type;
using Cells = std::vector<Value>;

constexpr auto kTables = std::to_array<OfficeTableInfo>({
    {OfficeTable::kPeople, "people", "Danh sách người", "People", "danh-sach-nguoi"},
    {OfficeTable::kYears, "years", "Kết quả từng năm", "Results by year", "ket-qua-tung-nam"},
    {OfficeTable::kAwards, "awards", "Danh hiệu, khen thưởng", "Titles and awards", "khen-thuong"},
    {OfficeTable::kInitiatives, "initiatives", "Sáng kiến, đề tài", "Initiatives", "sang-kien"},
    {OfficeTable::kRegistrations, "registrations", "Đăng ký danh hiệu", "Registrations", "dang-ky-danh-hieu"},
    {OfficeTable::kVerdicts, "verdicts", "Kết luận danh hiệu", "Verdicts", "ket-luan-danh-hieu"},
    {OfficeTable::kAnswers, "answers", "Trả lời cho quy định", "Answers to the law", "tra-loi-quy-dinh"},
    {OfficeTable::kTasks, "tasks", "Nhiệm vụ", "Tasks", "nhiem-vu"},
    {OfficeTable::kEvidence, "evidence", "Minh chứng", "Evidence", "minh-chung"},
    {OfficeTable::kPlans, "plans", "Kế hoạch", "Plans", "ke-hoach"},
    {OfficeTable::kBasis, "basis", "Văn bản căn cứ", "Documents cited", "van-ban-can-cu"},
    {OfficeTable::kOccasions, "occasions", "Dịp kỷ niệm", "Anniversaries", "dip-ky-niem"},
    {OfficeTable::kQuestions, "questions", "Điều cần hỏi", "Questions", "dieu-can-hoi"},
    {OfficeTable::kDocuments, "documents", "Văn bản đã lập", "Documents kept", "van-ban-da-lap"},
    {OfficeTable::kHistory, "history", "Nhật ký", "Journal", "nhat-ky"},
});

Value text(std::string_view words) { return words.empty() ? Value() : Value(std::string(words)); }
Value date(const std::optional<base::Date>& day) { return day ? Value(*day) : Value(); }
Value number(std::size_t value) { return static_cast<double>(value); }
Value year_cell(int year) { return year == 0 ? Value() : Value(static_cast<double>(year)); }

std::string_view name_of(const YearIndex& book, base::Id<office::Person> id) {
    if (!id) return kCollectiveCell;
    const office::Person* person = book.person(id);
    return person != nullptr ? std::string_view(person->full_name) : std::string_view();
}

Value born_of(const YearIndex& book, base::Id<office::Person> id) {
    const office::Person* person = book.person(id);
    return person != nullptr ? date(person->born_on) : Value();
}

std::string_view title_cell(std::string_view code) {
    const office::EmulationTitle* title = office::find_title(code);
    return title != nullptr ? title->vi : code;
}

/// Columns of a list that can come in again.
void importable(sheet::Table& table, ImportKind kind) {
    for (const Field field : fields_of(kind))
        table.columns.push_back({std::string(info(field).vi), info(field).width, info(field).type});
}

void people(sheet::Table& table, const YearBook& book) {
    importable(table, ImportKind::kPeople);
    const int year = book.office.year;
    const YearIndex index(book);
    table.columns.back().title += " năm " + std::to_string(year);
    for (const office::Person& person : book.people) {
        const office::YearRecord* record = index.record(person.id, year);
        table.rows.push_back({number(table.rows.size() + 1), text(person.full_name), date(person.born_on),
                              text(gender_cell(person.gender)), text(person.position), text(person.unit),
                              date(person.joined_on), date(person.left_on),
                              text(rating_cell(record != nullptr ? record->rating : office::Rating::kUnknown))});
    }
}

void years(sheet::Table& table, const YearBook& book) {
    importable(table, ImportKind::kYears);
    const YearIndex index(book);
    for (const office::YearRecord& record : book.records) {
        table.rows.push_back({number(table.rows.size() + 1), text(name_of(index, record.person)),
                              born_of(index, record.person), year_cell(record.year), text(rating_cell(record.rating)),
                              text(record.rating_document), text(answer_cell(record.movements)),
                              text(answer_cell(record.disciplined)), text(answer_cell(record.under_review)),
                              text(record.note)});
    }
}

void awards(sheet::Table& table, const YearBook& book) {
    importable(table, ImportKind::kAwards);
    const YearIndex index(book);
    for (const office::Award& award : book.awards) {
        table.rows.push_back({number(table.rows.size() + 1), text(name_of(index, award.person)),
                              born_of(index, award.person), year_cell(award.year), text(title_cell(award.title)),
                              text(award.decision_number), date(award.decision_date), text(award.issuer),
                              text(award.revoked ? "Có" : "")});
    }
}

void initiatives(sheet::Table& table, const YearBook& book) {
    importable(table, ImportKind::kInitiatives);
    const YearIndex index(book);
    for (const office::Initiative& one : book.initiatives) {
        table.rows.push_back({number(table.rows.size() + 1), text(name_of(index, one.person)),
                              born_of(index, one.person), year_cell(one.year), text(one.name),
                              text(kind_cell(one.kind)), text(level_cell(one.recognised)), text(one.decision_number),
                              date(one.decision_date)});
    }
}

void answers(sheet::Table& table, const YearBook& book) {
    const YearIndex index(book);
    table.columns = {{"STT", 6, Type::kNumber},        {"Họ và tên", 28}, {"Năm", 8, Type::kNumber},
                     {"Nội dung được hỏi", 60},        {"Trả lời", 18},   {"Từ ngày", 13, Type::kDate},
                     {"Đến ngày", 13, Type::kDate},    {"Văn bản", 20},   {"Ghi chú", 30},
                     {"Ngày trả lời", 13, Type::kDate}};
    for (const office::LawAnswer& one : book.answers) {
        table.rows.push_back({number(table.rows.size() + 1), text(name_of(index, one.person)), year_cell(one.year),
                              text(asked_words(one.key)), text(answered_words(one.key, one.value)), date(one.begins_on),
                              date(one.ends_on), text(one.document), text(one.note), date(one.answered_on)});
    }
}

void registrations(sheet::Table& table, const YearBook& book) {
    const YearIndex index(book);
    table.columns = {{"STT", 6, Type::kNumber}, {"Họ và tên", 28},         {"Chức vụ", 24},
                     {"Năm", 8, Type::kNumber}, {"Danh hiệu đăng ký", 34}, {"Ngày đăng ký", 13, Type::kDate}};
    for (const office::Registration& one : book.registrations) {
        const office::Person* person = index.person(one.person);
        table.rows.push_back({number(table.rows.size() + 1), text(name_of(index, one.person)),
                              text(person != nullptr ? std::string_view(person->position) : std::string_view()),
                              year_cell(one.year), text(title_cell(one.title)), date(one.registered_on)});
    }
}

/// The headings; VerdictTable makes the rows.
void verdicts(sheet::Table& table) {
    table.columns = {{"STT", 6, Type::kNumber},
                     {"Họ và tên", 28},
                     {"Danh hiệu", 30},
                     {"Đã đăng ký", 12},
                     {"Kết luận", 20},
                     {"Giải thích", 60},
                     {"Căn cứ", 34},
                     {"Còn thiếu", 50},
                     {"Ngày xét", 13, Type::kDate},
                     {"Luật áp dụng", 34}};
}

std::string_view state_cell(const office::Task& task) {
    switch (task.state) {
        case office::Task::State::kDoing: return "Đang làm";
        case office::Task::State::kDone: return "Đã xong";
        case office::Task::State::kOpen: break;
    }
    return "Chưa làm";
}

void tasks(sheet::Table& table, const YearBook& book) {
    importable(table, ImportKind::kTasks);
    table.columns.push_back({"Số minh chứng", 10, Type::kNumber});
    for (const office::PlanBundle& bundle : book.plans) {
        for (const office::Task& task : bundle.tasks) {
            const auto proofs =
                std::count_if(bundle.evidence.begin(), bundle.evidence.end(),
                              [&](const office::Evidence& evidence) { return evidence.task == task.id; });
            table.rows.push_back({number(table.rows.size() + 1), text(bundle.plan.subject), text(task.title),
                                  text(task.detail), text(task.assignee), date(task.due), text(task.recurrence),
                                  text(task.target), text(task.target_unit), text(state_cell(task)),
                                  number(static_cast<std::size_t>(proofs))});
        }
    }
}

void evidence(sheet::Table& table, const YearBook& book) {
    table.columns = {{"STT", 6, Type::kNumber},   {"Nhiệm vụ", 46},   {"Ngày", 13, Type::kDate},
                     {"Kết quả, minh chứng", 60}, {"Số văn bản", 18}, {"Nơi lưu", 30}};
    for (const office::PlanBundle& bundle : book.plans) {
        for (const office::Evidence& one : bundle.evidence) {
            const auto task = std::find_if(bundle.tasks.begin(), bundle.tasks.end(),
                                           [&](const office::Task& t) { return t.id == one.task; });
            table.rows.push_back({number(table.rows.size() + 1),
                                  text(task != bundle.tasks.end() ? std::string_view(task->title) : std::string_view()),
                                  date(one.date), text(one.text), text(one.document_number), text(one.link)});
        }
    }
}

void plans(sheet::Table& table, const YearBook& book) {
    importable(table, ImportKind::kPlans);
    table.columns.push_back({"Số nhiệm vụ", 10, Type::kNumber});
    for (const office::PlanBundle& bundle : book.plans) {
        const office::Plan& plan = bundle.plan;
        table.rows.push_back({number(table.rows.size() + 1), text(plan.number), date(plan.issued_on), text(plan.issuer),
                              text(plan.subject), year_cell(plan.year),
                              text(plan.origin == office::PlanOrigin::kOwn ? "Của đơn vị" : "Của cấp trên"),
                              text(plan.signer_name), text(plan.unit_in_charge), number(bundle.tasks.size())});
    }
}

void basis(sheet::Table& table, const YearBook& book) {
    table.columns = {{"STT", 6, Type::kNumber}, {"Kế hoạch", 30},         {"Loại văn bản", 16}, {"Số, ký hiệu", 18},
                     {"Ngày", 13, Type::kDate}, {"Cơ quan ban hành", 30}, {"Trích yếu", 60},    {"Dùng làm", 12}};
    for (const office::PlanBundle& bundle : book.plans) {
        for (const office::BasisDocument& one : bundle.basis) {
            table.rows.push_back({number(table.rows.size() + 1), text(bundle.plan.subject), text(one.kind),
                                  text(one.number), date(one.date), text(one.issuer), text(one.subject),
                                  text(one.role == office::BasisDocument::Role::kBasis ? "Căn cứ" : "Viện dẫn")});
        }
    }
}

void occasions(sheet::Table& table, const YearBook& book) {
    table.columns = {{"STT", 6, Type::kNumber},
                     {"Kế hoạch", 30},
                     {"Dịp", 46},
                     {"Số năm", 10, Type::kNumber},
                     {"Ngày", 13, Type::kDate}};
    for (const office::PlanBundle& bundle : book.plans) {
        for (const office::Occasion& one : bundle.occasions) {
            table.rows.push_back({number(table.rows.size() + 1), text(bundle.plan.subject), text(one.name),
                                  year_cell(one.years), date(one.date)});
        }
    }
}

void questions(sheet::Table& table, const YearBook& book) {
    table.columns = {{"STT", 6, Type::kNumber}, {"Kế hoạch", 30}, {"Điều cần hỏi", 60}, {"Trả lời", 40}};
    for (const office::PlanBundle& bundle : book.plans) {
        for (const office::Question& one : bundle.questions) {
            table.rows.push_back(
                {number(table.rows.size() + 1), text(bundle.plan.subject), text(one.text), text(one.answer)});
        }
    }
}

void documents(sheet::Table& table, const YearBook& book) {
    const YearIndex index(book);
    table.columns = {{"STT", 6, Type::kNumber}, {"Loại văn bản", 28}, {"Số, ký hiệu", 18},
                     {"Ngày", 13, Type::kDate}, {"Trích yếu", 60},    {"Cá nhân", 28}};
    for (const office::IssuedDocument& one : book.documents) {
        table.rows.push_back({number(table.rows.size() + 1), text(one.kind), text(one.number), date(one.date),
                              text(one.subject), text(one.person ? name_of(index, one.person) : std::string_view())});
    }
}

void history(sheet::Table& table, const std::vector<store::JournalEntry>* journal) {
    table.columns = {{"Số", 8, Type::kNumber}, {"Lúc (UTC)", 26}, {"Ai", 20}, {"Việc", 60}, {"Mã băm", 68}};
    if (journal == nullptr) return;
    for (const store::JournalEntry& entry : *journal) {
        std::string words = entry.words;
        if (entry.kind == store::JournalEntry::Kind::kUndo) words = "Hoàn tác: " + words;
        if (entry.kind == store::JournalEntry::Kind::kRedo) words = "Làm lại: " + words;
        table.rows.push_back(
            {static_cast<double>(entry.seq), text(entry.at), text(entry.who), text(words), text(entry.hash)});
    }
}

}  // namespace

std::span<const OfficeTableInfo> office_tables() { return kTables; }
const OfficeTableInfo& info(OfficeTable table) { return kTables[static_cast<std::size_t>(table)]; }

const OfficeTableInfo* find_office_table(std::string_view code) {
    const auto* found =
        std::find_if(kTables.begin(), kTables.end(), [&](const OfficeTableInfo& t) { return t.code == code; });
    return found == kTables.end() ? nullptr : found;
}

std::string_view rating_cell(office::Rating rating) {
    switch (rating) {
        case office::Rating::kNotCompleted: return "Không hoàn thành nhiệm vụ";
        case office::Rating::kCompleted: return "Hoàn thành nhiệm vụ";
        case office::Rating::kGood: return "Hoàn thành tốt nhiệm vụ";
        case office::Rating::kExcellent: return "Hoàn thành xuất sắc nhiệm vụ";
        case office::Rating::kUnknown: break;
    }
    return "";
}

std::string_view answer_cell(office::Answer answer) {
    return answer == office::Answer::kYes ? "Có" : answer == office::Answer::kNo ? "Không" : "";
}

std::string_view gender_cell(office::Gender gender) {
    return gender == office::Gender::kMale ? "Nam" : gender == office::Gender::kFemale ? "Nữ" : "";
}

std::string_view level_cell(office::Initiative::Level level) {
    switch (level) {
        case office::Initiative::Level::kGrassroots: return "Cơ sở";
        case office::Initiative::Level::kProvince: return "Bộ, ngành, tỉnh";
        case office::Initiative::Level::kNation: return "Toàn quốc";
        case office::Initiative::Level::kNone: break;
    }
    return "Chưa công nhận";
}

std::string_view kind_cell(office::Initiative::Kind kind) {
    return kind == office::Initiative::Kind::kResearch ? "Đề tài, đề án, công trình" : "Sáng kiến";
}

sheet::Table office_table(OfficeTable table, const YearBook& book, const TableSources& sources) {
    sheet::Table out;
    out.name = info(table).vi;
    std::string title = text::upper(info(table).vi);
    out.title = title + " - " + book.office.name + " - Năm " + std::to_string(book.office.year);
    switch (table) {
        case OfficeTable::kPeople: people(out, book); break;
        case OfficeTable::kYears: years(out, book); break;
        case OfficeTable::kAwards: awards(out, book); break;
        case OfficeTable::kInitiatives: initiatives(out, book); break;
        case OfficeTable::kRegistrations: registrations(out, book); break;
        case OfficeTable::kVerdicts: verdicts(out); break;
        case OfficeTable::kAnswers: answers(out, book); break;
        case OfficeTable::kTasks: tasks(out, book); break;
        case OfficeTable::kEvidence: evidence(out, book); break;
        case OfficeTable::kPlans: plans(out, book); break;
        case OfficeTable::kBasis: basis(out, book); break;
        case OfficeTable::kOccasions: occasions(out, book); break;
        case OfficeTable::kQuestions: questions(out, book); break;
        case OfficeTable::kDocuments: documents(out, book); break;
        case OfficeTable::kHistory: history(out, sources.journal); break;
    }
    return out;
}

}  // namespace thidua::app
