"""Proposals that two local parties are one, each with its reason; and the choice of the only one that a name can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.linking.known import Affairs, Known
from onrecord.vocabulary import PartyId

Find = Callable[[PartyId], PartyId]
"""What stands for the group of a local party, as the groups are now."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two local parties that may be one, and why."""

    one: PartyId
    other: PartyId
    reason: str


def only_one(each: Known, others: Iterable[Known], affairs: Affairs, find: Find, reason: str) -> Iterator[Proposal]:
    """Join with the others if these are one party. Where they are several: with the one that shares most words of its
    office, else with the only one of the same affair."""
    by_group: dict[PartyId, list[Known]] = defaultdict(list)
    for other in others:
        if other.party.article != each.party.article:
            by_group[find(other.id)].append(other)
    groups = list(by_group.values())
    if len(groups) > 1:
        groups = _most_alike(each, groups) or [g for g in groups if any(affairs.are_one(each, o) for o in g)]
    if len(groups) == 1:
        yield Proposal(groups[0][0].id, each.id, reason)


def _most_alike(each: Known, groups: list[list[Known]]) -> list[list[Known]]:
    """The group with the most words of an office in common; none where two have as many."""
    shared = [max(len(each.roles & other.roles) for other in group) for group in groups]
    best = max(shared)
    found = [group for group, count in zip(groups, shared, strict=True) if count == best]
    return found if best and len(found) == 1 else []
