#include <algorithm>

#include "base/utf8.h"
#include "text/job.h"
#include "text/letters.h"

namespace thidua::text {
namespace {

constexpr std::size_t kMany = 256;       // pieces looked at between two looks at the clock
constexpr float kLetterTimes = 1.5F;     // a letter that a person read weighs as much as that many sure words' ones
constexpr float kBelief = 30;            // the table weighs as much as that many letters of the document
constexpr float kWordTimes = 2.0F;       // likewise a word, in what the document speaks of
constexpr float kSamePrint = 2.0F;       // nats in favour of what a person read in the same print
constexpr float kSamePrintAgain = 0.7F;  // more for each further time
constexpr float kMostSamePrint = 4.6F;
constexpr std::size_t kMostAlternatives = 8;

std::u32string lower_case(std::u32string_view text) {
    std::u32string out(text);
    for (char32_t& c : out) c = lower(c);
    return out;
}

std::vector<std::u32string> words_of(std::string_view text) {
    std::vector<std::u32string> words(1);
    for (const char32_t c : base::to_utf32(with_tone_style(lower(text), ToneStyle::kOld))) {
        if (c == ' ') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back().push_back(c);
        }
    }
    if (words.size() > 1 && words.back().empty()) words.pop_back();
    return words;
}

Casing casing_as_typed(std::string_view text) {
    const std::u32string letters = base::to_utf32(text);
    if (letters.empty() || !is_upper(letters[0])) return Casing::kLower;
    const bool all = std::none_of(letters.begin(), letters.end(), [](char32_t c) { return is_lower(c); });
    return all && letters.size() > 1 ? Casing::kUpper : Casing::kTitle;
}

}  // namespace

std::u32string Restorer::Job::letters_of(const Candidate& candidate) const {
    if (candidate.taught != 0) return {};
    std::u32string letters = base::to_utf32(tables->words[candidate.first]);
    if (candidate.second != 0) letters += base::to_utf32(tables->words[candidate.second]);
    return letters;
}

void Restorer::Job::renew_channel() {
    Channel::Evidence all = evidence;
    for (const auto& [token, lesson] : lessons) {
        for (const auto& letter : lesson.letters)
            all.add(letter.letter_case, letter.letter, letter.print, kLetterTimes);
    }
    channel = std::make_unique<Channel>(tables->channel.with(all, kBelief));
    if (finder) finder->use(*channel, rough_channel ? *rough_channel : *channel);
}

Restorer::Job::Lesson Restorer::Job::lesson_of(std::size_t token, std::string_view text) {
    Lesson lesson;
    lesson.text = nfc(text);
    std::replace_if(
        lesson.text.begin(), lesson.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const RestoredToken& shown = result.tokens[token];
    const auto earlier = lessons.find(token);
    lesson.was = earlier != lessons.end() ? earlier->second.was : shown;
    lesson.others = shown.alternatives;
    std::erase_if(lesson.others, [&](const Alternative& other) { return other.text == lesson.text; });
    if (shown.text != lesson.text) {
        lesson.others.insert(lesson.others.begin(), {shown.text, shown.chosen ? 0.0F : shown.confidence});
        if (lesson.others.size() > kMostAlternatives) lesson.others.resize(kMostAlternatives);
    }
    const Piece& piece = pieces[token];
    if (untouched || piece.kind != Piece::Kind::kWord) {
        if (!untouched) lesson.only = *candidates[token];
        return lesson;
    }
    const std::vector<std::u32string> words = words_of(lesson.text);
    Candidate chosen;
    chosen.casing = chosen.second_casing = casing_as_typed(lesson.text);
    chosen.first = tables->find_word(words.front());
    if (chosen.first == kUnknownWord && !words[0].empty() && is_digit(words[0][0])) chosen.first = kNumberWord;
    if (words.size() > 1) chosen.second = tables->find_word(words.back());
    if (lesson.text.empty()) {
        chosen.speck = true;
    } else if (chosen.first == kUnknownWord || words.size() > 2 || (words.size() == 2 && chosen.second == 0)) {
        const auto known = std::find(typed.begin(), typed.end(), lesson.text);
        if (known == typed.end() && typed.size() < 0xFFFF) typed.push_back(lesson.text);
        const auto number = std::find(typed.begin(), typed.end(), lesson.text) - typed.begin() + 1;
        chosen.taught = static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(number, 0xFFFF));
    }
    lesson.only = {chosen};
    if (chosen.taught == 0 && chosen.second == 0 && chosen.first >= kFirstRealWord) {
        lesson.word = chosen.first;
        if (token > 0 && !piece.boundary) {
            const Candidate& left = (*candidates[token - 1])[choices[token - 1].best];
            lesson.before = left.second != 0 ? left.second : left.first;
        }
    }
    if (marks_only) return lesson;

    std::u32string letters;
    for (const std::u32string& word : words) letters += word;
    const bool spelt =
        !letters.empty() && letters.size() <= 24 && piece.print.size() <= 24 &&
        std::none_of(letters.begin(), letters.end(), [](char32_t c) { return letter_code(c) == kNoLetter; });
    if (!spelt) return lesson;
    const auto& was = (*candidates[token])[std::min(choices[token].best, candidates[token]->size() - 1)];
    std::vector<CandidateFinder::Aligned> read;
    if (was.first >= kFirstRealWord && !shown.chosen) {
        const auto print = std::u32string_view(piece.print).substr(0, piece.print.size() - was.tail);
        read = finder->align(print, letters_of(was), was.casing);
    }
    lesson.letters = finder->align(piece.print, letters, chosen.casing);
    for (const auto& letter : lesson.letters) {
        const bool as_before = std::any_of(read.begin(), read.end(), [&](const auto& r) {
            return r.letter == letter.letter && r.begin == letter.begin && r.print == letter.print;
        });
        const bool itself = letter.size == 1 && letter_code(piece.print[letter.begin]) == letter.letter;
        if (as_before || itself || letter.size == 0) continue;
        lesson.confusions.push_back(piece.print.substr(letter.begin, letter.size));
    }
    return lesson;
}

void Restorer::Job::teach(std::size_t token, std::string_view text) {
    if (!ready || token >= pieces.size()) return;
    Lesson lesson = lesson_of(token, text);
    if (lessons.contains(token)) remove_lesson(token);
    if (lesson.word != kUnknownWord) memory.add(lesson.before, lesson.word, kWordTimes);
    replace_shown(token, lesson.text);
    result.tokens[token].chosen = true;
    result.tokens[token].doubtful = false;
    result.tokens[token].confidence = 1;
    result.tokens[token].alternatives = lesson.others;
    std::vector<std::u32string> confusions = lesson.confusions;
    lessons.insert_or_assign(token, std::move(lesson));
    draw_consequences(token, std::move(confusions));
}

void Restorer::Job::forget(std::size_t token) {
    const auto lesson = lessons.find(token);
    if (lesson == lessons.end()) return;
    std::vector<std::u32string> confusions = lesson->second.confusions;
    const RestoredToken was = lesson->second.was;
    replace_shown(token, was.text);
    RestoredToken& shown = result.tokens[token];
    shown.chosen = false;
    shown.doubtful = was.doubtful;
    shown.confidence = was.confidence;
    shown.alternatives = was.alternatives;
    remove_lesson(token);
    draw_consequences(token, std::move(confusions));
}

void Restorer::Job::remove_lesson(std::size_t token) {
    const Lesson& lesson = lessons.at(token);
    if (lesson.word != kUnknownWord) memory.add(lesson.before, lesson.word, -kWordTimes);
    const Piece& piece = pieces[token];
    if (!untouched) {
        candidates[token] = piece.kind == Piece::Kind::kWord     ? &candidates_of(token)
                            : piece.kind == Piece::Kind::kNumber ? &carried[0]
                                                                 : &carried[1];
        choices[token].best = 0;
    }
    lessons.erase(token);
}

// What a person sees must be what it chose, at once; the rest follows by work().
void Restorer::Job::replace_shown(std::size_t token, const std::string& text) {
    RestoredToken& shown = result.tokens[token];
    result.text.replace(shown.begin, shown.end - shown.begin, text);
    const std::size_t longer = text.size() - (shown.end - shown.begin);  // modulo: the sums below come out right
    shown.text = text;
    shown.end += longer;
    for (std::size_t i = token + 1; i < result.tokens.size(); ++i) {
        result.tokens[i].begin += longer;
        result.tokens[i].end += longer;
    }
}

void Restorer::Job::draw_consequences(std::size_t token, std::vector<std::u32string> confusions) {
    touched.push_back(token);
    at = 0;
    next = 0;
    going_back = false;
    if (untouched) {
        phase = Phase::kWrite;
        return;
    }
    pending.push_back({token, lower_case(pieces[token].print), std::move(confusions)});
    phase = Phase::kAffected;
}

bool Restorer::Job::bears_on(const Pending& lesson, std::size_t i) const {
    const Piece& piece = pieces[i];
    if (piece.kind != Piece::Kind::kWord || pieces[lesson.token].kind != Piece::Kind::kWord) return false;
    if (piece.print.size() == lesson.print.size() && lower_case(piece.print) == lesson.print) return true;
    return result.tokens[i].doubtful &&
           std::any_of(lesson.confusions.begin(), lesson.confusions.end(),
                       [&](const std::u32string& print) { return piece.print.find(print) != piece.print.npos; });
}

void Restorer::Job::find_affected() {
    if (at == 0 && !marks_only) renew_channel();
    for (std::size_t many = 0; many < kMany && at < pieces.size(); ++many, ++at) {
        if (lessons.contains(at) || affected.contains(candidates[at])) continue;
        const bool follows =
            std::any_of(pending.begin(), pending.end(), [&](const Pending& p) { return bears_on(p, at); });
        if (!follows) continue;
        affected.insert(candidates[at]);
        renewed.push_back(at);
    }
    if (at < pieces.size()) return;
    at = 0;
    phase = Phase::kRenew;
}

void Restorer::Job::renew_some() {
    if (at == renewed.size()) {
        at = 0;
        phase = Phase::kMark;
        return;
    }
    const Piece& piece = pieces[renewed[at++]];
    apply_lessons(piece, finder->renew(piece.print, setting_of(piece)));
}

void Restorer::Job::apply_lessons(const Piece& piece, std::vector<Candidate>& options) const {
    const std::u32string print = lower_case(piece.print);
    std::vector<const Lesson*> seen;
    for (const auto& [token, lesson] : lessons) {
        if (pieces[token].kind != Piece::Kind::kWord || lower_case(pieces[token].print) != print) continue;
        const Candidate& taught = lesson.only[0];
        const auto same = [&](const Candidate& c) {
            return c.taught == taught.taught && c.speck == taught.speck &&
                   (c.taught != 0 || (c.first == taught.first && c.second == taught.second));
        };
        const bool again = std::any_of(seen.begin(), seen.end(), [&](const Lesson* l) { return same(l->only[0]); });
        const auto times = std::count_if(seen.begin(), seen.end(), [&](const Lesson* l) { return same(l->only[0]); });
        seen.push_back(&lesson);
        auto found = std::find_if(options.begin(), options.end(), same);
        if (found == options.end()) {
            Candidate added = taught;
            added.casing = options[0].casing;
            added.cost = std::min_element(options.begin(), options.end(), [](const Candidate& a, const Candidate& b) {
                             return a.cost < b.cost;
                         })->cost;
            found = options.insert(options.begin(), added);
        }
        const float so_far = kSamePrint + kSamePrintAgain * static_cast<float>(times - 1);
        found->cost -= !again ? kSamePrint : std::clamp(kMostSamePrint - so_far, 0.0F, kSamePrintAgain);
    }
}

void Restorer::Job::mark_stale() {
    if (at == 0) {
        next = 0;
        for (const Pending& lesson : pending) {
            const auto behind = std::upper_bound(segments.begin(), segments.end(), lesson.token,
                                                 [](std::size_t token, const Segment& s) { return token < s.begin; });
            (behind - 1)->stale = true;
        }
    }
    for (std::size_t many = 0; many < kMany && at < pieces.size(); ++many, ++at) {
        while (segments[next].end <= at) ++next;
        if (affected.contains(candidates[at])) segments[next].stale = true;
    }
    if (at < pieces.size()) return;
    pending.clear();
    renewed.clear();
    affected.clear();
    todo.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].stale) todo.push_back(i);
    }
    next = 0;
    at = todo.empty() ? 0 : segments[todo[0]].begin;
    phase = Phase::kLessonPass;
}

}  // namespace thidua::text
