#include "review.h"

#include <algorithm>
#include <map>

namespace score {

using namespace thidua;

Review review(const text::LanguageModel& model, const std::string& source, const std::string& gold) {
    text::Restorer job(model, source);
    const auto finish = [&] {
        while (!job.step(1000.0)) {
        }
    };
    finish();
    Review review;
    std::map<std::size_t, std::string> wrong;
    compare(gold, job.result(), nullptr, &wrong);
    for (const auto& [token, text] : wrong) review.wrong_before += job.result().tokens[token].doubtful;
    for (std::size_t at = 0; at < job.result().tokens.size(); ++at) {
        const text::RestoredToken& token = job.result().tokens[at];
        const auto correction = wrong.find(at);
        if (!token.doubtful || token.chosen || correction == wrong.end()) continue;
        job.teach(at, correction->second);
        finish();
        ++review.corrected;
        review.decoded_at_most = std::max(review.decoded_at_most, job.changed().size());
        std::map<std::size_t, std::string> now;
        compare(gold, job.result(), nullptr, &now);
        for (const auto& [t, text] : wrong) review.followed += t != at && !now.contains(t);
        for (const auto& [t, text] : now) review.spoilt += !wrong.contains(t);
        wrong = std::move(now);
    }
    review.after = compare(gold, job.result());
    return review;
}

}  // namespace score
