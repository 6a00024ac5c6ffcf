#include "law/checked_object.h"

#include <algorithm>

namespace thidua::law {
namespace {

std::string_view kind_vi(Located::Kind kind) {
    switch (kind) {
        case Located::Kind::kNull: return "null";
        case Located::Kind::kBoolean: return "true hoặc false";
        case Located::Kind::kNumber: return "số";
        case Located::Kind::kString: return "chuỗi";
        case Located::Kind::kArray: return "danh sách";
        case Located::Kind::kObject: break;
    }
    return "đối tượng";
}

std::string_view kind_en(Located::Kind kind) {
    switch (kind) {
        case Located::Kind::kNull: return "null";
        case Located::Kind::kBoolean: return "true or false";
        case Located::Kind::kNumber: return "a number";
        case Located::Kind::kString: return "a string";
        case Located::Kind::kArray: return "a list";
        case Located::Kind::kObject: break;
    }
    return "an object";
}

std::string quoted(std::string_view key) { return "\"" + std::string(key) + "\""; }

const std::vector<Located> kNothing;

}  // namespace

void Mistake::report(int line, std::string vi, std::string en) {
    if (found_) return;
    found_ = true;
    error_ = base::Error{base::ErrorKind::kBadInput, std::move(vi), std::move(en), place(file_, line)};
}

CheckedObject::CheckedObject(const Located& value, std::string_view what, Mistake& mistake)
    : value_(value), what_(what), mistake_(mistake) {
    if (value.kind != Located::Kind::kObject) {
        mistake_.report(value.line, what_ + ": phải là đối tượng {…}.", what_ + ": must be an object {…}.");
    }
}

void CheckedObject::allow_only(std::initializer_list<std::string_view> keys) {
    for (const auto& [key, member] : value_.members) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        mistake_.report(member.line, what_ + ": không có khóa nào tên là " + quoted(key) + ".",
                        what_ + ": there is no key called " + quoted(key) + ".");
    }
}

int CheckedObject::line_of(std::string_view key) const {
    const Located* found = value_.find(key);
    return found == nullptr ? value_.line : found->line;
}

void CheckedObject::wrong(std::string_view key, std::string vi, std::string en) {
    mistake_.report(line_of(key), what_ + ", " + quoted(key) + ": " + std::move(vi),
                    what_ + ", " + quoted(key) + ": " + std::move(en));
}

const Located* CheckedObject::typed(std::string_view key, Located::Kind kind, bool required) {
    const Located* found = value_.find(key);
    if (found == nullptr) {
        if (required) wrong(key, "thiếu.", "is missing.");
        return nullptr;
    }
    if (found->kind != kind) {
        wrong(key, "phải là " + std::string(kind_vi(kind)) + ".", "must be " + std::string(kind_en(kind)) + ".");
        return nullptr;
    }
    return found;
}

std::string CheckedObject::text(std::string_view key) {
    const Located* found = typed(key, Located::Kind::kString, true);
    if (found == nullptr) return {};
    if (found->string.empty()) wrong(key, "không được để trống.", "must not be empty.");
    return found->string;
}

std::string CheckedObject::text_or(std::string_view key, std::string otherwise) {
    const Located* found = typed(key, Located::Kind::kString, false);
    return found == nullptr ? std::move(otherwise) : found->string;
}

double CheckedObject::number(std::string_view key) {
    const Located* found = typed(key, Located::Kind::kNumber, true);
    return found == nullptr ? 0 : found->number;
}

int CheckedObject::whole(std::string_view key) {
    const double value = number(key);
    if (value < -1000 || value > 1e9 || value != static_cast<double>(static_cast<int>(value))) {
        wrong(key, "phải là số nguyên hợp lý.", "must be a sensible whole number.");
        return 0;
    }
    return static_cast<int>(value);
}

int CheckedObject::whole_or(std::string_view key, int otherwise) { return has(key) ? whole(key) : otherwise; }

bool CheckedObject::flag_or(std::string_view key, bool otherwise) {
    const Located* found = typed(key, Located::Kind::kBoolean, false);
    return found == nullptr ? otherwise : found->boolean;
}

std::optional<base::Date> CheckedObject::date_or_none(std::string_view key) {
    const Located* found = value_.find(key);
    if (found == nullptr || found->kind == Located::Kind::kNull) return std::nullopt;
    if (found->kind == Located::Kind::kString) {
        if (const auto date = base::parse_iso(found->string)) return date;
    }
    wrong(key, "phải là ngày dạng \"2024-12-31\".", "must be a date such as \"2024-12-31\".");
    return std::nullopt;
}

std::vector<std::string> CheckedObject::texts(std::string_view key) {
    std::vector<std::string> all;
    for (const auto& item : list(key)) {
        if (item.kind != Located::Kind::kString) {
            wrong(key, "phải là danh sách chuỗi.", "must be a list of strings.");
            return {};
        }
        all.push_back(item.string);
    }
    return all;
}

const std::vector<Located>& CheckedObject::list(std::string_view key) {
    const Located* found = typed(key, Located::Kind::kArray, false);
    return found == nullptr ? kNothing : found->items;
}

const Located* CheckedObject::member(std::string_view key) {
    const Located* found = value_.find(key);
    if (found == nullptr) wrong(key, "thiếu.", "is missing.");
    return found;
}

Confidence CheckedObject::confidence_or(std::string_view key, std::optional<Confidence> inherited) {
    if (!has(key) && inherited) return *inherited;
    const std::string word = text(key);
    if (const auto confidence = parse_confidence(word)) return *confidence;
    wrong(key, "mức tin cậy \"" + word + "\" không có; dùng seen, seen-2nd, recalled hoặc unverified.",
          "there is no confidence \"" + word + "\"; use seen, seen-2nd, recalled or unverified.");
    return Confidence::kUnverified;
}

}  // namespace thidua::law
