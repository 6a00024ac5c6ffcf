#include "app/demo.h"

#include "app/demo_data.h"
#include "office/json.h"

namespace thidua::app {

const office::YearBook& demo_office() {
    static const office::YearBook book =
        office::year_book_from_json(demo_data::office_json).value_or(office::YearBook{});
    return book;
}

}  // namespace thidua::app
