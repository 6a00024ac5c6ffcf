#include "app/papers.h"

#include <algorithm>
#include <utility>

#include "app/application.h"
#include "app/council_papers.h"
#include "app/score_table.h"
#include "document/edit.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

using document::Document;
using document::Paragraph;
using document::Request;

/// The one paragraph that reads so; nothing when there is none or several.
std::optional<document::Place> place_of_text(const Document& document, const std::string& text) {
    std::optional<document::Place> found;
    int count = 0;
    const auto look = [&](const Paragraph& paragraph, const document::Place& place) {
        if (document::text_of(paragraph) != text) return;
        found = place;
        ++count;
    };
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
        const auto& blocks = document.sections[s].blocks;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            if (const auto* paragraph = std::get_if<Paragraph>(&blocks[b])) look(*paragraph, {s, b, 0, 0, 0});
            const auto* table = std::get_if<document::Table>(&blocks[b]);
            if (table == nullptr) continue;
            for (std::size_t r = 0; r < table->rows.size(); ++r) {
                for (std::size_t c = 0; c < table->rows[r].cells.size(); ++c) {
                    const auto& cell = table->rows[r].cells[c].paragraphs;
                    for (std::size_t p = 0; p < cell.size(); ++p) look(cell[p], {s, b, r, c, p});
                }
            }
        }
    }
    return count == 1 ? found : std::nullopt;
}

void put_edits(Paper& paper, const std::vector<ParagraphEdit>& edits) {
    for (const ParagraphEdit& edit : edits) {
        const Paragraph* there = document::find_paragraph(std::as_const(paper.document), edit.place);
        document::Place place = edit.place;
        bool stale = false;
        if (there == nullptr || document::text_of(*there) != edit.was) {
            if (const auto moved = place_of_text(paper.document, edit.was)) {
                place = *moved;
            } else if (there != nullptr) {
                stale = true;
            } else {
                paper.lost.push_back(edit);
                continue;
            }
        }
        const std::string drafted = document::text_of(*document::find_paragraph(std::as_const(paper.document), place));
        // Only a text that no field of ours lets in is refused: then the draft stands.
        if (document::set_text(paper.document, place, edit.text)) paper.changed.push_back({place, stale, drafted});
    }
}

}  // namespace

Request usual_request(const office::YearBook& book, std::string_view kind) {
    Request request;
    request.kind = kind;
    const document::KindInfo* info = document::find_kind(kind);
    if (info == nullptr) return request;
    if (info->has(document::Need::kPlan)) {
        for (const office::PlanBundle& bundle : book.plans) {
            const bool own = bundle.plan.origin == office::PlanOrigin::kOwn;
            if (!request.plan || own) request.plan = bundle.plan.id;
            if (own) break;
        }
    }
    const bool person = info->has(document::Need::kPerson);
    if (person && !book.people.empty()) request.person = book.people.front().id;
    if (info->has(document::Need::kTitle)) {
        request.title = person ? "CSTDCS" : "TTLDXS";
        for (const office::Registration& one : book.registrations) {
            if (one.year != book.office.year || one.person != request.person) continue;
            request.title = one.title;
            break;
        }
    }
    return request;
}

const office::IssuedDocument* kept_paper(const office::YearBook& book, const Request& identity) {
    for (auto at = book.documents.rbegin(); at != book.documents.rend(); ++at) {
        if (at->kind == identity.kind && at->plan == identity.plan && at->person == identity.person &&
            at->title == identity.title) {
            return &*at;
        }
    }
    return nullptr;
}

PaperContent content_of(const office::IssuedDocument& record) {
    PaperContent content = paper_content_from(record.content);
    content.request.kind = record.kind;
    content.request.plan = record.plan;
    content.request.person = record.person;
    content.request.title = record.title;
    content.request.issue.number = record.number;
    content.request.issue.issued_on = record.date;
    return content;
}

PaperContent content_of(const office::YearBook& book, const Request& identity) {
    const office::IssuedDocument* record = kept_paper(book, identity);
    return record != nullptr ? content_of(*record) : PaperContent{identity, {}};
}

base::Result<Paper> make_paper(const office::YearBook& book, PaperContent content, const base::Date& today,
                               bool on_pages, const std::string* wording) {
    if (!content.request.as_of) content.request.as_of = today;
    fill_from_council(book, content.request);
    fill_from_scores(book, content.request);
    auto built = document::build_document(book, content.request, wording);
    if (!built) return tl::unexpected(built.error());
    Paper paper;
    paper.document = std::move(built->document);
    put_edits(paper, content.edits);
    paper.missing = document::missing_in(paper.document);
    if (on_pages) paper.layout = document::lay_out(paper.document, document::times_metrics());
    return paper;
}

bool keep_paper(Application& app, const PaperContent& content, Notice done) {
    const office::YearBook& book = app.book();
    const office::IssuedDocument* known = kept_paper(book, content.request);
    office::IssuedDocument record = known != nullptr ? *known : office::IssuedDocument{};
    record.kind = content.request.kind;
    record.plan = content.request.plan;
    record.person = content.request.person;
    record.title = content.request.title;
    record.number = content.request.issue.number;
    record.date = content.request.issue.issued_on;
    record.content = to_json(content);
    const auto paper = make_paper(book, content, app.today(), false);
    if (paper) record.subject = paper->document.title;
    if (known != nullptr && record == *known) return true;
    const auto journal = app.journal(1);
    record.made_from = journal.empty() ? 0 : static_cast<int>(journal.front().seq);
    return app.act(
        [&](store::Store& store) -> base::Status {
            if (known != nullptr) return store::edit_document(store, record);
            const auto made = store::add_document(store, record);
            if (!made) return tl::unexpected(made.error());
            return {};
        },
        std::move(done));
}

std::string paper_file_name(const office::YearBook& book, const Request& request) {
    const document::KindInfo* kind = document::find_kind(request.kind);
    std::string words = kind != nullptr ? std::string(kind->vi) : request.kind;
    if (const office::Person* person = find_person(book, request.person)) words += " " + person->full_name;
    words += " " + std::to_string(book.office.year);
    std::string name;
    const std::string folded = text::fold(words);
    for (const char c : folded) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) name += c;
        else if (!name.empty() && name.back() != '-') name += '-';
    }
    return name;
}

}  // namespace thidua::app
