"""One GET: with redirects, a limit on everything, and whoever asked free to stop waiting."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from threading import Event, Thread
from time import monotonic
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import AbstractHTTPHandler, OpenerDirector, ProxyHandler, Request

from confnotes import __version__
from confnotes.domain.errors import FetchError
from confnotes.fetching import faults
from confnotes.fetching.address import host_of, normal, redirected
from confnotes.fetching.body import ENCODINGS, Body, too_large
from confnotes.fetching.limits import LIMITS, Limits
from confnotes.fetching.line import Line, Plain, Tls

USER_AGENT = f"Mozilla/5.0 (compatible; confnotes/{__version__})"
"""Says who asks. Without the first word some hosts of conferences answer 403 or 500 to anything."""
_ACCEPT = "text/calendar, application/json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024
_BEAT = 0.05
"""Seconds between two looks at whether to stop, and at most this often a word on progress."""

Progress = Callable[[int, int | None], None]
"""Bytes of the wire so far, and how many it will be (None: the server does not say)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server said of the state we have: its ETag and Last-Modified, word for word."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: `address` is where it was in the end. `unchanged`: the server says that what was
    seen is still so; there are no bytes then. `public`: it came from the internet."""

    address: str
    data: bytes
    seen: Seen
    unchanged: bool = False
    public: bool = False


class Stop(Event):
    """Set by whoever does not want to wait any longer."""


def fetch(
    address: str,
    *,
    seen: Seen | None = None,
    limits: Limits = LIMITS,
    stop: Stop | None = None,
    progress: Progress | None = None,
    wary: bool = False,
) -> Fetched:
    """Return what is at an address; asks for a newer state than `seen` where that is given.

    Returns, or raises, within `limits.seconds` whatever the network does; a name that does not
    resolve or a server that never ends is waited for on a thread of its own. `progress` is called
    on the caller's thread.

    FetchError: those of `normal` and `redirected`; fetch.stopped; fetch.too_slow (host, seconds),
    fetch.too_large (host, megabytes), fetch.redirects (host, count), fetch.private_address (host),
    fetch.broken_off (host), fetch.encoding (host, encoding), and those of `faults`.
    """
    address = normal(address)
    trip = _Trip(address, seen, limits, Line(wary=wary))
    thread = Thread(target=trip.run, name="confnotes-fetch", daemon=True)
    deadline = monotonic() + limits.seconds
    thread.start()
    try:
        told = -1
        while not trip.done.wait(_BEAT):
            if stop is not None and stop.is_set():
                raise FetchError("fetch.stopped")
            if monotonic() > deadline:
                seconds = max(round(limits.seconds), 1)
                raise FetchError("fetch.too_slow", host=host_of(address), seconds=seconds)
            if progress is not None and trip.line.received != told:
                told = trip.line.received
                progress(told, trip.line.expected)
    finally:
        trip.line.cut()
    return trip.outcome()


class _Trip:
    """The transfer, on a thread of its own."""

    def __init__(self, address: str, seen: Seen | None, limits: Limits, line: Line) -> None:
        self._address, self._seen, self._limits, self.line = address, seen, limits, line
        self.done = Event()
        self._fetched: Fetched | None = None
        self._error: Exception | None = None

    def run(self) -> None:
        """Fetch, and keep what came of it."""
        try:
            self._fetched = self._follow()
        except Exception as error:  # noqa: BLE001 (raised again on the thread that waits)
            self._error = error
        finally:
            self.done.set()

    def outcome(self) -> Fetched:
        """Return what came, or raise what went wrong."""
        if self._fetched is not None:
            return self._fetched
        raise self._error or FetchError("fetch.stopped")

    def _follow(self) -> Fetched:
        opener = _opener(self.line)
        for _ in range(self._limits.redirects + 1):
            response = self._ask(opener)
            with response:
                if response.status not in _REDIRECTS:
                    return self._answer(response)
                location = response.headers.get("Location", "")
            if not location:
                break
            self._address = redirected(self._address, location)
            if self.line.is_cut:
                raise FetchError("fetch.stopped")
        count = self._limits.redirects
        raise FetchError("fetch.redirects", host=host_of(self._address), count=count)

    def _ask(self, opener: OpenerDirector) -> HTTPResponse:
        headers = {
            "User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": ENCODINGS,
        }  # fmt: skip
        if self._seen is not None and self._seen.etag:
            headers["If-None-Match"] = self._seen.etag
        if self._seen is not None and self._seen.modified:
            headers["If-Modified-Since"] = self._seen.modified
        host = host_of(self._address)
        try:
            # The scheme was looked at, here and at every redirect, and the opener has no other.
            asked = Request(self._address, headers=headers)  # noqa: S310
            answer = opener.open(asked, timeout=self._limits.idle)
        except URLError as error:
            raise faults.unreachable(host, error.reason) from error
        except (OSError, HTTPException, ValueError) as error:
            raise faults.unreachable(host, error) from error
        if not isinstance(answer, HTTPResponse):  # a proxy of a kind that is not spoken here
            raise faults.unreachable(host, "proxy")
        return answer

    def _answer(self, response: HTTPResponse) -> Fetched:
        headers = response.headers
        told = Seen(headers.get("ETag", "")[:1000], headers.get("Last-Modified", "")[:1000])
        if response.status == HTTPStatus.NOT_MODIFIED and self._seen is not None:
            return Fetched(self._address, b"", self._seen, True, self.line.wary)
        if response.status != HTTPStatus.OK:
            raise faults.status(self._address, response.status)
        return Fetched(self._address, self._read(response), told, False, self.line.wary)

    def _read(self, response: HTTPResponse) -> bytes:
        host, limit = host_of(self._address), self._limits.size
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        body = Body(host, encoding, limit)
        self.line.received, self.line.expected = 0, response.length
        if response.length is not None and response.length > limit:
            raise too_large(host, limit)
        try:
            while self.line.expected is None or self.line.received < self.line.expected:
                # read1: what is there, however little; read would wait for all of it.
                piece = response.read1(_PIECE)
                if not piece:
                    break
                body.take(piece)
                self.line.received += len(piece)
        except TimeoutError as error:
            seconds = max(round(self._limits.idle), 1)
            raise FetchError("fetch.too_slow", host=host, seconds=seconds) from error
        except (OSError, HTTPException, ValueError) as error:
            raise FetchError("fetch.broken_off", host=host) from error
        if self.line.expected is not None and self.line.received < self.line.expected:
            raise FetchError("fetch.broken_off", host=host)
        return body.whole()


class _Web(AbstractHTTPHandler):
    """http and https, and nothing else: no ftp, no file, no data."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, request: Request) -> Any:
        """Open over plain HTTP (the name is urllib's)."""
        self._line.proxied = _by_proxy(request)
        return self.do_open(partial(Plain, line=self._line), request)

    def https_open(self, request: Request) -> Any:
        """Open over TLS, with the certificate checked."""
        self._line.proxied = _by_proxy(request)
        context = ssl.create_default_context()
        made = partial(Tls, line=self._line)
        return self.do_open(made, request, context=context)

    http_request = AbstractHTTPHandler.do_request_
    https_request = AbstractHTTPHandler.do_request_


def _by_proxy(request: Request) -> bool:
    """Return whether the request goes to somebody else than its address says."""
    return request.host != urlsplit(request.full_url).netloc


def _opener(line: Line) -> OpenerDirector:
    """Return an opener that follows nothing by itself; proxies are those of the system."""
    opener = OpenerDirector()
    opener.addheaders = []
    opener.add_handler(ProxyHandler())
    opener.add_handler(_Web(line))
    return opener
