#pragma once
// What a person fills in about a meeting: one table for the form, what it shows and what it keeps.

#include <string>
#include <string_view>
#include <vector>

#include "document/meeting.h"
#include "ui/words.h"

namespace thidua::ui {

/// Lines without blanks at their ends; empty ones left out.
std::vector<std::string> lines_of(const std::string& text, std::string_view between = "\n");
std::string joined(const std::vector<std::string>& lines, std::string_view between = "\n");

/// A line, several lines, or a number: one of the three members.
struct MeetingField {
    Word label;
    std::string document::Meeting::*line = nullptr;
    std::vector<std::string> document::Meeting::*lines = nullptr;
    int document::Meeting::*number = nullptr;  ///< 0: not known
    int height = 0;                            ///< lines of the field; 0: one-line
    bool votes = false;                        ///< belongs to the votes

    /// As the form shows it.
    std::string typed(const document::Meeting& meeting) const;
    void take(document::Meeting& meeting, const std::string& typed) const;
};

// In the order of the form.
inline constexpr MeetingField kMeetingFields[] = {
    {.label = Word::kMeetingName, .line = &document::Meeting::name},
    {.label = Word::kMeetingBegins, .line = &document::Meeting::begins},
    {.label = Word::kMeetingPlace, .line = &document::Meeting::place},
    {.label = Word::kMeetingChair, .line = &document::Meeting::chair},
    {.label = Word::kMeetingSecretary, .line = &document::Meeting::secretary},
    {.label = Word::kMeetingMembers, .number = &document::Meeting::members},
    {.label = Word::kMeetingPresent, .lines = &document::Meeting::present, .height = 4},
    {.label = Word::kMeetingAgenda, .lines = &document::Meeting::agenda, .height = 3},
    {.label = Word::kMeetingAbsent, .lines = &document::Meeting::absent, .height = 2, .votes = true},
    {.label = Word::kMeetingRemarks, .lines = &document::Meeting::remarks, .height = 3, .votes = true},
    {.label = Word::kMeetingTellers, .lines = &document::Meeting::tellers, .height = 2, .votes = true},
    {.label = Word::kMeetingTellerChair, .line = &document::Meeting::teller_chair, .votes = true},
    {.label = Word::kBallotsGiven, .number = &document::Meeting::ballots_given, .votes = true},
    {.label = Word::kBallotsReturned, .number = &document::Meeting::ballots_returned, .votes = true},
    {.label = Word::kMeetingEnds, .line = &document::Meeting::ends, .votes = true},
};

}  // namespace thidua::ui
