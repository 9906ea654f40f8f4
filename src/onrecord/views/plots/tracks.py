"""Positions over time as lanes: each mark a statement, its height and shape the side it takes; a change is a step.

Places along a lane are hundredths of its width and heights are pixels, so that one drawing fits a phone, a wide screen and a
printed page without a script. Days stand in order; the way between two grows with the logarithm of the days between them,
so that a year before the affair takes no more room than the week of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from onrecord.views import present
from onrecord.vocabulary import Side

HEIGHTS = {Side.AFFIRMS: 11, Side.UNSURE: 26, Side.DECLINES: 26, Side.DENIES: 41}
LANE_HEIGHT = 52
LEFT, RIGHT = 2.5, 97.5
SLOT = 2.0
"""From one mark of a day to the next, where there is room: a little more than the width of a mark on a wide screen."""

SLOTS_SHARE = 0.5
"""How much of a lane the slots may take; the rest is the time that passes."""

TOGETHER = 1.2
"""Marks of a side in a row that stand nearer than this are one: about the width of a mark."""

CHARACTER = 1.75
"""How much of a lane a character of a named day takes, where lanes are narrow: on a phone and on paper."""

NEAR_THE_EDGE = 8.0
"""The name of a day nearer to an edge than this stands on the side that has room, else about its day."""

UNDATED_DAYS = 10
"""How far after the last day those marks stand that have none."""

MOST_MARKS = 36
MOST_ON_ALL = 260
"""Marks on all lanes of a drawing: with more, a page with fourteen full lanes would weigh more than all else on it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One statement on a lane. day: None where neither it nor its article has one; is_dated: it is the day it was said.

    address: where it leads; None for nowhere.
    """

    day: date | None
    side: Side
    address: str | None
    label: str
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """Who or what a lane is of, and the points on it in the order of time."""

    label: str
    address: str | None
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point where it is drawn. times: how many points stand there together; until: the last of their days."""

    point: Point
    x: float
    y: int
    times: int = 1
    until: date | None = None

    @property
    def label(self) -> str:
        """What it says, and that there are more."""
        if self.times == 1:
            return self.point.label
        until = f" to {present.day_label(self.until.isoformat())}" if self.until not in (None, self.point.day) else ""
        return f"{self.point.label}{until}: {self.times} statements"


@dataclass(frozen=True, slots=True)
class Line:
    """A level stretch or a step between two marks."""

    x1: float
    y1: int
    x2: float
    y2: int
    is_step: bool


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane with its marks in their places; left_out: marks that had no room."""

    label: str
    address: str | None
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    left_out: int = 0

    @property
    def summary(self) -> str:
        """The lane in words."""
        return f"{self.label}: {'; '.join(mark.label for mark in self.marks)}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named on the axis."""

    x: float
    label: str

    @property
    def anchor(self) -> str:
        """Which part of the label stands at x, in SVG's words."""
        return "start" if self.x < NEAR_THE_EDGE else "end" if self.x > 100 - NEAR_THE_EDGE else "middle"

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where the label goes."""
        width = len(self.label) * CHARACTER
        start = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return start, start + width


@dataclass(frozen=True, slots=True)
class TrackPlot:
    """All lanes over one axis."""

    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    height: int = LANE_HEIGHT


def plot_tracks(lanes: Iterable[Lane]) -> TrackPlot:
    """Put every point in its place. Lanes stand from above in the order given; those without points are left out."""
    kept = [(lane, _runs(lane.points)) for lane in lanes if lane.points]
    days = sorted({point.day for lane, _ in kept for point in lane.points if point.day})
    is_undated = any(point.day is None for lane, _ in kept for point in lane.points)
    columns: list[date | None] = [*days, *([None] if is_undated else [])]
    axis = _axis(columns, [max(len(runs.get(day, ())) for _, runs in kept) for day in columns])
    marks = [_marks(runs, axis) for _, runs in kept]
    most = _most(list(map(len, marks)))
    drawn = tuple(_drawn(lane, each, most) for (lane, _), each in zip(kept, marks, strict=True))
    return TrackPlot(drawn, tuple(_ticks(columns, axis.starts)))


# --- the axis of days ---


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where each day begins, and how far apart the marks of one day stand."""

    starts: Mapping[date | None, float]
    slot: float


def _axis(columns: Sequence[date | None], slots: Sequence[int]) -> _Axis:
    """Each day takes the room that its marks need, and as much after it as the logarithm of the days that pass."""
    room = RIGHT - LEFT
    needed = max(sum(slots) - 1, 1)
    ways = [_way(before, after) for before, after in pairwise(columns)]
    slot = min(SLOT, room * SLOTS_SHARE / needed)
    spare = room - slot * needed
    unit = spare / sum(ways) if ways else 0
    starts: dict[date | None, float] = {}
    x = LEFT if ways else LEFT + spare / 2
    for number, day in enumerate(columns):
        starts[day] = x
        x += slots[number] * slot + (ways[number] * unit if number < len(ways) else 0)
    return _Axis(starts, slot)


def _way(before: date | None, after: date | None) -> float:
    return math.log1p((after - before).days if before and after else UNDATED_DAYS)


def _ticks(columns: Sequence[date | None], starts: Mapping[date | None, float]) -> Iterator[Tick]:
    """Days that are named: the first, the last, and those between that have room; the year where it is another."""
    if not columns:
        return
    *before, last = columns
    reached, year = -math.inf, None
    # The room of the last is kept free as if it had its year: whether it has hangs on those before it.
    kept_free = Tick(starts[last], _tick_label(last, None)).reach[0]
    for day in before:
        tick = Tick(round(starts[day], 2), _tick_label(day, year))
        begin, end = tick.reach
        if begin - reached >= CHARACTER and kept_free - end >= CHARACTER:
            yield tick
            reached, year = end, day.year if day else year
    tick = Tick(round(starts[last], 2), _tick_label(last, year))
    if tick.reach[0] - reached >= CHARACTER:
        yield tick


def _tick_label(day: date | None, year: int | None) -> str:
    if day is None:
        return "undated"
    label = present.short_day(day)
    return label if day.year == year else f"{label} {day.year}"


# --- a lane ---

_Runs = Mapping[date | None, Sequence[Sequence[Point]]]
"""By day, points in a row that take one side."""


def _runs(points: Sequence[Point]) -> _Runs:
    """Those without a day come last, wherever in time they belong."""
    ordered = sorted(points, key=lambda point: (point.day is None, point.day or date.min))
    by_day = groupby(ordered, key=lambda point: point.day)
    return {day: [list(run) for _, run in groupby(on, key=lambda point: point.side)] for day, on in by_day}


def _most(numbers: Sequence[int]) -> int:
    """How many marks a lane may have, that all together have no more than MOST_ON_ALL: full lanes share what others leave."""
    most, left = MOST_MARKS, MOST_ON_ALL
    for place, number in enumerate(sorted(numbers)):
        share = left // (len(numbers) - place)
        if number > share:
            return min(most, max(share, 1))
        left -= number
    return most


def _drawn(lane: Lane, marks: Sequence[Mark], most: int) -> DrawnLane:
    """A lane with at most so many marks: where sides change all the time, the rest would hide one another anyway."""
    kept = marks if len(marks) <= most else [marks[n * len(marks) // most] for n in range(most)]
    return DrawnLane(lane.label, lane.address, tuple(kept), tuple(_lines(kept)), len(marks) - len(kept))


def _marks(runs: _Runs, axis: _Axis) -> list[Mark]:
    """Marks in the order of time. Runs of one side that would lie on one another are one mark."""
    marks: list[Mark] = []
    for day, of_day in runs.items():
        for number, run in enumerate(of_day):
            x = round(axis.starts[day] + number * axis.slot, 2)
            mark = Mark(run[0], x, HEIGHTS[run[0].side], len(run), day)
            last = marks[-1] if marks else None
            if last and last.point.side is mark.point.side and x - last.x < TOGETHER and day is not None:
                marks[-1] = replace(last, times=last.times + mark.times, until=day)
            else:
                marks.append(mark)
    return marks


def _lines(marks: Sequence[Mark]) -> Iterator[Line]:
    for before, after in pairwise(marks):
        if before.x != after.x:
            yield Line(before.x, before.y, after.x, before.y, is_step=False)
        if before.y != after.y:
            yield Line(after.x, before.y, after.x, after.y, is_step=True)
