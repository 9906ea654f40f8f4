"""Days of the calendar: "Dec. 29, 2016", "the 4th of March", "2017-02-10", "the first Friday of July"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD, BEHIND
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said, timed
from onrecord.attribution.when.ranges import other_of, year_not_before
from onrecord.attribution.when.rules.clock import ABOUT, CLOCK, clock_of
from onrecord.attribution.when.values import (
    Anchor,
    Days,
    Meaning,
    TimexType,
    around,
    calendar_day,
    day,
    month,
    shifted,
    week,
    weekend,
)

_YEAR = rf"(?:,? (?:of |in )?(?P<year>{w.YEAR}|1[0-4][0-9]{{2}})|,? (?:of )?(?P<relative_year>this|last|next) year)?"
_TO = r"(?:(?: ?- ?| to | through )(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?"
_WEEKDAY = (
    rf"(?:(?:this (?:coming |past )?)?(?P<weekday>{w.FULL_WEEKDAY}|{w.SHORT_WEEKDAY}\.?)"
    r"(?: (?P<part_of_day>morning|afternoon|evening|night))?,? (?:the )?)?"
)
_RELATIVE = r"(?:(?P<relative>last|next|this|this past|this coming|each|every) )?"
_NO_MORE_FIGURES = r"(?![0-9]|,[0-9]|\.[0-9]|:[0-9]| ?%| percent| per cent| pct| (?:million|billion|points))"


_TOO_FAR = 300
"""Days ahead from which on a day is the one just past, whatever verb is near."""

_NEAR = 100
"""Days ahead up to which a verb of the past, unless it is right in front, does not push a day a year back (dev part)."""


def figures(match: Match, scene: Scene) -> Meaning | None:
    """2017-02-10, 10/2/2017: the year first, or the month before the day unless there is no such month."""
    number, first, second = w.year_number(match["year"]), int(match["first"]), int(match["second"])
    days = calendar_day(number, first, second) or calendar_day(number, second, first)
    return named(days)


def month_and_day(match: Match, scene: Scene) -> Meaning | None:
    """A day of a month; without a year the nearest in time, unless a word or a verb says otherwise."""
    which, at = w.month_number(match["month"]), w.ordinal(match["day"])
    if not 1 <= at <= 31:
        return None
    number = _year_of(match, scene, which, at)
    anchor = Anchor.NONE if said(match, "year") else Anchor.PUBLICATION
    if number is None:
        return open_date(f"XXXX-{which:02d}-{at:02d}", anchor, edge_of(match))
    days = calendar_day(number, which, at)
    if days is None:
        return None
    last = calendar_day(number, which, int(said(match, "last") or 0))
    if last and last.start > days.start:
        return named(Days(days.start, last.end, "span"), anchor, edge_of(match))
    return timed(days, said(match, "part_of_day"), "", anchor, edge_of(match))


def _year_of(match: Match, scene: Scene, which: int, at: int) -> int | None:
    here, relative = scene.published, said(match, "relative")
    if said(match, "year"):
        return w.year_number(said(match, "year"))
    if here is None:
        return None
    if of := said(match, "relative_year"):
        return here.year + {"last": -1, "this": 0, "next": 1}[of]
    behind = here.year - ((which, at) > (here.month, here.day))
    ahead = here.year + ((which, at) < (here.month, here.day))
    if relative in ("last", "next"):
        return behind if relative == "last" else ahead
    if which == 2 and at == 29:
        return max(number for number in range(ahead - 8, ahead + 1) if calendar.isleap(number))
    if said(match, "weekday") and (number := _with_weekday(here, which, at, w.weekday_number(match["weekday"]))):
        return number
    if (other := other_of(scene)) and (number := other.year_of(which, at)):
        return number
    if (begun := scene.range_begun) and begun.granularity in ("day", "month"):
        return year_not_before(begun.start, which, at)
    days_ahead = (date(ahead, which, min(at, 28)) - here).days
    is_near = days_ahead < 183
    if scene.is_effective:
        return ahead if is_near else behind
    if scene.direction == AHEAD and days_ahead < _TOO_FAR and not scene.is_filled_in:
        return ahead
    if scene.is_filled_in or (scene.direction == BEHIND and (days_ahead > _NEAR or scene.is_just_told)):
        return behind
    return ahead if is_near else behind


def _with_weekday(here: date, which: int, at: int, weekday: int) -> int | None:
    """The year nearest to publication in which the day has this weekday, of those that news would leave out."""
    for number in (here.year, here.year - 1, here.year + 1):
        days = calendar_day(number, which, at)
        if days and days.start.weekday() == weekday:
            return number
    return None


def further_day(match: Match, scene: Scene) -> Meaning | None:
    """May 3 and 4, Oct. 3, 4 and 5: a day of the month just named."""
    if scene.previous is None or scene.previous.granularity != "day" or not _DAY_BEFORE.search(scene.before(40)):
        return None
    base, at = scene.previous.start, int(match["day"])
    return named(calendar_day(base.year, base.month, at), Anchor.PREVIOUS) if at > base.day else None


_DAY_BEFORE = re.compile(rf"\b{w.MONTH} [0-9]{{1,2}}(?:, [0-9]{{1,2}})*(?:,? and|,) $")


def clock_and_day(match: Match, scene: Scene) -> Meaning | None:
    """A time of the clock on a day of a month."""
    meaning, at = month_and_day(match, scene), clock_of(match)
    if meaning is None or not at:
        return None
    return timed(meaning.days, at, meaning.value, meaning.anchor)


def day_number(match: Match, scene: Scene) -> Meaning | None:
    """The 15th, Friday the 13th: of the month that the text named last, else of the month of publication."""
    at, base = w.ordinal(match["day"]), scene.previous.start if scene.previous else scene.published
    anchor = Anchor.PREVIOUS if scene.previous else Anchor.PUBLICATION
    if base is None or not 1 <= at <= 31:
        return None
    if said(match, "of"):
        if scene.published is None:
            return None
        moved = shifted(scene.published, {"last": -1, "next": 1}.get(match["of"].split()[0], 0), "month")
        return named(calendar_day(moved.year, moved.month, at), Anchor.PUBLICATION) if moved else None
    return named(calendar_day(base.year, base.month, at), anchor)


def nth_weekday(match: Match, scene: Scene) -> Meaning | None:
    """The first Friday of July, the last Monday of the month."""
    if said(match, "relative") in ("each", "every"):
        return Meaning(TimexType.SET, "P1M")
    of = _month_meant(match, scene, scene.published) if scene.published else None
    if of is None:
        return None
    weekday = w.weekday_number(match["weekday"])
    first = of.start + timedelta(days=(weekday - of.start.weekday()) % 7)
    days = [first + timedelta(days=7 * n) for n in range(5) if first + timedelta(days=7 * n) <= of.end]
    which = -1 if match["which"] == "last" else w.ordinal(match["which"]) - 1
    return named(day(days[which]), Anchor.PUBLICATION) if which < len(days) else None


def _month_meant(match: Match, scene: Scene, here: date) -> Days | None:
    if name := said(match, "month"):
        which = w.month_number(name)
        if year := said(match, "year"):
            return month(w.year_number(year), which)
        return month(
            here.year - (which > here.month) if scene.direction == BEHIND else here.year + (which < here.month), which
        )
    offset = {"last": -1, "previous": -1, "the previous": -1, "next": 1}.get(said(match, "relative"), 0)
    moved = shifted(here, offset, "month")
    return around(moved, "month") if moved else None


def week_of(match: Match, scene: Scene) -> Meaning | None:
    """The week or the weekend of a day: "the week of March 6"."""
    meaning = month_and_day(match, scene)
    if meaning is None or meaning.days is None:
        return meaning
    around_it = weekend if match["unit"] == "weekend" else week
    return named(around_it(meaning.days.start), meaning.anchor)


_DAY_NAME = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{w.ORDINAL_IN_WORDS})"
_MONTH_DAY = rf"(?P<month>{w.MONTH})(?:,|(?<!\.)\.)? (?:the )?(?P<day>{_DAY_NAME}){_TO}{_NO_MORE_FIGURES}{_YEAR}"
_DAY_MONTH = rf"(?P<day>{_DAY_NAME}){_TO}\.? (?:of |day of )?(?P<month>{w.MONTH})(?! [0-9]{{1,2}}\b){_YEAR}"
_WEEK_OF = r"(?:the )?(?P<unit>week|weekend) (?:of|ended|ending|beginning|starting|commencing)(?: on)?"
_AT = r",? (?:at |around |about |by )?"
_NOT_AFTER_FIGURES = r"(?<![$£€.,:/-])"

FAMILY = family(
    rf"[0-9]{{4}}[-/.][0-9]|[0-9][-/.][0-9]{{2}}|\b{w.MONTH}|\b(?:{w.ORDINAL}|month)\b",
    rule(
        "figures",
        rf"{_NOT_AFTER_FIGURES}(?:(?P<year>{w.YEAR})(?P<mark>[-/.])(?P<first>[0-9]{{1,2}})(?P=mark)(?P<second>[0-9]{{1,2}}))(?=t[0-9]|[^\w/-]|$)",
        figures,
    ),
    rule(
        "figures-year-last",
        rf"{_NOT_AFTER_FIGURES}(?P<first>[0-9]{{1,2}})(?P<mark>[-/.])(?P<second>[0-9]{{1,2}})(?P=mark)(?P<year>{w.YEAR}|[0-9]{{2}})(?![/-])",
        figures,
    ),
    rule(
        "day-month-dashes",
        rf"(?P<day>[0-9]{{1,2}})[-/](?P<month>{w.MONTH})[-/](?P<year>{w.YEAR_IN_FIGURES})",
        month_and_day,
    ),
    rule(
        "year-month-dashes",
        rf"(?P<year>{w.YEAR_IN_FIGURES})[-/](?P<month>{w.MONTH})[-/](?P<day>[0-9]{{1,2}})",
        month_and_day,
    ),
    rule("week-of", rf"{_WEEK_OF} {_WEEKDAY}{_RELATIVE}{_MONTH_DAY}", week_of),
    rule("week-of-day-month", rf"{_WEEK_OF} {_WEEKDAY}{_RELATIVE}(?:the )?{_DAY_MONTH}", week_of),
    rule("month-day", rf"{EDGE}{_WEEKDAY}{_RELATIVE}{_MONTH_DAY}", month_and_day),
    rule("day-month", rf"{EDGE}{_WEEKDAY}{_RELATIVE}(?:the )?{_DAY_MONTH}", month_and_day),
    rule("further-day", rf"(?P<day>[0-9]{{1,2}}){_NO_MORE_FIGURES}(?! [a-z]+s\b)", further_day),
    rule("clock-month-day", rf"{ABOUT}{CLOCK},?(?: on)? {_WEEKDAY}{_RELATIVE}{_MONTH_DAY}", clock_and_day),
    rule("clock-day-month", rf"{ABOUT}{CLOCK},?(?: on)? {_WEEKDAY}{_RELATIVE}(?:the )?{_DAY_MONTH}", clock_and_day),
    rule("month-day-clock", rf"{_WEEKDAY}{_RELATIVE}{_MONTH_DAY}{_AT}{CLOCK}", clock_and_day),
    rule("day-month-clock", rf"{_WEEKDAY}{_RELATIVE}(?:the )?{_DAY_MONTH}{_AT}{CLOCK}", clock_and_day),
    rule(
        "day-number",
        rf"(?:the )?(?P<day>{w.ORDINAL}) (?:day )?of (?P<of>(?:this|last|next|the) month)",
        day_number,
    ),
    rule(
        "day-number-alone",
        rf"(?:{w.FULL_WEEKDAY},? )?the (?P<day>[0-9]{{1,2}}(?:st|nd|rd|th))"
        r"(?:(?: of the month)?(?=[.,;:?!]| ?$|\n| (?:at|when|and|he|she|they|we|i)\b))",
        day_number,
    ),
    rule(
        "on-day-number",
        r"(?<=on[ ])the (?P<day>[0-9]{1,2}(?:st|nd|rd|th))"
        r"(?= (?:that|to|by|for|from|but|as|with|after|before|saying|the|an?|his|her|its|their)\b)",
        day_number,
    ),
    rule(
        "nth-weekday",
        r"(?:the )?(?P<which>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) "
        rf"(?P<weekday>{w.FULL_WEEKDAY}) (?:of|in) (?:(?P<month>{w.MONTH})(?:,? (?:of )?(?P<year>{w.YEAR}))?"
        r"|(?P<relative>this|last|next|the|previous|the previous|each|every) month)",
        nth_weekday,
    ),
)
