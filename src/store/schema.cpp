#include "store/schema.h"

#include <array>
#include <string>

#include "store/sqlite.h"

namespace thidua::store {
namespace {

// Columns are named as the fields in office/fields.h; `listed` keeps the order in which a list was given.
// Foreign keys never cascade: a removal is written out by its command, so that the changeset holds all of
// it, and they are deferred, so that a changeset may be applied in any order. `date(x) IS x` is true
// for NULL and for real ISO dates only. source_text is a blob: it is kept byte for byte, valid or not.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    superior TEXT NOT NULL,
    place TEXT NOT NULL,
    symbol TEXT NOT NULL,
    head_title TEXT NOT NULL,
    head_name TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100)
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('own', 'superior')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'issued')),
    number TEXT NOT NULL,
    issued_on TEXT CHECK (date(issued_on) IS issued_on),
    place TEXT NOT NULL,
    issuer TEXT NOT NULL,
    superior TEXT NOT NULL,
    subject TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 1945 AND 2100),
    signer_title TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    unit_in_charge TEXT NOT NULL,
    recipients TEXT NOT NULL,
    source_text BLOB NOT NULL,
    restored_text TEXT NOT NULL
) STRICT;

CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    parent INTEGER REFERENCES plan_item DEFERRABLE INITIALLY DEFERRED CHECK (parent <> id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('preamble', 'section', 'heading', 'paragraph', 'closing')),
    label TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT
) STRICT;
CREATE INDEX plan_item_plan ON plan_item (plan, position);
CREATE INDEX plan_item_parent ON plan_item (parent);

CREATE TABLE basis_document (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('basis', 'cited')),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    date TEXT CHECK (date(date) IS date),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    effective_from TEXT CHECK (date(effective_from) IS effective_from),
    period TEXT NOT NULL,
    mentions TEXT NOT NULL
) STRICT;
CREATE INDEX basis_document_plan ON basis_document (plan, listed);

CREATE TABLE task (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    item INTEGER REFERENCES plan_item DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('task', 'duty')),
    state TEXT NOT NULL CHECK (state IN ('open', 'doing', 'done')),
    title TEXT NOT NULL CHECK (title <> ''),
    detail TEXT NOT NULL,
    assignee TEXT NOT NULL,
    due TEXT CHECK (date(due) IS due),
    recurrence TEXT NOT NULL,
    target TEXT NOT NULL,
    target_unit TEXT NOT NULL,
    source TEXT
) STRICT;
CREATE INDEX task_plan ON task (plan, position);
CREATE INDEX task_item ON task (item);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    task INTEGER NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    date TEXT CHECK (date(date) IS date),
    text TEXT NOT NULL,
    document_number TEXT NOT NULL,
    link TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_task ON evidence (task, listed);

CREATE TABLE occasion (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    years INTEGER NOT NULL CHECK (years >= 0),
    date TEXT CHECK (date(date) IS date),
    source TEXT
) STRICT;
CREATE INDEX occasion_plan ON occasion (plan, listed);

CREATE TABLE question (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    plan INTEGER NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    answer TEXT NOT NULL,
    source TEXT
) STRICT;
CREATE INDEX question_plan ON question (plan, listed);

CREATE TABLE person (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    full_name TEXT NOT NULL CHECK (full_name <> ''),
    position TEXT NOT NULL,
    unit TEXT NOT NULL,
    gender TEXT NOT NULL CHECK (gender IN ('unknown', 'male', 'female')),
    born_on TEXT CHECK (date(born_on) IS born_on),
    joined_on TEXT CHECK (date(joined_on) IS joined_on),
    left_on TEXT CHECK (date(left_on) IS left_on)
) STRICT;

CREATE TABLE year_record (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100),
    rating TEXT NOT NULL CHECK (rating IN ('unknown', 'not_completed', 'completed', 'good', 'excellent')),
    rating_document TEXT NOT NULL,
    movements TEXT NOT NULL CHECK (movements IN ('unknown', 'no', 'yes')),
    disciplined TEXT NOT NULL CHECK (disciplined IN ('unknown', 'no', 'yes')),
    under_review TEXT NOT NULL CHECK (under_review IN ('unknown', 'no', 'yes')),
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX year_record_person ON year_record (person, year);

CREATE TABLE registration (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100),
    title TEXT NOT NULL CHECK (title <> ''),
    registered_on TEXT CHECK (date(registered_on) IS registered_on)
) STRICT;
CREATE INDEX registration_person ON registration (person);
CREATE UNIQUE INDEX registration_once ON registration (coalesce(person, 0), year, title);

CREATE TABLE initiative (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100),
    kind TEXT NOT NULL CHECK (kind IN ('initiative', 'research')),
    name TEXT NOT NULL CHECK (name <> ''),
    recognised TEXT NOT NULL CHECK (recognised IN ('none', 'grassroots', 'province', 'nation')),
    decision_number TEXT NOT NULL,
    decision_date TEXT CHECK (date(decision_date) IS decision_date)
) STRICT;
CREATE INDEX initiative_person ON initiative (person);

CREATE TABLE award (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100),
    title TEXT NOT NULL CHECK (title <> ''),
    decision_number TEXT NOT NULL,
    decision_date TEXT CHECK (date(decision_date) IS decision_date),
    issuer TEXT NOT NULL,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1))
) STRICT;
CREATE INDEX award_person ON award (person);

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    kind TEXT NOT NULL CHECK (kind IN ('create', 'act', 'undo', 'redo')),
    target INTEGER NOT NULL CHECK (target >= 0 AND target < seq),
    act TEXT NOT NULL CHECK (act <> ''),
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
)sql";
// What the law asks and what was decided (office/dossier.h). Older tables stay as they are: a changeset of version 1
// must still apply when it is undone. Periods (an answer with a first day) may occur several times, answers once.
constexpr std::string_view kVersion2 = R"sql(
CREATE TABLE law_answer (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 1945 AND 2100),
    key TEXT NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL,
    begins_on TEXT CHECK (date(begins_on) IS begins_on),
    ends_on TEXT CHECK (date(ends_on) IS ends_on),
    document TEXT NOT NULL,
    note TEXT NOT NULL,
    answered_on TEXT CHECK (date(answered_on) IS answered_on)
) STRICT;
CREATE INDEX law_answer_person ON law_answer (person);
CREATE UNIQUE INDEX law_answer_once ON law_answer (coalesce(person, 0), year, key) WHERE begins_on IS NULL;

CREATE TABLE initiative_use (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    initiative INTEGER NOT NULL REFERENCES initiative DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL CHECK (title <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100)
) STRICT;
CREATE UNIQUE INDEX initiative_use_once ON initiative_use (initiative, year, title);

CREATE TABLE award_basis (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    award INTEGER NOT NULL REFERENCES award DEFERRABLE INITIALLY DEFERRED,
    ground TEXT NOT NULL CHECK (ground IN ('unknown', 'merit', 'sudden', 'thematic', 'other')),
    merit TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX award_basis_once ON award_basis (award);

CREATE TABLE overlay (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL CHECK (title <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100),
    decided_on TEXT CHECK (date(decided_on) IS decided_on),
    outcome TEXT NOT NULL,
    pack TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    facts TEXT NOT NULL,
    verdict TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX decision_person ON decision (person);

CREATE TABLE issued_document (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    plan INTEGER REFERENCES plan DEFERRABLE INITIALLY DEFERRED,
    person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    number TEXT NOT NULL,
    date TEXT CHECK (date(date) IS date),
    content TEXT NOT NULL,
    made_from INTEGER NOT NULL CHECK (made_from >= 0)
) STRICT;
CREATE INDEX issued_document_plan ON issued_document (plan);
CREATE INDEX issued_document_person ON issued_document (person);

CREATE TABLE text_template (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX text_template_once ON text_template (kind, name);

CREATE TABLE setting (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    listed INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_once ON setting (name);
)sql";

constexpr std::array<Migration, 2> kMigrations{{{1, kVersion1}, {2, kVersion2}}};

constexpr std::array<std::string_view, 21> kRecorded{
    "office",          "plan",          "plan_item",      "basis_document", "task",         "evidence",
    "occasion",        "question",      "person",         "year_record",    "registration", "initiative",
    "award",           "law_answer",    "initiative_use", "award_basis",    "overlay",      "decision",
    "issued_document", "text_template", "setting"};

/// Everything the schema holds, in one text.
base::Result<std::string> schema_text(sqlite3* db) {
    std::string all;
    Statement statement(db, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
    while (statement.row()) {
        for (int column = 0; column < 4; ++column) all += statement.bytes(column) + '\n';
    }
    if (auto good = statement.status(); !good) return tl::unexpected(good.error());
    return all;
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }
std::span<const std::string_view> recorded_tables() { return kRecorded; }

base::Status migrate(sqlite3* db, int from, int to) {
    for (const Migration& step : kMigrations) {
        if (step.to <= from || step.to > to) continue;
        if (auto good = execute(db, std::string(step.sql)); !good) return good;
        if (auto good = execute(db, "PRAGMA user_version = " + std::to_string(step.to)); !good) return good;
    }
    return {};
}

base::Status check_schema(sqlite3* db, int version) {
    sqlite3* raw = nullptr;
    const int rc =
        sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, nullptr);
    const Database model(raw);
    if (rc != SQLITE_OK) return sqlite_status(raw, rc);
    if (auto good = migrate(raw, 0, version); !good) return good;
    const auto wanted = schema_text(raw);
    if (!wanted) return tl::unexpected(wanted.error());
    const auto found = schema_text(db);
    if (!found) return tl::unexpected(found.error());
    if (*wanted == *found) return {};
    return tl::unexpected(damaged("schema"));
}

}  // namespace thidua::store
