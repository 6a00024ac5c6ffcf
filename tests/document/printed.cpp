#include "printed.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
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

constexpr std::string_view kWholeHyphen = "\xE2\x80\x91";  // U+2011

/// Our pages do not break "88/QĐ-UBND" where Word and LibreOffice do, and the DOCX keeps the plain hyphen all the same
/// (docs/documents.md). LibreOffice prints a copy that may not break there either, so that all else can be compared.
void keep_numbers_whole(Paragraph& paragraph) {
    for (Run& run : paragraph.runs) {
        std::string text;
        bool in_number = false;
        for (const char c : run.text) {
            if (c == ' ' || c == '\n') in_number = false;
            if (c == '/') in_number = true;
            if (c == '-' && in_number) text += kWholeHyphen;
            else text += c;
        }
        run.text = std::move(text);
    }
}

Document with_whole_numbers(Document document) {
    for (Section& section : document.sections) {
        for (Block& block : section.blocks) {
            if (auto* p = std::get_if<Paragraph>(&block)) keep_numbers_whole(*p);
            auto* table = std::get_if<Table>(&block);
            if (!table) continue;
            for (TableRow& row : table->rows) {
                for (TableCell& cell : row.cells) {
                    for (Paragraph& p : cell.paragraphs) keep_numbers_whole(p);
                }
            }
        }
    }
    return document;
}

/// With the plain hyphen again; pdftotext sometimes parts a word behind the other one.
std::vector<Word> with_plain_hyphens(const std::vector<Word>& words) {
    std::vector<Word> out;
    for (Word word : words) {
        for (std::size_t at = 0; (at = word.text.find(kWholeHyphen)) != std::string::npos;)
            word.text.replace(at, kWholeHyphen.size(), "-");
        Word* before = out.empty() ? nullptr : &out.back();
        const bool parted = before && before->text.find('/') != std::string::npos && before->text.back() == '-' &&
                            before->page == word.page && before->top == word.top && word.left - before->right < 2;
        if (parted) {
            before->text += word.text;
            before->right = word.right;
        } else {
            out.push_back(std::move(word));
        }
    }
    return out;
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
        std::ofstream(made.folder / (one.name + ".docx"), std::ios::binary)
            << *write_docx(with_whole_numbers(one.document));
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
        one.theirs = with_plain_hyphens(words("word/" + one.name + ".pdf"));
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
