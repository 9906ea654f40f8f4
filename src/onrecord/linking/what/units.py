"""Statements that are one utterance told more than once: the same words of the same party, in a wire copy or a quotation
that several papers print. They are compared once and go to a claim together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.linking.what.propositions import Proposition
from onrecord.vocabulary import PartyId, StatementId, content_id

LONG_ENOUGH = 40
"""Characters from which on the same words are the same utterance, whoever an article thinks uttered them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One utterance: the propositions that tell it, in the order of time; the first stands for all."""

    told: tuple[Proposition, ...]

    @property
    def first(self) -> Proposition:
        """The earliest telling."""
        return self.told[0]

    @property
    def id(self) -> StatementId:
        """The earliest telling's."""
        return self.told[0].id


def find_units(propositions: Iterable[Proposition]) -> tuple[Unit, ...]:
    """The utterances, in the order of time."""
    same: dict[str, list[Proposition]] = defaultdict(list)
    for each in propositions:
        same[same_words(each)].append(each)
    told = [tellings for several in same.values() for tellings in _by_speaker(several)]
    units = [Unit(tuple(sorted(tellings, key=lambda p: (p.order, p.id)))) for tellings in told]
    return tuple(sorted(units, key=lambda u: (u.first.order, u.id)))


def same_words(each: Proposition) -> str:
    """What statements have in common that may tell one utterance: their words, and how they are put."""
    return content_id("w", _words(each), each.statement.stance)


def _words(each: Proposition) -> str:
    return " ".join(re.findall(r"\w+", each.text.lower()))


def _by_speaker(told: list[Proposition]) -> Iterable[list[Proposition]]:
    """Those of one speaker each, unless the words are many and no article has them from two."""
    articles = {each.statement.article for each in told}
    if len(articles) == len(told) and len(_words(told[0])) >= LONG_ENOUGH:
        return [told]
    by_speaker: dict[PartyId | None, list[Proposition]] = defaultdict(list)
    for each in told:
        by_speaker[each.principal].append(each)
    return by_speaker.values()
