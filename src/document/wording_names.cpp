#include "document/wording_names.h"

#include <algorithm>
#include <utility>

#include "document/kind_scope.h"
#include "document/kinds.h"
#include "document/template.h"

namespace thidua::document {
namespace {

struct Words {
    std::string_view name;
    std::string_view vi;
    std::string_view en;
};
constexpr Words kWords[] = {
#define NAME(name, vi, en) {name, vi, en},
#define FRAME(name, en) {name, name, en},
#define FORM(text, vi, en)
#include "document/wording_names.inc"
#undef NAME
#undef FRAME
#undef FORM
};

constexpr WordingForm kForms[] = {
#define NAME(name, vi, en)
#define FRAME(name, en)
#define FORM(text, vi, en) {text, vi, en},
#include "document/wording_names.inc"
#undef NAME
#undef FRAME
#undef FORM
};

const Words* find_words(std::string_view name) {
    for (const Words& words : kWords) {
        if (words.name == name) return &words;
    }
    return nullptr;
}

}  // namespace

std::vector<WordingName> wording_names(std::string_view code) {
    Request request;
    request.kind = code;
    const Scope scope = kind_scope({}, request);
    std::vector<TemplateName> used;
    if (const auto wording = parse_template(builtin_template(code), code))
        static_cast<void>(check_template(*wording, scope, nullptr, &used));
    std::vector<WordingName> names;
    const auto add = [&](const std::string& name, const std::string& list, bool is_list) {
        const Words* words = find_words(name);
        const bool usual = std::find(used.begin(), used.end(), TemplateName{name, list, is_list}) != used.end();
        names.push_back({name, list, is_list, usual, words ? words->vi : "", words ? words->en : ""});
    };
    const auto add_list = [&](const std::string& name, const ScopeList& list) {
        add(name, {}, true);
        if (list.shape.empty()) return;
        for (const auto& [field, value] : list.shape.front().fields) add(field, name, false);
    };
    const auto is_usual = [&](const std::string& name, bool is_list) {
        return std::find(used.begin(), used.end(), TemplateName{name, {}, is_list}) != used.end();
    };
    for (const TemplateName& one : used) {
        if (!one.list.empty()) continue;
        const auto list = scope.lists.find(one.name);
        if (!one.is_list) add(one.name, {}, false);
        else if (list != scope.lists.end()) add_list(one.name, list->second);
    }
    for (const auto& [name, field] : scope.fields) {
        if (!is_usual(name, false)) add(name, {}, false);
    }
    for (const auto& [name, list] : scope.lists) {
        if (!is_usual(name, true)) add_list(name, list);
    }
    return names;
}

std::span<const WordingForm> wording_forms() { return kForms; }

std::string_view english_name(std::string_view field) {
    const Words* words = find_words(field);
    return words ? words->en : field;
}

}  // namespace thidua::document
