// The desktop program: a loop that sleeps until an event or a timer, and draws only when a frame is wanted.

#include <GLES3/gl3.h>
#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/data_file.h"
#include "platform/desktop_host.h"
#include "platform/program.h"

namespace {

using namespace thidua;

constexpr const char* kUsage =
    "thidua-desktop [FILE]\n"
    "  FILE             a .thidua file, or a scan to read\n"
    "  --screen NAME    begin at a place of the program (\"/ke-hoach\", \"selftest\")\n"
    "  --frames N       draw N frames and end; for tests\n"
    "  --shot FILE      with --frames: write the last frame as a PPM picture\n"
    "  --help\n";

struct Options {
    std::string file;
    std::string screen;
    std::string shot;
    int frames = 0;
};

bool parse(int count, char** words, Options& options) {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const bool has_value = i + 1 < count;
        if (word == "--screen" && has_value) options.screen = words[++i];
        else if (word == "--shot" && has_value) options.shot = words[++i];
        else if (word == "--frames" && has_value) options.frames = std::atoi(words[++i]);
        else if (word.substr(0, 2) != "--" && options.file.empty()) options.file = word;
        else return false;
    }
    return true;
}

/// The picture in the back buffer.
void write_shot(const std::string& path, const platform::Surface& surface) {
    const int width = static_cast<int>(std::lround(surface.width * surface.scale));
    const int height = static_cast<int>(std::lround(surface.height * surface.scale));
    std::vector<unsigned char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    std::ofstream out(path, std::ios::binary);
    out << "P6 " << width << ' ' << height << " 255\n";
    for (int y = height - 1; y >= 0; --y) {  // GL counts rows from the bottom
        const unsigned char* row = pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 4;
        for (int x = 0; x < width; ++x) out.write(reinterpret_cast<const char*>(row + x * 4), 3);
    }
}

class Loop {
public:
    Loop(platform::Desktop& desktop, platform::Program& program) : desktop_(desktop), program_(program) {}

    /// Sleeps until something happens or is due, then handles all that waits.
    void turn() {
        const double wait = program_.next_frame_at() - desktop_.now();
        SDL_Event event;
        int got = 0;
        if (program_.ready() && program_.shell().wants_frame(desktop_.now())) got = SDL_PollEvent(&event);
        else if (std::isinf(wait)) got = SDL_WaitEvent(&event);
        else if (wait <= 0) got = SDL_PollEvent(&event);
        else got = SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(std::min(wait, 1000.0) * 1000)));
        for (; got; got = SDL_PollEvent(&event)) handle(event);
        program_.draw();
    }

    bool over = false;

private:
    void handle(const SDL_Event& event) {
        if (event.type == SDL_QUIT) {
            over = true;
        } else if (event.type == desktop_.answer_event()) {
            desktop_.answered(event);
            program_.wake();
        } else if (event.type == SDL_DROPFILE) {
            drop(event.drop.file);
            SDL_free(event.drop.file);
        } else {
            if (event.type == SDL_WINDOWEVENT) program_.wake();  // exposed, resized, shown again
            program_.handle(event);
        }
    }

    void drop(const std::string& path) {
        auto bytes = app::read_file(path, std::size_t{256} << 20);
        if (bytes) program_.shell().drop_file({std::filesystem::path(path).filename().string(), std::move(*bytes)});
        program_.wake();
    }

    platform::Desktop& desktop_;
    platform::Program& program_;
};

}  // namespace

int main(int count, char** words) {
    Options options;
    if (!parse(count, words, options)) {
        const bool asked = count == 2 && std::strcmp(words[1], "--help") == 0;
        std::fputs(kUsage, asked ? stdout : stderr);
        return asked ? 0 : 2;
    }
    std::string file_bytes;
    if (!options.file.empty()) {
        auto bytes = app::read_file(options.file, std::size_t{256} << 20);
        if (!bytes) {
            std::fprintf(stderr, "%s\n%s\n", bytes.error().vi.c_str(), bytes.error().en.c_str());
            return 1;
        }
        file_bytes = std::move(*bytes);
    }
    platform::Desktop desktop;
    if (const auto opened = desktop.open_window(); !opened) {
        std::fprintf(stderr, "%s\n%s\n", opened.error().vi.c_str(), opened.error().en.c_str());
        return 1;
    }
    desktop.set_start_fragment(options.screen);
    platform::Program program(desktop, platform::open_root);
    desktop.on_frame_wanted = [&program](double seconds) { program.request_frame(seconds); };
    program.start();
    if (!options.file.empty() && program.ready()) {
        program.shell().drop_file({std::filesystem::path(options.file).filename().string(), std::move(file_bytes)});
        program.wake();
    }
    Loop loop(desktop, program);
    while (!loop.over && !desktop.failed()) {
        if (options.frames > 0) program.request_frame(0);  // it would sleep as soon as all is shown
        loop.turn();
        if (options.frames > 0 && program.frames() >= options.frames) {
            program.draw(true);
            if (!options.shot.empty()) write_shot(options.shot, desktop.surface());
            break;
        }
    }
    desktop.on_frame_wanted = nullptr;
    return desktop.failed() ? 1 : 0;
}
