"""What linking needs of a local party, worked out once: its names in their parts, its offices, the affair it is of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from onrecord.linking.who.names import PersonName, body_name, is_body, is_proper, name_within, person_name
from onrecord.linking.words import STOP, stem, words
from onrecord.vocabulary import ArticleId, Party, PartyId, PartyKind

NAMES_OF_A_WORLD = 2
SHARE_OF_AN_AFFAIR = 1 / 10
"""Articles with as many names of people and institutions in common are of one world, such as a country's politics; of one
affair they are if these are so large a share of all that either has: of a year's articles on an election half share the
names of two candidates (training/LOG.md, 2026-12-01)."""


class Nearness(IntEnum):
    """How much what two articles tell of has in common."""

    NONE = 0
    WORLD = 1
    AFFAIR = 2


# Offices of different walks of life: who holds one of each is hardly one person in one affair.
_WALKS = {
    walk: frozenset(names.split())
    for walk, names in {
        "politics": "senator minister mayor councillor lawmaker congressman congresswoman governor president deputy mp",
        "law": "lawyer attorney judge prosecutor barrister solicitor magistrate counsel",
        "police": "police officer detective sergeant inspector constable sheriff",
        "sport": "striker defender goalkeeper midfielder coach rider cyclist player captain runner swimmer referee",
        "medicine": "doctor surgeon nurse physician pathologist",
        "press": "reporter editor journalist columnist",
        "arts": "actor actress singer painter novelist conductor musician",
        "trade": "farmer baker butcher shopkeeper plumber electrician fisherman porter driver",
        "study": "professor lecturer scientist researcher student teacher",
        "church": "priest bishop vicar pastor imam rabbi",
    }.items()
}


Parts = tuple[tuple[str, ...], tuple[PersonName, ...], frozenset[str], frozenset[str], frozenset[str]]
"""proper, full, lasts, roles and walks of a `Known`."""


@dataclass(frozen=True, slots=True)
class Known:
    """A local party with its names in their parts.

    proper: those of its names that are names, not descriptions; none of an unnamed source. full: of a person, the names
    with a given name. lasts: of a person, the surnames. roles: the stems of the words of its offices. walks: the walks of
    life of these.
    """

    party: Party
    id: PartyId
    proper: tuple[str, ...]
    full: tuple[PersonName, ...]
    lasts: frozenset[str]
    roles: frozenset[str]
    walks: frozenset[str]

    @property
    def article(self) -> ArticleId:
        """The article that it is a party of."""
        return self.party.article

    @property
    def is_person(self) -> bool:
        """Whether it goes by a person's name."""
        return not is_body(self.party.kind)

    @property
    def names(self) -> frozenset[str]:
        """Its names as they tell of which affair an article is: a person's surname, all of a body's name."""
        return self.lasts if self.is_person else frozenset(f"the {' '.join(body_name(name))}" for name in self.proper)


def know(party: Party) -> Known:
    """Work out what is needed of a party."""
    return Known(party, party.id, *_parts(party.kind, party.anonymous, party.roles, (party.name, *party.aliases)))


@lru_cache(maxsize=65536)
def _parts(kind: PartyKind, is_unnamed: bool, roles: tuple[str, ...], called: tuple[str, ...]) -> Parts:
    """What follows from how a party is called alone: many local ones are called the same."""
    names = tuple(dict.fromkeys(called))
    if kind is PartyKind.PERSON:
        names = tuple(dict.fromkeys(name if is_proper(name) else name_within(name) or name for name in names))
    proper = () if is_unnamed else tuple(name for name in names if is_proper(name))
    people = [person_name(name) for name in proper] if kind is PartyKind.PERSON else []
    full = tuple(sorted({n for n in people if n and n.given}, key=lambda n: (n.last, n.given or "", n.before)))
    return proper, full, frozenset(n.last for n in people if n), role_words(roles), _walks(roles)


def _walks(roles: Iterable[str]) -> frozenset[str]:
    told = {word for role in roles for word in words(role)}
    return frozenset(walk for walk, names in _WALKS.items() if told & names)


def role_words(roles: Iterable[str]) -> frozenset[str]:
    """The stems of the words that tell in offices and descriptions."""
    return frozenset(stem(word) for role in roles for word in words(role) if word not in STOP)


def names_told(parties: Iterable[Known]) -> frozenset[str]:
    """The names by which an article with these parties is known to be of an affair; outlets are in articles of every one."""
    return frozenset(name for each in parties if each.party.kind is not PartyKind.OUTLET for name in each.names)


def nearness(one: Known, told: Collection[str], other: Known, told_there: Collection[str]) -> Nearness:
    """How near the articles of two parties, in which these names are told, are by the names that they share beside their own."""
    here, there = set(told) - one.names - other.names, set(told_there) - one.names - other.names
    shared = len(here & there)
    if shared < NAMES_OF_A_WORLD:
        return Nearness.NONE
    return Nearness.AFFAIR if shared >= SHARE_OF_AN_AFFAIR * len(here | there) else Nearness.WORLD
