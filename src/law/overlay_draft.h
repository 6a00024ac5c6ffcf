#pragma once
// An overlay as somebody edits it: read from its JSON, changed, written back.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "law/pack.h"

namespace thidua::law {

struct OverlayDraft {
    struct Value {
        std::string parameter;
        double value = 0;
        std::string
            clause;  ///< "Quyết định 07/2022/QĐ-UBND Điều 5": begins with an instrument of the draft or of the pack
        Confidence confidence = Confidence::kSeen;
        std::string source;  ///< where its wording was read

        bool operator==(const Value&) const = default;
    };
    struct Text {
        std::string cite;  ///< "Quyết định 07/2022/QĐ-UBND"
        std::string vi;    ///< its full name
        Confidence confidence = Confidence::kSeen;
        std::string source;

        bool operator==(const Text&) const = default;
    };
    std::string id;  ///< ASCII name of the overlay: "TN"
    std::string version;
    std::string on;  ///< the pack: "R1"
    Owner owner = Owner::kUnit;
    std::string name_vi;
    std::string name_en;
    std::vector<Text> instruments;
    std::vector<Value> values;
    std::vector<std::string> additions;  ///< entries of "criteria", each as JSON, kept as they are

    bool operator==(const OverlayDraft&) const = default;
};

/// Errors name `file`:line. Whether the packs accept it says apply_overlay().
base::Result<OverlayDraft> read_overlay_draft(std::string_view text, std::string_view file);
/// Readable JSON; what cannot be JSON in `additions` is left out.
std::string to_json(const OverlayDraft& draft);

}  // namespace thidua::law
