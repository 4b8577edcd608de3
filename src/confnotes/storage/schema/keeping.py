"""Tables that keep the books: what was deleted, and whose notebook this is."""

from confnotes.storage.schema import columns as c

deletion = c.table(
    "deletion",
    # No foreign key: the conference itself may be what is gone.
    c.identity("conference_id", index=True),
    c.text("table", "where the row stood; its id is this row's id"),
)

notebook = c.table("notebook")
"""One row: the notebook's own id, and as `author_id` the person who writes in it."""
