#include "app/intake_flow.h"

#include <algorithm>
#include <utility>

#include "app/data_file.h"
#include "intake/plan_reader.h"

namespace thidua::app {

/// Where a late answer of Host::fetch lands: the flow may be cancelled or gone by then.
struct IntakeFlow::Delivery {
    bool arrived = false;
    float progress = 0;
    base::Result<std::string> bytes = std::string();
};

void IntakeFlow::start(std::string name, std::string source, Host& host) {
    cancel();
    name_ = std::move(name);
    source_ = std::move(source);
    if (model_) {
        begin_restoring();
        return;
    }
    stage_ = Stage::kModel;
    progress_ = 0;
    delivery_ = std::make_shared<Delivery>();
    const std::weak_ptr<Delivery> weak = delivery_;
    host.fetch(
        std::string(kLanguageModelFile),
        [weak](float progress) {
            if (const auto delivery = weak.lock()) delivery->progress = progress;
        },
        [weak, &host](base::Result<std::string> bytes) {
            if (const auto delivery = weak.lock()) {
                delivery->bytes = std::move(bytes);
                delivery->arrived = true;
                host.request_frame(0);
            }
        });
}

void IntakeFlow::begin_restoring() {
    stage_ = Stage::kRestoring;
    progress_ = 0;
    restorer_ = std::make_unique<text::Restorer>(*model_, source_);
}

bool IntakeFlow::work(double milliseconds) {
    if (stage_ == Stage::kModel) {
        progress_ = delivery_->progress;
        if (!delivery_->arrived) return true;
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

void IntakeFlow::settle(std::size_t index, std::string text) {
    if (index >= restoration_.tokens.size()) return;
    settled_[index] = std::move(text);
    ++revision_;
}

void IntakeFlow::reopen(std::size_t index) {
    if (settled_.erase(index) > 0) ++revision_;
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
