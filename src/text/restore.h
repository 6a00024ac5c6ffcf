#pragma once
// Restores Vietnamese from a bad text layer: letters lost or mangled by OCR, or typed without marks. A noisy channel
// (how each letter comes out of OCR) meets a model of official Vietnamese; numbers, dates and document codes are carried
// by pattern. Lines stay lines. The model is built by tools/train-lm; figures are in docs/text.md.

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
    std::shared_ptr<const Tables> tables_;
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
    std::string text;       ///< restored.substr(begin, end - begin)
    float confidence = 1;   ///< 0..1: belief that `text` is what the page says
    bool doubtful = false;  ///< worth a person's look
    bool fixed = false;     ///< number, date, code or list mark: carried by pattern, not by the model
    std::vector<Alternative> alternatives;  ///< other readings, best first; at most 8; empty when there is no other
};

struct Restoration {
    std::string text;  ///< as many lines as the source, NFC
    std::vector<RestoredToken> tokens;
    bool already_vietnamese = false;  ///< the source was good Vietnamese: only composed (NFC), no word changed
};

/// Restoration as a job in slices, so that a page stays responsive. The model must outlive the job; dropping the
/// object cancels it.
class Restorer {
  public:
    Restorer(const LanguageModel& model, std::string source);
    ~Restorer();
    Restorer(Restorer&&) noexcept;
    Restorer& operator=(Restorer&&) noexcept;

    /// Works for about that long (the clock is read every line) and says whether all is done.
    bool step(double milliseconds);
    float progress() const;  ///< 0..1
    /// The result; call once, after step() said it is done.
    Restoration take();

  private:
    struct Job;
    std::unique_ptr<Job> job_;
};

/// The whole text at once.
Restoration restore(const LanguageModel& model, std::string_view source);

}  // namespace thidua::text
