"""Whether a time says on which day happened what its sentence tells.

Some say since when something is so, what it is measured against, whose it is ("the March vote"), or what is planned; and
"today" is mostly these days where no verb tells of something done.
"""

from __future__ import annotations

import re

from onrecord.attribution.what.told import Told
from onrecord.attribution.when import TimeExpression
from onrecord.attribution.when.direction import AHEAD, BEHIND, direction, is_just_told
from onrecord.attribution.when.fold import fold

_NEAR = 60
"""Characters before a time in which the words stand that make something else of it."""

_SINCE = re.compile(
    r"\b(?:since|ever since|until|than|as of|compared (?:with|to)|up from|down from)(?: (?:early|late|at least|the))? $"
)
_MEASURED = re.compile(
    r"(?:\d|\bpercent|\bcents?|\bpoints?|illion)[^.;]{0,50}? (?:from|over|against)"
    r" (?P<figure>[^\w\s]?\d\S* (?:[mbtr]+illion |percent )?(?:on |in )?)?$"
)
"""What a number is measured against: "up 3 percent from a year earlier", "to $5 from $4 the day before"."""
_EARLIER = re.compile(r"\b(?:before|earlier|ago)$|^(?:last|the (?:previous|prior|same|last)) ")
_STAMP = re.compile(r"\(@\w+\),? $|<[^<>]*$")
"""A time that a page prints, not the text: below a post that stands in it, or in markup."""
_DATELINE = re.compile(r"(?:^|\n)[ \t]*[A-Z][A-Z .’'-]{2,}(?:,[^\n—–]{2,30})?, $")
_BEHIND_DATELINE = re.compile(r"[^\n—–]{0,20}\s(?:—|–|--)\s")
_OWNER = re.compile(r"(?:\b(?:a|an|the|this|that|his|her|its|their|our|my|any|each|every|no)|['’]s|s['’]) $", re.I)
_OF_ITSELF = re.compile(r"(?:the|a|an|this|that|these|last|next|past|same|early|late|mid|one|two)\b", re.I)
_NOUN = re.compile(
    r" (?!(?:and|or|at|in|on|to|by|for|of|with|when|after|before|as|that|which|who|but|from|until)\b)[a-z]"
)
_POSSESSIVE = re.compile(r"['’]s? (?=\w)")
_PLANS_TOLD = re.compile(r"\b(?:\w+ed|made|gave) (?:\w+ )?plans (?:on |in )?$")
"""Plans that are announced on a day are no plan of that day."""
_THERE = re.compile(r"\b(?:at|during|in) (?P<the>(?:the|an?) )?$")
_TODAY = frozenset({"today", "tonight", "this week", "this month", "this morning", "this season"})


def dates_what_happened(told: Told, time: TimeExpression) -> bool:
    """Whether what the sentence of a time tells happened on its days."""
    text, start, end = told.article.text, time.span.start, time.span.end
    before = text[max(0, start - _NEAR) : start]
    words = time.span.of(text).lower()
    if _SINCE.search(before.lower()) or _STAMP.search(before):
        return False
    if _DATELINE.search(before) and _BEHIND_DATELINE.match(text, end):
        return False
    if (measured := _MEASURED.search(before.lower())) and (measured["figure"] or _EARLIER.search(words)):
        return False
    if _is_of_a_noun(told, time, before):
        return False
    way = BEHIND if _PLANS_TOLD.search(before) else direction(fold(text), start, end)
    return way != AHEAD and (way == BEHIND or words not in _TODAY)


def _is_of_a_noun(told: Told, time: TimeExpression, before: str) -> bool:
    """Whether it says which of several a thing is: "Monday's ruling", "the March vote". Where a sentence begins with it, the
    thing is what the sentence tells of; "spoke at Monday's vigil" happened there."""
    text, (start, end) = told.article.text, (time.span.start, time.span.end)
    page = told.roll.page
    sentence = told.sentence_at(page.place(start))
    if page.place(start) - sentence.start <= 1:
        return False
    if (there := _THERE.search(before)) and is_just_told(fold(text), start - len(there["the"] or "")):
        return False
    if _POSSESSIVE.match(text, end):
        return True
    is_owned = _OWNER.search(before) is not None and _OF_ITSELF.match(text, start) is None
    return is_owned and _NOUN.match(text, end) is not None
