#pragma once
// People of the office and what each year says of them: ratings, registrations, initiatives, awards.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace thidua::office {

enum class Gender { kUnknown, kMale, kFemale };

struct Person {
    base::Id<Person> id;
    std::string full_name;                ///< "Nguyễn Thị Hồng Vân"; sorted by given name
    std::string position;                 ///< "Phó Trưởng phòng"
    std::string unit;
    Gender gender = Gender::kUnknown;
    std::optional<base::Date> born_on;
    std::optional<base::Date> joined_on;  ///< into this office
    std::optional<base::Date> left_on;

    bool operator==(const Person&) const = default;
};

/// Yearly rating of a person (mức xếp loại chất lượng công chức, viên chức).
enum class Rating {
    kUnknown,
    kNotCompleted,  ///< không hoàn thành nhiệm vụ
    kCompleted,     ///< hoàn thành nhiệm vụ
    kGood,          ///< hoàn thành tốt nhiệm vụ
    kExcellent,     ///< hoàn thành xuất sắc nhiệm vụ
};

enum class Answer { kUnknown, kNo, kYes };

/// What one year says of one person. At most one a person and year.
struct YearRecord {
    base::Id<YearRecord> id;
    base::Id<Person> person;
    int year = 0;
    Rating rating = Rating::kUnknown;
    std::string rating_document;          ///< number of the decision or notice that rates
    Answer movements = Answer::kUnknown;  ///< tích cực tham gia phong trào, đoàn kết (Luật 06/2022 Điều 24.1b)
    Answer disciplined = Answer::kUnknown;///< bị kỷ luật trong năm
    Answer under_review = Answer::kUnknown;///< đang xem xét kỷ luật, thanh tra, tố cáo (NĐ 98/2023 Điều 4)
    std::string note;

    bool operator==(const YearRecord&) const = default;
};

/// Registration of a title to strive for (đăng ký danh hiệu thi đua).
struct Registration {
    base::Id<Registration> id;
    base::Id<Person> person;              ///< none: the office itself (collective title)
    int year = 0;
    std::string title;                    ///< code of office::EmulationTitle: "CSTDCS"
    std::optional<base::Date> registered_on;

    bool operator==(const Registration&) const = default;
};

/// Sáng kiến, or an accepted research topic, scheme or scientific work.
struct Initiative {
    enum class Kind { kInitiative, kResearch };          ///< sáng kiến; đề tài, đề án, công trình
    enum class Level { kNone, kGrassroots, kProvince, kNation };  ///< recognised within
    base::Id<Initiative> id;
    base::Id<Person> person;
    int year = 0;                         ///< of recognition
    Kind kind = Kind::kInitiative;
    std::string name;
    Level recognised = Level::kNone;
    std::string decision_number;
    std::optional<base::Date> decision_date;

    bool operator==(const Initiative&) const = default;
};

/// A title or form that was conferred (danh hiệu, hình thức khen thưởng đã được tặng).
struct Award {
    base::Id<Award> id;
    base::Id<Person> person;              ///< none: the office itself
    int year = 0;                         ///< the year of merit it counts for
    std::string title;                    ///< code of EmulationTitle or CommendationForm
    std::string decision_number;
    std::optional<base::Date> decision_date;
    std::string issuer;
    bool revoked = false;

    bool operator==(const Award&) const = default;
};

}  // namespace thidua::office
