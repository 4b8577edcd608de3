"""The command line as a process: no Qt, no display, closed pipes, two at once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

RUN = (sys.executable, "-m", "confnotes")


def start(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    keep = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [*RUN, *words],
        env=keep | {"LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_no_command_imports_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from confnotes.app import main;"
        f"main(['sample', '--notebook', {str(tmp_path / 'n.confnotes')!r},"
        f" '--out', {str(tmp_path / 'out')!r}]);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert ran.returncode == 0


def test_without_a_display_the_main_job_is_done_all_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        ran = start(CONFNOTES_HOME=str(tmp_path), QT_QPA_PLATFORM="")
        assert ran.returncode == 0, ran.stderr
        assert "no display" in ran.stdout
        reports = [row for row in ran.stdout.splitlines() if row.endswith(".md")]
        assert len(reports) == 2
        assert all(Path(row).is_file() for row in reports)


def test_on_a_new_machine_no_folder_is_there_yet(tmp_path: Path) -> None:
    script = (
        "import os, sys; os.environ.pop('CONFNOTES_HOME', None);"
        "from confnotes.app import main; sys.exit(main(['sample']) or main(['conferences']))"
    )
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "CONFNOTES_"))}
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=keep | {"HOME": str(tmp_path / "new"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert str(tmp_path / "new") in ran.stdout


def test_whoever_has_read_enough_may_go(tmp_path: Path) -> None:
    notebook = str(tmp_path / "n.confnotes")
    assert start("sample", "--notebook", notebook).returncode == 0
    process = subprocess.Popen(
        [*RUN, "sessions", "--json", "--notebook", notebook],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


_HOLD = (
    "import sys, time; from pathlib import Path; from confnotes.app import services_for;"
    "from confnotes.services.notebook import Mode;"
    "s = services_for(Path(sys.argv[1]), Mode.WRITE); print('open', flush=True); time.sleep(600)"
)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_one_writes_the_others_read_and_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    notebook = str(tmp_path / "n.confnotes")
    assert start("sample", "--notebook", notebook).returncode == 0
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, notebook], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        refused = start("import", "--notebook", notebook, "-")
        assert refused.returncode == 1
        refused = start("sample", "--notebook", notebook)
        assert refused.returncode == 1
        assert refused.stderr.count("\n") == 1
        for words in (
            ("conferences",),
            ("sessions", "--json"),
            ("export", "--language", "ja", "--target", "hatena", "--out", str(tmp_path / "o")),
            ("dump", "--out", str(tmp_path / "d.json")),
        ):
            ran = start(*words, "--notebook", notebook)
            assert ran.returncode == 0, ran.stderr
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
    ran = start("load", str(tmp_path / "d.json"), "--notebook", notebook)
    assert ran.returncode == 1
    assert "open" not in ran.stderr.split("“")[0], "the lock is gone; only the conference is there"
