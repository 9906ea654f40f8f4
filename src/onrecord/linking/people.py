"""Why two local parties may be one person: one full name; a surname or an office that only one person can have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.linking.known import Affairs, Known, role_words
from onrecord.linking.proposals import Find, Proposal, only_one
from onrecord.vocabulary import PartyKind


def cannot_be_one_person(a: Known, b: Known) -> bool:
    """Whether full names differ, or offices are of different walks of life."""
    if a.party.kind is not PartyKind.PERSON or b.party.kind is not PartyKind.PERSON:
        return False
    names_differ = bool(a.full and b.full) and not any(x.agrees(y) for x in a.full for y in b.full)
    return names_differ or _walks_differ(a, b)


def _walks_differ(a: Known, b: Known) -> bool:
    if a.roles & b.roles:
        return False
    return bool(a.walks) and bool(b.walks) and not a.walks & b.walks


def by_full_name(people: Sequence[Known]) -> Iterator[Proposal]:
    """People of one full name; of several that an initial could stand for, first who shares an office."""
    same: dict[tuple[object, ...], list[Known]] = defaultdict(list)
    for person in people:
        if person.full:
            same[person.full].append(person)
    by_last: dict[str, list[Known]] = defaultdict(list)
    for known in same.values():
        first, *rest = known
        yield from (Proposal(first.id, other.id, _reason(first, other)) for other in rest)
        # Namesakes whom the first of them kept apart may still be one among themselves.
        yield from (Proposal(a.id, b.id, _reason(a, b)) for a, b in pairwise(rest))
        for last in {name.last for name in first.full}:
            by_last[last].append(first)
    for last in sorted(by_last):
        pairs = [
            (-len(a.roles & b.roles), a.id, b.id, _reason(a, b))
            for n, a in enumerate(by_last[last])
            for b in by_last[last][n + 1 :]
            if any(x.agrees(y) for x in a.full for y in b.full)
        ]
        yield from (Proposal(one, other, reason) for _, one, other, reason in sorted(pairs))


def _reason(a: Known, b: Known) -> str:
    return "the same full name" + (", and an office in common" if a.roles & b.roles else "")


def by_surname(people: Sequence[Known], affairs: Affairs, find: Find) -> Iterator[Proposal]:
    """A bare surname, or a bare given name, that only one person of the record, or of the affair, has."""
    having: dict[str, list[Known]] = defaultdict(list)
    for person in people:
        for name in {name for full in person.full for name in (full.last, full.given) if name}:
            having[name].append(person)
    bare: dict[str, list[Known]] = defaultdict(list)
    for person in people:
        if person.proper and not person.full:
            bare[min(person.lasts)].append(person)
    for last in sorted(bare):
        for person in bare[last]:
            reason = f"only one party of this record is called {person.party.name}"
            yield from only_one(person, having[last], affairs, find, reason)
        if not having[last]:
            first, *rest = bare[last]
            yield from (Proposal(first.id, p.id, "the same surname, and no full name says otherwise") for p in rest)


def _is_just(role: str, office: frozenset[str]) -> bool:
    return role_words([role]) == office and not _of_somebody(role)


def _of_somebody(office: str) -> bool:
    """Whether it says whose: each client has a lawyer of their own."""
    return office.lower().startswith(("my ", "our ", "his ", "her ", "their ", "its ", "whose "))


def by_office(people: Sequence[Known], affairs: Affairs, find: Find) -> Iterator[Proposal]:
    """A person whom an article calls by the office alone is whoever holds just this office elsewhere in the affair."""
    holding: dict[str, list[Known]] = defaultdict(list)
    for person in people:
        if person.proper:
            for word in sorted(person.roles):
                holding[word].append(person)
    for person in people:
        office = role_words([person.party.name])
        if person.proper or not office:
            continue
        rarest = min(office, key=lambda word: (len(holding[word]), word))
        holders = [p for p in holding[rarest] if office <= p.roles]
        # "The minister" is the one whom some article calls just so, before any deputy or prime minister.
        if not _of_somebody(person.party.name):
            holders = [p for p in holders if any(_is_just(role, office) for role in p.party.roles)] or holders
        if len(office) == 1:
            holders = [p for p in holders if affairs.are_one(person, p)]
        yield from only_one(person, holders, affairs, find, f"the only one whose office is {person.party.name}")
