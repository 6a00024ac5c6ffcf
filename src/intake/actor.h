#pragma once
// Who is to act, in a sentence of a plan: "Lãnh đạo đơn vị" of "Lãnh đạo đơn vị quán triệt …", "Công chức phụ trách" of
// "Giao Công chức phụ trách tham mưu …", "Sở Nội vụ" of "Hằng năm, Sở Nội vụ báo cáo …".

#include <cstddef>

#include "intake/citation.h"
#include "intake/words.h"

namespace thidua::intake {

struct Actor {
    WordRange words;      ///< empty when the sentence names nobody
    std::size_t act = 0;  ///< the word at which the act begins
};
/// The one who acts in the clause that begins at `at`.
Actor actor_at(const Words& words, std::size_t at);
/// Likewise where a circumstance stands in front: "Hằng năm, …", "Căn cứ …, …", "Trước ngày …, …".
Actor actor_of_sentence(const Words& words, std::size_t at);

/// Does an act begin at `at` ("chủ trì", "tham mưu", "tổ chức")?
bool act_at(const Words& words, std::size_t at);
/// A person or group that acts, besides offices: "công chức", "các phòng".
bool role_at(const Words& words, std::size_t at);

}  // namespace thidua::intake
