#pragma once
// The head of an administrative document (NĐ 30/2020 Phụ lục I): national title, issuing body and the one above it,
// number, place and date, kind, title; or, where a text begins with its title, that title alone.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "intake/passage.h"
#include "intake/words.h"

namespace thidua::intake {

struct Letterhead {
    bool found = false;    ///< a head with number, national title or kind; false: at most a title
    std::string superior;  ///< cơ quan chủ quản
    std::string issuer;
    std::string number;
    bool number_open = false;  ///< "Số:     /KH-PTP": printed without a number
    std::string place;
    std::optional<base::Date> date;
    std::string kind;   ///< "Kế hoạch"
    std::string title;  ///< as printed, one line
    bool title_caps = false;
    office::SourceSpan superior_span;
    office::SourceSpan issuer_span;
    office::SourceSpan number_span;
    office::SourceSpan place_span;
    office::SourceSpan date_span;
    office::SourceSpan kind_span;
    office::SourceSpan title_span;
    std::size_t lines = 0;  ///< how many of `lines` it takes; the body begins there
};

Letterhead read_letterhead(std::string_view source, std::span<const Line> lines);

/// A line that is nothing but a kind of document in capitals ("KẾ HOẠCH"); its proper spelling, or empty.
std::string kind_line(std::string_view content);

/// The words of a document's first pages and where they stand, looked up by sentence_case. `body` must outlive it.
struct BodyWords {
    explicit BodyWords(std::string_view body);
    BodyWords(const BodyWords&) = delete;  // `places` looks into `words`
    BodyWords& operator=(const BodyWords&) = delete;

    std::string_view sample;
    Words words;
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;  ///< small letters → indexes of `words`
};

/// "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK" to "Ủy ban nhân dân tỉnh Đắk Lắk": words that `body` has in small letters follow it,
/// names of places and bodies keep their capitals. Text that is not all capitals comes back as it is.
std::string sentence_case(std::string_view capitals, const BodyWords& body);

}  // namespace thidua::intake
