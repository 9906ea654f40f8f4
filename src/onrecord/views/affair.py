"""The affair as every view shows it: claims with who stood where, changes with both quotations, gathered once.

What is shown of a thing is the thing itself with all that stands beside it: a statement with its article and the
parties that it goes by, a claim with its tracks. A `Wanted` narrows all of it down in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.errors import SettingsError
from onrecord.views import links, present
from onrecord.views.quoting import Cited, Quoted, quote
from onrecord.vocabulary import (
    Article,
    ArticleId,
    Change,
    ChangeKind,
    Claim,
    ClaimId,
    Conflict,
    Interval,
    Kind,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    PartyId,
    Position,
    Review,
    Side,
    Stand,
    StatementId,
)

if TYPE_CHECKING:
    from onrecord.record import ClaimHead, Counts, RecordReader

MOST_HITS = 10_000
"""Statements that a search for words looks through to find their claims."""

MOST_QUOTED = 10_000
"""Statements of one side of a conflict that are quoted where nobody asks for fewer."""

CHANGES_THAT_COUNT = 2
"""More changes than these make a claim no weightier: a claim that seems to change all the time seldom is one claim."""

Thing = TypeVar("Thing")
Involved = TypeVar("Involved", LinkedContact, LinkedEvent)
OfClaim = TypeVar("OfClaim", Change, Origin)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer is narrowed down to. words: all must occur; party: a name; days: both inclusive, without undated."""

    words: str = ""
    party: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def has_days(self) -> bool:
        """Whether it asks for days at all."""
        return self.since is not None or self.until is not None

    def takes(self, days: Interval | None) -> bool:
        """Whether something of these days is wanted."""
        if not self.has_days:
            return True
        if days is None:
            return False
        return (self.since is None or days.end >= self.since) and (self.until is None or days.start <= self.until)

    def reads(self, *texts: str) -> bool:
        """Whether every word occurs in one of these texts."""
        return _has_words(self.words, texts)


@dataclass(frozen=True, slots=True)
class Steady:
    """Statements in a row that take one side."""

    side: Side
    quoted: tuple[Quoted, ...]

    @property
    def days(self) -> Interval | None:
        """From the first day to the last; None where no day is known."""
        return covering(quoted.days for quoted in self.quoted)

    @property
    def printed(self) -> Interval | None:
        """When it was first printed."""
        return next((quoted.printed for quoted in self.quoted if quoted.printed), None)


@dataclass(frozen=True, slots=True)
class Track:
    """The dated sides of one party on one claim, in the order of time."""

    party: LinkedParty
    quoted: tuple[Quoted, ...]

    def position(self, claim: Claim) -> Position:
        """The track as a value of the vocabulary."""
        stands = tuple(quoted.on_claim[1] for quoted in self.quoted if quoted.on_claim)
        return Position(self.party.id, claim.id, stands)

    @property
    def steps(self) -> tuple[Steady, ...]:
        """The track in steps: statements in a row that take one side are one."""
        grouped = groupby(self.quoted, key=lambda quoted: quoted.side)
        return tuple(Steady(side, tuple(group)) for side, group in grouped if side)


def distinct(tracks: Iterable[Track]) -> tuple[Track, ...]:
    """The tracks without those that a copy of the same text tells again of somebody called the same."""
    found: dict[object, Track] = {}
    for track in tracks:
        told = tuple((quoted.side, quoted.text_of or quoted.article.id) for quoted in track.quoted)
        found.setdefault((track.party.name.casefold(), told), track)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with who stood where: tracks, those with the most statements first, and what follows from them.

    unclaimed: statements that nobody known is behind.
    """

    claim: Claim
    tracks: tuple[Track, ...]
    unclaimed: tuple[Quoted, ...] = ()
    changes: tuple[Change, ...] = ()
    conflict: Conflict | None = None
    origins: tuple[Origin, ...] = ()

    @property
    def parties(self) -> Mapping[PartyId, LinkedParty]:
        """Those who took a side, by id."""
        return {track.party.id: track.party for track in self.tracks}

    @property
    def days(self) -> Interval | None:
        """From the first day on which it was spoken of to the last."""
        return covering(stand.said for stand in self.claim.stands)

    def on(self, side: Side) -> tuple[LinkedParty, ...]:
        """The parties that ever took this side."""
        return tuple(track.party for track in self.tracks if any(quoted.side is side for quoted in track.quoted))

    def independent(self, side: Side) -> int | None:
        """On how many independent origins this side rests; None where nobody has counted."""
        return next((len(origin.groups) for origin in self.origins if origin.side is side), None)


@dataclass(frozen=True)
class ChangeShown:
    """A change of position with both statements, and what a person said of it."""

    change: Change
    claim: ClaimHead
    party: LinkedParty
    before: Quoted
    after: Quoted
    review: Review = Review.UNREVIEWED

    @property
    def is_reviewed(self) -> bool:
        """Whether a person looked at it."""
        return self.review is not Review.UNREVIEWED

    @cached_property
    def row(self) -> present.Row:
        """The change as exported."""
        return links.change_row(self.change, {self.party.id: self.party}, self.review)


@dataclass(frozen=True, slots=True)
class OneSide:
    """One side of a conflict: tracks and parties as far as they are shown, and how many parties and statements in all."""

    tracks: tuple[Track, ...]
    parties: tuple[LinkedParty, ...]
    total: int
    statements: int

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """What is quoted, in the order of time."""
        return tuple(sorted((quoted for track in self.tracks for quoted in track.quoted), key=lambda each: each.order))


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """A claim on which parties stand against each other."""

    conflict: Conflict
    claim: ClaimHead
    affirms: OneSide
    denies: OneSide

    def row(self) -> present.Row:
        """The conflict as exported; for one that is shown with all its parties."""
        return links.conflict_row(self.conflict, {p.id: p for p in (*self.affirms.parties, *self.denies.parties)})


@dataclass(frozen=True, slots=True)
class OriginShown:
    """What a side of a claim rests on: groups of statements, each group one origin."""

    origin: Origin
    claim: Claim
    groups: tuple[tuple[Quoted, ...], ...]


@dataclass(frozen=True, slots=True)
class ContactShown:
    """Parties who were in contact, and the words that say so."""

    contact: LinkedContact
    parties: tuple[LinkedParty, ...]
    told: tuple[Cited, ...]

    def row(self) -> present.Row:
        """The contact as exported."""
        return links.contact_row(self.contact, {p.id: p for p in self.parties}, _articles_of(self.told))


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event of the timeline, and the words that tell it."""

    event: LinkedEvent
    parties: tuple[LinkedParty, ...]
    told: tuple[Cited, ...]

    def row(self) -> present.Row:
        """The event as exported."""
        return links.event_row(self.event, {p.id: p for p in self.parties}, _articles_of(self.told))


def _articles_of(told: Iterable[Cited]) -> Mapping[ArticleId, Article]:
    return {cited.article.id: cited.article for cited in told}


@dataclass(frozen=True, slots=True)
class PartyShown:
    """A party with all that the record has of it. others: further parties that the name may mean."""

    party: LinkedParty
    positions: tuple[tuple[Claim, Track], ...]
    changes: tuple[ChangeShown, ...]
    statements: tuple[Quoted, ...]
    contacts: tuple[ContactShown, ...]
    others: tuple[LinkedParty, ...] = ()


@dataclass(frozen=True, slots=True)
class Part(Generic[Thing]):
    """Some of many things, and how many there are in all."""

    things: tuple[Thing, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return self.total - len(self.things)


class Affair:
    """Gathers what a reader knows, narrowed down. Give it a snapshot where several answers have to agree."""

    def __init__(self, reader: RecordReader, wanted: Wanted | None = None) -> None:
        self._reader = reader
        self.wanted = wanted or Wanted()

    @cached_property
    def parties(self) -> frozenset[PartyId] | None:
        """The parties that are wanted; None for all. Raises SettingsError if there is none of that name."""
        if self.wanted.party is None:
            return None
        return frozenset(party.id for party in find_parties(self._reader, self.wanted.party))

    @property
    def counts(self) -> Counts:
        """How much the record holds."""
        return self._reader.counts()

    # --- the affair ---

    def claims(self, limit: int | None = None) -> Part[ClaimShown]:
        """Claims, those first on which accounts stand against each other, then those that are spoken of most."""
        changes, conflicts, origins = self._changes_by_claim, self._conflicts_by_claim, self._origins_by_claim

        def weight(claim: Claim) -> tuple[int, ...]:
            voices = len({stand.principal for stand in claim.stands if stand.principal})
            changed = min(len(changes.get(claim.id, ())), CHANGES_THAT_COUNT)
            return claim.id in conflicts, changed, len(claim.stands), voices

        chosen = sorted(self._wanted_claims.values(), key=weight, reverse=True)
        part = chosen[:limit]
        quoted = quote(self._reader, [stand.statement for claim in part for stand in claim.stands])
        parties = self._parties(stand.principal for claim in part for stand in claim.stands)
        shown = tuple(
            ClaimShown(
                claim,
                *_tracks(claim.stands, quoted, parties),
                changes=tuple(changes.get(claim.id, ())),
                conflict=conflicts.get(claim.id),
                origins=tuple(origins.get(claim.id, ())),
            )
            for claim in part
        )
        return Part(shown, len(chosen))

    def changes(self, limit: int | None = None) -> Part[ChangeShown]:
        """Changes of position in the order of time, but for those that a person rejected; a limit keeps the most certain."""
        wanted = self.wanted
        chosen = [
            change
            for change in self._changes
            if change.claim in self._claims_by_words
            and self._is_of_wanted([change.party])
            and wanted.takes(change.after.said)
        ]
        chosen.sort(key=lambda change: (-(change.confidence or 0), _SHARPEST.index(change.kind)))
        shown = show_changes(self._reader, chosen[:limit])
        return Part(tuple(sorted(shown, key=_in_time)), len(chosen))

    def conflicts(self, limit: int | None = None) -> Part[ConflictShown]:
        """Conflicts, those first on which the most was said."""
        claims = self._wanted_claims
        chosen = [
            conflict
            for conflict in self._reader.conflicts()
            if conflict.claim in claims and self._is_of_wanted([*conflict.affirms, *conflict.denies])
        ]
        chosen.sort(key=lambda each: (len(each.statements), len(each.affirms) + len(each.denies)), reverse=True)
        return Part(tuple(show_conflicts(self._reader, chosen[:limit])), len(chosen))

    def origins(self, limit: int | None = None) -> Part[OriginShown]:
        """What the sides of claims rest on, those with the most statements first, all sides of a claim together."""
        claims = self._wanted_claims
        by_claim = {id_: found for id_, found in self._origins_by_claim.items() if id_ in claims}

        def weight(id_: ClaimId) -> tuple[int, int]:
            sizes = [len(group) for origin in by_claim[id_] for group in origin.groups]
            return id_ in self._conflicts_by_claim, sum(sizes)

        chosen = [origin for id_ in sorted(by_claim, key=weight, reverse=True) for origin in by_claim[id_]]
        part = chosen[:limit]
        quoted = quote(self._reader, [statement for origin in part for group in origin.groups for statement in group])
        shown = tuple(
            OriginShown(
                origin,
                claims[origin.claim],
                tuple(tuple(quoted[id_] for id_ in group if id_ in quoted) for group in origin.groups),
            )
            for origin in part
        )
        return Part(shown, len(chosen))

    def contacts(self, limit: int | None = None) -> Part[ContactShown]:
        """Who was in contact with whom, by day; a limit leaves out undated ones, then the latest."""
        chosen = list(self._involving(self._reader.contacts()))
        shown = [ContactShown(each, parties, told) for each, parties, told in chosen[:limit]]
        return Part(tuple(shown), len(chosen))

    def timeline(self, limit: int | None = None) -> Part[EventShown]:
        """What happened, by day. A limit keeps what the most articles and parties are in."""
        chosen = list(self._involving(self._reader.timeline()))
        if limit is not None and limit < len(chosen):
            heaviest = sorted(range(len(chosen)), key=lambda n: (-len(chosen[n][2]), -len(chosen[n][1]), n))[:limit]
            kept = [chosen[n] for n in sorted(heaviest)]
        else:
            kept = chosen
        return Part(tuple(EventShown(each, parties, told) for each, parties, told in kept), len(chosen))

    def party(self, name: str) -> PartyShown:
        """The party that a name means, with all that the record has of it. Raises SettingsError if there is none."""
        party, *others = find_parties(self._reader, name)
        own = Affair(self._reader, replace(self.wanted, party=party.id))
        statements = [
            quoted for quoted in quote(self._reader, self._reader.statements_of(party.id)).values() if own._says(quoted)
        ]
        claims = own.claims().things
        positions = [(shown.claim, track) for shown in claims for track in shown.tracks if track.party.id == party.id]
        return PartyShown(
            party=party,
            positions=tuple(positions),
            changes=own.changes().things,
            statements=tuple(sorted(statements, key=lambda quoted: quoted.order)),
            contacts=own.contacts().things,
            others=tuple(others),
        )

    def _says(self, quoted: Quoted) -> bool:
        is_said = quoted.statement.kind is not Kind.THOUGHT
        return is_said and self.wanted.takes(quoted.days) and self.wanted.reads(quoted.words)

    # --- what is wanted ---

    @cached_property
    def _wanted_claims(self) -> Mapping[ClaimId, Claim]:
        return {
            claim.id: claim
            for claim in self._claims_by_words.values()
            if any(self.wanted.takes(s.said) and self._is_of_wanted([s.principal]) for s in claim.stands)
        }

    @cached_property
    def _claims_by_words(self) -> Mapping[ClaimId, Claim]:
        """Claims that have the words themselves, or on which a statement has them."""
        claims = {claim.id: claim for claim in self._reader.claims()}
        if not self.wanted.words:
            return claims
        hits = self._reader.search(self.wanted.words, limit=MOST_HITS)
        found = self._reader.stands_of(hit.statement.id for hit in hits if hit.statement)
        by_statements = {claim for claim, _ in found.values()}
        return {id_: claim for id_, claim in claims.items() if id_ in by_statements or self.wanted.reads(claim.text)}

    def _is_of_wanted(self, parties: Iterable[PartyId | None]) -> bool:
        return self.parties is None or not self.parties.isdisjoint(parties)

    def _involving(
        self, things: Iterable[Involved]
    ) -> Iterator[tuple[Involved, tuple[LinkedParty, ...], tuple[Cited, ...]]]:
        """Contacts or events that are wanted, with their parties and the words that tell them."""
        chosen = [each for each in things if self.wanted.takes(each.on) and self._is_of_wanted(each.parties)]
        articles, parties = _beside(self._reader, chosen)
        for each in chosen:
            named, told = _named(each, parties), _told(each, articles)
            if self.wanted.reads(*(cited.words for cited in told), *(party.name for party in named)):
                yield each, named, told

    # --- what stands beside it ---

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        return tuple(c for c in self._reader.changes() if self._reviews.get(c.id) is not Review.REJECTED)

    @cached_property
    def _reviews(self) -> Mapping[str, Review]:
        return self._reader.change_reviews()

    @cached_property
    def _changes_by_claim(self) -> Mapping[ClaimId, list[Change]]:
        return _by_claim(self._changes)

    @cached_property
    def _conflicts_by_claim(self) -> Mapping[ClaimId, Conflict]:
        return {conflict.claim: conflict for conflict in self._reader.conflicts()}

    @cached_property
    def _origins_by_claim(self) -> Mapping[ClaimId, list[Origin]]:
        return _by_claim(self._reader.origins())

    def _parties(self, ids: Iterable[PartyId | None]) -> Mapping[PartyId, LinkedParty]:
        return self._reader.parties_by_id(id_ for id_ in ids if id_ is not None)


def show_changes(reader: RecordReader, changes: Sequence[Change]) -> list[ChangeShown]:
    """Changes with their words, in the order given."""
    quoted = quote(reader, [stand.statement for change in changes for stand in (change.before, change.after)])
    claims = reader.claim_heads([change.claim for change in changes])
    parties = reader.parties_by_id((change.party for change in changes), bare=True)
    reviews = reader.change_reviews()
    return [
        ChangeShown(
            change,
            claims[change.claim],
            parties[change.party],
            quoted[change.before.statement],
            quoted[change.after.statement],
            reviews.get(change.id, Review.UNREVIEWED),
        )
        for change in changes
        if change.before.statement in quoted and change.after.statement in quoted and change.claim in claims
    ]


def show_conflicts(reader: RecordReader, conflicts: Sequence[Conflict], most: int = MOST_QUOTED) -> list[ConflictShown]:
    """Conflicts with their words, in the order given; of each side at most so many statements are quoted."""
    from onrecord.record import Page  # a command that only tells its options needs no database

    claims = reader.claim_heads([conflict.claim for conflict in conflicts])
    known = [conflict for conflict in conflicts if conflict.claim in claims]
    stands = {
        (each.id, side): reader.stands_on_side(each.claim, side, Page(most), who)
        for each in known
        for side, who in ((Side.AFFIRMS, each.affirms), (Side.DENIES, each.denies))
    }
    quoted = quote(reader, [stand.statement for _, told in stands.values() for stand in told])
    named = [party for each in known for who in (each.affirms, each.denies) for party in who[:most]]
    speaking = (s.principal for _, told in stands.values() for s in told if s.principal)
    parties = reader.parties_by_id([*named, *speaking], bare=True)

    def on_side(conflict: Conflict, side: Side, who: tuple[PartyId, ...]) -> OneSide:
        total, told = stands[conflict.id, side]
        tracks, _ = _tracks([s for s in told if s.statement in quoted], quoted, parties)
        return OneSide(tracks, tuple(parties[id_] for id_ in who if id_ in parties), len(who), total)

    return [
        ConflictShown(
            each,
            claims[each.claim],
            on_side(each, Side.AFFIRMS, each.affirms),
            on_side(each, Side.DENIES, each.denies),
        )
        for each in known
    ]


def show_contacts(reader: RecordReader, contacts: Sequence[LinkedContact]) -> list[ContactShown]:
    """Contacts with the words that tell them, in the order given."""
    articles, parties = _beside(reader, contacts)
    return [ContactShown(each, _named(each, parties), _told(each, articles)) for each in contacts]


def show_events(reader: RecordReader, events: Sequence[LinkedEvent]) -> list[EventShown]:
    """Events with the words that tell them, in the order given."""
    articles, parties = _beside(reader, events)
    return [EventShown(each, _named(each, parties), _told(each, articles)) for each in events]


def _beside(
    reader: RecordReader, things: Sequence[LinkedContact] | Sequence[LinkedEvent]
) -> tuple[Mapping[ArticleId, Article], Mapping[PartyId, LinkedParty]]:
    versions = reader.articles_by_id(passage.article for each in things for passage in each.evidence)
    parties = reader.parties_by_id((party for each in things for party in each.parties), bare=True)
    return {id_: kept.article for id_, kept in versions.items()}, parties


def _named(each: LinkedContact | LinkedEvent, parties: Mapping[PartyId, LinkedParty]) -> tuple[LinkedParty, ...]:
    return tuple(parties[party] for party in each.parties)


def _told(each: LinkedContact | LinkedEvent, articles: Mapping[ArticleId, Article]) -> tuple[Cited, ...]:
    return tuple(Cited(articles[passage.article], passage.span) for passage in each.evidence)


def _in_time(shown: ChangeShown) -> tuple[object, ...]:
    return shown.after.order, shown.before.order, shown.change.id


_SHARPEST = (ChangeKind.REVERSAL, ChangeKind.WALK_BACK, ChangeKind.HARDENING)


def find_parties(reader: RecordReader, name: str) -> tuple[LinkedParty, ...]:
    """The parties that a name or an id may mean, the likeliest first. Raises SettingsError if there is none.

    Likeliest: called exactly that, then having the words of it in a name, then in an office; then whoever says more.
    """
    by_id = reader.linked_party(PartyId(name))
    if by_id:
        return (by_id,)
    found = list(reader.linked_parties(name))
    whole = [party for party in found if _has_whole_words(name, (party.name, *party.aliases, *party.roles))]
    if not whole and not found:
        raise SettingsError(
            f"NAME: found nobody called {name!r} in the record; expected a name, an office or an id; "
            "see who there is with: onrecord export parties"
        )

    def likeliness(party: LinkedParty) -> tuple[int, ...]:
        names = [each.casefold() for each in (party.name, *party.aliases)]
        is_called_so = name.casefold() in names
        return is_called_so, _has_words(name, names), not party.anonymous, party.statements, party.articles

    return tuple(sorted(whole or found, key=likeliness, reverse=True))


def covering(days: Iterable[Interval | None]) -> Interval | None:
    """From the first of these days to the last, as exact as they are where they are the same."""
    known = [each for each in days if each]
    if not known:
        return None
    if len(set(known)) == 1:
        return known[0]
    start, end = min(each.start for each in known), max(each.end for each in known)
    return Interval(start, end, "day" if start == end else "span")


def _tracks(
    stands: Sequence[Stand], quoted: Mapping[StatementId, Quoted], parties: Mapping[PartyId, LinkedParty]
) -> tuple[tuple[Track, ...], tuple[Quoted, ...]]:
    """Tracks, those with the most statements first, and the statements that nobody known is behind."""
    by_party: dict[PartyId, list[Quoted]] = {}
    unclaimed = []
    for stand in stands:
        if stand.principal is None:
            unclaimed.append(quoted[stand.statement])
        else:
            by_party.setdefault(stand.principal, []).append(quoted[stand.statement])
    heaviest = sorted(by_party.items(), key=lambda item: -len(item[1]))
    return tuple(Track(parties[id_], tuple(own)) for id_, own in heaviest), tuple(unclaimed)


def _by_claim(things: Iterable[OfClaim]) -> dict[ClaimId, list[OfClaim]]:
    grouped: dict[ClaimId, list[OfClaim]] = {}
    for thing in things:
        grouped.setdefault(thing.claim, []).append(thing)
    return grouped


def _has_words(words: str, texts: Iterable[str]) -> bool:
    folded = [text.casefold() for text in texts]
    return all(any(word in text for text in folded) for word in words.casefold().split())


def _has_whole_words(words: str, texts: Iterable[str]) -> bool:
    known = {word for text in texts for word in _WORD.findall(text.casefold())}
    return all(word in known for word in _WORD.findall(words.casefold()))


_WORD = re.compile(r"\w+")
