#pragma once
// A review played through: what a person has to correct by hand when each correction teaches the rest.

#include <cstddef>
#include <string>

#include "compare.h"
#include "text/restore.h"

namespace score {

struct Review {
    std::size_t wrong_before = 0;     ///< doubtful tokens that are wrong before the review
    std::size_t corrected = 0;        ///< tokens corrected by hand, doubt by doubt from the top
    std::size_t followed = 0;         ///< tokens made right by a lesson given elsewhere
    std::size_t spoilt = 0;           ///< tokens made wrong likewise
    std::size_t decoded_at_most = 0;  ///< tokens changed by one lesson
    Score after;
};

Review review(const thidua::text::LanguageModel& model, const std::string& source, const std::string& gold);

}  // namespace score
