#include "app/intake_flow.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "app/data_file.h"
#include "intake/plan_reader.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

constexpr double kSlowSeconds = 8;

}  // namespace

/// Where a late answer of Host::fetch lands: the flow may be cancelled or gone by then.
struct IntakeFlow::Delivery {
    bool arrived = false;
    float progress = 0;
    double heard_at = 0;
    base::Result<std::string> bytes = std::string();
};

void IntakeFlow::start(std::string name, std::string source, Host& host) {
    cancel();
    name_ = std::move(name);
    source_ = std::move(source);
    host_ = &host;
    stage_ = Stage::kRestoring;
    restorer_ = std::make_unique<text::Restorer>(source_);
    host.request_frame(0);
}

void IntakeFlow::retry() {
    if (stage_ == Stage::kFailed && !model_) fetch_model();
}

void IntakeFlow::fetch_model() {
    stage_ = Stage::kModel;
    progress_ = 0;
    error_ = {};
    delivery_ = std::make_shared<Delivery>();
    delivery_->heard_at = host_->now();
    const std::weak_ptr<Delivery> weak = delivery_;
    Host& host = *host_;
    host.fetch(
        std::string(kLanguageModelFile),
        [weak, &host](float progress) {
            const auto delivery = weak.lock();
            if (!delivery) return;
            delivery->progress = progress;
            delivery->heard_at = host.now();
            host.request_frame(0);
        },
        [weak, &host](base::Result<std::string> bytes) {
            if (const auto delivery = weak.lock()) {
                delivery->bytes = std::move(bytes);
                delivery->arrived = true;
                host.request_frame(0);
            }
        });
}

bool IntakeFlow::slow() const {
    return stage_ == Stage::kModel && delivery_ && host_->now() - delivery_->heard_at > kSlowSeconds;
}

void IntakeFlow::skip_restoring() {
    if (stage_ != Stage::kModel && stage_ != Stage::kRestoring && stage_ != Stage::kFailed) return;
    delivery_.reset();
    loader_.reset();
    restorer_.reset();
    plain_.text = text::nfc(source_);
    unrestored_ = true;
    stage_ = Stage::kReview;
    ++revision_;
}

bool IntakeFlow::work(double milliseconds) {
    switch (stage_) {
        case Stage::kModel: return work_on_model(milliseconds);
        case Stage::kRestoring: return work_on_text(milliseconds);
        case Stage::kReview: break;
        default: return false;
    }
    if (!learning_) return read_on(milliseconds);
    if (restorer_->step(milliseconds)) lesson_done();
    return true;
}

bool IntakeFlow::work_on_model(double milliseconds) {
    if (!loader_) {
        progress_ = delivery_->progress;
        if (!delivery_->arrived) {
            host_->request_frame(1);  // to say that it is slow
            return false;
        }
        auto bytes = std::move(delivery_->bytes);
        delivery_.reset();
        if (!bytes) {
            error_ = bytes.error();
            stage_ = Stage::kFailed;
            return false;
        }
        loader_ = std::make_unique<text::ModelLoader>(std::move(*bytes));
        return true;
    }
    if (!loader_->step(milliseconds)) return true;
    base::Result<text::LanguageModel> model = loader_->take();
    loader_.reset();
    if (!model) {
        error_ = model.error();
        stage_ = Stage::kFailed;
        return false;
    }
    model_ = std::make_shared<const text::LanguageModel>(std::move(*model));
    stage_ = Stage::kRestoring;
    progress_ = 0;
    return true;
}

bool IntakeFlow::work_on_text(double milliseconds) {
    if (restorer_->wants_model()) {
        if (!model_) {
            fetch_model();
            return delivery_->arrived;
        }
        restorer_->use(*model_);
    }
    const bool done = restorer_->step(milliseconds);
    progress_ = restorer_->progress();
    if (!done) return true;
    shown_.clear();
    for (const text::RestoredToken& token : restoration().tokens) shown_.push_back(token.text);
    stage_ = Stage::kReview;
    ++revision_;
    return true;  // its structure is read next
}

void IntakeFlow::lesson_done() {
    for (const std::size_t token : restorer_->changed()) {
        const text::RestoredToken& now = restoration().tokens[token];
        if (shown_[token] == now.text) continue;
        if (counting_ && !now.chosen) ++also_changed_;
        shown_[token] = now.text;
    }
    learning_ = counting_ = false;
    ++revision_;
}

std::size_t IntakeFlow::take_also_changed() { return std::exchange(also_changed_, 0); }

void IntakeFlow::cancel() {
    stage_ = Stage::kEmpty;
    progress_ = 0;
    delivery_.reset();
    loader_.reset();
    restorer_.reset();
    reader_.reset();
    reader_revision_ = -1;
    plain_ = {};
    shown_.clear();
    steps_.clear();
    unrestored_ = learning_ = counting_ = false;
    also_changed_ = 0;
    error_ = {};
    ++revision_;
}

std::size_t IntakeFlow::open_doubts() const {
    const auto& tokens = restoration().tokens;
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [](const text::RestoredToken& token) { return token.doubtful; }));
}

std::optional<std::size_t> IntakeFlow::next_doubt(std::optional<std::size_t> from, bool backwards) const {
    const std::size_t size = restoration().tokens.size();
    if (size == 0) return std::nullopt;
    std::size_t at = from ? *from % size : (backwards ? 0 : size - 1);
    for (std::size_t tried = 0; tried < size; ++tried) {
        at = backwards ? (at + size - 1) % size : (at + 1) % size;
        if (is_open_doubt(at)) return at;
    }
    return std::nullopt;
}

void IntakeFlow::settle(std::size_t index, std::string text) {
    if (stage_ != Stage::kReview || index >= restoration().tokens.size()) return;
    steps_.push_back({index, is_settled(index) ? std::optional(token_text(index)) : std::nullopt});
    restorer_->teach(index, text);
    learning_ = counting_ = true;
    ++revision_;
    host_->request_frame(0);
}

std::optional<std::size_t> IntakeFlow::undo() {
    if (steps_.empty()) return std::nullopt;
    const Step step = std::move(steps_.back());
    steps_.pop_back();
    if (step.before) {
        restorer_->teach(step.token, *step.before);
    } else {
        restorer_->forget(step.token);
    }
    learning_ = true;
    counting_ = false;
    ++revision_;
    host_->request_frame(0);
    return step.token;
}

bool IntakeFlow::read_on(double milliseconds) {
    if (reader_revision_ != revision_) {
        std::vector<intake::DoubtfulRange> doubtful;
        for (const text::RestoredToken& token : restoration().tokens) {
            if (token.doubtful) doubtful.push_back({token.begin, token.end});
        }
        intake::ReadOptions options;
        options.doubtful = doubtful;
        reader_ = std::make_unique<intake::PlanReader>(accepted_text(), options);
        reader_revision_ = revision_;
        read_whole_ = false;
    }
    if (!read_whole_) read_whole_ = reader_->step(milliseconds);
    return !read_whole_;
}

office::PlanBundle IntakeFlow::read() {
    read_on(std::numeric_limits<double>::infinity());
    office::PlanBundle bundle = reader_->result().bundle;
    bundle.plan.source_text = source_;
    return bundle;
}

}  // namespace thidua::app
