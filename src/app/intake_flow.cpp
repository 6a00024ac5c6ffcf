#include "app/intake_flow.h"

#include <algorithm>
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
    if (model_) {
        begin_restoring();
    } else {
        fetch_model();
    }
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
    return stage_ == Stage::kModel && host_->now() - delivery_->heard_at > kSlowSeconds;
}

void IntakeFlow::skip_restoring() {
    if (stage_ != Stage::kModel && stage_ != Stage::kRestoring && stage_ != Stage::kFailed) return;
    delivery_.reset();
    restorer_.reset();
    restoration_ = {};
    restoration_.text = text::nfc(source_);
    unrestored_ = true;
    stage_ = Stage::kReview;
    ++revision_;
}

void IntakeFlow::begin_restoring() {
    stage_ = Stage::kRestoring;
    progress_ = 0;
    restorer_.reset();  // made in the first slice, which composes the whole text
}

bool IntakeFlow::work(double milliseconds) {
    if (stage_ == Stage::kModel) {
        progress_ = delivery_->progress;
        if (!delivery_->arrived) {
            host_->request_frame(1);  // to say that it is slow
            return false;
        }
        auto bytes = std::move(delivery_->bytes);
        delivery_.reset();
        base::Result<text::LanguageModel> model =
            bytes ? text::LanguageModel::load(*bytes)
                  : base::Result<text::LanguageModel>(tl::unexpected<base::Error>(bytes.error()));
        if (!model) {
            error_ = model.error();
            stage_ = Stage::kFailed;
            return false;
        }
        model_ = std::make_shared<const text::LanguageModel>(std::move(*model));
        begin_restoring();
        return true;
    }
    if (stage_ != Stage::kRestoring) return false;
    if (!restorer_) {
        restorer_ = std::make_unique<text::Restorer>(*model_, source_);
        return true;
    }
    const bool done = restorer_->step(milliseconds);
    progress_ = restorer_->progress();
    if (!done) return true;
    restoration_ = restorer_->take();
    restorer_.reset();
    stage_ = Stage::kReview;
    ++revision_;
    return false;
}

void IntakeFlow::cancel() {
    stage_ = Stage::kEmpty;
    progress_ = 0;
    delivery_.reset();
    restorer_.reset();
    restoration_ = {};
    settled_.clear();
    steps_.clear();
    unrestored_ = false;
    error_ = {};
    ++revision_;
}

const std::string& IntakeFlow::token_text(std::size_t index) const {
    const auto found = settled_.find(index);
    return found != settled_.end() ? found->second : restoration_.tokens[index].text;
}

bool IntakeFlow::is_open_doubt(std::size_t index) const {
    return restoration_.tokens[index].doubtful && !settled_.contains(index);
}

std::size_t IntakeFlow::open_doubts() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < restoration_.tokens.size(); ++i) {
        if (is_open_doubt(i)) ++count;
    }
    return count;
}

std::optional<std::size_t> IntakeFlow::next_doubt(std::optional<std::size_t> from,
                                                  bool backwards) const {
    const std::size_t size = restoration_.tokens.size();
    if (size == 0) return std::nullopt;
    std::size_t at = from ? *from % size : (backwards ? 0 : size - 1);
    for (std::size_t tried = 0; tried < size; ++tried) {
        at = backwards ? (at + size - 1) % size : (at + 1) % size;
        if (is_open_doubt(at)) return at;
    }
    return std::nullopt;
}

void IntakeFlow::change(std::size_t token, std::string text, std::vector<Change>& step) {
    const auto found = settled_.find(token);
    step.push_back({token, found == settled_.end() ? std::nullopt : std::optional(found->second)});
    settled_[token] = std::move(text);
}

std::size_t IntakeFlow::settle(std::size_t index, std::string text) {
    if (index >= restoration_.tokens.size()) return 0;
    std::vector<Change> step;
    change(index, std::move(text), step);
    const std::size_t others = step.size() - 1;
    steps_.push_back(std::move(step));
    ++revision_;
    return others;
}

std::optional<std::size_t> IntakeFlow::undo() {
    if (steps_.empty()) return std::nullopt;
    const std::vector<Change> step = std::move(steps_.back());
    steps_.pop_back();
    for (auto change = step.rbegin(); change != step.rend(); ++change) {
        if (change->before) {
            settled_[change->token] = *change->before;
        } else {
            settled_.erase(change->token);
        }
    }
    ++revision_;
    return step.front().token;
}

std::string IntakeFlow::accepted_text() const {
    std::string out;
    std::size_t at = 0;
    for (const auto& [index, text] : settled_) {  // in order of tokens
        const text::RestoredToken& token = restoration_.tokens[index];
        out.append(restoration_.text, at, token.begin - at);
        out += text;
        at = token.end;
    }
    out.append(restoration_.text, at, std::string::npos);
    return out;
}

office::PlanBundle IntakeFlow::read() const {
    std::string accepted = accepted_text();
    std::vector<intake::DoubtfulRange> doubtful;
    std::ptrdiff_t moved = 0;  // corrections before a token shift it
    for (std::size_t i = 0; i < restoration_.tokens.size(); ++i) {
        const text::RestoredToken& token = restoration_.tokens[i];
        const auto begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(token.begin) + moved);
        const std::size_t size = token_text(i).size();
        if (is_open_doubt(i)) doubtful.push_back({begin, begin + size});
        moved += static_cast<std::ptrdiff_t>(size) - static_cast<std::ptrdiff_t>(token.end - token.begin);
    }
    intake::ReadOptions options;
    options.doubtful = doubtful;
    office::PlanBundle bundle = intake::read_plan(accepted, options);
    bundle.plan.source_text = source_;
    bundle.plan.restored_text = std::move(accepted);
    return bundle;
}

}  // namespace thidua::app
