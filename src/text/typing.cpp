#include "text/typing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"

namespace thidua::text {
namespace {

enum class Act { kNone, kTone, kCircumflex, kBreve, kHorn, kHornOrBreve, kStroke };

struct Meaning {
    Act act = Act::kNone;
    Tone tone = Tone::kLevel;
    char32_t letter = 0;  ///< the only letter it marks; 0: any
};

Meaning meaning(TypingMethod method, char32_t key) {
    key = lower(key);
    switch (method) {
        case TypingMethod::kTelex:
            switch (key) {
                case 's': return {Act::kTone, Tone::kAcute, 0};
                case 'f': return {Act::kTone, Tone::kGrave, 0};
                case 'r': return {Act::kTone, Tone::kHook, 0};
                case 'x': return {Act::kTone, Tone::kTilde, 0};
                case 'j': return {Act::kTone, Tone::kDot, 0};
                case 'z': return {Act::kTone, Tone::kLevel, 0};
                case 'a':
                case 'e':
                case 'o': return {Act::kCircumflex, Tone::kLevel, key};
                case 'w': return {Act::kHornOrBreve, Tone::kLevel, 0};
                case 'd': return {Act::kStroke, Tone::kLevel, 0};
                default: return {};
            }
        case TypingMethod::kVni:
            switch (key) {
                case '1': return {Act::kTone, Tone::kAcute, 0};
                case '2': return {Act::kTone, Tone::kGrave, 0};
                case '3': return {Act::kTone, Tone::kHook, 0};
                case '4': return {Act::kTone, Tone::kTilde, 0};
                case '5': return {Act::kTone, Tone::kDot, 0};
                case '0': return {Act::kTone, Tone::kLevel, 0};
                case '6': return {Act::kCircumflex, Tone::kLevel, 0};
                case '7': return {Act::kHorn, Tone::kLevel, 0};
                case '8': return {Act::kBreve, Tone::kLevel, 0};
                case '9': return {Act::kStroke, Tone::kLevel, 0};
                default: return {};
            }
        case TypingMethod::kViqr:
            switch (key) {
                case '\'': return {Act::kTone, Tone::kAcute, 0};
                case '`': return {Act::kTone, Tone::kGrave, 0};
                case '?': return {Act::kTone, Tone::kHook, 0};
                case '~': return {Act::kTone, Tone::kTilde, 0};
                case '.': return {Act::kTone, Tone::kDot, 0};
                case '^': return {Act::kCircumflex, Tone::kLevel, 0};
                case '+':
                case '*': return {Act::kHorn, Tone::kLevel, 0};
                case '(': return {Act::kBreve, Tone::kLevel, 0};
                case 'd': return {Act::kStroke, Tone::kLevel, 0};
                default: return {};
            }
    }
    return {};
}

constexpr std::u32string_view kOnsets[] = {U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu",
                                           U"th",  U"tr", U"b",  U"c",  U"d",  U"g",  U"h",  U"k",  U"l",
                                           U"m",   U"n",  U"p",  U"r",  U"s",  U"t",  U"v",  U"x",  U""};
constexpr std::u32string_view kCodas[] = {U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"};
// Vowel groups as they stand at any moment of typing, marks included.
constexpr std::u32string_view kGroups[] = {
    U"a",    U"ă",   U"â",   U"e",   U"ê",   U"i",   U"o",   U"ô",   U"ơ",   U"u",   U"ư",   U"y",   U"ai",  U"ao",
    U"au",   U"ay",  U"âu",  U"ây",  U"eo",  U"êu",  U"eu",  U"ia",  U"ie",  U"iê",  U"iu",  U"oa",  U"oă",  U"oe",
    U"oi",   U"ôi",  U"ơi",  U"oo",  U"ua",  U"uâ",  U"ue",  U"uê",  U"ui",  U"uo",  U"uô",  U"uơ",  U"uy",  U"ưa",
    U"ưi",   U"ưo",  U"ươ",  U"ưu",  U"ye",  U"yê",  U"uă",  U"iêu", U"ieu", U"oai", U"oao", U"oau", U"oay", U"oeo",
    U"uai",  U"uao", U"uau", U"uay", U"uâu", U"uây", U"uêu", U"uoi", U"uôi", U"uou", U"uya", U"uye", U"uyê", U"uyeu",
    U"uyêu", U"uyu", U"ưoi", U"ươi", U"ưou", U"ươu", U"yêu", U"yeu", U"uơi", U"uơu", U"uu",  U"ou"};

struct Unit {
    char32_t base = 0;  ///< small letter
    Shape shape = Shape::kPlain;
    bool upper = false;
    bool from_w = false;  ///< ư typed by w alone

    char32_t bare() const { return compose({base, shape, Tone::kLevel, false}); }
};

class Word {
public:
    explicit Word(const TypingStyle& style) : style_(style) {}

    void press(char32_t key) {
        raw_.push_back(key);
        const Meaning m = meaning(style_.method, key);
        if (m.act == Act::kNone || off_.find(lower(key)) != off_.npos || !act(m, key)) append(key);
    }

    std::string text() const {
        const bool plain = off_.empty();
        if (style_.spelling_guard && plain && touched_ && !plausible(units_)) return base::to_utf8(raw_);
        std::vector<Unit> units = units_;
        complete_horns(units);
        const Parts parts = parts_of(units);
        std::u32string out;
        const std::size_t bearer = tone_bearer(units, parts);
        for (std::size_t i = 0; i < units.size(); ++i) {
            out.push_back(compose({units[i].base, units[i].shape, i == bearer ? tone_ : Tone::kLevel, units[i].upper}));
        }
        return base::to_utf8(out);
    }

private:
    struct Parts {
        std::size_t vowels = 0;  ///< where the vowel group begins
        std::size_t coda = 0;    ///< where it ends
    };

    void append(char32_t key) {
        const Letter letter = decompose(key);
        if (letter.tone != Tone::kLevel) tone_ = letter.tone;
        units_.push_back({letter.base, letter.shape, letter.upper, false});
    }

    static Parts parts_of(const std::vector<Unit>& units) {
        std::u32string bare;
        for (const Unit& unit : units) bare.push_back(unit.base);
        Parts parts;
        for (const std::u32string_view onset : kOnsets) {
            if (bare.compare(0, onset.size(), onset) != 0) continue;
            // gi and qu give their vowel back when nothing else is left.
            const bool vowel_follows = onset.size() < bare.size() && is_vowel(bare[onset.size()]);
            const bool marked = !onset.empty() && onset.size() <= units.size() &&
                                units[onset.size() - 1].shape != Shape::kPlain && is_vowel(onset.back());
            if ((onset == U"gi" || onset == U"qu") && (!vowel_follows || marked)) continue;
            parts.vowels = onset.size();
            break;
        }
        parts.coda = parts.vowels;
        while (parts.coda < units.size() && is_vowel(units[parts.coda].base)) ++parts.coda;
        return parts;
    }

    static std::u32string group(const std::vector<Unit>& units, const Parts& parts) {
        std::u32string out;
        for (std::size_t i = parts.vowels; i < parts.coda; ++i) out.push_back(units[i].bare());
        return out;
    }

    // Whether this may be a syllable, or the beginning of one.
    static bool plausible(const std::vector<Unit>& units) {
        const Parts parts = parts_of(units);
        if (parts.vowels == 0 && !units.empty() && !is_vowel(units[0].base))
            return units.size() == 1 && units[0].base == 'd';
        if (parts.vowels == parts.coda) return parts.vowels == units.size();
        const std::u32string vowels = group(units, parts);
        if (std::find(std::begin(kGroups), std::end(kGroups), vowels) == std::end(kGroups)) return false;
        std::u32string coda;
        for (std::size_t i = parts.coda; i < units.size(); ++i) coda.push_back(units[i].bare());
        return std::find(std::begin(kCodas), std::end(kCodas), coda) != std::end(kCodas);
    }

    // uo with one horn becomes ươ as soon as something follows ("hươ", but "thuở").
    static void complete_horns(std::vector<Unit>& units) {
        const Parts parts = parts_of(units);
        for (std::size_t i = parts.vowels; i + 1 < parts.coda; ++i) {
            if (units[i].base != 'u' || units[i + 1].base != 'o') continue;
            const bool horn = units[i].shape == Shape::kHorn || units[i + 1].shape == Shape::kHorn;
            if (horn && (i + 2 < units.size() || (parts.vowels == 0 && units[i + 1].shape == Shape::kHorn))) {
                units[i].shape = units[i + 1].shape = Shape::kHorn;
            }
        }
    }

    std::size_t tone_bearer(const std::vector<Unit>& units, const Parts& parts) const {
        if (parts.vowels == parts.coda || tone_ == Tone::kLevel) return units.size();
        std::size_t marked = units.size();
        for (std::size_t i = parts.vowels; i < parts.coda; ++i) {
            if (units[i].shape != Shape::kPlain) marked = i;
        }
        const std::size_t count = parts.coda - parts.vowels;
        const bool closed = parts.coda < units.size();
        if (closed && count == 2) return parts.vowels + 1;
        // ưa, ưu, ươi: the last marked letter bears it.
        if (marked != units.size()) return marked;
        if (count == 1) return parts.vowels;
        if (count >= 3) return parts.vowels + 1;
        const char32_t first = units[parts.vowels].base;
        const char32_t second = units[parts.vowels + 1].base;
        const bool opening = (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
        return parts.vowels + (opening && style_.tone_style == ToneStyle::kNew ? 1 : 0);
    }

    // Performs a key's act; false when the key is to be typed as it is.
    bool act(const Meaning& m, char32_t key) {
        switch (m.act) {
            case Act::kTone: return set_tone(m.tone, key);
            case Act::kStroke: return set_stroke(key);
            case Act::kCircumflex: return set_shape({Shape::kCircumflex}, m.letter, key);
            case Act::kBreve: return set_shape({Shape::kBreve}, 0, key);
            case Act::kHorn: return set_shape({Shape::kHorn}, 0, key);
            case Act::kHornOrBreve: return set_shape({Shape::kHorn, Shape::kBreve}, 0, key) || alone_w(key);
            case Act::kNone: return false;
        }
        return false;
    }

    bool set_tone(Tone tone, char32_t key) {
        const Parts parts = parts_of(units_);
        if (parts.vowels == parts.coda || !allowed(units_)) return false;
        if (tone_ == tone) {
            if (tone == Tone::kLevel) return false;
            tone_ = Tone::kLevel;
            return undo(key);
        }
        tone_ = tone;
        touched_ = true;
        return true;
    }

    // "QDD", "HDDND", "NDD-CP": capitals without a vowel are an abbreviation, and any D of it may be Đ.
    bool abbreviation() const {
        return std::all_of(units_.begin(), units_.end(),
                           [](const Unit& unit) { return unit.upper && !is_vowel(unit.base); });
    }

    bool set_stroke(char32_t key) {
        if (units_.empty()) return false;
        if (units_.size() > 1 && units_.back().base == 'd' && abbreviation()) {
            const bool stroke = units_.back().shape == Shape::kStroke;
            units_.back().shape = stroke ? Shape::kPlain : Shape::kStroke;
            return !stroke || undo(key);
        }
        if (units_[0].base != 'd') return false;
        if (units_[0].shape == Shape::kStroke) {
            units_[0].shape = Shape::kPlain;
            return undo(key);
        }
        if (!allowed(units_)) return false;
        units_[0].shape = Shape::kStroke;
        touched_ = true;
        return true;
    }

    bool set_shape(std::initializer_list<Shape> shapes, char32_t only, char32_t key) {
        if (!allowed(units_)) return false;
        const Parts parts = parts_of(units_);
        // The same mark a second time takes it off.
        for (std::size_t i = parts.coda; i-- > parts.vowels;) {
            for (const Shape shape : shapes) {
                if (units_[i].shape != shape || (only != 0 && units_[i].base != only)) continue;
                if (could_take_more(parts, shapes)) break;
                if (units_[i].from_w) {
                    units_.erase(units_.begin() + static_cast<std::ptrdiff_t>(i));
                } else {
                    for (std::size_t j = parts.vowels; j < parts.coda; ++j) {
                        if (units_[j].shape == shape) units_[j].shape = Shape::kPlain;
                    }
                }
                return undo(key);
            }
        }
        std::vector<Unit> best;
        for (std::size_t i = parts.coda; i-- > parts.vowels;) {
            if (only != 0 && units_[i].base != only) continue;
            for (const Shape shape : shapes) {
                std::vector<Unit> changed = units_;
                changed[i].shape = shape;
                if (changed[i].bare() == changed[i].base) continue;  // there is no such letter
                if (!allowed(changed)) continue;
                // chua + w is chưa, hoa + w is hoă, thuo + w is thuơ.
                const bool horn_on_u = shape == Shape::kHorn && changed[i].base == 'u';
                if (best.empty() || (horn_on_u && i + 1 < parts.coda && units_[i + 1].base == 'a'))
                    best = std::move(changed);
            }
        }
        if (best.empty()) return false;
        units_ = std::move(best);
        touched_ = true;
        return true;
    }

    // ư with a plain o behind it: the next horn goes to the o.
    bool could_take_more(const Parts& parts, std::initializer_list<Shape> shapes) const {
        for (std::size_t i = parts.vowels; i + 1 < parts.coda; ++i) {
            const bool pair = units_[i].base == 'u' && units_[i].shape == Shape::kHorn && units_[i + 1].base == 'o' &&
                              units_[i + 1].shape == Shape::kPlain;
            if (pair && *shapes.begin() == Shape::kHorn) return true;
        }
        return false;
    }

    bool alone_w(char32_t key) {
        std::vector<Unit> changed = units_;
        changed.push_back({'u', Shape::kHorn, is_upper(key), true});
        const bool after_gi = units_.size() == 2 && units_[0].base == 'g' && units_[1].base == 'i';  // "giwax": giữa
        if ((parts_of(units_).vowels != units_.size() && !after_gi) || !allowed(changed)) return false;
        units_ = std::move(changed);
        touched_ = true;
        return true;
    }

    bool undo(char32_t key) {
        off_.push_back(lower(key));
        append(key);
        return true;
    }

    bool allowed(const std::vector<Unit>& units) const { return !style_.spelling_guard || plausible(units); }

    TypingStyle style_;
    std::vector<Unit> units_;
    std::u32string raw_;
    std::u32string off_;  ///< keys that were undone: literal for the rest of the word
    Tone tone_ = Tone::kLevel;
    bool touched_ = false;
};

bool belongs_to_word(char32_t c, const TypingStyle& style) {
    return is_letter(c) || (style.method != TypingMethod::kTelex && meaning(style.method, c).act != Act::kNone);
}

}  // namespace

std::string typed(std::string_view keys, const TypingStyle& style) {
    std::string out;
    const std::u32string all = base::to_utf32(keys);
    for (std::size_t at = 0; at < all.size();) {
        if (!is_letter(all[at])) {  // a word begins with a letter, in every method
            base::append_utf8(out, all[at++]);
            continue;
        }
        Word word(style);
        while (at < all.size() && belongs_to_word(all[at], style)) word.press(all[at++]);
        out += word.text();
    }
    return out;
}

}  // namespace thidua::text
