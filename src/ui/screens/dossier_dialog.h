#pragma once
// Lập hồ sơ: whose, for which title; what is missing is named before the ZIP is made (app/dossier_maker.h).

#include <string>
#include <vector>

#include "app/dossier_maker.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class DossierDialog {
public:
    /// Opens it. `title`: code, "" for every registered title; `one`: only for `person` (none is the office).
    void show(const Scene& scene, std::string title, const base::Date& on, bool one = false,
              base::Id<office::Person> person = {});
    void draw(Scene& scene);

private:
    void renew(const Scene& scene);
    std::vector<app::DossierWish> wishes(const office::YearBook& book) const;

    bool open_ = false;
    std::string title_;
    base::Date on_;
    bool one_ = false;
    base::Id<office::Person> person_;
    int format_ = 0;
    int revision_ = -1;
    bool stale_ = true;
    std::size_t count_ = 0;
    std::vector<std::string> lacks_;  ///< a line for each dossier that lacks something
    std::string trouble_;
};

}  // namespace thidua::ui
