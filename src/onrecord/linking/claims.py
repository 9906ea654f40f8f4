"""Claims out of utterances: which of them speak to one proposition, where each stands on it, and how it is worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.linking.candidates import find_candidates
from onrecord.linking.clusters import find_clusters
from onrecord.linking.pairs import log_odds
from onrecord.linking.propositions import Proposition
from onrecord.linking.sentences import Likeness
from onrecord.linking.sides import assign_sides
from onrecord.linking.units import Unit
from onrecord.linking.wording import word_claim
from onrecord.vocabulary import (
    Claim,
    ClaimId,
    Decisions,
    PartyId,
    Side,
    Stance,
    Stand,
    StatementId,
    content_id,
)

LEAST_WEIGHT = 0.4
"""Of the words of a content together: less says nothing that could be affirmed or denied."""


def find_claims(
    units: Sequence[Unit], names: Mapping[PartyId, str], decisions: Decisions, alike: Likeness
) -> tuple[Claim, ...]:
    """The claims that at least two tellings speak to, or that somebody denied outright, in the order of time."""
    taking = [unit for unit in units if _can_take_a_side(unit.first)]
    scores = {(i, j): log_odds(taking[i].first, taking[j].first, alike) for i, j in find_candidates(taking, alike)}
    clusters = find_clusters(len(taking), scores, _fixed(taking, decisions))
    claims = [_claim([taking[n] for n in cluster], names, alike) for cluster in clusters]
    return tuple(claim for claim in claims if claim)


def _can_take_a_side(each: Proposition) -> bool:
    """Whether a statement puts something forward, or answers to what others put forward; "he said so" does neither."""
    if each.commitment is None:
        return False
    return each.weight >= LEAST_WEIGHT or each.commitment is not Side.AFFIRMS or _is_denial(each)


def _fixed(units: Sequence[Unit], decisions: Decisions) -> dict[tuple[int, int], bool]:
    """What people decided, by place."""
    place = {told.id: n for n, unit in enumerate(units) for told in unit.told}
    fixed = {}
    for together, decided in ((True, decisions.same_claims), (False, decisions.different_claims)):
        for pair in decided:
            places = sorted(place[id_] for id_ in pair if id_ in place)
            if len(places) == 2 and places[0] != places[1]:
                fixed[places[0], places[1]] = together
    return fixed


def _claim(units: Sequence[Unit], names: Mapping[PartyId, str], alike: Likeness) -> Claim | None:
    sides = assign_sides(units, alike)
    told = [(each, side) for unit, side in zip(units, sides, strict=True) for each in unit.told]
    if len(told) == 1 and not _is_denial(told[0][0]):
        return None
    told.sort(key=lambda t: (t[0].order, t[0].id))
    return Claim(
        id=_id(told),
        text=word_claim(told, names, alike),
        stands=tuple(Stand(each.id, side, each.principal, each.said) for each, side in told),
    )


def _is_denial(each: Proposition) -> bool:
    return each.statement.stance is Stance.DENIES


def _id(told: Sequence[tuple[Proposition, Side]]) -> ClaimId:
    """Made from the first telling: a claim keeps its id when later articles join it."""
    first: StatementId = told[0][0].id
    return ClaimId(content_id("c", first))
