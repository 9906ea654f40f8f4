"""Readings of small texts whose statements are written by hand: spans by their words, as attribution would leave them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.attribution.who import read_parties
from onrecord.vocabulary import Article, Form, Party, PartyId, Span, Statement


@dataclass(frozen=True)
class Said:
    """A statement by its words; each is looked for from where the one before was found. inside: the statement that it stands in."""

    source: str | None
    cue: str | None
    content: str
    form: Form = Form.INDIRECT
    inside: int | None = None


@dataclass(frozen=True)
class Read:
    """What was read in a text."""

    parties: dict[PartyId, Party]
    statements: tuple[Statement, ...]

    def name(self, party: PartyId | None) -> str | None:
        """The name of a party."""
        return self.parties[party].name if party else None

    @property
    def speakers(self) -> list[str | None]:
        """Who says each statement, by name."""
        return [self.name(s.speaker) for s in self.statements]

    @property
    def told_to(self) -> list[str | None]:
        """To whom each is said."""
        return [self.name(s.told_to) for s in self.statements]

    @property
    def principals(self) -> list[str | None]:
        """For whom each is said."""
        return [self.name(s.on_behalf_of) for s in self.statements]

    @property
    def via(self) -> list[list[str | None]]:
        """Through whom the article has each."""
        return [[self.name(v) for v in s.via] for s in self.statements]

    def party(self, name: str) -> Party:
        """The one party of a name."""
        (found,) = [p for p in self.parties.values() if p.name == name]
        return found


def find(text: str, words: str, near: int) -> Span:
    """The place of words nearest to an offset."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    starts = [at for at in starts if not (at and text[at - 1].isalnum() and words[0].isalnum())]
    start = min(starts, key=lambda at: abs(at - near))
    return Span(start, start + len(words))


def read(text: str, *said: Said, publisher: str | None = "Harbour Gazette") -> Read:
    """The parties and filled statements of a text."""
    article = Article(ref="an-article", text=text, publisher=publisher)
    made: list[Statement] = []
    for each in said:
        content = find(text, each.content, 0)
        source = find(text, each.source, content.start) if each.source else None
        cue = find(text, each.cue, source.end if source else content.start) if each.cue else None
        made.append(
            Statement(
                article=article.id,
                source=source,
                cue=cue,
                content=(content,),
                form=each.form,
                nested_in=made[each.inside].id if each.inside is not None else None,
            )
        )
    roll, statements = read_parties(article, tuple(made))
    parties = tuple(roll.parties.values())
    return Read({p.id: p for p in parties}, statements)
