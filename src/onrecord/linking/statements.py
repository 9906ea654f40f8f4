"""What the statements of a memory put forward, with their parties linked as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from onrecord.linking.memory import Memory
from onrecord.linking.packing import named_in, pack_proposition, parties_in, unpack_proposition
from onrecord.linking.positions.told import with_departures
from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.who.directory import Directory
from onrecord.vocabulary import PartyId, Reading, StatementId


class Statements:
    """Propositions by statement. Knows them as they are linked when first asked for: one is made for each change."""

    def __init__(self, memory: Memory, directory: Directory) -> None:
        self._memory = memory
        self._directory = directory
        self._known: dict[StatementId, Proposition] = {}

    def read(self, reading: Reading) -> Mapping[StatementId, Proposition]:
        """Note what the statements of an article put forward."""
        found = {each.id: each for each in with_departures(reading, read_propositions(reading, {}))}
        self._memory.note("proposition", {id_: pack_proposition(each) for id_, each in found.items()})
        return self(found)

    def forget(self, ids: Iterable[StatementId]) -> None:
        """These are no more."""
        self._memory.forget("proposition", ids)

    def __call__(self, ids: Iterable[StatementId]) -> Mapping[StatementId, Proposition]:
        """The propositions of these statements, of those that are known."""
        wanted = list(dict.fromkeys(ids))
        missing = [id_ for id_ in wanted if id_ not in self._known]
        packed = self._memory.recall("proposition", missing)
        party_of = self._directory.linked({party for each in packed.values() for party in parties_in(each)})
        voices = self._directory.voices(party_of.values())
        self._known |= {StatementId(id_): unpack_proposition(each, party_of, voices) for id_, each in packed.items()}
        return {id_: self._known[id_] for id_ in wanted if id_ in self._known}

    def referring(self, ids: Iterable[StatementId], parties: Collection[PartyId]) -> set[StatementId]:
        """Those of these statements that refer to one of these local parties."""
        packed = self._memory.recall("proposition", ids)
        return {StatementId(id_) for id_, each in packed.items() if not parties_in(each).isdisjoint(parties)}

    def of_unnamed(self, ids: Iterable[StatementId]) -> set[StatementId]:
        """Those of these statements that are of unnamed sources."""
        known = self(ids)
        parties = self._directory.parties({each.principal for each in known.values() if each.principal})
        return {id_ for id_, each in known.items() if each.principal in parties and parties[each.principal].anonymous}

    def naming(self, ids: Iterable[StatementId], parties: Collection[PartyId]) -> set[StatementId]:
        """Those of these statements that one of these local parties utters, is spoken for in, is told or hands on: not those
        about it, since what a claim shows does not name whom it is about."""
        packed = self._memory.recall("proposition", ids)
        return {StatementId(id_) for id_, each in packed.items() if not named_in(each).isdisjoint(parties)}
