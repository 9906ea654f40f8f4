"""For journeys in a real browser: Debian's Chromium, driven by Playwright. Without it these tests are skipped.

Take `site` for the address of an application on the samples, read with the shipped reader; `page` for a page that fails
the test if anything goes to its console, if a script fails, or if anything is asked of another host.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import uvicorn

from onrecord.articles import collect
from onrecord.pipeline import bring_links_up_to_date, read_into
from onrecord.record import open_record
from onrecord.views.cli.session import load_shipped_reader
from onrecord.views.web import build_web_app

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    executable = os.environ.get("ONRECORD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("found no Chromium; Debian: apt-get install chromium, or name one in ONRECORD_CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="found no Playwright")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reader():
    return load_shipped_reader()


@pytest.fixture(scope="session")
def read_samples(tmp_path_factory: pytest.TempPathFactory, reader) -> Path:
    path = tmp_path_factory.mktemp("samples") / "onrecord.db"
    with as_file(files("onrecord").joinpath("samples")) as samples, open_record(path) as record:
        list(read_into(record.writer, collect([str(samples)]), reader))
        bring_links_up_to_date(record.links)
    return path


class Site:
    """An application that is listening: its address, and its desk."""

    def __init__(self, record: Path, reader) -> None:
        self.record = open_record(record)
        self.app = build_web_app(self.record, lambda: reader)
        config = uvicorn.Config(self.app, port=0, log_level="error", access_log=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    @property
    def desk(self):
        return self.app.state.desk

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture
def site(tmp_path: Path, read_samples: Path, reader) -> Iterator[Site]:
    opened = Site(Path(shutil.copy(read_samples, tmp_path)), reader)
    yield opened
    opened.close()


@pytest.fixture
def page(chromium, site) -> Iterator[object]:
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    page, faults = context.new_page(), []
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("request", lambda asked: asked.url.startswith(site.address) or faults.append(f"elsewhere: {asked.url}"))
    page.set_default_timeout(60_000)
    yield page
    context.close()
    assert faults == []
