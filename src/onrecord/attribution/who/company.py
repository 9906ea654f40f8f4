"""What a name is of, by the company that it keeps: what stands before and after its mentions, how it is shortened, what it does.

Names are made up anew every day, so no list knows most of them; an outlet reports, citing somebody, a company has shares and an
"its", a place has people in it. Signs are weighed by a softmax regression (training/name_kinds.py) over all mentions together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log

from onrecord.attribution.cues import SPEECH
from onrecord.attribution.who import nouns
from onrecord.attribution.who.given_names import GIVEN
from onrecord.attribution.who.kinds import NameKind, kind_of_words
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.nouns import Sort
from onrecord.attribution.who.page import Page
from onrecord.attribution.who.titles import HONORIFICS, bare
from onrecord.attribution.who.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS, VERBS

KINDS = (NameKind.PERSON, NameKind.ORGANIZATION, NameKind.OUTLET, NameKind.PLACE, NameKind.THING)
_REPORTS = listed(
    "reported reports report revealed reveals wrote writes published publishes broadcast aired quoted quotes ran"
)
_TOLD = listed("told tells telling asked informed")
_CITES = listed("citing quoting cited")
_HE, _IT, _THEY = listed("he she him her his hers himself herself"), listed("it its itself"), listed("they their them")
_ALONE = listed(
    "in at near from to of for by with on against through via into around outside across towards between after before"
)
_DOES = listed("had has will did does would said says")
_FAR = 40
"""Words after a name in which a pronoun may still be the name's own."""


def kind_by_company(page: Page, names: Sequence[Name], apposed: Iterable[frozenset[Sort]]) -> tuple[NameKind, float]:
    """The likeliest kind of a figure with these mentions, and the logarithm of its odds against all others.

    apposed: what the nouns stand for that appositions say of it.
    """
    weights = _weights()
    totals = dict.fromkeys(KINDS, 0.0)
    for sign in {"always", *signs_of_company(page, names, apposed)}:
        for kind, weight in zip(KINDS, weights.get(sign, ()), strict=False):
            totals[kind] += weight
    best = max(KINDS, key=lambda kind: totals[kind])
    others = sum(exp(totals[kind] - totals[best]) for kind in KINDS if kind is not best)
    return best, -log(max(others, 1e-9))


def says_itself(name: Name) -> bool:
    """Whether the words of a name say that it is a body or an outlet: "Hexley Chronicle", "Ministry of Works"."""
    kind = kind_of_words(tuple(word.lower() for word in name.words), frozenset())
    return not name.is_single and kind in {NameKind.ORGANIZATION, NameKind.OUTLET}


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Sequence[float]]:
    text = files("onrecord.attribution.who").joinpath("company.json").read_text(encoding="utf-8")
    found: dict[str, list[float]] = json.loads(text)
    return found


def signs_of_company(page: Page, names: Sequence[Name], apposed: Iterable[frozenset[Sort]]) -> set[str]:
    """Every sign that the mentions of one figure give."""
    found = {sign for name in names for sign in _signs_of_mention(page, name)}
    found |= {f"is a {sort}" for sorts in apposed for sort in sorts}
    forms = {tuple(w.lower() for w in name.words) for name in names}
    longest = max(forms, key=lambda words: (len(words), words))
    found |= set(_signs_of_words(longest, max(names, key=lambda n: len(n.words)).words))
    for form in forms - {longest}:
        if len(form) == 1 < len(longest):
            found.add(
                "short: last" if form[0] == longest[-1] else "short: first" if form[0] == longest[0] else "short: other"
            )
    return found


def _signs_of_words(lowered: tuple[str, ...], words: tuple[str, ...]) -> Iterator[str]:
    """What the words of the fullest form say by themselves."""
    kind = kind_of_words(lowered, frozenset())
    if kind is not None:
        yield f"word of {kind}"
    if lowered[0] in GIVEN and len(lowered) > 1:
        yield "given name"
    yield f"{min(len(lowered), 4)} words"
    if any(w in {"of", "and", "&", "for"} for w in lowered):
        yield "joined"
    if all(w.isupper() for w in words) and len(words[0]) > 1:
        yield "capitals"
    if any(w[0].isdigit() for w in words):
        yield "digits"


def _signs_of_mention(page: Page, name: Name) -> Iterator[str]:
    """What stands around one mention."""
    words, first, after = page.words, name.title_first, name.last + 1
    if name.title:
        yield "honorific" if bare(name.title.split(" ")[0]) in HONORIFICS else "title"
    before = page.lower(first - 1)
    following = tuple(_after(page, after))
    if words[first].opens:
        yield "opens"
    else:  # of "told the Elm Street lunch" it is the lunch that is told
        skipped = {"told", "speaks"} if "qualifies" in following else set()
        yield from (sign for sign in _before(page, first, before) if sign not in skipped)
    yield from following
    yield from _pronoun(page, name)


def _before(page: Page, first: int, before: str) -> Iterator[str]:
    word = page.words[first - 1] if first else None
    if before == "the" and word is not None:
        yield "the"
        if word.text[0].isupper() and not word.opens:
            yield "The"
        before = page.lower(first - 2)
    if before in _ALONE:
        yield f"before: {before}"
        noun = nouns.singular(page.lower(first - 2))
        for sort in nouns.sorts_of(noun):
            yield f"{sort} {before}"
        if noun in nouns.OFFICE:
            yield f"office {before}"
        if noun in nouns.SPEAKS_FOR_ANOTHER:
            yield f"spokesman {before}"
    elif before in _TOLD:
        yield "told"
    elif before in SPEECH:
        yield "speaks"
    elif before in {"a", "an", "this", "each", "every", "another"}:
        yield "a"
    elif before in POSSESSIVES:
        yield "owned"
    elif nouns.sorts_of(before) and not nouns.is_plural(before):
        for sort in nouns.sorts_of(before):
            yield f"before: {sort}"
    elif before in {",", "(", "and", ":"}:
        yield f"before: {before}"


def _after(page: Page, after: int) -> Iterator[str]:
    word = page.lower(after)
    touching = 0 < after < len(page.words) and page.words[after].start - page.words[after - 1].end == 1
    if word in {"’s", "'s", "’"}:
        noun = nouns.singular(page.lower(after + 1))
        yield "owns"
        if noun in nouns.KIN:
            yield "owns kin"
        elif noun in nouns.OFFICE or noun in nouns.SPEAKS_FOR_ANOTHER:
            yield "owns office"
        else:
            for sort in nouns.sorts_of(noun):
                yield f"owns {sort}"
    elif word in _REPORTS:
        yield "reports"
        if any(page.lower(at) in _CITES for at in range(after + 1, after + 8)):
            yield "reports, citing"
    elif word in SPEECH:
        yield "speaks"
    elif word in {"has", "have"} and page.lower(after + 1) in {"seen", "learned", "learnt", "obtained"}:
        yield "has seen"
    elif word in AUXILIARIES or word in VERBS or (word.endswith("ed") and word.isalpha()):
        yield "acts"
    elif word == ",":
        following = page.lower(after + 1)
        if following in {"who", "whose", "whom"}:
            yield ", who"
        elif following in {"which", "where"}:
            yield f", {following}"
        elif following.isdigit() and len(following) == 2:
            yield ", age"
        elif following in _CITES:
            yield "reports, citing"
        else:
            yield "after: ,"
    elif touching and word.islower() and word.isalpha() and not _is_small(word):
        yield "qualifies"
        if nouns.singular(word) in nouns.OFFICE or nouns.singular(word) in nouns.SPEAKS_FOR_ANOTHER:
            yield "qualifies office"
        else:
            for sort in nouns.sorts_of(word):
                yield f"qualifies {sort}"
    elif word in {"(", "."}:
        yield f"after: {word}"


def _is_small(word: str) -> bool:
    return word in PREPOSITIONS or word in CONJUNCTIONS or word in DETERMINERS or word in POSSESSIVES


def _pronoun(page: Page, name: Name) -> Iterator[str]:
    """The first pronoun after a name that begins its sentence, in this sentence or at the start of the next."""
    words = page.words
    if not words[name.title_first].opens:
        return
    for at in range(name.last + 1, min(name.last + _FAR, len(words))):
        word = words[at]
        if word.sentence != words[name.last].sentence and (
            word.sentence - words[name.last].sentence > 1 or not word.opens
        ):
            return
        if word.is_capital and not word.opens:
            return
        for sign, pronouns in (("he", _HE), ("it", _IT), ("they", _THEY)):
            if word.lower in pronouns:
                if word.lower != "it" or page.lower(at + 1) in _DOES:  # "it was late" may be of nobody
                    yield sign
                return
        if word.sentence != words[name.last].sentence:
            return
