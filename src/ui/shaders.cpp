#include "ui/shaders.h"

#include <cstdio>

#include "document/guilloche.h"

namespace thidua::ui {

const std::string_view kPageTextVertexShader =
#include "page_text.vert.inc"
    ;
const std::string_view kPageTextFragmentShader =
#include "page_text.frag.inc"
    ;

std::string guilloche_fragment_shader() {
    char numbers[320];
    std::snprintf(numbers, sizeof numbers,
                  "#define STRANDS %d\n#define ROSETTES %d\n#define PETALS %d.0\n#define STRAND_SLOW %f\n"
                  "#define STRAND_FAST %f\n#define ROSETTE_MIDDLE %f\n#define ROSETTE_SWING %f\n",
                  document::kGuillocheStrands, document::kGuillocheRosettes, document::kGuillochePetals,
                  document::kStrandSlow, document::kStrandFast, document::kRosetteMiddle, document::kRosetteSwing);
    return std::string(numbers) +
#include "guilloche.frag.inc"
        ;
}

}  // namespace thidua::ui
