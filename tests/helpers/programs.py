"""Small invented schedules of Sessionize, fortee, Indico, PyCon US and pretalx's widget."""

import json
from typing import Any


def as_bytes(value: object) -> bytes:
    """Return a value as a JSON file."""
    return json.dumps(value, ensure_ascii=False).encode()


def _given(whole: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in {**whole, **fields}.items() if v is not ...}


def talk(**fields: Any) -> dict[str, Any]:
    """Return a session of Sessionize's view All; a field given as `...` is left out."""
    return _given(
        {
            "id": "2001",
            "title": "Buoys",
            "description": "First.\r\n\r\nSecond.",
            "startsAt": "2026-05-04T09:00:00",
            "endsAt": "2026-05-04T09:45:00",
            "isServiceSession": False,
            "isPlenumSession": False,
            "speakers": ["s1"],
            "categoryItems": [11, 21, 31],
            "questionAnswers": [],
            "roomId": 5,
            "status": "Accepted",
        },
        fields,
    )


def sessionize(*sessions: Any, **tables: Any) -> bytes:
    """Return the view All with these sessions."""
    whole = {
        "sessions": list(sessions),
        "speakers": [
            {
                "id": "s1",
                "firstName": "Mara",
                "lastName": "Quill",
                "fullName": "Mara Quill",
                "tagLine": "Keeper @ Beacon Works",
                "bio": "Keeps lights.",
                "links": [{"title": "Blog", "url": "https://quill.example/"}],
            }
        ],
        "questions": [{"id": 7, "question": "Video"}, {"id": 8, "question": "Join here"}],
        "categories": [
            {"id": 1, "title": "Track", "items": [{"id": 11, "name": "Sea"}]},
            {"id": 2, "title": "Session format", "items": [{"id": 21, "name": "Workshop 90"}]},
            {"id": 3, "title": "Language", "items": [{"id": 31, "name": "English"}]},
        ],
        "rooms": [{"id": 6, "name": "Mole", "sort": 1}, {"id": 5, "name": "Quay", "sort": 0}],
    }
    return as_bytes({**whole, **tables})


def grid(*rooms: list[dict[str, Any]]) -> bytes:
    """Return the view GridSmart: one day, the sessions of each room."""
    named = [
        {"id": n, "name": f"Room {n}", "sessions": sessions} for n, sessions in enumerate(rooms, 1)
    ]
    return as_bytes([{"date": "2026-05-04T00:00:00", "rooms": named, "timeSlots": []}])


def cell(**fields: Any) -> dict[str, Any]:
    """Return a session of the view GridSmart."""
    return talk(
        **{
            "speakers": [{"id": "s1", "name": "Mara Quill"}],
            "categoryItems": ...,
            "questionAnswers": ...,
            "categories": [{"name": "Track", "categoryItems": [{"name": "Sea"}]}],
            **fields,
        }
    )


def proposal(**fields: Any) -> dict[str, Any]:
    """Return an entry of fortee's timetable."""
    return _given(
        {
            "type": "talk",
            "uuid": "0f000000-0000-4000-8000-000000000001",
            "url": "https://fortee.jp/hama-conf-2026/proposal/0f000000",
            "title": "灯台の話",
            "abstract": "一行目。\r\n二行目。",
            "track": {"name": "Track A", "sort": 1},
            "starts_at": "2026-05-04T10:00:00+09:00",
            "length_min": 20,
            "tags": [],
            "speaker": {"name": "浜 渚", "kana": "ハマ ナギサ", "twitter": "hama_n"},
            "fav_count": 3,
            "feedback": {"open": False},
        },
        fields,
    )


def fortee(*entries: Any) -> bytes:
    """Return a timetable of fortee."""
    return as_bytes({"timetable": list(entries)})


def contribution(**fields: Any) -> dict[str, Any]:
    """Return a contribution of Indico."""
    return _given(
        {
            "_type": "Contribution",
            "id": "3",
            "db_id": 9003,
            "title": "Tides",
            "description": "<p>How <b>tides</b> turn.</p>",
            "startDate": {"date": "2026-05-04", "time": "09:00:00", "tz": "Europe/Zurich"},
            "endDate": {"date": "2026-05-04", "time": "09:30:00", "tz": "Europe/Zurich"},
            "duration": 30,
            "room": "Quay 1",
            "location": "Harbour",
            "type": "Oral",
            "track": "Water",
            "url": "https://indico.example/event/1/contributions/3/",
            "speakers": [
                {
                    "id": "0",
                    "fullName": "Quill, Mara",
                    "first_name": "Mara",
                    "last_name": "Quill",
                    "affiliation": "Beacon Works",
                    "emailHash": "d41d8cd98f00b204e9800998ecf8427e",
                }
            ],
            "primaryauthors": [{"fullName": "Nobody, There"}],
            "folders": [
                {"attachments": [{"download_url": "https://indico.example/a.pdf", "title": "A"}]}
            ],
        },
        fields,
    )


def indico(*contributions: Any, **event: Any) -> bytes:
    """Return an export of one event of Indico."""
    whole = {
        "_type": "Conference",
        "id": "1",
        "title": "Harbour Days",
        "description": "Room password: swordfish",
        "startDate": {"date": "2026-05-04", "time": "08:00:00", "tz": "Europe/Zurich"},
        "endDate": {"date": "2026-05-05", "time": "18:00:00", "tz": "Europe/Zurich"},
        "timezone": "Europe/Zurich",
        "location": "Harbour",
        "url": "https://indico.example/event/1/",
        "contributions": list(contributions),
        **event,
    }
    return as_bytes({"_type": "HTTPAPIResult", "count": 1, "results": [whole]})


def slot(**fields: Any) -> dict[str, Any]:
    """Return an entry of PyCon US."""
    return _given(
        {
            "conf_key": 41,
            "name": "Anchors",
            "kind": "talk",
            "section": "Sea",
            "room": "Quay",
            "rooms": ["Quay"],
            "start": "2026-05-04T09:00:00-04:00",
            "end": "2026-05-04T09:30:00-04:00",
            "duration": 30,
            "description": "<p>On <em>anchors</em>.</p>",
            "authors": ["Mara Quill"],
            "contact": ["mara@quill.example"],
            "speakers": [{"id": 5, "name": "Mara Quill", "bio": "<p>Keeps lights.</p>"}],
            "conf_url": "https://py.example/2026/schedule/presentation/41/",
            "released": True,
        },
        fields,
    )


def pycon(*entries: Any, **outer: Any) -> bytes:
    """Return a conference.json of PyCon US."""
    return as_bytes({"schedule": list(entries), "conference": "Py Harbour 2026", **outer})


def widget_talk(**fields: Any) -> dict[str, Any]:
    """Return a talk in the data of pretalx's widget."""
    return _given(
        {
            "code": "ABCDEF",
            "id": 12,
            "title": "Ropes",
            "abstract": "All *about* ropes",
            "speakers": ["QUILL1"],
            "track": 2,
            "start": "2026-05-04T09:00:00+01:00",
            "end": "2026-05-04T09:45:00+01:00",
            "room": 3,
            "duration": 45,
            "content_locale": "en",
        },
        fields,
    )


def widget(*talks: Any, **tables: Any) -> bytes:
    """Return the data of pretalx's widget."""
    return as_bytes(
        {
            "talks": list(talks),
            "version": "0.4",
            "timezone": "Europe/Lisbon",
            "event_start": "2026-05-04",
            "event_end": "2026-05-05",
            "tracks": [{"id": 2, "name": {"en": "Sea", "de": "Meer"}, "color": "#00AAff"}],
            "rooms": [{"id": 3, "name": {"en": "Quay"}}, {"id": 4, "name": "Mole"}],
            "speakers": [{"code": "QUILL1", "name": "Mara Quill", "avatar": None}],
            **tables,
        }
    )
