#pragma once
// XML read once from front to back, without a tree: a sheet of a million cells needs no memory of its own. Only what
// Office files hold: a document type, an entity of its own or a broken tag ends the scan as kBad.

#include <cstddef>
#include <string>
#include <string_view>

namespace thidua::sheet {

class XmlScan {
public:
    enum class Event { kOpen, kClose, kText, kEnd, kBad };

    explicit XmlScan(std::string_view xml) : xml_(xml) {}

    /// An empty element gives kOpen and kClose.
    Event next();
    /// Of the element that was opened or closed, without its prefix.
    std::string_view name() const { return name_; }
    /// Of the element just opened; prefixes do not matter. "" when it has none.
    std::string attribute(std::string_view name) const;
    /// Decoded; valid after kText.
    const std::string& text() const { return text_; }

private:
    Event markup();
    bool decode(std::string_view raw, std::string& out) const;

    std::string_view xml_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::string_view name_;
    std::string_view attributes_;
    std::string text_;
    bool closes_ = false;  ///< the element just opened was an empty one
};

}  // namespace thidua::sheet
