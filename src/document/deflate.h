#pragma once
// Packing for the streams of a PDF: at once, or in pieces where the page must not stand still.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace thidua::document {

/// zlib format, smallest size; empty when there is no memory for it.
std::string deflated(std::string_view bytes);

class DeflateJob {
public:
    explicit DeflateJob(std::string bytes);
    ~DeflateJob();
    DeflateJob(const DeflateJob&) = delete;
    DeflateJob& operator=(const DeflateJob&) = delete;

    /// About a millisecond of work; false when all is packed.
    bool advance();
    std::string take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace thidua::document
