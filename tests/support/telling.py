"""Readings out of invented sentences: `Teller` writes an article sentence by sentence and keeps what each one states."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onrecord.vocabulary import (
    Article,
    ArticleId,
    Basis,
    Contact,
    Event,
    Form,
    Interval,
    Kind,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Run,
    Said,
    Span,
    Stance,
    Statement,
)

RUN = Run("invented", "1")


def day(iso: str) -> Interval:
    return Interval(date.fromisoformat(iso), date.fromisoformat(iso), "day")


@dataclass
class Teller:
    """An article in the making. Sentences are "SPEAKER CUE CONTENT."; parties are told apart by their names."""

    ref: str
    publisher: str = "The Lamp"
    published: str = "2031-03-04"
    sentences: list[str] = field(default_factory=list)
    told: list[dict[str, object]] = field(default_factory=list)
    people: dict[str, dict[str, object]] = field(default_factory=dict)

    def party(
        self, name: str, kind: PartyKind = PartyKind.PERSON, *, roles: tuple[str, ...] = (), anonymous: bool = False
    ) -> Teller:
        """Say what a party is; people without offices need not be introduced."""
        self.people[name] = {"kind": kind, "roles": roles, "anonymous": anonymous}
        return self

    def says(
        self,
        speaker: str,
        cue: str,
        content: str,
        stance: Stance = Stance.ASSERTS,
        on: str | None = None,
        behalf: str | None = None,
        via: tuple[str, ...] = (),
        direct: bool = False,
    ) -> Teller:
        """Add a sentence and what it states."""
        for name in (speaker, behalf, *via):
            if name and name not in self.people:
                self.party(name)
        self.sentences.append(f"{speaker} {cue} {content}.")
        self.told.append({"n": len(self.sentences) - 1, "speaker": speaker, "cue": cue, "content": content, "stance": stance,
                          "on": on, "behalf": behalf, "via": via, "direct": direct})  # fmt: skip
        return self

    def adds(self, sentence: str) -> Teller:
        """Add a sentence that states nothing."""
        self.sentences.append(sentence)
        return self

    def reading(self, contacts: tuple[tuple[str, tuple[str, ...], str | None], ...] = ()) -> Reading:
        """The article as read. contacts: words that tell one, the parties, the day."""
        text = "\n\n".join(self.sentences)
        article = Article(self.ref, text, publisher=self.publisher, published=self.published)
        for _, names, _ in contacts:
            for name in names:
                if name not in self.people:
                    self.party(name)
        parties = {name: _party(article, name, facts) for name, facts in self.people.items()}
        starts = [sum(len(s) + 2 for s in self.sentences[:n]) for n in range(len(self.sentences))]
        statements = [_statement(article.id, starts[told["n"]], told, parties) for told in self.told]  # type: ignore[index]
        return Reading(
            article,
            tuple(statements),
            RUN,
            tuple(parties.values()),
            tuple(
                Contact(
                    article.id,
                    tuple(parties[name].id for name in names),
                    Span(text.index(words), text.index(words) + len(words)),
                    on=day(on) if on else None,
                )
                for words, names, on in contacts
            ),
        )


def _party(article: Article, name: str, facts: dict[str, object]) -> Party:
    text, mentions, at = article.text, [], article.text.find(name)
    while at >= 0:
        mentions.append(Span(at, at + len(name)))
        at = text.find(name, at + 1)
    return Party(
        article.id,
        name,
        facts["kind"],  # type: ignore[arg-type]
        mentions=tuple(mentions),
        roles=facts["roles"],  # type: ignore[arg-type]
        anonymous=bool(facts["anonymous"]),
    )


def _statement(article: ArticleId, start: int, told: dict[str, object], parties: dict[str, Party]) -> Statement:
    speaker, cue, content = str(told["speaker"]), str(told["cue"]), str(told["content"])
    source = Span(start, start + len(speaker))
    said = Span(source.end + 1, source.end + 1 + len(cue))
    what = Span(said.end + 1, said.end + 1 + len(content))
    via: tuple[PartyId, ...] = tuple(parties[name].id for name in told["via"])  # type: ignore[attr-defined]
    return Statement(
        article,
        source,
        said,
        (what,),
        Form.DIRECT if told["direct"] else Form.INDIRECT,
        kind=Kind.SAID,
        stance=told["stance"],  # type: ignore[arg-type]
        speaker=parties[speaker].id,
        on_behalf_of=parties[str(told["behalf"])].id if told["behalf"] else None,
        anonymous=parties[speaker].anonymous,
        said=Said(day(str(told["on"])), Basis.EXPLICIT) if told["on"] else None,
        via=via,
    )


def event(reading: Reading, words: str, on: str) -> Event:
    at = reading.article.text.index(words)
    return Event(reading.article.id, day(on), Span(at, at + len(words)))
