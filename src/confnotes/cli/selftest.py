"""`self-test`: does this installation do the main job, here, now? In a folder of its own."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from confnotes.cli.commands import Context
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.text import Language
from confnotes.services.notebook import Mode

Check = tuple[str, Callable[[], None]]
"""A name, and something that raises when it fails."""


class SelfTestError(Exception):
    """A check found something wrong; the text says what."""


def run(context: Context, more: Sequence[Check] = ()) -> int:
    """Run every check, say how each ended, return 0 when all held and 1 otherwise."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="confnotes-self-test-") as folder:
        for name, check in [*_checks(context, Path(folder)), *more]:
            problem = _problem_of(check)
            failed += problem is not None
            if context.arguments.json:
                context.out.json({"check": name, "ok": problem is None, "problem": problem or ""})
            else:
                mark = "ok  " if problem is None else "FAIL"
                context.out.line(f"{mark} {name}" + (f": {problem}" if problem else ""))
    if failed:
        context.out.warn("cli.self_test_failed", count=failed)
    return 1 if failed else 0


def _problem_of(check: Callable[[], None]) -> str | None:
    try:
        check()
    except ConfnotesError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 (a boundary: every failure is this check's answer)
        return f"{type(error).__name__}: {error}"
    return None


def _checks(context: Context, folder: Path) -> Iterator[Check]:
    notebook = folder / "self-test.confnotes"
    dumped = folder / "first" / "sample.json"
    again = folder / "second" / "sample.json"

    def load_sample() -> None:
        with closing(context.open_services(notebook, Mode.WRITE)) as services:
            services.exchange.load(context.sample)

    def round_trip() -> None:
        for path in (dumped, again):
            path.parent.mkdir()
        with closing(context.open_services(notebook, Mode.READ)) as services:
            services.exchange.dump(services.programme.find(None).id, dumped)
        with closing(context.open_services(folder / "other.confnotes", Mode.WRITE)) as services:
            conference_id, _ = services.exchange.load(dumped)
            services.exchange.dump(conference_id, again)
        if dumped.read_bytes() != again.read_bytes():
            raise SelfTestError("the dump of a loaded dump differs")

    def report_in(language: Language, target: str) -> Callable[[], None]:
        def check() -> None:
            with closing(context.open_services(notebook, Mode.READ)) as services:
                report = services.reports.report(services.programme.find(None).id)
                exported = services.reports.export(
                    report, language, target, folder / f"{language}-{target}"
                )
            if exported.differences:
                first = exported.differences[0]
                raise SelfTestError(f"{first.kind} {first.expected!r} reads {first.found!r}")
            if not exported.files:
                raise SelfTestError("nothing was written")

        return check

    yield "sample conference into a new notebook", load_sample
    yield "dump and load give the same bytes", round_trip
    with closing(context.open_services(folder / "targets.confnotes", Mode.WRITE)) as services:
        targets = [target.name for target in services.reports.targets()]
    for target in targets:
        for language in (Language.JA, Language.EN):
            yield f"report in {language} for {target}", report_in(language, target)
