#pragma once
// Dossiers as one act: the law's checklist for each subject and title, every part that the records give drafted and put
// in, what is missing named; one ZIP at the end (document/dossier.h). Works on a copy of the book, one document at a
// time.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/papers.h"
#include "base/date.h"
#include "base/result.h"
#include "document/dossier.h"
#include "law/pack.h"
#include "office/year_book.h"

namespace thidua::app {

struct DossierWish {
    base::Id<office::Person> person;  ///< none: the office itself
    std::string title;
};

/// Everybody who is registered for the title in the book's year, the office included; "" for every title.
std::vector<DossierWish> registered_dossiers(const office::YearBook& book, std::string_view title);

class DossierMaker {
public:
    /// Reads the checklists in force on `on`. Several wishes share their proposal and minutes. `today` decides what is
    /// overdue in the drafts, `extension` (".docx") is of the files to come. Errors: no wish; one wish whose title has
    /// no checklist that day (among several it becomes a line that says so).
    static base::Result<DossierMaker> begin(const law::PackSet& packs, const office::YearBook& book,
                                            const std::vector<DossierWish>& wishes, const base::Date& on,
                                            const base::Date& today, std::string_view extension);

    /// Files and notes on blanks come as the drafts are made.
    const std::vector<document::Dossier>& dossiers() const { return dossiers_; }
    /// Required parts that no draft and no paper will fill, with the reason: "Biên bản … (Chưa có kết quả …)".
    std::vector<std::string> lacking(std::size_t dossier) const;
    std::size_t done() const { return done_; }
    std::size_t all() const { return drafts_.size(); }
    /// The next document, without its layout; only while done() < all(). Its file is then handed to made().
    base::Result<Paper> next();
    void made(std::string bytes);
    base::Result<std::string> finish() const;
    /// "ho-so-dang-thi-my-hanh-cstdcs-2024.zip"
    std::string file_name() const;

private:
    struct Draft {
        std::vector<std::pair<std::size_t, std::size_t>> parts;  ///< dossier and part; several: it is shared
        PaperContent content;
    };

    void add_parts(const law::PackSet& packs, const DossierWish& wish, const base::Date& on);
    void add_draft(std::size_t dossier, std::size_t part, PaperContent content, bool shared);
    PaperContent submission(const law::PackSet& packs) const;
    PaperContent minutes(const DossierWish& wish, const char* kind) const;

    office::YearBook book_;
    std::vector<DossierWish> wishes_;
    std::string extension_;
    base::Date today_;
    std::string title_;  ///< that all are about; empty: several
    PaperContent submission_;
    std::vector<document::Dossier> dossiers_;
    std::vector<Draft> drafts_;
    std::vector<std::vector<bool>> drafted_;  ///< by dossier and part
    std::size_t done_ = 0;
    std::size_t blanks_ = 0;  ///< of the document that next() gave
};

}  // namespace thidua::app
