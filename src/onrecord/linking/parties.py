"""The parties of single articles that are one party over all of them.

A pair is joined for a reason that can be read: one full name; a bare surname or a short name that only one party of the
record can be; one office. Namesakes whose offices belong to different walks of life stay two. Unnamed sources stay in
their articles. What people decided goes first and is never undone by a name.

Everything is looked at in an order made from the parties themselves, so the order of reading does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.linking import bodies, people
from onrecord.linking.groups import Groups
from onrecord.linking.known import Affairs, Known, know
from onrecord.linking.names import is_body, parts, person_name, without_titles
from onrecord.linking.proposals import Proposal
from onrecord.vocabulary import Decisions, LinkedParty, Party, PartyId, PartyKind, content_id


def link_parties(
    parties: Iterable[Party], decisions: Decisions
) -> tuple[tuple[LinkedParty, ...], dict[PartyId, PartyId]]:
    """One linked party for all local parties that are the same, and which one each local party belongs to."""
    known = {each.id: each for each in sorted(map(know, parties), key=lambda each: each.id)}
    joining = _Joining(known, decisions)
    joining.run()
    linked = [_linked([known[id_] for id_ in sorted(members)], joining.because) for members in joining.groups.all()]
    linked = _distinct(linked)
    party_of = {local: party.id for party in linked for local in party.locals}
    linked = [_with_members(party, known, party_of) for party in linked]
    return tuple(sorted(linked, key=lambda p: (p.name.lower(), p.id))), party_of


class _Joining:
    """The groups of parties as they grow, with the reason for each join."""

    def __init__(self, known: Mapping[PartyId, Known], decisions: Decisions) -> None:
        self.known = known
        self.groups: Groups[PartyId] = Groups(known)
        self.because: dict[PartyId, str] = {}
        self._decisions = decisions

    def run(self) -> None:
        """Go through all proposals, the surest kind first: each kind sees the groups that those before it made."""
        self._take(self._decided())
        free = [k for k in self.known.values() if not k.party.anonymous]
        persons, others = [k for k in free if k.is_person], [k for k in free if not k.is_person]
        affairs, find = Affairs(free), self.groups.find
        kinds: tuple[Callable[[], Iterator[Proposal]], ...] = (
            lambda: people.by_full_name(persons),
            lambda: people.by_surname(persons, affairs, find),
            lambda: people.by_office(persons, affairs, find),
            lambda: bodies.by_name(others, affairs),
            lambda: bodies.by_name_read_otherwise(others, persons),
            lambda: bodies.by_first_letters(others, affairs, find),
            lambda: bodies.by_part_of_name(others, affairs, find),
            lambda: bodies.taken_for_people(persons, others, affairs),
        )
        for proposals in kinds:
            self._take(proposals())

    def _decided(self) -> Iterator[Proposal]:
        for pair in sorted(self._decisions.same_parties, key=sorted):
            if len(pair) == 2 and pair <= self.known.keys():
                one, other = sorted(pair)
                yield Proposal(one, other, "a person said that they are the same")

    def _take(self, proposals: Iterable[Proposal]) -> None:
        for proposal in proposals:
            if not self.groups.together(proposal.one, proposal.other) and self.groups.join_unless(
                proposal.one, proposal.other, self._apart
            ):
                self.because.setdefault(proposal.other, proposal.reason)

    def _apart(self, one: PartyId, other: PartyId) -> bool:
        """Whether two local parties cannot be the same, whatever else speaks for it."""
        pair = frozenset({one, other})
        if pair in self._decisions.different_parties:
            return True
        if pair in self._decisions.same_parties:
            return False
        a, b = self.known[one], self.known[other]
        if a.party.article == b.party.article and a.is_person == b.is_person:
            return True  # reading the article has told them apart
        return people.cannot_be_one_person(a, b) or bodies.cannot_be_one_body(a, b)


# --- what a group of local parties is, as one ---


def _linked(members: list[Known], because: Mapping[PartyId, str]) -> LinkedParty:
    named = [k for k in members if k.proper] or members
    names = {name for k in named for name in (k.proper or (k.party.name,))}
    plain = names - _with_unknown_titles(names, members)
    fullest = max(
        plain, key=lambda name: (min(len(parts(name)), 2), _said_by(name, members), len(parts(name)), len(name), name)
    )
    longest = max(
        plain, key=lambda name: (len(parts(name)), len(name), name)
    )  # stays what it is however often it is said
    kinds = sorted(k.party.kind for k in members)
    kind = max(kinds, key=lambda each: (kinds.count(each), each is PartyKind.OUTLET, each))
    shown = fullest if is_body(kind) else without_titles(fullest)
    all_names = dict.fromkeys(name for k in members for name in (k.party.name, *k.party.aliases))
    if not is_body(kind):
        shown = next((n for n in all_names if n.lower() in {f"sir {shown.lower()}", f"dame {shown.lower()}"}), shown)
    roles = dict.fromkeys(role for k in members for role in k.party.roles)
    anonymous = all(k.party.anonymous for k in members)
    lone = members[0].party.id
    return LinkedParty(
        id=lone if anonymous else PartyId(content_id("q", is_body(kind), *parts(longest))),
        name=shown,
        kind=kind,
        aliases=tuple(sorted(set(all_names) - {shown})),
        roles=tuple(sorted(roles)),
        locals=tuple(sorted(k.party.id for k in members)),
        anonymous=anonymous,
        because=tuple(because[k.party.id] for k in members if k.party.id in because),
        articles=len({k.party.article for k in members}),
    )


def _with_unknown_titles(names: set[str], members: list[Known]) -> set[str]:
    """Of a person's names those that are another of them with more before it: "Showrunner Olu Vance" beside "Olu Vance"."""
    if not any(k.is_person for k in members):
        return set()
    read = {name: person for name in names if (person := person_name(name))}
    return {name for name, person in read.items() if any(other.ends(person) for other in read.values())}


def _said_by(name: str, members: list[Known]) -> int:
    return sum(name in (k.party.name, *k.party.aliases) for k in members)


def _distinct(linked: Iterable[LinkedParty]) -> list[LinkedParty]:
    """Namesakes that stay two need two ids: all but the first are told apart by the first of their local parties."""
    by_id: dict[PartyId, list[LinkedParty]] = defaultdict(list)
    for party in linked:
        by_id[party.id].append(party)
    return list(_apart_ids(by_id.values()))


def _apart_ids(same: Iterable[list[LinkedParty]]) -> Iterator[LinkedParty]:
    for parties in same:
        for number, party in enumerate(sorted(parties, key=lambda p: p.locals)):
            yield party if number == 0 else replace(party, id=PartyId(content_id("q", party.id, party.locals[0])))


def _with_members(
    party: LinkedParty, known: Mapping[PartyId, Known], party_of: Mapping[PartyId, PartyId]
) -> LinkedParty:
    local = [member for id_ in party.locals for member in known[id_].party.members]
    members = tuple(dict.fromkeys(party_of[member] for member in local if member in party_of))
    return replace(party, members=members) if members else party
