-- Conferences that were put away: into the archive, or into the trash.

CREATE TABLE shelved (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    shelf TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (conference_id),
    CHECK ("shelf" IN ('archived', 'trashed')),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_shelved_conference_id ON shelved (conference_id);
