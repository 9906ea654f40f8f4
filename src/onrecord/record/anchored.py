"""Decisions on parties, claims and changes, found again by the words that they rest on.

Their ids are made by reading and linking, and may be others after a reread, in a new version of an article, or in another
record. So such a decision is anchored as one on a statement is: a party in the words that name it first, a claim in a
statement that speaks to it, a change in the statement before it. What it is decided against (the other of two parties, the
statement after a change) stands beside the decision, with words of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from onrecord.record import schema
from onrecord.record.judgements import Anchor, Evidence, Judgement, Subject, from_row, is_in_force, locate
from onrecord.record.overlay import LEAST_SHARED, shared
from onrecord.record.rows import IDS_AT_ONCE, AnyRow, batched, is_newest, versions_by_id
from onrecord.record.standing import judged_articles, judged_beside_read, standing_parties, standing_statements
from onrecord.vocabulary import ArticleId, PartyId, Review, Span, StatementId

SAME, DIFFERENT, FOLLOWED = "same", "different", "followed"
"""Fields of a judgement on a party or a claim. same, different: whether two are one; followed: a person follows it."""


@dataclass(frozen=True, slots=True)
class Other:
    """What a decision names beside its subject. evidence: its own words; None in logs of earlier versions."""

    id: str
    evidence: Evidence | None = None


# --- as text: how it stands in the log ---


def other_text(other: Other, **values: str) -> str:
    """Another end of a decision, and what was decided of both, as JSON."""
    told: dict[str, object] = {**values, "other": other.id}
    if other.evidence is not None:
        told["evidence"] = evidence_row(other.evidence)
    return json.dumps(told, ensure_ascii=False)


def other_of(judgement: Judgement) -> Other | None:
    """The other end of a decision; None where it has none."""
    value = judgement.new or ""
    if not value.startswith("{"):
        return Other(value) if value and judgement.field in (SAME, DIFFERENT) else None
    try:
        told = json.loads(value)
        row = told.get("evidence")
        return Other(told["other"], None if row is None else evidence_of(row)) if "other" in told else None
    except (ValueError, KeyError, TypeError, AttributeError):  # of a log that was brought in from elsewhere
        return None


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """Evidence as JSON."""
    place = evidence.anchor
    return {
        "article": evidence.article,
        "article_ref": evidence.article_ref,
        "span": {"start": place.span.start, "end": place.span.end, "text": place.exact},
        "prefix": place.prefix,
        "suffix": place.suffix,
        "source": evidence.source,
    }


def evidence_of(row: Mapping[str, Any]) -> Evidence:
    """The evidence of a row. Raises KeyError, TypeError or ValueError if it is none."""
    span = row["span"]
    place = Anchor(span["text"], row["prefix"], row["suffix"], Span(span["start"], span["end"]))
    return Evidence(row["article_ref"], ArticleId(row["article"]), place, row["source"])


# --- where it stands now ---


class Finder:
    """Finds parties and statements of newest versions: by their ids, else by the words that name or tell them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._known: dict[str, bool] = {}

    def pair(self, judgement: Judgement) -> tuple[str, str] | None:
        """Both ends of a decision on two parties or two statements; None where one is not found."""
        other = other_of(judgement)
        if other is None:
            return None
        one = self.find(judgement.subject_kind, judgement.subject, judgement.evidence)
        two = self.find(judgement.subject_kind, other.id, other.evidence)
        return (one, two) if one is not None and two is not None and one != two else None

    def find(self, kind: Subject, id_: str, evidence: Evidence | None) -> str | None:
        """The local party, or for any other kind the statement, that this is now; None if it is not found."""
        if self._is_known(kind, id_):
            return id_
        if evidence is None:
            return None
        return self._party(evidence) if kind is Subject.PARTY else self._statement(evidence)

    def _is_known(self, kind: Subject, id_: str) -> bool:
        if id_ not in self._known:
            table, articles = (schema.parties if kind is Subject.PARTY else schema.statements), schema.articles
            query = sa.select(table.c.id).join(articles, articles.c.id == table.c.article)
            is_read = self._connection.scalar(query.where(table.c.id == id_, is_newest())) is not None
            self._known[id_] = is_read or id_ in (self._named if kind is Subject.PARTY else self._chosen)
        return self._known[id_]

    @cached_property
    def _named(self) -> frozenset[str]:
        """Parties that people named, which no reading has."""
        return frozenset(party.id for layer in judged_articles(self._connection).values() for party in layer.parties)

    @cached_property
    def _chosen(self) -> frozenset[str]:
        return frozenset(statement.id for statement in judged_beside_read(self._connection))

    def _party(self, evidence: Evidence) -> PartyId | None:
        article, span = self._place(evidence)
        if article is None:
            return None
        parties = standing_parties(self._connection, article)
        named = [p for p in parties if span is not None and any(_overlap(span, m) for m in p.mentions)]
        # Where reading draws the mention otherwise now, the name decides; where it is nowhere, the name alone.
        called = [p for p in named or parties if evidence.source in (p.name, *p.aliases)]
        found = (called or named)[:1]
        return found[0].id if found else None

    def _statement(self, evidence: Evidence) -> StatementId | None:
        article, span = self._place(evidence)
        if article is None or span is None:
            return None
        statements = standing_statements(self._connection, article)
        best = max(statements, key=lambda statement: shared(span, statement), default=None)
        return best.id if best is not None and shared(span, best) >= LEAST_SHARED else None

    def _place(self, evidence: Evidence) -> tuple[ArticleId | None, Span | None]:
        """The newest version of the article, and where the words stand in it."""
        articles = schema.articles
        query = sa.select(articles.c.id).where(articles.c.ref == evidence.article_ref, is_newest())
        id_ = self._connection.scalar(query)
        if id_ is None:
            return None, None
        kept = versions_by_id(self._connection, [ArticleId(id_)]).get(ArticleId(id_))
        return (ArticleId(id_), locate(kept.article.text, evidence.anchor).span) if kept else (None, None)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


# --- what people said of changes ---


def reviews_of_changes(connection: sa.Connection) -> dict[str, Review]:
    """What people last said of each change, by its id as it is now."""
    judged = list(_in_force(connection, Subject.CHANGE, ("review",)))
    now = _changes_with(connection, {judgement.subject for judgement in judged})
    finder = Finder(connection)
    reviews: dict[str, Review] = {}
    for judgement in judged:
        change = judgement.subject if judgement.subject in now else _change_now(connection, finder, judgement)
        review = _review_in(judgement)
        if change is not None and review is not None:
            reviews[change] = review
    return reviews


def _review_in(judgement: Judgement) -> Review | None:
    value = judgement.new or ""
    try:
        return Review(json.loads(value)["review"] if value.startswith("{") else value)
    except (ValueError, KeyError, TypeError):
        return None


def _changes_with(connection: sa.Connection, ids: Iterable[str]) -> set[str]:
    changes = schema.changes
    found: set[str] = set()
    for some in batched(sorted(ids), IDS_AT_ONCE):
        found.update(connection.scalars(sa.select(changes.c.id).where(changes.c.id.in_(some))))
    return found


def _change_now(connection: sa.Connection, finder: Finder, judgement: Judgement) -> str | None:
    """The change between the same two statements, whatever its claim and its party are called now."""
    other = other_of(judgement)
    if other is None or judgement.evidence is None:
        return None
    before = finder.find(Subject.STATEMENT, "", judgement.evidence)
    after = finder.find(Subject.STATEMENT, other.id, other.evidence)
    changes = schema.changes
    both = (changes.c.before_statement == before) & (changes.c.after_statement == after)
    return connection.scalar(sa.select(changes.c.id).where(both))


# --- what people follow ---


@dataclass(frozen=True, slots=True)
class Following:
    """What a person follows: a linked party, or a claim. judgement: that which says so."""

    kind: Subject
    id: str
    judgement: str
    who: str


def following(connection: sa.Connection) -> tuple[Following, ...]:
    """What people follow, the first followed first, as far as it is found."""
    links, stands = schema.party_links, schema.stands
    finder = Finder(connection)
    found: dict[tuple[str, Subject, str], Following] = {}
    for kind in (Subject.PARTY, Subject.CLAIM):
        for judgement in _in_force(connection, kind, (FOLLOWED,)):
            local = finder.find(kind, judgement.subject, judgement.evidence)
            query = (
                sa.select(links.c.linked).where(links.c.local == local)
                if kind is Subject.PARTY
                else sa.select(stands.c.claim).where(stands.c.statement == local)
            )
            now = connection.scalar(query)
            if now is not None:
                found.setdefault((judgement.who, kind, now), Following(kind, now, judgement.id, judgement.who))
    return tuple(found.values())


# --- what is not found ---


def lost(connection: sa.Connection) -> tuple[Judgement, ...]:
    """Decisions in force on parties and claims whose words are not found; they are kept, and told as such."""
    finder = Finder(connection)
    return tuple(
        judgement
        for kind in (Subject.PARTY, Subject.CLAIM)
        for judgement in _in_force(connection, kind, (SAME, DIFFERENT, FOLLOWED))
        if not _is_found(finder, judgement)
    )


def _is_found(finder: Finder, judgement: Judgement) -> bool:
    if judgement.field == FOLLOWED:
        return finder.find(judgement.subject_kind, judgement.subject, judgement.evidence) is not None
    return finder.pair(judgement) is not None


def _in_force(connection: sa.Connection, kind: Subject, fields: tuple[str, ...]) -> Iterator[Judgement]:
    judgements = schema.judgements
    of_kind = (judgements.c.subject_kind == kind.value) & judgements.c.field.in_(fields)
    rows: Iterable[AnyRow] = connection.execute(
        judgements.select().where(of_kind, is_in_force()).order_by(judgements.c.seq)
    ).all()
    return map(from_row, rows)
