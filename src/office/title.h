#pragma once
// Emulation titles (danh hiệu thi đua) and commendation forms (hình thức khen thưởng): one table that
// the screens, the command line, the law packs and the documents read.

#include <span>
#include <string_view>

namespace thidua::office {

struct EmulationTitle {
    std::string_view code;    ///< stable, ASCII: stored in files and law packs
    std::string_view vi;      ///< the law's words
    std::string_view short_vi;///< as offices abbreviate it: "CSTĐCS"
    std::string_view en;
    bool collective;          ///< given to a collective
    bool commendation;        ///< a commendation form, not an emulation title
};

/// In rising order, individual titles, collective titles, then forms.
std::span<const EmulationTitle> titles();
/// nullptr when no such code exists.
const EmulationTitle* find_title(std::string_view code);

}  // namespace thidua::office
