"""Conversations set out in turns: "Courier: Did you know?" and "Orr: I did not." Each says it to whoever had the turn before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.phrases import figure_of
from onrecord.vocabulary import Span, Statement

_LABEL = re.compile(
    r"(?:^|(?<=[\r\n]))[*_ \t]*(?P<label>[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){0,4}?)(?: \([^()\r\n]{2,40}\))?[*_]*:[*_]*[ \t]+(?=\S)",
    re.M,
)
_FEWEST = 3
"""Fewer labels than these may be anything."""
_NEAR = 3
"""Paragraphs between a turn and the one that it answers."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The labels of an article's turns, in text order, each with its paragraph; none where the article has no such conversation."""

    labels: tuple[Span, ...] = ()
    paragraphs: tuple[int, ...] = ()
    is_of_one: bool = False  # the outlet's questions stand without a label

    def is_turn(self, statement: Statement) -> bool:
        """Whether a statement is a turn of its own: its source is a label."""
        return statement.source is not None and self._at(statement.source) is not None

    def audience(self, casting: Casting, statement: Statement) -> Figure | None:
        """Whoever had the turn before one that is a statement's, or has the next if it is the first."""
        at = self._at(statement.source) if statement.source is not None else None
        if at is None:
            return None
        if self.is_of_one:
            return casting.publisher
        mine = self.labels[at].of(casting.page.text).lower()
        for other in (*range(at - 1, -1, -1), *range(at + 1, len(self.labels))):
            if abs(self.paragraphs[other] - self.paragraphs[at]) > _NEAR:
                continue
            if self.labels[other].of(casting.page.text).lower() != mine:
                return figure_of(casting, self.labels[other])
        return None

    def _at(self, source: Span) -> int | None:
        at = bisect_left(self.labels, Span(source.start, source.start + 1))
        return at if at < len(self.labels) and self.labels[at].start == source.start else None


def find_turns(casting: Casting) -> Turns:
    """The turns of an article, where at least two speak by turns and some label comes again."""
    page = casting.page
    found = [Span(*match.span("label")) for match in _LABEL.finditer(page.text)]
    said = [label.of(page.text) for label in found]
    if len(found) < _FEWEST or len(set(said)) == len(said):
        return Turns()
    last = len(page.words) - 1
    paragraphs = tuple(page.words[min(page.place(label.start), last)].paragraph for label in found)
    full = max(said, key=len)
    is_of_one = all(label in {full, "".join(word[0] for word in full.split()), *full.split()} for label in said)
    if is_of_one and not _are_asked(page.text, found):
        return Turns()
    return Turns(tuple(found), paragraphs, is_of_one)


def _are_asked(text: str, labels: list[Span]) -> bool:
    """Whether between most turns of one speaker a question stands."""
    between = [text[one.end : two.start] for one, two in pairwise(labels)]
    return 2 * sum("?" in part.split("\n", 1)[-1] for part in between) > len(between)
