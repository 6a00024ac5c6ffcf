#include "app/dossier_maker.h"

#include <algorithm>
#include <utility>

#include "app/council.h"
#include "app/council_papers.h"
#include "document/kind_scope.h"
#include "document/wording.h"
#include "law/case_file.h"
#include "office/title.h"
#include "text/letters.h"

namespace thidua::app {
namespace {

using document::Request;

/// What must not be taken for certain says so on paper too.
std::string marked(const std::string& words, law::Confidence confidence) {
    return confidence == law::Confidence::kSeen || words.empty() ? words : words + " (chưa kiểm chứng)";
}

std::string act_words(const std::string& title, int year) {
    const office::EmulationTitle* found = office::find_title(title);
    const bool form = found != nullptr && found->commendation;
    return std::string(form ? "Đề nghị tặng " : "Đề nghị tặng danh hiệu ") + document::title_name(title) + " năm " +
           std::to_string(year);
}

bool names(const office::YearBook& book, const Request& request, const DossierWish& wish) {
    const auto proposals = document::proposals_of(book, request);
    return std::any_of(proposals.begin(), proposals.end(), [&](const document::Proposal& one) {
        return one.person == wish.person && one.name.empty() && one.title == wish.title;
    });
}

void note(document::DossierPart& part, const std::string& words) {
    part.note += (part.note.empty() ? "" : "; ") + words;
}

}  // namespace

std::vector<DossierWish> registered_dossiers(const office::YearBook& book, std::string_view title) {
    std::vector<DossierWish> wishes;
    for (const office::Registration& entry : book.registrations) {
        if (entry.year == book.office.year && (title.empty() || entry.title == title))
            wishes.push_back({entry.person, entry.title});
    }
    return wishes;
}

base::Result<DossierMaker> DossierMaker::begin(const law::PackSet& packs, const office::YearBook& book,
                                               const std::vector<DossierWish>& wishes, const base::Date& on,
                                               const base::Date& today, std::string_view extension) {
    if (wishes.empty()) {
        return base::fail(base::ErrorKind::kBadInput,
                          "Chưa có ai đăng ký danh hiệu này nên không có hồ sơ để lập; hãy ghi đăng ký trước.",
                          "Nobody is registered for this title, so there is no dossier to make; register first.");
    }
    DossierMaker maker;
    maker.book_ = book;
    maker.wishes_ = wishes;
    maker.extension_ = extension;
    maker.today_ = today;
    const bool one_title = std::all_of(wishes.begin(), wishes.end(),
                                       [&](const DossierWish& wish) { return wish.title == wishes.front().title; });
    if (one_title) maker.title_ = wishes.front().title;
    maker.submission_ = maker.submission(packs);
    for (const DossierWish& wish : wishes) {
        const auto parts = law::dossier(packs, wish.title, book.office.year, on, {});
        if (!parts && wishes.size() == 1) return tl::unexpected<base::Error>(parts.error());
        maker.add_parts(packs, wish, on);
    }
    return maker;
}

void DossierMaker::add_parts(const law::PackSet& packs, const DossierWish& wish, const base::Date& on) {
    const std::size_t at = dossiers_.size();
    document::Dossier& dossier = dossiers_.emplace_back();
    drafted_.emplace_back();
    dossier.title = act_words(wish.title, book_.office.year);
    dossier.subject = document::subject_name(book_, wish.person);
    dossier.date = on;
    const BallotSheet ballot = kept_ballot(book_, wish.title).value_or(BallotSheet{});
    const auto view = dossier_view(packs, book_, wish.person, wish.title, on, ballot);
    if (!view) {
        dossier.parts.push_back({"Danh mục thành phần hồ sơ", "", true, {}, view.error().vi, false});
        return;
    }
    const bool shared = wishes_.size() > 1;
    for (const DossierLine& line : view->lines) {
        const std::size_t part = dossier.parts.size();
        document::DossierPart& made = dossier.parts.emplace_back();
        made.name = line.part.words.vi;
        made.clause = marked(line.part.authority.clause, line.part.authority.confidence);
        if (!line.part.form.empty()) made.clause += "; " + marked(line.part.form, line.part.form_confidence);
        if (line.state == PartState::kMissing) {
            made.note = line.vi;
            continue;
        }
        if (line.part.id == "submission") {
            if (names(book_, submission_.request, wish)) {
                add_draft(at, part, submission_, shared);
            } else {
                made.note = council_refused(packs, book_, wish.person, wish.title)
                                ? "Phiếu của Hội đồng chưa đạt nên tờ trình không nêu"
                                : "Tờ trình đã lập không nêu đối tượng này";
            }
        } else if (line.part.id == "report") {
            Request request;
            request.kind = wish.person ? "achievement-person" : "achievement-collective";
            request.person = wish.person;
            request.title = wish.title;
            add_draft(at, part, content_of(book_, request), false);
        } else if (line.part.id == "minutes") {
            add_draft(at, part, minutes(wish, "minutes"), shared);
            if (line.part.ballot) add_draft(at, part, minutes(wish, "count"), shared);
        } else {
            made.on_paper = line.state == PartState::kHave;
            made.note = line.vi;
        }
    }
}

/// The proposal that was kept for the title, or for all; else one that names whom the dossiers are about.
PaperContent DossierMaker::submission(const law::PackSet& packs) const {
    Request request;
    request.kind = "proposal";
    request.title = title_;
    if (kept_paper(book_, request) == nullptr) request.title.clear();
    PaperContent content = content_of(book_, request);
    if (kept_paper(book_, request) == nullptr) {
        for (const DossierWish& one : wishes_) {
            if (!council_refused(packs, book_, one.person, one.title))
                content.request.proposals.push_back({one.person, one.title, "", ""});
        }
        content.request.only_proposals = true;
    }
    fill_from_council(book_, content.request);
    return content;
}

PaperContent DossierMaker::minutes(const DossierWish& wish, const char* kind) const {
    Request request;
    request.kind = kind;
    PaperContent content = content_of(book_, request);
    const auto ballot = kept_ballot(book_, wish.title);
    if (ballot && !content.request.meeting.date) content.request.meeting.date = ballot->held_on;
    return content;
}

/// A draft that several dossiers share is made once; meetings of two days give two.
void DossierMaker::add_draft(std::size_t dossier, std::size_t part, PaperContent content, bool shared) {
    if (drafted_[dossier].size() <= part) drafted_[dossier].resize(part + 1);
    drafted_[dossier][part] = true;
    if (shared) {
        for (Draft& draft : drafts_) {
            const Request& known = draft.content.request;
            if (known.kind != content.request.kind || known.meeting.date != content.request.meeting.date) continue;
            draft.parts.emplace_back(dossier, part);
            return;
        }
    }
    drafts_.push_back({{{dossier, part}}, std::move(content)});
}

std::vector<std::string> DossierMaker::lacking(std::size_t dossier) const {
    std::vector<std::string> out;
    const auto& parts = dossiers_[dossier].parts;
    const std::vector<bool>& drafted = drafted_[dossier];
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (!parts[p].required || parts[p].on_paper || (p < drafted.size() && drafted[p])) continue;
        out.push_back(parts[p].name + (parts[p].note.empty() ? "" : " (" + parts[p].note + ")"));
    }
    return out;
}

base::Result<Paper> DossierMaker::next() {
    auto paper = make_paper(book_, drafts_[done_].content, today_, false);
    blanks_ = paper ? paper->missing.size() : 0;
    return paper;
}

void DossierMaker::made(std::string bytes) {
    Draft& draft = drafts_[done_++];
    const Request& request = draft.content.request;
    std::string name = paper_file_name(book_, request);
    const bool shared = draft.parts.size() > 1;
    if (shared && request.meeting.date) name += "-" + base::to_iso(*request.meeting.date);
    for (const auto& [dossier, part] : draft.parts) {
        document::DossierPart& into = dossiers_[dossier].parts[part];
        into.files.push_back({name + extension_, std::move(bytes), shared});
        bytes.clear();  // what is shared is kept by the first
        if (blanks_ == 0) continue;
        const document::KindInfo* kind = document::find_kind(request.kind);
        note(into, std::string(kind->vi) + " còn " + document::counted(blanks_) + " chỗ để trống");
    }
}

base::Result<std::string> DossierMaker::finish() const {
    if (dossiers_.size() == 1) return document::write_dossier(book_.office, dossiers_.front());
    const std::string year = " năm " + std::to_string(book_.office.year);
    return document::write_dossiers(
        book_.office, title_.empty() ? "Đề nghị khen thưởng" + year : act_words(title_, book_.office.year), dossiers_);
}

std::string DossierMaker::file_name() const {
    std::string words = "hồ sơ";
    if (dossiers_.size() == 1) words += " " + dossiers_.front().subject;
    if (!title_.empty()) words += " " + title_;
    words += " " + std::to_string(book_.office.year);
    std::string name = text::fold(words);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name + ".zip";
}

}  // namespace thidua::app
