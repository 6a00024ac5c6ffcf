#include "cli/parse_schema.h"

#include <nlohmann/json.hpp>

namespace thidua::cli {
namespace {

using Json = nlohmann::ordered_json;

Json type(const char* name) { return {{"type", name}}; }
Json date() { return {{"type", "string"}, {"format", "date"}}; }
Json ref(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json one_of(std::initializer_list<const char*> words) {
    Json values = Json::array();
    for (const char* word : words) values.push_back(word);
    return {{"enum", std::move(values)}};
}
Json pair() { return {{"type", "array"}, {"items", type("integer")}, {"minItems", 2}, {"maxItems", 2}}; }

Json object(Json properties, std::initializer_list<const char*> required = {}) {
    Json out{{"type", "object"}, {"properties", std::move(properties)}};
    if (required.size() > 0) {
        Json names = Json::array();
        for (const char* name : required) names.push_back(name);
        out["required"] = std::move(names);
    }
    out["additionalProperties"] = false;
    return out;
}

Json spans(std::initializer_list<const char*> names) {
    Json properties;
    for (const char* name : names) properties[name] = ref("span");
    return object(std::move(properties));
}

}  // namespace

std::string parse_schema() {
    Json root;
    root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    root["title"] = "thidua parse --json";
    Json defs;
    defs["span"] = object({{"lines", pair()}, {"bytes", pair()}}, {"lines", "bytes"});
    defs["field"] = object({{"value", type("string")}, {"span", ref("span")}}, {"value"});
    root["$defs"] = std::move(defs);
    Json document;
    for (const char* key :
         {"kind", "number", "issued_on", "place", "superior", "issuer", "subject", "signer_title", "signer_name"}) {
        document[key] = ref("field");
    }
    document["year"] = type("integer");
    document["unit_in_charge"] = type("string");
    document["recipients"] = list_of(ref("field"));
    Json properties;
    properties["format"] = {{"const", 1}};
    properties["document"] = object(std::move(document));
    properties["items"] = list_of(object({{"id", type("integer")},
                                          {"parent", type("integer")},
                                          {"kind", one_of({"preamble", "section", "heading", "paragraph", "closing"})},
                                          {"label", type("string")},
                                          {"text", type("string")},
                                          {"span", ref("span")}},
                                         {"id", "kind", "text", "span"}));
    properties["basis"] = list_of(object({{"id", type("integer")},
                                          {"role", one_of({"basis", "cited"})},
                                          {"kind", type("string")},
                                          {"number", type("string")},
                                          {"date", date()},
                                          {"issuer", type("string")},
                                          {"subject", type("string")},
                                          {"period", type("string")},
                                          {"effective_from", date()},
                                          {"spans", spans({"number", "date", "issuer", "subject"})},
                                          {"mentions", list_of(ref("span"))}},
                                         {"id", "role", "mentions"}));
    properties["tasks"] = list_of(object({{"id", type("integer")},
                                          {"item", type("integer")},
                                          {"kind", one_of({"task", "duty"})},
                                          {"title", type("string")},
                                          {"detail", type("string")},
                                          {"assignee", type("string")},
                                          {"due", date()},
                                          {"recurrence", type("string")},
                                          {"target", type("string")},
                                          {"target_unit", type("string")},
                                          {"span", ref("span")},
                                          {"spans", spans({"assignee", "due", "recurrence", "target"})}},
                                         {"id", "item", "kind", "title", "detail", "span"}));
    properties["occasions"] = list_of(object({{"id", type("integer")},
                                              {"name", type("string")},
                                              {"years", type("integer")},
                                              {"date", date()},
                                              {"first", date()},
                                              {"verified", type("boolean")},
                                              {"span", ref("span")}},
                                             {"id", "name", "span"}));
    properties["campaigns"] = list_of(
        object({{"kind", type("string")}, {"name", type("string")}, {"span", ref("span")}}, {"kind", "name", "span"}));
    properties["questions"] = list_of(
        object({{"id", type("integer")}, {"field", type("string")}, {"text", type("string")}, {"span", ref("span")}},
               {"id", "field", "text"}));
    Json body = object(std::move(properties),
                       {"format", "document", "items", "basis", "tasks", "occasions", "campaigns", "questions"});
    for (auto& [key, value] : body.items()) root[key] = value;
    return root.dump(2);
}

std::string restore_schema() {
    Json alternative = object({{"text", type("string")}, {"probability", type("number")}}, {"text", "probability"});
    Json token =
        object({{"text", type("string")},
                {"source", type("string")},
                {"line", type("integer")},
                {"source_span", pair()},
                {"span", pair()},
                {"confidence", type("number")},
                {"doubtful", type("boolean")},
                {"fixed", type("boolean")},
                {"alternatives", list_of(std::move(alternative))}},
               {"text", "source", "line", "source_span", "span", "confidence", "doubtful", "fixed", "alternatives"});
    Json root;
    root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    root["title"] = "thidua restore --json";
    Json body = object({{"format", {{"const", 1}}},
                        {"already_vietnamese", type("boolean")},
                        {"text", type("string")},
                        {"tokens", list_of(std::move(token))}},
                       {"format", "already_vietnamese", "text", "tokens"});
    for (auto& [key, value] : body.items()) root[key] = value;
    return root.dump(2);
}

}  // namespace thidua::cli
