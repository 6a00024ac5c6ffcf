#include "platform/run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <sstream>

extern char** environ;

namespace thidua::platform {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& arguments) {
    std::vector<char*> out;
    out.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) out.push_back(const_cast<char*>(argument.c_str()));
    out.push_back(nullptr);
    return out;
}

}  // namespace

std::string find_program(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "/usr/local/bin:/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (folder.empty()) continue;
        std::string candidate = folder + "/" + name;
        if (access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return {};
}

std::string run_and_read(const std::vector<std::string>& arguments) {
    int ends[2];
    if (arguments.empty() || pipe2(ends, O_CLOEXEC) != 0) return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t child = 0;
    const int failed = posix_spawn(&child, arguments[0].c_str(), &actions, nullptr, pointers(arguments).data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string output;
    if (failed == 0) {
        char buffer[4096];
        for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) != 0;) {
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) break;
            output.append(buffer, static_cast<std::size_t>(count));
        }
    }
    close(ends[0]);
    if (failed != 0) return {};
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return {};
    if (!output.empty() && output.back() == '\n') output.pop_back();
    return output;
}

bool run_detached(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return false;
    pid_t child = 0;
    return posix_spawn(&child, arguments[0].c_str(), nullptr, nullptr, pointers(arguments).data(), environ) == 0;
}

}  // namespace thidua::platform
