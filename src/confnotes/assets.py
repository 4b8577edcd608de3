"""Where the files of `resources/` are: beside the package when installed, else in the checkout."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def resources() -> Path:
    """Return the folder of resources.

    A wheel carries it inside the package; a checkout has it at its top level.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"


def read_text(name: str) -> str:
    """Return the text of a resource named by its path below `resources/`."""
    return (resources() / name).read_text(encoding="utf-8")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return a TOML resource as a dictionary, read once; nobody may change it."""
    return tomllib.loads(read_text(name))
