"""Changes of position: two statements of one party on one claim with different sides, consecutive or told as a step by an article.

A claim holds statements together that share little but their speaker and their surroundings, and a false alarm costs a
reader's trust. So a change has to be likely from what its two statements themselves show: that an article tells it
(told.py), that both speak of the same. Which side each takes must be in little doubt; what is in doubt is passed over as if
it had not been said, and so is a hedge that leaves nothing open ("suggested that", "may come"). What takes no side (a demand,
a promise, an "if", sarcasm) has been left out before. Two sides in one article are one remark told twice unless it tells a
change: of 64 such steps on the development stories none was one, and most false ones on real news were such.

Of a party that said a thousand things some two are always alike and opposite by chance. So the more a record has of a
party, the more two of its statements have to show, unless an article puts them side by side itself.

The weights are those of a logistic regression over steps from side to side that linking finds on the development stories,
fitted by training/changes.py, rounded towards what real news needs: a step that is told more plainly is surer, and who falls
silent has seldom changed position (training/LOG.md, 2026-11-30).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from onrecord.linking.claims.pairs import log_odds
from onrecord.linking.claims.sides import leaning
from onrecord.linking.positions.told import departure, likely_with, wavers
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.sentences import Likeness
from onrecord.linking.who.portraits import plenty
from onrecord.vocabulary import Change, ChangeKind, PartyId, Position, Side, Stand, StatementId

LIKELY = -0.2
"""The log odds from which a step from side to side is a change."""

SURE = 0.2
"""How far a firm statement has to lean to one side."""

_STEADY = re.compile(
    r"\b(?:is|are|was|remains?)\s+what\s+(?:it|they)\s+(?:is|was|were)\b|\bst(?:and|ands|ood|anding)\s+by\b"
    r"|\bha(?:s|ve|d)\s*(?:n[’']t|not)\s+(?:changed|moved|shifted|budged)\b|\b(?:say|said)\s+it\s+(?:again|once|before)\b"
    r"|\bas\s+(?:I|he|she|we|they)(?:[’']ve|\s+have|\s+has|\s+had)?\s+(?:already\s+)?said\b|\bsame\s+(?:answer|position|thing)\b",
    re.I,
)
_FIRM = frozenset({Side.AFFIRMS, Side.DENIES})

Propositions = Mapping[StatementId, Proposition]
Amount = Callable[[PartyId], int]
"""How many statements a record has of a party."""


def kind_of_change(before: Side, after: Side) -> ChangeKind | None:
    """What a step from one side to another is; None where it is no change."""
    if before is after:
        return None
    if before in _FIRM:
        return ChangeKind.REVERSAL if after in _FIRM else ChangeKind.WALK_BACK
    return ChangeKind.HARDENING if after in _FIRM else None


def find_changes(
    positions: Iterable[Position], propositions: Propositions, alike: Likeness, amount: Amount
) -> tuple[Change, ...]:
    """Every change of every position, in the order of the positions, then of time."""
    found = []
    for position in positions:
        told = _ends_of_departures(propositions[stand.statement] for stand in position.stands)
        sure = [s for s in position.stands if _counts(propositions[s.statement], told, alike)]
        for before, after in _steps(_told_once(sure, told, propositions), propositions, alike):
            kind = kind_of_change(before.side, after.side)
            if kind is None:
                continue
            ends = propositions[before.statement], propositions[after.statement]
            odds = _log_odds_of_change(kind, *ends, alike, amount(position.party))
            if odds >= LIKELY and not _is_steady(*ends):
                found.append(Change(position.party, position.claim, kind, before, after, 1 / (1 + math.exp(-odds))))
    return tuple(found)


def _counts(each: Proposition, told: Collection[StatementId], alike: Likeness) -> bool:
    """Whether its side is in little doubt; that of an end of what an article tells is in none, unless it hedges."""
    if each.commitment is Side.AFFIRMS and each.id in told:
        return True
    return _is_sure(each, alike)


def _is_sure(each: Proposition, alike: Likeness) -> bool:
    """Whether the side is in little doubt; "cannot say" and "declined to comment" are. Who speculates, or tells a thing that
    "may" come, says what they hold as firmly as they ever will."""
    return abs(leaning(each, alike)) >= SURE if each.commitment is Side.AFFIRMS else wavers(each)


def _is_steady(before: Proposition, after: Proposition) -> bool:
    """Two sides in one article, or on one day, are more likely one remark told twice, or a slip of reading, than a change of
    mind, unless the article tells one; and "our position is what it was" is none."""
    if departure(before, after) is not None:
        return False
    one_article = before.statement.article == after.statement.article
    return one_article or before.order[0] == after.order[0] or bool(_STEADY.search(after.text))


def _ends_of_departures(each: Iterable[Proposition]) -> set[StatementId]:
    """The statements between which articles tell departures."""
    known = {p.id: p for p in each}
    return {end for p in known.values() for before in p.departs_from if before in known for end in (before, p.id)}


def _told_once(stands: Iterable[Stand], told: Collection[StatementId], propositions: Propositions) -> list[Stand]:
    """The stands without what is told again: a wire copy of a day later is no new statement. What is told without a day
    ("has always denied") looks back; it counts where an article says what departs from it, or a party has nothing better."""
    stands = list(stands)
    stands = [stand for stand in stands if stand.said or stand.statement in told] or stands
    seen: set[tuple[str, Side]] = set()
    kept = []
    for stand in stands:
        words = " ".join(propositions[stand.statement].text.lower().split())
        if (words, stand.side) not in seen:
            kept.append(stand)
        seen.add((words, stand.side))
    return kept


def _steps(stands: Sequence[Stand], propositions: Propositions, alike: Likeness) -> list[tuple[Stand, Stand]]:
    """The steps from one side to another that articles tell; and each other from one side to the next: the first statement
    that takes a side, and of what was said on the side before it the likeliest on the same."""
    steps = list(_told_steps(stands, propositions, alike))
    befores, afters = {before.statement for before, _ in steps}, {after.statement for _, after in steps}
    runs = [list(run) for _, run in groupby(stands, key=lambda stand: stand.side)]
    for one, other in pairwise(runs):
        after = propositions[other[0].statement]
        before = max(one, key=lambda stand: _one_claim(propositions[stand.statement], after, alike))
        if before.statement not in befores and after.id not in afters:
            steps.append((before, other[0]))
    place = {stand.statement: n for n, stand in enumerate(stands)}
    return sorted(steps, key=lambda step: (place[step[1].statement], place[step[0].statement]))


def _told_steps(stands: Iterable[Stand], propositions: Propositions, alike: Likeness) -> Iterator[tuple[Stand, Stand]]:
    """Of statements on two sides that articles tie together the pairs that are steps: to each the likeliest, from each the first."""
    by_id = {stand.statement: stand for stand in stands}
    left = dict(by_id)
    for after in by_id.values():
        departs = propositions[after.statement]
        befores = [left[id_] for id_ in departs.departs_from if id_ in left and left[id_].side is not after.side]
        if befores:
            before = max(befores, key=lambda stand: _one_claim(propositions[stand.statement], departs, alike))
            del left[before.statement]
            yield before, after


def _one_claim(before: Proposition, after: Proposition, alike: Likeness) -> float:
    return likely_with(log_odds(before, after, alike), before, after)


# --- how likely a step is a change ---


def signs(kind: ChangeKind, before: Proposition, after: Proposition, alike: Likeness) -> dict[str, float]:
    """What speaks for its being a change, or against, each by name."""
    plainness = departure(before, after)
    return {
        "an article tells it": float(plainness is not None),
        "how plainly": plainness or 0.0,
        "likely one claim": log_odds(before, after, alike),
        "a reversal": float(kind is ChangeKind.REVERSAL),
        "a hardening": float(kind is ChangeKind.HARDENING),
        "falls silent": float(after.commitment is Side.DECLINES),
    }


BIAS = 0.0
WEIGHTS: Mapping[str, float] = {
    "an article tells it": 1.0,
    "how plainly": 0.2,
    "likely one claim": 0.36,
    "a reversal": -1.2,
    "a hardening": 0.3,
    "falls silent": -1.0,
}


def _log_odds_of_change(
    kind: ChangeKind, before: Proposition, after: Proposition, alike: Likeness, amount: int
) -> float:
    found = signs(kind, before, after, alike)
    told = BIAS + sum(WEIGHTS[name] * value for name, value in found.items())
    return told if found["an article tells it"] else told - math.log(2) * plenty(amount)
