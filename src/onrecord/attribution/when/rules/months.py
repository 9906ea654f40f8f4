"""Months: "in March", "late June 2016", "last November", "the month of May"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import AHEAD, BEHIND
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, named, open_date, rule, said
from onrecord.attribution.when.ranges import other_of, year_not_before, year_of_range
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimexType, month

_OF_YEAR = r"(?P<relative>this|last|next|the (?:previous|following|same)|that) year"


def month_of_year(match: Match, scene: Scene) -> Meaning | None:
    """A month with its year: "May 2016", "January of last year"."""
    which = w.month_number(match["month"])
    if match["year"]:
        return named(month(w.year_number(said(match, "year")), which), modifier=edge_of(match))
    relative = said(match, "relative")
    to_previous = relative not in ("this", "last", "next")
    base = scene.previous.start if to_previous and scene.previous else scene.published
    if base is None:
        return open_date(f"XXXX-{which:02d}", modifier=edge_of(match))
    offset = 1 if relative in ("next", "the following") else -1 if relative in ("last", "the previous") else 0
    return named(
        month(base.year + offset, which), Anchor.PREVIOUS if to_previous else Anchor.PUBLICATION, edge_of(match)
    )


def bare_month(match: Match, scene: Scene) -> Meaning | None:
    """A month alone: the nearest in time, unless a word or a clear verb says otherwise."""
    which, relative = w.month_number(match["month"]), said(match, "relative")
    if not relative and match["month"] not in w.MONTHS_IN_FULL and not match["month"].endswith("."):
        return None
    if match["month"] in _ALSO_WORDS and not _is_month(match, scene):
        return None
    if relative in ("each", "every"):
        return Meaning(TimexType.SET, f"XXXX-{which:02d}")
    if scene.published is None:
        return open_date(f"XXXX-{which:02d}", modifier=edge_of(match))
    return named(_nearest(which, relative, scene, scene.published), Anchor.PUBLICATION, edge_of(match))


def _nearest(which: int, relative: str, scene: Scene, here: date) -> Days:
    behind = month(here.year - (which > here.month), which)
    ahead = month(here.year + (which < here.month), which)
    if relative in ("last", "the last", "this past", "past"):
        # In March nobody calls the month before "last February".
        return behind if (here.month - which) % 12 > 1 else month(behind.start.year - 1, which)
    if relative in ("next", "this coming", "coming"):
        return ahead if which != here.month else month(here.year + 1, which)
    if relative == "this":
        return month(here.year, which)
    if (number := _year_beside(which, scene, here)) is not None:
        return month(number, which)
    if scene.is_filled_in:
        return behind
    if scene.before(8).endswith((" by ", "until ", "till ", "through ")):
        return ahead
    months_ahead = (which - here.month) % 12
    if which == 11 and months_ahead > 1 and _is_of_election(scene):
        even = here.year + here.year % 2
        return min(month(even, 11), month(even - 2, 11), key=lambda days: abs((days.start - here).days))
    if scene.direction == AHEAD and months_ahead <= 10 and not scene.is_effective:
        return ahead
    if scene.direction == BEHIND and (months_ahead >= 3 or scene.is_just_told):
        return behind
    return ahead if months_ahead <= 5 else behind


def _is_of_election(scene: Scene) -> bool:
    """Whether it is said of an American election, which is in an even year: "the November election"."""
    return bool(_ELECTION_BEHIND.match(scene.after(40)) or _ELECTION_BEFORE.search(scene.before(40)))


_ELECTION_BEHIND = re.compile(r"(?:'s)? (?:general |presidential |congressional |midterm )?elections?\b")
_ELECTION_BEFORE = re.compile(r"\belections? (?:in|this|next) $")


def _year_beside(which: int, scene: Scene, here: date) -> int | None:
    """The year, as the month or day before it or after it says, where they belong together."""
    other = other_of(scene)
    if other and (number := other.year_of(which)) is not None:
        return number
    if (begun := scene.range_begun) and begun.granularity in ("day", "month"):
        return year_not_before(begun.start, which)
    return year_of_range(which, other.month, here, scene) if other and other.is_end and not other.day else None


_ALSO_WORDS = ("may", "march")
_LEADS = re.compile(
    r"\b(?:in|last|this|next|since|until|till|from|by|during|before|after|of|to|through|each|every|early|late|mid|middle|and|or|past"
    r"|(?:scheduled|set|slated|planned|due|expected|delivery|shipment|postponed|delayed) for"
    r"|ending|ended|end|between|following|upcoming|previous|beginning|starting|fiscal)[- /]+$"
)
_BESIDE_MONTH = re.compile(rf"(?:[-/]| and | to | through | or |, ){w.MONTH}")
_NAMED_MAY = re.compile(r"\b(?:M(?:r|rs|s|iss)\.? |Prime Minister |[Tt]h?eresa )(?:[A-Z][a-z]+ )?May\b")
"""Somebody who is called May in the text."""
_LEADS_A_NOUN = re.compile(r"\b(?:an?|its|their|his|her|our|the|for) $")
"""What also stands before the name May and before a march; the month has a noun behind it there."""
_NOUN = re.compile(r" (?!(?:of|on|for|in|to|through|and|from|was|is|has|said|will|would)\b)[a-z]{2}")
"""What follows "the May" or "the March" that is a month: "the March meeting", and not "the March on the capital"."""


def _is_month(match: Match, scene: Scene) -> bool:
    """Whether "May" is the month and no verb: written large, and led by a word such as "in", or by "the" before a noun."""
    at = match.start("month")
    if (
        match["month"] == "may"
        and not match["edge"]
        and not scene.before(4).endswith("in ")
        and _NAMED_MAY.search(scene.text)
    ):
        return False
    if not scene.text[at].isupper() or (scene.text[at : at + 2].isupper()):
        return False
    before = scene.folded[max(0, at - 24) : at]
    if _LEADS.search(before) or _BESIDE_MONTH.match(scene.folded, match.end("month")):
        return True
    return bool(_LEADS_A_NOUN.search(before) and _NOUN.match(scene.text, match.end("month")))


FAMILY = family(
    rf"\b{w.MONTH}",
    rule(
        "month-of-year",
        rf"{EDGE}(?:the month of )?(?P<month>{w.MONTH})(?:(?: ?,? |-)(?:of |in )?(?P<year>{w.YEAR})| (?:of )?{_OF_YEAR})",
        month_of_year,
    ),
    rule("year-and-month", rf"(?P<year>{w.YEAR})(?: ?, ?| )(?P<month>{w.FULL_MONTH})(?! [0-9])", month_of_year),
    rule(
        "month",
        rf"(?:(?P<relative>(?:the )?last|this|next|this past|past|this coming|coming|each|every) )?{EDGE}"
        rf"(?:the month of )?(?P<month>{w.FULL_MONTH}|{w.SHORT_MONTH})(?! [0-9]{{1,2}}(?:\b|st|nd|rd|th)(?!%|,[0-9]))",
        bare_month,
    ),
)
