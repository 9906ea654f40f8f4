"""What a statement puts forward, as it is compared: the words of its content, each standing affirmed or negated there,
whom it is about, whose position it is, and how the speaker is committed to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.linking.what.commitment import commitment_of
from onrecord.linking.what.polarity import polarities
from onrecord.linking.what.references import References
from onrecord.linking.words import STOP, meaning, tokens, weight
from onrecord.vocabulary import (
    Interval,
    Kind,
    PartyId,
    Reading,
    Side,
    Stance,
    Statement,
    StatementId,
)

LIKELY_RIGHT = 0.7
"""How sure a reading is taken to be that does not say it."""

_SUBJECTLESS = re.compile(r"^(?:that\s+(?:he|she|it|they)\b|\w+ing\b|to\s+\w+)", re.I)
"""A content whose subject is the one who speaks."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """One statement as linking sees it.

    words: each compared word with whether it stands affirmed (True) or negated. refs: parties that the content names or
    means; about: these, and the principal where the content leaves its subject out ("denied having known").
    cue: the words that say that it was said, empty where there are none.
    sentence: who said it how and what, in the article's own names, as the encoder of sentences takes it.
    departs_from: statements of its article from which that tells it to depart, each with how plainly; not_after: the day
    of what departs from it. principal: the linked party whose position it is. commitment: how it is put forward, before
    its polarity is looked at; None for what takes no side (demands, promises, hypotheticals, sarcasm).
    """

    id: StatementId
    statement: Statement
    text: str
    cue: str
    sentence: str
    words: Mapping[str, bool]
    refs: frozenset[PartyId]
    about: frozenset[PartyId]
    speaker: PartyId | None
    principal: PartyId | None
    commitment: Side | None
    said: Interval | None
    published: str
    place: int
    paragraph: int
    context: frozenset[str]
    context_weight: float
    weight: float
    departs_from: Mapping[StatementId, float] = field(default_factory=dict)
    not_after: str | None = None

    @property
    def sure(self) -> float:
        """How sure its reading is, as a probability."""
        return LIKELY_RIGHT if self.statement.confidence is None else self.statement.confidence

    @property
    def order(self) -> tuple[str, str, str, int]:
        """The order in time: the day said, then the day published, then the place in the text. What its article tells as
        said before something else of the same party stands before that, whatever else is known of its day."""
        day = self.said.end.isoformat() if self.said else self.published[:10]
        if self.not_after is not None and day >= self.not_after:
            return self.not_after, self.published, str(self.statement.article), -1
        return day, self.published, str(self.statement.article), self.place


def read_propositions(reading: Reading, party_of: Mapping[PartyId, PartyId]) -> tuple[Proposition, ...]:
    """The propositions of an article's statements, in text order; bare thoughts put nothing forward."""
    said = {s.id: s for s in reading.statements if s.kind is not Kind.THOUGHT}
    relaying = {o for s in said.values() if (o := s.nested_in) and o in said and _is_relayed(s, said[o])}
    return tuple(_Article(reading, party_of).propositions(said, relaying))


def _is_relayed(inner: Statement, outer: Statement) -> bool:
    """Whether the outer statement only passes on what somebody else said: most of its content is the other's."""
    return 2 * _length(inner) >= _length(outer) and _principal(inner) != _principal(outer)


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


def _principal(statement: Statement) -> PartyId | None:
    return statement.on_behalf_of or statement.speaker


def sentence_of(name: str | None, cue: str | None, content: str) -> str:
    """Who said how what, as the encoder of sentences takes it."""
    return " ".join(f"{name or 'somebody'} {cue or 'said'}: {content}".split())


class _Article:
    """What the statements of one article have around them."""

    def __init__(self, reading: Reading, party_of: Mapping[PartyId, PartyId]) -> None:
        self._text = reading.article.text
        self._published = reading.article.published or ""
        self._party_of = party_of
        self._names = {party.id: party.name for party in reading.parties}
        self._references = References(reading)
        self._breaks = [match.start() for match in re.finditer(r"\n\s*\n", self._text)]
        self._contexts: dict[int, tuple[frozenset[str], float]] = {}

    def propositions(self, said: Mapping[StatementId, Statement], relaying: set[StatementId]) -> Iterator[Proposition]:
        """One for each statement."""
        for id_, statement in said.items():
            yield self._proposition(id_, statement, id_ in relaying)

    def _proposition(self, id_: StatementId, statement: Statement, relays_another: bool) -> Proposition:
        content = " … ".join(piece.of(self._text) for piece in statement.content)
        refs, named = self._references.of(statement)
        words = polarities(content, statement.stance is Stance.DENIES, named)
        principal = self._linked(_principal(statement))
        cue = statement.cue.of(self._text) if statement.cue else ""
        about = frozenset(self._party_of.get(ref, ref) for ref in refs)
        start = statement.content[0].start
        paragraph = sum(end < start for end in self._breaks)
        context, context_weight = self._context(paragraph)
        return Proposition(
            id=id_,
            statement=statement,
            text=content,
            cue=cue,
            sentence=self._sentence(statement, content),
            words=words,
            refs=about,
            about=about | {principal} if principal and _SUBJECTLESS.search(content) else about,
            speaker=self._linked(statement.speaker),
            principal=principal,
            commitment=commitment_of(statement, cue, content, relays_another),
            said=statement.said.days if statement.said else None,
            published=self._published,
            place=start,
            paragraph=paragraph,
            context=context,
            context_weight=context_weight,
            weight=weight(words),
        )

    def _sentence(self, statement: Statement, content: str) -> str:
        who = _principal(statement)
        cue = statement.cue.of(self._text) if statement.cue else None
        return sentence_of(self._names.get(who) if who else None, cue, content)

    def _linked(self, local: PartyId | None) -> PartyId | None:
        return None if local is None else self._party_of.get(local, local)

    def _context(self, paragraph: int) -> tuple[frozenset[str], float]:
        """The words of a paragraph, and their weight."""
        if paragraph not in self._contexts:
            edges = [0, *self._breaks, len(self._text)]
            told = tokens(self._text[edges[paragraph] : edges[paragraph + 1]])
            found = frozenset(meaning(word) for word in told if word not in STOP)
            self._contexts[paragraph] = found, weight(found)
        return self._contexts[paragraph]
