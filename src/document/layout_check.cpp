#include "document/layout_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "document/wording.h"
#include "text/letters.h"

namespace thidua::document {
namespace {

constexpr double kTolerance = 0.3;  // mm: twips and Word's own rounding

constexpr std::array<std::string_view, 17> kKinds{
    "ke hoach",  "bao cao",      "to trinh",          "quyet dinh", "thong bao", "giay moi", "bien ban",
    "huong dan", "chuong trinh", "phuong an",         "de an",      "du an",     "quy che",  "quy dinh",
    "cong dien", "chi thi",      "bao cao thanh tich"};

std::string decimal(double value) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.1f", value);
    std::string text = digits.data();
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.resize(text.size() - 2);
    return text;
}

std::string vietnamese(std::string text) {
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        if (c != '\n' && c != '\t') {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

class Checker {
public:
    explicit Checker(const ReadDocument& document) : document_(document) {
        for (const ReadParagraph& p : document.paragraphs) folded_.push_back(text::fold(one_line(p.text)));
    }

    std::vector<Finding> check() {
        pages();
        recognise();
        for (const auto& [id, index] : found_) look(index, id);
        elements();
        body();
        blanks();
        std::stable_sort(findings_.begin(), findings_.end(), [&](const Finding& a, const Finding& b) {
            const auto key = [&](const Finding& f) { return f.paragraph >= folded_.size() ? 0 : f.paragraph + 1; };
            return key(a) < key(b);
        });
        return std::move(findings_);
    }

private:
    void report(Severity severity, std::string rule, std::string vi, std::string en,
                std::optional<std::size_t> paragraph = {}) {
        Finding finding{
            severity, "NĐ 30/2020 " + rule, std::move(vi), std::move(en), paragraph.value_or(folded_.size()), {}};
        if (paragraph) {
            std::string text = one_line(document_.paragraphs[*paragraph].text);
            std::size_t at = 0;
            for (int i = 0; i < 60 && at < text.size(); ++i) base::next_code_point(text, at);
            finding.excerpt = text.substr(0, at);
        }
        findings_.push_back(std::move(finding));
    }

    void range(const char* vi, const char* en, double value, double least, double most) {
        if (value >= least - kTolerance && value <= most + kTolerance) return;
        report(Severity::kBreach, "Phụ lục I",
               std::string(vi) + " là " + vietnamese(decimal(value)) + " mm, phải từ " + decimal(least) + " đến " +
                   decimal(most) + " mm.",
               std::string(en) + " is " + decimal(value) + " mm; it must be " + decimal(least) + " to " +
                   decimal(most) + " mm.");
    }

    void pages() {
        if (document_.pages.empty()) {
            report(Severity::kMissing, "Phụ lục I", "Tệp không ghi khổ giấy và lề.",
                   "The file states neither paper size nor margins.");
        }
        for (const ReadPage& page : document_.pages) {
            const double shorter = std::min(page.width_mm, page.height_mm);
            const double longer = std::max(page.width_mm, page.height_mm);
            if (std::abs(shorter - 210) > 1 || std::abs(longer - 297) > 1) {
                report(Severity::kBreach, "Phụ lục I",
                       "Khổ giấy " + vietnamese(decimal(page.width_mm)) + " × " + vietnamese(decimal(page.height_mm)) +
                           " mm, phải là A4 (210 × 297 mm).",
                       "The paper is " + decimal(page.width_mm) + " × " + decimal(page.height_mm) +
                           " mm; it must be A4 (210 × 297 mm).");
            }
            range("Lề trên", "The top margin", page.top_mm, 20, 25);
            range("Lề dưới", "The bottom margin", page.bottom_mm, 20, 25);
            range("Lề trái", "The left margin", page.left_mm, 30, 35);
            range("Lề phải", "The right margin", page.right_mm, 15, 20);
            if (!page.header_has_number) {
                report(Severity::kMissing, "Phụ lục I", "Không có số trang ở lề trên (đánh từ trang 2).",
                       "There is no page number in the top margin (from page 2 on).");
            } else if (!page.first_page_differs || page.first_header_has_number) {
                report(Severity::kBreach, "Phụ lục I",
                       "Số trang hiện cả ở trang thứ nhất; trang này không hiển thị số.",
                       "The page number shows on page 1, where it must not.");
            }
        }
    }

    bool all_capitals(const std::string& text) const { return text == text::upper(text) && text != text::lower(text); }

    void recognise() {
        bool in_recipients = false;
        int recipients_cell = -1;
        bool head_over = false;
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            const ReadParagraph& p = document_.paragraphs[i];
            const std::string& text = folded_[i];
            if (text.empty()) continue;
            const std::string line = one_line(p.text);
            if (starts_with(text, "cong hoa xa hoi chu nghia viet nam")) add(StyleId::kNationalName, i);
            else if (starts_with(text, "doc lap") && text.find("hanh phuc") != std::string::npos)
                add(StyleId::kMotto, i);
            else if (!head_over && starts_with(text, "so:")) add(StyleId::kNumber, i);
            else if (!head_over && p.table >= 0 && text.find("ngay") != std::string::npos &&
                     text.find("thang") != std::string::npos && text.find("nam") != std::string::npos)
                add(StyleId::kPlaceDate, i);
            else if (!head_over && starts_with(text, "v/v")) {
                add(StyleId::kLetterSubject, i);
                letter_ = true;
            } else if (!head_over && p.table < 0 && all_capitals(line) &&
                       std::find(kKinds.begin(), kKinds.end(), text) != kKinds.end()) {
                add(StyleId::kKind, i);
                for (std::size_t next = i + 1; next < folded_.size(); ++next) {
                    if (folded_[next].empty()) continue;
                    if (document_.paragraphs[next].table < 0) add(StyleId::kSubject, next);
                    break;
                }
                head_over = true;
            } else if (starts_with(text, "kinh gui")) {
                add(StyleId::kAddressee, i);
                head_over = true;
            } else if (starts_with(text, "noi nhan")) {
                add(StyleId::kRecipientsTitle, i);
                in_recipients = true;
                recipients_cell = p.table >= 0 ? p.cell : -1;
            } else if (in_recipients && starts_with(text, "-") && (p.table >= 0 ? p.cell : -1) == recipients_cell)
                add(StyleId::kRecipient, i);
            else if (p.table >= 0 && !p.borders && in_recipients && all_capitals(line)) add(StyleId::kSignerTitle, i);
            else if (p.table >= 0 && p.table == head_table() && p.cell == 0 && all_capitals(line))
                issuers_.push_back(i);
        }
        if (!issuers_.empty()) add(StyleId::kIssuer, issuers_.back());
        if (issuers_.size() > 1) add(StyleId::kSuperior, issuers_[issuers_.size() - 2]);
    }

    int head_table() const { return document_.paragraphs.empty() ? -1 : 0; }
    void add(StyleId id, std::size_t index) { found_.emplace_back(id, index); }
    bool has(StyleId id) const {
        return std::any_of(found_.begin(), found_.end(), [&](const auto& f) { return f.first == id; });
    }

    /// Font, size, weight and capitals of one recognised element against the table of styles.
    void look(std::size_t index, StyleId id) {
        const ReadParagraph& p = document_.paragraphs[index];
        const Style& wanted = style(id);
        const std::string name(wanted.name);
        if (p.size_pt < wanted.least_pt - 0.01 || p.size_pt > wanted.most_pt + 0.01) {
            const std::string allowed = wanted.least_pt == wanted.most_pt
                                            ? decimal(wanted.least_pt)
                                            : decimal(wanted.least_pt) + "-" + decimal(wanted.most_pt);
            report(Severity::kBreach, "Phụ lục I",
                   name + " có cỡ chữ " + vietnamese(decimal(p.size_pt)) + ", phải là " + allowed + ".",
                   name + " is set in " + decimal(p.size_pt) + " pt; it must be " + allowed + ".", index);
        }
        const bool heading_runs = id == StyleId::kArticle;
        if (p.bold != wanted.bold && !heading_runs) {
            report(Severity::kBreach, "Phụ lục I", name + (wanted.bold ? " phải là chữ đậm." : " không dùng chữ đậm."),
                   name + (wanted.bold ? " must be bold." : " must not be bold."), index);
        }
        if (p.italic != wanted.italic) {
            report(Severity::kBreach, "Phụ lục I",
                   name + (wanted.italic ? " phải là chữ nghiêng." : " không dùng chữ nghiêng."),
                   name + (wanted.italic ? " must be italic." : " must not be italic."), index);
        }
        if (wanted.capitals && !all_capitals(one_line(p.text))) {
            report(Severity::kBreach, "Phụ lục I", name + " phải viết bằng chữ in hoa.",
                   name + " must be in capital letters.", index);
        }
        if (wanted.alignment == Alignment::kCenter && p.alignment != Alignment::kCenter && id != StyleId::kAddressee) {
            report(Severity::kBreach, "Phụ lục I", name + " phải canh giữa.", name + " must be centred.", index);
        }
        if (id == StyleId::kMotto && one_line(p.text).find(" - ") == std::string::npos) {
            report(Severity::kBreach, "Phụ lục I", "Giữa các cụm từ của Tiêu ngữ có gạch nối (-), có cách chữ.",
                   "The motto's parts are joined by hyphens with spaces.", index);
        }
        if (id == StyleId::kNumber) number(index);
    }

    void number(std::size_t index) {
        const std::string line = one_line(document_.paragraphs[index].text);
        const std::size_t digit = line.find_first_of("123456789", 0);
        const std::size_t slash = line.find('/');
        if (slash == std::string::npos) {
            report(Severity::kBreach, "Phụ lục I", "Số và ký hiệu phải cách nhau bằng dấu gạch chéo (/).",
                   "Number and symbol are divided by a slash.", index);
            return;
        }
        const bool alone = digit != std::string::npos && digit + 1 == slash &&
                           (digit == 0 || line[digit - 1] < '0' || line[digit - 1] > '9');
        if (alone) {
            report(Severity::kBreach, "Phụ lục I", "Số nhỏ hơn 10 phải ghi số 0 phía trước.",
                   "A number below 10 has a 0 before it.", index);
        }
        if (line.find(" /") != std::string::npos || line.find("/ ") != std::string::npos ||
            line.find(" -") != std::string::npos) {
            report(Severity::kBreach, "Phụ lục I", "Trong ký hiệu không có cách chữ quanh dấu / và dấu -.",
                   "There are no spaces around / and - in the symbol.", index);
        }
    }

    void elements() {
        const auto want = [&](StyleId id) {
            if (has(id)) return;
            const std::string name(style(id).name);
            report(Severity::kMissing, "Phụ lục I", "Không tìm thấy thành phần: " + name + ".",
                   "Not found: " + name + ".");
        };
        for (const StyleId id : {StyleId::kNationalName, StyleId::kMotto, StyleId::kIssuer}) want(id);
        want(letter_ ? StyleId::kLetterSubject : StyleId::kKind);
        want(StyleId::kNumber);
        const bool minutes = std::find(folded_.begin(), folded_.end(), "bien ban") != folded_.end();
        if (!minutes) want(StyleId::kPlaceDate);  // the day of a meeting stands in the text of its minutes
        want(StyleId::kRecipientsTitle);
        std::size_t last = folded_.size();
        for (const auto& [id, index] : found_) {
            if (id == StyleId::kRecipient) last = index;
        }
        if (last < folded_.size() && !starts_with(folded_[last], "- luu")) {
            report(Severity::kBreach, "Phụ lục I", "Dòng cuối của Nơi nhận phải là “Lưu: VT, …”.",
                   "The last line of the recipients must be “Lưu: VT, …”.", last);
        }
    }

    /// Running text: what is no recognised element, in no table, and longer than a heading.
    void body() {
        constexpr std::size_t kRunningText = 120;  // bytes
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            const ReadParagraph& p = document_.paragraphs[i];
            if (folded_[i].empty()) continue;
            if (!p.font.empty() && text::fold(p.font) != "times new roman") {
                report(Severity::kBreach, "Phụ lục I", "Phông chữ " + p.font + ", phải là Times New Roman.",
                       "The font is " + p.font + "; it must be Times New Roman.", i);
            }
            const bool element =
                std::any_of(found_.begin(), found_.end(), [&](const auto& f) { return f.second == i; });
            if (p.table >= 0 || element || p.text.size() < kRunningText || p.alignment == Alignment::kCenter) continue;
            if (p.size_pt < 13 || p.size_pt > 14) {
                report(Severity::kBreach, "Phụ lục I",
                       "Nội dung có cỡ chữ " + vietnamese(decimal(p.size_pt)) + ", phải là 13-14.",
                       "The text is set in " + decimal(p.size_pt) + " pt; it must be 13-14.", i);
            }
            if (p.alignment != Alignment::kJustified) {
                report(Severity::kBreach, "Phụ lục I", "Nội dung phải canh đều hai lề.", "The text must be justified.",
                       i);
            }
            if (std::abs(p.first_line_mm - 10) > kTolerance && std::abs(p.first_line_mm - 12.7) > kTolerance) {
                report(
                    Severity::kBreach, "Phụ lục I",
                    "Chữ đầu dòng lùi vào " + vietnamese(decimal(p.first_line_mm)) + " mm, phải là 1 cm hoặc 1,27 cm.",
                    "The first line is indented by " + decimal(p.first_line_mm) + " mm; it must be 1 or 1.27 cm.", i);
            }
            if (p.before_pt + p.after_pt < 6 - 0.01) {
                report(Severity::kBreach, "Phụ lục I",
                       "Khoảng cách giữa các đoạn là " + vietnamese(decimal(p.before_pt + p.after_pt)) +
                           " pt, tối thiểu 6 pt.",
                       "The space between paragraphs is " + decimal(p.before_pt + p.after_pt) + " pt; at least 6 pt.",
                       i);
            }
            if (p.line != 0 && (p.line < 1 - 0.01 || p.line > 1.5 + 0.01)) {
                report(Severity::kBreach, "Phụ lục I",
                       "Khoảng cách dòng " + vietnamese(decimal(p.line)) + ", phải từ dòng đơn đến 1,5 dòng.",
                       "The line spacing is " + decimal(p.line) + "; it must be single to 1.5.", i);
            }
        }
    }

    void blanks() {
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (document_.paragraphs[i].text.find(kBlank) == std::string::npos) continue;
            report(Severity::kAdvice, "Phụ lục I", "Còn chỗ để trống cần điền trước khi ban hành.",
                   "A blank is still to be filled in before issuing.", i);
        }
    }

    const ReadDocument& document_;
    std::vector<std::string> folded_;
    std::vector<std::pair<StyleId, std::size_t>> found_;
    std::vector<std::size_t> issuers_;
    bool letter_ = false;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_layout(const ReadDocument& document) { return Checker(document).check(); }

}  // namespace thidua::document
