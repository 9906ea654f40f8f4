"""Statements that are one utterance told more than once: the same words of the same party, in a wire copy or a quotation
that several papers print. They are compared once and go to a claim together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.linking.propositions import Proposition
from onrecord.vocabulary import PartyId, StatementId

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
    same: dict[tuple[str, PartyId | None], list[Proposition]] = defaultdict(list)
    for each in propositions:
        said = " ".join(re.findall(r"\w+", each.text.lower()))
        same[said, None if len(said) >= LONG_ENOUGH else each.principal].append(each)
    units = [Unit(tuple(sorted(told, key=lambda p: (p.order, p.id)))) for told in same.values()]
    return tuple(sorted(units, key=lambda u: (u.first.order, u.id)))
