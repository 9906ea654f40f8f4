"""Which names of an article are one figure's: full names, surnames, given names, short names and initials of bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.attribution.who.cast import Cast, Figure
from onrecord.attribution.who.given_names import GIVEN
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.nouns import singular
from onrecord.attribution.who.roles import role_of_title
from onrecord.attribution.who.titles import HONORIFICS, OF_GIVEN_NAMES, bare

LONGEST_NAME = 4
"""Words of a person's fullest name; what is longer is a headline that begins with one."""
_SMALL = listed("of the and for on de von van der del")


def gather_names(cast: Cast, names: Iterable[Name]) -> dict[int, tuple[Figure, ...]]:
    """A figure for every set of names that go together; gives for each name (by its number) whose it can be: one figure,
    or several where a surname is shared and only the place can tell."""
    numbered = list(enumerate(names))
    owners: dict[int, tuple[Figure, ...]] = {}
    by_surname: defaultdict[str, list[Figure]] = defaultdict(list)
    by_given: defaultdict[str, list[Figure]] = defaultdict(list)
    fulls: list[tuple[tuple[str, ...], Figure]] = []
    # The longest names first, so that shorter ones find them.
    for number, name in sorted(numbered, key=lambda each: -len(each[1].words)):
        key = _key(name)
        if len(key) == 1:
            continue
        figure = next((f for k, f in fulls if _go_together(k, key, f, name)), None)
        if figure is None:
            figure = cast.new()
            fulls.append((key, figure))
        if name.kind in {NameKind.PERSON, None} and "of" not in key and figure not in by_surname[key[-1]]:
            by_surname[key[-1]].append(figure)
            by_given[key[0]].append(figure)
        _vote(figure, name)
        owners[number] = (figure,)
    singles: dict[str, Figure] = {}
    for number, name in numbered:
        if number in owners:
            continue
        word = _key(name)[0]
        found = _owners_of_single(word, name, fulls, by_surname, by_given)
        if not found:
            if word not in singles:
                singles[word] = cast.new()
            found = (singles[word],)
        if len(found) == 1:
            _vote(found[0], name)
        owners[number] = found
    _settle(cast)
    return owners


def _vote(figure: Figure, name: Name) -> None:
    """What a name says of its figure."""
    figure.names.append(name)
    figure.keys.add(singular(name.words[-1].lower()))
    if name.kind:
        # A preposition before a name ("at Halmark") is the weakest of signs.
        figure.seems(name.kind, 3 if name.title else 0.5 if name.kind == NameKind.PLACE else 1)
    if name.gender and name.kind is None:
        figure.seems(NameKind.PERSON, 0.5)
    if name.gender:
        # A title says it, a given name only mostly.
        figure.is_called(name.gender, 3 if bare(name.title.split(" ")[0]) in HONORIFICS else 1)
    role = role_of_title(name.title)
    if role and bare(name.title) not in HONORIFICS:
        figure.plays(role)
        figure.trades.add(role.noun)


def _key(name: Name) -> tuple[str, ...]:
    """The words of a name by which it is compared: lower case, without initials in the middle."""
    words = [w.lower().rstrip(".’'") for w in name.words]
    if len(words) > 2:
        words = [words[0], *(w for w in words[1:-1] if len(w) > 1), words[-1]]
    return tuple(words)


def _go_together(known: tuple[str, ...], key: tuple[str, ...], figure: Figure, name: Name) -> bool:
    """Whether two names of several words can be one's."""
    if known == key:
        return True
    if NameKind.PERSON in {figure.kind, name.kind} or (figure.kind is None and name.kind is None):
        if known[-1] != key[-1]:
            # "Maria Lopez Garcia" and "Maria Lopez"
            is_longer = LONGEST_NAME >= len(known) > len(key) >= 2
            return is_longer and known[: len(key)] == key and figure.kind == NameKind.PERSON
        one, two = known[0], key[0]
        return (
            one == two
            or (one[0] == two[0] and min(len(one), len(two)) <= 2)
            or one.startswith(two)
            or two.startswith(one)
        )
    # bodies: "Clean Cycling Agency" of "European Clean Cycling Agency", "Halmark Grid" of "Halmark Grid Holding"
    shorter, longer = sorted((known, key), key=len)
    return len(shorter) > 1 and (longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter)


def _owners_of_single(
    word: str,
    name: Name,
    fulls: list[tuple[tuple[str, ...], Figure]],
    by_surname: dict[str, list[Figure]],
    by_given: dict[str, list[Figure]],
) -> tuple[Figure, ...]:
    """Whose a name of one word can be."""
    surname = [f for f in by_surname.get(word, ()) if f.kind in {NameKind.PERSON, None}]
    if surname:
        fitting = [f for f in surname if not (name.gender and f.gender and name.title and f.gender != name.gender)]
        return tuple(fitting or surname)
    if not name.title or bare(name.title.split()[-1]) in OF_GIVEN_NAMES:
        given = [f for f in by_given.get(word, ()) if f.kind in {NameKind.PERSON, None}]
        if given and (word in GIVEN or all(f.kind == NameKind.PERSON for f in given)):
            return tuple(given)
    if name.kind == NameKind.PERSON:
        # "close to Halmark, who": a pattern may be wrong of a name whose full form nothing is known of
        fulls = [] if name.title else [(key, figure) for key, figure in fulls if figure.kind is None]
    acronym = name.words[0].replace(".", "")
    matching = [
        figure
        for key, figure in fulls
        if figure.kind != NameKind.PERSON
        and (
            _is_short_for(word, key, figure)
            or (acronym.isupper() and len(acronym) > 1 and acronym.lower() in _initials(key))
        )
    ]
    return tuple(matching[:1])


def _is_short_for(word: str, key: tuple[str, ...], figure: Figure) -> bool:
    """Whether a body is called by a word of its name: the first of a company's, the last of an outlet's."""
    if figure.kind in {NameKind.PLACE, NameKind.THING}:
        return False
    telling = [w for w in key if w not in _SMALL]
    if figure.kind == NameKind.OUTLET:
        return word == telling[-1] or word == telling[0]
    return word == telling[0] or (figure.kind is not None and word == telling[-1])


def _initials(key: tuple[str, ...]) -> tuple[str, str]:
    """The letters a body's name is shortened to, without its small words and with them."""
    return "".join(word[0] for word in key if word not in _SMALL), "".join(word[0] for word in key)


def _settle(cast: Cast) -> None:
    """Names of several words of which nothing says what they are, are people's mostly."""
    for figure in cast.figures:
        if figure.kind is None and any(_may_be_a_persons(n) for n in figure.names):
            figure.seems(NameKind.PERSON, 0)


def _may_be_a_persons(name: Name) -> bool:
    return 2 <= len(name.words) <= 4 and not name.words[-1].isupper() and "of" not in name.words
