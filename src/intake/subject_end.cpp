// Where the subject of a citation ends. Rules from reading forty plans and decisions (design notes, text.md §6):
// ";" and the end of the sentence end it; a closing quote ends it before a verb; a following citation ends it; a comma
// ends it only before a new citation, a main clause or a word of purpose.

#include <array>
#include <string_view>

#include "intake/citation.h"

namespace thidua::intake {
namespace {

// clang-format off
constexpr auto kKinds = std::to_array<std::string_view>({
    "Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh", "Lệnh", "Sắc lệnh", "Nghị quyết", "Nghị quyết liên tịch", "Nghị định",
    "Quyết định", "Chỉ thị", "Thông tư", "Thông tư liên tịch", "Kế hoạch", "Kế hoạch hành động", "Kế hoạch liên tịch",
    "Kế hoạch phối hợp", "Kết luận", "Quy định", "Quy chế", "Quy chế phối hợp", "Hướng dẫn", "Công văn", "Công điện",
    "Thông báo", "Thông báo kết luận", "Báo cáo", "Tờ trình", "Chương trình", "Chương trình hành động",
    "Chương trình phối hợp", "Đề án", "Dự án", "Phương án", "Thông tri", "Thông cáo", "Văn bản", "Biên bản",
    "Chiến lược", "Quy hoạch", "Giấy mời",
});
constexpr auto kFoldedKinds = std::to_array<std::string_view>({
    "luat", "bo luat", "hien phap", "phap lenh", "lenh", "sac lenh", "nghi quyet", "nghi quyet lien tich", "nghi dinh",
    "quyet dinh", "chi thi", "thong tu", "thong tu lien tich", "ke hoach", "ke hoach hanh dong", "ke hoach lien tich",
    "ke hoach phoi hop", "ket luan", "quy dinh", "quy che", "quy che phoi hop", "huong dan", "cong van", "cong dien",
    "thong bao", "thong bao ket luan", "bao cao", "to trinh", "chuong trinh", "chuong trinh hanh dong",
    "chuong trinh phoi hop", "de an", "du an", "phuong an", "thong tri", "thong cao", "van ban", "bien ban",
    "chien luoc", "quy hoach", "giay moi",
});
// clang-format on
static_assert(kKinds.size() == kFoldedKinds.size());

/// First words of offices, bodies and officers.
// clang-format off
constexpr auto kOffices = std::to_array<std::string_view>({
    "ubnd", "uy ban nhan dan", "uy ban", "hdnd", "hoi dong", "bo truong", "=bộ", "thu tuong", "chinh phu", "quoc hoi",
    "chu tich", "pho chu tich", "ban thuong vu", "ban chap hanh", "ban bi thu", "ban chi dao", "ban to chuc", "=ban",
    "tinh uy", "thanh uy", "huyen uy", "quan uy", "dang uy", "thuong truc", "=sở", "=phòng", "=cục", "chi cuc", "tong cuc",
    "=vụ", "=viện", "trung tam", "=trường", "van phong", "cong an", "toa an", "vien kiem sat", "chi bo", "cong doan",
    "lien doan", "mat tran", "hoi lien hiep", "doan thanh nien", "giam doc", "thu truong", "hieu truong", "kho bac",
    "bao hiem", "thanh tra", "truong phong", "vu truong", "cuc truong", "chanh van phong", "tong giam doc",
    "bo chi huy", "ubmttq", "co quan", "don vi", "=xã", "=phường", "thi tran", "benh vien",
});
// clang-format on

/// Verbs of a main clause that announces the document at hand or orders something.
// clang-format off
constexpr auto kMainVerbs = std::to_array<std::string_view>({
    "ban hanh", "xay dung", "phat dong", "trien khai", "yeu cau", "de nghi", "to chuc", "thong bao", "bao cao", "=đề ra",
    "huong dan", "quyet dinh", "chi dao", "thuc hien", "de ra", "thong nhat", "phan cong", "tiep tuc",
});
// clang-format on

/// Words behind a comma that no longer belong to a subject.
// clang-format off
constexpr auto kClauseOpeners = std::to_array<std::string_view>({
    "cu the", "nhu sau", "=nhằm", "=để", "tren co so", "dong thoi", "gop phan", "trong do", "voi cac noi dung",
    "voi nhung noi dung", "voi noi dung", "=được", "da duoc", "qua do", "xac dinh", "ket hop", "can cu", "=do", "=tại",
    "phat huy", "bam sat", "phu hop voi", "tren tinh than", "ke tu", "=đã", "=từ đó", "de nghi", "yeu cau cac", "yeu cau thu truong", "yeu cau giam doc", "gan voi",
    "trong thoi gian", "=là", "tap trung", "nang cao hieu luc", "tham muu", "=thì", "nhat la", "sau khi", "co hieu luc",
    "co noi dung", "co trach nhiem", "co tinh den",
});
// clang-format on

/// Words that end a subject even without a comma.
// clang-format off
constexpr auto kBreakers = std::to_array<std::string_view>({
    "co hieu luc", "da duoc", "ban hanh kem",
    "ban hanh theo", "nhu sau", "cu the nhu sau", "=nhằm", "va cac van ban", "va van ban", "long ghep", "voi cac noi dung",
    "voi nhung noi dung", "voi noi dung", "dat hieu qua", "dat chat luong", "tren cac kenh", "de xay dung", "de bao dam",
    "de dam bao", "va cac quy dinh", "va cac chi thi", "co trach nhiem", "chiu trach nhiem", "phu hop voi",
});
// clang-format on

/// Words that end a subject where they tell by which document: "… được sửa đổi, bổ sung bởi Nghị định số …", but not in
/// "công bố thủ tục hành chính được sửa đổi, bổ sung trong lĩnh vực …".
constexpr auto kChanged = std::to_array<std::string_view>(
    {"duoc sua doi", "duoc ban hanh", "duoc dieu chinh", "duoc thay the", "duoc bo sung"});

bool changed_by_document(const Words& words, std::size_t at) {
    if (!matches(words, at, kChanged)) return false;
    constexpr std::size_t kReach = 18;
    for (std::size_t i = at + 3; i < words.size() && i < at + kReach; ++i) {
        if (words[i].is(";") || words[i].is(".")) return false;
        if (words[i].kind == Word::Kind::kCode || words[i].folded == "boi") return true;
        if (words[i].folded == "nam" && integer_at(words, i + 1).value_or(0) >= 1945) return i <= at + 6;
    }
    return false;
}

/// Words behind a closing quote that still belong to the subject.
// clang-format off
constexpr auto kAfterQuote = std::to_array<std::string_view>({
    "tren dia ban", "giai doan", "=năm", "den nam", "=đến", "=trong", "=của", "thuoc", "=cho", "=ở", "nhiem ky", "thoi ky",
    "lan thu", "toan quoc", "cap tinh",
});
// clang-format on

/// The alias that a bracket gives: "(sau đây gọi tắt là …)", "(Nghị quyết số 50/NQ-CP)", "(Chương trình MTQG)".
bool alias_bracket(const Words& words, std::size_t open) {
    constexpr auto kAlias =
        std::to_array<std::string_view>({"sau day", "goi tat", "viet tat", "goi chung", "goi la", "kem theo",
                                         "ban hanh kem", "duoc", "da duoc", "viet gon", "nay la"});
    if (matches(words, open + 1, kAlias)) return true;
    if (open + 1 < words.size() && words[open + 1].kind == Word::Kind::kCode) return true;
    const KindMatch kind = kind_at(words, open + 1);
    if (numbered_citation_at(words, open + 1)) return true;
    if (kind.words == 0 || !words[open + 1].capital) return false;
    // "(Chương trình MTQG);" gives a short name; "Dự án 2 (Chương trình 135) thuộc …" goes on.
    std::size_t close = open + 1;
    while (close < words.size() && !words[close].is(")")) ++close;
    const std::size_t behind = close + 1;
    return behind >= words.size() || words[behind].kind == Word::Kind::kSign || words[behind].folded == "va";
}

/// The bracket that closes the one at `open`, at most 25 words on; words.size() when none does.
std::size_t closing_bracket(const Words& words, std::size_t open) {
    for (std::size_t i = open + 1; i < words.size() && i < open + 26; ++i) {
        if (words[i].is("(")) return words.size();
        if (words[i].is(")")) return i;
    }
    return words.size();
}

/// Does the title have the words around this ";" too, with the same sign or with a comma between?
bool title_goes_on(const Words& words, std::size_t semicolon, const CitationContext& context) {
    if (semicolon < 2 || semicolon + 2 >= words.size()) return false;
    const Words& title = context.title;
    for (std::size_t i = 2; i + 2 < title.size(); ++i) {
        if (title[i].kind != Word::Kind::kSign) continue;
        if (title[i - 1].folded == words[semicolon - 1].folded && title[i - 2].folded == words[semicolon - 2].folded &&
            title[i + 1].folded == words[semicolon + 1].folded && title[i + 2].folded == words[semicolon + 2].folded) {
            return true;
        }
    }
    return false;
}

/// Does another document, or another reason, begin behind the ";" of a line of "Căn cứ …"?
bool next_basis_at(const Words& words, std::size_t at) {
    constexpr auto kReasons = std::to_array<std::string_view>(
        {"can cu", "theo", "xet", "thuc hien", "y kien", "de nghi", "bien ban", "ket qua", "tren co so", "yeu cau"});
    if (at >= words.size() || words[at].kind != Word::Kind::kWord || numbered_citation_at(words, at)) return true;
    if (words[at].folded == "cac" || matches(words, at, kReasons)) return true;
    return words[at].capital && (kind_at(words, at).words > 0 || office_at(words, at));
}

/// "… thuộc các huyện: Kiên Lương, Tân Hiệp; …" in a line of "Căn cứ": the subject goes on, unless documents are
/// listed.
bool goes_on_behind_colon(const Words& words, std::size_t at) {
    return at < words.size() && words[at].kind == Word::Kind::kWord && words[at].folded != "so" &&
           !numbered_citation_at(words, at);
}

}  // namespace

KindMatch kind_at(const Words& words, std::size_t at) {
    const auto [length, index] = match_any(words, at, kFoldedKinds);
    if (length == 0) return {};
    return {length, std::string(kKinds[index])};
}

bool numbered_citation_at(const Words& words, std::size_t at) {
    if (at >= words.size()) return false;
    std::size_t i = at;
    if (words[i].folded == "cac" || words[i].folded == "va") ++i;
    const KindMatch kind = kind_at(words, i);
    i += kind.words;
    const bool named_number = i < words.size() && words[i].folded == "so" && words[i].kind == Word::Kind::kWord;
    if (named_number) ++i;
    if (i < words.size() && words[i].is(":")) ++i;
    return (kind.words > 0 || named_number) && i < words.size() && words[i].kind == Word::Kind::kCode;
}

bool office_at(const Words& words, std::size_t at) {
    return at < words.size() && words[at].capital && matches(words, at, kOffices);
}

std::size_t main_clause_at(const Words& words, std::size_t at) {
    if (!office_at(words, at)) return 0;
    for (std::size_t i = at + 1; i < words.size() && i < at + 16; ++i) {
        if (words[i].kind == Word::Kind::kSign && !words[i].is(",") && !words[i].is("-")) return 0;
        if (words[i].kind == Word::Kind::kCode) return 0;
        if (!words[i].capital && matches(words, i, kMainVerbs)) return i - at;
    }
    return 0;
}

std::size_t subject_end(const Words& words, std::size_t from, const CitationContext& context) {
    constexpr std::size_t kMostWords = 140;
    const bool quoted = from < words.size() && words[from].is("“");
    int depth = 0;
    bool nested = false;                                      // a numbered document is named inside the subject
    const bool amending = match(words, from, "sua doi") > 0;  // "… của Thông tư số … và Thông tư số …"
    // "sửa đổi Quy định ban hành kèm theo Quyết định số …": what is changed is told by what it came with.
    constexpr auto kChanging =
        std::to_array<std::string_view>({"sua doi", "bo sung", "bai bo", "thay the", "dieu chinh", "dinh chinh"});
    const bool changing = matches(words, from, kChanging);
    std::size_t i = from;
    for (; i < words.size() && i - from < kMostWords; ++i) {
        const Word& word = words[i];
        if (word.is("“")) {
            ++depth;
            continue;
        }
        if (word.is("”")) {
            if (depth == 0) return i;  // opened before the subject
            if (--depth > 0) continue;
            const std::size_t next = i + 1;
            if (next >= words.size()) return next;
            if (matches(words, next, kAfterQuote)) continue;
            if (quoted) return next;
            // Goes on behind an inner quotation only with "và", "-" or the like, not with a verb.
            if (words[next].kind == Word::Kind::kWord && !words[next].capital && words[next].folded != "va")
                return next;
            continue;
        }
        if (depth > 0) continue;
        if (word.is(";")) {
            if (title_goes_on(words, i, context)) continue;
            if (context.basis_line && !next_basis_at(words, i + 1) && !matches(words, i + 1, kClauseOpeners)) continue;
            return i;
        }
        if (word.is(":") && context.basis_line && goes_on_behind_colon(words, i + 1)) continue;
        if (word.is("-") && i > from && i + 1 < words.size() && words[i + 1].capital &&
            kind_at(words, i + 1).words > 0 && numbered_citation_at(words, i + 1))
            return i;  // the next of a list that lost its lines
        if (word.is(":") || word.is(")") || word.is("…") || word.is("[")) return i;
        if (word.is(".") && (ends_sentence(words, i) || (i + 1 < words.size() && words[i + 1].is("/")))) return i;
        if (word.is("(")) {
            if (alias_bracket(words, i)) return i;
            const std::size_t close = closing_bracket(words, i);
            if (close >= words.size()) return i;
            i = close;
            continue;
        }
        if (word.is(",")) {
            const std::size_t next = i + 1;
            if (next >= words.size()) return i;
            if (numbered_citation_at(words, next) || main_clause_at(words, next) > 0) return i;
            if (matches(words, next, kClauseOpeners)) return i;
            if (words[next].is("…") || words[next].is(".")) return i;
            continue;
        }
        if (i == from) continue;
        if (changing && match(words, i, "ban hanh kem theo") && numbered_citation_at(words, i + 4)) {
            i += 3;
            continue;
        }
        if (matches(words, i, kBreakers) || changed_by_document(words, i)) return i;
        if (numbered_citation_at(words, i) && words[i].folded != "va") nested = true;
        if (word.folded == "va" && numbered_citation_at(words, i + 1) &&
            (!amending || kind_at(words, i + 1).words == 0))
            return i;
        if (word.folded == "va" && i + 1 < words.size() && words[i + 1].capital && kind_at(words, i + 1).words > 0 &&
            main_clause_at(words, i + 1) == 0) {
            // "… và Kế hoạch hành động của …", "… và Luật …": another document, unless the subject is about laws.
            const KindMatch kind = kind_at(words, i + 1);
            const std::size_t behind = i + 1 + kind.words;
            const bool numbered_name =
                behind < words.size() && words[behind].kind == Word::Kind::kNumber;  // "Đề án 06"
            if (kind.name != "Luật" && !numbered_name && !nested) return i;
        }
    }
    return i;
}

std::size_t law_name_end(const Words& words, std::size_t from) {
    // clang-format off
    constexpr auto kStops = std::to_array<std::string_view>({
        "=theo", "=để", "=về", "=trong", "=của", "=đã", "=có", "=là", "=nhằm", "quy dinh", "huong dan", "=trên", "=tại",
        "=phải", "=với", "=cho", "=đến", "=được", "=này", "=số", "=so", "=ngày", "va cac", "va luat", "va nghi dinh",
        "va van ban", "va huong dan", "va dieu", "va khoan", "va muc", "=nên", "=thì", "=kèm", "=từ", "=do", "=bằng",
    });
    // clang-format on
    // Names of laws that have a comma inside; what stands behind it.
    // clang-format off
    constexpr auto kBehindComma = std::to_array<std::string_view>({
        "khen thuong", "cong chuc", "vien chuc", "chong", "su dung", "bo sung", "lam nghiep", "quan ly", "chua chay", "chua benh", "cuu nan",
        "nhap khau", "xuat canh", "qua canh", "cu tru", "giam dinh", "cong nghe", "to cao", "an toan", "ve sinh", "di cu", "giao duc",
    });
    // clang-format on
    const bool amending = match(words, from, "sua doi") > 0;
    std::size_t i = from;
    for (; i < words.size() && i - from < (amending ? 100u : 18u); ++i) {
        const Word& word = words[i];
        if (word.kind == Word::Kind::kCode) {
            if (amending) continue;
            return i;
        }
        if (amending && word.lower == "ngày") return i;
        if (word.folded == "nam" && integer_at(words, i + 1).value_or(0) >= 1945) return i + 2;
        if (word.is(",")) {
            if (amending && !match(words, i + 1, "=được")) continue;
            if (matches(words, i + 1, kBehindComma)) continue;
            return i;
        }
        if (word.is("(") && match(words, i + 1, "sua doi") && closing_bracket(words, i) < words.size()) {
            return closing_bracket(words, i) + 1;
        }
        if (word.kind == Word::Kind::kSign && !word.is("-")) return i;
        if (amending && word.kind != Word::Kind::kSign && !match(words, i, "=để") &&
            !match(words, i, "theo quy dinh") && !match(words, i, "va cac") && !match(words, i, "=này") &&
            !match(words, i, "=được")) {
            continue;
        }
        if (i > from && matches(words, i, kStops)) return i;
    }
    return i;
}

std::string period_in(const Words& words, std::size_t from, std::size_t to) {
    const auto year = [&](std::size_t at) {
        const int value = integer_at(words, at).value_or(0);
        return value >= 1945 && value <= 2199 ? value : 0;
    };
    for (std::size_t i = from; i < to && i < words.size(); ++i) {
        if (year(i) && i + 2 < words.size() && words[i + 1].is("-") && year(i + 2) > year(i)) {
            return words[i].folded + " - " + words[i + 2].folded;
        }
        const std::string& joined = words[i].folded;  // "2021-2025" is one word
        if (joined.size() == 9 && joined[4] == '-' && joined.find_first_not_of("0123456789-") == std::string::npos) {
            return joined.substr(0, 4) + " - " + joined.substr(5);
        }
    }
    return {};
}

std::string words_text(const std::string& text, const Words& words, WordRange range) {
    if (range.end > words.size()) range.end = words.size();
    const auto stray = [&](const Word& word) {
        return word.is(",") || word.is(";") || word.is(".") || word.is(":") || word.is("-") || word.is("/");
    };
    while (!range.empty() && stray(words[range.end - 1])) --range.end;
    while (!range.empty() && stray(words[range.begin])) ++range.begin;
    if (range.empty()) return {};
    // Specks of the scan stand between the words, where no word has them.
    std::string out;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (i > range.begin) {
            const std::size_t gap = words[i - 1].end;
            const std::size_t speck = gap < words[i].begin ? speck_at(text, gap, false) : 0;
            out.append(text, gap + speck, words[i].begin - gap - speck);
        }
        out.append(text, words[i].begin, words[i].end - words[i].begin);
    }
    return out;
}

}  // namespace thidua::intake
