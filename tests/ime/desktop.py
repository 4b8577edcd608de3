"""A throw-away desktop with a Japanese input method, for one command.

    python tests/ime/desktop.py COMMAND [ARGUMENT ...]
    python tests/ime/desktop.py --install       what it needs, where that may be done unasked

Brings up a screen without a monitor (Xvfb), a session bus, a window manager (openbox), IBus and
Mozc in hiragana mode, all with a home of their own, runs the command, and takes everything down.
Only Debian packages are used. Exit status: the command's; 69 when something is missing, 70 when the
desktop does not come up.

What has to be so, and why:
- Mozc does not serve root: letters would then arrive as they are, without any error. Root therefore
  enters a user namespace in which it has another number; its files stay readable there.
- ibus-daemon ends at once when its parent is process 1, so a shell stands between.
- Mozc's server and candidate window are up before the first key: a list asked for earlier is lost.
- The keyboard's layout is set last, because choosing the engine sets its own.
- Mozc learns nothing, so that the same keys give the same words each time.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

MARK = "CONFNOTES_IME"
"""Set for the command: it runs where Japanese can be typed."""
SECONDS = 30.0
_MISSING, _BROKEN = 69, 70
_MOZC = Path("/usr/lib/mozc")
NEEDED = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "setxkbmap": "x11-xkb-utils",
    "dbus-daemon": "dbus-daemon",
    "ibus-daemon": "ibus",
    "/usr/lib/ibus-mozc/ibus-engine-mozc": "ibus-mozc",
    str(_MOZC / "mozc_server"): "mozc-server",
    "unshare": "util-linux",
}
"""Programs, and the Debian package that brings each."""
_ENGINE = """engines {
  name : "mozc-jp"
  longname : "Mozc"
  layout : "jp"
  rank : 80
}
active_on_launch: True
"""
_LEARN_NOTHING = b"\xa0\x01\x01"
"""Mozc's configuration (a protocol buffer): field 20, incognito_mode, is true."""


def missing() -> list[str]:
    """Return the Debian packages that are still to be installed."""
    lacking = (p for what, p in NEEDED.items() if not (shutil.which(what) or Path(what).exists()))
    return sorted(set(lacking))


def install() -> int:
    """Install what is missing (root, or sudo without a password); else say what to type."""
    lacking = missing()
    if not lacking:
        return 0
    words = ["apt-get", "install", "-y", "--no-install-recommends", *lacking]
    asked = [] if os.getuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not asked or shutil.which("sudo")):
        subprocess.run([*asked, "apt-get", "update", "-qq"], check=False)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*asked, *words], env=environment, check=False)
    if not missing():
        return 0
    print(f"desktop: something is missing. Type: sudo {' '.join(words)}", file=sys.stderr)
    return _MISSING


def wait_for(what: str, ready: Callable[[], bool]) -> None:
    """Wait until something is so; RuntimeError when it takes too long."""
    end = time.monotonic() + SECONDS
    while not ready():
        if time.monotonic() > end:
            raise RuntimeError(f"{what} did not come up")
        time.sleep(0.05)


def start(log: Path, *command: str) -> subprocess.Popen[bytes]:
    """Start a program of the desktop; what it says goes into a file."""
    with (log / f"{Path(command[0]).name}.log").open("wb") as said:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)


def socket_is_up(home: Path, name: str) -> bool:
    """Return whether a part of Mozc answers: its key is in a file, its socket in the kernel."""
    try:
        key = re.search(rb"[0-9a-f]{32}", (home / f".config/mozc/.{name}.ipc").read_bytes())
    except OSError:
        return False
    sockets = Path("/proc/net/unix").read_bytes()
    return key is not None and key[0] + b"." + name.encode() in sockets


def engine_is_set() -> bool:
    """Ask IBus for Mozc, and return whether it took it."""
    for arguments in (["mozc-jp"], []):
        try:
            done = subprocess.run(
                ["ibus", "engine", *arguments], capture_output=True, timeout=5, check=False
            )
        except subprocess.TimeoutExpired:
            return False
    return done.stdout.strip() == b"mozc-jp"


def inside(command: Sequence[str]) -> int:
    """Bring up what runs on the screen, and then the command; return its exit status."""
    home = Path(os.environ["HOME"])
    log, bus = home / "log", Path(os.environ["XDG_RUNTIME_DIR"]) / "bus"
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    start(log, "dbus-daemon", "--session", f"--address={address}", "--nofork", "--nopidfile")
    start(log, "openbox", "--sm-disable")
    start(log, str(_MOZC / "mozc_server"))
    start(log, str(_MOZC / "mozc_renderer"))
    try:
        wait_for("the session bus", bus.exists)
        start(log, "ibus-daemon", "--panel", "disable", "--emoji-extension", "disable")
        wait_for("Mozc in IBus", engine_is_set)
        wait_for("Mozc", lambda: socket_is_up(home, "session"))
        renderer = f"renderer.{os.environ['DISPLAY']}"
        wait_for("Mozc's candidate window", lambda: socket_is_up(home, renderer))
    except RuntimeError as error:
        print(f"desktop: {error}", file=sys.stderr)
        for file in sorted(log.iterdir()):
            print(f"--- {file.name}\n{file.read_text(errors='replace')[-2000:]}", file=sys.stderr)
        return _BROKEN
    subprocess.run(["setxkbmap", "-layout", "jp"], check=True)
    return subprocess.run(command, check=False).returncode


@contextlib.contextmanager
def screen(folder: Path) -> Iterator[str]:
    """Give the name of a display of one's own."""
    reader, writer = os.pipe()
    with (folder / "xvfb.log").open("wb") as said:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "2560x1600x24", "-nolisten", "tcp"],
            stdin=subprocess.DEVNULL, stdout=said, stderr=said, pass_fds=[writer],
        )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        if not number:
            raise RuntimeError("Xvfb did not come up")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def surroundings(folder: Path, display: str) -> dict[str, str]:
    """Return the environment of everything on the screen."""
    home, run = folder / "home", folder / "run"
    (home / ".config" / "mozc").mkdir(parents=True)
    (home / "log").mkdir()
    run.mkdir(mode=0o700)
    (home / ".config" / "mozc" / "ibus_config.textproto").write_text(_ENGINE)
    (home / ".config" / "mozc" / "config1.db").write_bytes(_LEARN_NOTHING)
    foreign = {
        "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME",
        "QT_IM_MODULES", "IBUS_USE_PORTAL",
    }  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return kept | {
        MARK: "1",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(run),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={run}/bus",
        "DISPLAY": display,
        "XDG_SESSION_TYPE": "x11",
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "1",
        "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "ibus",
        "GTK_IM_MODULE": "ibus",
        "XMODIFIERS": "@im=ibus",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }


def outside(command: Sequence[str]) -> int:
    """Run a command in a desktop of its own; return its exit status."""
    if lacking := missing():
        words = f"apt-get install -y --no-install-recommends {' '.join(lacking)}"
        print(f"desktop: something is missing. Type: {words}", file=sys.stderr)
        return _MISSING
    number = 1 if os.getuid() == 0 else os.getuid()
    apart = [
        "unshare", "--user", f"--map-user={number}", f"--map-group={number}",
        "--pid", "--fork", "--kill-child", "--mount-proc",
    ]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="confnotes-ime-") as name, contextlib.ExitStack() as on:
        folder = Path(name)
        try:
            display = on.enter_context(screen(folder))
        except RuntimeError as error:
            print(f"desktop: {error}", file=sys.stderr)
            return _BROKEN
        myself = [sys.executable, str(Path(__file__).resolve()), "--inside", *command]
        run = subprocess.Popen(
            [*apart, "sh", "-c", '"$@"; exit $?', "sh", *myself],
            env=surroundings(folder, display),
            start_new_session=True,
        )
        try:
            return run.wait()
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
            run.wait()


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["--install"]:
        sys.exit(install())
    sys.exit(inside(words[1:]) if words[:1] == ["--inside"] else outside(words))
