-- Ways of writing a name that a person said are right, whatever the schedule writes.

CREATE TABLE kept_name (
    id TEXT NOT NULL,
    conference_id TEXT NOT NULL,
    form TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (conference_id, form),
    FOREIGN KEY(conference_id) REFERENCES conference (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_kept_name_conference_id ON kept_name (conference_id);
