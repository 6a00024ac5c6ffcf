#pragma once
// A dossier: everything that one act (a proposal for one title, a year's awards) is sent with, in one ZIP with an index
// that names what is missing. Plain values: the checklist comes from the law's pack, the files from whoever has them.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "document/document.h"
#include "office/office.h"

namespace thidua::document {

struct DossierFile {
    std::string name;  ///< "to-trinh.docx": the ending is kept, the rest is made safe for every system
    std::string bytes;
    bool shared = false;  ///< the same for every dossier of a set: kept once, in "chung/"
};

/// One line of the checklist.
struct DossierPart {
    std::string name;    ///< "Tờ trình"
    std::string clause;  ///< "NĐ 98/2023 Điều 34.2a"; with its doubt when the pack has one
    bool required = true;
    std::vector<DossierFile> files;  ///< none: missing
    std::string note;                ///< why it is missing, or where the paper stands
    bool on_paper = false;           ///< it exists, but not in the file: to be put in beside, not missing
};

struct Dossier {
    std::string title;    ///< "Hồ sơ đề nghị tặng danh hiệu Chiến sĩ thi đua cơ sở năm 2024"
    std::string subject;  ///< whom it is about
    std::optional<base::Date> date;
    std::vector<DossierPart> parts;
};

/// Names of the required parts that have neither a file nor a paper, in order.
std::vector<std::string> missing_parts(const Dossier& dossier);
/// "Mục lục hồ sơ": one line a part with its file or "THIẾU".
Document dossier_index(const office::Office& office, const Dossier& dossier);
/// The path inside the ZIP: "02_bao_cao_thanh_tich/bao-cao.docx".
std::string dossier_path(const Dossier& dossier, std::size_t part, std::size_t file);
/// The ZIP: "00_muc_luc.docx", then one folder a part. Missing parts do not stop it: they are named in the index. The
/// same dossier always gives the same bytes. kBadInput without parts; kInternal when the memory does not suffice.
base::Result<std::string> write_dossier(const office::Office& office, const Dossier& dossier);

/// "Danh sách hồ sơ": one line a dossier with what it lacks.
Document dossier_list(const office::Office& office, const std::string& title, const std::vector<Dossier>& dossiers);
/// Several in one ZIP: "00_danh_sach.docx", what they share in "chung/", then one folder a dossier with its own index.
base::Result<std::string> write_dossiers(const office::Office& office, const std::string& title,
                                         const std::vector<Dossier>& dossiers);

}  // namespace thidua::document
