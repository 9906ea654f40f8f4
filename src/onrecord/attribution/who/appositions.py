"""Descriptions that stand beside a name and say who that is: "Ann Lee, the mayor", "her lawyer, Ana Ruiz", "press secretary Bo Tan"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.attribution.who.descriptions import Description
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.nouns import KIN, OFFICE, SPEAKS_FOR_ANOTHER, Sort
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.words import AUXILIARIES, PREPOSITIONS, VERBS

_IS = listed("is was became remains")
_SERVES_AS = listed("acting acts acted serving serves served working works worked doubling doubles")
_FAR = 10


def find_appositions(page: Page, names: tuple[Name, ...], descriptions: tuple[Description, ...]) -> Mapping[int, int]:
    """For the number of a description the number of the name that it describes."""
    begins = {name.title_first: number for number, name in enumerate(names)}
    ends = {name.last: number for number, name in enumerate(names)}
    found: dict[int, int] = {}
    for at, description in enumerate(descriptions):
        number = _name_within(page, description, ends)
        if number is None:
            number = _name_after(page, description, begins)
        if number is None:
            number = _name_before(page, description, ends, names)
        if number is not None and _can_be(description, names[number]):
            found[at] = number
    for at in [at for at in found if _is_complement(page, at, found, names, descriptions)]:
        del found[at]
    return found


def _is_complement(
    page: Page, at: int, found: Mapping[int, int], names: tuple[Name, ...], descriptions: tuple[Description, ...]
) -> bool:
    """Whether of two descriptions before one name this is not the one it is of: the "mayor" of "a spokesman for the mayor, Bo Tan"."""
    name, mine = names[found[at]], descriptions[at]
    around = [
        other
        for other, number in found.items()
        if other != at
        and number == found[at]
        and descriptions[other].last >= mine.last > mine.head - 1 > descriptions[other].head
    ]
    return any(descriptions[other].last < name.title_first for other in around)


def _can_be(description: Description, name: Name) -> bool:
    """Whether what a description says can be said of the bearer of a name."""
    if description.plural or description.partitive:
        return False
    if description.sorts & {Sort.PERSON}:
        return (
            name.kind in _PERSON_OR_UNKNOWN
            or not description.sorts <= {Sort.PERSON}
            or (len(name.words) > 1 and not name.kind)
            # "their lawyer, Marjun Dam": who speaks for others is no place, whatever a surname means
            or (len(name.words) == 2 and name.kind == "place" and description.noun in _HUMAN)
        )
    return not name.title and bool(description.sorts & {Sort.BODY, Sort.OUTLET})


_HUMAN = SPEAKS_FOR_ANOTHER | KIN | OFFICE
_PERSON_OR_UNKNOWN = ("person", None)


def _name_within(page: Page, description: Description, ends: Mapping[int, int]) -> int | None:
    """The name that a noun for outlets follows: "the Whistle newspaper", "the SDI news agency"."""
    before = description.head - 1
    if page.lower(before) == "news":
        before -= 1
    elif Sort.OUTLET not in description.sorts:
        return None
    touching = page.words[before + 1].start - page.words[before].end == 1 if before >= 0 else False
    return ends.get(before) if touching else None


def _name_after(page: Page, description: Description, begins: Mapping[int, int]) -> int | None:
    """The name that directly follows: "the tester Henk Dorsman", "Halmark's spokesman, Pelle Vestergren,"."""
    at = description.head + 1
    if at in begins and page.words[at].start - page.words[at - 1].end == 1:
        return begins[at]
    at = description.last + 1
    if page.lower(at) in {"named", "called"} and at + 1 in begins:
        return begins[at + 1]
    if page.lower(at) == "who" and description.is_definite:
        return _name_after_clause(page, at, begins)
    if page.lower(at) == "," and Sort.PERSON not in description.sorts and _is_in_clause(page, description):
        return None
    if (
        page.lower(at) == ","
        and at + 1 in begins
        and (description.is_definite or description.determiner in {"a", "an"} or description.owner is not None)
        and not _ends_fronted(page, description, at + 1, begins)
    ):
        return begins[at + 1]
    return None


def _name_after_clause(page: Page, who: int, begins: Mapping[int, int]) -> int | None:
    """The name after a clause between description and comma: "the deputy who chairs the commission, Ann Lee,"."""
    for at in range(who + 1, min(who + _FAR, len(page.words))):
        if page.lower(at) == ",":
            return begins.get(at + 1)
        if not page.words[at].is_word or page.words[at].sentence != page.words[who].sentence:
            return None
    return None


def _is_in_clause(page: Page, description: Description) -> bool:
    """Whether a description stands in a relative clause, as the commission of "the deputy who chairs the commission"."""
    for at in range(description.first - 1, max(-1, description.first - 6), -1):
        if page.lower(at) == "who":
            return True
        if not page.words[at].is_word:
            return False
    return False


def _ends_fronted(page: Page, description: Description, at: int, begins: Mapping[int, int]) -> bool:
    """Whether a description ends a phrase in front of the sentence whose subject the name is: "In a letter to the mayor, Ann Lee wrote"."""
    first = description.first
    while first > 0 and page.words[first - 1].sentence == page.words[first].sentence:
        first -= 1
    fronted = page.lower(first) in PREPOSITIONS or page.lower(first).endswith("ing")
    if not fronted or first == description.first:
        return False
    last = at
    while last + 1 < len(page.words) and page.words[last + 1].is_capital and last + 1 not in begins:
        last += 1
    after = page.lower(last + 1)
    return after in VERBS or after in AUXILIARIES


def _name_before(page: Page, description: Description, ends: Mapping[int, int], names: tuple[Name, ...]) -> int | None:
    """The name that it follows: "Jonas Reyk, managing director of", "Bo Tan is the mayor"."""
    before = description.first - 1
    after = page.lower(description.last + 1)
    name = names[ends[before - 1]] if before - 1 in ends else None
    opens = name is not None and page.words[name.title_first].opens
    if page.lower(before) == "," and not opens and (after in VERBS or after in AUXILIARIES):
        return None  # "..., the mayor said": the mayor says it, nobody is the mayor
    if page.lower(description.head + 1) in {"’s", "'s", "’"}:
        return None  # "..., the union's lawyer": of the two it is the lawyer
    if page.lower(before) in {",", "(", "–", "—"} and before - 1 in ends:
        return ends[before - 1]
    if (
        page.lower(before) == ","
        and page.words[before - 1].text.isdigit()
        and page.lower(before - 2) == ","
        and before - 3 in ends
    ):
        return ends[before - 3]
    return _name_of_predicate(page, description, ends)


def _name_of_predicate(page: Page, description: Description, ends: Mapping[int, int]) -> int | None:
    """The name of which it is the predicate: "Bo Tan is the mayor", "Bo Tan, who was acting as the family's spokesman"."""
    at = description.first - 1
    if page.lower(at) == "as" and page.lower(at - 1) in _SERVES_AS:
        at -= 2
        while page.lower(at) in AUXILIARIES:
            at -= 1
    elif page.lower(at) in _IS and description.determiner:
        at -= 1
    else:
        return None
    if page.lower(at) in {"who", ","} and at > 0:
        sentence = page.words[at].sentence
        near = (place for place in range(at - 1, max(-1, at - _FAR), -1) if page.words[place].sentence == sentence)
        return next((ends[place] for place in near if place in ends), None)
    return ends.get(at)
