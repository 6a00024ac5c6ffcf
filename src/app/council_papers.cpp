#include "app/council_papers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/council.h"
#include "app/office_law.h"
#include "office/title.h"

namespace thidua::app {
namespace {

using document::Need;
using document::Proposal;

struct Held {
    std::string title;
    BallotSheet sheet;
};

bool is_counted(const BallotCandidate& candidate) { return candidate.yes >= 0; }

/// The year's ballots with votes in them, in the order of the titles.
std::vector<Held> held_ballots(const office::YearBook& book) {
    std::vector<Held> held;
    for (const office::EmulationTitle& title : office::titles()) {
        auto sheet = kept_ballot(book, title.code);
        if (!sheet || std::none_of(sheet->candidates.begin(), sheet->candidates.end(), is_counted)) continue;
        held.push_back({std::string(title.code), std::move(*sheet)});
    }
    return held;
}

Proposal proposal_of(const BallotCandidate& candidate, const std::string& title) {
    return {candidate.person, title, "", candidate.name};
}

void fill_meeting(const office::YearBook& book, const std::vector<Held>& held, document::Meeting& meeting) {
    if (held.empty() || !meeting.votes.empty()) return;
    if (!meeting.date) {
        for (const Held& one : held) meeting.date = std::max(meeting.date, one.sheet.held_on);
    }
    // Several titles are voted on in one meeting; those of another day have minutes of their own.
    bool any = false;
    for (const Held& one : held) {
        if (one.sheet.held_on != meeting.date) continue;
        any = true;
        if (meeting.members == 0) meeting.members = one.sheet.members;
        if (meeting.attending == 0) meeting.attending = one.sheet.present;
        if (meeting.written == 0) meeting.written = one.sheet.written;
        for (const BallotCandidate& candidate : one.sheet.candidates) {
            if (!is_counted(candidate)) continue;
            meeting.votes.push_back(
                {proposal_of(candidate, one.title), candidate.yes, candidate.no, candidate.invalid});
        }
    }
    if (any && meeting.name.empty())
        meeting.name = "Họp bình xét thi đua, khen thưởng năm " + std::to_string(book.office.year);
}

/// Whether the council let the candidate through: the share that the law asks for, then the quota.
bool passed(const law::PackSet& packs, const office::YearBook& book, const Held& held,
            const BallotCandidate& candidate) {
    const base::Date on = held.sheet.held_on.value_or(base::Date{book.office.year, 12, 31});
    if (held.sheet.places > 0) {
        const law::Selection selection = ballot_selection(packs, book, held.title, held.sheet, on);
        const std::string name = candidate_name(book, candidate);
        return std::find(selection.chosen.begin(), selection.chosen.end(), name) != selection.chosen.end();
    }
    const auto result = ballot_result(packs, held.title, held.sheet, candidate, on);
    return result && (result->state == law::BallotResult::State::kPassed ||
                      result->state == law::BallotResult::State::kNotRequired);
}

void fill_proposals(const office::YearBook& book, const std::vector<Held>& held, document::Request& request) {
    if (request.only_proposals || !request.proposals.empty()) return;
    const bool one_title = !request.title.empty();
    if (held.empty() && !one_title) return;
    const OfficeLaw law = law_of(book.overlays);
    std::vector<Proposal> made;
    for (const office::Registration& entry : book.registrations) {
        if (entry.year != book.office.year || (one_title && entry.title != request.title)) continue;
        const bool voted =
            std::any_of(held.begin(), held.end(), [&](const Held& one) { return one.title == entry.title; });
        if (!voted) made.push_back({entry.person, entry.title, "", ""});
    }
    for (const Held& one : held) {
        if (one_title && one.title != request.title) continue;
        for (const BallotCandidate& candidate : one.sheet.candidates) {
            if (is_counted(candidate) && passed(*law.packs, book, one, candidate))
                made.push_back(proposal_of(candidate, one.title));
        }
    }
    request.proposals = std::move(made);
    request.only_proposals = true;
}

}  // namespace

bool council_refused(const law::PackSet& packs, const office::YearBook& book, base::Id<office::Person> person,
                     const std::string& title) {
    auto sheet = kept_ballot(book, title);
    if (!sheet) return false;
    const Held held{title, std::move(*sheet)};
    for (const BallotCandidate& candidate : held.sheet.candidates) {
        if (candidate.person == person && candidate.name.empty() && is_counted(candidate))
            return !passed(packs, book, held, candidate);
    }
    return false;
}

void fill_from_council(const office::YearBook& book, document::Request& request) {
    const document::KindInfo* kind = document::find_kind(request.kind);
    if (kind == nullptr) return;
    const bool result = kind->has(Need::kProposals) && request.kind != "ballot";  // nobody has voted on a ballot paper
    if (!kind->has(Need::kVotes) && !result) return;
    const std::vector<Held> held = held_ballots(book);
    if (kind->has(Need::kVotes)) fill_meeting(book, held, request.meeting);
    if (result) fill_proposals(book, held, request);
}

}  // namespace thidua::app
