#include "law/ballot.h"

#include <algorithm>

namespace thidua::law {
namespace {

/// "5,6" of 80 % of 7.
std::string exact_share(int percent, int members) {
    const int hundredths = percent * members;
    std::string text = std::to_string(hundredths / 100);
    const int rest = hundredths % 100;
    if (rest == 0) return text;
    text += "," + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
    if (text.back() == '0') text.pop_back();
    return text;
}

std::string with_point(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

base::Result<BallotResult> refuse(std::string vi, std::string en) {
    return base::fail(base::ErrorKind::kBadInput, std::move(vi), std::move(en));
}

}  // namespace

int votes_needed(int percent, int members) { return (percent * members + 99) / 100; }

const BallotRule* ballot_rule(const Pack& pack, std::string_view title) {
    for (const auto& rule : pack.provisions.ballots) {
        if (std::find(rule.titles.begin(), rule.titles.end(), title) != rule.titles.end()) return &rule;
    }
    return nullptr;
}

base::Result<BallotResult> count_ballot(const Pack& pack, std::string_view title, const Ballot& ballot) {
    if (ballot.members < 1 || ballot.members > 10000 || ballot.present < 0 || ballot.written < 0 || ballot.recused < 0 ||
        ballot.yes < 0 || ballot.round < 1) {
        return refuse("Số thành viên, số phiếu phải là số không âm, Hội đồng có từ 1 đến 10.000 thành viên.",
                      "Numbers must not be negative, and a council has 1 to 10,000 members.");
    }
    if (ballot.present + ballot.written + ballot.recused > ballot.members) {
        return refuse("Số người dự, gửi ý kiến và không được bỏ phiếu cộng lại nhiều hơn số thành viên.",
                      "Those present, in writing and recused are more than the members.");
    }
    if (ballot.yes > ballot.present + ballot.written) {
        return refuse("Số phiếu đồng ý nhiều hơn số người bỏ phiếu.", "There are more yes votes than voters.");
    }
    BallotResult out;
    const BallotRule* rule = ballot_rule(pack, title);
    if (rule == nullptr) {
        out.arithmetic_vi = "Nghị định không quy định tỷ lệ phiếu cho danh hiệu, hình thức này.";
        out.arithmetic_en = "The decree sets no share of votes for this title or form.";
        return out;
    }
    out.percent = rule->percent;
    out.needed = votes_needed(rule->percent, ballot.members);
    out.clause = rule->authority.clause;
    out.confidence = rule->authority.confidence;
    out.attending = ballot.present;
    if (const Parameter* quorum = pack.find_parameter("council.quorum")) {
        out.quorum_needed = votes_needed(static_cast<int>(quorum->value), ballot.members);
        // "From two thirds" is kept exact: 67 % would ask one member too many of a council of six.
        if (quorum->value == 67) out.quorum_needed = (2 * ballot.members + 2) / 3;
        out.quorum_reached = ballot.present + ballot.recused >= out.quorum_needed;
    }
    int rounds = 1;
    if (const Parameter* most = pack.find_parameter("council.rounds")) rounds = static_cast<int>(most->value);
    if (ballot.yes >= out.needed) {
        out.state = BallotResult::State::kPassed;
    } else if (ballot.members - ballot.recused < out.needed) {
        out.state = BallotResult::State::kImpossible;
    } else {
        out.state = ballot.round < rounds ? BallotResult::State::kVoteAgain : BallotResult::State::kFailed;
    }
    const std::string share = exact_share(rule->percent, ballot.members);
    const std::string percent = std::to_string(rule->percent) + "%";
    const std::string members = std::to_string(ballot.members);
    out.arithmetic_vi = percent + " × " + members + " thành viên = " + share + " → cần " + std::to_string(out.needed) +
                        " phiếu; có " + std::to_string(ballot.yes) + " phiếu đồng ý (gồm " + std::to_string(ballot.written) +
                        " người vắng gửi ý kiến bằng văn bản)";
    out.arithmetic_en = percent + " × " + members + " members = " + with_point(share) + " → " + std::to_string(out.needed) +
                        " needed; " + std::to_string(ballot.yes) + " yes (" + std::to_string(ballot.written) +
                        " absent members in writing)";
    if (ballot.recused > 0) {
        out.arithmetic_vi += "; " + std::to_string(ballot.recused) + " người không được bỏ phiếu vẫn tính vào tổng số";
        out.arithmetic_en += "; " + std::to_string(ballot.recused) + " recused, still counted among all members";
    }
    if (out.confidence != Confidence::kSeen) {
        out.arithmetic_vi += " (tỷ lệ " + std::string(doubt_vi(out.confidence)) + ")";
        out.arithmetic_en += " (share " + std::string(doubt_en(out.confidence)) + ")";
    }
    return out;
}

}  // namespace thidua::law
