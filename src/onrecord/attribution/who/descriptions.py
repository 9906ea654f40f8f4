"""Descriptions of somebody without a name: "the city engineer", "her lawyer", "a spokesman for the union", "nine officials".

Found by their head noun, read to the left up to the determiner, and to the right over "of", "for" or "at" and who it is that they
belong to. Pronouns are found here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.attribution.who import nouns
from onrecord.attribution.who.gender import BY_NOUN, BY_PRONOUN, Gender
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.nouns import Sort
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.words import (
    AUXILIARIES,
    BOTH_NOUN_AND_VERB,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    NUMBERS,
    POSSESSIVES,
    PRONOUNS,
    QUANTITIES,
    STOPS,
    VERBS,
)

_LONGEST = 7
"""Words of a description before its head, determiner included."""
_OWNS = listed("of for at to with from in")
_DEFINITE = listed("the this that these those his her its their our my your whose both")
_SERVES = listed(
    "aide adviser advisor assistant ambassador envoy counsel secretary deputy heir successor delegate consultant adjutant lawyer attorney"
    " staffer spokesman spokeswoman spokesperson attaché"
)
"""Whose "to" says whom they serve; after any other noun "to" begins something else."""
_BREAKS = CONJUNCTIONS | AUXILIARIES | PRONOUNS | POSSESSIVES | (VERBS - BOTH_NOUN_AND_VERB)
_SEVERAL = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
"""Nouns that say how many they stand for."""
_FORCES = listed("coast national border home revolutionary civil republican")
_PARTITIVE = listed("one two three four five six several some many none both all neither either another most few")


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase headed by a noun for somebody. Places are those of the page.

    first, head, last: where it begins, its head noun, where it ends with its complement. noun: the head, lower case, singular.
    modifiers: the lower-case words before the head. owner: the place of the head of whom it belongs to, if any: a name's last word, a
    noun, a possessive pronoun. speaks_for: whether the noun is one for those who speak for another.
    """

    first: int
    head: int
    last: int
    noun: str
    plural: bool
    sorts: frozenset[Sort]
    determiner: str
    modifiers: tuple[str, ...]
    owner: int | None
    count: int | None
    gender: Gender | None
    partitive: bool = False

    @property
    def is_definite(self) -> bool:
        """Whether it speaks of somebody already known: "the", "his", "Ann's"."""
        return self.determiner in _DEFINITE or self.determiner == "’s"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun where it stands. owns: whether it is a possessive ("his lawyer")."""

    place: int
    lower: str
    gender: Gender | None
    plural: bool
    owns: bool


_THIRD = listed("he him his himself she her hers herself it its itself they them their theirs themselves")


def find_pronouns(page: Page) -> tuple[Pronoun, ...]:
    """The pronouns of the third person, and "who" after a comma or a noun."""
    found = []
    for at, word in enumerate(page.words):
        if word.lower in _THIRD:
            following = page.words[at + 1] if at + 1 < len(page.words) else None
            owns = word.lower in {"his", "its", "their"} or (
                word.lower == "her" and following is not None and following.is_word and following.lower not in STOPS
            )
            found.append(Pronoun(at, word.lower, BY_PRONOUN.get(word.lower), word.lower.startswith("the"), owns))
    return tuple(found)


def find_descriptions(page: Page, names: tuple[Name, ...], sources: Iterable[range] = ()) -> tuple[Description, ...]:
    """Every description of the text, in the order of their heads. sources: the places of words that stand for who says
    something; their head describes somebody whatever noun it is ("a former bindery hand swears")."""
    name_at = {at: name for name in names for at in range(name.first, name.last + 1)}
    titled_at = {at: name for name in names for at in range(name.title_first, name.last + 1)}
    found = []
    for at, word in enumerate(page.words):
        if at in name_at or not word.is_word:
            continue
        sorts = nouns.sorts_of(word.lower)
        if sorts and not _goes_on(page, at, name_at):
            described = _describe(page, at, sorts, name_at, titled_at)
            if described and nouns.singular(page.lower(at + 1)) in nouns.SPEAKS_FOR_ANOTHER:
                # the determiner of "a police spokesman" is the spokesman's
                first = name_at[at - 1].first if described.owner == at - 1 and at - 1 in name_at else at
                described = replace(described, first=first, last=at, determiner="the", modifiers=(), count=None)
            if described and described.determiner not in _NOBODY:
                found.append(described)
    known = {d.head for d in found} | set(name_at)
    brought_up: set[str] = set()
    for places in sorted(sources, key=lambda places: places[0]):
        head = _head_of_source(page, places)
        if head is None or (page.lower(places[0]) in _AGAIN and page.lower(head) not in brought_up):
            continue
        brought_up.add(page.lower(head))
        if known.isdisjoint(range(places[0], head + 1 + _BEYOND)):
            described = _describe(page, head, frozenset({Sort.PERSON}), name_at, titled_at)
            if described and described.first == places[0]:
                found.append(described)
    return tuple(sorted(found, key=lambda description: description.head))


def _head_of_source(page: Page, places: range) -> int | None:
    """The last word of a phrase for one person before what says more of him: the "hand" of "a former bindery hand in the
    cellar"."""
    if page.lower(places[0]) not in _ONE_OF_A_KIND | _AGAIN:
        return None
    head = places[0]
    for at in places[1:]:
        word = page.words[at]
        if not word.is_word or word.is_capital or word.lower in STOPS or word.lower in VERBS:
            break
        head = at
    noun = page.lower(head)
    is_noun = noun.isalpha() and not nouns.is_plural(noun) and noun not in _COUNTS and not _OF_THINGS.search(noun)
    return head if head > places[0] and is_noun else None


_OF_THINGS = re.compile(
    r"(?:line|ment|[ts]ion|ness|ity|ance|ence|ism|ure|ship|cy|ics|graph|gram|copy|batch|book|page|sheet|card|clip|series|list|chart|count"
    r"|update|thread|trove|cache|tranche|excerpt|passage|comparison|pact|pitch|proposal|headline)$"
)
"""How nouns end that are nobody's, where no list knows them: "a provocative headline"."""
_BEYOND = 2
"""Words behind what looks like a head in which a known noun is the head: the "clerk" of "a former accounts clerk"."""
_ONE_OF_A_KIND = frozenset({"a", "an", "another"})
_AGAIN = frozenset({"the", "this"})
"""Before a noun that an earlier source had: "a mate says ... the mate said"."""
_COUNTS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth half quarter other former latter few one two last next"
)
"""What counts or compares and is nobody by itself: "a third"."""


_NOBODY = frozenset({"no", "neither", "any"})
"""Determiners of what nobody in particular is: "no cadet would speak", "nothing from any candidate"."""


def _goes_on(page: Page, at: int, name_at: Mapping[int, Name]) -> bool:
    """Whether the noun before a further noun is no head: the "team" of "team manager"."""
    following = at + 1
    if following >= len(page.words) or following in name_at or page.words[following].start - page.words[at].end != 1:
        return False
    lower = page.lower(following)
    if nouns.singular(lower) in nouns.SPEAKS_FOR_ANOTHER and nouns.sorts_of(page.lower(at)) & {Sort.BODY, Sort.OUTLET}:
        return False
    return bool(nouns.sorts_of(lower)) and lower not in VERBS


def _describe(
    page: Page, head: int, sorts: frozenset[Sort], name_at: Mapping[int, Name], titled_at: Mapping[int, Name]
) -> Description | None:
    lower = page.lower(head)
    if lower in VERBS and page.lower(head - 1) in {"to", "will", "would", "they", "it"}:
        return None
    if page.lower(head - 1) in {"he", "she", "who"}:
        return None  # the verb "acts" of "who acts for her"
    first, determiner, owner, modifiers, count = _leftwards(page, head, name_at)
    modifiers = tuple(word for word in modifiers if word != "same")
    last, after = _rightwards(page, head, titled_at)
    noun = nouns.singular(lower)
    if noun == "counsel" and "own" in modifiers:
        return None  # whoever keeps her own counsel has none
    plural = nouns.is_plural(lower) or noun in _SEVERAL
    count = _SEVERAL.get(noun, count)
    if noun == "guard" and modifiers and modifiers[-1] in _FORCES:
        sorts = frozenset({Sort.BODY})
    partitive = False
    if page.lower(first - 1) == "of" and determiner in _DEFINITE | {"’s"} and plural:
        start = _partitive_start(page, first - 2)
        if start is not None:
            quantity = page.lower(start)
            first, count, partitive = start, NUMBERS.get(quantity), True
    gender = BY_NOUN.get(noun)
    return Description(
        first,
        head,
        last,
        noun,
        plural,
        sorts,
        determiner,
        modifiers,
        owner if owner is not None else after,
        count,
        gender,
        partitive,
    )


def _partitive_start(page: Page, at: int) -> int | None:
    """Where "one" of "one of the officials" stands."""
    return at if page.lower(at) in _PARTITIVE else None


def _leftwards(
    page: Page, head: int, name_at: Mapping[int, Name]
) -> tuple[int, str, int | None, tuple[str, ...], int | None]:
    """Where a description begins, its determiner, whom it belongs to, its modifiers, and how many it says they are."""
    words, first, owner = page.words, head, None
    modifiers: list[str] = []
    count: int | None = None
    determiner = ""
    at = head - 1
    while at >= 0 and head - at <= _LONGEST and words[at].sentence == words[head].sentence:
        lower = words[at].lower
        if lower in {"’s", "'s", "’", "'"}:
            touches = at > 0 and words[at - 1].end == words[at].start
            if not touches or not (lower.endswith("s") or page.lower(at - 1).endswith("s")):
                break  # a quotation opens or ends here: "…,’ spokeswoman Ann Lee said"
            owner, determiner = at - 1, "’s"
            first = _owner_first(page, at - 1, name_at)
            break
        figures = lower.replace(",", "")
        if lower in NUMBERS or (figures.isdigit() and (len(figures) < 4 or figures != lower)):
            stated = int(figures) if figures.isdigit() else NUMBERS[lower]
            first = at
            if page.lower(at + 1) == "dozen":  # "a dozen", "two dozen", "half a dozen"
                count = stated * 12
                if page.lower(at - 1) == "half":
                    count, first = count // 2, at - 1
                determiner = lower if lower in {"a", "another"} else determiner
                break
            count = stated
            if lower in {"a", "an", "another", "both"}:
                determiner = lower
                break
        elif lower == "that" and nouns.is_plural(page.lower(head)):
            break  # a conjunction: "said that officials ..."
        elif lower in DETERMINERS or lower in POSSESSIVES:
            if lower in POSSESSIVES:
                owner = at
            determiner, first = lower, at
            break
        elif lower in QUANTITIES or lower in {"dozens", "hundreds", "scores", "least", "thousands"}:
            modifiers.append(lower)
            first = at
        elif at in name_at:
            name = name_at[at]
            if words[head].sentence != words[name.first].sentence or not _touches(page, at):
                break
            owner = owner if owner is not None else name.last
            first = at = name.first
        elif lower == "and" and _is_modifier(page, at - 1) and _is_modifier(page, at + 1) and at + 1 < head:
            modifiers.append(lower)
        elif _is_modifier(page, at) and _touches(page, at):
            modifiers.append(lower)
            first = at
            if owner is None and nouns.sorts_of(lower) & {Sort.BODY, Sort.OUTLET} and at == head - 1:
                owner = at
        else:
            break
        at -= 1
    if first < head and not determiner and page.lower(first - 1) in {"which", "who"} and first not in name_at:
        return head, "", None, (), None  # "who tracks and ranks billionaires": a verb and its object
    return first, determiner, owner, tuple(reversed(modifiers)), count


_ADJECTIVES = listed("current former senior top chief late early likely")


def _is_modifier(page: Page, at: int) -> bool:
    """Whether a word can stand between the determiner and the head of a description."""
    if at < 0:
        return False
    word = page.words[at]
    if not word.is_word or (word.lower in STOPS and word.lower not in _ADJECTIVES):
        return False
    if word.lower in DAYS and word.is_capital:
        return False
    return word.lower not in VERBS or word.lower in BOTH_NOUN_AND_VERB


def _is_past_of(page: Page, at: int) -> bool:
    """Whether a word in -ed is what somebody just named did: the "faced" of "its chief executive faced the council's committee"."""
    before = page.lower(at - 1)
    return page.lower(at).endswith("ed") and (Sort.PERSON in nouns.sorts_of(before) or before in _THIRD)


def _touches(page: Page, at: int) -> bool:
    return page.words[at + 1].start - page.words[at].end == 1 or page.words[at + 1].lower in {"’s", "'s"}


def _owner_first(page: Page, at: int, name_at: Mapping[int, Name]) -> int:
    """Where the owner before a possessive ending begins."""
    if at in name_at:
        first = name_at[at].title_first
    else:
        first = at
        while (
            first > 0
            and at - first < 5
            and _is_modifier(page, first - 1)
            and _touches(page, first - 1)
            and not _is_past_of(page, first - 1)
        ):
            first -= 1
    return first - 1 if page.lower(first - 1) in DETERMINERS | POSSESSIVES else first


def _speaks(noun: str) -> bool:
    return nouns.singular(noun) in nouns.SPEAKS_FOR_ANOTHER


def _head_after(page: Page, last: int) -> int | None:
    """The head noun that a name only qualifies: the "service" of "the Norrland rescue service"."""
    for at in range(last + 1, min(last + 4, len(page.words))):
        if page.words[at].start - page.words[at - 1].end != 1 or not _is_modifier(page, at):
            return None
        if nouns.sorts_of(page.lower(at)) and not nouns.sorts_of(page.lower(at + 1)):
            return at
    return None


def _rightwards(page: Page, head: int, name_at: Mapping[int, Name]) -> tuple[int, int | None]:
    """Where a description ends with its complement, and the place of whom it belongs to by it."""
    at = head + 1
    if page.lower(at) not in _OWNS:
        return head, None
    if page.lower(at) == "to" and nouns.singular(page.lower(head)) not in _SERVES:
        return head, None
    if (
        page.lower(at) == "for"
        and page.lower(at + 1) in {"its", "his", "her", "their"}
        and not _speaks(page.lower(head))
    ):
        return head, None  # "asked the academy for its log"
    at += 1
    if page.lower(at) in DETERMINERS | POSSESSIVES:
        at += 1
        if page.lower(at).endswith("ed") and page.lower(at) in VERBS:
            at += 1  # "the lawyer for the dismissed manager"
    for step in range(at, min(at + 5, len(page.words))):
        word = page.words[step]
        if step in name_at:
            name = name_at[step]
            if page.lower(name.last + 1) in {"’s", "'s"}:
                continue
            further = _head_after(page, name.last)
            return (further, further) if further is not None else (name.last, name.last)
        if (not word.is_word and word.lower not in {"’s", "'s", "’"}) or word.lower in _BREAKS:
            break
        if (
            nouns.sorts_of(word.lower)
            and not nouns.sorts_of(page.lower(step + 1))
            and page.lower(step + 1) not in {"’s", "'s"}
        ):
            if nouns.sorts_of(word.lower) == {Sort.DOCUMENT} and page.lower(head + 1) != "of":
                return head, None  # "asked the board in a letter"
            return step, step
    return _office_end(page, head), None


def _office_end(page: Page, head: int) -> int:
    """Where an office ends that says of what: "head of communications", "minister of culture"."""
    if page.lower(head + 1) != "of" or nouns.singular(page.lower(head)) not in nouns.OFFICE:
        return head
    at = head + 2
    while at < min(head + 5, len(page.words)) and page.words[at].is_word and page.lower(at) not in STOPS | VERBS:
        at += 1
    return at - 1 if at > head + 2 else head
