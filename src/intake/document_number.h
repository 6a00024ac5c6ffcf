#pragma once
// The numbers of documents as NĐ 30/2020 (Phụ lục I, II.3; Phụ lục III) and the Party's HD 36-HD/VPTW write them:
// "53/KH-UBND", "34-CT/TW", "163/2024/QH15", "66.2/2025/NQ-CP", "10902/VPCP-KGVX"; found in clean and in scanned text.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::intake {

struct NumberMatch {
    std::size_t begin = 0;  ///< bytes in the text
    std::size_t end = 0;
    std::string number;  ///< tidied: no blanks, "QD" is "QĐ", "HDND" is "HĐND", "TTG" is "TTg"
    bool blank = false;  ///< the number was left open: "Số:      /KH-PTP"; `number` is "/KH-PTP"
};

/// All document numbers in `text`, in order.
std::vector<NumberMatch> find_document_numbers(std::string_view text);

/// "Kế hoạch" for "53/KH-UBND"; empty when the symbol does not tell (official letters, laws).
std::string kind_from_number(std::string_view number);
/// "UBND" of "53/KH-UBND", "TW" of "34-CT/TW": who issued, as the symbol has it.
std::string issuer_symbol(std::string_view number);
/// Who issued, when the symbol can mean only one body: "Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"; else empty.
std::string issuer_from_number(std::string_view number);
/// The same number in another spelling compares equal: marks, case and blanks are ignored.
std::string number_key(std::string_view number);

}  // namespace thidua::intake
