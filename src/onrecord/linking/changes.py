"""Changes of position: two consecutive statements of one party on one claim with different sides.

A claim holds statements together that share little but their speaker and their surroundings, and a false alarm costs a
reader's trust. So a change has to be borne out by its two statements themselves: they speak of the same with some
likelihood, and which side each takes is not in doubt; what is in doubt is passed over as if it had not been said.

What takes no side (a demand, a promise, an "if", sarcasm) has been left out before. Two sides on one day are more likely a
slip of reading than a change of mind, and "our position is what it was" is none. A reversal needs words that contradict the
earlier ones, or that admit something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from onrecord.linking.pairs import log_odds
from onrecord.linking.propositions import Proposition
from onrecord.linking.sentences import Likeness
from onrecord.linking.sides import contradicts, leaning
from onrecord.vocabulary import Change, ChangeKind, Position, Side, Stand, StatementId

ALIKE = -0.75
"""The log odds, of both statements speaking to one claim, from which a change is borne out. Of changes found on twenty
stories from this on two in five were real; more would be missed than saved by asking for more (training/LOG.md,
2026-11-30)."""

SURE = 0.7
"""How far a firm statement has to lean to one side."""

_STEADY = re.compile(
    r"\b(?:is|are|was|remains?)\s+what\s+(?:it|they)\s+(?:is|was|were)\b|\bst(?:and|ands|ood|anding)\s+by\b"
    r"|\bha(?:s|ve|d)\s*(?:n[’']t|not)\s+(?:changed|moved|shifted|budged)\b|\b(?:say|said)\s+it\s+(?:again|once|before)\b"
    r"|\bas\s+(?:I|he|she|we|they)(?:[’']ve|\s+have|\s+has|\s+had)?\s+(?:already\s+)?said\b|\bsame\s+(?:answer|position|thing)\b",
    re.I,
)
_FIRM = frozenset({Side.AFFIRMS, Side.DENIES})


def kind_of_change(before: Side, after: Side) -> ChangeKind | None:
    """What a step from one side to another is; None where it is no change."""
    if before is after:
        return None
    if before in _FIRM:
        return ChangeKind.REVERSAL if after in _FIRM else ChangeKind.WALK_BACK
    return ChangeKind.HARDENING if after in _FIRM else None


def find_changes(
    positions: Iterable[Position], propositions: Mapping[StatementId, Proposition], alike: Likeness
) -> tuple[Change, ...]:
    """Every change of every position, in the order of the positions, then of time."""
    found = []
    for position in positions:
        sure = [stand for stand in position.stands if _is_sure(propositions[stand.statement], alike)]
        for before, after in pairwise(_told_once(sure, propositions)):
            kind = kind_of_change(before.side, after.side)
            if kind and _is_borne_out(kind, propositions[before.statement], propositions[after.statement], alike):
                found.append(
                    Change(
                        position.party, position.claim, kind, before, after, _confidence(before, after, propositions)
                    )
                )
    return tuple(found)


def _is_sure(each: Proposition, alike: Likeness) -> bool:
    """Whether the side is in little doubt; "cannot say" and "declined to" are."""
    return each.commitment is not Side.AFFIRMS or abs(leaning(each, alike)) >= SURE


def _told_once(stands: Iterable[Stand], propositions: Mapping[StatementId, Proposition]) -> list[Stand]:
    """The stands without what is told again: a wire copy of a day later is no new statement. What is told without a day
    ("has always denied") looks back; it counts where a party has nothing better."""
    stands = list(stands)
    stands = [stand for stand in stands if stand.said] or stands
    seen: set[tuple[str, Side]] = set()
    kept = []
    for stand in stands:
        words = " ".join(propositions[stand.statement].text.lower().split())
        if (words, stand.side) not in seen:
            kept.append(stand)
        seen.add((words, stand.side))
    return kept


def _is_borne_out(kind: ChangeKind, before: Proposition, after: Proposition, alike: Likeness) -> bool:
    if before.order[0] == after.order[0]:
        return False
    if kind is ChangeKind.REVERSAL and (_STEADY.search(after.text) or not contradicts(before, after, alike)):
        return False
    return log_odds(before, after, alike) >= ALIKE


def _confidence(before: Stand, after: Stand, propositions: Mapping[StatementId, Proposition]) -> float | None:
    """Both statements have to be read right."""
    one, other = (propositions[s.statement].statement.confidence for s in (before, after))
    return one * other if one is not None and other is not None else None
