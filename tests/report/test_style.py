"""Two styles of Japanese in one report."""

import pytest

from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language
from confnotes.report.checks import checks
from report.making import Maker

JA, EN = Language.JA, Language.EN


def words(maker: Maker, code: str, language: Language = JA) -> list[str]:
    found = {check.code: check.places for check in checks(maker.composed(language))}
    return [place.words for place in found.get(code, ())]


def written(text: str) -> Maker:
    maker = Maker()
    maker.written(maker.section("conclusion", SectionKind.CONCLUSION), JA, text)
    return maker


def test_the_rarer_style_is_named() -> None:
    maker = written(
        "楽しい会議でした。来年も行きます。海が近いのである。「だめだ。」と言われました。"
    )
    assert words(maker, "report.style") == ["海が近いのである。"]
    maker = written("楽しい会議だった。海が近いのだ。来年も行きます。空が広い。夜は寒かった。")
    assert words(maker, "report.style")  # the opening is generated, and polite


@pytest.mark.parametrize(
    "text",
    [
        "行きました。まだまだ。",
        "行きました。海と空。走る人。",
        "行きました。\n\n> 失敗だ。\n\n- 要点だ。",
        "行きました。（これは失敗だ）",
        "答えは「失敗だ」でした。",
    ],
)
def test_what_may_stand_in_either_is_left_alone(text: str) -> None:
    assert words(written(text), "report.style") == []


def test_english_has_no_such_styles() -> None:
    maker = Maker()
    maker.written(maker.section("conclusion", SectionKind.CONCLUSION), EN, "Good. だ。です。")
    assert words(maker, "report.style", EN) == []
