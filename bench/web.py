"""How long the server takes for each page of a record, in milliseconds and in bare pages of the same run.

    python bench/web.py RECORD [--times N] [--allowed MILLISECONDS]

Time is CPU time of this process: the machine may be busy with something else. A bare page is /health, which asks the
record one small thing. Nothing but the server's own work is in it: no network, no browser.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator

from fastapi.testclient import TestClient

from onrecord.record import open_record
from onrecord.views.web import build_web_app


def main() -> int:
    """Measure every page and print a Markdown table; the exit status is 1 where one takes too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", help="the record to open, as it is")
    parser.add_argument("--allowed", type=float, default=200, help="milliseconds that the 95th percentile may take")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked for")
    options = parser.parse_args()
    record = open_record(options.record, create=False)
    counts = record.reader.counts()
    with TestClient(build_web_app(record, no_reader), base_url="http://localhost") as client:
        bare = statistics.median(times_of(client, "/health", options.times))
        print(f"{counts.articles:,} articles, {counts.statements:,} statements; a bare page takes {bare:.1f} ms\n")
        print("| page | median, ms | 95th percentile, ms | in bare pages | kB |\n|---|---:|---:|---:|---:|")
        slow = 0
        for page in pages_of(client):
            found = sorted(times_of(client, page, options.times))
            late = found[max(0, int(len(found) * 0.95) - 1)]
            slow += late > options.allowed
            size = len(client.get(page).content) / 1000
            print(f"| `{shown(page)}` | {statistics.median(found):.0f} | {late:.0f} | {late / bare:.0f} | {size:.0f} |")
    return 1 if slow else 0


def no_reader() -> object:
    """No page that is measured reads an article."""
    raise AssertionError("a page asked for the reader")


def times_of(client: TestClient, page: str, times: int) -> list[float]:
    """Milliseconds of CPU that each answer took, the first left out."""
    client.get(page)
    found = []
    for _ in range(times):
        began = time.process_time()
        answer = client.get(page)
        found.append((time.process_time() - began) * 1000)
        assert answer.status_code == 200, page
    return found


def pages_of(client: TestClient) -> Iterator[str]:
    """Every kind of page, with what there is most of."""
    article = client.get("/api/articles").json()["articles"][0]["id"]
    party = client.get("/api/parties").json()["parties"][0]["id"]
    claim = client.get("/api/claims").json()["claims"][0]["id"]
    word = max(client.get("/api/claims").json()["claims"][0]["text"].split(), key=len)
    while "being prepared" in client.get(f"/search?q={word}").text:  # a large record is taken in beside the pages
        time.sleep(1)
    yield from (
        "/",
        "/articles",
        f"/articles/{article}",
        "/parties",
        f"/parties/{party}",
        "/claims",
        f"/claims/{claim}",
    )
    yield from (
        "/changes",
        "/conflicts",
        "/timeline",
        "/network",
        f"/search?q={word}",
        "/review",
        "/read",
        "/api/claims",
    )


def shown(page: str) -> str:
    """The page without an id that says nothing."""
    kind, _, rest = page.removeprefix("/").partition("/")
    return f"/{kind}/…" if "-" in rest else page.partition("=")[0] + ("=…" if "=" in page else "")


if __name__ == "__main__":
    raise SystemExit(main())
