// Ballots: the sheet as text, and what the law makes of its numbers.

#include <algorithm>
#include <utility>

#include "app/council.h"
#include "app/home_view.h"
#include "law/pack.h"
#include "text/letters.h"

namespace thidua::app {

std::string kept_setting(const Application& app, std::string_view name) {
    for (const office::Setting& setting : app.book().settings) {
        if (setting.name == name) return setting.value;
    }
    return {};
}

bool keep_setting(Application& app, const std::string& name, const std::string& value, Notice done) {
    return app.act([&](store::Store& store) { return store::set_setting(store, name, value); }, std::move(done));
}

namespace {

/// The field up to the next tab or the end; takes it off.
std::string_view take_field(std::string_view& line) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

/// -1 when it is no number up to 10000.
int small_number(std::string_view text) {
    int value = 0;
    if (text.empty() || text.size() > 5) return -1;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value <= 10000 ? value : -1;
}

std::int64_t record_id(std::string_view text) {
    std::int64_t value = 0;
    if (text.size() > 15) return 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string counted(int votes) { return votes < 0 ? std::string() : std::to_string(votes); }

law::Ballot ballot_of(const BallotSheet& sheet, const BallotCandidate& candidate) {
    law::Ballot ballot;
    ballot.members = sheet.members;
    ballot.present = sheet.present;
    ballot.written = sheet.written;
    ballot.recused = candidate.recused;
    ballot.yes = std::max(0, candidate.yes);
    ballot.round = sheet.round;
    return ballot;
}

}  // namespace

std::string ballot_key(int year, std::string_view title) {
    return "ballot." + std::to_string(year) + "." + std::string(title);
}

std::string to_text(const BallotSheet& sheet) {
    std::string out;
    const auto number = [&](const char* name, int value) {
        out += std::string(name) + "\t" + std::to_string(value) + "\n";
    };
    if (sheet.held_on) out += "held_on\t" + base::to_iso(*sheet.held_on) + "\n";
    number("members", sheet.members);
    number("present", sheet.present);
    number("written", sheet.written);
    number("round", sheet.round);
    number("places", sheet.places);
    for (const BallotCandidate& candidate : sheet.candidates) {
        std::string name = candidate.name;
        std::replace(name.begin(), name.end(), '\t', ' ');
        std::replace(name.begin(), name.end(), '\n', ' ');
        out += "candidate\t" + std::to_string(candidate.person.value) + "\t" + counted(candidate.yes) + "\t" +
               std::to_string(candidate.recused) + "\t" + name + "\t" + counted(candidate.no) + "\t" +
               counted(candidate.invalid) + "\n";
    }
    return out;
}

BallotSheet ballot_sheet_from(std::string_view text) {
    BallotSheet sheet;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string_view name = take_field(line);
        if (name == "held_on") {
            sheet.held_on = base::parse_iso(take_field(line));
            continue;
        }
        if (name == "candidate") {
            BallotCandidate candidate;
            candidate.person = {record_id(take_field(line))};
            candidate.yes = small_number(take_field(line));
            candidate.recused = std::max(0, small_number(take_field(line)));
            candidate.name = std::string(take_field(line));
            candidate.no = small_number(take_field(line));  // files of earlier programs end before
            candidate.invalid = small_number(take_field(line));
            sheet.candidates.push_back(std::move(candidate));
            continue;
        }
        const int value = small_number(take_field(line));
        if (value < 0) continue;
        if (name == "members") sheet.members = value;
        if (name == "present") sheet.present = value;
        if (name == "written") sheet.written = value;
        if (name == "round") sheet.round = std::max(1, value);
        if (name == "places") sheet.places = value;
    }
    return sheet;
}

std::optional<BallotSheet> kept_ballot(const office::YearBook& book, std::string_view title) {
    const std::string key = ballot_key(book.office.year, title);
    for (const office::Setting& setting : book.settings) {
        if (setting.name == key) return ballot_sheet_from(setting.value);
    }
    return std::nullopt;
}

BallotSheet new_ballot_sheet(const office::YearBook& book, std::string_view title) {
    BallotSheet sheet;
    for (const office::Registration& registration : book.registrations) {
        if (registration.year != book.office.year || registration.title != title) continue;
        BallotCandidate candidate;
        candidate.person = registration.person;
        sheet.candidates.push_back(std::move(candidate));
    }
    return sheet;
}

BallotCandidate candidate_from(const office::YearBook& book, std::string_view name) {
    BallotCandidate candidate;
    const std::string wanted = text::fold(name);
    for (const office::Person& person : book.people) {
        if (text::fold(person.full_name) != wanted) continue;
        candidate.person = person.id;
        return candidate;
    }
    candidate.name = std::string(name);
    return candidate;
}

std::string candidate_name(const office::YearBook& book, const BallotCandidate& candidate) {
    if (!candidate.name.empty()) return candidate.name;
    if (const office::Person* person = find_person(book, candidate.person)) return person->full_name;
    return book.office.name;
}

BallotNeed ballot_need(const law::PackSet& packs, std::string_view title, const BallotSheet& sheet,
                       const base::Date& on) {
    BallotNeed need;
    need.pack = law::pack_for(packs, on);
    if (need.pack == nullptr) return need;
    need.rule = law::ballot_rule(*need.pack, title);
    if (sheet.members < 1) return need;
    law::Ballot empty;
    empty.members = sheet.members;
    empty.present = std::min(sheet.present, sheet.members);
    empty.round = sheet.round;
    if (const auto counted = law::count_ballot(*need.pack, title, empty)) need.numbers = *counted;
    return need;
}

std::string share_words(const law::BallotResult& numbers, int members, bool english) {
    std::string out = std::to_string(numbers.percent) + "% × " + std::to_string(members) +
                      (english ? " members = " : " thành viên = ") +
                      law::number_words(numbers.percent * members / 100.0, english);
    if (numbers.percent * members % 100 != 0) {
        out += (english ? " → rounded up to " : " → làm tròn lên ") + std::to_string(numbers.needed);
    }
    return out;
}

base::Result<law::BallotResult> ballot_result(const law::PackSet& packs, std::string_view title,
                                              const BallotSheet& sheet, const BallotCandidate& candidate,
                                              const base::Date& on) {
    const law::Pack* pack = law::pack_for(packs, on);
    if (pack == nullptr || pack->locked) {
        return base::fail(
            base::ErrorKind::kUnsupported,
            "Quy định bỏ phiếu của ngày " + base::to_numeric(on) + " chưa được kiểm chứng; hãy đối chiếu văn bản gốc.",
            "The ballot rules of " + base::to_numeric(on) + " are not verified; compare with the official text.");
    }
    return law::count_ballot(*pack, title, ballot_of(sheet, candidate));
}

law::Selection ballot_selection(const law::PackSet& packs, const office::YearBook& book, std::string_view title,
                                const BallotSheet& sheet, const base::Date& on) {
    std::vector<law::Candidate> passed;
    for (const BallotCandidate& candidate : sheet.candidates) {
        if (candidate.yes < 0) continue;
        const auto result = ballot_result(packs, title, sheet, candidate, on);
        if (!result) continue;
        const bool free = result->state == law::BallotResult::State::kNotRequired;
        if (!free && result->state != law::BallotResult::State::kPassed) continue;
        const office::Person* person = find_person(book, candidate.person);
        passed.push_back({candidate_name(book, candidate), candidate.yes,
                          person != nullptr && person->gender == office::Gender::kFemale});
    }
    return law::choose_by_votes(std::move(passed), sheet.places);
}

}  // namespace thidua::app
