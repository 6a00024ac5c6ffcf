#include "text/encodings.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace thidua::text {
namespace {

// Letters of the bytes 0x80..0xFF; · where the encoding has none of ours. TCVN3 after TCVN 5712:1993, VISCII after RFC
// 1456, VPS after the tables of keyboard programs.
constexpr std::u32string_view kTcvn3 =
    U"································"
    U"·ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·"
    U"······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò"
    U"·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ·";
constexpr std::u32string_view kViscii =
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    U"ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    U"àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
constexpr std::u32string_view kVps =
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ··ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    U"·ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ·"
    U"àáâãảạă·èéêẽìí·ĩ·Đòóôõ·Ơụùúủ·ỶẼỳ";

// Windows-1252 in 0x80..0x9F; 0 where it is undefined.
constexpr char32_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte a character was before somebody took it for Windows-1252; characters that were none stay.
char32_t as_byte(char32_t c) {
    if (c < 0x100) return c;
    const auto at = std::find(std::begin(kWindows1252), std::end(kWindows1252), c);
    return at == std::end(kWindows1252) ? c : static_cast<char32_t>(0x80 + (at - std::begin(kWindows1252)));
}

std::u32string bytes_of(std::string_view text) {
    std::u32string out;
    if (base::is_valid_utf8(text)) {
        for (const char32_t c : base::to_utf32(text)) out.push_back(as_byte(c));
    } else {
        for (const char c : text) out.push_back(static_cast<unsigned char>(c));
    }
    return out;
}

std::u32string from_table(const std::u32string& bytes, std::u32string_view table) {
    std::u32string out;
    for (const char32_t c : bytes) {
        const char32_t letter = c >= 0x80 && c < 0x100 ? table[c - 0x80] : U'·';
        out.push_back(letter == U'·' ? c : letter);
    }
    return out;
}

// VNI writes a letter and then its marks as a second character; the marks of ă and â include the tone.
struct VniMark {
    char32_t mark;
    Shape shape;
    Tone tone;
};
constexpr VniMark kVniMarks[] = {
    {U'ù', Shape::kPlain, Tone::kAcute},      {U'ø', Shape::kPlain, Tone::kGrave},
    {U'û', Shape::kPlain, Tone::kHook},       {U'õ', Shape::kPlain, Tone::kTilde},
    {U'ï', Shape::kPlain, Tone::kDot},        {U'â', Shape::kCircumflex, Tone::kLevel},
    {U'á', Shape::kCircumflex, Tone::kAcute}, {U'à', Shape::kCircumflex, Tone::kGrave},
    {U'å', Shape::kCircumflex, Tone::kHook},  {U'ã', Shape::kCircumflex, Tone::kTilde},
    {U'ä', Shape::kCircumflex, Tone::kDot},   {U'ê', Shape::kBreve, Tone::kLevel},
    {U'é', Shape::kBreve, Tone::kAcute},      {U'è', Shape::kBreve, Tone::kGrave},
    {U'ú', Shape::kBreve, Tone::kHook},       {U'ü', Shape::kBreve, Tone::kTilde},
    {U'ë', Shape::kBreve, Tone::kDot},
};
// Letters that VNI gives a character of their own.
constexpr std::pair<char32_t, char32_t> kVniLetters[] = {{U'ñ', U'đ'}, {U'ô', U'ơ'}, {U'ö', U'ư'}, {U'æ', U'ỉ'},
                                                         {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'}, {U'í', U'í'},
                                                         {U'ì', U'ì'}};

std::u32string from_vni(const std::u32string& bytes) {
    std::u32string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char32_t c = bytes[i];
        const bool upper_case = is_upper(c);
        char32_t small = lower(c);
        for (const auto& [written, meant] : kVniLetters) {
            if (small == written) {
                small = meant;
                break;
            }
        }
        Letter letter = decompose(small);
        letter.upper = upper_case;
        const bool bearer = letter.base == 'a' || letter.base == 'e' || letter.base == 'o' || letter.base == 'u' ||
                            letter.base == 'y' || letter.base == 'i';
        if (bearer && letter.tone == Tone::kLevel && i + 1 < bytes.size()) {
            const char32_t next = lower(bytes[i + 1]);
            for (const VniMark& mark : kVniMarks) {
                if (mark.mark != next) continue;
                Letter marked = letter;
                if (mark.shape != Shape::kPlain) marked.shape = mark.shape;
                marked.tone = mark.tone;
                const bool exists = decompose(compose(marked)) == marked;
                const bool twice = mark.shape != Shape::kPlain && letter.shape != Shape::kPlain;
                if (!exists || twice) break;
                letter = marked;
                ++i;
                break;
            }
        }
        out.push_back(c < 0x80 || small != lower(c) || letter.tone != Tone::kLevel ? compose(letter) : c);
    }
    return out;
}

std::u32string convert(const std::u32string& bytes, LegacyEncoding encoding) {
    switch (encoding) {
        case LegacyEncoding::kTcvn3: return from_table(bytes, kTcvn3);
        case LegacyEncoding::kViscii: return from_table(bytes, kViscii);
        case LegacyEncoding::kVps: return from_table(bytes, kVps);
        case LegacyEncoding::kVni: return from_vni(bytes);
        case LegacyEncoding::kNone: break;
    }
    return bytes;
}

struct Judgement {
    std::size_t words = 0;   ///< that hold a character beyond ASCII, before or after
    std::size_t marked = 0;  ///< of these, well-formed syllables with a mark
};

Judgement judge(const std::u32string& text) {
    Judgement judgement;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        bool beyond = false;
        while (end < text.size() && (is_letter(text[end]) || text[end] >= 0x80)) beyond |= text[end++] >= 0x80;
        if (beyond) {
            ++judgement.words;
            judgement.marked += is_syllable(std::u32string_view(text).substr(at, end - at));
        }
        at = end == at ? end + 1 : end;
    }
    return judgement;
}

}  // namespace

const char* name_of(LegacyEncoding encoding) {
    switch (encoding) {
        case LegacyEncoding::kTcvn3: return "TCVN3 (ABC)";
        case LegacyEncoding::kVni: return "VNI-Windows";
        case LegacyEncoding::kViscii: return "VISCII";
        case LegacyEncoding::kVps: return "VPS";
        case LegacyEncoding::kNone: break;
    }
    return "Unicode";
}

LegacyEncoding detect_legacy(std::string_view text) {
    const bool unicode = base::is_valid_utf8(text);
    const std::u32string bytes = bytes_of(text);
    const Judgement now = unicode ? judge(base::to_utf32(nfc(text))) : Judgement{};
    LegacyEncoding best = LegacyEncoding::kNone;
    std::size_t most = 0;
    for (const LegacyEncoding encoding :
         {LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii, LegacyEncoding::kVps}) {
        const Judgement then = judge(convert(bytes, encoding));
        // Two words in three must become Vietnamese: a scan read by an English engine ("nhiém vu") never gets there.
        if (then.words < 3 || then.marked * 3 < then.words * 2 || then.marked <= most) continue;
        most = then.marked;
        best = encoding;
    }
    return most > now.marked + now.words / 4 ? best : LegacyEncoding::kNone;
}

std::string from_legacy(std::string_view text, LegacyEncoding encoding) {
    if (encoding == LegacyEncoding::kNone) return nfc(text);
    return nfc(base::to_utf8(convert(bytes_of(text), encoding)));
}

}  // namespace thidua::text
