#include "law/overlay.h"

#include <algorithm>

#include "base/sha256.h"
#include "law/checked_object.h"
#include "law/criterion_reader.h"
#include "law/fact_words.h"
#include "law/pack_build.h"

namespace thidua::law {
namespace {

/// Why the value may not stand against the national one; empty when it may.
std::string conflict_reason(const Parameter& national, double value, bool vietnamese) {
    const auto quantity = [&](double number) {
        return number_words(number, !vietnamese) + " " + std::string(vietnamese ? national.unit : unit_en(national.unit, number));
    };
    const std::string have = quantity(national.value);
    const std::string want = quantity(value);
    switch (national.bound) {
        case Bound::kFree: return {};
        case Bound::kMinimum:
            if (value >= national.value) return {};
            return vietnamese ? want + " thấp hơn mức tối thiểu " + have
                              : want + " is below the national minimum of " + have;
        case Bound::kMaximum:
            if (value <= national.value) return {};
            return vietnamese ? want + " cao hơn mức tối đa " + have
                              : want + " is above the national maximum of " + have;
        case Bound::kFixed: break;
    }
    if (value == national.value) return {};
    return vietnamese ? want + " khác mức cố định " + have : want + " differs from the fixed value of " + have;
}

struct Reading {
    std::string pack;
    std::vector<ParameterValue> values;
    std::vector<OverlayConflict> conflicts;
};

void read_value(const Located& item, const Pack& pack, Owner owner, Mistake& mistake, Reading& out) {
    CheckedObject object(item, "Tham số", mistake);
    object.allow_only({"id", "value", "clause", "confidence", "source"});
    ParameterValue value;
    value.pack = pack.id;
    value.id = object.text("id");
    value.value = object.number("value");
    if (!(value.value >= 0 && value.value <= kMostValue)) {
        object.wrong("value", "phải từ 0 đến 1.000.000.000.", "must be 0 to 1,000,000,000.");
        return;
    }
    value.clause = object.text("clause");
    value.confidence = object.confidence_or("confidence", std::nullopt);
    value.source = object.text("source");
    value.owner = owner;
    value.overlay = mistake.file();
    if (mistake.any()) return;
    const Parameter* national = pack.find_parameter(value.id);
    if (national == nullptr) {
        object.wrong("id", "bộ luật không có tham số \"" + value.id + "\".",
                     "the pack has no parameter \"" + value.id + "\".");
        return;
    }
    if (!cites_known_instrument(pack, value.clause)) {
        object.wrong("clause", "\"" + value.clause + "\" không bắt đầu bằng một văn bản đã khai báo.",
                     "\"" + value.clause + "\" does not begin with a declared instrument.");
        return;
    }
    const std::string reason = conflict_reason(*national, value.value, true);
    if (reason.empty()) {
        out.values.push_back(std::move(value));
        return;
    }
    out.conflicts.push_back({pack.id, value.id, national->clause, object.line(),
                             "\"" + national->vi + "\": " + reason + " (" + national->clause +
                                 "); không áp dụng, giữ mức của " + std::string(words_vi(national->owner)) + ".",
                             "\"" + national->en + "\": " + conflict_reason(*national, value.value, false) + " (" +
                                 national->clause + "); not applied."});
}

void read_addition(const Located& item, Pack& pack, Mistake& mistake) {
    CheckedObject object(item, "Tiêu chí thêm", mistake);
    object.allow_only({"title", "subject", "add"});
    const std::string code = object.text("title");
    Subject subject = Subject::kPerson;
    const std::string word = object.text("subject");
    if (!from_word(word, subject) && !mistake.any()) {
        object.wrong("subject", "phải là person, collective hoặc household.",
                     "must be person, collective or household.");
    }
    const Located* add = object.member("add");
    if (mistake.any() || add == nullptr) return;
    for (auto& rule : pack.titles) {
        if (rule.code != code || rule.subject != subject) continue;
        Criterion extra = read_criterion(*add, {pack, code + ".local", Confidence::kSeen, {}}, mistake);
        // Only ever "and": a local rule may ask more, never less.
        Criterion both;
        both.kind = Criterion::Kind::kAll;
        both.id = rule.criteria.id + "+";
        both.clause = rule.criteria.clause;
        both.confidence = rule.criteria.confidence;
        both.source = rule.criteria.source;
        both.vi = rule.criteria.vi;
        both.en = rule.criteria.en;
        both.line = rule.criteria.line;
        both.parts.push_back(std::move(rule.criteria));
        both.parts.push_back(std::move(extra));
        rule.criteria = std::move(both);
        return;
    }
    object.wrong("title", "bộ luật không có \"" + code + "\" cho đối tượng này.",
                 "the pack has no \"" + code + "\" for this kind of subject.");
}

}  // namespace

namespace {

/// What was accepted so far: overlays are read again over it whenever one more is added.
struct Layers {
    std::vector<ParameterValue> values;
    std::vector<MoreInstruments> more;
};

/// One overlay on top of the layers; they take it in only when all of it is good.
base::Result<Overlaid> add_layer(const std::vector<PackText>& texts, std::string_view overlay, std::string_view file,
                                 Layers& layers) {
    auto root = parse_located(overlay, file);
    if (!root) return tl::unexpected<base::Error>(root.error());
    Mistake mistake{std::string(file)};
    const auto failed = [&] { return tl::unexpected<base::Error>(mistake.error()); };
    CheckedObject head(*root, "Quy chế", mistake);
    if (mistake.any()) return failed();
    head.allow_only({"overlay", "version", "on", "owner", "name", "instruments", "parameters", "criteria"});
    head.text("overlay");
    head.text("version");
    const std::string on = head.text("on");
    const std::string owner_word = head.text("owner");
    const auto owner = parse_owner(owner_word);
    if (!mistake.any() && (!owner || *owner == Owner::kNational)) {
        head.wrong("owner", "phải là province, sector hoặc unit.", "must be province, sector or unit.");
    }
    if (const Located* name = head.member("name")) {
        CheckedObject words(*name, "name", mistake);
        words.allow_only({"vi", "en"});
        words.text("vi");
        words.text("en");
    }
    Layers next = layers;
    MoreInstruments& brought = next.more.emplace_back();
    brought.pack = on;
    for (const auto& item : head.list("instruments")) brought.instruments.push_back(read_instrument(item, mistake));
    if (mistake.any()) return failed();

    auto plain = read_packs_with(texts, next.values, next.more);
    if (!plain) return tl::unexpected<base::Error>(plain.error());
    const Pack* below = plain->find(on);
    if (below == nullptr) {
        head.wrong("on", "không có bộ luật \"" + on + "\".", "there is no pack \"" + on + "\".");
        return failed();
    }
    Reading reading;
    for (const auto& item : head.list("parameters")) read_value(item, *below, *owner, mistake, reading);
    if (mistake.any()) return failed();

    next.values.insert(next.values.end(), reading.values.begin(), reading.values.end());
    auto packs = read_packs_with(texts, next.values, next.more);
    if (!packs) return tl::unexpected<base::Error>(packs.error());
    layers = std::move(next);
    return Overlaid{std::move(*packs), std::move(reading.conflicts)};
}

/// The criteria that the overlay adds, and its part in the pack's hash.
base::Status add_criteria(std::string_view overlay, std::string_view file, PackSet& packs) {
    const auto root = parse_located(overlay, file);
    if (!root) return tl::unexpected<base::Error>(root.error());
    Mistake mistake{std::string(file)};
    CheckedObject head(*root, "Quy chế", mistake);
    const std::string on = head.text("on");
    for (auto& pack : packs.packs) {
        if (pack.id != on) continue;
        for (const auto& item : head.list("criteria")) read_addition(item, pack, mistake);
        pack.hash = base::sha256_hex(pack.hash + base::sha256_hex(overlay));
    }
    if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
    return {};
}

}  // namespace

base::Result<Overlaid> apply_overlay(const std::vector<PackText>& texts, std::string_view overlay,
                                     std::string_view file) {
    Layers layers;
    auto overlaid = add_layer(texts, overlay, file, layers);
    if (!overlaid) return overlaid;
    if (auto good = add_criteria(overlay, file, overlaid->packs); !good)
        return tl::unexpected<base::Error>(good.error());
    return overlaid;
}

OverlaidAll apply_overlays(const std::vector<PackText>& texts, const std::vector<OverlayText>& overlays) {
    OverlaidAll all;
    if (auto packs = read_packs(texts)) all.packs = std::move(*packs);
    Layers layers;
    std::vector<const OverlayText*> accepted;
    for (const auto& overlay : overlays) {
        OverlayResult& result = all.results.emplace_back();
        Layers next = layers;
        auto overlaid = add_layer(texts, overlay.text, overlay.name, next);
        if (!overlaid) {
            result.refused = overlaid.error();
            continue;
        }
        // Reading anew drops the criteria of the overlays before.
        bool good = true;
        for (const OverlayText* earlier : accepted)
            good = good && add_criteria(earlier->text, earlier->name, overlaid->packs);
        if (auto added = add_criteria(overlay.text, overlay.name, overlaid->packs); !added) {
            result.refused = added.error();
            continue;
        }
        if (!good) continue;
        result.conflicts = std::move(overlaid->conflicts);
        all.packs = std::move(overlaid->packs);
        layers = std::move(next);
        accepted.push_back(&overlay);
    }
    return all;
}

}  // namespace thidua::law
