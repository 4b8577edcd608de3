"""Addresses: as they are typed, as a server redirects to them, as they go over the network."""

import ipaddress
import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from confnotes.domain.errors import FetchError

MAX_LENGTH = 4000
"""Characters of an address; what servers take at most is about twice that."""

_CALENDAR = {"webcal": "https", "webcals": "https"}
"""webcal is what pages write before an address of a calendar for a calendar program to take it."""
_WEB = frozenset({"http", "https"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))")
_WITH_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UNFIT = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")
_HOST = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9_-]{1,63}(?<!-))*\.?")
_KEPT_IN_PATH = "/%:@!$&'()*+,;=~-._"
_KEPT_IN_QUERY = _KEPT_IN_PATH + "?"


def looks_like_address(text: str) -> bool:
    """Return whether a line is an address of the web, with its scheme or as people write it
    (`example.org/2026`); a name of a file is none."""
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or any(ch.isspace() for ch in text):
        return False
    if _WITH_SCHEME.match(text):
        return True  # also one of a scheme that is then refused by name
    host = text.partition("/")[0].partition("?")[0].partition(":")[0]
    return "/" in text and bool(re.fullmatch(r"(?:[\w-]+\.)+[A-Za-z]{2,}", host))


def normal(given: str) -> str:
    """Return an address as it can be asked for: http or https, without a fragment, in ASCII.

    FetchError: fetch.bad_address (given), fetch.scheme (scheme), fetch.with_password (host).
    """
    text = given.strip()
    if not text or len(text) > MAX_LENGTH:
        raise FetchError("fetch.bad_address", given=text[:200])
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else "https"
    scheme = _CALENDAR.get(scheme, scheme)
    if scheme not in _WEB:
        raise FetchError("fetch.scheme", scheme=scheme)
    rest = text[found.end() :] if found else text
    try:
        parts = urlsplit(f"{scheme}://{rest.removeprefix('//')}")
        host, port = _host(parts), parts.port
    except ValueError as error:
        raise FetchError("fetch.bad_address", given=text[:200]) from error
    if parts.username is not None or parts.password is not None:
        raise FetchError("fetch.with_password", host=host)
    place = host if port is None else f"{host}:{port}"
    path = quote(parts.path, safe=_KEPT_IN_PATH) or "/"
    query = quote(parts.query, safe=_KEPT_IN_QUERY)
    return f"{scheme}://{place}{path}" + (f"?{query}" if query else "")


def redirected(address: str, location: str) -> str:
    """Return where a redirect leads. The same rules hold at every hop: http or https, and never
    from https back to http.

    FetchError: fetch.redirect_scheme (host, scheme), fetch.redirect_insecure (host), and those of
    `normal`.
    """
    host = host_of(address)
    # http.client hands headers over as Latin-1, and some servers write UTF-8 into them.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    try:
        target = urljoin(address, location)
        scheme = urlsplit(target).scheme.lower()
    except ValueError as error:
        raise FetchError("fetch.bad_address", given=location[:200]) from error
    if scheme not in _WEB:
        raise FetchError("fetch.redirect_scheme", host=host, scheme=scheme[:20])
    if scheme == "http" and address.startswith("https:"):
        raise FetchError("fetch.redirect_insecure", host=host)
    return normal(target)


def host_of(address: str) -> str:
    """Return the host of an address ("" where it has none)."""
    try:
        return str(urlsplit(address).hostname or "")
    except ValueError:
        return ""


def is_public(host: str) -> bool:
    """Return whether a numeric address belongs to the internet, and not to a house or computer."""
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_global) and not found.is_multicast


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host and "%" not in host:  # a zone names a network card of this computer
        return f"[{ipaddress.IPv6Address(host)}]"
    if _UNFIT.search(host):
        raise ValueError(host)
    try:
        written = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError(host) from error
    if not _HOST.fullmatch(written):
        raise ValueError(host)
    return written
