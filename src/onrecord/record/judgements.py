"""What people decided: an append-only log, anchored in the words of the articles rather than in what a machine read.

A judgement is never changed or deleted (the database refuses both); to take one back, another is added that undoes it.
Neither a reread nor a new version of an article touches the log. Where a judgement stands in a changed text is found
by its exact words alone: `locate` says whether they are where they were, moved, or gone, and never guesses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from onrecord.errors import JudgementError
from onrecord.record import schema
from onrecord.record.rows import AnyRow
from onrecord.record.sqlite import storable
from onrecord.vocabulary import ArticleId, Span, content_id

CONTEXT_CHARACTERS = 32
"""How much of the text is kept on either side: what the W3C's TextQuoteSelector is commonly given."""


REMOVED = "removed"
"""The field of the judgement that is left of an article which was removed for good."""

# --- anchors ---


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text that can be found again: exact words with their context (TextQuoteSelector), and offsets."""

    exact: str
    prefix: str
    suffix: str
    span: Span

    def __post_init__(self) -> None:
        if len(self.exact) != self.span.end - self.span.start:
            raise ValueError(f"an anchor's words fill its span, found {self.exact!r} for {self.span}")


class Place(StrEnum):
    """Where the words of an anchor stand in another text."""

    SAME = "same"  # at the same offsets
    MOVED = "moved"  # the exact words, elsewhere
    ORPHANED = "orphaned"  # nowhere, or in several places that cannot be told apart


@dataclass(frozen=True, slots=True)
class Located:
    """The answer of `locate`; span is None if and only if the anchor is orphaned."""

    place: Place
    span: Span | None


def anchor(text: str, span: Span) -> Anchor:
    """Anchor a span, with as much context as there is, up to CONTEXT_CHARACTERS code points on either side."""
    if span.end > len(text):
        raise JudgementError(f"found {span} in a text of {len(text)} characters; expected a span inside the text")
    return Anchor(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT_CHARACTERS) : span.start],
        suffix=text[span.end : span.end + CONTEXT_CHARACTERS],
        span=span,
    )


def locate(text: str, sought: Anchor) -> Located:
    """Find an anchor's exact words in another version of its text.

    Words that stand there once count wherever they are, if they are not merely part of longer words. Of several places
    the one counts that agrees in more of prefix and suffix, each as a whole; then the one at the old offsets. Where
    that leaves more than one, or no context agrees anywhere, the anchor is orphaned.
    """
    agreement = {span: _agreement(text, span, sought) for span in _occurrences(text, sought.exact)}
    candidates = {span: n for span, n in agreement.items() if n or _stands_free(text, span)}
    best = max(candidates.values(), default=0)
    top = [span for span, n in candidates.items() if n == best]
    if not top or (best == 0 and len(top) > 1):
        return Located(Place.ORPHANED, None)
    if sought.span in top:
        return Located(Place.SAME, sought.span)
    return Located(Place.MOVED, top[0]) if len(top) == 1 else Located(Place.ORPHANED, None)


def _occurrences(text: str, exact: str) -> Iterator[Span]:
    start = text.find(exact)
    while start >= 0:
        yield Span(start, start + len(exact))
        start = text.find(exact, start + 1)


def _agreement(text: str, span: Span, sought: Anchor) -> int:
    """How many of prefix and suffix are the same here. An end of the text agrees only with an end of the text."""
    here = anchor(text, span)
    return (here.prefix == sought.prefix) + (here.suffix == sought.suffix)


def _stands_free(text: str, span: Span) -> bool:
    """Whether the span neither begins nor ends inside a word."""

    def is_inside_word(position: int) -> bool:
        return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()

    return not is_inside_word(span.start) and not is_inside_word(span.end)


# --- judgements ---


class Subject(StrEnum):
    """What a judgement can be on."""

    STATEMENT = "statement"
    PARTY = "party"
    CLAIM = "claim"
    CHANGE = "change"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a judgement rests on: which article and version, where in it, and how it names the source there."""

    article_ref: str
    article: ArticleId
    anchor: Anchor
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person.

    at: ISO 8601 instant. subject: the id of what is judged. field: what of it ("review", "speaker", "same").
    old, new: the value before and after, as the export writes it; None is "not known" or "none".
    base_run: the run whose reading the person had before them. undoes: the judgement that this one takes back.
    """

    at: str
    who: str
    subject_kind: Subject
    subject: str
    field: str
    old: str | None
    new: str | None
    reason: str | None = None
    base_run: str | None = None
    evidence: Evidence | None = None
    undoes: str | None = None

    def __post_init__(self) -> None:
        if self.subject_kind is Subject.STATEMENT and self.evidence is None:
            raise ValueError("a judgement on a statement needs the words that the statement stands on")

    @property
    def id(self) -> str:
        """Made from who decided what and when, so that a log brought in twice is the same log."""
        facts = (self.at, self.who, self.subject_kind.value, self.subject, self.field, self.old, self.new, self.undoes)
        return content_id("j", *facts)


class StaleJudgementError(JudgementError):
    """Somebody judged the same meanwhile. newer: what they decided; refused: what was not added."""

    def __init__(self, newer: Judgement, refused: Judgement) -> None:
        super().__init__(
            f"found that {newer.who} decided meanwhile ({newer.field}: {newer.new}); "
            f"expected nobody to have, when deciding {refused.field}: {refused.new}; look again, then decide"
        )
        self.newer = newer
        self.refused = refused


class JudgementLog:
    """The log of judgements: add, take back by adding, and read."""

    def __init__(self, writing: sa.Engine, reading: sa.Engine) -> None:
        self._writing = writing
        self._reading = reading

    def append(self, judgement: Judgement, *, after: str | None = None) -> Judgement:
        """Add a judgement; one that the log has already is left as it is.

        after: the newest judgement on the subject that the person had before them ("" for none): StaleJudgementError
        if it is not the newest any more, for then they did not decide on what stands. None asks nothing.
        Raises JudgementError if it undoes nothing, cannot be stored exactly, or its words do not stand where it says
        in a version that the record holds. (Of an article it does not hold, nothing is known and nothing asked.)
        """
        row = to_row(judgement)
        _check_storable(row)
        with self._writing.begin() as connection:
            if _find(connection, judgement.id) is None:
                _check_current(connection, judgement, after)
                _check_undoes(connection, judgement)
                _check_evidence(connection, judgement)
                connection.execute(schema.judgements.insert().values(row))
        return judgement

    def undo(self, judgement_id: str, *, who: str, at: str, reason: str | None = None) -> Judgement:
        """Take a judgement back by adding another with old and new exchanged.

        Raises JudgementError if there is none with this id, it was taken back before, or it is itself an undoing.
        """
        with self._reading.connect() as connection:
            undone = _find(connection, judgement_id)
        if undone is None:
            raise _undoes_nothing(judgement_id)
        return self.append(
            Judgement(
                at=at,
                who=who,
                subject_kind=undone.subject_kind,
                subject=undone.subject,
                field=undone.field,
                old=undone.new,
                new=undone.old,
                reason=reason,
                base_run=undone.base_run,
                evidence=undone.evidence,
                undoes=undone.id,
            )
        )

    def newest(self, subject: str) -> Judgement | None:
        """The newest judgement on a subject, undoings too."""
        with self._reading.connect() as connection:
            return _newest(connection, subject)

    def latest(self, limit: int) -> tuple[Judgement, ...]:
        """The last judgements, the latest first, undone ones and undoings too."""
        judgements = schema.judgements
        query = judgements.select().order_by(judgements.c.seq.desc()).limit(limit)
        with self._reading.connect() as connection:
            return tuple(from_row(row) for row in connection.execute(query))

    def all(self, *, subject: str | None = None, article_ref: str | None = None) -> Iterator[Judgement]:
        """Stream the log in the order of adding, undone judgements and undoings too."""
        yield from self._select(sa.true(), subject, article_ref)

    def in_force(self, *, subject: str | None = None, article_ref: str | None = None) -> Iterator[Judgement]:
        """Stream what stands: judgements that are not taken back, without the undoings, in the order of adding."""
        yield from self._select(is_in_force(), subject, article_ref)

    def _select(
        self, condition: sa.ColumnElement[bool], subject: str | None, article_ref: str | None
    ) -> Iterator[Judgement]:
        judgements = schema.judgements
        query = judgements.select().where(condition).order_by(judgements.c.seq)
        if subject is not None:
            query = query.where(judgements.c.subject == subject)
        if article_ref is not None:
            query = query.where(judgements.c.article_ref == article_ref)
        with self._reading.connect() as connection:
            for row in connection.execute(query, execution_options={"yield_per": 100}):
                yield from_row(row)


def is_in_force() -> sa.ColumnElement[bool]:
    """The condition that a row of the log is neither taken back nor an undoing."""
    judgements = schema.judgements
    undoing = judgements.alias("undoing")
    is_undone = sa.exists().where(undoing.c.undoes == judgements.c.id).correlate(judgements)
    return judgements.c.undoes.is_(None) & ~is_undone


def _check_storable(row: dict[str, Any]) -> None:
    for column, value in row.items():
        if isinstance(value, str) and value != storable(value):
            raise JudgementError(
                f"found a NUL character or half a surrogate pair in the {column} of a judgement; "
                "expected characters that can be stored exactly; take it out"
            )


def _newest(connection: sa.Connection, subject: str) -> Judgement | None:
    judgements = schema.judgements
    query = judgements.select().where(judgements.c.subject == subject).order_by(judgements.c.seq.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else from_row(row)


def _check_current(connection: sa.Connection, judgement: Judgement, after: str | None) -> None:
    """Inside the transaction that writes: nobody can come between the look and the writing."""
    newest = None if after is None else _newest(connection, judgement.subject)
    if newest is not None and newest.id != after:
        raise StaleJudgementError(newest, judgement)


def _check_undoes(connection: sa.Connection, judgement: Judgement) -> None:
    if judgement.undoes is None:
        return
    undone = _find(connection, judgement.undoes)
    if undone is None:
        raise _undoes_nothing(judgement.undoes)
    if undone.undoes is not None:
        raise JudgementError(
            f"found that judgement {undone.id} is itself an undoing; expected one that decided something; "
            "decide again instead"
        )
    judgements = schema.judgements
    earlier = connection.scalar(sa.select(judgements.c.id).where(judgements.c.undoes == undone.id))
    if earlier is not None:
        raise JudgementError(
            f"found that judgement {undone.id} was undone already, by {earlier}; expected one in force; "
            "there is nothing left to do"
        )


def _undoes_nothing(judgement_id: str) -> JudgementError:
    return JudgementError(
        f"found no judgement {judgement_id!r} to undo; expected the id of one in the log; look it up there"
    )


def _check_evidence(connection: sa.Connection, judgement: Judgement) -> None:
    evidence = judgement.evidence
    if evidence is None:
        return
    articles = schema.articles
    kept = connection.execute(
        sa.select(articles.c.ref, articles.c.text).where(articles.c.id == evidence.article)
    ).one_or_none()
    if kept is None:
        return
    span = evidence.anchor.span
    if kept.ref != evidence.article_ref or span.end > len(kept.text) or anchor(kept.text, span) != evidence.anchor:
        raise JudgementError(
            f"found other words at {span} of {kept.ref} than {evidence.anchor.exact!r}; "
            "expected a judgement anchored in the text; anchor it in the version that the person read"
        )


def _find(connection: sa.Connection, judgement_id: str) -> Judgement | None:
    judgements = schema.judgements
    row = connection.execute(judgements.select().where(judgements.c.id == judgement_id)).one_or_none()
    return None if row is None else from_row(row)


def to_row(judgement: Judgement) -> dict[str, Any]:
    """A judgement as its row."""
    row = {
        "id": judgement.id,
        "at": judgement.at,
        "who": judgement.who,
        "subject_kind": judgement.subject_kind.value,
        "subject": judgement.subject,
        "field": judgement.field,
        "old": judgement.old,
        "new": judgement.new,
        "reason": judgement.reason,
        "base_run": judgement.base_run,
        "undoes": judgement.undoes,
    }
    if judgement.evidence is not None:
        row |= _evidence_row(judgement.evidence)
    return row


def _evidence_row(evidence: Evidence) -> dict[str, Any]:
    return {
        "article_ref": evidence.article_ref,
        "article": evidence.article,
        "exact": evidence.anchor.exact,
        "prefix": evidence.anchor.prefix,
        "suffix": evidence.anchor.suffix,
        "start_char": evidence.anchor.span.start,
        "end_char": evidence.anchor.span.end,
        "source": evidence.source,
    }


def from_row(row: AnyRow) -> Judgement:
    """A row of the log as a value."""
    return Judgement(
        at=row.at,
        who=row.who,
        subject_kind=Subject(row.subject_kind),
        subject=row.subject,
        field=row.field,
        old=row.old,
        new=row.new,
        reason=row.reason,
        base_run=row.base_run,
        evidence=_evidence_of(row),
        undoes=row.undoes,
    )


def _evidence_of(row: AnyRow) -> Evidence | None:
    if row.article is None:
        return None
    place = Anchor(row.exact, row.prefix, row.suffix, Span(row.start_char, row.end_char))
    return Evidence(row.article_ref, ArticleId(row.article), place, row.source)
