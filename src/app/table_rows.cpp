#include "app/table_rows.h"

#include <algorithm>
#include <cstdlib>

#include "app/home_view.h"
#include "app/office_tables.h"
#include "app/table_values.h"
#include "base/utf8.h"
#include "office/check.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

constexpr std::size_t kMostShown = 200;  // letters of a refused row

std::string shown(const sheet::Row& row) {
    std::string out;
    for (const std::string& cell : row.cells) out += (out.empty() ? "" : " | ") + cell;
    if (base::code_point_count(out) <= kMostShown) return out;
    std::size_t at = 0;
    for (std::size_t count = 0; count < kMostShown; ++count) base::next_code_point(out, at);
    return out.substr(0, at) + "…";
}

}  // namespace

std::string quoted(const std::string& text) { return "“" + text + "”"; }

RowReader::RowReader(const office::YearBook& book, ImportKind kind, int rating_year)
    : book_(book), index_(book), kind_(kind), rating_year_(rating_year) {
    for (const office::Person& person : book.people) known_.emplace(text::lower(person.full_name), &person);
    for (const office::PlanBundle& bundle : book.plans) {
        const base::Id<office::Plan> id = bundle.plan.id;
        if (!bundle.plan.number.empty()) plans_.emplace(cell_key(bundle.plan.number), id);
        plans_.emplace(cell_key(bundle.plan.subject), id);
        for (const office::Task& task : bundle.tasks) {
            tasks_.emplace(std::pair(id.value, cell_key(task.title)), &task);
            last_position_[id.value] = std::max(last_position_[id.value], task.position);
        }
    }
}

void RowReader::keep(std::string detail, Effect effect) { rows.push_back({number_, name_, std::move(detail), effect}); }

void RowReader::read(const sheet::Row& row, const std::vector<Field>& columns) {
    number_ = row.number;
    cells_.fill({});
    for (std::size_t at = 0; at < columns.size() && at < row.cells.size(); ++at) {
        cells_[static_cast<std::size_t>(columns[at])] = row.cells[at];
    }
    Refusal refusal;
    if (row.broken) {
        refusal = {"Dấu nháy kép mở mà không đóng: không biết ô kết thúc ở đâu.",
                   "A quotation mark opens and never closes: the cell's end is unknown."};
    }
    if (!refusal && about_people(kind_)) refusal = read_name();
    if (!refusal) {
        switch (kind_) {
            case ImportKind::kPeople: refusal = read_person(); break;
            case ImportKind::kYears: refusal = read_record(); break;
            case ImportKind::kAwards: refusal = read_award(); break;
            case ImportKind::kInitiatives: refusal = read_initiative(); break;
            case ImportKind::kTasks: refusal = read_task(); break;
            case ImportKind::kPlans: refusal = read_plan(); break;
        }
    }
    if (refusal) refused.push_back({number_, shown(row), std::move(refusal->vi), std::move(refusal->en)});
}

RowReader::Refusal RowReader::read_name() {
    std::string name = cell(Field::kName);
    if (name.empty())
        name = cell(Field::kFamilyName) + (cell(Field::kFamilyName).empty() ? "" : " ") + cell(Field::kGivenName);
    name_ = name_of_cell(name);
    if (name_.empty()) return Reason{"Không có họ và tên.", "There is no name."};
    const std::string key = cell_key(name_);
    for (const std::string_view footer :
         {"tong", "tong cong", "tong so", "cong", "nguoi lap", "nguoi lap bieu", "ghi chu"}) {
        if (key == footer)
            return Reason{"Dòng tổng cộng hoặc chân bảng, không phải người.", "A total or footer row, not a person."};
    }
    if (key == cell_key(kCollectiveCell)) return std::nullopt;
    if (name_.find_first_of("0123456789") != std::string::npos) {
        return Reason{"Họ và tên " + quoted(name_) + " có chữ số.", "The name " + quoted(name_) + " has digits in it."};
    }
    if (base::code_point_count(name_) > 80)
        return Reason{"Họ và tên dài quá 80 chữ cái.", "The name is longer than 80 letters."};
    if (name_.find(' ') == std::string::npos)
        return Reason{quoted(name_) + " chưa đủ họ và tên.", quoted(name_) + " is not a full name."};
    return std::nullopt;
}

RowReader::Refusal RowReader::read_date(Field field, std::optional<base::Date>& out, bool year_allowed) const {
    const std::string& text = cell(field);
    if (text.empty() || (year_allowed && only_year(text))) return std::nullopt;  // a year alone is no date: left out
    const auto date = date_of_cell(text);
    if (!date) {
        return Reason{std::string(info(field).vi) + " " + quoted(text) +
                          " không phải ngày (cần ngày/tháng/năm, ví dụ 05/9/1985).",
                      std::string(info(field).en) + ": " + quoted(text) +
                          " is not a date (day/month/year is needed, e.g. 05/9/1985)."};
    }
    out = date;
    return std::nullopt;
}

RowReader::Refusal RowReader::read_year(int& year) const {
    year = book_.office.year;
    const std::string& text = cell(Field::kYear);
    if (text.empty()) return std::nullopt;
    const std::optional<base::Date> date = date_of_cell(text);
    if (only_year(text)) year = std::atoi(text.c_str());
    else if (date) year = date->year;
    else
        return Reason{"Năm " + quoted(text) + " không phải một năm (ví dụ 2024).",
                      "The year " + quoted(text) + " is no year (e.g. 2024)."};
    return std::nullopt;
}

RowReader::Refusal RowReader::find_person(base::Id<office::Person>& id, bool office_allowed) {
    id = {};
    if (cell_key(name_) == cell_key(kCollectiveCell) || text::lower(name_) == text::lower(book_.office.name)) {
        if (office_allowed) return std::nullopt;
        return Reason{"Bảng này chỉ dành cho cá nhân, không dành cho tập thể.",
                      "This list is of persons, not of the collective."};
    }
    std::optional<base::Date> born;
    if (auto refusal = read_date(Field::kBorn, born, true)) return refusal;
    const auto [first, last] = known_.equal_range(text::lower(name_));
    const office::Person* found = nullptr;
    int fitting = 0;
    for (auto at = first; at != last; ++at) {
        const office::Person& person = *at->second;
        if (born && person.born_on && *born != *person.born_on) continue;
        found = &person;
        ++fitting;
    }
    if (fitting == 0) {
        return Reason{"Không có ai tên " + quoted(name_) + (born ? " sinh ngày " + base::to_numeric(*born) : "") +
                          " trong danh sách. Hãy nhập danh sách người trước.",
                      "Nobody called " + quoted(name_) + " is listed. Take in the list of people first."};
    }
    if (fitting > 1) {
        return Reason{
            "Có " + std::to_string(fitting) + " người tên " + quoted(name_) + ". Hãy thêm cột Ngày sinh để biết là ai.",
            std::to_string(fitting) + " people are called " + quoted(name_) +
                ". Add a column with birth dates to tell them apart."};
    }
    id = found->id;
    return std::nullopt;
}

RowReader::Effect RowReader::merge_record(office::YearRecord record) {
    const auto key = std::pair(record.person.value, record.year);
    const auto earlier = record_at_.find(key);
    office::YearRecord merged = earlier != record_at_.end() ? batch.records[earlier->second] : office::YearRecord{};
    const office::YearRecord* stored = nullptr;
    if (earlier == record_at_.end() && record.person.value > 0) stored = index_.record(record.person, record.year);
    if (stored != nullptr) merged = *stored;
    const office::YearRecord before = merged;
    merged.person = record.person;
    merged.year = record.year;
    if (record.rating != office::Rating::kUnknown) merged.rating = record.rating;
    if (!record.rating_document.empty()) merged.rating_document = record.rating_document;
    if (record.movements != office::Answer::kUnknown) merged.movements = record.movements;
    if (record.disciplined != office::Answer::kUnknown) merged.disciplined = record.disciplined;
    if (record.under_review != office::Answer::kUnknown) merged.under_review = record.under_review;
    if (!record.note.empty()) merged.note = record.note;
    if (stored != nullptr && merged == before) return Effect::kSame;
    if (earlier != record_at_.end()) {
        batch.records[earlier->second] = merged;
    } else {
        record_at_[key] = batch.records.size();
        batch.records.push_back(merged);
    }
    return stored != nullptr ? Effect::kChanged : Effect::kNew;
}

RowReader::Refusal RowReader::read_person() {
    if (cell_key(name_) == cell_key(kCollectiveCell)) {
        return Reason{"“Tập thể” không phải tên người.", "“Tập thể” is no person's name."};
    }
    office::Person person;
    person.full_name = name_;
    if (auto refusal = read_date(Field::kBorn, person.born_on, true)) return refusal;
    if (auto refusal = read_date(Field::kJoined, person.joined_on, true)) return refusal;
    if (auto refusal = read_date(Field::kLeft, person.left_on, true)) return refusal;
    if (const std::string& gender = cell(Field::kGender); !gender.empty()) {
        const auto known = gender_of_cell(gender);
        if (!known) {
            return Reason{"Giới tính " + quoted(gender) + " không phải Nam hay Nữ.",
                          "The gender " + quoted(gender) + " is neither Nam nor Nữ."};
        }
        person.gender = *known;
    }
    office::YearRecord record;
    record.year = rating_year_;
    if (const std::string& rating = cell(Field::kRating); !rating.empty()) {
        const auto known = rating_of_cell(rating);
        if (!known) {
            return Reason{"Xếp loại " + quoted(rating) + " không phải một trong bốn mức (HTXSNV, HTTNV, HTNV, KHTNV).",
                          "The rating " + quoted(rating) + " is none of the four levels (HTXSNV, HTTNV, HTNV, KHTNV)."};
        }
        record.rating = *known;
    }
    person.position = cell(Field::kPosition);
    person.unit = cell(Field::kUnit);
    person.id.value = 1;  // only so that the rest can be checked
    if (const auto good = office::check(person); !good) return Reason{good.error().vi, good.error().en};

    const std::string identity = text::lower(name_) + "|" + (person.born_on ? base::to_iso(*person.born_on) : "");
    if (const auto [at, fresh] = seen_.emplace(identity, number_); !fresh) {
        return Reason{"Trùng với dòng " + std::to_string(at->second) +
                          ". Nếu là hai người khác nhau, hãy ghi ngày sinh của từng người.",
                      "The same as row " + std::to_string(at->second) +
                          ". If these are two people, give both their birth dates."};
    }
    const auto [first, last] = known_.equal_range(text::lower(name_));
    const office::Person* known = nullptr;
    int fitting = 0;
    for (auto at = first; at != last; ++at) {
        const office::Person& other = *at->second;
        if (person.born_on && other.born_on && *person.born_on != *other.born_on) continue;
        known = &other;
        ++fitting;
    }
    if (fitting > 1) {
        return Reason{"Trong danh sách đã có " + std::to_string(fitting) + " người tên " + quoted(name_) +
                          ". Hãy thêm cột Ngày sinh để biết là ai.",
                      std::to_string(fitting) + " people called " + quoted(name_) +
                          " are listed. Add a column with birth dates to tell them apart."};
    }
    Effect effect = Effect::kNew;
    if (known != nullptr) {
        office::Person merged = *known;
        bool changed = false;
        if (!person.position.empty()) changed |= put(merged.position, person.position);
        if (!person.unit.empty()) changed |= put(merged.unit, person.unit);
        if (person.gender != office::Gender::kUnknown) changed |= put(merged.gender, person.gender);
        if (person.born_on) changed |= put(merged.born_on, person.born_on);
        if (person.joined_on) changed |= put(merged.joined_on, person.joined_on);
        if (person.left_on) changed |= put(merged.left_on, person.left_on);
        if (const auto good = office::check(merged); !good) return Reason{good.error().vi, good.error().en};
        effect = changed ? Effect::kChanged : Effect::kSame;
        if (changed) batch.people.push_back(merged);
        record.person = merged.id;
    } else {
        person.id.value = next_new_--;
        record.person = person.id;
        batch.people.push_back(person);
    }
    if (record.rating != office::Rating::kUnknown && merge_record(record) != Effect::kSame && effect == Effect::kSame)
        effect = Effect::kChanged;
    std::string detail = person.position;
    if (record.rating != office::Rating::kUnknown) {
        detail +=
            (detail.empty() ? "" : " · ") + std::string(rating_cell(record.rating)) + " " + std::to_string(record.year);
    }
    keep(std::move(detail), effect);
    return std::nullopt;
}

RowReader::Refusal RowReader::read_record() {
    office::YearRecord record;
    if (auto refusal = find_person(record.person, false)) return refusal;
    if (auto refusal = read_year(record.year)) return refusal;
    if (const std::string& rating = cell(Field::kRating); !rating.empty()) {
        const auto known = rating_of_cell(rating);
        if (!known) {
            return Reason{"Xếp loại " + quoted(rating) + " không phải một trong bốn mức (HTXSNV, HTTNV, HTNV, KHTNV).",
                          "The rating " + quoted(rating) + " is none of the four levels (HTXSNV, HTTNV, HTNV, KHTNV)."};
        }
        record.rating = *known;
    }
    const auto answer = [&](Field field, office::Answer& out) -> Refusal {
        const std::string& text = cell(field);
        if (text.empty()) return std::nullopt;
        const auto known = answer_of_cell(text);
        if (!known) {
            return Reason{std::string(info(field).vi) + ": " + quoted(text) + " không phải Có hay Không.",
                          std::string(info(field).en) + ": " + quoted(text) + " is neither Có nor Không."};
        }
        out = *known;
        return std::nullopt;
    };
    if (auto refusal = answer(Field::kMovements, record.movements)) return refusal;
    if (auto refusal = answer(Field::kDisciplined, record.disciplined)) return refusal;
    if (auto refusal = answer(Field::kUnderReview, record.under_review)) return refusal;
    record.rating_document = cell(Field::kRatingDocument);
    record.note = cell(Field::kNote);
    office::YearRecord checked = record;
    checked.id.value = 1;
    if (const auto good = office::check(checked); !good) return Reason{good.error().vi, good.error().en};
    const Effect effect = merge_record(record);
    keep(std::to_string(record.year) +
             (record.rating != office::Rating::kUnknown ? " · " + std::string(rating_cell(record.rating)) : ""),
         effect);
    return std::nullopt;
}

RowReader::Refusal RowReader::read_award() {
    office::Award award;
    if (auto refusal = find_person(award.person, true)) return refusal;
    if (auto refusal = read_year(award.year)) return refusal;
    const std::string& words = cell(Field::kAward);
    award.title = title_of_cell(words);
    if (award.title.empty()) {
        return Reason{
            words.empty() ? "Không ghi danh hiệu hay hình thức nào."
                          : "Không có danh hiệu hay hình thức nào tên " + quoted(words) + ".",
            words.empty() ? "No title or form is given." : "There is no title or form called " + quoted(words) + "."};
    }
    award.decision_number = cell(Field::kDecision);
    if (auto refusal = read_date(Field::kDecisionDate, award.decision_date, false)) return refusal;
    award.issuer = cell(Field::kIssuer);
    if (const std::string& revoked = cell(Field::kRevoked); !revoked.empty()) {
        const auto known = answer_of_cell(revoked);
        if (!known) {
            return Reason{"Đã bị thu hồi: " + quoted(revoked) + " không phải Có hay Không.",
                          "Revoked: " + quoted(revoked) + " is neither Có nor Không."};
        }
        award.revoked = *known == office::Answer::kYes;
    }
    office::Award checked = award;
    checked.id.value = 1;
    if (const auto good = office::check(checked); !good) return Reason{good.error().vi, good.error().en};
    const auto same = [&](const office::Award& other) {
        office::Award known = other;
        known.id = award.id;
        return known == award;
    };
    const office::EmulationTitle* title = office::find_title(award.title);
    const std::string detail =
        std::string(title != nullptr ? title->vi : award.title) + " · " + std::to_string(award.year);
    const auto twin = [&](const auto& list) { return std::find_if(list.begin(), list.end(), same); };
    if (twin(batch.awards) != batch.awards.end()) {
        return Reason{"Dòng này lặp lại một dòng ở trên.", "This row repeats one above."};
    }
    // The same title of the same year: what was not known before is filled in.
    const auto known = std::find_if(book_.awards.begin(), book_.awards.end(), [&](const office::Award& other) {
        return other.person == award.person && other.year == award.year && other.title == award.title &&
               (other.decision_number == award.decision_number || other.decision_number.empty() ||
                award.decision_number.empty());
    });
    if (known == book_.awards.end()) {
        batch.awards.push_back(award);
        keep(detail, Effect::kNew);
        return std::nullopt;
    }
    office::Award merged = *known;
    if (!award.decision_number.empty()) merged.decision_number = award.decision_number;
    if (award.decision_date) merged.decision_date = award.decision_date;
    if (!award.issuer.empty()) merged.issuer = award.issuer;
    if (!cell(Field::kRevoked).empty()) merged.revoked = award.revoked;
    if (!(merged == *known)) batch.awards.push_back(merged);
    keep(detail, merged == *known ? Effect::kSame : Effect::kChanged);
    return std::nullopt;
}

RowReader::Refusal RowReader::read_initiative() {
    office::Initiative one;
    if (auto refusal = find_person(one.person, false)) return refusal;
    if (auto refusal = read_year(one.year)) return refusal;
    one.name = cell(Field::kInitiative);
    if (one.name.empty()) return Reason{"Không ghi tên sáng kiến, đề tài.", "The initiative has no name."};
    if (const std::string& text = cell(Field::kInitiativeKind); !text.empty()) {
        const auto known = initiative_kind_of_cell(text);
        if (!known) {
            return Reason{"Loại " + quoted(text) + " không phải sáng kiến, đề tài, đề án hay công trình.",
                          "The kind " + quoted(text) + " is neither an initiative nor research."};
        }
        one.kind = *known;
    }
    if (const std::string& text = cell(Field::kLevel); !text.empty()) {
        const auto known = level_of_cell(text);
        if (!known) {
            return Reason{"Cấp công nhận " + quoted(text) + " không phải cơ sở, tỉnh (bộ, ngành) hay toàn quốc.",
                          "The level " + quoted(text) + " is neither grassroots, province (ministry) nor nation."};
        }
        one.recognised = *known;
    }
    one.decision_number = cell(Field::kDecision);
    if (auto refusal = read_date(Field::kDecisionDate, one.decision_date, false)) return refusal;
    office::Initiative checked = one;
    checked.id.value = 1;
    if (const auto good = office::check(checked); !good) return Reason{good.error().vi, good.error().en};
    const auto same_one = [&](const office::Initiative& other) {
        return other.person == one.person && other.year == one.year && text::lower(other.name) == text::lower(one.name);
    };
    const std::string detail = one.name + " · " + std::to_string(one.year);
    if (std::find_if(batch.initiatives.begin(), batch.initiatives.end(), same_one) != batch.initiatives.end()) {
        return Reason{"Dòng này lặp lại một dòng ở trên.", "This row repeats one above."};
    }
    const auto known = std::find_if(book_.initiatives.begin(), book_.initiatives.end(), same_one);
    if (known == book_.initiatives.end()) {
        batch.initiatives.push_back(one);
        keep(detail, Effect::kNew);
        return std::nullopt;
    }
    office::Initiative merged = *known;
    if (!cell(Field::kInitiativeKind).empty()) merged.kind = one.kind;
    if (!cell(Field::kLevel).empty()) merged.recognised = one.recognised;
    if (!one.decision_number.empty()) merged.decision_number = one.decision_number;
    if (one.decision_date) merged.decision_date = one.decision_date;
    if (!(merged == *known)) batch.initiatives.push_back(merged);
    keep(detail, merged == *known ? Effect::kSame : Effect::kChanged);
    return std::nullopt;
}

}  // namespace thidua::app
