"""Where a party that is not called in full looks for whom it may be, and the choice of the only one that it can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from onrecord.linking.who.known import Known, Nearness
from onrecord.vocabulary import PartyId


class Fit(Enum):
    """Whether a party can be meant."""

    NOT = 0
    WITHIN_AFFAIR = 1
    WITHIN_WORLD = 2
    ANYWHERE = 3

    def allows(self, near: Nearness) -> bool:
        """Whether a party as near as that can be meant."""
        least = {Fit.WITHIN_AFFAIR: Nearness.AFFAIR, Fit.WITHIN_WORLD: Nearness.WORLD, Fit.ANYWHERE: Nearness.NONE}
        return self in least and near >= least[self]


@dataclass(frozen=True, slots=True)
class Lead:
    """Where to look: the lines in which parties of some name or office stand; who of them fits, and who fits best; why
    it is the one if it is the only one."""

    lines: tuple[str, ...]
    fits: Callable[[Known], Fit]
    reason: str
    prefers: Callable[[Known], bool] = lambda each: False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that stands where a lead points, and which linked party it is."""

    known: Known
    linked: PartyId
    near: Nearness

    @property
    def is_near(self) -> bool:
        """Whether it is of the same affair."""
        return self.near is Nearness.AFFAIR


def only_one(each: Known, lead: Lead, candidates: Iterable[Candidate]) -> PartyId | None:
    """The linked party of those that fit, if they are one. If they are several, the one that shares most words of its
    office, else the only one of the same affair."""
    fitting = [c for c in candidates if lead.fits(c.known) is not Fit.NOT]
    fitting = [c for c in fitting if lead.prefers(c.known)] or fitting
    groups: dict[PartyId, list[Candidate]] = {}
    for candidate in fitting:
        if lead.fits(candidate.known).allows(candidate.near):
            groups.setdefault(candidate.linked, []).append(candidate)
    if len(groups) == 1:
        return next(iter(groups))
    alike = _most_alike(each, groups)
    near = [id_ for id_, group in groups.items() if any(c.is_near for c in group)]
    return alike or (near[0] if len(near) == 1 else None)


def _most_alike(each: Known, groups: Mapping[PartyId, list[Candidate]]) -> PartyId | None:
    """The one with the most words of an office in common; none where two have as many."""
    shared = {id_: max(len(each.roles & c.known.roles) for c in group) for id_, group in groups.items()}
    best = max(shared.values(), default=0)
    found = [id_ for id_, count in shared.items() if count == best]
    return found[0] if best and len(found) == 1 else None
