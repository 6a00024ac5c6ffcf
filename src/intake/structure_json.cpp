#include "intake/structure_json.h"

#include <nlohmann/json.hpp>
#include <unordered_map>

namespace thidua::intake {
namespace {

using Json = nlohmann::ordered_json;
using office::SourceSpan;

Json span_json(const SourceSpan& span) {
    return Json{{"lines", Json::array({span.first_line, span.last_line})},
                {"bytes", Json::array({span.begin, span.end})}};
}

bool is_read(const SourceSpan& span) { return span.first_line > 0; }

class Writer {
public:
    explicit Writer(const PlanReading& reading) : reading_(reading) {
        for (const FieldSpan& field : reading.fields) spans_.emplace(field.field, field.span);
    }

    std::string run() {
        Json root;
        root["format"] = kStructureFormat;
        root["document"] = document();
        root["items"] = items();
        root["basis"] = basis();
        root["tasks"] = tasks();
        root["occasions"] = occasions();
        root["campaigns"] = campaigns();
        root["questions"] = questions();
        return root.dump(2, ' ', false, Json::error_handler_t::replace);
    }

private:
    static void put(Json& object, const char* key, const std::string& value) {
        if (!value.empty()) object[key] = value;
    }
    static void put(Json& object, const char* key, const std::optional<base::Date>& date) {
        if (date) object[key] = base::to_iso(*date);
    }

    /// {"value": …, "span": …}; left out when there is no value.
    void field(Json& object, const char* key, const std::string& value, const std::string& name) const {
        if (value.empty()) return;
        Json entry;
        entry["value"] = value;
        if (const auto found = spans_.find(name); found != spans_.end()) entry["span"] = span_json(found->second);
        object[key] = std::move(entry);
    }

    /// "spans": the fields of one record that have a place of their own.
    void spans_of(Json& object, const std::string& prefix, std::initializer_list<const char*> names) const {
        Json spans = Json::object();
        for (const char* name : names) {
            if (const auto found = spans_.find(prefix + name); found != spans_.end())
                spans[name] = span_json(found->second);
        }
        if (!spans.empty()) object["spans"] = std::move(spans);
    }

    Json document() const {
        const office::Plan& plan = reading_.bundle.plan;
        Json out = Json::object();
        field(out, "kind", reading_.document_kind, "plan.kind");
        field(out, "number", plan.number, "plan.number");
        field(out, "issued_on", plan.issued_on ? base::to_iso(*plan.issued_on) : std::string(), "plan.issued_on");
        field(out, "place", plan.place, "plan.place");
        field(out, "superior", plan.superior, "plan.superior");
        field(out, "issuer", plan.issuer, "plan.issuer");
        field(out, "subject", plan.subject, "plan.subject");
        if (plan.year > 0) out["year"] = plan.year;
        put(out, "unit_in_charge", plan.unit_in_charge);
        field(out, "signer_title", plan.signer_title, "plan.signer_title");
        field(out, "signer_name", plan.signer_name, "plan.signer_name");
        Json recipients = Json::array();
        for (std::size_t i = 0; i < plan.recipients.size(); ++i) {
            Json entry;
            entry["value"] = plan.recipients[i];
            if (const auto found = spans_.find("plan.recipients." + std::to_string(i)); found != spans_.end()) {
                entry["span"] = span_json(found->second);
            }
            recipients.push_back(std::move(entry));
        }
        out["recipients"] = std::move(recipients);
        return out;
    }

    Json items() const {
        constexpr const char* kKinds[] = {"preamble", "section", "heading", "paragraph", "closing"};
        Json out = Json::array();
        for (const office::PlanItem& item : reading_.bundle.items) {
            Json entry;
            entry["id"] = item.id.value;
            if (item.parent) entry["parent"] = item.parent.value;
            entry["kind"] = kKinds[static_cast<std::size_t>(item.kind)];
            put(entry, "label", item.label);
            entry["text"] = item.text;
            entry["span"] = span_json(item.source);
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json basis() const {
        Json out = Json::array();
        std::size_t index = 0;
        for (const office::BasisDocument& document : reading_.bundle.basis) {
            Json entry;
            entry["id"] = document.id.value;
            entry["role"] = document.role == office::BasisDocument::Role::kBasis ? "basis" : "cited";
            put(entry, "kind", document.kind);
            put(entry, "number", document.number);
            put(entry, "date", document.date);
            put(entry, "issuer", document.issuer);
            put(entry, "subject", document.subject);
            put(entry, "period", document.period);
            put(entry, "effective_from", document.effective_from);
            spans_of(entry, "basis." + std::to_string(index++) + ".", {"number", "date", "issuer", "subject"});
            Json mentions = Json::array();
            for (const SourceSpan& mention : document.mentions) mentions.push_back(span_json(mention));
            entry["mentions"] = std::move(mentions);
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json tasks() const {
        Json out = Json::array();
        std::size_t index = 0;
        for (const office::Task& task : reading_.bundle.tasks) {
            Json entry;
            entry["id"] = task.id.value;
            entry["item"] = task.item.value;
            entry["kind"] = task.kind == office::Task::Kind::kTask ? "task" : "duty";
            entry["title"] = task.title;
            entry["detail"] = task.detail;
            put(entry, "assignee", task.assignee);
            put(entry, "due", task.due);
            put(entry, "recurrence", task.recurrence);
            put(entry, "target", task.target);
            put(entry, "target_unit", task.target_unit);
            entry["span"] = span_json(task.source);
            spans_of(entry, "task." + std::to_string(index++) + ".", {"assignee", "due", "recurrence", "target"});
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json occasions() const {
        Json out = Json::array();
        for (const office::Occasion& occasion : reading_.bundle.occasions) {
            Json entry;
            entry["id"] = occasion.id.value;
            entry["name"] = occasion.name;
            if (occasion.years > 0) entry["years"] = occasion.years;
            put(entry, "date", occasion.date);
            // The day that is counted from, unless the number of years contradicts it.
            const Anniversary* known = find_anniversary(built_in_calendar(), occasion.name);
            const int year = reading_.bundle.plan.year;
            if (known && (occasion.years == 0 || year == 0 || known->first.year + occasion.years == year)) {
                entry["first"] = base::to_iso(known->first);
                entry["verified"] = known->verified;
            }
            entry["span"] = span_json(occasion.source);
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json campaigns() const {
        Json out = Json::array();
        for (const Campaign& campaign : reading_.campaigns) {
            Json entry;
            entry["kind"] = campaign.kind;
            entry["name"] = campaign.name;
            entry["span"] = span_json(campaign.span);
            out.push_back(std::move(entry));
        }
        return out;
    }

    Json questions() const {
        Json out = Json::array();
        for (const office::Question& question : reading_.bundle.questions) {
            Json entry;
            entry["id"] = question.id.value;
            entry["field"] = question.field;
            entry["text"] = question.text;
            if (is_read(question.source)) entry["span"] = span_json(question.source);
            out.push_back(std::move(entry));
        }
        return out;
    }

    const PlanReading& reading_;
    std::unordered_map<std::string, SourceSpan> spans_;
};

}  // namespace

std::string to_structure_json(const PlanReading& reading) { return Writer(reading).run(); }

}  // namespace thidua::intake
