#include "document/kinds.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "document/kind_scope.h"
#include "document/plan_document.h"
#include "document/report_document.h"
#include "document/template.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

constexpr std::uint32_t bits(Need a) { return static_cast<std::uint32_t>(a); }
template <class... More>
constexpr std::uint32_t bits(Need a, More... more) {
    return bits(a) | bits(more...);
}

Document plan_of(const office::YearBook& book, const Request& request) {
    const office::PlanBundle* chosen = nullptr;
    for (const office::PlanBundle& bundle : book.plans) {
        const bool fits =
            request.plan ? bundle.plan.id == request.plan : bundle.plan.origin == office::PlanOrigin::kOwn;
        if (fits && !chosen) chosen = &bundle;
    }
    return plan_document(chosen ? *chosen : office::PlanBundle{}, book.office);
}

Document report_of(const office::YearBook& book, const Request& request) {
    ReportOptions options;
    options.plan = request.plan;
    options.as_of = request.as_of;
    options.issued_on = request.issue.issued_on;
    options.number = request.issue.number;
    if (!request.issue.addressees.empty()) options.addressee = request.issue.addressees.front();
    return report_document(book, options);
}

/// What the names of the scope and of the frame are called in English, for the list of what is missing.
constexpr std::pair<std::string_view, std::string_view> kEnglish[] = {
#define FIELD(vi, en) {vi, en},
#include "document/field_words.inc"
#undef FIELD
};

std::string_view english(std::string_view field) {
    for (const auto& [vi, en] : kEnglish) {
        if (vi == field) return en;
    }
    return field;
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

}  // namespace

const std::vector<KindInfo>& kinds() {
    static const std::vector<KindInfo> kKinds{
        {"plan", "Kế hoạch", "Plan", "KH", bits(Need::kPlan), false},
        {"registration", "Bảng đăng ký danh hiệu", "Registration of titles", "", 0},
        {"roster", "Danh sách trích ngang", "List of people", "", 0},
        {"report-half", "Báo cáo sơ kết", "Half-year report", "BC", bits(Need::kPlan)},
        {"report", "Báo cáo kết quả phong trào", "Report on the movement", "BC", bits(Need::kPlan), false},
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
            Missing missing;
            missing.vi = run.field.empty() ? excerpt_of(paragraph) : sentence_start(run.field);
            missing.en = run.field.empty() ? missing.vi : sentence_start(english(run.field));
            missing.place = place;
            list.push_back(std::move(missing));
        }
    });
    return list;
}

base::Result<Built> build_document(const office::YearBook& book, const Request& request) {
    const KindInfo* kind = find_kind(request.kind);
    if (!kind) {
        return base::fail(base::ErrorKind::kNotFound, "Không có loại văn bản “" + request.kind + "”.",
                          "There is no kind of document “" + request.kind + "”.");
    }
    Built built;
    if (!kind->builtin_template) {
        built.document = kind->code == "plan" ? plan_of(book, request) : report_of(book, request);
    } else {
        const auto own = std::find_if(book.templates.begin(), book.templates.end(),
                                      [&](const office::TextTemplate& t) { return t.kind == request.kind; });
        const bool has_own = own != book.templates.end();
        auto wording = parse_template(
            has_own ? std::string_view(own->text) : builtin_template(kind->code),
            has_own ? "mẫu “" + std::string(kind->vi) + "” của cơ quan" : "data/templates/" + request.kind + ".txt");
        if (!wording) return tl::unexpected(wording.error());
        const Scope scope = kind_scope(book, request);
        if (auto checked = check_template(*wording, scope); !checked) return tl::unexpected(checked.error());
        built.document = fill_template(*wording, scope, book.office, request.issue);
    }
    built.missing = missing_in(built.document);
    return built;
}

base::Status check_wording(std::string_view code, const std::string& text) {
    const KindInfo* kind = find_kind(code);
    if (!kind || !kind->builtin_template) {
        return base::fail(base::ErrorKind::kNotFound, "Loại văn bản “" + std::string(code) + "” không dùng mẫu.",
                          "The kind “" + std::string(code) + "” has no template.");
    }
    const auto wording = parse_template(text, "mẫu “" + std::string(kind->vi) + "”");
    if (!wording) return tl::unexpected(wording.error());
    Request request;
    request.kind = std::string(code);
    return check_template(*wording, kind_scope({}, request));
}

}  // namespace thidua::document
