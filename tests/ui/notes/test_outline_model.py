"""The real document against a plain list of (identity, moment, text), step by step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.notes import Line
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from helpers.sheet import ALT, CTRL, KEYS, Sheet

Place = tuple[int, int]
State = list[tuple[int, str]]
Script = list[tuple[str, float, float, float, float, str]]


@dataclass
class Model:
    """Lines as (token, text); what a person would say must come out."""

    lines: State = field(default_factory=lambda: [(0, "")])
    moments: dict[int, datetime] = field(default_factory=dict)
    clip: list[tuple[int | None, datetime | None, str]] = field(default_factory=list)
    tokens: "count[int]" = field(default_factory=lambda: count(1))

    def stamp(self, now: datetime) -> None:
        for token, text in self.lines:
            if text.strip():
                self.moments.setdefault(token, now)

    def remove(self, a: Place, b: Place, kept: int | None = None) -> Place:
        (i, x), (j, y) = a, b
        head, tail = self.lines[i][1][:x], self.lines[j][1][y:]
        token = self.lines[j][0] if x == 0 and tail else self.lines[i][0]
        if i == j:
            token = self.lines[i][0]
        self.lines[i : j + 1] = [(token if kept is None else kept, head + tail)]
        return a

    def type(self, a: Place, b: Place, text: str) -> None:
        i, x = self.remove(a, b)
        token, old = self.lines[i]
        self.lines[i] = token, old[:x] + text + old[x:]

    def enter(self, a: Place, b: Place) -> None:
        chosen = a != b
        i, x = self.remove(a, b)
        token, text = self.lines[i]
        if not text and not chosen:
            return
        fresh = next(self.tokens)
        if x == 0 and text:
            self.lines[i : i + 1] = [(fresh, ""), (token, text)]
            return
        if x < len(text) and token in self.moments:
            self.moments[fresh] = self.moments[token]
        self.lines[i : i + 1] = [(token, text[:x]), (fresh, text[x:])]

    def backspace(self, a: Place, b: Place) -> None:
        i, x = a
        if a != b:
            self.remove(a, b)
        elif x:
            self.remove((i, x - 1), a)
        elif i:
            self.join(i - 1)

    def delete(self, a: Place, b: Place) -> None:
        i, x = a
        if a != b:
            self.remove(a, b)
        elif x < len(self.lines[i][1]):
            self.remove(a, (i, x + 1))
        elif i + 1 < len(self.lines):
            self.join(i)

    def join(self, i: int) -> None:
        (upper, above), (lower, below) = self.lines[i], self.lines[i + 1]
        self.lines[i : i + 2] = [(lower if not above and below else upper, above + below)]

    def copy(self, a: Place, b: Place, *, cut: bool) -> None:
        if a == b:
            return
        (i, x), (j, y) = a, b
        to_end = y == len(self.lines[j][1])
        gone = x == 0 and to_end
        kept = self.lines[j][0] if x == 0 and not to_end else self.lines[i][0]
        self.clip = []
        for n in range(i, j + 1):
            token, text = self.lines[n]
            part = text[x if n == i else 0 : y if n == j else len(text)]
            leaves = cut and (n > i or x == 0) and (token != kept or gone)
            moment = self.moments.get(token) if cut and (part or leaves) else None
            self.clip.append((token if leaves else None, moment, part))
        if cut:
            self.remove(a, b, next(self.tokens) if gone else None)

    def paste(self, a: Place, b: Place) -> None:
        if not self.clip:
            return
        i, x = self.remove(a, b)
        here, text = self.lines[i]
        taken = {token for token, _ in self.lines}
        rows: State = []
        carried = []
        for token, moment, part in self.clip:
            again = token is not None and token in taken
            fresh = next(self.tokens) if token is None or again else token
            if moment is not None and not again:
                self.moments.setdefault(fresh, moment)
            taken.add(fresh)
            rows.append((fresh, part))
            carried.append(fresh == token)
        if not text and not carried[0]:
            rows[0] = here, rows[0][1]
        head, tail = text[:x], text[x:]
        if len(rows) == 1:
            self.lines[i] = (here if text else rows[0][0]), head + rows[0][1] + tail
            return
        first = (here if x else rows[0][0]), head + rows[0][1]
        token, last = rows[-1]
        if x == 0 and text:
            token = here
        elif 0 < x < len(text) and not last:
            token = next(self.tokens)
            if here in self.moments:
                self.moments[token] = self.moments[here]
        self.lines[i : i + 1] = [first, *rows[1:-1], (token, last + tail)]

    def move(self, a: Place, b: Place, by: int) -> None:
        i, j = a[0], b[0]
        if j > i and b[1] == 0:
            j -= 1
        block = self.lines[i : j + 1]
        if by < 0 and i > 0:
            self.lines[i - 1 : j + 1] = [*block, self.lines[i - 1]]
        elif by > 0 and j + 1 < len(self.lines):
            self.lines[i : j + 2] = [self.lines[j + 1], *block]


class Pair:
    """The sheet and the model side by side.

    Undo goes back to a state there was, step by step; only letters typed or erased one after
    the other may go together.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.model = sheet, Model()
        self.names: dict[int, str] = {0: sheet.ids()[0]}
        self.history: list[tuple[State, bool]] = [(list(self.model.lines), False)]
        self.at = 0

    def keep(self, *, letters: bool) -> None:
        state = list(self.model.lines)
        if state != self.history[self.at][0]:
            self.history[self.at + 1 :] = [(state, letters)]
            self.at += 1

    def do(self, step: tuple[str, float, float, float, float, str]) -> None:
        name, *places, text = step
        self.sheet.clock.forward()
        a, b = sorted([self.place(places[0], places[1]), self.place(places[2], places[3])])
        if name in ("type", "enter", "backspace", "delete", "paste") and places[1] < 0.6:
            b = a
        if name in ("undo", "redo"):
            self.undo(name)
        else:
            self.sheet.select(a, b if a != b else None)
            for part in text if name == "type" else "-":
                if name == "type" and not part.isascii() and a[0] != b[0]:
                    self.model.remove(a, b)  # before a composition begins: a step of its own
                    self.keep(letters=False)
                    self.sheet.key(KEYS.Key_Delete)
                    b = a
                self.act(name, a, b, part)
                self.model.stamp(self.sheet.clock.now)
                if name != "copy":
                    self.keep(letters=name in ("type", "backspace", "delete"))
                a = b = (a[0], a[1] + 1)
        self.compare()

    def place(self, line: float, at: float) -> Place:
        n = min(int(line * len(self.model.lines)), len(self.model.lines) - 1)
        length = len(self.model.lines[n][1])
        return n, min(int(at * (length + 1)), length)

    def act(self, name: str, a: Place, b: Place, text: str) -> None:
        sheet, model = self.sheet, self.model
        acts: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "type": (lambda: sheet.type(text), lambda: model.type(a, b, text)),
            "enter": (lambda: sheet.key(KEYS.Key_Return), lambda: model.enter(a, b)),
            "backspace": (lambda: sheet.key(KEYS.Key_Backspace), lambda: model.backspace(a, b)),
            "delete": (lambda: sheet.key(KEYS.Key_Delete), lambda: model.delete(a, b)),
            "cut": (lambda: sheet.key(KEYS.Key_X, CTRL), lambda: model.copy(a, b, cut=True)),
            "copy": (lambda: sheet.key(KEYS.Key_C, CTRL), lambda: model.copy(a, b, cut=False)),
            "paste": (sheet.editor.paste, lambda: model.paste(a, b)),
            "up": (lambda: sheet.key(KEYS.Key_Up, ALT), lambda: model.move(a, b, -1)),
            "down": (lambda: sheet.key(KEYS.Key_Down, ALT), lambda: model.move(a, b, 1)),
        }
        if name == "paste" and not model.clip:
            return
        for act in acts[name]:
            act()

    def undo(self, name: str) -> None:
        (self.sheet.undo if name == "undo" else self.sheet.redo)()
        by = -1 if name == "undo" else 1
        ids = {identity: token for token, identity in self.names.items()}
        now = [(ids[row.id], row.text) for row in self.sheet.document.rows()]
        if now == self.history[self.at][0]:
            return  # nothing to undo, or a letter typed over its like
        came = self.at
        while now != self.history[self.at][0]:
            self.at += by
            assert 0 <= self.at < len(self.history), (name, now)
        passed = self.history[min(came, self.at) + 1 : max(came, self.at) + 1]
        assert len(passed) == 1 or all(letters for _, letters in passed), (name, passed)
        self.model.lines = list(now)

    def compare(self) -> None:
        document = self.sheet.document
        rows = [(row.id, document.moment(row.id), row.text) for row in document.rows()]
        for (token, _), (identity, _, _) in zip(self.model.lines, rows, strict=True):
            assert self.names.setdefault(token, identity) == identity
        assert len(set(self.names.values())) == len(self.names)
        assert rows == self.wanted()
        assert len(set(self.sheet.ids())) == len(rows)

    def wanted(self, *, in_file: bool = False) -> list[tuple[str, datetime | None, str]]:
        """Return the list with the document's identities; empty lines at the end are in no file."""
        lines = list(self.model.lines)
        while in_file and lines and not lines[-1][1].strip():
            lines.pop()
        return [(self.names[token], self.model.moments.get(token), text) for token, text in lines]


steps = st.tuples(
    st.sampled_from(
        [
            *["type"] * 5,
            *["enter"] * 4,
            *["undo"] * 3,
            *["backspace", "delete", "cut", "copy", "paste", "paste", "up", "down", "redo"],
        ]
    ),
    *[st.floats(0, 1)] * 4,
    st.sampled_from(["a", "same", "b c", "日", "same"]),
)


class File:
    """What saves bring into a notebook, and what must be there."""

    def __init__(self, services: Services, conference: str) -> None:
        self.notes = services.notes
        self.session, _ = services.programme.add_session(conference, "Talk")
        self.base: tuple[Line, ...] = ()

    def save(self, pair: Pair) -> None:
        """Save the document, as the workspace does, and compare the file with the list."""
        lines = pair.sheet.document.lines()
        self.base = self.notes.save(self.session, lines, base=self.base)[0].lines
        held = [(x.id, x.written_at, x.text) for x in self.notes.view(self.session).lines]
        assert held == pair.wanted(in_file=True)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    path = tmp_path_factory.mktemp("outline") / "n.confnotes"
    opened = open_services(path, Mode.WRITE, wording={})
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def conference(services: Services) -> str:
    return services.programme.create_conference("Demo", "UTC")[0]


def _follow(services: Services, conference: str, script: Script, every: int) -> None:
    sheet = Sheet()
    sheet.editor.hide()
    pair, file = Pair(sheet), File(services, conference)
    try:
        for number, step in enumerate(script):
            pair.do(step)
            if number % every == 0:  # what several steps did together is in the file as well
                file.save(pair)
        file.save(pair)
    finally:
        sheet.close()


often = st.sampled_from([1, 1, 2, 7])


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40)
@given(script=st.lists(steps, min_size=10, max_size=50), every=often)
def test_document_and_file_are_the_list_after_every_step(
    services: Services, conference: str, script: Script, every: int
) -> None:
    _follow(services, conference, script, every)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@settings(max_examples=400)
@given(script=st.lists(steps, min_size=10, max_size=90), every=often)
def test_four_hundred_scripts(
    services: Services, conference: str, script: Script, every: int
) -> None:
    _follow(services, conference, script, every)
