"""Real schedules: what they say themselves is hardly ever asked about, and slips are found.

Each abstract is read as if it were notes, with the whole schedule known.
"""

from pathlib import Path

import pytest

from confnotes.domain.names import find
from confnotes.domain.vocabulary import Schedule, vocabulary
from confnotes.schedule import read_schedule

# Counted and looked at: each is a name that the schedule writes in two ways (GitHub and Github,
# サーバー and サーバ), but for two or three.
ASKED = {
    "fortee/iosdc-2022-timetable.json": 4,
    "sessionize/droidkaigi-2020-all.json": 3,
    "sessionize/droidcon-london-2024-gridsmart.json": 1,
    "ics/jres-2022.ics": 4,
    "frab-xml/debconf-2017-wafer.xml": 4,
    "frab-xml/klimacamp-2015-frab.xml": 1,
}


def read(folder: Path, name: str) -> tuple[Schedule, list[str]]:
    """Return what a schedule says, and its abstracts line by line."""
    sessions = read_schedule((folder / name).read_bytes(), name).sessions
    people = [person for session in sessions for person in session.speakers]
    abstracts = [session.facts.abstract or "" for session in sessions]
    titles = [session.facts.title or "" for session in sessions]
    places = [place for s in sessions for place in (s.facts.room, s.facts.track) if place]
    schedule = Schedule(
        tuple(dict.fromkeys((person.name, "") for person in people)),
        tuple(dict.fromkeys(person.affiliation for person in people if person.affiliation)),
        tuple(dict.fromkeys(places)),
        tuple(filter(None, (*titles, *abstracts))),
    )
    return schedule, [line for text in abstracts for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", ASKED)
def test_what_a_schedule_says_itself_is_hardly_asked_about(real_files: Path, name: str) -> None:
    schedule, lines = read(real_files, name)
    assert len(find(vocabulary(schedule), lines)) <= ASKED[name]


def test_slips_in_the_names_of_a_schedule_are_found(real_files: Path) -> None:
    schedule, _ = read(real_files, "fortee/iosdc-2022-timetable.json")
    known = vocabulary(schedule)
    marked = [name for key, name in known.names.items() if key.isascii() and name != name.upper()]
    flat = [name for name in marked if name.capitalize() != name and name.isalpha()]
    found = find(known, [f"これは{name.capitalize()}の話" for name in flat])
    assert len(found) >= 0.9 * len(flat) > 30
    long = [name for name in known.written.values() if name[0].isupper() and len(name) >= 8]
    slips = [name[:4] + name[5:] for name in long]
    lost = [slip for slip in slips if not find(known, [f"これは{slip}の話"])]
    assert len(long) > 50
    assert len(lost) <= 0.1 * len(long), lost
