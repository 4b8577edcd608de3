-- How each session's notes came to be what they are: one row a step back.

CREATE TABLE history (
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    kept INTEGER NOT NULL,
    lost INTEGER NOT NULL,
    back TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    CHECK ("kept" IN (0, 1)),
    FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_history_session_id ON history (session_id);
