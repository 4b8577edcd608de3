"""The interface in Japanese, with compiled catalogues and without."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from confnotes import assets
from confnotes.domain.text import Language
from confnotes.ui.shell.translation import Interpreter, SourceTranslator, catalogues

PLAN = ("Actions", "Plan")


@pytest.fixture
def interpreter(qapp: object) -> Iterator[Interpreter]:
    del qapp
    made = Interpreter()
    yield made
    made.use(Language.EN)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a folder with the catalogues' sources alone."""
    for path in (assets.resources() / "i18n").glob("*.ts"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_sources_are_enough(interpreter: Interpreter, sources: Path) -> None:
    interpreter.use(Language.JA, sources)
    assert QCoreApplication.translate(*PLAN) == "予定"
    assert QCoreApplication.translate("Actions", "not in any catalogue") == "not in any catalogue"
    interpreter.use(Language.EN, sources)
    assert QCoreApplication.translate(*PLAN) == "Plan"


def test_qts_own_dialogs_speak_it_too(interpreter: Interpreter) -> None:
    interpreter.use(Language.JA)
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "ファイル名(&N):"
    interpreter.use(Language.EN)
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "File &name:"


def test_compiled_catalogues_say_the_same(interpreter: Interpreter, sources: Path) -> None:
    tool = str(Path(sys.executable).with_name("pyside6-lrelease"))
    for path in sources.glob("*.ts"):
        made = [tool, "-silent", str(path), "-qm", str(path.with_suffix(".qm"))]
        subprocess.run(made, check=True)
    assert not any(isinstance(t, SourceTranslator) for t in catalogues(Language.JA, sources))
    interpreter.use(Language.JA, sources)
    assert QCoreApplication.translate(*PLAN) == "予定"


def test_an_old_compiled_catalogue_is_passed_over(sources: Path) -> None:
    import os

    source = sources / "shell_ja.ts"
    source.with_suffix(".qm").write_bytes(b"old")
    os.utime(source.with_suffix(".qm"), (0, 0))
    assert any(isinstance(t, SourceTranslator) for t in catalogues(Language.JA, sources))


def test_english_needs_none() -> None:
    assert catalogues(Language.EN) == []
