#pragma once
// Plan and report as the program writes them from its own wording, for tests that want a long real document.

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "document/kinds.h"

namespace thidua::document::test {

struct ReportOptions {
    base::Id<office::Plan> plan = {};
    std::optional<base::Date> as_of = {};
    std::optional<base::Date> issued_on = {};
    std::string number = {};
};

inline Document written(const office::YearBook& book, const Request& request) {
    auto built = build_document(book, request);
    EXPECT_TRUE(built) << (built ? std::string() : built.error().en);
    return built ? std::move(built->document) : Document{};
}

inline Document plan_document(const office::PlanBundle& bundle, const office::Office& office) {
    office::YearBook book;
    book.office = office;
    book.plans = {bundle};
    Request request;
    request.kind = "plan";
    request.plan = bundle.plan.id;
    return written(book, request);
}

inline Document report_document(const office::YearBook& book, const ReportOptions& options = {}) {
    Request request;
    request.kind = "report";
    request.plan = options.plan;
    request.as_of = options.as_of;
    request.issue.issued_on = options.issued_on;
    request.issue.number = options.number;
    return written(book, request);
}

}  // namespace thidua::document::test
