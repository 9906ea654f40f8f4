"""The marked article: its text cut where a span begins or ends, each piece knowing the spans it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, takewhile

from onrecord.vocabulary import Span, Statement, StatementId


class Role(StrEnum):
    """What a span is to its statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one statement; `number` is the statement's place in the list beside the text, from 1."""

    number: int
    role: Role
    span: Span
    is_nested: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the marks it lies in, the widest first."""

    text: str
    marks: tuple[Mark, ...]


def numbered(statements: Sequence[Statement]) -> Mapping[StatementId, int]:
    """The number by which a reader finds a statement of the list in the text."""
    return {statement.id: number for number, statement in enumerate(statements, 1)}


def mark_text(text: str, statements: Sequence[Statement]) -> Iterator[Piece]:
    """Cut `text` into pieces that together give it back, character for character.

    Spans may nest and may cross: a piece simply lies in every span that covers it.
    """
    marks = sorted(_marks(statements), key=lambda mark: (mark.span.start, -mark.span.end, mark.number))
    cuts = sorted({0, len(text)} | {edge for mark in marks for edge in (mark.span.start, mark.span.end)})
    open_marks: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while upcoming < len(marks) and marks[upcoming].span.start == start:
            open_marks.append(marks[upcoming])
            upcoming += 1
        yield Piece(text[start:end], tuple(open_marks))


def _marks(statements: Sequence[Statement]) -> Iterable[Mark]:
    for number, statement in enumerate(statements, 1):
        is_nested = statement.nested_in is not None
        if statement.source:
            yield Mark(number, Role.SOURCE, statement.source, is_nested)
        if statement.cue:
            yield Mark(number, Role.CUE, statement.cue, is_nested)
        for piece in statement.content:
            yield Mark(number, Role.CONTENT, piece, is_nested)


BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
LINE_END = re.compile(r"\n\s*")


def paragraph_breaks(text: str) -> list[tuple[int, int]]:
    """Where paragraphs end and begin: at blank lines; where there is none, at the ends of lines."""
    found = [match.span() for match in BLANK_LINE.finditer(text)]
    return found or [match.span() for match in LINE_END.finditer(text)]


def bracketed(pieces: Iterable[Piece]) -> Iterator[str]:
    """The marked text without colour: [1 source: …] [1 cue: …] [1 content: …], brackets always balanced.

    Where spans cross, the inner one is closed and opened again.
    """
    still_open: tuple[Mark, ...] = ()
    for piece in pieces:
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(still_open, piece.marks, strict=False)))
        yield "]" * (len(still_open) - kept)
        yield from (f"[{mark.number} {mark.role.value}: " for mark in piece.marks[kept:])
        yield piece.text
        still_open = piece.marks
    yield "]" * len(still_open)
