"""What the network and a server answer, in words of ours."""

import socket
import ssl
from http import HTTPStatus

from confnotes.domain.errors import FetchError
from confnotes.fetching.address import host_of

_REFUSED = frozenset({401, 402, 403, 405, 406, 407, 418, 429, 451})
_NOT_THERE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_SERVER = 500


def status(address: str, code: int) -> FetchError:
    """Return the error for an answer that is no success: fetch.not_there (address),
    fetch.refused, fetch.server_trouble or fetch.status (host, status, address)."""
    host = host_of(address)
    if code in _NOT_THERE:
        return FetchError("fetch.not_there", address=address)
    if code in _REFUSED:
        return FetchError("fetch.refused", host=host, status=code, address=address)
    if _SERVER <= code < _SERVER + 100:
        return FetchError("fetch.server_trouble", host=host, status=code, address=address)
    return FetchError("fetch.status", host=host, status=code, address=address)


def unreachable(host: str, reason: object) -> FetchError:
    """Return the error for a connection that did not come about: fetch.no_host (host),
    fetch.untrusted (host, reason), fetch.no_answer (host) or fetch.no_connection (host, reason)."""
    if isinstance(reason, FetchError):
        return reason
    if isinstance(reason, socket.gaierror):
        return FetchError("fetch.no_host", host=host)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return FetchError("fetch.untrusted", host=host, reason=reason.verify_message)
    if isinstance(reason, TimeoutError):
        return FetchError("fetch.no_answer", host=host)
    if isinstance(reason, OSError) and reason.strerror:
        return FetchError("fetch.no_connection", host=host, reason=reason.strerror)
    words = str(reason).strip() or type(reason).__name__
    return FetchError("fetch.no_connection", host=host, reason=words[:200])
