#include "platform/glyphs.h"

#include <GLES3/gl3.h>
#include <SDL_log.h>
#include <imgui.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "ui/shaders.h"

namespace thidua::platform {
namespace {

GLuint compile(GLenum kind, const char* name, std::string_view text) {
    std::string source = "#version 300 es\n";
    source += text;
    const char* pointer = source.c_str();
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &pointer, nullptr);
    glCompileShader(shader);
    GLint ok = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    if (!ok) {
        char log[1000] = "";
        glGetShaderInfoLog(shader, sizeof log, nullptr, log);
        SDL_LogError(SDL_LOG_CATEGORY_RENDER, "shaders/%s: %s", name, log);
    }
    return shader;
}

}  // namespace

Glyphs::~Glyphs() {
    if (texture_) glDeleteTextures(1, &texture_);
    for (const Program* program : {&text_, &border_}) {
        if (program->id) glDeleteProgram(program->id);
    }
}

void Glyphs::upload(int width, int height, const std::uint8_t* pixels, int first_row, int rows) {
    if (width <= 0 || height <= 0) return;
    const auto row_bytes = static_cast<std::size_t>(width);
    if (width != width_ || height != height_ || !texture_) {
        width_ = width;
        height_ = height;
        pixels_.assign(pixels, pixels + row_bytes * static_cast<std::size_t>(height));
        make_texture();
        return;
    }
    first_row = std::clamp(first_row, 0, height);
    rows = std::clamp(rows, 0, height - first_row);
    const auto begin = row_bytes * static_cast<std::size_t>(first_row);
    const auto count = row_bytes * static_cast<std::size_t>(rows);
    std::copy_n(pixels + begin, count, pixels_.data() + begin);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, first_row, width, rows, GL_RED, GL_UNSIGNED_BYTE, pixels_.data() + begin);
}

void* Glyphs::texture() const { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture_)); }

void Glyphs::Program::use() const {
    glUseProgram(id);
    const ImDrawData* data = ImGui::GetDrawData();
    const float left = data->DisplayPos.x;
    const float top = data->DisplayPos.y;
    const float right = left + data->DisplaySize.x;
    const float bottom = top + data->DisplaySize.y;
    const float matrix[16] = {
        2 / (right - left),
        0,
        0,
        0,
        0,
        2 / (top - bottom),
        0,
        0,
        0,
        0,
        -1,
        0,
        (right + left) / (left - right),
        (top + bottom) / (bottom - top),
        0,
        1,
    };
    glUniformMatrix4fv(projection, 1, GL_FALSE, matrix);
}

void Glyphs::begin() {
    if (!text_.id) text_.make("page_text", ui::kPageTextFragmentShader);
    text_.use();
    glUniform1i(glGetUniformLocation(text_.id, "Texture"), 0);
}

bool Glyphs::weaves() {
    if (!border_.id && !border_.failed) border_.make("guilloche", ui::guilloche_fragment_shader());
    return !border_.failed;
}

void Glyphs::begin_weave() {
    border_.use();
    const auto place = [&](const char* name) { return glGetUniformLocation(border_.id, name); };
    glUniform4fv(place("Border"), 1, weave_.border);
    glUniform4fv(place("Weave"), 1, weave_.weave);
    glUniform3fv(place("First"), 1, weave_.first);
    glUniform3fv(place("Second"), 1, weave_.second);
}

void Glyphs::context_restored() {
    // Deleting what died with the old context does nothing to the new one, but frees Emscripten's names.
    for (Program* program : {&text_, &border_}) {
        if (program->id) glDeleteProgram(program->id);
        *program = {};
    }
    if (!pixels_.empty()) make_texture();
}

void Glyphs::make_texture() {
    if (texture_) glDeleteTextures(1, &texture_);
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width_, height_, 0, GL_RED, GL_UNSIGNED_BYTE, pixels_.data());
}

void Glyphs::Program::make(const char* name, std::string_view fragment_text) {
    const GLuint vertex = compile(GL_VERTEX_SHADER, name, ui::kPageTextVertexShader);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, name, fragment_text);
    id = glCreateProgram();
    glAttachShader(id, vertex);
    glAttachShader(id, fragment);
    glLinkProgram(id);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint ok = 0;
    glGetProgramiv(id, GL_LINK_STATUS, &ok);
    failed = !ok;
    if (!ok) {
        char log[1000] = "";
        glGetProgramInfoLog(id, sizeof log, nullptr, log);
        SDL_LogError(SDL_LOG_CATEGORY_RENDER, "shaders/%s: %s", name, log);
    }
    projection = glGetUniformLocation(id, "ProjMtx");
}

}  // namespace thidua::platform
