"""Judging: decisions as judgements, each with the words it rests on; and the log as rows, to take along and bring in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import JudgementError
from onrecord.record import (
    FOLLOWED,
    REVIEW,
    VALUE_FIELDS,
    ArticleVersion,
    Evidence,
    Judgement,
    Other,
    RecordReader,
    Subject,
    anchor,
    evidence_of,
    evidence_row,
    other_text,
    parse_value,
    spans_text,
    value_of,
    values_text,
)
from onrecord.views.present import Row
from onrecord.vocabulary import Article, Change, Party, PartyId, PublishedFrom, Review, Span, Statement, StatementId

LONGEST_ANCHOR = 400
"""Characters of a content that a judgement is anchored in: enough to be found again, too few to hold an article."""

AT_THE_BEGINNING = 40
"""Characters of an article that stand for it where nothing in it does."""

SPANS, ADDED = "spans", "added"


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, and the clock."""

    who: str
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __post_init__(self) -> None:
        if not self.who.strip():
            raise JudgementError("found no name; expected one to judge under; give your name first")

    def at(self) -> str:
        """Now, to the microsecond: two decisions of one person are never one."""
        return self.clock().isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Case:
    """A statement before its judge: its article and the parties of its reading."""

    kept: ArticleVersion
    statement: Statement
    parties: Mapping[PartyId, Party]

    def value(self, field: str) -> str | None:
        """The value as it stands."""
        return value_of(self.statement, self.parties, field)

    def reviewed(self, decider: Decider, review: Review, reason: str | None = None) -> Judgement:
        """All that stands here is accepted, or all of it is rejected."""
        new = values_text(self.statement, self.parties, review)
        return self._judged(decider, REVIEW, self.statement.review.value, new, reason)

    def corrected(self, decider: Decider, field: str, value: str | None, reason: str | None = None) -> Judgement:
        """Another value. Raises JudgementError if it is none of this field."""
        if field not in VALUE_FIELDS:
            raise JudgementError(f"found the field {field!r}; expected one of {', '.join(VALUE_FIELDS)}; choose one")
        parse_value(field, value)
        return self._judged(decider, field, self.value(field), value, reason)

    def moved(self, decider: Decider, moved: Statement, reason: str | None = None) -> Judgement:
        """Other spans."""
        text = self.kept.article.text
        old, new = spans_text(self.statement, text), spans_text(moved, text)
        return self._judged(decider, SPANS, old, new, reason, anchored=moved.content[0])

    def _judged(
        self,
        decider: Decider,
        field: str,
        old: str | None,
        new: str | None,
        reason: str | None,
        anchored: Span | None = None,
    ) -> Judgement:
        return _on_statement(
            self.kept, self.statement, decider, (field, old, new), reason, anchored or self.statement.content[0]
        )


def case_of(reader: RecordReader, id_: str) -> Case | None:
    """The statement with this id before its judge; None if there is none."""
    statement = reader.statements_by_id([StatementId(id_)]).get(StatementId(id_))
    if statement is None:
        return None
    kept = reader.articles_by_id([statement.article])[statement.article]
    return Case(kept, statement, {party.id: party for party in reader.parties(statement.article)})


def added(
    kept: ArticleVersion, statement: Statement, values: Mapping[str, str | None], decider: Decider, reason: str | None
) -> Judgement:
    """A statement that the reader missed, with what is said of it."""
    for field, value in values.items():
        parse_value(field, value)
    told = json.loads(spans_text(statement, kept.article.text)) | {"form": statement.form.value} | dict(values)
    change = (ADDED, None, json.dumps(told, ensure_ascii=False))
    return _on_statement(kept, statement, decider, change, reason, statement.content[0])


def _on_statement(
    kept: ArticleVersion,
    statement: Statement,
    decider: Decider,
    change: tuple[str, str | None, str | None],
    reason: str | None,
    anchored: Span,
) -> Judgement:
    field, old, new = change
    text = kept.article.text
    return Judgement(
        at=decider.at(),
        who=decider.who,
        subject_kind=Subject.STATEMENT,
        subject=statement.id,
        field=field,
        old=old,
        new=new,
        reason=reason or None,
        base_run=kept.run.id,
        evidence=Evidence(
            article_ref=kept.article.ref,
            article=kept.article.id,
            anchor=anchor(text, _short(anchored)),
            source=statement.source.of(text) if statement.source else None,
        ),
    )


def on_article(
    kept: ArticleVersion, field: str, new: str | None, decider: Decider, reason: str | None = None
) -> Judgement:
    """Another date, publisher or byline of an article. A date keeps beside it where the old one came from."""
    article = kept.article
    old = getattr(article, field)
    if field == "published" and old and article.published_from:
        old = f"{old} {article.published_from.value}"
    evidence = Evidence(
        article.ref, article.id, anchor(article.text, Span(0, min(len(article.text), AT_THE_BEGINNING)))
    )
    return Judgement(
        decider.at(), decider.who, Subject.ARTICLE, article.id, field, old, new, reason or None, kept.run.id, evidence
    )


def without_judgement(article: Article, undone: Judgement) -> Article:
    """The article as it was before a judgement on it that is taken back."""
    old, source = undone.new, None  # an undoing has both exchanged
    if undone.field == "published" and old:
        old, _, named = old.partition(" ")
        source = PublishedFrom(named) if named else None
    changes: dict[str, Any] = {undone.field: old}
    return replace(article, **changes | ({"published_from": source} if undone.field == "published" else {}))


def on_pair(
    reader: RecordReader, decider: Decider, kind: Subject, ends: tuple[str, str], field: str, reason: str | None = None
) -> Judgement:
    """That two parties, or the claims of two statements, are the same or different: `field` says which."""
    one, two = (_evidence(reader, kind, id_) for id_ in ends)
    new = other_text(Other(ends[1], two))
    return Judgement(decider.at(), decider.who, kind, ends[0], field, None, new, reason or None, evidence=one)


def on_change(
    reader: RecordReader, decider: Decider, change: Change, review: Review, reason: str | None = None
) -> Judgement:
    """That a change of position is one, or none."""
    before, after = (_evidence(reader, Subject.CLAIM, stand.statement) for stand in (change.before, change.after))
    new = other_text(Other(change.after.statement, after), review=review.value)
    return Judgement(
        decider.at(), decider.who, Subject.CHANGE, change.id, REVIEW, None, new, reason or None, evidence=before
    )


def followed(reader: RecordReader, decider: Decider, kind: Subject, id_: str) -> Judgement:
    """That a person follows a party (a local one that is taken for it) or a claim (a statement that speaks to it)."""
    evidence = _evidence(reader, kind, id_)
    return Judgement(decider.at(), decider.who, kind, id_, FOLLOWED, None, "yes", evidence=evidence)


def _evidence(reader: RecordReader, kind: Subject, id_: str) -> Evidence | None:
    """The words that a local party is named with first, or that a statement says; None where there is no such thing.

    A party that only people named stands nowhere: it is anchored in its article's beginning, and goes by its name.
    """
    if kind is Subject.PARTY:
        party = reader.local_party(PartyId(id_))
        if party is None:
            return None
        article, span, source = party.article, next(iter(party.mentions), None), party.name
    else:
        statement = reader.statements_by_id([StatementId(id_)]).get(StatementId(id_))
        if statement is None:
            return None
        article, span, source = statement.article, statement.content[0], None
    kept = reader.articles_by_id([article])[article].article
    span = span or Span(0, min(len(kept.text), AT_THE_BEGINNING))
    return Evidence(kept.ref, kept.id, anchor(kept.text, _short(span)), source)


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + LONGEST_ANCHOR))


def decided(
    decider: Decider, subject: str, change: tuple[str, str | None, str | None], reason: str | None
) -> Judgement:
    """A decision on an article that says nothing of its words: (field, old, new)."""
    field, old, new = change
    return Judgement(decider.at(), decider.who, Subject.ARTICLE, subject, field, old, new, reason or None)


# --- the log as rows ---


def judgement_row(judgement: Judgement) -> Row:
    """A judgement for a file."""
    evidence = judgement.evidence
    return {
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
        "evidence": evidence and evidence_row(evidence),
    }


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """The judgement of a row. Raises JudgementError if it is none."""
    try:
        evidence = row["evidence"]
        return Judgement(
            **{
                name: row[name]
                for name in ("at", "who", "subject", "field", "old", "new", "reason", "base_run", "undoes")
            },
            subject_kind=Subject(row["subject_kind"]),
            evidence=None if evidence is None else evidence_of(evidence),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise JudgementError(
            f"found a row that is no judgement ({type(error).__name__}: {error}); "
            "expected one that `onrecord review export` wrote; leave it as it was written"
        ) from error


def read_rows(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements of JSON Lines."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise JudgementError(f"line {number}: found no JSON; expected a judgement; see the file") from error
        yield judgement_of(row)


def retraining_rows(reader: RecordReader) -> Iterator[Row]:
    """Articles in which people decided on every statement, as training reads gold: spans by role, one annotator.

    An article of which a part is undecided would teach that the rest of it says nothing.
    """
    for article, layer in reader.judged_articles().items():
        if any(statement.review is Review.UNREVIEWED for statement in layer.statements):
            continue
        kept = reader.articles_by_id([article])[article]
        kept_statements = [s for s in layer.statements if s.review is not Review.REJECTED]
        attributions = [_spans_by_role(statement) for statement in sorted(kept_statements, key=lambda s: s.start)]
        yield {
            "id": kept.article.id,
            "text": kept.article.text,
            "annotations": [{"annotator": "review", "attributions": attributions}],
        }


def _spans_by_role(statement: Statement) -> Row:
    def edges(*spans: Span | None) -> list[list[int]]:
        return [[span.start, span.end] for span in spans if span]

    return {
        "source": edges(statement.source),
        "cue": edges(statement.cue),
        "content": edges(*statement.content),
    }
