"""The interface in another language: compiled catalogues, or their sources where none was built."""

import logging
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from confnotes import assets
from confnotes.domain.text import Language

logger = logging.getLogger(__name__)

FOLDER = "i18n"


class SourceTranslator(QTranslator):
    """Translates from .ts files directly, for a checkout in which no .qm was built."""

    def __init__(self, paths: Iterable[Path]) -> None:
        super().__init__()
        self._found: dict[tuple[str, str, str], str] = {}
        for path in paths:
            self._read(path)

    def _read(self, path: Path) -> None:
        # Start-up time: only where no catalogue was built. Our own files, so no hostile XML.
        from xml.etree import ElementTree as ET

        for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - as above
            name = context.findtext("name", "")
            for message in context.iter("message"):
                made = message.find("translation")
                if made is not None and made.get("type") is None and made.text:
                    key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                    self._found[key] = made.text

    def isEmpty(self) -> bool:
        return not self._found

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,  # noqa: N803 - Qt names it so
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        del n
        key = (_text(context), _text(sourceText), _text(disambiguation))
        # None, not "": an empty text would be taken for a translation.
        return self._found.get(key)  # type: ignore[return-value]


def _text(value: str | bytes | None) -> str:
    return value.decode() if isinstance(value, bytes) else value or ""


def interface_language(setting: str) -> Language:
    """Return the language a setting ("auto", "en", "ja") asks for; auto is the system's."""
    if setting in ("en", "ja"):
        return Language(setting)
    wanted = [*QLocale.system().uiLanguages(), ""]
    return Language.JA if wanted[0].startswith("ja") else Language.EN


def catalogues(language: Language, folder: Path | None = None) -> list[QTranslator]:
    """Return the translators of a language, none for English; compiled where they were built.

    A compiled catalogue older than its source is passed over: what was written last counts.
    """
    if language is not Language.JA:
        return []
    folder = assets.resources() / FOLDER if folder is None else folder
    out: list[QTranslator] = []
    sources: list[Path] = []
    names = {p.stem for p in (*folder.glob(f"*_{language}.ts"), *folder.glob(f"*_{language}.qm"))}
    for name in sorted(names):
        source, compiled = folder / f"{name}.ts", folder / f"{name}.qm"
        if _current(compiled, source):
            made = QTranslator()
            if made.load(str(compiled)):
                out.append(made)
                continue
            logger.warning("%s is no catalogue that Qt can read", compiled)
        if source.exists():
            sources.append(source)
    return [*out, SourceTranslator(sources)] if sources else out


def _current(compiled: Path, source: Path) -> bool:
    if not compiled.exists():
        return False
    return not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime


def _qts_own(language: Language) -> list[QTranslator]:
    """Return Qt's catalogue for its own dialogs and menus, where it has one."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = QTranslator()
    if language is Language.EN or not made.load(f"qtbase_{language}", folder):
        return []
    return [made]


class Interpreter:
    """The translators in force, put in and taken out together."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def use(self, language: Language, folder: Path | None = None) -> None:
        """Speak that language from now on; widgets made before keep their words."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self._installed = [*_qts_own(language), *catalogues(language, folder)]
        for made in self._installed:
            QCoreApplication.installTranslator(made)
