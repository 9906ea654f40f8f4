"""Many clients at once, reading and judging, against a real server process: is every answer whole, is a judgement lost?

    python bench/together.py RECORD [--clients N] [--seconds N]

Works on a copy of the record. Every client has a session and a name of its own, reads pages in turn, and accepts or rejects a
statement in every tenth request or so; each judgement carries a reason that no other has. Afterwards every judgement that
was acknowledged has to be in the log once. A form that is refused because somebody else decided meanwhile is no error, nor is
a link to a claim or a party that decisions have made another meanwhile.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from onrecord.record import open_record

PAGES = ("/", "/articles", "/parties", "/claims", "/changes", "/conflicts", "/timeline", "/network", "/search?q=said")
JUDGING = 0.1
KEY = re.compile(r'name="form-key" content="([^"]+)"')
CARD = re.compile(r'action="/review/statement/([^"]+)".*?name="after" value="([^"]*)"', re.S)
LINK = re.compile(r'href="(/(?:articles|parties|claims)/[^"#?]+)')
GOOD, REFUSED, GONE = {200, 303}, 409, 404
DERIVED = ("/claims/", "/parties/")


@dataclass(slots=True)
class Told:
    """What came of all requests of one client."""

    statuses: Counter[int] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Client:
    """One browser: a connection, a session, a name."""

    def __init__(self, address: str, number: int) -> None:
        self._host = urlsplit(address).netloc
        self._connection = http.client.HTTPConnection(self._host, timeout=60)
        self._cookies: dict[str, str] = {"onrecord_reviewer": quote(f"Reader {number}")}
        self._random = random.Random(number)
        self.number = number
        self.told = Told()

    def work(self, until: float) -> None:
        """Read and judge until then."""
        links = list(PAGES)
        while time.monotonic() < until:
            try:
                if self._random.random() < JUDGING:
                    self._judge()
                else:
                    _, page = self._ask("GET", self._random.choice(links))
                    links = [*PAGES, *LINK.findall(page)[:20]]
            except (OSError, http.client.HTTPException) as error:
                self.told.faults.append(type(error).__name__)
                self._connection = http.client.HTTPConnection(self._host, timeout=60)

    def _judge(self) -> None:
        _, page = self._ask("GET", "/review")
        key, cards = KEY.search(page), CARD.findall(page)
        if key is None or not cards:
            return
        statement, after = self._random.choice(cards)
        reason = f"client {self.number}, judgement {len(self.told.milliseconds)}"
        form = {"form_key": key[1], "after": after, "reason": reason}
        form["action"] = self._random.choice(("accept", "reject"))
        status, _ = self._ask("POST", f"/review/statement/{statement}", form)
        if status == 303:
            self.told.acknowledged.append(reason)

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self._connection.request(method, path, urlencode(form) if form is not None else None, headers)
        answer = self._connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        self.told.milliseconds.append((time.perf_counter() - began) * 1000)
        self.told.statuses[answer.status] += 1
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = cookie.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        is_gone = answer.status == GONE and path.startswith(DERIVED)
        if answer.status not in GOOD and answer.status != REFUSED and not is_gone:
            self.told.faults.append(f"{answer.status} {method} {path.partition('?')[0]}")
        return answer.status, body


def main() -> int:
    """Serve a copy, let the clients work, and look what the log has; the exit status is 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", type=Path, help="the record to serve a copy of")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(options.record, folder))
        command = [sys.executable, "-m", "onrecord", "serve", "--port", "0", "--json", "--record", str(copy)]
        # Put into a pipe the address would wait in a buffer.
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
            try:
                assert server.stdout is not None
                address = json.loads("".join(iter(server.stdout.readline, "}\n")) + "}")["url"]
                clients = [Client(address, number) for number in range(options.clients)]
                until = time.monotonic() + options.seconds
                threads = [threading.Thread(target=client.work, args=(until,)) for client in clients]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
            finally:
                server.terminate()
        return tell(copy, clients, options.seconds)


def tell(record: Path, clients: list[Client], seconds: float) -> int:
    """Print what came of it; 1 where a request failed or a judgement was lost."""
    with open_record(record, create=False) as opened:
        kept = Counter(judgement.reason for judgement in opened.judgements.all())
    sent = [reason for client in clients for reason in client.told.acknowledged]
    lost = [reason for reason in sent if kept[reason] != 1]
    times = sorted(time for client in clients for time in client.told.milliseconds)
    statuses = sum((client.told.statuses for client in clients), Counter[int]())
    faults = Counter(fault for client in clients for fault in client.told.faults)
    print(
        "| clients | seconds | requests | a second | median, ms | 95th percentile, ms | judgements | refused | gone | lost | errors |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    figures = (
        len(clients),
        f"{seconds:.0f}",
        f"{len(times):,}",
        f"{len(times) / seconds:.0f}",
        f"{statistics.median(times):.0f}",
        f"{times[int(len(times) * 0.95) - 1]:.0f}",
        len(sent),
        statuses[REFUSED],
        statuses[GONE],
        len(lost),
        faults.total(),
    )
    print(f"| {' | '.join(map(str, figures))} |")
    for fault, number in faults.most_common(10):
        print(f"{number} × {fault}", file=sys.stderr)
    return 1 if lost or faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
