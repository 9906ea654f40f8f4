"""Quarters, halves and seasons: "the third quarter", "first-half 2016", "last summer"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said
from onrecord.attribution.when.values import Anchor, Days, Meaning, half, quarter, season, shifted

_OFFSETS = {"this": 0, "the": 0, "the current": 0, "current": 0, "last": -1, "the previous": -1, "the prior": -1, "next": 1, "the coming": 1}


_REPORTED_FOR = 120
"""Days in which "will report its third quarter" is still about the one that is over."""


def _latest(make: Callable[[int], Days], scene: Scene) -> Days | None:
    """The one that began last before publication; the next where a verb says so and the last is no news any more."""
    here = scene.published
    if here is None:
        return None
    begun = make(here.year) if make(here.year).start <= here else make(here.year - 1)
    if scene.direction == AHEAD and (here - begun.end).days > _REPORTED_FOR:
        return make(begun.start.year + 1)
    return begun


def part_of_year(match: Match, scene: Scene) -> Meaning | None:
    """A quarter or a half by its number: "the third quarter", "Q3 2016"."""
    unit = "half" if (said(match, "unit") or said(match, "letter")) in ("half", "h") else "quarter"
    which = w.ordinal(match["which"]) if said(match, "which") else int(match["number"])
    if not 1 <= which <= (2 if unit == "half" else 4):
        return None

    def make(number: int) -> Days:
        return half(number, which) if unit == "half" else quarter(number, which)

    if found := said(match, "year") or said(match, "year_first"):
        return named(make(w.year_number(found)), modifier=edge_of(match))
    if scene.published is None:
        return open_date(f"XXXX-{unit[0].upper()}{which}", modifier=edge_of(match))
    relative = said(match, "relative").removesuffix("'s").removesuffix(" year")
    if relative in ("the same", "that", "the year-earlier", "the year-ago"):
        base = scene.previous.start if scene.previous and relative in ("the same", "that") else scene.published
        return named(make(base.year - (relative.startswith("the year"))), Anchor.PREVIOUS)
    if relative:
        return named(make(scene.published.year + _OFFSETS[relative]), Anchor.PUBLICATION, edge_of(match))
    return named(_latest(make, scene), Anchor.PUBLICATION, edge_of(match))


def plain_season(match: Match, scene: Scene) -> Meaning | None:
    """A season with something that says it is one: a year, "last", "in the"; "fall" and "spring" are verbs too."""
    name, relative = match["season"], said(match, "relative") or said(match, "of")
    if said(match, "year"):
        return named(season(w.year_number(said(match, "year")), w.SEASONS[name]), modifier=edge_of(match))
    if not relative and not match["lead"] and not match["edge"]:
        return None
    if name in ("fall", "spring") and not relative and not said(match, "lead").startswith(("in", "during", "by", "until", "since")):
        return None
    code, here = w.SEASONS[name], scene.published
    if here is None:
        return open_date(f"XXXX-{code}", modifier=edge_of(match))
    if match["of"]:
        return named(season(here.year + _OFFSETS[relative], code), Anchor.PUBLICATION, edge_of(match))
    begun = season(here.year, code) if season(here.year, code).start <= here else season(here.year - 1, code)
    is_running = begun.end >= here
    number = begun.start.year
    if relative in ("last", "this past"):
        number -= is_running
    elif relative in ("next", "this coming") or (relative != "this" and scene.direction == AHEAD):
        number += not (is_running and relative not in ("next", "this coming"))
    elif relative == "this":
        number = here.year if not is_running else number
    return named(season(number, code), Anchor.PUBLICATION, edge_of(match))


def several_quarters(match: Match, scene: Scene) -> Meaning | None:
    """A quarter or half without a number: "the latest quarter", "the quarter", "the year-earlier quarter"."""
    here, unit, relative = scene.published, said(match, "unit"), said(match, "relative")
    known = scene.named.get("half" if unit == "half" else "quarter")
    if here is None:
        return open_date(f"XXXX-{'H' if unit == 'half' else 'Q'}X")
    make = half if unit == "half" else quarter
    size = 6 if unit == "half" else 3

    def at(months: int) -> Days | None:
        moved = shifted(here, months, "month")
        return make(moved.year, (moved.month - 1) // size + 1) if moved else None

    if "year" in relative or "comparable" in relative or "same" in relative:
        base = known.start if known else shifted(here, -size, "month")
        before = base and shifted(base, -1, "year")
        return named(make(before.year, (before.month - 1) // size + 1) if before else None, Anchor.PREVIOUS)
    if relative in ("this", "the current", "current"):
        return named(at(0), Anchor.PUBLICATION, edge_of(match))
    if relative in ("next", "the coming", "the following", "coming", "following"):
        return named(at(size), Anchor.PUBLICATION, edge_of(match))
    if relative in ("the previous", "the prior", "the preceding") and known:
        before = shifted(known.start, -size, "month")
        return named(before and make(before.year, (before.month - 1) // size + 1), Anchor.PREVIOUS)
    if relative in ("the", "that") and known:
        return named(known, Anchor.PREVIOUS, edge_of(match))
    return named(at(-size), Anchor.PUBLICATION, edge_of(match))


_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:(?:fiscal|calendar|the) )?(?:year )?(?P<year>{w.YEAR})"
    r"|,? (?:of |in )?(?P<relative>this|last|next|the|the current|the previous|the prior|that) (?:fiscal |calendar )?year)?"
)
_LATEST = (
    r"(?:the )?latest|last|this|next|current|the current|the past|the previous|the prior|the preceding|the coming|previous|coming|following|past|the following|most recent"
    r"|the(?: comparable)? (?:year-ago|year-earlier)|the same|the comparable|the just-ended|the recently ended|that|the"
)

FAMILY = family(
    rf"\bquarter|half\b|halves\b|\b{w.SEASON}\b|[qh][1-4]\b|\bperiod\b",
    rule(
        "quarter",
        rf"(?:the )?{EDGE}(?:the )?(?:(?:(?:fiscal|calendar) )?(?P<year_first>{w.YEAR_IN_FIGURES}) )?(?:fiscal )?(?P<which>first|second|third|fourth|final|1st|2nd|3rd|4th)[- ](?:fiscal[- ])?"
        rf"(?P<unit>quarter|half){_OF_YEAR}",
        part_of_year,
    ),
    rule(
        "quarter-of-relative-year",
        r"(?P<relative>this year's|last year's|next year's|the year-ago|the year-earlier) (?:fiscal )?(?P<which>first|second|third|fourth)[- ]"
        r"(?P<unit>quarter|half)",
        part_of_year,
    ),
    rule(
        "quarter-in-figures",
        rf"(?:(?P<year_first>{w.YEAR})[ -]?)?(?P<letter>[qh])(?P<number>[1-4])(?:[ -](?:of )?(?:(?P<year>{w.YEAR})|(?P<relative>this|last|next) year))?",
        part_of_year,
    ),
    rule("latest-quarter", rf"{EDGE}(?P<relative>{_LATEST})[- ](?:fiscal )?(?P<unit>quarter|fiscal half)(?!-|backs?| of| century)", several_quarters),
    rule(
        "period",
        r"(?P<relative>the (?:comparable )?(?:year-ago|year-earlier)|a year-ago|year-ago|year-earlier|the latest|the same)(?P<unit>) period(?: (?:a year (?:ago|earlier)|last year))?",
        several_quarters,
    ),
    rule(
        "season",
        rf"(?:(?P<relative>last|this|next|this past|this coming|that|the previous) |(?P<lead>(?:in|during|by|until|since) (?:the )?|the ))?"
        rf"{EDGE}(?P<season>{w.SEASON})(?: (?:of )?(?P<year>{w.YEAR})| of (?P<of>this|last|next) year)?",
        plain_season,
    ),
)
