"""Before whom witnesses speak: the committee, inquiry or panel that an article tells of, also where it says "told members"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.who import nouns
from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.roll import Roll
from onrecord.vocabulary import Channel, PartyId, Span, Statement

_HEARS = listed("committee panel inquiry tribunal commission jury subcommittee inquest hearing")
HEARING = re.compile(
    r"\b(?:testif\w+|testimony|under oath|on oath|witness(?:es)?|sworn|hearings?|inquiry|evidence session|g[ai]v\w+ evidence)\b"
    r"|\bbefore (?:the|an?) (?:[\w’']+ ){0,4}(?:committee|subcommittee|commission|panel|inquiry|tribunal)\b",
    re.I,
)
_MEMBERS = listed(
    "member mp senator councillor councilor councilman councilwoman lawmaker legislator deputy representative commissioner panellist"
    " panelist juror assemblyman delegate"
)
_PEOPLE_OF_IT = nouns.PERSON | listed("clerk room door doors hearing staff table report website counsel meeting")


def sitting_at(casting: Casting, place: int, bodies: frozenset[str] = _HEARS) -> Figure | None:
    """The body that hears witnesses, as far as the running text before a place tells, else the next one after it."""
    if HEARING.search(casting.page.text) is None:
        return None
    heads = bodies_of(casting, bodies)
    found = sorted((abs(at - place) + (0 if at < place else len(casting.page.words)), at) for at in heads)
    return casting.cast.at.get(found[0][1]) if found else None


def whose_members(casting: Casting, phrase: Span) -> Figure | None:
    """The body meant by an addressee like "MPs", "the members", "senators": those who sit, without anything that says which."""
    places = casting.page.places(phrase)
    words = [casting.page.lower(at) for at in places]
    if words and words[0] in {"the", "its"}:
        words = words[1:]
    if not places or casting.page.lower(places[-1] + 1) in {"of", "from", "for", "who", "whose"}:
        return None
    if len(words) != 1 or not nouns.is_plural(words[0]) or (noun := nouns.singular(words[0])) not in _MEMBERS:
        return None
    return sitting_at(casting, places[0], _HEARS | {"council"} if noun.startswith("council") else _HEARS)


def address_testimony(roll: Roll, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements, each testimony that nobody is said to have heard with the body before which the article has it given."""
    heard = Counter(s.told_to for s in statements if s.channel == Channel.TESTIMONY and s.told_to and _hears(roll, s))
    filled = []
    for statement in statements:
        if statement.channel == Channel.TESTIMONY and not statement.told_to and statement.nested_in is None:
            body = heard.most_common(1)[0][0] if heard else _sitting(roll, statement)
            statement = statement if body in (None, statement.speaker) else replace(statement, told_to=body)
        filled.append(statement)
    return tuple(filled)


def _sitting(roll: Roll, statement: Statement) -> PartyId | None:
    figure = sitting_at(roll.casting, roll.page.place(statement.start))
    return roll.id_of(figure) if figure is not None else None


def _hears(roll: Roll, statement: Statement) -> bool:
    party = roll.party(statement.told_to)
    words = {w.lower() for name in (party.name, *party.aliases) for w in name.split()} if party else set()
    return bool(words & _HEARS)


def bodies_of(casting: Casting, bodies: frozenset[str] = _HEARS) -> Iterator[int]:
    """Where the running text names or describes a body that hears, and not somebody of it."""
    parts = {d.owner for d in casting.descriptions if d.noun in bodies}  # the "inquiry" of a commission of inquiry
    heads = [
        d.head
        for d in casting.descriptions
        if d.noun in bodies - {"hearing"}
        and not d.plural
        and d.head not in parts
        and (d.is_definite or d.noun != "tribunal")  # "is taking them to a tribunal"
    ]
    heads += [n.last for n in casting.names if {n.words[-1].lower(), n.words[0].lower()} & bodies]
    for at in heads:
        after = nouns.singular(casting.page.lower(at + 1))
        if at in casting.cast.at and not casting.page.words[at].quoted and after not in _PEOPLE_OF_IT:
            yield at
