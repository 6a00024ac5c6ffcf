#include "intake/import_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "intake/docx_text.h"
#include "text/encodings.h"
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
constexpr auto kSignatures = std::to_array<Signature>(
    {{"%PDF-",
      "… là tệp PDF. Hãy mở tệp, chọn và sao chép toàn bộ chữ rồi dán vào đây; nếu chọn không được chữ thì đây là ảnh, "
      "cần nhận dạng (OCR) trước.",
      "… is a PDF. Open it, select and copy all text and paste it here; if no text can be selected it is a picture and "
      "needs OCR first."},
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
     {"\xD0\xCF\x11\xE0",
      "… là tệp Word hoặc Excel kiểu cũ (.doc, .xls). Hãy mở bằng Word hoặc LibreOffice và lưu lại thành .docx, hoặc "
      "sao chép chữ rồi dán vào đây.",
      "… is an old Word or Excel file (.doc, .xls). Open it in Word or LibreOffice and save it as .docx, or copy the "
      "text and paste it here."},
     {"{\\rtf",
      "… là tệp RTF. Hãy mở bằng Word hoặc LibreOffice và lưu lại thành .docx, hoặc sao chép chữ rồi dán vào đây.",
      "… is an RTF file. Open it in Word or LibreOffice and save it as .docx, or copy the text and paste it here."},
     {"\x1F\x8B", "… là tệp nén gzip. Hãy giải nén rồi mở tệp bên trong.",
      "… is gzip-compressed. Unpack it and open the file inside."},
     {"Rar!", "… là tệp nén RAR. Hãy giải nén rồi mở tệp bên trong.",
      "… is a RAR archive. Unpack it and open the file inside."},
     {"7z\xBC\xAF", "… là tệp nén 7z. Hãy giải nén rồi mở tệp bên trong.",
      "… is a 7z archive. Unpack it and open the file inside."},
     {"\x7F"
      "ELF",
      "… là tệp chương trình, không phải văn bản. Hãy chọn tệp .txt hoặc .docx.",
      "… is a program, not text. Choose a .txt or .docx file."},
     {"MZ\x90", "… là tệp chương trình, không phải văn bản. Hãy chọn tệp .txt hoặc .docx.",
      "… is a program, not text. Choose a .txt or .docx file."}});

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

/// UTF-16 that lost its mark: nearly every other byte is zero in Latin text, and the rest never.
bool is_bare_utf16(std::string_view bytes, bool big_endian) {
    if (bytes.size() < 8 || bytes.size() % 2 != 0) return false;
    std::size_t high = 0;
    std::size_t low = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        high += bytes[at + (big_endian ? 0 : 1)] == '\0';
        low += bytes[at + (big_endian ? 1 : 0)] == '\0';
    }
    return low == 0 && high * 2 > bytes.size() / 2;
}

/// Broken bytes in what is otherwise UTF-8 with marks (a file cut in the middle of a letter); 0 when it is no UTF-8 at
/// all.
std::size_t broken_bytes(std::string_view bytes) {
    std::size_t whole = 0;
    std::size_t broken = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(bytes, at);
        if (c == base::kReplacement && at - begin == 1) ++broken;
        else if (c >= 0x80) ++whole;
    }
    return whole >= 20 * broken ? broken : 0;
}

/// Words with a few foreign bytes, as a western program saves them; not the bytes of a picture.
bool is_western_text(std::string_view bytes) {
    std::size_t plain = 0;
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F) return false;
        if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) return false;
        plain += c < 0x80;
    }
    return plain * 10 >= bytes.size() * 6;
}

/// Control characters go but for tab and line ends; lines end with \n, a form feed becomes an empty line.
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
    return out;
}

Imported::Remark converted_remark(text::LegacyEncoding encoding) {
    const std::string name = text::name_of(encoding);
    Imported::Remark remark{"Văn bản dùng bảng mã cũ " + name + "; đã chuyển sang Unicode.",
                            "The text was in the old encoding " + name + "; it was converted to Unicode."};
    if (encoding == text::LegacyEncoding::kTcvn3) {
        remark.vi += " Chữ viết bằng phông hoa (.VnTimeH) trở thành chữ thường: xin xem lại tiêu đề và tên riêng.";
        remark.en +=
            " What a capital font (.VnTimeH) drew comes out in small letters: please check headings and names.";
    }
    return remark;
}

/// Old encodings and decomposed letters to composed Unicode, with what was done added to `imported`.
void take_text(std::string_view text, Imported& imported) {
    text::Unicode unicode = text::to_unicode(text);
    if (unicode.from != text::LegacyEncoding::kNone) {
        imported.remarks.push_back(converted_remark(unicode.from));
        if (imported.source == Imported::Source::kUtf8) imported.source = Imported::Source::kLegacy;
    } else if (unicode.text != text) {
        imported.remarks.push_back({"Văn bản dùng Unicode tổ hợp (dấu rời); đã ghép thành Unicode dựng sẵn.",
                                    "The text used decomposed Unicode; its letters and marks were composed."});
    }
    imported.text = std::move(unicode.text);
}

bool only_blanks(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        if (c > 0x20 && c != 0xA0 && c != 0xFEFF && c != 0x3000 && !(c >= 0x2000 && c <= 0x200F) && c != 0x7F)
            return false;
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
        return refuse(ErrorKind::kBadInput,
                      "… không có gì bên trong (0 byte). Hãy chọn tệp khác hoặc dán chữ của văn bản.",
                      "… is empty (0 bytes). Choose another file or paste the document's text.");
    }
    if (bytes.size() > kMostFileBytes) {
        return base::fail(ErrorKind::kBadInput,
                          vi_name + " quá lớn (" + megabytes(bytes.size()) + "; nhiều nhất " +
                              megabytes(kMostFileBytes) + "). Hãy chọn tệp chữ của văn bản, không phải bản quét.",
                          en_name + " is too large (" + megabytes(bytes.size()) + "; at most " +
                              megabytes(kMostFileBytes) + "). Choose the document's text, not its scan.",
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
        if (!docx)
            return base::fail(docx.error().kind, fill(docx.error().vi, vi_name), fill(docx.error().en, en_name),
                              imported.name);
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
    } else if (bytes.size() <= 2 * kMostTextBytes && (is_bare_utf16(bytes, false) || is_bare_utf16(bytes, true))) {
        imported.source = Imported::Source::kUtf16;
        text = from_utf16(bytes, is_bare_utf16(bytes, true));
    } else if (bytes.find('\0') != std::string_view::npos) {
        return refuse(
            ErrorKind::kBadInput,
            "… không phải tệp chữ (có dữ liệu nhị phân). Hãy chọn tệp .txt, .docx hoặc dán chữ của văn bản.",
            "… is not a text file (it holds binary data). Choose a .txt or .docx file, or paste the document's text.");
    } else if (bytes.size() > kMostTextBytes || base::is_valid_utf8(bytes)) {
        text = std::string(bytes);
    } else if (const std::size_t broken = broken_bytes(bytes); broken > 0) {
        for (std::size_t at = 0; at < bytes.size();) base::append_utf8(text, base::next_code_point(bytes, at));
        const std::string count = std::to_string(broken);
        imported.remarks.push_back(
            {"Văn bản có " + count + " byte hỏng, được đánh dấu bằng ký tự “\uFFFD”: xin đối chiếu những chỗ đó.",
             "The text holds " + count + " broken bytes, marked by “\uFFFD”: please check those places."});
    } else {
        text::Unicode unicode = text::to_unicode(bytes);
        imported.source = Imported::Source::kLegacy;
        if (unicode.from != text::LegacyEncoding::kNone) {
            imported.remarks.push_back(converted_remark(unicode.from));
            text = std::move(unicode.text);
        } else if (is_western_text(bytes)) {
            imported.remarks.push_back({"Không rõ bảng mã của văn bản; đã đọc như Windows-1252.",
                                        "The text's encoding is unknown; it was read as Windows-1252."});
            text = text::from_windows_1252(bytes);
        } else {
            return refuse(
                ErrorKind::kBadInput,
                "… không phải chữ Unicode, cũng không phải bảng mã cũ nào được biết (TCVN3, VNI, VISCII, VPS, "
                "Windows-1258). Hãy mở tệp bằng Word, lưu lại thành .docx hoặc sao chép chữ rồi dán vào đây.",
                "… is neither Unicode nor in an old encoding known here (TCVN3, VNI, VISCII, VPS, Windows-1258). Open "
                "it in Word and save it as .docx, or copy the text and paste it here.");
        }
    }
    if (text.size() > kMostTextBytes) {
        return base::fail(ErrorKind::kBadInput,
                          vi_name + " dài quá một văn bản (" + megabytes(bytes.empty() ? text.size() : bytes.size()) +
                              " chữ; nhiều nhất " + megabytes(kMostTextBytes) + "). Hãy tách riêng phần kế hoạch.",
                          en_name + " is longer than a document (" +
                              megabytes(bytes.empty() ? text.size() : bytes.size()) + " of text; at most " +
                              megabytes(kMostTextBytes) + "). Keep only the plan.",
                          imported.name);
    }
    if (only_blanks(text)) {
        return refuse(ErrorKind::kBadInput,
                      "… chỉ có khoảng trắng, không có chữ nào. Hãy chọn tệp khác hoặc dán chữ của văn bản.",
                      "… holds only white space, no text. Choose another file or paste the document's text.");
    }
    const std::string tidied = tidy(text);
    if (imported.source == Imported::Source::kLegacy) imported.text = tidied;
    else take_text(tidied, imported);
    return imported;
}

}  // namespace thidua::intake
