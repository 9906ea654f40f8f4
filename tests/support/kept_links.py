"""Links made by hand, kept in a record as if linking had made them of all that was read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from onrecord.linking import Memory
from onrecord.record import Record
from onrecord.vocabulary import Gone, Linked, Relinked


def keep_links(record: Record, linked: Linked) -> None:
    """Claims stand in the order in which they are given."""
    record.links.shelf()
    _, readings = record.links.changed()
    articles = frozenset(reading.article.id for reading in readings)
    places = {claim.id: f"{place:06}" for place, claim in enumerate(linked.claims)}
    assert record.links.keep(Relinked(linked, Gone(), articles, frozenset(), places), Memory())


def let_links_be_made_anew(record: Path) -> None:
    """As if another version had made them: whatever is decided next, linking starts from nothing."""
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE links_made SET by = 'hand'")
