// Citations of the nineteen scanned documents against tests/intake/data/citations.tsv, and the grammar on sentences of
// its own.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "intake/citation.h"
#include "intake/plan_reader.h"

namespace thidua::intake {
namespace {

const std::filesystem::path kRoot(THIDUA_SOURCE_DIR);

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Row {
    int line = 0;
    std::string kind, number, date, issuer, subject;
};

std::map<std::string, std::vector<Row>> expected_rows() {
    std::map<std::string, std::vector<Row>> rows;
    std::ifstream in(kRoot / "tests/intake/data/citations.tsv");
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> cells;
        std::stringstream cut(line);
        for (std::string cell; std::getline(cut, cell, '\t');) cells.push_back(cell);
        cells.resize(7);
        rows[cells[0]].push_back({std::stoi(cells[1]), cells[2], cells[3], cells[4], cells[5], cells[6]});
    }
    return rows;
}

TEST(Citations, OfTheNineteenDocumentsAreCompleteAndRight) {
    const auto folder = kRoot / "../shared/samples/ocr";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the scanned documents are not here";
    const auto rows = expected_rows();
    int all = 0;
    int right = 0;
    int invented = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".gold.txt")) continue;
        const office::PlanBundle bundle = read_plan(read_file(entry.path()));
        const auto wanted = rows.find(name.substr(0, 2));
        const std::vector<Row> none;
        const std::vector<Row>& list = wanted == rows.end() ? none : wanted->second;
        for (const Row& row : list) {
            ++all;
            const bool found =
                std::any_of(bundle.basis.begin(), bundle.basis.end(), [&](const office::BasisDocument& document) {
                    return document.number == row.number && document.kind == row.kind &&
                           document.issuer == row.issuer && document.subject == row.subject &&
                           (document.date ? base::to_iso(*document.date) : "") == row.date &&
                           document.mentions.front().first_line == row.line;
                });
            if (found) ++right;
            else
                ADD_FAILURE() << name << ":" << row.line << " " << row.kind << " " << row.number
                              << " is not read as written";
        }
        for (const office::BasisDocument& document : bundle.basis) {
            if (document.number.empty()) continue;
            const bool known =
                std::any_of(list.begin(), list.end(), [&](const Row& row) { return row.number == document.number; });
            if (!known) {
                ++invented;
                ADD_FAILURE() << name << " has no " << document.number;
            }
        }
    }
    RecordProperty("citations", all);
    RecordProperty("right", right);
    EXPECT_GE(all, 140);
    EXPECT_EQ(right, all);
    EXPECT_EQ(invented, 0);
}

std::vector<Citation> citations(const std::string& text) { return find_citations(text, split_words(text), {}); }

TEST(Citations, ASubjectEndsBeforeTheNextCitation) {
    const auto found = citations(
        "Thực hiện Nghị quyết số 05-NQ/TU ngày 12/12/2023 của Thành ủy về phương hướng, nhiệm vụ năm 2024, Nghị quyết "
        "số 21/NQ-HĐND "
        "ngày 19/12/2023 của HĐND thành phố về kế hoạch năm 2024; tăng tốc để hoàn thành.");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].subject, "phương hướng, nhiệm vụ năm 2024");
    EXPECT_EQ(found[1].subject, "kế hoạch năm 2024");
    EXPECT_EQ(found[1].issuer, "HĐND thành phố");
}

TEST(Citations, ACommaInsideASubjectDoesNotEndIt) {
    const auto found = citations(
        "Căn cứ Quyết định số 9/QĐ-UBND ngày 02/3/2024 của UBND huyện về phòng, chống thiên tai, tìm kiếm cứu nạn năm "
        "2024, nhằm chủ động.");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subject, "phòng, chống thiên tai, tìm kiếm cứu nạn năm 2024");
}

TEST(Citations, AQuotedSubjectLosesItsQuotes) {
    const auto found = citations(
        "Chỉ thị số 1/CT-UBND ngày 5/5/2024 của Chủ tịch UBND tỉnh về “Tăng cường kỷ luật, kỷ cương”, phát huy vai trò "
        "người đứng đầu.");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].issuer, "Chủ tịch UBND tỉnh");
    EXPECT_EQ(found[0].subject, "Tăng cường kỷ luật, kỷ cương");
}

TEST(Citations, WhatIsSaidOfTheLastOfAListIsSaidOfAll) {
    const auto found = citations(
        "các Công điện: số 7/CĐ-UBND ngày 17/11/2025, số 8/CĐ-UBND và số 9/CĐ-UBND ngày 19/11/2025 của UBND tỉnh về "
        "ứng phó lũ lụt;");
    ASSERT_EQ(found.size(), 3u);
    for (const Citation& citation : found) {
        EXPECT_EQ(citation.kind, "Công điện");
        EXPECT_EQ(citation.issuer, "UBND tỉnh");
        EXPECT_EQ(citation.subject, "ứng phó lũ lụt");
    }
    EXPECT_EQ(found[0].date, (base::Date{2025, 11, 17}));
    EXPECT_EQ(found[1].date, (base::Date{2025, 11, 19}));
}

TEST(Citations, LawsByNumberAndByName) {
    const auto found = citations(
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022; Luật Cán bộ, công chức; Bộ luật Lao động năm "
        "2019, "
        "Luật này và Luật Viên chức được sửa đổi.");
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].number, "06/2022/QH15");
    EXPECT_EQ(found[0].subject, "Thi đua, khen thưởng");
    EXPECT_EQ(found[0].issuer, "Quốc hội");
    EXPECT_EQ(found[1].subject, "Cán bộ, công chức");
    EXPECT_EQ(found[2].kind, "Bộ luật");
    EXPECT_EQ(found[2].subject, "Lao động năm 2019");
    EXPECT_EQ(found[3].subject, "Viên chức");
}

TEST(Citations, TheDocumentItselfIsNotCited) {
    EXPECT_TRUE(citations("UBND huyện ban hành Kế hoạch phát động thi đua năm 2025. Trên đây là Kế hoạch thi đua năm "
                          "2025 của UBND huyện.")
                    .empty());
    EXPECT_TRUE(
        citations("Kế hoạch này có hiệu lực từ ngày ký; các Quyết định của UBND huyện trái với Kế hoạch này bị bãi bỏ.")
            .empty());
}

}  // namespace
}  // namespace thidua::intake
