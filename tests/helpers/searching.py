"""An invented corpus in two languages for searches, each thing in it with a short name; and a slow
search that folds by code of its own."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.footnotes import Footnote, references
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.services.search_views import Answer

HARBOUR, WINTER = "h", "w"
_BEGAN = datetime(2026, 5, 5, 1, 0, tzinfo=UTC)

# name: (conference, title, start, speakers, what was written about it)
SESSIONS: dict[str, tuple[str, str, str | None, tuple[tuple[str, str], ...], dict[str, object]]] = {
    "s-mesh": (
        HARBOUR, "車載メッシュの導入", "2026-05-04T10:00:00", (("青木 ハンナ", "北灯モータース"),),
        {"rating": 5, "summary": "怖い試練もあったが、英語力で乗り切った。"},
    ),
    "s-apple": (
        HARBOUR, "リンゴ農園のｴｯｼﾞ端末", "2026-05-04T13:00:00", (("Marek Sowa", "Orchard Ｌｔｄ"),),
        {"rating": 3, "takeaway": "うちの店舗にも同じ形で入れられる"},
    ),
    "s-k3s": (
        HARBOUR, "k3s on Boats: ＳＭＡＬＬ clusters", "2026-05-05T10:00:00",
        (("Marek Sowa", "Orchard Ｌｔｄ"), ("Ｊｕｎ Oda", "")), {"rating": 4, "tags": ("K8s",)},
    ),
    "s-party": (HARBOUR, "参加者パーティー", "2026-05-05T18:30:00", (), {}),
    "s-hall": (HARBOUR, "立ち話", None, (), {"reason": "カナリアの話を聞きたかった"}),
    "s-logs": (
        WINTER, "Logs that Speak", "2025-12-01T09:00:00", (("Ingrid Straße", ""),), {"rating": 4},
    ),
    "s-trace": (WINTER, "Tracing a façade", "2025-12-02T09:00:00", (), {"heading": "Façade 入門"}),
}  # fmt: skip

# name: (session, kind, text, what else)
LINES: dict[str, tuple[str, LineKind, str, dict[str, object]]] = {
    "l-two": ("s-mesh", LineKind.POINT, "導入は半年、試練は一年", {}),
    "l-glued": ("s-mesh", LineKind.POINT, "既存のk8sの上にIstioを重ねる", {}),
    "l-scary": ("s-mesh", LineKind.THOUGHT, "更新が怖いのは手順が見えないから", {}),
    "l-quote": (
        "s-mesh", LineKind.QUOTE, "The car is just one more edge node.",
        {"gist": "車はエッジの一つに過ぎない", "unsure": True},
    ),
    "l-unclear": (
        "s-mesh", LineKind.UNCLEAR, "証明書は誰が？", {"answer": "Vehicle agent が毎晩更新する"},
    ),
    "l-half": ("s-apple", LineKind.POINT, "ﾘﾝｺﾞの糖度をｾﾝｻｰで測る", {}),
    "l-full": ("s-apple", LineKind.KEY, "ＫＵＢＥＲＮＥＴＥＳは要らない、ｋ３ｓで足りる", {}),
    "l-hira": ("s-apple", LineKind.POINT, "りんごを食べながら聞いた", {}),
    "l-eat": ("s-apple", LineKind.QUESTION, "食べた後の芯は？", {}),
    "l-ga": ("s-apple", LineKind.ANSWER, "ガラスの温室で肥料にする", {}),
    "l-ka": ("s-apple", LineKind.POINT, "カラスが来る", {}),
    "l-note": ("s-k3s", LineKind.POINT, "k3s は一つのバイナリー[^s3-1]。軽い", {}),
    "l-english": ("s-k3s", LineKind.POINT, "Rolling update, then a canary release", {}),
    "l-both": ("s-k3s", LineKind.TODO, "canary と kubernetes の組み合わせを試す", {}),
    "l-percent": ("s-k3s", LineKind.POINT, "100% offline_first, 50%はC:\\tmp", {}),
    "l-kilo": ("s-k3s", LineKind.POINT, "岸まで③㌔、ﬁbre は①本", {}),
    "l-tag": ("s-k3s", LineKind.POINT, "店舗端末へ", {"tags": ("店舗", "Later")}),
    "l-code": ("s-k3s", LineKind.CODE, "kubectl get po -A | grep -v Running", {}),
    "l-image": ("s-k3s", LineKind.IMAGE, "配信経路の図", {}),
    "l-small": ("s-party", LineKind.POINT, "ッと笑う。ビール、ビル、ピール", {}),
    "l-long": ("s-party", LineKind.POINT, "サーバーとサーバの表記ゆれ", {}),
    "l-one": ("s-hall", LineKind.POINT, "鯖", {}),
    "l-canary": ("s-hall", LineKind.POINT, "ｶﾅﾘｱリリースは夜だけ", {}),
    "l-logs": ("s-logs", LineKind.POINT, "Structured logs; STRASSE und Straße", {}),
    "l-naive": ("s-logs", LineKind.POINT, "naïve retries are cafe\u0301 talk", {}),
    "l-quotes": ("s-logs", LineKind.QUOTE, 'He said “never” and "maybe" twice', {}),
    "l-update": ("s-trace", LineKind.POINT, "更新 update 更新", {}),
    "l-hash": ("s-trace", LineKind.POINT, "issue #307 in C# by @marek > kind:quote", {}),
    "l-gone": ("s-trace", LineKind.POINT, "この行は消された。導入", {"gone": True}),
}  # fmt: skip

FOOTNOTES = {
    "f-binary": (HARBOUR, "s3-1", "読みは「ケースリーエス」らしい。"),
    "f-unused": (HARBOUR, "x1", "An unused footnote about リンゴ."),
    "f-winter": (WINTER, "s9-1", "Was *snowing* all day."),
}
CONFERENCES = {
    HARBOUR: ("港メッシュ会議 2026", "Asia/Tokyo", date(2026, 5, 4), "横浜"),
    WINTER: ("Winter Systems Days 2025", "Europe/Oslo", date(2025, 12, 1), "Tromsø"),
}


@dataclass
class Corpus:
    """The corpus in a notebook: `ids` by name, `names` by id."""

    services: Services
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, str]:
        """Return the names by id."""
        return {identity: name for name, identity in self.ids.items()}

    def called(self, answer: Answer) -> set[str]:
        """Return the names of what was found."""
        return {self.names[one.id] for one in answer.found}


def corpus(services: Services) -> Corpus:
    """Put the corpus into an empty notebook."""
    made = Corpus(services)
    programme = services.programme
    for name, (title, zone, first, city) in CONFERENCES.items():
        made.ids[f"c-{name}"], _ = programme.create_conference(
            title, zone, starts=first, ends=first + timedelta(days=1), city=city
        )
    made.ids["e-summit"], _ = programme.add_event(made.ids["c-h"], "Day 0 灯台サミット")
    for name, (conference, title, start, speakers, more) in SESSIONS.items():
        identity, _ = programme.add_session(
            made.ids[f"c-{conference}"], title, start=start, duration=2400
        )
        made.ids[name] = identity
        programme.set_speakers(identity, speakers)
        session = programme.session(identity).session
        facts = {key: value for key, value in more.items() if key != "reason"}
        choice = replace(session.choice, reason=str(more.get("reason", "")))
        with services.notebook.writing() as unit:
            unit.put(replace(session, choice=choice, **facts))  # type: ignore[arg-type]  # fields of Session
        services.hub.publish(unit.changes)
        for speaker in programme.session(identity).speakers:
            made.ids[f"p-{speaker.name}"] = speaker.speaker_id
    for name, (conference, key, text) in FOOTNOTES.items():
        note = Footnote(new_id(), made.ids[f"c-{conference}"], key, text)
        services.notes.put_footnote(note)
        made.ids[name] = note.id
    for session_name in SESSIONS:
        _write(made, session_name)
    picture, _ = services.notes.add_attachment(made.ids["c-h"], b"not a picture", "image/png")
    services.notes.put_use(
        AttachmentUse(
            new_id(), picture.id, made.ids["l-image"], alternative="クラウドから船までの矢印"
        )
    )
    return made


def _write(made: Corpus, session_name: str) -> None:
    session_id = made.ids[session_name]
    lines, gone = [], False
    for number, (name, (of, kind, text, more)) in enumerate(LINES.items()):
        if of != session_name:
            continue
        made.ids[name] = new_id()
        facts = {key: value for key, value in more.items() if key != "gone"}
        at = _BEGAN + timedelta(seconds=30 * number)
        line = Line(made.ids[name], session_id, 0, text, kind=kind, written_at=at)
        lines.append(replace(line, **facts))  # type: ignore[arg-type]  # fields of Line
        gone = gone or "gone" in more
    made.services.notes.save(session_id, lines)
    if gone:
        kept = [line for line in lines if "消された" not in line.text]
        made.services.notes.save(session_id, kept)


def own_fold(text: str) -> str:
    """Return the search form of a text, letter by letter from the names of its characters."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", "".join(map(_hiragana, apart)))


def _hiragana(ch: str) -> str:
    name = unicodedata.name(ch, "")
    if name.startswith("KATAKANA LETTER "):
        try:
            return unicodedata.lookup(name.replace("KATAKANA", "HIRAGANA"))
        except KeyError:
            return ch
    return ch


def without_citations(text: str) -> str:
    """Return a text without its citations."""
    for start, end, _ in reversed(list(references(text))):
        text = text[:start] + text[end:]
    return text


def slow_texts(services: Services) -> list[tuple[str, str]]:
    """Return the ids of all sessions, lines and footnotes with all their words in search form."""
    found: list[tuple[str, str]] = []

    def take(identity: str, *texts: str | None, names: Sequence[str] = ()) -> None:
        whole = "\n".join([*(without_citations(one or "") for one in texts), *names])
        found.append((identity, own_fold(whole)))

    for summary in services.programme.conferences():
        view = services.programme.view(summary.conference.id)
        for one in view.sessions:
            session = one.session
            speakers = [name for who in one.speakers for name in (who.name, who.affiliation)]
            take(
                session.id, session.given.title, session.own.title, session.heading,
                session.choice.reason, session.summary, session.takeaway, names=speakers,
            )  # fmt: skip
            for line in services.notes.view(session.id).lines:
                take(line.id, line.text, line.gist, line.answer)
        for note in services.notes.footnotes(summary.conference.id):
            take(note.id, note.text)
    return found
