"""Contacts over all articles: what several articles tell of the same people, way and days is one contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from onrecord.linking.groups import Groups
from onrecord.linking.who.names import body_name, is_acronym_of
from onrecord.vocabulary import (
    ArticleId,
    Channel,
    Contact,
    Interval,
    LinkedContact,
    LinkedParty,
    PartyId,
    PartyKind,
    Passage,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as an article tells it. published: when that was; words: those that say so."""

    contact: Contact
    published: str
    words: str


def link_contacts(
    told: Iterable[Told],
    party_of: Mapping[PartyId, PartyId],
    press: frozenset[PartyId],
    copies: Mapping[ArticleId, ArticleId],
) -> tuple[LinkedContact, ...]:
    """Each contact once, with the words of every article that tells it, the earliest first; none with the press."""
    listed = sorted(told, key=lambda t: (t.published, t.contact.article, t.contact.span))
    by_parties: dict[tuple[PartyId, ...], list[Told]] = defaultdict(list)
    in_text: dict[tuple[ArticleId, str], tuple[PartyId, ...]] = {}
    for each in listed:
        contact = each.contact
        words = copies.get(contact.article, contact.article), each.words
        # what copies of one text say is one contact, even where they call an unnamed party differently
        who = in_text.setdefault(words, tuple(sorted({party_of.get(p, p) for p in contact.parties})))
        if len(who) > 1 and press.isdisjoint(who):
            by_parties[who].append(each)
    found = [linked for who, some in by_parties.items() for linked in _merged(who, some, copies)]
    return tuple(sorted(found, key=lambda c: (c.on is None, c.on.start if c.on else None, c.evidence[0])))


def find_press(parties: Iterable[LinkedParty], publishers: Collection[str]) -> frozenset[PartyId]:
    """The parties that are outlets: by their kind, or by the name of whoever published an article, in full or in first letters."""
    names = {body_name(publisher) for publisher in publishers}

    def is_publisher(name: str) -> bool:
        first = name.removeprefix("the ").removeprefix("The ").split(" ")[0]
        key = body_name(name)
        if key in names or (first.isupper() and any(is_acronym_of(first, p) for p in publishers)):
            return True
        begins = key[:-1] if key[-1:] and key[-1] in _OUTLETS else key if first.isupper() and len(first) > 2 else ()
        return bool(begins) and any(publisher[: len(begins)] == begins for publisher in names)

    return frozenset(
        p.id for p in parties if p.kind is PartyKind.OUTLET or any(is_publisher(name) for name in (p.name, *p.aliases))
    )


_OUTLETS = frozenset(
    {"agency", "newspaper", "paper", "website", "station", "channel", "magazine", "blog", "newsletter"}
)
"""Words behind the beginning of an outlet's name: "the Lindvik agency" is Lindvik Press."""


def _merged(who: tuple[PartyId, ...], told: list[Told], copies: Mapping[ArticleId, ArticleId]) -> list[LinkedContact]:
    """What is told of contacts between the same parties, as so many contacts as there were."""
    groups = Groups(range(len(told)))
    for n, one in enumerate(told):
        for m in range(n):
            if _same(told[m], one, copies):
                groups.join_unless(m, n, lambda a, b: _clash(told[a].contact, told[b].contact))
    return [_linked(who, [told[n].contact for n in sorted(members)]) for members in groups.all()]


def _same(one: Told, other: Told, copies: Mapping[ArticleId, ArticleId]) -> bool:
    a, b = one.contact, other.contact
    if _clash(a, b):
        return False
    if a.article != b.article and copies.get(a.article, a.article) == copies.get(b.article, b.article):
        return a.on == b.on or one.words == other.words
    if a.on and b.on:
        return True  # days that meet: told twice
    return a.on is None and b.on is None and a.channel == b.channel


def _clash(one: Contact, other: Contact) -> bool:
    if one.on and other.on and not _meet(one.on, other.on):
        return True
    channels = {one.channel, other.channel} - {None}
    return len(channels) > 1 and channels != IN_WRITING


IN_WRITING = {Channel.DOCUMENT, Channel.EMAIL}
"""One may be told as the other: who "wrote to the board" may have done so by e-mail."""


def _meet(one: Interval, other: Interval) -> bool:
    """Whether one lies within the other: "in December" and "on Dec. 29" can be one day."""
    return (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)


def _linked(parties: tuple[PartyId, ...], told: list[Contact]) -> LinkedContact:
    known = [c.confidence for c in told if c.confidence is not None]
    days = [c.on for c in told if c.on]
    return LinkedContact(
        parties=parties,
        channel=_exactest([c.channel for c in told if c.channel]),
        on=min(days, key=lambda d: (d.end - d.start, d.start), default=None),
        evidence=tuple(Passage(c.article, c.span) for c in told),
        confidence=max(known, default=None),
    )


def _exactest(channels: list[Channel]) -> Channel | None:
    """The first channel told; of a document that is also called an e-mail, the e-mail."""
    return Channel.EMAIL if set(channels) == IN_WRITING else next(iter(channels), None)
