#pragma once
// The texts of shaders/, compiled in by the build; without a #version line, which the platform adds.

#include <string_view>

namespace thidua::ui {

extern const std::string_view kPageTextVertexShader;
extern const std::string_view kPageTextFragmentShader;

}  // namespace thidua::ui
