"""Days of the week: "Thursday", "late last Friday", "Monday night", "4 p.m. Tuesday", "every Sunday"."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, rule, said, timed
from onrecord.attribution.when.rules.clock import ABOUT, CLOCK, clock_of, has_clock
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimexType, day


def weekday(match: Match, scene: Scene) -> Meaning | None:
    """The last one before publication or today; the next where a verb says so; as "last" and "next" say."""
    which, relative = w.weekday_number(match["weekday"]), said(match, "relative")
    part = said(match, "part_of_day") or (clock_of(match) if has_clock(match) else "")
    if has_clock(match) and not part:
        return None
    part = part.removesuffix("s")
    if said(match, "each"):
        return Meaning(TimexType.SET, _repeated(which, part))
    anchor, base, is_ahead = Anchor.PUBLICATION, scene.published, scene.is_ahead
    if relative in ("the following", "the previous", "the next", "that", "the preceding"):
        anchor, base = Anchor.PREVIOUS, scene.previous.start if scene.previous else scene.published
    if base is None:
        return timed(None, part, f"XXXX-WXX-{which + 1}", anchor, edge_of(match))
    at = _chosen(base, which, relative, is_ahead)
    if said(match, "beside"):
        at += timedelta(days=-1 if "before" in match["beside"] else 1)
    return timed(day(at), part, "", anchor, edge_of(match))


def _chosen(base: date, which: int, relative: str, is_ahead: bool) -> date:
    back, ahead = (base.weekday() - which) % 7, (which - base.weekday()) % 7
    if relative in ("last", "the last", "this past", "past", "the previous", "the preceding"):
        return base - timedelta(days=back or 7)
    if relative == "next":  # the one of next week: said on a Monday, "next Friday" is not this one
        return base + timedelta(days=7 + which - base.weekday())
    if relative in ("the next", "the following"):
        return base + timedelta(days=ahead or 7)
    if relative in ("this coming", "coming") or is_ahead:
        return base + timedelta(days=ahead)
    if relative == "this":
        return base + timedelta(days=which - base.weekday())
    return base - timedelta(days=back)


def _repeated(which: int, part: str) -> str:
    return f"XXXX-WXX-{which + 1}" + (part if part.startswith("T") else f"T{w.PARTS[part]}" if part else "")


def weekdays(match: Match, scene: Scene) -> Meaning | None:
    """Again and again: "Sundays", "Monday nights"."""
    part = clock_of(match) if has_clock(match) else said(match, "part_of_day").removesuffix("s")
    return Meaning(TimexType.SET, _repeated(w.weekday_number(match["weekday"]), part))


def weekday_of_week(match: Match, scene: Scene) -> Meaning | None:
    """Monday of last week, next week Tuesday."""
    if scene.published is None:
        return None
    offset = {"last": -1, "the previous": -1, "this": 0}.get(said(match, "week"), 1)
    monday = scene.published - timedelta(days=scene.published.weekday())
    days: Days = day(monday + timedelta(days=7 * offset + w.weekday_number(match["weekday"])))
    return named(days, Anchor.PUBLICATION)


_PART = r"(?:,? (?:(?:early|late|mid)[- ]?)?(?:in the )?(?P<part_of_day>morning|afternoon|evening|night|overnight))?"
_RELATIVE = (
    r"(?:(?P<relative>last|next|this|this past|past|this coming|coming|that|the last|the next|the following|the previous"
    r"|the preceding) )?"
)

_ANY_PART = r"(?: (?:morning|afternoon|evening|night))?"

FAMILY = family(
    rf"\b{w.WEEKDAY}|{w.FULL_WEEKDAY}s\b",
    rule(
        "weekday",
        rf"(?:the day (?P<beside>before|after) )?(?:(?P<each>each|every|every other) )?{EDGE}{_RELATIVE}(?P<weekday>{w.WEEKDAY}){_PART}",
        weekday,
    ),
    rule(
        "clock-weekday",
        rf"{ABOUT}{CLOCK},?(?: on)? (?:(?P<each>each|every) )?{_RELATIVE}(?P<weekday>{w.WEEKDAY}){_ANY_PART}",
        weekday,
    ),
    rule(
        "weekday-clock",
        rf"(?:(?P<each>each|every) )?{_RELATIVE}(?P<weekday>{w.WEEKDAY}){_ANY_PART},?"
        rf"(?: (?:at|around|about|by))? {CLOCK}",
        weekday,
    ),
    rule(
        "weekday-of-week",
        rf"(?P<weekday>{w.FULL_WEEKDAY}),? (?:of )?(?P<week>last|this|next|the following|the previous) week",
        weekday_of_week,
    ),
    rule("week-weekday", rf"(?P<week>last|this|next) week(?:,? on|'s)? (?P<weekday>{w.FULL_WEEKDAY})", weekday_of_week),
    rule(
        "part-of-weekday",
        rf"in the (?:(?P<edge>early|late)[- ])?(?P<part_of_day>morning|afternoon|evening|night)(?: of| on|,)? {_RELATIVE}"
        rf"(?P<weekday>{w.FULL_WEEKDAY})",
        weekday,
    ),
    rule("clock-weekdays", rf"{ABOUT}{CLOCK},?(?: on)? (?P<weekday>{w.FULL_WEEKDAY})s", weekdays),
    rule("weekdays-clock", rf"(?P<weekday>{w.FULL_WEEKDAY})s at {CLOCK}", weekdays),
    rule(
        "weekdays",
        rf"(?P<weekday>{w.FULL_WEEKDAY})s(?: (?P<part_of_day>mornings?|afternoons?|evenings?|nights?))?",
        weekdays,
    ),
    rule(
        "weekday-nights",
        rf"(?P<weekday>{w.FULL_WEEKDAY}) (?P<part_of_day>mornings|afternoons|evenings|nights)",
        weekdays,
    ),
)
