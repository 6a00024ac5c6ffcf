#include "document/print_html.h"

#include <string_view>

#include "document/markup.h"
#include "document/metrics.h"
#include "document/pdf_file.h"

namespace thidua::document {
namespace {

/// From the top of a line as high as its letters to the baseline, in em.
constexpr double kBaseline = 0.5 + (0.891 - 0.216) / 2;

std::string face(std::string_view name, std::string_view local, std::string_view file, bool bold, bool italic) {
    return "@font-face{font-family:" + std::string(name) + (bold ? ";font-weight:bold" : "") +
           (italic ? ";font-style:italic" : "") + ";src:local('" + std::string(local) + "'),url(fonts/" +
           std::string(file) + ".ttf)}";
}

std::string style_sheet() {
    return "@page{size:210mm 297mm;margin:0}@page ngang{size:297mm 210mm;margin:0}" +
           face("Giay", "Times New Roman", "serif-regular", false, false) +
           face("Giay", "Times New Roman Bold", "serif-bold", true, false) +
           face("Giay", "Times New Roman Italic", "serif-italic", false, true) +
           face("Giay", "Times New Roman Bold Italic", "serif-bolditalic", true, true) +
           "body{margin:0;color:#000;background:#fff;font-family:Giay,'Times New Roman','Liberation Serif',Tinos,serif}"
           "main{position:relative;overflow:hidden;break-after:page}main:last-child{break-after:auto}"
           ".n{page:ngang}span,i{position:absolute;white-space:pre;line-height:1;font-style:normal}"
           "i{background:#000;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
           ".b{font-weight:bold}.i{font-style:italic}";
}

std::string at(const char* name, double points) { return std::string(name) + ":" + pdf_number(points) + "pt;"; }

void add_page(std::string& html, const PlacedPage& page) {
    html += page.width > page.height ? "<main class=\"n\"" : "<main";
    // A little lower than the paper: a page that is a hair too high would be followed by an empty one.
    html += " style=\"" + at("width", page.width) + at("height", page.height - 0.5) + "\">\n";
    for (const PlacedRule& rule : page.rules) {
        const double half = rule.thickness / 2;
        html += "<i style=\"" + at("left", rule.x1 - half) + at("top", rule.y1 - half) +
                at("width", rule.x2 - rule.x1 + rule.thickness) + at("height", rule.y2 - rule.y1 + rule.thickness) +
                "\"></i>";
    }
    for (const PlacedText& text : page.texts) {
        const bool bold = text.face == Face::kBold || text.face == Face::kBoldItalic;
        const bool italic = text.face == Face::kItalic || text.face == Face::kBoldItalic;
        html += "<span";
        if (bold || italic) html += std::string(" class=\"") + (bold ? "b " : "") + (italic ? "i" : "") + "\"";
        html += " style=\"" + at("left", text.x) + at("top", text.baseline - kBaseline * text.size_pt) +
                at("font-size", text.size_pt);
        if (text.space > 0) html += at("word-spacing", text.space);
        html += "\">" + escaped(text.text) + "</span>\n";
    }
    html += "</main>\n";
}

}  // namespace

std::string write_print_html(const Document& document, const Layout& layout) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>" +
                       escaped(document.title) + "</title><style>" + style_sheet() + "</style></head><body>";
    for (const PlacedPage& page : layout.pages) add_page(html, page);
    return html + "</body></html>\n";
}

}  // namespace thidua::document
