"""Today and its neighbours: "yesterday", "tonight", "this morning", "the day after tomorrow", "that night"."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.attribution.when import words as w
from onrecord.attribution.when.grammar import EDGE, Match, Scene, edge_of, family, rule, said, timed
from onrecord.attribution.when.rules.clock import ABOUT, CLOCK, clock_of, has_clock
from onrecord.attribution.when.values import Anchor, Meaning, TimexType, day

_OFFSETS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1}
_RECENT = 3
"""Days up to which "in the afternoon" is of the day that an earlier paragraph named, and no more of publication."""
_COUNTRY = re.compile(r"\b(?:russia|india|china) $")
"""What is an outlet's name together with "Today"."""
_BESIDE = {"": 0, "before": -1, "after": 1}


def today(match: Match, scene: Scene) -> Meaning | None:
    """Yesterday, tomorrow at noon, the day before yesterday."""
    word = said(match, "word")
    if scene.text[match.start("word")].isupper() and _COUNTRY.search(scene.before(8)):
        return None  # "India Today"
    part = clock_of(match) if has_clock(match) else said(match, "part_of_day")
    if has_clock(match) and not part:
        return None
    if word in ("tonight", "last night"):
        part = part or "night"
    offset = _OFFSETS[word] + _BESIDE[said(match, "beside")]
    days = day(scene.published + timedelta(days=offset)) if scene.published else None
    return timed(days, part, "XXXX-XX-XX", Anchor.PUBLICATION, edge_of(match))


def part_of_day(match: Match, scene: Scene) -> Meaning | None:
    """This morning of publication; that night, the next morning: of the day that the text named last."""
    relative = said(match, "relative")
    if relative in ("every", "each"):
        return Meaning(TimexType.SET, f"XXXX-XX-XXT{w.PARTS[match['part']]}")
    if relative in ("this", "last", "next"):
        base, anchor, offset = scene.published, Anchor.PUBLICATION, {"last": -1, "this": 0, "next": 1}[relative]
    else:
        base, anchor = scene.leaned_on("day"), Anchor.PREVIOUS
        offset = {"that": 0, "the same": 0, "that same": 0, "the previous": -1}.get(relative, 1)
    days = day(base + timedelta(days=offset)) if base else None
    return timed(days, match["part"], "XXXX-XX-XX", anchor, edge_of(match))


def bare_part(match: Match, scene: Scene) -> Meaning | None:
    """In the morning, mid-afternoon: of the day that the text named last, else of publication."""
    base = scene.previous if scene.previous and scene.previous.granularity in ("day", "time") else None
    if (
        base
        and scene.published
        and not scene.is_paragraph_of_previous
        and (scene.published - base.start).days > _RECENT
    ):
        base = None
    days = base or (day(scene.published) if scene.published else None)
    return timed(
        days,
        said(match, "part") or match["whole"],
        "XXXX-XX-XX",
        Anchor.PREVIOUS if base else Anchor.PUBLICATION,
        edge_of(match),
    )


FAMILY = family(
    r"\b(?:today|yesterday|tomorrow|tonight|morning|afternoon|evening|night)\b",
    rule(
        "today",
        rf"(?:the day (?P<beside>before|after) )?{EDGE}(?P<word>today|yesterday|tomorrow|tonight|last night)"
        r"(?:,? (?:early |late )?(?:in the )?(?P<part_of_day>morning|afternoon|evening|night))?",
        today,
    ),
    rule("day-beside", r"day (?P<beside>before|after) (?P<word>yesterday|tomorrow)", today),
    rule(
        "today-clock",
        rf"(?P<word>today|yesterday|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?,? (?:at|around|by) {CLOCK}",
        today,
    ),
    rule("clock-today", rf"{ABOUT}{CLOCK},? (?P<word>today|yesterday|tomorrow|tonight|last night)", today),
    rule(
        "this-morning",
        r"(?:(?P<edge>early|earlier|late|later) )?"
        r"(?P<relative>this|last|next|that|that same|the same|the next|the following|the previous|every|each) "
        r"(?P<part>morning|afternoon|evening|night)",
        part_of_day,
    ),
    rule(
        "part-of-day",
        r"(?:(?:later |early |late )?in the )?(?:(?P<edge>mid|early|late)[- ]?)(?P<part>morning|afternoon|evening|night)"
        r"|(?:later |early |late )?in the (?P<whole>morning|afternoon|evening|night)",
        bare_part,
    ),
)
