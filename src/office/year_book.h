#pragma once
// Everything that a file holds, as plain values: what queries give to screens, documents, the law and
// the command line. Small offices have hundreds of rows, so reading all after a command is cheap;
// what grows large gets its own query.

#include <vector>

#include "office/dossier.h"
#include "office/office.h"
#include "office/people.h"
#include "office/plan.h"

namespace thidua::office {

struct YearBook {
    Office office;
    std::vector<PlanBundle> plans;  ///< newest first
    std::vector<Person> people;     ///< sorted by given name, as Vietnamese sorts
    std::vector<YearRecord> records;
    std::vector<Registration> registrations;
    std::vector<Initiative> initiatives;
    std::vector<Award> awards;
    std::vector<LawAnswer> answers;
    std::vector<InitiativeUse> initiative_uses;
    std::vector<AwardBasis> award_bases;
    std::vector<RuleOverlay> overlays;
    std::vector<Decision> decisions;
    std::vector<IssuedDocument> documents;
    std::vector<TextTemplate> templates;
    std::vector<Setting> settings;

    bool operator==(const YearBook&) const = default;
};

}  // namespace thidua::office
