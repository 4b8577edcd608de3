"""Names written in two ways: found everywhere, corrected at once, taken back to the byte."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.audience import Audience
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.names import Why
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.names import NameFinding
from confnotes.services.notebook import Mode
from helpers.notebooks import Ticking, services
from report.making import catalogue

WORDING = {language: catalogue(language) for language in (Language.JA, Language.EN)}

ABSTRACT = "We moved to Kitewing, and then we taught Kitewing what GitHub knows."


def write(opened: Services, session_id: str, *texts: str, **further: Any) -> list[Line]:
    lines = [Line(new_id(), session_id, n, text, **further) for n, text in enumerate(texts)]
    opened.notes.save(session_id, lines)
    return lines


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Services]:
    """Return the services with the report's wording, on an empty notebook."""
    found = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=WORDING, clock=Ticking())
    yield found
    found.close()


def texts(opened: Services, session_id: str) -> list[str]:
    return [line.text for line in opened.notes.view(session_id).lines]


def only(opened: Services, conference_id: str) -> NameFinding:
    (finding,) = opened.names.found(conference_id)
    return finding


@pytest.fixture
def known(opened: Services, conference_id: str) -> str:
    """Return a session whose title has a product in it."""
    identity, _ = opened.programme.add_session(
        conference_id, "GitHub at Sea", start="2026-05-04T09:00:00", duration=2700, room="Quay"
    )
    return identity


def test_all_texts_are_looked_through(
    opened: Services, conference_id: str, session_id: str, known: str
) -> None:
    line = Line(new_id(), known, 0, "on Github", gist="Githubのこと", kind=LineKind.QUOTE)
    code = Line(new_id(), known, 1, "cd Github", kind=LineKind.CODE)
    opened.notes.save(known, [line, code])
    write(opened, session_id, "Github again", "`Github` and https://example.org/Github")
    opened.review.set_text(session_id, "summary", "What **Github** said.\n\n    Github\n")
    opened.review.set_text(session_id, "takeaway", "We need Github")
    view = opened.programme.session(session_id).session
    opened.programme.choose_session(session_id, replace(view.choice, reason="For Github"))
    opened.notes.put_footnote(Footnote(new_id(), conference_id, "k-1", "Githubは猫"))
    opened.review.set_version(
        conference_id, session_id, "takeaway", Language.JA, "Githubが要る", "We need Github"
    )
    report = opened.reports.report(conference_id)
    opened.reports.write_section(report, "conclusion", Language.EN, "Goodbye, Github.")
    finding = only(opened, conference_id)
    assert (finding.key, finding.why) == ("GitHub", Why.UNLIKE_SCHEDULE)
    fields = [(one.place.text.owner.value, one.place.text.field) for one in finding.places]
    assert fields == [
        ("line", "text"),
        ("line", "gist"),
        ("line", "text"),
        ("session", "reason"),
        ("session", "summary"),
        ("session", "takeaway"),
        ("section_text", "text"),
        ("footnote", "text"),
        ("version", "text"),
    ]
    titles = [one.session.session.title if one.session else "" for one in finding.places]
    assert titles == ["GitHub at Sea"] * 2 + ["Lighthouses"] * 4 + ["", "", "Lighthouses"]


def test_a_correction_is_one_change_and_is_taken_back_as_one(
    opened: Services, conference_id: str, session_id: str, known: str, told: list[ChangeSet]
) -> None:
    write(opened, session_id, "on Github, ` Github`", "nothing", "GitHub and Github")
    write(opened, known, "Githubの猫")
    opened.review.set_text(known, "summary", "Github it is")
    told.clear()
    finding = only(opened, conference_id)
    places = [one.place for one in finding.others("GitHub")]
    corrected, changes = opened.names.correct(conference_id, places, "GitHub")
    assert told == [changes]
    assert changes.changed == {
        (Kind.LINES, session_id),
        (Kind.LINES, known),
        (Kind.SESSION, known),
    }
    assert (corrected.places, corrected.left) == (4, 0)
    assert texts(opened, session_id) == ["on GitHub, ` Github`", "nothing", "GitHub and GitHub"]
    assert texts(opened, known) == ["GitHubの猫"]
    assert opened.names.found(conference_id) == ()
    changes = opened.names.take_back(conference_id, corrected)
    assert changes.touches(Kind.LINES, session_id)
    assert texts(opened, session_id) == ["on Github, ` Github`", "nothing", "GitHub and Github"]
    assert opened.programme.session(known).session.summary == "Github it is"
    assert only(opened, conference_id) == finding


def test_any_form_may_be_the_right_one(
    opened: Services, conference_id: str, session_id: str, known: str
) -> None:
    write(opened, session_id, "on Github", "GitHub")
    finding = only(opened, conference_id)
    places = [one.place for one in finding.places]
    corrected, _ = opened.names.correct(conference_id, places, " Git\nHub ")
    assert corrected.form == "Git Hub"
    assert texts(opened, session_id) == ["on Git Hub", "Git Hub"]
    with pytest.raises(ConfnotesError) as caught:
        opened.names.correct(conference_id, places, " \n ")
    assert caught.value.code == "name.empty"


def test_what_changed_meanwhile_stays(
    opened: Services, conference_id: str, session_id: str, known: str
) -> None:
    lines = write(opened, session_id, "on Github", "by Github", "Github")
    places = [one.place for one in only(opened, conference_id).places]
    now = [replace(lines[0], text="I am on Github"), replace(lines[1], text="by Github!")]
    opened.notes.save(session_id, now)
    corrected, _ = opened.names.correct(conference_id, places, "GitHub")
    assert (corrected.places, corrected.left) == (1, 2)
    assert texts(opened, session_id) == ["I am on Github", "by GitHub!"]
    opened.notes.save(session_id, [now[0], replace(now[1], text="by GitHub?")])
    assert not opened.names.take_back(conference_id, corrected)
    assert texts(opened, session_id) == ["I am on Github", "by GitHub?"]


def test_what_was_made_from_a_text_stays_true_to_it(
    opened: Services, conference_id: str, session_id: str, known: str
) -> None:
    write(opened, session_id, "they run Github")
    opened.review.set_text(session_id, "takeaway", "We need Github")
    opened.review.set_version(
        conference_id, session_id, "takeaway", Language.JA, "猫が要る", "We need Github"
    )
    report = opened.reports.report(conference_id)
    key = f"session:{session_id}"
    opened.reports.write_section(report, key, Language.EN, "My own: they run Github.")
    before = opened.reports.section_markdown(report, key, Language.EN)
    assert "Github" in before.base
    assert before.base == before.generated
    places = [one.place for one in only(opened, conference_id).places]
    corrected, _ = opened.names.correct(conference_id, places, "GitHub")
    texts_now = opened.review.versions(conference_id)
    shown = texts_now.render(session_id, "takeaway", "We need GitHub", Language.JA)
    assert (shown.text, shown.stale) == ("猫が要る", False)
    after = opened.reports.section_markdown(report, key, Language.EN)
    assert after.text == "My own: they run GitHub."
    assert after.base == after.generated  # nothing is offered that the text says already
    opened.names.take_back(conference_id, corrected)
    assert opened.reports.section_markdown(report, key, Language.EN) == before
    texts_now = opened.review.versions(conference_id)
    assert not texts_now.render(session_id, "takeaway", "We need Github", Language.JA).stale


def test_what_is_right_is_not_asked_about_again(
    opened: Services, conference_id: str, session_id: str, known: str, tmp_path: Path
) -> None:
    write(opened, session_id, "on Github")
    changes = opened.names.keep(conference_id, ["Github"])
    assert changes.changed == {(Kind.NAMES, conference_id)}
    assert opened.names.found(conference_id) == ()
    assert not opened.names.keep(conference_id, ["Github"])
    (tmp_path / "other").mkdir()
    other = services(tmp_path / "other" / "b.confnotes")
    path = tmp_path / "dump.json"
    opened.exchange.dump(conference_id, path)
    assert json.loads(path.read_text())["conference"]["kept_names"][0]["form"] == "Github"
    other.exchange.load(path)
    assert other.names.found(conference_id) == ()
    other.close()
    opened.names.forget(conference_id, ["Github"])
    assert only(opened, conference_id).key == "GitHub"
    opened.names.keep(conference_id, ["Github"])
    assert opened.names.found(conference_id) == ()


def test_a_line_keeps_all_but_its_words(
    opened: Services, conference_id: str, session_id: str, known: str
) -> None:
    line = Line(
        new_id(), session_id, 0, "on Github", 2, LineKind.UNCLEAR, tags=("Github",),
        audience=Audience.PRIVATE,
    )  # fmt: skip
    opened.notes.save(session_id, [line])
    places = [one.place for one in only(opened, conference_id).places]
    opened.names.correct(conference_id, places, "GitHub")
    assert opened.notes.view(session_id).lines == (replace(line, text="on GitHub"),)


def test_a_conference_that_is_gone_is_said_so(opened: Services) -> None:
    for ask in (
        lambda: opened.names.found("nowhere"),
        lambda: opened.names.correct("nowhere", [], "GitHub"),
        lambda: opened.names.keep("nowhere", ["GitHub"]),
    ):
        with pytest.raises(ConfnotesError) as caught:
            ask()
        assert caught.value.code == "conference.gone"


def apart(text: str, finding: NameFinding) -> str:
    """Return what is no form of the name."""
    for form in sorted((form.text for form in finding.forms), key=len, reverse=True):
        text = text.replace(form, "\0")
    return text


_PIECES = st.sampled_from(
    ["GitHub", "Github", "Kitewing", "kitewing", "Kitewnig", " ", " ", "、", "`Github`", "の", "\n"]
)


@settings(max_examples=25)
@given(st.lists(st.lists(_PIECES, max_size=8).map("".join), max_size=4), st.data())
def test_all_else_stays_and_undo_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, notes: list[str], data: st.DataObject
) -> None:
    opened = services(tmp_path_factory.mktemp("names") / "a.confnotes")
    conference_id, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    session_id, _ = opened.programme.add_session(conference_id, f"GitHub at Sea {ABSTRACT}")
    write(opened, session_id, *notes)
    opened.review.set_text(session_id, "summary", "\n\n".join(notes))
    before = (texts(opened, session_id), opened.programme.session(session_id).session.summary)
    for finding in opened.names.found(conference_id):
        right = data.draw(st.sampled_from([form.text for form in finding.forms]))
        places = [one.place for one in finding.others(right)]
        corrected, _ = opened.names.correct(conference_id, places, right)
        assert (corrected.places, corrected.left) == (len(places), 0)
        after = (texts(opened, session_id), opened.programme.session(session_id).session.summary)
        for was, now in zip((*before[0], before[1]), (*after[0], after[1]), strict=True):
            assert apart(was, finding) == apart(now, finding)
        opened.names.take_back(conference_id, corrected)
        again = (texts(opened, session_id), opened.programme.session(session_id).session.summary)
        assert again == before
    opened.close()
