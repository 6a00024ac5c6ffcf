#include "law/located_json.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>

namespace thidua::law {
namespace {

constexpr std::size_t kMostBytes = 16U * 1024 * 1024;
constexpr std::size_t kMostNesting = 64;

/// Tells through `offset` how far the parser has read. The parser pulls one character at a time.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* offset) : at_(at), offset_(offset) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*offset_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    std::size_t* offset_;
};

class Builder {
public:
    Builder(std::string_view text, const std::size_t& offset) : text_(text), offset_(offset) {}

    bool null() { return put({}); }
    bool boolean(bool value) {
        Located located;
        located.kind = Located::Kind::kBoolean;
        located.boolean = value;
        return put(std::move(located));
    }
    bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
    bool number_float(double value, const std::string&) { return number(value); }
    bool string(std::string& value) {
        Located located;
        located.kind = Located::Kind::kString;
        located.string = std::move(value);
        return put(std::move(located));
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(Located::Kind::kObject); }
    bool start_array(std::size_t) { return open(Located::Kind::kArray); }
    bool key(std::string& value) {
        if (open_.back()->find(value) != nullptr) {
            failed_line_ = line();
            vi_ = "khóa \"" + value + "\" lặp lại trong cùng một đối tượng";
            en_ = "the key \"" + value + "\" occurs twice in one object";
            return false;
        }
        keys_.back() = std::move(value);
        return true;
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    template <class Exception>
    bool parse_error(std::size_t, const std::string& token, const Exception&) {
        failed_line_ = line();
        vi_ = "JSON sai cú pháp ở gần \"" + token.substr(0, 40) + "\"";
        en_ = "broken JSON near \"" + token.substr(0, 40) + "\"";
        return false;
    }

    Located take() { return std::move(root_); }
    int failed_line() const { return failed_line_; }
    const std::string& vi() const { return vi_; }
    const std::string& en() const { return en_; }

private:
    bool number(double value) {
        Located located;
        located.kind = Located::Kind::kNumber;
        located.number = value;
        return put(std::move(located));
    }

    /// Line of the last character read; the parser has looked at most one character beyond a number.
    int line() {
        const std::size_t end = offset_ == 0 ? 0 : offset_ - 1;
        for (; counted_ < end && counted_ < text_.size(); ++counted_) {
            if (text_[counted_] == '\n') ++line_;
        }
        return line_;
    }

    Located* slot(Located&& located) {
        located.line = line();
        if (open_.empty()) {
            root_ = std::move(located);
            return &root_;
        }
        Located& parent = *open_.back();
        if (parent.kind == Located::Kind::kObject) {
            parent.members.push_back({std::move(keys_.back()), std::move(located)});
            return &parent.members.back().value;
        }
        parent.items.push_back(std::move(located));
        return &parent.items.back();
    }

    bool put(Located&& located) {
        slot(std::move(located));
        return true;
    }

    bool open(Located::Kind kind) {
        if (open_.size() >= kMostNesting) {
            failed_line_ = line();
            vi_ = "lồng nhau quá sâu (hơn 64 tầng)";
            en_ = "nested too deeply (more than 64 levels)";
            return false;
        }
        Located located;
        located.kind = kind;
        // A parent's vector does not grow while a child is open, so the pointers stay valid.
        open_.push_back(slot(std::move(located)));
        keys_.emplace_back();
        return true;
    }

    bool close() {
        open_.pop_back();
        keys_.pop_back();
        return true;
    }

    std::string_view text_;
    const std::size_t& offset_;
    std::size_t counted_ = 0;
    int line_ = 1;
    Located root_;
    std::vector<Located*> open_;
    std::vector<std::string> keys_;
    int failed_line_ = 0;
    std::string vi_;
    std::string en_;
};

}  // namespace

const Located* Located::find(std::string_view key) const {
    for (const auto& [name, value] : members) {
        if (name == key) return &value;
    }
    return nullptr;
}

std::string place(std::string_view file, int line) { return std::string(file) + ":" + std::to_string(line); }

base::Result<Located> parse_located(std::string_view text, std::string_view file) {
    if (text.size() > kMostBytes) {
        return base::fail(base::ErrorKind::kBadInput, "Tệp JSON lớn hơn 16 MB, không đọc.",
                          "The JSON file is larger than 16 MB; it was not read.", std::string(file));
    }
    std::size_t offset = 0;
    Builder builder(text, offset);
    const bool good = nlohmann::json::sax_parse(CountingIterator(text.data(), &offset),
                                                CountingIterator(text.data() + text.size(), &offset), &builder);
    if (!good) {
        return base::fail(base::ErrorKind::kBadInput, "Không đọc được JSON: " + builder.vi() + ".",
                          "The JSON cannot be read: " + builder.en() + ".", place(file, builder.failed_line()));
    }
    return builder.take();
}

}  // namespace thidua::law
