#pragma once
// When and how much, in a sentence of a plan: "trước ngày 25/12", "trong quý II/2024", "định kỳ hằng quý", "ít nhất 80%
// …".

#include <optional>
#include <string>

#include "base/date.h"
#include "intake/citation.h"
#include "intake/words.h"

namespace thidua::intake {

struct Deadline {
    base::Date date;
    WordRange words;
};
/// The first deadline in [from, to). `year` (0: unknown) completes days that have none ("trước ngày 25/12"); "trong quý
/// II" is its last day, "trong năm 2025" 31 December. Dates of citations are not deadlines.
std::optional<Deadline> find_deadline(const Words& words, std::size_t from, std::size_t to, int year);

struct Recurrence {
    std::string text;  ///< as written: "định kỳ", "hằng quý", "thường xuyên", "định kỳ 6 tháng"
    WordRange words;
};
std::optional<Recurrence> find_recurrence(const std::string& text, const Words& words, std::size_t from,
                                          std::size_t to);

struct Target {
    std::string amount;  ///< "100", "85", "2,1", with Vietnamese decimal comma as written
    std::string unit;    ///< "%", "mô hình"
    WordRange words;
};
std::optional<Target> find_target(const std::string& text, const Words& words, std::size_t from, std::size_t to);

}  // namespace thidua::intake
