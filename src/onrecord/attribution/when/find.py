"""Text → its time expressions, in order, each with what it means where it stands."""

from __future__ import annotations

import re
from datetime import date

from onrecord.attribution.when.direction import direction
from onrecord.attribution.when.grammar import RULES, Rule, Scene
from onrecord.attribution.when.values import Anchor, Days, Meaning, TimeExpression, TimexType
from onrecord.vocabulary import Span

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_published(published: str | None) -> date | None:
    """The day of an article's date of publication, as far as it has one."""
    found = _DAY.match(published or "")
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def find_times(text: str, published: date | None) -> list[TimeExpression]:
    """Every time expression of an English text, in text order, none inside another.

    Of two that overlap the one that begins first is taken, and of two that begin together the longer. Without a day of publication, what
    is reckoned from it keeps X for what is open, and has no days.
    """
    found: list[TimeExpression] = []
    previous: Days | None = None
    here = 0
    for start, end, rule, match in sorted(_candidates(text), key=lambda c: (c[0], -c[1])):
        if start < here:
            continue
        meaning = rule.read(match, Scene(published, direction(text, start, end), previous))
        if meaning is None:
            if rule.id == "year-of-age":
                here = end
            continue
        found.append(TimeExpression(Span(start, end), meaning, rule.id))
        here = end
        if _can_be_leant_on(meaning):
            previous = meaning.days
    return found


def _candidates(text: str) -> list[tuple[int, int, Rule, re.Match[str]]]:
    return [(m.start(), m.end(), rule, m) for rule in RULES for m in rule.pattern.finditer(text)]


def _can_be_leant_on(meaning: Meaning) -> bool:
    """Whether "a day later" may be reckoned from it: a day or longer that lies in the calendar, and is no "now"."""
    return meaning.type in (TimexType.DATE, TimexType.TIME) and meaning.days is not None and "REF" not in meaning.value and (
        meaning.anchor is not Anchor.EVENT
    )
