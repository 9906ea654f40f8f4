"""Times of the clock: "9:30 a.m.", "noon", "around 4 in the morning", "18:00 GMT"."""

from __future__ import annotations

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import Match, Scene, family, rule, said, timed
from onrecord.attribution.when.values import Anchor, Meaning, day

_ZONE_NAME = (
    r"(?:[ecmp][sd]?t|gmt|utc|bst|cet|cest|(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))?(?: time)?"
    r"|(?:local|london|paris|moscow) time)"
)
_ZONE = (
    rf"(?: (?:{_ZONE_NAME}|\({_ZONE_NAME}\)))?"
    rf"(?: \((?:[0-9]{{4}}|[0-9]{{1,2}}:[0-9]{{2}})(?: hours)? {_ZONE_NAME}\))?"  # the same elsewhere: "(1700 GMT)"
)
_HOURS = w.one_of(w.listed("one two three four five six seven eight nine ten eleven twelve"))
_WHEN = r"(?:in the (?:morning|afternoon|evening)|at night)"
_WITH_HALF = (
    rf"(?P<hour>[0-9]{{1,2}}|{_HOURS})(?:[:.](?P<minute>[0-9]{{2}})(?::[0-9]{{2}})?)? ?"
    rf"(?:(?P<half>a\.m\.?|p\.m\.?|am|pm)(?:,? {_WHEN})?|o'clock(?: (?P<when>{_WHEN}))?)"
)
_WITH_PART = rf"(?P<hour2>[0-9]{{1,2}}|{_HOURS})(?:[:.](?P<minute2>[0-9]{{2}}))? (?P<when2>{_WHEN})"
_IN_FIGURES = (
    r"(?P<hour3>[01]?[0-9]|2[0-4])(?::(?P<minute3>[0-5][0-9])(?::[0-5][0-9])?(?: hours)?"
    r"|(?P<minute4>[0-5][0-9])(?: hours|(?= (?:gmt|utc)\b)))"
)
CLOCK = rf"(?:(?:{_WITH_HALF}|{_WITH_PART}|{_IN_FIGURES}|(?:12 )?(?P<part>noon|mid-?night|mid-?day)){_ZONE})"
ABOUT = r"(?:(?:about|around|at|just (?:after|before)|shortly (?:after|before)|before|after) )?"


def clock_of(match: Match) -> str:
    """Thh:mm of a time of the clock, the word for "noon" and its like; empty where it is no such time."""
    if said(match, "part"):
        return match["part"]
    shown = said(match, "hour") or said(match, "hour2") or said(match, "hour3")
    hour = int(w.number(shown) or 0)
    minute = int(
        said(match, "minute") or said(match, "minute2") or said(match, "minute3") or said(match, "minute4") or 0
    )
    half = said(match, "half").replace(".", "")
    when = said(match, "when") or said(match, "when2")
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12 and not 13 <= hour <= 23):
        return ""
    is_late = half == "pm" or when.endswith(("afternoon", "evening")) or (when.endswith("night") and hour >= 6)
    if is_late and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}"


def has_clock(match: Match) -> bool:
    """Whether the rule's words have a time of the clock in them."""
    return any(said(match, name) for name in ("hour", "hour2", "hour3", "part"))


def plain_clock(match: Match, scene: Scene) -> Meaning | None:
    """A time of the day that the text named last in the same paragraph, else of the day of publication."""
    at = clock_of(match)
    if not at:
        return None
    base = scene.previous if scene.previous and scene.previous.granularity in ("day", "time") else None
    if not scene.is_paragraph_of_previous:
        base = None
    days = base or (day(scene.published) if scene.published else None)
    return timed(days, at, "XXXX-XX-XX", Anchor.PREVIOUS if base else Anchor.PUBLICATION)


FAMILY = family(
    rf"(?:[0-9] ?|{_HOURS} )[ap]\.?m\b|o'clock|[0-9]:[0-9]|[0-9]{{4}} (?:hours|gmt|utc)\b|noon\b|mid-?night|mid-?day|{_WHEN}",
    rule("clock", rf"{ABOUT}{CLOCK}", plain_clock),
)
