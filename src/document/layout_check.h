#pragma once
// What in a DOCX breaks the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. The file is read as any program would read
// it, ours and foreign ones alike; only what the decree's table states (see document/style.h) is judged.

#include <string>
#include <vector>

#include "document/docx_read.h"

namespace thidua::document {

enum class Severity {
    kBreach,   ///< against the decree
    kMissing,  ///< an element that the decree wants was not found
    kAdvice,   ///< allowed, but still open: blanks to fill in
};

struct Finding {
    Severity severity = Severity::kBreach;
    std::string rule;  ///< "NĐ 30/2020 Phụ lục I"
    std::string vi;    ///< what is wrong, with the measured and the allowed value
    std::string en;
    std::size_t paragraph = 0;  ///< number in ReadDocument::paragraphs, from 0; its size when it is about the page
    std::string excerpt;        ///< the beginning of that paragraph
};

/// In reading order; empty when nothing was found.
std::vector<Finding> check_layout(const ReadDocument& document);

}  // namespace thidua::document
