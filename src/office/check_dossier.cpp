#include <set>
#include <tuple>

#include "office/checker.h"

namespace thidua::office {
namespace {

/// A value that names a thing may occur once.
Status once(bool added, std::string_view record, std::string_view field) {
    if (added) return {};
    return base::fail(ErrorKind::kBadInput, "Một nội dung được ghi hai lần: hãy sửa bản ghi đã có.",
                      "The same thing is recorded twice: edit the record that is there.",
                      std::string(record) + "." + std::string(field));
}

}  // namespace

Status check(const LawAnswer& answer) {
    Checker c = checker(answer);
    c.id("person", kPersonLabel, answer.person.value, false);
    c.name("key", {"Mã câu hỏi", "The question's key"}, answer.key);
    c.line("value", {"Câu trả lời", "The answer"}, answer.value);
    c.date("begins_on", {"Từ ngày", "The first day"}, answer.begins_on);
    c.date("ends_on", {"Đến ngày", "The last day"}, answer.ends_on);
    c.date("answered_on", {"Ngày trả lời", "The date of the answer"}, answer.answered_on);
    c.line("document", {"Số văn bản", "The document's number"}, answer.document);
    c.text("note", {"Ghi chú", "The note"}, answer.note);
    if (is_period(answer.key)) {
        if (!answer.begins_on) c.fail("begins_on", "Hãy ghi ngày bắt đầu.", "Give the first day.");
        if (answer.year != 0) {
            c.fail("year", "Khoảng thời gian ghi theo ngày, không ghi theo năm.", "A period has days, not a year.");
        }
        if (answer.begins_on && answer.ends_on && *answer.ends_on < *answer.begins_on) {
            c.fail("ends_on", "Ngày kết thúc phải sau ngày bắt đầu.", "The last day must not be before the first.");
        }
    } else {
        if (answer.year != 0) c.year("year", {"Năm", "The year"}, answer.year);
        c.required("value", {"Câu trả lời", "The answer"}, answer.value);
        if (answer.begins_on || answer.ends_on) {
            c.fail("begins_on", "Nội dung này không có khoảng ngày.", "This has no period of days.");
        }
    }
    return c.result();
}

Status check(const InitiativeUse& use) {
    Checker c = checker(use);
    c.id("initiative", {"Sáng kiến", "The initiative"}, use.initiative.value, true);
    c.title("title", use.title, true, true);
    c.year("year", {"Năm xét", "The year"}, use.year);
    return c.result();
}

Status check(const AwardBasis& basis) {
    Checker c = checker(basis);
    c.id("award", {"Khen thưởng", "The award"}, basis.award.value, true);
    c.line("merit", {"Thành tích", "The merit"}, basis.merit);
    return c.result();
}

Status check(const RuleOverlay& overlay) {
    Checker c = checker(overlay);
    c.name("name", {"Tên quy chế", "The rules' name"}, overlay.name);
    c.required("text", {"Nội dung quy chế", "The rules"}, overlay.text);
    c.text("text", {"Nội dung quy chế", "The rules"}, overlay.text);
    return c.result();
}

Status check(const Decision& decision) {
    Checker c = checker(decision);
    c.id("person", kPersonLabel, decision.person.value, false);
    c.title("title", decision.title, bool(decision.person), true);
    c.year("year", {"Năm tính thành tích", "The year"}, decision.year);
    c.date("decided_on", {"Ngày xét", "The date"}, decision.decided_on);
    c.line("outcome", {"Kết luận", "The outcome"}, decision.outcome);
    c.line("pack", {"Bộ quy định", "The rule pack"}, decision.pack);
    c.line("pack_version", {"Bản của bộ quy định", "The pack's version"}, decision.pack_version);
    c.text("facts", {"Dữ kiện", "The facts"}, decision.facts);
    c.text("verdict", {"Kết quả xét", "The verdict"}, decision.verdict);
    c.text("note", {"Ghi chú", "The note"}, decision.note);
    return c.result();
}

Status check(const IssuedDocument& document) {
    Checker c = checker(document);
    c.name("kind", {"Loại văn bản", "The kind of document"}, document.kind);
    c.id("plan", {"Kế hoạch", "The plan"}, document.plan.value, false);
    c.id("person", kPersonLabel, document.person.value, false);
    if (!document.title.empty() && find_title(document.title) == nullptr) {
        c.title("title", document.title, bool(document.person), true);
    }
    c.text("subject", {"Trích yếu", "The subject"}, document.subject);
    c.number("number", {"Số văn bản", "The document's number"}, document.number, false);
    c.date("date", {"Ngày văn bản", "The document's date"}, document.date);
    c.text("content", {"Nội dung văn bản", "The document"}, document.content);
    c.not_negative("made_from", {"Mốc dữ liệu", "The entry of the journal"}, document.made_from);
    return c.result();
}

Status check(const TextTemplate& words) {
    Checker c = checker(words);
    c.name("kind", {"Loại văn bản", "The kind of document"}, words.kind);
    c.line("name", {"Tên mẫu", "The template's name"}, words.name);
    c.text("text", {"Nội dung mẫu", "The template"}, words.text);
    return c.result();
}

Status check(const Setting& setting) {
    Checker c = checker(setting);
    c.name("name", {"Tên thiết lập", "The setting's name"}, setting.name);
    c.text("value", {"Giá trị", "The value"}, setting.value);
    return c.result();
}

Status check_dossiers(const YearBook& book, const KnownRecords& known) {
    Known answers, uses, bases, overlays, decisions, documents, templates, settings;
    Status good = check_all(book.answers, answers);
    if (good) good = check_all(book.initiative_uses, uses);
    if (good) good = check_all(book.award_bases, bases);
    if (good) good = check_all(book.overlays, overlays);
    if (good) good = check_all(book.decisions, decisions);
    if (good) good = check_all(book.documents, documents);
    if (good) good = check_all(book.templates, templates);
    if (good) good = check_all(book.settings, settings);
    if (!good) return good;

    std::set<std::tuple<std::int64_t, int, std::string>> answered;
    for (const LawAnswer& answer : book.answers) {
        const std::int64_t person = answer.person.value;
        if (person != 0 && !known.people.has(person)) return dangling("law_answer", "person", person);
        if (is_period(answer.key)) continue;
        good = once(answered.emplace(person, answer.year, answer.key).second, "law_answer", "key");
        if (!good) return good;
    }
    std::set<std::tuple<std::int64_t, int, std::string>> used;
    for (const InitiativeUse& use : book.initiative_uses) {
        if (!known.initiatives.has(use.initiative.value))
            return dangling("initiative_use", "initiative", use.initiative.value);
        good = once(used.emplace(use.initiative.value, use.year, use.title).second, "initiative_use", "title");
        if (!good) return good;
    }
    std::set<std::int64_t> grounded;
    for (const AwardBasis& basis : book.award_bases) {
        if (!known.awards.has(basis.award.value)) return dangling("award_basis", "award", basis.award.value);
        good = once(grounded.insert(basis.award.value).second, "award_basis", "award");
        if (!good) return good;
    }
    for (const Decision& decision : book.decisions) {
        const std::int64_t person = decision.person.value;
        if (person != 0 && !known.people.has(person)) return dangling("decision", "person", person);
    }
    for (const IssuedDocument& document : book.documents) {
        if (document.plan && !known.plans.has(document.plan.value))
            return dangling("issued_document", "plan", document.plan.value);
        if (document.person && !known.people.has(document.person.value)) {
            return dangling("issued_document", "person", document.person.value);
        }
    }
    std::set<std::pair<std::string, std::string>> kinds;
    for (const TextTemplate& words : book.templates) {
        good = once(kinds.emplace(words.kind, words.name).second, "text_template", "name");
        if (!good) return good;
    }
    std::set<std::string> names;
    for (const Setting& setting : book.settings) {
        good = once(names.insert(setting.name).second, "setting", "name");
        if (!good) return good;
    }
    return {};
}

}  // namespace thidua::office
