"""A quotation that stands as a sentence of its own after a paraphrase: said in the same breath, but nothing in it says by whom.

    Orr said the sale was off. "We were never asked." Then he left.

The model gives it to the cue before it. A record keeps it as a statement of its own, without source and cue: its form, its side and its
stance are its own, and whose it is is supplied from the context.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.quotes import DOUBLE
from onrecord.vocabulary import Span, Statement

SENTENCE_END = ".!?"


def part_floating(text: str, statement: Statement) -> Iterator[Statement]:
    """The statement, and after it those of its pieces that are quotations in sentences of their own, if it begins as a paraphrase.

    form is left to whoever calls: the parts have others than the whole.
    """
    first, *rest = statement.content
    floating = _floats(text, first, rest) if statement.cue and statement.cue.end <= first.start else ()
    if floating:
        kept = tuple(piece for piece in statement.content if piece not in floating)
        statement = replace(statement, content=kept)
    yield statement
    for piece in floating:
        yield replace(statement, source=None, cue=None, content=(piece,))


def _floats(text: str, first: Span, rest: list[Span]) -> tuple[Span, ...]:
    if text[first.start] in DOUBLE or text[first.end - 1] in DOUBLE:
        return ()
    return tuple(p for p in rest if text[p.start] in DOUBLE and text[: p.start].rstrip()[-1:] in SENTENCE_END)
