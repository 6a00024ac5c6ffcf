#pragma once
// Wording as data: a text with fields, conditions and repeats that becomes a document (docs/documents.md, "Templates").
// The built-in kinds are written with it (data/templates), and an office may change them.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "document/issue.h"
#include "office/office.h"

namespace thidua::document {

/// What a field is filled with. Empty text: not known, printed as a blank and listed as missing.
struct Field {
    std::string text;
    std::vector<Origin> origins;
};

struct Scope;

/// Something to repeat. `shape` is one scope with every name that an item has, so that a template can be checked
/// against a list without items.
struct ScopeList {
    std::vector<Scope> shape;
    std::vector<Scope> items;
};

/// The names that a template may use, in Vietnamese, as a clerk writes them: "họ tên", "cơ quan".
struct Scope {
    std::map<std::string, Field, std::less<>> fields;
    std::map<std::string, ScopeList, std::less<>> lists;

    void set(std::string name, std::string text, std::vector<Origin> origins = {}) {
        fields[std::move(name)] = {std::move(text), std::move(origins)};
    }
};

/// A condition: a field that is not empty, a list with items, or a field that equals a text; or the contrary.
struct TemplateCondition {
    std::string name;
    std::string equals;
    bool compares = false;
    bool negated = false;
};

/// A piece of the template's text, in bytes.
struct SourceRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin == end; }
};

/// A piece of a line.
struct TemplateSpan {
    enum class Kind { kText, kField, kBlank, kWhen, kEach };
    Kind kind = Kind::kText;
    std::string text;     ///< literal; name of the field or list; what is to be written into the blank
    std::string filter;   ///< of a field: "hoa", "thường", "đầu câu", "gọn"
    std::string between;  ///< of a repeat
    bool optional = false;
    bool bold = false;
    bool italic = false;
    TemplateCondition condition;
    std::vector<TemplateSpan> inner;
    std::vector<TemplateSpan> otherwise;
    SourceRange at;
};
using TemplateLine = std::vector<TemplateSpan>;

struct TemplateCell {
    int span = 1;
    TemplateLine line;
};

/// A line of the template, or a block of lines.
struct TemplateNode {
    enum class Kind { kParagraph, kWhen, kEach, kTable, kRow, kPageBreak };
    Kind kind = Kind::kParagraph;
    SourceRange at;  ///< the line, of a block its first
    StyleId style = StyleId::kBody;
    bool keep_with_next = false;  ///< "[Diem giữ]": not the last on its page
    TemplateLine line;
    TemplateCondition condition;  ///< of kWhen; its name is the list of kEach
    std::vector<TemplateNode> inner;
    std::vector<TemplateNode> otherwise;
    std::vector<double> widths;  ///< of a table
    std::vector<bool> centred;   ///< its columns of numbers
    std::vector<TemplateCell> cells;
    bool header = false;
    bool total = false;  ///< printed bold
};

struct Template {
    std::string name;  ///< where it came from: file or "mẫu của cơ quan"; for messages
    TemplateLine kind;
    TemplateLine subject;
    TemplateLine addressee;  ///< whom it goes to when nobody was chosen
    std::string symbol;
    bool letter = false;
    bool addressed = false;
    bool numbered = true;
    bool dated = true;
    bool signed_by_head = true;
    bool closed = true;  ///< "./." behind the last sentence
    bool landscape = false;
    struct Signer {
        TemplateLine title;
        TemplateLine name;
    };
    std::vector<Signer> signers;  ///< two, side by side, instead of the head of the office
    std::vector<TemplateLine> recipients;
    std::vector<TemplateNode> body;
    /// Each with page numbers of its own; one whose conditions leave nothing in it is not printed.
    struct Annex {
        TemplateLine title;
        std::vector<TemplateNode> body;
        bool landscape = false;  ///< "@khổ ngang" behind its "@phụ lục", or a table that is too wide for portrait
    };
    std::vector<Annex> annexes;
    std::string source;
};

/// What is wrong, and where: lines and columns from 1, columns counted in letters.
struct TemplateFault {
    int line = 1;
    int column = 1;
    SourceRange at;
    std::string vi;
    std::string en;
};

/// A name that a template uses, and the list that it belongs to; empty: the scope itself.
struct TemplateName {
    std::string name;
    std::string list;
    bool is_list = false;

    bool operator==(const TemplateName&) const = default;
    bool operator<(const TemplateName& other) const {
        return std::tie(name, list, is_list) < std::tie(other.name, other.list, other.is_list);
    }
};

/// kBadInput with "name:line:column" in Error::where, and the same in `fault`. At most 200 kB, 5,000 lines, blocks
/// within blocks 12 deep.
base::Result<Template> parse_template(std::string_view text, std::string_view name, TemplateFault* fault = nullptr);
/// Whether every name that the template uses is in the scope; the same errors. `used`: the names, in the order of use.
base::Status check_template(const Template& wording, const Scope& scope, TemplateFault* fault = nullptr,
                            std::vector<TemplateName>* used = nullptr);
/// The document. The template must have passed check_template with a scope of the same names.
Document fill_template(const Template& wording, const Scope& scope, const office::Office& office, const Issue& issue);

}  // namespace thidua::document
