#include "law/rule_book.h"

#include <algorithm>

#include "law/evaluation.h"
#include "law/money.h"

namespace thidua::law {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

class Book {
public:
    Book(const Pack& pack, Language language) : pack_(pack), vi_(language == Language::kVietnamese) {}

    std::string print();

private:
    const char* say(const char* vi, const char* en) const { return vi_ ? vi : en; }
    const std::string& say(const std::string& vi, const std::string& en) const { return vi_ ? vi : en; }
    std::string title(std::string_view code) const { return vi_ ? title_vi(code) : title_en(code); }

    void tag(const char* name, std::string_view text) {
        html_ += std::string("<") + name + ">" + escaped(text) + "</" + name + ">\n";
    }
    /// What is not seen says so wherever it is printed.
    std::string mark(Confidence confidence) const {
        if (confidence == Confidence::kSeen) return {};
        return " <mark>" + escaped(vi_ ? doubt_vi(confidence) : doubt_en(confidence)) + "</mark>";
    }
    void row(std::initializer_list<std::string> cells) {
        html_ += "<tr>";
        for (const auto& cell : cells) html_ += "<td>" + cell + "</td>";
        html_ += "</tr>\n";
    }
    void head(std::initializer_list<const char*> cells) {
        html_ += "<table><tr>";
        for (const auto* cell : cells) html_ += std::string("<th>") + cell + "</th>";
        html_ += "</tr>\n";
    }
    void criterion(const Criterion& node);
    void titles();
    void parameters();
    void provisions();
    void coverage_map();
    std::string subject(Subject subject) const {
        if (subject == Subject::kPerson) return say("cá nhân", "person");
        return subject == Subject::kCollective ? say("tập thể", "collective") : say("hộ gia đình", "household");
    }
    std::string list(const std::vector<std::string>& codes) const {
        std::string out;
        for (const auto& code : codes) out += (out.empty() ? "" : ", ") + escaped(title(code));
        return out;
    }

    const Pack& pack_;
    bool vi_;
    std::string html_;
};

void Book::criterion(const Criterion& node) {
    html_ += "<li>" + escaped(say(node.vi, node.en));
    if (node.kind == Criterion::Kind::kAny && node.parts.size() > 1)
        html_ += say(": <em>một trong</em>", ": <em>one of</em>");
    if (node.kind == Criterion::Kind::kHuman || node.fails_to_person) {
        html_ += " – <em>" + std::string(say("người xem xét: ", "for a person: ")) +
                 escaped(say(node.ask_vi, node.ask_en)) + "</em>";
    }
    if (node.warning_only) html_ += say(" (chỉ nhắc, không quyết định)", " (a reminder, does not decide)");
    html_ += " <small>" + escaped(node.clause) + "; " + escaped(node.source) + "</small>" + mark(node.confidence);
    if (!node.parts.empty()) {
        html_ += "<ul>\n";
        for (const auto& part : node.parts) criterion(part);
        html_ += "</ul>";
    }
    html_ += "</li>\n";
}

void Book::titles() {
    tag("h2", say("Tiêu chuẩn", "Criteria"));
    if (pack_.common) {
        tag("h3", say("Áp dụng cho mọi danh hiệu, hình thức", "For every title and form"));
        html_ += "<ul>\n";
        criterion(*pack_.common);
        html_ += "</ul>\n";
    }
    for (const auto& rule : pack_.titles) {
        html_ += "<h3>" + escaped(title(rule.code)) + " (" + subject(rule.subject) + ") <small>" +
                 escaped(rule.clause) + "</small>" + mark(rule.confidence) + "</h3>\n<ul>\n";
        criterion(rule.criteria);
        html_ += "</ul>\n";
    }
}

void Book::parameters() {
    tag("h2", say("Tham số", "Parameters"));
    head({say("Tham số", "Parameter"), say("Giá trị", "Value"), say("Cấp quy định", "Owner"),
          say("Điều khoản", "Clause"), say("Nguồn", "Source")});
    for (const auto& parameter : pack_.parameters) {
        const std::string unit = say(parameter.unit, std::string(unit_en(parameter.unit, parameter.value)));
        const char* owner = parameter.owner == Owner::kNational   ? say("toàn quốc", "national")
                            : parameter.owner == Owner::kProvince ? say("bộ, ngành, tỉnh", "province")
                            : parameter.owner == Owner::kSector   ? say("ngành", "sector")
                                                                  : say("đơn vị", "unit");
        row({escaped(say(parameter.vi, parameter.en)), number_words(parameter.value, !vi_) + " " + escaped(unit), owner,
             escaped(parameter.clause) + mark(parameter.confidence), escaped(parameter.source)});
    }
    html_ += "</table>\n";
}

void Book::provisions() {
    const Provisions& all = pack_.provisions;
    tag("h2", say("Bỏ phiếu", "Ballots"));
    head({say("Danh hiệu", "Titles"), "%", say("Nội dung", "Rule"), say("Điều khoản", "Clause")});
    for (const auto& rule : all.ballots) {
        row({list(rule.titles), std::to_string(rule.percent), escaped(say(rule.words.vi, rule.words.en)),
             escaped(rule.authority.clause) + mark(rule.authority.confidence)});
    }
    html_ += "</table>\n";
    tag("h2", say("Thẩm quyền", "Authority"));
    head({say("Đơn vị", "Unit"), say("Danh hiệu, hình thức", "Titles and forms"), say("Quyết định", "Decides"),
          say("Đề nghị", "Proposes"), say("Thẩm định", "Through"), say("Điều khoản", "Clause")});
    for (const auto& rule : all.decisions) {
        row({std::string(spelling(rule.unit)), list(rule.titles), escaped(say(rule.decides.vi, rule.decides.en)),
             escaped(say(rule.proposes.vi, rule.proposes.en)), escaped(say(rule.through.vi, rule.through.en)),
             escaped(rule.authority.clause) + mark(rule.authority.confidence)});
    }
    html_ += "</table>\n";
    tag("h2", say("Hồ sơ", "Dossiers"));
    head({say("Danh hiệu", "Titles"), say("Thành phần", "Part"), say("Mẫu", "Form"), say("Điều khoản", "Clause")});
    for (const auto& rule : all.dossiers) {
        for (const auto& part : rule.parts) {
            row({list(rule.titles), escaped(say(part.words.vi, part.words.en)),
                 part.form.empty() ? std::string() : escaped(part.form) + mark(part.form_confidence),
                 escaped(part.authority.clause) + mark(part.authority.confidence)});
        }
    }
    html_ += "</table>\n";
    tag("h2", say("Thời hạn", "Deadlines"));
    head({say("Việc", "Step"), say("Ngày làm việc", "Working days"), say("Điều khoản", "Clause")});
    for (const auto& step : all.procedure) {
        row({escaped(say(step.words.vi, step.words.en)), std::to_string(step.working_days),
             escaped(step.authority.clause) + mark(step.authority.confidence)});
    }
    for (const auto& rule : all.deadlines) {
        row({list(rule.titles) + ": " + escaped(say(rule.words.vi, rule.words.en)), "",
             escaped(rule.authority.clause) + mark(rule.authority.confidence)});
    }
    html_ += "</table>\n";
    tag("h2", say("Tiền thưởng", "Award money"));
    head({say("Danh hiệu, hình thức", "Titles and forms"), say("Đối tượng", "Subject"),
          say("Lần lương cơ sở", "Times the base salary"), say("Điều khoản", "Clause")});
    for (const auto& rule : all.money) {
        std::string times =
            std::to_string(rule.hundredths / 100) + (vi_ ? "," : ".") + std::to_string(rule.hundredths % 100 / 10);
        if (rule.hundredths % 10 != 0) times += std::to_string(rule.hundredths % 10);
        row({list(rule.titles) + (rule.issuer.empty() ? "" : say(" (cấp xã tặng)", " (given by the commune)")),
             subject(rule.subject), (rule.at_most ? "≤ " : "") + times,
             escaped(rule.authority.clause) + mark(rule.authority.confidence)});
    }
    for (const auto& salary : all.salaries) {
        row({escaped(say(salary.words.vi, salary.words.en)), "", number_words(static_cast<double>(salary.value), !vi_),
             escaped((salary.from ? base::to_numeric(*salary.from) : "…") + " – " +
                     (salary.to ? base::to_numeric(*salary.to) : "…")) +
                 mark(salary.authority.confidence)});
    }
    html_ += "</table>\n";
}

void Book::coverage_map() {
    tag("h2", say("Bản đồ điều khoản", "Coverage map"));
    head({say("Điều khoản", "Clause"), say("Cách xử lý", "How"), say("Nơi dùng", "Where"), say("Nội dung", "Content"),
          say("Nguồn", "Source")});
    for (const auto& line : coverage(pack_)) {
        const char* how = line.how == CoverageLine::How::kEncoded     ? say("tiêu chí", "criterion")
                          : line.how == CoverageLine::How::kParameter ? say("tham số", "parameter")
                          : line.how == CoverageLine::How::kProvision ? say("quy định kèm theo", "provision")
                                                                      : say("để người xem xét", "left to people");
        row({escaped(line.clause) + mark(line.confidence), how, escaped(line.where), escaped(say(line.vi, line.en)),
             escaped(line.source)});
    }
    html_ += "</table>\n";
}

std::string Book::print() {
    html_ = std::string("<!DOCTYPE html>\n<html lang=\"") + (vi_ ? "vi" : "en") +
            "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(say(pack_.name_vi, pack_.name_en)) +
            "</title>\n<style>body{font-family:serif;max-width:60rem;margin:2rem auto;padding:0 "
            "1rem}table{border-collapse:collapse;"
            "width:100%}td,th{border:1px solid #999;padding:.25rem "
            ".5rem;vertical-align:top;text-align:left}mark{background:#ffe9a8}"
            "small{color:#555}</style>\n</head>\n<body>\n";
    tag("h1", say(pack_.name_vi, pack_.name_en));
    tag("p", std::string(say("Bộ ", "Pack ")) + pack_.id + ", " + say("bản ", "version ") + pack_.version +
                 ", SHA-256 " + pack_.hash);
    if (pack_.locked) {
        html_ += "<p><mark>" + std::string(say("Đang khóa, chưa kiểm chứng: ", "Locked, not verified: ")) +
                 escaped(say(pack_.reason_vi, pack_.reason_en)) + "</mark></p>\n";
    }
    tag("h2", say("Văn bản", "Instruments"));
    html_ += "<ul>\n";
    for (const auto& instrument : pack_.instruments) {
        html_ += "<li>" + escaped(instrument.cite) + ": " + escaped(instrument.vi) + " <small>" +
                 escaped(instrument.source) + "</small>" + mark(instrument.confidence) + "</li>\n";
    }
    html_ += "</ul>\n";
    if (!pack_.locked) {
        titles();
        parameters();
        provisions();
    }
    coverage_map();
    html_ += "</body>\n</html>\n";
    return std::move(html_);
}

void collect(const Criterion& node, const std::string& where, std::vector<CoverageLine>& out) {
    out.push_back({node.clause, CoverageLine::How::kEncoded, node.confidence, where, node.vi, node.en, node.source});
    for (const auto& part : node.parts) collect(part, where, out);
}

void add(std::vector<CoverageLine>& out, const Authority& authority, const char* where, const Words& words) {
    out.push_back({authority.clause, CoverageLine::How::kProvision, authority.confidence, where, words.vi, words.en,
                   authority.source});
}

}  // namespace

std::vector<CoverageLine> coverage(const Pack& pack) {
    std::vector<CoverageLine> out;
    if (pack.common) collect(*pack.common, "common", out);
    for (const auto& rule : pack.titles) collect(rule.criteria, rule.code, out);
    for (const auto& parameter : pack.parameters) {
        out.push_back({parameter.clause, CoverageLine::How::kParameter, parameter.confidence, parameter.id,
                       parameter.vi, parameter.en, parameter.source});
    }
    for (const auto& rule : pack.provisions.ballots) add(out, rule.authority, "ballots", rule.words);
    for (const auto& rule : pack.provisions.decisions) add(out, rule.authority, "authorities", rule.decides);
    for (const auto& rule : pack.provisions.dossiers) {
        for (const auto& part : rule.parts) add(out, part.authority, "dossiers", part.words);
    }
    for (const auto& step : pack.provisions.procedure) add(out, step.authority, "procedure", step.words);
    for (const auto& rule : pack.provisions.deadlines) add(out, rule.authority, "deadlines", rule.words);
    for (const auto& rule : pack.provisions.money) {
        add(out, rule.authority, "money", {title_vi(rule.titles.front()), title_en(rule.titles.front())});
    }
    for (const auto& salary : pack.provisions.salaries) add(out, salary.authority, "base_salary", salary.words);
    for (const auto& one : pack.applied) {
        out.push_back({one.clause, CoverageLine::How::kEncoded, one.confidence, "common", one.vi, one.en, one.source});
    }
    for (const auto& left : pack.left_to_people) {
        out.push_back(
            {left.clause, CoverageLine::How::kLeftToPeople, left.confidence, "", left.vi, left.en, left.source});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const CoverageLine& a, const CoverageLine& b) { return a.clause < b.clause; });
    out.erase(std::unique(out.begin(), out.end(),
                          [](const CoverageLine& a, const CoverageLine& b) {
                              return a.clause == b.clause && a.how == b.how && a.where == b.where && a.vi == b.vi;
                          }),
              out.end());
    return out;
}

std::string rule_book_html(const Pack& pack, Language language) { return Book(pack, language).print(); }

}  // namespace thidua::law
