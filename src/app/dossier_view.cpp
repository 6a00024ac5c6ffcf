// A dossier's parts against the records: what is there, with its number, and where the rest comes from.

#include "app/council.h"
#include "app/home_view.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

using Level = office::Initiative::Level;

/// How far an initiative must be recognised to stand for the title (Luật 06/2022 Điều 21–23).
Level level_for(std::string_view title) {
    if (title == "CSTDTQ") return Level::kNation;
    return title == "CSTDT" ? Level::kProvince : Level::kGrassroots;
}

void certificate(const office::YearBook& book, base::Id<office::Person> subject, std::string_view title,
                 DossierLine& line) {
    line.route = {Place::kPerson, subject.value, ""};
    const int year = book.office.year;
    for (const office::Initiative& initiative : book.initiatives) {
        if (initiative.person != subject || initiative.year != year || initiative.recognised < level_for(title))
            continue;
        if (initiative.decision_number.empty()) {
            line.vi = "Có “" + initiative.name + "” nhưng chưa ghi số quyết định công nhận";
            line.en = "\"" + initiative.name + "\" is recorded without the number of the recognising decision";
            continue;
        }
        line.state = PartState::kHave;
        line.vi = "“" + initiative.name + "”, " + initiative.decision_number;
        line.en = line.vi;
        return;
    }
    const office::YearRecord* record = find_record(book, subject, year);
    // NĐ 98/2023 Điều 34.2 d: for CSTĐ cơ sở the recognition of the excellent rating stands in its place.
    if (title == "CSTDCS" && record != nullptr && record->rating == office::Rating::kExcellent) {
        if (!record->rating_document.empty()) {
            line.state = PartState::kHave;
            line.vi = "Công nhận hoàn thành xuất sắc nhiệm vụ, " + record->rating_document;
            line.en = "Recognition of the excellent rating, " + record->rating_document;
            return;
        }
        if (line.vi.empty()) {
            line.vi = "Đã xếp loại xuất sắc nhưng chưa ghi số văn bản xếp loại";
            line.en = "Rated excellent, but the number of the rating document is not recorded";
        }
    }
    if (!line.vi.empty()) return;
    line.vi = "Chưa có sáng kiến, đề tài được công nhận ở cấp cần thiết" +
              std::string(title == "CSTDCS" ? ", cũng chưa có văn bản xếp loại xuất sắc" : "");
    line.en = "No initiative or research recognised at the level needed" +
              std::string(title == "CSTDCS" ? ", nor a document of the excellent rating" : "");
}

/// The minutes carry the ballot's result, so they are there when the ballot is recorded and reached its share.
void ballot_line(const law::PackSet& packs, base::Id<office::Person> subject, std::string_view title,
                 const base::Date& on, const BallotSheet& ballot, DossierLine& line) {
    line.state = PartState::kMissing;
    line.route = {Place::kCouncil, 0, ""};
    line.vi = "Chưa có kết quả bỏ phiếu: ghi ở thẻ Bỏ phiếu";
    line.en = "No ballot result yet: record it under Ballot";
    for (const BallotCandidate& candidate : ballot.candidates) {
        if (candidate.person != subject || !candidate.name.empty() || candidate.yes < 0) continue;
        const auto result = ballot_result(packs, title, ballot, candidate, ballot.held_on.value_or(on));
        if (!result) continue;
        const bool passed = result->state == law::BallotResult::State::kPassed;
        line.state = passed ? PartState::kHave : PartState::kMissing;
        line.vi = (passed ? "Phiếu đạt: " : "Phiếu chưa đạt: ") + result->arithmetic_vi;
        line.en = (passed ? "Ballot passed: " : "Ballot not passed: ") + result->arithmetic_en;
    }
}

}  // namespace

law::UnitKind unit_kind_of(const office::Office& office) {
    const std::string name = text::fold(office.name) + " ";
    const auto begins = [&](std::string_view words) { return name.starts_with(words); };
    const auto has = [&](std::string_view words) { return name.find(words) != std::string::npos; };
    if (begins("phong ")) return law::UnitKind::kDistrictDivision;
    if (begins("so ")) return law::UnitKind::kProvinceDepartment;
    if (begins("cong ty ") || begins("hop tac xa ") || begins("doanh nghiep ")) return law::UnitKind::kEnterprise;
    if (has("ubnd xa ") || has("ubnd phuong ") || has("uy ban nhan dan xa ") || has("uy ban nhan dan phuong ") ||
        has("thi tran ") || has("dac khu ")) {
        return law::UnitKind::kCommune;
    }
    return law::UnitKind::kDistrictDivision;
}

int members_of(const office::YearBook& book) {
    int count = 0;
    for (const office::Person& person : book.people) count += is_member_in(person, book.office.year);
    return count;
}

base::Result<DossierView> dossier_view(const law::PackSet& packs, const office::YearBook& book,
                                       base::Id<office::Person> subject, std::string_view title, const base::Date& on,
                                       const BallotSheet& ballot) {
    const int year = book.office.year;
    const auto parts = law::dossier(packs, title, year, on, {});
    if (!parts) return tl::unexpected<base::Error>(parts.error());
    DossierView view;
    std::vector<std::string> present;
    for (const law::DossierItem& item : parts->items) {
        DossierLine line;
        line.part = item.part;
        const std::string& id = item.part.id;
        if (id == "certificate") {
            certificate(book, subject, title, line);
        } else {
            line.state = PartState::kToWrite;
            line.route = {Place::kDocuments, 0, ""};
            line.vi = "Soạn từ dữ liệu của tệp";
            line.en = "Drafted from the records of the file";
        }
        if (id == "minutes" && item.part.ballot) {
            ballot_line(packs, subject, title, on, ballot, line);
        }
        if (line.state == PartState::kHave) {
            present.push_back(id);
            if (item.part.ballot) present.push_back(id + ".ballot");
        }
        view.lines.push_back(std::move(line));
    }
    const auto now = law::dossier(packs, title, year, on, present);
    if (!now) return tl::unexpected<base::Error>(now.error());
    view.last_day = now->last_day;
    view.last_day_authority = now->last_day_authority;
    for (const law::DossierItem& item : now->items) view.missing += !item.there;
    return view;
}

std::vector<base::Date> holidays_between(const law::Holidays& holidays, const base::Date& after,
                                         const base::Date& last) {
    std::vector<base::Date> out;
    for (base::Date day = base::add_days(after, 1); day <= last; day = base::add_days(day, 1)) {
        const bool weekend = base::weekday(day) > 5;
        if (holidays.is_working_day(day) == weekend) out.push_back(day);
    }
    return out;
}

}  // namespace thidua::app
