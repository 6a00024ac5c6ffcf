#include "law/criterion_reader.h"

#include <array>
#include <utility>

#include "office/title.h"

namespace thidua::law {
namespace {

using Kind = Criterion::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 10> kVocabulary{{
    {"all", Kind::kAll},
    {"any", Kind::kAny},
    {"not", Kind::kNot},
    {"fact", Kind::kFact},
    {"count", Kind::kCount},
    {"ratio", Kind::kRatio},
    {"consecutive", Kind::kConsecutive},
    {"evidence", Kind::kEvidence},
    {"human", Kind::kHuman},
    {"title", Kind::kTitle},
}};

/// The word of the vocabulary that this node uses. "title" is also an argument of count and consecutive.
const std::pair<std::string_view, Kind>* find_kind(CheckedObject& node) {
    const std::pair<std::string_view, Kind>* found = nullptr;
    for (const auto& word : kVocabulary) {
        if (!node.has(word.first)) continue;
        if (found != nullptr && word.second == Kind::kTitle &&
            (found->second == Kind::kCount || found->second == Kind::kConsecutive)) {
            continue;
        }
        if (found != nullptr) {
            node.wrong(word.first, "một tiêu chí chỉ có một vị từ.", "a criterion has one predicate only.");
            return nullptr;
        }
        found = &word;
    }
    if (found == nullptr) {
        node.mistake().report(node.line(),
                              "Tiêu chí không có vị từ nào đã biết (all, any, not, fact, count, ratio, consecutive, "
                              "evidence, human, title).",
                              "The criterion has no known predicate (all, any, not, fact, count, ratio, consecutive, "
                              "evidence, human, title).");
    }
    return found;
}

void check_title(CheckedObject& node, const std::string& code) {
    if (node.mistake().any() || office::find_title(code) != nullptr) return;
    node.wrong("title", "không có danh hiệu, hình thức nào mã \"" + code + "\".",
               "there is no title or form with the code \"" + code + "\".");
}

/// A number, or "$parameter".
int read_limit(CheckedObject& node, std::string_view key, const Pack& pack, std::string& parameter) {
    const Located* value = node.member(key);
    if (value == nullptr) return 0;
    if (value->kind == Located::Kind::kNumber) return node.whole(key);
    if (value->kind == Located::Kind::kString && value->string.starts_with("$")) {
        parameter = value->string.substr(1);
        const Parameter* found = pack.find_parameter(parameter);
        if (found != nullptr) return static_cast<int>(found->value);
        node.wrong(key, "không có tham số \"" + parameter + "\".", "there is no parameter \"" + parameter + "\".");
        return 0;
    }
    node.wrong(key, "phải là số hoặc \"$tham_số\".", "must be a number or \"$parameter\".");
    return 0;
}

void read_comparison(CheckedObject& node, const FactEntry& fact, const Pack& pack, Criterion& out) {
    constexpr std::array<std::pair<std::string_view, Criterion::Compare>, 3> kWords{{
        {"is", Criterion::Compare::kIs},
        {"at_least", Criterion::Compare::kAtLeast},
        {"at_most", Criterion::Compare::kAtMost},
    }};
    int found = 0;
    for (const auto& [word, compare] : kWords) {
        if (!node.has(word)) continue;
        ++found;
        out.compare = compare;
        if (fact.scale == FactEntry::Scale::kNumber) {
            out.value = read_limit(node, word, pack, out.parameter);
            continue;
        }
        const std::string value = node.text(word);
        const auto parsed = parse_value(fact.scale, value);
        if (!parsed && !node.mistake().any()) {
            node.wrong(word, "\"" + value + "\" không phải giá trị của \"" + std::string(fact.name) + "\".",
                       "\"" + value + "\" is not a value of \"" + std::string(fact.name) + "\".");
        }
        out.value = parsed.value_or(0);
    }
    if (found != 1) {
        node.mistake().report(node.line(), "Phép so sánh: cần đúng một trong is, at_least, at_most.",
                              "Comparison: exactly one of is, at_least, at_most is needed.");
    }
}

void read_limits(CheckedObject& node, const Pack& pack, Criterion& out) {
    const bool least = node.has("at_least");
    if (least == node.has("at_most")) {
        node.mistake().report(node.line(), "Cần đúng một trong at_least, at_most.",
                              "Exactly one of at_least, at_most is needed.");
        return;
    }
    out.compare = least ? Criterion::Compare::kAtLeast : Criterion::Compare::kAtMost;
    out.value = read_limit(node, least ? "at_least" : "at_most", pack, out.parameter);
    if ((out.value < 0 || out.value > 1000) && !node.mistake().any()) {
        node.wrong(least ? "at_least" : "at_most", "phải từ 0 đến 1000.", "must be 0 to 1000.");
    }
}

void read_years(CheckedObject& node, std::string_view key, Criterion& out, int otherwise) {
    out.years = node.whole_or(key, otherwise);
    if (out.years < 1 || out.years > 20) node.wrong(key, "phải từ 1 đến 20 năm.", "must be 1 to 20 years.");
}

void read_offset(CheckedObject& node, std::string_view key, Criterion& out) {
    out.year = node.whole_or(key, 0);
    if (out.year > 0 || out.year < -20) {
        node.wrong(key, "phải là 0 (năm xét) hoặc số âm.", "must be 0 (the year of merit) or negative.");
    }
}

void read_parts(CheckedObject& node, std::string_view key, const CriterionContext& context, Criterion& out) {
    const auto& list = node.list(key);
    if (list.empty() && !node.mistake().any()) {
        node.wrong(key, "cần ít nhất một tiêu chí con.", "needs at least one part.");
    }
    bool decides = false;
    for (std::size_t i = 0; i < list.size() && !node.mistake().any(); ++i) {
        out.parts.push_back(read_criterion(
            list[i], {context.pack, context.id + "." + std::to_string(i + 1), out.confidence, out.source},
            node.mistake()));
        if (!out.parts.back().warning_only) decides = true;
    }
    if (!decides && !node.mistake().any()) {
        node.wrong(key, "mọi tiêu chí con đều chỉ để nhắc.", "every part is a warning only.");
    }
}

void read_one_part(CheckedObject& node, std::string_view key, const CriterionContext& context, Criterion& out) {
    const Located* part = node.member(key);
    if (part == nullptr) return;
    out.parts.push_back(
        read_criterion(*part, {context.pack, context.id + ".1", out.confidence, out.source}, node.mistake()));
}

void read_count(CheckedObject& node, const CriterionContext& context, Criterion& out) {
    const std::string over = node.text("count");
    read_limits(node, context.pack, out);
    if (over == "initiatives") {
        out.over = Criterion::Over::kInitiatives;
        const std::string level = node.text("level");
        if (level == "grassroots") {
            out.level = Initiative::Level::kGrassroots;
        } else if (level == "province") {
            out.level = Initiative::Level::kProvince;
        } else if (level == "nation") {
            out.level = Initiative::Level::kNation;
        } else if (!node.mistake().any()) {
            node.wrong("level", "phải là grassroots, province hoặc nation.", "must be grassroots, province or nation.");
        }
        out.research = node.flag_or("research", false);
        read_years(node, "window", out, 1);
        read_offset(node, "year", out);
    } else if (over == "awards") {
        out.over = Criterion::Over::kAwards;
        out.title = node.text("title");
        check_title(node, out.title);
        read_years(node, "window", out, 1);
        read_offset(node, "year", out);
    } else if (over == "members") {
        out.over = Criterion::Over::kMembers;
        read_one_part(node, "where", context, out);
    } else if (!node.mistake().any()) {
        node.wrong("count", "chỉ đếm được initiatives, awards, members.",
                   "counts initiatives, awards or members only.");
    }
}

void read_consecutive(CheckedObject& node, const CriterionContext& context, Criterion& out) {
    const std::string over = node.text("consecutive");
    out.years = 0;
    if (node.has("years")) {
        out.years = read_limit(node, "years", context.pack, out.parameter);
    } else {
        node.wrong("years", "thiếu.", "is missing.");
    }
    if (out.years < 1 || out.years > 20) node.wrong("years", "phải từ 1 đến 20 năm.", "must be 1 to 20 years.");
    read_offset(node, "ending", out);
    if (over == "title") {
        out.over = Criterion::Over::kAwards;
        out.title = node.text("title");
        check_title(node, out.title);
    } else if (over == "rating") {
        out.over = Criterion::Over::kRating;
        out.fact = FactKey::kRating;
        read_comparison(node, entry(FactKey::kRating), context.pack, out);
    } else if (!node.mistake().any()) {
        node.wrong("consecutive", "chỉ dùng cho title hoặc rating.", "is for title or rating only.");
    }
}

void read_predicate(CheckedObject& node, Kind kind, const CriterionContext& context, Criterion& out) {
    switch (kind) {
        case Kind::kAll: read_parts(node, "all", context, out); break;
        case Kind::kAny: read_parts(node, "any", context, out); break;
        case Kind::kNot: read_one_part(node, "not", context, out); break;
        case Kind::kFact: {
            const std::string name = node.text("fact");
            const FactEntry* found = find_fact(name);
            if (found == nullptr) {
                if (!node.mistake().any()) {
                    node.wrong("fact", "không có dữ kiện nào tên \"" + name + "\".",
                               "there is no fact called \"" + name + "\".");
                }
                break;
            }
            out.fact = found->key;
            read_comparison(node, *found, context.pack, out);
            read_offset(node, "year", out);
            break;
        }
        case Kind::kCount: read_count(node, context, out); break;
        case Kind::kRatio: {
            if (node.text("ratio") != "members" && !node.mistake().any()) {
                node.wrong("ratio", "chỉ dùng cho members.", "is for members only.");
            }
            read_one_part(node, "where", context, out);
            read_limits(node, context.pack, out);
            if (out.value > 100 && !node.mistake().any()) {
                node.wrong("at_least", "tỷ lệ phần trăm không quá 100.", "a percentage is at most 100.");
            }
            break;
        }
        case Kind::kConsecutive: read_consecutive(node, context, out); break;
        case Kind::kEvidence: {
            const std::string what = node.text("evidence");
            if (what != "rating_document" && what != "initiative_decision" && !node.mistake().any()) {
                node.wrong("evidence", "chỉ có rating_document và initiative_decision.",
                           "is rating_document or initiative_decision.");
            }
            out.question = what;
            read_offset(node, "year", out);
            break;
        }
        case Kind::kHuman: out.question = node.text("human"); break;
        case Kind::kTitle: {
            out.title = node.text("title");
            check_title(node, out.title);
            const std::string mode = node.text_or("mode", "met");
            if (mode != "met" && mode != "held") node.wrong("mode", "phải là met hoặc held.", "must be met or held.");
            out.held = mode == "held";
            read_offset(node, "year", out);
            if (!out.held && out.year != 0) {
                node.wrong("year", "chỉ xét tiêu chuẩn của năm xét; năm trước dùng mode held.",
                           "criteria are judged for the year of merit only; use mode held for an earlier year.");
            }
            break;
        }
    }
}

}  // namespace

bool cites_known_instrument(const Pack& pack, std::string_view clause) {
    for (const auto& instrument : pack.instruments) {
        if (clause.size() > instrument.cite.size() + 1 && clause.starts_with(instrument.cite) &&
            clause[instrument.cite.size()] == ' ') {
            return true;
        }
    }
    return false;
}

Criterion read_criterion(const Located& value, const CriterionContext& context, Mistake& mistake) {
    Criterion out;
    CheckedObject node(value, "Tiêu chí " + context.id, mistake);
    if (mistake.any()) return out;
    node.allow_only({"id",          "clause", "confidence", "source",   "vi",     "en",    "effect",   "otherwise",
                     "ask",         "all",    "any",        "not",      "fact",   "is",    "at_least", "at_most",
                     "year",        "count",  "level",      "research", "window", "title", "where",    "ratio",
                     "consecutive", "years",  "ending",     "evidence", "human",  "mode"});
    out.line = node.line();
    out.id = node.text_or("id", context.id);
    out.clause = node.text("clause");
    if (!mistake.any() && !cites_known_instrument(context.pack, out.clause)) {
        node.wrong("clause", "\"" + out.clause + "\" không bắt đầu bằng một văn bản của bộ luật này.",
                   "\"" + out.clause + "\" does not begin with an instrument of this pack.");
    }
    out.vi = node.text("vi");
    out.en = node.text("en");
    // A part is never more certain than what it stands in.
    out.confidence = weaker(context.confidence, node.confidence_or("confidence", context.confidence));
    out.source = node.text_or("source", context.source);

    const std::string effect = node.text_or("effect", "decide");
    if (effect != "decide" && effect != "warn")
        node.wrong("effect", "phải là decide hoặc warn.", "must be decide or warn.");
    out.warning_only = effect == "warn";
    const std::string otherwise = node.text_or("otherwise", "not-met");
    if (otherwise != "not-met" && otherwise != "person") {
        node.wrong("otherwise", "phải là not-met hoặc person.", "must be not-met or person.");
    }
    out.fails_to_person = otherwise == "person";

    const auto* word = find_kind(node);
    if (word == nullptr || mistake.any()) return out;
    out.kind = word->second;
    read_predicate(node, out.kind, context, out);
    if (out.question.empty()) out.question = out.id;
    // A limit that is in doubt makes the criterion doubtful, whoever set it.
    if (const Parameter* limit = out.parameter.empty() ? nullptr : context.pack.find_parameter(out.parameter)) {
        out.confidence = weaker(out.confidence, limit->confidence);
    }

    if (out.kind == Kind::kHuman || out.fails_to_person) {
        const Located* ask = node.member("ask");
        if (ask == nullptr) return out;
        CheckedObject words(*ask, "ask", mistake);
        words.allow_only({"vi", "en"});
        out.ask_vi = words.text("vi");
        out.ask_en = words.text("en");
    }
    return out;
}

}  // namespace thidua::law
