"""What linking remembers from one article to the next, so that one more costs what it brings and not what is known.

Two things are remembered. Notes: a value under a kind and a name. Lines: numbers in an order under a key, such as all
utterances with one word in the order of time, of which one asks what stands next to a place.

A `Memory` lies over a shelf (the record has one; a pile that is linked once needs none): what was changed is seen at
once by who asks, and is put on the shelf when all is done.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Entry = tuple[int, int]
"""A place in a line: the moment that orders it, and the number of what stands there."""

FIRST, LAST = (-1, -1), (2**63 - 1, 2**63 - 1)


class Shelf(Protocol):
    """Where a memory is kept: values are bytes, or whatever JSON can say."""

    def notes(self, kind: str, names: Sequence[str]) -> dict[str, Any]: ...
    def everything(self, kind: str) -> dict[str, Any]: ...
    def before(self, key: str, place: Entry, most: int, skip: int = 0) -> list[Entry]: ...
    def after(self, key: str, place: Entry, most: int) -> list[Entry]: ...
    def between(self, key: str, first: Entry, last: Entry) -> list[Entry]: ...
    def heads(self, keys: Sequence[str], most: int) -> dict[str, list[Entry]]: ...


class NoShelf:
    """Nothing is known from before."""

    def notes(self, kind: str, names: Sequence[str]) -> dict[str, Any]:
        """None."""
        return {}

    def everything(self, kind: str) -> dict[str, Any]:
        """None."""
        return {}

    def before(self, key: str, place: Entry, most: int, skip: int = 0) -> list[Entry]:
        """None."""
        return []

    after = before

    def between(self, key: str, first: Entry, last: Entry) -> list[Entry]:
        """None."""
        return []

    def heads(self, keys: Sequence[str], most: int) -> dict[str, list[Entry]]:
        """None."""
        return {}


@dataclass(slots=True)
class Line:
    """What was changed in a line: entries in order that are new, and those that are gone."""

    entered: list[Entry] = field(default_factory=list)
    left: set[Entry] = field(default_factory=set)


class Memory:
    """Notes and lines, with what has been changed in them."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf or NoShelf()
        self._is_bare = shelf is None
        self.notes: dict[str, dict[str, Any]] = defaultdict(dict)
        """What was changed: by kind and name, None where it is to be forgotten."""
        self._known: dict[str, dict[str, Any]] = defaultdict(dict)
        self.lines: dict[str, Line] = defaultdict(Line)

    @property
    def entered(self) -> Mapping[str, list[Entry]]:
        """What entered lines, by key."""
        return {key: line.entered for key, line in self.lines.items()}

    @property
    def left(self) -> Mapping[str, set[Entry]]:
        """What left lines, by key."""
        return {key: line.left for key, line in self.lines.items()}

    def let_go(self) -> None:
        """Begin again with what is on the shelf now: what was changed has been put there."""
        self.notes.clear()
        self._known.clear()
        self.lines.clear()

    # --- notes ---

    def recall(self, kind: str, names: Iterable[str]) -> dict[str, Any]:
        """Those of these notes that there are."""
        changed, known = self.notes[kind], self._known[kind]
        wanted = list(dict.fromkeys(names))
        missing = () if self._is_bare else [n for n in wanted if n not in changed and n not in known]
        if missing:
            known.update(dict.fromkeys(missing))
            known.update(self._shelf.notes(kind, missing))
        found = ((name, changed[name] if name in changed else known.get(name)) for name in wanted)
        return {name: value for name, value in found if value is not None}

    def recall_one(self, kind: str, name: str) -> Any:
        """This note, or None."""
        return self.recall(kind, [name]).get(name)

    def everything(self, kind: str) -> dict[str, Any]:
        """All notes of a kind, by name in order."""
        found = self._shelf.everything(kind) | self.notes[kind]
        return {name: found[name] for name in sorted(found) if found[name] is not None}

    def note(self, kind: str, notes: Mapping[str, Any]) -> None:
        """Remember these instead of what was noted under their names."""
        self.notes[kind].update(notes)

    def forget(self, kind: str, names: Iterable[str]) -> None:
        """Remember these no longer."""
        self.notes[kind].update(dict.fromkeys(names))

    # --- lines ---

    def enter(self, key: str, entry: Entry) -> None:
        """Put something in its place in a line."""
        line = self.lines[key]
        if entry in line.left:
            line.left.discard(entry)
        elif not line.entered or line.entered[-1] < entry:
            line.entered.append(entry)
        else:
            insort(line.entered, entry)

    def leave(self, key: str, entry: Entry) -> None:
        """Take it out of the line."""
        entered = self.lines[key].entered
        at = bisect_left(entered, entry)
        if at < len(entered) and entered[at] == entry:
            del entered[at]
        else:
            self.lines[key].left.add(entry)

    def before(self, key: str, place: Entry, most: int) -> list[Entry]:
        """At most so many entries that stand before a place, the nearest last."""
        line = self.lines.get(key, _NO_LINE)
        at = bisect_left(line.entered, place)
        entered = line.entered[max(0, at - most) : at]
        kept = self._shelf.before(key, place, most + len(line.left))
        return _merged(kept, entered, line.left)[-most:] if most else []

    def nth_before(self, key: str, place: Entry, nth: int) -> Entry | None:
        """The entry that stands so many places before a place, the next being the first; None where fewer stand there."""
        line = self.lines.get(key, _NO_LINE)
        at = bisect_left(line.entered, place)
        if line.left or at >= nth:
            before = self.before(key, place, nth)
            return before[0] if len(before) == nth else None
        # so many of those kept stand nearer, wherever those that entered stand
        kept = self._shelf.before(key, place, at + 1, nth - 1 - at)
        found = sorted([*kept, *line.entered[:at]], reverse=True)
        return found[at] if len(found) > at else None

    def after(self, key: str, place: Entry, most: int) -> list[Entry]:
        """At most so many entries that stand behind a place, the nearest first."""
        line = self.lines.get(key, _NO_LINE)
        at = bisect_right(line.entered, place)
        kept = self._shelf.after(key, place, most + len(line.left))
        return _merged(kept, line.entered[at : at + most], line.left)[:most]

    def between(self, key: str, first: Entry, last: Entry) -> list[Entry]:
        """The entries from one place to another, both included."""
        line = self.lines.get(key, _NO_LINE)
        entered = line.entered[bisect_left(line.entered, first) : bisect_right(line.entered, last)]
        return _merged(self._shelf.between(key, first, last), entered, line.left)

    def heads(self, keys: Iterable[str], most: int) -> dict[str, list[Entry]]:
        """At most so many entries from the beginning of each of these lines."""
        wanted = list(keys)
        lines = {key: self.lines.get(key, _NO_LINE) for key in wanted}
        kept = self._shelf.heads(wanted, most + max((len(line.left) for line in lines.values()), default=0))
        return {key: _merged(kept.get(key, []), line.entered[:most], line.left)[:most] for key, line in lines.items()}


_NO_LINE = Line()


def _merged(kept: list[Entry], entered: list[Entry], left: set[Entry]) -> list[Entry]:
    if not kept:
        return entered
    return sorted({*kept, *entered} - left)
