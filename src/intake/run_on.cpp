#include "intake/run_on.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "intake/passage.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

/// A printed line holds some 100 characters, with marks 140 bytes; what is longer was joined by a program.
constexpr std::size_t kJoined = 220;

struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_caps(std::string_view word) { return text::upper(word) == word && text::lower(word) != word; }

bool is_roman(std::string_view word) {
    return !word.empty() && word.size() <= 5 && word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_number(std::string_view word, std::size_t most) {
    return !word.empty() && word.size() <= most && word.find_first_not_of("0123456789") == std::string_view::npos;
}

class Breaker {
public:
    explicit Breaker(std::string_view line) : line_(line) {
        for (std::size_t at = 0; at < line.size();) {
            if (const std::size_t blank = blank_at(line, at)) {
                at += blank;
                continue;
            }
            Token token{at, at};
            while (at < line.size() && blank_at(line, at) == 0) ++at;
            token.end = at;
            tokens_.push_back(token);
        }
    }

    std::vector<std::size_t> run() {
        recipients_ = is(0, "Nơi") && is(1, "nhận:");
        if (line_.size() < kJoined && !recipients_) return {};
        for (std::size_t i = 1; i < tokens_.size(); ++i) {
            if (opens_basis(i)) authority_before(i);
            if (opens_basis(i) || opens_item(i) || word(i - 1) == "ĐỊNH:" || word(i - 1) == "NGHỊ:") add(i);
        }
        return std::move(breaks_);
    }

private:
    std::string_view word(std::size_t i) const {
        return i < tokens_.size() ? line_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                                  : std::string_view();
    }
    bool is(std::size_t i, std::string_view text) const { return word(i) == text; }
    void add(std::size_t i) {
        if (breaks_.empty() || breaks_.back() < tokens_[i].begin) breaks_.push_back(tokens_[i].begin);
    }

    /// Does the word end a sentence or an item?
    bool stops(std::size_t i) const {
        const std::string_view w = word(i);
        for (const std::string_view end : {".", ";", ":", ")", "”", "\"", "/."}) {
            if (w.ends_with(end)) return w != "-" && w.size() > end.size();
        }
        return false;
    }

    bool opens_basis(std::size_t i) const {
        if (is(i, "Căn") && is(i + 1, "cứ")) return !(is(i - 1, "-") || is(i - 1, "+"));
        const bool request = (is(i, "Theo") || is(i, "Xét")) && is(i + 1, "đề") && is(i + 2, "nghị");
        return request && (stops(i - 1) || word(i - 1).ends_with(","));
    }

    bool opens_item(std::size_t i) const {
        const std::string_view w = word(i);
        if ((is(i, "QUYẾT") && (is(i + 1, "ĐỊNH:") || is(i + 1, "NGHỊ:"))) || (is(i, "Nơi") && is(i + 1, "nhận:"))) {
            return true;
        }
        if (!stops(i - 1)) return false;
        const std::string_view next = word(i + 1);
        if (w == "Điều" && next.size() > 1 && next.ends_with(".") && is_number(next.substr(0, next.size() - 1), 3)) {
            return true;
        }
        if (w == "-" || w == "+") return !next.empty();
        if (recipients_ && w.size() > 2 && w.starts_with("-")) return true;  // "…; -Vụ Pháp chế"
        if (word(i - 1).ends_with(")") || next.empty()) return false;
        std::size_t at = 0;
        const bool capital = text::is_upper(base_letter(next, at));
        if (w.size() >= 2 && w.ends_with(".")) {
            const std::string_view label = w.substr(0, w.size() - 1);
            if (is_roman(label)) return is_caps(next);
            return is_number(label, 2) && capital;
        }
        return w.size() >= 2 && w.size() <= 3 && w.ends_with(")") && text::is_lower(base_letter(w, at));
    }

    static char32_t base_letter(std::string_view w, std::size_t at) {
        return at < w.size() ? base::next_code_point(w, at) : 0;
    }

    /// "… CỦA SỞ Y TẾ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG Căn cứ": who decides stands on a line of its own.
    void authority_before(std::size_t basis) {
        constexpr auto kHeads = std::to_array<std::string_view>(
            {"CHỦ TỊCH",  "ỦY BAN",      "UỶ BAN",     "HỘI ĐỒNG",     "BỘ TRƯỞNG",  "GIÁM ĐỐC", "TỔNG GIÁM",
             "THỦ TƯỚNG", "QUỐC HỘI",    "CHÍNH PHỦ",  "CỤC TRƯỞNG",   "TỔNG CỤC",   "CHÁNH ÁN", "VIỆN TRƯỞNG",
             "THỐNG ĐỐC", "HIỆU TRƯỞNG", "BAN THƯỜNG", "TRƯỞNG PHÒNG", "TRƯỞNG BAN", "CHI CỤC"});
        constexpr auto kLinks =
            std::to_array<std::string_view>({"CỦA", "TẠI", "DO", "THUỘC", "VÀ", "BỞI", "CHO", "PHÓ", "TỊCH", "TƯỚNG"});
        constexpr std::size_t kMostWords = 24;
        for (std::size_t i = basis; i-- > 1 && basis - i <= kMostWords && is_caps(word(i));) {
            const std::string two = std::string(word(i)) + " " + std::string(word(i + 1));
            if (i + 1 >= basis || std::find(kHeads.begin(), kHeads.end(), two) == kHeads.end()) continue;
            if (std::find(kLinks.begin(), kLinks.end(), word(i - 1)) != kLinks.end()) continue;
            if (word(i - 1).ends_with(",")) continue;
            add(i);
            return;
        }
    }

    std::string_view line_;
    bool recipients_ = false;
    std::vector<Token> tokens_;
    std::vector<std::size_t> breaks_;
};

}  // namespace

std::vector<std::size_t> run_on_breaks(std::string_view line) {
    if (line.size() < kJoined && line.find("Nơi nhận:") == std::string_view::npos) return {};
    return Breaker(line).run();
}

}  // namespace thidua::intake
