"""Whom a content is about: the parties that it names, and those that its pronouns most likely mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.linking.words import tokens
from onrecord.vocabulary import Form, Party, PartyId, PartyKind, Reading, Span, Statement

_FIRST = frozenset({"i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll"})
_FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "we're", "we've", "we'd", "we'll"})
_THIRD = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself", "he's", "she's", "he'd", "she'd"})


class References:
    """The parties of one article and where they are mentioned."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._local: Mapping[PartyId, Party] = {party.id: party for party in reading.parties}
        self._mentions: Sequence[tuple[Span, PartyId]] = sorted(
            (mention, id_) for id_, party in self._local.items() for mention in party.mentions
        )
        self._people = {id_ for id_, p in self._local.items() if p.kind is PartyKind.PERSON and not p.anonymous}

    def of(self, statement: Statement) -> tuple[frozenset[PartyId], frozenset[str]]:
        """The local parties that the content is about, and the lower-case words that name them there."""
        inside = [(m, id_) for m, id_ in self._mentions if any(piece.contains(m) for piece in statement.content)]
        refs = {id_ for _, id_ in inside}
        named = {word for mention, _ in inside for word in tokens(mention.of(self._text))}
        told = {word for piece in statement.content for word in tokens(piece.of(self._text))}
        principal = statement.on_behalf_of or statement.speaker
        if told & _FIRST and statement.speaker:
            refs.add(statement.speaker)
        if told & _FIRST_PLURAL and principal:
            refs.add(principal)
        if told & _THIRD and (third := self._third_person(statement)):
            refs.add(third)
        return frozenset(refs), frozenset(named)

    def _third_person(self, statement: Statement) -> PartyId | None:
        """Whom "he" or "she" most likely stands for: in a paraphrase the one spoken for or speaking, in a quotation the
        person last named before it who is not speaking."""
        for own in (statement.on_behalf_of, None if statement.form is Form.DIRECT else statement.speaker):
            if own in self._local and own and self._local[own].kind is PartyKind.PERSON:
                return own
        others = self._people - {statement.speaker}
        start = statement.content[0].start
        before = [(mention.end, id_) for mention, id_ in self._mentions if id_ in others and mention.end <= start]
        return max(before)[1] if before else None
