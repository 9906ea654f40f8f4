"""Position tracks over time: a lane for each party, a mark for each side that it took, on one axis of days.

Days stand in order. The way between two grows with the logarithm of the days between them, so that a year before the
affair takes no more room than the week of it, and each day is as wide as the most marks that a lane has on it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.views import present
from onrecord.vocabulary import Side

WIDTH = 720
LABEL_WIDTH = 204
RIGHT_MARGIN = 26
LANE_HEIGHT = 26
AXIS_HEIGHT = 24
SLOT = 17
"""From one mark of a day to the next."""
TICK_ROOM = 66
"""A day is named only so far from the one named before it."""
UNDATED_DAYS = 10
"""How far after the last day those marks stand that have none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One side that a party took, once or several times in a row. key: what its mark leads to; day: None if not known."""

    side: Side
    day: date | None
    key: str
    title: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Lane:
    """One party's steps, in the order of time."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A step in its place."""

    x: float
    step: Step


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane in its place: y is its middle."""

    y: float
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TrackPlot:
    """The whole plot, in units of about a pixel."""

    width: float
    height: float
    label_width: float
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]


def plot_tracks(lanes: Sequence[Lane]) -> TrackPlot:
    """Put every step in its place. Lanes stand from above in the order given; lanes without steps are left out."""
    kept = [lane for lane in lanes if lane.steps]
    days = sorted({step.day for lane in kept for step in lane.steps if step.day})
    is_undated = any(step.day is None for lane in kept for step in lane.steps)
    columns: list[date | None] = [*days, *([None] if is_undated else [])]
    starts, slot = _columns(columns, [_most_on(day, kept) for day in columns])
    drawn = tuple(
        DrawnLane(LANE_HEIGHT * (number + 0.5), lane.name, tuple(_marks(lane, starts, slot)))
        for number, lane in enumerate(kept)
    )
    height = LANE_HEIGHT * len(kept) + AXIS_HEIGHT
    return TrackPlot(WIDTH, height, LABEL_WIDTH, drawn, tuple(_ticks(columns, starts)))


def _most_on(day: date | None, lanes: Iterable[Lane]) -> int:
    return max(sum(step.day == day for step in lane.steps) for lane in lanes)


def _columns(columns: Sequence[date | None], slots: Sequence[int]) -> tuple[dict[date | None, float], float]:
    """Where each day begins, and how far apart the marks of one day stand."""
    room = WIDTH - LABEL_WIDTH - RIGHT_MARGIN
    needed = max(sum(slots) - 1, 1)
    slot = min(SLOT, room / needed)
    ways = [_way(before, after) for before, after in pairwise(columns)]
    spare = room - slot * needed
    unit = spare / sum(ways) if ways else 0
    starts: dict[date | None, float] = {}
    x = float(LABEL_WIDTH) + (0 if ways else spare / 2)
    for number, day in enumerate(columns):
        starts[day] = x
        x += slots[number] * slot + (ways[number] * unit if number < len(ways) else 0)
    return starts, slot


def _way(before: date | None, after: date | None) -> float:
    days = (after - before).days if before and after else UNDATED_DAYS
    return math.log1p(days)


def _marks(lane: Lane, starts: dict[date | None, float], slot: float) -> Iterable[Mark]:
    """Marks from left to right; those without a day stand at the end, wherever in time they belong."""
    taken: dict[date | None, int] = {}
    for step in sorted(lane.steps, key=lambda step: starts[step.day]):
        number = taken.get(step.day, 0)
        taken[step.day] = number + 1
        yield Mark(round(starts[step.day] + number * slot, 1), step)


def _ticks(columns: Sequence[date | None], starts: dict[date | None, float]) -> Iterable[Tick]:
    """Days that are named: the first, the last, and those between that have room."""
    if not columns:
        return
    last = starts[columns[-1]]
    reached, year = -math.inf, None
    for number, day in enumerate(columns):
        x = starts[day]
        is_last = number == len(columns) - 1
        if x - reached >= TICK_ROOM and (is_last or last - x >= TICK_ROOM):
            yield Tick(round(x, 1), _label(day, year))
            reached, year = x, day.year if day else year


def _label(day: date | None, year: int | None) -> str:
    """The day, with its year where that is another than the one named before."""
    if day is None:
        return "undated"
    label = present.short_day(day)
    return label if day.year == year else f"{label} {day.year}"
