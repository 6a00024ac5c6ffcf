#pragma once
// Every kind of document, and two long ones, as our PDF and as LibreOffice prints our DOCX: made once for all tests of
// the program, by one call of soffice. The files stay in golden-pages, for a person to look at.

#include <filesystem>
#include <string>
#include <vector>

#include "document/document.h"
#include "pdf_words.h"

namespace thidua::document::test {

struct PrintedDocument {
    std::string name;
    Document document;
    std::vector<Word> ours;
    std::vector<Word> theirs;
};

struct Printed {
    std::string missing;  ///< a program or font that is not installed; nothing else is filled then
    std::string trouble;  ///< what soffice said when it failed
    std::filesystem::path folder;
    std::vector<PrintedDocument> documents;

    const PrintedDocument& find(const std::string& name) const;
};

const Printed& printed();

/// Runs a command in the folder.
int run_in(const std::filesystem::path& folder, const std::string& command);

}  // namespace thidua::document::test
