#include "law/fact_catalogue.h"

#include <algorithm>
#include <array>

namespace thidua::law {
namespace {

using Scale = FactEntry::Scale;

constexpr std::array<FactEntry, 27> kCatalogue{{
    {FactKey::kMovements, "movements", Scale::kYesNo, true, "Tự lực, tự cường, đoàn kết, tích cực tham gia phong trào",
     "Self-reliant, united, active in the movements",
     "Năm %Y có tự lực, tự cường, đoàn kết, tương trợ và tích cực tham gia phong trào thi đua không?",
     "In %Y, self-reliant, united, helpful and active in the emulation movements?"},
    {FactKey::kDisciplined, "disciplined", Scale::kYesNo, true, "Bị kỷ luật trong năm", "Under discipline in the year",
     "Năm %Y có bị kỷ luật, hoặc còn trong thời hạn kỷ luật không?", "Disciplined, or still under discipline, in %Y?"},
    {FactKey::kUnderReview, "under_review", Scale::kYesNo, true,
     "Đang bị xem xét kỷ luật, thanh tra, kiểm tra có dấu hiệu vi phạm, hoặc có khiếu nại, tố cáo",
     "Discipline, inspection with signs of violation, complaint or denunciation pending",
     "Có đang bị xem xét kỷ luật, thanh tra, kiểm tra, khiếu nại, tố cáo (xét cho năm %Y) không?",
     "Is discipline, inspection, a complaint or a denunciation pending (for %Y)?"},
    {FactKey::kProductive, "productive", Scale::kYesNo, true, "Lao động có năng suất, tích cực phong trào và công tác xã hội",
     "Productive, active in movements and social activity",
     "Năm %Y lao động có năng suất, tích cực tham gia phong trào và hoạt động xã hội không?",
     "In %Y, productive and active in movements and social activity?"},
    {FactKey::kExemplary, "exemplary", Scale::kYesNo, true, "Gương mẫu chấp hành chủ trương, chính sách, pháp luật",
     "Exemplary in keeping policy and law",
     "Năm %Y có gương mẫu chấp hành chủ trương, chính sách, pháp luật không?",
     "In %Y, exemplary in keeping policy and law?"},
    {FactKey::kGoodMovements, "good_movements", Scale::kYesNo, true, "Có phong trào thi đua thường xuyên, thiết thực, hiệu quả",
     "Regular, practical, effective movements",
     "Năm %Y tập thể có phong trào thi đua thường xuyên, thiết thực, hiệu quả không?",
     "In %Y, did the collective have regular, practical, effective movements?"},
    {FactKey::kUnity, "unity", Scale::kYesNo, true, "Nội bộ đoàn kết, gương mẫu chấp hành", "United, exemplary in keeping the law",
     "Năm %Y nội bộ tập thể có đoàn kết, gương mẫu chấp hành không?",
     "In %Y, was the collective united and exemplary in keeping the law?"},
    {FactKey::kDemocracy, "democracy", Scale::kYesNo, true,
     "Thực hiện tốt dân chủ cơ sở, chăm lo đời sống, tiết kiệm, phòng chống tham nhũng",
     "Grassroots democracy, care, thrift, anti-corruption",
     "Năm %Y tập thể có thực hiện tốt dân chủ ở cơ sở, chăm lo đời sống, tiết kiệm, phòng chống tham nhũng không?",
     "In %Y, grassroots democracy, care, thrift and anti-corruption done well?"},
    {FactKey::kTargetsExceeded, "targets_exceeded", Scale::kYesNo, true, "Hoàn thành vượt các chỉ tiêu, nhiệm vụ trong năm",
     "Targets and tasks of the year exceeded", "Năm %Y tập thể có hoàn thành vượt các chỉ tiêu, nhiệm vụ không?",
     "In %Y, did the collective exceed its targets and tasks?"},
    {FactKey::kLeadsBlock, "leads_block", Scale::kYesNo, true, "Dẫn đầu cụm, khối thi đua do bộ, tỉnh tổ chức",
     "Leads a cluster or block run by the ministry or province",
     "Năm %Y tập thể có dẫn đầu cụm, khối thi đua do bộ, tỉnh tổ chức không?",
     "In %Y, did the collective lead a cluster or block run by the ministry or province?"},
    {FactKey::kLeadsCentralBlock, "leads_central_block", Scale::kYesNo, true,
     "Dẫn đầu cụm, khối thi đua do Hội đồng TĐKT Trung ương tổ chức", "Leads a block run by the central Council",
     "Năm %Y tập thể có dẫn đầu cụm, khối do Hội đồng TĐKT Trung ương tổ chức không?",
     "In %Y, did the collective lead a block run by the central Council?"},
    {FactKey::kBestOfLeaders, "best_of_leaders", Scale::kYesNo, true,
     "Tiêu biểu xuất sắc nhất trong số các tập thể dẫn đầu", "Most outstanding among the leaders of blocks",
     "Năm %Y tập thể có tiêu biểu xuất sắc nhất trong số các tập thể dẫn đầu cụm, khối không?",
     "In %Y, the most outstanding among the leaders of clusters and blocks?"},
    {FactKey::kIntegrity, "integrity", Scale::kYesNo, true, "Đoàn kết, tiết kiệm, phòng chống tham nhũng, tiêu cực",
     "Unity, thrift, anti-corruption", "Năm %Y tập thể có đoàn kết, tiết kiệm, phòng chống tham nhũng, tiêu cực không?",
     "In %Y, unity, thrift and anti-corruption?"},
    {FactKey::kMovementResult, "movement_result", Scale::kYesNo, true, "Có thành tích trong phong trào thi đua",
     "A result in an emulation movement", "Năm %Y có thành tích được bình xét trong phong trào thi đua không?",
     "In %Y, a result recognised in an emulation movement?"},
    {FactKey::kManyMerits, "many_merits", Scale::kYesNo, true, "Nhiều thành tích, hoặc thành tích đột xuất",
     "Many results, or a sudden merit", "Năm %Y có nhiều thành tích hoặc thành tích đột xuất không?",
     "In %Y, many results or a sudden merit?"},
    {FactKey::kProvinceMovement, "province_movement", Scale::kYesNo, true,
     "Thành tích xuất sắc trong phong trào do bộ, ngành, tỉnh phát động", "Excellent result in a movement of the ministry or province",
     "Năm %Y có thành tích xuất sắc được bình xét trong phong trào do bộ, ngành, tỉnh phát động không?",
     "In %Y, an excellent result in a movement launched by the ministry or province?"},
    {FactKey::kProvinceMerits, "province_merits", Scale::kYesNo, true,
     "Nhiều thành tích, hoặc thành tích đột xuất, có phạm vi ảnh hưởng trong một lĩnh vực",
     "Many results, or a sudden merit, with influence in a field",
     "Năm %Y có nhiều thành tích hoặc thành tích đột xuất có phạm vi ảnh hưởng trong một lĩnh vực của bộ, ngành, tỉnh không?",
     "In %Y, many results or a sudden merit with influence in a field of the ministry or province?"},
    {FactKey::kContribution, "contribution", Scale::kYesNo, true,
     "Đóng góp vào phát triển kinh tế - xã hội, khoa học, từ thiện nhân đạo", "Contribution to society, science, charity",
     "Năm %Y có đóng góp vào phát triển kinh tế - xã hội, khoa học, từ thiện nhân đạo không?",
     "In %Y, a contribution to the economy, society, science or charity?"},
    {FactKey::kInitiativesListed, "initiatives_listed", Scale::kYesNo, false, "Đã liệt kê đủ sáng kiến trong năm",
     "Initiatives of the year fully listed", "Đã liệt kê đủ sáng kiến, đề tài của năm %Y chưa?",
     "Are the initiatives of %Y fully listed?"},
    {FactKey::kAwardsListed, "awards_listed", Scale::kYesNo, false, "Đã liệt kê đủ danh hiệu, khen thưởng trong năm",
     "Awards of the year fully listed", "Đã liệt kê đủ danh hiệu, hình thức khen thưởng của năm %Y chưa?",
     "Are the awards of %Y fully listed?"},
    {FactKey::kRating, "rating", Scale::kRating, true, "Mức xếp loại", "Rating", "Năm %Y được xếp loại mức nào?",
     "Which rating in %Y?"},
    {FactKey::kWork, "work", Scale::kWork, false, "Đối tượng", "Kind of work", "Thuộc đối tượng nào?", "Which kind of work?"},
    {FactKey::kDisciplineNow, "discipline_now", Scale::kYesNo, true, "Đang trong thời hạn kỷ luật", "Discipline in effect",
     "Tại ngày xét có đang trong thời hạn kỷ luật không (từ ngày nào đến ngày nào)?",
     "Is a discipline in effect on the date asked (from when to when)?"},
    {FactKey::kDisciplineWarning, "discipline_warning", Scale::kYesNo, true, "Bị kỷ luật từ cảnh cáo trở lên trong năm",
     "Disciplined from warning upwards in the year", "Năm %Y có bị kỷ luật từ hình thức cảnh cáo trở lên không?",
     "In %Y, disciplined from warning upwards?"},
    {FactKey::kMonthsWorked, "months_worked", Scale::kNumber, false, "Số tháng làm việc trong năm (tính cả nghỉ thai sản)",
     "Months in work in the year (maternity counts)", "Vào cơ quan ngày nào, năm %Y có nghỉ dài ngày không?",
     "When did they join, and was there long leave in %Y?"},
    {FactKey::kTransferred, "transferred", Scale::kYesNo, false, "Chuyển công tác đến trong năm", "Transferred in within the year",
     "Năm %Y có chuyển công tác từ đơn vị khác đến không?", "Transferred in from another unit in %Y?"},
    {FactKey::kRegistered, "registered", Scale::kYesNo, false, "Đã đăng ký danh hiệu", "Registered the title",
     "Năm %Y có đăng ký danh hiệu này không?", "Registered this title in %Y?"},
}};

std::optional<int> from_answer(Answer answer) {
    if (answer == Answer::kUnknown) return std::nullopt;
    return answer == Answer::kYes ? 1 : 0;
}

Answer stored(const Facts& facts, YearAnswer question, int year) {
    const YearFacts* found = facts.find_year(year);
    return found == nullptr ? Answer::kUnknown : found->get(question);
}

base::Date first_day(int year) { return {year, 1, 1}; }
base::Date last_day(int year) { return {year, 12, 31}; }

bool overlaps(const base::Date& from, const std::optional<base::Date>& to, int year) {
    return from <= last_day(year) && (!to || first_day(year) <= *to);
}

/// A listed discipline wins over the year's plain answer.
std::optional<int> disciplined(const Facts& facts, int year) {
    for (const auto& discipline : facts.disciplines) {
        if (overlaps(discipline.from, discipline.to, year)) return 1;
    }
    return from_answer(stored(facts, YearAnswer::kDisciplined, year));
}

std::optional<int> discipline_now(const Facts& facts, int year, const base::Date& on) {
    bool open_end = false;
    for (const auto& discipline : facts.disciplines) {
        if (discipline.from > on) continue;
        if (!discipline.to) {
            open_end = true;
        } else if (on <= *discipline.to) {
            return 1;
        }
    }
    if (open_end) return std::nullopt;
    const Answer answer = stored(facts, YearAnswer::kDisciplined, year);
    if (answer == Answer::kNo) return 0;
    // "Yes" with the dates listed is answered by the dates; without them its end is not known.
    if (answer == Answer::kYes && !facts.disciplines.empty()) return 0;
    return std::nullopt;
}

std::optional<int> discipline_warning(const Facts& facts, int year) {
    bool listed = false;
    for (const auto& discipline : facts.disciplines) {
        if (discipline.from.year != year) continue;
        listed = true;
        if (discipline.form == DisciplineForm::kUnknown) return std::nullopt;
        if (discipline.form >= DisciplineForm::kWarning) return 1;
    }
    if (listed) return 0;
    const Answer answer = stored(facts, YearAnswer::kDisciplined, year);
    if (answer == Answer::kNo) return 0;
    return std::nullopt;
}

std::optional<int> under_review(const Facts& facts, int year, const base::Date& on) {
    for (const auto& hold : facts.holds) {
        if (hold.from <= on && (!hold.released || on < *hold.released)) return 1;
    }
    const Answer answer = stored(facts, YearAnswer::kUnderReview, year);
    if (answer == Answer::kYes && !facts.holds.empty()) return 0;  // all listed holds are released
    return from_answer(answer);
}

std::optional<int> months_worked(const Facts& facts, int year) {
    if (!facts.joined_on) return std::nullopt;
    const long begin = std::max(base::to_days(first_day(year)), base::to_days(*facts.joined_on));
    const long end = base::to_days(last_day(year));
    if (begin > end) return 0;
    long days = end - begin + 1;
    for (const auto& leave : facts.leaves) {
        if (leave.kind == Leave::Kind::kMaternity) continue;  // counts as working time (Điều 4.5)
        const long from = std::max(begin, base::to_days(leave.from));
        const long to = leave.to ? std::min(end, base::to_days(*leave.to)) : end;
        if (from <= to) days -= to - from + 1;
    }
    const long whole = base::is_leap_year(year) ? 366 : 365;
    return static_cast<int>(std::max(0L, days) * 12 / whole);
}

std::optional<int> transferred(const Facts& facts, int year) {
    if (!facts.joined_on) return std::nullopt;
    return facts.joined_on->year == year && !facts.transferred_from.empty() ? 1 : 0;
}

/// Nothing registered at all means that nobody kept registrations here, not that this title was left out.
std::optional<int> registered(const Facts& facts, int year, std::string_view title) {
    bool any = false;
    for (const auto& registration : facts.registrations) {
        if (registration.year != year) continue;
        if (registration.title == title) return 1;
        any = true;
    }
    if (any) return 0;
    return std::nullopt;
}

}  // namespace

std::span<const FactEntry> fact_catalogue() { return kCatalogue; }

const FactEntry& entry(FactKey key) { return kCatalogue[static_cast<std::size_t>(key)]; }

const FactEntry* find_fact(std::string_view name) {
    for (const auto& candidate : kCatalogue) {
        if (candidate.name == name) return &candidate;
    }
    return nullptr;
}

std::optional<int> read_fact(const Facts& facts, FactKey key, int year, const base::Date& on, std::string_view title) {
    switch (key) {
        case FactKey::kRating: {
            const YearFacts* found = facts.find_year(year);
            if (found == nullptr || found->rating == Rating::kUnknown) return std::nullopt;
            return static_cast<int>(found->rating);
        }
        case FactKey::kWork:
            if (facts.work == Work::kUnknown) return std::nullopt;
            return static_cast<int>(facts.work);
        case FactKey::kDisciplined: return disciplined(facts, year);
        case FactKey::kDisciplineNow: return discipline_now(facts, year, on);
        case FactKey::kDisciplineWarning: return discipline_warning(facts, year);
        case FactKey::kUnderReview: return under_review(facts, year, on);
        case FactKey::kMonthsWorked: return months_worked(facts, year);
        case FactKey::kTransferred: return transferred(facts, year);
        case FactKey::kRegistered: return registered(facts, year, title);
        default: return from_answer(stored(facts, static_cast<YearAnswer>(key), year));
    }
}

std::string_view rating_vi(Rating rating) {
    switch (rating) {
        case Rating::kNotCompleted: return "không hoàn thành nhiệm vụ";
        case Rating::kCompleted: return "hoàn thành nhiệm vụ";
        case Rating::kGood: return "hoàn thành tốt nhiệm vụ";
        case Rating::kExcellent: return "hoàn thành xuất sắc nhiệm vụ";
        case Rating::kUnknown: break;
    }
    return "chưa rõ";
}

std::string_view rating_en(Rating rating) {
    switch (rating) {
        case Rating::kNotCompleted: return "task not completed";
        case Rating::kCompleted: return "task completed";
        case Rating::kGood: return "task completed well";
        case Rating::kExcellent: return "task completed excellently";
        case Rating::kUnknown: break;
    }
    return "not known";
}

namespace {

constexpr std::array<std::string_view, 5> kRatings{"", "not_completed", "completed", "good", "excellent"};
constexpr std::array<std::string_view, 4> kWorks{"", "public", "worker", "armed"};
constexpr std::array<std::string_view, 2> kYesNo{"no", "yes"};

std::span<const std::string_view> words_of(Scale scale) {
    switch (scale) {
        case Scale::kRating: return kRatings;
        case Scale::kWork: return kWorks;
        case Scale::kYesNo: return kYesNo;
        case Scale::kNumber: break;
    }
    return {};
}

}  // namespace

std::optional<int> parse_value(Scale scale, std::string_view word) {
    const auto words = words_of(scale);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].empty() && words[i] == word) return static_cast<int>(i);
    }
    return std::nullopt;
}

std::string spell_value(Scale scale, int value) {
    const auto words = words_of(scale);
    if (words.empty()) return std::to_string(value);
    if (value < 0 || static_cast<std::size_t>(value) >= words.size()) return {};
    return std::string(words[static_cast<std::size_t>(value)]);
}

std::string value_vi(Scale scale, int value) {
    switch (scale) {
        case Scale::kYesNo: return value != 0 ? "có" : "không";
        case Scale::kRating: return std::string(rating_vi(static_cast<Rating>(value)));
        case Scale::kWork:
            return value == 1 ? "cán bộ, công chức, viên chức, người lao động"
                              : value == 2 ? "công nhân, nông dân, người lao động khác" : "lực lượng vũ trang";
        case Scale::kNumber: break;
    }
    return std::to_string(value);
}

std::string value_en(Scale scale, int value) {
    switch (scale) {
        case Scale::kYesNo: return value != 0 ? "yes" : "no";
        case Scale::kRating: return std::string(rating_en(static_cast<Rating>(value)));
        case Scale::kWork:
            return value == 1 ? "public servant or employee" : value == 2 ? "worker or farmer" : "armed forces";
        case Scale::kNumber: break;
    }
    return std::to_string(value);
}

}  // namespace thidua::law
