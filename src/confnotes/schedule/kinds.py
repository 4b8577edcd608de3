"""What kind of session it is, read off the words a schedule uses for it."""

import re
from functools import lru_cache

from confnotes.domain.session import SessionKind, SessionState

_K = SessionKind
_Words = tuple[SessionKind, re.Pattern[str]]


def _words(kind: SessionKind, *alternatives: str) -> _Words:
    return kind, re.compile("|".join(alternatives), re.IGNORECASE)


# Asked in this order; the words of a type or category that a producer or organiser chose.
_FORMAT: tuple[_Words, ...] = (
    _words(
        _K.LIGHTNING, "lightening|lightning", r"\bLT\b|blitzvortrag|pecha ?kucha", "ライトニング"
    ),
    _words(_K.KEYNOTE, "key ?note|plenary (talk|session)", "基調|キーノート"),
    _words(_K.PANEL, r"\bpanel|podium|round ?table|discussion|diskussion", "パネル|座談会|討論"),
    _words(_K.TUTORIAL, r"tutorial|training\b|master ?class", "チュートリアル"),
    _words(
        _K.WORKSHOP,
        "work ?shop|hands.?on|code ?lab|hackathon|contribfest|sprint",
        "ワークショップ|ハンズオン|もくもく",
    ),
    _words(_K.OTHER, "registration|check.?in|badge|reception desk|cloak ?room", "受付|クローク"),
    _words(
        _K.PARTY,
        r"\bpart(y|ies)\b|reception|social (event|evening|night|programme)|after ?hours",
        r"happy hour|banquet|djset|\bconcert\b",
        "懇親会|交流会|パーティ",
    ),
    _words(
        _K.MEAL,
        r"\b(lunch|breakfast|dinner|brunch|coffee|meals?|catering|breaks?|pause|buffet)\b",
        r"\b(kaffee|mittag(essen)?)\b",
        "昼食|ランチ|朝食|夕食|休憩|軽食",
    ),
    _words(
        _K.BOOTH,
        r"\bbooths?\b|exhibit|(solutions?|sponsors?) showcase|\bexpo\b|pavilion|poster|\bstands?\b",
        "ブース|展示|ポスター",
    ),
    _words(_K.HALLWAY, r"hallway|open ?space|meet ?-?up|birds of a feather|\bbofs?\b", "廊下"),
    _words(_K.SPONSOR, "sponsor", "スポンサー|協賛"),
    _words(_K.TRAVEL, r"\b(travel|shuttle|excursion|day ?trip)\b", "移動|遠足"),
    _words(
        _K.TALK,
        r"\b(talks?|lectures?|vortrag|sessions?|presentation|maintrack|devroom)\b",
        "講演|発表|トーク|セッション",
    ),
)
# A title tells only where it says little else: whole titles, and prefixes with a sign after them.
_TITLE: tuple[_Words, ...] = (
    _words(
        _K.MEAL,
        r"(?:.{0,24}\b)?(?:lunch|breakfast|dinner|brunch|coffee|tea|refreshments?|buffet|"
        r"mittag(?:essen|spause)?|kaffeepause|pause)(?:\s*(?:break|time|pause|buffet))?"
        r"(?:\s*[(/|&+,-].*)?",
        r"(?:.{0,24}\b)?break(?:\s*[(|/-].*)?",
        r".{0,12}(?:昼食|昼休み|ランチ(?:タイム)?|休憩(?:時間)?|朝食|夕食|コーヒーブレイク)",
    ),
    _words(
        _K.OTHER,
        r"(?:.{0,24}\b)?(?:registration|check-?in|badge pick-?up|cloak ?room|doors open|accueil.*)"
        r"(?:\s*[(/|&+-].*)?",
        r".{0,12}(?:受付|開場|入場).{0,6}",
    ),
    _words(
        _K.PARTY,
        r"(?:.{0,40}\b)?(?:party|(?:welcome|evening|booth|opening) reception|social event|"
        r"happy hour|banquet)(?:\s*[(|!-].*)?",
        r".{0,12}(?:懇親会|交流会).{0,6}",
    ),
    _words(
        _K.KEYNOTE,
        r"(?:opening |closing |sponsored )?keynotes?(?:\s*[:：|–—-].*)?",
        "(?:基調講演|キーノート).*",
    ),
    _words(
        _K.LIGHTNING,
        r"(?:project )?lightning talks?(?:\s.*|[:：].*)?",
        r"ライトニングトーク.*|LT大会.*",
    ),
    _words(
        _K.PANEL,
        r"panel(?: discussion)?\s*[:：|–—-].*|panel discussion",
        r"パネルディスカッション.*",
    ),
    _words(_K.TUTORIAL, r"tutorial\s*[:：|–—-].*", r"チュートリアル\s*[:：].*"),
    _words(_K.WORKSHOP, r"workshop\s*[:：|–—-].*", r"ワークショップ\s*[:：].*"),
    _words(
        _K.SPONSOR,
        r"(?:sponsored (?:session|keynote|talk)|sponsor session)\s*[:：|–—-].*",
        r"スポンサー(?:セッション|講演|LT).*",
    ),
)
_TITLE_WORTH_ASKING = 200
_DECORATION = re.compile(r"^\W+|\W+$")
_CANCELLED = re.compile(
    r"\W*(?:CANCELL?ED|ABGESAGT|AUSGEFALLEN|ANNUL[ÉE]E?|CANCELAD[OA])(?![^\W_])|"
    r"\W*(?:中止|キャンセル)(?=[\s:：】〕\]）)」』!！-]|$)"
)


@lru_cache(maxsize=2048)
def _by_format(words: str) -> SessionKind | None:
    for kind, pattern in _FORMAT:
        if pattern.search(words):
            return kind
    return None


def kind_by_format(words: str) -> SessionKind | None:
    """Return the kind that a type or category names; None where the words say nothing of it."""
    return _by_format(words[:200]) if words else None


def kind_by_title(title: str) -> SessionKind | None:
    """Return the kind that a title names by itself ("Lunch", "Keynote: …"), None if it does not."""
    if len(title) > _TITLE_WORTH_ASKING:
        return None
    words = _DECORATION.sub("", title)
    for kind, pattern in _TITLE:
        if pattern.fullmatch(words):
            return kind
    return None


def kind_of(title: str, words: str) -> SessionKind | None:
    """Return the kind of a session; None leaves it to be a talk."""
    by_format = kind_by_format(words)
    if by_format in (None, SessionKind.TALK, SessionKind.OTHER):
        return kind_by_title(title) or by_format
    return by_format


def state_of(title: str, status: str = "") -> SessionState:
    """Return whether a session is called off: its status says so, or its title begins with it.
    Only a whole word in capitals counts: "Cancelling POSIX syscalls" is a talk."""
    called_off = status.strip().upper() in ("CANCELLED", "CANCELED", "TRUE")
    if called_off or _CANCELLED.match(title):
        return SessionState.CANCELLED
    return SessionState.SCHEDULED
