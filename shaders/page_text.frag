// Coverage from a signed distance field: 0.5 is the outline. The width of the edge is that of one
// device pixel, taken from the derivative, so that glyphs stay crisp at every zoom. Small text looks at
// four places of its pixel: with one, the thin strokes of a serif face (the bars of E, the accents of ễ)
// fall between the places where the field is read.
precision mediump float;
in vec2 frag_uv;
in vec4 frag_color;
uniform sampler2D Texture;
layout(location = 0) out vec4 out_color;

float coverage(vec2 uv, float edge) {
    return smoothstep(0.5 - edge, 0.5 + edge, texture(Texture, uv).r);
}

void main() {
    vec2 right = dFdx(frag_uv) * 0.25;
    vec2 down = dFdy(frag_uv) * 0.25;
    float edge = clamp(fwidth(texture(Texture, frag_uv).r) * 0.5, 1.0 / 255.0, 0.2);
    float sum = coverage(frag_uv - right - down, edge) + coverage(frag_uv + right - down, edge) +
                coverage(frag_uv - right + down, edge) + coverage(frag_uv + right + down, edge);
    // Screens show thin dark strokes on white too light; half of the sum's square root mends that.
    float mean = sum * 0.25;
    out_color = vec4(frag_color.rgb, frag_color.a * mix(mean, sqrt(mean), 0.5));
}
