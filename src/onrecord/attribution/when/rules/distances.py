"""So far from somewhere: "two weeks ago", "a day later", "10 days from now", "days before the inauguration"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import Match, Scene, family, named, open_date, rule, said
from onrecord.attribution.when.rules.lengths import ABOUT, COUNT, about, count_of, length
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimexType, around, day, shifted

_COARSE = {
    "fortnight": "day",
    "night": "day",
    "weekend": "weekend",
    "season": "quarter",
    "decade": "year",
    "century": "year",
}
_DAYS_IN = {"week": 7, "fortnight": 14, "month": 30.4, "quarter": 91.3, "year": 365.25, "decade": 3652.5}


def moved(base: date, count: float, unit: str, sign: int) -> Days | None:
    """What lies so far from a day, no more exact than the unit: "two months ago" is a month."""
    if unit in ("second", "minute", "hour"):
        at = shifted(base, sign * int(count // {"second": 86400, "minute": 1440, "hour": 24}[unit]), "day")
        return day(at) if at else None
    if count != int(count) and unit in _DAYS_IN:
        at = shifted(base, round(sign * count * _DAYS_IN[unit]), "day")
        return around(at, "week" if unit == "week" else "day" if unit == "fortnight" else "month") if at else None
    at = shifted(base, sign * int(count), {"season": "quarter"}.get(unit, unit))
    return around(at, _COARSE.get(unit, unit)) if at else None


def _read(
    count: float | None, unit: str, sign: int, base: date | None, anchor: Anchor, modifier: str | None
) -> Meaning | None:
    if count is None:
        return open_date("PAST_REF" if sign < 0 else "FUTURE_REF", anchor, modifier)
    if base is None:
        return open_date("XXXX", anchor, modifier)
    return named(moved(base, count, unit, sign), anchor, modifier)


def from_publication(match: Match, scene: Scene) -> Meaning | None:
    """Two weeks ago, ten days from now. "A year ago" of a quarter that the text has named is that of the year before."""
    count, unit = count_of(match), w.unit_of(match["unit"])
    sign = -1 if said(match, "way").startswith(("ago", "back")) else 1
    if sign < 0 and count == 1 and unit == "year" and (quarter := _reported_quarter(scene)):
        return named(moved(quarter.start, 4, "quarter", -1), Anchor.PREVIOUS, about(match))
    return _read(count, unit, sign, scene.published, Anchor.PUBLICATION, about(match))


_REPORTED = re.compile(r"\b(?:quarter|(?:19|20)[0-9]{2} period)\b[^.;!?]*$")


def _reported_quarter(scene: Scene) -> Days | None:
    """The quarter that figures are compared with: named in the same sentence, or in the text where figures are beside the expression."""
    if scene.year_told:
        return None
    is_reported = _has_figures(scene) or _REPORTED.search(scene.before(120))
    return scene.compared if is_reported and not scene.is_over_months else None


def _has_figures(scene: Scene) -> bool:
    return any(sign in scene.before(90) for sign in ("$", "million", "%", "percent", "cents", "billion"))


def from_previous(match: Match, scene: Scene) -> Meaning | None:
    """A day later: seen from what the text named last. Up from a year earlier: from what was reported, or publication."""
    count = count_of(match) if said(match, "count") else 1.0
    unit, way = w.unit_of(match["unit"]), said(match, "way")
    sign = 1 if way.startswith(("later", "after", "on")) else -1
    modifier = about(match)
    if sign < 0 and count == 1 and unit in ("year", "quarter", "month"):
        if unit == "year" and (quarter := _reported_quarter(scene)):
            return named(moved(quarter.start, 4, "quarter", -1), Anchor.PREVIOUS, modifier)
        if scene.previous is None or (unit == "year" and scene.is_over_months and _has_figures(scene)):
            return _read(count, unit, sign, scene.published, Anchor.PUBLICATION, modifier)
    base = scene.leaned_on(unit)
    if unit in ("second", "minute", "hour") or (count is None and sign > 0):
        anchor = Anchor.PREVIOUS if base else Anchor.EVENT
        return Meaning(TimexType.DURATION, length(count, unit), None, anchor, "AFTER" if sign > 0 else "BEFORE")
    return _read(count, unit, sign, base, Anchor.PREVIOUS if scene.previous else Anchor.EVENT, modifier)


_SINCE_LONG = re.compile(
    r"\b(?:first|only|second|third|worst|best|most|least|(?!interest|latest|request|invest|protest|west|rest|test|guest)[a-z]{3,}est"
    r"|not|never|[a-z]+n't)\b[^.;!?]{0,50}$"
)
"""What makes it the length since something last was: "for the first time in 20 years"."""


def in_so_long(match: Match, scene: Scene) -> Meaning | None:
    """In five years: a day ahead where a verb says so, else nothing, since it may be how long something took."""
    if _SINCE_LONG.search(scene.before(70)):
        return None
    count, unit = count_of(match), w.unit_of(match["unit"])
    if not scene.is_ahead or count is None or unit in ("second", "minute", "hour", "night"):
        return None
    return _read(count, unit, 1, scene.published, Anchor.PUBLICATION, about(match))


def from_event(match: Match, scene: Scene) -> Meaning | None:
    """Days before the inauguration: a length, and an anchor that nothing here can resolve."""
    unit, way = w.unit_of(match["unit"]), said(match, "way")
    count = count_of(match) if said(match, "count") else None
    if not said(match, "count") and match["unit"] == unit:
        return None
    return Meaning(
        TimexType.DURATION, length(count, unit), None, Anchor.EVENT, "BEFORE" if way == "before" else "AFTER"
    )


def from_day(match: Match, scene: Scene) -> Meaning | None:
    """Two weeks from Tuesday, a week from today."""
    count, unit = count_of(match), w.unit_of(match["unit"])
    if scene.published is None or count is None:
        return None
    base = scene.published
    if said(match, "weekday"):
        ahead = (w.weekday_number(match["weekday"]) - base.weekday()) % 7
        moved_base = shifted(base, ahead, "day")
    else:
        moved_base = shifted(base, {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}[match["word"]], "day")
    if moved_base is None:
        return None
    if unit in ("week", "fortnight") and count == int(count):
        at = shifted(moved_base, int(count), unit)
        return named(day(at), Anchor.PUBLICATION, about(match)) if at else None
    return _read(count, unit, 1, moved_base, Anchor.PUBLICATION, about(match))


_UNITS = rf"(?P<unit>{w.UNIT})"
_NOUN = r"(?= (?:the|his|her|their|its|an?|this|that|[a-z]+ing)\b)"

FAMILY = family(
    rf"\b{w.UNIT}\b",
    rule(
        "ago",
        rf"{ABOUT}{COUNT}{_UNITS}(?: or (?:so|more))? (?P<way>ago|back(?=[,.; ])(?! (?:to|in|at|from|on|into|of)\b)|from now|hence)",
        from_publication,
    ),
    rule(
        "from-day",
        rf"{ABOUT}{COUNT}{_UNITS} (?:from|after) (?:(?P<word>today|tomorrow|yesterday)|(?:next |this )?(?P<weekday>{w.FULL_WEEKDAY}))",
        from_day,
    ),
    rule("in-so-long", rf"in {ABOUT}{COUNT}{_UNITS}(?:' time)?(?! (?:of|or)\b)", in_so_long),
    rule(
        "later",
        rf"{ABOUT}{COUNT}{_UNITS} "
        r"(?P<way>later|earlier|(?:before|after|on)(?=[.,;])|afterwards?|beforehand|previously|prior)",
        from_previous,
    ),
    rule(
        "the-day-before",
        r"the (?P<unit>day|week|month|year|night) (?P<way>before|after)(?=[.,;]|\n| (?:in|at|on|by|and|when|he|she|they|that)\b)",
        from_previous,
    ),
    rule(
        "event-anchored",
        rf"(?:(?:just|only|shortly|mere|within) )?(?:{COUNT})?{_UNITS}(?P<way> before| after| following| into| since){_NOUN}",
        from_event,
    ),
)
