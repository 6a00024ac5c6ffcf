#include "law/provisions_reader.h"

#include <array>
#include <utility>

#include "law/criterion_reader.h"
#include "law/fact_words.h"
#include "office/title.h"

namespace thidua::law {
namespace {

constexpr std::array<std::pair<std::string_view, UnitKind>, 4> kUnits{{
    {"district_division", UnitKind::kDistrictDivision},
    {"commune", UnitKind::kCommune},
    {"province_department", UnitKind::kProvinceDepartment},
    {"enterprise", UnitKind::kEnterprise},
}};

Authority read_authority(CheckedObject& object, const Pack& pack) {
    Authority out;
    out.clause = object.text("clause");
    if (!object.mistake().any() && !cites_known_instrument(pack, out.clause)) {
        object.wrong("clause", "\"" + out.clause + "\" không bắt đầu bằng một văn bản của bộ luật này.",
                     "\"" + out.clause + "\" does not begin with an instrument of this pack.");
    }
    out.confidence = object.confidence_or("confidence", std::nullopt);
    out.source = object.text("source");
    return out;
}

Words read_words(CheckedObject& object) { return {object.text("vi"), object.text("en")}; }

Words read_words(CheckedObject& object, std::string_view key) {
    const Located* value = object.member(key);
    if (value == nullptr) return {};
    CheckedObject words(*value, key, object.mistake());
    words.allow_only({"vi", "en"});
    return read_words(words);
}

std::vector<std::string> read_titles(CheckedObject& object) {
    auto titles = object.texts("titles");
    if (titles.empty() && !object.mistake().any()) object.wrong("titles", "thiếu hoặc trống.", "is missing or empty.");
    for (const auto& code : titles) {
        if (!object.mistake().any() && office::find_title(code) == nullptr) {
            object.wrong("titles", "không có danh hiệu, hình thức nào mã \"" + code + "\".",
                         "there is no title or form with the code \"" + code + "\".");
        }
    }
    return titles;
}

BallotRule read_ballot(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Bỏ phiếu", mistake);
    object.allow_only({"titles", "percent", "clause", "confidence", "source", "vi", "en"});
    BallotRule out;
    out.titles = read_titles(object);
    out.percent = object.whole("percent");
    if ((out.percent < 1 || out.percent > 100) && !mistake.any()) {
        object.wrong("percent", "phải từ 1 đến 100.", "must be 1 to 100.");
    }
    out.words = read_words(object);
    out.authority = read_authority(object, pack);
    return out;
}

DecisionRule read_decision(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Thẩm quyền", mistake);
    object.allow_only({"unit", "titles", "decides", "proposes", "through", "clause", "confidence", "source"});
    DecisionRule out;
    const std::string unit = object.text("unit");
    if (const auto parsed = parse_unit(unit)) {
        out.unit = *parsed;
    } else if (!mistake.any()) {
        object.wrong("unit", "không có loại đơn vị \"" + unit + "\".", "there is no kind of unit \"" + unit + "\".");
    }
    out.titles = read_titles(object);
    out.decides = read_words(object, "decides");
    out.proposes = read_words(object, "proposes");
    out.through = read_words(object, "through");
    out.authority = read_authority(object, pack);
    return out;
}

DossierRule read_dossier(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Hồ sơ", mistake);
    object.allow_only({"titles", "parts"});
    DossierRule out;
    out.titles = read_titles(object);
    for (const auto& item : object.list("parts")) {
        CheckedObject part(item, "Thành phần hồ sơ", mistake);
        part.allow_only({"id", "vi", "en", "form", "form_confidence", "ballot", "clause", "confidence", "source"});
        DossierPart one;
        one.id = part.text("id");
        one.words = read_words(part);
        one.form = part.text_or("form", {});
        if (!one.form.empty()) one.form_confidence = part.confidence_or("form_confidence", std::nullopt);
        one.ballot = part.flag_or("ballot", false);
        one.authority = read_authority(part, pack);
        out.parts.push_back(std::move(one));
    }
    if (out.parts.empty() && !mistake.any()) object.wrong("parts", "thiếu hoặc trống.", "is missing or empty.");
    return out;
}

ProcedureStep read_step(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Bước", mistake);
    object.allow_only({"id", "working_days", "vi", "en", "clause", "confidence", "source"});
    ProcedureStep out;
    out.id = object.text("id");
    out.working_days = object.whole("working_days");
    if ((out.working_days < 1 || out.working_days > 365) && !mistake.any()) {
        object.wrong("working_days", "phải từ 1 đến 365.", "must be 1 to 365.");
    }
    out.words = read_words(object);
    out.authority = read_authority(object, pack);
    return out;
}

DeadlineRule read_deadline(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Thời hạn", mistake);
    object.allow_only({"titles", "month", "day", "year", "vi", "en", "clause", "confidence", "source"});
    DeadlineRule out;
    out.titles = read_titles(object);
    out.month = object.whole("month");
    out.day = object.whole("day");
    out.year = object.whole("year");
    if (!mistake.any() && !base::is_valid({2023, out.month, out.day})) {
        object.wrong("day", "không phải một ngày có thật trong năm.", "is not a real day of the year.");
    }
    out.words = read_words(object);
    out.authority = read_authority(object, pack);
    return out;
}

MoneyRule read_money(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Tiền thưởng", mistake);
    object.allow_only({"titles", "subject", "times", "at_most", "issuer", "clause", "confidence", "source"});
    MoneyRule out;
    out.titles = read_titles(object);
    const std::string subject = object.text("subject");
    if (!from_word(subject, out.subject) && !mistake.any()) {
        object.wrong("subject", "phải là person, collective hoặc household.", "must be person, collective or household.");
    }
    double times = object.number("times");
    if (times <= 0 || times > 100) {
        object.wrong("times", "phải từ 0 đến 100.", "must be 0 to 100.");
        times = 0;
    }
    out.hundredths = static_cast<int>(times * 100 + 0.5);
    out.at_most = object.flag_or("at_most", false);
    out.issuer = object.text_or("issuer", {});
    out.authority = read_authority(object, pack);
    return out;
}

BaseSalary read_salary(const Located& value, const Pack& pack, Mistake& mistake) {
    CheckedObject object(value, "Lương cơ sở", mistake);
    object.allow_only({"from", "to", "value", "vi", "en", "clause", "confidence", "source"});
    BaseSalary out;
    out.from = object.date_or_none("from");
    out.to = object.date_or_none("to");
    out.value = object.whole("value");
    out.words = read_words(object);
    out.authority = read_authority(object, pack);
    return out;
}

template <class Entry, class Read>
void read_list(CheckedObject& root, std::string_view key, const Pack& pack, std::vector<Entry>& out, Read read) {
    if (!root.has(key)) return;
    out.clear();
    for (const auto& item : root.list(key)) {
        out.push_back(read(item, pack, root.mistake()));
        if (root.mistake().any()) return;
    }
}

/// A title must not be answered twice.
void check_once(CheckedObject& root, const Pack& pack) {
    for (std::size_t i = 0; i < pack.provisions.ballots.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (const auto& code : pack.provisions.ballots[i].titles) {
                for (const auto& other : pack.provisions.ballots[j].titles) {
                    if (code == other) {
                        root.wrong("ballots", "danh hiệu \"" + code + "\" có hai tỷ lệ phiếu.",
                                   "the title \"" + code + "\" has two shares of votes.");
                    }
                }
            }
        }
    }
}

}  // namespace

std::optional<UnitKind> parse_unit(std::string_view word) {
    for (const auto& [name, unit] : kUnits) {
        if (name == word) return unit;
    }
    return std::nullopt;
}

std::string_view spelling(UnitKind unit) { return kUnits[static_cast<std::size_t>(unit)].first; }

void read_provisions(const Located& value, Pack& pack, Mistake& mistake) {
    CheckedObject root(value, "Bộ luật", mistake);
    Provisions& out = pack.provisions;
    read_list(root, "ballots", pack, out.ballots, read_ballot);
    read_list(root, "authorities", pack, out.decisions, read_decision);
    read_list(root, "dossiers", pack, out.dossiers, read_dossier);
    read_list(root, "procedure", pack, out.procedure, read_step);
    read_list(root, "deadlines", pack, out.deadlines, read_deadline);
    read_list(root, "money", pack, out.money, read_money);
    read_list(root, "base_salary", pack, out.salaries, read_salary);
    check_once(root, pack);
}

}  // namespace thidua::law
