"""passages.jsonl: short invented passages, published on Thursday, 14 March 2024, with the channel and the day of the last statement.

Those that are `kept_aside` were written before the rules were looked at on them, and nothing is changed for them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.vocabulary import Statement

from .worded import Words, read

PUBLISHED = "2024-03-14"
SHARE = 0.8
"""How many of the passages kept aside have to be right, on either field."""


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    statements: tuple[Words, ...]
    channel: str | None
    said: str | None
    kept_aside: bool


def passages(*, kept_aside: bool) -> list[Passage]:
    lines = (Path(__file__).parent / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for row in map(json.loads, lines):
        wanted = tuple(Words(**each) for each in row["statements"])
        found.append(Passage(row["text"], wanted, row["channel"], row["said"], row["kept_aside"]))
    return [each for each in found if each.kept_aside == kept_aside]


def last_of(passage: Passage) -> Statement:
    return read(passage.text, *passage.statements, published=PUBLISHED)[-1]


def channel_of(statement: Statement) -> str | None:
    return statement.channel.value if statement.channel else None


def day_of(statement: Statement) -> str | None:
    return statement.said.days.start.isoformat() if statement.said else None


@pytest.mark.parametrize("passage", passages(kept_aside=False), ids=lambda each: each.text[:60])
def test_channel_and_day_of_a_passage(passage: Passage) -> None:
    statement = last_of(passage)
    assert (channel_of(statement), day_of(statement)) == (passage.channel, passage.said)


def right(aside: Sequence[Passage]) -> tuple[int, int]:
    """How many channels and how many days are read as they should be."""
    found = [(each, last_of(each)) for each in aside]
    return (
        sum(channel_of(statement) == each.channel for each, statement in found),
        sum(day_of(statement) == each.said for each, statement in found),
    )


def test_most_of_the_passages_kept_aside_are_read_right() -> None:
    aside = passages(kept_aside=True)
    channels, days = right(aside)
    assert channels >= SHARE * len(aside)
    assert days >= SHARE * len(aside)
