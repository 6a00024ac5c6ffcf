#include "document/kind_scope.h"

#include <algorithm>
#include <utility>

#include "document/wording.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

const std::vector<Origin> kFromOffice{{RecordKind::kOffice, 0}};

void join(std::string& list, const std::string& part, const char* between = "; ") {
    if (!part.empty()) list += (list.empty() ? "" : between) + part;
}

std::string numeric(const std::optional<base::Date>& date) { return date ? base::to_numeric(*date) : std::string(); }

std::string words_of(office::Gender gender) {
    return gender == office::Gender::kMale ? "Nam" : gender == office::Gender::kFemale ? "Nữ" : "";
}

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

/// "xếp loại …; sáng kiến “…”", from the records of the year.
std::string ground_of(const office::YearBook& book, const Proposal& proposal, std::vector<Origin>& origins) {
    if (!proposal.ground.empty()) return without_end_mark(proposal.ground);
    std::string text;
    if (!proposal.person) return text;
    for (const office::YearRecord& r : book.records) {
        if (r.person != proposal.person || r.year != book.office.year || r.rating == office::Rating::kUnknown) continue;
        join(text, "xếp loại: " + text::lower(wording(r.rating)) +
                       (r.rating_document.empty() ? "" : " (" + r.rating_document + ")"));
        origins.push_back({RecordKind::kYearRecord, r.id.value});
    }
    for (const office::Initiative& i : book.initiatives) {
        if (i.person != proposal.person || i.year != book.office.year) continue;
        if (i.recognised == office::Initiative::Level::kNone) continue;
        join(text, "sáng kiến “" + without_end_mark(i.name) + "” " + std::string(wording(i.recognised)) +
                       (i.decision_number.empty() ? "" : " (" + i.decision_number + ")"));
        origins.push_back({RecordKind::kInitiative, i.id.value});
    }
    return sentence_start(text);
}

bool is_person(const Proposal& proposal) { return proposal.person || !proposal.name.empty(); }

/// "04 trường hợp cá nhân và 01 trường hợp tập thể"
std::string counted_subjects(const std::vector<Proposal>& proposals) {
    const auto people = static_cast<std::size_t>(std::count_if(proposals.begin(), proposals.end(), is_person));
    const std::size_t collectives = proposals.size() - people;
    if (collectives == 0) return counted(people) + " trường hợp cá nhân";
    if (people == 0) return counted(collectives) + " trường hợp tập thể";
    return counted(people) + " trường hợp cá nhân và " + counted(collectives) + " trường hợp tập thể";
}

Scope proposal_item(const office::YearBook& book, const Proposal& proposal) {
    const office::Person* person = find_person(book, proposal.person);
    const std::vector<Origin> who = person ? std::vector<Origin>{{RecordKind::kPerson, person->id.value}} : kFromOffice;
    std::vector<Origin> why;
    std::string ground = ground_of(book, proposal, why);
    Scope item;
    item.set("tên", proposal.name.empty() ? subject_name(book, proposal.person) : proposal.name, who);
    item.set("chức vụ", person ? person->position : std::string(), who);
    item.set("danh hiệu", title_name(proposal.title), who);
    item.set("thành tích", ground.empty() ? "Chưa ghi nhận" : std::move(ground), std::move(why));
    item.set("tập thể", is_person(proposal) ? "" : "có");
    return item;
}

/// "87,5%", rounded half up; "không tính được" without members.
std::string share(int yes, int members) {
    if (members <= 0) return "không tính được";
    const long tenths = (static_cast<long>(yes) * 2000 + members) / (2L * members);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + "%";
}

std::string votes_or_blank(int votes) { return votes < 0 ? std::string() : std::to_string(votes); }

std::string counted_or_blank(int number) { return number > 0 ? counted(static_cast<std::size_t>(number)) : ""; }

ScopeList lines(const std::vector<std::string>& texts) {
    return list_of(texts, [](const std::string& text) {
        Scope made;
        made.set("nội dung", without_end_mark(text), kFromOffice);
        made.set("nguyên văn", sentence_end(text), kFromOffice);
        return made;
    });
}

/// The line of one person: itself, its year's record and what it registered.
Scope person_item(const office::YearBook& book, const office::Person& p) {
    Scope item;
    const std::vector<Origin> who{{RecordKind::kPerson, p.id.value}};
    item.set("họ tên", p.full_name, who);
    item.set("chức vụ", p.position, who);
    item.set("đơn vị", p.unit, who);
    item.set("giới tính", words_of(p.gender), who);
    item.set("ngày sinh", numeric(p.born_on), who);
    item.set("ngày vào cơ quan", numeric(p.joined_on), who);
    office::Rating rating = office::Rating::kUnknown;
    std::string document;
    std::vector<Origin> rated;
    for (const office::YearRecord& r : book.records) {
        if (r.person != p.id || r.year != book.office.year) continue;
        rating = r.rating;
        document = r.rating_document;
        rated.push_back({RecordKind::kYearRecord, r.id.value});
    }
    item.set("xếp loại", std::string(wording(rating)), rated);
    item.set("văn bản xếp loại", document, rated);
    std::string titles;
    std::string days;
    std::vector<Origin> registered;
    for (const office::Registration& r : book.registrations) {
        if (r.person != p.id || r.year != book.office.year) continue;
        join(titles, title_name(r.title));
        join(days, numeric(r.registered_on));
        registered.push_back({RecordKind::kRegistration, r.id.value});
    }
    item.set("danh hiệu đăng ký", titles, registered);
    item.set("ngày đăng ký", days, registered);
    return item;
}

}  // namespace

const office::Person* find_person(const office::YearBook& book, base::Id<office::Person> id) {
    const auto found = std::find_if(book.people.begin(), book.people.end(), [&](const auto& p) { return p.id == id; });
    return found == book.people.end() ? nullptr : &*found;
}

bool is_in_year(const office::Person& person, int year) {
    const bool gone = person.left_on && person.left_on->year < year;
    const bool later = person.joined_on && year > 0 && person.joined_on->year > year;
    return !gone && !later;
}

std::vector<Proposal> proposals_of(const office::YearBook& book, const Request& request) {
    if (request.only_proposals || !request.proposals.empty()) return request.proposals;
    std::vector<Proposal> made;
    for (const office::Registration& r : book.registrations) {
        if (r.year == book.office.year) made.push_back({r.person, r.title, {}});
    }
    return made;
}

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

void add_people(Scope& scope, const office::YearBook& book) {
    ScopeList& people = scope.lists["cá nhân"];
    people.shape.push_back(person_item(book, {}));
    for (const office::Person& p : book.people) {
        if (is_in_year(p, book.office.year)) people.items.push_back(person_item(book, p));
    }
    ScopeList& collective = scope.lists["tập thể đăng ký"];
    const auto registered = [&](const office::Registration& r) {
        Scope item;
        const std::vector<Origin> from{{RecordKind::kRegistration, r.id.value}};
        item.set("tên", "Tập thể " + book.office.name, kFromOffice);
        item.set("danh hiệu đăng ký", title_name(r.title), from);
        item.set("ngày đăng ký", numeric(r.registered_on), from);
        return item;
    };
    collective.shape.push_back(registered({}));
    for (const office::Registration& r : book.registrations) {
        if (r.person || r.year != book.office.year) continue;
        collective.items.push_back(registered(r));
        const std::size_t row = people.items.size() + collective.items.size();  // they go on after the people
        collective.items.back().set("stt", std::to_string(row));
    }
}

void add_proposals(Scope& scope, const office::YearBook& book, const Request& request) {
    const std::vector<Proposal> proposals = proposals_of(book, request);
    scope.set("loại đề nghị", what_is_given(proposals));
    scope.set("số trường hợp", counted_subjects(proposals));
    ScopeList& list = scope.lists["đề nghị"];
    ScopeList& people = scope.lists["đề nghị cá nhân"];
    ScopeList& collectives = scope.lists["đề nghị tập thể"];
    for (ScopeList* each : {&list, &people, &collectives}) each->shape.push_back(proposal_item(book, {}));
    for (const Proposal& p : proposals) {
        list.items.push_back(proposal_item(book, p));
        (is_person(p) ? people : collectives).items.push_back(list.items.back());
    }
}

void add_meeting(Scope& scope, const office::YearBook& book, const Request& request) {
    const Meeting& meeting = request.meeting;
    std::string time = meeting.begins;
    if (meeting.date) join(time, base::to_long_vietnamese(*meeting.date), ", ");
    scope.set("tên cuộc họp", without_end_mark(meeting.name));
    scope.set("thời gian họp", time);
    scope.set("ngày họp", meeting.date ? base::to_vietnamese(*meeting.date) : std::string());
    scope.set("kết thúc", without_end_mark(meeting.ends));
    scope.set("địa điểm", without_end_mark(meeting.place));
    scope.set("chủ trì", meeting.chair);
    scope.set("thư ký", meeting.secretary);
    scope.set("số thành viên", counted_or_blank(meeting.members));
    scope.set("số phiếu phát ra", counted_or_blank(meeting.ballots_given));
    scope.set("số phiếu thu về", counted_or_blank(meeting.ballots_returned));
    scope.set("trưởng ban kiểm phiếu", meeting.teller_chair);
    scope.set("số ý kiến bằng văn bản", counted_or_blank(meeting.written));
    scope.lists["người dự"] = lines(meeting.present);
    scope.lists["vắng mặt"] = lines(meeting.absent);
    // Where nobody is named the numbers are those that were counted, never a zero made from an empty list.
    if (meeting.present.empty()) scope.set("số người dự", counted_or_blank(meeting.attending));
    if (meeting.absent.empty() && meeting.present.empty()) {
        const bool known = meeting.attending > 0 && meeting.members >= meeting.attending;
        scope.set("số vắng mặt", known ? counted(static_cast<std::size_t>(meeting.members - meeting.attending)) : "");
    }
    scope.lists["nội dung họp"] = lines(meeting.agenda);
    scope.lists["ý kiến"] = lines(meeting.remarks);
    scope.lists["ban kiểm phiếu"] = lines(meeting.tellers);
    scope.lists["kết quả phiếu"] = list_of(meeting.votes, [&](const Vote& vote) {
        Scope made = proposal_item(book, vote.proposal);
        const std::vector<Origin> who = made.fields["tên"].origins;
        made.set("đồng ý", std::to_string(vote.yes), who);
        made.set("không đồng ý", votes_or_blank(vote.no), who);
        made.set("không hợp lệ", votes_or_blank(vote.invalid), who);
        made.set("hợp lệ", vote.no < 0 ? "" : std::to_string(vote.yes + vote.no), who);
        made.set("tỷ lệ", share(vote.yes, meeting.members), who);
        return made;
    });
}

Scope kind_scope(const office::YearBook& book, const Request& request) {
    Scope scope;
    const office::Office& office = book.office;
    const Issue& issue = request.issue;
    const std::string to = !issue.addressees.empty() ? issue.addressees.front() : office.superior;
    scope.set("cơ quan", office.name, kFromOffice);
    scope.set("cấp trên", office.superior, kFromOffice);
    scope.set("nơi trình", to.empty() ? "cấp có thẩm quyền" : to, kFromOffice);
    scope.set("ký hiệu cơ quan", office.symbol, kFromOffice);
    scope.set("địa danh", office.place, kFromOffice);
    scope.set("năm", office.year > 0 ? std::to_string(office.year) : "", kFromOffice);
    scope.set("trong năm", office.year > 0 ? " năm " + std::to_string(office.year) : "", kFromOffice);
    scope.set("thủ trưởng", issue.signer_name.empty() ? office.head_name : issue.signer_name, kFromOffice);
    scope.set("chức vụ thủ trưởng", issue.signer_title.empty() ? office.head_title : issue.signer_title, kFromOffice);
    scope.set("thẩm quyền", authority_of(office, issue), kFromOffice);
    scope.set("tính đến", request.as_of ? base::to_vietnamese(*request.as_of) : "");
    scope.set("từ ngày", request.from ? base::to_vietnamese(*request.from) : "");
    scope.set("đến ngày", request.to ? base::to_vietnamese(*request.to) : "");
    scope.set("trích yếu công văn", without_end_mark(request.letter_subject));
    scope.lists["đoạn"] = lines(request.letter_paragraphs);
    scope.lists["căn cứ"] = lines(request.grounds);
    add_people(scope, book);
    add_subject(scope, book, request);
    add_proposals(scope, book, request);
    add_meeting(scope, book, request);
    add_tasks(scope, book, request);
    add_plan(scope, book, request);
    add_report(scope, book, request);
    add_statistics(scope, book, request);
    add_scores(scope, book, request);
    return scope;
}

}  // namespace thidua::document
