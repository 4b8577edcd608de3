"""An invented programme that looks like a real one: four days, nine rooms, for the pictures."""

import json
from datetime import date, timedelta

from confnotes.domain.choice import Intent

NAME = "Harbour Days 2019"
CHOSEN = (
    (0, Intent.GOING), (1, Intent.GOING), (2, Intent.CONSIDERED), (12, Intent.CONSIDERED),
    (20, Intent.GOING), (21, Intent.GOING), (23, Intent.CONSIDERED), (31, Intent.GOING),
)  # fmt: skip
"""What is chosen of the third day: two of it clash."""
ROOMS = ("6C", "6E", "11A", "11B", "20A", "20B", "Hall D", "Pier 1", "Pier 2")
SLOTS = ("10:55", "11:50", "14:25", "15:20", "16:25", "17:20")
_TITLES = (
    "Rook: Stateful Databases You Can Sleep Next To", "Helm 3 for Chart Authors",
    "OpenTelemetry: The Story So Far", "SIG Network: Intro and Deep Dive",
    "A Cluster on a Tuesday Budget", "小さなチームの Kubernetes 運用、三年間の記録",
    "Vitess: After Graduation", "eBPF for the Rest of Us", "Cost Reports Your Boss Will Read",
    "Windows Nodes: What Works Today", "GitOps in a Bank", "Service Mesh Interface: One Year",
    "Kubernetes in Your 4x4 – Continuous Deployment Directly to the Car",
    "Policy as Code, Two Years In", "How Small Can a Node Be?", "5G and the Edge Cluster",
    "障害対応を支える観測基盤の作り方と、その失敗", "Autoscaling, Honestly",
    "From Three Clusters to Thirty", "Multi-Cluster Rollouts Without Tears",
    "Secrets That Outlive Their Owners", "Logs That Speak", "Meshes at Sea",
    "Release Notes People Read", "The Scheduler, Slowly", "Backups: A Love Story",
)  # fmt: skip
_NAMES = (
    "Hanna Lind", "Marek Sowa", "T. Okafor", "L. Brandt", "S. Iyer", "M. Castellan", "P. Nowak",
    "D. Hall", "R. Adeyemi", "J. Moreau", "K. Lindqvist", "E. Duarte", "B. Farouk", "A. Rossi",
    "森 彩", "G. Petit", "N. Varga",
)  # fmt: skip
_TRACKS = ("Storage", "App delivery", "Observability", "Networking", "Case studies", "Operations")


def _event(number: int, day: str, start: str, minutes: int, title: str, **more: object) -> object:
    japanese = any("\u3040" <= letter <= "\u9fff" for letter in title)
    return {
        "id": number,
        "guid": f"00000000-0000-4000-8000-{number:012}",
        "date": f"{day}T{start}:00-08:00",
        "start": start,
        "duration": f"{minutes // 60:02}:{minutes % 60:02}",
        "title": title,
        "type": "talk",
        "language": "ja" if japanese else "en",
        "track": _TRACKS[number % len(_TRACKS)],
        "persons": [
            {"id": one, "public_name": _NAMES[one]}
            for one in {number % len(_NAMES), number * 5 % len(_NAMES)}
        ],
    } | more


def _days(first: date) -> list[object]:
    days: list[object] = []
    number = 0
    for at in range(4):
        day = (first + timedelta(days=at)).isoformat()
        rooms: dict[str, list[object]] = {room: [] for room in ROOMS}
        alone: dict[str, object] = {"language": "en", "persons": [], "track": ""}
        rooms["Hall D"] += [
            _event(900 + at, day, "09:00", 90, "Keynotes", **alone | {"type": "keynote"}),
            _event(
                910 + at, day, "12:25", 120, "Lunch and sponsor hall", **alone | {"type": "meal"}
            ),
        ]
        for slot in SLOTS:
            for room in ROOMS:
                number += 1
                rarely = number % 11 == 4
                title = _TITLES[number * 7 % len(_TITLES)]
                if rarely and slot in ("14:25", "16:25"):
                    title = "Tutorial: " + title
                    rooms[room].append(_event(number, day, slot, 90, title, type="tutorial"))
                elif number % 13 and not (slot in ("15:20", "17:20") and (number - 9) % 11 == 4):
                    rooms[room].append(_event(number, day, slot, 35, title))
        rooms["Pier 1"].append(
            _event(920 + at, day, "23:30", 90, "Night of the long logs", track="Operations")
        )
        days.append({"index": at + 1, "date": day, "rooms": rooms})
    return days


def schedule() -> bytes:
    """Return the programme as a schedule.json."""
    return json.dumps(
        {
            "schedule": {
                "conference": {
                    "acronym": "harbour19",
                    "title": NAME,
                    "start": "2019-11-18",
                    "end": "2019-11-21",
                    "time_zone_name": "America/Los_Angeles",
                    "days": _days(date(2019, 11, 18)),
                }
            }
        }
    ).encode()


def later() -> bytes:
    """Return the programme as it is two weeks later: of the third day's sessions some have moved,
    others are renamed, cancelled, gone, new, or another one's id."""
    whole = json.loads(schedule())
    rooms = whole["schedule"]["conference"]["days"][2]["rooms"]
    first = {room: [one for one in rooms[room] if one["type"] == "talk"] for room in ROOMS}
    moved = first["6C"][0]
    moved |= {"date": moved["date"].replace("T10:55", "T14:25"), "start": "14:25"}
    first["6E"][0]["title"] += ", and One Year On"
    first["11A"][0]["title"] = "CANCELLED: " + first["11A"][0]["title"]
    rooms["6C"].remove(first["6C"][1])
    taken = first["6E"][2]
    taken |= {"title": "Budgets Without Spreadsheets", "persons": [{"id": 40, "name": "V. Berg"}]}
    rooms["20B"].append(first["20A"][1])
    rooms["20A"].remove(first["20A"][1])
    first["11B"][1]["persons"] = [{"id": 41, "name": "K. Ito"}]
    rooms["Pier 2"] += [
        _event(951, "2019-11-20", "11:50", 35, "コントリビューターの相談室"),
        _event(952, "2019-11-20", "16:25", 35, "Windows Nodes, One Winter Later"),
    ]
    return json.dumps(whole).encode()
