#include "intake/plan_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

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

}  // namespace

class PlanReader::Run {
public:
    Run(std::string text, const ReadOptions& options)
        : text_(std::move(text)),
          doubtful_(options.doubtful.begin(), options.doubtful.end()),
          own_office_(options.own_office),
          options_(options),
          line_reader_(text_) {
        options_.doubtful = doubtful_;
        options_.own_office = own_office_;
    }

    /// One piece; false when all is read.
    bool next() {
        switch (stage_) {
            case Stage::kLines:
                if (!line_reader_.next(lines_)) begin_body();
                return true;
            case Stage::kBody:
                if (!paragraph_reader_->next()) end_part();
                return true;
            case Stage::kWords:
                words_.push_back(split_words(outline_[words_.size()].paragraph->passage.text()));
                if (words_.size() >= outline_.size()) begin_items();
                return true;
            case Stage::kBasis: read_basis_of(item_++); break;
            case Stage::kTasks:
                if (task_reader_->next()) return true;
                take_tasks();
                break;
            case Stage::kOccasions: read_occasions(item_++); break;
            case Stage::kDone: return false;
        }
        return true;
    }

    const PlanReading& reading() const { return reading_; }

private:
    enum class Stage { kLines, kBody, kWords, kBasis, kTasks, kOccasions, kDone };

    office::Plan& plan() { return reading_.bundle.plan; }
    void field(std::string name, const office::SourceSpan& span) {
        if (span.end > span.begin) reading_.fields.push_back({std::move(name), span});
    }

    void begin_body() {
        head_ = read_letterhead(text_, lines_);
        rest_ = std::span<const Line>(lines_).subspan(std::min(head_.lines, lines_.size()));
        stage_ = Stage::kBody;
        begin_part();
    }

    /// Body lines without the foot; a decision's foot stands in front of the plan that it issues.
    void begin_part() {
        constexpr int kMostFeet = 4;
        part_foot_ = feet_++ < kMostFeet ? read_signature(text_, rest_) : Signature{};
        if (!part_foot_.found) part_foot_.first_line = part_foot_.end_line = rest_.size();
        paragraph_reader_.emplace(text_, rest_.subspan(0, part_foot_.first_line));
    }

    void end_part() {
        std::vector<Paragraph> more = paragraph_reader_->take();
        paragraphs_.insert(paragraphs_.end(), std::make_move_iterator(more.begin()),
                           std::make_move_iterator(more.end()));
        rest_ = rest_.subspan(part_foot_.end_line);
        if (part_foot_.found && !foot_.found) foot_ = std::move(part_foot_);
        if (!rest_.empty()) return begin_part();
        outline_ = make_outline(paragraphs_);
        words_.reserve(outline_.size());
        stage_ = Stage::kWords;
        if (outline_.empty()) begin_items();
    }

    void begin_items() {
        plan().restored_text = text_;
        body_words_.emplace(text_);
        read_plan_fields(head_);
        basis_reader_.emplace(plan().number, title_passage(head_), *body_words_);
        stage_ = Stage::kBasis;
        if (outline_.empty()) end_basis();
    }

    void read_basis_of(std::size_t item) {
        basis_reader_->read(outline_[item], words_[item]);
        if (item + 1 >= outline_.size()) end_basis();
    }

    void end_basis() {
        BasisReading basis = basis_reader_->finish();
        reading_.bundle.basis = std::move(basis.documents);
        conflicts_ = std::move(basis.conflicts);
        reading_.fields.insert(reading_.fields.end(), basis.fields.begin(), basis.fields.end());
        read_items();
        task_reader_.emplace(outline_, words_, plan().year);
        item_ = 0;
        stage_ = Stage::kTasks;
    }

    void finish() {
        ask_open_questions(reading_, conflicts_, options_);
        number_everything();
        stage_ = Stage::kDone;
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
        plan().issuer = sentence_case(head.issuer, *body_words_);
        plan().superior = sentence_case(head.superior, *body_words_);
        field("plan.superior", head.superior_span);
        field("plan.issuer", head.issuer_span);
        field("plan.number", head.number_span);
        field("plan.place", head.place_span);
        field("plan.issued_on", head.date_span);
        reading_.document_kind = head.kind;
        field("plan.kind", head.kind_span);
        plan().subject = strip_kind(sentence_case(head.title, *body_words_), head.kind);
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
        for (const Words& words : words_) {
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

    void take_tasks() {
        stage_ = Stage::kOccasions;
        std::size_t index = 0;
        for (TaskReading& task : task_reader_->take()) {
            const std::string name = "task." + std::to_string(index++);
            field(name + ".assignee", task.assignee);
            field(name + ".due", task.due);
            field(name + ".recurrence", task.recurrence);
            field(name + ".target", task.target);
            reading_.bundle.tasks.push_back(std::move(task.task));
        }
        if (outline_.empty()) finish();
    }

    void read_occasions(std::size_t item) {
        const std::vector<Anniversary>& calendar = options_.calendar ? *options_.calendar : built_in_calendar();
        const Passage& passage = outline_[item].paragraph->passage;
        const Words& words = words_[item];
        read_campaigns(passage, words);
        for (const OccasionMention& mention : find_occasions(passage.text(), words)) {
            office::Occasion occasion;
            occasion.name = mention.name;
            occasion.years = mention.years;
            occasion.source = passage.span(words[mention.whole.begin].begin, words[mention.whole.end - 1].end);
            const auto same =
                std::find_if(reading_.bundle.occasions.begin(), reading_.bundle.occasions.end(),
                             [&](const auto& known) { return text::fold(known.name) == text::fold(occasion.name); });
            if (same != reading_.bundle.occasions.end()) {
                if (same->years == 0) same->years = occasion.years;
                continue;
            }
            occasion.date = day_of(mention, calendar);
            reading_.bundle.occasions.push_back(std::move(occasion));
        }
        if (item + 1 >= outline_.size()) finish();
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

    const std::string text_;
    const std::vector<DoubtfulRange> doubtful_;
    const std::string own_office_;
    ReadOptions options_;  ///< of the copies above
    Stage stage_ = Stage::kLines;
    std::size_t item_ = 0;
    int feet_ = 0;
    LineReader line_reader_;
    std::vector<Line> lines_;
    Letterhead head_;
    std::span<const Line> rest_;
    Signature part_foot_;
    std::optional<ParagraphReader> paragraph_reader_;
    std::vector<Paragraph> paragraphs_;
    std::vector<OutlineItem> outline_;
    std::vector<Words> words_;  ///< of the outline's items
    std::optional<BodyWords> body_words_;
    std::optional<BasisReader> basis_reader_;
    std::vector<DateConflict> conflicts_;
    std::optional<TaskReader> task_reader_;
    Signature foot_;
    std::set<std::string> campaign_names_;
    PlanReading reading_;
};

PlanReader::PlanReader(std::string text, const ReadOptions& options)
    : run_(std::make_unique<Run>(std::move(text), options)) {}
PlanReader::~PlanReader() = default;

bool PlanReader::step(double milliseconds) {
    const auto start = std::chrono::steady_clock::now();
    while (run_->next()) {
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        if (spent.count() >= milliseconds) return false;
    }
    return true;
}

const PlanReading& PlanReader::result() const { return run_->reading(); }

PlanReading read_plan_with_spans(std::string_view text, const ReadOptions& options) {
    PlanReader reader{std::string(text), options};
    reader.step(std::numeric_limits<double>::infinity());
    return reader.result();
}

office::PlanBundle read_plan(std::string_view text, const ReadOptions& options) {
    return read_plan_with_spans(text, options).bundle;
}

}  // namespace thidua::intake
