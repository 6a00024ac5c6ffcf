#pragma once
// The office's own Kế hoạch as a document (NĐ 30/2020 Phụ lục III, mẫu 1.4), from the accepted plan.

#include "document/document.h"
#include "office/office.h"
#include "office/plan.h"

namespace thidua::document {

/// Never fails: what the plan does not say (number, date, signer) is a visible blank, never a guess.
Document plan_document(const office::PlanBundle& bundle, const office::Office& office);

}  // namespace thidua::document
