"""What people decided of parties, laid over what their names say: two that are one, and one that is not the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.linking.groups import Groups
from onrecord.vocabulary import Decisions, PartyId, content_id

SAID_SO = "a person said that they are the same"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """merged: of parties by name, which of them stands for all that are one with it. taken_out: local parties that are not
    what their names say, with what they are. by_word: local parties that a person said to be another."""

    merged: Mapping[PartyId, PartyId] = field(default_factory=dict)
    taken_out: Mapping[PartyId, PartyId] = field(default_factory=dict)
    by_word: frozenset[PartyId] = frozenset()

    def linked(self, local: PartyId, by_name: PartyId) -> PartyId:
        """What a local party is, that by its name is this one."""
        return self.taken_out.get(local) or self.merged.get(by_name, by_name)

    def parts_of(self, linked: PartyId) -> set[PartyId]:
        """The parties by name of which a linked one is made."""
        return {linked, *(name for name, whole in self.merged.items() if whole == linked)}


def decide(decisions: Decisions, by_name: Mapping[PartyId, PartyId]) -> Verdicts:
    """by_name: what the local parties are of which something was decided, as far as they are known."""
    different = [
        tuple(sorted(pair)) for pair in decisions.different_parties if pair <= by_name.keys() and len(pair) == 2
    ]
    same = [tuple(sorted(pair)) for pair in decisions.same_parties if pair <= by_name.keys() and len(pair) == 2]
    out = {other for one, other in different if by_name[one] == by_name[other]}

    def what(local: PartyId) -> PartyId:
        return PartyId(content_id("q", "taken out", local)) if local in out else by_name[local]

    apart = {frozenset(map(what, pair)) for pair in different}
    groups: Groups[PartyId] = Groups()
    for one, other in sorted(same):
        groups.join_unless(what(one), what(other), lambda a, b: frozenset({a, b}) in apart)
    whole = {each: min(members) for members in groups.all() for each in members}
    return Verdicts(
        {each: one for each, one in whole.items() if each != one and each in by_name.values()},
        {local: whole.get(what(local), what(local)) for local in sorted(out)},
        frozenset(other for one, other in same if what(one) != what(other) and groups.together(what(one), what(other))),
    )
