"""The parties of single articles that are one party over all of them.

A pair is joined for a reason that can be read: one full name; a bare surname or a short name that only one party of the
record can be; one office. Namesakes whose offices belong to different walks of life stay two. Unnamed sources stay in
their articles. What people decided goes first and is never undone by a name.

Everything is looked at in an order made from the parties themselves, so the order of reading does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.linking.groups import Groups
from onrecord.linking.names import PersonName, body_name, is_acronym_of, is_body, is_proper, parts, person_name
from onrecord.linking.words import STOP, stem, words
from onrecord.vocabulary import Decisions, LinkedParty, Party, PartyId, PartyKind, content_id

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


@dataclass(frozen=True, slots=True)
class _Known:
    """What linking needs of a local party, worked out once."""

    party: Party
    proper: tuple[str, ...]  # its names that are names, not descriptions
    full: tuple[PersonName, ...]  # of a person: the names with a given name
    lasts: frozenset[str]  # of a person: surnames


def link_parties(
    parties: Iterable[Party], decisions: Decisions
) -> tuple[tuple[LinkedParty, ...], dict[PartyId, PartyId]]:
    """One linked party for all local parties that are the same, and which one each local party belongs to."""
    known = {party.id: _known(party) for party in sorted(parties, key=lambda p: p.id)}
    joining = _Joining(known, decisions)
    joining.run()
    linked = [_linked([known[id_] for id_ in sorted(members)], joining) for members in joining.groups.all()]
    linked = _distinct(linked)
    party_of = {local: party.id for party in linked for local in party.locals}
    linked = [_with_members(party, known, party_of) for party in linked]
    return tuple(sorted(linked, key=lambda p: (p.name.lower(), p.id))), party_of


def _known(party: Party) -> _Known:
    names = tuple(dict.fromkeys((party.name, *party.aliases)))
    proper = () if party.anonymous else tuple(name for name in names if is_proper(name))
    people = [person_name(name) for name in proper] if party.kind is PartyKind.PERSON else []
    return _Known(
        party=party,
        proper=proper,
        full=tuple(sorted({n for n in people if n and n.given}, key=lambda n: (n.last, n.given or ""))),
        lasts=frozenset(n.last for n in people if n),
    )


class _Joining:
    """The groups of parties as they grow, with the reason for each join."""

    def __init__(self, known: Mapping[PartyId, _Known], decisions: Decisions) -> None:
        self.known = known
        self.groups: Groups[PartyId] = Groups(known)
        self.because: dict[PartyId, str] = {}
        self._decisions = decisions

    def run(self) -> None:
        for pair in sorted(self._decisions.same_parties, key=sorted):
            one, other = sorted(pair) if len(pair) == 2 else (None, None)
            if one in self.known and other in self.known and one and other:
                self._join(one, other, "a person said that they are the same")
        for kind in ("person", "body"):
            free = [
                k for k in self.known.values() if not k.party.anonymous and is_body(k.party.kind) == (kind == "body")
            ]
            steps: Sequence[Callable[[list[_Known]], None]] = (
                (self._full_names, self._surnames, self._offices)
                if kind == "person"
                else (self._body_names, self._acronyms, self._short_names)
            )
            for step in steps:
                step(free)

    def _join(self, one: PartyId, other: PartyId, reason: str) -> bool:
        if self.groups.together(one, other):
            return True
        if not self.groups.join_unless(one, other, self._apart):
            return False
        self.because.setdefault(other, reason)
        return True

    def _apart(self, one: PartyId, other: PartyId) -> bool:
        """Whether two local parties cannot be the same, whatever else speaks for it."""
        pair = frozenset({one, other})
        if pair in self._decisions.different_parties:
            return True
        if pair in self._decisions.same_parties:
            return False
        a, b = self.known[one], self.known[other]
        if a.party.article == b.party.article and is_body(a.party.kind) == is_body(b.party.kind):
            return True  # reading the article has told them apart
        if a.party.kind is PartyKind.PERSON and b.party.kind is PartyKind.PERSON:
            return _names_differ(a, b) or _walks_differ(a.party.roles, b.party.roles)
        return False

    # --- people ---

    def _full_names(self, people: list[_Known]) -> None:
        by_last: dict[str, list[_Known]] = defaultdict(list)
        for person in people:
            for last in sorted({name.last for name in person.full}):
                by_last[last].append(person)
        for last in sorted(by_last):
            # The most alike first, so that "J. Marsh" goes to the one who shares an office with him.
            pairs = [
                (-_roles_shared(a, b), -_exactly(a, b), a.party.id, b.party.id)
                for n, a in enumerate(by_last[last])
                for b in by_last[last][n + 1 :]
                if any(x.agrees(y) for x in a.full for y in b.full)
            ]
            for shared, _, one, other in sorted(pairs):
                also = ", and an office in common" if shared else ""
                self._join(one, other, f"the same full name{also}")

    def _surnames(self, people: list[_Known]) -> None:
        bare = [p for p in people if p.proper and not p.full]
        for person in bare:
            last = min(person.lasts)
            others = [p for p in people if p.full and last in p.lasts | _givens(p)]
            self._join_to_only(person, others, f"only one party of this record is called {person.party.name}")
        for one, other in pairwise(sorted(bare, key=lambda p: (min(p.lasts), p.party.id))):
            if min(one.lasts) == min(other.lasts) and not self._has_full(one) and not self._has_full(other):
                self._join(one.party.id, other.party.id, "the same surname, and nobody's full name says otherwise")

    def _has_full(self, person: _Known) -> bool:
        return any(self.known[id_].full for id_ in self.groups.members(person.party.id))

    def _offices(self, people: list[_Known]) -> None:
        """A person whom an article calls by the office alone is whoever holds just this office elsewhere."""
        for person in people:
            if not person.proper and (office := _office(person.party.name)):
                others = [p for p in people if p.proper and any(office <= _office(role) for role in p.party.roles)]
                self._join_to_only(person, others, f"the only one whose office is {person.party.name}")

    def _join_to_only(self, one: _Known, others: Iterable[_Known], reason: str) -> None:
        """Join with the others if these are one party; where they are several, with those that share an office."""
        others = [o for o in others if not self._apart(one.party.id, o.party.id)]
        by_group: dict[PartyId, list[_Known]] = defaultdict(list)
        for other in others:
            by_group[self.groups.find(other.party.id)].append(other)
        if len(by_group) > 1:
            alike = {g: m for g, m in by_group.items() if any(_roles_shared(one, other) for other in m)}
            by_group = defaultdict(list, alike) if len(alike) == 1 else defaultdict(list)
        for members in by_group.values():
            self._join(members[0].party.id, one.party.id, reason)

    # --- institutions, outlets, groups ---

    def _body_names(self, bodies: list[_Known]) -> None:
        first: dict[tuple[str, ...], PartyId] = {}
        for body in bodies:
            for name in body.proper:
                key = body_name(name)
                if len(key) == 1 and key[0] in _VAGUE:
                    continue
                if key in first:
                    self._join(first[key], body.party.id, f"the same name, {name}")
                else:
                    first[key] = body.party.id

    def _acronyms(self, bodies: list[_Known]) -> None:
        short = [(name, b) for b in bodies for name in b.proper if len(body_name(name)) == 1 and name.isupper()]
        for name, body in short:
            others = [b for b in bodies if any(is_acronym_of(name, long) for long in b.proper)]
            self._join_to_only(body, others, f"{name} is made of the first letters of the name")

    def _short_names(self, bodies: list[_Known]) -> None:
        """ "Halmark" for "Halmark Grid"; "the Courier" for "The Ardenne Courier"."""
        for body in bodies:
            if len(body.proper) == 0:
                continue
            key = max((body_name(name) for name in body.proper), key=len)
            others = [b for b in bodies if any(_shortens(key, body_name(long), b.party.kind) for long in b.proper)]
            self._join_to_only(body, others, f"{body.party.name} is short for the only name like it")


_VAGUE = frozenset(
    [
        "government",
        "parliament",
        "senate",
        "house",
        "state",
        "police",
        "council",
        "court",
        "ministry",
        "committee",
        "university",
    ]
)


def _shortens(short: tuple[str, ...], name: tuple[str, ...], kind: PartyKind) -> bool:
    if not short or len(short) >= len(name) or (len(short) == 1 and short[0] in _VAGUE):
        return False
    return name[: len(short)] == short or (kind is PartyKind.OUTLET and name[-len(short) :] == short)


def _names_differ(a: _Known, b: _Known) -> bool:
    """Whether two people's full names cannot be one person's."""
    if not a.full or not b.full:
        return False
    return not any(x.agrees(y) for x in a.full for y in b.full)


def _walks_differ(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the offices belong to different walks of life, and have no word in common."""
    if not ones or not others or _role_words(ones) & _role_words(others):
        return False
    mine, theirs = _walks(ones), _walks(others)
    return bool(mine) and bool(theirs) and not mine & theirs


def _walks(roles: Iterable[str]) -> frozenset[str]:
    told = {word for role in roles for word in words(role)}
    return frozenset(walk for walk, names in _WALKS.items() if told & names)


def _role_words(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for role in roles for word in words(role) if word not in STOP)


def _roles_shared(a: _Known, b: _Known) -> int:
    return len(_role_words(a.party.roles) & _role_words(b.party.roles))


def _exactly(a: _Known, b: _Known) -> bool:
    return bool(set(a.full) & set(b.full))


def _givens(person: _Known) -> frozenset[str]:
    return frozenset(name.given for name in person.full if name.given)


def _office(text: str) -> frozenset[str]:
    """The telling words of an office; an office of one common word says too little to know its holder by."""
    told = frozenset(stem(word) for word in words(text) if word not in STOP)
    return told if len(told) > 1 else frozenset()


# --- what a group of local parties is, as one ---


def _linked(members: list[_Known], joining: _Joining) -> LinkedParty:
    named = [k for k in members if k.proper] or members
    fullest = max(
        (name for k in named for name in (k.proper or (k.party.name,))),
        key=lambda name: (len(parts(name)), _said_by(name, members), len(name), name),
    )
    kinds = sorted(k.party.kind for k in members)
    kind = max(kinds, key=lambda each: (kinds.count(each), each is PartyKind.OUTLET, each))
    names = dict.fromkeys(name for k in members for name in (k.party.name, *k.party.aliases))
    roles = dict.fromkeys(role for k in members for role in k.party.roles)
    anonymous = all(k.party.anonymous for k in members)
    lone = members[0].party.id
    return LinkedParty(
        id=lone if anonymous else PartyId(content_id("q", is_body(kind), *parts(fullest))),
        name=fullest,
        kind=kind,
        aliases=tuple(sorted(set(names) - {fullest})),
        roles=tuple(sorted(roles)),
        locals=tuple(sorted(k.party.id for k in members)),
        anonymous=anonymous,
        because=tuple(joining.because[k.party.id] for k in members if k.party.id in joining.because),
        articles=len({k.party.article for k in members}),
    )


def _said_by(name: str, members: list[_Known]) -> int:
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
    party: LinkedParty, known: Mapping[PartyId, _Known], party_of: Mapping[PartyId, PartyId]
) -> LinkedParty:
    local = [member for id_ in party.locals for member in known[id_].party.members]
    members = tuple(dict.fromkeys(party_of[member] for member in local if member in party_of))
    return replace(party, members=members) if members else party
