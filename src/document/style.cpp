#include "document/style.h"

#include <algorithm>
#include <array>

namespace thidua::document {
namespace {

constexpr auto kLeft = Alignment::kLeft;
constexpr auto kCenter = Alignment::kCenter;
constexpr auto kJustified = Alignment::kJustified;

// First-line indent 1 or 1.27 cm, at least 6 pt between paragraphs, line spacing single to 1.5 (Phụ lục I).
constexpr double kIndent = 12.7;
constexpr double kGap = 6;
constexpr double kLine = 1.15;

// Columns as in struct Style. Rows in the order of enum StyleId; a test holds the two together.
// clang-format off
constexpr std::array<Style, 33> kStyles{{
    {StyleId::kBody,           "NoiDung",      "Nội dung",             14, 13, 14, false, false, false, kJustified, kIndent, 0, 0, kGap, kLine, false, 0},
    {StyleId::kNationalName,   "QuocHieu",     "Quốc hiệu",            12, 12, 13, true,  false, true,  kCenter, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kMotto,          "TieuNgu",      "Tiêu ngữ",             13, 13, 14, true,  false, false, kCenter, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kSuperior,       "CoQuanChuQuan","Cơ quan chủ quản",     12, 12, 13, false, false, true,  kCenter, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kIssuer,         "CoQuanBanHanh","Cơ quan ban hành",     12, 12, 13, true,  false, true,  kCenter, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kNumber,         "SoKyHieu",     "Số, ký hiệu",          13, 13, 13, false, false, false, kCenter, 0, 0, 6, 0, 1, true, 0},
    {StyleId::kLetterSubject,  "TrichYeuCV",   "Trích yếu công văn",   12, 12, 13, false, false, false, kCenter, 0, 0, 6, 0, 1, true, 0},
    {StyleId::kPlaceDate,      "DiaDanhNgay",  "Địa danh, thời gian",  13, 13, 14, false, true,  false, kCenter, 0, 0, 6, 0, 1, true, 0},
    {StyleId::kKind,           "TenLoai",      "Tên loại",             14, 13, 14, true,  false, true,  kCenter, 0, 0, 18, 0, 1, true, 0},
    {StyleId::kSubject,        "TrichYeu",     "Trích yếu",            14, 13, 14, true,  false, false, kCenter, 0, 0, 0, 12, 1, true, 0},
    {StyleId::kAuthority,      "ThamQuyen",    "Thẩm quyền ban hành",  14, 13, 14, true,  false, true,  kCenter, 0, 0, 12, 12, 1, true, 0},
    {StyleId::kAddressee,      "KinhGui",      "Kính gửi",             14, 13, 14, false, false, false, kCenter, 0, 0, 12, 6, 1, true, 0},
    {StyleId::kAddresseeItem,  "NoiKinhGui",   "Nơi kính gửi",         14, 13, 14, false, false, false, kLeft, 0, 55, 0, kGap, 1, true, 0},
    {StyleId::kBasis,          "CanCu",        "Căn cứ",               14, 13, 14, false, true,  false, kJustified, kIndent, 0, 0, kGap, kLine, false, 0},
    {StyleId::kOrders,         "LenhQuyetDinh","Quyết định",           14, 13, 14, true,  false, true,  kCenter, 0, 0, 6, 6, 1, true, 0},
    {StyleId::kChapter,        "Chuong",       "Phần, Chương, Mục",    14, 13, 14, true,  false, false, kCenter, 0, 0, 6, kGap, 1, true, 1},
    {StyleId::kSection,        "DeMucLon",     "Đề mục I",             14, 13, 14, true,  false, true,  kJustified, kIndent, 0, 6, kGap, kLine, true, 1},
    {StyleId::kArticle,        "Dieu",         "Điều",                 14, 13, 14, false, false, false, kJustified, kIndent, 0, 0, kGap, kLine, false, 1},
    {StyleId::kHeading,        "Khoan",        "Khoản có tiêu đề",     14, 13, 14, true,  false, false, kJustified, kIndent, 0, 0, kGap, kLine, true, 2},
    {StyleId::kPoint,          "Diem",         "Điểm",                 14, 13, 14, false, false, false, kJustified, kIndent, 0, 0, kGap, kLine, false, 0},
    {StyleId::kTableTitle,     "TenBang",      "Tên bảng",             14, 13, 14, true,  false, false, kCenter, 0, 0, 6, kGap, 1, true, 0},
    {StyleId::kTableHeader,    "DauBang",      "Đầu bảng",             12, 11, 14, true,  false, false, kCenter, 0, 0, 2, 2, 1, true, 0},
    {StyleId::kTableText,      "ChuBang",      "Chữ trong bảng",       12, 11, 14, false, false, false, kLeft, 0, 0, 2, 2, 1, false, 0},
    {StyleId::kTableNumber,    "SoBang",       "Số trong bảng",        12, 11, 14, false, false, false, kCenter, 0, 0, 2, 2, 1, false, 0},
    {StyleId::kNote,           "GhiChu",       "Ghi chú",              12, 11, 14, false, true,  false, kJustified, 0, 0, 4, kGap, 1, false, 0},
    {StyleId::kSignerTitle,    "ChucVuKy",     "Chức vụ người ký",     14, 13, 14, true,  false, true,  kCenter, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kSignerName,     "HoTenKy",      "Họ tên người ký",      14, 13, 14, true,  false, false, kCenter, 0, 0, 72, 0, 1, false, 0},
    {StyleId::kRecipientsTitle,"NoiNhan",      "Nơi nhận",             12, 12, 12, true,  true,  false, kLeft, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kRecipient,      "NoiNhanDong",  "Nơi nhận, từng dòng",  11, 11, 11, false, false, false, kLeft, 0, 0, 0, 0, 1, false, 0},
    {StyleId::kAnnexName,      "PhuLuc",       "Phụ lục",              14, 14, 14, true,  false, false, kCenter, 0, 0, 0, 0, 1, true, 1},
    {StyleId::kAnnexTitle,     "TenPhuLuc",    "Tên phụ lục",          14, 13, 14, true,  false, true,  kCenter, 0, 0, 0, 0, 1, true, 0},
    {StyleId::kAnnexReference, "KemTheo",      "Kèm theo",             14, 13, 14, false, true,  false, kCenter, 0, 0, 0, 6, 1, true, 0},
    {StyleId::kPageNumber,     "SoTrang",      "Số trang",             14, 13, 14, false, false, false, kCenter, 0, 0, 0, 0, 1, false, 0},
}};
// clang-format on

}  // namespace

const Style& style(StyleId id) { return kStyles[static_cast<std::size_t>(id)]; }

std::span<const Style> styles() { return kStyles; }

const Style* find_style(std::string_view key) {
    const auto found = std::find_if(kStyles.begin(), kStyles.end(), [&](const Style& s) { return s.key == key; });
    return found == kStyles.end() ? nullptr : &*found;
}

}  // namespace thidua::document
