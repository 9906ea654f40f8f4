"""Changes to a text, made all at once, and where what stood at an offset stands afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands at [start, end) becomes `new`."""

    start: int
    end: int
    new: str


class Rewriting:
    """A text before and after its edits. Of edits that overlap the first is made; of two as early, the longer."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self.before = text
        self.edits: list[Edit] = []
        for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
            if not self.edits or edit.start >= self.edits[-1].end:
                self.edits.append(edit)
        parts, at = [], 0
        for edit in self.edits:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
        self.after = "".join([*parts, text[at:]])

    def moved(self, offset: int) -> int | None:
        """Where an offset is after the edits; None inside one."""
        by = 0
        for edit in self.edits:
            if edit.start < offset < edit.end:
                return None
            if edit.end > offset or edit.start >= offset:
                break
            by += len(edit.new) - (edit.end - edit.start)
        return offset + by

    def piece(self, piece: str) -> str | None:
        """What a piece of the text before has become; None where it is not in it, or an edit cuts through it."""
        at = self.before.find(piece)
        while at >= 0:
            start, end = self.moved(at), self.moved(at + len(piece))
            if start is not None and end is not None:
                return self.after[start:end]
            at = self.before.find(piece, at + 1)
        return None
