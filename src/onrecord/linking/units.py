"""Statements that are one utterance told more than once: the same words of the same party, in a wire copy or a quotation
that several papers print. They are compared once and go to a claim together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.linking.propositions import Proposition
from onrecord.vocabulary import PartyId, Stance, StatementId

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
    same: dict[tuple[str, Stance | None], list[Proposition]] = defaultdict(list)
    for each in propositions:
        same[" ".join(re.findall(r"\w+", each.text.lower())), each.statement.stance].append(each)
    told = [tellings for (words, _), tellings in same.items() for tellings in _by_speaker(words, tellings)]
    units = [Unit(tuple(sorted(tellings, key=lambda p: (p.order, p.id)))) for tellings in told]
    return tuple(sorted(units, key=lambda u: (u.first.order, u.id)))


def _by_speaker(words: str, told: list[Proposition]) -> Iterable[list[Proposition]]:
    """Those of one speaker each, unless the words are many and no article has them from two."""
    articles = {each.statement.article for each in told}
    if len(words) >= LONG_ENOUGH and len(articles) == len(told):
        return [told]
    by_speaker: dict[PartyId | None, list[Proposition]] = defaultdict(list)
    for each in told:
        by_speaker[each.principal].append(each)
    return by_speaker.values()
