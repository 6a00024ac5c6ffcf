// From the texts of packs to the checked set.
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/sha256.h"
#include "law/checked_object.h"
#include "law/criterion_reader.h"
#include "law/located_json.h"
#include "law/pack.h"
#include "law/pack_build.h"
#include "law/provisions_reader.h"
#include "office/title.h"

namespace thidua::law {

std::optional<Owner> parse_owner(std::string_view word) {
    for (const auto owner : {Owner::kNational, Owner::kProvince, Owner::kSector, Owner::kUnit}) {
        if (spelling(owner) == word) return owner;
    }
    return std::nullopt;
}

std::string_view spelling(Owner owner) {
    switch (owner) {
        case Owner::kNational: return "national";
        case Owner::kProvince: return "province";
        case Owner::kSector: return "sector";
        case Owner::kUnit: break;
    }
    return "unit";
}

std::string_view words_vi(Owner owner) {
    switch (owner) {
        case Owner::kNational: return "toàn quốc";
        case Owner::kProvince: return "bộ, ngành, tỉnh";
        case Owner::kSector: return "ngành";
        case Owner::kUnit: break;
    }
    return "cơ quan, đơn vị";
}

Instrument read_instrument(const Located& value, Mistake& mistake) {
    CheckedObject object(value, "Văn bản", mistake);
    object.allow_only({"cite", "vi", "confidence", "source"});
    Instrument out;
    out.cite = object.text("cite");
    out.vi = object.text("vi");
    out.confidence = object.confidence_or("confidence", std::nullopt);
    out.source = object.text("source");
    return out;
}

namespace {

/// A parsed text and the one it extends.
struct Source {
    std::string file;
    std::string text;
    Located root;
    std::string id;
    const Source* base = nullptr;
};

std::optional<Bound> parse_bound(std::string_view word) {
    if (word == "free") return Bound::kFree;
    if (word == "minimum") return Bound::kMinimum;
    if (word == "maximum") return Bound::kMaximum;
    if (word == "fixed") return Bound::kFixed;
    return std::nullopt;
}

void check_clause(CheckedObject& object, const Pack& pack, const std::string& clause) {
    if (object.mistake().any() || cites_known_instrument(pack, clause)) return;
    object.wrong("clause", "\"" + clause + "\" không bắt đầu bằng một văn bản của bộ luật này.",
                 "\"" + clause + "\" does not begin with an instrument of this pack.");
}

Parameter read_parameter(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Tham số", mistake);
    object.allow_only({"id", "value", "unit", "owner", "bound", "clause", "confidence", "source", "vi", "en", "valid"});
    Parameter out;
    out.line = object.line();
    out.id = object.text("id");
    out.value = object.number("value");
    if (!(out.value >= 0 && out.value <= kMostValue)) {
        object.wrong("value", "phải từ 0 đến 1.000.000.000.", "must be 0 to 1,000,000,000.");
        out.value = 0;
    }
    out.unit = object.text("unit");
    const std::string owner = object.text("owner");
    if (const auto parsed = parse_owner(owner)) {
        out.owner = *parsed;
    } else if (!mistake.any()) {
        object.wrong("owner", "phải là national, province, sector hoặc unit.",
                     "must be national, province, sector or unit.");
    }
    const std::string bound = object.text("bound");
    if (const auto parsed = parse_bound(bound)) {
        out.bound = *parsed;
    } else if (!mistake.any()) {
        object.wrong("bound", "phải là free, minimum, maximum hoặc fixed.", "must be free, minimum, maximum or fixed.");
    }
    out.clause = object.text("clause");
    check_clause(object, pack, out.clause);
    out.confidence = object.confidence_or("confidence", std::nullopt);
    out.source = object.text("source");
    out.vi = object.text("vi");
    out.en = object.text("en");
    if (object.has("valid")) {
        CheckedObject valid(*object.member("valid"), "valid", mistake);
        valid.allow_only({"from", "to"});
        out.from = valid.date_or_none("from");
        out.to = valid.date_or_none("to");
    }
    return out;
}

std::optional<Subject> parse_subject(std::string_view word) {
    if (word == "person") return Subject::kPerson;
    if (word == "collective") return Subject::kCollective;
    if (word == "household") return Subject::kHousehold;
    return std::nullopt;
}

TitleRule read_title(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Danh hiệu", mistake);
    object.allow_only({"code", "subject", "clause", "confidence", "source", "includes", "criteria"});
    TitleRule out;
    out.line = object.line();
    out.code = object.text("code");
    if (!mistake.any() && office::find_title(out.code) == nullptr) {
        object.wrong("code", "không có danh hiệu, hình thức nào mã \"" + out.code + "\".",
                     "there is no title or form with the code \"" + out.code + "\".");
    }
    const std::string subject = object.text("subject");
    if (const auto parsed = parse_subject(subject)) {
        out.subject = *parsed;
    } else if (!mistake.any()) {
        object.wrong("subject", "phải là person, collective hoặc household.",
                     "must be person, collective or household.");
    }
    out.clause = object.text("clause");
    check_clause(object, pack, out.clause);
    out.confidence = object.confidence_or("confidence", std::nullopt);
    out.source = object.text("source");
    out.includes = object.texts("includes");
    for (const auto& code : out.includes) {
        if (!mistake.any() && office::find_title(code) == nullptr) {
            object.wrong("includes", "không có mã \"" + code + "\".", "there is no code \"" + code + "\".");
        }
    }
    const Located* criteria = object.member("criteria");
    if (criteria != nullptr && !mistake.any()) {
        out.criteria = read_criterion(*criteria, {pack, out.code, out.confidence, out.source}, mistake);
    }
    return out;
}

LeftToPeople read_left(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "left_to_people", mistake);
    object.allow_only({"clause", "vi", "en", "confidence", "source"});
    LeftToPeople out;
    out.clause = object.text("clause");
    check_clause(object, pack, out.clause);
    out.vi = object.text("vi");
    out.en = object.text("en");
    out.confidence = object.confidence_or("confidence", std::nullopt);
    out.source = object.text("source");
    return out;
}

/// Appends; the same key twice is a mistake.
template <class Entry, class Same>
void put(std::vector<Entry>& entries, Entry entry, Mistake& mistake, Same same) {
    for (const auto& earlier : entries) {
        if (mistake.any() || !same(earlier, entry)) continue;
        mistake.report(entry.line, "Khai báo hai lần (lần đầu ở dòng " + std::to_string(earlier.line) + ").",
                       "Declared twice (first at line " + std::to_string(earlier.line) + ").");
        return;
    }
    entries.push_back(std::move(entry));
}

/// From the first ancestor to the pack itself.
std::vector<const Source*> lineage(const Source& source) {
    std::vector<const Source*> all;
    for (const Source* at = &source; at != nullptr; at = at->base) all.insert(all.begin(), at);
    return all;
}

const Located* section(const Source& source, std::string_view key, Mistake& mistake) {
    const Located* found = source.root.find(key);
    if (found == nullptr) return nullptr;
    if (found->kind != Located::Kind::kArray) {
        mistake.report(found->line, "\"" + std::string(key) + "\" phải là danh sách.",
                       "\"" + std::string(key) + "\" must be a list.");
        return nullptr;
    }
    return found;
}

void read_head(CheckedObject& object, Pack& pack) {
    object.allow_only({"pack",        "version",    "extends", "valid",       "status",  "reason",        "name",
                       "instruments", "parameters", "common",  "titles",      "ballots", "authorities",   "dossiers",
                       "procedure",   "deadlines",  "money",   "base_salary", "applied", "left_to_people"});
    pack.id = object.text("pack");
    pack.version = object.text("version");
    const std::string status = object.text("status");
    if (status != "open" && status != "locked")
        object.wrong("status", "phải là open hoặc locked.", "must be open or locked.");
    pack.locked = status == "locked";
    if (const Located* valid = object.member("valid")) {
        CheckedObject dates(*valid, "valid", object.mistake());
        dates.allow_only({"from", "to"});
        pack.from = dates.date_or_none("from");
        pack.to = dates.date_or_none("to");
        if (pack.from && pack.to && *pack.to < *pack.from) {
            dates.wrong("to", "ngày hết hiệu lực đứng trước ngày có hiệu lực.", "the end is before the beginning.");
        }
    }
    if (const Located* name = object.member("name")) {
        CheckedObject words(*name, "name", object.mistake());
        words.allow_only({"vi", "en"});
        pack.name_vi = words.text("vi");
        pack.name_en = words.text("en");
    }
    if (!pack.locked) return;
    if (const Located* reason = object.member("reason")) {
        CheckedObject words(*reason, "reason", object.mistake());
        words.allow_only({"vi", "en"});
        pack.reason_vi = words.text("vi");
        pack.reason_en = words.text("en");
    }
}

const Criterion* find_cycle(const Pack& pack, const Criterion& criterion, std::vector<std::string>& path) {
    if (criterion.kind == Criterion::Kind::kTitle || criterion.kind == Criterion::Kind::kConsecutive) {
        if (!criterion.title.empty()) {
            if (std::find(path.begin(), path.end(), criterion.title) != path.end()) return &criterion;
            path.push_back(criterion.title);
            for (const auto& title : pack.titles) {
                if (title.code != criterion.title) continue;
                if (find_cycle(pack, title.criteria, path) != nullptr) return &criterion;
            }
            path.pop_back();
        }
    }
    for (const auto& part : criterion.parts) {
        if (const Criterion* found = find_cycle(pack, part, path)) return found;
    }
    return nullptr;
}

/// Titles that criteria refer to must be in the pack, and no title may stand on itself.
void check_references(const Pack& pack, const Criterion& criterion, Mistake& mistake) {
    if (criterion.kind == Criterion::Kind::kTitle && !criterion.held) {
        const bool known = std::any_of(pack.titles.begin(), pack.titles.end(),
                                       [&](const TitleRule& t) { return t.code == criterion.title; });
        if (!known) {
            mistake.report(
                criterion.line, "Tiêu chí dẫn đến danh hiệu \"" + criterion.title + "\" mà bộ luật này không có.",
                "The criterion refers to the title \"" + criterion.title + "\", which this pack does not have.");
        }
    }
    for (const auto& part : criterion.parts) check_references(pack, part, mistake);
}

/// Each list from the latest text of the lineage that has it.
void read_provisions_of(const std::vector<const Source*>& sources, Pack& pack, Mistake& own) {
    Located merged;
    merged.kind = Located::Kind::kObject;
    for (const auto* key : {"ballots", "authorities", "dossiers", "procedure", "deadlines", "money", "base_salary"}) {
        for (std::size_t i = sources.size(); i-- > 0;) {
            if (const Located* list = section(*sources[i], key, own)) {
                merged.line = list->line;
                merged.members.push_back({key, *list});
                break;
            }
        }
    }
    if (!own.any()) read_provisions(merged, pack, own);
}

/// A later text of the lineage has an entry with the same values of `fields`: the ancestor's is not even read, since it
/// may cite an instrument that no longer holds.
bool restated(const std::vector<const Source*>& sources, const Source* at, std::string_view list_key,
              const Located& entry, std::initializer_list<std::string_view> fields) {
    bool later = false;
    for (const Source* source : sources) {
        if (source == at) {
            later = true;
            continue;
        }
        const Located* list = later ? source->root.find(list_key) : nullptr;
        if (list == nullptr) continue;
        for (const auto& other : list->items) {
            bool same = true;
            for (const auto field : fields) {
                const Located* a = entry.find(field);
                const Located* b = other.find(field);
                same = same && a != nullptr && b != nullptr && a->string == b->string;
            }
            if (same) return true;
        }
    }
    return false;
}

base::Result<Pack> build(const Source& source, const std::vector<ParameterValue>& values,
                         const std::vector<MoreInstruments>& more) {
    Pack pack;
    pack.file = source.file;
    Mistake own(source.file);
    CheckedObject head(source.root, "Bộ luật", own);
    if (!own.any()) read_head(head, pack);
    if (own.any()) return tl::unexpected<base::Error>(own.error());

    const auto sources = lineage(source);
    std::string hashed;
    for (const Source* at : sources) hashed += base::sha256_hex(at->text);
    pack.hash = base::sha256_hex(hashed);

    // Instruments are not inherited: a clause of a text that no longer holds must be restated, not carried over.
    if (const Located* list = section(source, "instruments", own)) {
        for (const auto& item : list->items) pack.instruments.push_back(read_instrument(item, own));
    }
    for (const auto& brought : more) {
        if (brought.pack != pack.id) continue;
        pack.instruments.insert(pack.instruments.end(), brought.instruments.begin(), brought.instruments.end());
    }
    if (pack.instruments.empty() && !own.any()) head.wrong("instruments", "thiếu hoặc trống.", "is missing or empty.");
    if (own.any()) return tl::unexpected<base::Error>(own.error());

    for (const Source* at : sources) {
        Mistake mistake(at->file);
        if (const Located* list = section(*at, "parameters", mistake)) {
            for (const auto& item : list->items) {
                if (restated(sources, at, "parameters", item, {"id"})) continue;
                put(pack.parameters, read_parameter(item, pack, mistake), mistake,
                    [](const Parameter& a, const Parameter& b) { return a.id == b.id; });
                if (mistake.any()) break;
            }
        }
        if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
    }
    for (const auto& value : values) {
        if (value.pack != pack.id) continue;
        for (auto& parameter : pack.parameters) {
            if (parameter.id != value.id) continue;
            parameter.value = value.value;
            parameter.clause = value.clause;
            parameter.confidence = value.confidence;
            parameter.source = value.source;
            parameter.owner = value.owner;
            parameter.overlay = value.overlay;
        }
    }
    // Criteria are read only now, so that inherited ones take the parameters of this pack.
    for (const Source* at : sources) {
        Mistake mistake(at->file);
        if (at == &source) {
            if (const Located* common = at->root.find("common")) {
                pack.common = read_criterion(*common, {pack, "common", Confidence::kSeen, {}}, mistake);
            }
        }
        if (const Located* list = section(*at, "titles", mistake)) {
            for (const auto& item : list->items) {
                if (restated(sources, at, "titles", item, {"code", "subject"})) continue;
                put(pack.titles, read_title(item, pack, mistake), mistake,
                    [](const TitleRule& a, const TitleRule& b) { return a.code == b.code && a.subject == b.subject; });
                if (mistake.any()) break;
            }
        }
        for (const auto& [key, lines] :
             {std::pair{"left_to_people", &pack.left_to_people}, std::pair{"applied", &pack.applied}}) {
            const Located* list = section(*at, key, mistake);
            if (list == nullptr) continue;
            for (const auto& item : list->items) {
                // What an ancestor says by an instrument that no longer holds is not carried over.
                const Located* clause = item.find("clause");
                const bool stale = at != &source && clause != nullptr && !cites_known_instrument(pack, clause->string);
                if (!stale) lines->push_back(read_left(item, pack, mistake));
            }
        }
        if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
    }
    read_provisions_of(sources, pack, own);
    if (own.any()) return tl::unexpected<base::Error>(own.error());
    if (pack.locked) return pack;
    if (pack.titles.empty()) head.wrong("titles", "thiếu hoặc trống.", "is missing or empty.");
    if (!pack.common && !own.any())
        head.wrong("common", "thiếu nguyên tắc chung.", "the common principles are missing.");
    for (const auto& title : pack.titles) {
        check_references(pack, title.criteria, own);
        std::vector<std::string> path{title.code};
        if (const Criterion* cycle = find_cycle(pack, title.criteria, path)) {
            own.report(cycle->line, "Danh hiệu \"" + title.code + "\" dẫn vòng về chính nó.",
                       "The title \"" + title.code + "\" stands on itself.");
        }
    }
    if (own.any()) return tl::unexpected<base::Error>(own.error());
    return pack;
}

bool overlap(const Pack& a, const Pack& b) {
    const bool a_before_b = a.to && b.from && *a.to < *b.from;
    const bool b_before_a = b.to && a.from && *b.to < *a.from;
    return !a_before_b && !b_before_a;
}

}  // namespace

const Parameter* Pack::find_parameter(std::string_view wanted) const {
    for (const auto& parameter : parameters) {
        if (parameter.id == wanted) return &parameter;
    }
    return nullptr;
}

const TitleRule* Pack::find_title(std::string_view code, Subject subject) const {
    for (const auto& title : titles) {
        if (title.subject == subject && title.code == code) return &title;
    }
    return nullptr;
}

base::Result<PackSet> read_packs(const std::vector<PackText>& texts) { return read_packs_with(texts, {}, {}); }

base::Result<PackSet> read_packs_with(const std::vector<PackText>& texts, const std::vector<ParameterValue>& values,
                                      const std::vector<MoreInstruments>& more) {
    std::vector<Source> sources;
    sources.reserve(texts.size());  // the pointers to bases stay valid
    PackSet set;
    for (const auto& text : texts) {
        auto root = parse_located(text.text, text.file);
        if (!root) return tl::unexpected<base::Error>(root.error());
        Source source{text.file, text.text, std::move(*root), {}, nullptr};
        Mistake mistake(text.file);
        CheckedObject object(source.root, "Bộ luật", mistake);
        if (!mistake.any()) source.id = object.text("pack");
        if (!mistake.any() && object.has("extends")) {
            const std::string base = object.text("extends");
            for (const auto& earlier : sources) {
                if (earlier.id == base) source.base = &earlier;
            }
            if (source.base == nullptr && !mistake.any()) {
                object.wrong("extends", "chưa có bộ luật \"" + base + "\" đứng trước.",
                             "there is no pack \"" + base + "\" before this one.");
            }
        }
        for (const auto& earlier : sources) {
            if (earlier.id == source.id)
                object.wrong("pack", "mã này đã dùng ở " + earlier.file + ".",
                             "this id is already used by " + earlier.file + ".");
        }
        if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
        sources.push_back(std::move(source));

        auto pack = build(sources.back(), values, more);
        if (!pack) return tl::unexpected<base::Error>(pack.error());
        for (const auto& earlier : set.packs) {
            if (!overlap(earlier, *pack)) continue;
            CheckedObject head(sources.back().root, "Bộ luật", mistake);
            head.wrong("valid", "thời gian hiệu lực chồng lên bộ " + earlier.id + " (" + earlier.file + ").",
                       "its validity overlaps the pack " + earlier.id + " (" + earlier.file + ").");
            return tl::unexpected<base::Error>(mistake.error());
        }
        set.packs.push_back(std::move(*pack));
    }
    std::sort(set.packs.begin(), set.packs.end(), [](const Pack& a, const Pack& b) {
        return a.from.value_or(base::Date{}) < b.from.value_or(base::Date{});
    });
    return set;
}

}  // namespace thidua::law
