"""Article text → windows of word pieces, as the model takes them.

A window is a run of whole paragraphs, as many as fit; only a paragraph longer than a window is cut, at the end of a sentence where one is.
Beside each piece stands its shape (the vocabulary is uncased: this gives case back) and its place in a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.attribution.quotes import MARKS, find_quotations, paragraphs
from onrecord.vocabulary import Span

WINDOW_PIECES = 254  # with the two marks at its ends 256, the length that MiniLM-L6 is published for

SHAPES = 16
QUOTE_STATES = 6
OUTSIDE, INSIDE, INSIDE_SINGLE, RUNNING_ON, MARK_INSIDE, MARK_ALONE = range(QUOTE_STATES)

SENTENCE_END = re.compile(r"[.!?][\"”’']*\s+$")

_ANY_MARK = re.compile(f"[{MARKS}]")

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of pieces with what the model wants of each. T counts the marks at both ends and between paragraphs.

    pieces, shapes, quotes: (T,) int64. offsets: (T, 2) int64, half-open code points of the article's text; (0, 0) for the marks.
    """

    pieces: IntArray
    shapes: IntArray
    quotes: IntArray
    offsets: IntArray


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of one paragraph, or of a part of one."""

    ids: list[int]
    offsets: list[tuple[int, int]]


def quote_states(text: str) -> NDArray[np.int8]:
    """(len(text),) the place of each character in a quotation, as one of the six states above."""
    states = np.zeros(len(text), np.int8)
    for match in _ANY_MARK.finditer(text):
        states[match.start()] = MARK_ALONE
    for quotation in find_quotations(text):
        start, end = quotation.span.start, quotation.span.end
        inside = INSIDE_SINGLE if quotation.is_single else INSIDE if quotation.closed else RUNNING_ON
        body = states[start:end]
        body[(body == OUTSIDE) | (body == INSIDE)] = inside
        states[start : start + quotation.mark] = MARK_INSIDE
        if quotation.closed:
            states[end - quotation.mark : end] = MARK_INSIDE
    return states


def shape_of(text: str, start: int, end: int) -> int:
    """The shape of a piece: case, digits or punctuation, doubled for pieces that go on with a word (0 is for marks of the model's own)."""
    piece = text[start:end]
    first = piece[:1]
    if first.isupper():
        kind = 1 if len(piece) == 1 else 2 if piece.isupper() else 3
    elif first.isalpha():
        kind = 4 if piece.islower() else 5
    else:
        kind = 6 if first.isdigit() else 7
    goes_on = start > 0 and text[start - 1].isalnum() and first.isalnum()
    return kind + 7 if goes_on else kind


def _size(parts: Sequence[_Pieces]) -> int:
    """How many pieces parts make in a window, with the mark after each."""
    return sum(len(p.ids) + 1 for p in parts)


class Encoder:
    """Cuts texts into windows with one tokenizer."""

    def __init__(self, tokenizer: Any, window_pieces: int = WINDOW_PIECES) -> None:
        """tokenizer: a `tokenizers.Tokenizer` with [CLS] and [SEP]; its own truncation and padding are switched off."""
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._limit = window_pieces
        self._first = tokenizer.token_to_id("[CLS]")
        self._between = tokenizer.token_to_id("[SEP]")

    def windows(self, text: str) -> Iterator[Window]:
        """The windows of a text, in order; every piece of the text is in exactly one."""
        return self._windows(text, list(paragraphs(text)), quote_states(text))

    def windows_of(self, text: str, parts: Sequence[Span]) -> Iterator[Window]:
        """Windows of parts of a text, each part read as if it stood alone: what it is quoted in does not show."""
        states = np.zeros(len(text), np.int8)
        for part in parts:
            states[part.start : part.end] = quote_states(part.of(text))
        return self._windows(text, parts, states)

    def _windows(self, text: str, parts: Sequence[Span], states: NDArray[np.int8]) -> Iterator[Window]:
        held: list[_Pieces] = []
        for part in self._pieces(text, parts):
            while held and _size(held) + len(part.ids) > self._limit:
                at = self._break(text, [*held, part])
                yield self._window(text, held[:at], states)
                held = held[at:]
            held.append(part)
        if held:
            yield self._window(text, held, states)

    def _break(self, text: str, parts: Sequence[_Pieces]) -> int:
        """How many of the parts make a window: as many as fit, but rather fewer than to part a quotation from its cue.

        A paragraph that opens with a mark often goes on with the quotation before it, and a colon announces one.
        """
        for at in range(len(parts) - 1, 0, -1):
            if _size(parts[:at]) < self._limit // 2:
                break
            before, after = text[parts[at - 1].offsets[-1][1] - 1], text[parts[at].offsets[0][0]]
            if before != ":" and after not in MARKS:
                return at
        return len(parts) - 1

    def _pieces(self, text: str, parts: Sequence[Span]) -> Iterator[_Pieces]:
        encoded = self._tokenizer.encode_batch([p.of(text) for p in parts], add_special_tokens=False)
        for part, one in zip(parts, encoded, strict=True):
            # Some characters alone (a lone combining mark, a zero-width space) make no piece.
            if one.ids:
                yield from self._cut(text, _Pieces(one.ids, [(a + part.start, b + part.start) for a, b in one.offsets]))

    def _cut(self, text: str, whole: _Pieces) -> Iterator[_Pieces]:
        """A paragraph that does not fit a window, cut where a sentence ends in the window's last third, else anywhere."""
        start = 0
        while len(whole.ids) - start > self._limit:
            end = start + self._limit
            for at in range(end, start + self._limit * 2 // 3, -1):
                # a sentence may end with a mark, or two, after its stop
                if SENTENCE_END.search(text[whole.offsets[max(at - 3, 0)][0] : whole.offsets[at][0]]):
                    end = at
                    break
            yield _Pieces(whole.ids[start:end], whole.offsets[start:end])
            start = end
        if start < len(whole.ids):
            yield _Pieces(whole.ids[start:], whole.offsets[start:])

    def _window(self, text: str, parts: Sequence[_Pieces], states: NDArray[np.int8]) -> Window:
        ids: list[int] = [self._first]
        offsets: list[tuple[int, int]] = [(0, 0)]
        for part in parts:
            ids += [*part.ids, self._between]
            offsets += [*part.offsets, (0, 0)]
        real = [b > a for a, b in offsets]
        return Window(
            pieces=np.array(ids, np.int64),
            shapes=np.array(
                [shape_of(text, a, b) if r else 0 for (a, b), r in zip(offsets, real, strict=True)], np.int64
            ),
            quotes=np.array([states[a] if r else 0 for (a, _), r in zip(offsets, real, strict=True)], np.int64),
            offsets=np.array(offsets, np.int64).reshape(-1, 2),
        )
