"""What a time expression means: a TIMEX3 type and value (Pustejovsky et al. 2010, ISO-TimeML), and the days it covers."""

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

    NONE = "none"
    """Says everything itself: "Dec. 29, 2016"."""

    PUBLICATION = "publication"
    PREVIOUS = "previous"
    """What the text named last: "a day later", "that year"."""

    EVENT = "event"
    """Something told that has no day of its own: "days before the inauguration". Stays unresolved."""


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both inclusive, as exact as the words are.

    granularity: time, day, weekend, week, month, quarter, season, half, year, decade, century, or span for what has no name.
    """

    start: date
    end: date
    granularity: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule makes of words. days: None where nothing says which ones. modifier: as TIMEX3's mod (START, MID, END, APPROX, BEFORE, AFTER)."""

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


SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month, as newspapers of the northern half use the words; a winter bears the year in which it begins."""


def day(at: date, granularity: str = "day") -> Days:
    """One day."""
    return Days(at, at, granularity)


def month(year: int, number: int) -> Days:
    """A month of a year."""
    return Days(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Days:
    """A year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def quarter(number: int, which: int) -> Days:
    """A quarter of a year, 1 to 4."""
    return Days(month(number, 3 * which - 2).start, month(number, 3 * which).end, "quarter")


def half(number: int, which: int) -> Days:
    """A half of a year, 1 or 2."""
    return Days(month(number, 6 * which - 5).start, month(number, 6 * which).end, "half")


def season(number: int, code: str) -> Days:
    """A season (SP, SU, FA, WI) of a year."""
    first, last = SEASONS[code]
    return Days(month(number, first).start, month(number + (last < first), last).end, "season")


def week(at: date) -> Days:
    """The week of a day, Monday to Sunday."""
    monday = at - timedelta(days=at.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Days:
    """The Saturday and Sunday of a day's week."""
    sunday = week(at).end
    return Days(sunday - timedelta(days=1), sunday, "weekend")


def decade(first: int) -> Days:
    """Ten years from `first` on."""
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def value_of(days: Days) -> str:
    """The TIMEX3 value of days that have a name."""
    at = days.start
    match days.granularity:
        case "day":
            return at.isoformat()
        case "month":
            return f"{at:%Y-%m}"
        case "year":
            return f"{at:%Y}"
        case "quarter":
            return f"{at:%Y}-Q{(at.month + 2) // 3}"
        case "half":
            return f"{at:%Y}-H{1 if at.month < 7 else 2}"
        case "week":
            return "{0:04d}-W{1:02d}".format(*at.isocalendar())
        case "weekend":
            return "{0:04d}-W{1:02d}-WE".format(*at.isocalendar())
        case "season":
            return f"{at:%Y}-" + next(code for code, (first, _) in SEASONS.items() if first == at.month)
        case "decade":
            return f"{at.year // 10}X"
        case "century":
            return f"{at.year // 100:02d}"
        case _:
            return f"{at.isoformat()}/{days.end.isoformat()}"


def shifted(at: date, count: int, unit: str) -> date:
    """The day so many units (day, week, month, quarter, year, decade, century) later, or earlier where negative; clamped to month ends."""
    if unit in ("day", "week"):
        return at + timedelta(days=count * (7 if unit == "week" else 1))
    months = at.year * 12 + at.month - 1 + count * MONTHS_IN[unit]
    number, which = months // 12, months % 12 + 1
    return date(number, which, min(at.day, calendar.monthrange(number, which)[1]))


MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def around(at: date, unit: str) -> Days:
    """The day, week, month, quarter, year, decade or century that holds a day."""
    match unit:
        case "day":
            return day(at)
        case "week":
            return week(at)
        case "weekend":
            return weekend(at)
        case "month":
            return month(at.year, at.month)
        case "quarter":
            return quarter(at.year, (at.month + 2) // 3)
        case "year":
            return year(at.year)
        case "decade":
            return decade(at.year // 10 * 10)
        case _:
            first = (at.year - 1) // 100 * 100 + 1
            return Days(date(first, 1, 1), date(first + 99, 12, 31), "century")
