#include "app/wordings.h"

#include <algorithm>
#include <cstdint>

#include "document/kinds.h"
#include "store/commands.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

/// Pairs of lines that are compared at most (2 MB of lengths): a wording has some hundred lines.
constexpr std::size_t kMostPairs = 1'000'000;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string kind_name(std::string_view code) {
    const document::KindInfo* kind = document::find_kind(code);
    return std::string(kind != nullptr ? kind->vi : code);
}

}  // namespace

std::string wording_in_force(const office::YearBook& book, std::string_view code) {
    const office::TextTemplate* own = document::own_wording(book, code);
    return own != nullptr ? own->text : std::string(document::builtin_template(code));
}

const office::TextTemplate* wording_draft(const office::YearBook& book, std::string_view code) {
    for (const office::TextTemplate& one : book.templates) {
        if (one.kind == code && one.name == office::kTemplateDraft)
            return one.text == wording_in_force(book, code) ? nullptr : &one;
    }
    return nullptr;
}

base::Status adopt_wording(store::Store& store, const std::string& code, const std::string& text) {
    if (auto good = document::check_wording(code, text); !good) return good;
    const bool standard = tidy_wording(text) == tidy_wording(document::builtin_template(code));
    return store::adopt_template(store, code, standard ? std::string() : text, kind_name(code));
}

base::Status keep_wording_draft(store::Store& store, const std::string& code, const std::string& text) {
    return store::set_template(store, code, std::string(office::kTemplateDraft), text, "nháp " + kind_name(code));
}

std::vector<LineChange> line_changes(std::string_view before, std::string_view after) {
    const std::vector<std::string_view> a = lines_of(before);
    const std::vector<std::string_view> b = lines_of(after);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
    std::size_t tail = 0;
    while (tail + head < a.size() && tail + head < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const std::size_t rows = a.size() - head - tail;
    const std::size_t columns = b.size() - head - tail;
    std::vector<LineChange> changes;
    const auto add = [&](LineChange::Kind kind, std::string_view line) {
        changes.push_back({kind, std::string(line)});
    };
    for (std::size_t i = 0; i < head; ++i) add(LineChange::Kind::kSame, a[i]);
    const bool compared = rows == 0 || columns <= kMostPairs / rows;
    // longest[i][k]: how many lines from a[head + i] and b[head + k] on can be the same, in order.
    std::vector<std::uint16_t> longest(compared ? (rows + 1) * (columns + 1) : 0);
    const auto at = [&](std::size_t i, std::size_t k) -> std::uint16_t& { return longest[i * (columns + 1) + k]; };
    for (std::size_t i = rows; compared && i-- > 0;) {
        for (std::size_t k = columns; k-- > 0;) {
            at(i, k) = a[head + i] == b[head + k] ? static_cast<std::uint16_t>(at(i + 1, k + 1) + 1)
                                                  : std::max(at(i + 1, k), at(i, k + 1));
        }
    }
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < rows || k < columns) {
        if (compared && i < rows && k < columns && a[head + i] == b[head + k]) {
            add(LineChange::Kind::kSame, a[head + i]);
            ++i;
            ++k;
        } else if (i < rows && (!compared || k >= columns || at(i + 1, k) >= at(i, k + 1))) {
            add(LineChange::Kind::kLost, a[head + i++]);
        } else {
            add(LineChange::Kind::kNew, b[head + k++]);
        }
    }
    for (std::size_t n = a.size() - tail; n < a.size(); ++n) add(LineChange::Kind::kSame, a[n]);
    return changes;
}

std::string tidy_wording(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
    std::string out = text::nfc(text);
    std::erase(out, '\r');
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    return out.empty() ? out : out + "\n";
}

}  // namespace thidua::app
