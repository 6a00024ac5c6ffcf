#include "printed.h"

#include <cstdlib>
#include <fstream>
#include <utility>
#include <variant>

#include "document/docx.h"
#include "document/pdf.h"
#include "programs.h"
#include "sample_documents.h"

namespace thidua::document::test {
namespace {

namespace fs = std::filesystem;

/// A decision whose annex runs over pages: repeated heads, an annex's own page numbers.
Document long_decision() {
    Document document = sample_document("decision");
    document.sections.resize(2);  // the annex of people alone
    for (Block& block : document.sections.back().blocks) {
        auto* table = std::get_if<Table>(&block);
        if (!table) continue;
        const std::size_t rows = table->rows.size();
        for (std::size_t i = 0; i < 60; ++i) table->rows.push_back(table->rows[1 + i % (rows - 1)]);
    }
    return document;
}

/// A letter of three pages: paragraphs of many lengths over page borders, the signature after them.
Document long_letter() {
    Document document = sample_document("letter");
    auto& blocks = document.sections.front().blocks;
    const auto at = static_cast<std::ptrdiff_t>(blocks.size()) - 2;
    std::vector<Block> added;
    for (std::size_t i = 0; i < 24; ++i) {
        std::string text = std::to_string(i + 1) + ".";
        for (std::size_t k = 0; k < 18 + i * 11 % 55; ++k) text += k % 3 == 0 ? " hồ sơ" : " thi đua";
        added.emplace_back(paragraph(StyleId::kBody, std::move(text)));
    }
    blocks.insert(blocks.begin() + at, added.begin(), added.end());
    return document;
}

Printed print_all() {
    Printed made;
    for (const char* program : {"soffice", "pdftotext", "pdffonts", "pdftoppm"}) {
        if (!installed(program)) made.missing = program;
    }
    const auto faces = fonts();
    if (!faces) made.missing = "Tinos or Liberation Serif";
    if (!made.missing.empty()) return made;
    made.folder = fs::path(THIDUA_BINARY_DIR) / "golden-pages";
    std::error_code ignored;
    fs::remove_all(made.folder, ignored);
    fs::create_directories(made.folder / "word");
    for (auto& [name, document] : sample_documents()) made.documents.push_back({name, std::move(document), {}, {}});
    made.documents.push_back({"decision-long", long_decision(), {}, {}});
    made.documents.push_back({"letter-long", long_letter(), {}, {}});
    for (const PrintedDocument& one : made.documents) {
        std::ofstream(made.folder / (one.name + ".docx"), std::ios::binary) << *write_docx(one.document);
        std::ofstream(made.folder / (one.name + ".pdf"), std::ios::binary) << write_pdf(one.document, *faces);
    }
    if (run_in(made.folder, "soffice '-env:UserInstallation=file://" + made.folder.string() +
                                "/profile' --headless --convert-to pdf --outdir word *.docx >convert.log 2>&1") != 0) {
        made.trouble = read_file((made.folder / "convert.log").string());
    }
    fs::remove_all(made.folder / "profile", ignored);
    for (PrintedDocument& one : made.documents) {
        const auto words = [&](const std::string& file) {
            return words_of(output_of("pdftotext -bbox '" + (made.folder / file).string() + "' - 2>/dev/null"));
        };
        one.ours = words(one.name + ".pdf");
        one.theirs = words("word/" + one.name + ".pdf");
        if (one.theirs.empty()) made.trouble += one.name + " was not printed. ";
    }
    return made;
}

}  // namespace

const PrintedDocument& Printed::find(const std::string& name) const {
    for (const PrintedDocument& one : documents) {
        if (one.name == name) return one;
    }
    return documents.front();
}

const Printed& printed() {
    static const Printed made = print_all();
    return made;
}

int run_in(const fs::path& folder, const std::string& command) {
    return std::system(("cd '" + folder.string() + "' && " + command).c_str());
}

}  // namespace thidua::document::test
