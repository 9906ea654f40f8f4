"""Things of articles under what they have in common, such as events under their days: what may be one lies in one bin,
so that one more article opens only the bins that it has something for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.linking.memory import Memory
from onrecord.linking.packing import Packed

Labelled = Iterable[tuple[str, Packed]]


class Bins:
    """The bins of one kind, in a memory."""

    def __init__(self, memory: Memory, kind: str) -> None:
        self._memory = memory
        self._kind = kind

    def change(self, gone: Labelled, come: Labelled, touched: Iterable[str] = ()) -> dict[str, list[Packed]]:
        """Take things out of their bins and put others in; gives what is in each of these bins now, and in those touched."""
        taken, put = _by_label(gone), _by_label(come)
        labels = sorted({*taken, *put, *touched})
        before = self._memory.recall(self._kind, labels)
        now = {label: [t for t in before.get(label, []) if t not in taken[label]] + put[label] for label in labels}
        self._memory.note(self._kind, {label: things or None for label, things in now.items()})
        return now


def _by_label(things: Labelled) -> dict[str, list[Packed]]:
    found: dict[str, list[Packed]] = defaultdict(list)
    for label, thing in things:
        found[label].append(thing)
    return found
