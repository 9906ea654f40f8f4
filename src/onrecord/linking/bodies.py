"""Why two local parties may be one institution, outlet or group: one name, its first letters, a part of it, or a
description ("the ministry") that only one of the affair fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.linking.known import Affairs, Known
from onrecord.linking.names import body_name, is_acronym_of
from onrecord.linking.proposals import Find, Proposal, only_one
from onrecord.linking.words import stem
from onrecord.vocabulary import PartyKind

_GENERAL_NAMES = """
government parliament senate house congress assembly state police council court ministry committee university board
office department agency commission union party club team bank school hospital company firm church army navy federation
association cabinet treasury prosecutors
"""
_GENERAL = frozenset(_GENERAL_NAMES.split())
"""Names that every country or town has: they mean one body only within one affair."""


def cannot_be_one_body(a: Known, b: Known) -> bool:
    """Whether their names begin alike and go on differently: "Halden Grid" and "Halden Observer", both called Halden."""
    if a.is_person or b.is_person or not (a.proper and b.proper):
        return False
    (one, *rest), (other, *others) = (max(map(body_name, each.proper), key=len) for each in (a, b))
    return one == other and bool(rest) and bool(others) and not set(rest) & set(others)


def by_name(bodies: Sequence[Known], affairs: Affairs) -> Iterator[Proposal]:
    """Bodies of one name; of a general name or a description, within one affair."""
    named: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for body in bodies:
        for name in dict.fromkeys((body.party.name, *body.party.aliases)):
            named[body_name(name)].append(body)
    for key in sorted(named):
        first, *rest = named[key]
        for n, body in enumerate(rest):
            if _is_telling(key, body) and _is_telling(key, first):
                yield Proposal(first.id, body.id, f"the same name, {body.party.name}")
            else:
                near = (other for other in named[key][: n + 1] if affairs.are_one(body, other))
                if other := next(near, None):
                    yield Proposal(other.id, body.id, f"called {' '.join(key)} alike in one affair")


def _is_telling(key: tuple[str, ...], body: Known) -> bool:
    """Whether a name means one body wherever it stands."""
    return not (len(key) == 1 and key[0] in _GENERAL) and any(body_name(name) == key for name in body.proper)


def by_name_read_otherwise(bodies: Sequence[Known], people: Sequence[Known]) -> Iterator[Proposal]:
    """Bodies whose name of several words another article took for a person's, since it says nothing of what they are."""
    named: dict[tuple[str, ...], Known] = {}
    for body in bodies:
        for name in body.proper:
            named.setdefault(body_name(name), body)
    for person in people:
        for name in person.proper:
            key = body_name(name)
            if len(key) > 1 and key in named:
                yield Proposal(named[key].id, person.id, f"the same name, {name}")


def by_first_letters(bodies: Sequence[Known], affairs: Affairs, find: Find) -> Iterator[Proposal]:
    """FPB for Fjord Press Bureau."""
    long = [(name, body) for body in bodies for name in body.proper if len(body_name(name)) > 1]
    by_letter: dict[str, list[tuple[str, Known]]] = defaultdict(list)
    for name, body in long:
        by_letter[body_name(name)[0][0]].append((name, body))
    for body in bodies:
        for name in body.proper:
            if len(body_name(name)) == 1 and name.removeprefix("the ").isupper():
                short = name.removeprefix("the ")
                others = [b for full, b in by_letter[short[0].lower()] if is_acronym_of(short, full)]
                yield from only_one(body, others, affairs, find, f"{short} is made of the first letters of the name")


def by_part_of_name(bodies: Sequence[Known], affairs: Affairs, find: Find) -> Iterator[Proposal]:
    """ "Halden" for "Halden Grid"; "the Courier" for "The Ardenne Courier"; "the ministry" for "the Energy Ministry"."""
    beginning: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    ending: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    being: dict[str, list[Known]] = defaultdict(list)
    for body in bodies:
        for word in sorted(body.roles if body.proper else ()):
            being[word].append(body)
        for key in {body_name(name) for name in body.proper}:
            for length in range(1, len(key)):
                beginning[key[:length]].append(body)
                ending[key[-length:]].append(body)
                if "of" in key and length == 1:
                    ending[key[:1]].append(body)  # "the ministry" for "the Ministry of Defence"
    for body in bodies:
        key = max((body_name(name) for name in (body.proper or (body.party.name,))), key=len)
        reason = f"{body.party.name} is short for the only name like it"
        if body.proper and not (len(key) == 1 and key[0] in _GENERAL):
            loose = beginning[key] + [
                o for o in ending[key] if o.party.kind is PartyKind.OUTLET or len(key) > 1 or affairs.are_one(body, o)
            ]
            yield from only_one(body, loose, affairs, find, reason)
        elif not body.party.name.lower().startswith(("a ", "an ")):
            fitting = [o for o in ending[key[-1:]] + being[stem(key[-1])] if _fits(key, o)]
            within = [o for o in fitting if affairs.are_one(body, o)]
            yield from only_one(body, within, affairs, find, f"the only one of the affair that {body.party.name} fits")


def _fits(description: tuple[str, ...], body: Known) -> bool:
    """Whether each word of a description stands in a body's name or among what it is."""
    told = {stem(word) for name in body.proper for word in body_name(name)} | body.roles
    return all(stem(word) in told for word in description)


def taken_for_people(people: Sequence[Known], bodies: Sequence[Known], affairs: Affairs) -> Iterator[Proposal]:
    """ "Radio Norlen" read as a person's name in one article and as a broadcaster's in another of the affair."""
    named: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for body in bodies:
        for key in {body_name(name)[:length] for name in body.proper for length in range(2, len(body_name(name)))}:
            named[key].append(body)
        for key in {body_name(name) for name in body.proper}:
            named[key].insert(0, body)
    for person in people:
        keys = {body_name(name) for name in person.proper}
        if len(keys) == 1 and (not person.roles or len(min(keys)) > 1):
            near = (body for body in named[keys.pop()] if affairs.are_one(person, body))
            if so_called := next(near, None):
                yield Proposal(so_called.id, person.id, f"elsewhere in the affair {person.party.name} is no person")
