#include <array>
#include <string_view>

#include "intake/citation_finder.h"

namespace thidua::intake {
namespace {

/// Verbs that open a subject and belong to it ("quy định chi tiết …", "phê duyệt Đề án …").
// clang-format off
constexpr auto kSubjectVerbs = std::to_array<std::string_view>({
    "ban hanh", "phe duyet", "quy dinh", "huong dan", "sua doi", "trien khai", "thuc hien", "cong bo", "thanh lap",
    "kien toan", "phat dong", "day manh", "tang cuong", "ket luan", "dieu chinh", "bai bo", "cong nhan", "phan bo",
    "xay dung", "nang cao", "thi diem", "thong qua", "bo sung", "thay the", "to chuc thuc hien", "phan cong", "uy quyen",
    "hop nhat", "quan ly", "truyen dat", "thi hanh", "dinh huong", "=giao", "xac dinh", "cho phep", "chap thuan", "ho tro",
    "keo dai", "dinh chinh", "phan cap", "phan dinh", "phan quyen", "sap xep", "thu hoi", "khen thuong", "tiep tuc",
    "chan chinh", "thuc day", "day nhanh", "giai thich", "khuyen khich", "huy bo", "quyet dinh", "ap dung", "cung cap",
});
// clang-format on

/// Verbs that open a subject only behind a body whose name ends there for sure ("Ban Tổ chức", but "Chính phủ tổ chức
/// …").
constexpr auto kVerbsBehindBodies = std::to_array<std::string_view>(
    {"to chuc", "chi dao",      "kiem tra", "phat trien", "bao dam", "dam bao",   "tong ket",
     "dao tao", "=tặng",        "=miễn",    "=giảm",      "=cử",     "dieu dong", "bo nhiem",
     "yeu cau", "phong, chong", "bao ve",   "phoi hop",   "lap",     "danh gia"});

}  // namespace

bool subject_verb_at(const Words& words, std::size_t at) { return matches(words, at, kSubjectVerbs); }
bool verb_behind_body_at(const Words& words, std::size_t at) { return matches(words, at, kVerbsBehindBodies); }

SubjectStart subject_start(const Words& words, std::size_t at) {
    if (at >= words.size()) return {};
    if (words[at].is("“")) {  // of the Prime Minister “về tăng cường …”
        const std::size_t inside = at + 1;
        if (match(words, inside, "=về việc")) return {at, true};
        return {at, true};
    }
    for (const std::string_view about : {"=về việc", "ve viec"}) {
        if (const std::size_t length = match(words, at, about)) return {at + length, true};
    }
    for (const std::string_view about : {"=về", "=ve", "=vê", "=vế", "=v/v"}) {
        if (const std::size_t length = match(words, at, about)) return {at + length, true};
    }
    if (subject_verb_at(words, at)) return {at, true};
    // "… của Ủy ban nhân dân thành phố đề nghị ban hành Nghị quyết …", but not "đề nghị của …".
    if (match(words, at, "=đề =nghị") && !match(words, at + 2, "=của") && !match(words, at + 2, "=tại"))
        return {at, true};
    return {};
}

}  // namespace thidua::intake
