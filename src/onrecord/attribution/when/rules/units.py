"""Days, weeks, months and years by where they lie: "last year", "earlier this week", "that day", "the end of the month"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD, BEHIND
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimexType, around, shifted

_SOON_AFTER = 4
"""Months of a year in which its end is not told of as past yet."""

_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}
_FROM_PUBLICATION = {
    **dict.fromkeys(("this", "the current", "current", "the present"), 0),
    **dict.fromkeys(
        ("last", "past", "the past", "the last", "the latest", "this past", "just this past", "the preceding"), -1
    ),
    **dict.fromkeys(("next", "coming", "the coming", "this coming", "upcoming", "the upcoming"), 1),
}
_FROM_PREVIOUS = {
    **dict.fromkeys(("that", "that same", "the same", "that very"), 0),
    **dict.fromkeys(("the previous", "the prior", "previous", "prior", "the preceding"), -1),
    **dict.fromkeys(("the following", "the next", "the subsequent"), 1),
}


def neighbour(match: Match, scene: Scene) -> Meaning | None:
    """This, last, next and the like: seen from publication, or from what the text named last."""
    relative, unit = said(match, "relative"), said(match, "unit")
    if unit == "day" and relative not in _FROM_PREVIOUS:
        return None
    if _TITLE.match(scene.text, max(0, scene.start - 1)) or _TITLE.match(scene.text, max(0, scene.start - 2)):
        return None  # a programme
    if (
        relative in ("the next", "the previous", "the prior", "previous", "prior")
        and unit != "day"
        and scene.previous is None
    ):
        relative = "next" if relative == "the next" else "last"
    from_previous = relative in _FROM_PREVIOUS
    base = scene.leaned_on(unit) if from_previous and scene.previous else scene.published
    anchor = Anchor.PREVIOUS if from_previous else Anchor.PUBLICATION
    if base is None:
        return open_date(_OPEN.get(unit, "XXXX"), anchor, edge_of(match))
    if unit in ("decade", "century") and relative in ("past", "the past", "last", "the last"):
        return _until_now(unit, base, scene)
    offset = _FROM_PREVIOUS[relative] if from_previous else _FROM_PUBLICATION[relative]
    at = shifted(base, offset, unit)
    return named(around(at, unit), anchor, edge_of(match)) if at else None


def _until_now(unit: str, here: date, scene: Scene) -> Meaning | None:
    """The past decade is no decade of the calendar, but the ten years before publication."""
    began = shifted(here, -1, unit)
    days = Days(began, here, "span") if began else None
    return Meaning(TimexType.DURATION, "P10Y" if unit == "decade" else "P100Y", days, Anchor.PUBLICATION)


def year_ago(match: Match, scene: Scene) -> Meaning | None:
    """The year-ago quarter is another rule's; here is the bare "year-earlier" in front of a figure."""
    base = scene.year_told or (None if scene.is_over_months else scene.compared)
    unit = base.granularity if base else "year"
    start = base.start if base else scene.published
    at = shifted(start, -1, "year") if start else None
    if at is None:
        return open_date("XXXX")
    return named(around(at, unit), Anchor.PREVIOUS if base else Anchor.PUBLICATION)


def the_unit(match: Match, scene: Scene) -> Meaning | None:
    """The week, the month, the year: the one of publication; the day: the one that the text named last."""
    unit = said(match, "unit")
    if scene.text[match.start("unit")].isupper() and scene.before(4).endswith("of "):
        return None  # "the Person of the Year"
    if scene.published is None:
        return open_date(_OPEN.get(unit, "XXXX"), modifier=edge_of(match))
    if unit == "year" and scene.before(12).endswith(", ") and (told := scene.year_told):
        return named(told, Anchor.PREVIOUS, edge_of(match))
    if unit == "day" and scene.previous and scene.previous.granularity in ("day", "time"):
        return named(around(scene.previous.start, unit), Anchor.PREVIOUS, edge_of(match))
    if unit == "year" and edge_of(match) == "END" and _is_end_of_last_year(scene):
        return named(around(date(scene.published.year - 1, 1, 1), unit), Anchor.PUBLICATION, edge_of(match))
    return named(around(scene.published, unit), Anchor.PUBLICATION, edge_of(match))


def rest_of_unit(match: Match, scene: Scene) -> Meaning | None:
    """The rest of the year: from publication to its end."""
    meaning = the_unit(match, scene)
    if meaning is None or meaning.days is None or scene.published is None:
        return meaning
    return replace(meaning, days=Days(scene.published, meaning.days.end, "span"), modifier="END")


def year_that_ended(match: Match, scene: Scene) -> Meaning | None:
    """The year ended March 31: twelve months that no calendar has."""
    return Meaning(TimexType.DURATION, "P1Y")


def the_weekend(match: Match, scene: Scene) -> Meaning | None:
    """The weekend before publication, or the one that runs or that a verb says lies ahead."""
    here = scene.published
    if here is None:
        return open_date(_OPEN["weekend"])
    at = here if here.weekday() >= 5 or scene.direction == AHEAD else shifted(here, -1, "week")
    return named(around(at, "weekend"), Anchor.PUBLICATION, edge_of(match)) if at else None


def year_end(match: Match, scene: Scene) -> Meaning | None:
    """The end of a year that is named, or of the one of publication."""
    if year := said(match, "year") or said(match, "of_year"):
        return open_date(year, Anchor.NONE, "END")
    if scene.published is None:
        return open_date("XXXX", modifier="END")
    return open_date(str(scene.published.year - _is_end_of_last_year(scene)), modifier="END")


def _is_end_of_last_year(scene: Scene) -> bool:
    """Whether the end of a year is told of in the first months of another, so that it is that of the last one."""
    here = scene.published
    return (
        here is not None
        and here.month <= _SOON_AFTER
        and scene.direction == BEHIND
        and not scene.before(8).endswith("by ")
    )


_TITLE = re.compile(r"(?:[\"“]|``|'')(?:This|Last|Next) (?:Week|Month|Year)\b")

_RELATIVE = rf"(?P<relative>{w.one_of((*_FROM_PUBLICATION, *_FROM_PREVIOUS))})"
_KIND = "(?:fiscal|financial|calendar|business|school|academic|trading|whole|entire|full)"
_UNIT = r"(?P<unit>day|week|weekend|month|year|decade|century)"

FAMILY = family(
    r"\b(?:day|week|weekend|week-end|month|year|decade|century|half)\b|\byear-",
    rule(
        "relative-unit",
        rf"{EDGE}{_RELATIVE} (?:{_KIND} )?{_UNIT}(?!-old|-long| old| of )",
        neighbour,
    ),
    rule(
        "relative-unit-of",
        rf"(?<!in[ ])(?<!the[ ])(?<!for[ ])(?<!during[ ])(?<=[a-z][ ])(?P<relative>last|this|next) (?P<unit>week|month|year)"
        rf"(?= of (?!(?:the|that|this|his|her|its|their) |{w.MONTH}|{w.YEAR_IN_FIGURES}\b))",
        neighbour,
    ),
    rule("weekend", rf"(?:over |during )?the {EDGE}(?:week-?end)(?! of| end)", the_weekend),
    rule(
        "edge-of-unit",
        r"(?:the )?(?P<edge>end|beginning|start|close|middle|turn|second half|first half|latter half|latter part) "
        r"of (?:(?:the|this)(?: current)? )?(?:fiscal |calendar )?(?P<unit>week|month|year|decade|century)",
        the_unit,
    ),
    rule(
        "rest-of-unit",
        r"(?:the )?(?:rest|remainder|balance) of (?:the|this)(?: current)? (?P<unit>week|month|year|decade|century)",
        rest_of_unit,
    ),
    rule("later-in-unit", r"(?P<edge>late|later|early|earlier) in the (?P<unit>day|week|month|year|decade)", the_unit),
    rule(
        "year-that-ended", rf"the (?:full |fiscal )?year(?= (?:end(?:ed|ing)|to (?:end-)?{w.MONTH})\b)", year_that_ended
    ),
    rule(
        "the-unit",
        r"the (?:full |fiscal |current |calendar )?(?P<unit>year)"
        r"(?=[.,;]| (?:as|was|were|is|and|to|on|from|with|but|the|that|before|because)\b)",
        the_unit,
    ),
    rule("year-earlier", r"(?:the |a )?year-(?:earlier|ago)", year_ago),
    rule(
        "year-end",
        r"(?:the )?(?P<year>(?:19|20)[0-9]{2}) year-end|year[- ]end(?:,? (?P<of_year>(?:19|20)[0-9]{2})\b)?"
        r"|(?:the )?year's end|end of year",
        year_end,
    ),
)
