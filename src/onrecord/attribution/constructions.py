"""Turns of phrase whose cue the model overlooks, or takes together with what is not said.

The bank has put its loss at $90 million.        The palace called on the town to open its files.
She would not be drawn on the age of the wood.   He asked the town on Monday to pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.answers import subject_before
from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span

_AMOUNT = (
    r"(?:[$£€]|[A-Z]{1,3}\$|Rs\b|\d|(?:an? |one |two |three |four |five |six |seven |eight |nine |ten |half |zero)\w*)"
)
_PUT_AT = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?puts?)\s+(?P<content>(?:its|the|his|her|their)\s[^.;:!?\r\n“”\"]{3,80}?\s+at\s+"
    rf"(?:(?:more|less|fewer)\s+than\s+|about\s+|some\s+|around\s+|nearly\s+|over\s+|at\s+least\s+)?{_AMOUNT}[^.;:!?,\r\n“”\"]*(?:[.,]\d[^.;:!?,\r\n“”\"]*)*)"
)
_CALLED_ON = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?called\s+(?:up)?on)\s+[^.;:!?\r\n“”\"]{2,60}?\s(?P<content>to\s+\w[^.;:!?\r\n“”\"]*)"
)
_NOT_DRAWN = re.compile(
    r"\b(?P<cue>(?:would\s+not|wouldn[’']t|refused\s+to|declined\s+to)\s+be\s+drawn\s+on)\s+(?P<content>[^.;:!?\r\n“”\"]{3,160})"
)
_ACTS = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?:ruled\s+out|owned\s+up\s+to|vouched\s+for|poured\s+cold\s+water\s+on|made\s+light\s+of))"
    r"\s+(?P<content>[^.;:!?\r\n“”\"]{3,160})"
)
_ALL = (_PUT_AT, _CALLED_ON, _NOT_DRAWN, _ACTS)
_PARENTHETICAL = re.compile(
    r"(?:(?<=[.!?][”\"’] )|(?<=[.!?] )|(?:^|(?<=[\r\n])))(?P<before>[A-Z][^.!?;:\r\n“”\",]{6,160}),\s+"
    r"(?P<who>he|she|they|(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|the\s+[a-z]+)\s+"
    r"(?P<cue>(?:said|added|volunteered|went\s+on|continued|recalled|explained|suggested|conceded|insisted|admitted|complained|argued))"
    r",\s+(?P<after>[^.!?;:\r\n“”\"]{3,200})"
)
"""A clause of saying between two commas: "He had met him once, he volunteered, in a lift"."""
_ASKING = re.compile(
    r"^(?:(?:has|have|had|also|again|repeatedly|formally)\s+)*(?:ask|asks|asked|urge|urges|urged|begged|implored|advised|pressed)$",
    re.I,
)
_OPENERS = frozenset(
    ["to", "not", "whether", "if", "how", "what", "when", "where", "which", "who", "why", "that", "for", "about"]
)
"""Words with which a question or a clause begins, and no addressee."""
_TO_DO = re.compile(r"(?P<whom>[^,;:“”\"]{2,60}?)\s(?P<what>(?:not\s+)?to\s+[a-z]+\b)")


def add_constructions(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and such phrases as none of them has touched."""
    taken = [s for a in attributions for s in (a.cue, *a.content)]
    found = [a for a in _found(text) if not any(_touch(s, t) for s in (a.cue, *a.content) for t in taken)]
    return sorted([*attributions, *found], key=lambda a: min(s.start for s in (a.cue, *a.content)))


def _found(text: str) -> Iterator[Attribution]:
    for pattern in _ALL:
        for match in pattern.finditer(text):
            subject = subject_before(text, match.start("cue"))
            if subject:
                yield Attribution(subject, Span(*match.span("cue")), (Span(*match.span("content")),))
    for match in _PARENTHETICAL.finditer(text):
        content = (Span(*match.span("before")), Span(*match.span("after")))
        yield Attribution(Span(*match.span("who")), Span(*match.span("cue")), content)


def without_addressees(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with "asked | the town on Monday to pay" as "asked | to pay": whom it was asked is not what was asked."""
    return [_without_addressee(text, attribution) for attribution in attributions]


def _without_addressee(text: str, attribution: Attribution) -> Attribution:
    first = attribution.content[0]
    if attribution.cue.end > first.start or not _ASKING.match(attribution.cue.of(text)) or text[first.start] in '“"':
        return attribution
    match = _TO_DO.match(text, first.start, first.end)
    if match is None or not _OPENERS.isdisjoint((match["whom"].lower().split()[0], match["whom"].lower().split()[-1])):
        return attribution
    return replace(attribution, content=(Span(match.start("what"), first.end), *attribution.content[1:]))


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
