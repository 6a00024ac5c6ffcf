#include "document/json.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "base/utf8.h"

namespace thidua::document {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kMostBytes = 8U << 20;
constexpr std::size_t kMostParagraphs = 20'000;
constexpr double kMostMm = 2000;

// --- writing
// -----------------------------------------------------------------------------------------------------------

Json json_of(const Paragraph& paragraph) {
    Json runs = Json::array();
    for (const Run& run : paragraph.runs) {
        Json made{{"t", run.text}};
        if (run.bold) made["b"] = *run.bold;
        if (run.italic) made["i"] = *run.italic;
        if (run.blank) made["blank"] = true;
        if (!run.field.empty()) made["field"] = run.field;
        runs.push_back(std::move(made));
    }
    Json made{{"style", std::string(style(paragraph.style).key)}, {"runs", std::move(runs)}};
    if (paragraph.alignment) made["align"] = static_cast<int>(*paragraph.alignment);
    if (paragraph.rule > 0) made["rule"] = paragraph.rule;
    if (paragraph.inset_mm > 0) made["inset"] = paragraph.inset_mm;
    if (paragraph.page_break_before) made["break"] = true;
    if (paragraph.keep_with_next) made["keep"] = true;
    if (!paragraph.origins.empty()) {
        Json from = Json::array();
        for (const Origin& o : paragraph.origins) from.push_back({std::string(record_word(o.kind)), o.id});
        made["from"] = std::move(from);
    }
    return made;
}

Json json_of(const Table& table) {
    Json rows = Json::array();
    for (const TableRow& row : table.rows) {
        Json cells = Json::array();
        for (const TableCell& cell : row.cells) {
            Json paragraphs = Json::array();
            for (const Paragraph& p : cell.paragraphs) paragraphs.push_back(json_of(p));
            Json made{{"p", std::move(paragraphs)}};
            if (cell.column_span != 1) made["span"] = cell.column_span;
            cells.push_back(std::move(made));
        }
        Json made{{"cells", std::move(cells)}};
        if (row.header) made["header"] = true;
        if (!row.can_split) made["whole"] = true;
        rows.push_back(std::move(made));
    }
    return {{"role", static_cast<int>(table.role)},
            {"lines", table.borders},
            {"columns", table.column_mm},
            {"rows", std::move(rows)}};
}

// --- reading
// -----------------------------------------------------------------------------------------------------------

/// Reads values that may be missing, and remembers whether anything was not as it must be.
class Reader {
public:
    base::Result<Document> read(const Json& json) {
        if (!json.is_object() || integer(json, "version", 0) < 1) return refused();
        if (integer(json, "version", 0) > kVersion) {
            return base::fail(base::ErrorKind::kUnsupported,
                              "Văn bản được lưu bằng phiên bản mới hơn; hãy cập nhật chương trình.",
                              "The document was saved by a newer version; update the program.");
        }
        Document document;
        document.kind = text(json, "kind");
        document.number = text(json, "number");
        document.title = text(json, "title");
        document.issuer = text(json, "issuer");
        if (json.contains("date")) document.date = base::parse_iso(text(json, "date"));
        for (const Json& section : list(json, "sections")) document.sections.push_back(read_section(section));
        if (bad_ || document.sections.empty()) return refused();
        return document;
    }

private:
    static tl::unexpected<base::Error> refused() {
        return base::fail(base::ErrorKind::kBadInput, "Nội dung văn bản đã lưu bị hỏng; hãy soạn lại từ dữ liệu.",
                          "The saved document is damaged; draft it again from the records.");
    }

    const Json& list(const Json& json, const char* name) {
        static const Json kNone = Json::array();
        const auto found = json.is_object() ? json.find(name) : json.end();
        if (!json.is_object() || found == json.end() || !found->is_array()) {
            bad_ = true;
            return kNone;
        }
        return *found;
    }
    std::string text(const Json& json, const char* name) {
        const auto found = json.find(name);
        if (found == json.end()) return {};
        const auto* value = found->get_ptr<const std::string*>();
        if (!value || !base::is_valid_utf8(*value)) {
            bad_ = true;
            return {};
        }
        return *value;
    }
    bool truth(const Json& json, const char* name, bool otherwise) {
        const auto found = json.find(name);
        if (found == json.end()) return otherwise;
        if (!found->is_boolean()) bad_ = true;
        return found->is_boolean() ? found->get<bool>() : otherwise;
    }
    int integer(const Json& json, const char* name, int otherwise) {
        const auto found = json.find(name);
        if (found == json.end()) return otherwise;
        if (!found->is_number_integer()) {
            bad_ = true;
            return otherwise;
        }
        const auto value = found->get<std::int64_t>();
        if (value < -1'000'000 || value > 1'000'000) bad_ = true;
        return bad_ ? otherwise : static_cast<int>(value);
    }
    double length(const Json& json, const char* name, double otherwise, double least, double most) {
        const auto found = json.find(name);
        if (found == json.end()) return otherwise;
        return length(*found, least, most);
    }
    double length(const Json& value, double least, double most) {
        const double number = value.is_number() ? value.get<double>() : std::nan("");
        if (!(number >= least && number <= most)) {
            bad_ = true;
            return least;
        }
        return number;
    }

    Section read_section(const Json& json) {
        Section section;
        if (!json.is_object()) {
            bad_ = true;
            return section;
        }
        if (const auto page = json.find("page"); page != json.end() && page->is_object()) {
            Page& p = section.page;
            p.width_mm = length(*page, "width", p.width_mm, 50, kMostMm);
            p.height_mm = length(*page, "height", p.height_mm, 50, kMostMm);
            p.top_mm = length(*page, "top", p.top_mm, 0, kMostMm);
            p.bottom_mm = length(*page, "bottom", p.bottom_mm, 0, kMostMm);
            p.left_mm = length(*page, "left", p.left_mm, 0, kMostMm);
            p.right_mm = length(*page, "right", p.right_mm, 0, kMostMm);
            p.header_mm = length(*page, "header", p.header_mm, 0, kMostMm);
            if (p.text_width_mm() < 20 || p.text_height_mm() < 20) bad_ = true;
        }
        for (const Json& block : list(json, "blocks")) {
            if (!block.is_object()) {
                bad_ = true;
            } else if (block.contains("rows")) {
                section.blocks.emplace_back(read_table(block, section.page));
            } else if (block.contains("runs")) {
                section.blocks.emplace_back(read_paragraph(block));
            } else {
                section.blocks.emplace_back(PageBreak{});
            }
        }
        return section;
    }

    Paragraph read_paragraph(const Json& json) {
        Paragraph made;
        if (!json.is_object() || ++paragraphs_ > kMostParagraphs) {
            bad_ = true;
            return made;
        }
        const Style* look = find_style(text(json, "style"));
        if (!look) bad_ = true;
        made.style = look ? look->id : StyleId::kBody;
        for (const Json& run : list(json, "runs")) {
            if (!run.is_object()) {
                bad_ = true;
                continue;
            }
            Run read;
            read.text = text(run, "t");
            if (run.contains("b")) read.bold = truth(run, "b", false);
            if (run.contains("i")) read.italic = truth(run, "i", false);
            read.blank = truth(run, "blank", false);
            read.field = text(run, "field");
            made.runs.push_back(std::move(read));
        }
        if (json.contains("align")) {
            const int align = integer(json, "align", 0);
            if (align < 0 || align > static_cast<int>(Alignment::kJustified)) bad_ = true;
            else made.alignment = static_cast<Alignment>(align);
        }
        made.rule = length(json, "rule", 0, 0, 1);
        made.inset_mm = length(json, "inset", 0, 0, 80);
        made.page_break_before = truth(json, "break", false);
        made.keep_with_next = truth(json, "keep", false);
        if (json.contains("from")) {
            for (const Json& from : list(json, "from")) {
                const bool pair =
                    from.is_array() && from.size() == 2 && from[0].is_string() && from[1].is_number_integer();
                const auto kind = pair ? find_record(from[0].get_ref<const std::string&>()) : std::nullopt;
                if (kind) made.origins.push_back({*kind, from[1].get<std::int64_t>()});
                else bad_ = true;
            }
        }
        return made;
    }

    Table read_table(const Json& json, const Page& page) {
        Table table;
        const int role = integer(json, "role", 0);
        if (role < 0 || role > static_cast<int>(Table::Role::kSignature)) bad_ = true;
        else table.role = static_cast<Table::Role>(role);
        table.borders = truth(json, "lines", true);
        double width = 0;
        for (const Json& column : list(json, "columns")) {
            table.column_mm.push_back(length(column, 1, kMostMm));
            width += table.column_mm.back();
        }
        if (table.column_mm.empty() || width > page.text_width_mm() + 1) bad_ = true;
        for (const Json& row : list(json, "rows")) {
            if (!row.is_object() || bad_) {
                bad_ = true;
                break;
            }
            TableRow made;
            made.header = truth(row, "header", false);
            made.can_split = !truth(row, "whole", false);
            int columns = 0;
            for (const Json& cell : list(row, "cells")) {
                if (!cell.is_object()) {
                    bad_ = true;
                    break;
                }
                TableCell read;
                read.column_span = integer(cell, "span", 1);
                if (read.column_span < 1 || read.column_span > 100) bad_ = true;
                columns += read.column_span;
                for (const Json& p : list(cell, "p")) read.paragraphs.push_back(read_paragraph(p));
                if (read.paragraphs.empty()) bad_ = true;
                made.cells.push_back(std::move(read));
            }
            if (columns != static_cast<int>(table.column_mm.size())) bad_ = true;
            table.rows.push_back(std::move(made));
        }
        return table;
    }

    bool bad_ = false;
    std::size_t paragraphs_ = 0;
};

}  // namespace

std::string to_json(const Document& document) {
    Json sections = Json::array();
    for (const Section& section : document.sections) {
        Json blocks = Json::array();
        for (const Block& block : section.blocks) {
            if (const auto* p = std::get_if<Paragraph>(&block)) blocks.push_back(json_of(*p));
            else if (const auto* t = std::get_if<Table>(&block)) blocks.push_back(json_of(*t));
            else blocks.push_back({{"break", true}});
        }
        const Page& p = section.page;
        sections.push_back({{"page",
                             {{"width", p.width_mm},
                              {"height", p.height_mm},
                              {"top", p.top_mm},
                              {"bottom", p.bottom_mm},
                              {"left", p.left_mm},
                              {"right", p.right_mm},
                              {"header", p.header_mm}}},
                            {"blocks", std::move(blocks)}});
    }
    Json json{{"version", kVersion},     {"kind", document.kind},     {"number", document.number},
              {"title", document.title}, {"issuer", document.issuer}, {"sections", std::move(sections)}};
    if (document.date) json["date"] = base::to_iso(*document.date);
    // Broken UTF-8 becomes U+FFFD instead of an exception, which this program has none of.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Document> document_from_json(std::string_view text) {
    // Nesting is counted before parsing: the parser's own stack grows with it.
    int depth = 0;
    int deepest = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
        if (c == ']' || c == '}') --depth;
    }
    const bool usable = text.size() <= kMostBytes && deepest <= 4000;
    return Reader().read(usable ? Json::parse(text, nullptr, false) : Json());
}

}  // namespace thidua::document
