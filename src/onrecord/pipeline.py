"""The whole journey: inputs → articles → statements → record. The first file to read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from onrecord.vocabulary import Article, Outcome, Reading, Refusal, Run


class Reader(Protocol):
    """Article → Statements; safe to call from several threads."""

    @property
    def run(self) -> Run: ...

    def __call__(self, article: Article) -> Reading: ...


class Writer(Protocol):
    """Keeps readings; one article is one transaction."""

    def knows(self, article: Article, run: Run) -> bool: ...
    def write(self, reading: Reading) -> Outcome: ...
    def unchanged(self, article: Article) -> Outcome: ...
    def refuse(self, refusal: Refusal) -> Outcome: ...


def read_into(
    writer: Writer, inputs: Iterable[Article | Refusal], reader: Reader, *, threads: int = 2
) -> Iterator[Outcome]:
    """Read every input and keep it; yields what became of each, in input order.

    Only a few articles are in flight at once, so memory does not grow with the input.
    What the record already holds from this very run is not read again: a run that was cut off goes on where it stopped.
    """

    def start(item: Article | Refusal, pool: ThreadPoolExecutor) -> Callable[[], Outcome]:
        if isinstance(item, Refusal):
            return lambda: writer.refuse(item)
        if writer.knows(item, reader.run):
            return lambda: writer.unchanged(item)
        pending: Future[Reading] = pool.submit(reader, item)
        return lambda: writer.write(pending.result())

    with ThreadPoolExecutor(threads) as pool:
        queue: deque[Callable[[], Outcome]] = deque()
        for item in inputs:
            queue.append(start(item, pool))
            if len(queue) > 2 * threads:
                yield queue.popleft()()
        while queue:
            yield queue.popleft()()
