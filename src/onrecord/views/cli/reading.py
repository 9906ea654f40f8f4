"""Reading inputs into a record with progress: what `read` does, and `demo` after it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.pipeline import bring_links_up_to_date, read_into
from onrecord.settings import Settings
from onrecord.views.cli.progress import reporting
from onrecord.views.cli.session import Session
from onrecord.views.cli.terminal import note
from onrecord.views.summary import Summary

if TYPE_CHECKING:
    from onrecord.articles import Defaults


def read_inputs(session: Session, settings: Settings, inputs: Sequence[str], defaults: Defaults) -> Summary:
    """Read every input and say what became of it. Stopped with Ctrl-C, what was read by then is kept."""
    from onrecord.articles import collect, measure
    from onrecord.record import open_record
    from onrecord.workers import Crew

    summary = Summary(settings.record)
    began = time.monotonic()
    try:
        with open_record(settings.record) as record:
            articles = collect(inputs, defaults=defaults)
            total = measure(inputs)
            crew = Crew(session.load_reader(), settings, expected=total, tell=note)
            with reporting(total) as advance, crew:
                for outcome in read_into(record.writer, articles, crew, threads=crew.callers):
                    summary.add(outcome)
                    advance()
            if record.links.are_stale():
                note("linking …")
                bring_links_up_to_date(record.links)
    except KeyboardInterrupt:
        summary.is_interrupted = True
    summary.seconds = time.monotonic() - began
    return summary
