"""An attribution as gold and readings both have it, and what is done to spans before they are compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary import Span, Statement, in_text_order

EDGE = frozenset(" \t\n\r\u00a0.,;:!?\"'“”‘’`")
"""What is trimmed off the edges of a span: annotators take it in or leave it out without system."""


class Role(StrEnum):
    """What a span is to its attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Pieces by role, none where the text has none. nested_in: the place of the one around it in its article's list."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    nested_in: int | None = None

    def pieces(self, role: Role) -> tuple[Span, ...]:
        """The pieces of one role."""
        return {Role.SOURCE: self.source, Role.CUE: self.cue, Role.CONTENT: self.content}[role]


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space, punctuation and quotation marks at its edges; None if nothing else is in it."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end) if start < end else None


def characters(spans: Iterable[Span]) -> frozenset[int]:
    """The offsets of every character that the spans cover."""
    return frozenset(at for span in spans for at in range(span.start, span.end))


def from_statements(statements: Iterable[Statement]) -> tuple[Attribution, ...]:
    """Statements as attributions, in the order in which a record gives them."""
    ordered = in_text_order(dict.fromkeys(statements))
    places = {statement.id: place for place, statement in enumerate(ordered)}
    return tuple(
        Attribution(
            (statement.source,) if statement.source else (),
            (statement.cue,) if statement.cue else (),
            statement.content,
            places.get(statement.nested_in) if statement.nested_in else None,
        )
        for statement in ordered
    )


def outermost(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Those that stand inside no other: all that PolNeAR annotates."""
    return tuple(attribution for attribution in attributions if attribution.nested_in is None)
