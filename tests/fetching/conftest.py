"""A web server for each test, reached without the proxies of whoever runs it."""

from collections.abc import Iterator

import pytest

from helpers.web import Web, serving


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as made:
        yield made
