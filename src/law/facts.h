#pragma once
// What the law asks about a subject (a person, a collective, a household): plain facts over years.
// Nothing is assumed: what nobody has said is kUnknown, and an unknown fact never makes a verdict "met".

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace thidua::law {

enum class Subject { kPerson, kCollective, kHousehold };

enum class Answer { kUnknown, kNo, kYes };

/// Yearly rating (mức xếp loại chất lượng), of a person or of a collective.
enum class Rating { kUnknown, kNotCompleted, kCompleted, kGood, kExcellent };

/// Which clause of Luật 06/2022 Điều 24 speaks of the person.
enum class Work {
    kUnknown,
    kPublic,  ///< cán bộ, công chức, viên chức, người lao động of an office (khoản 1)
    kWorker,  ///< công nhân, nông dân, other workers (khoản 3)
    kArmed,   ///< armed forces (khoản 2: not encoded, left to people)
};

/// A question with yes or no for one year. The catalogue (fact_catalogue.h) has their words and clauses.
enum class YearAnswer {
    kMovements,          ///< tự lực, tự cường, đoàn kết, tích cực tham gia phong trào (Luật Đ24.1b)
    kDisciplined,        ///< bị kỷ luật trong năm, when no Discipline with its dates is listed
    kUnderReview,        ///< đang xem xét kỷ luật, thanh tra, tố cáo …, when no Hold is listed
    kProductive,         ///< worker: lao động có năng suất, tích cực phong trào (Luật Đ24.3a)
    kExemplary,          ///< gương mẫu chấp hành chủ trương, chính sách, pháp luật (Luật Đ24.3b, Đ74, Đ75)
    kGoodMovements,      ///< collective: phong trào thường xuyên, thiết thực, hiệu quả (Luật Đ27b, Đ28b)
    kUnity,              ///< collective: nội bộ đoàn kết, gương mẫu chấp hành (Luật Đ27đ, Đ28d)
    kDemocracy,          ///< collective: dân chủ cơ sở, chăm lo đời sống, tiết kiệm, chống tham nhũng (Luật Đ74)
    kTargetsExceeded,    ///< collective: hoàn thành vượt chỉ tiêu, nhiệm vụ trong năm (Luật Đ26)
    kLeadsBlock,         ///< collective: dẫn đầu cụm, khối thi đua do bộ, tỉnh tổ chức (Luật Đ26)
    kLeadsCentralBlock,  ///< collective: dẫn đầu khối do Hội đồng TĐKT Trung ương tổ chức (Luật Đ25)
    kBestOfLeaders,      ///< collective: tiêu biểu xuất sắc trong số tập thể dẫn đầu (Luật Đ25)
    kIntegrity,          ///< collective: đoàn kết, tiết kiệm, chống tham nhũng (Luật Đ26)
    kMovementResult,     ///< result in a movement of the unit (Luật Đ75)
    kManyMerits,         ///< many results, or a sudden merit (Luật Đ75)
    kProvinceMovement,   ///< excellent result in a movement of the ministry or province (Luật Đ74)
    kProvinceMerits,     ///< many results, or a sudden merit, with influence in a field (Luật Đ74)
    kContribution,       ///< contribution to economy, society, science, charity (Luật Đ74)
    kInitiativesListed,  ///< every initiative of the year is in Facts::initiatives
    kAwardsListed,       ///< every award of the year is in Facts::awards
};
inline constexpr std::size_t kYearAnswerCount = 20;

struct YearFacts {
    int year = 0;
    Rating rating = Rating::kUnknown;
    std::string rating_document;  ///< number of the decision or notice that rates (its evidence)
    std::array<Answer, kYearAnswerCount> answers{};

    Answer get(YearAnswer question) const { return answers[static_cast<std::size_t>(question)]; }
    void set(YearAnswer question, Answer answer) { answers[static_cast<std::size_t>(question)] = answer; }
    bool operator==(const YearFacts&) const = default;
};

/// Forms of discipline in rising order: khiển trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, buộc thôi việc.
enum class DisciplineForm { kUnknown, kReprimand, kWarning, kSalaryCut, kDemotion, kRemoval, kDismissal };

struct Discipline {
    DisciplineForm form = DisciplineForm::kUnknown;
    base::Date from;
    std::optional<base::Date> to;  ///< end of effect; none: not known or still running
    bool operator==(const Discipline&) const = default;
};

/// Đang xem xét kỷ luật, thanh tra, kiểm tra, khiếu nại, tố cáo (NĐ 98/2023 Điều 4, NĐ 152/2025 Điều 4.4).
struct Hold {
    base::Date from;
    std::optional<base::Date> released;  ///< concluded without violation; none: still open
    std::string reason;
    bool operator==(const Hold&) const = default;
};

struct Leave {
    enum class Kind { kMaternity, kStudy, kSick, kUnpaid, kOther };
    Kind kind = Kind::kOther;
    base::Date from;
    std::optional<base::Date> to;  ///< none: not back yet
    bool operator==(const Leave&) const = default;
};

/// Sáng kiến; or an accepted đề tài, đề án, công trình.
struct Initiative {
    enum class Kind { kInitiative, kResearch };
    enum class Level { kUnknown, kNone, kGrassroots, kProvince, kNation };
    /// A dossier in which it already stood as a criterion (CV 5007/BNV-TĐKT 2023, III.5c).
    struct Use {
        std::string title;  ///< code of office::EmulationTitle
        int year = 0;
        bool operator==(const Use&) const = default;
    };
    std::string id;
    std::string name;
    Kind kind = Kind::kInitiative;
    int year = 0;  ///< of recognition
    Level level = Level::kUnknown;
    std::string decision;  ///< number of the recognising decision
    std::vector<Use> uses;
    bool operator==(const Initiative&) const = default;
};

struct Award {
    enum class Status { kConferred, kRevoked };                    ///< revoked: Luật Điều 93
    enum class Ground { kUnknown, kMerit, kSudden, kThematic, kOther };  ///< công trạng, đột xuất, chuyên đề
    std::string title;     ///< code of office::EmulationTitle
    int year = 0;          ///< of the merit it counts for
    Status status = Status::kConferred;
    Ground ground = Ground::kUnknown;  ///< unknown counts as công trạng for emulation titles only
    std::string decision;
    std::optional<base::Date> decided_on;
    std::string issuer;
    std::string merit;     ///< a name for the merit it rewarded: one merit, one form (Luật Điều 5.2)
    bool operator==(const Award&) const = default;
};

struct Registration {
    std::string title;
    int year = 0;
    bool operator==(const Registration&) const = default;
};

/// A person's answer to a question that the law leaves to people ("tiêu biểu xuất sắc").
struct Judgement {
    std::string question;  ///< key of the pack's `human` node
    int year = 0;
    Answer answer = Answer::kUnknown;
    std::string by;        ///< who answered
    bool operator==(const Judgement&) const = default;
};

struct Facts {
    std::string id;    ///< of the subject, for members of a collective
    std::string name;
    Subject subject = Subject::kPerson;
    Work work = Work::kPublic;  ///< an office's own people; say otherwise where it is otherwise
    int year = 0;               ///< of the merit under consideration; 0: the year of the date asked
    std::optional<base::Date> joined_on;  ///< into this office
    std::string transferred_from;         ///< the office before, when joined by transfer; a transfer breaks no chain
    std::optional<base::Date> dossier_received;  ///< by the appraising body (decides the law across 01/10/2026)
    std::optional<int> history_from;  ///< awards and initiatives are fully listed from this year to the year before `year`
    std::vector<YearFacts> years;     ///< at most one a year
    std::vector<Discipline> disciplines;
    std::vector<Hold> holds;
    std::vector<Leave> leaves;
    std::vector<Initiative> initiatives;
    std::vector<Award> awards;
    std::vector<Registration> registrations;
    std::vector<Judgement> judgements;
    std::vector<Facts> members;  ///< of a collective
    Answer members_listed = Answer::kUnknown;  ///< every member is in `members`

    bool operator==(const Facts&) const = default;

    const YearFacts* find_year(int which) const;
    /// Adds the year when it is missing.
    YearFacts& year_facts(int which);
};

/// The year of merit asked about on `on`.
inline int merit_year(const Facts& facts, const base::Date& on) { return facts.year != 0 ? facts.year : on.year; }

}  // namespace thidua::law
