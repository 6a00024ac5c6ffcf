#include "document/html.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "document/lines.h"
#include "document/markup.h"
#include "document/metrics.h"

namespace thidua::document {
namespace {

std::string_view alignment_word(Alignment alignment) {
    switch (alignment) {
        case Alignment::kLeft: return "left";
        case Alignment::kCenter: return "center";
        case Alignment::kRight: return "right";
        case Alignment::kJustified: return "justify";
    }
    return "left";
}

std::string margins(const Page& page) {
    return number(page.top_mm) + "mm " + number(page.right_mm) + "mm " + number(page.bottom_mm) + "mm " +
           number(page.left_mm) + "mm";
}

/// One named page (CSS Paged Media 3) for each setup: portrait and landscape may follow each other.
std::string style_sheet(const std::vector<Page>& pages) {
    std::string css;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = pages[i];
        const std::string name = "kho" + std::to_string(i + 1);
        css += "@page " + name + "{size:" + number(page.width_mm) + "mm " + number(page.height_mm) +
               "mm;margin:" + margins(page) + "}." + name + "{page:" + name + ";width:" + number(page.text_width_mm()) +
               "mm}@media screen{." + name + "{padding:" + margins(page) + "}}";
    }
    css +=
        "body{font-family:'Times New Roman','Liberation Serif',Tinos,serif;color:#000;background:#fff;margin:0}"
        "main{margin:0 auto}main+main{break-before:page}"
        "@media screen{body{background:#f7f6f3}main{background:#fff;margin:16px auto}}"
        "p,h1,h2,h3{margin:0;font-weight:normal;font-size:inherit;overflow-wrap:anywhere;orphans:2;widows:2}"
        "table{border-collapse:collapse;table-layout:fixed;width:100%}td,th{padding:0;vertical-align:top;font-weight:"
        "normal}"
        ".lines td,.lines th{border:.5pt solid #000;padding:0 1.5mm}.lines th{vertical-align:middle}"
        ".frame{break-inside:avoid}thead{display:table-header-group}tr{break-inside:avoid}"
        ".rule{border:0;border-top:.75pt solid #000;margin:2pt auto 0}.blank{background:#fff6d6}"
        // A document's number moves to the next line whole; longer than a line it is broken inside. The text stays
        // plain: U+2011 would be copied and would not be found.
        ".so{display:inline-block;text-indent:0}@media print{.blank{background:none}}";
    for (const Style& s : styles()) {
        css += "." + std::string(s.key) + "{font-size:" + number(s.size_pt) +
               "pt;line-height:" + number(s.line * 1.15) + ";text-align:" + std::string(alignment_word(s.alignment)) +
               ";margin:" + number(s.before_pt) + "pt 0 " + number(s.after_pt) + "pt " + number(s.left_mm) +
               "mm;text-indent:" + number(s.first_line_mm) + "mm";
        if (s.bold) css += ";font-weight:bold";
        if (s.italic) css += ";font-style:italic";
        if (s.keep_with_next) css += ";break-after:avoid";
        css += "}";
    }
    return css;
}

class PageWriter {
public:
    std::string html;

    void paragraph(const Paragraph& p, double width_mm, const Block* previous = nullptr) {
        const Style& look = style(p.style);
        const std::string tag = p.style == StyleId::kKind ? "h1"
                                : look.outline == 1       ? "h2"
                                : look.outline == 2       ? "h3"
                                                          : "p";
        html += "<" + tag + " class=\"" + std::string(look.key) + "\"";
        std::string inline_style;
        if (p.alignment) inline_style += "text-align:" + std::string(alignment_word(*p.alignment)) + ";";
        if (p.inset_mm > 0) inline_style += "padding:0 " + number(p.inset_mm) + "mm;";
        if (space_before(p, previous) > look.before_pt)
            inline_style += "margin-top:" + number(space_before(p, previous)) + "pt;";
        if (p.page_break_before) inline_style += "break-before:page;";
        if (p.rule > 0) inline_style += "margin-bottom:0;";
        if (p.keep_with_next && !look.keep_with_next) inline_style += "break-after:avoid;";
        if (!inline_style.empty()) html += " style=\"" + inline_style + "\"";
        if (!p.origins.empty()) {
            html += " data-origin=\"";
            for (std::size_t i = 0; i < p.origins.size(); ++i) {
                html += (i ? " " : "") + std::string(record_word(p.origins[i].kind)) + ":" +
                        std::to_string(p.origins[i].id);
            }
            html += "\"";
        }
        html += ">";
        for (const Run& run : p.runs) this->run(run);
        html += "</" + tag + ">";
        if (p.rule > 0) {
            const double width = widest_line(p, (width_mm - 2 * p.inset_mm) * kPointsPerMm, times_metrics()) * p.rule;
            html += "<hr class=\"rule\" style=\"width:" + number(width) + "pt;margin-bottom:" + number(look.after_pt) +
                    "pt\">";
        }
        html += "\n";
    }

    void table(const Table& t) {
        html += t.borders ? "<table class=\"lines\">" : "<table class=\"frame\" role=\"presentation\">";
        html += "<colgroup>";
        for (const double mm : t.column_mm) html += "<col style=\"width:" + number(mm) + "mm\">";
        html += "</colgroup>";
        bool in_head = false;
        for (const TableRow& row : t.rows) {
            if (row.header != in_head) html += row.header ? "<thead>" : "</thead>";
            in_head = row.header;
            const bool kept = !row.header && !row.cells.empty() && !row.cells.front().paragraphs.empty() &&
                              row.cells.front().paragraphs.front().keep_with_next;
            html += kept ? "<tr style=\"break-after:avoid\">" : "<tr>";
            std::size_t column = 0;
            for (const TableCell& cell : row.cells) {
                double width = 0;
                for (int i = 0; i < cell.column_span && column < t.column_mm.size(); ++i)
                    width += t.column_mm[column++];
                html += row.header ? "<th" : "<td";
                if (cell.column_span > 1) html += " colspan=\"" + std::to_string(cell.column_span) + "\"";
                html += ">";
                for (const Paragraph& p : cell.paragraphs) paragraph(p, width);
                html += row.header ? "</th>" : "</td>";
            }
            html += "</tr>\n";
        }
        html += in_head ? "</thead></table>\n" : "</table>\n";
    }

private:
    void word(std::string_view word) {
        const std::size_t slash = word.find('/');
        const bool number = slash != std::string_view::npos && word.find('-', slash) != std::string_view::npos;
        html += number ? "<span class=\"so\">" + escaped(word) + "</span>" : escaped(word);
    }

    void run(const Run& run) {
        std::string open;
        std::string close;
        if (run.bold) {
            open += *run.bold ? "<b>" : "<span style=\"font-weight:normal\">";
            close.insert(0, *run.bold ? "</b>" : "</span>");
        }
        if (run.italic) {
            open += *run.italic ? "<i>" : "<span style=\"font-style:normal\">";
            close.insert(0, *run.italic ? "</i>" : "</span>");
        }
        if (run.blank) {
            open += "<span class=\"blank\">";
            close.insert(0, "</span>");
        }
        html += open;
        for (std::size_t at = 0; at < run.text.size();) {
            const std::size_t end = std::min(run.text.find_first_of(" \n", at), run.text.size());
            word(std::string_view(run.text).substr(at, end - at));
            if (end < run.text.size()) html += run.text[end] == '\n' ? "<br>" : " ";
            at = end + 1;
        }
        html += close;
    }
};

}  // namespace

std::string write_html(const Document& document) {
    std::vector<Page> pages;
    const auto setup = [&](const Page& page) {
        const auto found = std::find(pages.begin(), pages.end(), page);
        const auto at = static_cast<std::size_t>(found - pages.begin());
        if (found == pages.end()) pages.push_back(page);
        return "kho" + std::to_string(at + 1);
    };
    for (const Section& section : document.sections) static_cast<void>(setup(section.page));
    PageWriter writer;
    writer.html = "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>" + escaped(document.title) +
                  "</title><style>" + style_sheet(pages) + "</style></head><body>\n";
    for (const Section& section : document.sections) {
        writer.html += "<main class=\"" + setup(section.page) + "\">\n";
        const Block* previous = nullptr;
        for (const Block& block : section.blocks) {
            if (const auto* p = std::get_if<Paragraph>(&block))
                writer.paragraph(*p, section.page.text_width_mm(), previous);
            if (const auto* t = std::get_if<Table>(&block)) writer.table(*t);
            if (std::holds_alternative<PageBreak>(block)) writer.html += "<div style=\"break-after:page\"></div>";
            previous = &block;
        }
        writer.html += "</main>\n";
    }
    writer.html += "</body></html>\n";
    return std::move(writer.html);
}

}  // namespace thidua::document
