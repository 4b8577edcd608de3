-- What was being said in a session, from subtitles or a transcript.

CREATE TABLE transcript (
    id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    name TEXT NOT NULL,
    cues TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (session_id),
    FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_transcript_session_id ON transcript (session_id);
