#include "document/wording.h"

#include <array>
#include <cstddef>

#include "base/utf8.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

/// Words that begin the name of a place of administration.
constexpr std::array<std::string_view, 9> kPlaceWords{"thành phố", "tỉnh", "quận",   "huyện",  "thị xã",
                                                      "thị trấn",  "xã",   "phường", "đặc khu"};

std::string dated(const std::optional<base::Date>& date) {
    return date ? " ngày " + base::to_vietnamese(*date) : std::string();
}

/// "Luật Thi đua, khen thưởng" of the kind "Luật" is "Thi đua, khen thưởng": titles are often kept with their kind.
std::string subject_of(const office::BasisDocument& basis) {
    std::string subject = without_end_mark(basis.subject);
    const std::size_t size = basis.kind.size();
    const bool named =
        size > 0 && subject.size() >= size && text::lower(subject.substr(0, size)) == text::lower(basis.kind);
    if (named && subject.size() == size) return {};
    return named && subject[size] == ' ' ? std::string(trimmed(std::string_view(subject).substr(size))) : subject;
}

std::string about(std::string_view subject) {
    std::string text = without_end_mark(subject);
    if (text.empty()) return {};
    if (starts_with(text, "về ") || starts_with(text, "Về ")) text = text.substr(std::string_view("về ").size());
    return " về " + inside_sentence(text);
}

}  // namespace

std::string capitals(std::string_view text) { return text::upper(text); }

std::string sentence_start(std::string_view text) {
    if (text.empty()) return {};
    std::size_t at = 0;
    std::string out;
    base::append_utf8(out, text::upper(base::next_code_point(text, at)));
    return out + std::string(text.substr(at));
}

std::string inside_sentence(std::string_view text) {
    if (text.empty()) return {};
    std::size_t at = 0;
    const char32_t first = base::next_code_point(text, at);
    const std::size_t after_first = at;
    if (!text::is_upper(first)) return std::string(text);
    bool more_capitals = false;  // in the first word, or at the start of the second
    bool word_began = true;
    for (int words = 1; at < text.size() && words <= 2;) {
        const char32_t c = base::next_code_point(text, at);
        if (c == ' ') {
            ++words;
            word_began = false;
        } else if (words == 1 || !word_began) {
            more_capitals = more_capitals || text::is_upper(c);
            word_began = true;
        }
    }
    if (more_capitals) return std::string(text);
    std::string out;
    base::append_utf8(out, text::lower(first));
    return out + std::string(text.substr(after_first));
}

std::string without_end_mark(std::string_view text) {
    text = trimmed(text);
    if (text.size() >= 3 && text.substr(text.size() - 3) == "./.") text.remove_suffix(3);
    while (!text.empty() && std::string_view(".;,: ").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return std::string(text);
}

std::string sentence_end(std::string_view text) {
    const std::string bare = without_end_mark(text);
    constexpr std::string_view kEllipsis = "…";
    const bool open_end =
        bare.size() >= kEllipsis.size() && std::string_view(bare).substr(bare.size() - kEllipsis.size()) == kEllipsis;
    return open_end ? bare : bare + ".";
}

std::string counted(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string issuer_below(std::string_view issuer, std::string_view superior) {
    const std::string issuer_small = text::lower(issuer);
    const std::string superior_small = text::lower(superior);
    for (const std::string_view word : kPlaceWords) {
        const std::size_t at = issuer_small.find(" " + std::string(word) + " ");
        if (at == std::string::npos || at == 0) continue;
        const std::string_view place = std::string_view(issuer_small).substr(at);
        const bool said_above = superior_small.size() > place.size() &&
                                std::string_view(superior_small).substr(superior_small.size() - place.size()) == place;
        // Vietnamese letters keep their number of bytes when the case changes, so offsets hold in both.
        if (said_above && issuer_small.size() == issuer.size()) return std::string(issuer.substr(0, at));
    }
    return std::string(issuer);
}

std::string padded_number(std::string_view number) {
    const std::string_view text = trimmed(number);
    const bool one_digit =
        !text.empty() && text[0] >= '1' && text[0] <= '9' && (text.size() == 1 || text[1] < '0' || text[1] > '9');
    return (one_digit ? "0" : "") + std::string(text);
}

std::string citation(const office::BasisDocument& basis) {
    std::string text = basis.kind.empty() ? "Văn bản" : basis.kind;
    // Laws and ordinances are cited without number and issuer (Phụ lục I).
    const bool law = starts_with(text, "Luật") || starts_with(text, "Bộ luật") || starts_with(text, "Pháp lệnh") ||
                     starts_with(text, "Hiến pháp");
    if (law) {
        const std::string subject = subject_of(basis);
        return subject.empty() ? text : text + " " + subject;
    }
    if (!basis.number.empty()) text += " số " + basis.number;
    text += dated(basis.date);
    if (!basis.issuer.empty()) text += " của " + basis.issuer;
    return text + about(subject_of(basis));
}

std::string citation(const office::Plan& plan) {
    std::string text = "Kế hoạch";
    if (!plan.number.empty()) text += " số " + padded_number(plan.number);
    text += dated(plan.issued_on);
    if (plan.number.empty()) text += " (chưa ghi số" + std::string(plan.issued_on ? ")" : ", ngày ban hành)");
    return text + about(plan.subject);
}

std::string_view wording(office::Task::State state) {
    switch (state) {
        case office::Task::State::kOpen: return "Chưa thực hiện";
        case office::Task::State::kDoing: return "Đang thực hiện";
        case office::Task::State::kDone: return "Đã hoàn thành";
    }
    return "";
}

std::string_view wording(office::Rating rating) {
    switch (rating) {
        case office::Rating::kUnknown: return "Chưa có kết quả";
        case office::Rating::kNotCompleted: return "Không hoàn thành nhiệm vụ";
        case office::Rating::kCompleted: return "Hoàn thành nhiệm vụ";
        case office::Rating::kGood: return "Hoàn thành tốt nhiệm vụ";
        case office::Rating::kExcellent: return "Hoàn thành xuất sắc nhiệm vụ";
    }
    return "";
}

std::string_view wording(office::Initiative::Level level) {
    switch (level) {
        case office::Initiative::Level::kNone: return "chưa được công nhận";
        case office::Initiative::Level::kGrassroots: return "được công nhận ở cấp cơ sở";
        case office::Initiative::Level::kProvince: return "được công nhận ở cấp bộ, ngành, tỉnh";
        case office::Initiative::Level::kNation: return "được công nhận trên toàn quốc";
    }
    return "";
}

std::string title_name(std::string_view code) {
    const office::EmulationTitle* title = office::find_title(code);
    return std::string(title ? title->vi : code);
}

std::string subject_name(const office::YearBook& book, base::Id<office::Person> person) {
    if (!person) return "Tập thể " + book.office.name;
    for (const office::Person& p : book.people) {
        if (p.id == person) return p.full_name;
    }
    return "Không có trong danh sách";
}

}  // namespace thidua::document
