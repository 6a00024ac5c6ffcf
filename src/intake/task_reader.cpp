#include "intake/task_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "intake/deadline.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

using Kind = office::PlanItem::Kind;
using Style = ListMark::Style;

enum class Topic { kNone, kContent, kTargets, kOther };

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

// clang-format off
constexpr auto kActs = std::to_array<std::string_view>({
    "quan triet", "tham muu", "chu tri", "phoi hop", "to chuc", "trien khai", "thuc hien", "chi dao", "huong dan", "theo doi",
    "chiu trach nhiem", "co trach nhiem", "can cu", "xay dung", "bao cao", "huy dong", "kiem tra", "don doc", "ra soat",
    "tong hop", "dang ky", "bo tri", "de xuat", "=lập", "gui", "phan cong", "tuyen truyen", "can doi", "kip thoi", "chu dong",
    "thuong xuyen", "xem xet", "quyet dinh", "tham dinh", "cung cap", "tiep tuc", "tang cuong", "day manh", "phat dong",
    "=có", "=là", "=coi", "tiep nhan", "quan ly", "=phải", "nghiem tuc", "tich cuc", "dinh ky", "hang nam", "xac dinh", "bam sat",
    "pho bien", "lua chon", "giai quyet", "cap nhat", "cong khai", "niem yet", "tham gia", "nghien cuu", "hoan thanh", "chuan bi", "khao sat", "tap huan", "luu tru", "thu thap", "ban hanh", "cu the hoa", "tien hanh", "chap hanh", "thanh lap", "kien toan", "bieu duong", "de nghi", "phat huy", "van dong", "ho tro", "dam bao", "bao dam", "dang tai", "sinh hoat", "thong bao", "phan anh",
});
// clang-format on

/// Persons and groups that act, besides offices.
// clang-format off
constexpr auto kRoles = std::to_array<std::string_view>({
    "lanh dao", "cong chuc", "vien chuc", "can bo", "nguoi dung dau", "tap the", "ca nhan", "cac phong", "cac so", "cac co quan",
    "cac don vi", "cac to chuc", "cac xa", "cac bo", "cac ban", "cac cap", "cac nganh", "bo phan", "=tổ", "thanh vien", "toan the",
    "tat ca", "tung", "moi", "thu truong", "truong phong", "pho truong", "cac truong", "cac doanh nghiep", "cac chu", "dang vien",
    "cac dia phuong", "cac dong chi", "dong chi", "cac cong chuc", "hoi dong", "nhan vien", "cac chi bo", "cac khoi", "khoi",
});
// clang-format on

/// Attribute lines below a task: "- Cơ quan chủ trì: Bộ Công an."
enum class Attribute { kNone, kAssignee, kPartner, kTime, kContent, kHeadOnly };

struct AttributeLine {
    Attribute attribute = Attribute::kNone;
    std::size_t value = 0;  ///< word behind the ":"
};

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

std::size_t characters(std::string_view text) { return base::code_point_count(text); }

/// One short sentence: the first one, cut at a comma or a word when it is long.
std::string short_title(const std::string& text, const Words& words, std::size_t from, std::size_t to) {
    constexpr std::size_t kMost = 110;
    constexpr std::size_t kLeast = 25;
    while (from < to && words[from].kind == Word::Kind::kSign && !words[from].is("“") && !words[from].is("(")) ++from;
    if (from >= to) return {};
    std::size_t end = to;
    for (std::size_t i = from; i < to; ++i) {
        if (words[i].is(";") || ends_sentence(words, i)) {
            end = i;
            break;
        }
    }
    const auto length = [&](std::size_t until) {
        return characters(std::string_view(text).substr(words[from].begin, words[until - 1].end - words[from].begin));
    };
    bool cut = false;
    if (length(end) > kMost) {
        std::size_t best = 0;
        std::size_t last_word = from + 1;
        for (std::size_t i = from + 1; i < end; ++i) {
            const std::size_t now = length(i);
            if (now > kMost) break;
            last_word = i;
            if (words[i].is(",") && now >= kLeast) best = i;
        }
        cut = true;
        end = best > 0 && length(best) >= kMost / 2 ? best : last_word;
    }
    std::string title = words_text(text, words, {from, end});
    if (title.empty()) return title;
    std::size_t at = 0;
    std::string out;
    base::append_utf8(out, text::upper(base::next_code_point(title, at)));
    out += title.substr(at);
    if (cut) out += "…";
    int quotes = 0;  // a quotation that the cut left open is closed
    for (std::size_t i = from; i < end; ++i) quotes += words[i].is("“") ? 1 : words[i].is("”") ? -1 : 0;
    if (quotes > 0) out += "”";
    return out;
}

class Reader {
public:
    Reader(std::span<const OutlineItem> outline, int year) : outline_(outline), year_(year) {
        words_.reserve(outline.size());
        for (const OutlineItem& item : outline_) words_.push_back(split_words(item.paragraph->passage.text()));
        attributes_.reserve(outline.size());
        for (const Words& words : words_) attributes_.push_back(attribute_of(words));
        for (std::size_t i = 0; i < outline_.size(); ++i) {
            if (outline_[i].kind == Kind::kSection && topic_of(words_[i]) != Topic::kNone) topical_ = true;
        }
    }

    std::vector<TaskReading> run() {
        consumed_.assign(outline_.size(), false);
        for (std::size_t i = 0; i < outline_.size(); ++i) {
            if (consumed_[i]) continue;
            const OutlineItem& item = outline_[i];
            if (item.kind == Kind::kPreamble || item.kind == Kind::kClosing || item.kind == Kind::kSection) continue;
            // Articles decide; only "Giao Sở Nội vụ …" gives somebody something to do.
            if (in_article(i) && !(match(words_[i], 0, "giao") && !actor_at(words_[i], 0).words.empty())) continue;
            if (has_attributes(i)) {
                with_attributes(i);
                continue;
            }
            if (item.kind == Kind::kHeading || attributes_[i].attribute != Attribute::kNone) continue;
            // "(Kèm theo Quyết định …)", "Lưu ý:"
            if (text(i).starts_with("(") && item.paragraph->mark.style == Style::kNone) continue;
            if (text(i).ends_with(":") && item.children.empty()) continue;
            const Topic topic = topic_for(i);
            if (topic == Topic::kOther) continue;
            if (topic == Topic::kNone && topical_ && !begins_with_act(i)) continue;
            if (topic == Topic::kTargets) {
                constexpr auto kState = std::to_array<std::string_view>({"hien nay", "den nay", "tinh den", "hien"});
                if (matches(words_[i], 0, kState) || !find_target(text(i), words_[i], 0, words_[i].size())) continue;
            }
            paragraph_tasks(i, {}, {});
        }
        int position = 0;
        for (TaskReading& reading : found_) reading.task.position = position++;
        return std::move(found_);
    }

private:
    const std::string& text(std::size_t i) const { return outline_[i].paragraph->passage.text(); }

    bool in_article(std::size_t i) const {
        for (int at = static_cast<int>(i); at >= 0; at = outline_[static_cast<std::size_t>(at)].parent) {
            if (outline_[static_cast<std::size_t>(at)].paragraph->mark.style == Style::kArticle) return true;
        }
        return false;
    }

    /// The topic of the nearest heading above (or in front of a ":" in the item itself).
    Topic topic_for(std::size_t i) const {
        const OutlineItem& self = outline_[i];
        const auto colon =
            std::find_if(words_[i].begin(), words_[i].end(), [](const Word& word) { return word.is(":"); });
        if (self.paragraph->mark.style != Style::kNone && colon - words_[i].begin() <= 8 && colon != words_[i].end()) {
            const Topic own = topic_of(words_[i]);
            if (own == Topic::kOther || own == Topic::kTargets) return own;
        }
        for (int at = self.parent; at >= 0; at = outline_[static_cast<std::size_t>(at)].parent) {
            const auto index = static_cast<std::size_t>(at);
            if (outline_[index].kind == Kind::kParagraph) continue;
            const Topic topic = topic_of(words_[index]);
            if (topic != Topic::kNone) return topic;
        }
        return Topic::kNone;
    }

    bool begins_with_act(std::size_t i) const {
        return matches(words_[i], 0, kActs) || !actor_at(words_[i], 0).words.empty();
    }

    bool has_attributes(std::size_t i) const {
        for (const int child : outline_[i].children) {
            const Attribute attribute = attributes_[static_cast<std::size_t>(child)].attribute;
            if (attribute == Attribute::kAssignee || attribute == Attribute::kTime) return true;
        }
        return false;
    }

    /// A task told in labelled lines: its heading, "Nhiệm vụ: …", "Cơ quan chủ trì: …", "Thời gian thực hiện: …".
    void with_attributes(std::size_t head) {
        TaskReading shared;
        std::vector<std::size_t> contents;
        collect(head, shared, contents);
        const Topic topic = topic_for(head);
        if (contents.empty()) {
            if (topic != Topic::kOther || shared.task.assignee.size() > 0)
                add(head, 0, words_[head].size(), shared, {});
            return;
        }
        for (const std::size_t content : contents) {
            if (outline_[content].children.empty()) {
                const std::size_t from =
                    attributes_[content].attribute == Attribute::kContent ? attributes_[content].value : 0;
                if (from < words_[content].size()) add(content, from, words_[content].size(), shared, {});
            }
        }
    }

    void collect(std::size_t at, TaskReading& shared, std::vector<std::size_t>& contents) {
        for (const int child_index : outline_[at].children) {
            const auto child = static_cast<std::size_t>(child_index);
            consumed_[child] = true;
            const AttributeLine& line = attributes_[child];
            const Passage& passage = outline_[child].paragraph->passage;
            switch (line.attribute) {
                case Attribute::kAssignee:
                    if (line.value < words_[child].size() && shared.task.assignee.empty()) {
                        std::size_t end = words_[child].size();
                        // The list of those who act ends with the sentence or where an act begins.
                        if (const Actor actor = actor_at(words_[child], line.value); !actor.words.empty())
                            end = actor.act;
                        for (std::size_t w = line.value; w < end; ++w) {
                            if (words_[child][w].is(";") || ends_sentence(words_[child], w)) {
                                end = w;
                                break;
                            }
                        }
                        shared.task.assignee = words_text(passage.text(), words_[child], {line.value, end});
                        shared.assignee = passage.span(words_[child][line.value].begin, words_[child][end - 1].end);
                    }
                    collect(child, shared, contents);
                    break;
                case Attribute::kTime: {
                    read_time(child, line.value, shared);
                    TaskReading ignored;
                    std::vector<std::size_t> none;
                    collect(child, ignored, none);
                    break;
                }
                case Attribute::kPartner: {
                    TaskReading ignored;
                    std::vector<std::size_t> none;
                    collect(child, ignored, none);
                    break;
                }
                case Attribute::kContent:
                    if (outline_[child].children.empty()) contents.push_back(child);
                    else {
                        for (const int leaf : outline_[child].children) {
                            consumed_[static_cast<std::size_t>(leaf)] = true;
                            contents.push_back(static_cast<std::size_t>(leaf));
                        }
                    }
                    break;
                default: contents.push_back(child); break;
            }
        }
    }

    void read_time(std::size_t item, std::size_t from, TaskReading& reading) const {
        const Words& words = words_[item];
        const Passage& passage = outline_[item].paragraph->passage;
        if (const auto deadline = find_deadline(words, from, words.size(), year_)) {
            reading.task.due = deadline->date;
            reading.due = passage.span(words[deadline->words.begin].begin, words[deadline->words.end - 1].end);
        }
        if (const auto recurrence = find_recurrence(passage.text(), words, from, words.size())) {
            reading.task.recurrence = recurrence->text;
            reading.recurrence =
                passage.span(words[recurrence->words.begin].begin, words[recurrence->words.end - 1].end);
        }
    }

    /// One task for the paragraph, or one for each sentence where one actor is given several acts.
    void paragraph_tasks(std::size_t item, const TaskReading& shared, WordRange) {
        const Words& words = words_[item];
        if (words.empty()) return;
        const Actor actor = actor_at(words, 0);
        if (actor.words.empty()) {
            add(item, 0, words.size(), shared, {});
            return;
        }
        std::size_t from = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!ends_sentence(words, i) || i + 1 >= words.size()) continue;
            std::size_t next = i + 1;
            if (match(words, next, "dong thoi")) next += 2;
            while (next < words.size() && words[next].is(",")) ++next;
            if (!matches(words, next, kActs) || words[next].kind != Word::Kind::kWord) continue;
            add(item, from, i, shared, actor.words);
            from = next;
        }
        add(item, from, words.size(), shared, actor.words);
    }

    /// The name of the office or role that is the nearest heading: "1. Công an tỉnh", "2. Sở Nội vụ:".
    void actor_from_heading(std::size_t item, TaskReading& reading) const {
        for (int at = outline_[item].parent; at >= 0; at = outline_[static_cast<std::size_t>(at)].parent) {
            const auto index = static_cast<std::size_t>(at);
            const Words& words = words_[index];
            if (outline_[index].kind == Kind::kSection || words.empty() || words.size() > 30) continue;
            if (!office_at(words, 0) && !matches(words, 0, kRoles)) continue;
            if (topic_of(words) == Topic::kOther) continue;
            std::size_t end = words.size();
            for (std::size_t w = 0; w < words.size(); ++w) {
                if (words[w].is(":") || words[w].is("(")) {
                    end = w;
                    break;
                }
            }
            const Passage& passage = outline_[index].paragraph->passage;
            reading.task.assignee = words_text(passage.text(), words, {0, end});
            reading.assignee = passage.span(words.front().begin, words[end > 0 ? end - 1 : 0].end);
            return;
        }
    }

    void add(std::size_t item, std::size_t from, std::size_t to, const TaskReading& shared, WordRange actor_words) {
        const Words& words = words_[item];
        const Passage& passage = outline_[item].paragraph->passage;
        if (from >= to) return;
        TaskReading reading = shared;
        office::Task& task = reading.task;
        task.item.value = static_cast<std::int64_t>(item) + 1;
        std::size_t title_from = from;
        if (!actor_words.empty()) {
            task.assignee = words_text(passage.text(), words, actor_words);
            reading.assignee = passage.span(words[actor_words.begin].begin, words[actor_words.end - 1].end);
            const Actor here = actor_at(words, from);
            if (!here.words.empty()) title_from = here.act;
        } else if (task.assignee.empty()) {
            actor_from_heading(item, reading);
        }
        if (!task.due) {
            if (const auto deadline = find_deadline(words, from, to, year_)) {
                task.due = deadline->date;
                reading.due = passage.span(words[deadline->words.begin].begin, words[deadline->words.end - 1].end);
            }
        }
        if (task.recurrence.empty()) {
            if (const auto recurrence = find_recurrence(passage.text(), words, from, to)) {
                task.recurrence = recurrence->text;
                reading.recurrence =
                    passage.span(words[recurrence->words.begin].begin, words[recurrence->words.end - 1].end);
            }
        }
        if (const auto target = find_target(passage.text(), words, from, to)) {
            task.target = target->amount;
            task.target_unit = target->unit;
            reading.target = passage.span(words[target->words.begin].begin, words[target->words.end - 1].end);
        }
        task.title = short_title(passage.text(), words, title_from, to);
        task.detail = passage.text().substr(words[from].begin, words[to - 1].end - words[from].begin);
        task.source = passage.span(words[from].begin, words[to - 1].end);
        const bool steady = is_steady(words, title_from, to);
        task.kind = (!task.recurrence.empty() && !task.due) || (steady && !task.due) ? office::Task::Kind::kDuty
                                                                                     : office::Task::Kind::kTask;
        if (!task.title.empty()) found_.push_back(std::move(reading));
    }

    /// Words of what is always kept to rather than done once.
    static bool is_steady(const Words& words, std::size_t from, std::size_t to) {
        // clang-format off
        constexpr auto kSteady = std::to_array<std::string_view>({
            "tiep tuc", "thuong xuyen", "day manh", "chu trong", "nang cao", "tang cuong", "phat huy", "quan tam", "bao dam", "dam bao",
            "giu vung", "duy tri", "thuc hien tot", "chap hanh", "kip thoi", "khong de",
        });
        // clang-format on
        if (matches(words, from, kSteady)) return true;
        for (std::size_t i = from; i < to && i < from + 24; ++i) {
            if (words[i].lower == "phải") return true;
        }
        return false;
    }

    std::span<const OutlineItem> outline_;
    int year_;
    bool topical_ = false;
    std::vector<Words> words_;
    std::vector<AttributeLine> attributes_;
    std::vector<bool> consumed_;
    std::vector<TaskReading> found_;
};

}  // namespace

Actor actor_at(const Words& words, std::size_t at) {
    constexpr auto kNoOffice =
        std::to_array<std::string_view>({"ban hanh", "to chuc", "truong hop", "xa hoi", "so huu", "hoi nghi",
                                         "=phòng ,", "phong chong", "phong trao", "doan ket", "hoi thao"});
    constexpr auto kAssigning =
        std::to_array<std::string_view>({"giao cho", "=giao", "de nghi", "yeu cau", "phan cong"});
    std::size_t begin = at;
    bool assigned = false;
    if (const auto [length, which] = match_any(words, at, kAssigning); length > 0) {
        begin = at + length;
        assigned = true;
    }
    if (begin >= words.size() || matches(words, begin, kNoOffice)) return {};
    const bool somebody = office_at(words, begin) ||
                          (matches(words, begin, kRoles) && (words[begin].capital || assigned)) ||
                          (assigned && words[begin].capital);
    if (!somebody) return {};
    for (std::size_t i = begin + 1; i < words.size() && i < begin + 60; ++i) {
        if (words[i].is(";") || words[i].is(":") || ends_sentence(words, i)) return {};
        if (words[i].capital) continue;
        const std::size_t length = match_any(words, i, kActs).first;
        if (length == 0) continue;
        // "các cơ quan, tổ chức có liên quan": a noun, and what follows describes it.
        if (match(words, i, "to chuc") &&
            (words[i - 1].is(",") || words[i - 1].folded == "cac" || words[i - 1].folded == "va"))
            continue;
        if (match(words, i, "=có liên quan") || match(words, i, "co lien quan")) continue;
        if (match(words, i, "quan ly") && words[i - 1].folded == "ban") continue;
        if (match(words, i, "thuc hien") && words[i - 1].folded == "to") continue;
        return {{begin, i}, i};
    }
    return {};
}

std::vector<TaskReading> read_tasks(std::span<const OutlineItem> outline, int year) {
    return Reader(outline, year).run();
}

}  // namespace thidua::intake
