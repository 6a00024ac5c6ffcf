#include "document/text.h"

#include <variant>

namespace thidua::document {
namespace {

void add_line(std::string& out, const std::string& line) {
    if (line.empty()) return;
    out += line;
    out += '\n';
}

void add_table(std::string& out, const Table& table) {
    for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) {
            for (const Paragraph& paragraph : cell.paragraphs) add_line(out, text_of(paragraph));
        }
    }
}

}  // namespace

std::string plain_text(const Document& document) {
    std::string out;
    for (const Section& section : document.sections) {
        for (const Block& block : section.blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block)) add_line(out, text_of(*paragraph));
            if (const auto* table = std::get_if<Table>(&block)) add_table(out, *table);
        }
    }
    return out;
}

}  // namespace thidua::document
