"""Conversations set out in turns: "Courier: Did you know?" and "Orr: I did not." Each says it to whoever had the turn before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.phrases import figure_of
from onrecord.attribution.who.roll import Roll
from onrecord.attribution.who.sittings import HEARING
from onrecord.vocabulary import Channel, Span, Statement

_LABEL = re.compile(
    r"(?:^|(?<=[\r\n]))[*_ \t]*(?P<label>[^\W\d_a-z][\w.’'&-]*(?: [\w.’'&-]+){0,4}?)(?: \([^()\r\n]{2,40}\))?[*_]*:[*_]*[ \t]+(?=\S)",
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
        for other in (*range(at - 1, -1, -1), *range(at + 1, len(self.labels))):
            if abs(self.paragraphs[other] - self.paragraphs[at]) > _NEAR:
                continue
            if self._name(casting, other) != self._name(casting, at):
                return figure_of(casting, self.labels[other])
        return None

    def is_asked(self, casting: Casting, offset: int) -> bool:
        """Whether the turn that an offset stands in is of whoever asks."""
        label = self._label_before(casting, offset)
        return label is not None and self._asks(casting, label)

    def are_interview(self, casting: Casting) -> bool:
        """Whether an outlet asks, or the text tells of an interview; the sittings of a parliament and hearings are set out so too."""
        if any(self._is_outlet(casting, at) for at in range(len(self.labels))):
            return True
        text = casting.page.text
        return _TALK.search(text) is not None and HEARING.search(text) is None

    def is_question(self, casting: Casting, statement: Statement) -> bool:
        """Whether a statement is a turn of whoever asks."""
        at = self._at(statement.source) if statement.source is not None and statement.nested_in is None else None
        return at is not None and self._asks(casting, at)

    def _asks(self, casting: Casting, label: int) -> bool:
        """Whether a label is an outlet's, or most of the turns that have it are a question."""
        if self._is_outlet(casting, label):
            return True
        text, ends = casting.page.text, [*(one.start for one in self.labels[1:]), len(casting.page.text)]
        mine = [at for at in range(len(self.labels)) if self._name(casting, at) == self._name(casting, label)]
        return 2 * sum("?" in text[self.labels[at].end : ends[at]].split("\n\n")[0] for at in mine) > len(mine)

    def _is_outlet(self, casting: Casting, label: int) -> bool:
        figure = figure_of(casting, self.labels[label])
        return figure is not None and figure.kind == NameKind.OUTLET

    def _name(self, casting: Casting, label: int) -> str:
        """The last word of a label: "KIT BIRD" and "BIRD" are one."""
        return self.labels[label].of(casting.page.text).lower().split()[-1]

    def speaker_at(self, casting: Casting, offset: int) -> Figure | None:
        """Whose turn an offset stands in."""
        label = self._label_before(casting, offset)
        return figure_of(casting, self.labels[label]) if label is not None else None

    def other_at(self, casting: Casting, offset: int) -> Figure | None:
        """To whom the turn is said that an offset stands in: the "you" of it."""
        label = self._label_before(casting, offset)
        if label is None or self.is_of_one:
            return None
        others = sorted(range(len(self.labels)), key=lambda other: abs(other - label))
        near = (self.labels[o] for o in others if self._name(casting, o) != self._name(casting, label))
        other = next(near, None)
        return figure_of(casting, other) if other is not None else None

    def _label_before(self, casting: Casting, offset: int) -> int | None:
        """The label of the turn that an offset stands in: the last before it in its paragraph."""
        at = bisect_left(self.labels, Span(offset, offset + 1)) - 1
        page = casting.page
        here = page.words[min(page.place(offset), len(page.words) - 1)].paragraph
        return at if at >= 0 and not self.is_of_one and here == self.paragraphs[at] else None

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


def without_questions(roll: Roll, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements but for the turns of an interviewer, who puts nothing forward that is to be kept as somebody's account. What
    others are said in them to have said stays, as the article's own."""
    turns = find_turns(roll.casting)
    if not turns.labels or turns.is_of_one or not turns.are_interview(roll.casting):
        return statements
    asked = {s.id: s.speaker for s in statements if turns.is_question(roll.casting, s)}
    return tuple(
        replace(s, nested_in=None, via=tuple(v for v in s.via if v != asked[s.nested_in]))
        if s.nested_in in asked
        else s
        for s in statements
        if s.id not in asked
    )


def interview_turns(roll: Roll, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements, those that are turns of a conversation with an interview for their channel.

    The words that stand for it are those that tell of one, else the label of the turn.
    """
    turns = find_turns(roll.casting)
    if not turns.labels or not (turns.is_of_one or turns.are_interview(roll.casting)):
        return statements
    told = _TALK.search(roll.page.text)
    words = Span(*told.span()) if told else None
    return tuple(
        replace(s, channel=Channel.INTERVIEW, channel_span=words or s.source)
        if s.channel is None and s.nested_in is None and turns.is_turn(s)
        else s
        for s in statements
    )


_TALK = re.compile(
    r"\b(?:interview|conversation|podcast|transcript|broadcast|questions and answers|sat down with|spoke (?:to|with) us)\b",
    re.I,
)


def _are_asked(text: str, labels: list[Span]) -> bool:
    """Whether between most turns of one speaker a question stands."""
    between = [text[one.end : two.start] for one, two in pairwise(labels)]
    return 2 * sum("?" in part.split("\n", 1)[-1] for part in between) > len(between)
