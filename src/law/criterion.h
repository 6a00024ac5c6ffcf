#pragma once
// A criterion: a tree of a small closed vocabulary. Every node carries its clause, our own short words, confidence and source.

#include <string>
#include <vector>

#include "law/confidence.h"
#include "law/fact_catalogue.h"
#include "law/facts.h"

namespace thidua::law {

struct Criterion {
    enum class Kind {
        kAll,          ///< every part
        kAny,          ///< at least one part
        kNot,          ///< the opposite of its one part
        kFact,         ///< a fact of a year compared with a value
        kCount,        ///< number of initiatives, awards or members
        kRatio,        ///< share of members
        kConsecutive,  ///< n years in a row: a title held, or a rating
        kEvidence,     ///< a document that proves it is named
        kHuman,        ///< a person answers
        kTitle,        ///< another title's criteria of the same pack are met, or the title is held
    };
    enum class Compare { kIs, kAtLeast, kAtMost };
    enum class Over { kInitiatives, kAwards, kMembers, kRating };

    Kind kind = Kind::kAll;
    std::string id;
    std::string clause;
    Confidence confidence = Confidence::kUnverified;
    std::string source;
    std::string vi;
    std::string en;
    bool warning_only = false;   ///< "effect": "warn": shown, does not decide
    bool fails_to_person = false;  ///< "otherwise": "person": a failing fact asks a person instead of deciding
    int line = 0;

    std::vector<Criterion> parts;  ///< all, any, not; for count and ratio of members: the one `where`

    FactKey fact = FactKey::kRating;     ///< fact, and consecutive rating
    Compare compare = Compare::kAtLeast;
    int value = 0;             ///< on the fact's own scale; count: the number; ratio: percent
    std::string parameter;     ///< value taken from this parameter when the pack was read
    int year = 0;              ///< offset from the merit year: 0, -1 …; consecutive: the year it ends in
    int years = 1;             ///< consecutive: how many; count: width of the window in years
    Over over = Over::kInitiatives;
    std::string title;         ///< consecutive, count of awards, title: its code
    bool held = false;         ///< title: it must be held (awarded, or computed for the merit year), not only met
    Initiative::Level level = Initiative::Level::kGrassroots;  ///< count of initiatives: at least
    bool research = false;     ///< count of initiatives: đề tài, đề án, công trình instead of sáng kiến
    std::string question;      ///< key under which a person's answer is looked up (Facts::judgements)
    std::string ask_vi;        ///< the question to that person
    std::string ask_en;
};

}  // namespace thidua::law
