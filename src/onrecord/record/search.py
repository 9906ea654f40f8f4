"""Full-text search. The whole module is SQLite's own (FTS5); the tables are made by `migrations/`.

What a user types is taken as words and "phrases" alone, each handed to FTS5 as a quoted string, so that no query is
a syntax error. Where the words stand is learnt from FTS5 itself: it marks them in the text that it indexed, and
the marks are counted back into offsets of the article.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, islice, pairwise, takewhile
from typing import Any

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.chosen import search_chosen
from onrecord.record.rows import (
    IDS_AT_ONCE,
    AnyRow,
    ArticleVersion,
    batched,
    is_newest,
    select_versions,
    statements_by_id,
    to_version,
)
from onrecord.record.sqlite import storable
from onrecord.vocabulary import ArticleId, ClaimId, PartyId, Span, Statement, StatementId

SNIPPET_CHARACTERS = 240
LONGEST_WORD = 40

LOOKED_THROUGH = 20_000
"""Of words that more statements have than this, those that came in last are ranked: such words rank nothing else anyway."""

FEW = 5_000
"""What filters leave no more than this is looked through whole, however common the words are."""

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Code points that Unicode keeps out of texts; in a text that has them all the same, nothing is marked."""
MARK = re.compile(f"[{OPEN}{CLOSE}]")

article_search = sa.table("article_search", sa.column("rowid"), sa.column("rank"))
statement_search = sa.table("statement_search", sa.column("rowid"), sa.column("rank"))


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must satisfy besides the words: see `RecordReader.search`."""

    speaker: str | None = None
    party: PartyId | None = None
    claim: ClaimId | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words were found. snippet and marks are spans of the article's text, marks inside the snippet.

    statement is None in a search over articles; marks are empty where only the title has the words.
    """

    kept: ArticleVersion
    statement: Statement | None
    snippet: Span
    marks: tuple[Span, ...]


# --- queries ---


def match_expression(query: str) -> str | None:
    """The FTS5 expression for what a user typed; None if there is no word in it."""
    text = query.replace("\0", " ").encode("utf-8", "ignore").decode()
    terms = re.finditer(r'["“”„]([^"“”„]*)["“”„](\*?)|([^\s"“”„]+)', text)
    quoted = [_quoted(t[1], is_beginning=bool(t[2])) if t[3] is None else _word(t[3]) for t in terms]
    # Side by side means "and"; unlike the operator, it leaves alone terms in which the tokenizer finds no word.
    return " ".join(term for term in quoted if term) or None


def has_words(query: str) -> bool:
    """Whether there is anything to search for in what a user typed."""
    return match_expression(query) is not None


def _word(word: str) -> str | None:
    return _quoted(word.rstrip("*"), is_beginning=word.endswith("*"))


def _quoted(phrase: str, *, is_beginning: bool) -> str | None:
    if not any(unicodedata.category(character)[0] in "LN" for character in phrase):
        return None
    return f'"{phrase}"' + ("*" if is_beginning else "")


def search_statements(connection: sa.Connection, query: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """Statements that have all the words in source or content."""
    articles, statements = schema.articles, schema.statements
    listed = (
        sa.select(statements.c.seq, statements.c.id, statements.c.article, articles.c.ref)
        .join(articles, articles.c.id == statements.c.article)
        .where(is_newest(), *article_conditions(filters))
    )
    chosen = listed.where(*_statement_conditions(filters))
    checked = listed.where(*_statement_conditions(filters, row_by_row=True))
    expression = match_expression(query)
    wanted = _Wanted(chosen, checked, statements.c.seq, statement_search, expression, filters != Filters())
    rows = _best(connection, wanted, limit)

    marked = _marked(connection, statement_search, expression, [row.seq for row in rows])
    found = statements_by_id(connection, (StatementId(row.id) for row in rows))
    by_people = _chosen_by_people(connection, expression, filters)
    versions = _versions(connection, {ArticleId(row.article) for row in rows} | {s.article for s, _ in by_people})
    read = (_statement_hit(versions[row.article], found[row.id], marked.get(row.seq)) for row in rows)
    added = (_statement_hit(versions[each.article], each, marks) for each, marks in by_people)
    return (*added, *read)[:limit]


def fitting(connection: sa.Connection, ids: Sequence[StatementId], filters: Filters) -> list[StatementId]:
    """Those of these statements, in their order, that the filters let through."""
    articles, statements = schema.articles, schema.statements
    conditions = (*article_conditions(filters), *_statement_conditions(filters))
    found: set[str] = set()
    for some in batched(ids, IDS_AT_ONCE):
        query = sa.select(statements.c.id).join(articles, articles.c.id == statements.c.article)
        found.update(connection.scalars(query.where(statements.c.id.in_(some), is_newest(), *conditions)))
    return [id_ for id_ in ids if id_ in found]


def _chosen_by_people(
    connection: sa.Connection, expression: str | None, filters: Filters
) -> list[tuple[Statement, tuple[str | None, str] | None]]:
    """What people added or chose other words for, as far as the filters let it through; it comes first, for it is few."""
    found = search_chosen(connection, expression, OPEN, CLOSE)
    if not found:
        return []
    articles, links, stands = schema.articles, schema.party_links, schema.stands
    ids = {statement.article for statement, _ in found}
    of_filters = sa.select(articles.c.id).where(articles.c.id.in_(ids), *article_conditions(filters))
    let_through = set(connection.scalars(of_filters))
    ours = set(connection.scalars(sa.select(links.c.local).where(links.c.linked == filters.party)))
    on_claim = set(connection.scalars(sa.select(stands.c.statement).where(stands.c.claim == filters.claim)))
    return [
        (each, marks)
        for each, marks in found
        if each.article in let_through
        and (filters.party is None or {each.speaker, each.on_behalf_of} & ours)
        and (filters.claim is None or each.id in on_claim)
        and (filters.speaker is None or _names(each, filters.speaker, connection))
    ]


def _names(statement: Statement, speaker: str, connection: sa.Connection) -> bool:
    """Whether the source of a statement has these words."""
    text = connection.scalar(sa.select(schema.articles.c.text).where(schema.articles.c.id == statement.article))
    source = statement.source.of(text or "").casefold() if statement.source else ""
    return all(word in source for word in speaker.casefold().split())


def _statement_conditions(filters: Filters, *, row_by_row: bool = False) -> Iterator[sa.ColumnElement[bool]]:
    """What the filters ask of a statement. row_by_row: in words that can be asked of a few rows, but not lead to any: else
    SQLite may go through all that a party ever said to find which of these few are its own."""
    statements, links, stands = schema.statements, schema.party_links, schema.stands
    if filters.speaker:
        yield _of_speaker(filters.speaker)
    if filters.party is not None and row_by_row:
        own = sa.or_(links.c.local == statements.c.speaker, links.c.local == statements.c.on_behalf_of)
        yield sa.exists().where(own, links.c.linked == filters.party)
    elif filters.party is not None:
        ours = sa.select(links.c.local).where(links.c.linked == filters.party)
        yield sa.or_(statements.c.speaker.in_(ours), statements.c.on_behalf_of.in_(ours))
    if filters.claim is not None:
        yield statements.c.id.in_(sa.select(stands.c.statement).where(stands.c.claim == filters.claim))


def search_articles(connection: sa.Connection, query: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """Articles that have all the words in title or text."""
    articles, statements = schema.articles, schema.statements
    chosen = sa.select(articles.c.seq, articles.c.id, articles.c.ref).where(is_newest(), *article_conditions(filters))
    if filters.speaker:
        chosen = chosen.where(articles.c.id.in_(sa.select(statements.c.article).where(_of_speaker(filters.speaker))))
    expression = match_expression(query)
    wanted = _Wanted(chosen, chosen, articles.c.seq, article_search, expression, filters != Filters())
    rows = _best(connection, wanted, limit)

    marked = _marked(connection, article_search, expression, [row.seq for row in rows])
    versions = _versions(connection, {ArticleId(row.id) for row in rows})
    return tuple(_article_hit(versions[row.id], marked.get(row.seq)) for row in rows)


# --- ranking ---


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Rows with seq, id and ref that conditions let through, and the words that they must have; None for any.

    checked: the same rows as `chosen`, asked for so that conditions are looked at in each of some rows that are known.
    """

    chosen: sa.Select[Any]
    checked: sa.Select[Any]
    seq: sa.ColumnElement[int]
    index: sa.TableClause
    expression: str | None
    is_narrowed: bool


def _best(connection: sa.Connection, wanted: _Wanted, limit: int) -> list[AnyRow]:
    """The rows that match, the best first; by reference and id where there are no words, or all rank alike.

    What matches is ranked by the full-text index alone: of what filters leave few of all of it, else of what came in last,
    and then the filters are asked of the best until enough fit them.
    """
    by_name = (schema.articles.c.ref, wanted.chosen.selected_columns.id)
    if wanted.expression is None:
        return list(connection.execute(wanted.chosen.order_by(*by_name).limit(limit)))
    found: list[tuple[float, AnyRow]] = []
    left = connection.execute(wanted.chosen.limit(FEW + 1)).all() if wanted.is_narrowed else None
    if left is not None and len(left) <= FEW:
        scores = dict(_scored_among(connection, wanted, [row.seq for row in left]))
        found = [(scores[row.seq], row) for row in left if row.seq in scores]
    else:
        for scored in _alike_together(_scored_latest(connection, wanted, limit), IDS_AT_ONCE):
            if len(found) >= limit:
                break
            for some in batched(list(scored), IDS_AT_ONCE):
                rows = connection.execute(wanted.checked.where(wanted.seq.in_(some)))
                found += ((scored[row.seq], row) for row in rows)
    found.sort(key=lambda each: (each[0], each[1].ref, each[1].id))
    return [row for _, row in found[:limit]]


def _matching(wanted: _Wanted) -> sa.Select[Any]:
    index = wanted.index
    return sa.select(index.c.rowid, index.c.rank.label("score")).where(_matches(index, wanted.expression or ""))


def _scored_among(connection: sa.Connection, wanted: _Wanted, seqs: list[int]) -> list[tuple[int, float]]:
    """Those of these rows that match, with their scores."""
    each = sa.func.json_each(json.dumps(seqs)).table_valued("value", name="each")
    # A sum, so that SQLite goes through what matches once: else it would look the words up anew for each of these rows.
    query = _matching(wanted).where((wanted.index.c.rowid + 0).in_(sa.select(each.c.value)))
    return [(row.rowid, row.score) for row in connection.execute(query)]


def _scored_latest(connection: sa.Connection, wanted: _Wanted, limit: int) -> Iterator[tuple[int, float]]:
    """Rows that match with their scores, the best first, of those that came in last: streamed, for few of them are needed."""
    latest = _matching(wanted).order_by(wanted.index.c.rowid.desc()).limit(max(LOOKED_THROUGH, 2 * limit)).subquery()
    for row in connection.execute(sa.select(latest).order_by(latest.c.score, latest.c.rowid)):
        yield row.rowid, row.score


def _alike_together(scored: Iterable[tuple[int, float]], size: int) -> Iterator[dict[int, float]]:
    """Parts of at least so many, none of which ends between two with the same score."""
    part: dict[int, float] = {}
    last: float | None = None
    for seq, score in scored:
        if len(part) >= size and score != last:
            yield part
            part = {}
        part[seq] = score
        last = score
    yield part


def _marked(
    connection: sa.Connection, index: sa.TableClause, expression: str | None, seqs: list[int]
) -> dict[int, tuple[str | None, str]]:
    """The two indexed columns of these rows with marks around what matched.

    A query of its own, after the best rows are known: beside the ranking it would mark the text of every match.
    """
    if expression is None:
        return {}
    both = (sa.func.highlight(sa.literal_column(index.name), column, OPEN, CLOSE) for column in (0, 1))
    query = sa.select(index.c.rowid, *both).where(_matches(index, expression), index.c.rowid.in_(seqs))
    return {rowid: (first, second) for rowid, first, second in connection.execute(query)}


def _matches(index: sa.TableClause, expression: str) -> sa.ColumnElement[bool]:
    return sa.literal_column(index.name).op("MATCH", is_comparison=True)(expression)


def _of_speaker(speaker: str) -> sa.ColumnElement[bool]:
    expression = match_expression(speaker)
    if expression is None:
        return sa.false()
    in_source = sa.select(statement_search.c.rowid).where(_matches(statement_search, f"source_text : ({expression})"))
    return schema.statements.c.seq.in_(in_source)


def article_conditions(filters: Filters) -> Iterator[sa.ColumnElement[bool]]:
    """What the filters ask of an article."""
    articles = schema.articles
    day = sa.func.substr(articles.c.published, 1, len("2017-02-10"))
    if filters.publisher is not None:
        yield articles.c.publisher.icontains(storable(filters.publisher), autoescape=True)
    if filters.since is not None:
        yield day >= filters.since.isoformat()
    if filters.until is not None:
        yield day <= filters.until.isoformat()


def _versions(connection: sa.Connection, ids: set[ArticleId]) -> dict[ArticleId, ArticleVersion]:
    rows = connection.execute(select_versions().where(schema.articles.c.id.in_(ids)))
    return {version.article.id: version for version in map(to_version, rows)}


# --- hits ---


def _statement_hit(kept: ArticleVersion, statement: Statement, marked: tuple[str | None, str] | None) -> Hit:
    text = kept.article.text
    source = (statement.source,) if statement.source else ()
    spans = (*source, *((statement.cue,) if statement.cue else ()), *statement.content)
    snippet = Span(min(span.start for span in spans), max(span.end for span in spans))
    in_source, in_content = marked or (None, None)
    marks = (*_marks(in_source, source, text), *_marks(in_content, statement.content, text))
    return Hit(kept, statement, snippet, tuple(sorted(marks)))


def _article_hit(kept: ArticleVersion, marked: tuple[str | None, str] | None) -> Hit:
    text = kept.article.text
    marks = tuple(_marks(marked[1] if marked else None, (Span(0, len(text)),), text))
    snippet = _best_window(text, marks)
    return Hit(kept, None, snippet, tuple(mark for mark in marks if snippet.contains(mark)))


def _marks(marked: str | None, pieces: tuple[Span, ...], text: str) -> Iterator[Span]:
    """Where FTS5 put its marks, as spans of the article.

    marked: the texts of `pieces`, joined by one character each, with marks in between. A mark that runs over the
    joint of two pieces (a phrase can) becomes two.
    """
    if marked is None or "".join(MARK.split(marked)) != "\n".join(piece.of(text) for piece in pieces):
        return
    begin = 0  # where the piece begins in the joined text
    ranges = tuple(_marked_ranges(marked))
    for piece in pieces:
        length = piece.end - piece.start
        for start, end in ranges:
            first, last = max(start - begin, 0), min(end - begin, length)
            if first < last:
                yield Span(piece.start + first, piece.start + last)
        begin += length + 1


def _marked_ranges(marked: str) -> Iterator[tuple[int, int]]:
    """Offsets, in the text without marks, of what stands between an opening and a closing mark."""
    ends = accumulate(len(part) for part in MARK.split(marked))
    for number, (start, end) in enumerate(pairwise(ends)):
        if number % 2 == 0:  # parts alternate: outside a mark, inside, outside, ...
            yield start, end


def _best_window(text: str, marks: tuple[Span, ...]) -> Span:
    """The stretch of about SNIPPET_CHARACTERS that has the most marks, the first of those; cut between words."""
    if not marks:
        return Span(0, _word_end(text, SNIPPET_CHARACTERS))
    inside = max((_reached(marks, first) for first in range(len(marks))), key=len)
    spare = max(SNIPPET_CHARACTERS - (inside[-1].end - inside[0].start), 0)
    start = _word_start(text, inside[0].start - spare // 2)
    return Span(start, _word_end(text, max(start + SNIPPET_CHARACTERS, inside[-1].end)))


def _reached(marks: tuple[Span, ...], first: int) -> tuple[Span, ...]:
    """The mark with this number, and those after it that still fit into a snippet."""
    limit = marks[first].start + SNIPPET_CHARACTERS
    return (marks[first], *takewhile(lambda mark: mark.end <= limit, islice(marks, first + 1, None)))


def _word_start(text: str, position: int) -> int:
    """The nearest beginning of a word at or before `position`, unless the word is longer than any is."""
    position = max(position, 0)
    lowest = max(position - LONGEST_WORD, 0)
    return next((at for at in range(position, lowest, -1) if text[at - 1].isspace()), lowest)


def _word_end(text: str, position: int) -> int:
    """The nearest end of a word at or after `position`, unless the word is longer than any is."""
    position = min(position, len(text))
    highest = min(position + LONGEST_WORD, len(text))
    return next((at for at in range(position, highest) if text[at].isspace()), highest)
