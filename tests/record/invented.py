"""What the tests of the record share: a reader without weights, and articles for it. Also run as a script by test_kill.

`PatternReader` finds "NAME said CONTENT." by a regular expression, so its statements depend on the text alone.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from onrecord.pipeline import read_into
from onrecord.record import Record, open_record
from onrecord.vocabulary import Article, Form, Reading, Refusal, Run, Span, Statement

PATTERN = re.compile(r"(?P<source>\w+) (?P<cue>said|denied) (?:that )?(?P<content>[^.]+?)(?=[.]|$)")
RUN = Run(model="pattern", code="1")
NEWER_RUN = Run(model="pattern", code="2")


class PatternReader:
    """Reads "NAME said CONTENT" and, inside the content, what is nested in it."""

    def __init__(self, run: Run = RUN) -> None:
        self.run = run

    def __call__(self, article: Article) -> Reading:
        return Reading(article, tuple(read_statements(article)), self.run)


def read_statements(article: Article) -> Iterator[Statement]:
    for match in PATTERN.finditer(article.text):
        source, cue, content = (Span(*match.span(role)) for role in ("source", "cue", "content"))
        outer = Statement(article.id, source, cue, (content,), Form.INDIRECT)
        yield outer
        if inner := PATTERN.search(article.text, content.start, content.end):
            spans = (Span(*inner.span(role)) for role in ("source", "cue", "content"))
            yield Statement(article.id, next(spans), next(spans), (next(spans),), Form.INDIRECT, nested_in=outer.id)


def read(record: Record, *inputs: Article | Refusal, run: Run = RUN) -> list[str]:
    """Read into the record; what became of each, in short."""
    return [outcome.result.value for outcome in read_into(record.writer, inputs, PatternReader(run))]


def dump(record: Record) -> list[object]:
    """All that an export could see."""
    kept = list(record.reader.articles(newest=False))
    return [kept, [record.reader.statements(k.article.id) for k in kept], list(record.reader.outcomes())]


def many_inputs(count: int) -> Iterator[Article | Refusal]:
    """Articles with nested statements; each fifth is a new version of another, before each seventh is a refusal."""
    for number in range(count):
        ref = f"item-{number - 1 if number % 5 == 4 else number:03}"
        if number % 7 == 6:
            yield Refusal(ref, "nothing", "an article", "look again")
        text = "\n".join(f"Ada{n} said that Bert denied visit {number}-{n}." for n in range(number % 4 + 1))
        yield Article(ref, text, title=f"Visit {number}", published="2021-03-04" if number % 2 else None)


def die_at_statement(fatal: int) -> None:
    """Have this process killed just before the SQL statement of that number: in the midst of a transaction, mostly."""
    seen = 0

    @sa.event.listens_for(sa.Engine, "before_cursor_execute")
    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == fatal:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    database, articles, fatal_statement = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    die_at_statement(fatal_statement)
    with open_record(database) as opened:
        for outcome in read_into(opened.writer, many_inputs(articles), PatternReader()):
            print(outcome.ref, flush=True)
