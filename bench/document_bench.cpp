// How long documents of hundreds of pages take, and how long one slice holds up the page (docs/performance.md).
//   cmake --build build/native --target document_bench && build/native/bench/document_bench
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "document/docx.h"
#include "document/html.h"
#include "document/layout.h"
#include "document/pdf.h"

namespace {

using namespace thidua::document;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The face that stands in for Times New Roman, as fontconfig names it; empty when there is none.
std::string font_bytes(const std::string& style) {
    const std::string command = "fc-match -f '%{file}' 'Tinos,Liberation Serif:style=" + style + "'";
    std::string path;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        std::array<char, 1024> buffer{};
        while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe)) path += buffer.data();
        pclose(pipe);
    }
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Running text and a table of many rows, about 300 pages.
Document long_document() {
    Section section;
    const std::string sentence =
        "Giải quyết hồ sơ hộ tịch, chứng thực đúng hạn, không để người dân đi lại quá một lần bổ sung. ";
    std::string text;
    for (int i = 0; i < 6; ++i) text += sentence;
    for (int i = 0; i < 1000; ++i) {
        if (i % 25 == 0)
            section.blocks.emplace_back(paragraph(StyleId::kHeading, std::to_string(i / 25 + 1) + ". Kết quả"));
        section.blocks.emplace_back(paragraph(StyleId::kBody, std::to_string(i + 1) + ". " + text));
    }
    Table table;
    table.column_mm = {11, 60, 50, 44};
    for (int i = 0; i <= 3000; ++i) {
        TableRow row;
        row.header = i == 0;
        row.can_split = false;
        row.cells = {cell(StyleId::kTableNumber, std::to_string(i)), cell(StyleId::kTableText, "Nguyễn Thị Hồng Vân"),
                     cell(StyleId::kTableText, "Chuyên viên"), cell(StyleId::kTableText, "Lao động tiên tiến")};
        table.rows.push_back(std::move(row));
    }
    section.blocks.emplace_back(std::move(table));
    Document document;
    document.title = "Báo cáo dài";
    document.sections.push_back(std::move(section));
    return document;
}

}  // namespace

int main() {
    const auto fonts =
        FontSet::load(font_bytes("Regular"), font_bytes("Bold"), font_bytes("Italic"), font_bytes("Bold Italic"));
    if (!fonts) {
        std::fprintf(stderr, "%s\n", fonts.error().en.c_str());
        return 1;
    }
    const Document document = long_document();
    Clock::time_point start = Clock::now();
    const std::size_t pages = lay_out(document, *fonts).pages.size();
    std::printf("pages                      %zu\n", pages);
    std::printf("layout                     %.0f ms\n", since(start));
    start = Clock::now();
    const std::string pdf = write_pdf(document, *fonts);
    std::printf("PDF at once                %.0f ms, %zu bytes\n", since(start), pdf.size());
    constexpr double kSlice = 8;  // ms: half a frame
    PdfJob job(document, *fonts);
    double longest = 0;
    int slices = 0;
    start = Clock::now();
    for (bool more = true; more; ++slices) {
        const Clock::time_point slice = Clock::now();
        more = job.step(kSlice);
        longest = std::max(longest, since(slice));
    }
    std::printf("PDF in slices of %.0f ms      %.0f ms, %d slices, longest %.1f ms\n", kSlice, since(start), slices,
                longest);
    if (job.take() != pdf) return 1;
    start = Clock::now();
    const auto docx = write_docx(document);
    if (!docx) return 1;
    std::printf("DOCX                       %.0f ms, %zu bytes\n", since(start), docx->size());
    start = Clock::now();
    std::printf("HTML                       %zu bytes", write_html(document).size());
    std::printf(", %.0f ms\n", since(start));
    return 0;
}
