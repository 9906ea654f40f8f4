from __future__ import annotations

from dataclasses import replace

from telling import Teller, event

from onrecord.linking import link
from onrecord.vocabulary import Reading


def tells(ref: str, sentence: str, on: str) -> Reading:
    reading = Teller(ref).adds(sentence).reading()
    return replace(reading, events=(event(reading, sentence, on),))


def test_one_event_that_two_articles_tell_stands_once_with_both_sources() -> None:
    events = link([
        tells("a", "The dockside valve burst at noon.", "2031-03-01"),
        tells("b", "At noon the valve on the dockside burst.", "2031-03-01"),
        tells("c", "The choir sang.", "2031-03-01"),
        tells("d", "The inspector resigned.", "2031-02-01"),
    ]).events  # fmt: skip
    assert [len(e.evidence) for e in events] == [1, 2, 1]
    assert [e.on.start.month for e in events] == [2, 3, 3]
