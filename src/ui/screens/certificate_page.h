#pragma once
// Certificates (giấy khen, CSTĐCS): the page as it will be printed, fields that are moved to fit the office's own
// stock, a test print, one PDF for everybody.

#include <array>
#include <string>
#include <vector>

#include "document/certificate.h"
#include "ui/screens/scene.h"

namespace thidua::ui {

class CertificatePage {
public:
    static constexpr std::string_view kPart = "certificate";
    static bool opened(const Scene& scene) { return scene.app.route().part == kPart; }
    /// `details_open`: a button shows the panel again.
    void draw(Scene& scene, bool& details_open);
    void draw_details(Scene& scene);

private:
    void renew(Scene& scene);
    void keep(Scene& scene);
    void draw_page(Scene& scene);
    std::vector<document::Certificate> certificates(const Scene& scene, bool everybody) const;
    document::CertificateField* field();

    document::CertificateLayout layout_;
    document::CertificateOptions options_;
    int revision_ = -1;
    int title_ = 0;
    int person_ = 0;
    std::vector<base::Id<office::Person>> people_;  ///< whose certificates are written
    document::CertificateSlot slot_ = document::CertificateSlot::kRecipient;
    std::string x_, y_, width_, size_, shift_x_, shift_y_;
    bool moving_ = false;
};

}  // namespace thidua::ui
