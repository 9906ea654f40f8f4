"""An article with all that was read of it so far: its words, who is mentioned where, its statements and its times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.attribution.when import TimeExpression
from onrecord.attribution.who import Roll
from onrecord.vocabulary import Article, Form, Party, PartyId, Span, Stance, Statement

FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
SECOND_PERSON = frozenset({"you", "your"})
UNREAL = frozenset({Stance.DENIES, Stance.ASKS, Stance.URGES, Stance.VOWS, Stance.DECLINES})
"""What stands in the content of such a statement is not told as something that happened."""


@dataclass
class Told:
    """What contacts and events are read from. Places are those of the page's words."""

    article: Article
    roll: Roll
    statements: Sequence[Statement]
    times: Sequence[TimeExpression]

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The places of each sentence, in text order."""
        words, found, start = self.roll.page.words, [], 0
        for at in range(1, len(words) + 1):
            if at == len(words) or words[at].sentence != words[start].sentence:
                found.append(range(start, at))
                start = at
        return tuple(found)

    def sentence_at(self, place: int) -> range:
        """The sentence of a word."""
        starts = [sentence.start for sentence in self.sentences]
        return self.sentences[bisect_right(starts, place) - 1]

    def span(self, places: range) -> Span:
        """From the first to the last of a run of words."""
        return self.roll.page.span(places[0], places[-1])

    @cached_property
    def mentions(self) -> tuple[int, ...]:
        """The places of every mention: names, descriptions, pronouns, and inside what somebody says the first person, and the second
        where it is known whom it was said to."""
        words = self.roll.page.words
        first = (at for at, word in enumerate(words) if word.lower in FIRST_PERSON and self._says_of_self(at))
        second = (at for at, word in enumerate(words) if word.lower in SECOND_PERSON and self._says_to(at))
        return tuple(sorted({*self.roll.mentioned_at, *first, *second}))

    def mentions_in(self, places: range) -> tuple[int, ...]:
        """The mentions in a run of words."""
        return self.mentions[bisect_left(self.mentions, places.start) : bisect_left(self.mentions, places.stop)]

    def party(self, mention: int) -> Party | None:
        """Whom a mention means."""
        if self.roll.page.words[mention].lower in FIRST_PERSON:
            speaker = self._says_of_self(mention)
            return self.roll.party(speaker)
        if self.roll.page.words[mention].lower in SECOND_PERSON:
            return self.roll.party(self._says_to(mention))
        return self._client(mention) or self.roll.party_at(mention)

    def _client(self, mention: int) -> Party | None:
        """Whom "my client" means in the words of a lawyer: for whom they are said."""
        page = self.roll.page
        if page.lower(mention) != "client" or page.lower(mention - 1) not in {"my", "our", "her", "his", "their"}:
            return None
        outer = self.around(page.words[mention].start)
        return self.roll.party(outer[0].on_behalf_of) if outer else None

    def _says_of_self(self, place: int) -> PartyId | None:
        """Whose "I" stands at a place: the speaker of the innermost statement around it."""
        outer = self.around(self.roll.page.words[place].start)
        if not outer or not (self.roll.page.words[place].quoted or outer[0].form is Form.DIRECT):
            return None  # in a paraphrase "we" are the readers
        return outer[0].speaker

    def _says_to(self, place: int) -> PartyId | None:
        """Whom "you" means at a place: whom the innermost statement around it was said to."""
        outer = self.around(self.roll.page.words[place].start)
        return outer[0].told_to if outer and outer[0].form is Form.DIRECT else None

    def around(self, offset: int) -> list[Statement]:
        """The statements whose content an offset stands in, innermost first."""
        holding = [
            (piece.end - piece.start, n, statement)
            for n, statement in enumerate(self.statements)
            for piece in statement.content
            if piece.start <= offset < piece.end
        ]
        return [statement for _, _, statement in sorted(holding, key=lambda held: held[:2])]

    def is_real(self, offset: int) -> bool:
        """Whether nothing around an offset denies it, asks for it or promises it."""
        return not any(statement.stance in UNREAL for statement in self.around(offset))

    def times_in(self, span: Span) -> list[TimeExpression]:
        """The time expressions inside a span whose days are known."""
        return [time for time in self.times if span.contains(time.span) and time.meaning.days is not None]
