"""Changes of position: two consecutive statements of one party on one claim with different sides.

A claim holds statements together that share little but their speaker and their surroundings, and a false alarm costs a
reader's trust. So a change has to be borne out by its two statements themselves: they speak of the same in words that
they share, or resemble each other strongly; or the later one takes a denial back, in words that do that.

What takes no side (a demand, a promise, an "if", sarcasm) has been left out before. Two opposite sides in one article
on one day are more likely a slip of reading than a change of mind, and "our position is what it was" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from onrecord.linking.pairs import log_odds
from onrecord.linking.propositions import Proposition
from onrecord.linking.sentences import Likeness
from onrecord.linking.words import weight
from onrecord.vocabulary import Change, ChangeKind, Position, Side, Stance, Stand, StatementId

SHARED = 0.4
"""The least weight of the words that both statements share. Of changes found on the development stories with less, one in
three was real; with more, three in four (training/LOG.md, 2026-11-27)."""

ALIKE = 0.2
"""The log odds that make up for words: both are about the same parties in the same surroundings."""

NEAR = -0.65
"""The log odds that a hedge needs to take an earlier denial back."""

_STEADY = re.compile(
    r"\b(?:is|are|was|remains?)\s+what\s+(?:it|they)\s+(?:is|was|were)\b|\bst(?:and|ands|ood|anding)\s+by\b"
    r"|\bha(?:s|ve|d)\s*(?:n[’']t|not)\s+(?:changed|moved|shifted|budged)\b|\b(?:say|said)\s+it\s+(?:again|once|before)\b"
    r"|\bas\s+(?:I|he|she|we|they)(?:[’']ve|\s+have|\s+has|\s+had)?\s+(?:already\s+)?said\b|\bsame\s+(?:answer|position|thing)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"^\W*(?:yes|all\s+right|fine|okay|very\s+well)\b|\b(?:was|were)\s+(?:wrong|mistaken|not\s+true)\b|\bafter\s+all\b"
    r"|\bmis(?:spoke|taken|remembered)\b|\btoo\s+soon\b|\bsorry\b|\btake\s+(?:it|that)\s+back\b|\bwasn[’']t\s+(?:so|true)\b",
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
        for before, after in pairwise(_told_once(position.stands, propositions)):
            kind = kind_of_change(before.side, after.side)
            if kind and _is_borne_out(kind, propositions[before.statement], propositions[after.statement], alike):
                found.append(
                    Change(
                        position.party, position.claim, kind, before, after, _confidence(before, after, propositions)
                    )
                )
    return tuple(found)


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
    if kind is ChangeKind.REVERSAL and (before.order[0] == after.order[0] or _STEADY.search(after.text)):
        return False
    odds = log_odds(before, after, alike)
    if weight(before.words.keys() & after.words.keys()) >= SHARED or odds >= ALIKE:
        return True
    if not _denies(before):
        return False
    if kind is ChangeKind.WALK_BACK and after.commitment is Side.UNSURE:
        return odds >= NEAR
    return kind is ChangeKind.REVERSAL and bool(_TAKES_BACK.search(after.text))


def _denies(each: Proposition) -> bool:
    return each.statement.stance is Stance.DENIES or not all(each.words.values())


def _confidence(before: Stand, after: Stand, propositions: Mapping[StatementId, Proposition]) -> float | None:
    """Both statements have to be read right."""
    one, other = (propositions[s.statement].statement.confidence for s in (before, after))
    return one * other if one is not None and other is not None else None
