// The woven border of a certificate, computed where it is seen: as fine at 400 % as at 50 %. Strands and rosettes are
// those of src/document/guilloche.cpp, which draws them as lines for the PDF; their numbers stand before this text
// (ui::guilloche_fragment_shader). frag_uv is the place on the page, in points.
precision highp float;
in vec2 frag_uv;
in vec4 frag_color;
uniform vec4 Border;  // left, top, width, height
uniform vec4 Weave;   // width of the band, waves along the width, waves along the height, half a strand's thickness
uniform vec3 First;
uniform vec3 Second;
layout(location = 0) out vec4 out_color;

const float kTurn = 6.283185307;
vec4 woven = vec4(0.0);
float device;  // points a device pixel is wide

// Puts a strand over what is woven already. `apart`: from its point that was found to be nearest. Strands thinner than
// a pixel are drawn one pixel wide and lighter, down to three fifths.
void lay(vec2 apart, vec2 tangent, int number) {
    tangent *= inversesqrt(dot(tangent, tangent));
    // Far along the tangent the nearest point was not found, because the strand is far.
    bool found = abs(dot(apart, tangent)) < device;
    float away = found ? abs(apart.x * tangent.y - apart.y * tangent.x) : length(apart);
    float half_width = max(Weave.w, 0.5 * device);
    float light = max(Weave.w, 0.3 * device) / half_width;
    float cover = clamp((half_width - away) / device + 0.5, 0.0, 1.0) * light * frag_color.a;
    float sum = cover + woven.a * (1.0 - cover);
    if (sum <= 0.0) return;
    vec3 color = (number & 1) == 0 ? First : Second;
    woven = vec4((color * cover + woven.rgb * woven.a * (1.0 - cover)) / sum, sum);
}

void band(float along, float off, float len, float waves) {
    float amplitude = Weave.x * 0.5;
    float rate = kTurn * waves / len;
    for (int i = 0; i < STRANDS; ++i) {
        float phase = kTurn * float(i) / float(STRANDS);
        float at = along;
        float slope = 0.0;
        float height = 0.0;
        for (int round = 0; round < 3; ++round) {  // Newton: towards the nearest point of the strand
            float turn = rate * at;
            height = amplitude * (STRAND_SLOW * sin(turn + phase) + STRAND_FAST * sin(3.0 * turn - 2.0 * phase));
            slope = amplitude * rate *
                    (STRAND_SLOW * cos(turn + phase) + 3.0 * STRAND_FAST * cos(3.0 * turn - 2.0 * phase));
            if (round < 2) {
                float step = ((along - at) + (off - height) * slope) / (1.0 + slope * slope);
                at += clamp(step, -0.06 * len / waves, 0.06 * len / waves);
            }
        }
        lay(vec2(along - at, off - height), vec2(1.0, slope), i);
    }
}

void rosette(vec2 place) {
    float size = Weave.x * 0.5;
    float angle = atan(place.y, place.x);
    for (int i = 0; i < ROSETTES; ++i) {
        float phase = kTurn * float(i) / float(ROSETTES);
        float at = angle;
        vec2 tangent = vec2(1.0, 0.0);
        vec2 apart = vec2(0.0);
        for (int round = 0; round < 3; ++round) {
            float radius = size * (ROSETTE_MIDDLE + ROSETTE_SWING * sin(PETALS * at + phase));
            float change = size * ROSETTE_SWING * PETALS * cos(PETALS * at + phase);
            vec2 outward = vec2(cos(at), sin(at));
            tangent = change * outward + radius * vec2(-outward.y, outward.x);
            apart = place - radius * outward;
            if (round < 2) at += clamp(dot(apart, tangent) / dot(tangent, tangent), -0.06, 0.06);
        }
        lay(apart, tangent, i);
    }
}

void main() {
    device = max(abs(dFdx(frag_uv.x)), 1e-4);
    vec2 p = frag_uv - Border.xy;
    vec2 size = Border.zw;
    float b = Weave.x;
    float h = b * 0.5;
    bool side = p.x < b || p.x > size.x - b;
    bool level = p.y < b || p.y > size.y - b;
    if (side && level) rosette(p - vec2(p.x < b ? h : size.x - h, p.y < b ? h : size.y - h));
    else if (p.y < b) band(p.x - b, p.y - h, size.x - 2.0 * b, Weave.y);
    else if (p.x > size.x - b) band(p.y - b, size.x - h - p.x, size.y - 2.0 * b, Weave.z);
    else if (p.y > size.y - b) band(size.x - b - p.x, size.y - h - p.y, size.x - 2.0 * b, Weave.y);
    else if (p.x < b) band(size.y - b - p.y, p.x - h, size.y - 2.0 * b, Weave.z);
    out_color = woven;
}
