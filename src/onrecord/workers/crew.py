"""A reader with worker processes beside it: Python runs the rules of one article at a time in a process, whatever its threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.settings import Settings
from onrecord.vocabulary import Article, Reading, Run
from onrecord.workers.worker import Worker, can_start

if TYPE_CHECKING:
    from onrecord.pipeline import Reader  # brings all that links, which a worker has no use for

ENOUGH = 30
"""Articles from which on workers are worth their start: it takes the time of four articles, and saves an eighth of the rest."""

AHEAD = 2
"""Articles given to a worker at once: it begins the next while this process is busy with the last."""


class Crew:
    """A Reader that has workers read too, once there is enough to read. Safe to call from several threads: as many as `callers`.

    expected: how many articles there will be, where that is known; otherwise the workers are started when ENOUGH have come.
    tell: is given a line about a worker that is lost, by another thread. A crew is closed at its end, or used in a `with`.
    """

    def __init__(
        self,
        reader: Reader,
        settings: Settings,
        *,
        expected: int | None = None,
        tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        self._reader = reader
        self._size = settings.workers
        self._tell = tell
        self._until_start = 1 if expected is not None and expected >= ENOUGH else ENOUGH
        self.workers: list[Worker] = []
        self._lock = threading.Lock()
        self._is_closed = False
        self._places_here = threading.BoundedSemaphore(settings.threads)
        # who waits for a worker takes no core
        self.callers = settings.threads + settings.workers * (AHEAD - 1)

    @property
    def run(self) -> Run:
        return self._reader.run

    def __call__(self, article: Article) -> Reading:
        """What the reader reads in the article. What a worker cannot read is read here, so that errors are the reader's own."""
        self._count()
        worker = self._free()
        if worker is not None:
            try:
                reading = worker.read(article)
            finally:
                with self._lock:
                    worker.load -= 1
            if reading is not None:
                return reading
        with self._places_here:
            return self._reader(article)

    def start(self) -> None:
        """Start the workers now. They help as soon as each has loaded the weights; nobody waits for them."""
        with self._lock:
            self._until_start = 0
            if self.workers or self._is_closed or not can_start():
                return
            try:
                for _ in range(self._size):
                    self.workers.append(Worker(self._reader.run, self._tell))
            except OSError as error:
                self._tell(
                    f"no more processes can be started to help to read ({error.strerror}); reading goes on without them"
                )

    def wait(self) -> None:
        """Until every worker that was started is ready or lost."""
        for worker in self.workers:
            worker.wait()

    def close(self) -> None:
        """End the workers. What they are reading is read here."""
        with self._lock:
            self._is_closed = True
        for worker in self.workers:
            worker.close()

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _count(self) -> None:
        with self._lock:
            self._until_start -= 1
            is_due = self._until_start == 0
        if is_due:
            self.start()

    def _free(self) -> Worker | None:
        """The worker with least to do, with a place taken there; None if all have enough, or none is ready."""
        with self._lock:
            worker = min((w for w in self.workers if w.is_ready), key=lambda w: w.load, default=None)
            if worker is None or worker.load >= AHEAD:
                return None
            worker.load += 1
            return worker
