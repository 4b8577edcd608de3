"""Somebody who writes Japanese and English at random at the Notes desk, and a plain list that knows
what must stand there then."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

from confnotes.domain.notes import MAX_DEPTH
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import TEXT_SIZES
from helpers.later_schedules import state
from helpers.notes_desk import Desk
from helpers.sheet import ALT, CTRL, KEYS, NONE, SHIFT

KANA = "にほんごのへんかんとちゅう"
COMMITS = (
    "日本語",
    "です。",
    "「引用」",
    "？",
    "か",
    "！すごい",
    "k8s の話",
    "サイドカー",
    "＊",
    "Ｑ：なぜ",
)
SIGNS = {"？": "unclear", "！": "thought", "＊": "key", "Ｑ：": "question"}
WORDS = ("ok ", "A sidecar ", "Q3 ", "![ ", "** ", "[^1] ", "https://a.example ", "#1 ")
MARKS = {"? ": "unclear", "! ": "thought", "Q: ": "question", '" ': "quote", "* ": "key"}
CHORDS = {KEYS.Key_1: "thought", KEYS.Key_2: "quote", KEYS.Key_5: "key", KEYS.Key_6: "todo"}
FOREIGN = (
    (KEYS.Key_Return, NONE),
    (KEYS.Key_Tab, NONE),
    (KEYS.Key_Escape, NONE),
    (KEYS.Key_F7, NONE),
    (KEYS.Key_Backspace, NONE),
    (KEYS.Key_Delete, NONE),
    (KEYS.Key_PageDown, CTRL),
    (KEYS.Key_1, CTRL),
    (KEYS.Key_Slash, CTRL),
    (KEYS.Key_Up, ALT),
    (KEYS.Key_Z, CTRL),
    (KEYS.Key_V, CTRL),
    (KEYS.Key_X, CTRL),
    (KEYS.Key_F, CTRL | SHIFT),
    (KEYS.Key_A, CTRL | SHIFT),
)
MOST_LINES = 9


@dataclass
class Written:
    """A line as it must be."""

    text: str = ""
    kind: str = "point"
    depth: int = 0


@dataclass
class Book:
    """A session as it must be, and the line the caret is at the end of."""

    lines: list[Written] = field(default_factory=lambda: [Written()])
    at: int = 0

    @property
    def line(self) -> Written:
        """The line one writes in."""
        return self.lines[self.at]

    def put(self, text: str) -> None:
        """Letters arrive at the end of the line; its first ones may be a mark."""
        line = self.line
        sign = next((s for s in SIGNS if text.startswith(s)), "") if not line.text else ""
        line.kind = SIGNS.get(sign, line.kind)
        line.text += text.removeprefix(sign)

    def family(self) -> list[Written]:
        """Return the line and those that hang below it."""
        below = self.lines[self.at + 1 :]
        count = next((n for n, x in enumerate(below) if x.depth <= self.line.depth), len(below))
        return self.lines[self.at : self.at + 1 + count]


class Scribe:
    """Writes in several sessions of one desk, whose conference came from a schedule; `fired`
    names every action of the window's."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.dice = desk, Random(seed)
        self.books = {desk.ids[title]: Book() for title in ("Running", "Late", "Other")}
        self.here = desk.ids["Running"]
        self.later: list[Callable[[], None]] = []
        self.fired: list[str] = []
        self.imports = 0
        self.log: list[object] = []
        for name, action in desk.workspace.actions_by_name.items():
            action.triggered.connect(lambda _on=False, n=name: self.fired.append(n))
        QApplication.clipboard().setText("never")

    @property
    def book(self) -> Book:
        """What must stand in the session that is open."""
        return self.books[self.here]

    # -- what an input method does -------------------------------------------------------------

    def preedit(self, text: str, commit: str = "", replaced: tuple[int, int] = (0, 0)) -> None:
        """Send one event of an input method, with attributes as real ones have them."""
        kind = QInputMethodEvent.AttributeType
        form = QTextCharFormat()
        form.setFontUnderline(True)
        form.setBackground(QColor("lightgrey"))
        attributes = [
            QInputMethodEvent.Attribute(kind.TextFormat, 0, (len(text) + 1) // 2, form),
            QInputMethodEvent.Attribute(kind.Cursor, self.dice.randint(0, len(text)), 1, None),
        ]
        event = QInputMethodEvent(text, attributes if text else [])
        self.log.append((text, commit, replaced))
        if commit or replaced[1]:
            event.setCommitString(commit, *replaced)
        QApplication.sendEvent(self.desk.editor, event)

    def compose(self) -> None:
        """One composition, from its first kana to its end, whatever happens meanwhile."""
        dice, before = self.dice, len(self.fired)
        length, shown = 0, ""
        for _ in range(dice.randint(1, 5)):
            length = max(1, min(length + dice.choice((1, 1, 2, -1)), len(KANA)))
            shown = KANA[:length] if dice.random() < 0.8 else dice.choice(("日本", "二本", "Ｎ"))
            self.preedit(shown)
            self.meanwhile()
            self.check()
            assert self.desk.editor.composing
        assert self.fired[before:] == []
        match dice.randint(0, 9):
            case 0:
                self.preedit("")
            case 1 | 2:
                first, second = dice.choice(COMMITS), dice.choice(COMMITS)
                self.preedit(KANA[:3], first)
                self.preedit("", second)
                self.book.put(first + second)
            case 3:
                self.book.put(shown)  # a switch takes what is shown into the session it is in
                self.switch()
            case _:
                text = dice.choice(COMMITS)
                self.preedit("", text)
                self.book.put(text)
        self.preedit("")  # the empty event that follows
        self.arrive()
        self.check()

    def meanwhile(self) -> None:
        """What goes on in the program while one composes; none of it is to be seen."""
        desk, dice = self.desk, self.dice
        chance = dice.random()
        self.log.append(("meanwhile", round(chance, 2)))
        if chance < 0.3:
            desk.key(*dice.choice(FOREIGN))
        elif chance < 0.5:
            desk.workspace.saver.save()
        elif chance < 0.6:
            desk.workspace._tick()
        elif chance < 0.65:
            self.change_elsewhere()
        elif chance < 0.67:
            self.restyle()
        elif chance < 0.75:
            self.reimport()
        QApplication.processEvents()

    # -- what one does between compositions ----------------------------------------------------

    def between(self) -> None:
        """One thing that a person does with keys."""
        acts = (
            *[self.letters, self.enter] * 3,
            *[self.tab, self.chord, self.go, self.undo_and_redo] * 2,
            *[self.typed_mark, self.backspace, self.move, self.replace_last, self.switch],
            *[self.change_elsewhere, self.clear],
        )
        act = self.dice.choice(acts)
        self.log.append(act.__name__)
        act()
        if self.dice.random() < 0.02:
            self.restyle()
        QApplication.processEvents()
        self.arrive()
        self.check()

    def letters(self) -> None:
        """Ordinary English and Markdown, also at the start of a line."""
        text = self.dice.choice(WORDS)
        self.desk.type(text)
        self.book.line.text += text

    def typed_mark(self) -> None:
        """A mark and its blank in an empty line."""
        line = self.book.line
        if line.text:
            return
        sign = self.dice.choice([*MARKS])
        self.desk.type(sign)
        line.kind = MARKS[sign]

    def chord(self) -> None:
        """A mark by chord: on, or off."""
        key = self.dice.choice([*CHORDS])
        self.desk.key(key, CTRL)
        line = self.book.line
        line.kind = "point" if line.kind == CHORDS[key] else CHORDS[key]

    def enter(self) -> None:
        """The next bullet; an empty one loses first its mark, then its depth."""
        book, line = self.book, self.book.line
        if len(book.lines) >= MOST_LINES:
            return
        self.desk.key(KEYS.Key_Return)
        if line.text or line.kind == "unclear":
            book.at += 1
            book.lines.insert(book.at, Written(depth=line.depth))
        elif line.kind != "point":
            line.kind = "point"
        elif line.depth:
            for one in book.family():
                one.depth -= 1

    def backspace(self) -> None:
        """One letter less."""
        if self.book.line.text:
            self.desk.key(KEYS.Key_Backspace)
            self.book.line.text = self.book.line.text[:-1]

    def tab(self) -> None:
        """One level in or out, with what hangs below."""
        book = self.book
        family = book.family()
        if self.dice.random() < 0.4:
            self.desk.key(KEYS.Key_Backtab, SHIFT)
            for one in family:
                one.depth = max(one.depth - 1, 0)
            return
        self.desk.key(KEYS.Key_Tab)
        above = book.lines[book.at - 1].depth if book.at else -1
        if book.line.depth <= above and max(one.depth for one in family) < MAX_DEPTH:
            for one in family:
                one.depth += 1

    def move(self) -> None:
        """Alt+Up and Alt+Down among lines of one level."""
        book, by = self.book, self.dice.choice((-1, 1))
        if any(line.depth for line in book.lines):
            return
        self.desk.key(KEYS.Key_Up if by < 0 else KEYS.Key_Down, ALT)
        if 0 <= book.at + by < len(book.lines):
            book.lines.insert(book.at + by, book.lines.pop(book.at))
            book.at += by

    def go(self) -> None:
        """To the end of another line."""
        self.book.at = self.dice.randrange(len(self.book.lines))
        self.settle_caret()

    def settle_caret(self) -> None:
        """Put the caret where the list has it."""
        editor = self.desk.editor
        assert editor.go_to(editor.notes.rows()[self.book.at].id)

    def replace_last(self) -> None:
        """An input method that takes committed letters back (reconversion)."""
        line = self.book.line
        if len(line.text) < 3:
            return
        self.preedit("", "換", (-2, 2))
        self.preedit("")
        line.text = line.text[:-2] + "換"

    def undo_and_redo(self) -> None:
        """Some steps back, and as many forward: nothing has happened."""
        count = self.dice.randint(1, 3)
        document = self.desk.editor.notes
        done = 0
        for _ in range(count):
            done += document.isUndoAvailable()
            self.desk.key(KEYS.Key_Z, CTRL)
        for _ in range(done):
            self.desk.key(KEYS.Key_Z, CTRL | SHIFT)
        self.settle_caret()

    def clear(self) -> None:
        """All marked, and deleted."""
        if len(self.book.lines) < MOST_LINES - 2:
            return
        self.desk.key(KEYS.Key_A, CTRL)
        self.desk.key(KEYS.Key_Delete)
        self.book.lines[:] = [replace(self.book.lines[0], text="")]
        self.book.at = 0

    def switch(self) -> None:
        """To another session. What others wrote there is shown at once, or when what was last
        typed there is in the file."""
        self.here = self.dice.choice([one for one in self.books if one != self.here])
        self.desk.workspace.show_session(self.here)
        self.desk.until(lambda: self.seen() == self.book.lines)
        self.settle_caret()

    def restyle(self) -> None:
        """Another theme, another text size."""
        theme().set_dark(not theme().tokens.dark)
        theme().set_text_size(self.dice.choice(TEXT_SIZES))

    # -- what others do ------------------------------------------------------------------------

    def reimport(self) -> None:
        """The organisers have changed the schedule, and it is imported again."""
        self.imports += 1
        schedules, draft = self.desk.services.schedules, state(self.imports)
        self.desk.tasks.write(lambda: schedules.apply(self.desk.conference, draft))

    def change_elsewhere(self) -> None:
        """Another screen changes a line that the caret is not in; it arrives when it may, and
        what one types and saves before it is here takes nothing away."""
        desk, book, here = self.desk, self.book, self.here
        others = [n for n, line in enumerate(book.lines) if n != book.at and line.text]
        if not others or self.later:
            return
        desk.workspace.saver.flush()
        desk.tasks.settle()
        number = self.dice.choice(others)
        identity = desk.editor.notes.rows()[number].id
        held = desk.services.notes.view(here).lines
        desk.services.notes.save(
            here, [replace(x, text=f"{x.text}＋") if x.id == identity else x for x in held]
        )

        def happen() -> None:
            book.lines[number].text += "＋"

        self.later.append(happen)
        self.log.append(("elsewhere", number))
        if not desk.editor.composing:
            for _ in range(self.dice.randint(0, 2)):
                self.letters()
                desk.workspace.saver.flush()

    def arrive(self) -> None:
        """What others did is here once nothing is being composed any more."""
        for happen in self.later:
            happen()
        if self.later:
            self.later.clear()
            self.desk.until(lambda: self.seen() == self.book.lines)

    # -- eyes ----------------------------------------------------------------------------------

    def seen(self) -> list[Written]:
        """Return the lines of the open session as they stand in the window."""
        rows = self.desk.editor.notes.rows()
        return [Written(row.text, row.kind.value, row.depth) for row in rows]

    def check(self) -> None:
        """Compare window and list."""
        last, caret = self.log[-22:], self.desk.editor.textCursor().blockNumber()
        assert self.seen() == self.book.lines, (last, self.seen(), self.book.lines)
        assert caret == self.book.at, (last, self.book.lines)

    def check_file(self) -> None:
        """Compare what the file holds with the lists."""
        self.desk.workspace.saver.flush()
        self.desk.until(lambda: not self.desk.workspace.owes())
        for session, book in self.books.items():
            wanted = [*book.lines]
            while wanted and not wanted[-1].text.strip() and wanted[-1].kind == "point":
                wanted.pop()
            held = self.desk.services.notes.view(session).lines
            assert [Written(x.text, x.kind.value, x.depth) for x in held] == wanted
