"""Addresses as they are typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.errors import FetchError
from confnotes.fetching.address import is_public, looks_like_address, normal, redirected


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c"),
        ("  HTTP://Example.ORG  ", "http://example.org/"),
        ("example.org/2026", "https://example.org/2026"),
        ("localhost:8080/all.ics", "https://localhost:8080/all.ics"),
        ("webcal://x.example/all.ics", "https://x.example/all.ics"),
        ("https://例え.jp/予定?q=会場", "https://xn--r8jz45g.jp/%E4%BA%88%E5%AE%9A?q=%E4%BC%9A%E5%A0%B4"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("//example.org/x", "https://example.org/x"),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_an_address(typed: str, asked: str) -> None:
    assert normal(typed) == asked
    assert normal(asked) == asked


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "fetch.bad_address"),
        ("KubeCon in San Diego", "fetch.bad_address"),
        ("https://", "fetch.bad_address"),
        ("https://a b.example/", "fetch.bad_address"),
        ("https://example.org:99999/", "fetch.bad_address"),
        ("https://exa<mple.org/", "fetch.bad_address"),
        ("https://[fe80::1%25eth0]/", "fetch.bad_address"),
        ("https://" + "a" * 5000, "fetch.bad_address"),
        ("file:///etc/passwd", "fetch.scheme"),
        ("ftp://example.org/all.ics", "fetch.scheme"),
        ("javascript:alert(1)", "fetch.scheme"),
        ("https://me:secret@example.org/", "fetch.with_password"),
    ],
)
def test_what_is_no_address_is_said(typed: str, code: str) -> None:
    with pytest.raises(FetchError) as caught:
        normal(typed)
    assert caught.value.code == code
    assert "secret" not in str(caught.value)


@settings(max_examples=40)
@given(st.text(max_size=60) | st.text(max_size=40).map("https://example.org/".__add__))
def test_any_text_is_an_address_or_said_to_be_none(text: str) -> None:
    looks_like_address(text)
    try:
        asked = normal(text)
    except FetchError:
        return
    assert asked.isascii()
    assert asked.startswith(("http://", "https://"))
    assert not any(ch.isspace() for ch in asked)
    assert normal(asked) == asked


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://example.org", True),
        ("ftp://example.org", True),
        ("conf.example.org/2026", True),
        ("webcal://x", True),
        ("schedule.ics", False),
        ("C:\\Users\\me\\all.ics", False),
        ("/home/me/all.ics", False),
        ("two words", False),
        ("", False),
    ],
)
def test_files_and_addresses_are_told_apart(text: str, is_one: bool) -> None:
    assert looks_like_address(text) is is_one


def test_a_redirect_never_goes_down_to_plain_http() -> None:
    assert redirected("http://a.example/x", "https://b.example/") == "https://b.example/"
    assert redirected("http://a.example/x/y", "../z") == "http://a.example/z"
    assert redirected("https://a.example/", "//b.example/") == "https://b.example/"
    with pytest.raises(FetchError) as caught:
        redirected("https://a.example/", "http://a.example/all.ics")
    assert caught.value.code == "fetch.redirect_insecure"


def test_a_redirect_in_utf_8_is_understood() -> None:
    raw = "/予定.ics".encode().decode("latin-1")
    assert redirected("https://a.example/", raw) == "https://a.example/%E4%BA%88%E5%AE%9A.ics"


@pytest.mark.parametrize(
    ("host", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:192.168.0.1", False),
        ("224.0.0.1", False),
        ("not numeric", False),
    ],
)
def test_addresses_inside_a_house_are_known(host: str, public: bool) -> None:
    assert is_public(host) is public
