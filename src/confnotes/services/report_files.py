"""An export folder: what confnotes wrote it may replace, everything else is left as it is.

The folder's `.confnotes.json` names every file confnotes wrote, with its SHA-256, whose report it
is, and which pictures each report shows. A file that is not in it, or is no longer what it says,
is somebody else's: it is left and named, or, with `force`, set aside under another name. Nothing
but a picture of confnotes' own that no report shows any more is ever deleted.

The list is written before the files, with what they were and what they will be: an export that
breaks off half-way still knows its own files the next time.
"""

import errno
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from confnotes.domain.errors import ConfnotesError
from confnotes.services.files import write_synced

MANIFEST = ".confnotes.json"
_VERSION = 1
_LARGEST_COMPARED = 2_000_000
_MOST_SHOWN = 8


@dataclass
class Manifest:
    """What confnotes wrote into a folder: SHA-256 by name (`before`: of what an export that broke
    off found), the pictures of each report, and the conference each report is of."""

    files: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)

    def wrote(self, name: str, sha: str) -> bool:
        """Return whether a file with that SHA-256 is one confnotes wrote under that name."""
        return bool(sha) and sha in (self.files.get(name), self.before.get(name))


@dataclass
class Outcome:
    """What became of the files of an export."""

    files: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    set_aside: list[Path] = field(default_factory=list)


def put_files(
    folder: Path, report: str, files: Mapping[str, bytes], *, owner: str = "", force: bool
) -> Outcome:
    """Put the files of one report (named `report`, its pictures beside it) into a folder.

    `owner` is the id of its conference. Each file is whole or not there. ConfnotesError
    export.folder_is_file, folder_unwritable, foreign_list, disk_full, cannot_write (path, detail).
    """
    outcome = Outcome()
    path = folder
    try:
        if folder.exists() and not folder.is_dir():
            raise ConfnotesError("export.folder_is_file", path=str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        manifest = _manifest_of(folder, outcome, force=force)
        ours = {
            name: data
            for name, data in files.items()
            if _make_way(folder, name, data, manifest, outcome, owner=owner, force=force)
        }
        if report not in ours:  # left as it is: only what that text shows stands beside it
            shown = manifest.pictures.get(report, ())
            ours = {name: data for name, data in ours.items() if name in shown}
        _announce(folder, manifest, ours)
        for name, data in ours.items():
            path = folder / name
            if _sha_of(path) != manifest.files[name]:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_synced(path, data)
            outcome.files.append(path)
        path = folder
        manifest.before.clear()
        if report in ours:
            manifest.owners[report] = owner
            manifest.pictures[report] = [name for name in files if name != report]
        _drop_unused(folder, manifest)
        _write_manifest(folder, manifest)
    except OSError as error:
        raise _said(error, path) from error
    return outcome


def changed_lines(path: Path, meant: str) -> tuple[tuple[bool, str], ...]:
    """Return the first lines in which a text file differs from what was meant to stand there:
    (True, a line of the file) and (False, a line of the text), in their order; () where the file
    cannot be read as text."""
    try:
        if path.stat().st_size > _LARGEST_COMPARED:
            return ()
        there = path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return ()
    wanted = meant.split("\n")
    found = (
        row
        for _tag, a, b, c, d in SequenceMatcher(None, there, wanted, autojunk=False).get_opcodes()
        if _tag != "equal"
        for row in (*((True, x) for x in there[a:b]), *((False, x) for x in wanted[c:d]))
        if row[1].strip()
    )
    return tuple(islice(found, _MOST_SHOWN))


def _manifest_of(folder: Path, outcome: Outcome, *, force: bool) -> Manifest:
    """Return what confnotes wrote there; a list that is not ours is not overwritten."""
    path = folder / MANIFEST
    manifest = read_manifest(folder)
    if manifest is None:
        if not force:
            raise ConfnotesError("export.foreign_list", path=str(path))
        _set_aside(path, outcome)
        return Manifest()
    return manifest


def _make_way(
    folder: Path, name: str, data: bytes, manifest: Manifest, outcome: Outcome, *,
    owner: str, force: bool,
) -> bool:  # fmt: skip
    """Return whether a file may be written; what is in its way is left and named, or set aside."""
    path = folder / name
    way = next((one for one in _folders(folder, path) if _in_the_way(one)), path)
    there = _sha_of(way)
    mine = way is path and (
        there in (None, hashlib.sha256(data).hexdigest())
        or (manifest.wrote(name, there or "") and manifest.owners.get(name, owner) == owner)
    )
    if not mine and not force:
        outcome.left.append(path)
        return False
    if not mine:
        _set_aside(way, outcome)
    return True


def _folders(folder: Path, path: Path) -> list[Path]:
    """Return the folders between the export folder and a file below it, outermost first."""
    return [one for one in reversed(path.parents) if folder in one.parents]


def _in_the_way(folder: Path) -> bool:
    """Return whether a folder below the export folder is none: a link leads out of it."""
    return folder.is_symlink() or (folder.exists() and not folder.is_dir())


def _set_aside(path: Path, outcome: Outcome) -> None:
    aside = _free_name(path)
    path.rename(aside)
    outcome.set_aside.append(aside)


def _announce(folder: Path, manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Write down what the files were and will be, before any of them is touched."""
    for name, data in files.items():
        sha = hashlib.sha256(data).hexdigest()
        there = _sha_of(folder / name)
        if there and there != sha:
            manifest.before[name] = there
        manifest.files[name] = sha
    _write_manifest(folder, manifest)


def _sha_of(path: Path) -> str | None:
    """Return the SHA-256 of what stands there, None for nothing, "" for what is no file."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return ""
    if not path.exists():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free_name(path: Path) -> Path:
    """Return a name beside `path` that nothing has: `report.before-1.md`."""
    number = 1
    while True:
        aside = path.with_name(f"{path.stem}.before-{number}{path.suffix}")
        if not aside.exists() and not aside.is_symlink():
            return aside
        number += 1


def _drop_unused(folder: Path, manifest: Manifest) -> None:
    """Delete pictures that confnotes wrote, nobody changed, and no report there shows now."""
    for report in [name for name in manifest.pictures if not (folder / name).exists()]:
        del manifest.pictures[report]
        manifest.owners.pop(report, None)
    shown = {name for names in manifest.pictures.values() for name in names}
    reports = {name for name in manifest.files if name.endswith(".md")} | set(manifest.pictures)
    for name in [n for n in manifest.files if n not in reports and n not in shown]:
        if _sha_of(folder / name) == manifest.files[name]:
            (folder / name).unlink()
        del manifest.files[name]


def read_manifest(folder: Path) -> Manifest | None:
    """Return what confnotes wrote there, None when a file of that name is not its list."""
    path = folder / MANIFEST
    if not path.exists() and not path.is_symlink():
        return Manifest()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        return None
    return Manifest(
        _texts(data.get("files")),
        _texts(data.get("before")),
        {
            name: [picture for picture in shown if isinstance(picture, str)]
            for name, shown in _pairs(data.get("pictures"))
            if isinstance(shown, list)
        },
        _texts(data.get("owners")),
    )


def _texts(value: object) -> dict[str, str]:
    return {k: v for k, v in _pairs(value) if isinstance(v, str) and _inside(k)}


def _pairs(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, dict) else ()


def _inside(name: str) -> bool:
    """Return whether a name stays in the folder, whatever a manifest says."""
    parts = Path(name).parts
    return bool(parts) and ".." not in parts and not Path(name).is_absolute()


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    data: dict[str, object] = {
        "version": _VERSION,
        "files": manifest.files,
        "owners": manifest.owners,
        "pictures": manifest.pictures,
    }
    if manifest.before:
        data["before"] = manifest.before
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if not (folder / MANIFEST).exists() or (folder / MANIFEST).read_text("utf-8") != text:
        write_synced(folder / MANIFEST, text.encode())


def _said(error: OSError, path: Path) -> ConfnotesError:
    """Return what the system said about a path, for people."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ConfnotesError("export.disk_full", path=str(path))
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return ConfnotesError("export.folder_is_file", path=str(error.filename or path))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ConfnotesError("export.folder_unwritable", path=str(path))
    detail = error.strerror or str(error)
    return ConfnotesError("export.cannot_write", path=str(path), detail=detail)
