#pragma once
// The arithmetic of a council's ballot: who must say yes, out of whom, and what absence and recusal do to it.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "law/pack.h"

namespace thidua::law {

/// Minimum yes votes: ceil(percent × all members / 100), absent members included (NĐ 98/2023 Điều 30.7). No floating point.
int votes_needed(int percent, int members);

struct Ballot {
    int members = 0;  ///< all members of the council
    int present = 0;  ///< voting in the room
    int written = 0;  ///< absent members who gave a written opinion
    int recused = 0;  ///< members who may not vote on this case; they still count among all members
    int yes = 0;      ///< of present and written together
    int round = 1;    ///< from 1
};

struct BallotResult {
    enum class State {
        kNotRequired,  ///< the decree sets no share for this title
        kPassed,
        kVoteAgain,    ///< not enough, another round is allowed
        kFailed,
        kImpossible,   ///< even every remaining member saying yes would not reach the share
    };
    State state = State::kNotRequired;
    int percent = 0;
    int needed = 0;
    int attending = 0;           ///< present: written opinions do not make a quorum
    int quorum_needed = 0;       ///< 0: no rule known
    bool quorum_reached = true;  ///< a local rule: shown, does not change `state`
    Confidence confidence = Confidence::kSeen;
    std::string clause;
    std::string arithmetic_vi;  ///< "80% × 7 = 5,6 → cần 6 phiếu; có 6 phiếu: đạt"
    std::string arithmetic_en;
};

/// The rule for a title; nullptr when none sets a share.
const BallotRule* ballot_rule(const Pack& pack, std::string_view title);

/// Errors (kBadInput): numbers that cannot be (more yes votes than voters, more voters than members …).
base::Result<BallotResult> count_ballot(const Pack& pack, std::string_view title, const Ballot& ballot);

}  // namespace thidua::law
