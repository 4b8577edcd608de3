"""A body as it comes, unpacked while it comes, and never more of it than allowed."""

import zlib

from confnotes.domain.errors import FetchError
from confnotes.fetching.limits import MEGABYTE

ENCODINGS = "gzip, deflate"
"""What we say we can unpack (RFC 9110, 8.4.1)."""


class Body:
    """Takes bytes of the wire and keeps what they say, at most `limit` bytes of it."""

    def __init__(self, host: str, encoding: str, limit: int) -> None:
        self._host, self._limit = host, limit
        self._kept: list[bytes] = []
        self._size = 0
        self._unpack = _unpacker(host, encoding)
        self._deflate = self._unpack is not None and encoding == "deflate"

    def take(self, data: bytes) -> None:
        """Take some bytes; FetchError fetch.too_large (host, megabytes), fetch.broken_off (host)
        where they are not packed as was said."""
        if self._unpack is None:
            self._keep(data)
            return
        while data and not self._unpack.eof:
            # No more than there is room for, and one byte to tell that there was more.
            room = self._limit - self._size + 1
            try:
                out = self._unpack.decompress(data, room)
            except zlib.error as error:
                if not self._deflate:
                    raise FetchError("fetch.broken_off", host=self._host) from error
                # "deflate" means zlib's frame; some servers send it bare (RFC 9110, 8.4.1.2).
                self._deflate = False
                self._unpack = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
                continue
            self._keep(out)
            data = self._unpack.unconsumed_tail

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            raise too_large(self._host, self._limit)
        if data:
            self._deflate = False
            self._kept.append(data)

    def whole(self) -> bytes:
        """Return what was said; FetchError fetch.broken_off (host) where its end is missing."""
        if self._unpack is not None and self._kept and not self._unpack.eof:
            raise FetchError("fetch.broken_off", host=self._host)
        return b"".join(self._kept)


def too_large(host: str, limit: int) -> FetchError:
    """Return the error for more than is allowed."""
    return FetchError("fetch.too_large", host=host, megabytes=max(limit // MEGABYTE, 1))


def _unpacker(host: str, encoding: str) -> "zlib._Decompress | None":
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return zlib.decompressobj(wbits=31)
    if encoding == "deflate":
        return zlib.decompressobj()
    raise FetchError("fetch.encoding", host=host, encoding=encoding[:40])
