"""One connection's watch: what came so far, where it leads, and the way to cut it from outside."""

import socket
from contextlib import suppress
from http.client import HTTPConnection, HTTPSConnection
from threading import Event, Lock
from typing import Any

from confnotes.domain.errors import FetchError
from confnotes.fetching.address import is_public


class Line:
    """Shared by the thread that transfers and the one that waits for it.

    `wary`: what is asked for was named by a page or server of the internet; it may not lead to
    an address inside a house (a router, a printer, this computer).
    """

    def __init__(self, *, wary: bool = False) -> None:
        self.wary = wary
        self.received = 0
        self.expected: int | None = None
        self.proxied = False
        self._cut = Event()
        self._lock = Lock()
        self._handle: socket.socket | None = None

    def watch(self, connection: socket.socket, host: str) -> None:
        """Take a connection in charge. FetchError fetch.private_address (host)."""
        public = self.proxied or is_public(str(connection.getpeername()[0]))
        if self.wary and not public:
            raise FetchError("fetch.private_address", host=host)
        self.wary = public  # from here on, whatever is named is named by the internet
        with self._lock:
            self._drop()
            # A copy of the handle: TLS takes the first one over, and then it cuts nothing.
            self._handle = connection.dup()
        if self._cut.is_set():
            self.cut()

    @property
    def is_cut(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cut.is_set()

    def cut(self) -> None:
        """End the connection now, whatever it is waiting for."""
        self._cut.set()
        with self._lock:
            if self._handle is not None:
                with suppress(OSError):  # it had ended already
                    self._handle.shutdown(socket.SHUT_RDWR)
            self._drop()

    def _drop(self) -> None:
        if self._handle is not None:
            self._handle.close()
            self._handle = None


class _Watched(HTTPConnection):
    """A connection that a line watches from its first byte on."""

    _line: Line

    def connect(self) -> None:
        """Connect, and tell the line."""
        super().connect()
        self._line.watch(self.sock, self.host)


class Plain(_Watched):
    """HTTP as it is."""

    def __init__(self, *arguments: Any, line: Line, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._line = line


class Tls(HTTPSConnection, _Watched):
    """HTTP over TLS. What stands between HTTPSConnection and HTTPConnection connects before the
    handshake, so that this can be cut, too."""

    def __init__(self, *arguments: Any, line: Line, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._line = line
