#pragma once
// The texts of shaders/, compiled in by the build; without a #version line, which the platform adds.

#include <string>
#include <string_view>

namespace thidua::ui {

extern const std::string_view kPageTextVertexShader;
extern const std::string_view kPageTextFragmentShader;
/// Goes with the vertex shader of page text; begins with the border's numbers (document/guilloche.h).
std::string guilloche_fragment_shader();

}  // namespace thidua::ui
