"""Keeping readings: one article is one transaction, so a process killed at any moment leaves whole articles only.

What becomes of an article follows from reference and text, which make its id:

- another text under a known reference is a new version; a text that was a version once stays that version, also
  when it comes again after a newer one;
- a known text read by another run is reread: its statements are replaced, its version stays;
- a known text that brings other metadata (a date given with --published now) fills the gaps of the record, corrects
  what it has, and is read again, since a reading may depend on them; the outcome says what was replaced. Only a date
  does not yield to one of a weaker source: the outcome says that it was kept;
- anything else is unchanged, and adds nothing, not even an outcome.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from onrecord.errors import ArticleError, RecordError
from onrecord.record import schema
from onrecord.record.judgements import REMOVED, Subject, is_in_force
from onrecord.record.rows import AnyRow, contact_row, event_row, party_row, span_rows, statement_row
from onrecord.record.sqlite import storable
from onrecord.vocabulary import (
    NO_DATE,
    Article,
    ArticleId,
    Contact,
    Event,
    Outcome,
    Party,
    PartyId,
    PublishedFrom,
    Reading,
    Refusal,
    Result,
    Run,
    Span,
    Statement,
    content_id,
    in_text_order,
)

METADATA = ("url", "publisher", "title", "byline", "published", "modified")
"""What is known of an article beside its text; it may be filled and corrected later."""

WEAKEST_FIRST = (
    None,
    PublishedFrom.PAGE,
    PublishedFrom.METADATA,
    PublishedFrom.OPTION,
    PublishedFrom.INPUT,
    PublishedFrom.JUDGEMENT,
)
"""Sources of a publication date: what somebody says of the article outweighs what was found on a page."""

JUDGED = ("published", "publisher", "byline")
"""What of an article a person can judge."""


class RecordWriter:
    """Keeps readings and refusals; satisfies `pipeline.Writer`."""

    def __init__(self, writing: sa.Engine, reading: sa.Engine) -> None:
        self._writing = writing
        self._reading = reading

    def knows(self, article: Article, run: Run) -> bool:
        """Whether the record holds this very text as this run read it, and need not learn the metadata that come with it."""
        with self._reading.connect() as connection:
            kept = _kept(connection, article.id)
        return kept is not None and kept.run == run.id and not _changes(kept, article)

    def unchanged(self, article: Article) -> Outcome:
        """The outcome for an article that the record knows; nothing is written.

        Raises RecordError if the record does not hold the article.
        """
        with self._reading.connect() as connection:
            kept = _kept(connection, article.id)
            if kept is None:
                raise RecordError(
                    f"{article.ref}: found nothing of this article in the record; expected it to be known; "
                    "ask `knows` before `unchanged`"
                )
            return _unchanged(connection, kept, article)

    def as_judged(self, article: Article) -> Article:
        """The article with what people decided of its date, publisher and byline: that wins over any input.

        Raises ArticleError if it was removed for good.
        """
        with self._reading.connect() as connection:
            _check_not_removed(connection, article)
            judged = _judged(connection, article)
        return replace(article, **judged) if judged else article

    def correct(self, article: Article) -> None:
        """Keep other metadata for a known article. Read it again then: its relative dates follow from its date."""
        values = {name: getattr(article, name) for name in METADATA} | {"published_from": article.published_from}
        with self._writing.begin() as connection:
            connection.execute(schema.articles.update().where(schema.articles.c.id == article.id).values(**values))

    def write(self, reading: Reading, *, again: bool = False) -> Outcome:
        """Keep one reading, in one transaction; says whether it was new, a new version, reread or unchanged.

        again: replace what the same run read before.
        Raises ArticleError if the reading does not hold together, or its text cannot be stored exactly.
        """
        article = reading.article
        statements = tuple(dict.fromkeys(reading.statements))
        reading = replace(reading, statements=statements)
        _check_storable(article)
        _check_coherent(reading)
        with self._writing.begin() as connection:
            kept = _kept(connection, article.id)
            if kept is None:
                result = _add_version(connection, article)
            elif again or kept.run != reading.run.id or _changes(kept, article):
                result = Result.REREAD
                _change_metadata(connection, kept, article)
            else:
                return _unchanged(connection, kept, article)
            _replace_reading(connection, reading)
            outcome = Outcome(article.ref, result, len(statements), article.words, _remark(kept, article))
            _add_outcome(connection, outcome, article.id, reading.run.id)
        return outcome

    def refuse(self, refusal: Refusal) -> Outcome:
        """Keep what could not be read, and why."""
        outcome = Outcome(storable(refusal.ref), refusal.result, detail=storable(str(refusal)))
        with self._writing.begin() as connection:
            _add_outcome(connection, outcome, None, None)
        return outcome


# --- what people decided ---


def _judged(connection: sa.Connection, article: Article) -> dict[str, Any]:
    """The metadata that judgements in force on this reference say, the later ones counting."""
    judgements = schema.judgements
    query = (
        sa.select(judgements.c.field, judgements.c.new)
        .where(
            judgements.c.article_ref == article.ref,
            judgements.c.subject_kind == Subject.ARTICLE.value,
            judgements.c.field.in_(JUDGED),
            is_in_force(),
        )
        .order_by(judgements.c.seq)
    )
    said = {row.field: row.new for row in connection.execute(query)}
    return said | ({"published_from": PublishedFrom.JUDGEMENT} if said.get("published") else {})


def _check_not_removed(connection: sa.Connection, article: Article) -> None:
    judgements = schema.judgements
    of_this = (judgements.c.subject == article.id) & (judgements.c.field == REMOVED)
    removal = connection.execute(sa.select(judgements).where(of_this)).first()
    if removal is not None:
        raise ArticleError(
            f"an article that {removal.who} removed for good on {removal.at[:10]}",
            "one that may be kept",
            "leave it out",
        )


# --- what the record holds ---


def _kept(connection: sa.Connection, article: ArticleId) -> AnyRow | None:
    query = (
        sa.select(*(schema.articles.c[name] for name in ("id", *METADATA, "published_from")), schema.readings.c.run)
        .join(schema.readings, schema.readings.c.article == schema.articles.c.id)
        .where(schema.articles.c.id == article)
    )
    return connection.execute(query).one_or_none()


def _changes(kept: AnyRow, article: Article) -> dict[str, str]:
    """The columns that this article fills or corrects."""
    said = {name: getattr(article, name) for name in METADATA}
    if not _dates(article, kept):
        del said["published"]
    elif article.published_from is not None:
        said["published_from"] = article.published_from.value
    return {name: value for name, value in said.items() if value and value != getattr(kept, name)}


def _dates(article: Article, kept: AnyRow) -> bool:
    """Whether this article's date counts beside the one that is kept: a source yields to its equals and its betters."""
    if article.published is None or kept.published is None:
        return article.published is not None
    kept_from = PublishedFrom(kept.published_from) if kept.published_from else None
    return WEAKEST_FIRST.index(article.published_from) >= WEAKEST_FIRST.index(kept_from)


def _remark(kept: AnyRow | None, article: Article) -> str | None:
    """What a person should hear about the article and its metadata."""
    remarks = _differences(kept, article) if kept else []
    if article.published is None and (kept is None or kept.published is None):
        remarks.append(NO_DATE)
    remarks.extend(article.remarks)
    return "; ".join(remarks) or None


def _differences(kept: AnyRow, article: Article) -> list[str]:
    changes = _changes(kept, article)
    both = ((name, getattr(kept, name), getattr(article, name)) for name in METADATA)
    return [
        f"{name} {new!r} replaces {old!r}" if name in changes else f"kept {name} {old!r}, not {new!r}"
        for name, old, new in both
        if old and new and old != new
    ]


def _unchanged(connection: sa.Connection, kept: AnyRow, article: Article) -> Outcome:
    of_article = schema.statements.c.article == article.id
    count = connection.scalar(sa.select(sa.func.count()).select_from(schema.statements).where(of_article))
    return Outcome(article.ref, Result.UNCHANGED, count or 0, article.words, _remark(kept, article))


# --- what is written ---


def _add_version(connection: sa.Connection, article: Article) -> Result:
    articles = schema.articles
    newest = connection.scalar(sa.select(sa.func.max(articles.c.version)).where(articles.c.ref == article.ref)) or 0
    connection.execute(
        articles.insert().values(
            id=article.id,
            ref=article.ref,
            version=newest + 1,
            url=article.url,
            publisher=article.publisher,
            title=article.title,
            byline=article.byline,
            published=article.published,
            published_from=article.published_from.value if article.published_from else None,
            modified=article.modified,
            text=article.text,
            words=article.words,
            sha256=hashlib.sha256(article.text.encode()).hexdigest(),
            added_at=_now(),
        )
    )
    return Result.NEW_VERSION if newest else Result.READ


def _change_metadata(connection: sa.Connection, kept: AnyRow, article: Article) -> None:
    if changes := _changes(kept, article):
        connection.execute(schema.articles.update().where(schema.articles.c.id == article.id).values(**changes))


def _replace_reading(connection: sa.Connection, reading: Reading) -> None:
    readings, article, run = schema.readings, reading.article, reading.run
    connection.execute(readings.delete().where(readings.c.article == article.id))  # takes all that was read with it
    if connection.scalar(sa.select(schema.runs.c.id).where(schema.runs.c.id == run.id)) is None:
        connection.execute(schema.runs.insert().values(id=run.id, model=run.model, code=run.code))
    connection.execute(readings.insert().values(article=article.id, run=run.id, at=_now()))
    statements = in_text_order(reading.statements)  # outer before nested, as the reference to the outer one asks for
    rows: tuple[tuple[sa.Table, list[Any]], ...] = (
        (schema.parties, [party_row(party) for party in reading.parties]),
        (schema.statements, [statement_row(statement, article.text) for statement in statements]),
        (schema.spans, [row for statement in statements for row in span_rows(statement)]),
        (schema.contacts, [contact_row(contact) for contact in reading.contacts]),
        (schema.events, [event_row(event) for event in reading.events]),
    )
    for table, of_table in rows:
        if of_table:
            connection.execute(table.insert(), of_table)


def _add_outcome(connection: sa.Connection, outcome: Outcome, article: ArticleId | None, run: str | None) -> None:
    """Keep an outcome once: the same input that ends the same way again, say after a crash, adds nothing."""
    outcomes = schema.outcomes
    facts = (outcome.ref, outcome.result.value, article, run, outcome.detail)
    outcome_id = content_id("o", *facts)
    if connection.scalar(sa.select(outcomes.c.id).where(outcomes.c.id == outcome_id)) is None:
        connection.execute(
            outcomes.insert().values(
                id=outcome_id,
                ref=outcome.ref,
                result=outcome.result.value,
                article=article,
                run=run,
                statements=outcome.statements,
                words=outcome.words,
                detail=outcome.detail,
                at=_now(),
            )
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


# --- what may be written ---


def _check_storable(article: Article) -> None:
    """Raise ArticleError for what SQLite would cut short (NUL) or cannot encode (half a surrogate pair)."""
    for name in ("ref", "text", *METADATA):
        value = getattr(article, name)
        if value is not None and value != storable(value):
            raise ArticleError(
                f"a NUL character or half a surrogate pair in the {name}",
                "characters that can be stored exactly",
                "clean the input",
            )
    if not article.text:
        raise ArticleError("an empty text", "an article's text", "check that it was saved whole")


def _check_coherent(reading: Reading) -> None:
    """Raise ArticleError unless every span is a slice of the text, and whatever is referred to was read too."""
    article, statements = reading.article, reading.statements
    parts: tuple[Statement | Party | Contact | Event, ...] = (*statements, *reading.parties, *_told(reading))
    found = None
    if {part.article for part in parts} - {article.id}:
        found = "a statement or a party of another article"
    elif any(s.end > len(article.text) for s in _spans(reading)):
        found = "a span beyond the end of the text"
    elif len({s.id for s in statements}) < len(statements) or len({p.id for p in reading.parties}) < len(
        reading.parties
    ):
        found = "two different statements on the same spans, or two parties with the same mention"
    elif len(in_text_order(statements)) < len(statements):
        found = "a statement nested in none that was read, or in itself"
    elif _named(reading) - {party.id for party in reading.parties}:
        found = "a party that is named but not described"
    if found:
        raise ArticleError(
            found, "a reading that holds together", "this is a fault of OnRecord, please report it with the article"
        )


def _spans(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        phrase = statement.said.phrase if statement.said else None
        found = (statement.source, statement.cue, *statement.content, statement.channel_span, phrase)
        yield from (span for span in found if span)
    for party in reading.parties:
        yield from party.mentions
    yield from (told.span for told in _told(reading))


def _told(reading: Reading) -> tuple[Contact | Event, ...]:
    return (*reading.contacts, *reading.events)


def _named(reading: Reading) -> set[PartyId]:
    """Every party that something of the reading refers to."""
    named = {party for statement in reading.statements for party in statement.named}
    for party in reading.parties:
        named |= set(party.members)
    for told in _told(reading):
        named |= set(told.parties)
    return named
