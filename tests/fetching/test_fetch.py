"""One GET against a real server: what comes, what is refused, and that it always ends."""

import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.errors import FetchError
from confnotes.fetching.fetch import Fetched, Seen, Stop, fetch
from confnotes.fetching.limits import MEGABYTE, Limits
from helpers.web import Asked, Web, gzip_bomb, serving

BODY = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
SMALL = Limits(size=MEGABYTE, seconds=20, idle=10)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n\r\n"
CERTIFICATE = Path(__file__).with_name("localhost.pem")
HEADS = (
    OK, b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 302 Found\r\n",
    b"Location: http://[\r\n\r\n", b"Location: //\xff\xfe\r\n\r\n", b"Location: \r\n\r\n",
    b"Content-Length: -5\r\n\r\n", b"Content-Length: nine\r\n\r\n", b"Content-Length: 3\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\n", b"zz\r\n", b"-1\r\n", b"5\r\nhello\r\n0\r\n\r\n",
    b"Content-Encoding: gzip\r\n\r\n", b"Content-Encoding: deflate\r\n\r\n", b"\x1f\x8b\x08\x00",
)  # fmt: skip
PATIENCE = 8.0
"""Seconds after which something that ought to end at once counts as hanging."""


@pytest.fixture(scope="module")
def babble() -> Iterator[Web]:
    """Return one server for many examples."""
    with serving() as made:
        yield made


def refused(address: str, limits: Limits = SMALL, *, wary: bool = False) -> FetchError:
    """Return the error of a fetch, which must come soon."""
    began = monotonic()
    with pytest.raises(FetchError) as caught:
        fetch(address, limits=limits, wary=wary)
    assert monotonic() - began < PATIENCE
    return caught.value


def test_a_feed_comes_as_it_is(web: Web) -> None:
    fetched = fetch(web.feed("/all.ics", BODY))
    assert fetched == Fetched(f"{web.root}/all.ics", BODY, Seen())
    (_, headers), *more = web.asked
    assert not more
    assert headers["User-Agent"].startswith("Mozilla/5.0 (compatible; confnotes/")
    assert "text/calendar" in headers["Accept"]
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert headers["If-None-Match"] is None
    assert headers["Cookie"] is None
    assert headers["Referer"] is None


def _bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(BODY)),
        ("GZIP", gzip.compress(BODY) + b"padding"),
        ("deflate", zlib.compress(BODY)),
        ("deflate", _bare(BODY)),
        ("identity", BODY),
    ],
)
def test_packed_answers_are_unpacked(web: Web, encoding: str, packed: bytes) -> None:
    web.answers["/a"] = lambda asked: asked.send(200, packed, Content_Encoding=encoding)
    assert fetch(web.root + "/a").data == BODY


@pytest.mark.parametrize(
    ("encoding", "packed", "code"),
    [
        ("br", b"\x1b\x10", "fetch.encoding"),
        ("gzip, gzip", gzip.compress(gzip.compress(BODY)), "fetch.encoding"),
        ("gzip", b"this is not gzip at all", "fetch.broken_off"),
        ("gzip", gzip.compress(BODY)[:-12], "fetch.broken_off"),
        ("deflate", b"\xff\xff\xff\xff", "fetch.broken_off"),
    ],
)
def test_what_cannot_be_unpacked_is_said(web: Web, encoding: str, packed: bytes, code: str) -> None:
    web.answers["/a"] = lambda asked: asked.send(200, packed, Content_Encoding=encoding)
    assert refused(web.root + "/a").code == code


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_unpacked_no_further_than_allowed(web: Web, encoding: str) -> None:
    bomb = gzip_bomb(40) if encoding == "gzip" else zlib.compress(bytes(40 * MEGABYTE), 9)
    web.answers["/a"] = lambda asked: asked.send(200, bomb, Content_Encoding=encoding)
    tracemalloc.start()
    try:
        error = refused(web.root + "/a")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (error.code, error.facts["megabytes"]) == ("fetch.too_large", 1)
    assert peak < 8 * MEGABYTE


def test_a_body_that_never_ends_is_cut(web: Web) -> None:
    assert refused(web.endless("/a", b"x" * 65536)).code == "fetch.too_large"


def test_a_body_that_is_said_to_be_too_large_is_not_even_begun(web: Web) -> None:
    web.answers["/a"] = lambda asked: asked.head(200, Content_Length=str(10**12))
    assert refused(web.root + "/a").code == "fetch.too_large"


def test_a_server_that_says_nothing_is_not_waited_for(web: Web) -> None:
    impatient = Limits(seconds=20, idle=0.3)
    assert refused(web.slow("/a", b""), impatient).code == "fetch.no_answer"
    assert refused(web.slow("/b", OK + BODY), impatient).code == "fetch.too_slow"


@pytest.mark.parametrize("start", [OK, b"HTTP/1.1 200 OK\r\nX-Long: "])
def test_a_server_that_trickles_is_not_waited_for_either(web: Web, start: bytes) -> None:
    error = refused(web.slow("/a", start, every=0.05), Limits(seconds=0.6, idle=10))
    assert error.code == "fetch.too_slow"


def test_whoever_asked_may_stop(web: Web) -> None:
    stop, told = Stop(), []

    def progress(received: int, expected: int | None) -> None:
        told.append((received, expected))
        if received:
            stop.set()

    began = monotonic()
    with pytest.raises(FetchError) as caught:
        fetch(web.slow("/a", OK + BODY), stop=stop, progress=progress)
    assert monotonic() - began < PATIENCE
    assert caught.value.code == "fetch.stopped"
    assert told[-1] == (len(BODY), None)


def test_progress_says_how_much_there_will_be(web: Web) -> None:
    told, stop = [], Stop()

    def progress(received: int, expected: int | None) -> None:
        told.append((received, expected))
        if expected is not None:
            stop.set()

    head = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"
    with pytest.raises(FetchError):
        fetch(web.slow("/a", head + BODY), stop=stop, progress=progress)
    assert told[-1][1] == 5000


def test_redirects_are_followed(web: Web) -> None:
    web.feed("/deep/all.ics", BODY)
    web.redirect("/b", "deep/all.ics", 301)
    web.redirect("/c", "/b", 307)
    fetched = fetch(web.redirect("/a", f"{web.root}/c", 308))
    assert (fetched.address, fetched.data) == (f"{web.root}/deep/all.ics", BODY)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:,x"]
)
def test_redirects_stay_in_the_web(web: Web, target: str) -> None:
    error = refused(web.redirect("/a", target))
    assert error.code == "fetch.redirect_scheme"
    assert error.facts["scheme"] == target.partition(":")[0]
    assert web.paths == ["/a"]


def test_a_redirect_in_the_middle_is_held_to_the_rules_too(web: Web) -> None:
    web.redirect("/b", "file:///etc/passwd")
    assert refused(web.redirect("/a", "/b")).code == "fetch.redirect_scheme"


def test_redirects_end(web: Web) -> None:
    error = refused(web.redirect("/a", "/a"))
    assert (error.code, error.facts["count"]) == ("fetch.redirects", 5)
    assert len(web.asked) == 6
    web.answers["/c"] = lambda asked: asked.send(302)
    assert refused(web.root + "/c").code == "fetch.redirects"


def test_a_page_of_the_internet_leads_to_nothing_inside(web: Web) -> None:
    error = refused(web.feed("/router", BODY), wary=True)
    assert error.code == "fetch.private_address"
    assert web.asked == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "fetch.refused"),
        (403, "fetch.refused"),
        (404, "fetch.not_there"),
        (410, "fetch.not_there"),
        (429, "fetch.refused"),
        (500, "fetch.server_trouble"),
        (503, "fetch.server_trouble"),
        (204, "fetch.status"),
        (304, "fetch.status"),
        (418, "fetch.refused"),
    ],
)
def test_a_status_is_told(web: Web, status: int, code: str) -> None:
    error = refused(web.status("/a", status))
    assert error.code == code
    assert error.facts["address"] == f"{web.root}/a"


def test_only_what_is_newer_is_asked_for(web: Web) -> None:
    date = "Sat, 28 Nov 2026 10:00:00 GMT"
    address = web.tagged("/all.ics", BODY, '"v1"', date)
    first = fetch(address)
    assert first.seen == Seen('"v1"', date)
    again = fetch(address, seen=first.seen)
    assert (again.unchanged, again.data, again.seen) == (True, b"", first.seen)
    headers = web.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"v1"', date)
    web.tagged("/all.ics", BODY + b"\r\n", '"v2"')
    newer = fetch(address, seen=first.seen)
    assert (newer.unchanged, newer.seen) == (False, Seen('"v2"'))


def test_a_body_that_breaks_off_is_not_taken_for_whole(web: Web) -> None:
    def short(asked: Asked) -> None:
        asked.head(200, Content_Length="5000")
        asked.wfile.write(BODY)

    def half_a_chunk(asked: Asked) -> None:
        asked.head(200, Transfer_Encoding="chunked")
        asked.wfile.write(b"ff\r\nonly this")

    web.answers["/a"], web.answers["/b"] = short, half_a_chunk
    assert refused(web.root + "/a").code == "fetch.broken_off"
    assert refused(web.root + "/b").code == "fetch.broken_off"


@pytest.mark.parametrize(
    "answer",
    [b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 999\r\n", b"HTTP/1.1 200 OK\r\n" + b"a:b\r\n" * 300],
)
def test_what_is_no_web_server_is_said(web: Web, answer: bytes) -> None:
    web.answers["/a"] = lambda asked: void(asked.wfile.write(answer))
    assert refused(web.root + "/a").code in ("fetch.no_connection", "fetch.status")


def void(_value: object) -> None:
    """Return nothing."""


@settings(max_examples=60)
@given(
    st.binary(max_size=200)
    | st.tuples(st.sampled_from(HEADS), st.binary(max_size=120)).map(b"".join)
    | st.lists(st.sampled_from(HEADS), max_size=4).map(b"\r\n".join)
)
def test_whatever_answers_is_taken_or_said(babble: Web, answer: bytes) -> None:
    babble.answers["/a"] = lambda asked: void(asked.wfile.write(answer))
    try:
        fetched = fetch(babble.root + "/a", limits=Limits(MEGABYTE, 5, 2, 2))
    except FetchError:
        return
    assert len(fetched.data) <= MEGABYTE


def test_nobody_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").code == "fetch.no_connection"
    assert refused("http://nowhere.invalid/").code == "fetch.no_host"


def test_certificates_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(CERTIFICATE) as web:
        address = web.feed("/all.ics", BODY)
        assert refused(address).code == "fetch.untrusted"
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert fetch(address).data == BODY
        web.redirect("/down", address.replace("https:", "http:"))
        assert refused(web.root + "/down").code == "fetch.redirect_insecure"
        slow = refused(web.slow("/slow", OK, every=0.05), Limits(seconds=0.6, idle=10))
        assert slow.code == "fetch.too_slow"


def test_the_proxy_of_the_system_is_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.root)
    web.feed("http://schedule.invalid/all.ics", BODY)
    assert fetch("http://schedule.invalid/all.ics").data == BODY
