#pragma once
// Hội đồng: ballots, authority and dossiers, money, quotas: one title and one day across its tabs.

#include "ui/screens/ballots.h"
#include "ui/screens/council_case.h"
#include "ui/screens/dossier.h"
#include "ui/screens/money.h"
#include "ui/screens/quotas.h"

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
};

}  // namespace thidua::ui
