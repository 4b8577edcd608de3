"""A schedule whose organisers go on changing it, as its file says it each time."""

from confnotes.domain.draft import Draft
from confnotes.schedule import read_schedule
from helpers.schedules import event, frab_json

TIMES = {"Early": 10, "Running": 12, "Other": 12, "Late": 16}


def state(number: int, more: int = 0) -> Draft:
    """Return what the schedule says for the `number`th time: the same four sessions and `more`
    others, at other minutes, under other titles (but for the first time), one of them gone or back.
    """
    titles = [*TIMES, *(f"Talk {n}" for n in range(more)), *["Lightning talks"] * (number % 2)]
    events = []
    for at, title in enumerate(titles):
        hour = TIMES.get(title, 9 + at % 9)
        start = f"{hour:02}:{(number * 5 + at) % 4:02}"
        events.append(
            event(
                id=at,
                guid=f"5b3f7c1e-0000-4000-8000-{at:012}",
                date=f"2026-05-01T{start}:00+09:00",
                start=start,
                duration=f"00:{30 + number % 3 * 5}",
                title=title if not number else f"{title}, {number}",
            )
        )
    day = {"index": 1, "date": "2026-05-01", "rooms": {"A": events[::2], "B": events[1::2]}}
    if number % 3 == 1:  # another room
        day["rooms"] = {"A": events[1::2], "C": events[::2]}
    return read_schedule(
        frab_json(conference={"days": [day], "start": "2026-05-01", "end": "2026-05-01"})
    )
