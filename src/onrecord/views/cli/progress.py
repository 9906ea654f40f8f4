"""How far a reading has come, on standard error: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.views.cli.terminal import note
from onrecord.views.present import count_of

SECONDS_BETWEEN_LINES = 10
BAR_CHARACTERS = 20  # leaves room for the words on a terminal of 80

Advance = Callable[[], None]


@contextmanager
def reporting(total: int | None) -> Iterator[Advance]:
    """Yields a function to call after each input; `total` is None where it cannot be known beforehand."""
    if sys.stderr.isatty():
        with _bar(total) as advance:
            yield advance
    else:
        yield plain_lines(total, time.monotonic)


def progress_line(done: int, total: int | None, seconds: float) -> str:
    """20 of 200 articles, 9.6 a second, about 19 s left."""
    rate = done / seconds if seconds > 0 else 0
    line = f"{done:,} of {count_of(total, 'article')}" if total is not None else count_of(done, "article")
    line += f", {rate:.1f} a second"
    if total is not None and rate > 0:
        line += f", about {max(total - done, 0) / rate:.0f} s left"
    return line


def plain_lines(total: int | None, clock: Callable[[], float]) -> Advance:
    """Counts inputs, and says how far it is at most every SECONDS_BETWEEN_LINES by the clock given."""
    began = last = clock()
    done = 0

    def advance() -> None:
        nonlocal done, last
        done += 1
        now = clock()
        if now - last >= SECONDS_BETWEEN_LINES:
            last = now
            note(progress_line(done, total, now - began))

    return advance


@contextmanager
def _bar(total: int | None) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task
    from rich.table import Column
    from rich.text import Text

    class Status(ProgressColumn):
        def render(self, task: Task) -> Text:
            known = None if task.total is None else int(task.total)
            return Text(progress_line(int(task.completed), known, task.elapsed or 0))

    one_line = Column(no_wrap=True)
    columns = BarColumn(bar_width=BAR_CHARACTERS), Status(table_column=one_line)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
