#include <gtest/gtest.h>

#include <algorithm>

#include "document/lines.h"
#include "document/text.h"
#include "golden.h"
#include "sample_year.h"
#include "written.h"

using namespace thidua;
using namespace thidua::document;

namespace {

std::vector<Paragraph> all_paragraphs(const Document& document) {
    std::vector<Paragraph> all;
    for (const Section& section : document.sections) {
        for (const Block& block : section.blocks) {
            if (const auto* p = std::get_if<Paragraph>(&block)) all.push_back(*p);
            if (const auto* t = std::get_if<Table>(&block)) {
                for (const TableRow& row : t->rows) {
                    for (const TableCell& cell : row.cells)
                        all.insert(all.end(), cell.paragraphs.begin(), cell.paragraphs.end());
                }
            }
        }
    }
    return all;
}

std::string first_text(const Document& document, StyleId style) {
    for (const Paragraph& p : all_paragraphs(document)) {
        if (p.style == style) return text_of(p);
    }
    return "(none)";
}

}  // namespace

TEST(PlanDocument, ReadsAsTheOfficeWouldIssueIt) {
    const office::YearBook book = test::sample_year();
    test::expect_golden("plan.txt", plain_text(test::plan_document(book.plans[0], book.office)));
}

TEST(PlanDocument, EveryItemKeepsItsRecord) {
    const office::YearBook book = test::sample_year();
    const auto all = all_paragraphs(test::plan_document(book.plans[0], book.office));
    for (const office::PlanItem& item : book.plans[0].items) {
        const Origin origin{RecordKind::kPlanItem, item.id.value};
        const auto of_item = [&](const Paragraph& p) { return p.origins == std::vector<Origin>{origin}; };
        EXPECT_EQ(std::count_if(all.begin(), all.end(), of_item), 1) << item.text;
    }
}

TEST(PlanDocument, WhatIsNotDecidedIsABlank) {
    office::YearBook book = test::sample_year();
    office::PlanBundle bundle;
    bundle.plan.year = 2024;
    const Document document = test::plan_document(bundle, office::Office{});
    std::size_t blanks = 0;
    for (const Paragraph& p : all_paragraphs(document)) {
        for (const auto& run : p.runs) blanks += run.blank ? 1 : 0;
    }
    EXPECT_EQ(first_text(document, StyleId::kNumber), "Số: ……/KH");
    EXPECT_EQ(first_text(document, StyleId::kPlaceDate), "……, ngày …… tháng …… năm 2024");
    EXPECT_EQ(first_text(document, StyleId::kSignerName), "……");
    EXPECT_EQ(blanks, 9U) << "issuer, number, place, day, month, subject, text, office and name of the signer";

    book.plans[0].plan.number.clear();
    EXPECT_EQ(first_text(test::plan_document(book.plans[0], book.office), StyleId::kNumber), "Số: ……/KH-PTP");
}

TEST(PlanDocument, LabelsAreWrittenAsTheDecreeWritesThem) {
    const office::YearBook book = test::sample_year();
    office::PlanBundle bundle = book.plans[0];
    using Kind = office::PlanItem::Kind;
    bundle.items = {test::item(1, Kind::kSection, "II", "Nội dung"), test::item(2, Kind::kHeading, "1", "Đối tượng"),
                    test::item(3, Kind::kParagraph, "đ", "Điểm đ"),  test::item(4, Kind::kParagraph, "-", "Gạch"),
                    test::item(5, Kind::kParagraph, "b)", "Điểm b"), test::item(6, Kind::kClosing, "", "Hết.")};
    const std::string text = plain_text(test::plan_document(bundle, book.office));
    EXPECT_NE(text.find("\nII. NỘI DUNG\n1. Đối tượng\nđ) Điểm đ\n- Gạch\nb) Điểm b\nHết./.\n"), std::string::npos)
        << text;
}

TEST(PlanDocument, TheLongSubjectIsSetInEvenLines) {
    const office::YearBook book = test::sample_year();
    const Document document = test::plan_document(book.plans[0], book.office);
    for (const Paragraph& p : all_paragraphs(document)) {
        if (p.style != StyleId::kSubject) continue;
        const double width = (document.sections[0].page.text_width_mm() - 2 * p.inset_mm) * kPointsPerMm;
        const auto lines = break_lines(p, width, 0, times_metrics());
        ASSERT_EQ(lines.size(), 2U);
        EXPECT_GT(lines[1].width, lines[0].width / 2);
    }
}
