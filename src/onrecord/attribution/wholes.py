"""A quotation is one speaker's words: a content that covers a part of one covers all of it, unless the rest is somebody else's.

The model decides piece by piece, and a long quotation with a cue in its middle or a sentence that looks like news is easily cut short.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.decode import Attribution
from onrecord.attribution.quotes import Quotation
from onrecord.vocabulary import Span

A_PART = 0.1
"""Less of a quotation than this is a slip at an edge, and no reason to take in the rest."""


def complete_quotations(attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, with contents that cover a part of a quotation in double marks stretched to its ends.

    A quotation is left as it was read where another cue, source or content stands in the rest of it.
    """
    whole = sorted(q.span for q in quotations if q.closed and not q.is_single)
    taken = [s for a in attributions for s in (a.cue, a.source, *a.content) if s]
    return [replace(a, content=tuple(_completed(piece, whole, taken) for piece in a.content)) for a in attributions]


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
