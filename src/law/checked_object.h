#pragma once
// Reading objects of located JSON strictly: every key must be known, every value of its type; the first mistake is kept
// with file, line and reason, and what is read after it does not matter.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "law/confidence.h"
#include "law/located_json.h"

namespace thidua::law {

/// The first mistake of a file.
class Mistake {
public:
    explicit Mistake(std::string file) : file_(std::move(file)) {}

    void report(int line, std::string vi, std::string en);
    bool any() const { return found_; }
    const base::Error& error() const { return error_; }
    const std::string& file() const { return file_; }

private:
    std::string file_;
    bool found_ = false;
    base::Error error_;
};

/// One object. Members that are asked for are read; required ones that are missing are mistakes.
class CheckedObject {
public:
    /// `what` names the object in messages: "tiêu chí", "parameter".
    CheckedObject(const Located& value, std::string_view what, Mistake& mistake);

    /// Reports keys that are not in the list.
    void allow_only(std::initializer_list<std::string_view> keys);

    bool has(std::string_view key) const { return value_.find(key) != nullptr; }
    int line() const { return value_.line; }
    int line_of(std::string_view key) const;
    Mistake& mistake() { return mistake_; }

    std::string text(std::string_view key);  ///< required, not empty
    std::string text_or(std::string_view key, std::string otherwise);
    double number(std::string_view key);
    int whole(std::string_view key);  ///< required, -1000..1000000000
    int whole_or(std::string_view key, int otherwise);
    bool flag_or(std::string_view key, bool otherwise);
    std::optional<base::Date> date_or_none(std::string_view key);  ///< ISO; null or absent: none
    std::vector<std::string> texts(std::string_view key);           ///< absent: empty
    const std::vector<Located>& list(std::string_view key);         ///< absent: empty
    const Located* member(std::string_view key);                    ///< required; nullptr after a mistake
    Confidence confidence_or(std::string_view key, std::optional<Confidence> inherited);

    void wrong(std::string_view key, std::string vi, std::string en);

private:
    const Located* typed(std::string_view key, Located::Kind kind, bool required);

    const Located& value_;
    std::string what_;
    Mistake& mistake_;
};

}  // namespace thidua::law
