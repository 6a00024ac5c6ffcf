#include "law/facts_json.h"

#include <array>
#include <nlohmann/json.hpp>

#include "law/checked_object.h"
#include "law/fact_catalogue.h"
#include "law/fact_words.h"
#include "law/located_json.h"

namespace thidua::law {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& out, const char* key, const std::string& value) {
    if (!value.empty()) out[key] = value;
}

void put(Json& out, const char* key, const std::optional<base::Date>& date) {
    if (date) out[key] = base::to_iso(*date);
}

Json year_json(const YearFacts& year) {
    Json out;
    out["year"] = year.year;
    if (year.rating != Rating::kUnknown) {
        out["rating"] = spell_value(FactEntry::Scale::kRating, static_cast<int>(year.rating));
    }
    put(out, "rating_document", year.rating_document);
    for (std::size_t i = 0; i < kYearAnswerCount; ++i) {
        const Answer answer = year.answers[i];
        if (answer == Answer::kUnknown) continue;
        out[std::string(fact_catalogue()[i].name)] = answer == Answer::kYes ? "yes" : "no";
    }
    return out;
}

template <class Item, class Make>
void put_list(Json& out, const char* key, const std::vector<Item>& items, Make make) {
    if (items.empty()) return;
    Json list = Json::array();
    for (const auto& item : items) list.push_back(make(item));
    out[key] = std::move(list);
}

Json discipline_json(const Discipline& discipline) {
    Json out;
    if (discipline.form != DisciplineForm::kUnknown) out["form"] = word_of(discipline.form);
    out["from"] = base::to_iso(discipline.from);
    put(out, "to", discipline.to);
    return out;
}

Json initiative_json(const Initiative& initiative) {
    Json out;
    put(out, "id", initiative.id);
    put(out, "name", initiative.name);
    out["kind"] = word_of(initiative.kind);
    out["year"] = initiative.year;
    if (initiative.level != Initiative::Level::kUnknown) out["level"] = word_of(initiative.level);
    put(out, "decision", initiative.decision);
    put_list(out, "uses", initiative.uses, [](const Initiative::Use& use) {
        return Json{{"title", use.title}, {"year", use.year}};
    });
    return out;
}

Json award_json(const Award& award) {
    Json out;
    out["title"] = award.title;
    out["year"] = award.year;
    if (award.status == Award::Status::kRevoked) out["revoked"] = true;
    if (award.ground != Award::Ground::kUnknown) out["ground"] = word_of(award.ground);
    put(out, "decision", award.decision);
    put(out, "decided_on", award.decided_on);
    put(out, "issuer", award.issuer);
    put(out, "merit", award.merit);
    return out;
}

Json facts_json(const Facts& facts) {
    Json out;
    out["subject"] = word_of(facts.subject);
    put(out, "id", facts.id);
    put(out, "name", facts.name);
    if (facts.subject == Subject::kPerson || facts.work != Work::kPublic) {
        if (facts.work != Work::kUnknown) {
            out["work"] = spell_value(FactEntry::Scale::kWork, static_cast<int>(facts.work));
        } else {
            out["work"] = "unknown";
        }
    }
    if (facts.year != 0) out["year"] = facts.year;
    put(out, "joined_on", facts.joined_on);
    put(out, "transferred_from", facts.transferred_from);
    put(out, "dossier_received", facts.dossier_received);
    if (facts.history_from) out["history_from"] = *facts.history_from;
    put_list(out, "years", facts.years, year_json);
    put_list(out, "disciplines", facts.disciplines, discipline_json);
    put_list(out, "holds", facts.holds, [](const Hold& hold) {
        Json item;
        item["from"] = base::to_iso(hold.from);
        put(item, "released", hold.released);
        put(item, "reason", hold.reason);
        return item;
    });
    put_list(out, "leaves", facts.leaves, [](const Leave& leave) {
        Json item;
        item["kind"] = word_of(leave.kind);
        item["from"] = base::to_iso(leave.from);
        put(item, "to", leave.to);
        return item;
    });
    put_list(out, "initiatives", facts.initiatives, initiative_json);
    put_list(out, "awards", facts.awards, award_json);
    put_list(out, "registrations", facts.registrations, [](const Registration& registration) {
        return Json{{"title", registration.title}, {"year", registration.year}};
    });
    put_list(out, "judgements", facts.judgements, [](const Judgement& judgement) {
        Json item;
        item["question"] = judgement.question;
        item["year"] = judgement.year;
        item["answer"] = judgement.answer == Answer::kYes ? "yes" : judgement.answer == Answer::kNo ? "no" : "unknown";
        put(item, "by", judgement.by);
        return item;
    });
    put_list(out, "members", facts.members, facts_json);
    if (facts.members_listed != Answer::kUnknown) {
        out["members_listed"] = facts.members_listed == Answer::kYes ? "yes" : "no";
    }
    return out;
}

Json change_json(const Change& change) {
    Json out;
    constexpr std::array<const char*, 3> kKinds{"supply", "achieve", "judge"};
    out["kind"] = kKinds[static_cast<std::size_t>(change.kind)];
    out["fact"] = change.fact;
    out["year"] = change.year;
    out["value"] = change.value;
    put(out, "subject", change.subject);
    out["vi"] = change.vi;
    out["en"] = change.en;
    return out;
}

Json missing_json(const MissingFact& missing) {
    Json out;
    out["fact"] = missing.fact;
    out["year"] = missing.year;
    put(out, "subject", missing.subject);
    out["vi"] = missing.vi;
    out["en"] = missing.en;
    out["clause"] = missing.clause;
    return out;
}

Json question_json(const HumanQuestion& question) {
    return Json{{"key", question.key}, {"year", question.year}, {"vi", question.vi}, {"en", question.en},
                {"clause", question.clause}};
}

Json trace_json(const TraceNode& node) {
    Json out;
    out["id"] = node.id;
    out["kind"] = node.kind;
    out["outcome"] = spelling(node.outcome);
    out["clause"] = node.clause;
    out["confidence"] = spelling(node.confidence);
    put(out, "source", node.source);
    out["vi"] = node.vi;
    out["en"] = node.en;
    put(out, "found_vi", node.found_vi);
    put(out, "found_en", node.found_en);
    if (node.warning_only) out["warning_only"] = true;
    put_list(out, "children", node.children, trace_json);
    return out;
}

Answer read_answer(CheckedObject& object, std::string_view key) {
    if (!object.has(key)) return Answer::kUnknown;
    const std::string word = object.text(key);
    if (word == "yes") return Answer::kYes;
    if (word == "no") return Answer::kNo;
    if (word != "unknown") object.wrong(key, "phải là yes, no hoặc unknown.", "must be yes, no or unknown.");
    return Answer::kUnknown;
}

template <class Value>
void read_word(CheckedObject& object, std::string_view key, Value& out) {
    if (!object.has(key)) return;
    const std::string word = object.text(key);
    if (word == "unknown") return;
    if (!from_word(word, out) && !object.mistake().any()) {
        object.wrong(key, "không có giá trị \"" + word + "\".", "there is no value \"" + word + "\".");
    }
}

base::Date required_date(CheckedObject& object, std::string_view key) {
    const auto date = object.date_or_none(key);
    if (!date && !object.mistake().any()) object.wrong(key, "thiếu ngày.", "the date is missing.");
    return date.value_or(base::Date{1, 1, 1});
}

int required_year(CheckedObject& object) {
    const int year = object.whole("year");
    if ((year < 1945 || year > 2200) && !object.mistake().any()) {
        object.wrong("year", "năm phải từ 1945 đến 2200.", "the year must be 1945 to 2200.");
    }
    return year;
}

YearFacts read_year(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "years", mistake);
    YearFacts out;
    if (mistake.any()) return out;
    for (const auto& [key, member] : value.members) {
        if (key == "year" || key == "rating" || key == "rating_document") continue;
        const FactEntry* fact = find_fact(key);
        const bool stored = fact != nullptr && static_cast<std::size_t>(fact->key) < kYearAnswerCount;
        if (!stored) {
            mistake.report(member.line, "Không có dữ kiện nào của năm tên là \"" + key + "\".",
                           "There is no fact of a year called \"" + key + "\".");
            return out;
        }
        out.set(static_cast<YearAnswer>(fact->key), read_answer(object, key));
    }
    out.year = required_year(object);
    read_word(object, "rating", out.rating);
    out.rating_document = object.text_or("rating_document", {});
    return out;
}

Discipline read_discipline(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "disciplines", mistake);
    object.allow_only({"form", "from", "to"});
    Discipline out;
    read_word(object, "form", out.form);
    out.from = required_date(object, "from");
    out.to = object.date_or_none("to");
    return out;
}

Hold read_hold(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "holds", mistake);
    object.allow_only({"from", "released", "reason"});
    Hold out;
    out.from = required_date(object, "from");
    out.released = object.date_or_none("released");
    out.reason = object.text_or("reason", {});
    return out;
}

Leave read_leave(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "leaves", mistake);
    object.allow_only({"kind", "from", "to"});
    Leave out;
    read_word(object, "kind", out.kind);
    out.from = required_date(object, "from");
    out.to = object.date_or_none("to");
    return out;
}

Initiative read_initiative(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "initiatives", mistake);
    object.allow_only({"id", "name", "kind", "year", "level", "decision", "uses"});
    Initiative out;
    out.id = object.text_or("id", {});
    out.name = object.text_or("name", {});
    read_word(object, "kind", out.kind);
    out.year = required_year(object);
    read_word(object, "level", out.level);
    out.decision = object.text_or("decision", {});
    for (const auto& item : object.list("uses")) {
        CheckedObject use(item, "uses", mistake);
        use.allow_only({"title", "year"});
        out.uses.push_back({use.text("title"), required_year(use)});
        if (mistake.any()) break;
    }
    return out;
}

Award read_award(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "awards", mistake);
    object.allow_only({"title", "year", "revoked", "ground", "decision", "decided_on", "issuer", "merit"});
    Award out;
    out.title = object.text("title");
    out.year = required_year(object);
    out.status = object.flag_or("revoked", false) ? Award::Status::kRevoked : Award::Status::kConferred;
    read_word(object, "ground", out.ground);
    out.decision = object.text_or("decision", {});
    out.decided_on = object.date_or_none("decided_on");
    out.issuer = object.text_or("issuer", {});
    out.merit = object.text_or("merit", {});
    return out;
}

template <class Item, class Read>
void read_list(CheckedObject& object, std::string_view key, std::vector<Item>& out, Read read) {
    for (const auto& value : object.list(key)) {
        out.push_back(read(value, object.mistake()));
        if (object.mistake().any()) return;
    }
}

Facts read_facts(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "facts", mistake);
    Facts out;
    if (mistake.any()) return out;
    object.allow_only({"$schema", "subject", "id", "name", "work", "year", "joined_on", "transferred_from",
                       "dossier_received", "history_from", "years", "disciplines", "holds", "leaves", "initiatives",
                       "awards", "registrations", "judgements", "members", "members_listed"});
    read_word(object, "subject", out.subject);
    out.id = object.text_or("id", {});
    out.name = object.text_or("name", {});
    if (object.has("work")) {
        out.work = Work::kUnknown;
        read_word(object, "work", out.work);
    }
    if (object.has("year")) out.year = required_year(object);
    out.joined_on = object.date_or_none("joined_on");
    out.transferred_from = object.text_or("transferred_from", {});
    out.dossier_received = object.date_or_none("dossier_received");
    if (object.has("history_from")) out.history_from = object.whole("history_from");
    read_list(object, "years", out.years, read_year);
    for (std::size_t i = 0; i < out.years.size() && !mistake.any(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (out.years[i].year != out.years[j].year) continue;
            object.wrong("years", "năm " + std::to_string(out.years[i].year) + " khai báo hai lần.",
                         "the year " + std::to_string(out.years[i].year) + " is given twice.");
        }
    }
    read_list(object, "disciplines", out.disciplines, read_discipline);
    read_list(object, "holds", out.holds, read_hold);
    read_list(object, "leaves", out.leaves, read_leave);
    read_list(object, "initiatives", out.initiatives, read_initiative);
    read_list(object, "awards", out.awards, read_award);
    read_list(object, "registrations", out.registrations, [](const Located& item, Mistake& m) {
        CheckedObject entry_object(item, "registrations", m);
        entry_object.allow_only({"title", "year"});
        return Registration{entry_object.text("title"), required_year(entry_object)};
    });
    read_list(object, "judgements", out.judgements, [](const Located& item, Mistake& m) {
        CheckedObject entry_object(item, "judgements", m);
        entry_object.allow_only({"question", "year", "answer", "by"});
        Judgement judgement;
        judgement.question = entry_object.text("question");
        judgement.year = required_year(entry_object);
        judgement.answer = read_answer(entry_object, "answer");
        judgement.by = entry_object.text_or("by", {});
        return judgement;
    });
    read_list(object, "members", out.members, read_facts);
    out.members_listed = read_answer(object, "members_listed");
    return out;
}

}  // namespace

std::string to_json(const Facts& facts, int indent) { return facts_json(facts).dump(indent); }

base::Result<Facts> facts_from_json(std::string_view text, std::string_view file) {
    auto root = parse_located(text, file);
    if (!root) return tl::unexpected<base::Error>(root.error());
    Mistake mistake{std::string(file)};
    Facts facts = read_facts(*root, mistake);
    if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
    return facts;
}

std::string to_json(const Verdict& verdict, int indent) {
    Json out;
    out["title"] = verdict.title;
    put(out, "subject", verdict.subject);
    out["year"] = verdict.year;
    out["date"] = base::to_iso(verdict.on);
    out["outcome"] = spelling(verdict.outcome);
    out["locked"] = verdict.locked;
    out["confidence"] = spelling(verdict.confidence);
    out["clause"] = verdict.clause;
    out["summary_vi"] = verdict.summary_vi;
    out["summary_en"] = verdict.summary_en;
    out["pack"] = Json{{"id", verdict.pack}, {"version", verdict.pack_version}, {"sha256", verdict.pack_hash}};
    out["facts_sha256"] = verdict.facts_hash;
    Json missing = Json::array();
    for (const auto& item : verdict.missing) missing.push_back(missing_json(item));
    out["missing"] = std::move(missing);
    Json questions = Json::array();
    for (const auto& item : verdict.questions) questions.push_back(question_json(item));
    out["questions"] = std::move(questions);
    Json warnings = Json::array();
    for (const auto& item : verdict.warnings) {
        warnings.push_back(Json{{"vi", item.vi}, {"en", item.en}, {"clause", item.clause}});
    }
    out["warnings"] = std::move(warnings);
    Json changes = Json::array();
    for (const auto& item : verdict.smallest_change) changes.push_back(change_json(item));
    out["smallest_change"] = std::move(changes);
    out["trace"] = trace_json(verdict.trace);
    return out.dump(indent);
}

}  // namespace thidua::law
