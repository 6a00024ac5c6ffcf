#pragma once
// The fields of each record by name, said once: JSON keys and the columns of the file's tables are read
// from here. `visit(name, member)` is called for each field in order; "id" comes first where there is one.
//
//   for_each_field(person, [](std::string_view name, auto& member) { … });

#include <string_view>
#include <type_traits>
#include <utility>

#include "office/year_book.h"

namespace thidua::office {

template <class Given, class Record>
concept IsRecord = std::is_same_v<std::remove_const_t<Given>, Record>;

template <IsRecord<Office> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("name", r.name);
    visit("superior", r.superior);
    visit("place", r.place);
    visit("symbol", r.symbol);
    visit("head_title", r.head_title);
    visit("head_name", r.head_name);
    visit("year", r.year);
}

template <IsRecord<Plan> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("origin", r.origin);
    visit("status", r.status);
    visit("number", r.number);
    visit("issued_on", r.issued_on);
    visit("place", r.place);
    visit("issuer", r.issuer);
    visit("superior", r.superior);
    visit("subject", r.subject);
    visit("year", r.year);
    visit("signer_title", r.signer_title);
    visit("signer_name", r.signer_name);
    visit("unit_in_charge", r.unit_in_charge);
    visit("recipients", r.recipients);
    visit("source_text", r.source_text);
    visit("restored_text", r.restored_text);
}

template <IsRecord<PlanItem> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("plan", r.plan);
    visit("parent", r.parent);
    visit("position", r.position);
    visit("kind", r.kind);
    visit("label", r.label);
    visit("text", r.text);
    visit("source", r.source);
}

template <IsRecord<BasisDocument> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("plan", r.plan);
    visit("role", r.role);
    visit("kind", r.kind);
    visit("number", r.number);
    visit("date", r.date);
    visit("issuer", r.issuer);
    visit("subject", r.subject);
    visit("effective_from", r.effective_from);
    visit("period", r.period);
    visit("mentions", r.mentions);
}

template <IsRecord<Task> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("plan", r.plan);
    visit("item", r.item);
    visit("position", r.position);
    visit("kind", r.kind);
    visit("state", r.state);
    visit("title", r.title);
    visit("detail", r.detail);
    visit("assignee", r.assignee);
    visit("due", r.due);
    visit("recurrence", r.recurrence);
    visit("target", r.target);
    visit("target_unit", r.target_unit);
    visit("source", r.source);
}

template <IsRecord<Evidence> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("task", r.task);
    visit("date", r.date);
    visit("text", r.text);
    visit("document_number", r.document_number);
    visit("link", r.link);
}

template <IsRecord<Occasion> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("plan", r.plan);
    visit("name", r.name);
    visit("years", r.years);
    visit("date", r.date);
    visit("source", r.source);
}

template <IsRecord<Question> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("plan", r.plan);
    visit("field", r.field);
    visit("text", r.text);
    visit("answer", r.answer);
    visit("source", r.source);
}

template <IsRecord<Person> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("full_name", r.full_name);
    visit("position", r.position);
    visit("unit", r.unit);
    visit("gender", r.gender);
    visit("born_on", r.born_on);
    visit("joined_on", r.joined_on);
    visit("left_on", r.left_on);
}

template <IsRecord<YearRecord> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("person", r.person);
    visit("year", r.year);
    visit("rating", r.rating);
    visit("rating_document", r.rating_document);
    visit("movements", r.movements);
    visit("disciplined", r.disciplined);
    visit("under_review", r.under_review);
    visit("note", r.note);
}

template <IsRecord<Registration> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("person", r.person);
    visit("year", r.year);
    visit("title", r.title);
    visit("registered_on", r.registered_on);
}

template <IsRecord<Initiative> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("person", r.person);
    visit("year", r.year);
    visit("kind", r.kind);
    visit("name", r.name);
    visit("recognised", r.recognised);
    visit("decision_number", r.decision_number);
    visit("decision_date", r.decision_date);
}

template <IsRecord<Award> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("person", r.person);
    visit("year", r.year);
    visit("title", r.title);
    visit("decision_number", r.decision_number);
    visit("decision_date", r.decision_date);
    visit("issuer", r.issuer);
    visit("revoked", r.revoked);
}

template <IsRecord<LawAnswer> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("person", r.person);
    visit("year", r.year);
    visit("key", r.key);
    visit("value", r.value);
    visit("begins_on", r.begins_on);
    visit("ends_on", r.ends_on);
    visit("document", r.document);
    visit("note", r.note);
    visit("answered_on", r.answered_on);
}

template <IsRecord<InitiativeUse> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("initiative", r.initiative);
    visit("title", r.title);
    visit("year", r.year);
}

template <IsRecord<AwardBasis> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("award", r.award);
    visit("ground", r.ground);
    visit("merit", r.merit);
}

template <IsRecord<RuleOverlay> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("name", r.name);
    visit("active", r.active);
    visit("text", r.text);
}

template <IsRecord<Decision> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("person", r.person);
    visit("title", r.title);
    visit("year", r.year);
    visit("decided_on", r.decided_on);
    visit("outcome", r.outcome);
    visit("pack", r.pack);
    visit("pack_version", r.pack_version);
    visit("facts", r.facts);
    visit("verdict", r.verdict);
    visit("note", r.note);
}

template <IsRecord<IssuedDocument> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("kind", r.kind);
    visit("plan", r.plan);
    visit("person", r.person);
    visit("title", r.title);
    visit("subject", r.subject);
    visit("number", r.number);
    visit("date", r.date);
    visit("content", r.content);
    visit("made_from", r.made_from);
}

template <IsRecord<TextTemplate> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("kind", r.kind);
    visit("name", r.name);
    visit("text", r.text);
}

template <IsRecord<Setting> R, class Visit>
void for_each_field(R& r, Visit&& visit) {
    visit("id", r.id);
    visit("name", r.name);
    visit("value", r.value);
}

/// The stable English name of a record: its table in the file, and the first part of Error::where.
template <class Record>
inline constexpr std::string_view kRecordName = "";
template <>
inline constexpr std::string_view kRecordName<Office> = "office";
template <>
inline constexpr std::string_view kRecordName<Plan> = "plan";
template <>
inline constexpr std::string_view kRecordName<PlanItem> = "plan_item";
template <>
inline constexpr std::string_view kRecordName<BasisDocument> = "basis_document";
template <>
inline constexpr std::string_view kRecordName<Task> = "task";
template <>
inline constexpr std::string_view kRecordName<Evidence> = "evidence";
template <>
inline constexpr std::string_view kRecordName<Occasion> = "occasion";
template <>
inline constexpr std::string_view kRecordName<Question> = "question";
template <>
inline constexpr std::string_view kRecordName<Person> = "person";
template <>
inline constexpr std::string_view kRecordName<YearRecord> = "year_record";
template <>
inline constexpr std::string_view kRecordName<Registration> = "registration";
template <>
inline constexpr std::string_view kRecordName<Initiative> = "initiative";
template <>
inline constexpr std::string_view kRecordName<Award> = "award";
template <>
inline constexpr std::string_view kRecordName<LawAnswer> = "law_answer";
template <>
inline constexpr std::string_view kRecordName<InitiativeUse> = "initiative_use";
template <>
inline constexpr std::string_view kRecordName<AwardBasis> = "award_basis";
template <>
inline constexpr std::string_view kRecordName<RuleOverlay> = "overlay";
template <>
inline constexpr std::string_view kRecordName<Decision> = "decision";
template <>
inline constexpr std::string_view kRecordName<IssuedDocument> = "issued_document";
template <>
inline constexpr std::string_view kRecordName<TextTemplate> = "text_template";
template <>
inline constexpr std::string_view kRecordName<Setting> = "setting";

}  // namespace thidua::office
