#pragma once
// The woven border of a certificate (NĐ 98/2023 Điều 104: it must not resemble the borders of state-level awards, so it
// is the office's own), as polylines for the screen and the PDF alike: strands of two sines along the four sides, and
// rosettes in the corners.

#include <vector>

namespace thidua::document {

struct GuillochePoint {
    double x = 0;
    double y = 0;
};
using GuillocheCurve = std::vector<GuillochePoint>;  ///< open polyline; rosettes end where they began

inline constexpr int kGuillocheStrands = 6;
inline constexpr int kGuillocheRosettes = 4;  ///< curves a corner
inline constexpr int kGuillochePetals = 9;
inline constexpr double kStrandSlow = 0.72;  ///< share of a strand's slow sine; the fast one has three times its pace
inline constexpr double kStrandFast = 0.28;
inline constexpr double kRosetteMiddle = 0.62;
inline constexpr double kRosetteSwing = 0.38;

/// Offset of a strand from the middle of its band, -1..1, where `turn` counts waves along the side.
double guilloche_strand(double turn, int strand);
/// Radius of a rosette's curve, 0..1, at `angle` (radians).
double guilloche_rosette(double angle, int curve);

/// How many waves stand on a side of that length between its corners.
double guilloche_waves(double length, double wave);

/// The border inside a rectangle; any unit. `band` is the width of the woven band, `wave` the length of one wave
/// (fitted so that a whole number stands on every side). `step` is the distance between points.
std::vector<GuillocheCurve> guilloche_border(double x, double y, double width, double height, double band, double wave,
                                             double step);

}  // namespace thidua::document
