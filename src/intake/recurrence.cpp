#include "intake/recurrence.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thidua::intake {
namespace {

class Finder {
public:
    Finder(const std::string& text, const Words& words, std::size_t from, std::size_t to)
        : text_(text), words_(words), from_(from), to_(std::min(to, words.size())) {}

    std::optional<Recurrence> run() const {
        std::optional<Recurrence> weak;
        for (std::size_t i = from_; i < to_; ++i) {
            std::size_t end = periodic(i);
            if (end == 0) end = every(i);
            if (end == 0) end = times(i);
            if (end > 0) return give(i, end);
            if (!weak && constant(i)) weak = give(i, i + 2);
        }
        return weak;
    }

private:
    Recurrence give(std::size_t begin, std::size_t end) const {
        return {words_text(text_, words_, {begin, end}), {begin, end}};
    }
    bool unit(std::size_t at) const {
        return at < to_ && (words_[at].folded == "nam" || words_[at].lower == "quý" || words_[at].folded == "thang" ||
                            words_[at].folded == "tuan" || words_[at].lower == "ngày");
    }
    /// "tháng/lần", "năm một lần", "tháng 1 lần" at `at`: words, or 0.
    std::size_t per_unit(std::size_t at) const {
        if (at >= to_) return 0;
        const std::string& word = words_[at].folded;
        if (word == "thang/lan" || word == "nam/lan" || word == "quy/lan" || word == "tuan/lan") return 1;
        if (!unit(at)) return 0;
        for (const std::string_view behind : {"mot lan", "1 lan", "01 lan", "=/ lần"}) {
            if (const std::size_t length = match(words_, at + 1, behind)) return 1 + length;
        }
        return 0;
    }
    /// "3 tháng/lần", "hai năm một lần": its end, or 0.
    std::size_t times(std::size_t at) const {
        constexpr auto kNumbers = std::to_array<std::string_view>(
            {"=một", "=hai", "=ba", "=bốn", "=năm", "=sáu", "=bảy", "=tám", "=chín", "=mười"});
        const bool number = integer_at(words_, at).has_value() || matches(words_, at, kNumbers);
        if (number) {
            if (const std::size_t length = per_unit(at + 1)) return at + 1 + length;
            // "01 lần/năm", "hai lần/quý"
            constexpr auto kEach = std::to_array<std::string_view>({"lan/nam", "lan/thang", "lan/quy", "lan/tuan"});
            if (matches(words_, at + 1, kEach)) return at + 2;
        }
        return 0;
    }
    /// "định kỳ hằng quý, hằng năm", "thường kỳ 3 tháng/lần": its end, or 0.
    std::size_t periodic(std::size_t at) const {
        const bool usual = match(words_, at, "thuong ky") > 0;
        if (!usual && !match(words_, at, "dinh ky")) return 0;
        std::size_t end = at + 2;
        if (const std::size_t count = times(end)) return count;
        if (usual) return 0;  // "phiên họp thường kỳ"
        while (end < to_ && end < at + 8 &&
               (words_[end].folded == "hang" || unit(end) || words_[end].folded == "moi" ||
                words_[end].folded == "dau" || words_[end].folded == "cuoi" || words_[end].is(",") ||
                words_[end].kind == Word::Kind::kNumber)) {
            ++end;
        }
        while (end > at + 2 && words_[end - 1].is(",")) --end;
        return end;
    }
    /// "hằng năm", "hằng tháng, quý", "mỗi năm": its end, or 0.
    std::size_t every(std::size_t at) const {
        if (words_[at].lower == "mỗi" && unit(at + 1)) return at + 2;
        if (words_[at].folded != "hang" || !unit(at + 1)) return 0;
        std::size_t end = at + 2;
        while (end + 1 < to_ && words_[end].is(",") && unit(end + 1)) end += 2;
        return describes(at, end) ? 0 : end;
    }
    bool sign(std::size_t at, std::string_view one) const { return words_[at].is(one); }

    /// Does "hằng năm" [at, end) belong to a thing: "dự toán hằng năm của sở", "kế hoạch dài hạn và hằng năm"?
    bool describes(std::size_t at, std::size_t end) const {
        // clang-format off
        constexpr auto kThings = std::to_array<std::string_view>({
            "ke hoach", "chuong trinh", "ngan sach", "du toan", "tro cap", "kinh phi", "gia dat", "muc luong", "nguon", "thu nhap",
            "nhu cau", "chi tieu", "phien hop", "quy", "tien luong", "hoat dong",
        });
        // What makes the thing is done in its rhythm: "xây dựng kế hoạch hằng năm".
        constexpr auto kMakes = std::to_array<std::string_view>({"xay dung", "=lập", "ban hanh", "bao cao", "cong bo"});
        constexpr auto kOf = std::to_array<std::string_view>({"=của", "=về", "=theo"});
        // clang-format on
        if (at == from_ || matches(words_, end, kOf)) return at > from_;
        for (std::size_t back = 1; back <= 8 && at - from_ >= back; ++back) {
            const std::size_t i = at - back;
            if (sign(i, ";") || sign(i, ".") || sign(i, ":")) return false;
            if (words_[i].kind == Word::Kind::kNumber) return false;  // "trước ngày 15 tháng 12 hằng năm"
            if (!matches(words_, i, kThings) || words_[i].lower == "quý") continue;
            const bool made = i >= from_ + 2 && matches(words_, i - 2, kMakes);
            return !made && !(i > from_ && matches(words_, i - 1, kMakes));
        }
        return false;
    }
    /// "thường xuyên" where a clause begins or ends with it, not in "thường xuyên quan hệ với …".
    bool constant(std::size_t at) const {
        if (!match(words_, at, "thuong xuyen") || match(words_, at, "thuong xuyen ,")) return false;
        // "thi đua thường xuyên" names a form of movement, not a rhythm.
        if (at >= 2 && words_[at - 1].folded == "dua" && words_[at - 2].folded == "thi") return false;
        const bool opens = at == from_ || sign(at - 1, ".") || sign(at - 1, ";") || sign(at - 1, ":");
        return opens || at + 2 >= to_ || sign(at + 2, ".") || sign(at + 2, ";");
    }

    const std::string& text_;
    const Words& words_;
    std::size_t from_;
    std::size_t to_;
};

}  // namespace

std::optional<Recurrence> find_recurrence(const std::string& text, const Words& words, std::size_t from,
                                          std::size_t to) {
    return Finder(text, words, from, to).run();
}

}  // namespace thidua::intake
