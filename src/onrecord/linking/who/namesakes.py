"""Several people of one full name, told apart by their walks of life: a sergeant and a striker called John Reed are two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.linking.groups import Groups
from onrecord.linking.who.known import Known

ONE_OF_ALL = ""
"""The one whom most of those with a walk of life are, and who is meant where no office says otherwise."""


def profile(person: Known) -> str | None:
    """A person's walks of life and the words of the offices; none where no walk is known."""
    if not person.walks:
        return None
    return "|".join(" ".join(sorted(told)) for told in (person.walks, person.roles))


def apart(profiles: Mapping[str, int]) -> dict[str, str]:
    """How many have each profile → for each word that tells of another than `ONE_OF_ALL`, who that is.

    Profiles are of one person if they have a walk of life, or the word of an office, in common.
    """
    groups: Groups[str] = Groups()
    for told in map(_told, profiles):
        for word in told[1:]:
            groups.join(told[0], word)
    count: Counter[str] = Counter()
    for each, how_many in profiles.items():
        count[groups.find(_told(each)[0])] += how_many
    name = {group: min(groups.members(group)) for group in count}
    most = max(count, key=lambda group: (count[group], name[group]), default=None)
    return {word: name[group] for group in count if group != most for word in groups.members(group)}


def which(person: Known, others: Mapping[str, str]) -> str:
    """Who of the people of one full name this is. others: as `apart` gives it."""
    found = _only({others.get(f"a {walk}", ONE_OF_ALL) for walk in person.walks})
    return found or _only({others[word] for word in person.roles if word in others})


def _only(found: Iterable[str]) -> str:
    listed = list(found)
    return listed[0] if len(listed) == 1 else ONE_OF_ALL


def _told(profile: str) -> list[str]:
    walks, roles = profile.split("|")
    return [f"a {walk}" for walk in walks.split()] + roles.split()
