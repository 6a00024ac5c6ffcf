#pragma once
// Identifiers of records: random, so that files made apart can be merged, and below 2^53, so that
// JSON and JavaScript keep them exactly.

#include <compare>
#include <cstdint>

namespace thidua::base {

/// 0 means "none yet" or "nothing referred to".
template <class Record>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

}  // namespace thidua::base
