"""The whole journey: inputs → articles → statements → record → links. The first file to read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from onrecord.errors import ArticleError, OnRecordError
from onrecord.linking import SHIPPED, Encode, Linker, Memory, Shelf
from onrecord.vocabulary import Article, ArticleId, Decisions, Outcome, Reading, Refusal, Relinked, Run

LONGEST_REASON = 200
"""Characters of a foreign error that a refusal repeats."""


class Reader(Protocol):
    """Article → Statements; safe to call from several threads. What it raises refuses that article alone."""

    @property
    def run(self) -> Run: ...

    def __call__(self, article: Article) -> Reading: ...


class Writer(Protocol):
    """Keeps readings; one article is one transaction. `write` raises ArticleError for a reading that it cannot keep.

    `as_judged` gives an article with what people decided of its metadata; ArticleError if they removed it for good.
    """

    def as_judged(self, article: Article) -> Article: ...
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
    An article that the reader fails on is refused, and the rest goes on. Errors of the record and of the model are raised.
    """

    def start(item: Article | Refusal, pool: ThreadPoolExecutor) -> Callable[[], Outcome]:
        if isinstance(item, Refusal):
            return lambda: writer.refuse(item)
        try:
            article = writer.as_judged(item)
        except ArticleError as error:
            refusal = Refusal(item.ref, error.found, error.expected, error.advice)
            return lambda: writer.refuse(refusal)
        if writer.knows(article, reader.run):
            return lambda: writer.unchanged(article)
        pending: Future[Reading] = pool.submit(reader, article)
        return lambda: finish(article, pending)

    def finish(article: Article, pending: Future[Reading]) -> Outcome:
        try:
            return writer.write(_result(pending))
        except ArticleError as error:
            return writer.refuse(Refusal(article.ref, error.found, error.expected, error.advice))

    with ThreadPoolExecutor(threads) as pool:
        queue: deque[Callable[[], Outcome]] = deque()
        for item in inputs:
            queue.append(start(item, pool))
            if len(queue) > 2 * threads:
                yield queue.popleft()()
        while queue:
            yield queue.popleft()()


class Links(Protocol):
    """Keeps what follows from holding readings together, and knows what it lacks."""

    def are_stale(self) -> bool: ...
    def shelf(self) -> Shelf: ...
    def changed(self) -> tuple[frozenset[ArticleId], Iterator[Reading]]: ...
    def decisions(self) -> Decisions: ...
    def remembering(self, encode: Encode, model: str) -> Encode: ...
    def keep(self, step: Relinked, memory: Memory) -> bool: ...


def bring_links_up_to_date(links: Links) -> bool:
    """Link what was read or decided since the record was last linked, and what that touches; says whether there was any.

    Step by step, each kept as it is done: cut off, it goes on from there.
    """
    was_stale = False
    while links.are_stale():
        _link_what_changed(links)
        was_stale = True
    return was_stale


def _link_what_changed(links: Links) -> None:
    """Link until all is done or another process links too: then what is left is another than was looked up."""
    memory = Memory(links.shelf())
    linker = Linker(memory, links.remembering(SHIPPED, SHIPPED.digest))
    for step in linker.change(*links.changed(), links.decisions()):
        if not links.keep(step, memory):
            return
        memory.let_go()


def _result(pending: Future[Reading]) -> Reading:
    """The reading; whatever else the reader raised as an ArticleError, which names it."""
    try:
        return pending.result()
    except OnRecordError:
        raise
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_REASON]
        raise ArticleError(
            f"that the reader failed on it ({said})",
            "an article read to its end",
            "this is a fault of OnRecord, please report it with the article",
        ) from error
