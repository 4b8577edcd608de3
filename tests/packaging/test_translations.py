"""Every text of the interface is in its catalogue, translated, with the same placeholders."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(p.parent.name for p in (ROOT / "src/confnotes/ui").glob("*/__init__.py"))


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging/translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_catalogue_knows_every_text(folder: str, tmp_path: Path) -> None:
    assert tool().stale(folder, tmp_path) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_text_is_translated(folder: str) -> None:
    path = tool().catalogue(folder)
    assert not path.exists() or tool().faults(path) == []


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    bad = tmp_path / "x_ja.ts"
    bad.write_text(
        "<TS><context><name>A</name>"
        "<message><source>{n} of {m}</source><translation>{n}</translation></message>"
        '<message><source>b</source><translation type="unfinished"></translation></message>'
        "</context></TS>"
    )
    assert len(tool().faults(bad)) == 2
