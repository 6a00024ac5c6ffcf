#include "document/report_document.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "document/frame.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

using office::Evidence;
using office::PlanBundle;
using office::Task;

Origin origin(const office::Plan& plan) { return {RecordKind::kPlan, plan.id.value}; }
Origin origin(const Task& task) { return {RecordKind::kTask, task.id.value}; }
Origin origin(const Evidence& evidence) { return {RecordKind::kEvidence, evidence.id.value}; }
Origin origin(const office::Person& person) { return {RecordKind::kPerson, person.id.value}; }

template <class Range>
std::vector<Origin> origins_of(const Range& records) {
    std::vector<Origin> list;
    for (const auto* record : records) list.push_back(origin(*record));
    return list;
}

/// The plan that is reported on: the one asked for, else the office's own of that year, else the first.
const PlanBundle* choose_plan(const office::YearBook& book, base::Id<office::Plan> wanted) {
    const auto fits = [&](const PlanBundle& b) {
        return wanted ? b.plan.id == wanted
                      : b.plan.origin == office::PlanOrigin::kOwn &&
                            (book.office.year == 0 || b.plan.year == book.office.year);
    };
    const auto found = std::find_if(book.plans.begin(), book.plans.end(), fits);
    if (found != book.plans.end()) return &*found;
    return wanted || book.plans.empty() ? nullptr : &book.plans.front();
}

/// "; " between, ".": a list inside one sentence.
std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

std::string evidence_words(const Evidence& evidence) {
    std::string text = without_end_mark(evidence.text);
    std::string where;
    if (!evidence.document_number.empty()) where = "văn bản số " + evidence.document_number;
    if (evidence.date) where += (where.empty() ? "ngày " : " ngày ") + base::to_vietnamese(*evidence.date);
    if (text.empty()) return sentence_start(where);
    return where.empty() ? text : text + " (" + where + ")";
}

/// Collects the body of the report, section by section.
class ReportWriter {
public:
    ReportWriter(const office::YearBook& book, const ReportOptions& options)
        : book_(book), options_(options), bundle_(choose_plan(book, options.plan)) {
        year_ = book.office.year > 0 ? book.office.year : bundle_ ? bundle_->plan.year : 0;
        if (!bundle_) return;
        for (const Evidence& e : bundle_->evidence) evidence_[e.task.value].push_back(&e);
        for (auto& [task, list] : evidence_) {
            std::stable_sort(list.begin(), list.end(),
                             [](const Evidence* a, const Evidence* b) { return a->date < b->date; });
        }
        for (const Task& t : bundle_->tasks) tasks_.push_back(&t);
        std::stable_sort(tasks_.begin(), tasks_.end(),
                         [](const Task* a, const Task* b) { return a->position < b->position; });
        for (const office::Person& p : book.people) {
            const bool gone = p.left_on && p.left_on->year < year_;
            const bool later = p.joined_on && year_ > 0 && p.joined_on->year > year_;
            if (!gone && !later) people_.push_back(&p);
        }
    }

    Document write();

private:
    const std::vector<const Evidence*>& evidence_of(const Task& task) const {
        static const std::vector<const Evidence*> kNone;
        const auto found = evidence_.find(task.id.value);
        return found == evidence_.end() ? kNone : found->second;
    }
    template <class Test>
    std::vector<const Task*> tasks_where(Test test) const {
        std::vector<const Task*> chosen;
        std::copy_if(tasks_.begin(), tasks_.end(), std::back_inserter(chosen), [&](const Task* t) { return test(*t); });
        return chosen;
    }
    bool overdue(const Task& task) const {
        return options_.as_of && task.due && *task.due < *options_.as_of && task.state != Task::State::kDone;
    }
    std::string office_name() const { return book_.office.name.empty() ? "Đơn vị" : book_.office.name; }
    std::string in_year() const { return year_ > 0 ? " năm " + std::to_string(year_) : std::string(); }

    void say(std::string text, std::vector<Origin> origins = {}, StyleId style = StyleId::kBody) {
        blocks_.emplace_back(paragraph(style, std::move(text), std::move(origins)));
    }
    void heading(std::string text) { say(std::move(text), {}, StyleId::kHeading); }
    void section(std::string text) { say(std::move(text), {}, StyleId::kSection); }

    void opening();
    void preparation();
    void task_results();
    void task_table();
    void titles_and_ratings();
    void initiatives_and_awards();
    void shortcomings();
    void next_steps();

    const office::YearBook& book_;
    const ReportOptions& options_;
    const PlanBundle* bundle_;
    int year_ = 0;
    std::map<std::int64_t, std::vector<const Evidence*>> evidence_;
    std::vector<const Task*> tasks_;
    std::vector<const office::Person*> people_;
    Page page_;
    std::vector<Block> blocks_;
};

void ReportWriter::opening() {
    std::string text;
    std::vector<Origin> origins;
    if (bundle_) {
        for (const office::BasisDocument& basis : bundle_->basis) {
            if (basis.role != office::BasisDocument::Role::kBasis) continue;
            text = "Thực hiện " + citation(basis) + ", ";
            origins.push_back({RecordKind::kBasisDocument, basis.id.value});
            break;
        }
        if (text.empty()) text = "Thực hiện " + citation(bundle_->plan) + ", ";
        origins.push_back(origin(bundle_->plan));
    }
    text += office_name() + " báo cáo kết quả thực hiện phong trào thi đua" + in_year();
    if (options_.as_of) text += " (số liệu tính đến ngày " + base::to_vietnamese(*options_.as_of) + ")";
    origins.push_back({RecordKind::kOffice, 0});
    say(text + " như sau:", std::move(origins));
}

void ReportWriter::preparation() {
    section("I. TÌNH HÌNH TRIỂN KHAI");
    if (!bundle_) {
        say("Chưa có kế hoạch thi đua nào được ghi nhận" + in_year() + ".");
        return;
    }
    const office::Plan& plan = bundle_->plan;
    const bool issued = plan.status == office::PlanStatus::kIssued;
    say(office_name() + (issued ? " đã ban hành " : " đã xây dựng, chưa ban hành ") + citation(plan) + ".",
        {origin(plan)});
    if (!bundle_->basis.empty()) {
        say("Kế hoạch căn cứ, viện dẫn " + counted(bundle_->basis.size()) + " văn bản:", {origin(plan)});
        for (std::size_t i = 0; i < bundle_->basis.size(); ++i) {
            const bool last = i + 1 == bundle_->basis.size();
            say("- " + citation(bundle_->basis[i]) + (last ? "." : ";"),
                {{RecordKind::kBasisDocument, bundle_->basis[i].id.value}});
        }
    }
    if (!bundle_->occasions.empty()) {
        std::vector<std::string> names;
        std::vector<Origin> origins;
        for (const office::Occasion& occasion : bundle_->occasions) {
            names.push_back((occasion.years > 0 ? std::to_string(occasion.years) + " năm " : "") + occasion.name);
            origins.push_back({RecordKind::kOccasion, occasion.id.value});
        }
        say("Phong trào gắn với dịp kỷ niệm: " + joined(names, "; ") + ".", std::move(origins));
    }
    if (!plan.unit_in_charge.empty())
        say("Đơn vị chủ trì: " + without_end_mark(plan.unit_in_charge) + ".", {origin(plan)});
}

void ReportWriter::task_results() {
    heading("1. Kết quả thực hiện nhiệm vụ");
    if (tasks_.empty()) {
        say("Chưa có nhiệm vụ nào được ghi nhận.");
        return;
    }
    const auto count_if = [&](auto test) { return tasks_where(test).size(); };
    const std::size_t duties = count_if([](const Task& t) { return t.kind == Task::Kind::kDuty; });
    const std::size_t done = count_if([](const Task& t) { return t.state == Task::State::kDone; });
    const std::size_t doing = count_if([](const Task& t) { return t.state == Task::State::kDoing; });
    const std::size_t open = tasks_.size() - done - doing;
    const std::size_t proved = count_if([&](const Task& t) { return !evidence_of(t).empty(); });
    std::string text = "Kế hoạch có " + counted(tasks_.size()) + " nội dung, gồm " + counted(tasks_.size() - duties) +
                       " nhiệm vụ và " + counted(duties) + " yêu cầu thường xuyên. ";
    text += options_.as_of ? "Đến ngày " + base::to_vietnamese(*options_.as_of) + ", " : "Đến nay, ";
    std::vector<std::string> states;
    if (done > 0) states.push_back("đã hoàn thành " + counted(done));
    if (doing > 0) states.push_back("đang thực hiện " + counted(doing));
    if (open > 0) states.push_back("chưa thực hiện " + counted(open));
    text += joined(states, ", ") + " nội dung; ";
    text += proved > 0 ? counted(proved) + " nội dung có minh chứng với tổng số " + counted(bundle_->evidence.size()) +
                             " minh chứng."
                       : "chưa nội dung nào có minh chứng.";
    say(std::move(text), origins_of(tasks_));

    for (const Task* task : tasks_) {
        const auto& evidence = evidence_of(*task);
        if (evidence.empty()) continue;
        std::vector<std::string> words;
        std::vector<Origin> origins{origin(*task)};
        for (const Evidence* e : evidence) {
            words.push_back(evidence_words(*e));
            origins.push_back(origin(*e));
        }
        say("- " + without_end_mark(task->title) + ": " + sentence_end(joined(words, "; ")), std::move(origins));
    }
    task_table();
}

void ReportWriter::task_table() {
    say("Bảng 1. Tình hình thực hiện từng nội dung", {origin(bundle_->plan)}, StyleId::kTableTitle);
    Table table;
    table.column_mm = {11, 56, 27, 24, 25, 22};
    TableRow head;
    head.header = true;
    for (const char* name : {"TT", "Nội dung", "Thực hiện", "Thời hạn", "Tình trạng", "Số minh chứng"}) {
        head.cells.push_back(cell(StyleId::kTableHeader, name));
    }
    table.rows.push_back(std::move(head));
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const Task& task = *tasks_[i];
        const std::vector<Origin> from{origin(task)};
        const std::string due = task.due ? base::to_numeric(*task.due) : task.recurrence;
        const auto& evidence = evidence_of(task);
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(i + 1), from));
        row.cells.push_back(cell(StyleId::kTableText, without_end_mark(task.title), from));
        row.cells.push_back(cell(StyleId::kTableText, task.assignee.empty() ? "không ghi" : task.assignee, from));
        row.cells.push_back(cell(StyleId::kTableNumber, due.empty() ? "không ghi" : due, from));
        row.cells.push_back(
            cell(StyleId::kTableNumber, std::string(wording(task.state)) + (overdue(task) ? " (quá hạn)" : ""), from));
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(evidence.size()), origins_of(evidence)));
        table.rows.push_back(std::move(row));
    }
    blocks_.emplace_back(std::move(table));
}

void ReportWriter::titles_and_ratings() {
    heading("2. Đăng ký danh hiệu thi đua và kết quả xếp loại");
    std::vector<const office::Registration*> collective;
    std::map<std::int64_t, std::vector<const office::Registration*>> registered;
    for (const office::Registration& r : book_.registrations) {
        if (r.year != year_) continue;
        if (r.person) {
            registered[r.person.value].push_back(&r);
        } else {
            collective.push_back(&r);
        }
    }
    for (const office::Registration* r : collective) {
        say("Tập thể " + office_name() + " đăng ký danh hiệu " + title_name(r->title) + ".",
            {{RecordKind::kRegistration, r->id.value}});
    }
    if (people_.empty()) {
        say("Chưa có danh sách cá nhân được ghi nhận.");
        return;
    }
    std::map<std::int64_t, const office::YearRecord*> records;
    for (const office::YearRecord& r : book_.records) {
        if (r.year == year_) records[r.person.value] = &r;
    }
    std::size_t with_title = 0;
    std::size_t rated = 0;
    Table table;
    table.column_mm = {11, 45, 37, 36, 36};
    TableRow head;
    head.header = true;
    for (const char* name : {"TT", "Họ và tên", "Chức vụ", "Danh hiệu đăng ký", "Xếp loại năm"}) {
        head.cells.push_back(cell(StyleId::kTableHeader, name));
    }
    table.rows.push_back(std::move(head));
    for (std::size_t i = 0; i < people_.size(); ++i) {
        const office::Person& person = *people_[i];
        std::vector<std::string> titles;
        std::vector<Origin> title_origins;
        for (const office::Registration* r : registered[person.id.value]) {
            titles.push_back(title_name(r->title));
            title_origins.push_back({RecordKind::kRegistration, r->id.value});
        }
        if (!titles.empty()) ++with_title;
        const auto record = records.find(person.id.value);
        const bool known = record != records.end() && record->second->rating != office::Rating::kUnknown;
        if (known) ++rated;
        std::string rating(wording(known ? record->second->rating : office::Rating::kUnknown));
        if (known && !record->second->rating_document.empty()) rating += " (" + record->second->rating_document + ")";
        std::vector<Origin> rating_origins;
        if (record != records.end()) rating_origins.push_back({RecordKind::kYearRecord, record->second->id.value});
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(i + 1), {origin(person)}));
        row.cells.push_back(cell(StyleId::kTableText, person.full_name, {origin(person)}));
        row.cells.push_back(cell(StyleId::kTableText, person.position, {origin(person)}));
        row.cells.push_back(
            cell(StyleId::kTableText, titles.empty() ? "Không đăng ký" : joined(titles, "; "), title_origins));
        row.cells.push_back(cell(StyleId::kTableText, std::move(rating), rating_origins));
        table.rows.push_back(std::move(row));
    }
    say(sentence_start(in_year().empty() ? "đơn vị có " : "năm " + std::to_string(year_) + ", đơn vị có ") +
            counted(people_.size()) + " cá nhân; " + counted(with_title) + " cá nhân đăng ký danh hiệu thi đua; " +
            counted(rated) + " cá nhân đã có kết quả xếp loại.",
        origins_of(people_));
    say("Bảng 2. Đăng ký danh hiệu và xếp loại", {}, StyleId::kTableTitle);
    blocks_.emplace_back(std::move(table));
}

void ReportWriter::initiatives_and_awards() {
    heading("3. Sáng kiến, khen thưởng");
    bool any = false;
    for (const office::Initiative& initiative : book_.initiatives) {
        if (initiative.year != year_) continue;
        any = true;
        std::string text =
            "- " + subject_name(book_, initiative.person) + ": " +
            (initiative.kind == office::Initiative::Kind::kInitiative ? "sáng kiến" : "đề tài, đề án, công trình") +
            " “" + without_end_mark(initiative.name) + "”, " + std::string(wording(initiative.recognised));
        if (!initiative.decision_number.empty()) text += " theo văn bản số " + initiative.decision_number;
        if (initiative.decision_date) text += " ngày " + base::to_vietnamese(*initiative.decision_date);
        say(text + ".", {{RecordKind::kInitiative, initiative.id.value}});
    }
    for (const office::Award& award : book_.awards) {
        if (award.year != year_ || award.revoked) continue;
        any = true;
        std::string text = "- " + subject_name(book_, award.person) + ": " + title_name(award.title);
        if (!award.decision_number.empty()) text += ", Quyết định số " + award.decision_number;
        if (award.decision_date) text += " ngày " + base::to_vietnamese(*award.decision_date);
        if (!award.issuer.empty()) text += " của " + award.issuer;
        say(text + ".", {{RecordKind::kAward, award.id.value}});
    }
    if (!any) say("Chưa có sáng kiến, danh hiệu hoặc hình thức khen thưởng nào được ghi nhận" + in_year() + ".");
}

void ReportWriter::shortcomings() {
    section("III. HẠN CHẾ, NỘI DUNG CHƯA CÓ MINH CHỨNG");
    const auto list = [&](const std::vector<const Task*>& tasks, const std::string& what) {
        if (tasks.empty()) return false;
        constexpr std::size_t kMostByName = 3;  // more are easier to look up in the table than to read in a row
        std::vector<std::string> names;
        for (const Task* t : tasks) {
            const auto row = std::find(tasks_.begin(), tasks_.end(), t) - tasks_.begin() + 1;
            names.push_back(tasks.size() > kMostByName ? std::to_string(row)
                                                       : inside_sentence(without_end_mark(t->title)));
        }
        const bool by_name = tasks.size() <= kMostByName;
        say("- " + counted(tasks.size()) + " " + what + (by_name ? ": " : ", thứ tự tại Bảng 1: ") +
                sentence_end(joined(names, by_name ? "; " : ", ")),
            origins_of(tasks));
        return true;
    };
    bool any = list(tasks_where([&](const Task& t) { return overdue(t); }), "nội dung quá hạn");
    any |= list(tasks_where([&](const Task& t) { return t.state == Task::State::kDone && evidence_of(t).empty(); }),
                "nội dung ghi là đã hoàn thành nhưng chưa có minh chứng");
    any |= list(tasks_where([&](const Task& t) { return t.state != Task::State::kDone && evidence_of(t).empty(); }),
                "nội dung chưa hoàn thành và chưa có minh chứng");
    std::vector<const office::Person*> unrated;
    for (const office::Person* p : people_) {
        const bool rated = std::any_of(book_.records.begin(), book_.records.end(), [&](const office::YearRecord& r) {
            return r.person == p->id && r.year == year_ && r.rating != office::Rating::kUnknown;
        });
        if (!rated) unrated.push_back(p);
    }
    if (!unrated.empty()) {
        any = true;
        std::vector<std::string> names;
        for (const office::Person* p : unrated) names.push_back(p->full_name);
        say("- " + counted(unrated.size()) + " cá nhân chưa có kết quả xếp loại" + in_year() + ": " +
                joined(names, ", ") + ".",
            origins_of(unrated));
    }
    if (!any) say("Theo dữ liệu đã ghi nhận, không có nội dung quá hạn hoặc thiếu minh chứng.");
}

void ReportWriter::next_steps() {
    section("IV. PHƯƠNG HƯỚNG, KIẾN NGHỊ");
    heading("1. Phương hướng");
    const auto unfinished = tasks_where([](const Task& t) { return t.state != Task::State::kDone; });
    const auto unproved =
        tasks_where([&](const Task& t) { return t.state == Task::State::kDone && evidence_of(t).empty(); });
    if (!unfinished.empty()) {
        say("Tiếp tục thực hiện " + counted(unfinished.size()) + " nội dung chưa hoàn thành nêu tại Bảng 1.",
            origins_of(unfinished));
    }
    if (!unproved.empty()) {
        say("Bổ sung minh chứng cho " + counted(unproved.size()) + " nội dung đã hoàn thành nêu tại Mục III.",
            origins_of(unproved));
    }
    if (unfinished.empty() && unproved.empty()) {
        say(tasks_.empty() ? "Chưa có nhiệm vụ được ghi nhận để xác định nội dung tiếp theo."
                           : "Các nội dung của Kế hoạch đã hoàn thành và có minh chứng.",
            origins_of(tasks_));
    }
    heading("2. Kiến nghị");
    Paragraph open = paragraph(StyleId::kBody, {});  // only the office knows what it asks for
    open.runs.push_back({std::string(kBlank) + std::string(kBlank) + std::string(kBlank), {}, {}, true});
    blocks_.emplace_back(std::move(open));
}

Document ReportWriter::write() {
    const std::string addressee = options_.addressee.empty() ? book_.office.superior : options_.addressee;
    LetterHead head = letter_head_of(book_.office, "BC");
    head.number = options_.number;
    head.date = options_.issued_on;
    blocks_.emplace_back(letter_head(page_, head));
    std::vector<Origin> from{{RecordKind::kOffice, 0}};
    if (bundle_) from.push_back(origin(bundle_->plan));
    const std::string subject = "Kết quả thực hiện phong trào thi đua" + in_year();
    for (Block& block : kind_and_subject(page_, "Báo cáo", subject, from)) blocks_.push_back(std::move(block));
    const std::vector<std::string> addressees = addressee.empty() ? std::vector<std::string>{} : std::vector{addressee};
    for (Block& block : addressed_to(addressees, {{RecordKind::kOffice, 0}})) blocks_.push_back(std::move(block));

    opening();
    preparation();
    section("II. KẾT QUẢ THỰC HIỆN");
    task_results();
    titles_and_ratings();
    initiatives_and_awards();
    shortcomings();
    next_steps();
    say("Trên đây là báo cáo kết quả thực hiện phong trào thi đua" + in_year() + " của " + office_name() +
            (addressee.empty() ? "" : ", kính gửi " + addressee),
        {{RecordKind::kOffice, 0}});
    close_text(blocks_);

    Signature signature;
    signature.recipients = {"Như trên", filing_line(book_.office)};
    signature.title = book_.office.head_title;
    signature.name = book_.office.head_name;
    signature.origins = {{RecordKind::kOffice, 0}};
    blocks_.emplace_back(signature_block(page_, signature));

    Document document;
    document.kind = "Báo cáo";
    document.number = options_.number;
    document.title = "Báo cáo " + inside_sentence(subject);
    document.issuer = book_.office.name;
    document.date = options_.issued_on;
    document.sections.push_back({page_, std::move(blocks_)});
    return document;
}

}  // namespace

Document report_document(const office::YearBook& book, const ReportOptions& options) {
    return ReportWriter(book, options).write();
}

}  // namespace thidua::document
