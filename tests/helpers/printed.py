"""A small invented print page of sched.com, and the calendar of the same site."""

from helpers.schedules import calendar, vevent

KEYS = [f"{n:032x}" for n in range(20)]


def row(number: int, title: str, *roles: str) -> str:
    """Return a row of the page: a session and who does what ("Speakers: A, B")."""
    said = "".join(f'<br /><em class="sched-role-list">{each}</em>' for each in roles)
    key = KEYS[number]
    return (
        '<tr><td class="time"><span>09:00 &ndash; 09:30</span></td><td class="title">\n'
        f'<a href="event/{key}" id="{key}">{title}</a>\n'
        f'<div class="venue">Quay &amp; Mole</div>{said}</td></tr>\n'
    )


def page(*rows: str) -> bytes:
    """Return a page of these rows."""
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">\n<html><head>'
        "<title>Harbour Conf 2026: Print Schedule</title><style>.sched-role-list {}</style></head>"
        f'<body><a href="#" id="menu">Print</a><table>{"".join(rows)}</table></body></html>'
    ).encode()


def site(*titles: str) -> bytes:
    """Return the calendar of the site, its sessions with the same ids as on the page."""
    events = [
        vevent(
            f"DTSTART:20260504T{8 + n // 2:02}{30 * (n % 2):02}00Z",
            summary=title.replace(",", "\\,").replace(";", "\\;"),
            uid=KEYS[n],
        )
        for n, title in enumerate(titles)
    ]
    return calendar(*events, head=("PRODID:-//Sched.com Harbour Conf 2026//EN",))
