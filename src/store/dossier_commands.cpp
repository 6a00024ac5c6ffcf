// Acts on what the law asks beside the years, on decisions, on edited documents, and on the office's own wording.

#include "store/acts.h"

namespace thidua::store {
namespace {

using base::Id;
using base::Result;
using base::Status;
using office::AwardBasis;
using office::Decision;
using office::Initiative;
using office::InitiativeUse;
using office::IssuedDocument;
using office::LawAnswer;
using office::RuleOverlay;
using office::Setting;
using office::TextTemplate;

std::string period_name(std::string_view key) {
    if (key == office::kDisciplineKey) return "Ghi kỷ luật";
    if (key == office::kHoldKey) return "Ghi việc xem xét, xác minh";
    return "Ghi thời gian nghỉ";
}

std::string words_of(Store& store, const LawAnswer& answer) {
    if (office::is_period(answer.key)) return act_words(period_name(answer.key), person_name(store, answer.person));
    const std::string act = answer.year == 0 ? "Trả lời" : "Trả lời cho năm " + std::to_string(answer.year);
    return act_words(act, person_name(store, answer.person));
}

/// The answer that the file already holds to the same question; nothing when there is none.
Result<std::vector<LawAnswer>> same_question(Store& store, const LawAnswer& answer) {
    auto found = select_records<LawAnswer>(store.inner().db.get(),
                                           "WHERE coalesce(person, 0) = ? AND year = ? AND begins_on IS NULL",
                                           {answer.person.value, answer.year});
    if (found) std::erase_if(*found, [&](const LawAnswer& other) { return other.key != answer.key; });
    return found;
}

/// Answered before with the same words: the day of the first answer stays.
bool says_the_same(const LawAnswer& a, const LawAnswer& b) {
    return a.value == b.value && a.document == b.document && a.note == b.note;
}

Status may_be_kept(Store& store, const LawAnswer& answer) {
    if (auto good = office::check(answer); !good) return good;
    return person_must_exist(store, answer.person);
}

std::string name_of(const IssuedDocument& document) {
    return document.subject.empty() ? document.number : document.subject;
}

std::string name_of(Store& store, const Decision& decision) {
    return title_name(decision.title) + ", " + person_name(store, decision.person);
}

Status may_be_kept(Store& store, const IssuedDocument& document) {
    if (auto good = office::check(document); !good) return good;
    if (document.plan) {
        if (auto good = must_exist(store, document.plan); !good) return good;
    }
    return person_must_exist(store, document.person);
}

}  // namespace

// --- answers -----------------------------------------------------------------------------------------------

Result<Id<LawAnswer>> set_law_answer(Store& store, const LawAnswer& given) {
    if (auto good = may_be_kept(store, given); !good) return tl::unexpected(good.error());
    const std::string words = words_of(store, given);
    if (office::is_period(given.key)) return add_record(store, "answer.set", words, given);
    const auto found = same_question(store, given);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return add_record(store, "answer.set", words, given);
    if (says_the_same(found->front(), given)) return found->front().id;
    LawAnswer answer = given;
    answer.id = found->front().id;
    if (auto good = edit_record(store, "answer.set", words, answer); !good) return tl::unexpected(good.error());
    return answer.id;
}

Status set_law_answers(Store& store, const std::vector<LawAnswer>& given) {
    Store::Inner& inner = store.inner();
    std::vector<LawAnswer> added;
    std::vector<LawAnswer> changed;
    for (const LawAnswer& wanted : given) {
        LawAnswer answer = wanted;
        if (auto good = may_be_kept(store, answer); !good) return good;
        if (office::is_period(answer.key)) {
            return base::fail(base::ErrorKind::kBadInput, "Khoảng thời gian phải được ghi riêng từng khoảng.",
                              "Periods are recorded one by one.", "law_answer.key");
        }
        const auto found = same_question(store, answer);
        if (!found) return tl::unexpected(found.error());
        if (!found->empty()) {
            answer.id = found->front().id;
            if (!says_the_same(found->front(), answer)) changed.push_back(std::move(answer));
            continue;
        }
        const auto id = new_id(inner, office::kRecordName<LawAnswer>);
        if (!id) return tl::unexpected(id.error());
        answer.id.value = *id;
        added.push_back(std::move(answer));
    }
    const std::size_t count = added.size() + changed.size();
    return perform(inner, {"answer.set_all", "Trả lời " + std::to_string(count) + " câu hỏi", {}}, [&]() -> Status {
        for (const LawAnswer& answer : added) {
            if (auto good = insert_record(inner.db.get(), answer); !good) return good;
        }
        for (const LawAnswer& answer : changed) {
            if (auto good = update_record(inner.db.get(), answer); !good) return good;
        }
        return {};
    });
}

Status edit_law_answer(Store& store, const LawAnswer& answer) {
    if (auto good = may_be_kept(store, answer); !good) return good;
    return edit_record(store, "answer.edit", words_of(store, answer), answer);
}

Status remove_law_answer(Store& store, Id<LawAnswer> answer) {
    return remove_record(store, "answer.remove", "Bỏ câu trả lời", answer,
                         [&](const LawAnswer& a) { return person_name(store, a.person); });
}

// --- ledgers -----------------------------------------------------------------------------------------------

Status set_initiative_use(Store& store, Id<Initiative> initiative, const std::string& title, int year, bool on) {
    InitiativeUse use;
    use.initiative = initiative;
    use.title = title;
    use.year = year;
    if (auto good = office::check(use); !good) return good;
    const auto record = find_record(store.inner().db.get(), initiative);
    if (!record) return tl::unexpected(record.error());
    auto found = select_records<InitiativeUse>(store.inner().db.get(), "WHERE initiative = ? AND year = ?",
                                               {initiative.value, year});
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [&](const InitiativeUse& other) { return other.title != title; });
    if (found->empty() != on) return {};
    const std::string subject = record->name + ", " + title_name(title);
    if (!on) {
        return remove_record(store, "initiative.unuse", "Bỏ ghi sử dụng sáng kiến", found->front().id,
                             [&](const InitiativeUse&) { return subject; });
    }
    const auto added = add_record(store, "initiative.use", act_words("Ghi sử dụng sáng kiến", subject), use);
    if (!added) return tl::unexpected(added.error());
    return {};
}

Status set_award_basis(Store& store, const AwardBasis& given) {
    if (auto good = office::check(given); !good) return good;
    const auto award = find_record(store.inner().db.get(), given.award);
    if (!award) return tl::unexpected(award.error());
    const auto found = select_records<AwardBasis>(store.inner().db.get(), "WHERE award = ?", {given.award.value});
    if (!found) return tl::unexpected(found.error());
    const std::string words =
        act_words("Ghi căn cứ khen thưởng", title_name(award->title) + ", " + person_name(store, award->person));
    if (found->empty()) {
        const auto added = add_record(store, "award.basis", words, given);
        if (!added) return tl::unexpected(added.error());
        return {};
    }
    AwardBasis basis = given;
    basis.id = found->front().id;
    return edit_record(store, "award.basis", words, basis);
}

// --- rules and decisions -----------------------------------------------------------------------------------

Result<Id<RuleOverlay>> add_overlay(Store& store, const RuleOverlay& overlay) {
    return add_record(store, "overlay.add", act_words("Thêm quy chế", overlay.name), overlay);
}
Status edit_overlay(Store& store, const RuleOverlay& overlay) {
    return edit_record(store, "overlay.edit", act_words("Sửa quy chế", overlay.name), overlay);
}
Status remove_overlay(Store& store, Id<RuleOverlay> overlay) {
    return remove_record(store, "overlay.remove", "Xóa quy chế", overlay, [](const RuleOverlay& o) { return o.name; });
}

Result<Id<Decision>> add_decision(Store& store, const Decision& decision) {
    if (auto good = person_must_exist(store, decision.person); !good) return tl::unexpected(good.error());
    return add_record(store, "decision.add", act_words("Lưu kết quả xét", name_of(store, decision)), decision);
}
Status edit_decision(Store& store, const Decision& decision) {
    if (auto good = person_must_exist(store, decision.person); !good) return good;
    return edit_record(store, "decision.edit", act_words("Sửa kết quả xét", name_of(store, decision)), decision);
}
Status remove_decision(Store& store, Id<Decision> decision) {
    return remove_record(store, "decision.remove", "Xóa kết quả xét", decision,
                         [&](const Decision& d) { return name_of(store, d); });
}

// --- documents, templates, settings --------------------------------------------------------------------------

Result<Id<IssuedDocument>> add_document(Store& store, const IssuedDocument& document) {
    if (auto good = may_be_kept(store, document); !good) return tl::unexpected(good.error());
    return add_record(store, "document.add", act_words("Lưu văn bản", name_of(document)), document);
}
Status edit_document(Store& store, const IssuedDocument& document) {
    if (auto good = may_be_kept(store, document); !good) return good;
    return edit_record(store, "document.edit", act_words("Sửa văn bản", name_of(document)), document);
}
Status remove_document(Store& store, Id<IssuedDocument> document) {
    return remove_record(store, "document.remove", "Xóa văn bản", document,
                         [](const IssuedDocument& d) { return name_of(d); });
}

Status set_template(Store& store, const std::string& kind, const std::string& name, const std::string& text,
                    const std::string& subject) {
    auto found = select_records<TextTemplate>(store.inner().db.get(), "");
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [&](const TextTemplate& other) { return other.kind != kind || other.name != name; });
    if (text.empty()) {
        if (found->empty()) return {};
        return remove_record(store, "template.remove", "Bỏ mẫu riêng", found->front().id,
                             [&](const TextTemplate& t) { return subject.empty() ? t.kind : subject; });
    }
    TextTemplate words;
    words.kind = kind;
    words.name = name;
    words.text = text;
    const std::string what = act_words("Sửa mẫu", !subject.empty() ? subject : name.empty() ? kind : name);
    if (found->empty()) {
        const auto added = add_record(store, "template.set", what, words);
        if (!added) return tl::unexpected(added.error());
        return {};
    }
    words.id = found->front().id;
    return edit_record(store, "template.set", what, words);
}

Status adopt_template(Store& store, const std::string& kind, const std::string& text, const std::string& subject) {
    Store::Inner& inner = store.inner();
    sqlite3* const db = inner.db.get();
    auto found = select_records<TextTemplate>(db, "");
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [&](const TextTemplate& other) { return other.kind != kind; });
    TextTemplate words;
    words.kind = kind;
    words.text = text;
    if (!text.empty()) {
        const auto id = new_id(inner, office::kRecordName<TextTemplate>);
        if (!id) return tl::unexpected(id.error());
        words.id.value = *id;
        if (auto good = office::check(words); !good) return good;
    }
    const bool same = found->size() == 1 && found->front().name.empty() && found->front().text == text;
    if (same || (text.empty() && found->empty())) return {};
    const std::string_view act = text.empty() ? "Dùng lại lời văn chuẩn" : "Dùng lời văn riêng";
    return perform(inner, {"template.adopt", act_words(act, subject), {}}, [&]() -> Status {
        for (const TextTemplate& other : *found) {
            if (auto good = remove_rows(db, "text_template", "id = ?", other.id.value); !good) return good;
        }
        return text.empty() ? Status{} : insert_record(db, words);
    });
}

Status set_setting(Store& store, const std::string& name, const std::string& value) {
    auto found = select_records<Setting>(store.inner().db.get(), "");
    if (!found) return tl::unexpected(found.error());
    std::erase_if(*found, [&](const Setting& other) { return other.name != name; });
    if (value.empty()) {
        if (found->empty()) return {};
        return remove_record(store, "setting.remove", "Bỏ thiết lập", found->front().id,
                             [](const Setting& s) { return s.name; });
    }
    Setting setting;
    setting.name = name;
    setting.value = value;
    if (found->empty()) {
        const auto added = add_record(store, "setting.set", act_words("Lưu thiết lập", name), setting);
        if (!added) return tl::unexpected(added.error());
        return {};
    }
    setting.id = found->front().id;
    return edit_record(store, "setting.set", act_words("Lưu thiết lập", name), setting);
}

}  // namespace thidua::store
