"""The application around the window: hooks, style, language, and the notebook that opens."""

import gc
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from confnotes import assets, paths
from confnotes.domain.errors import ConfnotesError, Problem
from confnotes.domain.text import Language
from confnotes.messages import Messages
from confnotes.services.bundle import Services
from confnotes.services.notebook import utc_now
from confnotes.ui.parts.icons import app_icon
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.collecting import Collector
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.refusal import Refusal
from confnotes.ui.shell.taken_away import TakenAway
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.translation import Interpreter, interface_language
from confnotes.ui.shell.window import MainWindow, Means

logger = logging.getLogger(__name__)

Opener = Callable[[], Services]

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


def _log_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Write down what went wrong: an exception in a slot comes here, not to whoever emitted."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logger.critical("uncaught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)


def application() -> QApplication:
    """Return the QApplication, made and dressed if there was none."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    app.setApplicationName("confnotes")
    app.setDesktopFileName("confnotes")
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    if app.findChild(TakenAway) is None:
        TakenAway(app)
    return app


def speak(interpreter: Interpreter, setting: str) -> Language:
    """Put the interface into the language a setting asks for; return it."""
    language = interface_language(setting)
    interpreter.use(language)
    theme().set_japanese(language is Language.JA)
    theme().apply()
    return language


def sentences(language: Language) -> Callable[[ConfnotesError | Problem], str]:
    """Return what says errors and problems in that language."""
    messages = Messages(language)

    def say(what: ConfnotesError | Problem) -> str:
        return messages.problem(what) if isinstance(what, Problem) else messages.error(what)

    return say


def sample_file() -> Path | None:
    """Return the sample conference, where it is installed."""
    found = sorted((assets.resources() / "sample").glob("*.json"))
    return found[0] if found else None


class Run(QObject):
    """One run of the application: opens the notebook, shows the window, makes it anew when the
    language changes."""

    def __init__(self, opener: Opener, notebook: Path, memory: Memory) -> None:
        super().__init__()
        self._opener, self._notebook, self._memory = opener, notebook, memory
        self._interpreter = Interpreter()
        self.window: MainWindow | None = None
        self.refusal: Refusal | None = None
        self._services: Services | None = None
        self._tasks: Tasks | None = None
        self._bridge: Bridge | None = None

    def begin(self) -> None:
        """Open the notebook and show the window; where it cannot be opened, say why."""
        self._memory.apply()
        language = speak(self._interpreter, self._memory.settings.language)
        try:
            self._services = self._opener()
        except ConfnotesError as error:
            logger.info("the notebook was not opened: %s", error)
            self._refuse(sentences(language)(error))
            return
        self._tasks = Tasks()
        self._bridge = Bridge(self._services.hub)
        self._show(language)
        # What was made to get here stays to the end: no collection need look at it again, and a
        # key that hits one waits a few milliseconds less.
        gc.freeze()

    def _refuse(self, sentence: str) -> None:
        self.refusal = Refusal(sentence, str(self._notebook))
        self.refusal.again.connect(self._again)
        self.refusal.show()

    def _again(self) -> None:
        if self.refusal is not None:
            old, self.refusal = self.refusal, None
            self.begin()  # first the new window: with none left, the application would end
            old.close()

    def _show(self, language: Language) -> None:
        if self._services is None or self._tasks is None or self._bridge is None:
            return
        means = Means(
            self._services, self._tasks, self._bridge, sentences(language), self._memory,
            sample_file(), utc_now,
        )  # fmt: skip
        self.window = MainWindow(means)
        self.window.language_asked.connect(self._speak_anew)
        self.window.show()

    def _speak_anew(self) -> None:
        """Make the window anew in the language now set: no widget has to know how to change."""
        old = self.window
        if old is not None:
            if not old.settle():  # what is not saved lives in that window alone
                return
            self._memory.remember(old)
        language = speak(self._interpreter, self._memory.settings.language)
        self._show(language)
        if old is not None:
            old.close()
            old.deleteLater()

    def end(self) -> None:
        """Finish all writes and close the notebook."""
        if self._bridge is not None:
            self._bridge.close()
        if self._tasks is not None:
            self._tasks.close()
        if self._services is not None:
            self._services.close()


def run_window(opener: Opener, notebook: Path) -> int:
    """Open the window on a notebook; return the exit status when it closes."""
    sys.excepthook = _log_exception
    qInstallMessageHandler(_log_qt)
    app = application()
    run, collector = Run(opener, notebook, Memory(paths.places().settings)), Collector(app)
    collector.begin()
    run.begin()
    try:
        return app.exec()
    finally:
        run.end()
        collector.end()


def check_window(services: Services) -> None:
    """Open and close a window without showing anything of the person's; raises when it cannot."""
    application()
    memory = Memory(None)
    memory.apply()
    tasks, bridge = Tasks(), Bridge(services.hub)
    try:
        window = MainWindow(
            Means(services, tasks, bridge, sentences(Language.EN), memory, None, utc_now)
        )
        window.grab()
        window.close()
    finally:
        bridge.close()
        tasks.close()
