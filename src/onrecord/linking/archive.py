"""The articles of a memory: what each tells, who published it, and which are copies of one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.linking.happenings.happenings import Told, tell
from onrecord.linking.memory import FIRST, Memory
from onrecord.linking.origins.copies import Copies
from onrecord.linking.who.names import body_name
from onrecord.vocabulary import ArticleId, Kind, Reading, StatementId

ALL = 2**31
"""More articles than anybody publishes."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What is known of an article."""

    number: int
    publisher: str | None
    statements: tuple[StatementId, ...]
    told: Told


class Archive:
    """Articles by id; the numbers that copies know them by are its own."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._copies = Copies(memory)

    def change(self, gone: Collection[ArticleId], come: Sequence[Reading]) -> set[ArticleId]:
        """Let articles go and others come; gives those that are a copy of another than before, or of none."""
        leaving = {}
        for id_, filed in self.filed(gone).items():
            leaving[filed.number] = id_
            if filed.publisher:
                self._memory.leave(f"published by {filed.publisher}", (filed.number, filed.number))
                self._count(filed.publisher, -1)
        numbers = self._numbers(come)
        for reading in come:
            self._file(numbers[reading.article.id], reading)
        ids = {number: id_ for id_, number in numbers.items()} | leaving
        changed = self._copies.change(leaving, {numbers[r.article.id]: r.article for r in come})
        self._memory.forget("article", set(gone) - numbers.keys())
        return {ids[number] if number in ids else self._id(number) for number in changed}

    def filed(self, ids: Iterable[ArticleId]) -> dict[ArticleId, Filed]:
        """What is known of these articles."""
        notes = self._memory.recall("article", ids)
        return {
            ArticleId(id_): Filed(number, publisher, tuple(statements), Told(contacts, events))
            for id_, (number, publisher, statements, contacts, events) in notes.items()
        }

    def originals(self, ids: Iterable[ArticleId]) -> dict[ArticleId, ArticleId]:
        """For those of these articles that share their text with an earlier one: the earliest of the group."""
        numbers = {filed.number: id_ for id_, filed in self.filed(ids).items()}
        return {numbers[copy]: self._id(of) for copy, of in self._copies.originals(numbers).items()}

    def published_by(self, names: Iterable[str]) -> set[ArticleId]:
        """The articles of publishers whose names, as they are compared, are these."""
        wanted = set(names)
        publishers = [name for name in self.publishers() if " ".join(body_name(name)) in wanted] if wanted else []
        return {self._id(n) for name in publishers for _, n in self._memory.after(f"published by {name}", FIRST, ALL)}

    def publishers(self) -> list[str]:
        """Whoever published one of the articles."""
        return list(self._memory.everything("publisher"))

    def _file(self, number: int, reading: Reading) -> None:
        article, told = reading.article, tell(reading)
        statements = [s.id for s in reading.statements if s.kind is not Kind.THOUGHT]
        self._memory.note("article", {article.id: [number, article.publisher, statements, told.contacts, told.events]})
        self._memory.note("numbered", {str(number): article.id})
        if article.publisher:
            self._memory.enter(f"published by {article.publisher}", (number, number))
            self._count(article.publisher, 1)

    def _count(self, publisher: str, more: int) -> None:
        count = (self._memory.recall_one("publisher", publisher) or 0) + more
        self._memory.note("publisher", {publisher: count or None})

    def _numbers(self, come: Sequence[Reading]) -> dict[ArticleId, int]:
        """A number for each article; one that comes again gets another."""
        first = self._memory.recall_one("next", "article") or 0
        self._memory.note("next", {"article": first + len(come)})
        return {reading.article.id: first + n for n, reading in enumerate(come)}

    def _id(self, number: int) -> ArticleId:
        return ArticleId(self._memory.recall_one("numbered", str(number)))
