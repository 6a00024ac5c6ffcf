#include "app/demo.h"

#include "office/json.h"
#include "embedded/demo_office.h"

namespace thidua::app {

const office::YearBook& demo_office() {
    static const office::YearBook book =
        office::year_book_from_json(embedded::demo_office()).value_or(office::YearBook{});
    return book;
}

}  // namespace thidua::app
