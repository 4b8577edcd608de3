"""Keep the catalogues of the interface: one .ts a folder of `src/confnotes/ui`, in Japanese.

    python packaging/translations.py update [FOLDER ...]   find texts, keep translations
    python packaging/translations.py check  [FOLDER ...]   fail on what is missing or broken
    python packaging/translations.py release               build the .qm beside the .ts

Several people can translate at once: everyone updates and edits only the folder they work on.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "confnotes" / "ui"
CATALOGUES = ROOT / "resources" / "i18n"
LANGUAGE = "ja"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Entry:
    """One text of a catalogue: where it is, its English and its translation ("" if none)."""

    context: str
    source: str
    translation: str
    finished: bool


def folders() -> list[str]:
    """Return the folders that have texts of their own; loose files count as `application`."""
    return sorted(path.name for path in SOURCES.iterdir() if (path / "__init__.py").is_file())


def catalogue(folder: str) -> Path:
    """Return the catalogue of a folder."""
    return CATALOGUES / f"{folder}_{LANGUAGE}.ts"


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def update(names: Sequence[str]) -> int:
    """Bring catalogues up to date with the sources; texts that are gone are dropped."""
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    for name in names:
        sources = sorted(str(path) for path in (SOURCES / name).rglob("*.py"))
        command = [
            _tool("lupdate"), *sources, "-no-obsolete", "-locations", "none",
            "-source-language", "en", "-target-language", LANGUAGE, "-ts", str(catalogue(name)),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout, done.stderr, file=sys.stderr)
            return 1
        if not any(True for _ in entries(catalogue(name))):
            catalogue(name).unlink()
    return 0


def entries(path: Path) -> Iterator[Entry]:
    """Yield the texts of a catalogue."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            yield Entry(
                context.findtext("name", ""),
                message.findtext("source", ""),
                "" if made is None else made.text or "",
                made is not None and made.get("type") is None,
            )


def faults(path: Path) -> list[str]:
    """Return what is wrong in a catalogue, one sentence each."""
    out: list[str] = []
    for entry in entries(path):
        where = f"{path.name}: {entry.context}: {entry.source!r}"
        if not entry.finished or not entry.translation:
            out.append(f"{where} is not translated")
        elif sorted(_PLACEHOLDER.findall(entry.source)) != sorted(
            _PLACEHOLDER.findall(entry.translation)
        ):
            out.append(f"{where} has other placeholders than {entry.translation!r}")
    return out


def stale(name: str, scratch: Path) -> list[str]:
    """Return the texts of the sources that the folder's catalogue does not know, and the reverse.

    Works on a fresh catalogue in `scratch`; the repository is left as it is.
    """
    fresh = scratch / f"{name}.ts"
    sources = sorted(str(path) for path in (SOURCES / name).rglob("*.py"))
    subprocess.run(
        [_tool("lupdate"), *sources, "-no-obsolete", "-locations", "none", "-ts", str(fresh)],
        capture_output=True, check=True,
    )  # fmt: skip
    there = {(e.context, e.source) for e in entries(fresh)}
    path = catalogue(name)
    known = {(e.context, e.source) for e in entries(path)} if path.exists() else set()
    missing = [f"{path.name}: {c}: {s!r} is not in the catalogue" for c, s in there - known]
    gone = [f"{path.name}: {c}: {s!r} is no longer in the sources" for c, s in known - there]
    return sorted(missing + gone)


def check(names: Sequence[str]) -> int:
    """Print what is wrong in the catalogues; 1 if anything is."""
    bad = [fault for name in names if catalogue(name).exists() for fault in faults(catalogue(name))]
    print("\n".join(bad) or "all texts are translated")
    return int(bool(bad))


def release() -> int:
    """Build the compiled catalogues."""
    for path in sorted(CATALOGUES.glob("*.ts")):
        command = [_tool("lrelease"), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))]
        if subprocess.run(command, check=False).returncode:
            return 1
    return 0


def main(words: Sequence[str]) -> int:
    """Do what the command line asks for."""
    task, *names = words or ["check"]
    if task == "release":
        return release()
    wanted = names or folders()
    tasks = {"update": update, "check": check}
    if task not in tasks or not set(wanted) <= set(folders()):
        print(__doc__, file=sys.stderr)
        return 2
    return tasks[task](wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
