#include "app/table_fields.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

using Type = sheet::Column::Type;

// Headings as offices write them: lists of people, Sở Nội vụ's forms of awards and initiatives.
constexpr auto kFields = std::to_array<FieldInfo>({
    {Field::kIgnored, "", "Bỏ qua", "Leave out", "", 10, Type::kText},
    {Field::kOrder, "order", "STT", "No.", "stt|tt|so tt|so thu tu|no", 6, Type::kNumber},
    {Field::kName, "name", "Họ và tên", "Full name",
     "ho va ten|ho ten|ho va ten can bo|ten can bo|ho va ten cong chuc|cong chuc|ho ten can bo cong chuc|ho va ten "
     "khai sinh|"
     "ho chu dem va ten khai sinh|full name|name|ten tac gia|tac gia|ho va ten tac gia|ho ten ca nhan|ten ca nhan tap "
     "the|ca nhan tap the",
     28, Type::kText},
    {Field::kFamilyName, "family", "Họ, chữ đệm", "Family name",
     "ho dem|ho|ho va ten dem|ho va dem|ho lot|ho va chu dem|ho chu dem", 22, Type::kText},
    {Field::kGivenName, "given", "Tên", "Given name", "ten", 12, Type::kText},
    {Field::kBorn, "born", "Ngày sinh", "Born",
     "ngay sinh|nam sinh|ngay thang nam sinh|sinh ngay|ngay thang sinh|birth date|nssinh|born", 13, Type::kDate},
    {Field::kGender, "gender", "Giới tính", "Gender", "gioi tinh|nam nu|phai|gender|gt|nu", 10, Type::kText},
    {Field::kPosition, "position", "Chức vụ", "Position",
     "chuc vu|chuc danh|chuc vu chuc danh|vi tri viec lam|chuc danh chuc vu|position|chuc vu don vi cong tac|chuc vu "
     "cong tac|"
     "chuc vu chuyen mon",
     24, Type::kText},
    {Field::kUnit, "unit", "Đơn vị", "Unit",
     "don vi|bo phan|phong ban|don vi cong tac|phong|noi cong tac|co quan|unit|co quan don vi", 26, Type::kText},
    {Field::kJoined, "joined", "Ngày vào cơ quan", "Joined",
     "ngay vao co quan|ngay ve co quan|ngay vao lam|ngay tuyen dung|ngay nhan cong tac|ngay cong tac|ve don vi|ngay ve "
     "don vi|joined",
     13, Type::kDate},
    {Field::kLeft, "left", "Ngày rời cơ quan", "Left",
     "ngay roi co quan|ngay nghi|ngay chuyen di|ngay nghi huu|ngay thoi viec", 13, Type::kDate},
    {Field::kYear, "year", "Năm", "Year",
     "nam|nam khen thuong|nam xet|nam danh gia|nam cong nhan|year|nam thi dua|nam dat", 8, Type::kNumber},
    {Field::kRating, "rating", "Xếp loại", "Rating",
     "xep loai|ket qua xep loai|muc xep loai|danh gia xep loai|xep loai chat luong|muc do hoan thanh nhiem vu|ket qua "
     "danh gia xep loai|"
     "danh gia|xep loai cong chuc|ket qua danh gia|muc xep loai chat luong|xep loai chat luong cong chuc|rating",
     30, Type::kText},
    {Field::kRatingDocument, "rating-document", "Văn bản xếp loại", "Rating document",
     "van ban xep loai|so van ban xep loai|quyet dinh xep loai|thong bao xep loai|can cu xep loai", 20, Type::kText},
    {Field::kMovements, "movements", "Đoàn kết, tham gia phong trào", "Took part in movements",
     "doan ket tham gia phong trao|tham gia phong trao|tich cuc tham gia phong trao|tham gia phong trao thi dua", 16,
     Type::kText},
    {Field::kDisciplined, "disciplined", "Bị kỷ luật", "Disciplined", "bi ky luat|ky luat|co bi ky luat", 12,
     Type::kText},
    {Field::kUnderReview, "under-review", "Đang bị xem xét, thanh tra", "Under review",
     "dang bi xem xet thanh tra|dang bi xem xet|dang xem xet ky luat|dang thanh tra", 16, Type::kText},
    {Field::kNote, "note", "Ghi chú", "Note", "ghi chu|note|chu thich", 28, Type::kText},
    {Field::kAward, "award", "Danh hiệu, hình thức", "Title or form",
     "danh hieu hinh thuc|danh hieu|hinh thuc|hinh thuc khen thuong|danh hieu thi dua|danh hieu hinh thuc khen thuong|"
     "danh hieu thi dua hinh thuc khen thuong|khen thuong|title",
     34, Type::kText},
    {Field::kInitiative, "initiative", "Tên sáng kiến, đề tài", "Initiative",
     "ten sang kien de tai|ten sang kien|sang kien|ten de tai|ten giai phap|de tai|ten sang kien kinh "
     "nghiem|initiative",
     48, Type::kText},
    {Field::kInitiativeKind, "initiative-kind", "Loại", "Kind", "loai|loai sang kien|loai hinh", 14, Type::kText},
    {Field::kLevel, "level", "Cấp công nhận", "Recognised by",
     "cap cong nhan|cap|pham vi anh huong|pham vi|muc do anh huong|hieu qua pham vi anh huong", 18, Type::kText},
    {Field::kDecision, "decision", "Số quyết định", "Decision",
     "so quyet dinh|quyet dinh|so qd|quyet dinh so|so quyet dinh cong nhan|so quyet dinh khen thuong", 18, Type::kText},
    {Field::kDecisionDate, "decision-date", "Ngày quyết định", "Decided on",
     "ngay quyet dinh|ngay ky|ngay qd|ngay thang quyet dinh|ngay ban hanh", 13, Type::kDate},
    {Field::kIssuer, "issuer", "Cơ quan quyết định", "Decided by",
     "co quan quyet dinh|co quan ban hanh|cap quyet dinh|co quan khen thuong|noi ban hanh", 26, Type::kText},
    {Field::kRevoked, "revoked", "Đã bị thu hồi", "Revoked", "da bi thu hoi|thu hoi|bi huy bo", 12, Type::kText},
    {Field::kPlan, "plan", "Kế hoạch", "Plan", "ke hoach|ten ke hoach|thuoc ke hoach|trich yeu ke hoach|plan", 30,
     Type::kText},
    {Field::kTask, "task", "Nhiệm vụ", "Task",
     "nhiem vu|ten nhiem vu|cong viec|ten cong viec|noi dung cong viec|noi dung nhiem vu|noi dung thi dua|nhiem vu "
     "giai phap|dau viec|task",
     46, Type::kText},
    {Field::kTaskDetail, "task-detail", "Nội dung", "Wording",
     "noi dung|noi dung cu the|noi dung thuc hien|noi dung chi tiet|chi tiet|dien giai", 60, Type::kText},
    {Field::kAssignee, "assignee", "Phụ trách", "In charge",
     "phu trach|nguoi phu trach|nguoi thuc hien|can bo thuc hien|can bo phu trach|don vi thuc hien|bo phan thuc "
     "hien|phan cong|nguoi chu tri|chu tri thuc hien|co quan thuc hien|assignee",
     24, Type::kText},
    {Field::kDue, "due", "Thời hạn", "Due",
     "thoi han|thoi han hoan thanh|han hoan thanh|thoi gian hoan thanh|thoi gian thuc hien|ngay hoan thanh|han|thoi "
     "gian|tien do|due",
     13, Type::kDate},
    {Field::kRecurrence, "recurrence", "Định kỳ", "Recurs", "dinh ky|chu ky|lap lai", 16, Type::kText},
    {Field::kTarget, "target", "Chỉ tiêu", "Target", "chi tieu|muc tieu|chi tieu giao|target", 12, Type::kText},
    {Field::kTargetUnit, "target-unit", "Đơn vị tính", "Unit", "don vi tinh|dvt", 12, Type::kText},
    {Field::kState, "state", "Tình trạng", "State", "tinh trang|trang thai|ket qua|ket qua thuc hien|state", 14,
     Type::kText},
    {Field::kPlanNumber, "plan-number", "Số, ký hiệu", "Number", "so ky hieu|so ke hoach|so va ky hieu|so hieu", 18,
     Type::kText},
    {Field::kIssuedOn, "issued-on", "Ngày ban hành", "Issued on", "ngay ban hanh ke hoach", 13, Type::kDate},
    {Field::kPlanIssuer, "plan-issuer", "Cơ quan ban hành", "Issued by", "co quan ban hanh ke hoach", 30, Type::kText},
    {Field::kSubject, "subject", "Trích yếu", "Subject", "trich yeu|trich yeu noi dung|ten loai va trich yeu", 60,
     Type::kText},
    {Field::kOrigin, "origin", "Nguồn", "Source", "nguon|cap ban hanh", 14, Type::kText},
    {Field::kSigner, "signer", "Người ký", "Signer", "nguoi ky|ho ten nguoi ky", 24, Type::kText},
    {Field::kUnitInCharge, "unit-in-charge", "Đơn vị chủ trì", "Unit in charge",
     "don vi chu tri|co quan chu tri|chu tri", 26, Type::kText},
});
static_assert(kFields.size() == static_cast<std::size_t>(Field::kCount));

constexpr auto kKinds = std::to_array<ImportKindInfo>({
    {ImportKind::kPeople, "people", "Danh sách người", "People"},
    {ImportKind::kYears, "years", "Kết quả từng năm", "Results by year"},
    {ImportKind::kAwards, "awards", "Danh hiệu, khen thưởng đã được tặng", "Titles and awards received"},
    {ImportKind::kInitiatives, "initiatives", "Sáng kiến, đề tài", "Initiatives"},
    {ImportKind::kTasks, "tasks", "Nhiệm vụ của kế hoạch", "Tasks of plans"},
    {ImportKind::kPlans, "plans", "Kế hoạch", "Plans"},
});

constexpr auto kPeopleFields =
    std::to_array<Field>({Field::kOrder, Field::kName, Field::kBorn, Field::kGender, Field::kPosition, Field::kUnit,
                          Field::kJoined, Field::kLeft, Field::kRating});
constexpr auto kYearFields = std::to_array<Field>({Field::kOrder, Field::kName, Field::kBorn, Field::kYear,
                                                   Field::kRating, Field::kRatingDocument, Field::kMovements,
                                                   Field::kDisciplined, Field::kUnderReview, Field::kNote});
constexpr auto kAwardFields =
    std::to_array<Field>({Field::kOrder, Field::kName, Field::kBorn, Field::kYear, Field::kAward, Field::kDecision,
                          Field::kDecisionDate, Field::kIssuer, Field::kRevoked});
constexpr auto kInitiativeFields =
    std::to_array<Field>({Field::kOrder, Field::kName, Field::kBorn, Field::kYear, Field::kInitiative,
                          Field::kInitiativeKind, Field::kLevel, Field::kDecision, Field::kDecisionDate});

constexpr auto kTaskFields =
    std::to_array<Field>({Field::kOrder, Field::kPlan, Field::kTask, Field::kTaskDetail, Field::kAssignee, Field::kDue,
                          Field::kRecurrence, Field::kTarget, Field::kTargetUnit, Field::kState});
constexpr auto kPlanFields =
    std::to_array<Field>({Field::kOrder, Field::kPlanNumber, Field::kIssuedOn, Field::kPlanIssuer, Field::kSubject,
                          Field::kYear, Field::kOrigin, Field::kSigner, Field::kUnitInCharge});

/// Folded words of letters and digits, one blank between.
std::string words_of(std::string_view heading) {
    std::string key;
    const std::string folded = text::fold(text::nfc(heading));
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = base::next_code_point(folded, at);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            key += static_cast<char>(c);
        } else if (!key.empty() && key.back() != ' ') {
            key += ' ';
        }
    }
    while (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

/// Where the year at the end begins; npos when there is none.
std::size_t year_at(const std::string& key) {
    if (key.size() < 6 || key[key.size() - 5] != ' ') return std::string::npos;
    const std::string_view last = std::string_view(key).substr(key.size() - 4);
    const bool year = (last.starts_with("19") || last.starts_with("20")) &&
                      last.find_first_not_of("0123456789") == std::string_view::npos;
    return year ? key.size() - 4 : std::string::npos;
}

}  // namespace

const FieldInfo& info(Field field) { return kFields[static_cast<std::size_t>(field)]; }

std::optional<Field> field_of_code(std::string_view code) {
    for (const FieldInfo& field : kFields) {
        if (field.code == code) return field.field;
    }
    return std::nullopt;
}

std::span<const ImportKindInfo> import_kinds() { return kKinds; }
const ImportKindInfo& info(ImportKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::span<const Field> fields_of(ImportKind kind) {
    switch (kind) {
        case ImportKind::kYears: return kYearFields;
        case ImportKind::kAwards: return kAwardFields;
        case ImportKind::kInitiatives: return kInitiativeFields;
        case ImportKind::kTasks: return kTaskFields;
        case ImportKind::kPlans: return kPlanFields;
        case ImportKind::kPeople: break;
    }
    return kPeopleFields;
}

bool takes(ImportKind kind, Field field) {
    if (field == Field::kIgnored) return true;
    if (field == Field::kFamilyName || field == Field::kGivenName) return about_people(kind);
    const auto fields = fields_of(kind);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool about_people(ImportKind kind) { return kind != ImportKind::kTasks && kind != ImportKind::kPlans; }

Field fitting(ImportKind kind, Field field) {
    if (takes(kind, field)) return field;
    struct Meaning {
        ImportKind kind;
        Field heading;
        Field meant;
    };
    // The same words head columns of other lists.
    constexpr auto kMeanings = std::to_array<Meaning>({
        {ImportKind::kAwards, Field::kSigner, Field::kIssuer},
        {ImportKind::kTasks, Field::kUnit, Field::kAssignee},
        {ImportKind::kTasks, Field::kUnitInCharge, Field::kAssignee},
        {ImportKind::kTasks, Field::kName, Field::kAssignee},
        {ImportKind::kPlans, Field::kIssuer, Field::kPlanIssuer},
        {ImportKind::kPlans, Field::kDecisionDate, Field::kIssuedOn},
        {ImportKind::kPlans, Field::kUnit, Field::kUnitInCharge},
    });
    for (const Meaning& meaning : kMeanings) {
        if (meaning.kind == kind && meaning.heading == field) return meaning.meant;
    }
    return Field::kIgnored;
}

std::string heading_key(std::string_view heading) {
    std::string key = words_of(heading);
    const std::size_t year = year_at(key);
    if (year == std::string::npos) return key;
    key.resize(year - 1);
    if (key.ends_with(" nam")) key.resize(key.size() - 4);
    return key;
}

std::optional<int> heading_year(std::string_view heading) {
    const std::string key = words_of(heading);
    const std::size_t year = year_at(key);
    if (year == std::string::npos) return std::nullopt;
    return std::atoi(key.c_str() + year);
}

Field field_of_heading(std::string_view heading) {
    const std::string key = heading_key(heading);
    if (key.empty()) return Field::kIgnored;
    for (const FieldInfo& field : kFields) {
        std::string_view rest = field.words;
        while (!rest.empty()) {
            const std::size_t bar = std::min(rest.find('|'), rest.size());
            if (rest.substr(0, bar) == key) return field.field;
            rest.remove_prefix(std::min(bar + 1, rest.size()));
        }
    }
    return Field::kIgnored;
}

}  // namespace thidua::app
