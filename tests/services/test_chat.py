"""Notes for the team's chat: as a colleague reads them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from confnotes import assets
from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.audience import Audience
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.session import Link, LinkKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.views import Copied

K = LineKind


class Told:
    """A session with notes, given line by line."""

    def __init__(self, folder: Path) -> None:
        wording = {
            one: assets.read_toml(f"report/{one}.toml") for one in (Language.JA, Language.EN)
        }
        self.services: Services = open_services(folder / "n.confnotes", Mode.WRITE, wording=wording)
        programme = self.services.programme
        self.conference, _ = programme.create_conference("Harbour Conf", "Europe/Lisbon")
        self.session, _ = programme.add_session(
            self.conference, "Lighthouses # at scale", start="2026-05-05T10:00:00", room="Quay"
        )
        self.lines: list[Line] = []
        self.footnotes: list[Footnote] = []

    def line(self, text: str, kind: LineKind = K.POINT, depth: int = 0, **more: object) -> Line:
        """Add a line."""
        made = Line(new_id(), self.session, len(self.lines), text, depth, kind, **more)  # type: ignore[arg-type]  # fields of Line
        self.lines.append(made)
        return made

    def copied(self, language: Language = Language.EN, **more: object) -> Copied:
        """Return the notes as Markdown."""
        return self.services.chat.session(
            self.session,
            self.lines,
            self.footnotes,
            language,
            when="10:00–10:45",
            **more,  # type: ignore[arg-type]  # chosen
        )


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """Return a session to write in."""
    made = Told(tmp_path)
    yield made
    made.services.close()


def _fill(told: Told) -> None:
    told.services.review.put_link(
        Link(new_id(), told.session, LinkKind.SLIDES, "https://example.org/slides.pdf")
    )
    told.line("They run **200** towers with [k3s](https://k3s.io/)[^a]")
    told.line("one binary", depth=1)
    told.line("Never update at night", K.KEY)
    told.line("We turned the light off once.", K.QUOTE, gist="it was the worst day", unsure=True)
    told.line("And by day?", K.QUESTION)
    told.line("Only in fog.", K.ANSWER)
    told.line("Our ferries could do that", K.THOUGHT)
    told.line("", K.UNCLEAR)
    told.line("the number of ships", K.UNCLEAR)
    told.line("x", K.UNCLEAR, resolved=True, answer="It was 40 ships.")
    told.line("salary talk", audience=Audience.PRIVATE)
    told.line("hangs below it", depth=1)
    told.line("our plan for the port", audience=Audience.INSIDE)
    told.line("Details", K.HEADING)
    told.line("try it", K.TODO)
    told.line("asked the boss", K.TODO, done=True)
    told.line("for a budget", depth=1)
    told.line("kubectl get towers", K.CODE)
    told.line("kubectl drain *", K.CODE)
    picture = told.line("the tower", K.IMAGE)
    attachment, _ = told.services.notes.add_attachment(
        told.conference, b"GIF89a", "image/gif", "tower.gif"
    )
    told.services.notes.save(told.session, told.lines)
    told.services.notes.put_use(
        AttachmentUse(new_id(), attachment.id, picture.id, caption="drawn by me")
    )
    told.footnotes = [
        Footnote(new_id(), told.conference, "a", "Small, but *all* of it."),
        Footnote(new_id(), told.conference, "unused", "not cited"),
    ]


def test_a_colleague_reads_it_in_english(told: Told) -> None:
    _fill(told)
    copied = told.copied()
    assert (copied.lines, copied.private) == (18, 2)
    assert (
        copied.text
        == """\
# Lighthouses # at scale

Quay · 10:00–10:45 · [Slides](https://example.org/slides.pdf)

- They run **200** towers with [k3s](https://k3s.io/)[^1]
    - one binary
- ★ Never update at night
- “We turned the light off once.” (that is: it was the worst day) (not sure I heard it right)
- Q: And by day?
- A: Only in fog.
- My thought: Our ferries could do that
- (Did not catch this.)
- Did not quite catch this: the number of ships
- It was 40 ships.
- our plan for the port

## Details

- [ ] try it
- [x] asked the boss
    - for a budget

```
kubectl get towers
kubectl drain *
```

- Picture: the tower (tower.gif)

[^1]: Small, but *all* of it.
"""
    )


def test_and_in_japanese(told: Told) -> None:
    told.line("夜には更新しない", K.KEY)
    told.line("一度、明かりを消しました。", K.QUOTE, gist="最悪の一日だった", unsure=True)
    told.line("昼間は？", K.QUESTION)
    told.line("うちのフェリーでもできる", K.THOUGHT)
    told.line("", K.UNCLEAR)
    assert (
        told.copied(Language.JA).text
        == """\
# Lighthouses # at scale

Quay · 10:00–10:45

- ★ 夜には更新しない
- 「一度、明かりを消しました。」（つまり、最悪の一日だった）（聞き違いかもしれません）
- Q：昼間は？
- 所感：うちのフェリーでもできる
- （聞き取れませんでした）
"""
    )


def test_only_chosen_lines_and_nothing_private(told: Told) -> None:
    told.line("above", audience=Audience.PRIVATE)
    below = told.line("below it", depth=1)
    other = told.line("open[^p]", depth=0)
    told.footnotes = [Footnote(new_id(), told.conference, "p", "secret", audience=Audience.PRIVATE)]
    copied = told.copied(chosen=[below.id, other.id])
    assert (copied.lines, copied.private) == (1, 1)
    assert copied.text.endswith("\n\n- open\n")
    told.services.review.set_audience(told.session, Audience.PRIVATE)
    assert (told.copied().lines, told.copied().private) == (0, 3)
    assert "open" not in told.copied().text


@pytest.mark.parametrize(
    "text", ["# no heading", "- no item", "[ ] no box", "1. one", "a*b*c", "> x"]
)
def test_what_was_typed_is_read_as_typed(told: Told, text: str) -> None:
    told.line(text)
    tokens = MarkdownIt("commonmark").parse(told.copied().text)
    inline = [token for token in tokens if token.type == "inline"][-1]
    assert "".join(child.content for child in inline.children or ()) == text
