#include "document/edit.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "document/wording.h"

namespace thidua::document {
namespace {

constexpr std::size_t kMostBytes = 20'000;

base::Status check(std::string_view text) {
    if (text.size() > kMostBytes) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Đoạn văn quá dài (tối đa 20.000 byte); hãy chia thành nhiều đoạn.",
                          "The paragraph is too long (20,000 bytes at most); divide it.");
    }
    if (!base::is_valid_utf8(text)) {
        return base::fail(base::ErrorKind::kBadInput, "Đoạn văn có ký tự không đọc được; hãy gõ lại.",
                          "The paragraph holds unreadable characters; type it again.");
    }
    return {};
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// `look[i]` is the run that byte i of the text looks like; every "……" becomes a blank of its own.
std::vector<Run> runs_of(std::string_view text, const std::vector<const Run*>& look) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < text.size();) {
        const bool blank = text.substr(at, kBlank.size()) == kBlank;
        std::size_t end = at + (blank ? kBlank.size() : 1);
        while (!blank && end < text.size() && look[end] == look[at] && text.substr(end, kBlank.size()) != kBlank) ++end;
        Run run = *look[at];
        run.text = std::string(text.substr(at, end - at));
        run.blank = blank;
        if (!blank || !look[at]->blank) run.field.clear();
        const bool joins = !blank && !runs.empty() && !runs.back().blank && runs.back().bold == run.bold &&
                           runs.back().italic == run.italic;
        if (joins) runs.back().text += run.text;
        else runs.push_back(std::move(run));
        at = end;
    }
    return runs;
}

/// The letters that stay keep their run; new ones take the look of those before them.
std::vector<Run> edited_runs(const std::vector<Run>& old, std::string_view text) {
    static const Run kPlain;
    std::string was;
    std::vector<const Run*> look_was;
    for (const Run& run : old) {
        was += run.text;
        look_was.insert(look_was.end(), run.text.size(), &run);
    }
    std::size_t before = 0;
    const std::size_t shorter = std::min(was.size(), text.size());
    while (before < shorter && was[before] == text[before]) ++before;
    while (before > 0 &&
           ((before < was.size() && continues(was[before])) || (before < text.size() && continues(text[before])))) {
        --before;
    }
    std::size_t after = 0;
    while (after < shorter - before && was[was.size() - 1 - after] == text[text.size() - 1 - after]) ++after;
    while (after > 0 && continues(text[text.size() - after])) --after;
    const Run* look_new = before > 0 ? look_was[before - 1] : look_was.empty() ? &kPlain : look_was.front();
    std::vector<const Run*> look(look_was.begin(), look_was.begin() + static_cast<std::ptrdiff_t>(before));
    look.insert(look.end(), text.size() - after - before, look_new);
    look.insert(look.end(), look_was.end() - static_cast<std::ptrdiff_t>(after), look_was.end());
    return runs_of(text, look);
}

struct Entry {
    Place place;
    const Paragraph* paragraph;
    std::string text;
};

std::vector<Entry> entries_of(const Document& document) {
    std::vector<Entry> list;
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
        const auto& blocks = document.sections[s].blocks;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            if (const auto* p = std::get_if<Paragraph>(&blocks[b])) list.push_back({{s, b, 0, 0, 0}, p, text_of(*p)});
            const auto* table = std::get_if<Table>(&blocks[b]);
            for (std::size_t r = 0; table && r < table->rows.size(); ++r) {
                for (std::size_t c = 0; c < table->rows[r].cells.size(); ++c) {
                    const auto& paragraphs = table->rows[r].cells[c].paragraphs;
                    for (std::size_t p = 0; p < paragraphs.size(); ++p)
                        list.push_back({{s, b, r, c, p}, &paragraphs[p], text_of(paragraphs[p])});
                }
            }
        }
    }
    return list;
}

/// Above this many comparisons the middle is lined up by position: still right, only less clever.
constexpr std::size_t kMostComparisons = 4'000'000;

}  // namespace

Paragraph* find_paragraph(Document& document, const Place& place) {
    return const_cast<Paragraph*>(find_paragraph(std::as_const(document), place));
}

base::Status set_text(Document& document, const Place& place, std::string_view text) {
    if (auto checked = check(text); !checked) return checked;
    Paragraph* paragraph = find_paragraph(document, place);
    if (!paragraph) {
        return base::fail(base::ErrorKind::kNotFound, "Không tìm thấy đoạn cần sửa; hãy mở lại văn bản.",
                          "The paragraph to edit was not found; open the document again.");
    }
    paragraph->runs = edited_runs(paragraph->runs, text);
    return {};
}

base::Result<Place> insert_after(Document& document, const Place& place, std::string_view text) {
    if (auto checked = check(text); !checked) return tl::unexpected(checked.error());
    const bool found = place.section < document.sections.size() &&
                       place.block < document.sections[place.section].blocks.size() &&
                       std::holds_alternative<Paragraph>(document.sections[place.section].blocks[place.block]);
    if (!found) {
        return base::fail(base::ErrorKind::kNotFound, "Chỉ thêm được đoạn sau một đoạn văn ngoài bảng.",
                          "A paragraph can be added behind running text only.");
    }
    auto& blocks = document.sections[place.section].blocks;
    Paragraph made;
    made.style = std::get<Paragraph>(blocks[place.block]).style;
    static const Run kPlain;
    made.runs = runs_of(text, std::vector<const Run*>(text.size(), &kPlain));
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(place.block) + 1, std::move(made));
    return Place{place.section, place.block + 1, 0, 0, 0};
}

base::Status remove_paragraph(Document& document, const Place& place) {
    const bool found = place.section < document.sections.size() &&
                       place.block < document.sections[place.section].blocks.size() &&
                       std::holds_alternative<Paragraph>(document.sections[place.section].blocks[place.block]);
    if (!found) {
        return base::fail(base::ErrorKind::kNotFound, "Chỉ xóa được đoạn văn ngoài bảng.",
                          "Only running text can be removed.");
    }
    auto& blocks = document.sections[place.section].blocks;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(place.block));
    return {};
}

std::vector<Difference> differences(const Document& edited, const Document& drafted) {
    const std::vector<Entry> a = entries_of(edited);
    const std::vector<Entry> b = entries_of(drafted);
    std::size_t first = 0;
    while (first < a.size() && first < b.size() && a[first].text == b[first].text) ++first;
    std::size_t last = 0;
    while (last < a.size() - first && last < b.size() - first &&
           a[a.size() - 1 - last].text == b[b.size() - 1 - last].text) {
        ++last;
    }
    const std::size_t rows = a.size() - first - last;
    const std::size_t columns = b.size() - first - last;
    // Longest common subsequence of the middle.
    const bool small = rows == 0 || columns <= kMostComparisons / rows;
    std::vector<std::uint16_t> common(small ? (rows + 1) * (columns + 1) : 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return common[i * (columns + 1) + j]; };
    for (std::size_t i = rows; small && i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            at(i, j) = a[first + i].text == b[first + j].text ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                              : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::vector<Difference> list;
    std::vector<std::size_t> only_a;
    std::vector<std::size_t> only_b;
    // A stretch without a common paragraph: pairs of the same style are changes, the rest came or went.
    const auto flush = [&](std::size_t next_a) {
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < only_a.size() || j < only_b.size()) {
            const bool pair = i < only_a.size() && j < only_b.size() &&
                              a[only_a[i]].paragraph->style == b[only_b[j]].paragraph->style;
            if (pair) {
                list.push_back({Difference::Kind::kChanged, a[only_a[i]].place, a[only_a[i]].text, b[only_b[j]].text});
                ++i;
                ++j;
            } else if (i < only_a.size() && (j >= only_b.size() || only_a.size() - i >= only_b.size() - j)) {
                list.push_back({Difference::Kind::kAdded, a[only_a[i]].place, a[only_a[i]].text, {}});
                ++i;
            } else {
                const Place place = i < only_a.size()   ? a[only_a[i]].place
                                    : next_a < a.size() ? a[next_a].place
                                                        : Place{};
                list.push_back({Difference::Kind::kRemoved, place, {}, b[only_b[j]].text});
                ++j;
            }
        }
        only_a.clear();
        only_b.clear();
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (small && (i < rows || j < columns)) {
        if (i < rows && j < columns && a[first + i].text == b[first + j].text) {
            flush(first + i);
            ++i;
            ++j;
        } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
            only_a.push_back(first + i++);
        } else {
            only_b.push_back(first + j++);
        }
    }
    if (!small) {
        for (; i < rows; ++i) only_a.push_back(first + i);
        for (; j < columns; ++j) only_b.push_back(first + j);
    }
    flush(a.size() - last);
    return list;
}

}  // namespace thidua::document
