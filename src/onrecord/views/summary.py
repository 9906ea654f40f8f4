"""What became of a pile of input: counted as it is read, told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.views.present import Row, count_of
from onrecord.vocabulary import NO_DATE, UNREAD, Outcome, Result

REFS_NAMED = 3
"""How many undated articles are named before the rest is only counted."""


@dataclass(slots=True)
class Summary:
    """Counts of what was read, and every input that could not be."""

    record: str
    results: Counter[Result] = field(default_factory=Counter)
    statements: int = 0
    words: int = 0
    undated: list[str] = field(default_factory=list)
    remarks: list[Outcome] = field(default_factory=list)
    unread: list[Outcome] = field(default_factory=list)
    seconds: float = 0
    is_interrupted: bool = False

    def add(self, outcome: Outcome) -> None:
        """Count one outcome, and keep what a person should hear about it."""
        self.results[outcome.result] += 1
        self.statements += outcome.statements
        self.words += outcome.words
        remarks = (outcome.detail or "").split("; ")
        if outcome.result in UNREAD:
            self.unread.append(outcome)
        elif NO_DATE in remarks:
            self.undated.append(outcome.ref)
        if outcome.result not in UNREAD and set(remarks) - {NO_DATE, ""}:
            self.remarks.append(outcome)

    @property
    def articles(self) -> int:
        """How many inputs ended as an article in the record, new or known."""
        return self.results.total() - len(self.unread)

    def row(self) -> Row:
        """The summary for programs (docs/cli.md)."""
        return {
            "record": self.record,
            "articles": self.articles,
            "results": {result.value: self.results[result] for result in Result},
            "statements": self.statements,
            "words": self.words,
            "undated": self.undated,
            "remarks": [_outcome_row(outcome) for outcome in self.remarks],
            "unread": [_outcome_row(outcome) for outcome in self.unread],
            "seconds": round(self.seconds, 3),
            "interrupted": self.is_interrupted,
        }

    def lines(self) -> Iterator[str]:
        """The summary for people."""
        yield (
            f"{count_of(self.articles, 'article')}, {count_of(self.statements, 'statement')}, "
            f"{count_of(self.words, 'word')} in {self.record} ({self.seconds:.1f} s)"
        )
        for result, meaning in _MEANINGS.items():
            if self.results[result]:
                yield f"  {self.results[result]:,} {meaning}"
        for outcome in self.remarks:
            yield f"  {outcome.ref}: {outcome.detail}"
        if self.undated:
            yield from self._undated_lines()
        if self.unread:
            yield f"{count_of(len(self.unread), 'input')} not read:"
        for outcome in self.unread:
            yield f"  {outcome.detail}"
        if self.is_interrupted:
            yield f"Stopped. What was read is kept in {self.record}; run the same command again to go on from there."

    def _undated_lines(self) -> Iterator[str]:
        named = ", ".join(self.undated[:REFS_NAMED])
        more = len(self.undated) - REFS_NAMED
        yield (
            f"{count_of(len(self.undated), 'article')} without a publication date "
            f"({named}{f' and {more:,} more' if more > 0 else ''}): relative dates like “on Tuesday” stay unresolved."
        )
        yield "  Where you know the day, read again with --published 2025-05-14."


_MEANINGS = {
    Result.READ: "new",
    Result.UNCHANGED: "unchanged, in the record already",
    Result.NEW_VERSION: "changed, kept as a new version",
    Result.REREAD: "known, read again",
}


def _outcome_row(outcome: Outcome) -> Row:
    return {"ref": outcome.ref, "result": outcome.result.value, "detail": outcome.detail}
