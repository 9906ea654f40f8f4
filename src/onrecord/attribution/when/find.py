"""Text → its time expressions, in order, each with what it means where it stands."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.attribution.when import words as w
from onrecord.attribution.when.direction import UNTOLD
from onrecord.attribution.when.fold import fold
from onrecord.attribution.when.grammar import Family, Match, Rule, Scene
from onrecord.attribution.when.rules import FAMILIES
from onrecord.attribution.when.values import CALENDAR, Anchor, Days, Meaning, TimeExpression, TimexType, calendar_day
from onrecord.vocabulary import Span

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REACH = 80
"""How many characters around its nucleus an expression may stretch: more than any rule's longest phrase."""

_MONTHS_TOLD = re.compile(r"P[69]M")
"""What companies report of beside a quarter: the half and the three quarters of a year that are over."""

_NO_TIME = re.compile(
    r"\b[\w.-]{1,12}[- ](?:year|month|week|day)s?[- ]olds?\b"  # an age
    r"|\b(?:sunday|daily|weekly|evening|morning|saturday) (?=(?:times|mail|mirror|telegraph|star|express|post|news|herald|show)\b)"
    r"|\b(?:usa|psychology|christianity) today\b|\b(?:world|business) news tonight\b|\bfox news sunday\b"
    r"|\b(?:today|tonight)(?=,?['\"”’]* show\b)"
    r"|\b(?:winter|summer) (?:olympics?|paralympics?|games|palace|house|school|camp|solstice)\b"
    r"|\b(?:(?<!will )one day|now and (?:then|again)|time and again"
    r"|day (?:and|or) night|day by day|day-to-day|day care|night club|year book)\b"
)


def day_published(published: str | None) -> date | None:
    """The day of an article's date of publication, as far as it has one."""
    found = _DAY.match(published or "")
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def find_times(text: str, published: date | None) -> list[TimeExpression]:
    """Every time expression of an English text, in text order, none inside another.

    Of two that overlap the one that begins first is taken, and of two that begin together the longer. Without a day of
    publication, what is reckoned from it keeps X for what is open, and has no days. A dateline of a few days before
    publication goes before it: "today" is the day on which the report was sent.
    """
    if published and published.year not in CALENDAR:
        published = None
    folded = fold(text)
    published = _day_written(text, published)
    found: list[TimeExpression] = []
    named: dict[str, Days] = {}
    numbered: dict[str, Days] = {}
    told: list[bool] = []
    is_over_months = False
    previous: Days | None = None
    reported: Days | None = None
    here = previous_start = previous_end = 0
    excluded = deque(match.span() for match in _NO_TIME.finditer(folded))
    for match, rule in _candidates(folded):
        start, end = match.span()
        while excluded and excluded[0][1] <= start:
            excluded.popleft()
        if start < here or (excluded and excluded[0][0] < end):
            continue
        scene = Scene(
            text,
            folded,
            start,
            end,
            published,
            previous,
            named,
            is_over_months,
            reported,
            numbered,
            previous_start,
            previous_end,
        )
        meaning = rule.read(match, scene)
        if meaning is None:
            continue
        found.append(TimeExpression(Span(start, end), meaning, rule.id))
        told.append(rule.id not in _BARE or scene.direction != UNTOLD)
        if meaning.days and rule.id == "quarter" and not any(map(match.group, ("relative", "year", "year_first"))):
            numbered[meaning.value[-2:]] = meaning.days
        here = end
        if _MONTHS_TOLD.fullmatch(meaning.value):
            is_over_months = True
        elif meaning.days and meaning.days.granularity == "quarter":
            is_over_months = False
            reported = _later_told(reported, meaning.days, published)
        if meaning.days and _can_be_leant_on(meaning):
            # "That year" after a day of it says nothing new: the next "a week later" still starts from the day.
            if meaning.anchor is not Anchor.PREVIOUS or previous is None or not meaning.days.contains(previous):
                previous = meaning.days
            previous_start, previous_end = start, end
            if meaning.anchor is not Anchor.PREVIOUS:
                named[meaning.days.granularity] = meaning.days
    return _as_told(found, told, folded)


_BARE = frozenset(("weekday", "month", "month-day"))
"""Rules whose words mean one day in one sentence and may mean another in the next, as the verbs say."""


def _as_told(found: list[TimeExpression], told: list[bool], folded: str) -> list[TimeExpression]:
    """The expressions, those about which no verb says anything read as where verbs do: a headline as the first paragraph."""
    meanings: dict[tuple[str, str], set[Meaning]] = {}
    for each, is_told in zip(found, told, strict=True):
        if is_told and each.rule in _BARE and each.meaning.anchor is Anchor.PUBLICATION:
            meanings.setdefault((each.rule, each.span.of(folded)), set()).add(each.meaning)
    for n, (each, is_told) in enumerate(zip(found, told, strict=True)):
        others = meanings.get((each.rule, each.span.of(folded)), set())
        if not is_told and len(others) == 1 and each.meaning.anchor is Anchor.PUBLICATION:
            found[n] = replace(each, meaning=next(iter(others)))
    return found


def _later_told(reported: Days | None, named: Days, published: date | None) -> Days | None:
    """The quarter that figures are of, after one more is named: it stays where that is an older one, or not yet over."""
    is_over = published is not None and named.end < published
    return named if is_over and (reported is None or named.start > reported.start) else reported


_DATELINE = re.compile(
    rf"\s*[A-Z][A-Z.,' -]+(?:\([A-Za-z]+\))?, (?P<month>(?i:{w.MONTH})) (?P<day>[0-9]{{1,2}}) ?(?:\([A-Za-z/ ]+\) ?)?(?:[-–—_]|$)"
)
_SENT_WITHIN = 4
"""Days after which a report is published at the latest; a dateline further back is a story's that is told again."""


def _day_written(text: str, published: date | None) -> date | None:
    """The day of the dateline where there is one, else that of publication: "MOSCOW, August 13 (Agency) --"."""
    found = _DATELINE.match(text)
    if published is None or found is None:
        return published
    which, at = w.month_number(found["month"].lower()), int(found["day"])
    days = (calendar_day(number, which, at) for number in (published.year, published.year - 1))
    near = (each.start for each in days if each and 0 <= (published - each.start).days <= _SENT_WITHIN)
    return next(near, published)


def _candidates(folded: str) -> list[tuple[Match, Rule]]:
    """What any rule matches, first and longest first."""
    matches = [
        (match, rule)
        for family in FAMILIES
        for start, end in _windows(family, folded)
        for rule in family.rules
        for match in rule.pattern.finditer(folded, start, end)
    ]
    return sorted(matches, key=lambda candidate: (candidate[0].start(), -candidate[0].end()))


def _windows(family: Family, folded: str) -> Iterator[tuple[int, int]]:
    """Where a family's rules may match: around its nuclei, from white space to white space."""
    open_start, open_end = 0, -1
    for nucleus in family.nucleus.finditer(folded):
        if nucleus.end() + _REACH <= open_end:
            continue
        end = folded.find(" ", nucleus.end() + _REACH)
        end = len(folded) if end < 0 else end
        start = folded.rfind(" ", 0, max(0, nucleus.start() - _REACH)) + 1
        if open_end >= 0 and start > open_end:
            yield open_start, open_end
            open_start = start
        elif open_end < 0:
            open_start = start
        open_end = max(open_end, end)
    if open_end >= 0:
        yield open_start, open_end


def _can_be_leant_on(meaning: Meaning) -> bool:
    """Whether "a day later" may be reckoned from it: a date or a time that is no "now"."""
    is_date = meaning.type in (TimexType.DATE, TimexType.TIME)
    return is_date and "REF" not in meaning.value and meaning.anchor is not Anchor.EVENT
