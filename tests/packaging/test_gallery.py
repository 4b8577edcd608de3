"""The gallery draws every screen of the window, each unlike the others."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]


def gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "packaging/gallery.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gallery"] = module
    sys.path.insert(0, str(ROOT / "packaging"))  # as when it is run
    spec.loader.exec_module(module)
    sys.path.remove(str(ROOT / "packaging"))
    return module


def test_every_screen_is_drawn(qtbot: object, tmp_path: Path) -> None:
    del qtbot
    tool = gallery()
    with tool.stage(tmp_path, "ja", "dark", (1024, 700)) as made:
        tool.draw(made, tmp_path, "x")
    pictures = sorted(tmp_path.glob("*.png"))
    assert [p.name for p in pictures] == sorted(f"{name}-x.png" for name in tool.SCREENS)
    images = [QImage(str(path)) for path in pictures]
    assert all(image.size().toTuple() == (1024, 700) for image in images)
    assert all(a != b for at, a in enumerate(images) for b in images[:at])
