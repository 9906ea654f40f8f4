"""Quarters and halves of a year: "the third quarter", "first-half 2016", "Q3", "the year-ago period"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said
from onrecord.attribution.when.values import Anchor, Days, Meaning, around, half, quarter, shifted
from onrecord.attribution.when.values import year as year_days

_REPORTED_FOR = 120
"""Days in which "will report its third quarter" is still about the one that is over."""
_REPORTS = re.compile(
    r"\b(?:report|post|announce|release|show|revis|earn|results?\b|profit(?:s|able)?\b|loss|lose|charge|net\b|income"
    r"|revenue|sales|figures|ended)"
)

_IS_SPORT = re.compile(
    r"\b(?:goals?|goalkeeper|kick-?off|penalty|scored|scoring|scorer|halftime|half-time|touchdown|try|striker|midfielder|defender"
    r"|quarterback|rebounds?|yards?|coach|referee|match)\b"
)
"""What is beside the halves and quarters of a game."""

_COMPARED = ("month", "quarter", "half")
"""What a text may have named that "the same period last year" is compared with."""

_YEARS_ON = {"last": -1, "previous": -1, "prior": -1, "year-ago": -1, "year-earlier": -1, "next": 1}


def numbered(match: Match, scene: Scene) -> Meaning | None:
    """A quarter or a half by its number; without a year the last that has begun."""
    unit = "half" if said(match, "unit") == "half" or said(match, "letter") == "h" else "quarter"
    which = int(said(match, "figure") or 0) or _number(said(match, "which"))
    if said(match, "which") in ("final", "last"):
        which = 2 if unit == "half" else 4
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
    if known := scene.numbered.get(f"{unit[0].upper()}{which}"):
        return named(known, Anchor.PUBLICATION, edge_of(match))
    if _IS_SPORT.search(scene.before(80) + scene.after(60)):
        return None
    return named(_latest(unit, which, scene.published, scene), Anchor.PUBLICATION, edge_of(match))


def _number(word: str) -> int:
    return 0 if word in ("final", "last") else w.ordinal(word)


def _of_year(unit: str, which: int, number: int) -> Days:
    return half(number, which) if unit == "half" else quarter(number, which)


def _latest(unit: str, which: int, here: date, scene: Scene) -> Days:
    """The one that began last; the next where a verb says that it lies ahead and the last is no news any more.

    "Will report its third quarter" is of the last for long, "will open in the third quarter" is not.
    """
    this_year = _of_year(unit, which, here.year)
    begun = this_year if this_year.start <= here else _of_year(unit, which, here.year - 1)
    is_reported = _REPORTS.search(scene.before(80) + scene.after(60)) and (here - begun.end).days <= _REPORTED_FOR
    if begun.end < here and scene.direction == AHEAD and not is_reported:
        return _of_year(unit, which, begun.start.year + 1)
    return begun


def by_month(match: Match, scene: Scene) -> Meaning | None:
    """The December quarter: the one that ends in that month."""
    which, year = w.month_number(match["month"]) // 3, said(match, "year")
    if year:
        return named(quarter(w.year_number(year), which))
    if scene.published is None:
        return open_date(f"XXXX-Q{which}")
    return named(_latest("quarter", which, scene.published, scene), Anchor.PUBLICATION)


def by_months(match: Match, scene: Scene) -> Meaning | None:
    """The January-March quarter, the July to December half: where the months are one of the calendar."""
    first, last = w.month_number(match["month"]), w.month_number(match["last"])
    length = {2: "quarter", 5: "half"}.get(last - first)
    if length is None or (first - 1) % (last - first + 1):
        return None
    which, year = last // 3 if length == "quarter" else last // 6, said(match, "year") or said(match, "year_between")
    if year:
        return named(_of_year(length, which, w.year_number(year)))
    if scene.published is None:
        return open_date(f"XXXX-{length[0].upper()}{which}")
    if relative := said(match, "relative"):
        number = scene.published.year + _YEARS_ON.get(relative, 0)
        return named(_of_year(length, which, number), Anchor.PUBLICATION)
    return named(_latest(length, which, scene.published, scene), Anchor.PUBLICATION)


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
    if unit == "quarter" and relative in _LAST and (ended := _ENDED.match(scene.after(40))):
        return named(_latest(unit, w.month_number(ended["month"]) // 3, here, scene), Anchor.PUBLICATION)
    if known and relative in ("", "that"):
        return named(known, Anchor.PREVIOUS, edge_of(match))
    if known and relative in ("previous", "prior", "preceding"):
        return _moved(known.start, -1, unit, Anchor.PREVIOUS)
    if relative in _LAST:
        return _moved(here, -1, unit, Anchor.PUBLICATION, edge_of(match))
    if unit == "quarter":
        known = scene.compared
    compared = known.start if known else shifted(here, -1, unit)
    a_year_before = compared and shifted(compared, -1, "year")
    return named(around(a_year_before, unit), Anchor.PREVIOUS) if a_year_before else None


def compared(match: Match, scene: Scene) -> Meaning | None:
    """The same period last year, last year's quarter, the 2029 period: what the text has named, in another year.

    Where it has named none: the year.
    """
    here, year = scene.published, said(match, "year")
    known = _named_before(said(match, "unit"), scene)
    if here is None or known is None:
        number = w.year_number(year) if year else here.year - 1 if here else None
        return named(year_days(number), Anchor.NONE if year else Anchor.PUBLICATION) if number else open_date("XXXX")
    number = w.year_number(year) if year else known.start.year - 1
    at = shifted(known.start, number - known.start.year, "year")
    return named(around(at, known.granularity), Anchor.PREVIOUS) if at else None


def same(match: Match, scene: Scene) -> Meaning | None:
    """The same period: what the text named last, where it is one; nothing after "the nine months"."""
    is_period = scene.previous is not None and scene.previous.granularity in (*_COMPARED, "year")
    return named(scene.previous, Anchor.PREVIOUS) if is_period and not scene.is_over_months else None


def _named_before(unit: str, scene: Scene) -> Days | None:
    if unit != "period":
        return scene.named.get(unit)
    if scene.is_over_months:
        return None
    if scene.previous and scene.previous.granularity in ("month", "half"):
        return scene.previous
    return scene.compared or scene.named.get("half")


def _without_article(words: str) -> str:
    return "" if words == "the" else words.removeprefix("the ")


def _moved(at: date, count: int, unit: str, anchor: Anchor, modifier: str | None = None) -> Meaning | None:
    to = shifted(at, count, unit)
    return named(around(to, unit), anchor, modifier) if to else None


_LAST = ("", "that", "latest", "last", "past", "previous", "prior", "preceding", "most recent", "just-ended")
_WITH_ARTICLE = w.one_of(word for word in (*_LAST, "current", "coming", "following", "same", "comparable") if word)
_ENDED = re.compile(
    r" (?:that )?end(?:ed|ing) (?:on )?(?P<month>march|mar\.?|june|jun\.?|september|sept?\.?|december|dec\.?) (?:3[01])\b"
)
"""What says that a quarter is one of the calendar."""
_A_YEAR_BEFORE = "(?:comparable )?(?:year[- ]ago|year-earlier)"
_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:(?:fiscal|calendar|the) )?(?:year )?(?P<year>{w.YEAR})"
    r"|,? (?:of |in )?(?P<relative>this|last|next|the|the current|the previous|the prior|that) (?:fiscal |calendar )?year)?"
)
_LAST_OF = r"last(?= (?:quarter|half) of (?:the year|(?:last|this|next) year|fiscal|[12][0-9]{3}\b(?!'?s)))"
_WHICH = (
    rf"(?P<which>first|second|third|fourth|final|{_LAST_OF}|1st|2nd|3rd|4th)[- ](?:fiscal[- ])?(?P<unit>quarter|half)"
    r"(?! (?:hour|century|dozen|mile|point|million|billion|percent|pct)\b)"
)

FAMILY = family(
    r"\bquarter|half\b|[qh][1-4]\b|\b(?:period|month)\b",
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
        rf"(?P<relative>the {_A_YEAR_BEFORE}|(?:a )?(?:year-ago|year-earlier)|the latest) period"
        r"(?! (?:of |in )?(?:a year (?:ago|earlier)|(?:the )?(?:last|previous|prior) year))",
        unnumbered,
    ),
    rule("same-period", r"the same period(?! (?:of |in )?(?:a year|(?:the )?(?:last|previous|prior) year))", same),
    rule(
        "compared-period",
        r"(?:the )?(?:same|corresponding|comparable|equivalent|like|similar) (?P<unit>period|quarter|half|month),?"
        rf" (?:(?:of |in )?(?:the )?(?:last|previous|prior) year|a year (?:ago|earlier|before)|(?:of |in )?(?P<year>{w.YEAR}))",
        compared,
    ),
    rule(
        "quarter-by-month",
        rf"(?:the )?(?P<month>march|june|september|december)(?: (?P<year>{w.YEAR_IN_FIGURES}))? quarter",
        by_month,
    ),
    rule(
        "quarter-by-months",
        rf"(?:the )?(?:(?:current|latest|first|second|third|fourth) )?(?P<month>{w.FULL_MONTH}|{w.SHORT_MONTH})(?: ?-|/| to | through )"
        rf"(?P<last>{w.FULL_MONTH}|{w.SHORT_MONTH}) (?:(?P<year_between>{w.YEAR_IN_FIGURES}) )?(?:quarter|period|half){_OF_YEAR}",
        by_months,
    ),
    rule(
        "period-of-year", rf"(?:last year's|(?:the )?(?P<year>{w.YEAR_IN_FIGURES})) (?P<unit>period|quarter)", compared
    ),
)
