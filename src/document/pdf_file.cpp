#include "document/pdf_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/pdf_meta.h"
#include "document/srgb.h"

namespace thidua::document {
namespace {

constexpr std::size_t kPackedTogether = 100;      // objects in a stream
constexpr std::size_t kJoinedAtOnce = 64 * 1024;  // bytes
constexpr std::size_t kRowSize = 7;               // of the cross-reference table: 1 + 4 + 2 bytes

std::string hex16(std::uint32_t value) {
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%04X", static_cast<unsigned>(value & 0xFFFF));
    return digits.data();
}

std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

}  // namespace

std::string pdf_number(double value) {
    const long thousandths = std::lround(value * 1000);
    const unsigned long size = static_cast<unsigned long>(thousandths < 0 ? -thousandths : thousandths);
    std::string text = (thousandths < 0 ? "-" : "") + std::to_string(size / 1000);
    const unsigned long rest = size % 1000;
    if (rest != 0) {
        std::array<char, 8> digits{};
        std::snprintf(digits.data(), digits.size(), ".%03lu", rest);
        text += digits.data();
        while (text.back() == '0') text.pop_back();
    }
    return text;
}

PdfFile::PdfFile(const FontSet& fonts) : fonts_(fonts) {
    reserve();  // 1: the catalog
    pages_object_ = reserve();
}

std::size_t PdfFile::reserve() {
    objects_.emplace_back();
    return objects_.size();
}

std::size_t PdfFile::add(std::string body) {
    const std::size_t object = reserve();
    set(object, std::move(body));
    return object;
}

std::size_t PdfFile::add_stream(const std::string& entries, std::string_view content, bool deflate) {
    const std::string packed = deflate ? deflated(content) : std::string(content);
    const std::size_t object = add("<<" + entries + (deflate ? "/Filter/FlateDecode" : "") + "/Length " +
                                   std::to_string(packed.size()) + ">>\nstream\n" + packed + "\nendstream");
    objects_.back().stream = true;
    return object;
}

std::string PdfFile::text_commands(const PlacedText& text, double page_height, bool spaced) {
    const auto face = static_cast<std::size_t>(text.face);
    std::string out = "/F" + std::to_string(face) + " " + pdf_number(text.size_pt) + " Tf 1 0 0 1 " +
                      pdf_number(text.x) + " " + pdf_number(page_height - text.baseline) + " Tm [<";
    for (std::size_t at = 0; at < text.text.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(text.text, at);
        const std::uint16_t glyph = fonts_.faces[face].glyph(c);
        used_[face].emplace(glyph, text.text.substr(begin, at - begin));
        out += hex16(glyph);
        // Numbers in a TJ array move back, in thousandths of the size: this widens the justified spaces.
        if (c == ' ' && text.space > 0) out += ">" + pdf_number(-text.space / text.size_pt * 1000) + "<";
    }
    if (spaced && text.text.back() != ' ') {
        const std::uint16_t space = fonts_.faces[face].glyph(U' ');
        used_[face].emplace(space, " ");
        out += hex16(space);
    }
    return out + ">] TJ\n";
}

void PdfFile::add_page(double width, double height, const std::string& content) {
    const std::size_t object = reserve();
    pages_.push_back({object, add_stream("", content), width, height});
}

std::string PdfFile::add_form(double width, double height, const std::string& content) {
    forms_.push_back(add_stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 " + pdf_number(width) + " " + pdf_number(height) + "]/Resources<<>>",
        content));
    return "/X" + std::to_string(forms_.size() - 1) + " Do\n";
}

/// Two levels: sections, and below them their headings. 0 when there are none.
std::size_t PdfFile::write_bookmarks() {
    if (bookmarks_.empty()) return 0;
    struct Node {
        const Bookmark* mark;
        std::size_t object;
        std::vector<std::size_t> children;  // indices
    };
    std::vector<Node> nodes;
    std::vector<std::size_t> top;
    const std::size_t root = reserve();
    for (const Bookmark& mark : bookmarks_) {
        nodes.push_back({&mark, reserve(), {}});
        if (mark.level > 1 && !top.empty()) {
            nodes[top.back()].children.push_back(nodes.size() - 1);
        } else {
            top.push_back(nodes.size() - 1);
        }
    }
    const auto write_level = [&](const std::vector<std::size_t>& level, std::size_t parent) {
        for (std::size_t i = 0; i < level.size(); ++i) {
            const Node& node = nodes[level[i]];
            std::string body = "<</Title " + pdf_text_string(node.mark->title) + "/Parent " + reference(parent) +
                               "/Dest[" + reference(pages_[node.mark->page].object) + "/XYZ 0 " +
                               pdf_number(pages_[node.mark->page].height - node.mark->y) + " null]";
            if (i > 0) body += "/Prev " + reference(nodes[level[i - 1]].object);
            if (i + 1 < level.size()) body += "/Next " + reference(nodes[level[i + 1]].object);
            if (!node.children.empty()) {
                body += "/First " + reference(nodes[node.children.front()].object) + "/Last " +
                        reference(nodes[node.children.back()].object) + "/Count " +
                        std::to_string(node.children.size());
            }
            set(node.object, body + ">>");
        }
    };
    write_level(top, root);
    for (const std::size_t i : top) write_level(nodes[i].children, nodes[i].object);
    set(root, "<</Type/Outlines/First " + reference(nodes[top.front()].object) + "/Last " +
                  reference(nodes[top.back()].object) + "/Count " + std::to_string(nodes.size()) + ">>");
    return root;
}

void PdfFile::close(PdfMeta meta, std::vector<Bookmark> bookmarks) {
    meta_ = std::move(meta);
    bookmarks_ = std::move(bookmarks);
}

bool PdfFile::advance() {
    switch (stage_) {
        case Stage::kFonts:
            if (!write_font_some()) stage_ = Stage::kTags;
            break;
        case Stage::kTags:
            if (!tags_.write_some(*this)) stage_ = Stage::kObjects;
            break;
        case Stage::kObjects:
            write_objects();
            plain_end_ = objects_.size();
            stage_ = Stage::kPack;
            break;
        case Stage::kPack:
            if (pack_some()) break;
            next_ = 0;
            out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
            stage_ = Stage::kJoin;
            break;
        case Stage::kJoin:
            if (join_some()) break;
            packing_ = std::make_unique<DeflateJob>(table_rows());
            stage_ = Stage::kTable;
            break;
        case Stage::kTable:
            if (packing_->advance()) break;
            write_table(packing_->take());
            packing_.reset();
            stage_ = Stage::kDone;
            break;
        case Stage::kDone: break;
    }
    return stage_ != Stage::kDone;
}

double PdfFile::progress() const {
    const double part = objects_.empty() ? 0 : static_cast<double>(next_) / static_cast<double>(objects_.size());
    return (static_cast<double>(stage_) + part) / (static_cast<double>(Stage::kDone) + 1);
}

std::string PdfFile::take() { return stage_ == Stage::kDone ? std::exchange(out_, {}) : std::string(); }

void PdfFile::write_objects() {
    std::string resources = "<</Font<<";
    for (std::size_t i = 0; i < font_objects_.size(); ++i) {
        if (font_objects_[i] != 0) resources += "/F" + std::to_string(i) + " " + reference(font_objects_[i]);
    }
    resources += ">>";
    if (!forms_.empty()) resources += "/XObject<<";
    for (std::size_t i = 0; i < forms_.size(); ++i) resources += "/X" + std::to_string(i) + " " + reference(forms_[i]);
    resources += forms_.empty() ? ">>" : ">>>>";
    const std::size_t shared = add(std::move(resources));
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const PageObject& page = pages_[i];
        set(page.object, "<</Type/Page/Parent " + reference(pages_object_) + "/MediaBox[0 0 " + pdf_number(page.width) +
                             " " + pdf_number(page.height) + "]/Resources " + reference(shared) + "/Contents " +
                             reference(page.content) + "/StructParents " + std::to_string(i) + "/Tabs/S>>");
        kids += reference(page.object) + " ";
    }
    set(pages_object_, "<</Type/Pages/Count " + std::to_string(pages_.size()) + "/Kids[" + kids + "]>>");
    std::string root = "<</Type/Catalog/Pages " + reference(pages_object_) +
                       "/Lang(vi-VN)/MarkInfo<</Marked true>>/StructTreeRoot " + reference(tags_.root()) +
                       "/ViewerPreferences<</DisplayDocTitle true>>";
    const std::size_t outlines = write_bookmarks();
    if (outlines != 0) root += "/Outlines " + reference(outlines) + "/PageMode/UseOutlines";
    root +=
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        "/DestOutputProfile " +
        reference(add_stream("/N 3", srgb_profile())) + ">>]";
    root += "/Metadata " + reference(add_stream("/Type/Metadata/Subtype/XML", pdf_xmp(meta_), false)) + ">>";
    set(1, std::move(root));
    info_object_ = add(pdf_info(meta_));
}

/// Puts the next objects without a stream into one packed stream; false when none is left.
bool PdfFile::pack_some() {
    std::string numbers;
    std::string bodies;
    std::uint32_t count = 0;
    const auto inside = static_cast<std::uint32_t>(objects_.size() + 1);
    for (; next_ < plain_end_ && count < kPackedTogether; ++next_) {
        Object& object = objects_[next_];
        if (object.stream) continue;
        numbers += std::to_string(next_ + 1) + " " + std::to_string(bodies.size()) + " ";
        bodies += object.body + " ";
        object.body = {};
        object.inside = inside;
        object.at = count++;
    }
    if (count == 0) return false;
    add_stream("/Type/ObjStm/N " + std::to_string(count) + "/First " + std::to_string(numbers.size()),
               numbers + bodies);
    return true;
}

bool PdfFile::join_some() {
    const std::size_t begin = out_.size();
    for (; next_ < objects_.size() && out_.size() - begin < kJoinedAtOnce; ++next_) {
        Object& object = objects_[next_];
        if (object.inside != 0) continue;
        object.at = static_cast<std::uint32_t>(out_.size());
        out_ += std::to_string(next_ + 1) + " 0 obj\n" + object.body + "\nendobj\n";
        object.body = {};
    }
    if (out_.size() > begin) seed_ += base::sha256_hex(std::string_view(out_).substr(begin));
    return next_ < objects_.size();
}

/// The cross-reference table as PNG's "up" rows (ISO 32000-1 §7.4.4.4): neighbours differ by little.
std::string PdfFile::table_rows() const {
    std::string rows;
    std::array<unsigned, kRowSize> before{};
    const auto row = [&](unsigned kind, std::uint32_t where, std::uint32_t index) {
        const std::array<unsigned, kRowSize> now{kind,         where >> 24,       where >> 16 & 0xFF, where >> 8 & 0xFF,
                                                 where & 0xFF, index >> 8 & 0xFF, index & 0xFF};
        rows += '\2';
        for (std::size_t i = 0; i < kRowSize; ++i) rows += static_cast<char>((now[i] - before[i]) & 0xFF);
        before = now;
    };
    row(0, 0, 0xFFFF);
    for (const Object& object : objects_) {
        if (object.inside != 0) row(2, object.inside, object.at);
        else row(1, object.at, 0);
    }
    row(1, static_cast<std::uint32_t>(out_.size()), 0);  // the table itself
    return rows;
}

void PdfFile::write_table(const std::string& packed) {
    const std::size_t start = out_.size();
    const std::size_t number = objects_.size() + 1;
    const std::string id = base::sha256_hex(seed_).substr(0, 32);
    out_ += std::to_string(number) + " 0 obj\n<</Type/XRef/Size " + std::to_string(number + 1) +
            "/W[1 4 2]/Root 1 0 R/Info " + reference(info_object_) + "/ID[<" + id + "><" + id +
            ">]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + std::to_string(kRowSize) + ">>/Length " +
            std::to_string(packed.size()) + ">>\nstream\n" + packed + "\nendstream\nendobj\nstartxref\n" +
            std::to_string(start) + "\n%%EOF\n";
}

}  // namespace thidua::document
