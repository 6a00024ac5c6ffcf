#pragma once
// A text composed (NFC), and where its bytes stood before. Internal.

#include <cstddef>
#include <string>
#include <vector>

namespace thidua::text {

class Origin {
public:
    explicit Origin(std::string source) : source_(std::move(source)) {}

    /// Composes some more (a few hundred bytes); false when nothing is left.
    bool compose();
    const std::string& composed() const { return composed_; }
    std::size_t size() const { return source_.size(); }

    /// Bytes [begin, end) of the composed text become bytes of the source; the whole run where letters moved.
    void map(std::size_t& begin, std::size_t& end) const;

private:
    std::size_t run_end(std::size_t at) const;

    struct Run {
        std::size_t composed, source;
        bool same;
    };
    std::string source_;
    std::string composed_;
    std::vector<Run> runs_;  ///< one where letters moved or stopped moving; runs that stay as they are melt together
    std::size_t at_ = 0;
    bool changed_ = false;
};

}  // namespace thidua::text
