"""The parties of a memory: which linked party each party of an article belongs to, and what these are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from onrecord.linking.memory import Memory
from onrecord.linking.names import body_name
from onrecord.linking.packing import Packed, pack_linked, pack_party, unpack_linked, unpack_party
from onrecord.linking.parties import link_parties
from onrecord.linking.voices import find_voices
from onrecord.vocabulary import ArticleId, Decisions, Kind, LinkedParty, PartyId, PartyKind, Reading


@dataclass(frozen=True, slots=True)
class Moves:
    """What changed. before: of local parties that are linked to another than before, or are gone, whom they were linked
    to, be it that only the id is another, or only who else is linked there; put: linked parties that are new or other than
    they were; gone: those that are no more; shown: those that a claim or an origin would show as something else; outlets:
    the names under which another outlet is known; voices: the linked parties that speak for others than before."""

    before: Mapping[PartyId, PartyId] = field(default_factory=dict)
    put: tuple[LinkedParty, ...] = ()
    gone: frozenset[PartyId] = frozenset()
    shown: frozenset[PartyId] = frozenset()
    outlets: frozenset[str] = frozenset()
    voices: frozenset[PartyId] = frozenset()


class Directory:
    """The linked parties and their local ones."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def change(self, gone: Iterable[ArticleId], come: Iterable[Reading], decisions: Decisions) -> Moves:
        """Let the parties of articles go and others come."""
        memory = self._memory
        come = list(come)
        memory.forget("locals", gone)
        memory.note("locals", {r.article.id: [[pack_party(p) for p in r.parties], own_statements(r)] for r in come})
        articles = memory.everything("locals").values()
        parties, party_of = link_parties(
            (unpack_party(packed) for listed, _ in articles for packed in listed), decisions
        )
        parties = with_counts(parties, (pairs for _, pairs in articles), party_of)
        before = {PartyId(local): PartyId(id_) for local, id_ in memory.everything("linked").items()}
        moved = {local: id_ for local, id_ in before.items() if party_of.get(local) != id_}
        kept = {PartyId(id_): unpack_linked(row) for id_, row in memory.everything("party").items()}
        put = tuple(party for party in parties if kept.get(party.id) != party)
        lost = kept.keys() - {party.id for party in parties}
        groups = self._note_groups(put, lost, before)
        moved |= {id_: before[id_] for id_ in groups}
        memory.note("article of", {p.id: r.article.id for r in come for p in r.parties})
        memory.note("linked", {local: id_ for local, id_ in party_of.items() if before.get(local) != id_})
        memory.forget("linked", moved.keys() - party_of.keys())
        memory.note("party", {party.id: pack_linked(party) for party in put})
        memory.forget("party", lost)
        was_shown = {party.id: _shown(kept[party.id]) for party in put if party.id in kept}
        return Moves(
            before=moved,
            put=put,
            gone=frozenset(lost),
            shown=frozenset(p.id for p in put if p.id in was_shown and was_shown[p.id] != _shown(p)),
            outlets=self._note_outlets(parties),
            voices=self._note_voices(find_voices(parties, (pairs for _, pairs in articles), party_of)),
        )

    def linked(self, locals_: Iterable[PartyId]) -> dict[PartyId, PartyId]:
        """Local party → linked party."""
        return {PartyId(local): PartyId(id_) for local, id_ in self._memory.recall("linked", locals_).items()}

    def voices(self, speakers: Iterable[PartyId]) -> dict[PartyId, PartyId]:
        """Linked speaker → the linked party that they speak for where nothing else is said."""
        return {PartyId(id_): PartyId(other) for id_, (other, _) in self._memory.recall("voice", speakers).items()}

    def groups(self, ids: Iterable[PartyId]) -> dict[PartyId, int]:
        """Numbers by which linked parties are told apart: one keeps its own while its id changes with its longest name."""
        return {PartyId(id_): number for id_, number in self._memory.recall("group", ids).items()}

    def parties(self, ids: Iterable[PartyId]) -> dict[PartyId, LinkedParty]:
        """The linked parties with these ids."""
        return {PartyId(id_): unpack_linked(row) for id_, row in self._memory.recall("party", ids).items()}

    def articles_of(self, locals_: Iterable[PartyId]) -> set[ArticleId]:
        """The articles that these local parties are of, or were."""
        return {ArticleId(id_) for id_ in self._memory.recall("article of", locals_).values()}

    def outlet(self, publisher: str) -> PartyId | None:
        """The linked outlet of this name."""
        found: PartyId | None = self._memory.recall_one("outlet", " ".join(body_name(publisher)))
        return found

    def _note_groups(
        self, put: Iterable[LinkedParty], lost: Iterable[PartyId], before: Mapping[PartyId, PartyId]
    ) -> set[PartyId]:
        """Number the parties: each keeps the number that most of its local ones had, unless more of another party's had it.
        Gives the local parties that had another number."""
        put = list(put)
        was = {party.id: [before[id_] for id_ in party.locals if id_ in before] for party in put}
        known = self.groups({*lost, *(id_ for listed in was.values() for id_ in listed)})
        bids = [(-n, id_, group) for id_, ids in was.items() for group, n in Counter(known[i] for i in ids).items()]
        groups: dict[PartyId, int] = {}
        given: set[int] = set()
        for _, id_, group in sorted(bids):
            if id_ not in groups and group not in given:
                groups[id_] = group
                given.add(group)
        following = self._memory.recall_one("next", "group") or 0
        rest = [party.id for party in put if party.id not in groups]
        groups |= {id_: following + number for number, id_ in enumerate(rest)}
        self._memory.note("next", {"group": following + len(rest)})
        self._memory.forget("group", lost)
        self._memory.note("group", {str(id_): group for id_, group in groups.items()})
        locals_ = ((id_, party) for party in put for id_ in party.locals if id_ in before)
        return {id_ for id_, party in locals_ if known[before[id_]] != groups[party.id]}

    def _note_voices(self, voices: Mapping[PartyId, PartyId]) -> frozenset[PartyId]:
        before = self._memory.everything("voice")
        groups = self.groups(voices.values())
        now = {str(speaker): [principal, groups[principal]] for speaker, principal in voices.items()}
        changed = {id_ for id_ in {*before, *now} if before.get(id_) != now.get(id_)}
        self._memory.note("voice", {id_: now.get(id_) for id_ in changed})
        return frozenset(PartyId(id_) for id_ in changed)

    def _note_outlets(self, parties: Iterable[LinkedParty]) -> frozenset[str]:
        outlets = {
            " ".join(body_name(name)): party.id
            for party in parties
            if party.kind is PartyKind.OUTLET
            for name in (party.name, *party.aliases)
        }
        before = self._memory.everything("outlet")
        changed = {name for name in {*before, *outlets} if before.get(name) != outlets.get(name)}
        self._memory.note("outlet", {name: outlets.get(name) for name in changed})
        return frozenset(changed)


def own_statements(reading: Reading) -> list[Packed]:
    """Who speaks and who is spoken for in each statement that is no bare thought."""
    return [[s.speaker, s.on_behalf_of] for s in reading.statements if s.kind is not Kind.THOUGHT]


def with_counts(
    parties: Iterable[LinkedParty], spoken: Iterable[Iterable[Packed]], party_of: Mapping[PartyId, PartyId]
) -> tuple[LinkedParty, ...]:
    """The parties with how many statements are their own: as speaker, or as who is spoken for."""
    own: Counter[PartyId] = Counter()
    for pairs in spoken:
        for pair in pairs:
            own.update({party_of[party] for party in pair if party in party_of})
    return tuple(replace(party, statements=own[party.id]) for party in parties)


def _shown(party: LinkedParty) -> tuple[object, ...]:
    return party.name, party.kind, party.anonymous
