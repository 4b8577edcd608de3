"""What a filter lets through."""

from typing import Any

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.session import Session, SessionFacts, SessionKind
from confnotes.services.views import SessionView, SpeakerView
from confnotes.ui.plan.filtering import Facet, Filter, Finder


def made(identity: str, *speakers: str, choice: Choice | None = None, **facts: Any) -> SessionView:
    session = Session(identity, "c", "e", SessionFacts(**facts), choice=choice or Choice())
    return SessionView(session, tuple(SpeakerView(name, name, "海運ラボ") for name in speakers))


SESSIONS = (
    made("a", "Aya Mori", title="Meshes at Sea", track="Storage", room="6C", language="en"),
    made("b", "森 彩", title="ｋ８ｓの運用", track="Operations", room="6E", language="ja",
         kind=SessionKind.TUTORIAL, choice=Choice(Intent.CONSIDERED)),
    made("c", title="コンテナ入門", track="Storage", language="ja",
         choice=Choice(watch_later=True)),
    made("d", "Aya Mori", "J. Moreau", title="Logs", subtitle="An Introduction", code="XZ7"),
)  # fmt: skip


def found(wanted: Filter) -> str:
    finder = Finder(SESSIONS)
    shown = finder.matching(SESSIONS, wanted, lambda view: view.session.choice)
    return "".join(view.session.id for view in shown)


def test_every_word_must_be_there_in_any_width_case_and_kana() -> None:
    assert found(Filter("MESHES sea")) == "a"
    assert found(Filter("k8s")) == "b"
    assert found(Filter("こんてな")) == "c"
    assert found(Filter("6ｅ")) == "b"
    assert found(Filter("introduction xz7 aya")) == "d"
    assert found(Filter("海運")) == "abd"
    assert found(Filter("  ")) == "abcd"
    assert found(Filter("nobody")) == ""


def test_facets_hold_together_and_their_values_one_of_them() -> None:
    storage = Filter().with_values(Facet.TRACK, ["Storage"])
    assert found(storage) == "ac"
    assert found(storage.with_values(Facet.LANGUAGE, ["ja"])) == "c"
    assert found(storage.with_values(Facet.TRACK, ["Storage", "Operations"])) == "abc"
    assert found(storage.with_values(Facet.TRACK, [])) == "abcd"
    assert found(Filter().with_values(Facet.SPEAKER, ["J. Moreau"])) == "d"
    assert found(Filter().with_values(Facet.KIND, ["tutorial"])) == "b"
    assert found(Filter().with_values(Facet.ROOM, ["6C", "6E"])) == "ab"


def test_mine_is_what_one_wants_to_see() -> None:
    assert found(Filter(mine=True)) == "bc"


def test_it_knows_whether_it_asks_for_anything() -> None:
    assert not Filter().active
    assert not Filter(" ").active
    assert not Filter().with_values(Facet.ROOM, ()).active
    assert Filter("x").active
    assert Filter(mine=True).active
    assert Filter().with_values(Facet.ROOM, ["6C"]).active


def test_values_come_with_counts() -> None:
    finder = Finder(SESSIONS)
    assert finder.values(Facet.TRACK) == [("Operations", 1), ("Storage", 2)]
    assert finder.values(Facet.SPEAKER) == [("Aya Mori", 2), ("J. Moreau", 1), ("森 彩", 1)]
    assert finder.values(Facet.KIND) == [("talk", 3), ("tutorial", 1)]


def test_the_language_of_nearly_everything_is_not_said() -> None:
    assert Finder(()).told_languages() == frozenset()
    assert Finder(SESSIONS).told_languages() == {"en"}
    assert Finder(SESSIONS[:2]).told_languages() == {"en", "ja"}
