"""What a time expression means: a TIMEX3 type and value (ISO-TimeML, Pustejovsky et al. 2010), and its days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onrecord.vocabulary import Span


class TimexType(StrEnum):
    """Types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What an expression is reckoned from."""

    NONE = "none"  # says everything itself: "Dec. 29, 2016"
    PUBLICATION = "publication"  # "last month"
    PREVIOUS = "previous"  # what the text named last: "a day later", "that year"
    EVENT = "event"  # something told that has no day of its own: "days before the inauguration"; stays unresolved


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both inclusive, as exact as the words are.

    granularity: time, day, weekend, week, month, quarter, season, half, year, decade, century, or span for what has
    no name of its own.
    """

    start: date
    end: date
    granularity: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"days end when they have begun or later, found {self.start} to {self.end}")

    def is_as_exact_as(self, unit: str) -> bool:
        """Whether units of this size can be counted from it. A span begins on a day that is known."""
        return _COARSENESS.get(self.granularity, 0) <= _COARSENESS.get(unit, 0)

    def contains(self, other: Days) -> bool:
        """Whether every day of `other` is one of these."""
        return self.start <= other.start and other.end <= self.end


_COARSENESS = {
    **dict.fromkeys(("week", "weekend", "fortnight"), 1),
    "month": 2,
    **dict.fromkeys(("quarter", "season", "half"), 3),
    "year": 4,
    "decade": 5,
    "century": 6,
}
"""What a granularity is in size; a day, and all that is smaller, is 0."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule makes of words.

    days: None where nothing says which ones. modifier: TIMEX3's mod (START, MID, END, APPROX, BEFORE, AFTER,
    MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS).
    """

    type: TimexType
    value: str
    days: Days | None = None
    anchor: Anchor = Anchor.NONE
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that name a time, and what they mean. rule: which of the grammar's rules read them."""

    span: Span
    meaning: Meaning
    rule: str


CALENDAR = range(1000, 2900)
"""The years that are reckoned with. What leads out of them has a value at most, and no days."""

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month, in the northern half's sense; a winter bears the year in which it begins."""

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14, "night": 1}


def day(at: date) -> Days:
    """One day."""
    return Days(at, at, "day")


def calendar_day(number: int, which: int, at: int) -> Days | None:
    """A day by its year, month and number; None where the calendar has no such day."""
    if number not in CALENDAR or not 1 <= which <= 12 or not 1 <= at <= calendar.monthrange(number, which)[1]:
        return None
    return day(date(number, which, at))


def week(at: date) -> Days:
    """The week of a day, Monday to Sunday."""
    monday = at - timedelta(days=at.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Days:
    """The Saturday and Sunday of a day's week."""
    sunday = week(at).end
    return Days(sunday - timedelta(days=1), sunday, "weekend")


def month(number: int, which: int) -> Days:
    """A month of a year, 1 to 12."""
    return Days(date(number, which, 1), date(number, which, calendar.monthrange(number, which)[1]), "month")


def quarter(number: int, which: int) -> Days:
    """A quarter of a year, 1 to 4."""
    return Days(month(number, 3 * which - 2).start, month(number, 3 * which).end, "quarter")


def half(number: int, which: int) -> Days:
    """A half of a year, 1 or 2."""
    return Days(month(number, 6 * which - 5).start, month(number, 6 * which).end, "half")


def season(number: int, code: str) -> Days:
    """A season (SP, SU, FA, WI) of a year."""
    first, last = _SEASON_MONTHS[code]
    return Days(month(number, first).start, month(number + (last < first), last).end, "season")


def year(number: int) -> Days:
    """A year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Days:
    """Ten years from `first` on."""
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(which: int) -> Days:
    """The 20th is 1901 to 2000."""
    return Days(date(100 * which - 99, 1, 1), date(100 * which, 12, 31), "century")


def value_of(days: Days) -> str:
    """The TIMEX3 value of days that have a name; from/to where they have none."""
    at, number = days.start, f"{days.start.year:04d}"
    match days.granularity:
        case "day" | "time":
            return at.isoformat()
        case "week" | "weekend":
            of_year, which, _ = at.isocalendar()
            return f"{of_year:04d}-W{which:02d}" + ("-WE" if days.granularity == "weekend" else "")
        case "month":
            return f"{number}-{at.month:02d}"
        case "quarter":
            return f"{number}-Q{(at.month + 2) // 3}"
        case "half":
            return f"{number}-H{1 if at.month < 7 else 2}"
        case "season":
            return f"{number}-" + next(code for code, (first, _) in _SEASON_MONTHS.items() if first == at.month)
        case "year":
            return number
        case "decade":
            return number[:3]
        case "century":
            return number[:2]
        case _:
            return f"{at.isoformat()}/{days.end.isoformat()}"


def shifted(at: date, count: int, unit: str) -> date | None:
    """The day so many units (see `around`) later, or earlier where negative, clamped to the ends of months.

    None where that leads out of `CALENDAR`.
    """
    if unit in _DAYS_IN:
        ordinal = at.toordinal() + count * _DAYS_IN[unit]
        moved = date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None
        return moved if moved and moved.year in CALENDAR else None
    months = at.year * 12 + at.month - 1 + count * _MONTHS_IN[unit]
    number, which = months // 12, months % 12 + 1
    if number not in CALENDAR:
        return None
    return date(number, which, min(at.day, calendar.monthrange(number, which)[1]))


def around(at: date, unit: str) -> Days:
    """The day, week, weekend, month, quarter, half, year, decade or century that holds a day."""
    match unit:
        case "week" | "fortnight":
            return week(at)
        case "weekend":
            return weekend(at)
        case "month":
            return month(at.year, at.month)
        case "quarter":
            return quarter(at.year, (at.month + 2) // 3)
        case "half":
            return half(at.year, 1 if at.month < 7 else 2)
        case "year":
            return year(at.year)
        case "decade":
            return decade(at.year // 10 * 10)
        case "century":
            return century((at.year - 1) // 100 + 1)
        case _:
            return day(at)
