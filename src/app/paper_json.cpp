// What a person decided about a document, as it is kept in office::IssuedDocument::content.

#include <nlohmann/json.hpp>

#include "app/papers.h"

namespace thidua::app {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

std::string text(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Lines lines(const Json& json, const char* key) {
    Lines out;
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array()) return out;
    for (const Json& line : *found) {
        if (line.is_string()) out.push_back(line.get<std::string>());
    }
    return out;
}

std::optional<base::Date> date(const Json& json, const char* key) { return base::parse_iso(text(json, key)); }

int number(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer()) return 0;
    const auto value = found->get<std::int64_t>();
    return value < 0 || value > 100000 ? 0 : static_cast<int>(value);
}

// Empty values are left out: most documents decide little.
void put(Json& json, const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
}
void put(Json& json, const char* key, const Lines& value) {
    if (!value.empty()) json[key] = value;
}
void put(Json& json, const char* key, const std::optional<base::Date>& value) {
    if (value) json[key] = base::to_iso(*value);
}
void put(Json& json, const char* key, int value) {
    if (value != 0) json[key] = value;
}

/// Place as five numbers.
Json to_json(const document::Place& place) {
    return {place.section, place.block, place.row, place.cell, place.paragraph};
}

std::optional<document::Place> place_from(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() != 5) return std::nullopt;
    std::size_t at[5] = {};
    for (std::size_t i = 0; i < 5; ++i) {
        const Json& value = (*found)[i];
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 1'000'000) return std::nullopt;
        at[i] = value.get<std::size_t>();
    }
    return document::Place{at[0], at[1], at[2], at[3], at[4]};
}

Json to_json(const document::Meeting& meeting) {
    Json json = Json::object();
    put(json, "name", meeting.name);
    put(json, "date", meeting.date);
    put(json, "begins", meeting.begins);
    put(json, "ends", meeting.ends);
    put(json, "place", meeting.place);
    put(json, "present", meeting.present);
    put(json, "absent", meeting.absent);
    put(json, "chair", meeting.chair);
    put(json, "secretary", meeting.secretary);
    put(json, "agenda", meeting.agenda);
    put(json, "remarks", meeting.remarks);
    put(json, "members", meeting.members);
    put(json, "tellers", meeting.tellers);
    put(json, "teller_chair", meeting.teller_chair);
    put(json, "ballots_given", meeting.ballots_given);
    put(json, "ballots_returned", meeting.ballots_returned);
    return json;
}

document::Meeting meeting_from(const Json& json) {
    document::Meeting meeting;
    if (!json.is_object()) return meeting;
    meeting.name = text(json, "name");
    meeting.date = date(json, "date");
    meeting.begins = text(json, "begins");
    meeting.ends = text(json, "ends");
    meeting.place = text(json, "place");
    meeting.present = lines(json, "present");
    meeting.absent = lines(json, "absent");
    meeting.chair = text(json, "chair");
    meeting.secretary = text(json, "secretary");
    meeting.agenda = lines(json, "agenda");
    meeting.remarks = lines(json, "remarks");
    meeting.members = number(json, "members");
    meeting.tellers = lines(json, "tellers");
    meeting.teller_chair = text(json, "teller_chair");
    meeting.ballots_given = number(json, "ballots_given");
    meeting.ballots_returned = number(json, "ballots_returned");
    return meeting;
}

}  // namespace

std::string to_json(const PaperContent& content) {
    const document::Request& request = content.request;
    Json json = Json::object();
    json["format"] = 1;
    put(json, "addressees", request.issue.addressees);
    put(json, "recipients", request.issue.recipients);
    put(json, "signer_title", request.issue.signer_title);
    put(json, "signer_name", request.issue.signer_name);
    put(json, "letter_subject", request.letter_subject);
    put(json, "letter_paragraphs", request.letter_paragraphs);
    put(json, "from", request.from);
    put(json, "to", request.to);
    put(json, "grounds", request.grounds);
    if (Json meeting = to_json(request.meeting); !meeting.empty()) json["meeting"] = std::move(meeting);
    for (const ParagraphEdit& edit : content.edits) {
        json["edits"].push_back({{"at", to_json(edit.place)}, {"was", edit.was}, {"text", edit.text}});
    }
    // Broken bytes of a field must not stop the keeping.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

PaperContent paper_content_from(std::string_view bytes) {
    PaperContent content;
    const Json json = Json::parse(bytes, nullptr, false);
    if (!json.is_object()) return content;
    document::Request& request = content.request;
    request.issue.addressees = lines(json, "addressees");
    request.issue.recipients = lines(json, "recipients");
    request.issue.signer_title = text(json, "signer_title");
    request.issue.signer_name = text(json, "signer_name");
    request.letter_subject = text(json, "letter_subject");
    request.letter_paragraphs = lines(json, "letter_paragraphs");
    request.from = date(json, "from");
    request.to = date(json, "to");
    request.grounds = lines(json, "grounds");
    if (const auto meeting = json.find("meeting"); meeting != json.end()) request.meeting = meeting_from(*meeting);
    const auto edits = json.find("edits");
    if (edits == json.end() || !edits->is_array()) return content;
    for (const Json& edit : *edits) {
        const auto place = edit.is_object() ? place_from(edit, "at") : std::nullopt;
        if (place) content.edits.push_back({*place, text(edit, "was"), text(edit, "text")});
    }
    return content;
}

}  // namespace thidua::app
