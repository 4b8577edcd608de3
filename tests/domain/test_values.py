"""Small rules of the values: choice, own over given, versions, drafts, changes."""

from datetime import UTC, datetime

from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.choice import Attendance, Choice, Intent, next_intent
from confnotes.domain.conference import SourceKind, Speaker
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.session import Session, SessionFacts, SessionKind
from confnotes.domain.text import Language, fingerprint
from confnotes.domain.versions import LanguageMark, Texts, Version


def test_a_click_goes_round() -> None:
    assert next_intent(Intent.NONE) is Intent.CONSIDERED
    assert next_intent(Intent.CONSIDERED) is Intent.GOING
    assert next_intent(Intent.GOING) is Intent.NONE


def test_notes_propose_attended_and_a_word_of_ones_own_wins() -> None:
    assert Choice().attended(has_notes=True)
    assert not Choice().attended(has_notes=False)
    assert not Choice(attendance=Attendance.MISSED).attended(has_notes=True)
    assert Choice(attendance=Attendance.LEFT_EARLY).attended(has_notes=False)


def test_own_facts_lie_over_given_ones() -> None:
    given = SessionFacts(title="As printed", room="6E", start="2019-11-20T14:25", duration=2100)
    own = SessionFacts(title="As it was", start="2019-11-20T14:30")
    facts = own.over(given)
    assert (facts.title, facts.room, facts.start) == ("As it was", "6E", "2019-11-20T14:30")
    assert facts.duration is None, "half of another plan is no plan"
    session = Session("s", "c", "e", given, own)
    assert session.title == "As it was"
    assert session.kind is SessionKind.TALK


def test_talk_starts_now_moves_the_zero() -> None:
    at = datetime(2019, 11, 20, 22, 25, tzinfo=UTC)
    later = datetime(2019, 11, 20, 22, 31, tzinfo=UTC)
    facts = SessionFacts(title="x")
    assert Session("s", "c", "e", facts, start_at=at).zero == at
    assert Session("s", "c", "e", facts, start_at=at, started_at=later).zero == later


def test_an_affiliation_of_ones_own_may_be_none_at_all() -> None:
    assert Speaker("p", "c", "A", affiliation="X").company == "X"
    assert Speaker("p", "c", "A", affiliation="X", own_affiliation="").company == ""


def test_a_text_in_the_other_language_is_foreign_until_it_has_a_version() -> None:
    none = Texts()
    got = none.render("s", "summary", "とても良い話でした", Language.EN)
    assert (got.text, got.foreign, got.stale) == ("とても良い話でした", True, False)
    version = Version("v", "c", "s", "summary", Language.EN, "A very good talk", "stale")
    got = Texts.of([version], []).render("s", "summary", "とても良い話でした", Language.EN)
    assert (got.text, got.foreign, got.stale) == ("A very good talk", False, True)
    kept = Version("v", "c", "s", "summary", Language.EN, "Good", fingerprint("とても良い話でした"))
    assert not Texts.of([kept], []).render("s", "summary", "とても良い話でした", Language.EN).stale


def test_a_set_language_beats_the_guess() -> None:
    marks = [LanguageMark("m", "c", "s", "summary", Language.JA)]
    texts = Texts.of([], marks)
    assert texts.language_of("s", "summary", "the quick brown fox") is Language.JA
    assert texts.render("s", "summary", "the quick brown fox", Language.JA).foreign is False


def test_offsets_that_lie_can_be_dropped() -> None:
    session = DraftSession("k", SessionFacts(start="2017-08-06T10:00:00+00:00", end=None))
    draft = Draft(SourceKind.FRAB_XML, (session,))
    assert not draft.needs_zone
    local = draft.with_local_times()
    assert local.sessions[0].facts.start == "2017-08-06T10:00:00"
    assert local.needs_zone


def test_changes_know_what_they_touch() -> None:
    changes = ChangeSet("c", frozenset({(Kind.SESSION, "s")}))
    assert changes
    assert changes.touches(Kind.SESSION)
    assert changes.touches(Kind.SESSION, "s")
    assert not changes.touches(Kind.SESSION, "t")
    assert not changes.touches(Kind.LINES)
    assert not ChangeSet("c")


def test_errors_say_their_code_and_facts() -> None:
    assert str(ConfnotesError("a.b", path="x")) == "a.b(path='x')"
    assert len({new_id() for _ in range(1000)}) == 1000
