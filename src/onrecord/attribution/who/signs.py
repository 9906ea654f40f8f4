"""What the text around a name says it is, where its own words do not: a company has owners and an "its", a person a wife and a "she"."""

from __future__ import annotations

from onrecord.attribution.who import nouns
from onrecord.attribution.who.descriptions import Description
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.names import Name
from onrecord.attribution.who.nouns import Sort
from onrecord.attribution.who.page import Page

_OF_A_BODY = listed(
    "owner owners plant works shares board staff managers management headquarters website permit shareholders employees workers"
    " subsidiary factory products customers profits revenue warehouse fleet stores offices boardroom parent creditors investors chief"
    " president chairman chairwoman chair director executive founder spokesman spokeswoman spokesperson"
)
_RUNS = listed("director executive chairman chairwoman chair chairperson manager president founder owner boss head chief ceo cfo spokesman"
               " spokeswoman spokesperson employee shareholder worker clerk engineer consultant")  # fmt: skip
_HERS = listed("he she his her him himself herself")
_FAR = 9


def signs_of(page: Page, name: Name, descriptions: tuple[Description, ...]) -> list[tuple[NameKind, float]]:
    """Signs of what a name is of, each with its weight, from the words around one mention of it."""
    found: list[tuple[NameKind, float]] = []
    after = name.last + 1
    if page.lower(after) in {"’s", "'s"}:
        owned = next((d for d in descriptions if d.owner == name.last), None)
        noun = owned.noun if owned else nouns.singular(page.lower(after + 1))
        if noun in nouns.KIN:
            found.append((NameKind.PERSON, 1))
        elif noun in _OF_A_BODY or page.lower(after + 1) in _OF_A_BODY:
            found.append((NameKind.ORGANIZATION, 1))
    elif nouns.singular(page.lower(after)) in _RUNS and page.words[after].start - page.words[name.last].end == 1:
        found.append((NameKind.ORGANIZATION, 1))  # "Hartmoor spokeswoman Ann Lee"
    run = next((d for d in descriptions if d.owner == name.last and d.head < name.first), None)
    if run is not None and run.noun in _RUNS and page.lower(name.first - 1) in {"of", "at", "the", "for"}:
        found.append((NameKind.ORGANIZATION, 1))
    pronoun = _first_pronoun(page, name)
    if pronoun in _HERS:
        found.append((NameKind.PERSON, 0.5))
    elif pronoun in {"its", "it"}:
        found.append((NameKind.ORGANIZATION, 0.5))
    return found


def _first_pronoun(page: Page, name: Name) -> str | None:
    """The first pronoun after a name that opens its sentence, before anybody else is named; "it was" speaks of nobody."""
    words = page.words
    if not words[name.title_first].opens:
        return None
    for at in range(name.last + 1, min(name.last + _FAR, len(words))):
        word = words[at]
        if word.sentence != words[name.last].sentence or word.is_capital or Sort.BODY in nouns.sorts_of(word.lower):
            return None
        if word.lower == "it" and page.lower(at + 1) not in {"had", "has", "will", "did", "does", "would"}:
            return None
        if word.lower in _HERS or word.lower in {"it", "its"}:
            return word.lower
    return None
