// Coverage from a signed distance field: 0.5 is the outline. The width of the edge is that of one
// device pixel, taken from the derivative, so that glyphs stay crisp at every zoom.
precision mediump float;
in vec2 frag_uv;
in vec4 frag_color;
uniform sampler2D Texture;
layout(location = 0) out vec4 out_color;

void main() {
    float field = texture(Texture, frag_uv).r;
    float edge = max(fwidth(field) * 0.7, 1.0 / 255.0);
    float coverage = smoothstep(0.5 - edge, 0.5 + edge, field);
    out_color = vec4(frag_color.rgb, frag_color.a * coverage);
}
