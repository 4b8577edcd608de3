"""The history of each session's notes, written with whatever changes lines or footnotes.

It is taken where rows are written, so that no use case can forget it. A step costs what its
changes cost: the ids of a session are read only when lines came, went or moved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, or_, select, update

from confnotes.domain.errors import NotebookError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.history import (
    HistoryStep,
    Run,
    StepBack,
    joined,
    loss,
    runs_between,
    takes_much,
    thinned,
)
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.times import instant_from, instant_text
from confnotes.storage import stepping
from confnotes.storage.mapping import Value, mapping_of
from confnotes.storage.querying import values
from confnotes.storage.schema import history as table
from confnotes.storage.schema import line as line_table
from confnotes.storage.schema import session as session_table

Row = Mapping[str, Value]

WHOLE = timedelta(days=3)
"""How long every step is kept; older ones are joined hour by hour."""
_REST = timedelta(hours=1)
_KEPT = frozenset({"line", "footnote"})
_LINE, _NOTE = mapping_of(Line), mapping_of(Footnote)
_CONTENT = tuple(name for name in _LINE.names if name not in stepping.PLACE)


def steps(
    connection: Connection, session_id: str, *, since: int = 0, most: int = -1
) -> tuple[HistoryStep, ...]:
    """Return the steps of a session's history from number `since` on (the first `most`), the
    newest first.

    NotebookError notebook.damaged (path, detail) when one cannot be read.
    """
    query = select(table).where(table.c.session_id == session_id, table.c.number >= since)
    rows = connection.execute(query.order_by(table.c.number.desc(), table.c.id).limit(most))
    conference_id = _conference_of(connection, session_id)
    try:
        return tuple(_step(row, conference_id) for row in rows.mappings())
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError("notebook.damaged", detail=f"history: {error}") from error


def _step(row: Any, conference_id: str) -> HistoryStep:
    return HistoryStep(
        row["id"],
        row["session_id"],
        row["number"],
        instant_from(row["first_at"]),
        instant_from(row["last_at"]),
        bool(row["kept"]),
        row["lost"],
        stepping.from_text(row["back"], conference_id),
    )


def _conference_of(connection: Connection, session_id: str) -> str:
    query = select(session_table.c.conference_id).where(session_table.c.id == session_id)
    return str(connection.scalar(query) or "")


@dataclass
class _Touched:
    """Rows of one session's lines by id, as they were before a unit of work and after it."""

    before: dict[str, Row] = field(default_factory=dict)
    after: dict[str, Row] = field(default_factory=dict)


class Past:
    """What one unit of work overwrites. `keep`: the state before it is to be kept in any case;
    `notes_of`: the session whose history has its footnotes ("": all that ever cited them)."""

    def __init__(self, connection: Connection, author_id: str, now: datetime) -> None:
        self._connection, self._author_id, self._now = connection, author_id, now
        self._lines: dict[str, tuple[Row | None, Row | None]] = {}
        self._notes: dict[str, tuple[Row | None, Row | None]] = {}
        self.keep = False
        self.notes_of = ""

    def note(self, table: Table, old: Row | None, new: Row | None) -> None:
        """Hear that a row was written (`old` None: a new one) or deleted (`new` None)."""
        if table.name not in _KEPT:
            return
        kept = self._lines if table.name == "line" else self._notes
        identity = str((old or new or {})["id"])
        first = kept[identity][0] if identity in kept else old
        kept[identity] = first, new

    def write(self) -> None:
        """Write what was heard into the histories, as the last act of the unit."""
        touched: dict[str, _Touched] = {}
        for identity, (old, new) in self._lines.items():
            if old is not None and old.get("deleted_at") is None:
                found = touched.setdefault(str(old["session_id"]), _Touched())
                found.before[identity] = old
            if new is not None and new.get("deleted_at") is None:
                found = touched.setdefault(str(new["session_id"]), _Touched())
                found.after[identity] = new
        noted = self._noted()
        for session_id in {*touched, *noted}:
            self._write(session_id, touched.get(session_id, _Touched()), noted)

    def _noted(self) -> dict[str, dict[str, Footnote | None]]:
        """Return the footnotes as they were, by the session whose history has them."""
        out: dict[str, dict[str, Footnote | None]] = {}
        for identity, (old, new) in self._notes.items():
            was, now = _footnote(old), _footnote(new)
            note = was or now
            if was == now or note is None:
                continue
            for session_id in [self.notes_of] if self.notes_of else self._citing(note):
                out.setdefault(session_id, {})[identity] = was
        return out

    def _citing(self, note: Footnote) -> Iterator[str]:
        """Yield the sessions whose lines cite a footnote, or did so once."""
        mark, c = f"[^{note.key}]", line_table.c
        here = select(session_table.c.id).where(session_table.c.conference_id == note.conference_id)
        texts = (c.text, c.gist, c.answer)
        lines = select(c.session_id).where(
            c.session_id.in_(here), or_(*(text.contains(mark, autoescape=True) for text in texts))
        )
        once = select(table.c.session_id).where(
            table.c.session_id.in_(here), table.c.back.contains(mark, autoescape=True)
        )
        yield from self._connection.scalars(lines.union(once))

    def _write(
        self, session_id: str, touched: _Touched, noted: Mapping[str, dict[str, Footnote | None]]
    ) -> None:
        before, after = touched.before, touched.after
        added = tuple(i for i in after if i not in before)
        removed = {i: _line(row) for i, row in before.items() if i not in after}
        changed = {
            i: _line(row)
            for i, row in before.items()
            if i in after and any(row[name] != after[i][name] for name in _CONTENT)
        }
        order: list[str] = []
        runs: tuple[Run, ...] = ()
        if added or removed or any(before[i]["position"] != after[i]["position"] for i in after):
            order, old = self._orders(session_id, before, set(added))
            runs = runs_between(old, order)
        back = StepBack(added, changed, removed, runs, noted.get(session_id, {}))
        if not back or not _conference_of(self._connection, session_id):
            return
        now = {i: _line(after[i]) for i in (*added, *changed)}
        lost = loss(back, now)
        kept = self.keep or takes_much(back, lost, empty=lost > 0 and self._wordless(session_id))
        step = HistoryStep(new_id(), session_id, 0, self._now, self._now, kept, lost, back)
        self._add(step, order, now)

    def _orders(
        self, session_id: str, before: Mapping[str, Row], added: set[str]
    ) -> tuple[list[str], list[str]]:
        """Return the ids of a session's lines, in order, as they are and as they were."""
        c = line_table.c
        query = select(c.id, c.position).where(c.session_id == session_id, c.deleted_at.is_(None))
        rows = self._connection.execute(query.order_by(c.position, c.id)).all()
        places = {row[0]: row[1] for row in rows if row[0] not in added}
        places |= {i: row["position"] for i, row in before.items()}
        return [row[0] for row in rows], sorted(places, key=lambda one: (places[one], one))

    def _wordless(self, session_id: str) -> bool:
        c = line_table.c
        query = select(c.id).where(c.session_id == session_id, c.deleted_at.is_(None), c.text != "")
        return self._connection.scalar(query.limit(1)) is None

    def _add(self, step: HistoryStep, order: list[str], now: Mapping[str, Line]) -> None:
        """Add a step to its session's history, as part of the last one if that is close."""
        last = next(iter(steps(self._connection, step.session_id, most=1)), None)
        if last is not None and last.close_to(step) and last.joins(step) and self._mine(last.id):
            notes = {i: _footnote(new) for i, (_, new) in self._notes.items()}
            back = joined(step.back, last.back, order, now, notes)
            if back:
                lost = last.lost + step.lost
                self._update(replace(last, last_at=self._now, lost=lost, back=back))
            else:
                self._delete(last.id)
            return
        self._insert(replace(step, number=1 if last is None else last.number + 1))
        if last is not None and step.first_at - last.last_at > _REST:
            self._thin(step.session_id)

    def _mine(self, identity: str) -> bool:
        query = select(table.c.author_id).where(table.c.id == identity)
        return bool(self._connection.scalar(query) == self._author_id)

    def _thin(self, session_id: str) -> None:
        """Join old steps hour by hour. Those joined leave no id behind: nobody refers to one."""
        found = steps(self._connection, session_id)
        lines = values(self._connection, Line, line_table.c.session_id == session_id)
        known = {step.id: step for step in found}
        for step in thinned(found, lines, self._now - WHOLE):
            if known.pop(step.id) != step:
                self._update(step)
        for identity in known:
            self._delete(identity)

    def _insert(self, step: HistoryStep) -> None:
        row = _row(step, self._now) | {"id": step.id, "author_id": self._author_id}
        self._connection.execute(insert(table), row)

    def _update(self, step: HistoryStep) -> None:
        row = _row(step, self._now)
        self._connection.execute(update(table).where(table.c.id == step.id).values(row))

    def _delete(self, identity: str) -> None:
        self._connection.execute(delete(table).where(table.c.id == identity))


def _row(step: HistoryStep, now: datetime) -> dict[str, Any]:
    return {
        "session_id": step.session_id,
        "number": step.number,
        "first_at": instant_text(step.first_at),
        "last_at": instant_text(step.last_at),
        "kept": int(step.kept),
        "lost": step.lost,
        "back": stepping.to_text(step.back),
        "changed_at": instant_text(now),
    }


def _line(row: Row) -> Line:
    return _LINE.decode([row[name] for name in _LINE.names])


def _footnote(row: Row | None) -> Footnote | None:
    return None if row is None else _NOTE.decode([row[name] for name in _NOTE.names])
