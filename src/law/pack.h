#pragma once
// Rule packs: the law of a span of dates as data (data/law/*.json, schema in docs/law-pack.md), and the set that covers
// all dates.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/confidence.h"
#include "law/criterion.h"
#include "law/facts.h"
#include "law/provisions.h"

namespace thidua::law {

enum class Owner { kNational, kProvince, kSector, kUnit };

/// Which way an overlay may move a parameter: a minimum may be raised, a maximum lowered, the rest set freely.
enum class Bound { kFree, kMinimum, kMaximum, kFixed };

/// A text that the pack stands on.
struct Instrument {
    std::string cite;  ///< "Luật 06/2022/QH15": what clauses begin with
    std::string vi;    ///< full name
    Confidence confidence = Confidence::kUnverified;
    std::string source;
};

struct Parameter {
    std::string id;
    double value = 0;
    std::string unit;
    Owner owner = Owner::kNational;
    Bound bound = Bound::kFixed;
    std::string clause;
    Confidence confidence = Confidence::kUnverified;
    std::string source;
    std::string vi;
    std::string en;
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    std::string overlay;  ///< name of the overlay that set the value; empty: the pack's own
    int line = 0;
};

/// "năm" → "years", or "year" of a value of 1; a unit that is not known stays as the pack says it.
std::string_view unit_en(std::string_view unit, double value);

/// "70", "1,5", "10.000" (English: "1.5", "10,000"), to the two decimals that packs hold at most.
std::string number_words(double value, bool english = false);

/// A title or form with its criteria.
struct TitleRule {
    std::string code;                    ///< of office::EmulationTitle
    Subject subject = Subject::kPerson;  ///< forms come once for each kind of subject
    std::string clause;
    Confidence confidence = Confidence::kUnverified;
    std::string source;
    std::vector<std::string> includes;  ///< titles that whoever holds this one also has
    Criterion criteria;
    int line = 0;
};

/// A clause that is known and left to people on purpose (the coverage map lists it).
struct LeftToPeople {
    std::string clause;
    std::string vi;
    std::string en;
    Confidence confidence = Confidence::kUnverified;
    std::string source;
    int line = 0;
};

struct Pack {
    std::string id;       ///< "R1"
    std::string version;  ///< of our encoding, not of the law
    std::string file;     ///< where it was read from, for errors
    std::string hash;     ///< SHA-256 of the pack's text (and of what it extends)
    bool locked = false;
    std::string reason_vi;  ///< why it is locked
    std::string reason_en;
    std::string name_vi;
    std::string name_en;
    std::optional<base::Date> from;  ///< none: since ever
    std::optional<base::Date> to;    ///< none: until further notice
    std::vector<Instrument> instruments;
    std::vector<Parameter> parameters;
    std::vector<TitleRule> titles;
    std::vector<LeftToPeople> left_to_people;
    std::vector<LeftToPeople>
        applied;  ///< clauses that the evaluator and the ledgers keep by themselves, without a criterion
    Provisions provisions;
    std::optional<Criterion> common;  ///< asked for every title and form

    bool covers(const base::Date& date) const { return (!from || *from <= date) && (!to || date <= *to); }
    const Parameter* find_parameter(std::string_view id) const;
    const TitleRule* find_title(std::string_view code, Subject subject) const;
};

struct PackSet {
    std::vector<Pack> packs;  ///< in order of time, not overlapping

    /// nullptr when no pack covers the date.
    const Pack* find(std::string_view id) const;
};

/// The pack in force on `date`; nullptr when none is.
const Pack* pack_for(const PackSet& packs, const base::Date& date);

/// The pack whose criteria judge merit of facts on a decision date: the achievement year's law, so a decision of
/// January judges last year by last year's rules; across 01/10/2026 the day the dossier was received (Luật 06/2026/QH16
/// Điều 4.4).
const Pack* criteria_pack(const PackSet& packs, const Facts& facts, const base::Date& on);

/// One pack's text with the name to show in errors ("data/law/r1-2024.json").
struct PackText {
    std::string file;
    std::string text;
};

/// Reads and checks packs; an error names file:line and the reason. `extends` refers to a pack earlier in the list.
base::Result<PackSet> read_packs(const std::vector<PackText>& texts);

/// The packs that are compiled in (data/law/*.json). They are checked by tests; a broken one would give an empty set.
const PackSet& builtin_packs();
/// Their texts, for the rule book and for tests that mutate them.
const std::vector<PackText>& builtin_pack_texts();

}  // namespace thidua::law
