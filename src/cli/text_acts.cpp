// `thidua restore` and `thidua parse`: a text by itself, without a file of the year.

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/acts.h"
#include "cli/files.h"
#include "cli/parse_schema.h"
#include "intake/plan_reader.h"
#include "intake/structure_json.h"

namespace thidua::cli {
namespace {

using Json = nlohmann::ordered_json;

Json token_json(const text::RestoredToken& token, const std::string& source) {
    Json out;
    out["text"] = token.text;
    out["source"] = source.substr(token.source_begin, token.source_end - token.source_begin);
    out["line"] = token.line + 1;
    out["source_span"] = {token.source_begin, token.source_end};
    out["span"] = {token.begin, token.end};
    out["confidence"] = token.confidence;
    out["doubtful"] = token.doubtful;
    out["fixed"] = token.fixed;
    Json alternatives = Json::array();
    for (const text::Alternative& alternative : token.alternatives) {
        alternatives.push_back({{"text", alternative.text}, {"probability", alternative.probability}});
    }
    out["alternatives"] = std::move(alternatives);
    return out;
}

}  // namespace

base::Status restore(const Arguments& arguments, Output& output) {
    if (arguments.has("schema")) {
        output.out << restore_schema() << "\n";
        return {};
    }
    const auto source = read_text(arguments.names[0], output);
    if (!source) return tl::unexpected(source.error());
    const auto restored = restore_text(*source);
    if (!restored) return tl::unexpected(restored.error());
    if (!arguments.has("json")) {
        output.out << restored->text;
        if (!restored->text.ends_with('\n')) output.out << "\n";
        return {};
    }
    Json out;
    out["format"] = 1;
    out["already_vietnamese"] = restored->already_vietnamese;
    out["text"] = restored->text;
    Json tokens = Json::array();
    for (const text::RestoredToken& token : restored->tokens) tokens.push_back(token_json(token, *source));
    out["tokens"] = std::move(tokens);
    // Broken bytes of the source must not stop the print.
    output.out << out.dump(1, ' ', false, Json::error_handler_t::replace) << "\n";
    return {};
}

base::Status parse(const Arguments& arguments, Output& output) {
    if (arguments.has("schema")) {
        output.out << parse_schema() << "\n";
        return {};
    }
    const auto source = read_text(arguments.names[0], output);
    if (!source) return tl::unexpected(source.error());
    const auto restored = restore_text(*source);
    if (!restored) return tl::unexpected(restored.error());
    const intake::PlanReading reading = intake::read_plan_with_spans(restored->text);
    if (arguments.has("json")) {
        output.out << intake::to_structure_json(reading) << "\n";
    } else {
        print_plan(reading.bundle, output);
    }
    return {};
}

}  // namespace thidua::cli
