#pragma once
// A plan (kế hoạch) and all that its text says: sections, basis documents, tasks, occasions,
// recipients, and the questions that were left to a person. Plain values; ids inside one bundle are
// consistent, whoever made them (the intake numbers them from 1, the store gives lasting ones).

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace thidua::office {

/// Where in the (restored) source text something was read. Lines count from 1; bytes are offsets
/// into the whole text, end exclusive. All zero: typed by a person, not read.
struct SourceSpan {
    int first_line = 0;
    int last_line = 0;
    int begin = 0;
    int end = 0;

    bool operator==(const SourceSpan&) const = default;
};

enum class PlanStatus { kDraft, kIssued };
enum class PlanOrigin { kOwn, kSuperior };  ///< the office's own plan, or one received from above

struct Plan {
    base::Id<Plan> id;
    PlanOrigin origin = PlanOrigin::kOwn;
    PlanStatus status = PlanStatus::kDraft;
    std::string number;                    ///< "12/KH-PTP"; empty until numbered
    std::optional<base::Date> issued_on;
    std::string place;                     ///< địa danh
    std::string issuer;                    ///< cơ quan ban hành
    std::string superior;                  ///< cơ quan chủ quản
    std::string subject;                   ///< trích yếu, without "Kế hoạch"
    int year = 0;
    std::string signer_title;              ///< as printed: "TRƯỞNG PHÒNG"
    std::string signer_name;
    std::string unit_in_charge;            ///< đơn vị chủ trì
    std::vector<std::string> recipients;   ///< lines of Nơi nhận without "- " and ";"
    std::string source_text;               ///< the original, noisy text, byte for byte; may be empty
    std::string restored_text;             ///< what it was accepted as; empty if typed

    bool operator==(const Plan&) const = default;
};

/// A heading or a paragraph of the plan, in reading order; parents come before children.
struct PlanItem {
    enum class Kind {
        kPreamble,   ///< before section I: căn cứ and the opening sentence
        kSection,    ///< "I. MỤC ĐÍCH, YÊU CẦU"
        kHeading,    ///< "1. Mục đích", "a) …" with items below
        kParagraph,  ///< text, numbered or not
        kClosing,    ///< "Trên đây là …./."
    };
    base::Id<PlanItem> id;
    base::Id<Plan> plan;
    base::Id<PlanItem> parent;  ///< none at top level
    int position = 0;           ///< reading order inside the plan, from 0
    Kind kind = Kind::kParagraph;
    std::string label;          ///< "I", "1", "a", "-" or empty
    std::string text;           ///< one paragraph, line breaks of the scan removed
    SourceSpan source;

    bool operator==(const PlanItem&) const = default;
};

/// A document that the plan stands on or refers to (văn bản căn cứ, viện dẫn).
struct BasisDocument {
    enum class Role { kBasis, kCited };
    base::Id<BasisDocument> id;
    base::Id<Plan> plan;
    Role role = Role::kCited;
    std::string kind;                     ///< "Kế hoạch", "Chỉ thị", "Luật", "Quy chế" …
    std::string number;                   ///< "53/KH-UBND", "34-CT/TW"; empty when none is given
    std::optional<base::Date> date;
    std::string issuer;
    std::string subject;
    std::optional<base::Date> effective_from;
    std::string period;                   ///< "2021 - 2025"; empty if none
    std::vector<SourceSpan> mentions;     ///< every place that cites it, first one first

    bool operator==(const BasisDocument&) const = default;
};

/// Something that must be done (nhiệm vụ) or always be kept to (yêu cầu thường xuyên).
struct Task {
    enum class Kind { kTask, kDuty };     ///< a task ends; a duty (định kỳ, thường xuyên) recurs
    enum class State { kOpen, kDoing, kDone };
    base::Id<Task> id;
    base::Id<Plan> plan;
    base::Id<PlanItem> item;              ///< the paragraph it comes from; none if added by hand
    int position = 0;
    Kind kind = Kind::kTask;
    State state = State::kOpen;
    std::string title;                    ///< one short sentence
    std::string detail;                   ///< the whole wording
    std::string assignee;                 ///< role or name as the text says: "Công chức phụ trách"
    std::optional<base::Date> due;
    std::string recurrence;               ///< "định kỳ", "hằng quý", "thường xuyên"; empty if once
    std::string target;                   ///< "100", with unit; empty when the text gives none
    std::string target_unit;
    SourceSpan source;

    bool operator==(const Task&) const = default;
};

/// Proof of work on a task (minh chứng): a task is done because evidence says so.
struct Evidence {
    base::Id<Evidence> id;
    base::Id<Task> task;
    std::optional<base::Date> date;
    std::string text;
    std::string document_number;          ///< "15/BC-PTP"; may be empty
    std::string link;                     ///< where it is kept; may be empty

    bool operator==(const Evidence&) const = default;
};

/// An anniversary (ngày lễ lớn, kỷ niệm) that the plan ties emulation to.
struct Occasion {
    base::Id<Occasion> id;
    base::Id<Plan> plan;
    std::string name;                     ///< "chiến thắng Điện Biên Phủ"
    int years = 0;                        ///< 70 in "70 năm …"; 0 when not said
    std::optional<base::Date> date;       ///< the day in the plan's year, when it is known from data
    SourceSpan source;

    bool operator==(const Occasion&) const = default;
};

/// What could not be decided from the text and is asked instead of guessed.
struct Question {
    base::Id<Question> id;
    base::Id<Plan> plan;
    std::string field;                    ///< stable key: "plan.number", "task.due", "signer.name" …
    std::string text;                     ///< the question, in Vietnamese
    std::string answer;                   ///< empty while open
    SourceSpan source;

    bool operator==(const Question&) const = default;
};

/// One plan with everything that belongs to it.
struct PlanBundle {
    Plan plan;
    std::vector<PlanItem> items;
    std::vector<BasisDocument> basis;
    std::vector<Task> tasks;
    std::vector<Evidence> evidence;
    std::vector<Occasion> occasions;
    std::vector<Question> questions;

    bool operator==(const PlanBundle&) const = default;
};

}  // namespace thidua::office
