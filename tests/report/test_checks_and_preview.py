"""Checks with their places, and a preview that only shows what is known."""

import re

import pytest

from confnotes.domain.audience import Audience
from confnotes.domain.choice import Attendance
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, LinkState
from confnotes.domain.text import Language
from confnotes.report.checks import checks
from confnotes.report.outcome import Place
from confnotes.report.preview import page, sanitised
from confnotes.report.targets import TARGETS
from report.invented import paperboat
from report.making import Maker

JA, EN = Language.JA, Language.EN


def found(maker: Maker, language: Language = JA) -> dict[str, tuple[Place, ...]]:
    return {check.code: check.places for check in checks(maker.composed(language))}


def test_each_check_names_its_place() -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00")
    unclear = m.line(s, "？", LineKind.UNCLEAR)
    todo = m.line(s, "やる", LineKind.TODO)
    m.line(s, "済み", LineKind.TODO, done=True)
    line = m.line(s, "x[^gone]")
    m.picture(line, "a.png", caption="図")
    unused = m.footnote("k-9", "だれも指さない")
    missed = m.session("B", "2031-05-12T11:00:00", attendance=Attendance.MISSED)
    m.lines(missed, "後で見た")
    own = m.section("own:1", SectionKind.OWN, heading="空")
    assert own
    key = f"session:{s}"
    assert found(m) == {
        "report.unclear": (Place(key, s, unclear, "？"),),
        "report.todo": (Place(key, s, todo, "やる"),),
        "report.no_speaker": (Place(key, s, None, "A"),),
        "report.no_link": (Place(key, s, None, "A"),),
        "report.dangling": (Place(key, s, line, "[^gone]"),),
        "report.unused_footnote": (Place(None, None, None, "だれも指さない", unused),),
        "report.no_alternative": (Place(key, s, line, "図"),),
        "report.empty_section": (Place("own:1", None, None, "空"),),
        "report.no_conclusion": (Place("conclusion", None, None, "おわりに"),),
        "report.not_attended": (Place(None, missed, None, "B"),),
    }


def test_a_name_in_two_ways_is_named_where_readers_see_it() -> None:
    m = Maker()
    s = m.session("GitHub at Sea", "2031-05-12T10:00:00")
    m.line(s, "on Github", audience=Audience.PRIVATE)
    assert "report.names" not in found(m)
    seen = m.line(s, "by Github")
    place = Place(f"session:{s}", s, seen, "Github → GitHub")
    assert found(m)["report.names"] == (place,)
    m.line(s, "Github")
    assert found(m)["report.names"] == (place,)


@pytest.mark.parametrize("state", [LinkState.EXPECTED, LinkState.NONE])
def test_a_link_to_come_or_known_not_to_is_not_missing(state: LinkState) -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00", by=(m.speaker("Ana"),))
    m.lines(s, "x")
    assert "report.no_link" in found(m)
    m.link(s, LinkKind.VIDEO, state=state)
    assert "report.no_link" not in found(m)


def test_texts_in_the_other_language_are_counted_where_they_stand() -> None:
    m = Maker()
    s = m.session("日本語の題", "2031-05-12T10:00:00", summary="日本語の要約です。")
    m.line(s, "引用です", LineKind.QUOTE)
    line = m.line(s, "日本語の要点", LineKind.KEY)
    assert [place.words for place in found(m, EN)["report.foreign"]] == [
        "日本語の要点",
        "日本語の要約です。",
    ]
    m.version(line, "text", EN, "A key point", "日本語の要点")
    m.version(s, "summary", EN, "A summary.", "前の要約")
    assert "report.foreign" not in found(m, EN)
    assert [place.words for place in found(m, EN)["report.stale"]] == ["A summary."]


def test_a_latin_name_of_many_words_is_not_a_text_in_the_other_language() -> None:
    m = Maker()
    by = (m.speaker("Jan de Boer", "University of the North"),)
    m.lines(m.session("A", "2031-05-12T10:00:00", by=by), "x")
    assert "report.foreign" not in found(m, JA)


def test_a_japanese_name_is_one_in_english() -> None:
    m = Maker()
    m.lines(m.session("A", "2031-05-12T10:00:00", by=(m.speaker("葉山みなと"),)), "x")
    assert [place.words for place in found(m, EN)["report.foreign"]] == ["葉山みなと"]


def test_a_line_that_is_but_a_footnote_goes_by_its_session() -> None:
    m = Maker()
    s = m.session("A talk", "2031-05-12T10:00:00")
    m.footnote("k-1", "満席でした")
    m.line(s, "[^k-1]", LineKind.UNCLEAR)
    m.line(s, "数は[^k-1]", LineKind.UNCLEAR)
    assert [place.words for place in found(m)["report.unclear"]] == ["A talk", "数は"]


def test_hidden_sections_are_not_checked_for_their_texts() -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00")
    m.lines(s, "日本語の文です")
    m.section(f"session:{s}", SectionKind.SESSION, shown=False)
    assert "report.foreign" not in found(m, EN)


@pytest.mark.parametrize("target", list(TARGETS))
@pytest.mark.parametrize("language", [JA, EN])
def test_every_printed_section_has_one_anchor_in_order(target: str, language: Language) -> None:
    m = paperboat()
    composition = m.composed(language, target)
    html = page(composition, m.markdown(language, target), TARGETS[target])
    anchors = re.findall(r'<a name="section:([^"]+)"></a>', html)
    assert anchors == [part.key for part in composition.parts if part.printed]
    for key in anchors[1:]:
        heading = re.search(rf'<a name="section:{re.escape(key)}"></a><h\d>(.*?)</h\d>', html)
        part = composition.part(key)
        assert heading
        assert part
        words = re.sub(r"<[^>]+>", "", heading.group(1)).replace("&amp;", "&")
        assert words == part.label


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        ("<p onclick=x>a<script>b</script>c</p>", "<p>ac</p>"),
        ("<a href='javascript:x'>a</a>", "<a>a</a>"),
        ("<a href='https://e.com/?a=1&amp;b'>a</a>", '<a href="https://e.com/?a=1&amp;b">a</a>'),
        ("<img src=images/a.png alt='x\"'>", '<img src="images/a.png" alt="x&quot;">'),
        ("<img src=/etc/passwd alt=x><img src=https://e.com/x.png>", "x"),
        ("<ul><li>a", "<ul><li>a</li></ul>"),
        ("</p><b>x</b>&lt;i&gt;", "x&lt;i&gt;"),
        ("<style>p{}</style><iframe src=x>y</iframe>z", "z"),
        ("<ol start=3><li>x</li></ol>", '<ol start="3"><li>x</li></ol>'),
        ("<p style='color:red' class=x id=y>a<br/>b</p>", "<p>a<br>b</p>"),
    ],
)
def test_only_what_is_on_the_list_passes(html: str, safe: str) -> None:
    assert sanitised(html, pictures={"images/a.png"}) == safe


BOXED = "> words\n\n> [!TIP]\n> one\n>\n> > within\n\n- item\n\n    > listed\n\n> [!CAUTION]\n> two"


@pytest.mark.parametrize(
    ("target", "kinds", "named"),
    [
        ("github", ["tip", "caution"], True),
        ("zenn", ["tip", "caution"], False),
        ("qiita", ["tip", "caution"], False),
        ("pandoc", ["tip", "caution"], False),
        ("hatena", [], False),
        ("commonmark", [], False),
    ],
)
def test_a_box_is_told_from_a_quotation(target: str, kinds: list[str], named: bool) -> None:
    m = Maker()
    m.session("A", "2031-05-12T10:00:00")
    section = m.section("conclusion", SectionKind.CONCLUSION)
    m.written(section, JA, BOXED)
    composition = m.composed(JA, target)
    html = page(composition, m.delivered(JA, target).text, TARGETS[target])
    assert re.findall(r'<blockquote><a name="box:(\w+)"></a>', html) == kinds
    assert ("<strong>Tip</strong>" in html) is named
    assert "[!" not in html
    assert ":::" not in html
