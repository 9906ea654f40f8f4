"""The parties of a memory: which linked party each party of an article belongs to, and what these are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.linking.memory import Memory
from onrecord.linking.packing import Packed, pack_linked, pack_party, unpack_linked, unpack_party
from onrecord.linking.who.names import body_name
from onrecord.linking.who.parties import Cast, Parties
from onrecord.linking.who.portraits import Tally, plenty, portrait, seen, values_of
from onrecord.linking.who.verdicts import SAID_SO, Verdicts, decide
from onrecord.linking.who.voices import voice_of
from onrecord.vocabulary import ArticleId, Decisions, Kind, LinkedParty, Party, PartyId, PartyKind, Reading


@dataclass(frozen=True, slots=True)
class Moves:
    """What changed. before: of local parties that are linked to another than before, or are gone, whom they were linked
    to; now: whom local parties are linked to that are new or linked to another; put: linked parties that are new or other
    than they were; gone: those that are no more; shown: those that a claim or an origin would show as something else, or of
    whom there is so much more, or less, that it counts for their changes of position; outlets: the names under which
    another outlet is known; voices: the linked parties that speak for others than before."""

    before: Mapping[PartyId, PartyId] = field(default_factory=dict)
    now: Mapping[PartyId, PartyId] = field(default_factory=dict)
    put: tuple[LinkedParty, ...] = ()
    gone: frozenset[PartyId] = frozenset()
    shown: frozenset[PartyId] = frozenset()
    outlets: frozenset[str] = frozenset()
    voices: frozenset[PartyId] = frozenset()


class Directory:
    """The linked parties and their local ones."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._parties = Parties(memory)

    def change(self, gone: Iterable[ArticleId], come: Mapping[ArticleId, Cast], decisions: Decisions) -> Moves:
        """Let the parties of articles go and others come."""
        leaving = sorted({*gone, *come})
        left = {id_ for packed, _ in self._memory.recall("locals", leaving).values() for id_, _ in packed}
        changed = self._parties.change(leaving, come)
        left -= changed.keys()
        self._memory.forget("by name", left)
        self._memory.note("by name", {id_: [each.linked, each.reason] for id_, each in changed.items()})
        self._memory.forget("locals", leaving)
        self._memory.note("locals", {id_: _pack(cast) for id_, cast in come.items()})
        self._memory.note("article of", {party.id: id_ for id_, cast in come.items() for party in cast.parties})
        moved = {*changed, *self._judge(decisions)}
        before, now = self.linked({*moved, *left}), self._by_name(moved)
        self._memory.forget("linked", left)
        self._memory.note("linked", {str(local): id_ for local, id_ in now.items()})
        moves = Moves(
            before={id_: was for id_, was in before.items() if now.get(id_) != was},
            now={id_: is_ for id_, is_ in now.items() if before.get(id_) != is_},
        )
        return self._portray(moves, {*leaving, *self.articles_of(moved)})

    def linked(self, locals_: Iterable[PartyId]) -> dict[PartyId, PartyId]:
        """Local party → linked party."""
        return {PartyId(local): PartyId(id_) for local, id_ in self._memory.recall("linked", locals_).items()}

    def locals_of(self, ids: Iterable[PartyId]) -> set[PartyId]:
        """The local parties of linked ones."""
        wanted = set(ids)
        verdicts = self._verdicts()
        found = self._parties.named({name for id_ in wanted for name in verdicts.parts_of(id_)}) if wanted else set()
        found |= verdicts.taken_out.keys() if wanted else set()
        return {local for local, id_ in self.linked(found).items() if id_ in wanted}

    def voices(self, speakers: Iterable[PartyId]) -> dict[PartyId, PartyId]:
        """Linked speaker → the linked party that they speak for where nothing else is said."""
        return {PartyId(id_): PartyId(other) for id_, other in self._memory.recall("voice", speakers).items()}

    def speaking_for(self, principals: Iterable[PartyId]) -> set[PartyId]:
        """The linked parties that speak for one of these where nothing else is said."""
        noted = self._memory.recall("spoken for", principals)
        return {PartyId(id_) for speakers in noted.values() for id_ in speakers}

    def parties(self, ids: Iterable[PartyId]) -> dict[PartyId, LinkedParty]:
        """The linked parties with these ids, without their local ones."""
        return {PartyId(id_): unpack_linked(row) for id_, row in self._memory.recall("party", ids).items()}

    def articles_of(self, locals_: Iterable[PartyId]) -> set[ArticleId]:
        """The articles that these local parties are of, or were."""
        return {ArticleId(id_) for id_ in self._memory.recall("article of", locals_).values()}

    def outlet(self, publisher: str) -> PartyId | None:
        """The linked outlet of this name."""
        found = self._memory.recall_one("outlet", " ".join(body_name(publisher)))
        return min(found) if found else None

    # --- what people decided ---

    def _verdicts(self) -> Verdicts:
        merged, taken_out, by_word = self._memory.recall_one("decided", "parties") or ({}, {}, ())
        return Verdicts(merged, taken_out, frozenset(by_word))

    def _judge(self, decisions: Decisions) -> set[PartyId]:
        """Lay over the names what people decided; gives the local parties for which that is something else than before."""
        told = {id_ for pair in (*decisions.same_parties, *decisions.different_parties) for id_ in pair}
        by_name = {PartyId(id_): PartyId(name) for id_, (name, _) in self._memory.recall("by name", told).items()}
        before, now = self._verdicts(), decide(decisions, by_name)
        if before == now:
            return set()
        self._memory.note("decided", {"parties": [dict(now.merged), dict(now.taken_out), sorted(now.by_word)]})
        merged = {name for name, _ in before.merged.items() ^ now.merged.items()}
        taken_out = {local for local, _ in before.taken_out.items() ^ now.taken_out.items()}
        return self._parties.named(merged) | taken_out | (before.by_word ^ now.by_word)

    def _by_name(self, locals_: Iterable[PartyId]) -> dict[PartyId, PartyId]:
        """What these local parties are by their names, and by what people decided."""
        verdicts, notes = self._verdicts(), self._memory.recall("by name", locals_)
        return {PartyId(id_): verdicts.linked(PartyId(id_), name) for id_, (name, _) in notes.items()}

    # --- what the linked parties look like ---

    def _portray(self, moves: Moves, articles: Iterable[ArticleId]) -> Moves:
        """Count anew what these articles show of parties, and note what the parties look like by that."""
        tallies = self._count(sorted(articles))
        self._memory.note("tally", {id_: dict(sorted(tally.items())) or None for id_, tally in tallies.items()})
        were = self.parties(tallies)
        are = {id_: portrait(id_, tally) for id_, tally in tallies.items() if tally}
        self._memory.note("party", {id_: pack_linked(are[id_]) if id_ in are else None for id_ in tallies})
        return replace(
            moves,
            put=tuple(party for id_, party in are.items() if were.get(id_) != party),
            gone=frozenset(were.keys() - are.keys()),
            shown=frozenset(id_ for id_ in were.keys() & are.keys() if _shown(were[id_]) != _shown(are[id_])),
            outlets=self._note_outlets(were.values(), are.values()),
            voices=self._note_voices(tallies, are),
        )

    def _count(self, articles: Sequence[ArticleId]) -> dict[PartyId, Tally]:
        """The tallies of all parties of which these articles show something else than before."""
        before, now = self._memory.recall("seen in", articles), self._see(articles)
        self._memory.note("seen in", {id_: now.get(id_) for id_ in articles})
        more: defaultdict[PartyId, Tally] = defaultdict(Counter)
        for seen_in, sign in ((before, -1), (now, 1)):
            for id_, tally in (item for tallies in seen_in.values() for item in tallies.items()):
                more[id_].update({what: sign * count for what, count in tally.items()})
        changed = {id_: changes for id_, changes in sorted(more.items()) if any(changes.values())}
        kept = self._memory.recall("tally", changed)
        return {id_: _sum(kept.get(id_, {}), changes) for id_, changes in changed.items()}

    def _see(self, articles: Iterable[ArticleId]) -> dict[str, dict[PartyId, Tally]]:
        notes = self._memory.recall("locals", articles)
        ids = [PartyId(id_) for packed, _ in notes.values() for id_, _ in packed]
        linked, reasons = self.linked(ids), self._memory.recall("by name", ids)
        because = {PartyId(id_): f"{name} {reason}" if reason else "" for id_, (name, reason) in reasons.items()}
        because |= dict.fromkeys(self._verdicts().by_word & because.keys(), f"person {SAID_SO}")
        return {
            article: seen([unpack_party(party) for _, party in packed], spoken, linked, because)
            for article, (packed, spoken) in notes.items()
        }

    def _note_voices(
        self, tallies: Mapping[PartyId, Tally], parties: Mapping[PartyId, LinkedParty]
    ) -> frozenset[PartyId]:
        now = {
            id_: voice_of(parties[id_], tally["said"], values_of(tally, "for"), values_of(tally, "role"))
            if id_ in parties
            else None
            for id_, tally in tallies.items()
        }
        before = self.voices(now)
        changed = {id_: principal for id_, principal in now.items() if before.get(id_) != principal}
        self._memory.note("voice", {str(id_): principal for id_, principal in changed.items()})
        spoken_for = {*(before[id_] for id_ in changed if id_ in before), *filter(None, changed.values())}
        for principal, speakers in ((each, self.speaking_for([each])) for each in sorted(spoken_for)):
            speakers -= changed.keys()
            speakers |= {id_ for id_, other in changed.items() if other == principal}
            self._memory.note("spoken for", {principal: sorted(speakers) or None})
        return frozenset(changed)

    def _note_outlets(self, were: Iterable[LinkedParty], are: Iterable[LinkedParty]) -> frozenset[str]:
        """Note whose names are whose; gives the names under which another outlet is known now."""
        gone, come = _outlets(were), _outlets(are)
        names = {name for name, _ in gone ^ come}
        before = self._memory.recall("outlet", names)
        now = {
            name: sorted(
                {*before.get(name, ()), *(i for n, i in come if n == name)} - {i for n, i in gone - come if n == name}
            )
            for name in names
        }
        self._memory.note("outlet", {name: ids or None for name, ids in now.items()})
        return frozenset(name for name in names if before.get(name, [])[:1] != now[name][:1])


def link_parties(
    parties: Iterable[Party], decisions: Decisions
) -> tuple[tuple[LinkedParty, ...], dict[PartyId, PartyId]]:
    """One linked party for all local parties that are the same, and which one each local party belongs to."""
    by_article: defaultdict[ArticleId, list[Party]] = defaultdict(list)
    for party in parties:
        by_article[party.article].append(party)
    come = {article: Cast("", listed) for article, listed in by_article.items()}
    moves = Directory(Memory()).change((), come, decisions)
    return with_locals(moves.put, moves.now), dict(moves.now)


def with_locals(parties: Iterable[LinkedParty], party_of: Mapping[PartyId, PartyId]) -> tuple[LinkedParty, ...]:
    """The parties by name, each with its local ones."""
    locals_: defaultdict[PartyId, list[PartyId]] = defaultdict(list)
    for local, id_ in sorted(party_of.items()):
        locals_[id_].append(local)
    listed = sorted(parties, key=lambda party: (party.name.lower(), party.id))
    return tuple(replace(party, locals=tuple(locals_[party.id])) for party in listed)


def cast_of(reading: Reading) -> Cast:
    """Who is in an article, and who speaks in each statement that is no bare thought."""
    spoken = [(s.speaker, s.on_behalf_of) for s in reading.statements if s.kind is not Kind.THOUGHT]
    return Cast(reading.article.published or "", reading.parties, spoken)


def _pack(cast: Cast) -> Packed:
    return [[[party.id, pack_party(party)] for party in cast.parties], list(map(list, cast.spoken))]


def _sum(tally: Mapping[str, int], changes: Mapping[str, int]) -> Tally:
    """Both together, of what is left."""
    found = Counter(tally)
    found.update(changes)
    return +found


def _outlets(parties: Iterable[LinkedParty]) -> set[tuple[str, PartyId]]:
    """The names of outlets as they are compared."""
    outlets = (party for party in parties if party.kind is PartyKind.OUTLET)
    return {(" ".join(body_name(name)), each.id) for each in outlets for name in (each.name, *each.aliases)}


def _shown(party: LinkedParty) -> tuple[object, ...]:
    return party.name, party.kind, party.anonymous, plenty(party.statements)
