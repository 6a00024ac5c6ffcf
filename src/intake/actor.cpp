#include "intake/actor.h"

#include <array>
#include <string_view>

namespace thidua::intake {
namespace {

// clang-format off
constexpr auto kActs = std::to_array<std::string_view>({
    "quan triet", "tham muu", "chu tri", "phoi hop", "to chuc", "trien khai", "thuc hien", "chi dao", "huong dan", "theo doi",
    "chiu trach nhiem", "co trach nhiem", "can cu", "xay dung", "bao cao", "huy dong", "kiem tra", "don doc", "ra soat",
    "tong hop", "dang ky", "bo tri", "de xuat", "=lập", "gui", "phan cong", "tuyen truyen", "can doi", "kip thoi", "chu dong",
    "thuong xuyen", "xem xet", "quyet dinh", "tham dinh", "cung cap", "tiep tuc", "tang cuong", "day manh", "phat dong",
    "=có", "=là", "=coi", "tiep nhan", "quan ly", "=phải", "nghiem tuc", "tich cuc", "dinh ky", "hang nam", "xac dinh", "bam sat",
    "pho bien", "lua chon", "giai quyet", "cap nhat", "cong khai", "niem yet", "tham gia", "nghien cuu", "hoan thanh", "chuan bi",
    "khao sat", "tap huan", "luu tru", "thu thap", "ban hanh", "cu the hoa", "tien hanh", "chap hanh", "thanh lap", "kien toan",
    "bieu duong", "de nghi", "phat huy", "van dong", "ho tro", "dam bao", "bao dam", "dang tai", "sinh hoat", "thong bao", "phan anh",
    "khan truong", "bo sung", "danh gia", "so ket", "tong ket", "lam viec", "=họp", "tuan thu", "=sẽ", "=cần", "chinh sua", "sua doi",
    "tiep thu", "xu ly", "trinh uy ban", "trinh cap", "tap trung", "cong bo", "phe duyet", "=cử", "giam sat",
    "thanh tra", "phan bo", "ky ket", "duy tri", "nang cao", "chu trong", "hang quy", "hang thang", "moi nam",
});
/// What stands between the name and its act: "Bộ Nội vụ theo chức năng, nhiệm vụ được giao khẩn trương nghiên cứu …".
constexpr auto kCircumstances = std::to_array<std::string_view>({
    "theo chuc nang", "theo nhiem vu", "theo tham quyen", "trong pham vi", "bang cac", "=trước ngay",
});
constexpr auto kRoles = std::to_array<std::string_view>({
    "lanh dao", "cong chuc", "vien chuc", "can bo", "nguoi dung dau", "tap the", "ca nhan", "cac phong", "cac so", "cac co quan",
    "cac don vi", "cac to chuc", "cac xa", "cac bo", "cac ban", "cac cap", "cac nganh", "bo phan", "=tổ", "thanh vien", "toan the",
    "tat ca", "tung", "moi", "thu truong", "truong phong", "pho truong", "cac truong", "cac doanh nghiep", "cac chu", "dang vien",
    "cac dia phuong", "cac dong chi", "dong chi", "cac cong chuc", "hoi dong", "nhan vien", "cac chi bo", "cac khoi", "khoi",
    "co so dao tao", "cac co so", "trung tam", "cac trung tam", "uy ban", "cac huyen", "cac thanh vien", "cac phuong", "cac hoi",
    "lien hiep", "lien doan", "lien minh",
});
/// What may stand in front of the main clause, up to its comma.
constexpr auto kLeading = std::to_array<std::string_view>({
    "hang nam", "hang quy", "hang thang", "hang tuan", "hang ngay", "dinh ky", "can cu", "cham nhat", "truoc ngay", "trong thoi han",
    "=trong", "=trước", "=sau", "=từ", "=đến", "=theo", "moi nam", "moi quy", "moi thang", "doi voi", "tren co so", "truong hop",
    "=khi", "trong qua trinh", "=để", "nham", "=ngoài",
});
// clang-format on

bool somebody_at(const Words& words, std::size_t at, bool assigned) {
    constexpr auto kNoOffice =
        std::to_array<std::string_view>({"ban hanh", "to chuc", "truong hop", "xa hoi", "so huu", "hoi nghi",
                                         "=phòng ,", "phong chong", "phong trao", "doan ket", "hoi thao"});
    if (at >= words.size() || matches(words, at, kNoOffice)) return false;
    return office_at(words, at) || (role_at(words, at) && (words[at].capital || assigned)) ||
           (assigned && words[at].capital);
}

/// The clause whose actor begins at `begin`.
Actor clause_at(const Words& words, std::size_t begin) {
    std::size_t end = 0;  // a circumstance parts the name from its act
    for (std::size_t i = begin + 1; i < words.size() && i < begin + 60; ++i) {
        // "Các cơ quan, đơn vị: Tổng cục …, Văn phòng … phối hợp …" goes on behind its colon.
        if (words[i].is(":") && office_at(words, i + 1)) continue;
        if (words[i].is(";") || words[i].is(":") || ends_sentence(words, i)) return {};
        if (words[i].capital) continue;
        if (words[i].lower == "đã" || words[i].lower == "khi") return {};  // what was, and what is only supposed
        if (end == 0 && matches(words, i, kCircumstances)) end = i;
        if (!act_at(words, i)) continue;
        // "các cơ quan, tổ chức có liên quan": a noun, and what follows describes it.
        if (match(words, i, "to chuc") && (words[i - 1].is(",") || words[i - 1].folded == "cac" ||
                                           words[i - 1].folded == "va" || words[i - 1].folded == "hoac"))
            continue;
        if (match(words, i, "=có liên quan") || match(words, i, "co lien quan")) continue;
        if (match(words, i, "quan ly") && words[i - 1].folded == "ban") continue;
        if (match(words, i, "thuc hien") && words[i - 1].folded == "to") continue;
        if (words[i - 1].folded == "giao" && words[i].folded != "dinh") continue;  // "được giao quản lý khu bảo vệ"
        return {{begin, end > 0 ? end : i}, i};
    }
    return {};
}

}  // namespace

bool act_at(const Words& words, std::size_t at) { return matches(words, at, kActs); }
bool role_at(const Words& words, std::size_t at) { return matches(words, at, kRoles); }

Actor actor_at(const Words& words, std::size_t at) {
    constexpr auto kAssigning =
        std::to_array<std::string_view>({"giao cho", "=giao", "de nghi", "yeu cau", "phan cong"});
    const std::size_t length = match_any(words, at, kAssigning).first;
    return somebody_at(words, at + length, length > 0) ? clause_at(words, at + length) : Actor{};
}

Actor actor_of_sentence(const Words& words, std::size_t at) {
    if (const Actor actor = actor_at(words, at); !actor.words.empty()) return actor;
    const std::size_t leading = match_any(words, at, kLeading).first;
    if (leading == 0) return {};
    if (office_at(words, at + leading)) {  // "Hàng năm Sở Thương mại chủ động …"
        if (const Actor actor = clause_at(words, at + leading); !actor.words.empty()) return actor;
    }
    constexpr std::size_t kFarthest = 60;
    for (std::size_t i = at; i + 1 < words.size() && i < at + kFarthest; ++i) {
        if (words[i].is(";") || words[i].is(":") || ends_sentence(words, i)) return {};
        if (!words[i].is(",") || words[i + 1].kind != Word::Kind::kWord) continue;
        // "…, các đơn vị thuộc Cục …": in small letters behind the comma.
        if (somebody_at(words, i + 1, words[i + 1].folded == "cac")) {
            if (const Actor actor = clause_at(words, i + 1); !actor.words.empty()) return actor;
        }
    }
    return {};
}

}  // namespace thidua::intake
