"""Changes of position: two statements of one party on one claim with different sides, the later of which gives the earlier up.

A claim holds statements together that share little but their speaker and their surroundings, and a false alarm costs a
reader's trust. So of all steps from side to side of a party only those are changes that are likely from what the two
statements show (that both surely speak to the claim and take their side, that they are near each other, that an article tells
it) and from what else was said on the claim; the likeliest first, and each statement is what one change begins with, and what
one ends with, at most. What takes no side (a demand, a promise, an "if", sarcasm) has been left out before. Two sides in one
article are one remark told twice unless it tells a change: of 64 such steps on the development stories none was one, and most
false ones on real news were such.

Of a party that said a thousand things some two are always alike and opposite by chance. So the more a record has of a
party, the more two of its statements have to show, unless an article puts them side by side itself.

The weights are those of a logistic regression over steps from side to side that linking finds on the development stories,
fitted by training/changes.py; what an article tells counts for more than these have it, since on real news nothing else makes a
change sure (training/LOG.md, 2026-12-01).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.linking.positions.positions import find_positions
from onrecord.linking.positions.told import departure, wavers
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.who.portraits import plenty
from onrecord.vocabulary import Change, ChangeKind, Claim, Form, PartyId, Position, Side, Stand, StatementId

LIKELY = 0.5
"""The log odds from which a step from side to side is a change."""

_STEADY = re.compile(
    r"\b(?:is|are|was|were|remains?)\s+what\s+(?:it|they)\s+(?:is|was|were)\b|\bst(?:and|ands|ood|anding)\s+by\b"
    r"|\bha(?:s|ve|d)\s*(?:n[’']t|not)\s+(?:changed|moved|shifted|budged)\b|\b(?:say|said)\s+it\s+(?:again|once|before)\b"
    r"|\bas\s+(?:I|he|she|we|they)(?:[’']ve|\s+have|\s+has|\s+had)?\s+(?:already\s+)?said\b|\bsame\s+(?:answer|position|thing)\b",
    re.I,
)
_FIRM = frozenset({Side.AFFIRMS, Side.DENIES})

Propositions = Mapping[StatementId, Proposition]
Amount = Callable[[PartyId], int]
"""How many statements a record has of a party."""

Surely = Callable[[StatementId], float]
"""How surely a statement speaks to its claim, on the side that it has there; 0 where that is not a firm one."""

OneClaim = Callable[[StatementId, StatementId], float]
"""The log odds that two statements of a claim speak to one."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one side to another: two statements of a party on a claim, with what else was said on it.

    surely, one_claim: as `Surely` and `OneClaim` have them. earlier, between: the sides that the party took before the two,
    and between them. seconded: whether others take the later side too.
    """

    kind: ChangeKind
    before: Proposition
    after: Proposition
    sides: tuple[Side, Side]
    surely: tuple[float, float]
    one_claim: float
    earlier: tuple[Side, ...]
    between: tuple[Side, ...]
    seconded: bool


def kind_of_change(before: Side, after: Side) -> ChangeKind | None:
    """What a step from one side to another is; None where it is no change."""
    if before is after:
        return None
    if before in _FIRM:
        return ChangeKind.REVERSAL if after in _FIRM else ChangeKind.WALK_BACK
    return ChangeKind.HARDENING if after in _FIRM else None


def find_changes(
    claim: Claim, propositions: Propositions, surely: Surely, one_claim: OneClaim, amount: Amount
) -> tuple[Change, ...]:
    """Every change of every position on a claim, in the order of the positions, then of time.

    propositions: those of the claim's statements.
    """
    found = []
    for position in find_positions([claim]):
        seconded = {stand.side for stand in claim.stands if stand.principal not in (position.party, None)}
        together = _told_together(propositions[stand.statement] for stand in position.stands)
        likely = []
        for at, step in _steps(position, propositions, surely, one_claim, seconded):
            odds = _log_odds_of_change(step, amount(position.party))
            if odds >= LIKELY and (_is_told(step) or not _is_steady(step, together)):
                likely.append((odds, at, step.kind))
        found += [
            Change(
                position.party,
                claim.id,
                kind,
                position.stands[before],
                position.stands[after],
                1 / (1 + math.exp(-odds)),
            )
            for odds, (before, after), kind in _each_once(likely, position.stands, propositions)
        ]
    return tuple(found)


def _steps(
    position: Position,
    propositions: Propositions,
    surely: Surely,
    one_claim: OneClaim,
    seconded: set[Side],
) -> Iterator[tuple[tuple[int, int], Step]]:
    """Each two statements of a position that a change can lie between, by their places."""
    stands = position.stands
    sides = tuple(stand.side for stand in stands)
    for after, last in enumerate(stands):
        for before, first in enumerate(stands[:after]):
            if (kind := kind_of_change(first.side, last.side)) is not None:
                yield (
                    (before, after),
                    Step(
                        kind=kind,
                        before=propositions[first.statement],
                        after=propositions[last.statement],
                        sides=(first.side, last.side),
                        surely=(surely(first.statement), surely(last.statement)),
                        one_claim=one_claim(first.statement, last.statement),
                        earlier=sides[:before],
                        between=sides[before + 1 : after],
                        seconded=last.side in seconded,
                    ),
                )


Likely = tuple[float, tuple[int, int], ChangeKind]


def _each_once(likely: Sequence[Likely], stands: Sequence[Stand], propositions: Propositions) -> list[Likely]:
    """The likeliest steps of which no two begin with one remark, or end with one; a wire copy of a day later is the same
    remark. In the order of time."""
    remarks = [(_remark(propositions[s.statement]), s.side) for s in stands]
    begun, ended, kept = set(), set(), []
    for each in sorted(likely, key=lambda each: (-each[0], each[1])):
        before, after = (remarks[at] for at in each[1])
        if before not in begun and after not in ended:
            kept.append(each)
            begun.add(before)
            ended.add(after)
    return sorted(kept, key=lambda each: (each[1][1], each[1][0]))


def _is_told(step: Step) -> bool:
    """Whether an article tells it."""
    return departure(step.before, step.after) is not None


Together = Collection[frozenset[str]]
"""Remarks that one article tells beside each other, each two."""


def _is_steady(step: Step, together: Together) -> bool:
    """Two sides in one article, here or in a copy, or on one day, are more likely one remark told twice, or a slip of reading,
    than a change of mind. What is told without a day ("has always denied") looks back, nobody knows how far. A hedge that
    leaves nothing open ("suggested that", "may come") is a way of telling. And "our position is what it was" is none."""
    before, after = step.before, step.after
    if before.said is None or after.said is None or before.order[0] == after.order[0]:
        return True
    if before.statement.article == after.statement.article or frozenset({_remark(before), _remark(after)}) in together:
        return True
    leaves_nothing_open = any(e.commitment is Side.UNSURE and not wavers(e) for e in (before, after))
    return leaves_nothing_open or bool(_STEADY.search(after.text))


def _told_together(told: Iterable[Proposition]) -> Together:
    remarks: dict[str, set[str]] = {}
    for each in told:
        remarks.setdefault(each.statement.article, set()).add(_remark(each))
    return {frozenset(two) for some in remarks.values() for two in combinations(some, 2)}


def _remark(each: Proposition) -> str:
    """Its words; a wire copy of a day later has the same."""
    return " ".join(each.text.lower().split())


# --- how likely a step is a change ---


def signs(step: Step) -> dict[str, float]:
    """What speaks for its being a change, or against, each by name."""
    before, after = step.before, step.after
    return {
        "an article tells it": float(_is_told(step)),
        "likely one claim": step.one_claim,
        "surely the earlier": step.surely[0],
        "surely the later": step.surely[1],
        "sure readings": before.sure * after.sure,
        "length": min(before.weight, after.weight),
        "a reversal": float(step.kind is ChangeKind.REVERSAL),
        "denied first": float(step.sides[0] is Side.DENIES),
        "falls silent": float(after.commitment is Side.DECLINES),
        "the earlier wavers": float(before.commitment is not Side.AFFIRMS and wavers(before)),
        "the later wavers": float(after.commitment is not Side.AFFIRMS and wavers(after)),
        "the later in its own words": float(after.statement.form is not Form.INDIRECT),
        "one day": float(before.order[0] == after.order[0]),
        "said between": math.log1p(len(step.between)),
        "another side between": float(any(side not in step.sides for side in step.between)),
        "the later side before": float(step.sides[1] in step.earlier),
        "seconded": float(step.seconded),
    }


BIAS = -4.1
WEIGHTS: Mapping[str, float] = {
    "an article tells it": 2.2,
    "likely one claim": 0.41,
    "surely the earlier": 0.57,
    "surely the later": 0.59,
    "sure readings": 3.3,
    "length": 0.18,
    "a reversal": -2.2,
    "denied first": 1.1,
    "falls silent": -1.3,
    "the earlier wavers": 1.1,
    "the later wavers": 1.1,
    "the later in its own words": 1.2,
    "one day": -0.7,
    "said between": -0.4,
    "another side between": -1.3,
    "the later side before": -1.2,
    "seconded": 0.4,
}


def _log_odds_of_change(step: Step, amount: int) -> float:
    found = signs(step)
    told = BIAS + sum(WEIGHTS[name] * value for name, value in found.items())
    return told if found["an article tells it"] else told - math.log(2) * plenty(amount)
