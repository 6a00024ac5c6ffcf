// Text of document pages. The host puts "#version 300 es" (or 330 core) before this text.
// The attributes stand where Dear ImGui's GL backend puts them: its vertex array is used as it is.
precision highp float;
layout(location = 0) in vec2 Position;
layout(location = 1) in vec2 UV;
layout(location = 2) in vec4 Color;
uniform mat4 ProjMtx;
out vec2 frag_uv;
out vec4 frag_color;

void main() {
    frag_uv = UV;
    frag_color = Color;
    gl_Position = ProjMtx * vec4(Position, 0.0, 1.0);
}
