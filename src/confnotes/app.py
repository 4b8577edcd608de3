"""The composition root: the one place that knows everybody.

`confnotes COMMAND …` runs a command, `confnotes` alone opens the window. Qt is imported only for
the window: it costs 100 ms that no command needs.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from confnotes import assets, log, paths
from confnotes.cli import exchange
from confnotes.cli import main as cli
from confnotes.cli.output import Output
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.text import Language
from confnotes.messages import Messages, language_of_environment
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode

SAMPLE = "sample/kubecon-na-2019.json"


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; return the exit status."""
    messages = Messages(language_of_environment())
    words = sys.argv[1:] if words is None else words
    asked = cli.parse(words, messages, target_names() if "export" in words else ())
    places = paths.places()
    log.start(places.logs)
    notebook = Path(asked.notebook) if asked.notebook else places.notebook
    if asked.command is not None:
        return cli.run(
            asked,
            messages=messages,
            notebook=notebook,
            sample=assets.resources() / SAMPLE,
            open_services=services_for,
            checks=[("a window opens", window_check)],
        )
    if not has_display():
        return without_display(messages, places, asked.notebook)
    return window(notebook)


def services_for(path: Path, mode: Mode) -> Services:
    """Open a notebook with everything the services need of the resources.

    The folder of the default notebook is ours to make; one that a person named is not.
    """
    if mode is Mode.WRITE and path.parent == paths.places().data:
        with suppress(OSError):  # opening says better what is wrong with the place
            path.parent.mkdir(parents=True, exist_ok=True)
    return open_services(
        path,
        mode,
        wording={
            lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)
        },
    )


def target_names() -> tuple[str, ...]:
    """Return the names of the places a report can be written for."""
    from confnotes.services.reports import (
        target_names as names,
    )  # Markdown parsers: only for a report

    return names()


def has_display() -> bool:
    """Return whether a window can be shown (always on Windows and macOS, and when the platform
    was named, as tests do with offscreen)."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_display(messages: Messages, places: paths.Places, asked: str | None) -> int:
    """Do the main job where no window can be shown: sample in, both reports out, say where.

    Without a notebook named, the sample gets one of its own: the default one stays as it is.
    """
    out = Output(messages)
    notebook = Path(asked) if asked else places.data / "sample.confnotes"
    folder = places.documents / "confnotes-sample"
    out.say("app.no_display")
    try:
        with closing(services_for(notebook, Mode.WRITE)) as services:
            files = exchange.headless(services, assets.resources() / SAMPLE, folder)
    except ConfnotesError as error:
        out.error(error)
        return cli.COULD_NOT
    out.say("app.sample_loaded", notebook=str(notebook))
    for path in files:
        out.line(str(path))
    return cli.DONE


def window(notebook: Path) -> int:
    """Open the window on a notebook; return its exit status when it closes."""
    # SQLAlchemy before PySide6: the pair then imports a fifth faster (measured).
    opener = partial(services_for, notebook, Mode.WRITE)
    from confnotes.ui.application import run_window

    return run_window(opener, notebook)


def window_check() -> None:
    """Open the window on a new notebook, draw it once without a screen, and close it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from confnotes.ui.application import check_window  # Qt: only where a window opens

    with tempfile.TemporaryDirectory(prefix="confnotes-window-") as folder:
        path = Path(folder) / "window.confnotes"
        with closing(services_for(path, Mode.WRITE)) as services:
            check_window(services)
