"""How institutions, outlets and groups are named: by a name that tells, or by its first letters, a part of it, or a
description ("the ministry") that only one of the affair fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.linking.who.known import Known
from onrecord.linking.who.leads import Fit, Lead
from onrecord.linking.who.names import body_name, first_letters, is_acronym_of, plain
from onrecord.linking.words import stem
from onrecord.vocabulary import PartyKind

LONGEST, DESCRIBED = 20, 160
"""What is decided first: a part of a name can only mean who is called more fully; descriptions come last."""

_GENERAL_NAMES = """
government parliament senate house congress assembly state police council court ministry committee university board
office department agency commission union party club team bank school hospital company firm church army navy federation
association cabinet treasury prosecutors
"""
_OF_ANOTHER = frozenset({"for", "in", "on", "at", "to", "against", "and", "&"})
_GENERAL = frozenset(_GENERAL_NAMES.split())
"""Names that every country or town has: they mean one body only within one affair."""


def cannot_be_one_body(a: Known, b: Known) -> bool:
    """Whether their names begin alike and go on differently: "Halden Grid" and "Halden Observer", both called Halden."""
    if a.is_person or b.is_person or not (a.proper and b.proper):
        return False
    (one, *rest), (other, *others) = _longest(a), _longest(b)
    return one == other and bool(rest) and bool(others) and not set(rest) & set(others)


def rank(body: Known) -> int:
    """When it is decided which this is."""
    has_several = len({body_name(name) for name in body.proper}) > 1
    return max(1, 2 * (LONGEST - len(_longest(body))) - has_several) if is_telling(body) else DESCRIBED


def is_telling(body: Known) -> bool:
    """Whether it has a name that means one body wherever it stands."""
    return bool(body.proper and not _is_general(_longest(body))) or _is_publisher(body) or _whose(body) is not None


def home(body: Known) -> str | None:
    """The name under which all that have it are one; none for a general name or a description."""
    return f"body {_whose(body) or ' '.join(_longest(body))}" if is_telling(body) else None


_WHOSE = re.compile(
    r"(?:the )?(?:[A-Z][\w.-]*[A-Za-z](?:['’]s?)? )*(?P<owner>[A-Z][\w.-]*\w)(?:['’]s?)? (?P<what>administration|camp|campaign|team)"
)


def _whose(body: Known) -> str | None:
    """What is only called by whose it is, as all do that mean it: "Quill campaign" for "Ada Quill's campaign"."""
    if body.proper or body.party.anonymous or body.party.kind is not PartyKind.ORGANIZATION:
        return None
    found = filter(None, map(_WHOSE.fullmatch, (body.party.name, *body.party.aliases)))
    return next((f"{plain(each['owner'])} {each['what']}" for each in found), None)


def _is_publisher(body: Known) -> bool:
    """Whether it published its article: nobody calls it so in the text."""
    return body.party.kind is PartyKind.OUTLET and not body.party.mentions


def so_called(body: Known) -> set[str]:
    """The lines of those that are called alike, which says something within one affair."""
    keys = (body_name(name) for name in (body.party.name, *body.party.aliases))
    return {f"so called {' '.join(key)}" for key in keys if key}


def offers(body: Known) -> set[str]:
    """The lines in which others find what they mean by a name, by its first letters, a part of it or a description."""
    found = so_called(body)
    for name in body.proper:
        key = body_name(name)
        found.add(f"body {' '.join(key)}")
        found |= {f"letters {letters}" for letters in first_letters(name)}
        found |= {f"begins {' '.join(key[:length])}" for length in range(1, len(key))}
        found |= {f"ends {' '.join(key[-length:])}" for length in range(1, len(key))}
        if "of" in key:
            found.add(f"ends {key[0]}")  # "the ministry" for "the Ministry of Defence"
    return found | {f"is {word}" for word in (body.roles if body.proper else ())}


def leads(body: Known) -> Iterator[Lead]:
    """Where to look for which body this is, the surest first."""
    key = _longest(body)
    short = body.proper[0].removeprefix("the ") if len(key) == 1 and body.proper else ""
    if short.isupper():
        yield Lead(
            (f"letters {short.replace('.', '').lower()}",),
            lambda o: _can_be(body, o, any(is_acronym_of(short, name) for name in o.proper)),
            f"{short} is made of the first letters of the name",
            lambda o: any(body_name(name) == key for name in o.proper),
        )
    words = " ".join(key)
    if is_telling(body):
        lines = (f"begins {words}", f"ends {words}")
        yield Lead(lines, lambda o: _part(body, key, o), f"{body.party.name} is short for the only name like it")
        return
    reason = f"called {words} alike in one affair"
    yield Lead(tuple(sorted(so_called(body))), lambda o: _can_be(body, o, is_telling(o), Fit.WITHIN_AFFAIR), reason)
    if key and not body.party.name.lower().startswith(("a ", "an ")):
        yield Lead(
            (f"ends {key[-1]}", f"is {stem(key[-1])}"),
            lambda o: _can_be(body, o, _fits(key, o), Fit.WITHIN_AFFAIR),
            f"the only one of the affair that {body.party.name} fits",
        )


def _longest(body: Known) -> tuple[str, ...]:
    names = body.proper or (body.party.name,)
    return max(map(body_name, names), key=lambda key: (len(key), key))


def _is_general(key: tuple[str, ...]) -> bool:
    return len(key) == 1 and key[0] in _GENERAL


def _can_be(body: Known, other: Known, fits: bool, fit: Fit = Fit.ANYWHERE) -> Fit:
    return fit if fits and not other.is_person and not cannot_be_one_body(body, other) else Fit.NOT


def _part(body: Known, key: tuple[str, ...], other: Known) -> Fit:
    """Whether the name is the beginning of another's, or its end: of one word only an outlet's, or within the affair."""
    named = (body_name(name) for name in other.proper if "/" not in name)  # "the Lamp/Beacon poll" is of two
    longer = [name for name in named if len(name) > len(key)]
    if _is_some_of_many(body, key):
        longer = [name for name in longer if name[-2] == "of"]
    if any(name[: len(key)] == key for name in longer):
        return _can_be(body, other, body.party.kind is PartyKind.OUTLET or other.party.kind is not PartyKind.OUTLET)
    if any(_ends(name, key) or ("of" in name and name[:1] == key) for name in longer):
        is_sure = other.party.kind is PartyKind.OUTLET or len(key) > 1
        return _can_be(body, other, True, Fit.ANYWHERE if is_sure else Fit.WITHIN_AFFAIR)
    return Fit.NOT


def _is_some_of_many(body: Known, key: tuple[str, ...]) -> bool:
    """Whether more words before or behind it say which of many: "Young Liberals" and "Liberals for Quill" are not the Liberals."""
    return (
        len(key) == 1 and key[0].endswith("s") and not key[0].endswith("ss") and body.party.kind is not PartyKind.OUTLET
    )


def _ends(name: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether a name ends so, and not in what another is for or of: "Life" is not "Priests for Life"."""
    return name[-len(key) :] == key and name[-len(key) - 1] not in _OF_ANOTHER


def _fits(description: tuple[str, ...], body: Known) -> bool:
    """Whether each word of a description stands in a body's name or among what it is."""
    told = {stem(word) for name in body.proper for word in body_name(name)} | body.roles
    return bool(body.proper) and all(stem(word) in told for word in description)
