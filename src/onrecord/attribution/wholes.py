"""A quotation is one speaker's words: a content that covers a part of one covers all of it, unless the rest is somebody else's.

The model decides piece by piece, and a long quotation with a cue in its middle or a sentence that looks like news is easily cut short.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decode import Attribution
from onrecord.attribution.quotes import Quotation, paragraphs
from onrecord.vocabulary import Span

_SENTENCE_END = re.compile(r"[.!?][”\"’')]*(?=\s)")
MARKUP = ' *_“"‘'
"""What may stand around the label of a turn."""
A_PART = 0.1
"""Less of a quotation than this is a slip at an edge, and no reason to take in the rest."""


def complete_quotations(attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, with contents that cover a part of a quotation in double marks stretched to its ends.

    A quotation is left as it was read where another cue, source or content stands in the rest of it.
    """
    whole = sorted(q.span for q in quotations if q.closed and not q.is_single)
    taken = [s for a in attributions for s in (a.cue, a.source, *a.content) if s]
    return [replace(a, content=tuple(_completed(piece, whole, taken) for piece in a.content)) for a in attributions]


def complete_turns(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the words behind a label and a colon stretched to the end of the paragraph.

    Where somebody else's words stand in it, up to the sentence in which these begin.
    """
    parts = list(paragraphs(text))
    return [_whole_turn(text, a, attributions, parts) for a in attributions]


def _whole_turn(
    text: str, turn: Attribution, attributions: Sequence[Attribution], parts: Sequence[Span]
) -> Attribution:
    if turn.source is None or turn.cue.of(text).strip(" *_") != ":" or turn.cue.end > turn.content[0].start:
        return turn
    part = parts[bisect_right(parts, turn.source.start, key=lambda span: span.start) - 1]
    last = turn.content[-1]
    is_label = not text[part.start : turn.source.start].strip(MARKUP)
    if not is_label or text[turn.cue.end : turn.content[0].start].strip(MARKUP) or not part.contains(last):
        return turn
    spans = (s for a in attributions if a is not turn for s in (a.cue, a.source, *a.content) if s)
    stop = min((s.start for s in spans if last.end <= s.start < part.end), default=part.end)
    if stop < part.end:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, last.end, stop)]
        stop = ends[-1] if ends else last.end
    return replace(turn, content=(*turn.content[:-1], Span(last.start, max(stop, last.end))))


def _completed(piece: Span, whole: Sequence[Span], taken: Sequence[Span]) -> Span:
    grown = piece
    for quotation in _touched(piece, whole):
        covered = min(piece.end, quotation.end) - max(piece.start, quotation.start)
        stretched = Span(min(grown.start, quotation.start), max(grown.end, quotation.end))
        if (
            stretched != grown
            and covered >= A_PART * (quotation.end - quotation.start)
            and not any(s != piece and s.start < stretched.end and stretched.start < s.end for s in taken)
        ):
            grown = stretched
    return grown


def _touched(piece: Span, whole: Sequence[Span]) -> Sequence[Span]:
    """The quotations that share a character with a piece. Those in double marks never overlap, so their ends are in order too."""
    first = bisect_right(whole, piece.start, key=lambda span: span.end)
    return whole[first : bisect_left(whole, piece.end, key=lambda span: span.start)]
