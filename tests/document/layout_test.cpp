#include "document/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "document/lines.h"
#include "sample_year.h"
#include "written.h"

using namespace thidua;
using namespace thidua::document;

namespace {

std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i ? " " : "") + std::string("thi đua");
    return text;
}

Document of_blocks(std::vector<Block> blocks) {
    Document document;
    document.sections.push_back({Page{}, std::move(blocks)});
    return document;
}

/// Lines of one paragraph on each page, by their baselines.
std::map<std::size_t, std::size_t> lines_by_page(const Layout& layout, std::size_t block) {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t p = 0; p < layout.pages.size(); ++p) {
        std::vector<double> baselines;
        for (const PlacedText& text : layout.pages[p].texts) {
            if (text.place.block == block) baselines.push_back(text.baseline);
        }
        std::sort(baselines.begin(), baselines.end());
        counts[p] = static_cast<std::size_t>(std::unique(baselines.begin(), baselines.end()) - baselines.begin());
    }
    return counts;
}

std::size_t page_of(const Layout& layout, std::size_t block) {
    for (std::size_t p = 0; p < layout.pages.size(); ++p) {
        for (const PlacedText& text : layout.pages[p].texts) {
            if (text.place.block == block) return p;
        }
    }
    return SIZE_MAX;
}

Table long_table(int rows) {
    Table table;
    table.column_mm = {15, 150};
    TableRow head;
    head.header = true;
    head.cells = {cell(StyleId::kTableHeader, "TT"), cell(StyleId::kTableHeader, "Nội dung")};
    table.rows.push_back(head);
    for (int i = 1; i <= rows; ++i) {
        TableRow row;
        row.can_split = false;
        row.cells = {cell(StyleId::kTableNumber, std::to_string(i)), cell(StyleId::kTableText, words(30))};
        table.rows.push_back(row);
    }
    return table;
}

}  // namespace

TEST(Layout, AnEmptyDocumentIsOneEmptyPage) {
    EXPECT_EQ(lay_out(Document{}, times_metrics()).pages.size(), 1U);
    EXPECT_EQ(lay_out(of_blocks({}), times_metrics()).pages.size(), 1U);
    EXPECT_EQ(lay_out(of_blocks({paragraph(StyleId::kBody, "")}), times_metrics()).pages.size(), 1U);
}

TEST(Layout, TextStaysInsideTheMargins) {
    const office::YearBook book = test::sample_year();
    for (const Document& document : {test::plan_document(book.plans[0], book.office), test::report_document(book)}) {
        const Page setup = document.sections[0].page;
        for (const PlacedPage& page : lay_out(document, times_metrics()).pages) {
            for (const PlacedText& text : page.texts) {
                if (text.place.block == Place::kNowhere) continue;
                EXPECT_GE(text.x, setup.left_mm * kPointsPerMm - 0.1) << text.text;
                EXPECT_LE(text.x + text.width, (setup.width_mm - setup.right_mm) * kPointsPerMm + 0.1) << text.text;
                EXPECT_GE(text.baseline - text.size_pt, setup.top_mm * kPointsPerMm - 2) << text.text;
                EXPECT_LE(text.baseline, (setup.height_mm - setup.bottom_mm) * kPointsPerMm) << text.text;
            }
        }
    }
}

TEST(Layout, AJustifiedLineReachesTheRightMargin) {
    const Layout layout = lay_out(of_blocks({paragraph(StyleId::kBody, words(100))}), times_metrics());
    const auto& texts = layout.pages[0].texts;
    ASSERT_GT(texts.size(), 3U);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
        EXPECT_NEAR(texts[i].x + texts[i].width, 195 * kPointsPerMm, 0.01);
    EXPECT_LT(texts.back().x + texts.back().width, 195 * kPointsPerMm - 1) << "the last line is not stretched";
    EXPECT_NEAR(texts[0].x, (30 + 12.7) * kPointsPerMm, 0.01) << "first line indented";
    EXPECT_NEAR(texts[1].x, 30 * kPointsPerMm, 0.01);
}

TEST(Layout, NoSingleLineIsLeftAtTheFootOrHeadOfAPage) {
    for (int lead = 20; lead < 45; ++lead) {
        std::vector<Block> blocks;
        for (int i = 0; i < lead; ++i) blocks.emplace_back(paragraph(StyleId::kKind, "X"));
        blocks.emplace_back(paragraph(StyleId::kBody, words(60)));
        const Layout layout = lay_out(of_blocks(blocks), times_metrics());
        for (const auto& [page, lines] : lines_by_page(layout, blocks.size() - 1))
            EXPECT_NE(lines, 1U) << lead << " page " << page;
    }
}

TEST(Layout, AHeadingStaysWithItsText) {
    for (int lead = 20; lead < 60; ++lead) {
        std::vector<Block> blocks;
        for (int i = 0; i < lead; ++i) blocks.emplace_back(paragraph(StyleId::kTableText, "X"));
        blocks.emplace_back(paragraph(StyleId::kSection, "II. NỘI DUNG"));
        blocks.emplace_back(paragraph(StyleId::kHeading, "1. Đối tượng"));
        blocks.emplace_back(paragraph(StyleId::kBody, words(60)));
        const Layout layout = lay_out(of_blocks(blocks), times_metrics());
        const auto first = static_cast<std::size_t>(lead);
        EXPECT_EQ(page_of(layout, first), page_of(layout, first + 1)) << lead;
        EXPECT_EQ(page_of(layout, first + 1), page_of(layout, first + 2)) << lead;
    }
}

TEST(Layout, TheSignatureIsNeverAloneOnAPage) {
    const office::YearBook book = test::sample_year();
    for (int extra = 0; extra < 12; ++extra) {
        office::PlanBundle bundle = book.plans[0];
        for (int i = 0; i < extra; ++i)
            bundle.items.insert(bundle.items.end() - 1,
                                test::item(100 + i, office::PlanItem::Kind::kParagraph, "", "Dòng thêm."));
        const Document document = test::plan_document(bundle, book.office);
        const Layout layout = lay_out(document, times_metrics());
        const std::size_t signature = document.sections[0].blocks.size() - 1;
        EXPECT_EQ(page_of(layout, signature), page_of(layout, signature - 1)) << extra;
    }
}

TEST(Layout, ALongTableRepeatsItsHeader) {
    const Layout layout = lay_out(of_blocks({long_table(60)}), times_metrics());
    ASSERT_GT(layout.pages.size(), 2U);
    std::size_t rows = 0;
    for (const PlacedPage& page : layout.pages) {
        std::size_t headers = 0;
        for (const PlacedText& text : page.texts) {
            if (text.text == "TT") ++headers;
            if (text.place.block == 0 && text.place.row > 0 && text.place.cell == 0) ++rows;
        }
        EXPECT_EQ(headers, 1U);
    }
    EXPECT_EQ(rows, 60U) << "no row lost, none twice";
}

TEST(Layout, ARowHigherThanAPageGoesOn) {
    Table table;
    table.column_mm = {15, 150};
    TableRow row;
    row.cells = {cell(StyleId::kTableNumber, "1"), cell(StyleId::kTableText, words(3000))};
    table.rows.push_back(row);
    const Layout layout = lay_out(of_blocks({table}), times_metrics());
    ASSERT_GT(layout.pages.size(), 1U);
    std::size_t characters = 0;
    for (const PlacedPage& page : layout.pages) {
        for (const PlacedText& text : page.texts) {
            if (text.place.block == 0 && text.place.cell == 1) characters += text.text.size() + 1;
        }
    }
    EXPECT_EQ(characters, words(3000).size() + 1) << "every word once";
}

TEST(Layout, PagesOfAnAnnexCountFromOne) {
    Document document = of_blocks({long_table(60)});
    document.sections.push_back({Page{}, {long_table(40)}});
    const Layout layout = lay_out(document, times_metrics());
    std::vector<int> numbers;
    for (const PlacedPage& page : layout.pages) {
        numbers.push_back(page.number);
        const auto shown = std::count_if(page.texts.begin(), page.texts.end(),
                                         [](const PlacedText& t) { return t.place.block == Place::kNowhere; });
        EXPECT_EQ(shown, page.number > 1 ? 1 : 0);
    }
    EXPECT_EQ(std::count(numbers.begin(), numbers.end(), 1), 2);
    EXPECT_TRUE(std::is_sorted(numbers.begin(), std::find(numbers.begin() + 1, numbers.end(), 1)));
}

TEST(Layout, PageBreaksAreKept) {
    const Layout layout =
        lay_out(of_blocks({paragraph(StyleId::kBody, "a"), PageBreak{}, paragraph(StyleId::kBody, "b"), PageBreak{},
                           PageBreak{}, paragraph(StyleId::kBody, "c")}),
                times_metrics());
    EXPECT_EQ(layout.pages.size(), 3U) << "two breaks in a row make no empty page";
}

TEST(Layout, HeadingsBecomeBookmarks) {
    const office::YearBook book = test::sample_year();
    const Layout layout = lay_out(test::plan_document(book.plans[0], book.office), times_metrics());
    ASSERT_EQ(layout.bookmarks.size(), 5U);
    EXPECT_EQ(layout.bookmarks[0].title, "I. MỤC ĐÍCH, YÊU CẦU");
    EXPECT_EQ(layout.bookmarks[1].level, 2);
}

TEST(Layout, APlacedTextLeadsBackToItsRecord) {
    const office::YearBook book = test::sample_year();
    const Document document = test::report_document(book);
    bool found = false;
    for (const PlacedPage& page : lay_out(document, times_metrics()).pages) {
        for (const PlacedText& text : page.texts) {
            if (text.place.block == Place::kNowhere) continue;
            const Paragraph* source = find_paragraph(document, text.place);
            ASSERT_NE(source, nullptr) << text.text;
            EXPECT_EQ(source->runs[text.run].text.substr(text.begin, text.text.size()), text.text);
            found = found || (text.text == "Nguyễn Hữu Phước" &&
                              source->origins == std::vector<Origin>{{RecordKind::kPerson, 4}});
        }
    }
    EXPECT_TRUE(found);
    EXPECT_EQ(find_paragraph(document, {9, 0, 0, 0, 0}), nullptr);
    EXPECT_EQ(find_paragraph(document, {0, 0, 9, 0, 0}), nullptr);
}

TEST(Lines, AWordLongerThanTheLineIsDivided) {
    const auto lines = break_lines(paragraph(StyleId::kBody, std::string(500, 'm')), 200, 0, times_metrics());
    EXPECT_GT(lines.size(), 10U);
    for (const Line& line : lines) EXPECT_LE(line.width, 200.1);
}

TEST(Lines, NumbersOfDocumentsAreNotTornAtTheirSlash) {
    const auto p = paragraph(StyleId::kBody, "số 53/KH-UBND giai đoạn 2021-2025");
    for (double width = 20; width < 200; width += 3) {
        for (const Line& line : break_lines(p, width, 0, times_metrics())) {
            if (line.pieces.empty()) continue;
            const std::string text =
                p.runs[0].text.substr(line.pieces[0].begin, line.pieces[0].end - line.pieces[0].begin);
            if (width > 60) {
                EXPECT_NE(text.back(), '/') << width;
                EXPECT_NE(text, "2021-") << width;
            }
        }
    }
}

namespace {

/// The lines of a text at a width of so many points, joined by '|'.
std::string broken(const std::string& text, double width) {
    const Paragraph p = paragraph(StyleId::kTableText, text);
    std::string out;
    for (const Line& line : break_lines(p, width, 0, times_metrics())) {
        if (!out.empty()) out += "|";
        for (const Piece& piece : line.pieces) out += text.substr(piece.begin, piece.end - piece.begin);
    }
    return out;
}

double width_of(const std::string& text) {
    return widest_line(paragraph(StyleId::kTableText, text), 10000, times_metrics());
}

}  // namespace

TEST(Layout, ADocumentsNumberIsNotBrokenWhenItFitsALine) {
    const double narrow = width_of("theo số 88/QĐ-UB");
    EXPECT_EQ(broken("theo số 88/QĐ-UBND ngày", narrow), "theo số|88/QĐ-UBND|ngày");
    EXPECT_EQ(broken("theo số (……/QĐ-UBND) ngày", narrow), "theo số|(……/QĐ-UBND)|ngày") << "not numbered yet";
    EXPECT_EQ(broken("theo số 07/2022/QĐ-UBND;", width_of("theo số 07/2022/QĐ-UB")), "theo số|07/2022/QĐ-UBND;");
    EXPECT_EQ(broken("88/QĐ-UBND", width_of("88/QĐ-UB")), "88/QĐ-|UBND") << "it does not fit: where it divides best";
    EXPECT_EQ(broken("theo số 88/QĐ-UBND", width_of("88/QĐ-UB")), "theo số|88/QĐ-|UBND");
    EXPECT_EQ(broken("phong trào Thi-đua", width_of("phong trào Thi-đ")), "phong trào Thi-|đua") << "other hyphens";
    EXPECT_EQ(broken("cá nhân và/hoặc tập-thể", width_of("cá nhân và/hoặc tập-t")), "cá nhân và/hoặc tập-|thể");
}

TEST(Layout, ATableKeepsItsLastRowWithWhatFollows) {
    Table table = long_table(60);
    for (TableCell& cell : table.rows.back().cells) cell.paragraphs.front().keep_with_next = true;
    Paragraph note = paragraph(StyleId::kNote, "Ghi chú");
    note.keep_with_next = true;
    Table signature = long_table(3);
    signature.role = Table::Role::kSignature;
    for (int rows = 20; rows < 60; ++rows) {
        Table shorter = table;
        shorter.rows.erase(shorter.rows.begin() + 1, shorter.rows.begin() + 1 + (60 - rows));
        const Document document = of_blocks({shorter, note, signature});
        const Layout layout = lay_out(document, times_metrics());
        const auto page_of_row = [&](std::size_t row) {
            for (std::size_t p = 0; p < layout.pages.size(); ++p) {
                for (const PlacedText& text : layout.pages[p].texts) {
                    if (text.place.block == 0 && text.place.row == row) return p;
                }
            }
            return std::size_t{SIZE_MAX};
        };
        EXPECT_EQ(page_of_row(shorter.rows.size() - 1), page_of(layout, 1)) << rows;
        EXPECT_EQ(page_of(layout, 1), page_of(layout, 2)) << rows;
    }
}
