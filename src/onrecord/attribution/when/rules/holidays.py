"""Holidays and other days with a name, where a rule of the calendar gives their day: "last Thanksgiving", "Easter Monday"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD, BEHIND
from onrecord.attribution.when.grammar import Match, Scene, family, named, open_date, rule, said
from onrecord.attribution.when.values import Anchor, Meaning, day, month

OfYear = Callable[[int], date]


def _fixed(which: int, at: int) -> OfYear:
    return lambda number: date(number, which, at)


def _nth(which: int, weekday: int, count: int) -> OfYear:
    """The count-th such weekday (0 for Monday) of a month; counted from its end where negative."""

    def of_year(number: int) -> date:
        days = month(number, which)
        if count > 0:
            return days.start + timedelta(days=(weekday - days.start.weekday()) % 7 + 7 * (count - 1))
        return days.end - timedelta(days=(days.end.weekday() - weekday) % 7)

    return of_year


def _from(other: OfYear, days: int) -> OfYear:
    return lambda number: other(number) + timedelta(days=days)


def easter(number: int) -> date:
    """Easter Sunday of the western churches (Meeus, Jones, Butcher)."""
    golden, hundreds = number % 19, number // 100
    skipped = (hundreds - hundreds // 4 - (8 * hundreds + 13) // 25 + 19 * golden + 15) % 30
    moon = skipped - (skipped // 28) * (1 - (29 // (skipped + 1)) * ((21 - golden) // 11))
    sunday = moon - (number + number // 4 + moon + 2 - hundreds + hundreds // 4) % 7
    which = 3 + (sunday + 40) // 44
    return date(number, which, sunday + 28 - 31 * (which // 4))


_THANKSGIVING = _nth(11, 3, 4)
HOLIDAYS: dict[str, OfYear] = {
    **dict.fromkeys(("new year's eve", "new year eve"), _fixed(12, 31)),
    **dict.fromkeys(("new year's day", "new year's", "new year day"), _fixed(1, 1)),
    **dict.fromkeys(("martin luther king day", "martin luther king jr. day", "mlk day"), _nth(1, 0, 3)),
    "groundhog day": _fixed(2, 2),
    **dict.fromkeys(("valentine's day", "st. valentine's day"), _fixed(2, 14)),
    **dict.fromkeys(("presidents day", "presidents' day", "president's day", "washington's birthday"), _nth(2, 0, 3)),
    **dict.fromkeys(("st. patrick's day", "st patrick's day", "saint patrick's day"), _fixed(3, 17)),
    **dict.fromkeys(("april fools' day", "april fool's day", "april fools"), _fixed(4, 1)),
    "ash wednesday": _from(easter, -46),
    "palm sunday": _from(easter, -7),
    "good friday": _from(easter, -2),
    **dict.fromkeys(("easter sunday", "easter day", "easter"), easter),
    "easter monday": _from(easter, 1),
    "ascension day": _from(easter, 39),
    **dict.fromkeys(("pentecost", "whit sunday"), _from(easter, 49)),
    "whit monday": _from(easter, 50),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "father's day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    **dict.fromkeys(("independence day", "fourth of july", "4th of july"), _fixed(7, 4)),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    **dict.fromkeys(("columbus day", "indigenous peoples' day"), _nth(10, 0, 2)),
    **dict.fromkeys(("halloween", "hallowe'en"), _fixed(10, 31)),
    **dict.fromkeys(("guy fawkes night", "bonfire night"), _fixed(11, 5)),
    **dict.fromkeys(("veterans day", "veterans' day", "armistice day", "remembrance day"), _fixed(11, 11)),
    **dict.fromkeys(("thanksgiving", "thanksgiving day"), _THANKSGIVING),
    "black friday": _from(_THANKSGIVING, 1),
    "cyber monday": _from(_THANKSGIVING, 4),
    "election day": _from(_nth(11, 0, 1), 1),
    "christmas eve": _fixed(12, 24),
    **dict.fromkeys(("christmas", "christmas day", "xmas"), _fixed(12, 25)),
    "boxing day": _fixed(12, 26),
}


def holiday(match: Match, scene: Scene) -> Meaning | None:
    """A holiday: the nearest in time, unless a word or a clear verb says otherwise."""
    if scene.text[match.start("name")].islower() and scene.before(4).endswith((" a ", " of ")):
        return None  # "a thanksgiving service"
    of_year, relative, here = HOLIDAYS[said(match, "name")], said(match, "relative"), scene.published
    if match["year"]:
        return named(day(of_year(w.year_number(said(match, "year")))))
    if here is None:
        at = of_year(2001)
        is_fixed = at == of_year(2002).replace(year=2001)
        return open_date(f"XXXX-{at.month:02d}-{at.day:02d}" if is_fixed else f"XXXX-{at.month:02d}")
    if of := said(match, "of"):
        return named(day(of_year(here.year + {"last": -1, "this": 0, "next": 1}[of])), Anchor.PUBLICATION)
    if said(match, "name") == "election day" and (voting := _near_election(of_year, here)):
        return named(day(voting), Anchor.PUBLICATION)
    ahead = next(of_year(n) for n in (here.year, here.year + 1) if of_year(n) >= here)
    behind = next(of_year(n) for n in (here.year, here.year - 1) if of_year(n) <= here)
    if relative == "last":
        is_ahead = False
    elif relative in ("next", "this coming"):
        is_ahead = True
    elif relative == "this":
        return named(day(of_year(here.year)), Anchor.PUBLICATION)
    elif scene.direction == BEHIND:
        is_ahead = (ahead - here).days < 30
    else:
        is_ahead = scene.direction == AHEAD or ahead - here < here - behind
    return named(day(ahead if is_ahead else behind), Anchor.PUBLICATION)


def _near_election(of_year: OfYear, here: date) -> date | None:
    """The day of an even year's election that is nearest, unless one of an odd year is near."""
    if abs((of_year(here.year) - here).days) < _NEAR_ELECTION:
        return of_year(here.year)
    even = here.year + here.year % 2
    return min((of_year(even), of_year(even - 2)), key=lambda at: abs((at - here).days))


_NEAR_ELECTION = 30
"""Days around an election in which no other is meant."""

_LAST_WORDS = w.one_of({name.split()[-1] for name in HOLIDAYS})

FAMILY = family(
    rf"\b{_LAST_WORDS}\b",
    rule(
        "holiday",
        rf"(?:(?P<relative>last|next|this|this coming) )?(?P<name>{w.one_of(name.replace('.', '[.]?') for name in HOLIDAYS)})"
        rf"(?:,? (?:of |in )?(?P<year>{w.YEAR})| (?:of )?(?P<of>last|this|next) year)?"
        r"(?! (?:island|trees?|carols?|cards?|presents?|shopping|decorations|lights|songs?|albums?|seals)\b)",
        holiday,
    ),
)
