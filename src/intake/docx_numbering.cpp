#include "intake/docx_numbering.h"

namespace thidua::intake {
namespace {

std::string_view local_name(std::string_view tag) {
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    const std::size_t colon = tag.find(':');
    return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

std::string roman(int value) {
    struct Step {
        int value;
        std::string_view letters;
    };
    constexpr Step kSteps[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                               {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
    std::string out;
    if (value > 399) return std::to_string(value);
    for (const Step& step : kSteps) {
        while (value >= step.value) {
            out += step.letters;
            value -= step.value;
        }
    }
    return out;
}

std::string lowered(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::string formatted(const std::string& format, int value) {
    if (format == "upperRoman") return roman(value);
    if (format == "lowerRoman") return lowered(roman(value));
    if (format == "upperLetter" || format == "lowerLetter") {
        if (value < 1 || value > 26) return std::to_string(value);
        return std::string(1, static_cast<char>((format == "upperLetter" ? 'A' : 'a') + value - 1));
    }
    if (format == "decimalZero" && value < 10) return "0" + std::to_string(value);
    return std::to_string(value);
}

}  // namespace

std::string_view xml_attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const char before = at > 0 ? tag[at - 1] : ' ';
        const std::size_t equals = at + name.size();
        if ((before != ' ' && before != ':' && before != '\n' && before != '\t') || equals + 1 >= tag.size() ||
            tag[equals] != '=')
            continue;
        const char quote = tag[equals + 1];
        if (quote != '"' && quote != '\'') continue;
        const std::size_t end = tag.find(quote, equals + 2);
        if (end == std::string_view::npos) return {};
        return tag.substr(equals + 2, end - equals - 2);
    }
    return {};
}

int xml_number(std::string_view text, int otherwise) {
    if (text.empty() || text.size() > 6) return otherwise;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return otherwise;
        value = value * 10 + (c - '0');
    }
    return value;
}

DocxNumbering DocxNumbering::read(std::string_view xml) {
    DocxNumbering numbering;
    List* list = nullptr;
    int level = -1;
    int num = -1;
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t open = xml.find('<', at);
        if (open == std::string_view::npos) break;
        const std::size_t close = xml.find('>', open);
        if (close == std::string_view::npos) break;
        const std::string_view tag = xml.substr(open + 1, close - open - 1);
        at = close + 1;
        if (tag.starts_with('/')) {
            const std::string_view name = local_name(tag.substr(1));
            if (name == "abstractNum") list = nullptr;
            if (name == "num") num = -1;
            if (name == "lvl") level = -1;
            continue;
        }
        const std::string_view name = local_name(tag);
        if (name == "abstractNum") {
            list = &numbering.lists_[xml_number(xml_attribute(tag, "abstractNumId"), -1)];
            level = -1;
        } else if (name == "num") {
            num = xml_number(xml_attribute(tag, "numId"), -1);
        } else if (name == "abstractNumId" && num >= 0) {
            numbering.abstract_[num] = xml_number(xml_attribute(tag, "val"), -1);
        } else if (name == "lvl" && list) {
            level = xml_number(xml_attribute(tag, "ilvl"), -1);
        } else if (list && level >= 0 && level < kLevels) {
            Level& here = list->levels[static_cast<std::size_t>(level)];
            if (name == "start") here.start = xml_number(xml_attribute(tag, "val"), 1);
            else if (name == "numFmt") here.format = std::string(xml_attribute(tag, "val"));
            else if (name == "lvlText") here.text = std::string(xml_attribute(tag, "val").substr(0, 40));
        }
    }
    return numbering;
}

std::string DocxNumbering::next(int num, int level) {
    const auto found = abstract_.find(num);
    if (found == abstract_.end() || level < 0 || level >= kLevels) return {};
    const auto abstract = lists_.find(found->second);
    if (abstract == lists_.end()) return {};
    List& list = abstract->second;
    const auto at = static_cast<std::size_t>(level);
    const Level& here = list.levels[at];
    if (here.format == "none") return {};
    if (here.format == "bullet") return "-";
    if (here.text.empty()) return {};
    list.counters[at] = list.started[at] ? list.counters[at] + 1 : here.start;
    list.started[at] = true;
    for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper) list.started[deeper] = false;
    std::string out;
    for (std::size_t i = 0; i < here.text.size(); ++i) {
        const char c = here.text[i];
        const char digit = i + 1 < here.text.size() ? here.text[i + 1] : '\0';
        if (c == '%' && digit >= '1' && digit <= '9') {
            const auto which = static_cast<std::size_t>(digit - '1');
            const int value = list.started[which] ? list.counters[which] : list.levels[which].start;
            out += formatted(list.levels[which].format, value);
            ++i;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace thidua::intake
