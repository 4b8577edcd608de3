"""Names in two ways, or one letter unlike the schedule; and all that is neither."""

import pytest

from confnotes.domain.names import Finding, Why, find
from confnotes.domain.vocabulary import Schedule, vocabulary

ABSTRACTS = (
    "We moved our builds from GitHub to a small k3s cluster, and it went well for us.",
    "Most people run Harborline on a laptop; we deploy Harborline at the edge of the network.",
    "A tour of what Harborline does when the links are slow, with an eBPF probe in the middle.",
    "Why OpenTelemetry matters: traces, metrics and logs that one can follow through Harborline.",
    "Nobody runs Lanternfish in production, they say. We do, and Lanternfish runs us.",
    "After this talk you will never stop Lanternfish by hand, nor want to.",
    "Once more about Lanternfish and what it costs, for those who pay.",
    "サーバーとコンテナの話。オブザーバビリティを支えるプロメテウス入門。",
)
SCHEDULE = Schedule(
    people=(
        ("Ines Tavares", ""),
        ("Bartholomew Quill", ""),
        ("Renée Montcalm", ""),
        ("Yuki TANIGUCHI", ""),
        ("戸隠 みなと", "戸隠"),
    ),
    organisations=("Red Kite", "Weathervane", "Quay Works Ltd", "Independent"),
    places=("Main Hall", "ボートハウス"),
    prose=("GitHub, k3s and You", "OpenTelemetry for All", "Taking Lanternfish to Sea", *ABSTRACTS),
)


def found(*notes: str, kept: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return find(vocabulary(SCHEDULE), notes, kept)


def told(*notes: str, kept: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    """Return the proposed form of each finding with the others."""
    return [(one.right, [form.text for form in one.forms[1:]]) for one in found(*notes, kept=kept)]


@pytest.mark.parametrize(
    ("note", "right", "wrong"),
    [
        ("they use Github for that", "GitHub", "Github"),
        ("Githubを使う", "GitHub", "Github"),
        ("ＧｉｔＨｕｂを使う", "GitHub", "ＧｉｔＨｕｂ"),
        ("the Git Hub outage", "GitHub", "Git Hub"),
        ("an Open Telemetry collector", "OpenTelemetry", "Open Telemetry"),
        ("k3s、小さなk3s、小さなK3S", "k3s", "K3S"),
        ("deploy harborline first", "Harborline", "harborline"),
        ("harborline begins here", "Harborline", "harborline"),
        ("harborlineを入れる", "Harborline", "harborline"),
        ("a Harbourline node", "Harborline", "Harbourline"),
        ("the Lanternfsh way", "Lanternfish", "Lanternfsh"),
        ("the lanternfihs way", "Lanternfish", "lanternfihs"),
        ("by Ines Tavarez today", "Tavares", "Tavarez"),
        ("by Inez Tavares today", "Ines", "Inez"),
        ("Tavares Inez氏の話", "Ines", "Inez"),
        ("so said Bartholemew Quill", "Bartholomew", "Bartholemew"),
        ("asked by Renee Montcalm", "Renée", "Renee"),
        ("then Moncalm spoke", "Montcalm", "Moncalm"),
        ("by Yuki Tanigucchi", "Taniguchi", "Tanigucchi"),
        ("people of Redkite", "Red Kite", "Redkite"),
        ("people of Red kite", "Red Kite", "Red kite"),
        ("people of Wethervane", "Weathervane", "Wethervane"),
        ("サーバの話", "サーバー", "サーバ"),
        ("オブザーバービリティ", "オブザーバビリティ", "オブザーバービリティ"),
        ("オブザーヴァビリティ", "オブザーバビリティ", "オブザーヴァビリティ"),
        ("オブザーベビリティ", "オブザーバビリティ", "オブザーベビリティ"),
        ("ボードハウスの二階", "ボートハウス", "ボードハウス"),
    ],
)
def test_what_is_unlike_the_schedule_is_found(note: str, right: str, wrong: str) -> None:
    assert told(note) == [(right, [wrong])]
    (finding,) = found(note)
    spot = finding.others(right)[0]
    assert note[spot.start : spot.end] == wrong


@pytest.mark.parametrize(
    "note",
    [
        "GitHub, k3s, eBPF, OpenTelemetry, Harborline, Lanternfish",
        "K3s is small",  # a sentence begins
        "EBPF",  # alone on its line, in capitals: a heading
        "the K3s way",  # one way, and it will do
        "LANTERNFISH IS GREAT",
        "run `github` and `kubectl harborline`",
        "see https://github.com/harborline/lanternfsh",
        "github.com/harborline",
        "harborline-operator and docker-lanternfish",
        "Harborlines and Harborline's and Harborlined",
        "Tavares Ines",
        "Tavares-san",
        "Tavares氏、Inesさん",
        "戸隠みなとさん",
        "戸隠 みなと氏",
        "Martin Tavares and Bartolo Quill-Smith",
        "an independent person in the main hall",
        "the red kite flew",
        "a harbor line",
        "open telemetry",
        "Then Why Most Nobody",
        "ビルとビール、サーバー",
        "hub of gits",
        "don't, I’ve, isn't",
        "",
    ],
)
def test_what_is_right_is_left_alone(note: str) -> None:
    assert told(note) == []


SHAPES = Schedule(
    people=(
        ("斎藤 一郎", ""),
        ("髙橋真理", "髙橋"),
        ("渡邊 花", ""),
        ("渡辺 月子", ""),
        ("中島", ""),
    )
)


@pytest.mark.parametrize(
    ("note", "right", "wrong"),
    [
        ("斉藤さんの話", "斎藤", "斉藤"),
        ("齋藤氏", "斎藤", "齋藤"),
        ("斉藤一郎の話", "斎藤一郎", "斉藤一郎"),
        ("斉藤　一郎さん", "斎藤 一郎", "斉藤　一郎"),
        ("高橋眞理、司会", "髙橋真理", "高橋眞理"),
        ("と高橋先生", "髙橋", "高橋"),
    ],
)
def test_kanji_of_another_shape_are_found(note: str, right: str, wrong: str) -> None:
    (finding,) = find(vocabulary(SHAPES), [note])
    assert [form.text for form in finding.forms] == [right, wrong]
    assert finding.others(right)[0].start == note.index(wrong)


@pytest.mark.parametrize(
    "note",
    [
        "斎藤さん、斎藤一郎、斎藤 一郎氏、斎藤　一郎",
        "高橋という駅",  # a family's name without a title may be anything
        "大高橋さん",
        "渡辺さんと渡邊さん",  # two people bear it, each in a shape of their own
        "斉藤一郎太の話",
        "国際、広場、高速、実装、関係",
    ],
)
def test_kanji_that_may_be_right_are_left_alone(note: str) -> None:
    assert find(vocabulary(SHAPES), [note]) == ()


def test_two_ways_need_no_schedule() -> None:
    notes = ["they use GitLab", "GitLabのジョブ", "and Gitlab again"]
    assert told(*notes) == [("GitLab", ["Gitlab"])]
    assert found(*notes)[0].why is Why.TWO_WAYS
    assert told("ユーザーとコンピュータ", "ユーザの声", "ユーザー名") == [("ユーザー", ["ユーザ"])]
    notes = ["Podを見る", "Podは落ちる", "次のPodを", "最後のpodが"]
    assert told(*notes) == []  # three letters: too short for a plain word
    notes = ["Meshを見る", "Meshは網", "次のMeshを", "最後のmeshが"]
    assert told(*notes) == [("Mesh", ["mesh"])]
    assert told("Meshを見る", "meshを見る") == []


def test_what_is_written_more_often_is_proposed() -> None:
    notes = ["App Storeで", "App Storeの", "AppStoreに"]
    assert told(*notes) == [("App Store", ["AppStore"])]
    assert told(*notes[1:], "AppStoreが") == [("AppStore", ["App Store"])]


def test_forms_are_counted_and_every_spot_is_told() -> None:
    (finding,) = found("Github, GitHub", "on Github", "on github")
    assert [(form.text, form.count, form.known) for form in finding.forms] == [
        ("GitHub", 1, True),
        ("Github", 2, False),
        ("github", 1, False),
    ]
    assert finding.why is Why.TWO_WAYS
    assert [(spot.text, spot.start, spot.form) for spot in finding.spots] == [
        (0, 0, "Github"),
        (0, 8, "GitHub"),
        (1, 3, "Github"),
        (2, 3, "github"),
    ]
    assert [spot.form for spot in finding.others("Github")] == ["GitHub", "github"]


def test_findings_come_in_the_order_of_reading() -> None:
    assert [right for right, _ in told("サーバの話", "a Harbourline node", "on Github")] == [
        "サーバー",
        "Harborline",
        "GitHub",
    ]


def test_what_was_said_to_be_right_is_right() -> None:
    assert told("on GitHub, Github and github", kept=("Github",)) == [("GitHub", ["github"])]
    assert told("a Harbourline node", kept=("Harbourline",)) == []
    assert told("people of Redkite", kept=("Redkite",)) == []
    assert told("the Git Hub outage", kept=("Git Hub",)) == []


def test_without_a_schedule_nothing_is_known() -> None:
    nothing = vocabulary(Schedule())
    assert find(nothing, ["Github and kubernetes, Idit and Levien"]) == ()


def test_german_nouns_and_headings_are_no_names() -> None:
    prose = (
        "Die Gruppe geht mit dem Boot zur Insel, und die Gruppe sieht den Hafen dort.",
        "Im Hafen liegt das Boot, und in dem Boot sitzt die Gruppe mit ihrem Hund.",
        "Was die Gruppe im Hafen sieht, ist ein Boot, und das Boot ist alt.",
        "How Nobody Steers Boats in Harbours Without Boats",
        "How Somebody Steers Boats in Harbours With Boats",
        "How Anybody Steers Boats in Harbours Of Boats",
    )
    known = vocabulary(Schedule(prose=prose))
    assert known.names == {}
    assert find(known, ["die gruppe im hafen", "boats in harbours", "ein Boat"]) == ()


def test_where_a_schedule_has_titles_alone_ones_own_texts_show_what_is_a_name() -> None:
    titles = vocabulary(Schedule(prose=("Driftwood in Your Harbour", "Small Boats, Slowly")))
    notes = [
        "次にDriftwoodが動く",
        "小さなDriftwoodを",
        "今のDriftwoodも",
        "このDrftwoodと",
        "dritfwoodで",
    ]
    (finding,) = find(titles, notes)
    assert finding.right == "Driftwood"
    assert [form.text for form in finding.forms[1:]] == ["Drftwood", "dritfwood"]
    assert find(titles, [*notes[:2], notes[3]]) == ()  # two may be a slip themselves
    assert find(vocabulary(Schedule()), notes) == ()
