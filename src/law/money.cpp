#include "law/money.h"

#include <algorithm>

#include "law/evaluation.h"
#include "office/title.h"

namespace thidua::law {
namespace {

const MoneyRule* find_rule(const Pack& pack, std::string_view title, Subject subject, std::string_view issuer) {
    const MoneyRule* any = nullptr;
    for (const auto& rule : pack.provisions.money) {
        if (rule.subject != subject) continue;
        if (std::find(rule.titles.begin(), rule.titles.end(), title) == rule.titles.end()) continue;
        if (!rule.issuer.empty() && rule.issuer == issuer) return &rule;
        if (rule.issuer.empty()) any = &rule;
    }
    return any;
}

/// "0,3", "12", "0,15"
std::string times_text(int hundredths) {
    std::string text = std::to_string(hundredths / 100);
    int rest = hundredths % 100;
    if (rest == 0) return text;
    text += ",";
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
    return text;
}

bool is_form(std::string_view code) {
    const auto* title = office::find_title(code);
    return title != nullptr && title->commendation;
}

}  // namespace

std::string dotted(std::int64_t amount) {
    std::string digits = std::to_string(amount);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ".");
    }
    return digits;
}

base::Result<AwardMoney> award_money(const PackSet& packs, std::string_view title, Subject subject, base::Date decided_on,
                                     std::string_view issuer) {
    const Pack* pack = pack_for(packs, decided_on);
    if (pack == nullptr || pack->locked) {
        return base::fail(base::ErrorKind::kUnsupported,
                          "Mức tiền thưởng của ngày " + base::to_numeric(decided_on) +
                              " chưa được kiểm chứng (bộ luật đang khóa); hãy đối chiếu văn bản gốc.",
                          "The award money of " + base::to_numeric(decided_on) +
                              " is not verified (the pack is locked); compare with the official text.");
    }
    const bool household = subject == Subject::kHousehold;
    const MoneyRule* rule = find_rule(*pack, title, household ? Subject::kPerson : subject, issuer);
    if (rule == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Chưa biết mức tiền thưởng của " + title_vi(title) + " cho đối tượng này.",
                          "The award money of " + title_en(title) + " for this kind of subject is not known.");
    }
    const BaseSalary* salary = nullptr;
    for (const auto& candidate : pack->provisions.salaries) {
        if ((!candidate.from || *candidate.from <= decided_on) && (!candidate.to || decided_on <= *candidate.to)) salary = &candidate;
    }
    if (salary == nullptr) {
        return base::fail(base::ErrorKind::kNotFound, "Chưa biết lương cơ sở của ngày " + base::to_numeric(decided_on) + ".",
                          "The base salary of " + base::to_numeric(decided_on) + " is not known.");
    }
    AwardMoney out;
    out.hundredths = rule->hundredths;
    out.base = salary->value;
    out.at_most = rule->at_most;
    out.clause = rule->authority.clause;
    out.confidence = weaker(rule->authority.confidence, salary->authority.confidence);
    std::int64_t product = out.base * out.hundredths;  // hundredths of a đồng: exact
    std::string factor_vi;
    if (household) {
        if (const Parameter* times = pack->find_parameter("money.household")) {
            const int tenths = static_cast<int>(times->value * 10 + 0.5);
            product = product * tenths / 10;
            factor_vi = " × " + times_text(tenths * 10);
            out.confidence = weaker(out.confidence, times->confidence);
        }
    }
    out.raw = product / 100;
    std::int64_t step = 1;
    if (const Parameter* rounding = pack->find_parameter("money.step")) {
        step = std::max<std::int64_t>(1, static_cast<std::int64_t>(rounding->value));
        // Rounding is in doubt only where it changes the amount.
        if (out.raw % step != 0) out.confidence = weaker(out.confidence, rounding->confidence);
    }
    out.rounded = (out.raw + step - 1) / step * step;
    const std::string sum = times_text(out.hundredths) + factor_vi + " × " + dotted(out.base) + " = " + dotted(out.raw);
    const std::string end = out.rounded == out.raw ? "" : " → " + dotted(out.rounded);
    out.arithmetic_vi = (out.at_most ? "Tối đa " : "") + sum + end + " đồng";
    out.arithmetic_en = (out.at_most ? "At most " : "") + sum + end + " đồng";
    if (out.rounded != out.raw) {
        out.arithmetic_vi += " (làm tròn lên hàng chục nghìn; nhiều bảng phổ biến in số chưa làm tròn)";
        out.arithmetic_en += " (rounded up to ten thousands; popular tables print the unrounded product)";
    }
    if (out.confidence != Confidence::kSeen) {
        out.arithmetic_vi += "; " + std::string(doubt_vi(out.confidence));
        out.arithmetic_en += "; " + std::string(doubt_en(out.confidence));
    }
    return out;
}

base::Result<std::vector<MoneyLine>> combine_money(const PackSet& packs, const std::vector<MoneyItem>& items,
                                                   base::Date decided_on) {
    std::vector<MoneyLine> lines;
    for (const auto& item : items) {
        auto money = award_money(packs, item.title, item.subject, decided_on);
        if (!money) return tl::unexpected<base::Error>(money.error());
        lines.push_back({item, std::move(*money), true, {}, {}});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        MoneyLine& line = lines[i];
        if (is_form(line.item.title)) {
            line.reason_vi = "Hình thức khen thưởng: mỗi thành tích, thời gian khác nhau đều được tiền thưởng (NĐ 152/2025 Điều 49)";
            line.reason_en = "Form: each different merit or period is paid (Decree 152/2025 Art. 49)";
            for (std::size_t j = 0; j < lines.size(); ++j) {
                const MoneyLine& other = lines[j];
                if (j == i || !is_form(other.item.title) || line.item.merit.empty() || line.item.merit != other.item.merit) continue;
                const bool higher = other.money.rounded > line.money.rounded || (other.money.rounded == line.money.rounded && j < i);
                if (!higher) continue;
                line.paid = false;
                line.reason_vi = "Một thành tích chỉ một hình thức (Luật 06/2022/QH15 Điều 5): đã có mức cao hơn";
                line.reason_en = "One merit, one form (Law Art. 5): a higher one is paid";
            }
            continue;
        }
        line.reason_vi = "Danh hiệu: được mức cao nhất của thời gian " + line.item.period + " (NĐ 152/2025 Điều 49)";
        line.reason_en = "Title: the highest of the period " + line.item.period + " is paid (Decree 152/2025 Art. 49)";
        for (std::size_t j = 0; j < lines.size(); ++j) {
            const MoneyLine& other = lines[j];
            if (j == i || is_form(other.item.title) || other.item.period != line.item.period) continue;
            const bool higher = other.money.rounded > line.money.rounded || (other.money.rounded == line.money.rounded && j < i);
            if (!higher) continue;
            line.paid = false;
            line.reason_vi = "Cùng thời gian " + line.item.period + " đã có danh hiệu mức cao hơn (NĐ 152/2025 Điều 49)";
            line.reason_en = "A higher title of the same period " + line.item.period + " is paid (Decree 152/2025 Art. 49)";
        }
    }
    return lines;
}

}  // namespace thidua::law
