"""A session's block, line kind by line kind."""

from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, SessionKind
from confnotes.domain.text import Language
from report.making import Maker

JA, EN = Language.JA, Language.EN
K = LineKind


def body(maker: Maker, language: Language = JA, heading: str = "### ") -> str:
    """Return what stands below the first session's heading."""
    text = maker.markdown(language, "github").partition(f"\n{heading}")[2]
    return text.partition("\n\n")[2].rstrip("\n")


def test_with_a_summary_only_key_points_and_what_hangs_below_them() -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00", summary="要約です。", takeaway="試します。")
    m.line(s, "細かい話")
    m.line(s, "要点", K.KEY)
    m.line(s, "補足", depth=1)
    m.line(s, "その下", depth=2)
    m.line(s, "内側の要点", K.KEY, depth=1)
    m.line(s, "別の話")
    m.line(s, "別の話の要点", K.KEY, depth=1)
    assert body(m) == (
        "要約です。\n\n- 要点\n    - 補足\n    - その下\n    - 内側の要点\n"
        "- 別の話の要点\n\n試します。"
    )


def test_without_one_all_points_and_a_resolved_line() -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00")
    m.line(s, "点")
    m.line(s, "？？？", K.UNCLEAR)
    m.line(s, "推測", K.UNCLEAR, resolved=True, answer="正しくは5本")
    m.line(s, "推測で合っていた", K.UNCLEAR, resolved=True)
    m.line(s, "社内に話す", K.TODO)
    m.line(s, "いつまでに", depth=1)
    m.line(s, "次の点")
    assert body(m) == "- 点\n- 正しくは5本\n- 推測で合っていた\n- 次の点"


def test_headings_code_links_and_pictures_stand_where_their_lines_stood() -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00")
    m.line(s, "前")
    m.line(s, "節", K.HEADING)
    m.line(s, "一")
    m.line(s, "if x:", K.CODE)
    m.line(s, "    y", K.CODE)
    m.line(s, "二")
    m.line(s, "思ったこと", K.THOUGHT)
    m.picture(m.line(s, "三"), "a.png", alternative="絵")
    m.line(s, "https://example.org/x", K.LINK)
    m.line(s, "空の節", K.HEADING)
    text = body(m)
    assert text.startswith(
        "- 前\n\n#### 節\n\n- 一\n\n```\nif x:\n    y\n```\n\n- 二\n- 三\n\n![絵](images/a-"
    )
    assert text.endswith("\n\n<https://example.org/x>\n\n思ったこと。")


def test_quotes_questions_answers_thoughts() -> None:
    m = Maker()
    ana, jo = m.speaker("Ana", "Foldworks"), m.speaker("Jo")
    s = m.session("A", "2031-05-12T10:00:00", by=(ana, jo))
    m.line(s, "Paper remembers.", K.QUOTE, speaker_id=jo, gist="紙は覚えている")
    m.line(s, "Who said it?", K.QUOTE, unsure=True)
    m.line(s, "なぜ紙なのか", K.QUESTION)
    m.line(s, "軽いから。", K.ANSWER)
    m.line(s, "いつ？", K.QUESTION)
    m.line(s, "来年", K.ANSWER)
    m.line(s, "まだ言えない", K.ANSWER)
    m.line(s, "どこで？", K.QUESTION)
    m.line(s, "一つ", K.THOUGHT)
    m.line(s, "二つ！", K.THOUGHT)
    assert body(m).split("\n\n") == [
        "Ana氏（Foldworks）とJo氏",
        "> Paper remembers.",
        "― Jo氏",
        "紙は覚えている。",
        "> Who said it?",
        "聞き取れた限りの言葉です。",
        "会場からの「なぜ紙なのか」という質問には、軽いからとのことでした。",
        "ほかに「いつ？」という質問が出て、答えは「来年。まだ言えない」でした。",
        "続いて「どこで？」という質問も出ました。",
        "一つ。二つ！",
    ]
    english = body(m, EN).split("\n\n")
    assert english[0] == "Ana (Foldworks) and Jo"
    assert english[1:3] == ["> Paper remembers.", "— Jo"]
    assert "That, at least, is what was said, as far as I could hear." in english


def test_a_speaker_is_introduced_once_and_the_rating_explained_once() -> None:
    m = Maker()
    ana = m.speaker("Ana", "Foldworks")
    for n in range(2):
        m.lines(m.session(f"S{n}", f"2031-05-12T1{n}:00:00", by=(ana,), rating=3), "x")
    text = m.markdown(JA, "github")
    assert "Ana氏（Foldworks）／★★★☆☆（5段階中3）" in text
    assert "Ana氏／★★★☆☆\n" in text


def test_a_hidden_section_introduces_nobody() -> None:
    m = Maker()
    ana = m.speaker("Ana", "Foldworks")
    first = m.session("S0", "2031-05-12T10:00:00", by=(ana,))
    m.lines(first, "x")
    m.lines(m.session("S1", "2031-05-12T11:00:00", by=(ana,)), "y")
    m.section(f"session:{first}", SectionKind.SESSION, shown=False)
    assert "Ana氏（Foldworks）" in m.markdown(JA, "github")


def test_own_words_that_name_a_speaker_introduce_them() -> None:
    m = Maker()
    ana = m.speaker("Ana Reis", "Foldworks")
    m.lines(m.session("S1", "2031-05-12T11:00:00", by=(ana,)), "y")
    m.written(
        m.section("opening", SectionKind.OPENING), JA, "Foldworks社のAna Reis氏に会いました。"
    )
    assert "\nAna Reis氏\n" in m.markdown(JA, "github")


def test_titles_beside_own_headings_link_to_the_page() -> None:
    m = Maker()
    s = m.session("Title", "2031-05-12T11:00:00", heading="自分の見出し")
    m.link(s, LinkKind.PAGE, "https://example.org/p")
    m.lines(s, "x")
    assert body(m) == "[「Title」](https://example.org/p)\n\n- x"
    m = Maker()
    s = m.session("Title", "2031-05-12T11:00:00")
    m.link(s, LinkKind.PAGE, "https://example.org/p")
    m.lines(s, "x")
    assert body(m) == "[セッションのページ](https://example.org/p)\n\n- x"


def test_around_the_conference_sentences_are_prose_and_notes_a_list() -> None:
    m = Maker()
    m.lines(m.session("夕食", "2031-05-12T19:00:00", kind=SessionKind.MEAL), "食べた。", "歩いた。")
    m.lines(m.session("朝食", "2031-05-13T07:00:00", kind=SessionKind.MEAL), "パン", "卵")
    text = m.markdown(JA, "github")
    assert "## 会場のまわりで\n\n### 夕食\n\n食べた。歩いた。\n\n### 朝食\n\n- パン\n- 卵\n" in text
    assert "日目" not in text


def test_the_honorific_is_a_setting() -> None:
    from confnotes.domain.report import ReportSetting

    m = Maker()
    m.lines(m.session("S", "2031-05-12T11:00:00", by=(m.speaker("Ana"), m.speaker("林氏"))), "y")
    m._rows["report_settings"] = [ReportSetting("rs", "rep", "", "honorific", "さん")]
    assert "Anaさんと林氏\n" in m.markdown(JA, "github")
    m._rows["report_settings"] = [ReportSetting("rs", "rep", "hatena", "honorific", "")]
    assert "Anaと林氏\n" in m.markdown(JA, "hatena")
    assert "Ana氏と林氏\n" in m.markdown(JA, "github")


def test_a_recording_on_ones_own_disk_is_never_printed() -> None:
    maker = Maker()
    session = maker.session("Folding", "2031-05-12T10:00:00")
    maker.lines(session, "one")
    maker.link(session, LinkKind.VIDEO, "file:///home/me/talk.mp4")
    for language in (Language.JA, Language.EN):
        assert "talk.mp4" not in maker.markdown(language)
        assert "file:" not in maker.markdown(language)
