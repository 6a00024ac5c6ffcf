// What a checker of PDF/A-2a looks at (ISO 19005-2), read from the file as qpdf writes it out as JSON: catalog,
// metadata, fonts, structure, marked content. No validator is in Debian; these are its rules for what our files hold.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "document/certificate.h"
#include "document/pdf.h"
#include "programs.h"
#include "sample_documents.h"

using namespace thidua;
using namespace thidua::document;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

class PdfA : public ::testing::Test {
protected:
    void SetUp() override {
        auto loaded = test::fonts();
        if (!loaded || !test::installed("qpdf")) GTEST_SKIP() << "no fonts, or no qpdf";
        fonts_ = std::move(*loaded);
        std::string pattern = (fs::temp_directory_path() / "thidua-pdfa-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
    }
    void TearDown() override {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    /// False when qpdf cannot read it.
    bool open(const std::string& bytes) {
        bytes_ = bytes;
        const std::string path = "'" + (folder_ / "file.pdf").string() + "'";
        std::ofstream(folder_ / "file.pdf", std::ios::binary) << bytes;
        const json read = json::parse(test::output_of("qpdf --json=2 --json-stream-data=none " + path), nullptr, false);
        if (!read.is_object() || !read.contains("qpdf")) return false;
        objects_ = read["qpdf"][1];
        // One object a line: "%% Contents for page n" leads to each page's commands.
        qdf_ = test::output_of("qpdf --qdf --object-streams=disable " + path + " - 2>/dev/null");
        return true;
    }
    /// Follows references; the dictionary of a stream.
    json get(const json& value) const {
        if (!value.is_string()) return value;
        const std::string text = value.get<std::string>();
        if (text.size() < 4 || text.substr(text.size() - 2) != " R") return value;
        const std::string key = "obj:" + text;
        if (!objects_.contains(key)) return {};
        const json& object = objects_[key];
        return object.contains("stream") ? object["stream"]["dict"] : object["value"];
    }
    json at(const json& dictionary, const char* key) const {
        const json here = get(dictionary);
        return here.is_object() && here.contains(key) ? get(here[key]) : json();
    }
    json catalog() const { return at(get(objects_["trailer"]["value"]), "/Root"); }
    std::vector<json> pages() const {
        std::vector<json> out;
        for (const json& kid : at(at(catalog(), "/Pages"), "/Kids")) out.push_back(kid);
        return out;
    }
    /// The commands of each page, in order.
    std::vector<std::string> contents() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; (i = qdf_.find("%% Contents for page ", i)) != std::string::npos; ++i) {
            const std::size_t begin = qdf_.find("\nstream\n", i) + 8;
            out.push_back(qdf_.substr(begin, qdf_.find("endstream", begin) - begin));
        }
        return out;
    }

    void check_catalog() const;
    void check_pages() const;
    void check_fonts() const;
    void check_structure() const;
    void check_element(const json& reference, const json& parent, std::set<std::string>& seen) const;

    FontSet fonts_;
    fs::path folder_;
    std::string bytes_;
    std::string qdf_;
    json objects_;
};

void PdfA::check_catalog() const {
    const json root = catalog();
    EXPECT_EQ(at(at(root, "/MarkInfo"), "/Marked"), true) << "6.7.2.2";
    EXPECT_EQ(at(root, "/Lang"), "u:vi-VN") << "6.7.4";
    const json intent = at(root, "/OutputIntents");
    ASSERT_EQ(intent.size(), 1U) << "6.2.3";
    EXPECT_EQ(at(intent[0], "/S"), "/GTS_PDFA1");
    EXPECT_EQ(at(at(intent[0], "/DestOutputProfile"), "/N"), 3);
    for (const char* key : {"/OpenAction", "/AA", "/AcroForm", "/Names", "/OCProperties"})
        EXPECT_TRUE(at(root, key).is_null()) << key << ": 6.4–6.9";
    EXPECT_EQ(at(root, "/Metadata").value("/Subtype", ""), "/XML") << "6.6.2";
    EXPECT_FALSE(at(root, "/Metadata").contains("/Filter")) << "6.6.2.1: readable without unpacking";
    EXPECT_NE(bytes_.find("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"), std::string::npos);
    EXPECT_EQ(at(objects_["trailer"]["value"], "/ID").size(), 2U) << "6.1.3";
    EXPECT_FALSE(objects_["trailer"]["value"].contains("/Encrypt")) << "6.1.3";
    const json info = at(objects_["trailer"]["value"], "/Info");
    const std::string title = info.value("/Title", "").substr(2);  // after "u:"
    EXPECT_FALSE(title.empty());
    EXPECT_NE(bytes_.find("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + title + "</rdf:li>"),
              std::string::npos)
        << "6.6.2.3: XMP and Info agree: " << title;
    EXPECT_NE(qdf_.find("acsp"), std::string::npos) << "an ICC profile";
}

void PdfA::check_pages() const {
    const std::set<std::string> known{"/Type",     "/Parent",        "/MediaBox", "/Resources",
                                      "/Contents", "/StructParents", "/Tabs"};
    for (const json& page : pages()) {
        const json dictionary = get(page);
        for (const auto& [key, value] : dictionary.items()) EXPECT_TRUE(known.count(key)) << key << ": no transparency";
        const json resources = at(page, "/Resources");
        for (const auto& [key, value] : resources.items()) EXPECT_TRUE(key == "/Font" || key == "/XObject") << key;
    }
    for (const auto& [name, object] : objects_.items()) {
        if (!object.contains("stream")) continue;
        const json& dictionary = object["stream"]["dict"];
        EXPECT_NE(dictionary.value("/Filter", ""), "/LZWDecode") << "6.1.7.2";
        EXPECT_FALSE(dictionary.contains("/SMask") || dictionary.contains("/Group") || dictionary.contains("/F"))
            << name;
        EXPECT_NE(dictionary.value("/Subtype", ""), "/PS") << "6.2.9";
    }
}

void PdfA::check_fonts() const {
    int count = 0;
    for (const auto& [name, object] : objects_.items()) {
        const json font = object.value("value", json());
        if (!font.is_object() || font.value("/Subtype", "") != "/Type0") continue;
        ++count;
        EXPECT_EQ(font["/Encoding"], "/Identity-H") << "6.2.11.3.3";
        EXPECT_FALSE(at(font, "/ToUnicode").is_null()) << "6.2.11.7.2: level A";
        const json descendant = get(at(font, "/DescendantFonts")[0]);
        EXPECT_EQ(descendant["/CIDToGIDMap"], "/Identity") << "6.2.11.3.2";
        EXPECT_EQ(descendant["/BaseFont"], font["/BaseFont"]);
        const json descriptor = at(descendant, "/FontDescriptor");
        EXPECT_FALSE(at(descriptor, "/FontFile2").is_null()) << "6.2.11.4.1: embedded";
        EXPECT_FALSE(descriptor.contains("/CIDSet")) << "6.2.11.4.2: none, or a complete one";
        EXPECT_EQ(descriptor["/FontName"].get<std::string>().find('+'), 7U) << "a subset";
    }
    EXPECT_GE(count, 2);
}

const std::set<std::string> kTypes{"/Document", "/Sect",  "/Div",   "/H1", "/H2", "/H3", "/P",
                                   "/Table",    "/THead", "/TBody", "/TR", "/TH", "/TD"};

void PdfA::check_element(const json& reference, const json& parent, std::set<std::string>& seen) const {
    const json element = get(reference);
    ASSERT_TRUE(seen.insert(reference.get<std::string>()).second) << "twice in the tree";
    const std::string type = element.value("/S", "");
    const std::string above = get(parent).value("/S", "");
    EXPECT_TRUE(kTypes.count(type)) << type << ": 6.7.3.4, a standard type";
    EXPECT_EQ(element["/P"], parent);
    if (type == "/TR") {
        EXPECT_TRUE(above == "/Table" || above == "/THead" || above == "/TBody") << above;
    }
    if (type == "/TH" || type == "/TD") {
        EXPECT_EQ(above, "/TR");
    }
    if (type == "/THead" || type == "/TBody") {
        EXPECT_EQ(above, "/Table");
    }
    if (type == "/TH") {
        EXPECT_EQ(at(at(element, "/A"), "/Scope"), "/Column");
    }
    int columns = -1;
    for (const json& kid : element["/K"]) {
        if (!kid.is_string()) continue;
        check_element(kid, reference, seen);
        if (type != "/THead" && type != "/TBody") continue;
        int wide = 0;
        for (const json& cell : at(kid, "/K")) {
            const json span = at(at(cell, "/A"), "/ColSpan");
            wide += span.is_number() ? span.get<int>() : 1;
        }
        if (columns >= 0) {
            EXPECT_EQ(wide, columns) << "rows of one width";
        }
        columns = wide;
    }
}

/// Tree and marks agree: what a page marks belongs to one element, which names that page and mark.
void PdfA::check_structure() const {
    const json root = at(catalog(), "/StructTreeRoot");
    std::set<std::string> seen;
    ASSERT_EQ(root["/K"].is_string(), true);
    check_element(root["/K"], catalog()["/StructTreeRoot"], seen);
    const json nums = at(at(root, "/ParentTree"), "/Nums");
    const auto all = pages();
    const auto commands = contents();
    ASSERT_EQ(commands.size(), all.size());
    ASSERT_EQ(nums.size(), 2 * all.size());
    for (std::size_t p = 0; p < all.size(); ++p) {
        ASSERT_EQ(at(all[p], "/StructParents"), nums[2 * p]);
        const json owners = get(nums[2 * p + 1]);
        std::istringstream lines(commands[p]);
        int open = 0;
        std::size_t marks = 0;
        bool shows_text_unmarked = false;
        for (std::string line; std::getline(lines, line);) {
            const std::size_t id = line.find("/MCID ");
            if (id != std::string::npos) {
                const auto number = static_cast<std::size_t>(std::stoul(line.substr(id + 6)));
                EXPECT_EQ(number, marks++) << "numbered through";
                ASSERT_LT(number, owners.size());
                EXPECT_TRUE(seen.count(owners[number].get<std::string>())) << "in the tree";
                const json owner = get(owners[number]);
                bool named = false;
                for (const json& kid : owner["/K"]) {
                    if (kid.is_number()) named |= kid == number && owner["/Pg"] == all[p];
                    if (kid.is_object()) named |= kid["/MCID"] == number && kid["/Pg"] == all[p];
                }
                EXPECT_TRUE(named) << "page " << p + 1 << ", mark " << number;
                EXPECT_EQ(line.rfind(owner["/S"].get<std::string>(), 0), 0U) << line;
            }
            if (line.find("BDC") != std::string::npos) ++open;
            if (line == "EMC") --open;
            EXPECT_TRUE(open == 0 || open == 1);
            const bool draws =
                line.find("TJ") != std::string::npos || (line.size() > 2 && line.substr(line.size() - 2) == " S");
            if (draws && open == 0) shows_text_unmarked = true;
        }
        EXPECT_EQ(open, 0);
        EXPECT_EQ(marks, owners.size());
        EXPECT_FALSE(shows_text_unmarked) << "6.7.2: page " << p + 1;
    }
}

}  // namespace

TEST_F(PdfA, EveryKindKeepsToLevelA) {
    for (const auto& [name, document] : test::sample_documents()) {
        SCOPED_TRACE(name);
        ASSERT_TRUE(open(write_pdf(document, fonts_)));
        check_catalog();
        check_pages();
        check_fonts();
        check_structure();
    }
}

TEST_F(PdfA, ALongTableMarksItsRepeatedHeadsAsRepeated) {
    const Document document = test::long_annex();
    ASSERT_TRUE(open(write_pdf(document, fonts_)));
    check_structure();
    std::size_t repeated = 0;
    const auto commands = contents();
    for (const std::string& page : commands) {
        for (std::size_t i = 0; (i = page.find("/Type/Pagination", i)) != std::string::npos; ++i) ++repeated;
    }
    ASSERT_GE(commands.size(), 4U);
    EXPECT_EQ(repeated, (commands.size() - 2) * 6)
        << "page number and five heads, on each page after the annex's first";
}

TEST_F(PdfA, CertificatesKeepToLevelA) {
    Issue issue;
    issue.number = "8/QĐ-PTP";
    const auto one = certificate_of(test::sample_year(), {{2}, "CSTDCS", ""}, issue);
    const auto two = certificate_of(test::sample_year(), {{1}, "GK", "Hoàn thành tốt nhiệm vụ"}, issue);
    CertificateOptions tested;
    tested.grid = true;
    for (const CertificateOptions& options : {CertificateOptions{}, tested}) {
        ASSERT_TRUE(open(*write_certificates_pdf({*one, *two}, decree_layout(), options, fonts_)));
        check_catalog();
        check_pages();
        check_fonts();
        check_structure();
    }
}
