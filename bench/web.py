"""How long the server takes for each page of a record, in milliseconds and in bare pages of the same run.

    python bench/web.py RECORD [--times N] [--allowed MILLISECONDS] [--only WORDS]

Time is CPU time of this process: the machine may be busy with something else. A bare page is /health, which asks the
record one small thing. Nothing but the server's own work is in it: no network, no browser. Search by meaning takes the
record in first, which is told apart. A line is printed as soon as its page is measured.
"""

from __future__ import annotations

import os

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # before numpy is loaded: its threads wait by spinning, and that counts

import argparse
import statistics
import time
from collections import Counter
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
    parser.add_argument("--only", default="", help="measure only the pages in whose name this stands")
    options = parser.parse_args()
    record = open_record(options.record, create=False)
    if record.links.are_stale():  # the application would make them anew beside the pages, on the same processor
        parser.error(f"{options.record}: found links that are out of date; expected all linked, by this version")
    counts = record.reader.counts()
    app = build_web_app(record, no_reader)
    with TestClient(app, base_url="http://localhost") as client:
        pages = [(name, page) for name, page in pages_of(client) if options.only in name]
        began = time.process_time()
        if any("/search" in name for name, _ in pages):
            app.state.desk.meaning.prepare()
        taken_in = time.process_time() - began
        bare = statistics.median(times_of(client, "/health", options.times))
        print(f"{counts.articles:,} articles, {counts.statements:,} statements; a bare page takes {bare:.1f} ms;")
        print(f"taken in for search by meaning in {taken_in:.0f} s\n")
        print("| page | median, ms | 95th percentile, ms | in bare pages | kB |\n|---|---:|---:|---:|---:|")
        slow = 0
        for name, page in pages:
            found = sorted(times_of(client, page, options.times))
            late = found[max(0, -(-len(found) * 95 // 100) - 1)]
            slow += late > options.allowed
            size = len(client.get(page).content) / 1000
            told = f"| {statistics.median(found):.0f} | {late:.0f} | {late / bare:.0f} | {size:.0f} |"
            print(f"| `{name}` {told}", flush=True)
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


def pages_of(client: TestClient) -> Iterator[tuple[str, str]]:
    """Every kind of page and answer, under a name for it, with what there is most of."""
    article = client.get("/api/articles").json()["articles"][0]["id"]
    party = client.get("/api/parties").json()["parties"][0]["id"]
    claims = client.get("/api/claims").json()["claims"]
    claim, totals = claims[0]["id"], claims[0]["totals"]
    side = max((name for name in totals if name != "statements"), key=totals.__getitem__)
    rare = max(claims[0]["text"].split(), key=len)
    common = Counter(word for each in claims for word in set(each["text"].split())).most_common(1)[0][0]
    for part in ("", "/api"):
        yield from ((part + page, part + page) for page in ("/articles", "/parties", "/claims"))
        yield f"{part}/articles/…", f"{part}/articles/{article}"
        yield f"{part}/parties/…", f"{part}/parties/{party}"
        yield f"{part}/claims/…", f"{part}/claims/{claim}"
        yield f"{part}/claims?party=…", f"{part}/claims?party={party}"
        yield f"{part}/search?q=…", f"{part}/search?q={rare}"
        yield f"{part}/search?q=… (the commonest word)", f"{part}/search?q={common}"
        yield f"{part}/search?party=…&q=…", f"{part}/search?party={party}&q={common}"
        contacts = "/api/contacts" if part else "/network"
        for page in (f"{part}/changes", f"{part}/conflicts", f"{part}/timeline", contacts):
            yield page, page
            yield f"{page}?party=…", f"{page}?party={party}"
    yield "/claims/…?side=…", f"/claims/{claim}?side={side}"
    yield from ((page, page) for page in ("/", "/review", "/read", "/api", "/api/judgements", "/api/counts"))


if __name__ == "__main__":
    raise SystemExit(main())
