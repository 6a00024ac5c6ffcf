#pragma once
// One scan on its way in: restored in slices, reviewed, corrected, accepted. No drawing, no storage.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/host.h"
#include "base/result.h"
#include "intake/plan_reader.h"
#include "office/plan.h"
#include "text/restore.h"

namespace thidua::app {

class IntakeFlow {
public:
    enum class Stage {
        kEmpty,  ///< waits for a file or a paste
        kModel,  ///< the language model is on its way
        kRestoring,
        kReview,  ///< a person looks at it
        kFailed,  ///< `error()` says why; the source is kept
    };

    /// Begins with `source` (UTF-8 text). What needs restoring fetches the language model through `host` if it is not
    /// here yet; text that is good Vietnamese already, or of another language, goes straight to review.
    void start(std::string name, std::string source, Host& host);
    /// Works for about `milliseconds`; true while there is more to do at once (what is on its way wakes the host).
    bool work(double milliseconds);
    void cancel();
    /// In kFailed: asks for the model again.
    void retry();
    /// In kModel, kRestoring or kFailed: goes to review with the text as it came, so that a plan can be read without
    /// the model. Nothing is restored and nothing counts as doubtful.
    void skip_restoring();
    bool unrestored() const { return unrestored_; }
    /// In kModel: nothing has arrived for some seconds.
    bool slow() const;

    Stage stage() const { return stage_; }
    /// 0..1 of the current stage.
    float progress() const { return progress_; }
    const base::Error& error() const { return error_; }
    const std::string& name() const { return name_; }
    const std::string& source() const { return source_; }

    /// Valid in kReview; corrections are in it at once, what they teach follows by work().
    const text::Restoration& restoration() const { return restorer_ ? restorer_->result() : plain_; }
    const std::string& token_text(std::size_t index) const { return restoration().tokens[index].text; }
    /// True when the token is doubtful and nobody has looked at it yet.
    bool is_open_doubt(std::size_t index) const { return restoration().tokens[index].doubtful; }
    /// True when a person settled the token.
    bool is_settled(std::size_t index) const { return restoration().tokens[index].chosen; }
    std::size_t open_doubts() const;
    /// The next open doubt behind `from` (wraps); nullopt when none is left.
    std::optional<std::size_t> next_doubt(std::optional<std::size_t> from, bool backwards = false) const;
    /// A person settled token `index`: with its own text (confirm), an alternative or typed words. It teaches the rest
    /// of the document.
    void settle(std::size_t index, std::string text);
    bool can_undo() const { return !steps_.empty(); }
    /// Takes the last settle() back, with what it taught; the token it was about.
    std::optional<std::size_t> undo();
    /// How many words read otherwise because of settle() since the last call.
    std::size_t take_also_changed();

    /// The text as it would be accepted now: same lines as the source.
    const std::string& accepted_text() const { return restoration().text; }
    /// Counts each change of what is shown, so that pages are laid out only then.
    int revision() const { return revision_; }

    /// The structure read from the accepted text; source and text are kept with the plan. While a person reviews,
    /// work() reads it in slices; what is left is read at once.
    office::PlanBundle read();

private:
    struct Delivery;  ///< outlives the flow when a fetch comes back late

    struct Step {
        std::size_t token = 0;
        std::optional<std::string> before;  ///< what a person had chosen
    };

    void fetch_model();
    bool work_on_model(double milliseconds);
    bool work_on_text(double milliseconds);
    void lesson_done();
    /// Reads the structure of what is shown now; true while there is more.
    bool read_on(double milliseconds);

    Stage stage_ = Stage::kEmpty;
    float progress_ = 0;
    base::Error error_;
    std::string name_;
    std::string source_;
    Host* host_ = nullptr;
    std::shared_ptr<Delivery> delivery_;
    std::unique_ptr<text::ModelLoader> loader_;
    std::shared_ptr<const text::LanguageModel> model_;
    std::unique_ptr<text::Restorer> restorer_;  ///< also the pupil of the review
    text::Restoration plain_;                   ///< stands in where nothing was restored
    bool unrestored_ = false;
    std::vector<Step> steps_;
    std::vector<std::string> shown_;  ///< the tokens' texts before the lesson under way
    bool learning_ = false;
    bool counting_ = false;  ///< the lesson came from settle(), not from undo()
    std::size_t also_changed_ = 0;
    int revision_ = 0;
    std::unique_ptr<intake::PlanReader> reader_;
    int reader_revision_ = -1;  ///< what it reads
    bool read_whole_ = false;
};

}  // namespace thidua::app
