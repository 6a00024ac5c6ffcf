#include "text/syllable.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

// Longest first, so that "ng" is not taken for "n".
constexpr std::u32string_view kOnsets[] = {U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th",
                                           U"tr",  U"b",  U"c",  U"d",  U"đ",  U"g",  U"h",  U"k",  U"l",  U"m",
                                           U"n",   U"p",  U"r",  U"s",  U"t",  U"v",  U"x",  U""};

constexpr std::u32string_view kRhymes[] = {
    U"a",    U"ac",   U"ach",  U"ai",   U"am",   U"an",   U"ang",  U"anh",  U"ao",    U"ap",   U"at",   U"au",
    U"ay",   U"ăc",   U"ăm",   U"ăn",   U"ăng",  U"ăp",   U"ăt",   U"âc",   U"âm",    U"ân",   U"âng",  U"âp",
    U"ât",   U"âu",   U"ây",   U"e",    U"ec",   U"em",   U"en",   U"eng",  U"eo",    U"ep",   U"et",   U"ê",
    U"êch",  U"êm",   U"ên",   U"ênh",  U"êp",   U"êt",   U"êu",   U"i",    U"ia",    U"ich",  U"iêc",  U"iêm",
    U"iên",  U"iêng", U"iêp",  U"iêt",  U"iêu",  U"im",   U"in",   U"inh",  U"ip",    U"it",   U"iu",   U"o",
    U"oa",   U"oac",  U"oach", U"oai",  U"oam",  U"oan",  U"oang", U"oanh", U"oao",   U"oap",  U"oat",  U"oay",
    U"oăc",  U"oăm",  U"oăn",  U"oăng", U"oăt",  U"oc",   U"oe",   U"oen",  U"oeo",   U"oet",  U"oi",   U"om",
    U"on",   U"ong",  U"ooc",  U"oong", U"op",   U"ot",   U"ô",    U"ôc",   U"ôi",    U"ôm",   U"ôn",   U"ông",
    U"ôp",   U"ôt",   U"ơ",    U"ơi",   U"ơm",   U"ơn",   U"ơp",   U"ơt",   U"u",     U"ua",   U"uân",  U"uâng",
    U"uât",  U"uây",  U"uc",   U"uê",   U"uêch", U"uênh", U"ui",   U"um",   U"un",    U"ung",  U"uơ",   U"uôc",
    U"uôi",  U"uôm",  U"uôn",  U"uông", U"uôt",  U"up",   U"ut",   U"uy",   U"uya",   U"uych", U"uyên", U"uyêt",
    U"uynh", U"uyt",  U"uyu",  U"ư",    U"ưa",   U"ưc",   U"ưi",   U"ưng",  U"ươc",   U"ươi",  U"ươm",  U"ươn",
    U"ương", U"ươp",  U"ươt",  U"ươu",  U"ưt",   U"ưu",   U"ưm",   U"ưn",   U"y",     U"yêm",  U"yên",  U"yêt",
    U"yêu",  U"ynh",  U"yt",
    // behind qu
    U"ăn",   U"ăng",  U"ăt",   U"ăc",   U"êt",   U"eo"};

bool is_rhyme(std::u32string_view rhyme) {
    return std::find(std::begin(kRhymes), std::end(kRhymes), rhyme) != std::end(kRhymes);
}

bool spelling_allows(std::u32string_view onset, std::u32string_view rhyme) {
    const char32_t first = fold(rhyme[0]);
    const bool front = first == 'i' || first == 'e' || (first == 'y' && onset != U"qu");
    if (onset == U"c" || onset == U"g" || onset == U"ng") return !front || (onset == U"g" && rhyme[0] == 'i');
    if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
    if (onset == U"p") return true; // pin, pa: loans that have become ordinary
    if (rhyme.substr(0, 2) == U"yê" || rhyme == U"yt" || rhyme == U"ynh") return onset.empty() || onset == U"qu";
    return true;
}

}  // namespace

bool is_syllable(std::u32string_view letters) {
    if (letters.empty() || letters.size() > 8) return false;
    std::u32string bare;
    Tone tone = Tone::kLevel;
    for (const char32_t c : letters) {
        Letter letter = decompose(c);
        if (letter.tone != Tone::kLevel) {
            if (tone != Tone::kLevel) return false;
            tone = letter.tone;
        }
        letter.tone = Tone::kLevel;
        letter.upper = false;
        bare.push_back(compose(letter));
    }
    for (const std::u32string_view onset : kOnsets) {
        if (bare.compare(0, onset.size(), onset) != 0) continue;
        std::u32string_view rhyme = std::u32string_view(bare).substr(onset.size());
        if (onset == U"gi" && (rhyme.empty() || !is_rhyme(rhyme))) continue; // gì, giêng: g + i…
        if (rhyme.empty() || !is_rhyme(rhyme) || !spelling_allows(onset, rhyme)) continue;
        const char32_t last = rhyme.back();
        const bool stop = last == 'c' || last == 'p' || last == 't' ||
                          (last == 'h' && rhyme.size() > 1 && rhyme[rhyme.size() - 2] == 'c');
        if (stop && tone != Tone::kAcute && tone != Tone::kDot) continue;
        return true;
    }
    return false;
}

bool is_syllable(std::string_view utf8) { return is_syllable(base::to_utf32(utf8)); }

}  // namespace thidua::text
