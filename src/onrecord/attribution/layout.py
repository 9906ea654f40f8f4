"""Attributions that the layout makes rather than words: quotations with a name after a dash, and the turns of a transcript.

    “I never saw the ledger.” ― Ada Quill          QUILL: I never saw the ledger.

The mark is the cue. What the model has found there already stays as the model has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.attribution.decode import Attribution
from onrecord.attribution.quotes import DOUBLE, Quotation, paragraphs
from onrecord.vocabulary import Span

_DASH_NAME = re.compile(
    r"[ \t\u00a0]*(―|—|–|--|-)[ \t\u00a0]*([^\W\d_a-z][^\r\n,;:!?“”\"―—]{1,60}?)[ \t\u00a0.,]*(?=[\r\n]|\Z)"
)
_TURN = re.compile(rf"[{DOUBLE}]?(?P<name>(?:[^\W\d_]+[ .’'-]+){{0,3}}[^\W\d_]{{2,}})(?P<cue>:)[ \t\u00a0]+(?=\S)")
LONGEST_NAME = 6
FEWEST_TURNS = 3
"""One line with a name and a colon may be anything; a transcript has speakers who take turns."""


def read_layout(text: str, quotations: Iterable[Quotation]) -> list[Attribution]:
    """The attributions of signed quotations and transcripts, in text order."""
    found = [*_signed(text, quotations), *_turns(text)]
    return sorted(found, key=lambda a: a.content[0].start)


def add_missing(found: list[Attribution], laid_out: Iterable[Attribution]) -> list[Attribution]:
    """`found`, and of `laid_out` whatever has a content that no attribution found has touched."""
    taken = [piece for a in found for piece in a.content]
    added = []
    for attribution in laid_out:
        free = tuple(p for p in attribution.content if not any(p.start < t.end and t.start < p.end for t in taken))
        if free:
            added.append(replace(attribution, content=free))
    return [*found, *added]


def _signed(text: str, quotations: Iterable[Quotation]) -> Iterator[Attribution]:
    """Quotations that begin a line and are followed by a dash and a name, up to the line's end."""
    for quotation in quotations:
        if quotation.is_single or not quotation.closed or not _begins_line(text, quotation.span.start):
            continue
        name = _DASH_NAME.match(text, quotation.span.end)
        if name and len(name.group(2).split()) <= LONGEST_NAME:
            yield Attribution(Span(*name.span(2)), Span(*name.span(1)), (quotation.span,))


def _begins_line(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] in " \t\u00a0":
        at -= 1
    return at == 0 or text[at - 1] in "\r\n"


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where a speaker's label stands, and where the speaking begins."""

    name: Span
    cue: Span
    start: int


def _turns(text: str) -> Iterator[Attribution]:
    """What is said after each label in capitals, as far as the paragraph goes and those after it that have no label but a mark."""
    parts = list(paragraphs(text))
    turns = [_turn(text, part) for part in parts]
    if sum(turn is not None for turn in turns) < FEWEST_TURNS:
        return
    speaking: Attribution | None = None
    for part, turn in zip(parts, turns, strict=True):
        if turn is not None:
            if speaking:
                yield speaking
            speaking = Attribution(turn.name, turn.cue, (Span(turn.start, part.end),))
        elif speaking and text[part.start] in DOUBLE:
            speaking = replace(speaking, content=(*speaking.content, part))
        elif speaking:
            yield speaking
            speaking = None
    if speaking:
        yield speaking


def _turn(text: str, part: Span) -> _Turn | None:
    match = _TURN.match(text, part.start, part.end)
    if match is None or not match["name"].isupper():
        return None
    return _Turn(Span(*match.span("name")), Span(*match.span("cue")), match.end())
