#include "intake/task_topic.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thidua::intake {
namespace {

// clang-format off
constexpr auto kContentHeads = std::to_array<std::string_view>({
    "noi dung", "nhiem vu", "giai phap", "to chuc thuc hien", "phan cong", "trach nhiem", "trien khai", "tien do", "bien phap",
    "phuong an", "hoat dong", "cong tac", "trong tam", "thuc hien",
});
// clang-format on
constexpr auto kTargetHeads = std::to_array<std::string_view>({"muc tieu", "chi tieu"});
// clang-format off
constexpr auto kOtherHeads = std::to_array<std::string_view>({
    "muc dich", "yeu cau", "doi tuong", "pham vi", "nguyen tac", "tieu chuan", "tieu chi", "hinh thuc khen thuong", "quan diem",
    "tinh hinh", "danh gia", "kinh phi", "can cu", "giai thich", "chu de", "thoi gian", "tam nhin", "dinh huong", "khen thuong",
    "nguon luc", "cach thuc",
});
// clang-format on

}  // namespace

Topic topic_of(const Words& words) {
    bool content = false;
    bool targets = false;
    bool other = false;
    const std::size_t most = std::min<std::size_t>(words.size(), 24);
    for (std::size_t i = 0; i < most; ++i) {
        if (words[i].is(":")) break;  // "2. Thời gian: …"
        if (matches(words, i, kTargetHeads)) targets = true;
        if (matches(words, i, kOtherHeads)) other = true;
        if (matches(words, i, kContentHeads)) content = true;
    }
    // "Mục đích, yêu cầu" has no content; "Đối tượng, nội dung thi đua" has both, and its parts say which.
    if (targets && !content) return Topic::kTargets;
    if (content && !other) return Topic::kContent;
    if (other && !content) return Topic::kOther;
    if (content && other)
        return match(words, 0, "noi dung") || match(words, 0, "nhiem vu") ? Topic::kContent : Topic::kNone;
    return Topic::kNone;
}

AttributeLine attribute_of(const Words& words) {
    struct Label {
        std::string_view phrase;
        Attribute attribute;
    };
    // clang-format off
    constexpr auto kLabels = std::to_array<Label>({
        {"co quan thuc hien", Attribute::kAssignee}, {"co quan chu tri", Attribute::kAssignee}, {"don vi chu tri", Attribute::kAssignee},
        {"don vi thuc hien", Attribute::kAssignee},  {"chu tri", Attribute::kAssignee},         {"nguoi thuc hien", Attribute::kAssignee},
        {"phan cong thuc hien", Attribute::kAssignee}, {"don vi chu tri thuc hien", Attribute::kAssignee},
        {"co quan chu tri thuc hien", Attribute::kAssignee}, {"nguoi phu trach", Attribute::kAssignee},
        {"co quan phoi hop", Attribute::kPartner},   {"don vi phoi hop", Attribute::kPartner},  {"phoi hop", Attribute::kPartner},
        {"phoi hop thuc hien", Attribute::kPartner}, {"san pham", Attribute::kPartner},         {"ket qua", Attribute::kPartner},
        {"co quan phoi hop thuc hien", Attribute::kPartner}, {"don vi phoi hop thuc hien", Attribute::kPartner},
        {"thoi gian thuc hien", Attribute::kTime},   {"thoi gian", Attribute::kTime},           {"thoi gian hoan thanh", Attribute::kTime},
        {"thoi han", Attribute::kTime},              {"thoi han hoan thanh", Attribute::kTime}, {"tien do", Attribute::kTime},
        {"tien do thuc hien", Attribute::kTime},     {"nhiem vu", Attribute::kContent},         {"noi dung", Attribute::kContent},
        {"noi dung thuc hien", Attribute::kContent},
    });
    // clang-format on
    AttributeLine found;
    std::size_t longest = 0;
    for (const Label& label : kLabels) {
        const std::size_t length = match(words, 0, label.phrase);
        if (length <= longest || length >= words.size() || !words[length].is(":")) continue;
        longest = length;
        found = {label.attribute, length + 1};
    }
    return found;
}

}  // namespace thidua::intake
