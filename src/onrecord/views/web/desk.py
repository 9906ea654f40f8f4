"""What the pages work with: the open record, and the reader, which is loaded when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import Request

from onrecord.pipeline import Reader
from onrecord.record import Record
from onrecord.views.web.rendering import Pages


@dataclass(slots=True)
class Desk:
    """One record at work."""

    record: Record
    _load_reader: Callable[[], Reader]
    threads: int = 1
    _reader: Reader | None = None
    _loading: threading.Lock = field(default_factory=threading.Lock)

    def reader(self) -> Reader:
        """The reader of articles. Raises ModelError if it cannot be loaded."""
        with self._loading:
            if self._reader is None:
                self._reader = self._load_reader()
            return self._reader

    def close(self) -> None:
        """Let go of the record."""
        self.record.close()


def desk_of(request: Request) -> Desk:
    """For routes: the desk."""
    desk: Desk = request.app.state.desk
    return desk


def pages_of(request: Request) -> Pages:
    """For routes: what renders pages."""
    pages: Pages = request.app.state.pages
    return pages
