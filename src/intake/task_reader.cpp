#include "intake/task_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "intake/actor.h"
#include "intake/deadline.h"
#include "intake/recurrence.h"
#include "intake/target.h"
#include "intake/task_title.h"
#include "intake/task_topic.h"

namespace thidua::intake {
namespace {

using Kind = office::PlanItem::Kind;
using Style = ListMark::Style;

}  // namespace

class TaskReader::Reader {
public:
    Reader(std::span<const OutlineItem> outline, std::span<const Words> words, int year)
        : outline_(outline), words_(words), year_(year), consumed_(outline.size(), false) {
        attributes_.reserve(outline.size());
        for (const Words& item : words_) attributes_.push_back(attribute_of(item));
        for (std::size_t i = 0; i < outline_.size(); ++i) {
            if (outline_[i].kind == Kind::kSection && topic_of(words_[i]) != Topic::kNone) topical_ = true;
        }
    }

    bool next() {
        if (next_ >= outline_.size()) return false;
        read(next_++);
        return true;
    }

    std::vector<TaskReading> take() {
        int position = 0;
        for (TaskReading& reading : found_) reading.task.position = position++;
        return std::move(found_);
    }

private:
    void read(std::size_t i) {
        if (consumed_[i]) return;
        const OutlineItem& item = outline_[i];
        if (item.kind == Kind::kPreamble || item.kind == Kind::kClosing || item.kind == Kind::kSection) return;
        // Articles decide; only "Giao Sở Nội vụ …" gives somebody something to do.
        if (in_article(i) && !(match(words_[i], 0, "giao") && !actor_at(words_[i], 0).words.empty())) return;
        if (has_attributes(i)) {
            with_attributes(i);
            return;
        }
        if (item.kind == Kind::kHeading || attributes_[i].attribute != Attribute::kNone) return;
        // "(Kèm theo Quyết định …)", "Lưu ý:"
        if (text(i).starts_with("(") && item.paragraph->mark.style == Style::kNone) return;
        if (text(i).ends_with(":") && item.children.empty()) return;
        const Topic topic = topic_for(i);
        if (topic == Topic::kOther) return;
        if (topic == Topic::kNone && topical_ && !begins_with_act(i)) return;
        if (topic == Topic::kTargets) {
            constexpr auto kState = std::to_array<std::string_view>({"hien nay", "den nay", "tinh den", "hien"});
            if (matches(words_[i], 0, kState) || !find_target(text(i), words_[i], 0, words_[i].size())) return;
        }
        paragraph_tasks(i, {});
    }

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
        if (act_at(words_[i], 0)) return true;
        return !match(words_[i], 0, "can cu") && !actor_of_sentence(words_[i], 0).words.empty();
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
                if (from >= words_[content].size()) continue;
                if (from == 0 && !actor_of_sentence(words_[content], 0).words.empty()) paragraph_tasks(content, shared);
                else add(content, from, words_[content].size(), shared, {});
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
                    std::vector<std::size_t> below;
                    collect(child, ignored, below);
                    // "+ Bộ Công an tổng hợp kết quả … trước ngày 31 tháng 12": somebody's own act with its day.
                    for (const std::size_t leaf : below) {
                        if (!actor_of_sentence(words_[leaf], 0).words.empty()) contents.push_back(leaf);
                    }
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
        auto deadline = find_deadline(words, from, words.size(), year_);
        if (!deadline) deadline = find_end_of_time(words, from, words.size(), year_);
        if (deadline) {
            reading.task.due = deadline->date;
            reading.due = passage.span(words[deadline->words.begin].begin, words[deadline->words.end - 1].end);
        }
        if (const auto recurrence = find_recurrence(passage.text(), words, from, words.size())) {
            reading.task.recurrence = recurrence->text;
            reading.recurrence =
                passage.span(words[recurrence->words.begin].begin, words[recurrence->words.end - 1].end);
        }
    }

    /// One task for the paragraph; one for each sentence where one actor is given several acts; one for each clause
    /// that has a number or a day of its own.
    void paragraph_tasks(std::size_t item, const TaskReading& shared) {
        const Words& words = words_[item];
        if (words.empty()) return;
        const Actor actor = actor_of_sentence(words, 0);
        std::size_t from = 0;
        bool measured = measures(item, 0, clause_end(words, 0));
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const bool sentence = ends_sentence(words, i);
            if (!sentence && !words[i].is(";")) continue;
            std::size_t next = i + 1;
            if (match(words, next, "dong thoi")) next += 2;
            while (next < words.size() && words[next].is(",")) ++next;
            if (next >= words.size()) break;
            const bool own = measures(item, next, clause_end(words, next));
            const bool acts =
                sentence && !actor.words.empty() && act_at(words, next) && words[next].kind == Word::Kind::kWord;
            if (!acts && !(measured && own)) {
                measured = measured || own;
                continue;
            }
            add(item, from, i, shared, actor.words);
            from = next;
            measured = own;
        }
        add(item, from, words.size(), shared, actor.words);
    }

    static std::size_t clause_end(const Words& words, std::size_t from) {
        while (from < words.size() && !words[from].is(";") && !ends_sentence(words, from)) ++from;
        return from;
    }
    bool measures(std::size_t item, std::size_t from, std::size_t to) const {
        const Words& words = words_[item];
        return find_target(text(item), words, from, to) || find_deadline(words, from, to, year_) ||
               find_recurrence(text(item), words, from, to);
    }

    /// The name of the office or role that is the nearest heading: "1. Công an tỉnh", "2. Sở Nội vụ:".
    void actor_from_heading(std::size_t item, TaskReading& reading) const {
        for (int at = outline_[item].parent; at >= 0; at = outline_[static_cast<std::size_t>(at)].parent) {
            const auto index = static_cast<std::size_t>(at);
            const Words& words = words_[index];
            if (outline_[index].kind == Kind::kSection || words.empty() || words.size() > 30) continue;
            if (!office_at(words, 0) && !role_at(words, 0)) continue;
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

    /// The time that the nearest heading sets for all below it: "1. Mục tiêu đến hết năm 2026", "Quý I/2025".
    void due_from_heading(std::size_t item, TaskReading& reading) const {
        constexpr std::size_t kLongestHeading = 20;
        for (int at = outline_[item].parent; at >= 0; at = outline_[static_cast<std::size_t>(at)].parent) {
            const auto index = static_cast<std::size_t>(at);
            const Words& words = words_[index];
            if (words.size() > kLongestHeading || words.empty()) continue;
            auto deadline = find_deadline(words, 0, words.size(), year_);
            const bool time = words[0].lower == "quý" || words[0].folded == "thang";
            if (!deadline && time) deadline = find_end_of_time(words, 0, words.size(), year_);
            if (!deadline) continue;
            reading.task.due = deadline->date;
            reading.due = outline_[index].paragraph->passage.span(words[deadline->words.begin].begin,
                                                                  words[deadline->words.end - 1].end);
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
            const Actor here = actor_of_sentence(words, from);
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
        if (!task.due && task.recurrence.empty()) due_from_heading(item, reading);
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
    std::span<const Words> words_;
    int year_;
    bool topical_ = false;
    std::vector<AttributeLine> attributes_;
    std::vector<bool> consumed_;
    std::size_t next_ = 0;
    std::vector<TaskReading> found_;
};

TaskReader::TaskReader(std::span<const OutlineItem> outline, std::span<const Words> words, int year)
    : reader_(std::make_unique<Reader>(outline, words, year)) {}
TaskReader::~TaskReader() = default;
bool TaskReader::next() { return reader_->next(); }
std::vector<TaskReading> TaskReader::take() { return reader_->take(); }

}  // namespace thidua::intake
