#pragma once
// Thẩm quyền và hồ sơ: who proposes, through whom, who decides; the parts of the dossier; time limits in working days.

#include <string>

#include "ui/screens/council_case.h"
#include "ui/screens/dossier_dialog.h"
#include "ui/widgets/table.h"

namespace thidua::ui {

class DossierScreen {
public:
    void draw(Scene& scene, CouncilCase& about);

private:
    void draw_subject(Scene& scene, const CouncilCase& about);
    void draw_authority(Scene& scene, const CouncilCase& about);
    void draw_parts(Scene& scene, const CouncilCase& about);
    void draw_make(Scene& scene, const CouncilCase& about);
    void draw_limits(Scene& scene, const CouncilCase& about);

    base::Id<office::Person> subject_;  ///< none: the office itself
    std::string subject_of_;            ///< the title that subject_ was taken for
    int unit_ = -1;
    std::string unit_of_;  ///< name of the office that unit_ was guessed from
    std::string received_;
    base::Date received_on_;
    bool received_wrong_ = false;
    TableState limits_;
    DossierDialog dialog_;
};

}  // namespace thidua::ui
