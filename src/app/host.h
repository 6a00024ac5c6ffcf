#pragma once
// What the application asks of the machine it runs on. `platform/web.cpp` and `platform/desktop.cpp`
// implement it; headless tests implement it with plain variables. Answers that take time come back
// through the callbacks, on the same thread, between two frames.

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace thidua::app {

/// A file that a person picked, dropped or pasted.
struct IncomingFile {
    std::string name;   ///< "plan.txt"; "" when pasted
    std::string bytes;
};

class Host {
public:
    virtual ~Host() = default;

    /// Draw again within `seconds` (0: the next frame). The earliest request wins.
    virtual void request_frame(double seconds) = 0;
    /// Seconds since start, monotonic.
    virtual double now() const = 0;

    virtual void copy_text(std::string_view text) = 0;
    /// Shows the platform's "open" dialog; `accept` is a list such as ".txt,.docx,.thidua".
    virtual void pick_file(std::string_view accept, std::function<void(IncomingFile)> done) = 0;
    /// Hands a finished file to the person (download or "save as"); `done` tells whether it was kept.
    virtual void save_file(std::string_view suggested_name, std::string_view media_type,
                           std::string_view bytes, std::function<void(base::Status)> done) = 0;

    /// What print() wants: a page that the browser lays out, or finished pages.
    enum class PrintForm { kHtml, kPdf };
    virtual PrintForm print_form() const { return PrintForm::kPdf; }
    /// Opens the printer's dialog, or the system's viewer, with a document of that form. Without either it is saved.
    virtual void print(std::string_view name, std::string_view bytes, std::function<void(base::Status)> done) {
        save_file(name, "application/pdf", bytes, std::move(done));
    }

    /// The page's address without fragment; "" on the desktop (links then use the hosted page).
    virtual std::string page_address() const = 0;
    /// Changes what stands after '#'. `push`: a new entry in the browser's history, else replaced.
    virtual void set_fragment(std::string_view fragment, bool push) = 0;
    virtual void open_address(std::string_view url) = 0;

    /// Fetches a file that ships with the program ("data/text/restore.lm"); progress is 0..1.
    virtual void fetch(std::string_view path, std::function<void(float)> progress,
                       std::function<void(base::Result<std::string>)> done) = 0;

    /// True: the program's jobs go on between frames (ui::Root::work). Else each frame does a slice of them.
    virtual bool works_between_frames() const { return false; }

    /// Small settings (theme, language), kept per browser or per user. "" when unset.
    virtual std::string setting(std::string_view key) const = 0;
    virtual void set_setting(std::string_view key, std::string_view value) = 0;

    virtual bool prefers_dark() const = 0;
    virtual bool prefers_reduced_motion() const = 0;
    /// True when the main pointer is a finger: targets grow to 44 px.
    virtual bool coarse_pointer() const = 0;
};

}  // namespace thidua::app
