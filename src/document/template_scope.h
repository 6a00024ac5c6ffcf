#pragma once
// How names are looked up while a template is checked and filled: the innermost repeat first.

#include <string>
#include <string_view>
#include <vector>

#include "document/template.h"

namespace thidua::document {

using ScopeChain = std::vector<const Scope*>;  ///< outermost first

/// "{số đề nghị}" is the number of items of the list "đề nghị".
inline constexpr std::string_view kCountWord = "số ";

/// Also true for what every repeat has (stt, đầu, cuối) and for the counts of lists.
bool has_field(const ScopeChain& chain, std::string_view name);
const ScopeList* find_list(const ScopeChain& chain, std::string_view name);

TemplateFault fault_at(std::string_view source, SourceRange at, std::string vi, std::string en);
/// "mẫu.txt, dòng 3, cột 12: …"
base::Error error_of(const TemplateFault& fault, const std::string& name);

}  // namespace thidua::document
