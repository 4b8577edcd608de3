-- How a report was arranged, under a name, for the reports of other conferences.

CREATE TABLE saved_layout (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    name TEXT NOT NULL,
    layout TEXT NOT NULL,
    title_ja TEXT NOT NULL,
    title_en TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_saved_layout_conference_id ON saved_layout (conference_id);

CREATE TABLE saved_section (
    id TEXT NOT NULL,
    layout_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT NOT NULL,
    "after" TEXT,
    shown INTEGER NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (layout_id, "key"),
    CHECK ("shown" IN (0, 1)),
    FOREIGN KEY(layout_id) REFERENCES saved_layout (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_saved_section_layout_id ON saved_section (layout_id);

CREATE TABLE saved_text (
    id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    language TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (section_id, language),
    CHECK ("language" IN ('ja', 'en', 'neutral')),
    FOREIGN KEY(section_id) REFERENCES saved_section (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_saved_text_section_id ON saved_text (section_id);
