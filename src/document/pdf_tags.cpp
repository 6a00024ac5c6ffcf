#include "document/pdf_tags.h"

#include <algorithm>

#include "document/pdf_file.h"

namespace thidua::document {
namespace {

constexpr std::size_t kAtOnce = 400;  // elements: about a millisecond

std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

}  // namespace

PdfTags::PdfTags() { nodes_.push_back({kDocument, "Document", {}, {}, {}, 0}); }

PdfTags::Element PdfTags::add(Element parent, std::string_view type, std::string_view attributes) {
    const auto made = static_cast<Element>(nodes_.size());
    nodes_.push_back({parent, std::string(type), std::string(attributes), {}, {}, 0});
    nodes_[parent].children.push_back(made);
    return made;
}

std::string PdfTags::begin(Element element) {
    auto& page = marked_.back();
    const auto number = static_cast<std::uint32_t>(page.size());
    nodes_[element].marks.emplace_back(static_cast<std::uint32_t>(marked_.size() - 1), number);
    page.push_back(element);
    return "/" + nodes_[element].type + "<</MCID " + std::to_string(number) + ">>BDC\n";
}

std::string PdfTags::body_of(const Node& node, const PdfFile& file) const {
    const bool top = &node == nodes_.data();
    std::string body =
        "<</Type/StructElem/S/" + node.type + "/P " + reference(top ? root_ : nodes_[node.parent].object);
    body += node.attributes;
    const bool one_page = !node.marks.empty() && node.marks.front().first == node.marks.back().first;
    if (one_page) body += "/Pg " + reference(file.page_object(node.marks.front().first));
    body += "/K[";
    for (const auto& [page, number] : node.marks) {
        if (one_page) body += std::to_string(number) + " ";
        else body += "<</Type/MCR/Pg " + reference(file.page_object(page)) + "/MCID " + std::to_string(number) + ">>";
    }
    for (const Element child : node.children) body += reference(nodes_[child].object) + " ";
    return body + "]>>";
}

bool PdfTags::write_some(PdfFile& file) {
    if (root_ == 0) {
        root_ = file.reserve();
        for (Node& node : nodes_) node.object = file.reserve();
    }
    const std::size_t end = std::min(nodes_.size(), written_ + kAtOnce);
    for (; written_ < end; ++written_) file.set(nodes_[written_].object, body_of(nodes_[written_], file));
    if (written_ < nodes_.size()) return true;
    // Which element a mark belongs to: one array for every page, in the order of the marks.
    std::string pages;
    for (std::size_t page = 0; page < marked_.size(); ++page) {
        std::string elements = "[";
        for (const Element element : marked_[page]) elements += reference(nodes_[element].object) + " ";
        pages += std::to_string(page) + " " + reference(file.add(elements + "]")) + " ";
    }
    const std::size_t parents = file.add("<</Nums[" + pages + "]>>");
    file.set(root_, "<</Type/StructTreeRoot/K " + reference(nodes_.front().object) + "/ParentTree " +
                        reference(parents) + "/ParentTreeNextKey " + std::to_string(marked_.size()) + ">>");
    return false;
}

}  // namespace thidua::document
