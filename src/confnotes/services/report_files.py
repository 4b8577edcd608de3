"""An export folder: what confnotes wrote it may replace, everything else is left as it is.

The folder's `.confnotes.json` names every file confnotes wrote, with its SHA-256, and which
pictures each report shows. A file that is not in it, or is no longer what it says, is somebody
else's: it is left and named, or, with `force`, set aside under another name. Nothing but a
picture of confnotes' own that no report shows any more is ever deleted.
"""

import errno
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from confnotes.domain.errors import ConfnotesError
from confnotes.services.files import write_synced

MANIFEST = ".confnotes.json"
_VERSION = 1


@dataclass
class Manifest:
    """What confnotes wrote into a folder: SHA-256 by name, and the pictures of each report."""

    files: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Outcome:
    """What became of the files of an export."""

    files: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    set_aside: list[Path] = field(default_factory=list)


def put_files(folder: Path, report: str, files: Mapping[str, bytes], *, force: bool) -> Outcome:
    """Put the files of one report (named `report`, its pictures beside it) into a folder.

    Each is whole or not there. ConfnotesError export.folder_is_file, folder_unwritable,
    disk_full, cannot_write (path, detail).
    """
    outcome = Outcome()
    path = folder
    try:
        if folder.exists() and not folder.is_dir():
            raise ConfnotesError("export.folder_is_file", path=str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        manifest = read_manifest(folder)
        for name, data in files.items():
            path = folder / name
            _put(path, name, data, manifest, outcome, force=force)
        path = folder
        if folder / report in outcome.files:
            manifest.pictures[report] = [name for name in files if name != report]
        _drop_unused(folder, manifest)
        _write_manifest(folder, manifest)
    except OSError as error:
        raise _said(error, path) from error
    return outcome


def _put(
    path: Path, name: str, data: bytes, manifest: Manifest, outcome: Outcome, *, force: bool
) -> None:
    """Write one file unless somebody else's stands there."""
    sha = hashlib.sha256(data).hexdigest()
    there = _sha_of(path)
    if there != sha:
        if there is not None and there != manifest.files.get(name):
            if not force:
                outcome.left.append(path)
                return
            aside = _free_name(path)
            path.rename(aside)
            outcome.set_aside.append(aside)
        path.parent.mkdir(exist_ok=True)
        write_synced(path, data)
    manifest.files[name] = sha
    outcome.files.append(path)


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
    shown = {name for names in manifest.pictures.values() for name in names}
    for name in [n for n in manifest.files if n.startswith("images/") and n not in shown]:
        if _sha_of(folder / name) == manifest.files[name]:
            (folder / name).unlink()
        del manifest.files[name]


def read_manifest(folder: Path) -> Manifest:
    """Return what confnotes wrote there; of a manifest that cannot be read, nothing."""
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return Manifest()
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        return Manifest()
    files, pictures = data.get("files"), data.get("pictures")
    return Manifest(
        {k: v for k, v in _pairs(files) if isinstance(v, str) and _inside(k)},
        {
            name: [picture for picture in shown if isinstance(picture, str)]
            for name, shown in _pairs(pictures)
            if isinstance(shown, list)
        },
    )


def _pairs(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, dict) else ()


def _inside(name: str) -> bool:
    """Return whether a name stays in the folder, whatever a manifest says."""
    parts = Path(name).parts
    return bool(parts) and ".." not in parts and not Path(name).is_absolute()


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    data = {"version": _VERSION, "files": manifest.files, "pictures": manifest.pictures}
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
