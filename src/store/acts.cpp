#include "store/acts.h"

#include "base/utf8.h"
#include "office/title.h"

namespace thidua::store {

base::Result<std::int64_t> new_id(Store::Inner& inner, std::string_view table) {
    constexpr std::uint64_t kBelow53Bits = (std::uint64_t{1} << 53) - 1;
    for (;;) {
        const auto id = static_cast<std::int64_t>(inner.ids() & kBelow53Bits);
        if (id == 0) continue;
        Statement taken(inner.db.get(), "SELECT 1 FROM " + std::string(table) + " WHERE id = ?");
        taken.bind(id);
        if (taken.row()) continue;
        if (auto good = taken.status(); !good) return tl::unexpected(good.error());
        return id;
    }
}

std::string shortened(std::string_view text) {
    constexpr int kMost = 60;
    std::string out;
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const char32_t letter = base::next_code_point(text, at);
        if (count == kMost) return out + "…";
        base::append_utf8(out, letter == U'\n' || letter == U'\r' || letter == U'\t' ? U' ' : letter);
    }
    return out;
}

std::string act_words(std::string_view act, std::string_view subject) {
    if (subject.empty()) return std::string(act);
    return std::string(act) + ": " + shortened(subject);
}

std::string person_name(Store& store, base::Id<office::Person> id) {
    if (!id) return "tập thể";
    const auto person = find_record(store.inner().db.get(), id);
    return person ? person->full_name : std::string();
}

std::string title_name(const std::string& code) {
    const office::EmulationTitle* const title = office::find_title(code);
    return title ? std::string(title->vi) : code;
}

base::Status person_must_exist(Store& store, base::Id<office::Person> person) {
    return person ? must_exist(store, person) : base::Status{};
}

}  // namespace thidua::store
