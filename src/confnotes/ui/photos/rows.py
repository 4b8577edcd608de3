"""The rows of the contact sheet out of the album; words of photos that did not change are kept."""

from confnotes.ui.photos import words
from confnotes.ui.photos.album import Album, Entry, Group
from confnotes.ui.photos.model import Head, Row, State, Tile

_Key = tuple[object, ...]


class Rows:
    """Makes rows; saying where hundreds of photos come takes its time, so it is said once."""

    def __init__(self) -> None:
        self._tiles: dict[int, tuple[_Key, Tile]] = {}

    def of(self, album: Album) -> list[Row]:
        """Return heads and tiles in order; files still to be read are one head at the end."""
        rows: list[Row] = []
        known, self._tiles = self._tiles, {}
        for group in album.groups():
            rows.append(_head(album, group))
            for entry in group.entries:
                key = _key(album, entry)
                kept = known.get(id(entry))
                tile = kept[1] if kept is not None and kept[0] == key else _tile(album, entry)
                self._tiles[id(entry)] = key, tile
                rows.append(tile)
        unread = album.counts().unread
        if unread:
            title, quiet = words.unread(unread)
            rows.append(Head("unread", title, quiet, "", State.NO_BOX))
        return rows


def _head(album: Album, group: Group) -> Head:
    title, quiet, chosen = words.head(album, group)
    key = "broken" if group.broken else group.session_id or "none"
    if group.broken or not group.session_id:
        return Head(key, title, quiet, chosen, State.NO_BOX, group.entries, warns=True)
    state = State.SOME if group.chosen else State.NONE
    if group.chosen == len(group.entries):
        state = State.ALL
    return Head(key, title, quiet, chosen, state, group.entries)


def _key(album: Album, entry: Entry) -> _Key:
    return (
        id(album.plan),
        entry.at,
        entry.session_id,
        entry.after,
        entry.mark,
        entry.group,
        entry.copy_of,
        entry.known_in,
        entry.problem,
    )


def _tile(album: Album, entry: Entry) -> Tile:
    when, fate = words.tile(album, entry)
    return Tile(entry, when, fate, words.said(album, entry))
