-- Where a schedule was fetched, and what its server said of that state.

CREATE TABLE feed (
    id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    address TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    author_id TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE,
    FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_feed_source_id ON feed (source_id);
