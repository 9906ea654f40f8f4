"""How surely each statement of a claim speaks to it, and on the side that it is given: a claim gathers what is likely to
speak to one thing, so some of what it holds speaks of something else. Conflicts and origins count only what is sure enough.

The weights are those of two logistic regressions over claims of the development stories as they are read and linked,
fitted by training/footing.py (training/LOG.md, 2026-11-30).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import numpy as np

from onrecord.linking.claims.pairs import Compared, log_odds_of_each_two
from onrecord.linking.claims.sides import agreement, leaning
from onrecord.linking.sets import Floats
from onrecord.linking.what.sentences import Likeness
from onrecord.linking.what.units import Unit
from onrecord.vocabulary import Claim, Form, PartyId, Side, StatementId

FIRM = (Side.AFFIRMS, Side.DENIES)

FOOTING_BIAS = -1.46
FOOTING: Mapping[str, float] = {
    "sure reading": 2.19,
    "in its own words": 0.24,
    "length": 0.11,
    "one claim with others": 0.76,
    "more than others": 0.48,
    "leans that way": 0.36,
    "somebody against it": 0.12,
    "told again": 0.09,
}

CONTEST_BIAS = -0.42
CONTEST: Mapping[str, float] = {"opposed": 0.96, "articles": 0.43}

LEAST_CONTEST = -0.4
"""Log odds from which two sides are a conflict (training/LOG.md, 2026-12-01)."""

HARDLY = -4.0
"""Log odds of one claim below which two utterances are not asked whether they are opposed."""
SURELY_OPPOSED = 10.0
"""What two count that a person put together: as many pairs as make any claim contested."""
NONE_OPPOSED = 0.05
"""What is counted as opposed where nothing is, since it stands under a logarithm."""


class Footing:
    """What one claim stands on."""

    def __init__(
        self,
        units: Sequence[Unit],
        claim: Claim,
        alike: Likeness,
        joined: Collection[StatementId] = (),
    ) -> None:
        """joined: the utterances, by their id, that a person put together with another one of the claim."""
        sides = {stand.statement: stand.side for stand in claim.stands}
        self._units = units
        self._firsts = [unit.first for unit in units]
        self._sides = [sides[unit.id] for unit in units]
        self._alike = alike
        self._joined = [unit.id in joined for unit in units]

    @cached_property
    def surely(self) -> Mapping[StatementId, float]:
        """For each statement that takes a side firmly the probability that it speaks to the claim and takes that side."""
        found: dict[StatementId, float] = {}
        for row, unit in enumerate(self._units):
            if self._sides[row] in FIRM:
                chance = 1.0 if self._joined[row] else self._chance(row)
                found |= {told.id: chance for told in unit.told}
        return found

    def one_claim(self, one: StatementId, other: StatementId) -> float:
        """The log odds that two of its statements speak to one claim."""
        return float(self._odds[self._rows[one], self._rows[other]])

    @cached_property
    def is_contested(self) -> bool:
        """Whether parties that stand against each other surely enough speak to one claim."""
        facts = self.contest()
        if facts is None:
            return False
        return CONTEST_BIAS + sum(CONTEST[name] * value for name, value in facts.items()) >= LEAST_CONTEST

    def facts(self, row: int) -> dict[str, float]:
        """What speaks for one utterance's speaking to the claim and on its side, each by name."""
        unit, side, odds = self._units[row], self._sides[row], self._odds
        others = np.delete(odds[row], row)
        return {
            "sure reading": unit.first.sure,
            "in its own words": float(unit.first.statement.form is Form.DIRECT),
            "length": math.log1p(len(unit.first.text.split())),
            "one claim with others": float(others.mean()) if len(others) else 0.0,
            "more than others": float(others.mean() - self._mean) if len(others) else 0.0,
            "leans that way": leaning(unit.first, self._alike) * (1.0 if side is Side.AFFIRMS else -1.0),
            "somebody against it": float(any(s in FIRM and s is not side for s in self._sides)),
            "told again": float(len(unit.told) > 1),
        }

    def contest(self) -> dict[str, float] | None:
        """What speaks for a conflict, each by name; None where no two parties stand against each other.

        opposed: the logarithm of how many pairs of utterances, of parties on either side, are to be expected to speak to
        one claim and against each other. articles: that of how many articles tell of the claim.
        """
        rows = {side: [row for row, s in enumerate(self._sides) if s is side and self._party(row)] for side in FIRM}
        across = [(a, d) for a in rows[Side.AFFIRMS] for d in rows[Side.DENIES] if self._party(a) != self._party(d)]
        if not across:
            return None
        opposed = math.fsum(self._opposed(a, d) for a, d in across)
        articles = {told.statement.article for unit in self._units for told in unit.told}
        return {"opposed": math.log(opposed + NONE_OPPOSED), "articles": math.log(len(articles))}

    def _opposed(self, one: int, other: int) -> float:
        """How likely two utterances speak to one claim, and against each other."""
        if self._joined[one] and self._joined[other]:
            return SURELY_OPPOSED
        odds = float(self._odds[one, other])
        if odds < HARDLY:
            return 0.0
        return _chance(odds) * _chance(-agreement(self._firsts[one], self._firsts[other], self._alike))

    def _chance(self, row: int) -> float:
        return _chance(FOOTING_BIAS + sum(FOOTING[name] * value for name, value in self.facts(row).items()))

    def _party(self, row: int) -> PartyId | None:
        return self._firsts[row].principal

    @cached_property
    def _rows(self) -> dict[StatementId, int]:
        return {told.id: row for row, unit in enumerate(self._units) for told in unit.told}

    @cached_property
    def _odds(self) -> Floats:
        """(N, N): the log odds of each two utterances to speak to one claim."""
        return log_odds_of_each_two([Compared.of(first) for first in self._firsts], self._alike)

    @cached_property
    def _mean(self) -> float:
        """The mean log odds of two different utterances."""
        count = len(self._firsts)
        return float((self._odds.sum() - np.trace(self._odds)) / (count * (count - 1)))


def _chance(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds))
