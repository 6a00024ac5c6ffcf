// Names about the year's work and its figures: tasks, ratings, registrations, statutory tables, scores.
#include <algorithm>
#include <array>
#include <utility>

#include "document/kind_scope.h"
#include "document/wording.h"
#include "office/title.h"

namespace thidua::document {
namespace {

using office::Task;

Scope task_item(const office::PlanBundle& bundle, const Task& task, const Request& request) {
    Scope item;
    const std::vector<Origin> from{{RecordKind::kTask, task.id.value}};
    std::vector<Origin> proofs = from;
    std::string proof;
    std::string result;
    std::vector<const office::Evidence*> evidence;
    for (const office::Evidence& e : bundle.evidence) {
        if (e.task == task.id) evidence.push_back(&e);
    }
    std::stable_sort(evidence.begin(), evidence.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
    for (const office::Evidence* e : evidence) {
        const std::string where = e->document_number.empty() ? std::string() : " (" + e->document_number + ")";
        proof += (proof.empty() ? "" : "; ") + without_end_mark(e->text) + where;
        result += (result.empty() ? "" : "; ") + evidence_words(*e);
        proofs.push_back({RecordKind::kEvidence, e->id.value});
    }
    const bool late = is_late(task, request);
    item.set("nhiệm vụ", without_end_mark(task.title), from);
    item.set("người thực hiện", task.assignee, from);
    item.set("thời hạn", task.due ? base::to_numeric(*task.due) : task.recurrence, from);
    item.set("tình trạng", std::string(wording(task.state)) + (late ? " (quá hạn)" : ""), from);
    item.set("minh chứng", proof, proofs);
    item.set("kết quả", result, proofs);
    item.set("số minh chứng", std::to_string(evidence.size()), proofs);
    item.set("quá hạn", late ? "có" : "", from);
    item.set("xong", task.state == Task::State::kDone ? "có" : "", from);
    return item;
}

ScopeList counts(const std::vector<std::pair<std::string, std::vector<Origin>>>& rows) {
    return list_of(rows, [](const auto& row) {
        Scope made;
        made.set("tên", row.first, row.second);
        made.set("số lượng", counted(row.second.size()), row.second);
        return made;
    });
}

void count(std::vector<std::pair<std::string, std::vector<Origin>>>& rows, const std::string& name, Origin origin) {
    auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.first == name; });
    if (row == rows.end()) row = rows.insert(rows.end(), {name, {}});
    row->second.push_back(origin);
}

int state_order(const std::string& words) {
    return words == wording(Task::State::kDone) ? 0 : words == wording(Task::State::kDoing) ? 1 : 2;
}

// TT 02/2023/TT-BNV, tables 0602 and 0603: awards of the State and of ministries and provinces (law.md 2.5).
constexpr std::array<std::string_view, 6> kStateTitles{"CSTDTQ", "CTDCP", "BKTTG", "HCLD1", "HCLD2", "HCLD3"};
constexpr std::array<std::string_view, 5> kProvinceTitles{"CSTDT", "CTDT", "TTLDXS", "BKT", "KNC"};

using Ground = office::AwardBasis::Ground;

Ground ground_of(const office::YearBook& book, const office::Award& award) {
    for (const office::AwardBasis& basis : book.award_bases) {
        if (basis.award == award.id) return basis.ground;
    }
    return Ground::kUnknown;
}

/// One row a title: all, people, collectives, and by ground.
Scope award_row(const office::YearBook& book, std::string_view code) {
    std::array<std::size_t, 8> numbers{};
    std::vector<Origin> from;
    for (const office::Award& award : book.awards) {
        if (award.title != code || award.year != book.office.year || award.revoked) continue;
        from.push_back({RecordKind::kAward, award.id.value});
        ++numbers[0];
        ++numbers[award.person ? 1 : 2];
        switch (ground_of(book, award)) {
            case Ground::kMerit: ++numbers[3]; break;
            case Ground::kThematic: ++numbers[4]; break;
            case Ground::kSudden: ++numbers[5]; break;
            case Ground::kOther: ++numbers[6]; break;
            case Ground::kUnknown: ++numbers[7]; break;
        }
    }
    constexpr std::array<const char*, 8> kNames{"tổng số",   "số cá nhân", "số tập thể", "công trạng",
                                                "chuyên đề", "đột xuất",   "khác",       "chưa phân loại"};
    Scope item;
    item.set("tên", title_name(code), from);
    for (std::size_t i = 0; i < kNames.size(); ++i) item.set(kNames[i], std::to_string(numbers[i]), from);
    return item;
}

std::vector<Movement> movements_of(const office::YearBook& book, const Request& request) {
    if (!request.movements.empty()) return request.movements;
    std::vector<Movement> made;
    for (const office::PlanBundle& bundle : book.plans) {
        if (bundle.plan.origin != office::PlanOrigin::kOwn || bundle.plan.year != book.office.year) continue;
        Movement movement;
        movement.name = bundle.plan.subject;
        movement.level = Movement::Level::kUnit;
        movement.origins = {{RecordKind::kPlan, bundle.plan.id.value}};
        made.push_back(std::move(movement));
    }
    return made;
}

template <class Fits>
Scope movement_row(const std::string& name, const std::vector<Movement>& movements, Fits fits) {
    constexpr std::array<const char*, 6> kLengths{"chưa ghi",    "dưới 1 năm",  "1 năm",
                                                  "1 đến 3 năm", "3 đến 5 năm", "từ 5 năm"};
    std::array<std::size_t, 6> numbers{};
    std::vector<Origin> from;
    std::size_t all = 0;
    for (const Movement& m : movements) {
        if (!fits(m)) continue;
        ++all;
        ++numbers[static_cast<std::size_t>(m.length)];
        from.insert(from.end(), m.origins.begin(), m.origins.end());
    }
    Scope row;
    row.set("tên", name, from);
    row.set("tổng số", std::to_string(all), from);
    for (std::size_t i = 0; i < kLengths.size(); ++i) row.set(kLengths[i], std::to_string(numbers[i]), from);
    return row;
}

/// One row for each different word, in the order of their first use.
template <class Word>
void add_movement_rows(ScopeList& list, const std::vector<Movement>& movements, Word word) {
    list.shape.push_back(movement_row({}, {}, [](const Movement&) { return true; }));
    std::vector<std::string> words;
    for (const Movement& m : movements) {
        if (std::find(words.begin(), words.end(), word(m)) == words.end()) words.push_back(word(m));
    }
    for (const std::string& w : words) {
        list.items.push_back(
            movement_row(w.empty() ? "Chưa ghi" : w, movements, [&](const Movement& m) { return word(m) == w; }));
    }
}

}  // namespace

const office::PlanBundle* chosen_plan(const office::YearBook& book, base::Id<office::Plan> wanted) {
    const office::PlanBundle* first = nullptr;
    for (const office::PlanBundle& b : book.plans) {
        const bool own =
            b.plan.origin == office::PlanOrigin::kOwn && (book.office.year == 0 || b.plan.year == book.office.year);
        if (wanted ? b.plan.id == wanted : own) return &b;
        if (!wanted && !first) first = &b;
    }
    return first;
}

std::vector<const Task*> tasks_in_order(const office::PlanBundle& bundle) {
    std::vector<const Task*> tasks;
    for (const Task& task : bundle.tasks) tasks.push_back(&task);
    std::stable_sort(tasks.begin(), tasks.end(),
                     [](const Task* a, const Task* b) { return a->position < b->position; });
    return tasks;
}

bool is_late(const Task& task, const Request& request) {
    return request.as_of && task.due && *task.due < *request.as_of && task.state != Task::State::kDone;
}

std::string evidence_words(const office::Evidence& evidence) {
    const std::string text = without_end_mark(evidence.text);
    std::string where;
    if (!evidence.document_number.empty()) where = "văn bản số " + evidence.document_number;
    if (evidence.date) where += (where.empty() ? "ngày " : " ngày ") + base::to_vietnamese(*evidence.date);
    if (text.empty()) return sentence_start(where);
    return where.empty() ? text : text + " (" + where + ")";
}

void add_tasks(Scope& scope, const office::YearBook& book, const Request& request) {
    const office::PlanBundle* bundle = chosen_plan(book, request.plan);
    const office::PlanBundle none;
    const std::vector<Origin> from =
        bundle ? std::vector<Origin>{{RecordKind::kPlan, bundle->plan.id.value}} : std::vector<Origin>{};
    scope.set("kế hoạch", bundle ? citation(bundle->plan) : "", from);
    scope.set("tên phong trào", bundle ? without_end_mark(bundle->plan.subject) : "", from);
    ScopeList& tasks = scope.lists["nhiệm vụ"];
    tasks.shape.push_back(task_item(none, {}, request));
    std::array<std::size_t, 3> states{};
    std::size_t late = 0;
    std::vector<std::pair<std::string, std::vector<Origin>>> by_state;
    if (bundle) {
        for (const Task* task : tasks_in_order(*bundle)) {
            tasks.items.push_back(task_item(*bundle, *task, request));
            ++states[static_cast<std::size_t>(task->state)];
            count(by_state, std::string(wording(task->state)), {RecordKind::kTask, task->id.value});
            if (!tasks.items.back().fields["quá hạn"].text.empty()) ++late;
        }
    }
    std::sort(by_state.begin(), by_state.end(), [](const auto& a, const auto& b) {
        return state_order(a.first) < state_order(b.first);  // what is done comes first
    });
    scope.lists["tổng hợp tình trạng"] = counts(by_state);
    scope.set("số hoàn thành", counted(states[2]), from);
    scope.set("số đang làm", counted(states[1]), from);
    scope.set("số chưa làm", counted(states[0]), from);
    scope.set("số quá hạn", late > 0 ? counted(late) : "", from);

    std::vector<std::pair<std::string, std::vector<Origin>>> ratings;
    for (const office::Rating r : {office::Rating::kExcellent, office::Rating::kGood, office::Rating::kCompleted,
                                   office::Rating::kNotCompleted}) {
        for (const office::YearRecord& record : book.records) {
            if (record.year == book.office.year && record.rating == r)
                count(ratings, std::string(wording(r)), {RecordKind::kYearRecord, record.id.value});
        }
    }
    scope.lists["tổng hợp xếp loại"] = counts(ratings);
    std::vector<std::pair<std::string, std::vector<Origin>>> registered;
    for (const office::Registration& r : book.registrations) {
        if (r.year == book.office.year) count(registered, title_name(r.title), {RecordKind::kRegistration, r.id.value});
    }
    scope.lists["tổng hợp đăng ký"] = counts(registered);
}

void add_statistics(Scope& scope, const office::YearBook& book, const Request& request) {
    const std::vector<Movement> movements = movements_of(book, request);
    constexpr std::array<std::pair<Movement::Level, const char*>, 6> kLevels{
        {{Movement::Level::kNation, "Trung ương phát động"},
         {Movement::Level::kProvince, "Bộ, ngành, tỉnh phát động"},
         {Movement::Level::kDistrict, "Cấp huyện phát động"},
         {Movement::Level::kCommune, "Cấp xã phát động"},
         {Movement::Level::kUnit, "Cơ quan, đơn vị phát động"},
         {Movement::Level::kUnknown, "Chưa ghi cấp phát động"}}};
    const auto any = [](const Movement&) { return true; };
    ScopeList& levels = scope.lists["phong trào theo cấp"];
    levels.shape.push_back(movement_row({}, {}, any));
    for (const auto& [level, name] : kLevels) {
        levels.items.push_back(movement_row(name, movements, [l = level](const Movement& m) { return m.level == l; }));
    }
    ScopeList& all = scope.lists["tổng phong trào"];
    all.shape.push_back(movement_row({}, {}, any));
    all.items.push_back(movement_row("Tổng số", movements, any));
    add_movement_rows(scope.lists["phong trào theo phạm vi"], movements, [](const Movement& m) { return m.scope; });
    add_movement_rows(scope.lists["phong trào theo phương thức"], movements,
                      [](const Movement& m) { return m.method; });

    const auto row = [&](std::string_view code) { return award_row(book, code); };
    scope.lists["khen thưởng cấp nhà nước"] = list_of(std::vector(kStateTitles.begin(), kStateTitles.end()), row);
    scope.lists["khen thưởng cấp bộ, tỉnh"] = list_of(std::vector(kProvinceTitles.begin(), kProvinceTitles.end()), row);

    scope.lists["số liệu"] = list_of(request.figures, [](const Figure& f) {
        Scope item;
        item.set("chỉ tiêu", f.name);
        item.set("đơn vị tính", f.unit);
        item.set("số lượng", f.value);
        item.set("ghi chú", f.note);
        return item;
    });
}

void add_scores(Scope& scope, const office::YearBook& book, const Request& request) {
    const ScoreSheet& sheet = request.scores;
    scope.set("khối thi đua", sheet.group);
    scope.set("đơn vị chấm điểm", sheet.unit.empty() ? book.office.name : sheet.unit);
    scope.set("tổng điểm chuẩn", sheet.most_total);
    scope.set("tổng tự chấm", sheet.own_total);
    scope.set("tổng thẩm định", sheet.verified_total);
    scope.set("xếp hạng", sheet.rank);
    scope.lists["đơn vị trong khối"] = list_of(sheet.units, [](const ScoredUnit& one) {
        Scope made;
        made.set("tên", one.name);
        made.set("tự chấm", one.own);
        made.set("thẩm định", one.verified);
        made.set("hạng", one.rank);
        return made;
    });
    scope.lists["tiêu chí"] = list_of(sheet.items, [](const ScoreItem& s) {
        Scope made;
        made.set("mục", s.label);
        made.set("tiêu chí", s.name);
        made.set("điểm chuẩn", s.most);
        made.set("tự chấm", s.own);
        made.set("thẩm định", s.verified);
        made.set("minh chứng", s.evidence);
        made.set("nhóm", s.heading ? "có" : "");
        return made;
    });
}

}  // namespace thidua::document
