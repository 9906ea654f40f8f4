"""Keeping what linking derived, step by step: what a step changed is written in one transaction, with what linking
remembers and marks of what it was made from.

The marks name, for each article, the reading, the metadata and the last judgement that its links rest on, and how far the
log had come. An article whose mark is not that of the record as it stands is to be linked anew; all others stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.anchored import DIFFERENT, FOLLOWED, SAME, Finder
from onrecord.record.judgements import Judgement, JudgementLog, Subject
from onrecord.record.link_rows import write
from onrecord.record.rows import IDS_AT_ONCE, AnyRow, batched, is_newest
from onrecord.record.shelf import Remembered, Shelf, put_away
from onrecord.record.vectors import Encode, RememberedVectors
from onrecord.vocabulary import (
    ArticleId,
    Decisions,
    PartyId,
    Reading,
    Relinked,
    Review,
    StatementId,
)

if TYPE_CHECKING:
    from onrecord.record.reader import RecordReader

LINKER = "23"
"""Raised when linking comes to other results than before: links that an older one made are stale."""


class LinkKeeper:
    """The links of a record: what they lack, what is remembered of them, keep some more. Satisfies `pipeline.Links`."""

    def __init__(self, writing: sa.Engine, reading: sa.Engine, reader: RecordReader, log: JudgementLog) -> None:
        self._writing = writing
        self._reading = reading
        self._reader = reader
        self._log = log
        self._bases: Mapping[ArticleId, str] = {}
        self._gone: frozenset[ArticleId] = frozenset()
        self._judged = ""
        self._turn = 0
        self._shelf = Shelf(reading)

    def are_stale(self) -> bool:
        """Whether something was read or decided since the links were made."""
        with self._reading.connect() as connection:
            made = _made(connection)
            if made is None or made.by != LINKER or made.basis != _judged(connection):
                return True
            return connection.scalar(_CHANGED.limit(1)) is not None or connection.scalar(_GONE.limit(1)) is not None

    def shelf(self) -> Shelf:
        """What linking remembers of all that is linked; nothing where another version of it made the links."""
        with self._writing.begin() as connection:
            made = _made(connection)
            if made is not None and made.by != LINKER:
                for table in schema.linked_tables:
                    connection.execute(table.delete())
            # What is read or decided from here on is not in the links that are about to be made.
            self._turn = made.turn if made is not None and made.by == LINKER else 0
            self._bases = {ArticleId(id_): basis for id_, basis in connection.execute(_CHANGED)}
            self._gone = frozenset(map(ArticleId, connection.scalars(_GONE)))
            self._judged = _judged(connection)
        self._shelf = Shelf(self._reading)
        return self._shelf

    def changed(self) -> tuple[frozenset[ArticleId], Iterator[Reading]]:
        """The articles that the links rest on and that are no more, as they are; and what is read in those articles
        that are new or other than they were, as it stands: what people rejected is left out."""
        return self._gone, map(without_rejected, self._reader.readings_of(list(self._bases)))

    def decisions(self) -> Decisions:
        """What people decided about links, as it stands."""
        pairs: dict[tuple[Subject, str], set[frozenset[str]]] = {}
        for judgement, pair in self._decided_pairs():
            other = DIFFERENT if judgement.field == SAME else SAME
            pairs.setdefault((judgement.subject_kind, judgement.field), set()).add(pair)
            pairs.get((judgement.subject_kind, other), set()).discard(pair)  # the later decision counts
        return Decisions(
            same_parties=_parties(pairs.get((Subject.PARTY, SAME), set())),
            different_parties=_parties(pairs.get((Subject.PARTY, DIFFERENT), set())),
            same_claims=_statements(pairs.get((Subject.CLAIM, SAME), set())),
            different_claims=_statements(pairs.get((Subject.CLAIM, DIFFERENT), set())),
        )

    def _decided_pairs(self) -> Iterator[tuple[Judgement, frozenset[str]]]:
        """Decisions on two parties or two statements, as far as both are found."""
        with self._reading.connect() as connection:
            finder = Finder(connection)
            for judgement in self._log.in_force():
                if judgement.field in (SAME, DIFFERENT) and (pair := finder.pair(judgement)):
                    yield judgement, frozenset(pair)

    def remembering(self, encode: Encode, model: str) -> Encode:
        """The encoder of sentences, asked only for what it has not been asked before."""
        return RememberedVectors(encode, model, self._writing, self._reading)

    def keep(self, step: Relinked, remembered: Remembered) -> bool:
        """Write what a step changed, in one transaction. False if another process linked meanwhile: then nothing is written."""
        self._shelf.close()
        with self._writing.begin() as connection:
            made = _made(connection)
            if (made.turn if made is not None else 0) != self._turn:
                return False
            write(connection, step)
            put_away(connection, remembered)
            self._note_articles(connection, step)
            self._turn += 1
            connection.execute(schema.links_made.delete())
            mark = {"basis": self._judged, "by": LINKER, "turn": self._turn, "at": _now()}
            connection.execute(schema.links_made.insert(), mark)
        return True

    def _note_articles(self, connection: sa.Connection, step: Relinked) -> None:
        articles = schema.linked_articles
        marks = {**dict.fromkeys(step.awaiting, ""), **{id_: self._bases[id_] for id_ in step.articles}}
        for some in batched(sorted({*marks, *step.gone.articles}), IDS_AT_ONCE):
            connection.execute(articles.delete().where(articles.c.article.in_(some)))
        rows = [{"article": id_, "basis": basis} for id_, basis in sorted(marks.items())]
        if rows:
            connection.execute(articles.insert(), rows)


def without_rejected(reading: Reading) -> Reading:
    """The reading without the statements that people rejected; what is nested in one moves out to where that stood."""
    rejected = {s.id: s.nested_in for s in reading.statements if s.review is Review.REJECTED}
    if not rejected:
        return reading

    def outer(id_: StatementId | None) -> StatementId | None:
        return outer(rejected[id_]) if id_ in rejected else id_

    kept = (s for s in reading.statements if s.id not in rejected)
    return replace(reading, statements=tuple(replace(s, nested_in=outer(s.nested_in)) for s in kept))


def _parties(pairs: Iterable[frozenset[str]]) -> frozenset[frozenset[PartyId]]:
    return frozenset(frozenset(PartyId(id_) for id_ in pair) for pair in pairs)


def _statements(pairs: Iterable[frozenset[str]]) -> frozenset[frozenset[StatementId]]:
    return frozenset(frozenset(StatementId(id_) for id_ in pair) for pair in pairs)


def _made(connection: sa.Connection) -> AnyRow | None:
    return connection.execute(schema.links_made.select()).one_or_none()


def _bases() -> sa.Subquery:
    """Of what the links of each newest version follow: which run read it, with which metadata, what was judged in it last."""
    articles, readings, judgements = schema.articles, schema.readings, schema.judgements
    judged = (
        sa.select(judgements.c.article_ref, sa.func.max(judgements.c.seq).label("last"))
        .where(judgements.c.field != FOLLOWED)
        .group_by(judgements.c.article_ref)
        .subquery()
    )
    basis = sa.func.json_array(articles.c.publisher, articles.c.published, readings.c.run, judged.c.last)
    return (
        sa.select(articles.c.id, basis.label("basis"))
        .join(readings, readings.c.article == articles.c.id)
        .outerjoin(judged, judged.c.article_ref == articles.c.ref)
        .where(is_newest())
        .subquery()
    )


_NOW = _bases()
_KEPT = schema.linked_articles.c
_CHANGED = (
    sa.select(_NOW.c.id, _NOW.c.basis)
    .outerjoin(schema.linked_articles, _KEPT.article == _NOW.c.id)
    .where(sa.func.coalesce(_KEPT.basis, "") != _NOW.c.basis)
)
"""The articles whose links rest on something else than before, or that have none, with what these are to rest on."""

_GONE = sa.select(_KEPT.article).where(_KEPT.article.not_in(sa.select(_NOW.c.id)))


def _judged(connection: sa.Connection) -> str:
    """How far the log of what people decided has come."""
    judgements = schema.judgements
    return str(connection.scalar(sa.select(sa.func.max(judgements.c.seq)).where(judgements.c.field != FOLLOWED)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
