"""Quarters and halves of a year: "the third quarter", "first-half 2016", "Q3", "the year-ago period"."""

from __future__ import annotations

from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said
from onrecord.attribution.when.values import Anchor, Days, Meaning, around, half, quarter, shifted

_REPORTED_FOR = 120
"""Days in which "will report its third quarter" is still about the one that is over."""

_YEARS_ON = {"last": -1, "previous": -1, "prior": -1, "year-ago": -1, "year-earlier": -1, "next": 1}


def numbered(match: Match, scene: Scene) -> Meaning | None:
    """A quarter or a half by its number; without a year the last that has begun."""
    unit = "half" if said(match, "unit") == "half" or said(match, "letter") == "h" else "quarter"
    which = int(said(match, "figure") or 0) or _number(said(match, "which"))
    if which > (2 if unit == "half" else 4):
        return None
    year = said(match, "year") or said(match, "year_first")
    if year:
        return named(_of_year(unit, which, w.year_number(year)), modifier=edge_of(match))
    if scene.published is None:
        return open_date(f"XXXX-{unit[0].upper()}{which}", modifier=edge_of(match))
    relative = _without_article(said(match, "relative")).removesuffix("'s")
    if relative in ("same", "that"):
        base = scene.previous.start if scene.previous else scene.published
        return named(_of_year(unit, which, base.year), Anchor.PREVIOUS, edge_of(match))
    if relative:
        number = scene.published.year + _YEARS_ON.get(relative.removesuffix(" year"), 0)
        return named(_of_year(unit, which, number), Anchor.PUBLICATION, edge_of(match))
    return named(_latest(unit, which, scene.published, scene.direction), Anchor.PUBLICATION, edge_of(match))


def _number(word: str) -> int:
    return 4 if word == "final" else w.ordinal(word)


def _of_year(unit: str, which: int, number: int) -> Days:
    return half(number, which) if unit == "half" else quarter(number, which)


def _latest(unit: str, which: int, here: date, direction: int) -> Days:
    """The one that began last; the next where a verb says that it lies ahead and the last is no news any more."""
    this_year = _of_year(unit, which, here.year)
    begun = this_year if this_year.start <= here else _of_year(unit, which, here.year - 1)
    if direction == AHEAD and (here - begun.end).days > _REPORTED_FOR:
        return _of_year(unit, which, begun.start.year + 1)
    return begun


def unnumbered(match: Match, scene: Scene) -> Meaning | None:
    """The latest quarter, the quarter, the year-earlier period: seen from one that the text has named, or publication."""
    here, relative = scene.published, _without_article(said(match, "relative"))
    unit = "half" if said(match, "unit").endswith("half") else "quarter"
    known = scene.named.get(unit)
    if here is None:
        return open_date(f"XXXX-{unit[0].upper()}X")
    if relative in ("this", "current"):
        return _moved(here, 0, unit, Anchor.PUBLICATION)
    if relative in ("next", "coming", "following"):
        return _moved(here, 1, unit, Anchor.PUBLICATION)
    if known and relative in ("", "that"):
        return named(known, Anchor.PREVIOUS, edge_of(match))
    if known and relative in ("previous", "prior", "preceding"):
        return _moved(known.start, -1, unit, Anchor.PREVIOUS)
    if relative in _LAST:
        return _moved(here, -1, unit, Anchor.PUBLICATION, edge_of(match))
    compared = known.start if known else shifted(here, -1, unit)
    a_year_before = compared and shifted(compared, -1, "year")
    return named(around(a_year_before, unit), Anchor.PREVIOUS) if a_year_before else None


def _without_article(words: str) -> str:
    return "" if words == "the" else words.removeprefix("the ")


def _moved(at: date, count: int, unit: str, anchor: Anchor, modifier: str | None = None) -> Meaning | None:
    to = shifted(at, count, unit)
    return named(around(to, unit), anchor, modifier) if to else None


_LAST = ("", "that", "latest", "last", "past", "previous", "prior", "preceding", "most recent", "just-ended")
_WITH_ARTICLE = w.one_of(word for word in (*_LAST, "current", "coming", "following", "same", "comparable") if word)
_A_YEAR_BEFORE = "(?:comparable )?(?:year-ago|year-earlier)"
_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:(?:fiscal|calendar|the) )?(?:year )?(?P<year>{w.YEAR})"
    r"|,? (?:of |in )?(?P<relative>this|last|next|the|the current|the previous|the prior|that) (?:fiscal |calendar )?year)?"
)
_WHICH = r"(?P<which>first|second|third|fourth|final|1st|2nd|3rd|4th)[- ](?:fiscal[- ])?(?P<unit>quarter|half)"

FAMILY = family(
    r"\bquarter|half\b|[qh][1-4]\b|\bperiod\b",
    rule(
        "quarter",
        rf"(?:the )?{EDGE}(?:the )?(?:(?:fiscal |calendar )?(?P<year_first>{w.YEAR_IN_FIGURES}) )?(?:fiscal )?{_WHICH}{_OF_YEAR}",
        numbered,
    ),
    rule(
        "quarter-of-relative-year",
        rf"(?P<relative>(?:this|last|next) year's|the year-ago|the year-earlier) (?:fiscal )?{_WHICH}",
        numbered,
    ),
    rule(
        "quarter-in-figures",
        rf"(?:(?P<year_first>{w.YEAR})[ -]?)?(?P<letter>[qh])(?P<figure>[1-4])"
        rf"(?:[ -](?:of )?(?:(?P<year>{w.YEAR})|(?P<relative>this|last|next) year))?",
        numbered,
    ),
    rule(
        "latest-quarter",
        rf"{EDGE}(?P<relative>the(?: {_WITH_ARTICLE})?|this|next|{_WITH_ARTICLE}|(?:the )?{_A_YEAR_BEFORE})[- ](?:fiscal )?"
        r"(?P<unit>quarter|fiscal half)(?!-|backs?| of| century)",
        unnumbered,
    ),
    rule(
        "period",
        rf"(?P<relative>the {_A_YEAR_BEFORE}|(?:a )?(?:year-ago|year-earlier)|the latest|the same) period"
        r"(?: (?:a year (?:ago|earlier)|last year))?",
        unnumbered,
    ),
)
