#include "platform/print_desktop.h"

#include "platform/run_program.h"

namespace thidua::platform {
namespace {

/// xdg-open starts whether or not there is a program for PDFs, and tells nobody: xdg-mime knows.
std::string pdf_viewer() {
    const std::string asked = find_program("xdg-mime");
    if (asked.empty() || run_and_read({asked, "query", "default", "application/pdf"}).empty()) return {};
    return find_program("xdg-open");
}

}  // namespace

bool nothing_prints() { return pdf_viewer().empty() && find_program("lp").empty(); }

base::Status print_pdf(const std::string& path) {
    const std::string viewer = pdf_viewer();
    if (!viewer.empty() && run_detached({viewer, path})) return {};
    // lp answers with the number of the request; without a printer it fails.
    const std::string spooler = find_program("lp");
    if (!spooler.empty() && !run_and_read({spooler, path}).empty()) return {};
    return base::fail(
        base::ErrorKind::kUnsupported,
        "Máy này chưa có máy in mặc định và chưa có chương trình xem PDF. Hãy xuất PDF rồi in từ máy khác.",
        "This computer has neither a default printer nor a viewer of PDFs. Export a PDF and print it "
        "elsewhere.");
}

}  // namespace thidua::platform
