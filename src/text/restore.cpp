#include "text/restore.h"

#include <chrono>

#include "text/job.h"

namespace thidua::text {

Restorer::Restorer(const LanguageModel& model, std::string source) : Restorer(std::move(source)) { use(model); }
Restorer::Restorer(std::string source) : job_(std::make_unique<Job>(std::move(source))) {}
Restorer::~Restorer() = default;
Restorer::Restorer(Restorer&&) noexcept = default;
Restorer& Restorer::operator=(Restorer&&) noexcept = default;

bool Restorer::step(double milliseconds) {
    const auto start = std::chrono::steady_clock::now();
    while (job_->phase != Job::Phase::kDone && !job_->waits()) {
        job_->work();
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        if (spent.count() >= milliseconds) break;
    }
    return job_->phase == Job::Phase::kDone;
}

bool Restorer::wants_model() const { return job_->waits(); }
void Restorer::use(const LanguageModel& model) { job_->tables = &model.tables(); }
float Restorer::progress() const { return job_->progress(); }
const Restoration& Restorer::result() const { return job_->result; }
Restoration Restorer::take() { return std::move(job_->result); }
void Restorer::teach(std::size_t token, std::string_view text) { job_->teach(token, text); }
void Restorer::forget(std::size_t token) { job_->forget(token); }
const std::vector<std::size_t>& Restorer::changed() const { return job_->changed; }

Restoration restore(const LanguageModel& model, std::string_view source) {
    Restorer restorer(model, std::string(source));
    while (!restorer.step(1000.0)) {
    }
    return restorer.take();
}

}  // namespace thidua::text
