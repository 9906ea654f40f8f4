"""The article as its page shows it: paragraphs with marks in place, and beside each the notes on what is said there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.views.marks import Piece, Role, mark_text, paragraph_breaks
from onrecord.views.present import Row
from onrecord.vocabulary import Statement


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph. roles: classes for its look, the innermost last; numbers: the statements that it is of;
    begins: those that begin here, each to be numbered in the text; start: its offset in the article."""

    text: str
    roles: tuple[str, ...]
    numbers: tuple[int, ...]
    begins: tuple[int, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; begins: the numbers of the statements that begin in it, in text order."""

    stretches: tuple[Stretch, ...]

    @property
    def begins(self) -> tuple[int, ...]:
        return tuple(number for stretch in self.stretches for number in stretch.begins)


def paragraphs(text: str, statements: Sequence[Statement]) -> tuple[Paragraph, ...]:
    """The whole text in paragraphs; what stands between them is white space alone."""
    cuts = paragraph_breaks(text)
    stretches = list(_stretches(mark_text(text, statements), cuts))
    grouped = groupby(stretches, key=lambda numbered: numbered[0])
    return tuple(Paragraph(tuple(stretch for _, stretch in group)) for _, group in grouped)


def _stretches(pieces: Iterable[Piece], breaks: list[tuple[int, int]]) -> Iterator[tuple[int, Stretch]]:
    """Each piece cut at the breaks, with the number of its paragraph."""
    position, paragraph = 0, 0
    seen: set[int] = set()
    for piece in pieces:
        end = position + len(piece.text)
        while position < end:
            while paragraph < len(breaks) and breaks[paragraph][1] <= position:
                paragraph += 1
            gap = breaks[paragraph] if paragraph < len(breaks) else (end, end)
            if gap[0] <= position:  # inside white space between paragraphs
                position = min(gap[1], end)
                continue
            stop = min(end, gap[0])
            offset = position - (end - len(piece.text))
            yield paragraph, _stretch(piece, piece.text[offset : offset + stop - position], position, seen)
            position = stop


def _stretch(piece: Piece, text: str, start: int, seen: set[int]) -> Stretch:
    numbers = tuple(dict.fromkeys(mark.number for mark in piece.marks))
    begins = tuple(number for number in numbers if number not in seen)
    seen.update(begins)
    roles = tuple(dict.fromkeys(mark.role.value for mark in piece.marks))
    nested = ("nested",) if any(mark.is_nested and mark.role is Role.CONTENT for mark in piece.marks) else ()
    return Stretch(text, (*roles, *nested), numbers, begins, start)


@dataclass(frozen=True, slots=True)
class Note:
    """One statement beside the text: its number there, and its row as exported."""

    number: int
    row: Row
    is_nested: bool


def notes(rows: Sequence[Row]) -> dict[int, Note]:
    """The notes by number, in the order of the statements."""
    return {number: Note(number, row, row["nested_in"] is not None) for number, row in enumerate(rows, 1)}
