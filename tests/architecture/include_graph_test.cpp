// The layers of src/: who may include whom stands in cmake/layers.txt, and nowhere else.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Graph = std::map<std::string, std::set<std::string>>;

const fs::path root = THIDUA_SOURCE_DIR;

Graph allowed_includes() {
    Graph table;
    std::ifstream in(root / "cmake" / "layers.txt");
    std::string line;
    while (std::getline(in, line)) {
        const auto colon = line.find(':');
        if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
        std::istringstream left(line.substr(0, colon));
        std::istringstream right(line.substr(colon + 1));
        std::string module;
        left >> module;
        auto& allowed = table[module];
        for (std::string name; right >> name;) allowed.insert(name);
    }
    return table;
}

bool is_code(const fs::path& path) {
    const auto extension = path.extension();
    return extension == ".cpp" || extension == ".h";
}

std::vector<fs::path> code_below(const fs::path& folder) {
    std::vector<fs::path> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && is_code(entry.path())) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

struct Include {
    std::string target;
    int line;
};

// Only the quoted form: ours is always "module/file.h".
std::vector<Include> quoted_includes(const fs::path& file) {
    std::vector<Include> found;
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const auto hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line[hash] != '#') continue;
        const auto word = line.find("include", hash);
        if (word == std::string::npos) continue;
        const auto open = line.find('"', word);
        if (open == std::string::npos) continue;
        const auto close = line.find('"', open + 1);
        if (close == std::string::npos) continue;
        found.push_back({line.substr(open + 1, close - open - 1), number});
    }
    return found;
}

std::string first_folder(const fs::path& relative) {
    return relative.has_parent_path() ? relative.begin()->string() : std::string();
}

// A path through the graph that returns to where it began, or nothing.
std::vector<std::string> find_cycle(const Graph& graph) {
    enum class Mark { open, done };
    std::map<std::string, Mark> marks;
    std::vector<std::string> path;
    std::vector<std::string> cycle;
    const std::function<void(const std::string&)> visit = [&](const std::string& node) {
        if (!cycle.empty()) return;
        const auto mark = marks.find(node);
        if (mark != marks.end()) {
            if (mark->second == Mark::open) {
                cycle.assign(std::find(path.begin(), path.end(), node), path.end());
                cycle.push_back(node);
            }
            return;
        }
        marks[node] = Mark::open;
        path.push_back(node);
        if (const auto edges = graph.find(node); edges != graph.end()) {
            for (const auto& next : edges->second) visit(next);
        }
        path.pop_back();
        marks[node] = Mark::done;
    };
    for (const auto& [node, edges] : graph) visit(node);
    return cycle;
}

std::string join(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : " -> ") + name;
    return text;
}

TEST(Layers, EveryModuleHasALineInTheTable) {
    const auto table = allowed_includes();
    ASSERT_FALSE(table.empty());
    if (!fs::exists(root / "src")) GTEST_SKIP() << "no src/ yet";
    for (const auto& entry : fs::directory_iterator(root / "src")) {
        if (!entry.is_directory()) continue;
        EXPECT_TRUE(table.count(entry.path().filename().string()))
            << entry.path() << " has no line in cmake/layers.txt";
    }
}

TEST(Layers, TheTableItselfHasNoCycle) {
    const auto table = allowed_includes();
    EXPECT_EQ(join(find_cycle(table)), "");
    for (const auto& [module, allowed] : table) {
        for (const auto& name : allowed) EXPECT_TRUE(table.count(name)) << module << ": " << name << " is no module";
    }
}

TEST(Layers, IncludesPointDownward) {
    const auto table = allowed_includes();
    for (const auto& file : code_below(root / "src")) {
        const auto relative = fs::relative(file, root / "src");
        const auto module = first_folder(relative);
        ASSERT_TRUE(table.count(module)) << relative;
        for (const auto& include : quoted_includes(file)) {
            const auto target = first_folder(include.target);
            if (!table.count(target)) continue;  // not one of our modules
            EXPECT_TRUE(target == module || table.at(module).count(target))
                << "src/" << relative.string() << ":" << include.line << " includes \"" << include.target
                << "\": " << module << " may not know " << target << " (cmake/layers.txt)";
        }
    }
}

TEST(Layers, OurHeadersAreNamedFromTheRootOfSrc) {
    for (const auto& file : code_below(root / "src")) {
        for (const auto& include : quoted_includes(file)) {
            EXPECT_EQ(include.target.find(".."), std::string::npos)
                << fs::relative(file, root).string() << ":" << include.line << " \"" << include.target << "\"";
            EXPECT_FALSE(fs::exists(file.parent_path() / include.target) && !fs::exists(root / "src" / include.target))
                << fs::relative(file, root).string() << ":" << include.line << " write \"module/" << include.target
                << "\"";
        }
    }
}

TEST(Layers, NoFileIncludesItselfByADetour) {
    Graph graph;
    for (const auto& file : code_below(root / "src")) {
        auto& edges = graph[fs::relative(file, root / "src").generic_string()];
        for (const auto& include : quoted_includes(file)) edges.insert(include.target);
    }
    EXPECT_EQ(join(find_cycle(graph)), "");
}

// A name that says nothing gathers code that belongs elsewhere.
TEST(Names, SayWhatIsInside) {
    const std::set<std::string> empty_words = {"util",     "utils",  "utility", "utilities", "manager",
                                               "managers", "helper", "helpers", "common",    "misc"};
    for (const auto* folder : {"src", "tests", "tools", "web", "cmake"}) {
        if (!fs::exists(root / folder)) continue;
        for (auto entry = fs::recursive_directory_iterator(root / folder); entry != fs::recursive_directory_iterator();
             ++entry) {
            if (entry->path().filename() == "node_modules") {
                entry.disable_recursion_pending();
                continue;
            }
            std::string word;
            std::string stem = entry->path().stem().string() + "_";
            for (const char c : stem) {
                if (std::isalnum(static_cast<unsigned char>(c))) {
                    word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
                } else {
                    EXPECT_FALSE(empty_words.count(word)) << fs::relative(entry->path(), root);
                    word.clear();
                }
            }
        }
    }
}

TEST(Graph, ACycleIsSeen) {
    EXPECT_EQ(join(find_cycle({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}})), "a -> b -> c -> a");
    EXPECT_EQ(join(find_cycle({{"a", {"b", "c"}}, {"b", {"c"}}})), "");
}

}  // namespace
