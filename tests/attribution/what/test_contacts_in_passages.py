"""Invented passages with the contacts that they tell, as read. Nobody looked at those aside while the rules were made."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from onrecord.attribution import load_reader
from onrecord.vocabulary import Article, Contact, Interval, Reading

PASSAGES = Path(__file__).with_name("contacts.jsonl")
PUBLISHED = "2031-03-14"  # a Friday
FLOORS = {"open": (90, 95), "aside": (80, 90)}
"""F1 of contacts, and the share of those found whose channel and day are right, in per cent."""


@pytest.mark.parametrize("half", FLOORS)
def test_contacts_of_the_passages_stay_above_the_floor(half: str) -> None:
    reader, counts = load_reader(), Counter[str]()
    rows = [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(rows):
        if row["half"] == half:
            reading = reader(Article(f"passage {number}", row["text"], publisher="The Lamp", published=PUBLISHED))
            counts.update(_counted(reading, row["contacts"]))
    f1 = 200 * counts["found"] / (counts["told"] + counts["expected"])
    exact = 100 * (counts["channel"] + counts["day"]) / (2 * counts["found"])
    assert (f1, exact) >= FLOORS[half]
    assert exact >= FLOORS[half][1]


def _counted(reading: Reading, expected: list[dict[str, Any]]) -> dict[str, int]:
    left = list(reading.contacts)
    counts = Counter(told=len(left), expected=len(expected))
    for row in expected:
        fitting = [contact for contact in left if _are(reading, contact, row["parties"])]
        if fitting:
            best = max(fitting, key=lambda contact: _days(contact.on) == row["on"])
            left.remove(best)
            counts.update(found=1, channel=best.channel == row["channel"], day=_days(best.on) == row["on"])
    return counts


def _are(reading: Reading, contact: Contact, names: list[str]) -> bool:
    """Whether the parties of a contact are these and no others."""
    called = [
        {name.lower() for name in (party.name, *party.aliases, *party.roles)}
        for party in reading.parties
        if party.id in contact.parties
    ]
    return len(called) == len(names) and all(any(n.lower() in c for some in called for c in some) for n in names)


def _days(on: Interval | None) -> str | None:
    """A day as itself, a month without its days, a longer time by its ends: as the passages have it."""
    if on is None or on.start == on.end:
        return on and on.start.isoformat()
    if on.granularity == "month":
        return on.start.isoformat()[:7]
    return f"{on.start.isoformat()}/{on.end.isoformat()}"
