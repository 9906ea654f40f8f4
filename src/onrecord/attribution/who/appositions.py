"""Descriptions that stand beside a name and say who that is: "Ann Lee, the mayor", "her lawyer, Ana Ruiz", "press secretary Bo Tan"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

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
    for at, (one, other) in enumerate(pairwise(descriptions)):
        # "one prominent conservative, radio host Ann Lee, disagreed"
        if at not in found and at + 1 in found and _singles_out(one) and not other.determiner:
            name = names[found[at + 1]]
            follows = page.lower(one.last + 1) == "," and other.first == one.last + 2
            if (
                follows
                and name.title_first == other.head + 1
                and _can_be(one, name)
                and page.lower(name.last + 1) != "and"
            ):
                found[at] = found[at + 1]
    found |= _joined_offices(page, descriptions, found)
    for at in [at for at in found if _is_complement(page, at, found, names, descriptions)]:
        del found[at]
    return found


def _joined_offices(page: Page, descriptions: tuple[Description, ...], found: Mapping[int, int]) -> Mapping[int, int]:
    """The second of two offices under one article, for the name that the other is of: "Ann Lee, the president and publisher of"."""
    joined: dict[int, int] = {}
    for at, (one, other) in enumerate(pairwise(descriptions)):
        is_pair = (
            page.lower(other.first - 1) == "and"
            and one.last == other.first - 2
            and not (other.determiner or one.plural or other.plural)
            and Sort.PERSON in one.sorts & other.sorts
        )
        if is_pair and (at in found) != (at + 1 in found) and (at in found or one.determiner):
            joined[at if at + 1 in found else at + 1] = found[at if at in found else at + 1]
    return joined


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
    if page.lower(at) == "@":
        return begins.get(at + 1)  # "Twitter user @harbourcat"
    if at in begins and page.words[at].start - page.words[at - 1].end == 1 and not _is_where(page, description):
        return begins[at]
    at = description.last + 1
    if page.lower(at) in {"named", "called"} and at + 1 in begins:
        return begins[at + 1]
    if [page.lower(at + n) for n in range(3)] == ["who", "goes", "by"] and at + 3 in begins:
        return begins[at + 3]
    if page.lower(at) == "who" and description.is_definite:
        return _name_after_clause(page, at, begins)
    if page.lower(at) == "," and Sort.PERSON not in description.sorts and _is_in_clause(page, description):
        return None
    if page.lower(at) in _DASHES and at + 1 in begins and _is_closed(page, at) and _singles_out(description):
        return begins[at + 1]
    if (
        page.lower(at) == ","
        and at + 1 in begins
        and (description.is_definite or description.determiner in {"a", "an"} or description.owner is not None)
        and not _ends_fronted(page, description, at + 1, begins)
    ):
        return begins[at + 1]
    return None


def _is_where(page: Page, description: Description) -> bool:
    """Whether a bare noun for a body says only where: "across town Ann Lee waited", "in court Bo Tan said"."""
    is_bare = not (description.determiner or description.modifiers or description.owner is not None)
    is_body = Sort.PERSON not in description.sorts and Sort.OUTLET not in description.sorts
    return is_bare and is_body and page.lower(description.first - 1) in PREPOSITIONS


_DASHES = frozenset({"—", "–", "-"})


def _is_closed(page: Page, dash: int) -> bool:
    """Whether another dash follows in the sentence: what stands between is an aside."""
    same = range(dash + 1, min(dash + _FAR, len(page.words)))
    return any(page.lower(at) in _DASHES for at in same if page.words[at].sentence == page.words[dash].sentence)


def _singles_out(description: Description) -> bool:
    """Whether a description brings up one of a kind: "a", "another", "one prominent conservative"."""
    return description.determiner in {"a", "an", "another"} or description.count == 1


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
        # "a friend of Mrs. Clinton's who was her chief of staff" is the friend
        return next((ends[place] for place in near if place in ends and not _owns(page, place)), None)
    return ends.get(at)


def _owns(page: Page, place: int) -> bool:
    return page.lower(place + 1) in {"’s", "'s", "’"}
