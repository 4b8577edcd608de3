"""A real web server on this computer, told what to answer: good feeds and every kind of trouble."""

import ssl
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

Answer = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request, and the ways to answer it."""

    server: "_Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        web = self.server.web
        web.asked.append((self.path, self.headers))
        path = self.path
        web.answers.get(path, web.answers.get(path.partition("?")[0], missing))(self)
        self.close_connection = True

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 (its name)
        """Say nothing."""

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer with a whole body; `Content_Type="…"` is a header."""
        self.head(status, Content_Length=str(len(body)), **headers)
        self.wfile.write(body)

    def head(self, status: int, **headers: str) -> None:
        """Answer with a status and headers; whatever body follows."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    web: "Web"

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked has gone, which is what many of these tests are about."""


@dataclass
class Web:
    """What the server answers by path, and what it was asked. `closing` ends what is slow."""

    root: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [path for path, _ in self.asked]

    def feed(self, path: str, body: bytes, content_type: str = "text/calendar") -> str:
        """Serve a body; return its address."""
        self.answers[path] = lambda asked: asked.send(200, body, Content_Type=content_type)
        return self.root + path

    def page(self, path: str, body: str) -> str:
        """Serve a web page; return its address."""
        html = f"<!DOCTYPE html><html><head></head><body>{body}</body></html>"
        return self.feed(path, html.encode(), "text/html")

    def status(self, path: str, status: int) -> str:
        """Answer with a status and a page that says so; return the address."""
        body = b"<!DOCTYPE html><html><body>Sign in, or prove that you are a person.</body></html>"
        self.answers[path] = lambda asked: asked.send(status, body, Content_Type="text/html")
        return self.root + path

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        """Lead elsewhere; return the address."""
        self.answers[path] = lambda asked: asked.send(status, Location=target)
        return self.root + path

    def tagged(self, path: str, body: bytes, etag: str, modified: str = "") -> str:
        """Serve a body with an ETag, and 304 to who has it; return the address."""

        def answer(asked: Asked) -> None:
            dates = {"Last_Modified": modified} if modified else {}
            if asked.headers["If-None-Match"] == etag:
                asked.head(304, ETag=etag, **dates)
            else:
                asked.send(200, body, ETag=etag, **dates)

        self.answers[path] = answer
        return self.root + path

    def endless(self, path: str, piece: bytes, **headers: str) -> str:
        """Send a piece again and again, as fast as it is taken; return the address."""

        def answer(asked: Asked) -> None:
            asked.head(200, **headers)
            while not self.closing.is_set():
                asked.wfile.write(piece)

        self.answers[path] = answer
        return self.root + path

    def slow(self, path: str, start: bytes, *, every: float | None = None) -> str:
        """Send a beginning and then nothing, or a byte every so many seconds; return the address.
        The beginning is that of the raw answer, its status line included."""

        def answer(asked: Asked) -> None:
            asked.wfile.write(start)
            while not self.closing.wait(every) and every is not None:
                asked.wfile.write(b"x")

        self.answers[path] = answer
        return self.root + path


def missing(asked: Asked) -> None:
    """Answer 404."""
    asked.send(404, b"<html>Not here</html>", Content_Type="text/html")


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Web]:
    """Run a server for as long as the block lasts; over TLS where there is a certificate."""
    server = _Server(("127.0.0.1", 0), Asked)
    port, scheme = server.server_address[1], "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        scheme = "https"
    web = server.web = Web(f"{scheme}://127.0.0.1:{port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        web.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


def gzip_bomb(megabytes: int) -> bytes:
    """Return a small gzip file that unpacks to so many megabytes of nothing."""
    packer = zlib.compressobj(9, wbits=31)
    blank = bytes(1024 * 1024)
    return b"".join(packer.compress(blank) for _ in range(megabytes)) + packer.flush()
