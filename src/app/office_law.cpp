#include "app/office_law.h"

#include <algorithm>
#include <utility>

#include "law/overlay_draft.h"

namespace thidua::app {
namespace {

/// The packs outlive every program part: shared without being owned.
std::shared_ptr<const law::PackSet> builtin() { return {std::shared_ptr<const law::PackSet>(), &law::builtin_packs()}; }

std::string_view owner_word(law::Owner owner) {
    switch (owner) {
        case law::Owner::kProvince: return "province";
        case law::Owner::kSector: return "sector";
        case law::Owner::kUnit: return "unit";
        case law::Owner::kNational: break;
    }
    return "national";
}

std::string owner_name_vi(law::Owner owner) {
    switch (owner) {
        case law::Owner::kProvince: return "Quy chế của tỉnh";
        case law::Owner::kSector: return "Quy định của bộ, ngành";
        case law::Owner::kUnit: return "Quy định của đơn vị";
        case law::Owner::kNational: break;
    }
    return {};
}

std::string owner_name_en(law::Owner owner) {
    switch (owner) {
        case law::Owner::kProvince: return "Provincial rules";
        case law::Owner::kSector: return "Rules of the ministry or sector";
        case law::Owner::kUnit: return "Rules of the unit";
        case law::Owner::kNational: break;
    }
    return {};
}

base::Status checked(const ParameterEdit& edit) {
    if (edit.document.find_first_of("0123456789") == std::string::npos) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Hãy ghi số, ký hiệu văn bản quy định mức này (ví dụ: Quyết định 07/2022/QĐ-UBND).",
                          "Give the number of the text that sets this value (example: Quyết định 07/2022/QĐ-UBND).",
                          "document");
    }
    if (edit.owner == law::Owner::kNational) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Mức của trung ương không sửa được ở đây; hãy chọn tỉnh, ngành hoặc đơn vị.",
                          "A national value cannot be changed here; choose province, sector or unit.", "owner");
    }
    return {};
}

law::OverlayDraft new_draft(const ParameterEdit& edit) {
    law::OverlayDraft draft;
    draft.id = std::string(owner_word(edit.owner)) + "-" + edit.pack;
    draft.version = "1";
    draft.on = edit.pack;
    draft.owner = edit.owner;
    draft.name_vi = owner_name_vi(edit.owner);
    draft.name_en = owner_name_en(edit.owner);
    return draft;
}

void put(law::OverlayDraft& draft, const ParameterEdit& edit) {
    const law::Confidence confidence = edit.compared ? law::Confidence::kSeen : law::Confidence::kSeenSecond;
    const std::string source = edit.source.empty() ? edit.document : edit.source;
    const law::Pack* pack = law::builtin_packs().find(edit.pack);
    const auto cites = [&](const auto& text) { return text.cite == edit.document; };
    const bool known = std::any_of(draft.instruments.begin(), draft.instruments.end(), cites) ||
                       (pack != nullptr && std::any_of(pack->instruments.begin(), pack->instruments.end(), cites));
    if (!known) draft.instruments.push_back({edit.document, edit.document, confidence, source});
    law::OverlayDraft::Value value;
    value.parameter = edit.parameter;
    value.value = edit.value;
    value.clause = edit.document + (edit.article.empty() ? " (điều khoản chưa ghi)" : " " + edit.article);
    value.confidence = confidence;
    value.source = source;
    for (auto& other : draft.values) {
        if (other.parameter != edit.parameter) continue;
        other = std::move(value);
        return;
    }
    draft.values.push_back(std::move(value));
}

}  // namespace

OfficeLaw law_of(const std::vector<office::RuleOverlay>& overlays) {
    OfficeLaw out;
    std::vector<law::OverlayText> texts;
    for (const office::RuleOverlay& overlay : overlays) {
        OverlayState& state = out.overlays.emplace_back();
        state.id = overlay.id;
        state.name = overlay.name;
        state.active = overlay.active;
        if (overlay.active) texts.push_back({overlay.name, overlay.text});
    }
    if (texts.empty()) {
        out.packs = builtin();
        return out;
    }
    law::OverlaidAll all = law::apply_overlays(law::builtin_pack_texts(), texts);
    std::size_t next = 0;
    for (OverlayState& state : out.overlays) {
        if (!state.active) continue;
        state.refused = std::move(all.results[next].refused);
        state.conflicts = std::move(all.results[next].conflicts);
        ++next;
    }
    out.packs = std::make_shared<law::PackSet>(std::move(all.packs));
    return out;
}

std::vector<ParameterRow> parameters_in_force(const OfficeLaw& law, const base::Date& on) {
    std::vector<ParameterRow> rows;
    const law::Pack* pack = law::pack_for(*law.packs, on);
    const law::Pack* national = law::pack_for(law::builtin_packs(), on);
    if (pack == nullptr || national == nullptr) return rows;
    for (const law::Parameter& parameter : pack->parameters) {
        if ((parameter.from && on < *parameter.from) || (parameter.to && *parameter.to < on)) continue;
        ParameterRow& row = rows.emplace_back();
        row.now = parameter;
        row.national = national->find_parameter(parameter.id);
        row.changed = row.national != nullptr &&
                      (row.national->value != parameter.value || row.national->clause != parameter.clause);
        for (const OverlayState& state : law.overlays) {
            for (const law::OverlayConflict& conflict : state.conflicts) {
                if (conflict.parameter == parameter.id && conflict.pack == pack->id) row.conflicts.push_back(conflict);
            }
        }
        row.overlay = row.changed ? parameter.overlay : std::string();
    }
    return rows;
}

base::Result<office::RuleOverlay> with_parameter(const std::vector<office::RuleOverlay>& overlays,
                                                 const ParameterEdit& edit) {
    if (auto good = checked(edit); !good) return tl::unexpected<base::Error>(good.error());
    office::RuleOverlay target;
    law::OverlayDraft draft = new_draft(edit);
    for (const office::RuleOverlay& overlay : overlays) {
        auto read = law::read_overlay_draft(overlay.text, overlay.name);
        if (!read || read->on != edit.pack || read->owner != edit.owner) continue;
        target = overlay;
        draft = std::move(*read);
        break;
    }
    put(draft, edit);
    target.active = true;
    if (target.name.empty()) target.name = draft.name_vi + " (" + edit.pack + ")";
    target.text = law::to_json(draft);
    const auto conflicts = check_overlay(target);
    if (!conflicts) return tl::unexpected<base::Error>(conflicts.error());
    for (const law::OverlayConflict& conflict : *conflicts) {
        if (conflict.parameter != edit.parameter) continue;
        return base::fail(base::ErrorKind::kBadInput, conflict.vi, conflict.en, "value");
    }
    return target;
}

base::Result<office::RuleOverlay> without_parameter(const std::vector<office::RuleOverlay>& overlays,
                                                    std::string_view pack, std::string_view parameter) {
    // The last one that sets it is the one in force.
    for (std::size_t at = overlays.size(); at-- > 0;) {
        auto draft = law::read_overlay_draft(overlays[at].text, overlays[at].name);
        if (!draft || draft->on != pack) continue;
        const auto removed =
            std::erase_if(draft->values, [&](const auto& value) { return value.parameter == parameter; });
        if (removed == 0) continue;
        office::RuleOverlay target = overlays[at];
        target.text = law::to_json(*draft);
        return target;
    }
    return base::fail(base::ErrorKind::kNotFound, "Không có quy chế nào sửa mức này.",
                      "No local rule sets this value.");
}

base::Result<std::vector<law::OverlayConflict>> check_overlay(const office::RuleOverlay& overlay) {
    auto overlaid = law::apply_overlay(law::builtin_pack_texts(), overlay.text, overlay.name);
    if (!overlaid) return tl::unexpected<base::Error>(overlaid.error());
    return std::move(overlaid->conflicts);
}

}  // namespace thidua::app
