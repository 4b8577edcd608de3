"""Words that may be names, what their spellings share, and when two are one letter apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.spelling import is_acronym, is_marked, key_of, near, shortened, words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the GitHub's runner", ["the", "GitHub", "runner"]),
        ("小さなKubernetesとして知られるk3sです", ["Kubernetes", "k3s"]),
        ("サーバーとｻｰﾊﾞ、Ｐｏｄ", ["サーバー", "ｻｰﾊﾞ", "Ｐｏｄ"]),
        ("Node.js and Solo.io. Then", ["Node.js", "and", "Solo.io", "Then"]),
        ("run `Kubectl apply` twice", ["run", "twice"]),
        ("so[^panel-1] it is [Flagger](https://flagger.app/x)", ["so", "it", "is", "Flagger"]),
        ("at https://github.com/Foo and www.Foo.org", ["at", "and"]),
        ("in /etc/Foo, Foo_bar, @Foo, #Foo, foo/bar, --Foo", ["in"]),
        ("write a@Foo.org", ["write"]),
        ("```\nFoo\n```\nBar", ["Bar"]),
        ("<b>Foo</b>", ["Foo"]),
        ("", []),
    ],
)
def test_words_are_what_one_reads(text: str, found: list[str]) -> None:
    assert forms(text) == found


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    before = 0
    for word in words(text):
        assert text[word.start : word.end] == word.form
        assert word.start >= before
        before = word.end


def test_a_capital_says_something_amid_a_sentence_only() -> None:
    told = {word.form: (word.opens, word.amid) for word in words("Then Foo came. Bar, Baz - Qux")}
    assert told["Then"] == (True, False)
    assert told["Foo"] == (False, True)
    assert told["Bar"] == (True, False)
    assert told["Baz"] == (False, True)
    assert told["Qux"] == (True, False)
    # Japanese gives no capital to the beginning of a sentence, so there it always says something.
    assert [word.amid for word in words("Podが落ちる。Podは戻る")] == [True, True]


@pytest.mark.parametrize(
    "alike",
    [
        ("GitHub", "github", "Git-Hub", "Ｇｉｔｈｕｂ"),
        ("Node.js", "NodeJS"),
        ("サーバー", "サーバ", "ｻｰﾊﾞｰ"),
        ("サーバーレス", "サーバレス"),
        ("ミドルウェア", "ミドルウエア"),
        ("コンヴェンション", "コンベンション"),
        ("サービス・メッシュ", "サービスメッシュ"),
    ],
)
def test_spellings_of_one_name_have_one_key(alike: tuple[str, ...]) -> None:
    assert len({key_of(form) for form in alike}) == 1


@pytest.mark.parametrize(
    "apart", [("ビル", "ビール"), ("キー", "キ"), ("z.B", "ZB"), ("コード", "カード"), ("C", "Go")]
)
def test_other_words_have_others(apart: tuple[str, str]) -> None:
    assert key_of(apart[0]) != key_of(apart[1])


def test_some_forms_show_that_they_are_names() -> None:
    assert all(map(is_marked, ["GitHub", "eBPF", "k3s", "iOS", "NodeJS", "OpenTelemetry"]))
    assert not any(map(is_marked, ["Github", "API", "APIs", "V2", "I’ve", "Ph.D", "eG", "pod"]))
    assert all(map(is_acronym, ["API", "APIs", "CNCF"]))
    assert not any(map(is_acronym, ["A", "Api", "K8S", "As"]))


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("kubernetes", "kubernets", True),
        ("kubernetes", "kubernettes", True),
        ("kubernetes", "kubernatas", False),
        ("levine", "lavine", True),
        ("levine", "leviен", False),
        ("prometheus", "promehteus", True),
        ("abc", "cba", False),
        ("abc", "abc", False),
        ("abc", "abcde", False),
    ],
)
def test_near_is_one_letter(one: str, other: str, is_near: bool) -> None:
    assert near(one, other) is is_near
    assert near(other, one) is is_near


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_what_is_near_shares_a_shortened_form(one: str, other: str) -> None:
    if near(one, other):
        assert set(shortened(one)) & set(shortened(other))
