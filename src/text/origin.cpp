#include "text/origin.h"

#include <algorithm>
#include <string_view>

#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr std::size_t kSome = 512;  // bytes composed at a time; runs without blanks are cut somewhere behind that

}  // namespace

// A word and the blanks behind it. Very long ones end before a character that starts something new.
std::size_t Origin::run_end(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(source_[i]); };
    const auto joins = [&](std::size_t i) {  // inside a character, or U+0300 to U+037F: combining marks
        return (byte(i) >= 0x80 && byte(i) < 0xC0) || byte(i) == 0xCC || byte(i) == 0xCD;
    };
    std::size_t end = at;
    while (end < source_.size() && byte(end) > 0x20 && (end - at < kSome || joins(end))) ++end;
    while (end < source_.size() && byte(end) <= 0x20) ++end;
    return end;
}

bool Origin::compose() {
    const std::size_t stop = std::min(source_.size(), at_ + kSome);
    while (at_ < stop) {
        const std::size_t end = run_end(at_);
        const std::string_view run = std::string_view(source_).substr(at_, end - at_);
        const bool plain = std::all_of(run.begin(), run.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
        bool same = plain;
        std::string composed;
        if (!plain) {
            composed = nfc(run);
            same = composed == run;
        }
        changed_ = changed_ || !same;
        if (runs_.empty() || !same || !runs_.back().same) runs_.push_back({composed_.size(), at_, same});
        composed_ += same ? run : std::string_view(composed);
        at_ = end;
    }
    if (at_ < source_.size()) return true;
    runs_.push_back({composed_.size(), source_.size(), true});
    return false;
}

void Origin::map(std::size_t& begin, std::size_t& end) const {
    if (!changed_) return;
    const auto run = [&](std::size_t at) {
        const auto next = std::upper_bound(runs_.begin(), runs_.end(), at,
                                           [](std::size_t value, const Run& r) { return value < r.composed; });
        return next - 1;
    };
    const auto first = run(begin);
    const auto last = run(end);
    begin = first->source + (first->same ? begin - first->composed : 0);
    if (last->same || last->composed == end) {
        end = last->source + (end - last->composed);
    } else {
        end = (last + 1)->source;
    }
}

}  // namespace thidua::text
