#pragma once
// Hội đồng: ballots, authority and dossiers, money, quotas: one title and one day across its tabs; and the group's
// scoring.

#include "ui/screens/ballots.h"
#include "ui/screens/council_case.h"
#include "ui/screens/dossier.h"
#include "ui/screens/money.h"
#include "ui/screens/quotas.h"
#include "ui/screens/scores.h"

namespace thidua::ui {

class CouncilScreen {
public:
    void draw(Scene& scene);

private:
    CouncilCase about_;
    BallotsScreen ballots_;
    DossierScreen dossier_;
    MoneyScreen money_;
    QuotasScreen quotas_;
    ScoresScreen scores_;
};

}  // namespace thidua::ui
