"""For tests of the web application, in process.

Take `browser` for a client of an application on the three articles of tests/views/conftest.py; `opened` to build one
on other articles: opened(Article(...), ..., options=...); `affair` for the affair of tests/support/invented_affair.py,
`reviewer` for somebody who may judge there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_clients import HOST, TOKEN, form_key

from onrecord.pipeline import read_into
from onrecord.record import open_record
from onrecord.views.web import Access, Options, build_web_app
from onrecord.views.web.access import hashed
from onrecord.vocabulary import Article


@pytest.fixture
def opened(tmp_path: Path, quote_reader) -> Iterator[Callable[..., TestClient]]:
    clients = []

    def build(*articles: Article, record: Path | None = None, options: Options | None = None) -> TestClient:
        kept = open_record(record or tmp_path / f"web-{len(clients)}.db")
        list(read_into(kept.writer, articles, quote_reader))
        client = TestClient(build_web_app(kept, lambda: quote_reader, options), base_url=HOST)
        client.__enter__()
        clients.append(client)
        return client

    yield build
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def browser(opened, read_record) -> TestClient:
    return opened(record=read_record)


@pytest.fixture
def affair(opened, affair_record) -> TestClient:
    """A browser on the affair whose links are known."""
    return opened(record=affair_record)


@pytest.fixture
def reviewer(affair) -> TestClient:
    """As `affair`, for somebody who gave their name, and whose forms have their key."""
    affair.headers["x-form-key"] = form_key(affair)
    affair.post("/name", data={"name": "Ada"})
    return affair


@pytest.fixture
def guarded(opened, read_record) -> TestClient:
    """As `browser`, reached from elsewhere: a token is asked for."""
    return opened(record=read_record, options=Options(access=Access(hashed(TOKEN), hosts=None)))
