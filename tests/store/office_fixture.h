#pragma once
// A small office and a plan, for the store's tests.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "store/commands.h"
#include "store/store.h"

namespace thidua::store {

inline office::Office some_office() {
    office::Office office;
    office.name = "Phòng Tư pháp huyện An Khê Đông";
    office.superior = "UBND huyện An Khê Đông";
    office.year = 2024;
    return office;
}

inline office::Person person_called(const std::string& name) {
    office::Person person;
    person.full_name = name;
    return person;
}

/// With every kind of record, references between them, and ids from 1 as the intake gives them.
inline office::PlanBundle some_plan() {
    office::PlanBundle bundle;
    bundle.plan.id.value = 1;
    bundle.plan.subject = "Phát động phong trào thi đua năm 2024";
    bundle.plan.issued_on = base::Date{2024, 3, 20};
    bundle.plan.year = 2024;
    bundle.plan.recipients = {"UBND huyện (Phòng Nội vụ)", "Lưu: VT"};
    bundle.plan.source_text = std::string("K\0\xffho\x80", 6);  // a scan may hold anything
    bundle.plan.restored_text = "Kế hoạch";

    office::PlanItem section;
    section.id.value = 1;
    section.plan.value = 1;
    section.kind = office::PlanItem::Kind::kSection;
    section.label = "I";
    section.text = "MỤC ĐÍCH, YÊU CẦU";
    section.source = {3, 4, 20, 60};
    office::PlanItem paragraph = section;
    paragraph.id.value = 2;
    paragraph.parent.value = 1;
    paragraph.position = 1;
    paragraph.kind = office::PlanItem::Kind::kParagraph;
    paragraph.label.clear();
    paragraph.text = "Phát huy vai trò của từng cá nhân.";
    bundle.items = {section, paragraph};

    office::BasisDocument basis;
    basis.id.value = 1;
    basis.plan.value = 1;
    basis.kind = "Kế hoạch";
    basis.number = "53/KH-UBND";
    basis.date = base::Date{2024, 3, 14};
    basis.mentions = {{1, 2, 5, 40}, {9, 9, 100, 120}};
    bundle.basis = {basis};

    office::Task task;
    task.id.value = 1;
    task.plan.value = 1;
    task.item.value = 2;
    task.title = "Đăng ký các danh hiệu thi đua năm 2024";
    bundle.tasks = {task};

    office::Evidence evidence;
    evidence.id.value = 1;
    evidence.task.value = 1;
    evidence.text = "Bản đăng ký đã gửi Phòng Nội vụ";
    bundle.evidence = {evidence};

    office::Occasion occasion;
    occasion.id.value = 1;
    occasion.plan.value = 1;
    occasion.name = "chiến thắng Điện Biên Phủ";
    occasion.years = 70;
    bundle.occasions = {occasion};

    office::Question question;
    question.id.value = 1;
    question.plan.value = 1;
    question.field = "plan.number";
    question.text = "Số kế hoạch là bao nhiêu?";
    bundle.questions = {question};
    return bundle;
}

/// Adds one of every record of office/dossier.h to a book that has person 7, plan 1, initiative 4 and award 5.
inline void add_dossiers(office::YearBook& book) {
    office::LawAnswer answer;
    answer.id.value = 1;
    answer.person.value = 7;
    answer.year = 2024;
    answer.key = "initiatives_listed";
    answer.value = "yes";
    answer.answered_on = base::Date{2024, 12, 1};
    office::LawAnswer discipline;
    discipline.id.value = 2;
    discipline.person.value = 7;
    discipline.key = "discipline";
    discipline.value = "reprimand";
    discipline.begins_on = base::Date{2023, 5, 2};
    discipline.ends_on = base::Date{2024, 5, 2};
    discipline.note = "Quyết định số 12";
    book.answers = {discipline, answer};
    office::InitiativeUse use;
    use.id.value = 1;
    use.initiative.value = 4;
    use.title = "CSTDCS";
    use.year = 2023;
    book.initiative_uses = {use};
    office::AwardBasis basis;
    basis.id.value = 1;
    basis.award.value = 5;
    basis.ground = office::AwardBasis::Ground::kThematic;
    basis.merit = "Chuyển đổi số";
    book.award_bases = {basis};
    office::RuleOverlay overlay;
    overlay.id.value = 1;
    overlay.name = "Quy chế tỉnh";
    overlay.active = false;
    overlay.text = "{}";
    book.overlays = {overlay};
    office::Decision decision;
    decision.id.value = 1;
    decision.person.value = 7;
    decision.title = "LDTT";
    decision.year = 2024;
    decision.decided_on = base::Date{2024, 12, 20};
    decision.outcome = "met";
    decision.pack = "R1";
    decision.pack_version = "1";
    decision.facts = "{\"year\":2024}";
    decision.verdict = "{}";
    book.decisions = {decision};
    office::IssuedDocument document;
    document.id.value = 1;
    document.kind = "submission";
    document.plan.value = 1;
    document.person.value = 7;
    document.title = "LDTT";
    document.subject = "Về việc đề nghị khen thưởng";
    document.number = "15/TTr-PTP";
    document.date = base::Date{2024, 12, 21};
    document.content = "Kính gửi: …";
    document.made_from = 12;
    book.documents = {document};
    office::TextTemplate words;
    words.id.value = 1;
    words.kind = "submission";
    words.text = "Căn cứ …";
    book.templates = {words};
    office::Setting setting;
    setting.id.value = 1;
    setting.name = "certificate.layout";
    setting.value = "{\"x\":10}";
    book.settings = {setting};
}

/// An empty folder that is gone at the end.
class Folder {
public:
    Folder() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("thidua-store-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

inline std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline void put(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << bytes;
}

/// The value, or a test failure with the error's sentence.
template <class T>
T must(base::Result<T> result) {
    if (!result) {
        ADD_FAILURE() << result.error().en << " [" << result.error().where << "]";
        std::abort();
    }
    return std::move(*result);
}
inline void must(const base::Status& status) {
    if (!status) ADD_FAILURE() << status.error().en << " [" << status.error().where << "]";
}

}  // namespace thidua::store
