#include "law/case_file.h"

#include <algorithm>

#include "law/evaluation.h"

namespace thidua::law {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

base::Result<const Pack*> open_pack(const PackSet& packs, const base::Date& on) {
    const Pack* pack = pack_for(packs, on);
    if (pack != nullptr && !pack->locked) return pack;
    return base::fail(base::ErrorKind::kUnsupported,
                      "Quy định của ngày " + base::to_numeric(on) + " chưa được kiểm chứng (bộ luật đang khóa); hãy đối chiếu văn bản gốc.",
                      "The rules of " + base::to_numeric(on) + " are not verified (the pack is locked); compare with the official text.");
}

}  // namespace

base::Result<DecisionRule> who_decides(const PackSet& packs, std::string_view title, UnitKind unit, base::Date on) {
    auto pack = open_pack(packs, on);
    if (!pack) return tl::unexpected<base::Error>(pack.error());
    for (const auto& rule : (*pack)->provisions.decisions) {
        if (rule.unit == unit && contains(rule.titles, title)) return rule;
    }
    return base::fail(base::ErrorKind::kNotFound,
                      "Chưa biết ai quyết định " + title_vi(title) + " cho loại đơn vị này vào ngày " + base::to_numeric(on) + ".",
                      "Who decides " + title_en(title) + " for this kind of unit on " + base::to_numeric(on) + " is not known.");
}

base::Result<Dossier> dossier(const PackSet& packs, std::string_view title, int year, base::Date on,
                              const std::vector<std::string>& present) {
    auto pack = open_pack(packs, on);
    if (!pack) return tl::unexpected<base::Error>(pack.error());
    Dossier out;
    for (const auto& rule : (*pack)->provisions.dossiers) {
        if (!contains(rule.titles, title)) continue;
        for (const auto& part : rule.parts) {
            const bool there = contains(present, part.id) && (!part.ballot || contains(present, part.id + ".ballot"));
            out.items.push_back({part, there});
        }
    }
    if (out.items.empty()) {
        return base::fail(base::ErrorKind::kNotFound, "Chưa biết thành phần hồ sơ của " + title_vi(title) + ".",
                          "The parts of the dossier of " + title_en(title) + " are not known.");
    }
    for (const auto& item : out.items) {
        if (item.there) continue;
        if (!out.text_vi.empty()) {
            out.text_vi += "; ";
            out.text_en += "; ";
        }
        out.text_vi += item.part.words.vi + " (" + item.part.authority.clause + ")";
        out.text_en += item.part.words.en + " (" + item.part.authority.clause + ")";
    }
    out.complete = out.text_vi.empty();
    if (!out.complete) {
        out.text_vi = "Hồ sơ còn thiếu: " + out.text_vi + ".";
        out.text_en = "The dossier still lacks: " + out.text_en + ".";
    } else {
        out.text_vi = "Hồ sơ đủ thành phần.";
        out.text_en = "The dossier has all its parts.";
    }
    for (const auto& rule : (*pack)->provisions.deadlines) {
        if (!contains(rule.titles, title)) continue;
        out.last_day = base::Date{year + rule.year, rule.month, rule.day};
        out.last_day_authority = rule.authority;
    }
    return out;
}

base::Result<std::vector<StepDeadline>> procedure_from(const PackSet& packs, const Holidays& holidays, base::Date received) {
    auto pack = open_pack(packs, received);
    if (!pack) return tl::unexpected<base::Error>(pack.error());
    std::vector<StepDeadline> out;
    for (const auto& step : (*pack)->provisions.procedure) {
        out.push_back({step, after_working_days(holidays, received, step.working_days)});
    }
    return out;
}

}  // namespace thidua::law
