#include "law/overlay_draft.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "law/checked_object.h"
#include "law/pack_build.h"

namespace thidua::law {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    if (value == std::floor(value)) return Json(static_cast<std::int64_t>(value));
    return Json(value);
}

OverlayDraft::Value value_from(const Located& item, Mistake& mistake) {
    CheckedObject object(item, "Tham số", mistake);
    OverlayDraft::Value value;
    value.parameter = object.text("id");
    value.value = object.number("value");
    value.clause = object.text("clause");
    value.confidence = object.confidence_or("confidence", Confidence::kUnverified);
    value.source = object.text_or("source", {});
    return value;
}

OverlayDraft::Text text_from(const Located& item, Mistake& mistake) {
    CheckedObject object(item, "Văn bản", mistake);
    OverlayDraft::Text text;
    text.cite = object.text("cite");
    text.vi = object.text("vi");
    text.confidence = object.confidence_or("confidence", Confidence::kUnverified);
    text.source = object.text_or("source", {});
    return text;
}

}  // namespace

base::Result<OverlayDraft> read_overlay_draft(std::string_view text, std::string_view file) {
    const auto root = parse_located(text, file);
    if (!root) return tl::unexpected<base::Error>(root.error());
    Mistake mistake{std::string(file)};
    CheckedObject head(*root, "Quy chế", mistake);
    OverlayDraft draft;
    draft.id = head.text("overlay");
    draft.version = head.text("version");
    draft.on = head.text("on");
    if (const auto owner = parse_owner(head.text("owner"))) draft.owner = *owner;
    if (const Located* name = head.member("name")) {
        CheckedObject words(*name, "name", mistake);
        draft.name_vi = words.text("vi");
        draft.name_en = words.text("en");
    }
    for (const auto& item : head.list("instruments")) draft.instruments.push_back(text_from(item, mistake));
    for (const auto& item : head.list("parameters")) draft.values.push_back(value_from(item, mistake));
    if (mistake.any()) return tl::unexpected<base::Error>(mistake.error());
    const Json whole = Json::parse(text, nullptr, false);
    if (const auto list = whole.find("criteria"); list != whole.end()) {
        for (const auto& item : *list) draft.additions.push_back(item.dump());
    }
    return draft;
}

std::string to_json(const OverlayDraft& draft) {
    Json out;
    out["overlay"] = draft.id;
    out["version"] = draft.version;
    out["on"] = draft.on;
    out["owner"] = std::string(spelling(draft.owner));
    out["name"] = Json{{"vi", draft.name_vi}, {"en", draft.name_en}};
    Json instruments = Json::array();
    for (const auto& text : draft.instruments) {
        instruments.push_back(Json{{"cite", text.cite},
                                   {"vi", text.vi},
                                   {"confidence", std::string(spelling(text.confidence))},
                                   {"source", text.source}});
    }
    out["instruments"] = std::move(instruments);
    Json values = Json::array();
    for (const auto& value : draft.values) {
        values.push_back(Json{{"id", value.parameter},
                              {"value", number(value.value)},
                              {"clause", value.clause},
                              {"confidence", std::string(spelling(value.confidence))},
                              {"source", value.source}});
    }
    out["parameters"] = std::move(values);
    Json criteria = Json::array();
    for (const auto& addition : draft.additions) {
        Json item = Json::parse(addition, nullptr, false);
        if (!item.is_discarded()) criteria.push_back(std::move(item));
    }
    out["criteria"] = std::move(criteria);
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace thidua::law
