#include "cli/command.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/acts.h"

namespace thidua::cli {
namespace {

constexpr Option kHelp{"help", 'h', "", "in cách dùng", "print this help"};
constexpr Option kEnglish{"english", 0, "", "thông báo bằng tiếng Anh", "messages in English"};
constexpr Option kOutput{"output", 'o', "FILE", "tệp kết quả", "the file to write"};
constexpr Option kForce{"force", 'f', "", "ghi đè tệp kết quả đã có", "replace an existing output file"};
constexpr Option kJson{"json", 0, "", "in dạng JSON", "print JSON"};
constexpr Option kDate{"date", 0, "YYYY-MM-DD", "ngày xét (mặc định: hôm nay, hoặc 20/12 của năm đã qua)",
                       "the day to judge on (default: today, or 20 December of a past year)"};

constexpr std::array kImportOptions{kOutput, kForce,
    Option{"office", 0, "NAME", "tên đơn vị (mặc định: nơi ban hành kế hoạch)",
           "the office's name (default: the plan's issuer)"},
    Option{"raw", 0, "", "giữ nguyên văn bản, không khôi phục dấu", "take the text as it is, do not restore marks"}};
constexpr std::array kShowOptions{kJson};
constexpr std::array kReportOptions{kOutput, kForce,
    Option{"plan", 0, "", "xuất Kế hoạch thay vì Báo cáo", "write the plan instead of the report"}};
constexpr std::array kLinkOptions{
    Option{"page", 0, "URL", "địa chỉ trang Thi Đua của đơn vị", "address of the hosted page"}};
constexpr Option kSchema{"schema", 0, "", "in lược đồ JSON của kết quả", "print the JSON schema of the result"};
constexpr std::array kRestoreOptions{kJson, kSchema};
constexpr std::array kParseOptions{kJson, kSchema};
constexpr std::array kCheckOptions{kJson, kDate,
    Option{"person", 0, "NAME", "chỉ xét người có tên này", "only people of this name"},
    Option{"title", 0, "CODE", "chỉ xét danh hiệu, hình thức này, ví dụ CSTDCS", "only this title or form, for example CSTDCS"},
    Option{"forms", 0, "", "xét cả hình thức khen thưởng", "commendation forms too"}};

constexpr std::array kVerdictOptions{kDate, kJson,
    Option{"facts", 0, "FILE", "dữ kiện (JSON; xem --schema)", "the facts (JSON; see --schema)"},
    Option{"title", 0, "CODE", "danh hiệu hoặc hình thức, ví dụ CSTDCS", "title or form, for example CSTDCS"},
    Option{"schema", 0, "", "in lược đồ của dữ kiện và kết luận", "print the schema of facts and verdicts"}};
constexpr std::array kLawOptions{kOutput, kForce,
    Option{"book", 0, "PACK", "bộ quy định: R0, R1, R2, R3 (.html, .docx, .pdf)", "rule pack: R0, R1, R2, R3 (.html, .docx, .pdf)"},
    Option{"compare", 0, "", "NGÀY NGÀY TỆP: cùng dữ kiện xét ở hai ngày", "DAY DAY FILE: the same facts on two days"},
    Option{"unit", 0, "KIND", "loại đơn vị: district_division, commune, province_department, enterprise",
           "kind of unit: district_division, commune, province_department, enterprise"}};

constexpr std::array kDocumentOptions{kOutput, kForce,
    Option{"kinds", 0, "", "in các loại văn bản", "print the kinds of documents"},
    Option{"list", 0, "", "như --kinds; kèm LOẠI và tệp năm: các bản đã lập", "as --kinds; with KIND and a file: those that were made"},
    Option{"for", 0, "ID", "của ai: mã hoặc họ tên", "of whom: id or name"},
    Option{"title", 0, "CODE", "danh hiệu hoặc hình thức, ví dụ CSTDCS", "title or form, for example CSTDCS"},
    Option{"date", 0, "YYYY-MM-DD", "ngày của số liệu (mặc định: hôm nay)", "the day the figures stand on (default: today)"}};
constexpr std::array kDossierOptions{kOutput, kForce, kDate,
    Option{"for", 0, "ID", "của ai: mã, họ tên, hoặc office cho tập thể (mặc định: mọi người đã đăng ký)",
           "whose: id, name, or office for the collective (default: everybody registered)"},
    Option{"title", 0, "CODE", "danh hiệu, ví dụ CSTDCS (mặc định: các danh hiệu đã đăng ký)",
           "title, for example CSTDCS (default: the registered ones)"},
    Option{"pdf", 0, "", "các thành phần là .pdf thay vì .docx", "parts as .pdf instead of .docx"}};
constexpr std::array kTemplateOptions{kOutput, kForce,
    Option{"set", 0, "FILE", "kiểm tra rồi dùng lời văn trong tệp này", "check the words of this file and use them"},
    Option{"standard", 0, "", "dùng lại lời văn chuẩn của chương trình", "go back to the program's words"},
    Option{"check", 0, "FILE", "chỉ kiểm tra, báo TỆP:DÒNG:CỘT", "only check, answers FILE:LINE:COLUMN"},
    Option{"names", 0, "", "in các trường, danh sách và cách viết", "print the fields, lists and forms"},
    Option{"list", 0, "", "in các loại, loại nào có lời văn riêng", "print the kinds, and which have words of their own"}};
constexpr std::array<Option, 0> kNoOptions{};
constexpr std::array kExportOptions{kOutput, kForce, Option{"tables", 0, "", "in các bảng", "print the tables"}};
constexpr std::array kImportPeopleOptions{
    Option{"as", 0, "LIST", "people, years, awards, initiatives, tasks hoặc plans (mặc định: tự nhận)",
           "people, years, awards, initiatives, tasks or plans (default: recognised)"},
    Option{"dry-run", 0, "", "chỉ xem, không ghi vào tệp năm", "only look, write nothing"}};

constexpr std::array<Command, 15> kCommands{{
    {"import", "FILE -o year.thidua", "Đọc một kế hoạch (bản quét, .txt, .docx) thành tệp năm .thidua.",
     "Reads a plan (a scan's text, .txt, .docx) into a .thidua file.", kImportOptions, 1, 1, import_plan},
    {"show", "year.thidua", "In những gì tệp năm đang giữ.", "Prints what a file holds.", kShowOptions, 1, 1, show},
    {"report", "year.thidua -o report.docx", "Xuất Báo cáo (hoặc Kế hoạch) theo thể thức NĐ 30/2020.",
     "Writes the report (or the plan) as DOCX in the layout of NĐ 30/2020.", kReportOptions, 1, 1, report},
    {"link", "year.thidua", "In liên kết chứa kế hoạch mới nhất.", "Prints a link that holds the newest plan.",
     kLinkOptions, 1, 1, link},
    {"restore", "FILE", "Khôi phục dấu tiếng Việt của một bản quét.", "Restores the Vietnamese of a scan's text.",
     kRestoreOptions, 1, 1, restore},
    {"parse", "FILE", "In cấu trúc đọc được từ văn bản.", "Prints the structure read from a text.", kParseOptions, 1, 1,
     parse},
    {"check", "year.thidua", "Xét danh hiệu của mọi người theo luật của ngày xét.",
     "Judges everybody's titles by the law of the day.", kCheckOptions, 1, 1, check},
    {"verdict", "--facts facts.json --date 2024-12-20", "Xét dữ kiện trong một tệp JSON, không cần tệp năm.",
     "Judges the facts of a JSON file, without a file of the year.", kVerdictOptions, 0, 0, verdict},
    {"law", "--book R1 -o rules.html", "In sổ quy định của một bộ: điều nào đã mã hóa, điều nào để người xét.",
     "Prints a pack's rule book: what is encoded, what is left to people.", kLawOptions, 0, 3, law_book},
    {"document", "KIND year.thidua -o out.docx", "Lập một văn bản theo thể thức NĐ 30/2020 (.docx, .pdf, .html).",
     "Writes a document in the layout of NĐ 30/2020 (.docx, .pdf, .html).", kDocumentOptions, 0, 2, write_document},
    {"dossier", "year.thidua [--for ID] -o out.zip",
     "Lập hồ sơ đề nghị: mọi thành phần trong một tệp ZIP, nêu rõ phần còn thiếu.",
     "Makes dossiers: every part in one ZIP, with an index that names what is missing.", kDossierOptions, 1, 1,
     write_dossier},
    {"template", "KIND [year.thidua] [-o FILE | --set FILE]", "In, kiểm tra hoặc thay lời văn mẫu của một loại văn bản.",
     "Prints, checks or replaces the wording of a kind of document.", kTemplateOptions, 0, 2, edit_template},
    {"layout-check", "FILE.docx", "Kiểm tra thể thức một tệp Word theo NĐ 30/2020.",
     "Checks a Word file against the layout of NĐ 30/2020.", kNoOptions, 1, 1, layout_check},
    {"export", "TABLE year.thidua -o out.xlsx", "Xuất một bảng ra Excel hoặc CSV.", "Writes a table as Excel or CSV.",
     kExportOptions, 0, 2, export_table},
    {"import-people", "FILE year.thidua",
     "Nhập danh sách người, xếp loại, khen thưởng, sáng kiến, kế hoạch, nhiệm vụ từ .xlsx, .csv, .docx, .txt.",
     "Takes in people, ratings, awards, initiatives, plans, tasks from .xlsx, .csv, .docx, .txt.", kImportPeopleOptions,
     2, 2, import_people},
}};

const Command* find_command(std::string_view name) {
    const auto* found = std::ranges::find(kCommands, name, &Command::name);
    return found == kCommands.end() ? nullptr : &*found;
}

void print_option(const Option& option, Output& output) {
    std::string left = "  ";
    left += option.letter != 0 ? std::string{'-', option.letter, ',', ' '} : "    ";
    left += "--" + std::string(option.name);
    if (!option.value.empty()) left += " " + std::string(option.value);
    left.resize(std::max<std::size_t>(left.size() + 2, 28), ' ');
    output.out << left << output.in(option.vi, option.en) << "\n";
}

void print_exit_codes(Output& output) {
    output.out << output.in(
        "\nMã thoát: 0 xong · 1 dữ liệu vào không dùng được · 2 gọi sai · 3 không tìm thấy ·\n"
        "          4 không hỗ trợ · 5 xung đột · 6 lỗi lưu trữ · 70 lỗi của chương trình\n",
        "\nExit codes: 0 done · 1 bad input · 2 wrong call · 3 not found · 4 not supported ·\n"
        "            5 conflict · 6 storage · 70 our own fault\n");
}

void print_help(Output& output) {
    output.out << output.in("thidua: chương trình thi đua, khen thưởng của cơ quan\n\nCách dùng:\n",
                            "thidua: an office's emulation and commendation year\n\nUsage:\n");
    for (const Command& command : kCommands) {
        output.out << "  thidua " << command.name << " " << command.usage << "\n      "
                   << output.in(command.vi, command.en) << "\n";
    }
    output.out << output.in("\n`thidua LỆNH --help` in các tùy chọn của lệnh; --english: thông báo tiếng Anh.\n",
                            "\n`thidua COMMAND --help` prints a command's options.\n");
    print_exit_codes(output);
}

void print_help(const Command& command, Output& output) {
    output.out << "thidua " << command.name << " " << command.usage << "\n"
               << output.in(command.vi, command.en) << "\n\n";
    for (const Option& option : command.options) print_option(option, output);
    print_option(kHelp, output);
    print_option(kEnglish, output);
    print_exit_codes(output);
}

const Option* find_option(const Command& command, std::string_view name, char letter) {
    const auto fits = [&](const Option& option) {
        return letter != 0 ? option.letter == letter : option.name == name;
    };
    const auto found = std::ranges::find_if(command.options, fits);
    if (found != command.options.end()) return &*found;
    for (const Option* common : {&kHelp, &kEnglish}) {
        if (fits(*common)) return common;
    }
    return nullptr;
}

int wrong_call(Output& output, std::string_view vi, std::string_view en, std::string_view what,
               std::string_view command) {
    output.err << "thidua: " << output.in(vi, en) << what << "\n";
    output.err << output.in("Xem: thidua ", "See: thidua ") << command << (command.empty() ? "" : " ")
               << "--help\n";
    return 2;
}

}  // namespace

std::string Arguments::value(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::string() : found->second;
}

std::span<const Command> commands() { return kCommands; }

int exit_code(base::ErrorKind kind) {
    switch (kind) {
        case base::ErrorKind::kBadInput: return 1;
        case base::ErrorKind::kNotFound: return 3;
        case base::ErrorKind::kUnsupported: return 4;
        case base::ErrorKind::kConflict: return 5;
        case base::ErrorKind::kStorage: return 6;
        case base::ErrorKind::kInternal: break;
    }
    return 70;
}

int run(std::span<const std::string> words, Output& output) {
    if (std::ranges::find(words, "--english") != words.end()) output.english = true;
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "--english") {
        print_help(output);
        return words.empty() ? 2 : 0;
    }
    const Command* command = find_command(words[0]);
    if (command == nullptr) {
        return wrong_call(output, "không có lệnh ", "there is no command ", words[0], "");
    }
    Arguments arguments;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string& word = words[i];
        const bool dashes = word.starts_with("--") && word.size() > 2;
        const bool letter = !dashes && word.size() == 2 && word[0] == '-';
        if (!dashes && !letter) {
            arguments.names.push_back(word);
            continue;
        }
        const std::size_t equals = dashes ? word.find('=') : std::string::npos;
        const std::string name = dashes ? word.substr(2, equals == std::string::npos ? equals : equals - 2) : "";
        const Option* option = find_option(*command, name, letter ? word[1] : '\0');
        if (option == nullptr) {
            return wrong_call(output, "không có tùy chọn ", "there is no option ", word, command->name);
        }
        std::string value;
        if (!option->value.empty()) {
            if (equals != std::string::npos) {
                value = word.substr(equals + 1);
            } else if (i + 1 < words.size()) {
                value = words[++i];
            } else {
                return wrong_call(output, "thiếu giá trị sau ", "a value is missing behind ", word, command->name);
            }
        }
        arguments.options[std::string(option->name)] = value;
    }
    if (arguments.has("help")) {
        print_help(*command, output);
        return 0;
    }
    if (arguments.names.size() < command->least_names && !arguments.has("schema")) {
        return wrong_call(output, "thiếu tên tệp", "a file name is missing", "", command->name);
    }
    if (arguments.names.size() > command->most_names) {
        return wrong_call(output, "thừa: ", "too much: ", arguments.names[command->most_names], command->name);
    }
    const base::Status status = command->run(arguments, output);
    if (status) return 0;
    output.err << "thidua " << command->name << ": " << output.in(status.error().vi, status.error().en) << "\n";
    return exit_code(status.error().kind);
}

}  // namespace thidua::cli
