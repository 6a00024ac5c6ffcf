#pragma once
// Văn bản: every kind of document, those that are kept, several at once, and the tables of the data; one of them opened
// is a page (document_page.h).

#include <string>
#include <vector>

#include "ui/screens/certificate_page.h"
#include "ui/screens/document_page.h"
#include "ui/screens/dossier_dialog.h"
#include "ui/screens/scene.h"
#include "ui/screens/wording_page.h"

namespace thidua::ui {

class DocumentsScreen {
public:
    void draw(Scene& scene);
    static bool has_details(const Scene& scene);
    void draw_details(Scene& scene);
    DocumentPage& page() { return page_; }
    WordingPage& wording() { return wording_; }

private:
    void draw_kinds(Scene& scene);
    void draw_kept(Scene& scene);
    void draw_tables(Scene& scene);
    void draw_many(Scene& scene);

    DocumentPage page_;
    CertificatePage certificate_;
    WordingPage wording_;
    DossierDialog dossier_;
    bool many_ = false;
    std::vector<bool> wanted_;
    int format_ = 0;
};

}  // namespace thidua::ui
