#include "text/letters.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace thidua::text {
namespace {

struct MarkRow {
    char32_t mark;
    int combining_class;  ///< canonical combining class: lower ones stand first
    std::u32string_view letters;
    std::u32string_view composed;
};

// Canonical pairs of Unicode 14 whose letter is a Latin one and whose mark is one of the eight that Vietnamese uses:
// one row a mark, the letters in the first string give the letters in the second, place by place.
// clang-format off
constexpr MarkRow kMarkRows[] = {
    {0x0300, 230,  // grave
     U"AEINOUWYaeinouwyÂÊÔâêôĂăƠơƯư",
     U"ÀÈÌǸÒÙẀỲàèìǹòùẁỳẦỀỒầềồẰằỜờỪừ"},
    {0x0301, 230,  // acute
     U"ACEGIKLMNOPRSUWYZacegiklmnoprsuwyzÂÊÔÕâêôõĂăŨũƠơƯư",
     U"ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýźẤẾỐṌấếốṍẮắṸṹỚớỨứ"},
    {0x0302, 230,  // circumflex
     U"ACEGHIJOSUWYZaceghijosuwyzẠạẸẹỌọ",
     U"ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑẬậỆệỘộ"},
    {0x0303, 230,  // tilde
     U"AEINOUVYaeinouvyÂÊÔâêôĂăƠơƯư",
     U"ÃẼĨÑÕŨṼỸãẽĩñõũṽỹẪỄỖẫễỗẴẵỠỡỮữ"},
    {0x0306, 230,  // breve
     U"AEGIOUaegiouẠạ",
     U"ĂĔĞĬŎŬăĕğĭŏŭẶặ"},
    {0x0309, 230,  // hook
     U"AEIOUYaeiouyÂÊÔâêôĂăƠơƯư",
     U"ẢẺỈỎỦỶảẻỉỏủỷẨỂỔẩểổẲẳỞởỬử"},
    {0x031B, 216,  // horn
     U"OUou",
     U"ƠƯơư"},
    {0x0323, 220,  // dot below
     U"ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyzƠơƯư",
     U"ẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓỢợỰự"},
};
// clang-format on

// Twelve vowels, each in the order of Tone.
constexpr std::u32string_view kVowels =
    U"aàảãáạ"
    U"ăằẳẵắặ"
    U"âầẩẫấậ"
    U"eèẻẽéẹ"
    U"êềểễếệ"
    U"iìỉĩíị"
    U"oòỏõóọ"
    U"ôồổỗốộ"
    U"ơờởỡớợ"
    U"uùủũúụ"
    U"ưừửữứự"
    U"yỳỷỹýỵ";
constexpr std::size_t kTones = 6;
struct VowelRow {
    char32_t base;
    Shape shape;
};
constexpr VowelRow kVowelRows[] = {
    {'a', Shape::kPlain}, {'a', Shape::kBreve},      {'a', Shape::kCircumflex}, {'e', Shape::kPlain},
    {'e', Shape::kCircumflex}, {'i', Shape::kPlain}, {'o', Shape::kPlain},      {'o', Shape::kCircumflex},
    {'o', Shape::kHorn},  {'u', Shape::kPlain},      {'u', Shape::kHorn},       {'y', Shape::kPlain},
};

// Vietnamese letters lie below U+0250 and in U+1E00..U+1EFF: one small table instead of a search.
constexpr char32_t kLowEnd = 0x250;
constexpr char32_t kAdditional = 0x1E00;
constexpr char32_t kAdditionalEnd = 0x1F00;
constexpr std::size_t kTableSize = kLowEnd + (kAdditionalEnd - kAdditional);

constexpr std::size_t table_index(char32_t c) {
    if (c < kLowEnd) return c;
    if (c >= kAdditional && c < kAdditionalEnd) return kLowEnd + (c - kAdditional);
    return kTableSize;
}

constexpr char32_t simple_lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c < 0xC0) return c;
    if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
    const bool even_upper = (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177) ||
                            c == 0x1A0 || (c >= 0x1F8 && c <= 0x21F) || c == 0x1F4 || (c >= 0x1E00 && c <= 0x1E95) ||
                            (c >= 0x1EA0 && c <= 0x1EFF);
    if (even_upper) return c | 1u;
    const bool odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || c == 0x1AF ||
                           (c >= 0x1CD && c <= 0x1DC);
    if (odd_upper && (c & 1u) == 1) return c + 1;
    return c == 0x178 ? 0xFF : c;
}

struct Entry {
    Letter letter;
    char32_t lower = 0;
    char32_t upper = 0;
    char32_t folded = 0;  ///< lower case, no marks
    bool vowel = false;
};

const std::array<Entry, kTableSize>& table() {
    static const std::array<Entry, kTableSize> built = [] {
        std::array<Entry, kTableSize> entries;
        for (std::size_t i = 0; i < kTableSize; ++i) {
            const char32_t c = static_cast<char32_t>(i < kLowEnd ? i : i - kLowEnd + kAdditional);
            entries[i].lower = simple_lower(c);
            entries[i].upper = c;
        }
        for (std::size_t i = 0; i < kTableSize; ++i) {
            const char32_t c = static_cast<char32_t>(i < kLowEnd ? i : i - kLowEnd + kAdditional);
            Entry& entry = entries[i];
            if (entry.lower != c) entries[table_index(entry.lower)].upper = c;
            Letter letter{entry.lower, Shape::kPlain, Tone::kLevel, entry.lower != c};
            entry.folded = entry.lower;
            const std::size_t vowel = kVowels.find(entry.lower);
            if (vowel != std::u32string_view::npos) {
                letter.base = kVowelRows[vowel / kTones].base;
                letter.shape = kVowelRows[vowel / kTones].shape;
                letter.tone = static_cast<Tone>(vowel % kTones);
                entry.folded = letter.base;
                entry.vowel = true;
            } else if (entry.lower == U'đ') {
                letter.base = 'd';
                letter.shape = Shape::kStroke;
                entry.folded = 'd';
            }
            entry.letter = letter;
        }
        return entries;
    }();
    return built;
}

const Entry* find_entry(char32_t c) {
    const std::size_t index = table_index(c);
    return index < kTableSize ? &table()[index] : nullptr;
}

template <class Change>
std::string map_characters(std::string_view text, Change change) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) base::append_utf8(out, change(base::next_code_point(text, at)));
    return out;
}

const MarkRow* row_of_mark(char32_t c) {
    if (c < 0x300 || c > 0x323) return nullptr;
    for (const MarkRow& row : kMarkRows) {
        if (row.mark == c) return &row;
    }
    return nullptr;
}

// Composite of a letter and a mark, or 0.
char32_t composite(char32_t letter, const MarkRow& row) {
    const std::size_t at = row.letters.find(letter);
    return at == std::u32string_view::npos ? 0 : row.composed[at];
}

// Splits a composed letter into what it carries; false when it carries none of the eight marks.
bool split(char32_t composed, char32_t& letter, const MarkRow*& mark) {
    if (composed < 0xC0) return false;
    for (const MarkRow& row : kMarkRows) {
        const std::size_t at = row.composed.find(composed);
        if (at == std::u32string_view::npos) continue;
        letter = row.letters[at];
        mark = &row;
        return true;
    }
    return false;
}

// Canonical ordering and composition (Unicode Standard 3.11) of one letter (0: none, the text begins with marks) and the
// marks behind it.
/// Beyond Unicode: marks at the head of a text have no letter (U+0000 is one).
constexpr char32_t kNoLetter = 0x110000;

void append_composed(std::string& out, char32_t letter, std::vector<const MarkRow*>& marks) {
    char32_t inner = 0;
    const MarkRow* mark = nullptr;
    while (split(letter, inner, mark)) {
        marks.insert(marks.begin(), mark);
        letter = inner;
    }
    std::stable_sort(marks.begin(), marks.end(), [](const MarkRow* a, const MarkRow* b) {
        return a->combining_class < b->combining_class;
    });
    std::vector<const MarkRow*> left;
    for (const MarkRow* row : marks) {
        // A mark of the same class that stayed behind blocks the way to the letter.
        const bool blocked = !left.empty() && left.back()->combining_class >= row->combining_class;
        const char32_t together = blocked ? 0 : composite(letter, *row);
        if (together != 0) {
            letter = together;
        } else {
            left.push_back(row);
        }
    }
    if (letter != kNoLetter) base::append_utf8(out, letter);
    for (const MarkRow* row : left) base::append_utf8(out, row->mark);
}

void move_tone(std::u32string& text, std::size_t begin, std::size_t end, ToneStyle style) {
    if (end - begin < 2) return;
    Letter first = decompose(text[end - 2]);
    Letter second = decompose(text[end - 1]);
    const bool plain = first.shape == Shape::kPlain && second.shape == Shape::kPlain;
    const bool pair = (first.base == 'o' && (second.base == 'a' || second.base == 'e')) ||
                      (first.base == 'u' && second.base == 'y');
    if (!plain || !pair) return;
    if (end - begin >= 3) {
        const Letter before = decompose(text[end - 3]);
        if (before.base == 'q' || is_vowel(text[end - 3])) return;  // quý: the u belongs to qu
    }
    const bool to_second = style == ToneStyle::kNew;
    const Tone tone = first.tone != Tone::kLevel ? first.tone : second.tone;
    const bool both = first.tone != Tone::kLevel && second.tone != Tone::kLevel;
    if (tone == Tone::kLevel || both) return;
    first.tone = to_second ? Tone::kLevel : tone;
    second.tone = to_second ? tone : Tone::kLevel;
    text[end - 2] = compose(first);
    text[end - 1] = compose(second);
}

}  // namespace

Letter decompose(char32_t c) {
    const Entry* entry = find_entry(c);
    return entry ? entry->letter : Letter{c, Shape::kPlain, Tone::kLevel, false};
}

char32_t compose(const Letter& letter) {
    char32_t c = letter.base;
    if (c == 'd' && letter.shape == Shape::kStroke) c = U'đ';
    for (std::size_t row = 0; row < std::size(kVowelRows); ++row) {
        if (kVowelRows[row].base != letter.base || kVowelRows[row].shape != letter.shape) continue;
        c = kVowels[row * kTones + static_cast<std::size_t>(letter.tone)];
    }
    return letter.upper ? upper(c) : c;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return (c >= 0xC0 && c < kLowEnd && c != 0xD7 && c != 0xF7) || (c >= kAdditional && c < kAdditionalEnd);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_vowel(char32_t c) {
    const Entry* entry = find_entry(c);
    return entry && entry->vowel;
}

bool is_upper(char32_t c) { return lower(c) != c; }
bool is_lower(char32_t c) { return upper(c) != c; }

char32_t lower(char32_t c) {
    const Entry* entry = find_entry(c);
    return entry ? entry->lower : c;
}

char32_t upper(char32_t c) {
    const Entry* entry = find_entry(c);
    return entry ? entry->upper : c;
}

char32_t fold(char32_t c) {
    const Entry* entry = find_entry(c);
    return entry ? entry->folded : c;
}

std::string lower(std::string_view text) {
    return map_characters(text, [](char32_t c) { return lower(c); });
}

std::string upper(std::string_view text) {
    return map_characters(text, [](char32_t c) { return upper(c); });
}

std::string fold(std::string_view text) {
    return map_characters(nfc(text), [](char32_t c) { return fold(c); });
}

std::string strip_marks(std::string_view text) {
    return map_characters(nfc(text), [](char32_t c) { return is_upper(c) ? upper(fold(c)) : fold(c); });
}

std::string nfc(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    char32_t letter = 0;
    bool have_letter = false;
    std::vector<const MarkRow*> marks;
    const auto flush = [&] {
        if (!have_letter) return;
        if (marks.empty()) {
            base::append_utf8(out, letter); // composed already, or bare
        } else {
            append_composed(out, letter, marks);
        }
        have_letter = false;
        marks.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const MarkRow* mark = row_of_mark(c);
        if (mark) {
            if (!have_letter) letter = kNoLetter;
            have_letter = true;
            marks.push_back(mark);
            continue;
        }
        flush();
        letter = c;
        have_letter = true;
    }
    flush();
    return out;
}

std::string with_tone_style(std::string_view text, ToneStyle style) {
    std::u32string characters = base::to_utf32(text);
    for (std::size_t begin = 0; begin < characters.size();) {
        std::size_t end = begin;
        while (end < characters.size() && is_letter(characters[end])) ++end;
        move_tone(characters, begin, end, style);
        begin = end == begin ? begin + 1 : end;
    }
    return base::to_utf8(characters);
}

}  // namespace thidua::text
