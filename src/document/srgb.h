#pragma once
// The colour space that a PDF/A file names as its output intent: sRGB as an ICC profile (ICC.1:2001-04, matrix with one
// gamma), built here since it is 500 bytes of numbers.

#include <string>

namespace thidua::document {

std::string srgb_profile();

}  // namespace thidua::document
