// JSON Schema of facts and verdicts; the facts of a year come from the catalogue, so that the two cannot drift apart.
#include <nlohmann/json.hpp>

#include "law/fact_catalogue.h"
#include "law/facts_json.h"
#include "office/title.h"

namespace thidua::law {
namespace {

using Json = nlohmann::ordered_json;

Json text() { return {{"type", "string"}}; }
Json year() { return {{"type", "integer"}, {"minimum", 1945}, {"maximum", 2200}}; }
Json day() { return {{"type", "string"}, {"format", "date"}}; }
Json day_or_null() { return {{"type", Json::array({"string", "null"})}, {"format", "date"}}; }
Json one_of(std::initializer_list<const char*> words) {
    Json list = Json::array();
    for (const auto* word : words) list.push_back(word);
    return {{"enum", std::move(list)}};
}
Json answer() { return one_of({"yes", "no", "unknown"}); }

Json object(Json properties, std::initializer_list<const char*> required = {}) {
    Json out{{"type", "object"}};
    out["properties"] = std::move(properties);
    Json list = Json::array();
    for (const auto* key : required) list.push_back(key);
    if (!list.empty()) out["required"] = std::move(list);
    out["additionalProperties"] = false;
    return out;
}

Json list_of(Json item) {
    Json out{{"type", "array"}};
    out["items"] = std::move(item);
    return out;
}

Json ref(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }

Json title_code() {
    Json codes = Json::array();
    for (const auto& title : office::titles()) codes.push_back(std::string(title.code));
    return {{"enum", std::move(codes)}};
}

Json year_facts() {
    Json properties;
    properties["year"] = year();
    properties["rating"] = one_of({"unknown", "not_completed", "completed", "good", "excellent"});
    properties["rating_document"] = text();
    for (std::size_t i = 0; i < kYearAnswerCount; ++i) {
        const FactEntry& fact = fact_catalogue()[i];
        Json entry_schema = answer();
        entry_schema["description"] = std::string(fact.vi) + " / " + std::string(fact.en);
        properties[std::string(fact.name)] = std::move(entry_schema);
    }
    return object(std::move(properties), {"year"});
}

Json facts() {
    Json p;
    p["$schema"] = text();
    p["subject"] = one_of({"person", "collective", "household"});
    p["id"] = text();
    p["name"] = text();
    p["work"] = one_of({"public", "worker", "armed", "unknown"});
    p["year"] = year();
    p["joined_on"] = day_or_null();
    p["transferred_from"] = text();
    p["dossier_received"] = day_or_null();
    p["history_from"] = year();
    p["years"] = list_of(year_facts());
    p["disciplines"] = list_of(object({{"form", one_of({"unknown", "reprimand", "warning", "salary_cut", "demotion", "removal", "dismissal"})},
                                       {"from", day()},
                                       {"to", day_or_null()}},
                                      {"from"}));
    p["holds"] = list_of(object({{"from", day()}, {"released", day_or_null()}, {"reason", text()}}, {"from"}));
    p["leaves"] = list_of(object({{"kind", one_of({"maternity", "study", "sick", "unpaid", "other"})}, {"from", day()}, {"to", day_or_null()}},
                                 {"from"}));
    p["initiatives"] = list_of(object({{"id", text()},
                                       {"name", text()},
                                       {"kind", one_of({"initiative", "research"})},
                                       {"year", year()},
                                       {"level", one_of({"unknown", "none", "grassroots", "province", "nation"})},
                                       {"decision", text()},
                                       {"uses", list_of(object({{"title", text()}, {"year", year()}}, {"title", "year"}))}},
                                      {"year"}));
    p["awards"] = list_of(object({{"title", text()},
                                  {"year", year()},
                                  {"revoked", {{"type", "boolean"}}},
                                  {"ground", one_of({"unknown", "merit", "sudden", "thematic", "other"})},
                                  {"decision", text()},
                                  {"decided_on", day_or_null()},
                                  {"issuer", text()},
                                  {"merit", text()}},
                                 {"title", "year"}));
    p["registrations"] = list_of(object({{"title", text()}, {"year", year()}}, {"title", "year"}));
    p["judgements"] =
        list_of(object({{"question", text()}, {"year", year()}, {"answer", answer()}, {"by", text()}}, {"question", "year"}));
    p["members"] = list_of(ref("facts"));
    p["members_listed"] = answer();
    return object(std::move(p));
}

Json trace() {
    Json p;
    for (const auto* key : {"id", "kind", "clause", "source", "vi", "en", "found_vi", "found_en"}) p[key] = text();
    p["outcome"] = ref("outcome");
    p["confidence"] = ref("confidence");
    p["warning_only"] = {{"type", "boolean"}};
    p["children"] = list_of(ref("trace"));
    return object(std::move(p), {"id", "kind", "outcome", "clause", "confidence", "vi", "en"});
}

Json verdict() {
    Json p;
    p["title"] = title_code();
    p["subject"] = text();
    p["year"] = year();
    p["date"] = day();
    p["outcome"] = ref("outcome");
    p["locked"] = {{"type", "boolean"}};
    p["confidence"] = ref("confidence");
    p["clause"] = text();
    p["summary_vi"] = text();
    p["summary_en"] = text();
    p["pack"] = object({{"id", text()}, {"version", text()}, {"sha256", text()}}, {"id", "version", "sha256"});
    p["facts_sha256"] = text();
    p["missing"] = list_of(object({{"fact", text()}, {"year", {{"type", "integer"}}}, {"subject", text()}, {"vi", text()}, {"en", text()},
                                   {"clause", text()}},
                                  {"fact", "year", "vi", "en", "clause"}));
    p["questions"] = list_of(
        object({{"key", text()}, {"year", {{"type", "integer"}}}, {"vi", text()}, {"en", text()}, {"clause", text()}}, {"key", "year", "vi", "en"}));
    p["warnings"] = list_of(object({{"vi", text()}, {"en", text()}, {"clause", text()}}, {"vi", "en", "clause"}));
    p["smallest_change"] = list_of(object({{"kind", one_of({"supply", "achieve", "judge"})},
                                           {"fact", text()},
                                           {"year", {{"type", "integer"}}},
                                           {"value", text()},
                                           {"subject", text()},
                                           {"vi", text()},
                                           {"en", text()}},
                                          {"kind", "fact", "year", "value", "vi", "en"}));
    p["trace"] = ref("trace");
    return object(std::move(p), {"title", "year", "date", "outcome", "locked", "confidence", "clause", "summary_vi", "summary_en", "pack",
                                 "facts_sha256", "missing", "questions", "warnings", "smallest_change", "trace"});
}

}  // namespace

std::string verdict_schema() {
    Json out;
    out["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    out["title"] = "Thi Dua: facts and verdicts";
    Json defs;
    defs["outcome"] = one_of({"not-met", "not-known", "for-person", "met"});
    defs["confidence"] = one_of({"seen", "seen-2nd", "recalled", "unverified"});
    defs["facts"] = facts();
    defs["trace"] = trace();
    defs["verdict"] = verdict();
    out["$defs"] = std::move(defs);
    out["oneOf"] = Json::array({ref("facts"), ref("verdict")});
    return out.dump(2);
}

}  // namespace thidua::law
