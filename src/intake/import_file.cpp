#include "intake/import_file.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "intake/docx_text.h"
#include "text/letters.h"

namespace thidua::intake {
namespace {

using base::ErrorKind;

std::string file_name(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    return std::string(name);
}

std::string quoted(const std::string& name, std::string_view otherwise) {
    return name.empty() ? std::string(otherwise) : "“" + name + "”";
}

std::string megabytes(std::size_t bytes) {
    const std::size_t tenths = (bytes + 52'428) / 104'858;
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " MB";
}

/// Files that begin in a known way, and what to do with them instead.
struct Signature {
    std::string_view magic;
    std::string_view vi;
    std::string_view en;
};

// "…" stands for the file's name.
constexpr auto kSignatures = std::to_array<Signature>({
    {"%PDF-", "… là tệp PDF. Hãy mở tệp, chọn và sao chép toàn bộ chữ rồi dán vào đây; nếu chọn không được chữ thì đây là ảnh, cần nhận dạng (OCR) trước.",
     "… is a PDF. Open it, select and copy all text and paste it here; if no text can be selected it is a picture and needs OCR first."},
    {"\x89PNG", "… là ảnh PNG. Cần nhận dạng chữ (OCR) trước, rồi mở tệp văn bản thu được.",
     "… is a PNG picture. Run text recognition (OCR) on it first, then open the text that it gives."},
    {"\xFF\xD8\xFF", "… là ảnh JPEG. Cần nhận dạng chữ (OCR) trước, rồi mở tệp văn bản thu được.",
     "… is a JPEG picture. Run text recognition (OCR) on it first, then open the text that it gives."},
    {"GIF8", "… là ảnh GIF. Cần nhận dạng chữ (OCR) trước, rồi mở tệp văn bản thu được.",
     "… is a GIF picture. Run text recognition (OCR) on it first, then open the text that it gives."},
    {std::string_view("II*\0", 4), "… là ảnh quét TIFF. Cần nhận dạng chữ (OCR) trước, rồi mở tệp văn bản thu được.",
     "… is a scanned TIFF picture. Run text recognition (OCR) on it first, then open the text that it gives."},
    {std::string_view("MM\0*", 4), "… là ảnh quét TIFF. Cần nhận dạng chữ (OCR) trước, rồi mở tệp văn bản thu được.",
     "… is a scanned TIFF picture. Run text recognition (OCR) on it first, then open the text that it gives."},
    {"RIFF", "… là tệp ảnh hoặc âm thanh, không phải văn bản. Hãy chọn tệp .txt hoặc .docx.",
     "… is a picture or sound, not text. Choose a .txt or .docx file."},
    {"\xD0\xCF\x11\xE0", "… là tệp Word hoặc Excel kiểu cũ (.doc, .xls). Hãy mở bằng Word hoặc LibreOffice và lưu lại thành .docx, hoặc sao chép chữ rồi dán vào đây.",
     "… is an old Word or Excel file (.doc, .xls). Open it in Word or LibreOffice and save it as .docx, or copy the text and paste it here."},
    {"{\\rtf", "… là tệp RTF. Hãy mở bằng Word hoặc LibreOffice và lưu lại thành .docx, hoặc sao chép chữ rồi dán vào đây.",
     "… is an RTF file. Open it in Word or LibreOffice and save it as .docx, or copy the text and paste it here."},
    {"\x1F\x8B", "… là tệp nén gzip. Hãy giải nén rồi mở tệp bên trong.", "… is gzip-compressed. Unpack it and open the file inside."},
    {"Rar!", "… là tệp nén RAR. Hãy giải nén rồi mở tệp bên trong.", "… is a RAR archive. Unpack it and open the file inside."},
    {"7z\xBC\xAF", "… là tệp nén 7z. Hãy giải nén rồi mở tệp bên trong.", "… is a 7z archive. Unpack it and open the file inside."},
    {"\x7F" "ELF", "… là tệp chương trình, không phải văn bản. Hãy chọn tệp .txt hoặc .docx.",
     "… is a program, not text. Choose a .txt or .docx file."},
    {"MZ\x90", "… là tệp chương trình, không phải văn bản. Hãy chọn tệp .txt hoặc .docx.",
     "… is a program, not text. Choose a .txt or .docx file."},
});

std::string fill(std::string_view sentence, const std::string& name) {
    std::string out;
    const std::size_t at = sentence.find("…");
    if (at == std::string_view::npos) return std::string(sentence);
    out += sentence.substr(0, at);
    out += name;
    out += sentence.substr(at + std::string_view("…").size());
    return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return big_endian ? static_cast<char32_t>((first << 8) | second) : static_cast<char32_t>((second << 8) | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c <= 0xDBFF && at + 3 < bytes.size()) {
            const char32_t low = unit(at + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        base::append_utf8(out, c);
    }
    return out;
}

/// Lines end with \n, a form feed becomes an empty line, control characters go.
std::string tidy(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            out += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else if (c == '\f' || c == '\v') {
            out += '\n';
        } else if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
            if (c != '\x7F') out += c;
        }
    }
    return text::nfc(out);
}

bool only_blanks(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c > 0x20 && c != 0xA0 && c != 0xFEFF && c != 0x3000 && !(c >= 0x2000 && c <= 0x200F) && c != 0x7F) return false;
    }
    return true;
}

}  // namespace

base::Result<Imported> read_incoming(std::string_view name, std::string_view bytes) {
    Imported imported;
    imported.name = file_name(name);
    const std::string vi_name = quoted(imported.name, "Nội dung dán vào");
    const std::string en_name = quoted(imported.name, "The pasted text");
    const auto refuse = [&](ErrorKind kind, std::string_view vi, std::string_view en) {
        return base::fail(kind, fill(vi, vi_name), fill(en, en_name), imported.name);
    };

    if (bytes.empty()) {
        return refuse(ErrorKind::kBadInput, "… không có gì bên trong (0 byte). Hãy chọn tệp khác hoặc dán chữ của văn bản.",
                      "… is empty (0 bytes). Choose another file or paste the document's text.");
    }
    if (bytes.size() > kMostFileBytes) {
        return base::fail(ErrorKind::kBadInput,
                          vi_name + " quá lớn (" + megabytes(bytes.size()) + "; nhiều nhất " + megabytes(kMostFileBytes) +
                              "). Hãy chọn tệp chữ của văn bản, không phải bản quét.",
                          en_name + " is too large (" + megabytes(bytes.size()) + "; at most " + megabytes(kMostFileBytes) +
                              "). Choose the document's text, not its scan.",
                          imported.name);
    }
    if (bytes.starts_with(std::string_view("SQLite format 3\0", 16))) {
        imported.kind = Imported::Kind::kOffice;
        return imported;
    }
    for (const Signature& signature : kSignatures) {
        if (bytes.starts_with(signature.magic)) return refuse(ErrorKind::kUnsupported, signature.vi, signature.en);
    }
    std::string text;
    if (bytes.starts_with(std::string_view("PK\x03\x04", 4)) || bytes.starts_with(std::string_view("PK\x05\x06", 4))) {
        auto docx = read_docx_text(bytes);
        if (!docx) return base::fail(docx.error().kind, fill(docx.error().vi, vi_name), fill(docx.error().en, en_name), imported.name);
        imported.source = Imported::Source::kDocx;
        text = std::move(*docx);
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        if (bytes.size() % 2 != 0) {
            return refuse(ErrorKind::kBadInput, "… bị cắt dở (chữ UTF-16 thiếu byte cuối). Hãy lấy lại tệp gốc.",
                          "… is cut off (UTF-16 text lacks its last byte). Fetch the file again.");
        }
        if (bytes.size() > 2 * kMostTextBytes) bytes = {};
        imported.source = Imported::Source::kUtf16;
        if (!bytes.empty()) text = from_utf16(bytes.substr(2), bytes.starts_with("\xFE\xFF"));
        else text.assign(kMostTextBytes + 1, ' ');
    } else if (bytes.find('\0') != std::string_view::npos) {
        return refuse(ErrorKind::kBadInput, "… không phải tệp chữ (có dữ liệu nhị phân). Hãy chọn tệp .txt, .docx hoặc dán chữ của văn bản.",
                      "… is not a text file (it holds binary data). Choose a .txt or .docx file, or paste the document's text.");
    } else {
        if (bytes.size() <= kMostTextBytes && !base::is_valid_utf8(bytes)) {
            return refuse(ErrorKind::kBadInput,
                          "… không phải chữ Unicode (UTF-8): có thể là bảng mã cũ như TCVN3 (ABC) hoặc VNI. Hãy mở tệp bằng Word hoặc UniKey, chuyển sang Unicode rồi lưu lại.",
                          "… is not Unicode text (UTF-8): it may be in an old encoding such as TCVN3 (ABC) or VNI. Open it in Word or UniKey, convert it to Unicode and save it again.");
        }
        text = std::string(bytes);
    }
    if (text.size() > kMostTextBytes) {
        return base::fail(ErrorKind::kBadInput,
                          vi_name + " dài quá một văn bản (" + megabytes(bytes.empty() ? text.size() : bytes.size()) + " chữ; nhiều nhất " +
                              megabytes(kMostTextBytes) + "). Hãy tách riêng phần kế hoạch.",
                          en_name + " is longer than a document (" + megabytes(bytes.empty() ? text.size() : bytes.size()) +
                              " of text; at most " + megabytes(kMostTextBytes) + "). Keep only the plan.",
                          imported.name);
    }
    if (only_blanks(text)) {
        return refuse(ErrorKind::kBadInput, "… chỉ có khoảng trắng, không có chữ nào. Hãy chọn tệp khác hoặc dán chữ của văn bản.",
                      "… holds only white space, no text. Choose another file or paste the document's text.");
    }
    imported.text = tidy(text);
    return imported;
}

}  // namespace thidua::intake
