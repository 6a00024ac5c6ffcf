#pragma once
// The one table of styles: Nghị định 30/2020/NĐ-CP, Phụ lục I (sizes, weight, place of every element of an office's
// page). DOCX styles, the HTML style sheet, the page layout and the layout checker are all read from it.

#include <span>
#include <string_view>

namespace thidua::document {

enum class Alignment { kLeft, kCenter, kRight, kJustified };

enum class StyleId {
    kBody,           ///< nội dung văn bản
    kNationalName,   ///< Quốc hiệu
    kMotto,          ///< Tiêu ngữ
    kSuperior,       ///< tên cơ quan chủ quản trực tiếp
    kIssuer,         ///< tên cơ quan ban hành
    kNumber,         ///< số, ký hiệu
    kLetterSubject,  ///< "V/v …" of a công văn
    kPlaceDate,      ///< địa danh và thời gian ban hành
    kKind,           ///< tên loại: "KẾ HOẠCH"
    kSubject,        ///< trích yếu
    kAuthority,      ///< thẩm quyền ban hành of a decision: "TRƯỞNG PHÒNG TƯ PHÁP", centred
    kAddressee,      ///< "Kính gửi: …", one addressee or the word before several
    kAddresseeItem,  ///< "- Ủy ban nhân dân …;" below "Kính gửi:"
    kBasis,          ///< căn cứ ban hành
    kOrders,         ///< "QUYẾT ĐỊNH:" between the grounds and the articles
    kChapter,        ///< "Chương I", and its title below
    kSection,        ///< "I. MỤC ĐÍCH, YÊU CẦU"
    kArticle,        ///< "Điều 1. …"
    kHeading,        ///< "1. Mục đích": a khoản with a title
    kPoint,          ///< "a) …"
    kTableTitle,     ///< caption above a table
    kTableHeader,
    kTableText,
    kTableNumber,      ///< numbers, dates and ordinals: centred
    kNote,             ///< a remark below a table
    kSignerTitle,      ///< quyền hạn, chức vụ
    kSignerName,       ///< họ tên người ký
    kRecipientsTitle,  ///< "Nơi nhận:"
    kRecipient,
    kAnnexName,  ///< "Phụ lục I"
    kAnnexTitle,
    kAnnexReference,  ///< "(Kèm theo Quyết định số … )"
    kPageNumber,
};

struct Style {
    StyleId id;
    std::string_view key;   ///< ASCII, stable: style id in DOCX, class in HTML
    std::string_view name;  ///< as Word's style list shows it
    double size_pt;
    double least_pt;  ///< what the decree allows
    double most_pt;
    bool bold;
    bool italic;
    bool capitals;  ///< the decree wants capital letters; the builders write them
    Alignment alignment;
    double first_line_mm;  ///< indent of the first line
    double left_mm;        ///< indent of all lines
    double before_pt;
    double after_pt;
    double line;  ///< multiple of the font's own line height: 1 is single spacing
    bool keep_with_next;
    int outline;  ///< 1.. for bookmarks and the navigation pane; 0: none
};

/// The font of every document (Phụ lục I: Times New Roman, Unicode, black).
inline constexpr std::string_view kFontName = "Times New Roman";

const Style& style(StyleId id);
std::span<const Style> styles();
/// nullptr when no style has that key.
const Style* find_style(std::string_view key);

}  // namespace thidua::document
