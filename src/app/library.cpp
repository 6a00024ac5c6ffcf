#include "app/library.h"

#include "text/letters.h"

namespace thidua::app {

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    if (this == &other) return *this;
    store.reset();  // closed before what keeps it
    kept = std::move(other.kept);
    store = std::move(other.store);
    name = std::move(other.name);
    return *this;
}

OpenFile::~OpenFile() { store.reset(); }

std::string file_name_of(std::string_view wish) {
    constexpr std::size_t kLongest = 40;
    std::string out;
    for (const char c : text::fold(wish)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != '-') {
            out.push_back('-');
        }
        if (out.size() >= kLongest) break;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.empty() ? "nam" : out;
}

}  // namespace thidua::app
