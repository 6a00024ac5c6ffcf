#pragma once
// The insides of check.h: gathering the first thing that is wrong with a record, and ids that records refer to.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "office/check.h"
#include "office/fields.h"
#include "office/title.h"

namespace thidua::office {

using base::Error;
using base::ErrorKind;
using base::Status;

inline constexpr std::int64_t kLargestId = (std::int64_t{1} << 53) - 1;
/// A number of a document in code points: the longest seen in real plans has 21 ("2820/QĐ-UBND-VP-NC…").
inline constexpr std::size_t kLongestNumber = 60;

struct Label {
    std::string_view vi;
    std::string_view en;
};

inline std::string sentence(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

/// Gathers the first thing that is wrong with a record; what follows is then not looked at.
class Checker {
public:
    explicit Checker(std::string_view record) : record_(record) {}

    Status result() const {
        if (wrong_) return tl::unexpected<Error>(*wrong_);
        return {};
    }

    void fail(std::string_view field, std::string vi, std::string en) {
        if (wrong_) return;
        wrong_ =
            Error{ErrorKind::kBadInput, std::move(vi), std::move(en), std::string(record_) + "." + std::string(field)};
    }

    /// Text of any number of lines.
    void text(std::string_view field, Label label, const std::string& value, std::size_t longest = kLongestText) {
        if (value.size() > longest) {
            fail(field, sentence(label.vi, " quá dài: hãy rút ngắn lại."),
                 sentence(label.en, " is too long: please shorten it."));
        }
        if (!base::is_valid_utf8(value) || value.find('\0') != std::string::npos) {
            fail(field, sentence(label.vi, " chứa ký tự hỏng: hãy gõ lại."),
                 sentence(label.en, " contains broken characters: please type it again."));
        }
    }

    void line(std::string_view field, Label label, const std::string& value) {
        text(field, label, value, kLongestLine);
        if (value.find_first_of("\r\n") != std::string::npos) {
            fail(field, sentence(label.vi, " phải viết trên một dòng."), sentence(label.en, " must stay on one line."));
        }
    }

    void name(std::string_view field, Label label, const std::string& value) {
        required(field, label, value);
        line(field, label, value);
    }

    void required(std::string_view field, Label label, const std::string& value) {
        if (value.find_first_not_of(" \t\r\n") != std::string::npos) return;
        fail(field, sentence(label.vi, " không được để trống."), sentence(label.en, " must not be empty."));
    }

    /// "53/KH-UBND", "34-CT/TW", "06/2022/QH15"; may be empty. Only what cannot be a number is refused.
    void number(std::string_view field, Label label, const std::string& value, bool digit_needed = true) {
        line(field, label, value);
        if (value.empty()) return;
        const bool has_digit = value.find_first_of("0123456789") != std::string::npos;
        if (base::code_point_count(value) > kLongestNumber || (digit_needed && !has_digit)) {
            fail(field, sentence(label.vi, " không đúng dạng số, ký hiệu văn bản (ví dụ: 12/KH-PTP)."),
                 sentence(label.en, " does not look like a document number (example: 12/KH-PTP)."));
        }
    }

    void year(std::string_view field, Label label, int value) {
        if (value >= kFirstYear && value <= kLastYear) return;
        const std::string range = std::to_string(kFirstYear) + "–" + std::to_string(kLastYear);
        fail(field, sentence(label.vi, " phải trong khoảng " + range + "."),
             sentence(label.en, " must be within " + range + "."));
    }

    void date(std::string_view field, Label label, const std::optional<base::Date>& value,
              int first_year = kFirstYear) {
        if (!value) return;
        if (base::is_valid(*value) && value->year >= first_year && value->year <= kLastYear) return;
        fail(field, sentence(label.vi, " không phải là một ngày có thật: hãy ghi dd/mm/yyyy."),
             sentence(label.en, " is not a real date: write dd/mm/yyyy."));
    }

    void id(std::string_view field, Label label, std::int64_t value, bool needed) {
        if (value < 0 || value > kLargestId || (needed && value == 0)) {
            fail(field, sentence(label.vi, " chưa được chọn."), sentence(label.en, " has not been chosen."));
        }
    }

    void span(std::string_view field, const SourceSpan& value) {
        const bool good = value.first_line >= 0 && value.last_line >= value.first_line && value.begin >= 0 &&
                          value.end >= value.begin;
        if (!good) {
            fail(field, "Vị trí trong văn bản nguồn không hợp lệ.", "The place in the source text is not valid.");
        }
    }

    void not_negative(std::string_view field, Label label, int value) {
        if (value >= 0) return;
        fail(field, sentence(label.vi, " không được là số âm."), sentence(label.en, " must not be negative."));
    }

    void title(std::string_view field, const std::string& value, bool of_person, bool form_allowed) {
        const EmulationTitle* found = find_title(value);
        if (!found) {
            fail(field, "Không có danh hiệu hay hình thức khen thưởng nào mang mã “" + value + "”.",
                 "No title or commendation has the code “" + value + "”.");
            return;
        }
        if (found->commendation && !form_allowed) {
            fail(field, "“" + std::string(found->vi) + "” là hình thức khen thưởng, không phải danh hiệu để đăng ký.",
                 "“" + std::string(found->en) + "” is a commendation, not a title to register for.");
        }
        if (found->commendation || found->collective != of_person) return;
        fail(field, "“" + std::string(found->vi) + (of_person ? "” chỉ dành cho tập thể." : "” chỉ dành cho cá nhân."),
             "“" + std::string(found->en) + (of_person ? "” is for collectives only." : "” is for persons only."));
    }

private:
    std::string_view record_;
    std::optional<Error> wrong_;
};

template <class Record>
Checker checker(const Record&) {
    return Checker(kRecordName<Record>);
}

inline constexpr Label kPersonLabel{"Người", "The person"};

/// Ids are unique among all records of one kind.
class Known {
public:
    Status add(std::int64_t id, std::string_view record) {
        if (id == 0) {
            return base::fail(ErrorKind::kBadInput, "Một bản ghi không có mã số.", "A record has no id.",
                              std::string(record) + ".id");
        }
        if (ids_.insert(id).second) return {};
        return base::fail(ErrorKind::kBadInput, "Mã số " + std::to_string(id) + " xuất hiện hai lần.",
                          "The id " + std::to_string(id) + " appears twice.", std::string(record) + ".id");
    }
    bool has(std::int64_t id) const { return ids_.count(id) != 0; }

private:
    std::set<std::int64_t> ids_;
};

inline Status dangling(std::string_view record, std::string_view field, std::int64_t id) {
    return base::fail(ErrorKind::kBadInput, "Bản ghi tham chiếu tới mã số " + std::to_string(id) + " không tồn tại.",
                      "A record refers to the id " + std::to_string(id) + ", which does not exist.",
                      std::string(record) + "." + std::string(field));
}

/// Each record on its own, and its id.
template <class Record>
Status check_all(const std::vector<Record>& records, Known& known) {
    for (const Record& record : records) {
        if (auto good = check(record); !good) return good;
        if (auto good = known.add(record.id.value, kRecordName<Record>); !good) return good;
    }
    return {};
}

/// The references of answers, decisions, documents and what else stands in office/dossier.h.
struct KnownRecords {
    const Known& plans;
    const Known& people;
    const Known& initiatives;
    const Known& awards;
};
Status check_dossiers(const YearBook& book, const KnownRecords& known);

}  // namespace thidua::office
