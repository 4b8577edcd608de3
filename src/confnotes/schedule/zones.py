"""Time zones: the names that schedules give them, and which zones would fit where none is given."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from confnotes.domain.times import zone, zone_names

_ABBREVIATIONS = {"jst": "Asia/Tokyo", "cest": "Europe/Berlin", "bst": "Europe/London"}
_OF_NO_PLACE = frozenset({"utc", "gmt", "z", "zulu", "etc/utc", "etc/gmt", "etc/zulu", "gmt0"})
_ZONE_AT_END = re.compile(r"(?:^|/)([A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2})$")
_OUTLOOK = re.compile(r"\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\)\s*(.+)")
_LIKELY_LIST = (
    "Asia/Tokyo Europe/Berlin Europe/Paris Europe/London America/New_York America/Los_Angeles "
    "America/Chicago America/Denver Asia/Kolkata Asia/Singapore Asia/Shanghai Asia/Seoul "
    "Australia/Sydney Europe/Amsterdam Europe/Brussels Europe/Madrid Europe/Vienna Europe/Zurich "
    "Europe/Rome Europe/Prague Europe/Helsinki Europe/Athens Europe/Istanbul Europe/Lisbon "
    "America/Toronto America/Sao_Paulo America/Halifax America/Argentina/Buenos_Aires "
    "Africa/Johannesburg Africa/Cairo Asia/Dubai Asia/Jerusalem Asia/Bangkok Asia/Taipei "
    "Asia/Kathmandu Australia/Brisbane Australia/Perth Australia/Adelaide Pacific/Auckland "
    "Pacific/Honolulu America/Phoenix America/Anchorage Europe/Moscow"
)
_LIKELY = _LIKELY_LIST.split()
# Cities and countries with conferences whose zone is not named after them.
_PLACES = {
    "san diego": "America/Los_Angeles", "san francisco": "America/Los_Angeles",
    "seattle": "America/Los_Angeles", "portland": "America/Los_Angeles",
    "san jose": "America/Los_Angeles", "las vegas": "America/Los_Angeles",
    "salt lake city": "America/Denver", "austin": "America/Chicago", "dallas": "America/Chicago",
    "houston": "America/Chicago", "minneapolis": "America/Chicago",
    "new orleans": "America/Chicago", "boston": "America/New_York",
    "atlanta": "America/New_York", "pittsburgh": "America/New_York",
    "philadelphia": "America/New_York", "washington": "America/New_York",
    "miami": "America/New_York", "montreal": "America/Toronto", "ottawa": "America/Toronto",
    "valencia": "Europe/Madrid", "barcelona": "Europe/Madrid", "bilbao": "Europe/Madrid",
    "munich": "Europe/Berlin", "hamburg": "Europe/Berlin", "cologne": "Europe/Berlin",
    "leipzig": "Europe/Berlin", "frankfurt": "Europe/Berlin", "karlsruhe": "Europe/Berlin",
    "marseille": "Europe/Paris", "lyon": "Europe/Paris", "nantes": "Europe/Paris",
    "milan": "Europe/Rome", "florence": "Europe/Rome", "pescara": "Europe/Rome",
    "rotterdam": "Europe/Amsterdam", "utrecht": "Europe/Amsterdam",
    "edinburgh": "Europe/London", "manchester": "Europe/London", "cardiff": "Europe/London",
    "coventry": "Europe/London", "geneva": "Europe/Zurich", "krakow": "Europe/Warsaw",
    "yokohama": "Asia/Tokyo", "osaka": "Asia/Tokyo", "kyoto": "Asia/Tokyo",
    "nagoya": "Asia/Tokyo", "fukuoka": "Asia/Tokyo", "sapporo": "Asia/Tokyo",
    "hiroshima": "Asia/Tokyo", "sendai": "Asia/Tokyo", "okinawa": "Asia/Tokyo",
    "東京": "Asia/Tokyo", "横浜": "Asia/Tokyo", "大阪": "Asia/Tokyo", "京都": "Asia/Tokyo",
    "名古屋": "Asia/Tokyo", "福岡": "Asia/Tokyo", "札幌": "Asia/Tokyo", "日本": "Asia/Tokyo",
    "bangalore": "Asia/Kolkata", "bengaluru": "Asia/Kolkata", "hyderabad": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "beijing": "Asia/Shanghai",
    "shenzhen": "Asia/Shanghai", "busan": "Asia/Seoul",
    "japan": "Asia/Tokyo", "netherlands": "Europe/Amsterdam", "germany": "Europe/Berlin",
    "france": "Europe/Paris", "united kingdom": "Europe/London", "uk": "Europe/London",
    "italy": "Europe/Rome", "switzerland": "Europe/Zurich", "austria": "Europe/Vienna",
    "belgium": "Europe/Brussels", "india": "Asia/Kolkata", "korea": "Asia/Seoul",
    "south korea": "Asia/Seoul", "taiwan": "Asia/Taipei", "ireland": "Europe/Dublin",
    "sweden": "Europe/Stockholm", "denmark": "Europe/Copenhagen", "norway": "Europe/Oslo",
    "finland": "Europe/Helsinki", "poland": "Europe/Warsaw", "czechia": "Europe/Prague",
}  # fmt: skip
_COUNTRY_LIST = """
japan netherlands germany france italy switzerland austria belgium india korea taiwan ireland
sweden denmark norway finland poland czechia spain portugal usa us canada uk china australia
singapore brazil mexico israel greece hungary romania croatia estonia latvia lithuania
united_states united_kingdom united_states_of_america south_korea new_zealand czech_republic
the_netherlands 日本 deutschland nederland españa italia
"""
COUNTRIES = frozenset(name.replace("_", " ") for name in _COUNTRY_LIST.split())
"""Countries as addresses end in them, in lower case."""


def known_zone(name: str) -> str | None:
    """Return the IANA zone that `name` means: an IANA name in any case, one with a maker's prefix
    (`/mozilla.org/20050126_1/Europe/Berlin`), a Windows name, the cities that Outlook shows for
    one ("(UTC+01:00) Amsterdam, Berlin"), or JST; None when unknown."""
    name = name.strip().strip('"')
    if not name or len(name) > 100:
        return None
    if _exists(name):
        return name
    plain = name.lower()
    if plain in _ABBREVIATIONS:
        return _ABBREVIATIONS[plain]
    if (prefixed := _ZONE_AT_END.search(name)) and _exists(prefixed[1]):
        return prefixed[1]
    # FOSDEM's pentabarf writes Europe-Brussels.
    if "/" not in name and _exists(name.replace("-", "/", 1)):
        return name.replace("-", "/", 1)
    # The table is read only for a name that is none of the usual ones.
    from confnotes.schedule.windows_zones import WINDOWS_ZONES

    if plain in WINDOWS_ZONES:
        return WINDOWS_ZONES[plain]
    if described := _OUTLOOK.fullmatch(name):
        return next(iter(zones_of_place(described[1].split(","))), None)
    return next((known for known in zone_names() if known.lower() == plain), None)


def _exists(name: str) -> bool:
    try:
        zone(name)
    except ValueError:
        return False
    return True


def is_placeless(name: str) -> bool:
    """Return whether a zone is UTC by some name: no conference takes place there."""
    return name.strip().lower() in _OF_NO_PLACE


def zones_for(instants: Sequence[datetime]) -> tuple[str, ...]:
    """Return well-known zones in which all these instants carry the offset they were written with,
    likeliest first, at most five; none for plain UTC."""
    sample = sorted({i for i in instants if i.tzinfo is not None})[:: max(len(instants) // 50, 1)]
    if not sample or all(i.utcoffset() == timedelta(0) for i in sample):
        return ()
    fitting = (name for name in _LIKELY if _fits(name, sample))
    return tuple(name for name, _ in zip(fitting, range(5), strict=False))


def _fits(name: str, instants: Sequence[datetime]) -> bool:
    return _exists(name) and all(
        i.astimezone(zone(name)).utcoffset() == i.utcoffset() for i in instants
    )


def offsets_of(instants: Iterable[datetime]) -> tuple[str, ...]:
    """Return the distinct offsets of instants as written, such as "+09:00", in order."""
    found = dict.fromkeys(i.isoformat()[-6:] for i in instants if i.utcoffset() is not None)
    return tuple(found)


def zones_of_place(places: Iterable[str]) -> tuple[str, ...]:
    """Return the zones that names of cities or countries point to, in the order they are met."""
    cities = _by_city()
    found = (_PLACES.get(p) or cities.get(p) for p in (_plain(place) for place in places))
    return tuple(dict.fromkeys(name for name in found if name))


def _by_city() -> dict[str, str]:
    areas = ("Europe/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/", "Atlantic/")
    return {
        name.rpartition("/")[2].replace("_", " ").lower(): name
        for name in sorted(zone_names())
        if name.startswith(areas)
    }


def _plain(place: str) -> str:
    return re.sub(r"\s*\b[A-Z]{0,2}\d[\w-]*\b|\(.*", "", place).strip(" .").lower()
