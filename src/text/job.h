#pragma once
// The work of a Restorer in small units; the clock is read between them. Internal.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/candidates.h"
#include "text/channel.h"
#include "text/decode.h"
#include "text/model.h"
#include "text/origin.h"
#include "text/pieces.h"
#include "text/restore.h"
#include "text/survey.h"

namespace thidua::text {

struct Restorer::Job {
    enum class Phase : unsigned char {
        kCompose,     ///< NFC
        kCut,         ///< lines into pieces
        kModel,       ///< there is something to restore: from here on a model is needed
        kFirstPass,   ///< decoded as any scan
        kLearn,       ///< how this scanner prints, what this document speaks of
        kTakeApart,   ///< rows of words without a blank
        kFormulas,    ///< where formulas seem to stand
        kSecondPass,  ///< decoded with that
        kAffected,    ///< a lesson: which prints it bears on
        kRenew,       ///< ... their candidates
        kMark,        ///< ... their sentences
        kLessonPass,  ///< ... these decoded again
        kWrite,
        kDone,
    };

    explicit Job(std::string text) : origin(std::move(text)) {}

    /// The least piece of work.
    void work();
    float progress() const;
    void teach(std::size_t token, std::string_view text);
    void forget(std::size_t token);

    bool waits() const { return phase == Phase::kModel && tables == nullptr; }

    const LanguageModel::Tables* tables = nullptr;
    Phase phase = Phase::kCompose;
    Restoration result;
    std::vector<std::size_t> changed;  ///< tokens
    bool ready = false;                ///< there is a result

private:
    /// Pieces decoded together.
    struct Segment {
        std::size_t begin = 0, end = 0;
        History before;
        bool stale = false;  ///< a lesson bears on it
    };
    /// What one line is like.
    struct LineState {
        float cost = 0;           ///< of the channel, of what the first pass chose
        std::size_t size = 0;     ///< printed characters of these words
        std::size_t signs = 0;    ///< that stand alone: dirt
        std::size_t words = 0;    ///< pieces
        bool rough = false;       ///< the OCR made little of it
        unsigned char speck = 0;  ///< CandidateFinder::Setting::speck
        bool looks_rough() const;
    };
    /// What a person chose for one piece.
    struct Lesson {
        std::string text;
        std::vector<Alternative> others;  ///< what else it could have been
        RestoredToken was;                ///< before anybody chose
        std::vector<Candidate> only;      ///< one: `text`
        std::vector<CandidateFinder::Aligned> letters;
        std::vector<std::u32string> confusions;  ///< printed letters that the model had read otherwise
        WordId before = kUnknownWord;            ///< the pair that the memory was told; word 0: nothing
        WordId word = kUnknownWord;
    };
    /// A lesson given or taken back whose consequences are not drawn yet.
    struct Pending {
        std::size_t token;
        std::u32string print;  ///< lower case: words printed like this follow
        std::vector<std::u32string> confusions;
    };
    using Setting = CandidateFinder::Setting;

    void cut();
    void look_at_words();
    void begin_decoding();
    void repair_mark(Piece& piece);
    void begin_pass(Phase next);
    bool decode_some();
    void learn();
    void renew_channel();
    Setting setting_of(const Piece& piece) const;
    LineState& line_of(const Piece& piece) { return lines[static_cast<std::size_t>(piece.line)]; }
    void weigh_lines();
    void renew_rough_channel();
    void take_apart();
    void find_formulas();
    const std::vector<Candidate>& candidates_of(std::size_t i);
    void add_reading(const Piece& piece, WordId word, WordId second, float dearer, std::vector<Candidate>& options);
    void add_names(std::size_t i, std::vector<Candidate>& options);
    float name_share(std::size_t i) const;
    void find_segments();

    Lesson lesson_of(std::size_t token, std::string_view text);
    void remove_lesson(std::size_t token);
    void draw_consequences(std::size_t token, std::vector<std::u32string> confusions);
    void replace_shown(std::size_t token, const std::string& text);
    void find_affected();
    void renew_some();
    void mark_stale();
    bool bears_on(const Pending& lesson, std::size_t i) const;
    void apply_lessons(const Piece& piece, std::vector<Candidate>& options) const;
    std::u32string letters_of(const Candidate& candidate) const;

    void write_some();
    RestoredToken token_of(std::size_t i) const;
    void weigh_readings(std::size_t i, RestoredToken& token) const;
    std::string written(std::size_t i, const Candidate& candidate) const;
    Casing casing_of(std::size_t i, const Candidate& candidate) const;
    std::string between(std::size_t i, std::size_t from) const;
    void close_gap(std::string_view gap);
    void finish_writing();

    Origin origin;
    std::size_t at = 0;  ///< byte of the source or piece, by phase
    int line = 0;
    bool line_head = true;  ///< nothing of the line was cut yet
    bool boundary = true;
    bool marks_only = false;
    bool untouched = false;                            ///< good already
    std::string last_letter, last_roman, last_figure;  ///< list marks met last
    Survey survey;
    std::vector<Piece> pieces;
    std::vector<Segment> segments;
    std::vector<std::size_t> todo;  ///< segments of this pass
    std::size_t next = 0;           ///< into todo
    bool going_back = false;        ///< the decoder is on its way back over the segment
    std::vector<Choice> choices;
    std::vector<const std::vector<Candidate>*> candidates;
    std::vector<std::vector<Candidate>> carried;  ///< one candidate each for what is not decided
    std::unique_ptr<Channel> channel;
    std::unique_ptr<CandidateFinder> finder;
    std::unique_ptr<Decoder> decoder;
    Channel::Evidence evidence;              ///< of all sure words
    Channel::Evidence rough_evidence;        ///< of those in rough lines
    std::unique_ptr<Channel> rough_channel;  ///< how the scanner prints there; none when there is no such line
    std::vector<LineState> lines;
    std::vector<Piece> apart;  ///< the pieces, with those that are rows of words taken apart
    /// What the lists say of a piece that the first pass was not sure of.
    struct Hint {
        WordId word = kUnknownWord;      ///< that a formula has here
        WordId second = kUnknownWord;    ///< and when two ran together
        float worth = 0;                 ///< nats
        std::vector<Candidate> options;  ///< the finder's, with these in mind
    };
    std::map<std::size_t, Hint> hints;  ///< by piece
    std::vector<Formulas::Said> said;   ///< what the first pass read, while formulas are looked for
    Memory memory;
    WordId before = kUnknownWord;  ///< while learning
    Restoration fresh;             ///< being written
    std::size_t copied = 0;        ///< of the composed text

    std::map<std::size_t, Lesson> lessons;  ///< by token
    std::vector<Pending> pending;
    std::vector<std::string> typed;    ///< texts that are no words of the model; Candidate::taught counts them
    std::vector<std::size_t> renewed;  ///< pieces whose candidates are found anew
    std::unordered_set<const std::vector<Candidate>*> affected;
    std::vector<std::size_t> touched;  ///< tokens taught since the last result
};

}  // namespace thidua::text
