// Facts, packs and overlays of any bytes: refused or read, never a crash; whatever facts are read can be judged.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "law/facts_json.h"
#include "law/ledger.h"
#include "law/overlay.h"
#include "law/verdict.h"
#include "office/title.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace thidua;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static_cast<void>(law::read_packs({{"fuzz.json", std::string(text)}}));
    static_cast<void>(law::apply_overlay(law::builtin_pack_texts(), text, "fuzz.json"));
    const auto facts = law::facts_from_json(text, "fuzz.json");
    if (!facts) return 0;
    for (const auto& title : office::titles()) {
        for (const base::Date on : {base::Date{2024, 12, 20}, base::Date{2025, 12, 20}, base::Date{2026, 11, 22}}) {
            const auto verdict = law::evaluate(law::builtin_packs(), *facts, title.code, on);
            if (verdict && verdict->outcome != law::judge(law::builtin_packs(), *facts, title.code, on)) __builtin_trap();
        }
    }
    static_cast<void>(law::check_ledgers(law::builtin_packs().packs[1], *facts));
    return 0;
}
