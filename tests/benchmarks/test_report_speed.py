"""What a report of sixty sessions costs, beside a bare join of its text and a parse of it.

Measured as ratios, as times depend on the machine. The floor of an export is to parse its text
once (it is read back before it is called checked).
"""

import time
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from confnotes.domain.contents import Contents
from confnotes.domain.notes import LineKind
from confnotes.domain.session import LinkKind
from confnotes.domain.text import Language
from confnotes.report.compose import compose
from confnotes.report.readback.compare import differences
from confnotes.report.snapshot import take
from confnotes.report.targets import TARGETS
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from report.making import Maker, catalogue

pytestmark = pytest.mark.benchmark
SESSIONS = 60
LINES = 30


def sixty() -> Maker:
    """Return a conference of sixty sessions with thirty lines each, over four days."""
    maker = Maker()
    for number in range(4):
        maker.day(f"2031-05-{12 + number}", number)
    for n in range(SESSIONS):
        start = f"2031-05-{12 + n // 15}T{8 + n % 12:02}:00:00"
        speaker = maker.speaker(f"Speaker {n}", "Foldworks")
        session = maker.session(f"Session {n} on folding", start, by=(speaker,), rating=1 + n % 5)
        maker.link(session, LinkKind.SLIDES, f"https://example.org/{n}")
        for row in range(LINES):
            kind = (LineKind.POINT, LineKind.POINT, LineKind.QUOTE, LineKind.THOUGHT)[row % 4]
            text = f"折り目の数は**{row}**本で、検査は目視だけに頼らない[^k-{n}-{row}]"
            maker.line(session, text, kind, depth=row % 2)
            if row % 10 == 0:
                maker.footnote(f"k-{n}-{row}", f"注の{row}。")
    return maker


def best(call: Callable[[], object], times: int = 7) -> float:
    """Return the shortest of several runs, in seconds."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        found.append(time.perf_counter() - begun)
    return min(found)


def export(maker: Maker, contents: Contents, target: str) -> tuple[str, int]:
    wording = catalogue(Language.JA)
    composition = compose(take(contents, maker.report, Language.JA, target), wording)
    text = write(composition.document, TARGETS[target], Wording(wording))
    return text, len(differences(composition.document, text, TARGETS[target], Wording(wording)))


@pytest.mark.parametrize("target", list(TARGETS))
def test_exporting_sixty_sessions(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    maker = sixty()
    contents = maker.contents()
    text, found = export(maker, contents, target)
    assert found == 0
    whole = best(lambda: export(maker, contents, target))
    parser = MarkdownIt("commonmark")
    parse = best(lambda: parser.parse(text))
    lines = [line.text for line in contents.lines]
    join = best(lambda: "\n".join(f"- {line}" for line in lines))
    with capsys.disabled():
        print(
            f"\n{target}: {len(text.encode()) // 1024} KiB in {whole * 1000:.0f} ms; "
            f"a parse of it {parse * 1000:.0f} ms (ratio {whole / parse:.1f}), "
            f"a bare join {join * 1000:.2f} ms (ratio {whole / join:.0f})"
        )
