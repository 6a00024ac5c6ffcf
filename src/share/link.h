#pragma once
// A plan in a link: everything after '#' of an address, so that it never reaches a server. Form:
//
//     k=1.<base64url, without padding, of: check (4 bytes) | size (4 bytes) | raw deflate of compact JSON>
//
// `check` are the first four bytes of the SHA-256 of the JSON, `size` its length, big-endian. The deflate stream starts
// from a preset dictionary of administrative Vietnamese that belongs to the format's version: changing the dictionary
// is version 2.
//
// What is left out: the scan's text (source_text, restored_text and the places in it) and everything about people of
// the office but the signer of the plan. Evidence stays out, too: it names people and documents that are not the plan.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "office/office.h"
#include "office/plan.h"

namespace thidua::share {

/// A plan as it came out of a link: to be shown, and kept only if the person says so.
struct SharedPlan {
    office::PlanBundle bundle;
    office::Office office;

    bool operator==(const SharedPlan&) const = default;
};

/// Longest payload that is looked at (bytes of base64url), and longest JSON that it may unfold to.
inline constexpr std::size_t kMostPayload = std::size_t{512} * 1024;
inline constexpr std::size_t kMostJson = std::size_t{2} * 1024 * 1024;

/// "k=1.…", to be put behind "#". kBadInput when the plan is too large to share as a link.
base::Result<std::string> encode_link(const office::PlanBundle& bundle, const office::Office& office);

/// `fragment`: "k=1.…", with or without "#", or a whole address that holds it. Truncated, altered, too long and bomb:
/// kBadInput; made by a newer version: kUnsupported. Memory stays below kMostJson and a few times the payload.
base::Result<SharedPlan> decode_link(std::string_view fragment);

}  // namespace thidua::share
