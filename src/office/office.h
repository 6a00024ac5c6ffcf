#pragma once
// The office (cơ quan, đơn vị) whose year a file holds. One row a file.

#include <string>

namespace thidua::office {

struct Office {
    std::string name;         ///< "Phòng Tư pháp thành phố Tây Ninh"
    std::string superior;     ///< cơ quan chủ quản trực tiếp: "UBND thành phố Tây Ninh"
    std::string place;        ///< địa danh of the date line: "Tây Ninh"
    std::string symbol;       ///< ký hiệu in document numbers: "PTP"
    std::string head_title;   ///< chức vụ người ký: "Trưởng phòng"
    std::string head_name;
    int year = 0;             ///< the year this file is about, e.g. 2024

    bool operator==(const Office&) const = default;
};

}  // namespace thidua::office
