"""How people are named: by a full name that tells, or by a surname or an office that only one of them can have."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.linking.who.known import Known, role_words
from onrecord.linking.who.leads import Fit, Lead
from onrecord.linking.who.names import PersonName, body_name, parts
from onrecord.linking.words import rarity
from onrecord.vocabulary import PartyKind

SEVERAL, FULL, TITLED, INITIAL, BARE, OFFICE = 90, 100, 110, 130, 140, 150
"""What is decided first: a name can only mean who is called more fully."""


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


def full_name(person: Known) -> PersonName | None:
    """The name that says most of who it is: of the surname by which it is called most, with a whole given name."""

    def tells(name: PersonName) -> tuple[object, ...]:
        called = sum(parts(each)[-1:] == (name.last,) for each in person.proper)
        return called, len(name.given or "") > 1, -len(name.before), len(name.given or ""), name.before, name.last

    return max(person.full, key=tells, default=None)


def rank(person: Known) -> int:
    """When it is decided who this is."""
    name = full_name(person)
    if name is None:
        return BARE if person.proper else OFFICE
    if len(name.given or "") == 1:
        return INITIAL
    if len({_named(each) for each in person.full}) > 1:
        return SEVERAL
    return FULL if len(name.before) == 1 else min(TITLED + len(name.before), INITIAL - 1)


def home(person: Known) -> str | None:
    """The name under which all who have it are one, where nothing says otherwise; none for who has no name that tells."""
    name = full_name(person)
    if name:
        return _named(name)
    return f"bare {min(person.lasts)}" if person.lasts else None


def _named(name: PersonName) -> str:
    return f"person {name.plain_given} {name.last}"


def offers(person: Known) -> set[str]:
    """The lines in which others find whom they mean by a full name, a surname, a given name or an office."""
    if not person.proper:
        return set()
    called = {name for full in person.full for name in (full.last, full.given) if name and len(name) > 1}
    named = {_named(name) for name in person.full}
    return named | {f"called {name}" for name in called} | {f"holds {word}" for word in person.roles}


def leads(person: Known) -> Iterator[Lead]:
    """Where to look for whom this person is, the surest first."""
    keys = {body_name(name) for name in person.proper}
    name = full_name(person)
    if long := tuple(f"body {' '.join(key)}" for key in sorted(keys) if len(key) > 1):
        yield Lead(long, _is_body, f"the same name, {person.party.name}")
    if name and len(name.given or "") == 1:
        yield Lead((f"called {name.last}",), lambda o: _agrees(person, name, o), "the same full name")
    elif name:
        tails = [PersonName(word, name.last, name.before[at:]) for at, word in enumerate(name.before) if at]
        yield Lead(tuple(map(_named, tails)), lambda o: _ends(person, name, o), "the same full name")
    elif person.lasts:
        reason = f"only one party of this record is called {person.party.name}"
        yield Lead((f"called {min(person.lasts)}",), lambda o: _can_be(person, o, bool(o.full)), reason)
    elif office := role_words([person.party.name]):
        rarest = max(office, key=lambda word: (rarity(word), word))
        fit = Fit.WITHIN_AFFAIR if len(office) == 1 else Fit.ANYWHERE
        whose = _of_somebody(person.party.name)
        yield Lead(
            (f"holds {rarest}",),
            lambda o: _can_be(person, o, office <= o.roles, fit),
            f"the only one whose office is {person.party.name}",
            # "The minister" is the one whom some article calls just so, before any deputy or prime minister.
            lambda o: not whose and any(_is_just(role, office) for role in o.party.roles),
        )
    if len(keys) == 1 and (not person.roles or len(min(keys)) > 1):
        key = " ".join(min(keys))
        lines = (f"body {key}", f"begins {key}") if len(min(keys)) > 1 else (f"body {key}",)
        yield Lead(
            lines, lambda o: _is_called(o, min(keys)), f"elsewhere in the affair {person.party.name} is no person"
        )


def _is_body(other: Known) -> Fit:
    return Fit.NOT if other.is_person else Fit.ANYWHERE


def _is_called(other: Known, key: tuple[str, ...]) -> Fit:
    """Whether it is a body that may be called so; with what an outlet's name begins is mostly a place."""
    is_part = other.party.kind is PartyKind.OUTLET and all(body_name(name) != key for name in other.proper)
    return Fit.NOT if other.is_person or is_part else Fit.WITHIN_WORLD


def _can_be(person: Known, other: Known, fits: bool, fit: Fit = Fit.ANYWHERE) -> Fit:
    return fit if fits and not cannot_be_one_person(person, other) else Fit.NOT


def _agrees(person: Known, name: PersonName, other: Known) -> Fit:
    return _can_be(person, other, any(len(o.given or "") > 1 and o.agrees(name) for o in other.full))


def _ends(person: Known, name: PersonName, other: Known) -> Fit:
    return _can_be(person, other, any(o.ends(name) for o in other.full))


def _is_just(role: str, office: frozenset[str]) -> bool:
    return role_words([role]) == office and not _of_somebody(role)


def _of_somebody(office: str) -> bool:
    """Whether it says whose: each client has a lawyer of their own."""
    return office.lower().startswith(("my ", "our ", "his ", "her ", "their ", "its ", "whose "))
