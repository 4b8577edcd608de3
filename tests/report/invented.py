"""An invented conference of fourteen sessions, noted in Japanese and English by somebody who was
never there: what the golden reports are made from."""

from datetime import date

from confnotes.domain.audience import Audience
from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.conference import Author, FactKind
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, LinkState, SessionKind
from confnotes.domain.text import Language
from report.making import Maker

JA, EN = Language.JA, Language.EN


class Bilingual(Maker):
    """Adds an English version beside a Japanese original in one call."""

    def both(
        self,
        session: str,
        ja: str,
        en: str,
        kind: LineKind = LineKind.POINT,
        depth: int = 0,
        gist: tuple[str, str] = ("", ""),
        answer: tuple[str, str] = ("", ""),
        **more: object,
    ) -> str:
        line = self.line(session, ja, kind, depth, gist=gist[0], answer=answer[0], **more)
        for field, (original, version) in {
            "text": (ja, en),
            "gist": gist,
            "answer": answer,
        }.items():
            if version:
                self.version(line, field, EN, version, original)
        return line


def paperboat() -> Bilingual:
    """Return the contents of Paperboat Conf 2031: a day of co-located events and two days more."""
    m = Bilingual("Paperboat Conf 2031")
    m.about(
        starts=date(2031, 5, 12),
        ends=date(2031, 5, 14),
        city="リスボン",
        venue="カイス・ホール",
        short_name="Paperboat",
    )
    m.version("conf", "city", EN, "Lisbon", "リスボン")
    m.version("conf", "venue", EN, "Cais Hall", "カイス・ホール")
    m.author = Author("author", "葉山", "@hayama", "SRE", "折り紙技研")
    m.version("author", "name", EN, "Hayama", "葉山")
    m.version("author", "company", EN, "Origami Labs", "折り紙技研")
    for number, when in enumerate(("2031-05-12", "2031-05-13", "2031-05-14")):
        m.day(when, number)
    _facts(m)
    fold = _events(m)
    _day_zero(m, fold)
    _day_one(m)
    _day_two(m)
    _around(m)
    _own_words(m)
    return m


def _facts(m: Bilingual) -> None:
    about = m.fact(FactKind.ABOUT, "紙の舟を本番で走らせる人たちのカンファレンス")
    m.version(
        about,
        "value",
        EN,
        "a conference for people who run paper boats in production",
        "紙の舟を本番で走らせる人たちのカンファレンス",
    )
    m.fact(FactKind.HOST, "Paper Foundation", "https://example.org/about")
    m.fact(FactKind.EDITION, "5")
    m.fact(FactKind.ATTENDEES, "12,000", "https://example.org/2031/numbers")
    m.fact(FactKind.FIRST_ATTENDEES, "550")
    m.fact(FactKind.VIDEOS, "320")
    city = m.fact(FactKind.NEXT_CITY, "ポルト")
    m.version(city, "value", EN, "Porto", "ポルト")
    m.fact(FactKind.NEXT_YEAR, "2032")


def _events(m: Bilingual) -> str:
    reason = "自分たちの舟がちょうど折り目の数で困っていたので"
    fold = m.event("FoldCon", "2031-05-12", intent=Intent.GOING, reason=reason)
    m.version(fold, "reason", EN, "Our own boats had just run out of creases", reason)
    for name in ("InkDay", "Glue Summit", "Scissors Practitioners Day"):
        m.event(name, "2031-05-12", intent=Intent.CONSIDERED)
    return fold


def _day_zero(m: Bilingual, fold: str) -> None:
    ana = m.speaker("Ana Reis", "Foldworks")
    s = m.session(
        "How Foldworks Folds Millions of Boats Without Tearing Anything",
        "2031-05-12T10:00:00",
        event=fold,
        by=(ana,),
        rating=5,
        heading="数百万そうを破らずに折る",
    )
    m.version(s, "heading", EN, "Folding millions without a tear", "数百万そうを破らずに折る")
    m.link(s, LinkKind.PAGE, "https://example.org/s/1")
    m.link(s, LinkKind.SLIDES, "https://example.org/s/1.pdf")
    m.link(s, LinkKind.VIDEO, state=LinkState.EXPECTED)
    m.both(s, "折る順番は3つの段階に分かれる", "The folding order has three stages")
    m.both(s, "下折り", "Pre-fold", depth=1)
    m.both(s, "本折り[^s1-1]", "Main fold[^s1-1]", depth=1)
    m.both(s, "検査", "Inspection", depth=1)
    m.both(s, "検査は**「目視」**だけに頼らない", "Inspection never relies on **eyesight** alone")
    m.footnote("s1-1", "この段階だけは今も手で折っているそうです。")
    m.version(
        "f" + str(m._count),
        "text",
        EN,
        "This stage is still done by hand.",
        "この段階だけは今も手で折っているそうです。",
    )
    m.line(
        s,
        "A tear is a release you did not plan.",
        LineKind.QUOTE,
        speaker_id=ana,
        gist="破れとは、予定していなかったリリースである",
    )
    m.both(
        s,
        "途中で紙を変えるときはどうするのか",
        "What happens when the paper changes",
        LineKind.QUESTION,
    )
    m.both(s, "下折りからやり直す。", "They start again from the pre-fold.", LineKind.ANSWER)
    m.both(
        s,
        "検査の自動化はどこまで進んでいますか？",
        "How far is inspection automated?",
        LineKind.QUESTION,
    )
    m.both(
        s,
        "9割です。残りは目で見ています。",
        "Nine tenths. The rest is done by eye.",
        LineKind.ANSWER,
    )
    m.both(
        s,
        "うちの検査も段階ごとに分けたい",
        "We should split our own inspection by stage",
        LineKind.THOUGHT,
    )
    m.line(s, "資料を社内に回す", LineKind.TODO)
    m.line(s, "数字を聞き逃した", LineKind.UNCLEAR)

    title = 'Leveraging Creases for A/B and Valley Folds (aka "Progressive Folding")'
    s = m.session(
        title,
        "2031-05-12T11:00:00",
        event=fold,
        by=(m.speaker("Paulo Dias氏", "Weavepaper"),),
        summary="谷折りと山折りを少しずつ入れ替えていく道具の話でした。",
    )
    m.version(
        s,
        "summary",
        EN,
        "A tool that swaps valley folds for mountain folds a few at a time.",
        "谷折りと山折りを少しずつ入れ替えていく道具の話でした。",
    )
    m.both(
        s,
        "失敗したら、ひとりでに元の折り目に戻る",
        "On failure the old creases come back",
        LineKind.KEY,
    )
    m.both(s, "戻すまで5秒", "Within five seconds", depth=1)
    m.both(s, "会場が寒かった", "The room was cold")

    hanako = m.speaker("山田 花子", "折紙社")
    m.version(hanako, "name", EN, "Hanako Yamada", "山田 花子")
    m.version(hanako, "affiliation", EN, "Origamisha", "折紙社")
    s = m.session(
        "Panel: Folding in the Dark",
        "2031-05-12T13:00:00",
        event=fold,
        kind=SessionKind.PANEL,
        by=(ana, hanako),
    )
    m.both(
        s, "暗いところで折るなら、まず角を覚える", "To fold in the dark, learn the corners first"
    )
    m.both(
        s,
        "早口で聞き取れず",
        "Too fast for me",
        LineKind.UNCLEAR,
        resolved=True,
        answer=("角は指で数える", "Count the corners with your fingers"),
    )
    m.line(s, "Paper remembers.", LineKind.QUOTE, unsure=True)
    m.session("Lunch and Glue", "2031-05-12T12:00:00", event=fold, attendance=Attendance.ATTENDED)


def _day_one(m: Bilingual) -> None:
    kelly = m.speaker("Kelly Marsh", "Harbour Works")
    s = m.session(
        "Opening Keynote",
        "2031-05-13T09:00:00",
        kind=SessionKind.KEYNOTE,
        by=(kelly,),
        rating=4,
        takeaway="明日から、折る前に話すことにします。",
    )
    m.version(
        s,
        "takeaway",
        EN,
        "From tomorrow on, we talk before we fold.",
        "明日から、折る前に話すことにします。",
    )
    m.both(s, "舟の数より、乗る人の数", "Not the number of boats, the number of people in them")
    m.both(
        s,
        "今年の新しい紙は3種類（2種類は再生紙)[^s5-1]",
        "Three new papers this year (two of them recycled)[^s5-1]",
    )
    m.footnote("s5-1", "残る1種類は**防水**です（試供品をもらいました)")
    m.version(
        "f" + str(m._count),
        "text",
        EN,
        "The third is **waterproof** (they gave us samples)",
        "残る1種類は**防水**です（試供品をもらいました)",
    )
    m.line(
        s,
        "It's not a regatta if we all sit in the same boat.",
        LineKind.QUOTE,
        gist="みんなが同じ舟にいるなら、競走ではない",
        unsure=True,
    )
    m.both(s, "拍手が長かった[^s5-2]", "Long applause[^s5-2]", LineKind.THOUGHT)
    m.footnote("s5-2", "私も立ちました。")
    m.version("f" + str(m._count), "text", EN, "I stood up, too.", "私も立ちました。")

    s = m.session(
        "Configuring a Fleet",
        "2031-05-13T11:00:00",
        by=(m.speaker("Tom Ferreira", "Vela"),),
        rating=3,
    )
    m.link(s, LinkKind.VIDEO, "https://example.org/v/2")
    m.both(s, "設定はこれだけ", "This is all the configuration there is", LineKind.HEADING)
    m.line(s, "fleet:", LineKind.CODE)
    m.line(s, "  boats: 3", LineKind.CODE)
    m.both(s, "`boats` は後から増やせる", "`boats` can grow later")
    m.both(
        s,
        "[設定の例](https://example.org/config)",
        "[An example](https://example.org/config)",
        LineKind.LINK,
    )
    image = m.both(s, "綱は1本だけ", "There is only one rope", LineKind.IMAGE)
    use = m.picture(  # the line's own words are its caption, not these
        image, "Fleet overview.png", alternative="3そうの舟と1本の綱", caption="全体の図"
    )
    m.version(use, "alternative", EN, "Three boats and a single rope", "3そうの舟と1本の綱")
    m.version(use, "caption", EN, "The whole picture", "全体の図")

    s = m.session("Three Bare Lines", "2031-05-13T13:00:00")
    m.both(s, "速い", "Fast")
    m.both(s, "軽い", "Light")
    m.both(s, "安い", "Cheap")
    m.session(
        "Wet Paper, Dry Feet", "2031-05-13T15:00:00", attendance=Attendance.ATTENDED, by=(kelly,)
    )
    m.session(
        "Lightning Talks",
        "2031-05-13T16:00:00",
        kind=SessionKind.LIGHTNING,
        attendance=Attendance.ATTENDED,
    )


def _day_two(m: Bilingual) -> None:
    jo = m.speaker("Jo Lind", "Northwind Motors")
    s = m.session(
        "Boats in Your 4x4 – Continuous Folding Directly to the Car",
        "2031-05-14T10:00:00",
        by=(jo,),
        rating=5,
        recommended=True,
        heading="車の中で折る",
    )
    m.version(s, "heading", EN, "Folding in the car", "車の中で折る")
    m.both(
        s,
        "車の中の小さな台で折り、港では広げるだけ",
        "They fold on a small table in the car and only unfold at the pier",
    )
    m.both(s, "台が揺れても角がそろう", "The corners meet even on a bumpy road", depth=1)
    m.both(
        s, "今日いちばん笑った話です", "Nothing made me laugh as much that day", LineKind.THOUGHT
    )
    m.line(s, "競合の社名", audience=Audience.INSIDE)
    ja = "来年もまた、という話でした[^1]。\n\n[^1]: 会場は海の見える丘の上だそうです。"
    en = "See you next year, they said.[^1]\n\n[^1]: On a hill above the sea, I hear."
    s = m.session(
        "Closing Remarks",
        "2031-05-14T16:00:00",
        by=(jo,),
        summary=ja,
    )
    m.version(s, "summary", EN, en, ja)
    m.session(
        "Whirlpools Explained",
        "2031-05-14T10:00:00",
        watch=True,
        attendance=Attendance.MISSED,
        by=(m.speaker("Mia Costa"),),
    )


def _around(m: Bilingual) -> None:
    s = m.session("スポンサーブース", "2031-05-13T12:00:00", kind=SessionKind.BOOTH)
    m.version(s, "title", EN, "The sponsor hall", "スポンサーブース")
    m.both(
        s,
        "インクの匂いのするブースを全部回りました。",
        "I walked past every booth that smelled of ink.",
    )
    m.both(s, "シールは12枚もらいました[^b-1]。", "I came home with twelve stickers.[^b-1]")
    m.footnote("b-1", "うち1枚は今も手帳にあります。")
    m.version(
        "f" + str(m._count),
        "text",
        EN,
        "One of them still lives in my notebook.",
        "うち1枚は今も手帳にあります。",
    )
    s = m.session("川べりのパーティー", "2031-05-13T19:00:00", kind=SessionKind.PARTY)
    m.version(s, "title", EN, "The party by the river", "川べりのパーティー")
    m.both(
        s,
        "夜は川べりで、提灯の下で食べました。",
        "In the evening we ate by the river, under paper lanterns.",
    )
    m.both(s, "最後にみんなで舟を流しました。", "At the end, everyone set a boat afloat.")


def _own_words(m: Bilingual) -> None:
    s = m.section("conclusion", SectionKind.CONCLUSION)
    ja = "紙の舟は遠くまで来ていました[^s5-2]。\n\nまずは検査を3つに分けるところから始めます。"
    m.written(s, JA, ja)
    m.written(
        s,
        EN,
        "Paper boats have come further than I thought.[^s5-2]\n\n"
        "We start by splitting inspection into three.",
    )
    s = m.section("thanks", SectionKind.THANKS)
    m.written(s, JA, "案内してくれた Ana さんに感謝します。")
    m.written(s, EN, "Thank you, Ana, for showing me around.")
