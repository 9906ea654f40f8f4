"""Months and days that belong together, so that one says which year the other is of: "between May and July 1987"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD, BEHIND
from onrecord.attribution.when.grammar import Scene

_JOINT = r" ?(?:-|/|to|through|until|till|and|or|,) ?(?:the )?(?:early |mid-|late )?"
_DAY = r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\b)"
_OTHER = re.compile(
    rf"(?:(?:,| and|, and) {w.MONTH}(?: [0-9]{{1,2}}\b)?){{0,3}}(?P<joint>{_JOINT})"
    rf"(?P<month>{w.MONTH})(?: {_DAY})?"
    rf"(?:,? (?:of |in )?(?P<year>{w.YEAR_IN_FIGURES})\b(?!,[0-9]| ?%)|,? (?:of )?(?P<relative>this|last|next) year\b)?"
)


_SOON = 3
"""Months."""


@dataclass(frozen=True, slots=True)
class Other:
    """The month or day that follows and belongs to it. year: as far as it is named. is_end: the two are a range."""

    month: int
    day: int
    year: int | None
    is_end: bool

    def year_of(self, which: int, at: int = 0) -> int | None:
        """The year of a month or day that does not come after this one."""
        if self.year is None:
            return None
        return self.year - ((which, at) > (self.month, self.day if at else 0))


def other_of(scene: Scene) -> Other | None:
    """What follows right behind: "July 1987" for "May" in "between May and July 1987"."""
    found = _OTHER.match(scene.folded, scene.end)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None
    if found["relative"] and scene.published:
        year = scene.published.year + {"last": -1, "this": 0, "next": 1}[found["relative"]]
    joint = found["joint"].strip()
    is_end = joint.startswith(("-", "/", "to", "through", "until", "till"))
    is_end = is_end or (joint.startswith("and") and scene.before(20).endswith("between "))
    return Other(w.month_number(found["month"]), int(found["day"] or 0), year, is_end)


def year_not_before(first: date, which: int, at: int = 0) -> int:
    """The year of a month, or of a day of it, that does not come before another."""
    return first.year + ((which, at) < (first.month, first.day if at else 0))


def year_of_range(first: int, last: int, here: date, scene: Scene) -> int:
    """The year in which a range of months begins: the one that runs, else the nearest; the last that is over where verbs say so.

    A verb of the past does not push back a range that soon begins: "sold for shipment from April to June".
    """
    length, at = (last - first) % 12, 12 * here.year + here.month
    begins = {here.year + offset: 12 * (here.year + offset) + first for offset in (-2, -1, 0, 1)}
    is_soon = any(0 <= begin - at < _SOON for begin in begins.values())
    if scene.direction == BEHIND and (scene.is_just_told or not is_soon):
        return max(number for number, begin in begins.items() if begin + length <= at)
    if scene.direction == AHEAD:
        return min(number for number, begin in begins.items() if begin + length >= at)
    return min(begins, key=lambda number: max(0, begins[number] - at, at - begins[number] - length))
