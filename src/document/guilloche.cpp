#include "document/guilloche.h"

#include <algorithm>
#include <cmath>

namespace thidua::document {
namespace {

constexpr double kPi = 3.14159265358979323846;

}  // namespace

double guilloche_strand(double turn, int strand) {
    const double phase = 2 * kPi * strand / kGuillocheStrands;
    return kStrandSlow * std::sin(2 * kPi * turn + phase) + kStrandFast * std::sin(6 * kPi * turn - 2 * phase);
}

double guilloche_rosette(double angle, int curve) {
    const double phase = 2 * kPi * curve / kGuillocheRosettes;
    return kRosetteMiddle + kRosetteSwing * std::sin(kGuillochePetals * angle + phase);
}

double guilloche_waves(double length, double wave) { return std::max(1.0, std::round(length / wave)); }

std::vector<GuillocheCurve> guilloche_border(double x, double y, double width, double height, double band, double wave,
                                             double step) {
    std::vector<GuillocheCurve> curves;
    const double half = band / 2;
    const auto side = [&](double x1, double y1, double dx, double dy, double length) {
        const double waves = guilloche_waves(length, wave);
        const int points = std::max(2, static_cast<int>(std::ceil(length / step)));
        for (int strand = 0; strand < kGuillocheStrands; ++strand) {
            GuillocheCurve curve;
            for (int i = 0; i <= points; ++i) {
                const double along = static_cast<double>(i) / points;
                const double off = guilloche_strand(along * waves, strand) * half;
                curve.push_back({x1 + dx * along * length - dy * off, y1 + dy * along * length + dx * off});
            }
            curves.push_back(std::move(curve));
        }
    };
    // Between the middles of the corner squares; the rosettes cover the ends.
    side(x + band, y + half, 1, 0, width - 2 * band);
    side(x + width - half, y + band, 0, 1, height - 2 * band);
    side(x + width - band, y + height - half, -1, 0, width - 2 * band);
    side(x + half, y + height - band, 0, -1, height - 2 * band);
    const int points = std::max(24, static_cast<int>(std::ceil(2 * kPi * band / step)));
    for (const double cx : {x + half, x + width - half}) {
        for (const double cy : {y + half, y + height - half}) {
            for (int c = 0; c < kGuillocheRosettes; ++c) {
                GuillocheCurve curve;
                for (int i = 0; i <= points; ++i) {
                    const double angle = 2 * kPi * i / points;
                    const double radius = guilloche_rosette(angle, c) * half;
                    curve.push_back({cx + radius * std::cos(angle), cy + radius * std::sin(angle)});
                }
                curves.push_back(std::move(curve));
            }
        }
    }
    return curves;
}

}  // namespace thidua::document
