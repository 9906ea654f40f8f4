"""Make the pictures of the main pages from the samples: docs/screenshots/*.png. Needs Chromium and Playwright (dev).

python docs/screenshots.py [--chromium PATH]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord.articles import collect
from onrecord.attribution import load_reader
from onrecord.pipeline import bring_links_up_to_date, read_into
from onrecord.record import Record, open_record
from onrecord.views.web import build_web_app

FOLDER = Path(__file__).parent / "screenshots"
WIDTH, HEIGHT = 1280, 900

# Name of the picture → page, colour scheme, width.
PICTURES = {
    "glance": ("/", "light", WIDTH),
    "article": ("{article}", "light", WIDTH),
    "article-dark": ("{article}", "dark", WIDTH),
    "article-phone": ("{article}", "light", 400),
    "party": ("{party}", "light", WIDTH),
    "claim": ("{claim}", "light", WIDTH),
    "changes": ("/changes", "light", WIDTH),
    "network": ("/network", "light", WIDTH),
    "review": ("/review", "light", WIDTH),
}


def main() -> int:
    """Read the samples, open them in a browser, and take the pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser; else the one on the PATH")
    executable = parser.parse_args().chromium
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "onrecord.db") as record:
        read_samples(record)
        places = places_of(record)
        with served(record) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            for name, (page, scheme, width) in PICTURES.items():
                context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": HEIGHT})
                shown = context.new_page()
                shown.goto(address + page.format(**places))
                shown.wait_for_timeout(300)
                shown.screenshot(path=FOLDER / f"{name}.png")
                context.close()
            browser.close()
    return 0


def read_samples(record: Record) -> None:
    """The samples, read and linked."""
    reader = load_reader()
    with as_file(files("onrecord").joinpath("samples")) as samples:
        list(read_into(record.writer, collect([str(samples)]), reader))
    bring_links_up_to_date(record.links)


def places_of(record: Record) -> dict[str, str]:
    """The article with most to see, whoever says most, and the claim on which most was said."""
    from onrecord.record import Page

    articles = record.reader.articles_listed(Page(limit=50)).articles
    article = max(articles, key=lambda each: each.statements / max(each.words, 1))
    party = record.reader.parties_listed(Page(limit=1)).parties[0]
    _, (claim,) = record.reader.claims_ranked(Page(limit=1))
    return {"article": f"/articles/{article.id}", "party": f"/parties/{party.id}", "claim": f"/claims/{claim}"}


@contextmanager
def served(record: Record) -> Iterator[str]:
    """The application on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(build_web_app(record, load_reader), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    raise SystemExit(main())
