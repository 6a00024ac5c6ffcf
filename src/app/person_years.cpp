#include "app/person_years.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/home_view.h"
#include "app/verdicts.h"
#include "law/evaluation.h"
#include "law/fact_catalogue.h"
#include "office/title.h"

namespace thidua::app {
namespace {

constexpr std::array<std::string_view, 4> kTitles{"LDTT", "CSTDCS", "CSTDT", "CSTDTQ"};

std::string decision_vi(std::string_view number, const std::optional<base::Date>& on, std::string_view issuer) {
    if (number.empty() && !on) return "chưa ghi số quyết định";
    std::string out = "Quyết định " + std::string(number);
    if (on) out += " ngày " + base::to_numeric(*on);
    if (!issuer.empty()) out += " của " + std::string(issuer);
    return out;
}

std::string decision_en(std::string_view number, const std::optional<base::Date>& on, std::string_view issuer) {
    if (number.empty() && !on) return "no decision number recorded";
    std::string out = "decision " + std::string(number);
    if (on) out += " of " + base::to_numeric(*on);
    if (!issuer.empty()) out += ", " + std::string(issuer);
    return out;
}

bool in_year(const std::optional<base::Date>& from, const std::optional<base::Date>& to, int year) {
    return from && from->year <= year && (!to || to->year >= year);
}

std::string span_vi(const office::LawAnswer& period) {
    return "từ " + base::to_numeric(*period.begins_on) +
           (period.ends_on ? " đến " + base::to_numeric(*period.ends_on) : ", chưa hết");
}

std::string span_en(const office::LawAnswer& period) {
    return "from " + base::to_numeric(*period.begins_on) +
           (period.ends_on ? " to " + base::to_numeric(*period.ends_on) : ", not over");
}

std::string with_document(std::string words, const std::string& document) {
    return document.empty() ? words : words + "; " + document;
}

void add_notes(const office::YearBook& book, base::Id<office::Person> person, PersonYear& year) {
    for (const office::Award& award : book.awards) {
        const office::EmulationTitle* title = office::find_title(award.title);
        if (award.person != person || award.year != year.year || title == nullptr || !title->commendation) continue;
        year.notes.push_back({YearNote::Kind::kForm,
                              std::string(title->vi) + (award.revoked ? " (đã hủy bỏ)" : "") + "; " +
                                  decision_vi(award.decision_number, award.decision_date, award.issuer),
                              std::string(title->en) + (award.revoked ? " (revoked)" : "") + "; " +
                                  decision_en(award.decision_number, award.decision_date, award.issuer)});
    }
    for (const office::Initiative& one : book.initiatives) {
        if (one.person != person || one.year != year.year) continue;
        const bool recognised = one.recognised != office::Initiative::Level::kNone;
        year.notes.push_back(
            {YearNote::Kind::kInitiative,
             "“" + one.name + "”; " +
                 (recognised ? decision_vi(one.decision_number, one.decision_date, {}) : "chưa được công nhận"),
             "\"" + one.name + "\"; " +
                 (recognised ? decision_en(one.decision_number, one.decision_date, {}) : "not recognised")});
    }
    for (const office::LawAnswer& answer : book.answers) {
        if (answer.person != person || !office::is_period(answer.key) ||
            !in_year(answer.begins_on, answer.ends_on, year.year))
            continue;
        const bool discipline = answer.key == office::kDisciplineKey;
        const bool hold = answer.key == office::kHoldKey;
        const std::string what_vi = discipline ? "Kỷ luật "
                                    : hold     ? "Đang bị xem xét, thanh tra, tố cáo "
                                               : "Vắng, nghỉ ";
        const std::string what_en = discipline ? "Discipline " : hold ? "Under review " : "Absent ";
        year.notes.push_back({discipline ? YearNote::Kind::kDiscipline
                              : hold     ? YearNote::Kind::kHold
                                         : YearNote::Kind::kLeave,
                              with_document(what_vi + span_vi(answer), answer.document),
                              with_document(what_en + span_en(answer), answer.document)});
    }
    const office::YearRecord* record = find_record(book, person, year.year);
    if (record == nullptr || record->disciplined != office::Answer::kYes) return;
    const bool dated = std::any_of(year.notes.begin(), year.notes.end(),
                                   [](const YearNote& note) { return note.kind == YearNote::Kind::kDiscipline; });
    if (!dated)
        year.notes.push_back({YearNote::Kind::kDiscipline, "Bị kỷ luật trong năm, chưa ghi từ ngày nào đến ngày nào",
                              "Disciplined in the year, no days recorded"});
}

/// The longest run of `title` that a title of the pack asks for.
void find_needed(const law::Criterion& criterion, std::string_view title, std::string_view of, TitleRow& row) {
    if (criterion.kind == law::Criterion::Kind::kConsecutive && criterion.over == law::Criterion::Over::kAwards &&
        criterion.title == title && criterion.years > row.needed) {
        row.needed = criterion.years;
        row.needed_for = of;
        row.clause = criterion.clause;
        row.confidence = criterion.confidence;
    }
    for (const law::Criterion& part : criterion.parts) find_needed(part, title, of, row);
}

/// Why a title does not stand for a year, from what the year says.
std::pair<std::string, std::string> reason(const law::Facts& facts, const law::StripYear& strip) {
    const std::string when = std::to_string(strip.year);
    if (strip.state == law::YearState::kRevoked) {
        return {"năm " + when + ": quyết định đã bị hủy bỏ (Luật 06/2022/QH15 Điều 93)",
                when + ": the decision was revoked (Law 06/2022, Article 93)"};
    }
    const law::YearFacts* year = facts.find_year(strip.year);
    if (strip.state == law::YearState::kUnknown) {
        return {"năm " + when + ": chưa ghi đủ danh hiệu nên chưa biết",
                when + ": the awards are not fully listed, so it is not known"};
    }
    const base::Date end{strip.year, 12, 31};
    if (law::read_fact(facts, law::FactKey::kDisciplined, strip.year, end, {}) == 1) {
        return {"năm " + when + ": bị kỷ luật", when + ": disciplined"};
    }
    if (year != nullptr && year->rating != law::Rating::kUnknown && year->rating < law::Rating::kGood) {
        return {"năm " + when + ": xếp loại " + std::string(law::rating_vi(year->rating)),
                when + ": rated " + std::string(law::rating_en(year->rating))};
    }
    return {"năm " + when + ": không có danh hiệu này", when + ": this title was not conferred"};
}

TitleRow title_row(const law::Pack& pack, const law::Facts& facts, const office::YearBook& book,
                   base::Id<office::Person> person, std::string_view title, int from, int to) {
    TitleRow row;
    row.title = std::string(title);
    row.years = law::history_strip(pack, facts, title, from, to);
    for (const law::StripYear& strip : row.years) {
        const auto found = std::find_if(book.awards.begin(), book.awards.end(), [&](const office::Award& award) {
            return award.person == person && award.year == strip.year && award.title == title;
        });
        if (found != book.awards.end()) {
            row.source_vi.push_back(decision_vi(found->decision_number, found->decision_date, found->issuer));
            row.source_en.push_back(decision_en(found->decision_number, found->decision_date, found->issuer));
        } else if (strip.state == law::YearState::kHeld) {
            row.source_vi.emplace_back("do danh hiệu cao hơn của năm đó bao gồm");
            row.source_en.emplace_back("included in a higher title of that year");
        } else {
            const auto [vi, en] = reason(facts, strip);
            row.source_vi.push_back(vi);
            row.source_en.push_back(en);
        }
        if (strip.state == law::YearState::kHeld) row.until = strip.year;
    }
    for (const law::TitleRule& rule : pack.titles) {
        if (rule.subject == law::Subject::kPerson) find_needed(rule.criteria, title, rule.code, row);
    }
    if (row.until == 0) return row;
    row.in_a_row = law::years_in_a_row(pack, facts, title, row.until);
    const int before = row.until - row.in_a_row;
    if (before < from) return row;
    const auto [vi, en] = reason(facts, row.years[static_cast<std::size_t>(before - from)]);
    row.broken_vi = vi;
    row.broken_en = en;
    return row;
}

int first_recorded(const office::YearBook& book, base::Id<office::Person> person, int last) {
    int first = last;
    const auto look = [&](const auto& records) {
        for (const auto& record : records) {
            if (record.person == person && record.year != 0) first = std::min(first, record.year);
        }
    };
    look(book.records);
    look(book.initiatives);
    look(book.awards);
    return first;
}

}  // namespace

PersonYears person_years(const law::PackSet& packs, const office::YearBook& book, base::Id<office::Person> person,
                         const base::Date& on) {
    PersonYears out;
    out.to = book.office.year != 0 ? book.office.year : on.year;
    out.from =
        std::clamp(first_recorded(book, person, out.to), out.to - kMostYearsShown + 1, out.to - kFewestYearsShown + 1);
    for (int year = out.from; year <= out.to; ++year) {
        PersonYear one;
        one.year = year;
        if (const office::YearRecord* record = find_record(book, person, year)) {
            one.rating = record->rating;
            one.rating_document = record->rating_document;
        }
        add_notes(book, person, one);
        out.years.push_back(std::move(one));
    }
    const law::Facts facts = facts_of_subject(book, person);
    const law::Pack* pack = law::criteria_pack(packs, facts, on);
    // A locked pack has no criteria: the rows then come from the newest that has.
    for (std::size_t i = packs.packs.size(); (pack == nullptr || pack->locked) && i > 0; --i)
        pack = &packs.packs[i - 1];
    if (pack == nullptr || pack->locked) return out;
    for (const std::string_view title : kTitles)
        out.titles.push_back(title_row(*pack, facts, book, person, title, out.from, out.to));
    out.findings = law::check_ledgers(*pack, facts);
    return out;
}

}  // namespace thidua::app
