"""Statements away from their articles: each with its row, where it stands, and its sentence with the marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record import ArticleVersion, RecordReader
from onrecord.views import present
from onrecord.views.marks import mark_text
from onrecord.vocabulary import Article, Statement, StatementId

SENTENCE_ENDS = (". ", "! ", "? ", ".” ", "!” ", "?” ", '." ', '!" ', '?" ', ".’ ", "\n")
LONGEST_LEAD = 160
LONGEST_QUOTE = 700

Part = tuple[str, str]
"""Words, and the roles that they have in the statement, as classes."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement as lists show it."""

    row: present.Row
    article: present.Row
    parts: tuple[Part, ...]

    @property
    def address(self) -> str:
        """Where its words stand."""
        return f"/articles/{self.row['article']}#s-{self.row['id']}"

    @property
    def day(self) -> str | None:
        """The ISO day from which it stands in time: said, else published."""
        said = self.row["said"]
        published = self.article["published"]
        return str(said["start"]) if isinstance(said, dict) else published[:10] if isinstance(published, str) else None


def quote(reader: RecordReader, ids: Iterable[StatementId]) -> Mapping[StatementId, Quoted]:
    """The statements with these ids, as far as the record has them."""
    return quote_statements(reader, tuple(reader.statements_by_id(ids).values()))


def quote_statements(reader: RecordReader, statements: Sequence[Statement]) -> Mapping[StatementId, Quoted]:
    """These statements."""
    versions = reader.articles_by_id(statement.article for statement in statements)
    parties = reader.shown_parties(statements)
    stands = reader.stands_of(statement.id for statement in statements)
    rows = {id_: _without_text(version) for id_, version in versions.items()}
    return {
        statement.id: Quoted(
            present.statement_row(statement, versions[statement.article].article, parties, stands.get(statement.id)),
            rows[statement.article],
            parts_of(statement, versions[statement.article].article),
        )
        for statement in statements
    }


def _without_text(version: ArticleVersion) -> present.Row:
    row = present.article_row(version.article, version.version)
    del row["text"]
    return row


def parts_of(statement: Statement, article: Article) -> tuple[Part, ...]:
    """The sentences that the statement stands in, cut where its spans begin and end."""
    text = article.text
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span]
    start = _sentence_start(text, min(span.start for span in spans))
    end = _sentence_end(text, max(span.end for span in spans))
    position, parts = 0, []
    for piece in mark_text(text, [statement]):
        first, last = max(start, position), min(end, position + len(piece.text))
        if first < last:
            roles = " ".join(dict.fromkeys(mark.role.value for mark in piece.marks))
            parts.append((piece.text[first - position : last - position], roles))
        position += len(piece.text)
    return tuple(parts)


def _sentence_start(text: str, position: int) -> int:
    lowest = max(0, position - LONGEST_LEAD)
    before = text[lowest:position]
    found = max(before.rfind(end) + len(end) if end in before else 0 for end in SENTENCE_ENDS)
    return lowest + found if found or lowest == 0 else position


def _sentence_end(text: str, position: int) -> int:
    after = text[position : position + LONGEST_LEAD]
    # The full stop may stand inside the content already: then nothing follows.
    if text[max(0, position - 1) : position] in (".", "!", "?") or text[max(0, position - 2) : position - 1] in (
        ".",
        "!",
        "?",
    ):
        return position
    found = min((after.index(end) + len(end.rstrip(" \n")) for end in SENTENCE_ENDS if end in after), default=None)
    if found is not None:
        return position + found
    return min(len(text), position + LONGEST_LEAD) if len(after) < LONGEST_LEAD else position
