"""Again and again: "every day", "twice a week", "daily", "per month"."""

from __future__ import annotations

import re

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import Match, Scene, family, rule, said
from onrecord.attribution.when.rules.lengths import length
from onrecord.attribution.when.values import Meaning, TimexType

_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "biannually": "P6M",
    "bimonthly": "P2M",
    "once a day": "P1D",
}


def every(match: Match, scene: Scene) -> Meaning | None:
    """Every day, each of the units, every other week, every five years."""
    unit, words = w.unit_of(match["unit"]), said(match, "count")
    count = 2.0 if words == "other" else w.number(words) if words else 1.0
    return Meaning(TimexType.SET, length(count, unit))


def every_season(match: Match, scene: Scene) -> Meaning | None:
    """Every summer."""
    return Meaning(TimexType.SET, f"XXXX-{w.SEASONS[match['season']]}")


def per(match: Match, scene: Scene) -> Meaning | None:
    """Per year, once a week."""
    return Meaning(TimexType.SET, length(1, match["unit"]))


def adverb(match: Match, scene: Scene) -> Meaning | None:
    """Daily and its like; a capital letter before another is a newspaper's name."""
    is_name = scene.text[match.start()].isupper() and re.match(r"[ '][A-Z]", scene.text[match.end() : match.end() + 2])
    is_adjective = match["word"] == "quarterly" and re.match(r" [a-z]", scene.after(2))
    return None if is_name or is_adjective else Meaning(TimexType.SET, _ADVERBS[said(match, "word")])


FAMILY = family(
    rf"\b(?:each|every|per|once|twice|times|{w.one_of(_ADVERBS)})\b",
    rule(
        "every",
        rf"(?:each|every)(?: and every)? (?:(?P<count>other|{w.EXACT_NUMBER}|few|couple of) )?(?P<unit>{w.UNIT})",
        every,
    ),
    rule("every-season", rf"(?:each|every) (?P<season>{w.SEASON})", every_season),
    rule(
        "per",
        r"(?:per|(?:once|twice|(?:two|three|four|five|six|several|many) times) (?:an?|each|every|per)) "
        r"(?P<unit>day|week|month|year|hour|minute|night|decade|century)",
        per,
    ),
    rule("adverb-of-set", rf"(?P<word>{w.one_of(_ADVERBS)})", adverb),
)
