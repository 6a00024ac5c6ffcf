#include "intake/signature.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/letterhead.h"
#include "intake/paragraphs.h"
#include "intake/words.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

/// What a signer's lines begin with (NĐ 30/2020 Phụ lục I, II.7), folded.
// clang-format off
constexpr auto kSignerHeads = std::to_array<std::string_view>({
    "tm", "kt", "tl", "tuq", "q", "truong", "pho truong", "pho", "chu tich", "bo truong", "thu truong", "thu tuong",
    "giam doc", "tong giam doc", "cuc truong", "vu truong", "vien truong", "chanh", "hieu truong", "bi thu", "chu nhiem",
    "tong cuc truong", "thong doc", "tong thanh tra", "chi cuc truong", "truong phong", "truong ban", "chi huy truong", "quyen",
    "uy vien", "ban thuong vu", "chanh an", "to truong", "doi truong", "tong bi thu", "xac nhan",
});
// clang-format on

/// "TM.", "KT.", "TL.", "TUQ.": who signs for another; also where no blank follows ("TM.ỦY BAN NHÂN DÂN").
bool signs_for(const Words& words) {
    if (words.empty()) return false;
    const std::string first = words[0].folded.substr(0, words[0].folded.find('.'));
    return first == "tm" || first == "kt" || first == "tl" || first == "tuq";
}

struct Piece {
    std::size_t begin;  ///< bytes of the source
    std::size_t end;
};

std::string_view slice(std::string_view source, const Piece& piece) {
    return source.substr(piece.begin, piece.end - piece.begin);
}

bool is_caps(const Words& words) {
    std::size_t caps = 0;
    std::size_t all = 0;
    for (const Word& word : words) {
        if (word.kind != Word::Kind::kWord) continue;
        ++all;
        if (word.caps || (word.capital && word.lower.size() <= 2)) ++caps;
    }
    return all > 0 && caps == all;
}

/// Two capitals, or one and a dot ("Q."): spares splitting lines that cannot be a title into words.
bool begins_in_capitals(std::string_view text) {
    std::size_t at = 0;
    if (text.empty() || !text::is_upper(base::next_code_point(text, at)) || at >= text.size()) return false;
    const char32_t second = base::next_code_point(text, at);
    return text::is_upper(second) || second == U'.';
}

bool is_signer_title(std::string_view text) {
    if (text.size() > 220 || !begins_in_capitals(text)) return false;
    const Words words = split_words(text);
    // Several lines on one are longer ("TL. CỤC TRƯỞNG KT. TRƯỞNG BAN … PHÓ TRƯỞNG BAN").
    const bool for_another = signs_for(words);
    return is_caps(words) && words.size() <= (for_another ? 26 : 16) &&
           (for_another || matches(words, 0, kSignerHeads));
}

/// The lines of a title that a web page gives on one: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH".
std::string in_lines(const std::string& title) {
    constexpr auto kRanks = std::to_array<std::string_view>(
        {"kt", "tl", "tuq", "pho", "thu truong", "chu tich", "giam doc", "bo truong", "chanh van phong"});
    constexpr auto kBefore = std::to_array<std::string_view>({"pho", "tong", "quyen", "q"});
    const Words words = split_words(title);
    std::string out;
    std::size_t from = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i - 1].kind == Word::Kind::kSign || matches(words, i - 1, kBefore) || !matches(words, i, kRanks))
            continue;
        out += title.substr(from, words[i - 1].end - from) + '\n';
        from = words[i].begin;
    }
    return out + title.substr(from);
}

/// "Nguyễn Lộc Hà", "PGS.TS. Trần Văn An": two to five words with a capital, no digit, no sign but the titles' dots.
bool is_name(std::string_view text) {
    if (text.size() > 80) return false;
    const Words words = split_words(text);
    std::size_t count = 0;
    for (const Word& word : words) {
        if (word.is(".") || word.is(",")) continue;
        if (word.kind != Word::Kind::kWord || !word.capital) return false;
        if (word.caps && word.folded != "ts" && word.folded != "ths" && word.folded != "pgs" && word.folded != "gs") {
            if (word.lower.find('.') == std::string::npos) return false;
            continue;
        }
        if (word.folded == "ts" || word.folded == "ths" || word.folded == "pgs" || word.folded == "gs") continue;
        ++count;
    }
    return count >= 2 && count <= 5;
}

/// Byte where a caps title begins behind other text on the same line ("Nơi nhận: TRƯỞNG PHÒNG"); piece.end when none.
std::size_t trailing_title(std::string_view source, const Piece& piece) {
    const std::string text(slice(source, piece));
    const Words words = split_words(text);
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].kind != Word::Kind::kWord || !words[i].caps) continue;
        const Word& before = words[i - 1];
        // Only behind a sign or a wide gap: "- Lưu: VT, PTP" has no title in it.
        const std::size_t gap = words[i].begin - before.end;
        const bool parted = before.is(";") || before.is(".") || before.is(":") || gap >= 3 ||
                            text.substr(before.end, gap).find('\t') != std::string::npos;
        if (parted && is_signer_title(std::string_view(text).substr(words[i].begin)) && words.size() - i >= 2) {
            return piece.begin + words[i].begin;
        }
    }
    return piece.end;
}

class Reader {
public:
    Reader(std::string_view source, std::span<const Line> lines) : source_(source), lines_(lines) {}

    Signature run() {
        foot_.first_line = foot_.end_line = lines_.size();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].blank()) continue;
            if (is_recipients_head(i)) {
                begin(leading_titles(i));
                return foot_;
            }
            if ((is_signer_title(content(i)) && name_follows(i) && body_ended(i)) || signs_on_one_line(i)) {
                begin(i);
                return foot_;
            }
        }
        return foot_;
    }

private:
    std::string_view content(std::size_t i) const {
        return source_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
    }

    bool is_recipients_head(std::size_t i) const {
        if (lines_[i].length > 120) return false;
        if (content(i)[0] != 'N' && content(i)[0] != 'n') return false;
        const Words words = split_words(content(i).substr(0, 160));
        return match(words, 0, "noi nhan") > 0 &&
               (words.size() == 2 || words[2].kind == Word::Kind::kSign || words[2].caps);
    }

    struct TitleAndName {
        Piece title{0, 0};
        Piece name{0, 0};
        bool found() const { return name.end > name.begin; }
    };
    /// "THỦ TƯỚNG Phạm Minh Chính": title and name on one line.
    TitleAndName title_and_name(std::size_t i) const {
        const Words words = split_words(content(i));
        std::size_t caps = 0;
        while (caps < words.size() && (words[caps].caps || words[caps].kind == Word::Kind::kSign)) ++caps;
        if (caps == 0 || caps >= words.size()) return {};
        const Piece title{lines_[i].begin, lines_[i].begin + words[caps - 1].end};
        const Piece name{lines_[i].begin + words[caps].begin, lines_[i].end};
        if (!is_signer_title(slice(source_, title)) || !is_name(slice(source_, name))) return {};
        return {title, name};
    }
    /// Likewise where no recipients lead to it: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hoàng Xuân Tân" behind the end of the body.
    bool signs_on_one_line(std::size_t i) const {
        if (lines_[i].length > 160 || !begins_in_capitals(content(i)) || !title_and_name(i).found()) return false;
        return body_ended(i) || signs_for(split_words(content(i)));
    }

    bool name_follows(std::size_t i) const {
        std::size_t seen = 0;
        for (std::size_t k = i + 1; k < lines_.size() && seen < 8; ++k) {
            if (lines_[k].blank()) continue;
            ++seen;
            if (is_name(content(k))) return true;
            if (is_recipients_head(k)) return true;
            if (!lines_[k].caps && !content(k).starts_with('(')) return false;
        }
        return false;
    }

    bool body_ended(std::size_t i) const {
        while (i > 0) {
            --i;
            if (lines_[i].blank()) continue;
            return ends_with_stop(content(i));
        }
        return false;
    }

    /// Signer lines that the scanner has put before "Nơi nhận".
    std::size_t leading_titles(std::size_t recipients) const {
        std::size_t first = recipients;
        for (std::size_t i = recipients; i-- > 0 && recipients - i <= 10;) {
            if (lines_[i].blank()) continue;
            const bool signer = is_signer_title(content(i)) || (is_name(content(i)) && !lines_[i].caps);
            if (!signer) break;
            first = i;
        }
        // A name alone is no signature: a title must be among them.
        for (std::size_t i = first; i < recipients; ++i) {
            if (!lines_[i].blank() && is_signer_title(content(i))) return first;
        }
        return recipients;
    }

    void begin(std::size_t first) {
        foot_.found = true;
        foot_.first_line = first;
        std::size_t i = first;
        bool recipients = false;
        std::size_t last_used = first;
        std::size_t strangers = 0;
        for (; i < lines_.size(); ++i) {
            if (lines_[i].blank()) continue;
            const std::string_view text = content(i);
            if (i > first && !foot_.name.empty() && starts_attachment(i)) break;
            if (i > first && !kind_line(text).empty() && lines_[i].caps) break;
            if (is_recipients_head(i)) {
                recipients = true;
                after_head(i);
                last_used = i;
                continue;
            }
            if (!take(i, recipients)) {
                if (++strangers > 2 || !recipients) break;
                continue;
            }
            last_used = i;
        }
        foot_.end_line = last_used + 1;
    }

    /// "PHỤ LỤC", "DANH SÁCH …": an attachment begins behind the signature.
    bool starts_attachment(std::size_t i) const {
        const Words words = split_words(content(i).substr(0, 200));
        return lines_[i].caps &&
               (match(words, 0, "phu luc") > 0 || match(words, 0, "danh muc") > 0 || match(words, 0, "danh sach") > 0 ||
                match(words, 0, "bieu") > 0 || match(words, 0, "mau") > 0);
    }

    void after_head(std::size_t i) {
        const Piece line{lines_[i].begin, lines_[i].end};
        const std::string_view text = slice(source_, line);
        const Words words = split_words(text);
        std::size_t w = 2;
        while (w < words.size() && words[w].kind == Word::Kind::kSign) ++w;
        if (w >= words.size()) return;
        const Piece rest{line.begin + words[w].begin, line.end};
        if (is_signer_title(slice(source_, rest))) add_title(rest, lines_[i].number);
        else if (words[w].kind == Word::Kind::kWord) add_recipient(rest, lines_[i].number);
    }

    bool take(std::size_t i, bool recipients) {
        Piece line{lines_[i].begin, lines_[i].end};
        const std::string_view text = slice(source_, line);
        const int number = lines_[i].number;
        const ListMark mark = list_mark(source_, line.begin, line.end);
        if (mark.style == ListMark::Style::kDash && recipients) {
            const Piece rest{std::min(mark.text_begin, line.end), line.end};
            const std::size_t title = trailing_title(source_, rest);
            add_recipient({rest.begin, title}, number);
            if (title < rest.end) add_title({title, rest.end}, number);
            open_recipient_ = title == rest.end && !text.ends_with(';') && !text.ends_with('.');
            return true;
        }
        if (text.starts_with('(')) return true;  // "(Đã ký)"
        if (is_signer_title(text)) {
            add_title(line, number);
            return true;
        }
        if (const TitleAndName both = title_and_name(i); both.found()) {
            add_title(both.title, number);
            set_name(both.name, number);
            return true;
        }
        const Words words = split_words(text);
        if (lines_[i].caps && !foot_.title.empty() && foot_.name.empty() && words.size() <= 8) {
            add_title(line, number, true);  // "TM. ỦY BAN NHÂN⏎DÂN"
            return true;
        }
        if (is_name(text) && (!foot_.title.empty() || !recipients)) {
            set_name(line, number);
            return true;
        }
        if (recipients && open_recipient_ && !foot_.recipients.empty()) {
            foot_.recipients.back() += ' ' + tidy(slice(source_, line));
            foot_.recipient_spans.back().last_line = number;
            foot_.recipient_spans.back().end = static_cast<int>(line.end);
            open_recipient_ = !text.ends_with(';') && !text.ends_with('.');
            return true;
        }
        return false;
    }

    static std::string tidy(std::string_view text) {
        Passage passage;
        passage.append(text, 0, text.size(), 1);
        std::string out = passage.text();
        while (!out.empty() && (out.back() == ';' || out.back() == '.' || out.back() == ',' || out.back() == ' '))
            out.pop_back();
        return out;
    }

    void add_recipient(const Piece& piece, int line) {
        std::string text = tidy(slice(source_, piece));
        if (text.starts_with("-")) text.erase(0, text.find_first_not_of("- "));  // "-Vụ Pháp chế"
        if (text.empty()) return;
        foot_.recipients.push_back(std::move(text));
        foot_.recipient_spans.push_back({line, line, static_cast<int>(piece.begin), static_cast<int>(piece.end)});
    }

    void add_title(const Piece& piece, int line, bool same_line = false) {
        const std::string text = in_lines(tidy(slice(source_, piece)));
        if (text.empty()) return;
        if (foot_.title.empty()) {
            foot_.title_span = {line, line, static_cast<int>(piece.begin), static_cast<int>(piece.end)};
        } else {
            foot_.title += same_line ? ' ' : '\n';
            foot_.title_span.last_line = line;
            foot_.title_span.end = static_cast<int>(piece.end);
        }
        foot_.title += text;
    }

    void set_name(const Piece& piece, int line) {
        foot_.name = tidy(slice(source_, piece));
        foot_.name_span = {line, line, static_cast<int>(piece.begin), static_cast<int>(piece.end)};
    }

    std::string_view source_;
    std::span<const Line> lines_;
    Signature foot_;
    bool open_recipient_ = false;
};

}  // namespace

Signature read_signature(std::string_view source, std::span<const Line> lines) { return Reader(source, lines).run(); }

}  // namespace thidua::intake
