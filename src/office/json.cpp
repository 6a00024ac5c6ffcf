#include "office/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "office/check.h"
#include "office/codes.h"
#include "office/fields.h"

namespace thidua::office {
namespace {

using Json = nlohmann::ordered_json;
using base::ErrorKind;
using base::Status;

// Array names inside a plan and a year book, in the order of the structs.
template <class Record>
inline constexpr std::string_view kListName = "";
template <>
inline constexpr std::string_view kListName<PlanItem> = "items";
template <>
inline constexpr std::string_view kListName<BasisDocument> = "basis";
template <>
inline constexpr std::string_view kListName<Task> = "tasks";
template <>
inline constexpr std::string_view kListName<Evidence> = "evidence";
template <>
inline constexpr std::string_view kListName<Occasion> = "occasions";
template <>
inline constexpr std::string_view kListName<Question> = "questions";
template <>
inline constexpr std::string_view kListName<Person> = "people";
template <>
inline constexpr std::string_view kListName<YearRecord> = "records";
template <>
inline constexpr std::string_view kListName<Registration> = "registrations";
template <>
inline constexpr std::string_view kListName<Initiative> = "initiatives";
template <>
inline constexpr std::string_view kListName<Award> = "awards";
template <>
inline constexpr std::string_view kListName<LawAnswer> = "answers";
template <>
inline constexpr std::string_view kListName<InitiativeUse> = "initiative_uses";
template <>
inline constexpr std::string_view kListName<AwardBasis> = "award_bases";
template <>
inline constexpr std::string_view kListName<RuleOverlay> = "overlays";
template <>
inline constexpr std::string_view kListName<Decision> = "decisions";
template <>
inline constexpr std::string_view kListName<IssuedDocument> = "documents";
template <>
inline constexpr std::string_view kListName<TextTemplate> = "templates";
template <>
inline constexpr std::string_view kListName<Setting> = "settings";

/// A record inside a plan does not repeat which plan that is.
template <class Record>
inline constexpr bool kInsidePlan = requires(Record r) {
    r.plan;
}
&&!std::is_same_v<Record, IssuedDocument>;

// --- values to JSON ---------------------------------------------------------------------------------

Json to_value(const SourceSpan& span) { return Json{span.first_line, span.last_line, span.begin, span.end}; }
Json to_value(const std::string& text) { return Json(text); }
Json to_value(int number) { return Json(number); }
Json to_value(bool yes) { return Json(yes); }
Json to_value(const std::optional<base::Date>& date) { return date ? Json(base::to_iso(*date)) : Json(); }
template <class Record>
Json to_value(base::Id<Record> id) {
    return Json(id.value);
}
template <class Enum>
requires std::is_enum_v<Enum> Json to_value(Enum value) { return Json(std::string(code(value))); }
Json to_value(const std::vector<std::string>& lines) { return Json(lines); }
Json to_value(const std::vector<SourceSpan>& spans) {
    Json out = Json::array();
    for (const SourceSpan& span : spans) out.push_back(to_value(span));
    return out;
}

template <class Record>
Json to_object(const Record& record) {
    std::vector<Json> usual;  // what a record says when nobody has said anything is left out
    const Record blank{};
    for_each_field(blank, [&](std::string_view, const auto& member) { usual.push_back(to_value(member)); });
    std::size_t at = 0;
    Json object = Json::object();
    for_each_field(record, [&](std::string_view name, const auto& member) {
        const Json& blank_value = usual[at++];
        if (kInsidePlan<Record> && name == "plan") return;
        Json value = to_value(member);
        if (value != blank_value) object[std::string(name)] = std::move(value);
    });
    return object;
}

template <class Record>
void add_list(Json& object, const std::vector<Record>& records) {
    if (records.empty()) return;
    Json list = Json::array();
    for (const Record& record : records) list.push_back(to_object(record));
    object[std::string(kListName<Record>)] = std::move(list);
}

Json to_object(const PlanBundle& bundle) {
    Json object = to_object(bundle.plan);
    add_list(object, bundle.items);
    add_list(object, bundle.basis);
    add_list(object, bundle.tasks);
    add_list(object, bundle.evidence);
    add_list(object, bundle.occasions);
    add_list(object, bundle.questions);
    return object;
}

bool is_flat(const Json& value) {
    return std::none_of(value.begin(), value.end(), [](const Json& part) { return part.is_structured(); });
}

/// Like Json::dump, but arrays of plain values stay on one line: spans would fill the screen.
void print(std::string& out, const Json& value, JsonLayout layout, std::size_t depth) {
    const bool readable = layout == JsonLayout::kReadable;
    const bool one_line = !readable || (value.is_array() && is_flat(value));
    if (!value.is_structured() || value.empty()) {
        out += value.dump(-1, ' ', false, Json::error_handler_t::replace);
        return;
    }
    const auto new_line = [&](std::size_t indent) {
        if (one_line) return;
        out += '\n';
        out.append(2 * indent, ' ');
    };
    out += value.is_array() ? '[' : '{';
    bool first = true;
    for (const auto& [key, part] : value.items()) {
        if (!first) out += one_line && readable ? ", " : ",";
        first = false;
        new_line(depth + 1);
        if (value.is_object()) out += Json(key).dump() + (readable ? ": " : ":");
        print(out, part, layout, depth + 1);
    }
    new_line(depth);
    out += value.is_array() ? ']' : '}';
}

std::string printed(const Json& value, JsonLayout layout) {
    std::string out;
    print(out, value, layout, 0);
    if (layout == JsonLayout::kReadable) out += '\n';
    return out;
}

// --- JSON to values ---------------------------------------------------------------------------------

Status wrong(const std::string& path, std::string vi, std::string en) {
    return base::fail(ErrorKind::kBadInput, "Dữ liệu JSON không dùng được: " + std::move(vi),
                      "The JSON cannot be used: " + std::move(en), path);
}

Status wrong_type(const std::string& path, const char* vi, const char* en) {
    return wrong(path, std::string("ở đây phải là ") + vi + ".", std::string("this must be ") + en + ".");
}

template <class Integer>
Status read_integer(const Json& value, Integer& out, const std::string& path, std::int64_t least, std::int64_t most) {
    if (!value.is_number_integer()) return wrong_type(path, "số nguyên", "an integer");
    const bool huge = value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most);
    const std::int64_t number = huge ? most : value.get<std::int64_t>();
    if (huge || number < least || number > most) return wrong(path, "số vượt giới hạn.", "the number is out of range.");
    out = static_cast<Integer>(number);
    return {};
}

Status read(const Json& value, std::string& out, const std::string& path) {
    if (!value.is_string()) return wrong_type(path, "chuỗi ký tự", "a string");
    out = value.get<std::string>();
    return {};
}

Status read(const Json& value, int& out, const std::string& path) {
    return read_integer(value, out, path, 0, 0x7fffffff);
}

Status read(const Json& value, bool& out, const std::string& path) {
    if (!value.is_boolean()) return wrong_type(path, "true hoặc false", "true or false");
    out = value.get<bool>();
    return {};
}

Status read(const Json& value, std::optional<base::Date>& out, const std::string& path) {
    if (value.is_null()) return {};
    if (!value.is_string()) return wrong_type(path, "ngày dạng yyyy-mm-dd", "a date such as 2024-03-14");
    out = base::parse_iso(value.get<std::string>());
    if (!out) return wrong_type(path, "ngày có thật dạng yyyy-mm-dd", "a real date such as 2024-03-14");
    return {};
}

template <class Record>
Status read(const Json& value, base::Id<Record>& out, const std::string& path) {
    return read_integer(value, out.value, path, 0, (std::int64_t{1} << 53) - 1);
}

template <class Enum>
requires std::is_enum_v<Enum> Status read(const Json& value, Enum& out, const std::string& path) {
    if (value.is_string()) {
        if (const auto found = from_code<Enum>(value.get<std::string>())) {
            out = *found;
            return {};
        }
    }
    std::string words;
    for (const std::string_view word : codes(Enum{})) words += (words.empty() ? "" : ", ") + std::string(word);
    return wrong(path, "chỉ nhận một trong: " + words + ".", "it must be one of: " + words + ".");
}

Status read(const Json& value, SourceSpan& out, const std::string& path) {
    if (!value.is_array() || value.size() != 4) {
        return wrong_type(path, "bốn số [dòng đầu, dòng cuối, byte đầu, byte cuối]",
                          "four numbers [first line, last line, begin, end]");
    }
    int* const parts[] = {&out.first_line, &out.last_line, &out.begin, &out.end};
    for (std::size_t at = 0; at < 4; ++at) {
        if (auto good = read(value[at], *parts[at], path + "[" + std::to_string(at) + "]"); !good) return good;
    }
    return {};
}

template <class Part>
Status read(const Json& value, std::vector<Part>& out, const std::string& path) {
    if (!value.is_array()) return wrong_type(path, "danh sách", "a list");
    for (std::size_t at = 0; at < value.size(); ++at) {
        out.emplace_back();
        if (auto good = read(value[at], out.back(), path + "[" + std::to_string(at) + "]"); !good) return good;
    }
    return {};
}

std::string below(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
}

using Names = std::set<std::string, std::less<>>;

/// Reads the fields that are there; their names go into `known`.
template <class Record>
Status read_fields(const Json& object, Record& record, const std::string& path, Names& known) {
    if (!object.is_object()) return wrong_type(path, "một đối tượng { … }", "an object { … }");
    Status result;
    for_each_field(record, [&](std::string_view name, auto& member) {
        if (!result || (kInsidePlan<Record> && name == "plan")) return;
        known.emplace(name);
        const auto found = object.find(std::string(name));
        if (found != object.end()) result = read(*found, member, below(path, name));
    });
    return result;
}

Status no_others(const Json& object, const Names& known, const std::string& path) {
    for (const auto& [key, value] : object.items()) {
        if (known.count(key) != 0) continue;
        return wrong(below(path, key), "không có trường nào tên “" + key + "”.", "there is no field “" + key + "”.");
    }
    return {};
}

template <class Record>
Status read_record(const Json& object, Record& record, const std::string& path) {
    Names known;
    if (auto good = read_fields(object, record, path, known); !good) return good;
    return no_others(object, known, path);
}

template <class Record>
Status read_list(const Json& object, std::vector<Record>& records, const std::string& path, Names& known) {
    const std::string name(kListName<Record>);
    known.insert(name);
    const auto found = object.find(name);
    if (found == object.end()) return {};
    const std::string list = below(path, name);
    if (!found->is_array()) return wrong_type(list, "danh sách", "a list");
    for (std::size_t at = 0; at < found->size(); ++at) {
        records.emplace_back();
        const std::string place = list + "[" + std::to_string(at) + "]";
        if (auto good = read_record((*found)[at], records.back(), place); !good) return good;
    }
    return {};
}

Status read_bundle(const Json& object, PlanBundle& bundle, const std::string& path, Names& known) {
    if (auto good = read_fields(object, bundle.plan, path, known); !good) return good;
    if (auto good = read_list(object, bundle.items, path, known); !good) return good;
    if (auto good = read_list(object, bundle.basis, path, known); !good) return good;
    if (auto good = read_list(object, bundle.tasks, path, known); !good) return good;
    if (auto good = read_list(object, bundle.evidence, path, known); !good) return good;
    if (auto good = read_list(object, bundle.occasions, path, known); !good) return good;
    if (auto good = read_list(object, bundle.questions, path, known); !good) return good;
    if (auto good = no_others(object, known, path); !good) return good;

    const base::Id<Plan> plan = bundle.plan.id;
    for (auto& record : bundle.items) record.plan = plan;
    for (auto& record : bundle.basis) record.plan = plan;
    for (auto& record : bundle.tasks) record.plan = plan;
    for (auto& record : bundle.occasions) record.plan = plan;
    for (auto& record : bundle.questions) record.plan = plan;
    return {};
}

/// Only the place of the first syntax error; the parser that builds the tree does not tell it.
struct ErrorPlace {
    std::size_t position = 0;

    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(Json::number_integer_t) { return true; }
    bool number_unsigned(Json::number_unsigned_t) { return true; }
    bool number_float(Json::number_float_t, const Json::string_t&) { return true; }
    bool string(Json::string_t&) { return true; }
    bool binary(Json::binary_t&) { return true; }
    bool start_object(std::size_t) { return true; }
    bool end_object() { return true; }
    bool start_array(std::size_t) { return true; }
    bool end_array() { return true; }
    bool key(Json::string_t&) { return true; }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) {
        position = at;
        return false;
    }
};

base::Result<Json> parse(std::string_view text) {
    Json root = Json::parse(text, nullptr, false);
    if (root.is_discarded()) {
        ErrorPlace place;
        Json::sax_parse(text, &place);
        const std::size_t end = std::min(place.position, text.size());
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return base::fail(ErrorKind::kBadInput,
                          "Đây không phải là JSON hợp lệ: có lỗi cú pháp ở dòng " + std::to_string(line) + ".",
                          "This is not valid JSON: there is a syntax error in line " + std::to_string(line) + ".",
                          "line " + std::to_string(line));
    }
    if (!root.is_object()) return tl::unexpected(wrong_type("", "một đối tượng { … }", "an object { … }").error());

    const auto format = root.find("format");
    if (format == root.end() || !format->is_number_integer()) {
        return tl::unexpected(
            wrong("format", "thiếu số phiên bản “format”.", "the version “format” is missing.").error());
    }
    if (*format != kJsonFormat) {
        return base::fail(ErrorKind::kUnsupported,
                          "Dữ liệu JSON có phiên bản " + format->dump() + ", chương trình này chỉ đọc được phiên bản " +
                              std::to_string(kJsonFormat) + ": hãy cập nhật chương trình.",
                          "The JSON has format " + format->dump() + ", this program reads format " +
                              std::to_string(kJsonFormat) + " only: please update the program.",
                          "format");
    }
    return root;
}

}  // namespace

std::string to_json(const PlanBundle& bundle, JsonLayout layout) {
    Json root = Json::object();
    root["format"] = kJsonFormat;
    root.update(to_object(bundle));
    return printed(root, layout);
}

std::string to_json(const YearBook& book, JsonLayout layout) {
    Json root = Json::object();
    root["format"] = kJsonFormat;
    root["office"] = to_object(book.office);
    if (!book.plans.empty()) {
        Json plans = Json::array();
        for (const PlanBundle& bundle : book.plans) plans.push_back(to_object(bundle));
        root["plans"] = std::move(plans);
    }
    add_list(root, book.people);
    add_list(root, book.records);
    add_list(root, book.registrations);
    add_list(root, book.initiatives);
    add_list(root, book.awards);
    add_list(root, book.answers);
    add_list(root, book.initiative_uses);
    add_list(root, book.award_bases);
    add_list(root, book.overlays);
    add_list(root, book.decisions);
    add_list(root, book.documents);
    add_list(root, book.templates);
    add_list(root, book.settings);
    return printed(root, layout);
}

base::Result<PlanBundle> plan_bundle_from_json(std::string_view text) {
    const auto root = parse(text);
    if (!root) return tl::unexpected(root.error());
    PlanBundle bundle;
    Names known{"format"};
    if (auto good = read_bundle(*root, bundle, "", known); !good) return tl::unexpected(good.error());
    if (auto good = check(bundle); !good) return tl::unexpected(good.error());
    return bundle;
}

base::Result<YearBook> year_book_from_json(std::string_view text) {
    const auto root = parse(text);
    if (!root) return tl::unexpected(root.error());
    YearBook book;
    Names known{"format", "office", "plans"};

    const auto office = root->find("office");
    if (office == root->end())
        return tl::unexpected(wrong("office", "thiếu cơ quan.", "the office is missing.").error());
    if (auto good = read_record(*office, book.office, "office"); !good) return tl::unexpected(good.error());

    if (const auto plans = root->find("plans"); plans != root->end()) {
        if (!plans->is_array()) return tl::unexpected(wrong_type("plans", "danh sách", "a list").error());
        for (std::size_t at = 0; at < plans->size(); ++at) {
            Names plan_known;
            book.plans.emplace_back();
            const std::string path = "plans[" + std::to_string(at) + "]";
            if (auto good = read_bundle((*plans)[at], book.plans.back(), path, plan_known); !good) {
                return tl::unexpected(good.error());
            }
        }
    }
    Status good = read_list(*root, book.people, "", known);
    if (good) good = read_list(*root, book.records, "", known);
    if (good) good = read_list(*root, book.registrations, "", known);
    if (good) good = read_list(*root, book.initiatives, "", known);
    if (good) good = read_list(*root, book.awards, "", known);
    if (good) good = read_list(*root, book.answers, "", known);
    if (good) good = read_list(*root, book.initiative_uses, "", known);
    if (good) good = read_list(*root, book.award_bases, "", known);
    if (good) good = read_list(*root, book.overlays, "", known);
    if (good) good = read_list(*root, book.decisions, "", known);
    if (good) good = read_list(*root, book.documents, "", known);
    if (good) good = read_list(*root, book.templates, "", known);
    if (good) good = read_list(*root, book.settings, "", known);
    if (good) good = no_others(*root, known, "");
    if (good) good = check(book);
    if (!good) return tl::unexpected(good.error());
    return book;
}

}  // namespace thidua::office
