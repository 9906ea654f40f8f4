"""Where sentences begin and end. "Gov. Ann Lee" and "5 p.m. on Friday" go on; a line break ends one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.vocabulary import Span

LONGEST_SIDE = 400
"""Characters that are looked through on either side; of what is longer nothing is taken."""

_END = re.compile(r"""(?:[.!?][”’"')\]]*\s+(?=[“‘"'(\[]*[A-Z0-9])|\n\s*)""")
_NO_END = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Insp|Prof|Rev|Jr|Sr|No|vs|U\.S|U\.K|[ap]\.m|"
                     r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$")  # fmt: skip

_LAST = re.compile(r"[.!?][”’\"')\]]*\s*$")

LONGEST_OPENING = 4
"""Marks of quotation and the letter with which the next sentence begins."""

LONGEST_SHORTENING = 40
"""Characters, white space and all, that are looked through for what ends in a dot and ends no sentence."""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or the sentences, that a span stands in, without white space at either end."""
    low, high = max(0, span.start - LONGEST_SIDE), min(len(text), span.end + LONGEST_SIDE)
    ends = list(_ends(text, low, high))
    start = max((end.end() for end in ends if end.end() <= span.start), default=span.start if low else 0)
    stops = (end.start() + len(end[0].rstrip()) for end in ends)
    stop = min((stop for stop in stops if stop >= span.end), default=span.end if high < len(text) else high)
    return Span(start, max(start + len(text[start:stop].rstrip()), span.end))


def sentences_of(text: str) -> Iterator[str]:
    """All sentences of a text, without white space at either end."""
    start = 0
    for at in (*(end.end() for end in _ends(text, 0, len(text))), len(text)):
        if sentence := text[start:at].strip():
            yield sentence
        start = at


def start_of_sentence(text: str, at: int) -> int:
    """Where the sentence begins in which a place stands."""
    low = max(0, at - LONGEST_SIDE)
    ends = (end.end() for end in _ends(text, low, min(len(text), at + LONGEST_OPENING)))
    return max((end for end in ends if end <= at), default=low)


def end_of_sentence(text: str, at: int) -> int:
    """Where the sentence ends in which a place stands: before its full stop, or before the end of the line."""
    high = min(len(text), at + LONGEST_SIDE)
    ends = next((end.start() for end in _ends(text, at, high)), None)
    if ends is not None:
        return ends
    last = _LAST.search(text, at) if high == len(text) else None
    return last.start() if last else high


def _ends(text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """What ends a sentence between two places, with the white space behind it."""
    for end in _END.finditer(text, low, high):
        if not _NO_END.search(text, max(low, end.end() - LONGEST_SHORTENING), end.end()):
            yield end
