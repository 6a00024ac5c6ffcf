#include "intake/docx_text.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "intake/docx_numbering.h"

namespace thidua::intake {
namespace {

using base::ErrorKind;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = size; i-- > 0;) {
        const std::size_t where = at + static_cast<std::size_t>(i);
        value = (value << 8) | (where < bytes.size() ? static_cast<unsigned char>(bytes[where]) : 0u);
    }
    return value;
}

struct Entry {
    std::string_view name;
    std::uint32_t flags = 0;
    std::uint32_t method = 0;
    std::uint32_t packed = 0;
    std::uint32_t unpacked = 0;
    std::uint32_t offset = 0;
};

/// The central directory (APPNOTE 4.3.12); nullopt when the archive's end is missing.
std::optional<std::vector<Entry>> directory(std::string_view bytes) {
    constexpr std::size_t kEndSize = 22;
    if (bytes.size() < kEndSize) return std::nullopt;
    const std::size_t lowest = bytes.size() > kEndSize + 0xFFFF ? bytes.size() - kEndSize - 0xFFFF : 0;
    std::size_t end = std::string_view::npos;
    for (std::size_t at = bytes.size() - kEndSize + 1; at-- > lowest;) {
        if (bytes.compare(at, 4, std::string_view("PK\x05\x06", 4)) == 0) {
            end = at;
            break;
        }
    }
    if (end == std::string_view::npos) return std::nullopt;
    const std::uint32_t count = number(bytes, end + 10, 2);
    std::size_t at = number(bytes, end + 16, 4);
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < count && at + 46 <= bytes.size(); ++i) {
        if (bytes.compare(at, 4, std::string_view("PK\x01\x02", 4)) != 0) break;
        Entry entry;
        entry.flags = number(bytes, at + 8, 2);
        entry.method = number(bytes, at + 10, 2);
        entry.packed = number(bytes, at + 20, 4);
        entry.unpacked = number(bytes, at + 24, 4);
        const std::size_t name_size = number(bytes, at + 28, 2);
        const std::size_t extra_size = number(bytes, at + 30, 2);
        const std::size_t comment_size = number(bytes, at + 32, 2);
        entry.offset = number(bytes, at + 42, 4);
        if (at + 46 + name_size > bytes.size()) break;
        entry.name = bytes.substr(at + 46, name_size);
        entries.push_back(entry);
        at += 46 + name_size + extra_size + comment_size;
    }
    return entries;
}

const Entry* find(const std::vector<Entry>& entries, std::string_view name) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

bool any_begins(const std::vector<Entry>& entries, std::string_view prefix) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.name.starts_with(prefix); });
}

tl::unexpected<base::Error> damaged() {
    return base::fail(
        ErrorKind::kBadInput,
        "… bị hỏng hoặc tải về chưa xong. Hãy mở bằng Word hoặc LibreOffice và lưu lại, rồi thử lại.",
        "… is damaged or was not downloaded in full. Open it in Word or LibreOffice, save it again and retry.");
}

/// The entry's bytes; whatever its header claims, never more than kMostDocxXmlBytes.
base::Result<std::string> unpack(std::string_view bytes, const Entry& entry) {
    const std::size_t head = entry.offset;
    if (head + 30 > bytes.size() || bytes.compare(head, 4, std::string_view("PK\x03\x04", 4)) != 0) return damaged();
    const std::size_t data = head + 30 + number(bytes, head + 26, 2) + number(bytes, head + 28, 2);
    if (data > bytes.size() || entry.packed > bytes.size() - data) return damaged();
    const std::string_view packed = bytes.substr(data, entry.packed);
    const auto too_large = [] {
        return base::fail(ErrorKind::kBadInput,
                          "… chứa quá nhiều dữ liệu khi giải nén (hơn 32 MB chữ), không phải một văn bản thường. Hãy "
                          "sao chép riêng phần chữ cần dùng rồi dán vào đây.",
                          "… unpacks to more than 32 MB of text, which no ordinary document does. Copy the part you "
                          "need and paste it here.");
    };
    if (entry.method == 0) {
        if (packed.size() > kMostDocxXmlBytes) return too_large();
        return std::string(packed);
    }
    if (entry.method != 8) return damaged();
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return damaged();
    // zlib takes the input as non-const but does not write to it.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    constexpr std::size_t kStep = 256 * 1024;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= kMostDocxXmlBytes) {
        const std::size_t before = out.size();
        out.resize(before + kStep);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = static_cast<uInt>(kStep);
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + kStep - stream.avail_out);
        if (state == Z_OK && stream.avail_in == 0 && stream.avail_out > 0) break;  // the stream ends too early
    }
    inflateEnd(&stream);
    if (out.size() > kMostDocxXmlBytes) return too_large();
    if (state != Z_STREAM_END) return damaged();
    return out;
}

void append_unescaped(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '&') {
            out += text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i];
            continue;
        }
        const std::size_t end = text.find(';', i);
        if (end == std::string_view::npos || end - i > 10) {
            out += '&';
            continue;
        }
        const std::string_view name = text.substr(i + 1, end - i - 1);
        if (name == "amp") out += '&';
        else if (name == "lt") out += '<';
        else if (name == "gt") out += '>';
        else if (name == "quot") out += '"';
        else if (name == "apos") out += '\'';
        else if (name.starts_with('#')) {
            const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
            char32_t value = 0;
            for (const char c : name.substr(hex ? 2 : 1)) {
                const int digit = c >= '0' && c <= '9'   ? c - '0'
                                  : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                         : 0;
                value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
                if (value > 0x10FFFF) break;
            }
            base::append_utf8(out, value);
        }
        i = end;
    }
}

/// The name of a tag without its prefix and attributes: "w:p" and "p" are both "p".
std::string_view tag_name(std::string_view tag) {
    const std::size_t end = tag.find_first_of(" \t\r\n/");
    tag = tag.substr(0, end);
    const std::size_t colon = tag.find(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

/// Walks WordprocessingML (ECMA-376 part 1, 17.3): t is text, p a paragraph, tab and br blanks; deleted text (del) and
/// field codes (instrText) are not read. Paragraphs of numbered lists get the number that Word prints.
std::string text_of(std::string_view xml, DocxNumbering numbering) {
    std::string out;
    std::string paragraph;
    int hidden = 0;  // inside w:del or mc:Fallback
    int cells = 0;   // depth of table cells: their paragraphs are parted by blanks, cells by tabs
    bool in_text = false;
    int list = 0;  // the paragraph's list (w:numId) and level; 0: none
    int level = 0;
    bool properties = false;  // inside w:pPr
    const auto end_paragraph = [&] {
        while (!paragraph.empty() && paragraph.back() == ' ') paragraph.pop_back();
        if (list > 0 && !paragraph.empty()) {
            const std::string mark = numbering.next(list, level);
            if (!mark.empty()) paragraph = mark + ' ' + paragraph;
        }
        list = 0;
        level = 0;
        if (cells > 0) {
            if (!paragraph.empty() && !out.empty() && out.back() != '\n' && out.back() != '\t') out += ' ';
            out += paragraph;
        } else {
            out += paragraph;
            out += '\n';
        }
        paragraph.clear();
    };
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t open = xml.find('<', at);
        if (in_text && hidden == 0)
            append_unescaped(paragraph, xml.substr(at, open == std::string_view::npos ? open : open - at));
        if (open == std::string_view::npos) break;
        if (xml.compare(open, 4, "<!--") == 0) {
            const std::size_t end = xml.find("-->", open);
            if (end == std::string_view::npos) break;
            at = end + 3;
            continue;
        }
        const std::size_t close = xml.find('>', open);
        if (close == std::string_view::npos) break;
        std::string_view tag = xml.substr(open + 1, close - open - 1);
        at = close + 1;
        const bool ends = tag.starts_with('/');
        if (ends) tag.remove_prefix(1);
        const bool empty = tag.ends_with('/');
        const std::string_view name = tag_name(tag);
        if (name == "t") in_text = !ends && !empty;
        else if (name == "del" || name == "Fallback" || name == "instrText" || name == "pPrChange")
            hidden += ends ? (hidden > 0 ? -1 : 0) : (empty ? 0 : 1);
        else if (hidden > 0) continue;
        else if (name == "pPr") properties = !ends && !empty;
        else if (properties && name == "ilvl") level = xml_number(xml_attribute(tag, "val"), 0);
        else if (properties && name == "numId") list = xml_number(xml_attribute(tag, "val"), 0);
        else if (name == "p" && (ends || empty)) end_paragraph();
        else if (name == "tab" && !ends && tag.find("w:val") == std::string_view::npos) paragraph += ' ';
        else if ((name == "br" || name == "cr") && !ends) {
            if (cells > 0) paragraph += ' ';
            else {
                out += paragraph;
                out += '\n';
                paragraph.clear();
            }
        } else if (name == "noBreakHyphen") paragraph += '-';
        else if (name == "tc") {
            if (!ends && !empty) ++cells;
            else if (ends && cells > 0) {
                --cells;
                if (cells == 0) out += '\t';
            }
        } else if (name == "tr" && ends) {
            while (!out.empty() && out.back() == '\t') out.pop_back();
            out += '\n';
        }
    }
    if (!paragraph.empty()) end_paragraph();
    return out;
}

}  // namespace

base::Result<std::string> read_docx_text(std::string_view bytes) {
    const auto entries = directory(bytes);
    if (!entries || entries->empty()) return damaged();
    const Entry* document = find(*entries, "word/document.xml");
    if (!document) {
        const auto refuse = [](std::string vi, std::string en) {
            return base::fail(ErrorKind::kUnsupported, std::move(vi), std::move(en));
        };
        if (any_begins(*entries, "xl/")) {
            return refuse(
                "… là bảng tính Excel. Muốn nhập danh sách người thì sao chép các ô rồi dán vào mục Nhân sự; muốn nhập "
                "kế hoạch thì chọn tệp .docx hoặc .txt.",
                "… is an Excel workbook. To bring in people, copy the cells and paste them into People; for a plan "
                "choose a .docx or .txt file.");
        }
        if (any_begins(*entries, "ppt/")) {
            return refuse("… là tệp trình chiếu PowerPoint. Hãy sao chép chữ rồi dán vào đây.",
                          "… is a PowerPoint file. Copy its text and paste it here.");
        }
        if (find(*entries, "content.xml")) {
            return refuse(
                "… là tệp OpenDocument (.odt). Hãy mở bằng LibreOffice và lưu lại thành .docx, hoặc sao chép chữ rồi "
                "dán vào đây.",
                "… is an OpenDocument file (.odt). Open it in LibreOffice and save it as .docx, or copy its text and "
                "paste it here.");
        }
        return refuse("… là tệp nén ZIP. Hãy giải nén rồi mở tệp văn bản bên trong.",
                      "… is a ZIP archive. Unpack it and open the document inside.");
    }
    if ((document->flags & 1u) != 0) {
        return base::fail(ErrorKind::kUnsupported, "… được đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.",
                          "… is protected by a password. Open it in Word, remove the password and save it.");
    }
    auto xml = unpack(bytes, *document);
    if (!xml) return tl::unexpected<base::Error>(xml.error());
    if (!base::is_valid_utf8(*xml)) return damaged();
    std::string numbering;  // without it the text is still good, only unnumbered
    if (const Entry* entry = find(*entries, "word/numbering.xml"); entry && (entry->flags & 1u) == 0) {
        numbering = unpack(bytes, *entry).value_or(std::string());
    }
    return text_of(*xml, DocxNumbering::read(numbering));
}

}  // namespace thidua::intake
