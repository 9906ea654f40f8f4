"""What people decided, laid over what the machine read: a person's value wins, in every view and every export.

Judgements are applied in the order in which they were made. Each is on a statement, found by its id, or else, after a
reread or in another version of the text, by the exact words that it was anchored in. What cannot be found again is not
dropped: it is orphaned, and told as such. Where a later reading says otherwise than a person did, that is told too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from onrecord.errors import JudgementError
from onrecord.record.judgements import Judgement, Place, Subject, locate
from onrecord.vocabulary import (
    Article,
    Basis,
    Channel,
    Form,
    Interval,
    Kind,
    Party,
    PartyId,
    PartyKind,
    Review,
    Run,
    Said,
    Span,
    Stance,
    Statement,
    StatementId,
)

REVIEW, SPANS, ADDED = "review", "spans", "added"
PARTY_FIELDS = ("speaker", "on_behalf_of", "told_to")
VALUE_FIELDS = (*PARTY_FIELDS, "stance", "said", "channel", "kind", "form")
STATEMENT_FIELDS = (REVIEW, SPANS, ADDED, *VALUE_FIELDS)
"""What of a statement can be judged. review: accepted or rejected; spans: where it stands; added: the reader missed it."""

LEAST_SHARED = 0.5
"""How much of their words an anchor and a statement share at least, to be the same after a reread (as overlap/union)."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A later reading says otherwise than a person did; the person's value stands."""

    judgement: Judgement
    statement: StatementId
    field: str
    read: str | None


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The statements and parties of an article as they stand. by_read: each that the machine read, as it stands now.

    orphans: judgements whose words are not found. moved: those whose statement is not where, or not quite what, it was.
    """

    statements: tuple[Statement, ...]
    parties: tuple[Party, ...]
    by_read: Mapping[StatementId, Statement]
    orphans: tuple[Judgement, ...] = ()
    moved: tuple[Judgement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def overlay(
    article: Article, run: Run, read: Sequence[Statement], parties: Sequence[Party], judgements: Iterable[Judgement]
) -> Overlaid:
    """Lay judgements in force, in the order in which they were made, over what a run read in an article."""
    layer = _Layer(article, run, read, parties)
    for judgement in judgements:
        if judgement.subject_kind is Subject.STATEMENT and judgement.field in STATEMENT_FIELDS:
            try:
                layer.apply(judgement)
            except (JudgementError, ValueError, KeyError, TypeError):  # of a log that was brought in from elsewhere
                layer.orphans.append(judgement)
    return layer.finished()


class _Layer:
    """Statements under judgement: `standing` by the id that each has now, `origin` from that id to the one that was read."""

    def __init__(self, article: Article, run: Run, read: Sequence[Statement], parties: Sequence[Party]) -> None:
        self.article, self.run = article, run
        self.standing = {statement.id: statement for statement in read}
        self.read = dict(self.standing)
        self.origin = {id_: id_ for id_ in self.standing}
        self.parties = {party.id: party for party in parties}
        self.orphans: list[Judgement] = []
        self.moved: list[Judgement] = []
        self.disagreements: list[Disagreement] = []

    def apply(self, judgement: Judgement) -> None:
        place, statement = self._find(judgement)
        if statement is None and judgement.field == ADDED:
            self._add(judgement)
            return
        if statement is None:
            self.orphans.append(judgement)
            return
        if place is not Place.SAME:
            self.moved.append(judgement)
        if judgement.field in (REVIEW, ADDED):
            self._review(statement, judgement)
        elif judgement.field == SPANS:
            self._respan(statement, judgement)
        else:
            self._change(statement, judgement, {judgement.field: judgement.new}, Review.CORRECTED)

    # --- finding ---

    def _find(self, judgement: Judgement) -> tuple[Place, Statement | None]:
        if judgement.subject in self.standing:
            return Place.SAME, self.standing[StatementId(judgement.subject)]
        span = self._located(judgement)
        if span is None:
            return Place.ORPHANED, None
        best = max(
            self.standing.values(), key=lambda s: (shared(span, s), _agrees(judgement, s, self.article)), default=None
        )
        if best is None or shared(span, best) < LEAST_SHARED:
            return Place.ORPHANED, None
        return (Place.SAME if best.content[0] == span else Place.MOVED), best

    def _located(self, judgement: Judgement) -> Span | None:
        return locate(self.article.text, judgement.evidence.anchor).span if judgement.evidence else None

    # --- changing ---

    def _review(self, statement: Statement, judgement: Judgement) -> None:
        told = told_by(judgement)
        if told.get(REVIEW) == Review.REJECTED:
            self._put(statement, replace(statement, review=Review.REJECTED))
            return
        values = {field: told[field] for field in VALUE_FIELDS if field in told}
        corrected = statement.review is Review.CORRECTED
        self._change(statement, judgement, values, Review.CORRECTED if corrected else Review.ACCEPTED)

    def _change(
        self, statement: Statement, judgement: Judgement, values: Mapping[str, str | None], review: Review
    ) -> None:
        changes: dict[str, Any] = {"review": review}
        read = self.read.get(self.origin.get(statement.id, statement.id))
        for field, value in values.items():
            if value_of(statement, self.parties, field) != value:
                changes |= self._parsed(field, value)
            if read is not None and judgement.base_run not in (None, self.run.id):
                now = value_of(read, self.parties, field)
                if now not in (value, judgement.old):
                    self.disagreements.append(Disagreement(judgement, statement.id, field, now))
        self._put(statement, replace(statement, **changes))

    def _parsed(self, field: str, value: str | None) -> dict[str, Any]:
        if field in PARTY_FIELDS:
            named = None if value is None else self._party(value)
            return {field: named} | ({"supplied": False, "anonymous": None} if field == "speaker" else {})
        return {field: parse_value(field, value)}

    def _party(self, name: str) -> PartyId:
        """The party of this article that goes by the name, else a new one."""
        wanted = name.casefold()
        by_name = [p for p in self.parties.values() if p.name.casefold() == wanted]
        by_alias = [p for p in self.parties.values() if wanted in (alias.casefold() for alias in p.aliases)]
        known = by_name or (by_alias if len(by_alias) == 1 else [])
        party = known[0] if known else Party(self.article.id, name, PartyKind.PERSON, aliases=(name,))
        self.parties[party.id] = party
        return party.id

    def _respan(self, statement: Statement, judgement: Judgement) -> None:
        spans = self._spans(judgement)
        if spans is None:
            self.orphans.append(judgement)
            return
        source, cue, content = spans
        self._put(statement, replace(statement, source=source, cue=cue, content=content, review=Review.CORRECTED))

    def _add(self, judgement: Judgement) -> None:
        spans = self._spans(judgement)
        if spans is None:
            self.orphans.append(judgement)
            return
        source, cue, content = spans
        told = told_by(judgement)
        form = Form(told.get("form") or Form.INDIRECT)
        added = Statement(self.article.id, source, cue, content, form, kind=Kind.SAID)
        self.standing[added.id] = added
        values = {field: told[field] for field in VALUE_FIELDS if field in told}
        self._change(added, judgement, values, Review.CORRECTED)

    def _spans(self, judgement: Judgement) -> tuple[Span | None, Span | None, tuple[Span, ...]] | None:
        """The spans that a person chose, where their words stand in this text; None if the content does not."""
        located, evidence = self._located(judgement), judgement.evidence
        told = told_by(judgement)
        if located is None or evidence is None or not told.get("content"):
            return None
        # All of them move as the anchor did; a span whose words are others there is let go.
        by = located.start - evidence.anchor.span.start
        pieces = [self._shifted(each, by) for each in told["content"]]
        if not all(pieces):
            return None
        return self._shifted(told.get("source"), by), self._shifted(told.get("cue"), by), tuple(p for p in pieces if p)

    def _shifted(self, told: Mapping[str, Any] | None, by: int) -> Span | None:
        if told is None or told["start"] + by < 0:
            return None
        span = Span(told["start"] + by, told["end"] + by)
        return span if span.of(self.article.text) == told["text"] else None

    def _put(self, old: Statement, new: Statement) -> None:
        origin = self.origin.pop(old.id, None)
        del self.standing[old.id]
        self.standing[new.id] = new
        if origin is not None:
            self.origin[new.id] = origin
        if new.id != old.id:
            for inner in [s for s in self.standing.values() if s.nested_in == old.id]:
                self.standing[inner.id] = replace(inner, nested_in=new.id)

    def finished(self) -> Overlaid:
        return Overlaid(
            tuple(self.standing.values()),
            tuple(self.parties.values()),
            {self.origin[id_]: statement for id_, statement in self.standing.items() if id_ in self.origin},
            tuple(self.orphans),
            tuple(self.moved),
            tuple(self.disagreements),
        )


def told_by(judgement: Judgement) -> dict[str, Any]:
    """What a judgement of several values says: an object as JSON, or the word for a review alone."""
    new = judgement.new or "{}"
    told = json.loads(new) if new.startswith("{") else {REVIEW: new}
    return told if isinstance(told, dict) else {}


def shared(span: Span, statement: Statement) -> float:
    """How much of their words an anchor and the nearest piece of a content share, from 0 to 1."""
    return max(_overlap(span, piece) for piece in statement.content)


def _overlap(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(common, 0) / (max(a.end, b.end) - min(a.start, b.start))


def _agrees(judgement: Judgement, statement: Statement, article: Article) -> bool:
    named = judgement.evidence.source if judgement.evidence else None
    return named == (statement.source.of(article.text) if statement.source else None)


# --- values as text: as they stand in the log, in forms and in pages ---


def value_of(statement: Statement, parties: Mapping[PartyId, Party], field: str) -> str | None:
    """What of a statement can be judged, as text. None: not known, or none."""
    if field in PARTY_FIELDS:
        party = getattr(statement, field)
        return parties[party].name if party is not None and party in parties else None
    if field == "said":
        return None if statement.said is None else days_text(statement.said.days)
    value = getattr(statement, field)
    return None if value is None else str(value.value)


def spans_text(statement: Statement, text: str) -> str:
    """Where a statement stands, as JSON."""

    def told(span: Span | None) -> dict[str, object] | None:
        return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}

    spans = {
        "source": told(statement.source),
        "cue": told(statement.cue),
        "content": [told(piece) for piece in statement.content],
    }
    return json.dumps(spans, ensure_ascii=False)


def values_text(statement: Statement, parties: Mapping[PartyId, Party], review: Review) -> str:
    """All that a person has before them when they accept or reject a statement, as JSON."""
    values = {field: value_of(statement, parties, field) for field in VALUE_FIELDS}
    return json.dumps({REVIEW: review.value, **values}, ensure_ascii=False)


def parse_value(field: str, value: str | None) -> object:
    """The value that a text stands for; raises JudgementError where it stands for none."""
    if value is None or field in PARTY_FIELDS:
        return value
    try:
        if field == "said":
            return Said(parse_days(value), Basis.JUDGEMENT)
        return {"stance": Stance, "channel": Channel, "kind": Kind, "form": Form}[field](value)
    except ValueError as error:
        raise JudgementError(
            f"found {value!r} for {field}; expected {_EXPECTED.get(field, 'one of its values')}; choose another"
        ) from error


_EXPECTED = {
    "said": "a day (2025-05-14), a month (2025-05), a year (2025), or two days (2025-05-14/2025-05-16)",
    "stance": "one of " + ", ".join(Stance),
    "channel": "one of " + ", ".join(Channel),
    "kind": "one of " + ", ".join(Kind),
    "form": "one of " + ", ".join(Form),
}


def days_text(days: Interval) -> str:
    """An interval as it is written in a form: 2025-05-14, 2025-05, 2025, 2025-05-14/2025-05-16."""
    start, end = days.start.isoformat(), days.end.isoformat()
    for written in (start, start[:7], start[:4]):
        if _days(written) == (days.start, days.end):
            return written
    return f"{start}/{end}"


def parse_days(written: str) -> Interval:
    """The interval that was written so. Raises ValueError if none was."""
    start, end = _days(written.strip())
    granularity = {10: "day", 7: "month", 4: "year"}.get(len(written.strip()), "span")
    return Interval(start, end, granularity)


def _days(written: str) -> tuple[date, date]:
    first, _, last = written.partition("/")
    if last:
        return _days(first)[0], _days(last)[1]
    if len(first) == 4:
        return date(int(first), 1, 1), date(int(first), 12, 31)
    if len(first) == 7:
        start = date.fromisoformat(first + "-01")
        return start, (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return date.fromisoformat(first), date.fromisoformat(first)
