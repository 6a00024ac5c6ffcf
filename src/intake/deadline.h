#pragma once
// By when, in a sentence of a plan: "trước ngày 25/12", "trong quý II/2024", "đến hết năm 2025".

#include <cstddef>
#include <optional>

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
/// Likewise where it is said that a time follows ("Thời gian thực hiện: Từ tháng 3 đến tháng 9 năm 2025"): the end of
/// the time that stands there, with or without a word in front.
std::optional<Deadline> find_end_of_time(const Words& words, std::size_t from, std::size_t to, int year);

}  // namespace thidua::intake
