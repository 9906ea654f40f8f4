"""What the pages work with: the open record, and the reader, which is loaded when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from fastapi import Request

from onrecord.errors import RecordError
from onrecord.pipeline import Reader, bring_links_up_to_date, read_into
from onrecord.record import Judgement, Record
from onrecord.settings import Settings
from onrecord.views.meaning import Meaning
from onrecord.views.web.jobs import Jobs
from onrecord.views.web.rendering import Pages
from onrecord.vocabulary import Article, Outcome, Refusal
from onrecord.workers import Crew

PATIENCE_SECONDS = 5.0
"""How long one who ends the application waits for links that are being made."""


@dataclass(slots=True)
class Desk:
    """One record at work."""

    record: Record
    _load_reader: Callable[[], Reader]
    settings: Settings = field(default_factory=Settings)
    _reader: Reader | None = None
    _loading: threading.Lock = field(default_factory=threading.Lock)
    _settling: threading.Lock = field(default_factory=threading.Lock)
    _at_work: threading.Thread | None = None
    _jobs: Jobs | None = None
    _meaning: Meaning | None = None
    _is_due: bool = False
    _is_closed: bool = False

    def reader(self) -> Reader:
        """The reader of articles. Raises ModelError if it cannot be loaded."""
        with self._loading:
            if self._reader is None:
                self._reader = self._load_reader()
            return self._reader

    @property
    def meaning(self) -> Meaning:
        """What finds statements by meaning."""
        if self._meaning is None:
            self._meaning = Meaning(self.record.reader)
        return self._meaning

    @property
    def jobs(self) -> Jobs:
        """The piles that are read in the background."""
        if self._jobs is None:
            self._jobs = Jobs(self._read, self.settle_all)
        return self._jobs

    def _read(self, items: Iterable[Article | Refusal]) -> Iterator[Outcome]:
        with Crew(self.reader(), self.settings) as crew:
            yield from read_into(self.record.writer, items, crew, threads=crew.callers)

    def settle_all(self) -> None:
        """Have links made anew if they are stale."""
        self._settle()

    def read_again(self, article: Article) -> None:
        """Keep what is said of an article now, and read it again with that."""
        self.record.writer.correct(article)
        self.record.writer.write(self.reader()(article), again=True)

    def settle(self, *decisions: Judgement) -> None:
        """Have everything follow from what was decided: links are made anew beside the pages, once for many decisions."""
        if decisions:
            self._settle()

    def _settle(self) -> None:
        with self._settling:
            self._is_due = True
            if not self._is_closed and (self._at_work is None or not self._at_work.is_alive()):
                self._at_work = threading.Thread(target=self._link, daemon=True)
                self._at_work.start()

    def _link(self) -> None:
        while True:
            with self._settling:
                if not self._is_due or self._is_closed:
                    self._at_work = None
                    return
                self._is_due = False
            with suppress(RecordError):  # then the links stay stale, and the next reading or decision makes them anew
                bring_links_up_to_date(self.record.links)

    @property
    def is_settling(self) -> bool:
        """Whether links are being made anew just now."""
        with self._settling:
            return self._at_work is not None

    def wait(self) -> None:
        """Until everything follows from what was decided."""
        worker = self._at_work
        if worker is not None:
            worker.join()

    def close(self) -> None:
        """Let go of the record. Links that take long are left as they were: whoever opens the record next makes them anew."""
        with self._settling:
            self._is_closed = True
            worker = self._at_work
        if worker is not None:
            worker.join(PATIENCE_SECONDS)
            if worker.is_alive():
                return  # it still works on the record, and ends with this process; what it wrote is undone by SQLite
        self.record.close()


def desk_of(request: Request) -> Desk:
    """For routes: the desk."""
    desk: Desk = request.app.state.desk
    return desk


def pages_of(request: Request) -> Pages:
    """For routes: what renders pages."""
    pages: Pages = request.app.state.pages
    return pages
