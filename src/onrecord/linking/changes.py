"""Changes of position: two consecutive statements of one party on one claim with different sides.

Only firm ground makes a change. What takes no side (a demand, a promise, an "if", sarcasm) has been left out before.
Two opposite sides in one article on one day are more likely a slip of reading than a change of mind, and are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from onrecord.linking.propositions import Proposition
from onrecord.vocabulary import Change, ChangeKind, Position, Side, Stand, StatementId

_FIRM = frozenset({Side.AFFIRMS, Side.DENIES})


def kind_of_change(before: Side, after: Side) -> ChangeKind | None:
    """What a step from one side to another is; None where it is no change."""
    if before is after:
        return None
    if before in _FIRM:
        return ChangeKind.REVERSAL if after in _FIRM else ChangeKind.WALK_BACK
    return ChangeKind.HARDENING if after in _FIRM else None


def find_changes(positions: Iterable[Position], propositions: Mapping[StatementId, Proposition]) -> tuple[Change, ...]:
    """Every change of every position, in the order of the positions, then of time."""
    found = []
    for position in positions:
        for before, after in pairwise(_told_once(position.stands, propositions)):
            kind = kind_of_change(before.side, after.side)
            if kind and not _is_slip(kind, propositions[before.statement], propositions[after.statement]):
                found.append(
                    Change(
                        position.party, position.claim, kind, before, after, _confidence(before, after, propositions)
                    )
                )
    return tuple(found)


def _told_once(stands: Iterable[Stand], propositions: Mapping[StatementId, Proposition]) -> list[Stand]:
    """The stands without what is told again: a wire copy of a day later is no new statement."""
    seen: set[tuple[str, Side]] = set()
    kept = []
    for stand in stands:
        words = " ".join(propositions[stand.statement].text.lower().split())
        if (words, stand.side) not in seen:
            kept.append(stand)
        seen.add((words, stand.side))
    return kept


def _is_slip(kind: ChangeKind, before: Proposition, after: Proposition) -> bool:
    return kind is ChangeKind.REVERSAL and before.order[0] == after.order[0]


def _confidence(before: Stand, after: Stand, propositions: Mapping[StatementId, Proposition]) -> float | None:
    """Both statements have to be read right."""
    one, other = (propositions[s.statement].statement.confidence for s in (before, after))
    return one * other if one is not None and other is not None else None
