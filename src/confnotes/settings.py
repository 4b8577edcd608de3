"""What a person set: language, theme, text size, and where the window was. A small TOML file."""

import logging
import os
import tempfile
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

logger = logging.getLogger(__name__)

LANGUAGES = ("auto", "en", "ja")
THEMES = ("auto", "light", "dark")
REACTIONS = (0, 2, 3, 5, 8, 12)
WALKS = (0, 3, 5, 10, 15)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults.

    `text_size` is the base text size in pixels, `reaction` how many seconds one begins to type
    after something was said: moments are shown so much earlier. `walk` is how many minutes the
    way between two rooms takes: sessions that leave less clash. `conference` and `workspace` are
    those last open, `geometry` the window's x, y, width and height (None: not known yet).
    """

    language: str = "auto"
    theme: str = "auto"
    text_size: int = 13
    reaction: int = 5
    walk: int = 0
    conference: str = ""
    workspace: str = "plan"
    geometry: tuple[int, int, int, int] | None = None
    maximised: bool = False
    folder: str = ""


def read(path: Path) -> Settings:
    """Return the settings in a file; what is missing or makes no sense has its default."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        logger.info("settings in %s are not readable (%s), taking the defaults", path, error)
        return Settings()
    known = {f.name: given[f.name] for f in fields(Settings) if _sensible(f.name, given)}
    if "geometry" in known:
        known["geometry"] = tuple(known["geometry"])
    return replace(Settings(), **known)


def _sensible(name: str, given: dict[str, Any]) -> bool:
    if name not in given:
        return False
    value = given[name]
    if name == "geometry":
        return isinstance(value, list) and [type(v) for v in value] == [int] * 4
    allowed: dict[str, tuple[object, ...]] = {
        "language": LANGUAGES, "theme": THEMES, "reaction": REACTIONS, "walk": WALKS,
    }  # fmt: skip
    choices = allowed.get(name)
    hint = get_type_hints(Settings)[name]
    return type(value) in (get_args(hint) or (hint,)) and (choices is None or value in choices)


def write(path: Path, settings: Settings) -> None:
    """Put settings in a file, whole or not at all; OSError when it cannot be written."""
    rows = [
        f"{f.name} = {_toml(value)}"
        for f in fields(Settings)
        if (value := getattr(settings, f.name)) is not None
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(rows) + "\n")
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    if isinstance(value, int):
        return str(value)
    kept = "".join(ch if ch.isprintable() else f"\\U{ord(ch):08X}" for ch in str(value)
                   .replace("\\", "\\\\").replace('"', '\\"'))  # fmt: skip
    return f'"{kept}"'
