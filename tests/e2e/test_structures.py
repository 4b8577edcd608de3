"""Reports of five real kinds, invented, typed in through the services and exported to every place
in both languages: what a reader of the exported file finds is what was meant."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from confnotes import assets
from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import Fact, FactKind
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.report import Report
from confnotes.domain.session import Link, LinkKind, LinkState, SessionKind
from confnotes.domain.text import Language
from confnotes.report.readback.render import render
from confnotes.report.readback.shape import Feature, of_html, squeezed
from confnotes.report.targets import TARGETS
from confnotes.report.targets.record import TitlePlace
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from helpers.photos import png

JA, EN = Language.JA, Language.EN
LANGUAGES = (JA, EN)
K = LineKind
SIGNS = {"": K.POINT, "> ": K.QUOTE, "! ": K.THOUGHT, "Q: ": K.QUESTION, "A: ": K.ANSWER}
VIDEO = "https://www.youtube.com/watch?v=paperboat01"
POST = "https://x.com/paperboat/status/20310512"
EMBEDS = {
    "hatena": "[{}:embed:cite]",
    "zenn": "{}",
    "qiita": "{}",
    "note": "{}",
    "devto": "{{% embed {} %}}",
    "github": "<{}>",
    "hugo": "<{}>",
    "jekyll": "<{}>",
    "astro": "<{}>",
    "pandoc": "<{}>",
    "commonmark": "<{}>",
}


@dataclass
class Trip:
    """A notebook with one conference, as somebody who was there fills it."""

    services: Services
    id: str
    report: Report
    sessions: dict[str, str] = field(default_factory=dict)

    def heard(
        self, title: str, start: str, *rows: str, minutes: int = 40,
        kind: SessionKind = SessionKind.TALK, by: tuple[tuple[str, str], ...] = (),
        stars: int | None = None, room: str = "",
        attendance: Attendance = Attendance.ATTENDED, **texts: str,
    ) -> str:  # fmt: skip
        """Add a session one was in, with its notes: a sign at a row's start says its kind, two
        blanks a level."""
        services = self.services
        identity, _ = services.programme.add_session(
            self.id, title, kind, start=start, duration=minutes * 60, room=room
        )
        self.sessions[title] = identity
        services.programme.choose_session(identity, Choice(Intent.GOING, attendance))
        services.programme.set_speakers(identity, list(by))
        services.notes.save(identity, [self._line(identity, n, row) for n, row in enumerate(rows)])
        if stars:
            services.review.rate(identity, stars)
        for name, text in texts.items():
            services.review.set_text(identity, name, text)  # type: ignore[arg-type]
        return identity

    @staticmethod
    def _line(session: str, position: int, row: str) -> Line:
        text = row.lstrip(" ")
        depth = (len(row) - len(text)) // 2
        sign = max((sign for sign in SIGNS if text.startswith(sign)), key=len)
        kind = SIGNS[sign]
        return Line(new_id(), session, position, text[len(sign) :], depth, kind)

    def picture(self, session: str, words: str, group: str = "") -> None:
        lines = list(self.services.notes.view(session).lines)
        line = Line(new_id(), session, len(lines), words, kind=K.IMAGE)
        self.services.notes.save(session, [*lines, line])
        data = png((40 + len(lines), 30))
        picture, _ = self.services.notes.add_attachment(self.id, data, "image/png", f"{words}.png")
        use = AttachmentUse(new_id(), picture.id, line.id, alternative=f"{words}の絵", group=group)
        self.services.notes.put_use(use)

    def footnote(self, key: str, text: str) -> None:
        self.services.notes.put_footnote(Footnote(new_id(), self.id, key, text))

    def link(self, session: str, kind: LinkKind, url: str = "") -> None:
        state = LinkState.THERE if url else LinkState.EXPECTED
        self.services.review.put_link(Link(new_id(), session, kind, url, state=state))

    def set(self, **settings: str) -> None:
        for key, value in settings.items():
            self.services.reports.set_setting(self.report, "", key, value)

    def fact(self, kind: FactKind, value: str, source: str = "") -> None:
        position = len(self.services.reports.about(self.id).facts)
        self.services.reports.put_fact(
            Fact(new_id(), self.id, kind, value, source, position=position)
        )

    def write(self, key: str, text: str) -> None:
        for language in LANGUAGES:
            self.services.reports.write_section(self.report, key, language, text)

    def layout(self, layout: str) -> None:
        self.report = replace(self.report, layout=layout)
        self.services.reports.save_report(self.report)


def _trip(folder: Path, name: str, days: tuple[int, int], **place: str) -> Trip:
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in LANGUAGES}
    services = open_services(folder / "trip.confnotes", Mode.WRITE, wording=wording)
    identity, _ = services.programme.create_conference(
        name, "Asia/Tokyo", starts=date(2031, 5, days[0]), ends=date(2031, 5, days[1]), **place
    )
    return Trip(services, identity, services.reports.report(identity))


TABLE = "| 道具 | 役割 |\n|---|---|\n| Flagger | 出す |\n| k3s | 動かす[^t] |"


def one_talk(folder: Path) -> Trip:
    """The report of a single talk, with a table, a box, and what came to light later."""
    trip = _trip(folder, "Paperboat Conf 2031", (12, 13), city="Lisbon")
    trip.footnote("t", "3年前から。")
    talk = trip.heard(
        "Folding, Type by Type", "2031-05-12T10:00:00", "型ごとに折り目が変わる[^t]",
        "  折り目は二つまで", POST, "> A boat is a fold that floats.", "Q: 紙は何を？",
        "A: 何でもよい", "! 明日から試します", by=(("Ana Reis", "Foldworks"),),
        takeaway="折る前に考えます。",
    )  # fmt: skip
    trip.heard("Another", "2031-05-12T11:00:00", "別の話")
    trip.link(talk, LinkKind.SLIDES)
    trip.link(talk, LinkKind.VIDEO, VIDEO)
    trip.set(players="on")
    trip.layout(f"session:{talk}")
    trip.write("conclusion", f"まとめです。\n\n{TABLE}\n\n> [!TIP]\n> 紙は乾いたものを。")
    trip.write("addendum", "2031年5月20日：スライドが[公開されました](https://example.org/s)。")
    return trip


def booth_diary(folder: Path) -> Trip:
    """A diary of booths, meals and the way there, with pictures side by side."""
    trip = _trip(folder, "Paperboat Expo 2031", (12, 13), city="横浜", venue="港の館")
    trip.footnote("b", "三つもらいました。")
    trip.heard("空路と船", "2031-05-12T08:00:00", "朝の便で着きました。", kind=SessionKind.TRAVEL)
    booth = trip.heard(
        "Foldworksのブース", "2031-05-12T11:00:00", "見本を見せてもらいました。",
        "ステッカーももらいました[^b]。", kind=SessionKind.BOOTH, stars=4,
    )  # fmt: skip
    for words in ("紙の舟", "紙の鶴"):
        trip.picture(booth, words, "side")
    trip.heard("港の食堂", "2031-05-13T12:00:00", "海老の定食です。", kind=SessionKind.MEAL)
    trip.set(rating="🍤")
    trip.layout("diary")
    trip.write("conclusion", "また行きます。")
    return trip


def company(folder: Path) -> Trip:
    """A company's report: facts as a list, an eve, a day for each author, thanks, related."""
    trip = _trip(folder, "Paperboat Conf 2031", (11, 13), city="Lisbon", venue="Cais Hall")
    about = trip.services.reports
    about.describe(trip.id, "url", "https://example.org/boats")
    for day, number, label in zip(
        about.about(trip.id).days, (0, 1, 2), ("前夜祭", "", ""), strict=True
    ):
        trip.services.programme.edit_day(replace(day, number=number, label=label))
    trip.fact(FactKind.HOST, "Paper Society", "公式サイト")
    trip.fact(FactKind.ATTENDEES, "1200", "公式サイト")
    trip.fact(FactKind.OTHER, "ハッシュタグは #paperboat です")
    trip.footnote("c", "(括弧の注)")
    ana, bo = ("Ana Reis", "Foldworks"), ("Bo Lind", "")
    trip.heard("前夜祭LT", "2031-05-11T18:00:00", "短い話が五つ", kind=SessionKind.LIGHTNING)
    trip.heard("Keynote", "2031-05-12T09:00:00", "紙の未来", room="A", by=(ana,), stars=5,
               kind=SessionKind.KEYNOTE)  # fmt: skip
    trip.heard("Ink & C#", "2031-05-13T10:00:00", "インクは速い (本当)[^c]", room="B", by=(bo, ana))
    trip.heard("Missed", "2031-05-13T11:00:00", attendance=Attendance.MISSED)
    trip.set(facts="list", details="kind,time,room", contents="on")
    trip.set(**{"by.day:2031-05-12": "林", "by.day:2031-05-13": "Jo"})
    trip.write("conclusion", "全員で行けてよかったです。")
    trip.write("thanks", "スタッフのみなさんへ。")
    trip.write(
        "related", "- [前日の記事](https://example.org/day0)\n- [採用](https://example.org/j)"
    )
    return trip


def three_liked(folder: Path) -> Trip:
    """Three talks one liked, the rest as a list, code, and what is left to watch."""
    trip = _trip(folder, "Paperboat on Sea 2031", (12, 13), city="Folkestone")
    trip.footnote("l", "See the appendix.")
    for hour, (title, stars) in enumerate(
        (("Boats", 5), ("Cranes", 5), ("Kites", 4), ("Hats", 2), ("Planes", None)), 9
    ):
        talk = trip.heard(
            title, f"2031-05-12T{hour:02}:00:00",
            "It folds.[^l]" if title == "Boats" else "It flew.",
            by=((f"Speaker of {title}", ""),), stars=stars,
        )  # fmt: skip
        trip.link(talk, LinkKind.PAGE, f"https://example.org/{title.lower()}")
    later = trip.heard("Later", "2031-05-13T09:00:00", attendance=Attendance.MISSED)
    choice = Choice(Intent.GOING, Attendance.MISSED, watch_later=True)
    trip.services.programme.choose_session(later, choice)
    trip.link(later, LinkKind.VIDEO, VIDEO)
    trip.set(heading_link="page", rating="number")
    trip.layout("liked")
    key, _ = trip.services.reports.add_section(trip.report, "Three ideas", EN, "about")
    trip.write(key, "1. Fold twice\n\n    ```cpp\n    fold(paper, 2);\n    ```\n\n2. Dry it")
    trip.write("conclusion", "See you next year.")
    return trip


def own_talk_online(folder: Path) -> Trip:
    """A speaker's own report of a conference online, recordings as players."""
    trip = _trip(folder, "Paperboat Takeout 2031", (12, 12), city="online")
    about = trip.services.reports.about(trip.id)
    trip.services.reports.set_author(trip.id, replace(about.author, name="葉山", role="SRE"))
    trip.footnote("o", "緊張しました。")
    own = trip.heard(
        "紙で作る監視", "2031-05-12T10:00:00", "話しました[^o]", "Q: 雨の日は？",
        "A: 傘をさします", by=(("葉山", ""),), kind=SessionKind.LIGHTNING, minutes=5,
    )  # fmt: skip
    trip.link(own, LinkKind.SLIDES, "https://speakerdeck.com/hayama/paper")
    trip.link(own, LinkKind.VIDEO, VIDEO)
    trip.heard("Opening", "2031-05-12T09:00:00")
    trip.heard("Closing", "2031-05-12T17:00:00")
    trip.set(players="on")
    trip.write("conclusion", f"録画はこちらです。\n\n{VIDEO}\n\n質問は {POST} へどうぞ。")
    return trip


KINDS: dict[str, Callable[[Path], Trip]] = {
    "one talk": one_talk,
    "booth diary": booth_diary,
    "company": company,
    "three liked": three_liked,
    "own talk online": own_talk_online,
}
OUTLINES: dict[str, dict[Language, list[tuple[int, str]]]] = {
    "one talk": {
        JA: [(1, "Folding, Type by Type"), (1, "おわりに"), (1, "追記")],
        EN: [(1, "Folding, Type by Type"), (1, "Looking back"), (1, "Addendum")],
    },
    "booth diary": {
        JA: [(1, "開催概要"), (1, "1日目 5月12日(月)"), (2, "空路と船"), (2, "Foldworksのブース"),
             (1, "2日目 5月13日(火)"), (2, "港の食堂"), (1, "おわりに")],
        EN: [(1, "Day 1, Monday, May 12"), (2, "空路と船"), (2, "Foldworksのブース"),
             (1, "Day 2, Tuesday, May 13"), (2, "港の食堂"), (1, "Looking back")],
    },
    "company": {
        JA: [(1, "Paperboat Conf 2031とは"), (1, "0日目 5月11日(日) 前夜祭"), (2, "前夜祭LT"),
             (1, "1日目 5月12日(月)"), (2, "Keynote"), (1, "2日目 5月13日(火)"), (2, "Ink & C#"),
             (1, "おわりに"), (1, "お礼"), (1, "関連記事")],
        EN: [(1, "About Paperboat Conf 2031"), (1, "Day 0, Sunday, May 11: 前夜祭"),
             (2, "前夜祭LT"), (1, "Day 1, Monday, May 12"), (2, "Keynote"),
             (1, "Day 2, Tuesday, May 13"), (2, "Ink & C#"), (1, "Looking back"), (1, "Thanks"),
             (1, "Related")],
    },
    "three liked": {
        JA: [(1, "Three ideas"), (1, "よかった講演"), (2, "Boats"), (2, "Cranes"), (2, "Kites"),
             (1, "ほかに聞いたセッション"), (1, "動画で見るもの"), (1, "おわりに")],
        EN: [(1, "Three ideas"), (1, "The talks I liked best"), (2, "Boats"), (2, "Cranes"),
             (2, "Kites"), (1, "What else I heard"), (1, "On my list to watch"),
             (1, "Looking back")],
    },
    "own talk online": {
        JA: [(1, "聞いたセッション"), (2, "紙で作る監視"), (1, "おわりに")],
        EN: [(1, "What I heard"), (2, "紙で作る監視"), (1, "Looking back")],
    },
}  # fmt: skip
NOTES = {"one talk": 1, "booth diary": 1, "company": 1, "three liked": 1, "own talk online": 1}
SOURCES = {"company": 1}
"""Footnotes that the sources of facts bring."""


@pytest.fixture(scope="module", params=list(KINDS))
def trip(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Trip]:
    made = KINDS[request.param](tmp_path_factory.mktemp("trip"))
    made.sessions["kind"] = request.param
    yield made
    made.services.close()


def exported(trip: Trip, language: Language, target: str, folder: Path) -> str:
    """Export, and return the text as it lies in the folder."""
    done = trip.services.reports.export(trip.report, language, target, folder)
    assert done.differences == ()
    assert not done.left
    assert not done.missing
    return next(path for path in done.files if path.suffix == ".md").read_text(encoding="utf-8")


def features(text: str, target: str, kind: str) -> list[Feature]:
    return [one for one in of_html(render(text, TARGETS[target])) if one.kind == kind]


@pytest.mark.parametrize("target", list(TARGETS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_each_kind_in_each_place(
    trip: Trip, language: Language, target: str, tmp_path: Path
) -> None:
    kind, place = trip.sessions["kind"], TARGETS[target]
    text = exported(trip, language, target, tmp_path)

    outline = [(int(one.detail), one.words) for one in features(text, target, "heading")]
    if place.title is TitlePlace.HEADING:
        outline = outline[1:]
    listed = place.notes in ("listed", "marked")
    base = place.heading_base - 1
    meant = [(level + base, squeezed(words)) for level, words in OUTLINES[kind][language]]
    meant = [(min(level, place.deepest), words) for level, words in meant]
    assert (outline[:-1] if listed else outline) == meant

    count = NOTES[kind] + SOURCES.get(kind, 0)
    numbers = [one.detail for one in features(text, target, "reference")]
    assert sorted(set(numbers), key=int) == [str(n) for n in range(1, count + 1)]
    assert len(features(text, target, "note")) == (0 if listed else count)

    cells = features(text, target, "cell")
    assert len(cells) == (6 if kind == "one talk" and place.tables else 0)
    assert not re.search(r"\bNone\b|\{\w+\}|。。|氏氏|／\n|\(\)", text)


def test_embeds_stand_alone_as_each_place_wants_them(tmp_path: Path) -> None:
    talk, own = one_talk(tmp_path), None
    try:
        for target, form in EMBEDS.items():
            text = exported(talk, JA, target, tmp_path / target)
            assert f"\n\n{form.format(POST)}\n\n" in text, target
            video = "{{< youtube paperboat01 >}}" if target == "hugo" else form.format(VIDEO)
            assert f"\n\n{video}\n\n" in text, target
            assert text.count("paperboat01") == 1, target
    finally:
        talk.services.close()
    folder = tmp_path / "own"
    folder.mkdir()
    own = own_talk_online(folder)
    try:
        text = exported(own, JA, "hatena", folder / "out")
    finally:
        own.services.close()
    assert f"質問は<{POST}>へどうぞ。" in text.replace(" ", "")
    assert text.count(f"[{VIDEO}:embed:cite]") == 2


def test_what_makes_each_kind_what_it_is(tmp_path: Path) -> None:
    texts: dict[str, str] = {}
    for kind, make in KINDS.items():
        folder = tmp_path / kind.replace(" ", "-")
        folder.mkdir()
        made = make(folder)
        try:
            for language in LANGUAGES:
                texts[f"{kind} {language}"] = exported(made, language, "github", folder / language)
        finally:
            made.services.close()
    assert "／スライドは後日公開\n" in texts["one talk ja"]
    assert "> [!TIP]\n> 紙は乾いたものを。\n" in texts["one talk ja"]
    assert "🍤🍤🍤🍤（5段階中4）\n" in texts["booth diary ja"]
    assert re.search(r'\n<img [^>]*alt="紙の舟の絵"[^>]*> <img [^>]*>  \n紙の舟／紙の鶴\n',
                     texts["booth diary ja"])  # fmt: skip
    facts = (
        "- 日程：2031年5月11日(日)〜13日(火)\n- 会場：Cais Hall（Lisbon）\n- 主催：Paper Society"
    )
    assert f"{facts}[^1]\n" in texts["company ja"]
    assert "## 1日目 5月12日(月)\n\n文：林\n\n### Keynote\n\n" in texts["company ja"]
    assert "Keynote · Ana Reis (Foldworks) · 9:00–9:40 · A · " in texts["company en"]
    assert "この日は「Missed」にも行くつもりでしたが、行けませんでした。\n" in texts["company ja"]
    assert "### [Boats](https://example.org/boats)\n\n" in texts["three liked en"]
    assert "5/5" in texts["three liked en"]
    assert "    ```cpp\n    fold(paper, 2);\n    ```\n" in texts["three liked en"]
    assert "- “Later” ([Video](" in texts["three liked en"]
    assert (
        "オンラインで開かれたPaperboat Takeout 2031に参加しました。" in texts["own talk online ja"]
    )
    assert "葉山（筆者）\n" in texts["own talk online ja"]
    assert "ほかに「Opening」と「Closing」も聞きました。\n" in texts["own talk online ja"]
    assert "online" in texts["own talk online en"].split("##")[0]
