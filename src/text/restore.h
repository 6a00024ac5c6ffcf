#pragma once
// Restores Vietnamese from a bad text layer: letters lost or mangled by OCR, or typed without marks. A noisy channel
// (how each letter comes out of OCR) meets a model of official Vietnamese; numbers, dates and document codes are
// carried by pattern. Lines stay lines. The model is built by tools/train-lm; figures are in docs/text.md.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace thidua::text {

/// Syllable trigrams and the channel, as data/text/restore.lm holds them. Cheap to copy: copies share one table.
class LanguageModel {
public:
    /// Checks and unpacks the bytes of the file (they need not outlive the call). Fails on foreign or damaged data.
    static base::Result<LanguageModel> load(std::string_view bytes);

    struct Tables;
    const Tables& tables() const { return *tables_; }

private:
    friend class ModelLoader;
    std::shared_ptr<const Tables> tables_;
};

/// The same in slices, so that a page stays responsive: unpacking takes some ten milliseconds.
class ModelLoader {
public:
    explicit ModelLoader(std::string bytes);
    ~ModelLoader();
    ModelLoader(ModelLoader&&) noexcept;
    ModelLoader& operator=(ModelLoader&&) noexcept;

    /// Works for that long, a fraction of a millisecond over at most, and says whether all is done. 0: the least piece
    /// of work there is.
    bool step(double milliseconds);
    float progress() const;  ///< 0..1
    /// The model, or why there is none; call once, after step() said it is done.
    base::Result<LanguageModel> take();

private:
    struct Job;
    std::unique_ptr<Job> job_;
};

struct Alternative {
    std::string text;
    float probability = 0;  ///< 0..1, the model's belief
};

/// One word of the text: what stands between blanks, without the punctuation around it.
struct RestoredToken {
    int line = 0;                  ///< from 0
    std::size_t source_begin = 0;  ///< bytes in the source
    std::size_t source_end = 0;
    std::size_t begin = 0;  ///< bytes in the restored text
    std::size_t end = 0;
    std::string text;                       ///< restored.substr(begin, end - begin); empty: dirt, no word (doubtful)
    float confidence = 1;                   ///< 0..1: belief that `text` is what the page says
    bool doubtful = false;                  ///< worth a person's look
    bool fixed = false;                     ///< number, date, code or list mark: carried by pattern, not by the model
    bool chosen = false;                    ///< a person chose it (Restorer::teach)
    std::vector<Alternative> alternatives;  ///< other readings, best first; at most 8; empty when there is no other
};

struct Restoration {
    std::string text;  ///< as many lines as the source, NFC
    std::vector<RestoredToken> tokens;
    bool already_vietnamese = false;  ///< the source was good Vietnamese: only composed (NFC), no word changed
};

/// Restoration as a job in slices, so that a page stays responsive, and afterwards the pupil of whoever reviews it. The
/// model must outlive the job; dropping the object cancels it.
///
///     Restorer job(model, source);
///     while (!job.step(2.5)) draw();              // restore
///     job.teach(17, "Hoằng");                     // a person corrects one word ...
///     while (!job.step(2.5)) draw();              // ... and the words like it follow
///     for (std::size_t token : job.changed()) redraw(job.result().tokens[token]);
class Restorer {
public:
    Restorer(const LanguageModel& model, std::string source);
    /// Without a model so far: text that is good already, or of another language, needs none. For any other step()
    /// stops, not done, once wants_model() is true, and goes on behind use().
    explicit Restorer(std::string source);
    bool wants_model() const;
    void use(const LanguageModel& model);  ///< it must outlive the job
    ~Restorer();
    Restorer(Restorer&&) noexcept;
    Restorer& operator=(Restorer&&) noexcept;

    /// Works for that long, a fraction of a millisecond over at most, and says whether all is done. 0: the least
    /// piece of work there is.
    bool step(double milliseconds);
    float progress() const;  ///< 0..1; after teach() of what that set in motion

    /// The result; empty until step() has said once that all is done. While a lesson is at work it stays as it was, but
    /// for the taught token. Tokens keep their number for good; their places in the text may move.
    const Restoration& result() const;
    /// The result moved out: for those who have nothing to teach. Call once, as the last thing.
    Restoration take();

    /// A person chose `text` for a token of result(): another reading, typed words, or the token's own text to confirm
    /// it. It stays as chosen (line breaks become blanks). Then, by step(): words printed the same way prefer it,
    /// doubtful words that share the letter confusion are weighed anew, and so are the neighbours of all these. Words
    /// that a person chose never change. Ignored before the first result and for numbers beyond the tokens.
    void teach(std::size_t token, std::string_view text);
    /// Takes the choice back (the token reads as before at once), and by step() what it taught.
    void forget(std::size_t token);
    /// Tokens that the lessons since the last finished step() changed in text or doubt, those taught included;
    /// ascending. Valid when step() says done; the first result counts as no change.
    const std::vector<std::size_t>& changed() const;

private:
    struct Job;
    std::unique_ptr<Job> job_;
};

/// The whole text at once.
Restoration restore(const LanguageModel& model, std::string_view source);

}  // namespace thidua::text
