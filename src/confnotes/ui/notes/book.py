"""The footnotes of a conference while one writes: keys, texts, and what the file lacks yet."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from confnotes.domain.footnotes import Footnote, new_key
from confnotes.domain.identity import new_id


class FootnoteBook(QObject):
    """`changed` tells the key of a footnote that came, went or reads differently now."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conference_id = ""
        self._prefix = "s"
        self._by_key: dict[str, Footnote] = {}
        self._reserved: set[str] = set()
        self._unsaved: dict[str, Footnote] = {}
        self._unsaved_of: dict[str, dict[str, Footnote]] = {}
        self._in_file: set[str] = set()

    def load(self, conference_id: str, footnotes: Iterable[Footnote]) -> None:
        """Take a conference's footnotes; texts not saved yet stay as they are here."""
        if conference_id != self._conference_id:
            self._unsaved = self._unsaved_of.setdefault(conference_id, {})
            self._reserved.clear()
        self._conference_id = conference_id
        in_file = {note.key: note for note in footnotes}
        self._in_file = set(in_file)
        self._by_key = in_file | {note.key: note for note in self._unsaved.values()}

    def set_prefix(self, prefix: str) -> None:
        """Set how keys made from now on begin (`s3`: the third session)."""
        self._prefix = prefix

    def keys(self) -> set[str]:
        """Return all keys of the conference."""
        return set(self._by_key)

    def all(self) -> tuple[Footnote, ...]:
        """Return all footnotes of the conference, as they read now."""
        return tuple(self._by_key.values())

    def get(self, key: str) -> Footnote | None:
        """Return a footnote, None when there is none of that key."""
        return self._by_key.get(key)

    def text(self, key: str) -> str:
        """Return a footnote's text ("" when there is none)."""
        note = self._by_key.get(key)
        return "" if note is None else note.text

    def of_prefix(self, prefix: str) -> list[Footnote]:
        """Return the footnotes whose keys were made under a prefix, in the order of their keys."""
        return [note for key, note in self._by_key.items() if key.rpartition("-")[0] == prefix]

    def new_key(self) -> str:
        """Return a key that is free, and keep it so."""
        key = new_key(self._prefix, self._by_key.keys() | self._reserved)
        self._reserved.add(key)
        return key

    def keep(self, key: str, text: str) -> None:
        """Set a footnote's text, making the footnote if it is new."""
        known = self._by_key.get(key)
        if known is not None and known.text == text:
            return
        note = (
            Footnote(new_id(), self._conference_id, key, text)
            if known is None
            else replace(known, text=text)
        )
        self._by_key[key] = self._unsaved[key] = note
        self.changed.emit(key)

    def drop(self, key: str) -> Footnote | None:
        """Forget a footnote; return it as it was, for whoever deletes it from the file."""
        note = self._by_key.pop(key, None)
        self._unsaved.pop(key, None)
        self._in_file.discard(key)
        if note is not None:
            self.changed.emit(key)
        return note

    def restore(self, note: Footnote) -> None:
        """Take back a footnote that was dropped."""
        self._by_key[note.key] = self._unsaved[note.key] = note
        self.changed.emit(note.key)

    def unsaved(self, conference_id: str) -> tuple[Footnote, ...]:
        """Return the footnotes the file does not have like this, not the empty new ones; none
        where it is another conference's that are written here."""
        if conference_id != self._conference_id:
            return ()
        return tuple(n for n in self._unsaved.values() if n.text.strip() or n.key in self._in_file)

    def saved(self, footnotes: Iterable[Footnote]) -> None:
        """Hear that these are in the file now."""
        for note in footnotes:
            if note.conference_id == self._conference_id:
                self._in_file.add(note.key)
            unsaved = self._unsaved_of.get(note.conference_id, {})
            if unsaved.get(note.key) == note:
                del unsaved[note.key]

    def still_unsaved(self, footnotes: Iterable[Footnote]) -> tuple[Footnote, ...]:
        """Return those of `footnotes` that the file still lacks, as they read by now."""
        now = (self._unsaved_of.get(n.conference_id, {}).get(n.key) for n in footnotes)
        return tuple(note for note in now if note is not None)
