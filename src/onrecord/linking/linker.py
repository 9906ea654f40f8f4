"""Readings → everything that follows from holding them together. The order in which they come does not matter.

A `Linker` takes what was read since and gives what becomes other by it; what it has to know of all before is in a
`Memory`. Each step hands on what it touched, and the next looks at that alone:

    parties         those of single articles that are one over all          directory.py, parties.py and what these name
    copies          articles that share their text                          copies.py
    propositions    what each statement puts forward                        propositions.py
    utterances      statements that tell the same, with a number            units.py, utterances.py
    candidates      which utterances meet                                   candidates.py, neighbours.py
    comparisons     how likely two of them speak to one claim               pairs.py, comparisons.py
    clusters        which do, all in all                                    clusters.py
    claims          with sides, changes, conflicts and origins              debates.py and what it names
    happenings      contacts and events that several articles tell          happenings.py
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from onrecord.linking.archive import Archive, Filed
from onrecord.linking.claims.clusters import Cluster
from onrecord.linking.claims.debates import Debate, Debates, lay_out
from onrecord.linking.claims.wording import Called
from onrecord.linking.gathering import gather
from onrecord.linking.happenings.contacts import find_press
from onrecord.linking.happenings.happenings import Around, Happened, Happenings, tell
from onrecord.linking.memory import Memory
from onrecord.linking.origins.origins import Surroundings, find_origins
from onrecord.linking.positions.changes import find_changes
from onrecord.linking.positions.conflicts import find_conflict
from onrecord.linking.positions.positions import find_positions
from onrecord.linking.statements import Statements
from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.what.sentences import Encode, FloatArray, Likeness, SentenceModel
from onrecord.linking.what.units import Unit
from onrecord.linking.what.utterances import Utterances
from onrecord.linking.who.directory import Directory, Moves, cast_of
from onrecord.vocabulary import (
    ArticleId,
    Change,
    ClaimId,
    Conflict,
    Decisions,
    Gone,
    Linked,
    Origin,
    PartyId,
    Reading,
    Relinked,
    StatementId,
)

NO_DECISIONS = Decisions()
SHIPPED = SentenceModel()

AT_ONCE = 200
"""Articles that are linked together: what one of them touches need not be made anew for each."""


def link(readings: Iterable[Reading], decisions: Decisions = NO_DECISIONS, encode: Encode | None = None) -> Linked:
    """Link all readings from scratch. encode: another way to the vectors of sentences than asking the weights that ship."""
    linker = Linker(Memory(), _Once(encode or SHIPPED))
    return gather(linker.change((), readings, decisions))


def likeness_of(units: Sequence[Unit], encode: Encode) -> Likeness:
    """How near the statements of these utterances lie to each other."""
    return lay_out(units, encode, SHIPPED.heads)


def propositions_of(readings: Iterable[Reading], decisions: Decisions = NO_DECISIONS) -> tuple[Proposition, ...]:
    """What the statements of these readings put forward, with their parties linked."""
    known = sorted(readings, key=lambda r: (r.article.ref, r.article.id))
    moves = Directory(Memory()).change((), {r.article.id: cast_of(r) for r in known}, decisions)
    return tuple(p for r in known for p in read_propositions(r, moves.now))


class Linker:
    """Links what was read to all that a memory knows."""

    def __init__(self, memory: Memory, encode: Encode) -> None:
        self._memory = memory
        self._encode = encode

    def change(
        self, gone: Collection[ArticleId], come: Iterable[Reading], decisions: Decisions = NO_DECISIONS
    ) -> Iterator[Relinked]:
        """Let articles go and others come, some at a time; what comes stands in place of what is known of it. decisions:
        all in force.

        Gives what became other by each step; the memory has changed with it, and may be kept.
        """
        readings = sorted(come, key=lambda r: (r.article.published or "", r.article.ref, r.article.id))
        directory, archive = Directory(self._memory), Archive(self._memory)
        leaving = archive.filed({*gone, *(reading.article.id for reading in readings)})
        moves = directory.change(gone, {r.article.id: cast_of(r) for r in readings}, decisions)
        recopied = archive.change(leaving, readings)
        new = {reading.article.id for reading in readings}
        for start in range(0, max(1, len(readings)), AT_ONCE):
            step = _Step(self._memory, self._encode, directory, archive, decisions)
            done = step.settle(leaving, moves, recopied, new, readings[start : start + AT_ONCE])
            yield replace(done, awaiting=frozenset(r.article.id for r in readings[start + AT_ONCE :]))
            leaving, moves, recopied = {}, Moves(), set()


class _Step:
    """One step of a change: everything that is looked up is looked up once."""

    def __init__(
        self, memory: Memory, encode: Encode, directory: Directory, archive: Archive, decisions: Decisions
    ) -> None:
        self._memory = memory
        self._directory = directory
        self._archive = archive
        self._decisions = decisions
        self._statements = Statements(memory, directory)
        self._utterances = Utterances(memory, self._statements)
        self._debates = Debates(memory, self._utterances, _Once(encode), SHIPPED.heads)

    def settle(
        self,
        leaving: Mapping[ArticleId, Filed],
        moves: Moves,
        recopied: Collection[ArticleId],
        new: Collection[ArticleId],
        come: Sequence[Reading],
    ) -> Relinked:
        """Let articles go, parties move, copies change and articles come. new: all that come, in this step or later."""
        gone = {id_ for filed in leaving.values() for id_ in filed.statements}
        other = moves.before.keys() | self._directory.locals_of(moves.voices)
        moving = self._archive.filed(self._directory.articles_of(other) - leaving.keys() - set(new))
        moved = self._statements.referring((s for m in moving.values() for s in m.statements), other)
        self._statements.forget(gone)
        propositions = [each for reading in come for each in self._statements.read(reading).values()]
        changed = self._utterances.change(gone, propositions, moved)
        clusters = self._debates.change(changed, moved | self._shown(moves, recopied), self._decisions)
        again = self._archive.filed(set(recopied) - leaving.keys() - set(new)) | moving
        happened = self._happened(leaving, again, come)
        return self._relinked(clusters, changed.gone, happened, moves, recopied, leaving, come)

    def _shown(self, moves: Moves, recopied: Iterable[ArticleId]) -> set[StatementId]:
        """The statements whose claims show, or rest on, something that is other than before."""
        found = {id_ for filed in self._archive.filed(recopied).values() for id_ in filed.statements}
        # what unnamed sources told an outlet is its report, all else has an origin of its own
        published = self._archive.filed(self._archive.published_by(moves.outlets)).values()
        found |= self._statements.of_unnamed(id_ for filed in published for id_ in filed.statements)
        local = self._directory.locals_of(moves.shown | self._directory.speaking_for(moves.shown))
        speaking = self._archive.filed(self._directory.articles_of(local)).values()
        return found | self._statements.naming((id_ for filed in speaking for id_ in filed.statements), local)

    def _happened(
        self, leaving: Mapping[ArticleId, Filed], again: Mapping[ArticleId, Filed], come: Iterable[Reading]
    ) -> Happened:
        told = {id_: filed.told for id_, filed in again.items()}
        around = Around(self._directory.linked, self._archive.originals, self._press)
        before = {id_: filed.told for id_, filed in leaving.items()} | told
        return Happenings(self._memory, around).change(before, {r.article.id: tell(r) for r in come} | told)

    def _press(self, ids: Iterable[PartyId]) -> frozenset[PartyId]:
        return find_press(self._directory.parties(ids).values(), self._archive.publishers())

    def _relinked(
        self,
        clusters: Iterable[Cluster],
        gone: Iterable[int],
        happened: Happened,
        moves: Moves,
        recopied: Collection[ArticleId],
        leaving: Iterable[ArticleId],
        come: Iterable[Reading],
    ) -> Relinked:
        listed = sorted(clusters)
        debates = [each for cluster in listed if (each := self._debates.debate(cluster, self._names))]
        claims = tuple(debate.claim for debate in debates)
        numbers = [str(number) for number in (*gone, *(number for cluster in listed for number in cluster))]
        before = {ClaimId(id_) for id_ in self._memory.recall("claim", numbers).values()}
        self._memory.forget("claim", numbers)
        told_by = self._utterances.numbers_of(stand.statement for claim in claims for stand in claim.stands)
        for claim in claims:
            self._memory.note("claim", {str(told_by[stand.statement]): claim.id for stand in claim.stands})
        originals = self._archive.originals(recopied)
        put = Linked(
            parties=moves.put,
            party_of=dict(moves.now),
            claims=claims,
            positions=find_positions(claims),
            changes=tuple(change for debate in debates for change in self._changes(debate)),
            conflicts=tuple(conflict for debate in debates if (conflict := _conflict(debate))),
            origins=tuple(origin for debate in debates for origin in self._origins(debate)),
            contacts=happened.contacts,
            events=happened.events,
            copies=originals,
        )
        return Relinked(
            put,
            Gone(
                articles=frozenset(leaving),
                parties=moves.gone,
                locals=frozenset(moves.before.keys() - moves.now.keys()),
                claims=frozenset(before - {claim.id for claim in claims}),
                contacts=happened.gone_contacts,
                events=happened.gone_events,
                copies=frozenset(set(recopied) - originals.keys()),
            ),
            frozenset(reading.article.id for reading in come),
            frozenset(),
            {debate.claim.id: debate.place for debate in debates},
        )

    def _names(self, ids: Iterable[PartyId]) -> dict[PartyId, Called]:
        return {id_: Called(party.name, party.kind) for id_, party in self._directory.parties(ids).items()}

    def _changes(self, debate: Debate) -> tuple[Change, ...]:
        parties = self._directory.parties({stand.principal for stand in debate.claim.stands if stand.principal})
        amounts = {id_: party.statements for id_, party in parties.items()}
        return find_changes(
            debate.claim,
            debate.propositions,
            lambda id_: debate.footing.surely.get(id_, 0.0),
            debate.footing.one_claim,
            lambda id_: amounts.get(id_, 0),
        )

    def _origins(self, debate: Debate) -> tuple[Origin, ...]:
        told = debate.propositions.values()
        via = {each.id: each.statement.via for each in told}
        told_to = {each.id: each.statement.told_to for each in told}
        links = self._directory.linked(
            {*(p for listed in via.values() for p in listed), *filter(None, told_to.values())}
        )
        parties = {*links.values(), *(each.principal for each in told if each.principal)}
        articles = self._archive.filed({each.statement.article for each in told})
        around = Surroundings(
            parties=self._directory.parties(parties),
            copies=self._archive.originals(articles),
            publishers={
                id_: str(self._directory.outlet(filed.publisher) or filed.publisher)
                for id_, filed in articles.items()
                if filed.publisher
            },
            via={id_: tuple(links[p] for p in listed if p in links) for id_, listed in via.items()},
            told_to={id_: links[p] for id_, p in told_to.items() if p and p in links},
        )
        return find_origins(debate.claim, debate.propositions, around, lambda: debate.footing.surely)


def _conflict(debate: Debate) -> Conflict | None:
    return find_conflict(debate.claim, debate.footing.surely) if debate.footing.is_contested else None


class _Once:
    """An encoder that is asked for each sentence once."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: dict[str, FloatArray] = {}

    def __call__(self, sentences: Sequence[str]) -> FloatArray:
        missing = list(dict.fromkeys(sentence for sentence in sentences if sentence not in self._known))
        if missing or not sentences:
            vectors = self._encode(missing)
            self._known.update(zip(missing, vectors, strict=True))
        return np.stack([self._known[sentence] for sentence in sentences]) if sentences else vectors
