"""Claims out of utterances: which of them speak to one proposition, where each stands on it, and how it is worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.linking.claims.sides import assign_sides
from onrecord.linking.claims.wording import Called, word_claim
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.sentences import Likeness
from onrecord.linking.what.units import Unit
from onrecord.vocabulary import (
    Claim,
    ClaimId,
    PartyId,
    Side,
    Stance,
    Stand,
    StatementId,
    content_id,
)

LEAST_WEIGHT = 0.4
"""Of the words of a content together: less says nothing that could be affirmed or denied."""


def can_take_a_side(each: Proposition) -> bool:
    """Whether a statement puts something forward, or answers to what others put forward; "he said so" does neither."""
    if each.commitment is None:
        return False
    return each.weight >= LEAST_WEIGHT or each.commitment is not Side.AFFIRMS or is_denial(each)


def claim_of(units: Sequence[Unit], names: Mapping[PartyId, Called], alike: Likeness) -> Claim | None:
    """The claim that these utterances speak to: at least two tellings do, or somebody denied it outright."""
    sides = assign_sides(units, alike)
    told = [(each, side) for unit, side in zip(units, sides, strict=True) for each in unit.told]
    if len(told) == 1 and not is_denial(told[0][0]):
        return None
    told.sort(key=lambda t: (t[0].order, t[0].id))
    return Claim(
        id=_id(told),
        text=word_claim(told, names, alike),
        stands=tuple(Stand(each.id, side, each.principal, each.said) for each, side in told),
    )


def is_denial(each: Proposition) -> bool:
    """Whether somebody denies it outright."""
    return each.statement.stance is Stance.DENIES


def _id(told: Sequence[tuple[Proposition, Side]]) -> ClaimId:
    """Made from the first telling: a claim keeps its id when later articles join it."""
    first: StatementId = told[0][0].id
    return ClaimId(content_id("c", first))
