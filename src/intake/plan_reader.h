#pragma once
// From the (restored) text of a plan, decision or directive to its structure: sections and items, the documents it
// stands on, tasks, occasions, header, recipients and signer. What the text leaves open becomes a question, never a
// guess. Any bytes are accepted: text that is no plan gives a bundle of paragraphs and questions.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/calendar.h"
#include "office/plan.h"

namespace thidua::intake {

/// Bytes of the text whose reading is in doubt (restoration was unsure): a field that rests on them is asked about.
struct DoubtfulRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct ReadOptions {
    /// Sorted or not; may be empty.
    std::span<const DoubtfulRange> doubtful;
    /// Anniversaries with their first day; nullptr: the built-in calendar.
    const std::vector<Anniversary>* calendar = nullptr;
    /// Name of the office that reads. When given, a plan of another issuer is PlanOrigin::kSuperior.
    std::string_view own_office;
};

/// Where one field of the bundle was read: "plan.number", "plan.signer_name", "basis.3.subject" (the index in
/// PlanBundle::basis), "task.0.due", "recipient.1".
struct FieldSpan {
    std::string field;
    office::SourceSpan span;

    bool operator==(const FieldSpan&) const = default;
};

/// A campaign or theme that the text names, once however often it does.
struct Campaign {
    std::string
        kind;  ///< "phong trào", "cuộc vận động", "đợt thi đua", "chuyên đề", "chủ đề", "phương châm", "khẩu hiệu"
    std::string name;
    office::SourceSpan span;  ///< first mention, kind included

    bool operator==(const Campaign&) const = default;
};

struct PlanReading {
    office::PlanBundle bundle;
    std::string document_kind;  ///< "Kế hoạch", "Quyết định", "Chỉ thị"; empty when the text does not say
    std::vector<FieldSpan> fields;  ///< in the order of reading
    std::vector<Campaign> campaigns;
};

/// Reads in slices. Ids are numbered from 1 inside the bundle. Spans are lines from 1 and byte offsets of `text`.
/// `plan.restored_text` is `text`; `plan.source_text` is left to the caller. Linear in the text's length but for
/// repeated citations; a piece that cannot be parted is a line, an item, or the questions at the end.
class PlanReader {
public:
    /// Keeps what it needs of both; only the calendar must outlive it.
    explicit PlanReader(std::string text, const ReadOptions& options = {});
    ~PlanReader();
    /// Works for about `milliseconds`; true when all is read.
    bool step(double milliseconds);
    /// Of what step() has finished.
    const PlanReading& result() const;

private:
    class Run;
    std::unique_ptr<Run> run_;
};

/// The same in one piece.
PlanReading read_plan_with_spans(std::string_view text, const ReadOptions& options = {});
office::PlanBundle read_plan(std::string_view text, const ReadOptions& options = {});

}  // namespace thidua::intake
