"""Lengths of time: "two years", "a day and a half", "five-hour", "the past three months", "for decades"."""

from __future__ import annotations

import re

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import Match, Scene, family, rule, said
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimexType, shifted

ABOUT = (
    r"(?:(?P<about>about|almost|nearly|around|some|roughly|approximately|more than|less than|over|at least|at most|up to"
    r"|under|fewer than|no more than|no less than|just|just over|just under|only|exactly|another|an estimated|within"
    r"|as (?:long|little|many|much) as|well over) )?"
)
COUNT = (
    rf"(?P<count>{w.NUMBER})(?P<halves>{w.HALVES})?[- ](?:(?:more|additional|other|full|straight|consecutive|whole|long|short"
    r"|fiscal|calendar|trading|working|business|successive) )?"
)
_MODIFIERS = {
    **dict.fromkeys(
        ("about", "almost", "nearly", "around", "some", "roughly", "approximately", "an estimated"), "APPROX"
    ),
    **dict.fromkeys(("more than", "over", "just over", "well over"), "MORE_THAN"),
    **dict.fromkeys(("less than", "under", "fewer than", "just under"), "LESS_THAN"),
    **dict.fromkeys(("at least", "no less than"), "EQUAL_OR_MORE"),
    **dict.fromkeys(("at most", "up to", "no more than", "within", "as long as", "as much as"), "EQUAL_OR_LESS"),
}
_CODES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "W",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "fortnight": "W",
}
_SMALLER = {
    "year": ("Y", 12, "M"),
    "day": ("D", 24, "H"),
    "hour": ("H", 60, "M"),
    "minute": ("M", 60, "S"),
    "decade": ("Y", 1, ""),
}
_TIMES = {"decade": 10, "century": 100, "fortnight": 2}


def about(match: Match) -> str | None:
    """How exact a number is meant, as TIMEX3's mod."""
    return _MODIFIERS.get(said(match, "about"))


def count_of(match: Match) -> float | None:
    """How many units; None where the words are vague."""
    count = w.number(said(match, "count"))
    halves = said(match, "halves")
    return count if count is None or not halves else count + (0.5 if halves.endswith("half") else 0.25)


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length; X where nothing says how many, smaller units where there is a fraction."""
    code = _CODES[unit]
    if count is None:
        return f"PT{'X'}{code[1]}" if code.startswith("T") else f"PX{code}"
    if unit in _TIMES:
        count, code = count * _TIMES[unit], "W" if unit == "fortnight" else "Y"
    whole, rest = int(count), count - int(count)
    if not rest:
        return f"PT{whole}{code[1]}" if code.startswith("T") else f"P{whole}{code}"
    if unit not in _SMALLER or not _SMALLER[unit][2]:
        return f"P{count:g}{code}" if not code.startswith("T") else f"PT{count:g}{code[1]}"
    own, many, smaller = _SMALLER[unit]
    shown = f"{whole}{own}" if whole else ""
    if unit == "day":
        return f"P{shown}T{rest * many:g}{smaller}"
    return f"P{'' if unit == 'year' else 'T'}{shown}{rest * many:.2g}{smaller}"


def past_length(match: Match, scene: Scene) -> Meaning | None:
    """The past three months, the next two weeks: a length that ends or begins at publication."""
    relative, unit = said(match, "relative"), w.unit_of(match["unit"])
    if not said(match, "count") and match["unit"] == unit:
        return None
    count = count_of(match) if said(match, "count") else None
    is_now = relative in ("past", "last", "next", "coming", "recent", "latest")
    days = (
        _days_beside(scene, count, unit, -1 if relative in ("past", "last", "recent", "latest") else 1)
        if is_now
        else None
    )
    return Meaning(
        TimexType.DURATION, length(count, unit), days, Anchor.PUBLICATION if is_now else Anchor.EVENT, about(match)
    )


def _days_beside(scene: Scene, count: float | None, unit: str, sign: int) -> Days | None:
    here = scene.published
    if here is None or count is None or count != int(count) or unit in ("second", "minute", "hour", "season"):
        return None
    far = shifted(here, sign * int(count), unit)
    return Days(min(here, far), max(here, far), "span") if far else None


_A_PRICE = re.compile(
    r"(?:[0-9]|percent|%|cents|million|billion|thousand|times|once|twice|dollars|pounds|euros|hours|days|people) $"
)


def plain_length(match: Match, scene: Scene) -> Meaning | None:
    """Two years, a five-hour walk. "$5 a week" is said again and again; "a second" and "a quarter" are mostly no times."""
    count, unit, words = count_of(match), w.unit_of(match["unit"]), said(match, "count")
    is_single = words in ("a", "an") and not said(match, "halves") and not said(match, "about")
    if is_single and unit not in ("second", "quarter") and _A_PRICE.search(scene.before(12)):
        return Meaning(TimexType.SET, length(1, unit))
    if unit in ("second", "season", "quarter") and not (words[0].isdigit() or match["unit"].endswith("s")):
        return None
    if unit == "quarter" and ("three" in words or words == "a"):
        return None
    if is_single and (unit in ("night", "minute", "weekend", "day") and scene.after(1) == "-"):
        return None
    return Meaning(TimexType.DURATION, length(count, unit), None, Anchor.NONE, about(match))


def short_length(match: Match, scene: Scene) -> Meaning | None:
    """3 hrs, 20 min."""
    return Meaning(
        TimexType.DURATION, length(count_of(match), w.unit_of(match["unit"])), None, Anchor.NONE, about(match)
    )


def whole_length(match: Match, scene: Scene) -> Meaning | None:
    """All day, a full year, week-long."""
    return Meaning(TimexType.DURATION, length(1, said(match, "unit")))


def half_length(match: Match, scene: Scene) -> Meaning | None:
    """Half-hour, half-year."""
    return Meaning(TimexType.DURATION, length(0.5, match["unit"]))


def vague_length(match: Match, scene: Scene) -> Meaning | None:
    """Years, for decades."""
    return Meaning(TimexType.DURATION, length(None, w.unit_of(match["unit"])))


def half_and_more(match: Match, scene: Scene) -> Meaning | None:
    """A year and a half, an hour and a quarter."""
    return Meaning(
        TimexType.DURATION,
        length(1.5 if match["rest"] == "half" else 1.25, match["unit"]),
        None,
        Anchor.NONE,
        about(match),
    )


_UNITS = rf"(?P<unit>{w.UNIT})"

FAMILY = family(
    rf"\b{w.UNIT}\b|[0-9] ?(?:secs?|mins?|hrs?|yrs?)\b",
    rule(
        "past-length",
        r"(?:the |these |those )?(?P<relative>past|last|next|previous|coming|following|first|recent|latest|final|preceding"
        "|year-ago|year-earlier) "
        rf"(?:{ABOUT}{COUNT})?{_UNITS}",
        past_length,
    ),
    rule(
        "length-and-half",
        rf"{ABOUT}(?:an?|one) (?P<unit>year|month|day|week|hour|minute|decade|century) and (?:an? )?(?P<rest>half|quarter)",
        half_and_more,
    ),
    rule("length", rf"{ABOUT}{COUNT}{_UNITS}(?:[- ]long)?", plain_length),
    rule(
        "short-length",
        r"(?P<count>[0-9]{1,3}(?:\.[0-9])?)(?P<halves>) ?(?P<unit>secs?|mins?|hrs?|yrs?)\b\.?",
        short_length,
    ),
    rule(
        "whole-length",
        r"(?:all|(?:an? |the )?(?:full|whole|entire)|another)[- ](?P<unit>day|week|month|year|night|decade|century|hour)(?!-)",
        whole_length,
    ),
    rule("half-length", r"half[- ](?P<unit>hour|year)", half_length),
    rule("unit-long", r"(?P<unit>day|week|month|year|decade|hour|night)-?long", whole_length),
    rule(
        "vague-length",
        r"(?P<unit>decades|centuries|years|months|weeks|days|hours|minutes)(?:-long)?",
        vague_length,
    ),
)
