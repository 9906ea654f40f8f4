"""One measurement in a process of its own, so that memory and start-up are its own: prints one JSON object.

    python bench/measurement.py journey ARTICLES.jsonl THREADS     JSON Lines → record, weights and workers loaded
    python bench/measurement.py stages ARTICLES.jsonl              the same in one thread, each stage by itself

Yardsticks are measured before and after, since other work on the machine comes and goes.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import yardstick
from onrecord.articles import collect
from onrecord.attribution import ArticleReader, load_reader
from onrecord.attribution.encode import Window
from onrecord.attribution.model import Model
from onrecord.pipeline import read_into
from onrecord.record import Record, open_record
from onrecord.settings import build_settings
from onrecord.vocabulary import Article
from onrecord.workers import ENOUGH, Crew

Thing = TypeVar("Thing")

FIRST = Article(ref="first", text="“It rained,” Ida Fenn said on Monday.")
"""Read before anything is measured: the weights are loaded when they are first needed."""


class Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - began

    def each(self, stage: str, things: Iterable[Thing]) -> Iterator[Thing]:
        """The same things; making them is the stage's time, what is done with them is not."""
        iterator = iter(things)
        while True:
            with self.of(stage):
                thing = next(iterator, None)
            if thing is None:
                return
            yield thing


class TimedModel(Model):
    """The shipped model that says where its time goes."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    @property
    def encoder(self) -> Any:  # type: ignore[override]
        return TimedEncoder(super().encoder, self._clock)

    def scores(self, window: Window) -> Any:
        with self._clock.of("model"):
            return super().scores(window)


class TimedEncoder:
    """An encoder whose windows are timed as they are made."""

    def __init__(self, encoder: Any, clock: Clock) -> None:
        self._encoder = encoder
        self._clock = clock

    def windows(self, *arguments: Any) -> Iterator[Window]:
        return self._clock.each("encode", self._encoder.windows(*arguments))

    def windows_of(self, *arguments: Any) -> Iterator[Window]:
        return self._clock.each("encode", self._encoder.windows_of(*arguments))


@contextmanager
def fresh_record() -> Iterator[Record]:
    """An empty record that goes away afterwards."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        yield record


def journey(path: str, threads: int) -> dict[str, float]:
    """Read a file of articles into a fresh record, as `onrecord read` does, all weights loaded before."""
    reader = load_reader()
    reader(FIRST)
    settings = build_settings({}, threads=threads)
    expected = sum(1 for _ in collect([path]))
    before = yardstick.measure(threads)
    articles = statements = words = 0
    with fresh_record() as record, Crew(reader, settings, expected=expected) as crew:
        if expected >= ENOUGH:
            crew.start()
            crew.wait()
        began = time.perf_counter()
        for outcome in read_into(record.writer, collect([path]), crew, threads=crew.callers):
            articles += 1
            statements += outcome.statements
            words += outcome.words
        seconds = time.perf_counter() - began
    # of ended children the largest is told; all are alike
    peak = peak_of(resource.RUSAGE_SELF) + len(crew.workers) * peak_of(resource.RUSAGE_CHILDREN)
    return {
        "articles": articles,
        "statements": statements,
        "words": words,
        "seconds": seconds,
        "peak_bytes": peak,
        "yardsticks": (before + yardstick.measure(threads)) / 2,
    }


def peak_of(whom: int) -> int:
    """The most bytes that this process, or the largest of its children, ever held."""
    return resource.getrusage(whom).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def stages(path: str) -> dict[str, object]:
    """Seconds of each stage, articles one by one in one thread. decode: what reading takes beside encode and model."""
    clock = Clock()
    reader = ArticleReader(TimedModel(clock))
    reader(FIRST)
    before = yardstick.measure(1)
    clock.seconds.clear()
    articles = 0
    with fresh_record() as record:
        for article in clock.each("articles", collect([path])):
            if not isinstance(article, Article):
                continue
            articles += 1
            with clock.of("reading"):
                reading = reader(article)
            with clock.of("record"):
                record.writer.write(reading)
    seconds = clock.seconds
    seconds["decode"] = seconds.pop("reading") - seconds["encode"] - seconds["model"]
    return {"articles": articles, "yardsticks": (before + yardstick.measure(1)) / 2, "seconds": seconds}


def main() -> int:
    """Measure what the arguments say."""
    verb, path, *rest = sys.argv[1:]
    print(json.dumps(journey(path, int(rest[0])) if verb == "journey" else stages(path)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
