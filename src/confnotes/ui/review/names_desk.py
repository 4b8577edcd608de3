"""Names written in two ways between the notebook and what is shown of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.changes import ChangeSet
from confnotes.domain.written import Place
from confnotes.services.bundle import Services
from confnotes.services.names import Corrected, NameFinding, NamePlace
from confnotes.ui.parts.foot_bar import FootBar
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import names_words
from confnotes.ui.review.actions import RIGHT
from confnotes.ui.review.names_list import NamesList, NamesModel
from confnotes.ui.review.names_panel import NamesPanel
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks

_UNDO = "Ctrl+Z"
LATER_MS = 1_500
"""How long nothing must change before the names are counted that nobody looks at."""


@dataclass(eq=False, slots=True)
class _Done:
    """Something that can be taken back: of which name, what to say of it, and how. It counts from
    the key that asked for it, before the file has it: the way back is written after it."""

    key: str
    words: str
    back: Callable[[], ChangeSet]


class NamesFront(QWidget):
    """The list, or that nothing is left of it, above the bar that takes the last step back."""

    def __init__(self, names: NamesList, bar: FootBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.bar = names, bar
        self.title = Label(
            self.tr("Every name is written in one way now"),
            Step.SUBTITLE,
            SEMIBOLD,
            align=Align.CENTRE,
        )
        self.hint = WrapLabel(
            self.tr("The last step can still be taken back below."),
            Step.BASE,
            role="text2",
            align=Align.CENTRE,
        )
        self.done = QWidget()
        inner = QVBoxLayout(self.done)
        inner.addStretch()
        inner.addWidget(self.title)
        inner.addWidget(self.hint)
        inner.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(0)
        column.addWidget(names, 1)
        column.addWidget(self.done, 1)
        column.addWidget(bar)

    def refill(self, *, filled: bool) -> None:
        """Show the list where it has something."""
        self.list.setVisible(filled)
        self.done.setVisible(not filled)
        self.setFocusProxy(self.list if filled else self.bar.action)


class NamesDesk(QObject):
    """Reads the names off the GUI thread, only while somebody looks: a large schedule takes a
    while the first time. `counted`: how many there are, `jumped(session id, line id)`."""

    counted = Signal()
    jumped = Signal(str, str)
    panel_wanted = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, writes: Insistent, workspace: QWidget
    ) -> None:
        super().__init__(workspace)
        self._services, self._tasks, self._writes = services, tasks, writes
        self._workspace = workspace
        self._conference: str | None = None
        self._asked = 0
        self._stale = False
        self._wanted = ""
        self._done: list[_Done] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._count)
        self.model = NamesModel(self)
        self.list = NamesList(self.model)
        self.panel = NamesPanel("Ctrl+Enter", RIGHT)
        self.bar = FootBar("check", self.tr("Undo"), _UNDO)
        self.front = NamesFront(self.list, self.bar)
        self.list.chosen.connect(self._show)
        self.list.digit.connect(self.panel.choose)
        self.list.entered.connect(self._enter)
        self.panel.corrected.connect(self._correct)
        self.panel.kept.connect(self._keep)
        self.panel.stepped.connect(self.list.step)
        self.panel.jumped.connect(self._jump)
        self.bar.pressed.connect(self.undo)
        self.bar.closed.connect(self._forget)
        for part in (self.front, self.panel):  # nowhere else in Review: fields have their own undo
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(_UNDO), part, context=context).activated.connect(self.undo)

    @property
    def done(self) -> bool:
        """Whether something was done that can be taken back."""
        return bool(self._done)

    def read(self, conference_id: str | None) -> None:
        """Read them anew, now or once somebody looks."""
        if conference_id != self._conference:
            self._conference = conference_id
            self._forget()
            self._take((), self._asked)
        self._again()

    def wake(self) -> None:
        """Somebody looks: read what changed. Of answers that overtake each other only the last
        counts."""
        conference = self._conference
        self._later.stop()
        if not self._stale or conference is None:
            return
        self._stale = False
        self._asked += 1
        asked = self._asked
        self._tasks.read(
            lambda: self._services.names.found(conference),
            lambda items: self._take(items, asked),
            lambda _gone: self._take((), asked),
        )

    def _take(self, items: Sequence[NameFinding], asked: int) -> None:
        if asked != self._asked:
            return
        current = self.list.current()
        wanted = self._wanted or (current.key if current is not None else "")
        self._wanted = ""
        self._fill(items, wanted)

    def _fill(self, items: Sequence[NameFinding], wanted: str) -> None:
        self.list.show_items(items, wanted)
        self.front.refill(filled=bool(items))
        self.counted.emit()

    def _show(self, item: NameFinding | None) -> None:
        number = 0 if item is None else self.model.row_of(item.key) + 1
        self.panel.show_item(item, number, len(self.model.items()))

    def _jump(self, one: NamePlace) -> None:
        self.jumped.emit(one.place.text.session_id, one.place.text.line_id)

    def _enter(self) -> None:
        self.panel_wanted.emit()
        self.panel.write()

    # What one does

    def _correct(self, item: NameFinding, places: Sequence[Place], form: str) -> None:
        conference, names = self._conference, self._services.names
        if conference is None:
            return
        found: list[Corrected] = []

        def change() -> ChangeSet:
            corrected, changes = names.correct(conference, places, form)
            found.append(corrected)
            return changes

        def back() -> ChangeSet:
            return names.take_back(conference, found[0]) if found else ChangeSet()

        done = _Done(item.key, form, back)

        def after() -> None:
            self._again()
            if found:
                self._name(done, names_words.corrected_words(found[0]))
            elif done in self._done:  # it made no sense any more
                self._done.remove(done)

        whole = len(places) == len(item.others(form))
        self._go_on(item, gone=whole)
        self._did(done)
        self._writes.write(change, after)

    def _keep(self, item: NameFinding) -> None:
        conference, names = self._conference, self._services.names
        if conference is None:
            return
        forms = [form.text for form in item.forms]
        done = _Done(
            item.key, names_words.kept_words(item), lambda: names.forget(conference, forms)
        )
        self._go_on(item, gone=True)
        self._did(done)
        self._writes.write(lambda: names.keep(conference, forms), self._again)

    def _go_on(self, item: NameFinding, *, gone: bool) -> None:
        """Stand on the next name at once; the file is read again when it has the change, and what
        was read before that does not count any more."""
        self._asked += 1
        items = list(self.model.items())
        at = self.model.row_of(item.key)
        after = items[at + 1 :] + items[:at]
        self._wanted = after[0].key if after else ""
        if gone:
            self._fill([one for one in items if one.key != item.key], self._wanted)
        elif after:
            self.list.step(1)

    def _again(self) -> None:
        """Read once more: at once for whoever looks, a while later for the number on the tab, so
        that nothing is read while words are typed elsewhere in Review."""
        self._stale = True
        if self.front.isVisible():
            self.wake()
        else:
            self._later.start()

    def _count(self) -> None:
        if self._workspace.isVisible():
            self.wake()

    def _did(self, done: _Done) -> None:
        self._done.append(done)
        self.bar.say(done.words)
        self.counted.emit()

    def _name(self, done: _Done, words: str) -> None:
        """Say what became of something, unless it is not the last step any more."""
        done.words = words
        if self._done and self._done[-1] is done:
            self.bar.say(words)

    def undo(self) -> None:
        """Take back the last correction, or that something was said to be right."""
        if not self._done:
            return
        done = self._done.pop()
        self._wanted = done.key
        self._writes.write(done.back, self._again)
        if self._done:
            self.bar.say(self._done[-1].words)
        else:
            self.bar.hide()

    def _forget(self) -> None:
        self._done.clear()
        self.bar.hide()
        self.counted.emit()
