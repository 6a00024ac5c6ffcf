// Arbitrary bytes as a plan: no crash, and spans stay inside the text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/plan_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto reading = thidua::intake::read_plan_with_spans(text);
    const auto check = [&](const thidua::office::SourceSpan& span) {
        if (span.begin < 0 || span.end < span.begin || static_cast<std::size_t>(span.end) > size) std::abort();
    };
    for (const auto& item : reading.bundle.items) check(item.source);
    for (const auto& task : reading.bundle.tasks) check(task.source);
    for (const auto& field : reading.fields) check(field.span);
    for (const auto& document : reading.bundle.basis) {
        for (const auto& mention : document.mentions) check(mention);
    }
    return 0;
}
