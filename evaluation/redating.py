"""Other dates for a text: every day moves by the same number of whole weeks, so that weekdays stay right.

Days ("Jan. 18", "3rd of October", "Oct. 7 and 8", "2023-03-14"), months ("in March", "March 2023") and years near
our own are moved, in the style in which they are written. Seasons, holidays, days without a month ("the 14th") and
spelt-out ones are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rewriting import Edit

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
WRITTEN_OUT = frozenset({3, 4, 5, 6, 7})  # months that news agencies never shorten
FEW_DAYS = 3
NEAR_YEARS = range(1990, 2050)

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(SHORT)}|Sep)\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MORE = r"(?:(?P<joint>\ ?[-–—]\ ?|\ and\ |\ or\ |\ to\ )(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|\.\d))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
MONTH_FIRST = re.compile(rf"\b{_MONTH}\ {_DAY}\b(?![:%]|\.\d){_MORE}(?:,\ {_YEAR}\b)?", re.VERBOSE)
DAY_FIRST = re.compile(rf"\b{_DAY}\ (?P<of>of\ )?{_MONTH}(?!\w)(?:\ {_YEAR}\b)?", re.VERBOSE)
MONTH_AND_YEAR = re.compile(rf"\b{_MONTH}\ {_YEAR}\b", re.VERBOSE)
MONTH_ALONE = re.compile(
    rf"\b(?:in|since|until|last|next|this|by|of|early|late|during|before|after)\ {_MONTH}(?!\w)",
    re.VERBOSE | re.IGNORECASE,
)
YEAR_ALONE = re.compile(rf"(?<![\d,.$£€]){_YEAR}\b(?![,.]\d)", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Shift:
    """By how many days a story moves, and by how many years its years do."""

    days: int
    years: int

    def day(self, day: date) -> date:
        """The day that a day becomes."""
        return day + timedelta(self.days)

    def month(self, year: int, month: int) -> tuple[int, int]:
        """The year and month that a month becomes: that of its middle."""
        moved = self.day(date(year, month, 15))
        return moved.year, moved.month

    def value(self, value: str) -> str:
        """An ISO year, month, day, instant, or interval of these, moved."""
        if "/" in value:
            return "/".join(map(self.value, value.split("/")))
        if len(value) == 4:
            return str(int(value) + self.years)
        if len(value) == 7:
            return "{:04}-{:02}".format(*self.month(int(value[:4]), int(value[5:])))
        return self.day(date.fromisoformat(value[:10])).isoformat() + value[10:]


def find_shift(pairs: Iterable[tuple[str, str]], weeks_wanted: int) -> Shift:
    """The shift nearest to what is wanted that keeps the story whole.

    pairs: each date of the key with the publication date of its article. Years keep their distance ("last year"
    stays true), and what lay before publication does so still.
    """
    kept = list(pairs)
    nearest_first = sorted(range(-520, 521), key=lambda weeks: (abs(weeks - weeks_wanted), weeks))
    for weeks in nearest_first:
        if abs(weeks) < 4:
            continue
        for years in sorted(range(-11, 12), key=lambda years: abs(years - 7 * weeks / 365.25))[:2]:
            shift = Shift(7 * weeks, years)
            if all(_holds(shift, value, published) for value, published in kept):
                return shift
    raise ValueError("found no shift that keeps the dates of the story in order; expected one within ten years")


def _holds(shift: Shift, value: str, published: str) -> bool:
    moved, moved_published = shift.value(value), shift.value(published)
    years = all(
        int(after[:4]) == int(before[:4]) + shift.years
        for before, after in zip([*value.split("/"), published], [*moved.split("/"), moved_published], strict=True)
    )
    before = value.split("/")[0] <= published[: len(value.split("/")[0])]
    after = moved.split("/")[0] <= moved_published[: len(moved.split("/")[0])]
    places = abs(int(moved_published[8:10]) - int(published[8:10])) <= FEW_DAYS
    return years and places and before == after


def find_dates(text: str, shift: Shift, published: date) -> Iterator[Edit]:
    """Edits that move every date of an article. published: its own day, which tells the year of a bare "Jan. 18"."""
    is_agency_style = any(f"{name}. " in text for name in SHORT)  # which shortens most months, but only beside a day

    def beside_day(written: str, month: int) -> str:
        if is_agency_style and written in MONTHS and month not in WRITTEN_OUT:
            return f"{SHORT[month - 1]}."
        return _month_like(written, month)

    def moved_day(found: re.Match[str], day: str) -> date:
        year = found["year"]
        return shift.day(
            date(int(year), _number(found["month"]), int(day))
            if year
            else _nearest(_number(found["month"]), int(day), published)
        )

    for found in ISO_DAY.finditer(text):
        yield Edit(*found.span(), shift.value(found[0]))
    for found in MONTH_FIRST.finditer(text):
        first = moved_day(found, found["day"])
        new = f"{beside_day(found['month'], first.month)} {_like(found, 'day', first.day)}"
        if found["last"]:
            last = moved_day(found, found["last"])
            its_month = "" if last.month == first.month else f"{beside_day(found['month'], last.month)} "
            new += found["joint"] + its_month + _like(found, "last", last.day)
        yield Edit(*found.span(), new + (f", {first.year}" if found["year"] else ""))
    for found in DAY_FIRST.finditer(text):
        day = moved_day(found, found["day"])
        with_year = f" {day.year}" if found["year"] else ""
        with_month = (found["of"] or "") + beside_day(found["month"], day.month) + with_year
        yield Edit(*found.span(), f"{_like(found, 'day', day.day)} {with_month}")
    for found in MONTH_AND_YEAR.finditer(text):
        year, month = shift.month(int(found["year"]), _number(found["month"]))
        yield Edit(*found.span(), f"{_month_like(found['month'], month)} {year}")
    for found in MONTH_ALONE.finditer(text):
        if found["month"][0].isupper():
            nearest = _nearest(_number(found["month"]), 15, published)
            _, month = shift.month(nearest.year, nearest.month)
            yield Edit(*found.span("month"), _month_like(found["month"], month))
    for found in YEAR_ALONE.finditer(text):
        if int(found["year"]) in NEAR_YEARS:
            yield Edit(*found.span(), str(int(found["year"]) + shift.years))


def _month_like(written: str, month: int) -> str:
    """The name of a month, as long as the one that was written."""
    if written in MONTHS or (written.endswith(".") and month in WRITTEN_OUT):
        return MONTHS[month - 1]
    return SHORT[month - 1] + ("." if written.endswith(".") else "")


def _number(written: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3].lower() == written[:3].lower())


def _nearest(month: int, day: int, published: date) -> date:
    """The day of this name that lies nearest to publication."""
    days = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return min(days, key=lambda each: abs(each - published), default=published)


def _like(found: re.Match[str], group: str, day: int) -> str:
    """The number with an ending ("3rd") where the old one had one."""
    after = found.string[found.end(group) : found.end(group) + 2]
    if after not in {"st", "nd", "rd", "th"}:
        return str(day)
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"
