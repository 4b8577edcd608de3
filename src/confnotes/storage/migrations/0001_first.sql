-- The first schema. Its columns are explained in confnotes/storage/schema.

CREATE TABLE author (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    handle TEXT NOT NULL,
    role TEXT NOT NULL,
    company TEXT NOT NULL,
    url TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE conference (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    own_name TEXT,
    short_name TEXT NOT NULL,
    own_short_name TEXT,
    timezone TEXT NOT NULL,
    timezone_confirmed INTEGER NOT NULL,
    starts TEXT,
    own_starts TEXT,
    ends TEXT,
    own_ends TEXT,
    day_begins INTEGER NOT NULL,
    venue TEXT NOT NULL,
    own_venue TEXT,
    city TEXT NOT NULL,
    own_city TEXT,
    url TEXT NOT NULL,
    own_url TEXT,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("timezone_confirmed" IN (0, 1)),
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE deletion (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    "table" TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_deletion_conference_id ON deletion (conference_id);

CREATE TABLE notebook (
    id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE attachment (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    name TEXT NOT NULL,
    width INTEGER,
    height INTEGER,
    taken_at TEXT,
    audience TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("audience" IN ('public', 'inside', 'private')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (conference_id, sha256)
) STRICT;
CREATE INDEX ix_attachment_conference_id ON attachment (conference_id);

CREATE TABLE day (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    date TEXT NOT NULL,
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (conference_id, date)
) STRICT;
CREATE INDEX ix_day_conference_id ON day (conference_id);

CREATE TABLE event (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    own_name TEXT,
    position INTEGER NOT NULL,
    starts TEXT,
    own_starts TEXT,
    ends TEXT,
    own_ends TEXT,
    venue TEXT NOT NULL,
    own_venue TEXT,
    url TEXT NOT NULL,
    own_url TEXT,
    intent TEXT NOT NULL,
    attendance TEXT NOT NULL,
    watch_later INTEGER NOT NULL,
    reason TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("intent" IN ('none', 'considered', 'going')),
    CHECK ("attendance" IN ('open', 'attended', 'left_early', 'missed')),
    CHECK ("watch_later" IN (0, 1)),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_event_conference_id ON event (conference_id);

CREATE TABLE fact (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    shown INTEGER NOT NULL,
    position INTEGER NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("shown" IN (0, 1)),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_fact_conference_id ON fact (conference_id);

CREATE TABLE footnote (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    text TEXT NOT NULL,
    audience TEXT NOT NULL,
    folded TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("audience" IN ('public', 'inside', 'private')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (conference_id, "key")
) STRICT;
CREATE INDEX ix_footnote_conference_id ON footnote (conference_id);

CREATE TABLE language_mark (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("language" IN ('ja', 'en', 'neutral')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (conference_id, owner_id, field)
) STRICT;
CREATE INDEX ix_language_mark_conference_id ON language_mark (conference_id);

CREATE TABLE report (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    layout TEXT NOT NULL,
    audience TEXT NOT NULL,
    language TEXT NOT NULL,
    target TEXT NOT NULL,
    position INTEGER NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("audience" IN ('public', 'inside', 'private')),
    CHECK ("language" IN ('ja', 'en', 'neutral')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_report_conference_id ON report (conference_id);

CREATE TABLE speaker (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    name TEXT NOT NULL,
    own_name TEXT,
    affiliation TEXT NOT NULL,
    own_affiliation TEXT,
    family_name TEXT NOT NULL,
    reading TEXT NOT NULL,
    biography TEXT NOT NULL,
    own_biography TEXT,
    url TEXT NOT NULL,
    own_url TEXT,
    source_key TEXT NOT NULL,
    confidence TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("confidence" IN ('given', 'guessed')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_speaker_conference_id ON speaker (conference_id);

CREATE TABLE version (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    made_from TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("language" IN ('ja', 'en', 'neutral')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (conference_id, owner_id, field, language)
) STRICT;
CREATE INDEX ix_version_conference_id ON version (conference_id);

CREATE TABLE report_setting (
    id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    target TEXT NOT NULL,
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (report_id, target, "key")
) STRICT;
CREATE INDEX ix_report_setting_report_id ON report_setting (report_id);

CREATE TABLE room (
    id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    source_key TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_room_event_id ON room (event_id);

CREATE TABLE section (
    id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent_id TEXT,
    position INTEGER,
    shown INTEGER NOT NULL,
    heading TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("shown" IN (0, 1)),
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE,
    FOREIGN KEY(parent_id) REFERENCES section (id) ON DELETE SET NULL,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (report_id, "key")
) STRICT;
CREATE INDEX ix_section_parent_id ON section (parent_id);
CREATE INDEX ix_section_report_id ON section (report_id);

CREATE TABLE session (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    title TEXT,
    own_title TEXT,
    subtitle TEXT,
    own_subtitle TEXT,
    abstract TEXT,
    own_abstract TEXT,
    kind TEXT,
    own_kind TEXT,
    format TEXT,
    own_format TEXT,
    code TEXT,
    own_code TEXT,
    language TEXT,
    own_language TEXT,
    room TEXT,
    own_room TEXT,
    track TEXT,
    own_track TEXT,
    start TEXT,
    own_start TEXT,
    "end" TEXT,
    own_end TEXT,
    duration INTEGER,
    own_duration INTEGER,
    state TEXT,
    own_state TEXT,
    start_at TEXT,
    end_at TEXT,
    intent TEXT NOT NULL,
    attendance TEXT NOT NULL,
    watch_later INTEGER NOT NULL,
    reason TEXT NOT NULL,
    heading TEXT NOT NULL,
    rating INTEGER,
    recommended INTEGER NOT NULL,
    summary TEXT NOT NULL,
    takeaway TEXT NOT NULL,
    reviewed INTEGER NOT NULL,
    started_at TEXT,
    video_offset REAL,
    audience TEXT NOT NULL,
    origin TEXT NOT NULL,
    series_id TEXT,
    tags TEXT NOT NULL,
    folded TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("intent" IN ('none', 'considered', 'going')),
    CHECK ("attendance" IN ('open', 'attended', 'left_early', 'missed')),
    CHECK ("watch_later" IN (0, 1)),
    CHECK ("recommended" IN (0, 1)),
    CHECK ("reviewed" IN (0, 1)),
    CHECK ("audience" IN ('public', 'inside', 'private')),
    CHECK ("origin" IN ('imported', 'own')),
    CHECK (rating BETWEEN 1 AND 5),
    CHECK (abs(video_offset) < 1e9),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_session_conference_id ON session (conference_id);
CREATE INDEX ix_session_event_id ON session (event_id);

CREATE TABLE source (
    id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported_at TEXT,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_source_event_id ON source (event_id);

CREATE TABLE track (
    id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    colour TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_track_event_id ON track (event_id);

CREATE TABLE credit (
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    speaker_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    printed_name TEXT NOT NULL,
    printed_affiliation TEXT NOT NULL,
    role TEXT NOT NULL,
    confidence TEXT NOT NULL,
    origin TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("confidence" IN ('given', 'guessed')),
    CHECK ("origin" IN ('imported', 'own')),
    FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_credit_session_id ON credit (session_id);
CREATE INDEX ix_credit_speaker_id ON credit (speaker_id);

CREATE TABLE line (
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    depth INTEGER NOT NULL,
    kind TEXT NOT NULL,
    written_at TEXT,
    nudge INTEGER NOT NULL,
    done INTEGER NOT NULL,
    unsure INTEGER NOT NULL,
    gist TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    answer TEXT NOT NULL,
    speaker_id TEXT,
    audience TEXT NOT NULL,
    tags TEXT NOT NULL,
    deleted_at TEXT,
    folded TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("done" IN (0, 1)),
    CHECK ("unsure" IN (0, 1)),
    CHECK ("resolved" IN (0, 1)),
    CHECK ("audience" IN ('public', 'inside', 'private')),
    CHECK (depth BETWEEN 0 AND 8),
    FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE SET NULL,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_line_session_id ON line (session_id);
CREATE INDEX ix_line_speaker_id ON line (speaker_id);

CREATE TABLE link (
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    origin TEXT NOT NULL,
    position INTEGER NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("state" IN ('none', 'expected', 'there')),
    CHECK ("origin" IN ('imported', 'own')),
    FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_link_session_id ON link (session_id);

CREATE TABLE section_source (
    id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    position INTEGER NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_section_source_section_id ON section_source (section_id);

CREATE TABLE section_text (
    id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    base TEXT NOT NULL,
    follows TEXT NOT NULL,
    line_ids TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("language" IN ('ja', 'en', 'neutral')),
    FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (section_id, language)
) STRICT;
CREATE INDEX ix_section_text_section_id ON section_text (section_id);

CREATE TABLE session_source (
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    "key" TEXT NOT NULL,
    start TEXT,
    record TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_session_source_session_id ON session_source (session_id);
CREATE INDEX ix_session_source_source_id ON session_source (source_id);

CREATE TABLE attachment_use (
    id TEXT NOT NULL,
    attachment_id TEXT NOT NULL,
    line_id TEXT,
    section_id TEXT,
    position INTEGER NOT NULL,
    caption TEXT NOT NULL,
    alternative TEXT NOT NULL,
    credit TEXT NOT NULL,
    width INTEGER,
    "group" TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ((line_id IS NULL) <> (section_id IS NULL)),
    FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE CASCADE,
    FOREIGN KEY(line_id) REFERENCES line (id) ON DELETE CASCADE,
    FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_attachment_use_attachment_id ON attachment_use (attachment_id);
CREATE INDEX ix_attachment_use_line_id ON attachment_use (line_id);
CREATE INDEX ix_attachment_use_section_id ON attachment_use (section_id);
