"""Positions over time as lanes: each mark a statement, its height and shape the side it takes; a change is a step.

Places along a lane are percentages, so that the drawing fits any width without a script; heights are pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from onrecord.vocabulary import Side

HEIGHTS = {Side.AFFIRMS: 11, Side.UNSURE: 26, Side.DECLINES: 26, Side.DENIES: 41}
LANE_HEIGHT = 52
MARK_WIDTH = 12
LEFT, RIGHT = 2.5, 97.5
MOST_TICKS = 6
TOGETHER = 1.2
"""Marks of a side that stand nearer than this, in hundredths of the lane, are one: about the width of a mark."""

MOST_MARKS = 36
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Point:
    """One statement on a lane. is_dated: the day is that on which it was said, not that of the article."""

    day: date
    side: Side
    address: str
    label: str
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A point where it is drawn; shift: pixels to the right, past another of the same day and height.

    times: how many points stand there together. until: the last of their days.
    """

    point: Point
    x: float
    y: int
    shift: int = 0
    times: int = 1
    until: date | None = None

    @property
    def label(self) -> str:
        """What it says, and that there are more."""
        if self.times == 1:
            return self.point.label
        until = f" to {self.until}" if self.until not in (None, self.point.day) else ""
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
class Lane:
    """Who or what the lane is of, and what is on it; left_out: marks that had no room."""

    label: str
    address: str
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    left_out: int = 0

    @property
    def summary(self) -> str:
        """The lane in words."""
        told = "; ".join(f"{mark.label}" for mark in self.marks)
        return f"{self.label}: {told}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Tracks:
    """All lanes over one axis."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int = LANE_HEIGHT


def draw(lanes: Iterable[tuple[str, str, Sequence[Point]]]) -> Tracks:
    """Lanes (label, address, points in the order of time) over the days from the first point to the last."""
    kept = [(label, address, points) for label, address, points in lanes if points]
    days = [point.day for _, _, points in kept for point in points]
    if not days:
        return Tracks((), ())
    first, last = min(days), max(days)
    place = _scale(first, last)
    drawn = tuple(_lane(label, address, _marks(points, place)) for label, address, points in kept)
    return Tracks(drawn, tuple(Tick(place(day), label) for day, label in _ticks(first, last)))


def _lane(label: str, address: str, marks: Sequence[Mark]) -> Lane:
    """A lane with at most so many marks: where sides change all the time, the rest would hide one another anyway."""
    kept = marks if len(marks) <= MOST_MARKS else [marks[n * len(marks) // MOST_MARKS] for n in range(MOST_MARKS)]
    return Lane(label, address, tuple(kept), _lines(kept), len(marks) - len(kept))


def _scale(first: date, last: date) -> Callable[[date], float]:
    days = (last - first).days

    def place(day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - first).days / days, 2) if days else 50.0

    return place


def _marks(points: Sequence[Point], place: Callable[[date], float]) -> tuple[Mark, ...]:
    """Marks in the order of time. Points of one side in a row that would lie on one another are one mark."""
    marks: list[Mark] = []
    for point in points:
        x, y = place(point.day), HEIGHTS[point.side]
        last = marks[-1] if marks else None
        if last and last.point.side is point.side and x - last.x < TOGETHER:
            marks[-1] = replace(last, times=last.times + 1, until=point.day)
        else:
            marks.append(Mark(point, x, y, until=point.day))
    seen: Counter[tuple[float, int]] = Counter()
    shifted = []
    for mark in marks:
        # On the right edge what shares a place is put side by side to the left, so that it stays in the picture.
        direction = -1 if mark.x > (LEFT + RIGHT) / 2 else 1
        shifted.append(replace(mark, shift=direction * MARK_WIDTH * seen[mark.x, mark.y]))
        seen[mark.x, mark.y] += 1
    return tuple(shifted)


def _lines(marks: Sequence[Mark]) -> tuple[Line, ...]:
    lines = []
    for before, after in pairwise(marks):
        if before.x != after.x:
            lines.append(Line(before.x, before.y, after.x, before.y, is_step=False))
        if before.y != after.y:
            lines.append(Line(after.x, before.y, after.x, after.y, is_step=True))
    return tuple(lines)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Days to name: round ones, no more than MOST_TICKS, the year wherever it is new."""
    span = (last - first).days
    if span <= MOST_TICKS:
        days = [first + timedelta(days=n) for n in range(span + 1)]
    elif span <= 45:
        step = -(-span // (MOST_TICKS - 1))
        days = [first + timedelta(days=n) for n in range(0, span + 1, step)]
    else:
        days = _months(first, last)
    labels, year = [], None
    for day in days:
        month = _MONTHS[day.month - 1]
        label = f"{day.day} {month}" if span <= 45 else month
        labels.append((day, f"{label} {day.year}" if day.year != year else label))
        year = day.year
    return labels


def _months(first: date, last: date) -> list[date]:
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 600, 10_000) if months // s < MOST_TICKS)
    begin = first.year * 12 + first.month - 1
    begin += -begin % step if step > 1 else 0
    found = [date(n // 12, n % 12 + 1, 1) for n in range(begin, last.year * 12 + last.month, step)]
    return [day for day in found if first <= day <= last] or [first]
