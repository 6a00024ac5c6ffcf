#include "document/dossier.h"

#include <algorithm>
#include <utility>

#include "document/docx.h"
#include "document/issue.h"
#include "document/wording.h"
#include "document/zip.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

/// ASCII letters, digits and `_`: names that every system unpacks alike.
std::string safe(const std::string& name, std::size_t most) {
    std::string out;
    for (const char c : text::fold(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) out += c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    if (out.size() > most) out.resize(most);
    while (!out.empty() && out.back() == '_') out.pop_back();
    return out.empty() ? "tep" : out;
}

std::string safe_file(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0 || name.size() - dot > 8) return safe(name, 60);
    return safe(name.substr(0, dot), 60) + "." + safe(name.substr(dot + 1), 8);
}

constexpr std::string_view kShared = "chung/";

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// Its index and its files; what is shared only once.
base::Status add_dossier(const office::Office& office, const Dossier& dossier, const std::string& folder,
                         std::vector<ZipEntry>& entries) {
    auto index = write_docx(dossier_index(office, dossier));
    if (!index) return tl::unexpected(index.error());
    entries.push_back({folder + "00_muc_luc.docx", std::move(*index)});
    for (std::size_t p = 0; p < dossier.parts.size(); ++p) {
        for (std::size_t f = 0; f < dossier.parts[p].files.size(); ++f) {
            const DossierFile& file = dossier.parts[p].files[f];
            std::string path = (file.shared ? "" : folder) + dossier_path(dossier, p, f);
            const bool known = file.shared && std::any_of(entries.begin(), entries.end(),
                                                          [&](const ZipEntry& entry) { return entry.name == path; });
            if (!known) entries.push_back({std::move(path), file.bytes});
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> missing_parts(const Dossier& dossier) {
    std::vector<std::string> names;
    for (const DossierPart& part : dossier.parts) {
        if (part.required && part.files.empty() && !part.on_paper) names.push_back(part.name);
    }
    return names;
}

std::string dossier_path(const Dossier& dossier, std::size_t part, std::size_t file) {
    const DossierPart& of = dossier.parts[part];
    std::string name = safe_file(of.files[file].name);
    if (of.files[file].shared) return std::string(kShared) + name;
    for (std::size_t i = 0; i < file; ++i) {
        if (safe_file(of.files[i].name) != name) continue;
        name = two_digits(file + 1) + "_" + name;  // two files of one name stand side by side
        break;
    }
    return two_digits(part + 1) + "_" + safe(of.name, 40) + "/" + name;
}

Document dossier_index(const office::Office& office, const Dossier& dossier) {
    Table table;
    table.column_mm = {11, 52, 42, 38, 22};
    TableRow head;
    head.header = true;
    for (const char* name : {"TT", "Thành phần hồ sơ", "Căn cứ", "Tệp", "Tình trạng"})
        head.cells.push_back(cell(StyleId::kTableHeader, name));
    table.rows.push_back(std::move(head));
    std::size_t there = 0;
    for (std::size_t p = 0; p < dossier.parts.size(); ++p) {
        const DossierPart& part = dossier.parts[p];
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(p + 1)));
        row.cells.push_back(cell(StyleId::kTableText, part.name));
        row.cells.push_back(cell(StyleId::kTableText, part.clause));
        TableCell files;
        for (std::size_t f = 0; f < part.files.size(); ++f) {
            const std::string path = dossier_path(dossier, p, f);
            const bool shared = part.files[f].shared;
            files.paragraphs.push_back(paragraph(StyleId::kTableText, shared ? path : path.substr(path.find('/') + 1)));
        }
        if (!part.note.empty()) files.paragraphs.push_back(paragraph(StyleId::kTableText, part.note));
        if (files.paragraphs.empty()) files.paragraphs.push_back(paragraph(StyleId::kTableText, {}));
        row.cells.push_back(std::move(files));
        const bool here = !part.files.empty();
        TableCell state = cell(StyleId::kTableNumber, here            ? "Có"
                                                      : part.on_paper ? "Kèm bản giấy"
                                                      : part.required ? "THIẾU"
                                                                      : "Không có");
        if (!here && !part.on_paper && part.required) state.paragraphs.front().runs.front().bold = true;
        row.cells.push_back(std::move(state));
        if (here || part.on_paper) ++there;
        table.rows.push_back(std::move(row));
    }
    Form form;
    form.kind = "Mục lục hồ sơ";
    form.subject = dossier.title;
    form.numbered = false;
    Issue issue;
    issue.issued_on = dossier.date;
    std::vector<Block> body;
    if (!dossier.subject.empty()) body.emplace_back(paragraph(StyleId::kBody, "Đối tượng: " + dossier.subject + "."));
    body.emplace_back(std::move(table));
    const std::vector<std::string> missing = missing_parts(dossier);
    std::string words = "Hồ sơ có " + counted(there) + "/" + counted(dossier.parts.size()) + " thành phần";
    for (std::size_t i = 0; i < missing.size(); ++i) words += (i == 0 ? "; còn thiếu: " : ", ") + missing[i];
    body.emplace_back(paragraph(StyleId::kBody, std::move(words)));
    return issue_document(office, issue, form, std::move(body));
}

base::Result<std::string> write_dossier(const office::Office& office, const Dossier& dossier) {
    if (dossier.parts.empty()) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Hồ sơ chưa có thành phần nào; hãy chọn danh hiệu để có danh mục.",
                          "The dossier has no parts; choose a title to get its checklist.");
    }
    std::vector<ZipEntry> entries;
    if (auto added = add_dossier(office, dossier, "", entries); !added) return tl::unexpected(added.error());
    return write_zip(entries);
}

Document dossier_list(const office::Office& office, const std::string& title, const std::vector<Dossier>& dossiers) {
    Table table;
    table.column_mm = {11, 50, 62, 42};
    TableRow head;
    head.header = true;
    for (const char* name : {"TT", "Cá nhân, tập thể", "Hồ sơ", "Còn thiếu"})
        head.cells.push_back(cell(StyleId::kTableHeader, name));
    table.rows.push_back(std::move(head));
    std::size_t complete = 0;
    for (std::size_t d = 0; d < dossiers.size(); ++d) {
        std::string lacks;
        for (const std::string& name : missing_parts(dossiers[d])) lacks += (lacks.empty() ? "" : "; ") + name;
        if (lacks.empty()) ++complete;
        TableRow row;
        row.can_split = false;
        row.cells.push_back(cell(StyleId::kTableNumber, std::to_string(d + 1)));
        row.cells.push_back(cell(StyleId::kTableText, dossiers[d].subject));
        row.cells.push_back(cell(StyleId::kTableText, dossiers[d].title));
        row.cells.push_back(cell(StyleId::kTableText, lacks.empty() ? "Đủ" : lacks));
        table.rows.push_back(std::move(row));
    }
    Form form;
    form.kind = "Danh sách hồ sơ";
    form.subject = title;
    form.numbered = false;
    Issue issue;
    if (!dossiers.empty()) issue.issued_on = dossiers.front().date;
    std::vector<Block> body;
    body.emplace_back(std::move(table));
    body.emplace_back(paragraph(StyleId::kBody, "Danh sách có " + counted(dossiers.size()) + " hồ sơ, trong đó " +
                                                    counted(complete) + " hồ sơ đủ thành phần"));
    return issue_document(office, issue, form, std::move(body));
}

base::Result<std::string> write_dossiers(const office::Office& office, const std::string& title,
                                         const std::vector<Dossier>& dossiers) {
    if (dossiers.empty()) {
        return base::fail(base::ErrorKind::kBadInput, "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
    }
    std::vector<ZipEntry> entries;
    auto list = write_docx(dossier_list(office, title, dossiers));
    if (!list) return list;
    entries.push_back({"00_danh_sach.docx", std::move(*list)});
    for (std::size_t d = 0; d < dossiers.size(); ++d) {
        const std::string folder = two_digits(d + 1) + "_" + safe(dossiers[d].subject, 40) + "/";
        if (auto added = add_dossier(office, dossiers[d], folder, entries); !added)
            return tl::unexpected(added.error());
    }
    return write_zip(entries);
}

}  // namespace thidua::document
