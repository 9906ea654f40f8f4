"""Things that belong together, pair by pair, as groups: union-find that keeps some apart on demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups of things; every thing starts alone."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {thing: thing for thing in things}
        self._members: dict[T, list[T]] = {thing: [thing] for thing in self._parent}

    def find(self, thing: T) -> T:
        """The thing that stands for the group of this one."""
        if thing not in self._parent:
            self._parent[thing] = thing
            self._members[thing] = [thing]
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def join(self, one: T, other: T) -> None:
        """Put the groups of both together."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)

    def join_unless(self, one: T, other: T, apart: Callable[[T, T], bool]) -> bool:
        """Put both groups together unless two of their members must stay apart; says whether they are together now."""
        if self.together(one, other):
            return True
        if any(apart(a, b) for a in self.members(one) for b in self.members(other)):
            return False
        self.join(one, other)
        return True

    def together(self, one: T, other: T) -> bool:
        """Whether both are in one group."""
        return self.find(one) == self.find(other)

    def members(self, thing: T) -> tuple[T, ...]:
        """Everything in the group of this thing."""
        return tuple(self._members[self.find(thing)])

    def all(self) -> list[tuple[T, ...]]:
        """Every group."""
        grouped: dict[T, list[T]] = defaultdict(list)
        for thing in self._parent:
            grouped[self.find(thing)].append(thing)
        return [tuple(members) for members in grouped.values()]
