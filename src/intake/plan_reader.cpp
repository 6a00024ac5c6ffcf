#include "intake/plan_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.h"
#include "intake/basis.h"
#include "intake/campaign.h"
#include "intake/letterhead.h"
#include "intake/occasion.h"
#include "intake/open_questions.h"
#include "intake/outline.h"
#include "intake/paragraphs.h"
#include "intake/signature.h"
#include "intake/task_reader.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

using Kind = office::PlanItem::Kind;

/// Subject of a plan without "Kế hoạch", "V/v", "Về việc".
std::string strip_kind(const std::string& title, const std::string& kind) {
    const Words words = split_words(title);
    std::size_t from = 0;
    const KindMatch own = kind_at(words, 0);
    if (own.words > 0 && own.name == kind) from = own.words;
    for (const std::string_view lead : {"v/v", "ve viec"}) from += match(words, from, lead);
    from += match(words, from, "=về");
    if (from == 0 || from >= words.size()) return title;
    std::string rest = title.substr(words[from].begin);
    std::size_t at = 0;
    const char32_t first = base::next_code_point(rest, at);
    std::string out;
    base::append_utf8(out, text::upper(first));
    return out + rest.substr(at);
}

class PlanReaderRun {
public:
    PlanReaderRun(std::string_view text, const ReadOptions& options) : text_(text), options_(options) {}

    PlanReading run() {
        lines_ = split_lines(text_);
        const std::span<const Line> all(lines_);
        const Letterhead head = read_letterhead(text_, all);
        const std::span<const Line> rest = all.subspan(std::min(head.lines, all.size()));
        read_body(rest);
        outline_ = make_outline(paragraphs_);

        plan().restored_text = std::string(text_);
        read_plan_fields(head);
        BasisReading basis = read_basis(outline_, title_passage(head), plan().number, text_);
        reading_.bundle.basis = std::move(basis.documents);
        reading_.fields.insert(reading_.fields.end(), basis.fields.begin(), basis.fields.end());
        read_items();
        read_task_list();
        read_occasions();
        ask_open_questions(reading_, basis.conflicts, options_);
        number_everything();
        return std::move(reading_);
    }

private:
    office::Plan& plan() { return reading_.bundle.plan; }
    void field(std::string name, const office::SourceSpan& span) {
        if (span.end > span.begin) reading_.fields.push_back({std::move(name), span});
    }

    /// Body lines without the foot; a decision's foot stands in front of the plan that it issues.
    void read_body(std::span<const Line> rest) {
        constexpr int kMostFeet = 4;
        for (int part = 0; part <= kMostFeet && !rest.empty(); ++part) {
            Signature foot = part < kMostFeet ? read_signature(text_, rest) : Signature{};
            if (!foot.found) foot.first_line = foot.end_line = rest.size();
            std::vector<Paragraph> more = split_paragraphs(text_, rest.subspan(0, foot.first_line));
            paragraphs_.insert(paragraphs_.end(), std::make_move_iterator(more.begin()),
                               std::make_move_iterator(more.end()));
            rest = rest.subspan(foot.end_line);
            if (foot.found && !(foot_.found && foot.recipients.empty() && foot.name.empty())) {
                if (!foot_.found) foot_ = std::move(foot);
            }
        }
    }

    Passage title_passage(const Letterhead& head) const {
        Passage passage;
        for (const Line& line : lines_) {
            if (head.title_span.begin <= static_cast<int>(line.begin) &&
                static_cast<int>(line.end) <= head.title_span.end && !line.blank()) {
                passage.append(text_, line.begin, line.end, line.number);
            }
        }
        return passage;
    }

    void read_plan_fields(const Letterhead& head) {
        plan().number = head.number;
        plan().issued_on = head.date;
        plan().place = head.place;
        plan().issuer = sentence_case(head.issuer, text_);
        plan().superior = sentence_case(head.superior, text_);
        field("plan.superior", head.superior_span);
        field("plan.issuer", head.issuer_span);
        field("plan.number", head.number_span);
        field("plan.place", head.place_span);
        field("plan.issued_on", head.date_span);
        reading_.document_kind = head.kind;
        field("plan.kind", head.kind_span);
        plan().subject = strip_kind(sentence_case(head.title, text_), head.kind);
        field("plan.subject", head.title_span);
        read_announcement();
        plan().year = find_year(head);

        plan().signer_title = foot_.title;
        plan().signer_name = foot_.name;
        plan().recipients = foot_.recipients;
        field("plan.signer_title", foot_.title_span);
        field("plan.signer_name", foot_.name_span);
        for (std::size_t i = 0; i < foot_.recipient_spans.size(); ++i) {
            field("plan.recipients." + std::to_string(i), foot_.recipient_spans[i]);
        }
        if (plan().unit_in_charge.empty()) plan().unit_in_charge = plan().issuer;
        if (!options_.own_office.empty() && !plan().issuer.empty()) {
            const bool own = text::fold(plan().issuer) == text::fold(options_.own_office);
            plan().origin = own ? office::PlanOrigin::kOwn : office::PlanOrigin::kSuperior;
        }
    }

    /// "Phòng Tư pháp thành phố Tây Ninh xây dựng kế hoạch …" in the preamble, "… là Kế hoạch … của Phòng Tư pháp" at
    /// the end: who issues and what, where the head is missing.
    void read_announcement() {
        constexpr auto kAnnounce = std::to_array<std::string_view>(
            {"xay dung", "ban hanh", "phat dong", "de ra", "trien khai", "yeu cau", "to chuc"});
        for (const OutlineItem& item : outline_) {
            if (item.kind != Kind::kPreamble) continue;
            const Passage& passage = item.paragraph->passage;
            const Words words = split_words(passage.text());
            for (std::size_t i = 0; i < words.size(); ++i) {
                const bool clause_start =
                    i == 0 || words[i - 1].is(",") || words[i - 1].is(".") || words[i - 1].is(";");
                if (!clause_start) continue;
                const std::size_t length = main_clause_at(words, i);
                if (length == 0 || !matches(words, i + length, kAnnounce)) continue;
                const std::size_t verb = i + length + 2;
                const KindMatch kind = kind_at(words, verb);
                if (reading_.document_kind.empty() && kind.words > 0) reading_.document_kind = kind.name;
                if (plan().issuer.empty()) {
                    plan().issuer = words_text(passage.text(), words, {i, i + length});
                    field("plan.issuer", passage.span(words[i].begin, words[i + length - 1].end));
                }
                if (plan().subject.empty() && kind.words > 0 && verb + kind.words < words.size()) {
                    const std::size_t from = verb + kind.words;
                    const std::size_t end = subject_end(words, from, {});
                    plan().subject = strip_kind(words_text(passage.text(), words, {from, end}), "");
                    if (end > from) field("plan.subject", passage.span(words[from].begin, words[end - 1].end));
                }
                return;
            }
        }
        read_closing();
    }

    void read_closing() {
        for (const OutlineItem& item : outline_) {
            if (item.kind != Kind::kClosing) continue;
            const Passage& passage = item.paragraph->passage;
            const Words words = split_words(passage.text());
            if (!match(words, 0, "tren day la")) continue;
            const KindMatch kind = kind_at(words, 3);
            if (reading_.document_kind.empty() && kind.words > 0) reading_.document_kind = kind.name;
            if (!plan().issuer.empty()) return;
            for (std::size_t i = words.size(); i-- > 4;) {
                if (words[i - 1].folded != "cua" || !office_at(words, i)) continue;
                std::size_t end = i;
                while (end < words.size() && !words[end].is(".") && !words[end].is(",") && !words[end].is(";")) ++end;
                plan().issuer = words_text(passage.text(), words, {i, end});
                field("plan.issuer", passage.span(words[i].begin, words[end - 1].end));
                return;
            }
        }
    }

    /// The year in the title, of the issue date, or the one that the text names most.
    int find_year(const Letterhead& head) const {
        const auto last_year = [](const Words& words) {
            int year = 0;
            for (std::size_t i = 0; i + 1 < words.size(); ++i) {
                const int value = integer_at(words, i + 1).value_or(0);
                if (words[i].folded == "nam" && value >= 1990 && value <= 2199) year = value;
            }
            return year;
        };
        const Words title = split_words(head.title.empty() ? reading_.bundle.plan.subject : head.title);
        const bool spans_years = !period_in(title, 0, title.size()).empty();
        const int in_title = last_year(title);
        if (head.date && (in_title == 0 || spans_years || in_title > head.date->year + 1 || in_title < head.date->year))
            return head.date->year;
        if (in_title > 0 && !spans_years) return in_title;
        std::map<int, int> counts;
        for (const OutlineItem& item : outline_) {
            const Words words = split_words(item.paragraph->passage.text());
            for (std::size_t i = 0; i + 1 < words.size(); ++i) {
                const int value = integer_at(words, i + 1).value_or(0);
                if (words[i].folded == "nam" && value >= 1990 && value <= 2199) ++counts[value];
            }
        }
        int best = 0;
        for (const auto& [year, count] : counts) {
            if (best == 0 || count > counts[best]) best = year;
        }
        return best;
    }

    void read_items() {
        for (std::size_t i = 0; i < outline_.size(); ++i) {
            const OutlineItem& from = outline_[i];
            const Paragraph& paragraph = *from.paragraph;
            office::PlanItem item;
            item.parent.value = from.parent + 1;
            item.position = static_cast<int>(i);
            item.kind = from.kind;
            item.label = paragraph.mark.label;
            item.text = paragraph.passage.text();
            item.source = {paragraph.first_line, paragraph.last_line, static_cast<int>(paragraph.begin),
                           static_cast<int>(paragraph.end)};
            reading_.bundle.items.push_back(std::move(item));
        }
    }

    void read_task_list() {
        std::size_t index = 0;
        for (TaskReading& task : read_tasks(outline_, plan().year)) {
            const std::string name = "task." + std::to_string(index++);
            field(name + ".assignee", task.assignee);
            field(name + ".due", task.due);
            field(name + ".recurrence", task.recurrence);
            field(name + ".target", task.target);
            reading_.bundle.tasks.push_back(std::move(task.task));
        }
    }

    void read_occasions() {
        const std::vector<Anniversary>& calendar = options_.calendar ? *options_.calendar : built_in_calendar();
        for (const OutlineItem& item : outline_) {
            const Passage& passage = item.paragraph->passage;
            const Words words = split_words(passage.text());
            read_campaigns(passage, words);
            for (const OccasionMention& mention : find_occasions(passage.text(), words)) {
                office::Occasion occasion;
                occasion.name = mention.name;
                occasion.years = mention.years;
                occasion.source = passage.span(words[mention.whole.begin].begin, words[mention.whole.end - 1].end);
                const auto same = std::find_if(
                    reading_.bundle.occasions.begin(), reading_.bundle.occasions.end(),
                    [&](const auto& known) { return text::fold(known.name) == text::fold(occasion.name); });
                if (same != reading_.bundle.occasions.end()) {
                    if (same->years == 0) same->years = occasion.years;
                    continue;
                }
                occasion.date = day_of(mention, calendar);
                reading_.bundle.occasions.push_back(std::move(occasion));
            }
        }
    }

    void read_campaigns(const Passage& passage, const Words& words) {
        for (CampaignMention& mention : find_campaigns(passage.text(), words)) {
            std::string key = text::fold(mention.name);
            if (!campaign_names_.insert(std::move(key)).second) continue;
            reading_.campaigns.push_back(
                {std::move(mention.kind), std::move(mention.name),
                 passage.span(words[mention.whole.begin].begin, words[mention.whole.end - 1].end)});
        }
    }

    /// The day in the plan's year: the text's own, or the calendar's when the number of years fits.
    std::optional<base::Date> day_of(const OccasionMention& mention, std::span<const Anniversary> calendar) const {
        const int year = reading_.bundle.plan.year;
        if (year == 0) return std::nullopt;
        const auto in_year = [&](const base::Date& day) -> std::optional<base::Date> {
            const base::Date date{year, day.month, day.day};
            return base::is_valid(date) ? std::optional(date) : std::nullopt;
        };
        if (!mention.day.empty()) {  // "(07/5/1954 - 07/5/2024)": the last day of the bracket
            const Words words = split_words(mention.day);
            std::optional<base::Date> last;
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (const auto date = date_at(words, i)) last = in_year(date->date);
            }
            if (last) return last;
        }
        const Anniversary* known = find_anniversary(calendar, mention.name);
        if (!known) return std::nullopt;
        if (mention.years > 0 && known->first.year + mention.years != year) return std::nullopt;
        return in_year(known->first);
    }

    void number_everything() {
        office::PlanBundle& bundle = reading_.bundle;
        bundle.plan.id.value = 1;
        const auto number = [&](auto& records) {
            std::int64_t next = 1;
            for (auto& record : records) {
                record.id.value = next++;
                record.plan.value = 1;
            }
        };
        number(bundle.items);
        number(bundle.basis);
        number(bundle.tasks);
        number(bundle.occasions);
        number(bundle.questions);
    }

    std::string_view text_;
    const ReadOptions& options_;
    std::vector<Line> lines_;
    std::vector<Paragraph> paragraphs_;
    std::vector<OutlineItem> outline_;
    Signature foot_;
    std::set<std::string> campaign_names_;
    PlanReading reading_;
};

}  // namespace

PlanReading read_plan_with_spans(std::string_view text, const ReadOptions& options) {
    return PlanReaderRun(text, options).run();
}

office::PlanBundle read_plan(std::string_view text, const ReadOptions& options) {
    return read_plan_with_spans(text, options).bundle;
}

}  // namespace thidua::intake
