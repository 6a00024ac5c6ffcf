// What the lines of a page are like, after a first look: rough ones, dirty ones, rows of words without a blank.

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "text/job.h"

namespace thidua::text {
namespace {

constexpr std::size_t kLongestSentence = 160;  // words decoded together
constexpr float kRough = 0.8F;                 // nats a printed character; good scans have 0.1 to 0.4
constexpr float kRoughTimes = 3.0F;            // a letter of a rough line, for the channel of such lines
constexpr float kRoughBelief = 30.0F;          // Channel::with
constexpr std::size_t kLeastSigns = 3;         // on the whole page: below, it is clean
constexpr std::size_t kNear = 4;               // lines around that tell how dirty a line is
constexpr float kPageWords = 100.0F;           // the page's own rate weighs as much as that many words
constexpr std::size_t kFew = 8;                // pieces passed over between two looks at the clock

}  // namespace

bool Restorer::Job::LineState::looks_rough() const { return cost > kRough * static_cast<float>(size); }

CandidateFinder::Setting Restorer::Job::setting_of(const Piece& piece) const {
    const LineState& line = lines[static_cast<std::size_t>(piece.line)];
    Setting setting;
    setting.capitals_line = piece.capitals_line;
    setting.line_start = piece.line_start;
    setting.marks_only = marks_only;
    setting.start = piece.boundary || piece.line_start;
    setting.speck = piece.alone ? line.speck : 0;
    setting.edge = piece.edge;
    setting.rough = line.rough;
    return setting;
}

void Restorer::Job::find_segments() {
    segments.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i == 0 || pieces[i].boundary || i - segments.back().begin == kLongestSentence) {
            if (i > 0) segments.back().end = i;
            segments.emplace_back();
            segments.back().begin = i;
        }
    }
    segments.back().end = pieces.size();
}

void Restorer::Job::weigh_lines() {
    std::size_t signs = 0;
    std::size_t words = 0;
    for (LineState& here : lines) {
        here.rough = here.looks_rough();
        signs += here.signs;
        words += here.words;
    }
    if (signs < kLeastSigns) return;
    const float rate = static_cast<float>(signs) / static_cast<float>(words + 200);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        float near = rate * kPageWords;
        float all = kPageWords;
        for (std::size_t k = i < kNear ? 0 : i - kNear; k < std::min(i + kNear + 1, lines.size()); ++k) {
            near += static_cast<float>(lines[k].signs);
            all += static_cast<float>(lines[k].words);
        }
        lines[i].speck = static_cast<unsigned char>(std::clamp(-std::log(near / all) / kSpeckStep, 1.0F, 40.0F));
    }
}

void Restorer::Job::renew_rough_channel() {
    const bool any = std::any_of(lines.begin(), lines.end(), [](const LineState& line) { return line.rough; });
    if (!any) return;
    Channel::Evidence all = evidence;
    all.add(rough_evidence, kRoughTimes);
    rough_channel = std::make_unique<Channel>(tables->channel.with(all, kRoughBelief));
    finder->use(*channel, *rough_channel);
}

// Prints that no word explains may be whole rows of words: "TINHCAMAU", "vachuyénd6is6".
void Restorer::Job::take_apart() {
    if (at == 0) apart.clear();
    for (std::size_t few = 0; few < kFew && at < pieces.size(); ++few) {
        const Piece& piece = pieces[at];
        std::vector<std::size_t> cuts;
        if (piece.kind == Piece::Kind::kWord && (*candidates[at])[choices[at].best].first == kUnknownWord) {
            cuts = finder->cuts(piece.print, piece.capitals_line);
            few = kFew;  // that takes long
        }
        cuts.push_back(piece.print.size());
        std::size_t from = 0;
        std::size_t byte = piece.begin;
        for (const std::size_t cut : cuts) {
            apart.push_back(piece);
            Piece& part = apart.back();
            if (cuts.size() > 1) {
                part.print = piece.print.substr(from, cut - from);
                part.begin = byte;
                byte += base::to_utf8(part.print).size();
                part.end = byte;
                part.alone = part.edge = false;
                part.read = part.second = kUnknownWord;
            }
            if (from > 0) {
                part.joined = true;
                part.boundary = part.line_start = false;
            }
            from = cut;
        }
        ++at;
    }
    if (at < pieces.size()) return;
    if (apart.size() > pieces.size()) {
        pieces.swap(apart);
        candidates.assign(pieces.size(), nullptr);
        choices.assign(pieces.size(), {});
        find_segments();
    }
    apart.clear();
    at = 0;
    phase = Phase::kFormulas;
}

}  // namespace thidua::text
