#include "document/deflate.h"

#include <algorithm>
#include <array>
#include <utility>

#include <zlib.h>

namespace thidua::document {
namespace {

constexpr int kLevel = 9;
constexpr std::size_t kPiece = 8 * 1024;

}  // namespace

struct DeflateJob::State {
    std::string bytes;
    std::string packed;
    std::size_t done = 0;
    bool good = false;
    z_stream stream{};
};

DeflateJob::DeflateJob(std::string bytes) : state_(std::make_unique<State>()) {
    state_->bytes = std::move(bytes);
    state_->good = deflateInit(&state_->stream, kLevel) == Z_OK;
}

DeflateJob::~DeflateJob() { deflateEnd(&state_->stream); }

bool DeflateJob::advance() {
    State& s = *state_;
    if (!s.good) return false;
    const std::size_t size = std::min(kPiece, s.bytes.size() - s.done);
    const bool last = s.done + size == s.bytes.size();
    s.stream.next_in = reinterpret_cast<Bytef*>(s.bytes.data() + s.done);
    s.stream.avail_in = static_cast<uInt>(size);
    std::array<char, kPiece> out{};
    int state = Z_OK;
    do {
        s.stream.next_out = reinterpret_cast<Bytef*>(out.data());
        s.stream.avail_out = static_cast<uInt>(out.size());
        state = deflate(&s.stream, last ? Z_FINISH : Z_NO_FLUSH);
        s.packed.append(out.data(), out.size() - s.stream.avail_out);
    } while (s.stream.avail_out == 0 && state != Z_STREAM_END);
    s.done += size;
    return !last;
}

std::string DeflateJob::take() { return std::move(state_->packed); }

std::string deflated(std::string_view bytes) {
    DeflateJob job{std::string(bytes)};
    while (job.advance()) {
    }
    return job.take();
}

}  // namespace thidua::document
