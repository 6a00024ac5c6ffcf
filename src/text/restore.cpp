#include "text/restore.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/utf8.h"
#include "text/candidates.h"
#include "text/decode.h"
#include "text/letters.h"
#include "text/model.h"
#include "text/pieces.h"
#include "text/syllable.h"

namespace thidua::text {
namespace {

constexpr float kSure = 0.95F;              // below: worth a look
constexpr std::size_t kLongestSentence = 160;  // words decoded together
constexpr std::size_t kMostAlternatives = 8;
constexpr float kLeastAlternative = 0.001F;

// What kind of text it is, from its words alone.
struct Survey {
    std::size_t words = 0;
    std::size_t syllables = 0;  ///< well-formed as they stand
    std::size_t marked = 0;     ///< with a mark
    std::size_t bare = 0;       ///< ASCII letters only

    void look(std::u32string_view print) {
        bool letters_only = true;
        bool marked_word = false;
        for (const char32_t c : print) {
            letters_only = letters_only && is_letter(c);
            marked_word = marked_word || (is_letter(c) && (c >= 0x80));
        }
        if (print.size() < 2) return;
        ++words;
        if (!letters_only) return;
        marked += marked_word;
        bare += !marked_word;
        syllables += is_syllable(print);
    }
    bool good() const { return words > 0 && syllables * 100 >= words * 85 && marked * 100 >= words * 40; }
    /// Nothing but bare syllables: typed without marks, not scanned.
    bool stripped() const { return words > 0 && marked * 200 <= words && bare * 100 >= words * 97; }
};

// Where the words of a composed text stand in the text it was made from.
class Origin {
  public:
    explicit Origin(std::string_view source) {
        std::size_t at = 0;
        while (at < source.size()) {
            std::size_t end = at;
            while (end < source.size() && static_cast<unsigned char>(source[end]) > 0x20) ++end;
            while (end < source.size() && static_cast<unsigned char>(source[end]) <= 0x20) ++end;
            const std::string composed = nfc(source.substr(at, end - at));
            if (composed != source.substr(at, end - at)) changed_ = true;
            runs_.push_back({composed_.size(), at, composed.size() == end - at});
            composed_ += composed;
            at = end;
        }
        runs_.push_back({composed_.size(), source.size(), true});
    }
    const std::string& composed() const { return composed_; }

    /// Bytes [begin, end) of the composed text become bytes of the source; the whole run where letters moved.
    void map(std::size_t& begin, std::size_t& end) const {
        if (!changed_) return;
        const auto run = [&](std::size_t at) {
            const auto next = std::upper_bound(runs_.begin(), runs_.end(), at,
                                               [](std::size_t value, const Run& r) { return value < r.composed; });
            return next - 1;
        };
        const auto first = run(begin);
        const auto last = run(end);
        begin = first->source + (first->same ? begin - first->composed : 0);
        if (last->same || last->composed == end) {
            end = last->source + (end - last->composed);
        } else {
            end = (last + 1)->source;
        }
    }

  private:
    struct Run {
        std::size_t composed, source;
        bool same;
    };
    std::string composed_;
    std::vector<Run> runs_;
    bool changed_ = false;
};

}  // namespace

struct Restorer::Job {
    enum class Phase { kCut, kFirstPass, kLearn, kSecondPass, kWrite, kDone };

    Job(const LanguageModel::Tables& model, std::string_view text)
        : tables(model), origin(text), source(origin.composed()) {}

    const LanguageModel::Tables& tables;
    Origin origin;
    const std::string& source;  ///< composed
    Phase phase = Phase::kCut;
    std::size_t at = 0;  ///< byte of the source, or piece, by phase
    int line = 0;
    bool boundary = true;
    bool marks_only = false;
    std::string last_letter, last_roman;  ///< list marks met last
    Survey survey;
    std::vector<Piece> pieces;
    std::vector<Choice> choices;
    std::vector<const std::vector<Candidate>*> candidates;
    std::vector<std::vector<Candidate>> carried;  ///< one candidate each for what is not decided
    History history;
    std::unique_ptr<Channel> channel;
    std::unique_ptr<CandidateFinder> finder;
    std::unique_ptr<Decoder> decoder;
    Memory memory;
    Restoration result;

    void work();
    void cut();
    void repair_mark(Piece& piece);
    void begin_pass(Phase next);
    void decode_sentence();
    void learn();
    void write();
    void write_untouched();
    std::string written(std::size_t i, const Candidate& candidate) const;
    Casing casing_of(std::size_t i, const Candidate& candidate) const;
    std::string between(std::size_t i, std::size_t copied) const;
};

void Restorer::Job::work() {
    switch (phase) {
        case Phase::kCut: cut(); break;
        case Phase::kFirstPass:
        case Phase::kSecondPass: decode_sentence(); break;
        case Phase::kLearn: learn(); break;
        case Phase::kWrite: write(); break;
        case Phase::kDone: break;
    }
}

void Restorer::Job::cut() {
    if (at < source.size()) {
        std::size_t end = source.find('\n', at);
        if (end == std::string::npos) end = source.size();
        const std::size_t first = pieces.size();
        cut_line(std::string_view(source).substr(at, end - at), at, line++, boundary, pieces);
        if (first < pieces.size()) repair_mark(pieces[first]);
        for (std::size_t i = first; i < pieces.size(); ++i) {
            if (pieces[i].kind == Piece::Kind::kWord) survey.look(pieces[i].print);
        }
        at = end + 1;
        return;
    }
    if (survey.good()) {
        write_untouched();
        return;
    }
    marks_only = survey.stripped();
    carried.assign(2, std::vector<Candidate>(1));
    carried[0][0].first = kNumberWord;
    carried[0][0].figure = true;
    carried[1][0].first = kUnknownWord;
    choices.resize(pieces.size());
    candidates.resize(pieces.size());
    decoder = std::make_unique<Decoder>(tables);
    channel = std::make_unique<Channel>(tables.channel);
    decoder->look(marks_only);
    begin_pass(marks_only ? Phase::kSecondPass : Phase::kFirstPass);
}

// Marks count upwards: a second "d)" is đ), an "I." behind I. is II.
void Restorer::Job::repair_mark(Piece& piece) {
    if (piece.letter) {
        if (piece.carried == "d" && last_letter == "d") piece.carried = "đ";
        last_letter = piece.carried;
    } else if (piece.roman) {
        const bool lost_stroke = piece.carried == last_roman || (piece.carried == "I" && last_roman == "II");
        if (lost_stroke && (last_roman == "I" || last_roman == "II")) piece.carried = last_roman + "I";
        last_roman = piece.carried;
        last_letter.clear();
    } else if (piece.kind == Piece::Kind::kNumber || (piece.line_start && is_digit(piece.print[0]))) {
        last_letter.clear();
    }
}

void Restorer::Job::begin_pass(Phase next) {
    phase = next;
    at = 0;
    history = {};
    finder = std::make_unique<CandidateFinder>(tables, *channel);
    if (pieces.empty()) phase = Phase::kWrite;
}

void Restorer::Job::decode_sentence() {
    std::vector<Slot> slots;
    const std::size_t begin = at;
    for (; at < pieces.size() && slots.size() < kLongestSentence; ++at) {
        const Piece& piece = pieces[at];
        if (piece.boundary && at > begin) break;
        switch (piece.kind) {
            case Piece::Kind::kWord:
                candidates[at] = &finder->find(piece.print, {piece.capitals_line, piece.line_start, marks_only});
                break;
            case Piece::Kind::kNumber: candidates[at] = &carried[0]; break;
            case Piece::Kind::kMark: candidates[at] = &carried[1]; break;
        }
        slots.push_back({candidates[at], piece.boundary});
    }
    std::vector<Choice> found = decoder->decode(slots, history);
    std::move(found.begin(), found.end(), choices.begin() + static_cast<std::ptrdiff_t>(begin));
    if (at < pieces.size()) return;
    at = 0;
    phase = phase == Phase::kFirstPass ? Phase::kLearn : Phase::kWrite;
}

void Restorer::Job::learn() {
    Channel::Evidence evidence;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind != Piece::Kind::kWord) continue;
        const Candidate& best = (*candidates[i])[choices[i].best];
        if (best.first < kFirstRealWord || best.second != 0 || choices[i].probabilities[choices[i].best] < 0.95F) continue;
        finder->align(pieces[i].print, best, evidence);
    }
    channel = std::make_unique<Channel>(tables.channel.with(evidence));
    WordId before = kUnknownWord;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Candidate& best = (*candidates[i])[choices[i].best];
        const bool sure = pieces[i].kind == Piece::Kind::kWord && best.first >= kFirstRealWord && best.second == 0 &&
                          choices[i].probabilities[choices[i].best] >= 0.95F;
        if (pieces[i].boundary) before = kBoundaryWord;
        if (sure) memory.add(before, best.first);
        before = sure ? best.first : kUnknownWord;
    }
    decoder->remember(&memory);
    decoder->look(true);
    begin_pass(Phase::kSecondPass);
}

std::string Restorer::Job::written(std::size_t i, const Candidate& candidate) const {
    const Piece& piece = pieces[i];
    if (piece.kind != Piece::Kind::kWord) return piece.carried;
    if (candidate.first < kFirstRealWord) return base::to_utf8(piece.print);
    const std::string& word = tables.words[candidate.first];
    std::string out;
    const std::u32string letters = base::to_utf32(word);
    bool same_letters = letters.size() + candidate.tail == piece.print.size() && !is_syllable(letters);
    for (std::size_t k = 0; same_letters && k < letters.size(); ++k) {
        same_letters = fold(letters[k]) == fold(piece.print[k]);
    }
    if (same_letters) { // "TTg" keeps its setting
        for (std::size_t k = 0; k < letters.size(); ++k) {
            base::append_utf8(out, is_upper(piece.print[k]) ? upper(letters[k]) : letters[k]);
        }
    } else {
        out = apply_casing(word, casing_of(i, candidate));
    }
    if (candidate.second != 0) {
        const bool title = candidate.second_casing == Casing::kTitle;
        out += ' ' + apply_casing(tables.words[candidate.second], title ? Casing::kTitle : candidate.second_casing);
    }
    return out + base::to_utf8(std::u32string_view(piece.print).substr(piece.print.size() - candidate.tail));
}

// Capitals alone do not make a word a capital one: "HO Chi Minh" is Hồ Chí Minh, where its line and neighbours are not.
Casing Restorer::Job::casing_of(std::size_t i, const Candidate& candidate) const {
    const Piece& piece = pieces[i];
    if (candidate.casing != Casing::kUpper || piece.capitals_line || piece.print.size() > 3) return candidate.casing;
    if (candidate.first < kFirstRealWord || !is_syllable(tables.words[candidate.first])) return candidate.casing;
    const auto in_capitals = [&](std::size_t other) {
        if (other >= pieces.size() || pieces[other].line != piece.line || pieces[other].print.size() < 2) return false;
        return std::all_of(pieces[other].print.begin(), pieces[other].print.end(), [](char32_t c) { return !is_lower(c); });
    };
    return in_capitals(i + 1) || (i > 0 && in_capitals(i - 1)) ? Casing::kUpper : Casing::kTitle;
}

// What stands between two words, with the blank that OCR lost: "phố.Tạo", "2024“Đẩy".
std::string Restorer::Job::between(std::size_t i, std::size_t copied) const {
    std::string gap = source.substr(copied, pieces[i].begin - copied);
    if (i == 0 || pieces[i].kind != Piece::Kind::kWord || pieces[i - 1].line != pieces[i].line) return gap;
    if (gap == "“") return " " + gap;
    const Piece& before = pieces[i - 1];
    const bool sentence = before.kind == Piece::Kind::kWord && before.print.size() >= 2 && is_lower(before.print[0]) &&
                          pieces[i].print.size() >= 2 && is_upper(pieces[i].print[0]);
    return sentence && (gap == "." || gap == ";" || gap == ",") ? gap + " " : gap;
}

void Restorer::Job::write() {
    std::size_t copied = 0;
    std::string& out = result.text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const auto& options = *candidates[i];
        const Choice& choice = choices[i];
        out += between(i, copied);
        copied = piece.end;
        RestoredToken token;
        token.line = piece.line;
        token.source_begin = piece.begin;
        token.source_end = piece.end;
        origin.map(token.source_begin, token.source_end);
        token.begin = out.size();
        token.text = written(i, options[choice.best]);
        out += token.text;
        token.end = out.size();
        token.fixed = piece.kind != Piece::Kind::kWord || options[choice.best].first == kNumberWord;
        if (piece.kind == Piece::Kind::kWord) {
            token.confidence = 0;
            for (std::size_t c = 0; c < options.size(); ++c) {
                const float probability = std::min(choice.probabilities[c], 1.0F);
                std::string text = written(i, options[c]);
                if (text == token.text) {
                    token.confidence += probability;
                } else if (probability >= kLeastAlternative) {
                    token.alternatives.push_back({std::move(text), probability});
                }
            }
            token.confidence = std::min(token.confidence, 1.0F);
            auto& others = token.alternatives;
            std::sort(others.begin(), others.end(), [](const Alternative& a, const Alternative& b) {
                return a.probability != b.probability ? a.probability > b.probability : a.text < b.text;
            });
            if (others.size() > kMostAlternatives) others.resize(kMostAlternatives);
            token.doubtful = token.confidence < kSure;
        }
        result.tokens.push_back(std::move(token));
    }
    out.append(source, copied);
    phase = Phase::kDone;
}

void Restorer::Job::write_untouched() {
    result.already_vietnamese = true;
    std::size_t copied = 0;
    for (const Piece& piece : pieces) {
        result.text.append(source, copied, piece.begin - copied);
        copied = piece.end;
        RestoredToken token;
        token.line = piece.line;
        token.source_begin = piece.begin;
        token.source_end = piece.end;
        origin.map(token.source_begin, token.source_end);
        token.begin = result.text.size();
        token.text = source.substr(piece.begin, piece.end - piece.begin);
        result.text += token.text;
        token.end = result.text.size();
        token.fixed = piece.kind != Piece::Kind::kWord;
        result.tokens.push_back(std::move(token));
    }
    result.text.append(source, copied);
    phase = Phase::kDone;
}

Restorer::Restorer(const LanguageModel& model, std::string source)
    : job_(std::make_unique<Job>(model.tables(), source)) {}
Restorer::~Restorer() = default;
Restorer::Restorer(Restorer&&) noexcept = default;
Restorer& Restorer::operator=(Restorer&&) noexcept = default;

bool Restorer::step(double milliseconds) {
    const auto start = std::chrono::steady_clock::now();
    while (job_->phase != Job::Phase::kDone) {
        job_->work();
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        if (spent.count() >= milliseconds) break;
    }
    return job_->phase == Job::Phase::kDone;
}

float Restorer::progress() const {
    const auto part = [&](std::size_t whole) {
        return whole == 0 ? 1.0F : static_cast<float>(std::min(job_->at, whole)) / static_cast<float>(whole);
    };
    switch (job_->phase) {
        case Job::Phase::kCut: return 0.05F * part(job_->source.size());
        case Job::Phase::kFirstPass: return 0.05F + 0.45F * part(job_->pieces.size());
        case Job::Phase::kLearn: return 0.5F;
        case Job::Phase::kSecondPass: return 0.52F + 0.45F * part(job_->pieces.size());
        case Job::Phase::kWrite: return 0.98F;
        case Job::Phase::kDone: return 1.0F;
    }
    return 1.0F;
}

Restoration Restorer::take() { return std::move(job_->result); }

Restoration restore(const LanguageModel& model, std::string_view source) {
    Restorer restorer(model, std::string(source));
    while (!restorer.step(1000.0)) {
    }
    return restorer.take();
}

}  // namespace thidua::text
