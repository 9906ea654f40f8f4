"""From the figures of an article to its parties: names without titles, aliases, roles, and the mentions they stand on."""

from __future__ import annotations

import re

from onrecord.attribution.who import nouns
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.descriptions import Description
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.nouns import Sort
from onrecord.attribution.who.titles import KEPT
from onrecord.attribution.who.unnamed import is_unnamed
from onrecord.attribution.who.words import DETERMINERS
from onrecord.vocabulary import Article, Party, PartyId, PartyKind, Span

_KINDS = {
    NameKind.PERSON: PartyKind.PERSON,
    NameKind.ORGANIZATION: PartyKind.ORGANIZATION,
    NameKind.OUTLET: PartyKind.OUTLET,
    NameKind.PLACE: PartyKind.ORGANIZATION,
    NameKind.THING: PartyKind.ORGANIZATION,
}

_NONE_OF = re.compile(r"^(?:(?:none|neither) of (?:the )?|whose )(?=\w)", re.I)
"""What nobody is called by: "none of the networks" are the networks, "whose lawyers" lawyers."""


class Register:
    """The parties of one article: those that something refers to, and every other named person, body and outlet."""

    def __init__(self, article: Article, casting: Casting) -> None:
        self._article, self._casting = article, casting
        self._made: dict[int, Party] = {}
        self._ids: dict[int, PartyId] = {}
        self._wanted: dict[PartyId, Party] = {}

    def id_of(self, figure: Figure) -> PartyId:
        """The id of a figure's party, which is one of the article's parties from now on."""
        if figure.number not in self._ids:
            party = self.party_of(figure)
            self._ids[figure.number] = party.id
            self.want(party)
        return self._ids[figure.number]

    def want(self, party: Party) -> None:
        """Something refers to a party."""
        self._wanted.setdefault(party.id, party)

    def wanted(self, id_: PartyId) -> Party | None:
        """The party with this id that something refers to."""
        return self._wanted.get(id_)

    def parties(self) -> tuple[Party, ...]:
        """Every party that something refers to, and every other named one, by first mention."""
        for figure in self._casting.cast.figures:
            if figure.names and figure.kind in {NameKind.PERSON, NameKind.ORGANIZATION, NameKind.OUTLET}:
                self.id_of(figure)
        wanted = self._wanted
        first = sorted(wanted, key=lambda i: (wanted[i].mentions[0] if wanted[i].mentions else Span(0, 1), i))
        return tuple(wanted[i] for i in first)

    def party_of(self, figure: Figure) -> Party:
        """The party that a figure would be; of the article's parties only once something refers to it."""
        if figure.number not in self._made:
            self._made[figure.number] = self._make(figure)
        return self._made[figure.number]

    def _make(self, figure: Figure) -> Party:
        page, text = self._casting.page, self._article.text
        named = [page.span(name.first, name.last) for name in figure.names]
        described = [self._phrase(d) for d in figure.descriptions]
        phrases = [figure.phrase] if figure.phrase else []
        mentions = tuple(sorted({*named, *described, *phrases}))
        names = [_clean(span.of(text)) for span in named]
        names += [f"{n.title.split()[-1]} {' '.join(n.words)}" for n in figure.names if _keeps_title(n)]
        name = self._name(figure, names)
        own_words = [] if names else [_clean(span.of(text)) for span in sorted({*described, *phrases})]
        aliases = tuple(dict.fromkeys(n for n in (*names, *own_words) if n != name))
        return Party(
            article=self._article.id,
            name=name,
            kind=self._kind(figure),
            mentions=mentions,
            aliases=aliases,
            roles=self._roles(figure) if names else (),
            members=tuple(self.id_of(member) for member in figure.members),
            anonymous=is_unnamed(figure, ""),
            count=figure.count if is_unnamed(figure, "") else None,
        )

    def _name(self, figure: Figure, names: list[str]) -> str:
        """The fullest name; for the unnamed the words of their fullest description."""
        if figure.is_publisher and self._article.publisher:
            return self._article.publisher
        if names:
            return max(dict.fromkeys(names), key=lambda n: (len(n.split()), len(n)))
        text = self._article.text
        if figure.members and figure.descriptions:
            return " and ".join(self.party_of(member).name for member in figure.members)
        spans = [self._phrase(d) for d in figure.descriptions if self._owner_is_named(d)]
        spans = spans or [self._phrase(d) for d in figure.descriptions] + ([figure.phrase] if figure.phrase else [])
        return max((_NONE_OF.sub("", _clean(s.of(text))) for s in spans), key=lambda n: (len(n), n), default="unknown")

    def _owner_is_named(self, description: Description) -> bool:
        """Whether a description of a body says by a name whose it is: "the Lee campaign" tells more than "a tireless campaign"."""
        is_body = Sort.BODY in description.sorts and Sort.PERSON not in description.sorts
        return is_body and description.owner is not None and description.owner in self._casting.name_at

    def _phrase(self, description: Description) -> Span:
        """The words of a description, without its article."""
        page, first = self._casting.page, description.first
        if (
            page.lower(first) in DETERMINERS
            and first < description.head
            and page.lower(first) in {"the", "this", "that"}
        ):
            first += 1
        return page.span(first, description.last)

    def _kind(self, figure: Figure) -> PartyKind:
        if figure.is_publisher:
            return PartyKind.OUTLET
        if figure.plural or figure.members or figure.is_document or figure.is_thing:
            return PartyKind.GROUP if figure.kind in {NameKind.PERSON, None} or figure.members else _KINDS[figure.kind]
        return _KINDS[figure.kind] if figure.kind else PartyKind.PERSON

    def _roles(self, figure: Figure) -> tuple[str, ...]:
        """The different titles and offices, without articles."""
        found: dict[str, str] = {}
        for role in figure.roles:
            words = _clean(role.text).split(" ")
            while len(words) > 1 and words[0].lower() in DETERMINERS:
                words = words[1:]
            text = " ".join(words)
            if role.noun not in nouns.ANYBODY and not (figure.kind is None and role.noun in nouns.ALSO_BODIES):
                found.setdefault(text.lower(), text)
        return tuple(found.values())


def _keeps_title(name: Name) -> bool:
    """Whether the title stays with the name: "Dame Ruth Abelard"."""
    return bool(name.title) and name.title.split()[-1].lower() in KEPT


def _clean(words: str) -> str:
    return " ".join(words.split())
