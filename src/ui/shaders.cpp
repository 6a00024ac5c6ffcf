#include "ui/shaders.h"

namespace thidua::ui {

const std::string_view kPageTextVertexShader =
#include "page_text.vert.inc"
    ;
const std::string_view kPageTextFragmentShader =
#include "page_text.frag.inc"
    ;

}  // namespace thidua::ui
