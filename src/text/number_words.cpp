#include "text/number_words.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr const char* kDigits[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

// Three digits; `full` when higher digits stand before, so that zeros are spoken.
void append_group(std::vector<std::string>& words, unsigned group, bool full) {
    const unsigned hundreds = group / 100;
    const unsigned tens = group / 10 % 10;
    const unsigned ones = group % 10;
    if (hundreds > 0 || full) {
        words.emplace_back(kDigits[hundreds]);
        words.emplace_back("trăm");
    }
    if (tens == 0) {
        if (ones > 0 && (hundreds > 0 || full)) words.emplace_back("linh");
    } else if (tens == 1) {
        words.emplace_back("mười");
    } else {
        words.emplace_back(kDigits[tens]);
        words.emplace_back("mươi");
    }
    if (ones == 0) return;
    if (ones == 1 && tens >= 2) {
        words.emplace_back("mốt");
    } else if (ones == 5 && tens >= 1) {
        words.emplace_back("lăm");
    } else {
        words.emplace_back(kDigits[ones]);
    }
}

// Below a thousand million.
void append_below_billion(std::vector<std::string>& words, std::uint64_t number, bool full) {
    const unsigned millions = static_cast<unsigned>(number / 1000000);
    const unsigned thousands = static_cast<unsigned>(number / 1000 % 1000);
    const unsigned rest = static_cast<unsigned>(number % 1000);
    if (millions > 0) {
        append_group(words, millions, full);
        words.emplace_back("triệu");
        full = true;
    }
    if (thousands > 0) {
        append_group(words, thousands, full);
        words.emplace_back("nghìn");
        full = true;
    }
    if (rest > 0) append_group(words, rest, full);
}

int digit_of(const std::string& word) {
    static constexpr std::pair<const char*, int> kWords[] = {
        {"không", 0}, {"một", 1}, {"mốt", 1}, {"hai", 2},  {"ba", 3},  {"bốn", 4}, {"tư", 4}, {"năm", 5},
        {"lăm", 5},   {"nhăm", 5}, {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}};
    for (const auto& [name, value] : kWords) {
        if (word == name) return value;
    }
    return -1;
}

}  // namespace

std::string number_in_words(std::uint64_t number) {
    if (number == 0) return kDigits[0];
    std::vector<std::string> words;
    constexpr std::uint64_t kBillion = 1000000000;
    const std::uint64_t high = number / kBillion / kBillion;
    const std::uint64_t middle = number / kBillion % kBillion;
    const std::uint64_t low = number % kBillion;
    if (high > 0) {
        append_below_billion(words, high, false);
        words.insert(words.end(), {"tỷ", "tỷ"});
    }
    if (middle > 0) {
        append_below_billion(words, middle, high > 0);
        words.emplace_back("tỷ");
    }
    append_below_billion(words, low, high > 0 || middle > 0);
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::optional<std::uint64_t> number_from_words(std::string_view words) {
    std::istringstream in(lower(nfc(words)));
    constexpr std::uint64_t kMost = 1000000000000000000;
    std::uint64_t total = 0;   // whole parts that end in tỷ
    std::uint64_t section = 0; // parts that end in triệu, nghìn
    std::uint64_t group = 0;   // below a thousand
    int pending = -1;          // a digit not yet placed
    bool tens_given = false;   // "hai mươi", "mười": the next digit is one of ones
    bool any = false;
    const auto place = [&] {
        if (pending < 0) return;
        group += static_cast<std::uint64_t>(pending);
        pending = -1;
    };
    for (std::string word; in >> word;) {
        if (const int digit = digit_of(word); digit >= 0) {
            if (pending >= 0) {
                if (tens_given || pending == 0) return std::nullopt;
                group += static_cast<std::uint64_t>(pending) * 10; // "hai lăm"
                tens_given = true;
            }
            pending = digit;
        } else if (word == "mười") {
            if (pending >= 0 || tens_given) return std::nullopt;
            group += 10;
            tens_given = true;
        } else if (word == "mươi") {
            if (pending < 2 || tens_given) return std::nullopt;
            group += static_cast<std::uint64_t>(pending) * 10;
            pending = -1;
            tens_given = true;
        } else if (word == "trăm") {
            if (pending < 0 || group > 0) return std::nullopt;
            group = static_cast<std::uint64_t>(pending) * 100;
            pending = -1;
        } else if (word == "linh" || word == "lẻ") {
            if (pending >= 0 || tens_given) return std::nullopt;
            tens_given = true;
        } else if (word == "nghìn" || word == "ngàn" || word == "triệu" || word == "tỷ" || word == "tỉ") {
            place();
            if (word == "tỷ" || word == "tỉ") {
                total = (total + section + group) * 1000000000;
                section = 0;
            } else {
                section += group * (word == "triệu" ? 1000000 : 1000);
            }
            group = 0;
            tens_given = false;
            if (!any || total > kMost || section > kMost) return std::nullopt;
        } else {
            return std::nullopt;
        }
        any = true;
    }
    place();
    if (!any) return std::nullopt;
    return total + section + group;
}

std::string date_in_words(int day, int month, int year) {
    const auto words = [](int number) { return number_in_words(static_cast<std::uint64_t>(std::max(0, number))); };
    const std::string month_words = month == 4 ? "tư" : words(month); // tháng tư
    return "ngày " + (day >= 1 && day <= 10 ? "mùng " : std::string()) + words(day) + " tháng " + month_words + " năm " +
           words(year);
}

}  // namespace thidua::text
