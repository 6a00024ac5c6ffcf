// The sample plan against its hand annotation (plan-2024.entities.json), and documents written for these tests.

#include "intake/plan_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "intake/document_number.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

using Kind = office::PlanItem::Kind;

const std::filesystem::path kSamples = std::filesystem::path(THIDUA_SOURCE_DIR) / "../shared/samples";

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::size_t count_kind(const office::PlanBundle& bundle, Kind kind) {
    return static_cast<std::size_t>(
        std::count_if(bundle.items.begin(), bundle.items.end(), [&](const auto& item) { return item.kind == kind; }));
}

const office::BasisDocument* find_document(const office::PlanBundle& bundle, std::string_view number) {
    const auto found = std::find_if(bundle.basis.begin(), bundle.basis.end(),
                                    [&](const auto& document) { return document.number == number; });
    return found == bundle.basis.end() ? nullptr : &*found;
}

const office::Question* find_question(const office::PlanBundle& bundle, std::string_view field) {
    const auto found = std::find_if(bundle.questions.begin(), bundle.questions.end(),
                                    [&](const auto& question) { return question.field == field; });
    return found == bundle.questions.end() ? nullptr : &*found;
}

/// Every span lies inside the text, on the lines it names; parents come before children.
void expect_sound(const PlanReading& reading, const std::string& text) {
    const auto& bundle = reading.bundle;
    const auto check = [&](const office::SourceSpan& span, const std::string& what) {
        if (span == office::SourceSpan{}) return;
        ASSERT_GE(span.begin, 0) << what;
        ASSERT_LE(span.begin, span.end) << what;
        ASSERT_LE(static_cast<std::size_t>(span.end), text.size()) << what;
        const auto line_at = [&](int byte) { return 1 + std::count(text.begin(), text.begin() + byte, '\n'); };
        EXPECT_EQ(span.first_line, line_at(span.begin)) << what;
        EXPECT_EQ(span.last_line, line_at(span.end > span.begin ? span.end - 1 : span.begin)) << what;
    };
    std::int64_t next = 1;
    for (const auto& item : bundle.items) {
        EXPECT_EQ(item.id.value, next++);
        EXPECT_LT(item.parent.value, item.id.value);
        check(item.source, "item " + item.text);
    }
    for (const auto& document : bundle.basis) {
        ASSERT_FALSE(document.mentions.empty());
        for (const auto& mention : document.mentions) check(mention, "document " + document.number);
    }
    for (const auto& task : bundle.tasks) {
        check(task.source, "task " + task.title);
        EXPECT_GE(task.item.value, 1);
        EXPECT_LE(task.item.value, static_cast<std::int64_t>(bundle.items.size()));
    }
    for (const auto& occasion : bundle.occasions) check(occasion.source, occasion.name);
    for (const auto& field : reading.fields) check(field.span, field.field);
}

class SamplePlan : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(kSamples / "plan-2024.entities.json"))
            GTEST_SKIP() << "the sample plan is not here";
        text_ = read_file(kSamples / "plan-2024.gold.txt");
        entities_ = nlohmann::json::parse(read_file(kSamples / "plan-2024.entities.json"), nullptr, false);
        ASSERT_FALSE(entities_.is_discarded());
        reading_ = read_plan_with_spans(text_);
    }
    std::string text_;
    nlohmann::json entities_;
    PlanReading reading_;
};

TEST_F(SamplePlan, NumberedDocumentsHaveNumberDateIssuerAndSubject) {
    std::size_t expected = 0;
    for (const auto& reference : entities_["references"]) {
        ++expected;
        const std::string number = reference["number"].get<std::string>();
        const office::BasisDocument* document = find_document(reading_.bundle, number);
        ASSERT_NE(document, nullptr) << number;
        EXPECT_EQ(document->kind, reference["type"].get<std::string>()) << number;
        ASSERT_TRUE(document->date) << number;
        EXPECT_EQ(base::to_iso(*document->date), reference["date"].get<std::string>()) << number;
        EXPECT_EQ(document->issuer, reference["issuer"].get<std::string>()) << number;
        EXPECT_EQ(document->subject, reference["subject"].get<std::string>()) << number;
        ASSERT_EQ(document->mentions.size(), 1u) << number;
        EXPECT_EQ(document->mentions[0].first_line, reference["lines"][0].get<int>()) << number;
        EXPECT_EQ(document->mentions[0].last_line, reference["lines"][1].get<int>()) << number;
        EXPECT_EQ(document->role == office::BasisDocument::Role::kBasis, reference.contains("role")) << number;
    }
    EXPECT_EQ(expected, 8u);
    const auto numbered = std::count_if(reading_.bundle.basis.begin(), reading_.bundle.basis.end(),
                                        [](const auto& document) { return !document.number.empty(); });
    EXPECT_EQ(numbered, 8);
}

TEST_F(SamplePlan, DocumentsWithoutNumberAreNamed) {
    std::vector<std::string> names;
    for (const auto& document : reading_.bundle.basis) {
        if (document.number.empty()) names.push_back(document.kind + " " + document.subject);
    }
    ASSERT_EQ(names.size(), entities_["unnumbered_references"].size());
    for (const auto& reference : entities_["unnumbered_references"]) {
        const std::string wanted = reference.get<std::string>();
        const bool found = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            // The annotation writes "Quy chế về …" and adds "(hiệu lực …)" behind the law.
            std::string plain = wanted;
            if (const auto about = plain.find(" về "); about != std::string::npos)
                plain.replace(about, std::string(" về ").size(), " ");
            return plain == name || plain.starts_with(name + " (hiệu lực");
        });
        EXPECT_TRUE(found) << wanted;
    }
    const auto law = std::find_if(reading_.bundle.basis.begin(), reading_.bundle.basis.end(),
                                  [](const auto& document) { return document.kind == "Luật"; });
    ASSERT_NE(law, reading_.bundle.basis.end());
    EXPECT_EQ(law->effective_from, (base::Date{2024, 1, 1}));
}

TEST_F(SamplePlan, SectionsAndHeadingsStandWhereTheyArePrinted) {
    const auto& items = reading_.bundle.items;
    EXPECT_EQ(count_kind(reading_.bundle, Kind::kSection), entities_["sections"].size());
    for (const auto& section : entities_["sections"]) {
        const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) {
            return item.kind == Kind::kSection && item.label == section["label"].get<std::string>();
        });
        ASSERT_NE(found, items.end());
        EXPECT_EQ(found->text, section["title"].get<std::string>());
        EXPECT_EQ(found->source.first_line, section["line"].get<int>());
        for (const auto& sub : section["sub"]) {
            const auto heading = std::find_if(items.begin(), items.end(), [&](const auto& item) {
                return item.parent == found->id && item.label == sub["label"].get<std::string>();
            });
            ASSERT_NE(heading, items.end()) << sub.dump();
            EXPECT_EQ(heading->kind, Kind::kHeading);
            EXPECT_EQ(heading->text, sub["title"].get<std::string>());
            EXPECT_EQ(heading->source.first_line, sub["line"].get<int>());
        }
    }
}

TEST_F(SamplePlan, ASentenceGoesOnBehindABlankLineAndAPageBreak) {
    const auto& items = reading_.bundle.items;
    const auto joined =
        std::find_if(items.begin(), items.end(), [](const auto& item) { return item.source.first_line == 17; });
    ASSERT_NE(joined, items.end());
    EXPECT_EQ(joined->source.last_line, 20);
    EXPECT_NE(joined->text.find("triển khai, thực hiện thắng lợi nhiệm vụ"), std::string::npos);
    // Page two begins at line 50 with a new paragraph, page three at line 98.
    for (const int line : {50, 98}) {
        EXPECT_TRUE(std::any_of(items.begin(), items.end(), [&](const auto& item) {
            return item.source.first_line == line;
        })) << line;
    }
}

TEST_F(SamplePlan, ContentBecomesTasksAndDuties) {
    EXPECT_GE(reading_.bundle.tasks.size(), 12u);
    EXPECT_LE(reading_.bundle.tasks.size(), 20u);
    for (const auto& task : reading_.bundle.tasks) {
        EXPECT_GE(task.source.first_line, 36);  // II.2 and III only
        EXPECT_LT(text::fold(task.title).size(), 150u);
    }
    const auto registration = std::find_if(reading_.bundle.tasks.begin(), reading_.bundle.tasks.end(),
                                           [](const auto& task) { return task.source.first_line == 106; });
    ASSERT_NE(registration, reading_.bundle.tasks.end());
    EXPECT_EQ(registration->title, "Đăng ký các danh hiệu thi đua năm 2024");
    EXPECT_EQ(registration->kind, office::Task::Kind::kTask);
}

TEST_F(SamplePlan, RolesAreGivenTheirActs) {
    for (const auto& role : entities_["roles"]) {
        const std::string name = role["role"].get<std::string>();
        EXPECT_TRUE(std::any_of(reading_.bundle.tasks.begin(), reading_.bundle.tasks.end(), [&](const auto& task) {
            return task.assignee == name;
        })) << name;
    }
    const auto report = std::find_if(reading_.bundle.tasks.begin(), reading_.bundle.tasks.end(),
                                     [](const auto& task) { return task.recurrence == "định kỳ"; });
    ASSERT_NE(report, reading_.bundle.tasks.end());
    EXPECT_EQ(report->assignee, "Công chức phụ trách");
    EXPECT_EQ(report->kind, office::Task::Kind::kDuty);
    EXPECT_EQ(report->source.first_line, 119);
}

TEST_F(SamplePlan, AnniversariesFallOnTheirDayInThePlansYear) {
    ASSERT_EQ(reading_.bundle.occasions.size(), entities_["anniversaries"].size());
    std::size_t i = 0;
    for (const auto& anniversary : entities_["anniversaries"]) {
        const auto& occasion = reading_.bundle.occasions[i++];
        EXPECT_EQ(occasion.years, anniversary["years"].get<int>());
        EXPECT_EQ(occasion.name, anniversary["event"].get<std::string>());
        EXPECT_EQ(occasion.source.first_line, anniversary["line"].get<int>());
        ASSERT_TRUE(occasion.date);
        EXPECT_EQ(occasion.date->year, 2024);
    }
    EXPECT_EQ(reading_.bundle.occasions[0].date, (base::Date{2024, 5, 7}));
    EXPECT_EQ(reading_.bundle.occasions[1].date, (base::Date{2024, 12, 22}));
}

TEST_F(SamplePlan, HeadAndFoot) {
    const office::Plan& plan = reading_.bundle.plan;
    EXPECT_EQ(plan.issuer, entities_["issuer"].get<std::string>());
    EXPECT_EQ(plan.unit_in_charge, plan.issuer);
    EXPECT_EQ(plan.subject, entities_["subject"].get<std::string>());
    EXPECT_EQ(plan.year, 2024);
    EXPECT_EQ(plan.signer_title, entities_["signer"]["title"].get<std::string>());
    EXPECT_EQ(plan.signer_name.substr(0, plan.signer_name.rfind(' ')), "Lưu Mạnh");
    ASSERT_EQ(plan.recipients.size(), entities_["recipients"].size());
    for (std::size_t i = 0; i < plan.recipients.size(); ++i)
        EXPECT_EQ(plan.recipients[i], entities_["recipients"][i].get<std::string>());
}

TEST_F(SamplePlan, WhatIsMissingIsAskedAndNotGuessed) {
    EXPECT_TRUE(reading_.bundle.plan.number.empty());
    EXPECT_FALSE(reading_.bundle.plan.issued_on);
    for (const std::string_view field :
         {"plan.number", "plan.issued_on", "basis.number", "task.due", "task.assignee"}) {
        EXPECT_NE(find_question(reading_.bundle, field), nullptr) << field;
    }
    EXPECT_LE(reading_.bundle.questions.size(), 10u);
    EXPECT_EQ(find_question(reading_.bundle, "signer.name"), nullptr);
    // With the restoration's doubt about the given name, it is.
    const DoubtfulRange doubt{text_.find("Tua"), text_.find("Tua") + 3};
    ReadOptions options;
    options.doubtful = {&doubt, 1};
    EXPECT_NE(find_question(read_plan(text_, options), "signer.name"), nullptr);
}

TEST_F(SamplePlan, SpansAreSound) { expect_sound(reading_, text_); }

TEST_F(SamplePlan, AFewWrongWordsChangeLittle) {
    // What restoration may leave behind: marks lost or wrong, a blank in a number, capitals without marks.
    std::string noisy = text_;
    const auto replace = [&](std::string_view from, std::string_view to) {
        const std::size_t at = noisy.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        noisy.replace(at, from.size(), to);
    };
    replace("Chỉ thị số 34-CT/TW", "Chí thị sổ 34-CT/TW");
    replace("Nghị quyết số\n21/NQ-HĐND", "Nghị quyêt số\n21/NQ- -HDND");
    replace("của Hội đồng nhân dân", "cua Hội đồng nhân dân");
    replace("II. ĐỐI TƯỢNG", "II. ĐÔI TƯỢNG");
    replace("TỔ CHỨC THỰC HIỆN", "TÔ CHỨC THỰC HIÊN");
    replace("Nơi nhận:", "Noi nhận:");
    replace("của Bộ Chính trị\nvề “Tiếp", "của Bộ Chính trị\nvê “Tiếp");
    replace("giai đoạn 2021 - 2025.\n\nTiếp", "giai đoan 2021 - 2025.\n\nTiếp");
    replace("kỷ niệm 70 năm", "ky niệm 70 năm");
    const office::PlanBundle bundle = read_plan(noisy);
    const auto numbered = std::count_if(bundle.basis.begin(), bundle.basis.end(),
                                        [](const auto& document) { return !document.number.empty(); });
    EXPECT_EQ(numbered, 8);
    for (const auto& reference : entities_["references"]) {
        const auto* document = find_document(bundle, reference["number"].get<std::string>());
        ASSERT_NE(document, nullptr) << reference["number"];
        ASSERT_TRUE(document->date);
        EXPECT_EQ(base::to_iso(*document->date), reference["date"].get<std::string>());
        EXPECT_EQ(text::fold(document->issuer), text::fold(reference["issuer"].get<std::string>()));
        EXPECT_EQ(text::fold(document->subject), text::fold(reference["subject"].get<std::string>()));
    }
    EXPECT_EQ(count_kind(bundle, Kind::kSection), 3u);
    EXPECT_EQ(bundle.occasions.size(), 3u);
    EXPECT_EQ(bundle.plan.recipients.size(), 2u);
}

TEST(ScannedDocuments, AllNineteenHaveHeadSectionsAndSoundSpans) {
    const auto folder = kSamples / "ocr";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the scanned documents are not here";
    int documents = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".gold.txt")) continue;
        ++documents;
        SCOPED_TRACE(name);
        const std::string text = read_file(entry.path());
        const PlanReading reading = read_plan_with_spans(text);
        expect_sound(reading, text);
        const office::Plan& plan = reading.bundle.plan;
        EXPECT_FALSE(plan.number.empty());
        ASSERT_TRUE(plan.issued_on);
        EXPECT_EQ(plan.issued_on->year, 2025);
        EXPECT_EQ(plan.issued_on->month, 11);
        EXPECT_FALSE(plan.issuer.empty());
        EXPECT_FALSE(plan.place.empty());
        EXPECT_FALSE(plan.subject.empty());
        EXPECT_FALSE(reading.document_kind.empty());
        // The file's name has the number: "06_0125-KH-UBND".
        const std::string wanted = name.substr(3, name.find('.') - 3);
        std::string found = text::fold(plan.number);
        std::replace(found.begin(), found.end(), '/', '-');
        EXPECT_EQ(found, text::fold(wanted));
        EXPECT_GE(reading.bundle.items.size(), 10u);
        EXPECT_LE(reading.bundle.questions.size(), 16u);
        // Sections count up from I without a gap (the pages are cut off after the third).
        int expected = 0;
        for (const auto& item : reading.bundle.items) {
            if (item.kind != Kind::kSection || item.label.empty()) continue;
            constexpr std::array<std::string_view, 5> kRoman{"I", "II", "III", "IV", "V"};
            ASSERT_LT(static_cast<std::size_t>(expected), kRoman.size());
            EXPECT_EQ(item.label, kRoman[static_cast<std::size_t>(expected)]);
            ++expected;
        }
        if (name.find("14_") == std::string::npos) {
            EXPECT_GE(expected, 1);
        }
    }
    EXPECT_EQ(documents, 19);
}

TEST(PlanReader, ReadsTheHeadOfAnOfficesOwnPlanInTwoColumns) {
    const std::string text =
        "UBND QUẬN HOA SỮA                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHÒNG TƯ PHÁP                            Độc lập - Tự do - Hạnh phúc\n"
        "\n"
        "Số: 05/KH-PTP                         Hoa Sữa, ngày 06 tháng 02 năm 2025\n"
        "\n"
        "KẾ HOẠCH\n"
        "Phát động phong trào thi đua yêu nước năm 2025\n"
        "\n"
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\n"
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số "
        "điều của Luật Thi đua, khen thưởng;\n"
        "Phòng Tư pháp ban hành Kế hoạch như sau:\n"
        "I. NHIỆM VỤ\n"
        "1. Bộ phận hộ tịch giải quyết đúng hạn ít nhất 98% hồ sơ, xong trước ngày 30/11/2025.\n"
        "2. Hằng quý, Công chức phụ trách báo cáo kết quả về Phòng Nội vụ trước ngày 15 tháng cuối quý.\n"
        "\n"
        "Nơi nhận:                                 KT. TRƯỞNG PHÒNG\n"
        "- UBND quận;                              PHÓ TRƯỞNG PHÒNG\n"
        "- Lưu: VT.\n"
        "\n"
        "                                             Đỗ Thị Mai Lan\n";
    const PlanReading reading = read_plan_with_spans(text);
    expect_sound(reading, text);
    const office::Plan& plan = reading.bundle.plan;
    EXPECT_EQ(plan.number, "05/KH-PTP");
    EXPECT_EQ(plan.issued_on, (base::Date{2025, 2, 6}));
    EXPECT_EQ(plan.place, "Hoa Sữa");
    EXPECT_EQ(plan.superior, "UBND quận Hoa Sữa");
    EXPECT_EQ(plan.issuer, "Phòng Tư pháp");
    EXPECT_EQ(reading.document_kind, "Kế hoạch");
    EXPECT_EQ(plan.subject, "Phát động phong trào thi đua yêu nước năm 2025");
    EXPECT_EQ(plan.year, 2025);
    EXPECT_EQ(plan.signer_title, "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG");
    EXPECT_EQ(plan.signer_name, "Đỗ Thị Mai Lan");
    EXPECT_EQ(plan.recipients, (std::vector<std::string>{"UBND quận", "Lưu: VT"}));
    ASSERT_EQ(reading.bundle.basis.size(), 2u);
    EXPECT_EQ(reading.bundle.basis[0].kind, "Luật");
    EXPECT_EQ(reading.bundle.basis[0].subject, "Thi đua, khen thưởng");
    EXPECT_EQ(reading.bundle.basis[0].date, (base::Date{2022, 6, 15}));
    EXPECT_EQ(reading.bundle.basis[0].mentions.size(), 2u);  // cited again in the decree's subject
    EXPECT_EQ(reading.bundle.basis[1].number, "98/2023/NĐ-CP");
    EXPECT_EQ(reading.bundle.basis[1].issuer, "Chính phủ");
    ASSERT_EQ(reading.bundle.tasks.size(), 2u);
    EXPECT_EQ(reading.bundle.tasks[0].assignee, "Bộ phận hộ tịch");
    EXPECT_EQ(reading.bundle.tasks[0].due, (base::Date{2025, 11, 30}));
    EXPECT_EQ(reading.bundle.tasks[0].target, "98");
    EXPECT_EQ(reading.bundle.tasks[0].target_unit, "%");
    EXPECT_EQ(reading.bundle.tasks[1].recurrence, "Hằng quý");
    EXPECT_EQ(find_question(reading.bundle, "plan.number"), nullptr);
}

TEST(PlanReader, ReadsTextFromAWebPageWithOneLineAParagraph) {
    const std::string text =
        "ỦY BAN NHÂN DÂN\nTỈNH LÚA VÀNG\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
        "phúc\n---------------\n"
        "Số: 77/KH-UBND\nLúa Vàng, ngày 12 tháng 3 năm 2025\nKẾ HOẠCH\nTỔ CHỨC CÁC PHONG TRÀO THI ĐUA NĂM 2025\n"
        "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen "
        "thưởng, Ủy ban nhân dân tỉnh Lúa Vàng ban hành Kế hoạch tổ chức các phong trào thi đua năm 2025 như sau:\n\n"
        "I. MỤC ĐÍCH\n\nTạo khí thế thi đua sôi nổi trong toàn tỉnh, góp phần hoàn thành các chỉ tiêu kinh tế - xã hội "
        "năm 2025 mà Hội đồng nhân dân tỉnh đã giao cho các cấp, các ngành trong tỉnh.\n\n"
        "II. NHIỆM VỤ\n\n1. Sở Nội vụ\n\na) Chủ trì, phối hợp với các sở, ngành hướng dẫn đăng ký thi đua, hoàn thành "
        "trong quý I/2025.\n\nb) Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 năm 2025.\n\n"
        "2. Các sở, ban, ngành\n\nTổ chức phát động thi đua chào mừng kỷ niệm 80 năm Quốc khánh (02/9/1945 - "
        "02/9/2025) và 60 năm chiến thắng Điện Biên Phủ.\n\n"
        "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.\n\nNơi nhận:\n- Bộ Nội vụ (để b/c);\n- Lưu: VT, SNV.\nTM. "
        "ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nTrần Thị Bích Ngọc\n";
    const PlanReading reading = read_plan_with_spans(text);
    expect_sound(reading, text);
    const office::PlanBundle& bundle = reading.bundle;
    EXPECT_EQ(bundle.plan.issuer, "Ủy ban nhân dân tỉnh Lúa Vàng");
    EXPECT_EQ(bundle.plan.superior, "");
    EXPECT_EQ(bundle.plan.subject, "Tổ chức các phong trào thi đua năm 2025");
    EXPECT_EQ(bundle.plan.signer_title, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
    EXPECT_EQ(bundle.plan.signer_name, "Trần Thị Bích Ngọc");
    EXPECT_EQ(count_kind(bundle, Kind::kSection), 2u);
    const auto* directive = find_document(bundle, "34-CT/TW");
    ASSERT_NE(directive, nullptr);
    EXPECT_EQ(directive->subject, "tiếp tục đổi mới công tác thi đua, khen thưởng");
    ASSERT_EQ(bundle.tasks.size(), 3u);
    EXPECT_EQ(bundle.tasks[0].assignee, "Sở Nội vụ");
    EXPECT_EQ(bundle.tasks[0].due, (base::Date{2025, 3, 31}));
    EXPECT_EQ(bundle.tasks[1].due, (base::Date{2025, 12, 15}));
    EXPECT_EQ(bundle.tasks[2].assignee, "Các sở, ban, ngành");
    ASSERT_EQ(bundle.occasions.size(), 2u);
    EXPECT_EQ(bundle.occasions[0].date, (base::Date{2025, 9, 2}));
    EXPECT_FALSE(bundle.occasions[1].date);  // 60 years from 1954 is 2014, not 2025
    const office::Question* years = find_question(bundle, "occasion.years");
    ASSERT_NE(years, nullptr);
    EXPECT_NE(years->text.find("71 năm"), std::string::npos);
}

TEST(PlanReader, ADocumentCitedTwiceIsOneRecord) {
    const office::PlanBundle bundle = read_plan(
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2025 của UBND huyện về thi đua năm 2025;\n"
        "I. NỘI DUNG\n1. Triển khai Kế hoạch số 12/KH-UBND.\n2. Sơ kết Kế hoạch 12/KH-UBND ngày 06/01/2025 của UBND "
        "huyện.\n");
    ASSERT_EQ(bundle.basis.size(), 1u);
    EXPECT_EQ(bundle.basis[0].mentions.size(), 3u);
    EXPECT_EQ(bundle.basis[0].date, (base::Date{2025, 1, 5}));
    const office::Question* question = find_question(bundle, "basis.date");
    ASSERT_NE(question, nullptr);
    EXPECT_NE(question->text.find("06/01/2025"), std::string::npos);
}

TEST(PlanReader, NumbersRepeatEachYearSoTheYearTellsDocumentsApart) {
    const office::PlanBundle bundle = read_plan(
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND huyện về thi đua năm 2024;\n"
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 07/01/2025 của UBND huyện về thi đua năm 2025;\n");
    EXPECT_EQ(bundle.basis.size(), 2u);
}

TEST(PlanReader, ListsThatBreakAcrossLinesAreNoMarks) {
    const office::PlanBundle bundle = read_plan(
        "I. NỘI DUNG\n"
        "1. Phát huy mạnh mẽ vai trò của Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị\n"
        "- xã hội trong việc thực hành dân chủ và phát huy quyền dân chủ ở các địa bàn cấp độ\n"
        "1. Cấp phát tài liệu đầy đủ cho các đơn vị trên địa bàn trong giai đoạn 2021\n"
        "- 2025 và những năm tiếp theo của kế hoạch phát triển kinh tế, xã hội đất nước.\n"
        "2. Tổ chức sơ kết.\n");
    ASSERT_EQ(bundle.items.size(), 3u);
    EXPECT_EQ(bundle.items[1].source.last_line, 5);
    EXPECT_EQ(bundle.items[2].label, "2");
}

TEST(PlanReader, LabelledLinesBelongToTheirTask) {
    const office::PlanBundle bundle = read_plan(
        "II. NỘI DUNG\n1. Tập huấn nghiệp vụ thi đua, khen thưởng\n- Cơ quan chủ trì: Phòng Nội vụ.\n- Cơ quan phối "
        "hợp: các phòng, ban.\n"
        "- Thời gian thực hiện: trước ngày 30 tháng 6 năm 2025.\n2. Rà soát quy chế\n- Đơn vị chủ trì: Phòng Tư "
        "pháp.\n- Thời gian thực hiện: Hoàn thành trong năm 2025.\n");
    ASSERT_EQ(bundle.tasks.size(), 2u);
    EXPECT_EQ(bundle.tasks[0].title, "Tập huấn nghiệp vụ thi đua, khen thưởng");
    EXPECT_EQ(bundle.tasks[0].assignee, "Phòng Nội vụ");
    EXPECT_EQ(bundle.tasks[0].due, (base::Date{2025, 6, 30}));
    EXPECT_EQ(bundle.tasks[1].assignee, "Phòng Tư pháp");
    EXPECT_EQ(bundle.tasks[1].due, (base::Date{2025, 12, 31}));
}

TEST(PlanReader, APageThatWasPastedOnOneLineIsTakenApart) {
    const std::string text =
        "ỦY BAN NHÂN DÂN TỈNH HOA SỮA\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 28/QĐ-UBND\n"
        "Hoa Sữa, ngày 19 tháng 11 năm 2025\n"
        "QUYẾT ĐỊNH PHÊ DUYỆT QUY CHẾ THI ĐUA THUỘC PHẠM VI QUẢN LÝ CỦA SỞ NỘI VỤ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HOA "
        "SỮA Căn cứ Luật Tổ chức "
        "chính quyền địa phương ngày 16/6/2025; Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy "
        "định về phân cấp, phân quyền "
        "trong lĩnh vực thi đua, khen thưởng; Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày "
        "03/11/2025. QUYẾT ĐỊNH: Điều 1. Phê "
        "duyệt Quy chế thi đua. Điều 2. Giao Sở Nội vụ báo cáo trước ngày 15/12/2025. Điều 3. Chánh Văn phòng chịu "
        "trách nhiệm thi hành Quyết "
        "định này./.\n"
        "Nơi nhận: - Như Điều 3; - Bộ Nội vụ; - Lưu: VT, NC.\n"
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An\n";
    const PlanReading reading = read_plan_with_spans(text);
    expect_sound(reading, text);
    const office::PlanBundle& bundle = reading.bundle;
    EXPECT_EQ(reading.document_kind, "Quyết định");
    EXPECT_EQ(bundle.plan.number, "28/QĐ-UBND");
    EXPECT_EQ(bundle.plan.issuer, "Ủy ban nhân dân tỉnh Hoa Sữa");
    EXPECT_EQ(text::fold(bundle.plan.subject), "phe duyet quy che thi dua thuoc pham vi quan ly cua so noi vu");
    ASSERT_EQ(bundle.basis.size(), 3u);
    EXPECT_EQ(bundle.basis[2].issuer, "Giám đốc Sở Nội vụ");
    std::vector<std::string> labels;
    for (const auto& item : bundle.items) {
        if (!item.label.empty()) labels.push_back(item.label);
    }
    EXPECT_EQ(labels, (std::vector<std::string>{"Điều 1", "Điều 2", "Điều 3"}));
    ASSERT_FALSE(bundle.tasks.empty());
    EXPECT_EQ(bundle.plan.recipients, (std::vector<std::string>{"Như Điều 3", "Bộ Nội vụ", "Lưu: VT, NC"}));
    EXPECT_EQ(bundle.plan.signer_name, "Nguyễn Văn An");
}

TEST(PlanReader, APlanOfAnotherOfficeIsOneFromAbove) {
    ReadOptions options;
    options.own_office = "Phòng Tư pháp quận Hoa Sữa";
    const std::string text =
        "Thực hiện Luật Thi đua, khen thưởng,\n\nỦy ban nhân dân quận Hoa Sữa ban hành Kế hoạch thi đua năm 2025 như "
        "sau:\n\nI. NỘI DUNG\n";
    EXPECT_EQ(read_plan(text, options).plan.origin, office::PlanOrigin::kSuperior);
    options.own_office = "Ủy ban nhân dân quận Hoa Sữa";
    EXPECT_EQ(read_plan(text, options).plan.origin, office::PlanOrigin::kOwn);
}

TEST(PlanReader, AnyBytesGiveABundle) {
    for (const std::string& text :
         {std::string(), std::string("\n\n\n"), std::string(300, '('), std::string(300, '1'), std::string("số /KH-\n"),
          std::string("\xff\xfe\x80 I. \xc3"), std::string("1.\n2.\na)\n- \n+"), std::string("Nơi nhận:"),
          std::string("“") + std::string(2000, 'a') + "”", std::string("kỷ niệm 70 năm"), std::string("Luật"),
          std::string("Quyết định số 1/QĐ-X ngày của về")}) {
        const PlanReading reading = read_plan_with_spans(text);
        expect_sound(reading, text);
        EXPECT_EQ(reading.bundle.plan.restored_text, text);
    }
}

TEST(DocumentNumber, IsFoundInCleanAndScannedText) {
    const auto numbers = [](std::string_view text) {
        std::vector<std::string> found;
        for (const auto& match : find_document_numbers(text)) found.push_back(match.number);
        return found;
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(numbers("Kế hoạch 53/KH-UBND ngày"), (List{"53/KH-UBND"}));
    EXPECT_EQ(numbers("số 34-CT/TW, số 184-KH/TU"), (List{"34-CT/TW", "184-KH/TU"}));
    EXPECT_EQ(numbers("66.2/2025/NQ-CP và 163/2024/QH15"), (List{"66.2/2025/NQ-CP", "163/2024/QH15"}));
    EXPECT_EQ(numbers("21/NQ- -HDND; 71/NQ -CP; 132- KL/TW"), (List{"21/NQ-HĐND", "71/NQ-CP", "132-KL/TW"}));
    EXPECT_EQ(numbers("SỐ 06/QĐ-TTG NGÀY"), (List{"06/QĐ-TTg"}));
    EXPECT_EQ(numbers("10902/VPCP-KGVX, 49/QCPH-UBND-UBMT-HCTĐ"), (List{"10902/VPCP-KGVX", "49/QCPH-UBND-UBMT-HCTĐ"}));
    EXPECT_EQ(numbers("trạm 5G/IoT, 24/24 giờ, ngày 12/3/2021, giai đoạn 2021 - UBND, 3,5 triệu"), List{});
    EXPECT_EQ(kind_from_number("008/CĐ-UBND"), "Công điện");
    EXPECT_EQ(issuer_symbol("34-CT/TW"), "TW");
    EXPECT_EQ(issuer_from_number("163/2024/QH15"), "Quốc hội");
    EXPECT_EQ(number_key("0125/KH-UBND"), number_key("125/kh-ubnd"));
}

}  // namespace
}  // namespace thidua::intake
