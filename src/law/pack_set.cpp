#include <algorithm>

#include "law/pack.h"

namespace thidua::law {

const Pack* PackSet::find(std::string_view id) const {
    for (const auto& pack : packs) {
        if (pack.id == id) return &pack;
    }
    return nullptr;
}

const Pack* pack_for(const PackSet& set, const base::Date& date) {
    for (const auto& pack : set.packs) {
        if (pack.covers(date)) return &pack;
    }
    return nullptr;
}

const Pack* criteria_pack(const PackSet& set, const Facts& facts, const base::Date& on) {
    const Pack* now = pack_for(set, on);
    // Luật 06/2026/QH16 Điều 4.4 [seen second-hand]: dossiers received before its first day follow the old law. The new one,
    // if more favourable, needs its text; evaluate() says so.
    if (now != nullptr && now->locked && now->from && facts.dossier_received && *facts.dossier_received < *now->from) {
        return pack_for(set, std::min(*facts.dossier_received, base::Date{merit_year(facts, on), 12, 31}));
    }
    if (now != nullptr && now->locked) return now;
    return pack_for(set, std::min(on, base::Date{merit_year(facts, on), 12, 31}));
}

const PackSet& builtin_packs() {
    static const PackSet kPacks = [] {
        auto packs = read_packs(builtin_pack_texts());
        return packs ? std::move(*packs) : PackSet{};
    }();
    return kPacks;
}

}  // namespace thidua::law
