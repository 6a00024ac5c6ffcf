#pragma once
// One line of a template: text with fields, conditions and repeats between braces.

#include <cstddef>
#include <string>
#include <string_view>

#include "document/template.h"

namespace thidua::document {

/// Blocks within blocks, conditions within conditions.
inline constexpr std::size_t kDeepest = 12;

/// A mistake, with the sentence in both languages.
struct Mistake {
    std::string vi;
    std::string en;
    SourceRange at{};  ///< empty: the whole line
    bool any() const { return !vi.empty(); }
};

std::string_view trimmed(std::string_view text);
/// Takes `word` and what divides it from the rest off the front.
bool take(std::string_view& text, std::string_view word);
/// "tên", "không tên", "kiểu = đoạn"; false when there is no name.
bool parse_condition(std::string_view text, TemplateCondition& condition);
/// `offset`: where `text` stands in the template, in bytes.
TemplateLine parse_line(std::string_view text, std::size_t offset, Mistake& mistake);

}  // namespace thidua::document
