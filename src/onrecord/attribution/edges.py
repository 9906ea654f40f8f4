"""Where a span ends exactly: with both its quotation marks or with neither, without stray punctuation, as annotators put it.

A content that is a quotation takes its marks with it (Newell et al. 2018, PolNeAR guidelines); commas and stops after it stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.quotes import Quotation
from onrecord.vocabulary import Form, Span

_LEADING_TIME = re.compile(
    r"(?:on |late |early |earlier |later |last |this |in |recent )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today"
    r"|weeks?|months?|years?|night|days)(?: (?:morning|afternoon|evening|night))? (?=\w)",
    re.I,
)

LOOSE = " \t\r\n\u00a0.,;:"
MOSTLY = 0.9


def tidy(text: str, span: Span, quotations: Sequence[Quotation]) -> Span | None:
    """The span without white space and punctuation at its edges; an edge inside a quotation's marks takes the mark with it."""
    start, end = span.start, span.end
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    if start == end:
        return None
    for quotation in quotations:
        whole = quotation.span
        first, last = whole.start + quotation.mark, whole.end - quotation.mark if quotation.closed else whole.end
        if start == first and end > first:
            start = whole.start
        if quotation.closed and start <= whole.start and end < whole.end and not text[end:last].strip(LOOSE + "!?"):
            end = whole.end
    return Span(start, end)


def without_leading_time(text: str, cue: Span) -> Span:
    """The cue without a day in front of it: of "last week said" annotators mark "said" (PolNeAR train: 131 times, with the day 15)."""
    match = _LEADING_TIME.match(text, cue.start, cue.end)
    return Span(match.end(), cue.end) if match else cue


def form_of(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """direct where nearly all letters of the content are quoted, indirect where none are, mixed between."""
    letters = quoted = 0
    for piece in content:
        # an article may have hundreds of quotations, and few of them touch a piece
        near = [q.span for q in quotations if q.span.start < piece.end and piece.start < q.span.end]
        letters += _letters(text, piece.start, piece.end)
        at = piece.start
        for span in near:  # in text order; one may stand in another
            quoted += _letters(text, max(at, span.start), min(piece.end, span.end))
            at = max(at, span.end)
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= MOSTLY * letters else Form.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end])) if start < end else 0
