#include "text/encodings.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

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
    U"àáâãảạă·èéêẽìí·ĩẴĐòóôõ·Ơụùúủ·ỶẼỳ";
// windows-1258 from 0xC0 on: letters of Windows-1252 but for ă đ ơ ư, the dong, and five tones as combining marks.
constexpr std::u32string_view kWindows1258 =
    U"ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß"
    U"àáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ";
// VISCII puts six capitals on control codes (RFC 1456).
constexpr std::pair<char32_t, char32_t> kVisciiLow[] = {{0x02, U'Ẳ'}, {0x05, U'Ẵ'}, {0x06, U'Ẫ'},
                                                        {0x14, U'Ỷ'}, {0x19, U'Ỹ'}, {0x1E, U'Ỵ'}};
// VPS fourteen (as GNU recode has them; together with the table above they are all our letters).
constexpr std::pair<char32_t, char32_t> kVpsLow[] = {
    {0x02, U'Ạ'}, {0x03, U'Ậ'}, {0x04, U'Ặ'}, {0x05, U'Ẹ'}, {0x06, U'Ệ'}, {0x10, U'Ị'}, {0x11, U'Ọ'},
    {0x12, U'Ộ'}, {0x13, U'Ợ'}, {0x14, U'Ụ'}, {0x15, U'Ự'}, {0x19, U'Ỵ'}, {0x1C, U'Ẫ'}, {0x1D, U'Ữ'}};

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
constexpr std::pair<char32_t, char32_t> kVniLetters[] = {{U'ñ', U'đ'}, {U'ô', U'ơ'}, {U'ö', U'ư'},
                                                         {U'æ', U'ỉ'}, {U'ó', U'ĩ'}, {U'ò', U'ị'},
                                                         {U'î', U'ỵ'}, {U'í', U'í'}, {U'ì', U'ì'}};

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

template <std::size_t N>
std::u32string from_tables(const std::u32string& bytes, std::u32string_view high,
                           const std::pair<char32_t, char32_t> (&low)[N]) {
    std::u32string out = from_table(bytes, high);
    for (char32_t& c : out) {
        for (const auto& [written, meant] : low) {
            if (c == written) c = meant;
        }
    }
    return out;
}

std::u32string from_windows_1258(const std::u32string& bytes) {
    std::u32string out;
    for (const char32_t c : bytes) {
        const bool control = c >= 0x80 && c < 0xA0 && kWindows1252[c - 0x80] != 0;
        out.push_back(c >= 0xC0 && c < 0x100 ? kWindows1258[c - 0xC0] : control ? kWindows1252[c - 0x80] : c);
    }
    return base::to_utf32(nfc(base::to_utf8(out)));
}

// How the case of a TCVN3 word was meant. Letters with a tone have only small codes, so they say nothing.
enum class Shout { kNo, kYes, kUnclear };

Shout shout_of(std::u32string_view word) {
    std::size_t capitals = 0;
    for (const char32_t c : word) {
        if (is_lower(c) && decompose(c).tone == Tone::kLevel) return Shout::kNo;
        capitals += is_upper(c);
    }
    return capitals >= 2 ? Shout::kYes : Shout::kUnclear;
}

// "KÕ HO¹CH" is KẾ HOẠCH, not KếHOạCH; "Hµ NéI" goes as its line goes.
void raise_capitals(std::u32string& text) {
    struct Word {
        std::size_t begin, end;
        Shout shout;
    };
    std::vector<Word> line;
    const auto finish = [&] {
        for (std::size_t i = 0; i < line.size(); ++i) {
            Shout shout = line[i].shout;
            if (shout == Shout::kUnclear) {
                std::size_t before = i;
                while (before > 0 && line[before - 1].shout == Shout::kUnclear) --before;
                std::size_t after = i + 1;
                while (after < line.size() && line[after].shout == Shout::kUnclear) ++after;
                const bool none = before == 0 && after == line.size();
                const bool quiet = (before > 0 && line[before - 1].shout == Shout::kNo) ||
                                   (after < line.size() && line[after].shout == Shout::kNo);
                shout = none || quiet ? Shout::kNo : Shout::kYes;
            }
            if (shout != Shout::kYes) continue;
            for (std::size_t at = line[i].begin; at < line[i].end; ++at) text[at] = upper(text[at]);
        }
        line.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end > at) line.push_back({at, end, shout_of(std::u32string_view(text).substr(at, end - at))});
        if (end < text.size() && text[end] == U'\n') finish();
        at = end + 1;
    }
    finish();
}

std::u32string from_tcvn3(const std::u32string& bytes) {
    std::u32string out = from_table(bytes, kTcvn3);
    raise_capitals(out);
    return out;
}

std::u32string convert(const std::u32string& bytes, LegacyEncoding encoding) {
    switch (encoding) {
        case LegacyEncoding::kTcvn3: return from_tcvn3(bytes);
        case LegacyEncoding::kViscii: return from_tables(bytes, kViscii, kVisciiLow);
        case LegacyEncoding::kVps: return from_tables(bytes, kVps, kVpsLow);
        case LegacyEncoding::kVni: return from_vni(bytes);
        case LegacyEncoding::kWindows1258: return from_windows_1258(bytes);
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
        case LegacyEncoding::kWindows1258: return "Windows-1258";
        case LegacyEncoding::kNone: break;
    }
    return "Unicode";
}

LegacyEncoding detect_legacy(std::string_view text) {
    constexpr std::size_t kEnough = 256u * 1024;
    if (text.size() > kEnough) {
        const std::size_t line = text.rfind('\n', kEnough);
        std::size_t cut = line == text.npos || line == 0 ? kEnough : line;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80 && kEnough - cut < 4) --cut;
        text = text.substr(0, cut);
    }
    const bool unicode = base::is_valid_utf8(text);
    const std::u32string bytes = bytes_of(text);
    const Judgement now = judge(base::to_utf32(unicode ? nfc(text) : from_windows_1252(text)));
    LegacyEncoding best = LegacyEncoding::kNone;
    std::size_t most = 0;
    for (const LegacyEncoding encoding : {LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kViscii,
                                          LegacyEncoding::kVps, LegacyEncoding::kWindows1258}) {
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

Unicode to_unicode(std::string_view text) {
    if (!base::is_valid_utf8(text)) {
        const LegacyEncoding from = detect_legacy(text);
        return {from, from_legacy(text, from)};
    }
    const auto each_line = [&](auto&& visit) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
            visit(text.substr(at, end - at));
            at = end;
        }
    };
    std::string foreign;
    each_line([&](std::string_view line) {
        const Judgement now = judge(base::to_utf32(nfc(line)));
        if (now.marked * 2 < now.words || (now.words > 0 && now.marked == 0)) foreign += line;
    });
    Unicode out;
    out.from = detect_legacy(foreign);
    if (out.from == LegacyEncoding::kNone) {
        out.text = nfc(text);
        return out;
    }
    bool old_before = true;
    each_line([&](std::string_view line) {
        const std::u32string as_it_stands = base::to_utf32(nfc(line));
        const std::u32string then = convert(bytes_of(line), out.from);
        const std::size_t good_now = judge(as_it_stands).marked;
        const std::size_t good_then = judge(then).marked;
        // Alike ("Ngày 02 tháng 3" is Vietnamese both ways): letters that only Unicode has decide, then the line
        // before.
        bool old = good_then > good_now || (good_then == good_now && old_before);
        if (good_then == good_now && good_now > 0) {
            for (const char32_t c : as_it_stands) old = old && !(c >= 0x100 && is_letter(c));
        }
        out.text += old ? base::to_utf8(then) : std::string(line);
        if (good_now > 0 || good_then > 0) old_before = old;
    });
    out.text = nfc(out.text);
    return out;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        const char32_t meant = c >= 0x80 && c < 0xA0 ? kWindows1252[c - 0x80] : c;
        base::append_utf8(out, meant == 0 && c != 0 ? base::kReplacement : meant);
    }
    return nfc(out);
}

}  // namespace thidua::text
