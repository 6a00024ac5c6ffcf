#include "document/kinds.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "document/kind_scope.h"
#include "document/template.h"
#include "document/wording.h"
#include "document/wording_names.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

constexpr std::uint32_t bits(Need a) { return static_cast<std::uint32_t>(a); }
template <class... More>
constexpr std::uint32_t bits(Need a, More... more) {
    return bits(a) | bits(more...);
}

const std::string& first_of(const std::string& own, const std::string& otherwise) {
    return own.empty() ? otherwise : own;
}

/// A plan says itself who issues it, when and under which number; the office fills what it leaves open.
void take_plan(const office::PlanBundle* bundle, office::Office& office, Issue& issue) {
    if (!bundle) return;
    const office::Plan& plan = bundle->plan;
    office.superior = first_of(plan.superior, office.superior);
    office.name = first_of(plan.issuer, office.name);
    office.place = first_of(plan.place, office.place);
    if (plan.year > 0) office.year = plan.year;
    if (issue.number.empty()) issue.number = plan.number;
    if (!issue.issued_on) issue.issued_on = plan.issued_on;
    if (issue.recipients.empty()) issue.recipients = plan.recipients;
    if (issue.signer_title.empty()) {
        issue.signer_title = plan.signer_title;  // the form sets it on one line
        std::replace(issue.signer_title.begin(), issue.signer_title.end(), '\n', ' ');
    }
    if (issue.signer_name.empty()) issue.signer_name = plan.signer_name;
    issue.origins = {{RecordKind::kPlan, plan.id.value}};
}

template <class Visit>
void each_paragraph(const Document& document, Visit visit) {
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
        const auto& blocks = document.sections[s].blocks;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            if (const auto* p = std::get_if<Paragraph>(&blocks[b])) visit(*p, Place{s, b, 0, 0, 0});
            const auto* table = std::get_if<Table>(&blocks[b]);
            for (std::size_t r = 0; table && r < table->rows.size(); ++r) {
                for (std::size_t c = 0; c < table->rows[r].cells.size(); ++c) {
                    const auto& paragraphs = table->rows[r].cells[c].paragraphs;
                    for (std::size_t p = 0; p < paragraphs.size(); ++p) visit(paragraphs[p], Place{s, b, r, c, p});
                }
            }
        }
    }
}

/// At most this many bytes of a line stand for a blank without a name.
constexpr std::size_t kExcerpt = 80;

std::string excerpt_of(const Paragraph& paragraph) {
    std::string text = text_of(paragraph);
    if (text.size() <= kExcerpt) return text;
    const std::size_t space = text.rfind(' ', kExcerpt);
    return text.substr(0, space == std::string::npos ? 0 : space) + " …";
}

bool says_something(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (text::is_letter(c) || (c >= '0' && c <= '9')) return true;
    }
    return false;
}

/// The words at the head of the column that the cell stands in.
std::string column_head(const Table& table, const Place& place) {
    const auto column_of = [](const TableRow& row, std::size_t cell) {
        int column = 0;
        for (std::size_t i = 0; i < cell; ++i) column += row.cells[i].column_span;
        return column;
    };
    const int wanted = column_of(table.rows[place.row], place.cell);
    std::string head;
    for (const TableRow& row : table.rows) {
        if (!row.header) break;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const int first = column_of(row, i);
            if (wanted < first || wanted >= first + row.cells[i].column_span) continue;
            if (!row.cells[i].paragraphs.empty()) head = text_of(row.cells[i].paragraphs.front());
        }
    }
    return head;
}

/// A blank without a name in a paragraph without words is called by where it stands.
Missing nameless(const Document& document, const Paragraph& paragraph, const Place& place) {
    Missing made;
    made.place = place;
    made.vi = excerpt_of(paragraph);
    if (says_something(made.vi)) {
        made.en = made.vi;
        return made;
    }
    const auto& blocks = document.sections[place.section].blocks;
    const auto* table = std::get_if<Table>(&blocks[place.block]);
    if (table && table->role == Table::Role::kData) {
        std::size_t row = place.row + 1;
        for (const TableRow& one : table->rows) row -= one.header ? 1 : 0;
        const std::string head = column_head(*table, place);
        const std::string number = std::to_string(row);
        made.vi = head.empty() ? "Bảng, dòng " + number : "Cột “" + head + "”, dòng " + number;
        made.en = head.empty() ? "Table, row " + number : "Column “" + head + "”, row " + number;
        return made;
    }
    if (table || style(paragraph.style).alignment == Alignment::kCenter) {
        made.vi = made.en = style(paragraph.style).name;
        return made;
    }
    for (std::size_t b = place.block; b-- > 0;) {
        const auto* above = std::get_if<Paragraph>(&blocks[b]);
        if (!above || !says_something(text_of(*above))) continue;
        made.vi = "Dưới “" + excerpt_of(*above) + "”";
        made.en = "Below “" + excerpt_of(*above) + "”";
        return made;
    }
    made.vi = style(paragraph.style).name;
    made.en = made.vi;
    return made;
}

}  // namespace

const std::vector<KindInfo>& kinds() {
    static const std::vector<KindInfo> kKinds{
        {"plan", "Kế hoạch", "Plan", "KH", bits(Need::kPlan)},
        {"registration", "Bảng đăng ký danh hiệu", "Registration of titles", "", 0},
        {"roster", "Danh sách trích ngang", "List of people", "", 0},
        {"report-half", "Báo cáo sơ kết", "Half-year report", "BC", bits(Need::kPlan)},
        {"report", "Báo cáo kết quả phong trào", "Report on the movement", "BC", bits(Need::kPlan)},
        {"report-year", "Báo cáo tổng kết", "Report of the year", "BC", bits(Need::kPlan)},
        {"achievement-person", "Báo cáo thành tích cá nhân", "Achievement report of a person", "",
         bits(Need::kPerson, Need::kTitle)},
        {"achievement-collective", "Báo cáo thành tích tập thể", "Achievement report of the office", "BC",
         bits(Need::kTitle)},
        {"invitation", "Giấy mời", "Invitation", "GM", bits(Need::kMeeting)},
        {"ballot", "Phiếu bầu", "Ballot paper", "", bits(Need::kProposals)},
        {"count", "Biên bản kiểm phiếu", "Minutes of the count", "BB", bits(Need::kMeeting, Need::kVotes)},
        {"minutes", "Biên bản họp bình xét", "Minutes of the review", "BB", bits(Need::kMeeting, Need::kVotes)},
        {"notice", "Thông báo công khai", "Public notice", "TB", bits(Need::kProposals, Need::kDays)},
        {"proposal", "Tờ trình đề nghị", "Proposal", "TTr", bits(Need::kProposals)},
        {"decision", "Quyết định khen thưởng", "Decision", "QĐ", bits(Need::kProposals, Need::kGrounds)},
        {"letter", "Công văn", "Official letter", "", bits(Need::kLetter)},
        {"scores", "Bảng chấm điểm khối thi đua", "Score sheet of the group", "", bits(Need::kScores)},
        {"table-0601", "Biểu 0601: phong trào thi đua", "Table 0601: movements", "", bits(Need::kMovements)},
        {"table-0602", "Biểu 0602: khen thưởng cấp nhà nước", "Table 0602: awards of the State", "", 0},
        {"table-0603", "Biểu 0603: khen thưởng cấp bộ, tỉnh", "Table 0603: awards of ministries and provinces", "", 0},
        {"table-0604", "Biểu 0604: tổ chức làm thi đua, khen thưởng", "Table 0604: organisation", "",
         bits(Need::kFigures)},
        {"table-0605", "Biểu 0605: công chức làm thi đua, khen thưởng", "Table 0605: staff", "", bits(Need::kFigures)},
    };
    return kKinds;
}

const KindInfo* find_kind(std::string_view code) {
    for (const KindInfo& kind : kinds()) {
        if (kind.code == code) return &kind;
    }
    return nullptr;
}

std::vector<Missing> missing_in(const Document& document) {
    std::vector<Missing> list;
    each_paragraph(document, [&](const Paragraph& paragraph, const Place& place) {
        for (const Run& run : paragraph.runs) {
            if (!run.blank) continue;
            if (run.field.empty()) list.push_back(nameless(document, paragraph, place));
            else list.push_back({sentence_start(run.field), sentence_start(english_name(run.field)), place});
        }
    });
    return list;
}

base::Result<Built> build_document(const office::YearBook& book, const Request& request, const std::string* given) {
    const KindInfo* kind = find_kind(request.kind);
    if (!kind) {
        return base::fail(base::ErrorKind::kNotFound, "Không có loại văn bản “" + request.kind + "”.",
                          "There is no kind of document “" + request.kind + "”.");
    }
    const office::TextTemplate* own = own_wording(book, request.kind);
    const std::string* ours = given != nullptr ? given : own != nullptr ? &own->text : nullptr;
    auto wording = parse_template(ours != nullptr ? std::string_view(*ours) : builtin_template(kind->code),
                                  ours != nullptr ? "mẫu “" + std::string(kind->vi) + "” của cơ quan"
                                                  : "data/templates/" + request.kind + ".txt");
    if (!wording) return tl::unexpected(wording.error());
    const Scope scope = kind_scope(book, request);
    if (auto checked = check_template(*wording, scope); !checked) return tl::unexpected(checked.error());
    office::Office office = book.office;
    Issue issue = request.issue;
    if (kind->code == "plan") take_plan(chosen_plan(book, request.plan), office, issue);
    Built built;
    built.document = fill_template(*wording, scope, office, issue);
    built.missing = missing_in(built.document);
    return built;
}

const office::TextTemplate* own_wording(const office::YearBook& book, std::string_view code) {
    for (const office::TextTemplate& one : book.templates) {
        if (one.kind == code && one.name != office::kTemplateDraft) return &one;
    }
    return nullptr;
}

base::Status check_wording(std::string_view code, const std::string& text, TemplateFault* fault) {
    const KindInfo* kind = find_kind(code);
    if (!kind) {
        return base::fail(base::ErrorKind::kNotFound, "Không có loại văn bản “" + std::string(code) + "”.",
                          "There is no kind of document “" + std::string(code) + "”.");
    }
    const auto wording = parse_template(text, "mẫu “" + std::string(kind->vi) + "”", fault);
    if (!wording) return tl::unexpected(wording.error());
    Request request;
    request.kind = std::string(code);
    return check_template(*wording, kind_scope({}, request), fault);
}

}  // namespace thidua::document
