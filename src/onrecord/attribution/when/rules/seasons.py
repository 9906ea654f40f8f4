"""Seasons: "last summer", "in the spring", "the winter of 1998"."""

from __future__ import annotations

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said
from onrecord.attribution.when.values import Anchor, Meaning, season

_STILL_THIS = 30
"""Days after its end in which a season is still "this" one."""

_ALSO_VERBS = ("fall", "spring")


def plain_season(match: Match, scene: Scene) -> Meaning | None:
    """A season, where something says that it is one: a year, "last", "in the"."""
    code, relative, lead = w.SEASONS[match["season"]], said(match, "relative"), said(match, "lead")
    if year := said(match, "year"):
        return named(season(w.year_number(year), code), modifier=edge_of(match))
    if not (relative or lead or said(match, "of") or edge_of(match)):
        return None
    if match["season"] in _ALSO_VERBS and lead == "the":
        return None
    here = scene.published
    if here is None:
        return open_date(f"XXXX-{code}", modifier=edge_of(match))
    if of := said(match, "of"):
        return named(
            season(here.year + {"last": -1, "this": 0, "next": 1}[of], code), Anchor.PUBLICATION, edge_of(match)
        )
    begun = season(here.year, code) if season(here.year, code).start <= here else season(here.year - 1, code)
    is_running = begun.end >= here
    number = begun.start.year
    if relative in ("last", "this past", "the previous"):
        number -= is_running
    elif relative in ("next", "this coming"):
        number += 1
    elif relative == "this" and not is_running and (here - begun.end).days > _STILL_THIS:
        number = here.year
    elif scene.direction == AHEAD and not is_running:
        number += 1
    return named(season(number, code), Anchor.PUBLICATION, edge_of(match))


FAMILY = family(
    rf"\b{w.SEASON}\b",
    rule(
        "season",
        r"(?:(?P<relative>last|this|next|this past|this coming|that|the previous) "
        r"|(?P<lead>(?:in|during|by|until|since)(?: the)?|the) )?"
        rf"{EDGE}(?P<season>{w.SEASON})(?: (?:of )?(?P<year>{w.YEAR})| of (?P<of>this|last|next) year)?",
        plain_season,
    ),
)
