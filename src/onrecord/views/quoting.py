"""Words away from their articles: a statement with its article, who is behind it, and the sentence that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.sentences import sentence_around
from onrecord.views import pasting, present
from onrecord.views.marks import mark_text
from onrecord.vocabulary import (
    Article,
    ArticleId,
    ClaimId,
    Interval,
    LinkedParty,
    Party,
    PartyId,
    Side,
    Span,
    Stand,
    Statement,
    StatementId,
)

if TYPE_CHECKING:
    from onrecord.record import RecordReader

LONGEST_QUOTE = 700

Shown = Party | LinkedParty
Part = tuple[str, str]
"""Words, and the roles that they have in the statement, as classes."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of an article."""

    article: Article
    span: Span

    @property
    def words(self) -> str:
        """The words in one line."""
        return present.one_line(self.span, self.article.text)

    @property
    def sentence(self) -> tuple[str, str, str]:
        """The sentence that they stand in: what comes before them in it, the words, and what comes after."""
        text, whole = self.article.text, sentence_around(self.article.text, self.span)
        before, after = text[whole.start : self.span.start], text[self.span.end : whole.end]
        return re.sub(r"\s+", " ", before), self.words, re.sub(r"\s+", " ", after)


@dataclass(frozen=True)
class Quoted:
    """A statement with its article and who is behind it. parties: what it refers to is shown as.

    principal: whose position it is; on_claim: the claim that it takes a side on, and how it stands there;
    text_of: the earliest article of which its own is a copy.
    """

    statement: Statement
    article: Article
    parties: Mapping[PartyId, Shown] = field(default_factory=dict)
    speaker: Shown | None = None
    principal: Shown | None = None
    on_claim: tuple[ClaimId, Stand] | None = None
    text_of: ArticleId | None = None

    @property
    def side(self) -> Side | None:
        """Where it stands on its claim."""
        return self.on_claim[1].side if self.on_claim else None

    @property
    def words(self) -> str:
        """What was said, in the article's own characters."""
        return " … ".join(present.one_line(piece, self.article.text) for piece in self.statement.content)

    @property
    def utterance(self) -> str:
        """Who said it for whom, and what, in one line; then how, to whom, through whom."""
        return pasting.utterance(self.statement, self.article.text, self.parties)

    @property
    def days(self) -> Interval | None:
        """When it was said."""
        return self.statement.said.days if self.statement.said else None

    @property
    def who(self) -> str:
        """Whose words they are, and for whom."""
        source = self.statement.source
        by = self.speaker.name if self.speaker else present.one_line(source, self.article.text) if source else None
        if by is None:
            return self.principal.name if self.principal else "(no source named)"
        is_relayed = self.principal is not None and self.speaker is not None and self.principal.id != self.speaker.id
        return f"{by}, for {self.principal.name}" if is_relayed and self.principal else by

    @property
    def printed(self) -> Interval | None:
        """When the article was published, as exactly as it says."""
        return published_days(self.article)

    @property
    def address(self) -> str:
        """Where the web application shows its words."""
        return f"/articles/{self.article.id}#s-{self.statement.id}"

    @property
    def day(self) -> str | None:
        """The ISO day from which it stands in time: said, else published."""
        if self.days:
            return self.days.start.isoformat()
        return self.article.published[: len("2017-02-10")] if self.article.published else None

    @cached_property
    def row(self) -> present.Row:
        """The statement as exported."""
        return present.statement_row(self.statement, self.article, self.parties, self.on_claim)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its sentence, cut where its spans begin and end."""
        return parts_of(self.statement, self.article)

    @property
    def order(self) -> tuple[str, str, str, int]:
        """Its place in time: the day said, then the day published, then the place in the text."""
        published = self.article.published or ""
        said = self.days.start.isoformat() if self.days else published[: len("2017-02-10")]
        return said or "~", published, self.article.ref, self.statement.start


def quote(reader: RecordReader, ids: Iterable[StatementId]) -> dict[StatementId, Quoted]:
    """The statements with these ids, as far as the record has them."""
    return quote_statements(reader, tuple(reader.statements_by_id(ids).values()))


def quote_statements(reader: RecordReader, statements: Sequence[Statement]) -> dict[StatementId, Quoted]:
    """These statements."""
    versions = reader.articles_by_id(statement.article for statement in statements)
    shown = reader.shown_parties(statements)
    stands = reader.stands_of(statement.id for statement in statements)
    principals = reader.parties_by_id((s.principal for _, s in stands.values() if s.principal), bare=True)
    copies = reader.copies_of(versions)
    return {
        each.id: _quote(
            each, versions[each.article].article, shown, stands.get(each.id), principals, copies.get(each.article)
        )
        for each in statements
    }


def _quote(
    statement: Statement,
    article: Article,
    shown: Mapping[PartyId, Shown],
    on_claim: tuple[ClaimId, Stand] | None,
    principals: Mapping[PartyId, LinkedParty],
    text_of: ArticleId | None,
) -> Quoted:
    def party(id_: PartyId | None) -> Shown | None:
        return shown.get(id_) if id_ else None

    own = {id_: shown[id_] for id_ in statement.named if id_ in shown}
    speaker = party(statement.speaker)
    principal = party(statement.on_behalf_of) or speaker
    if on_claim is not None:
        principal = principals.get(on_claim[1].principal or PartyId(""))
    return Quoted(statement, article, own, speaker, principal, on_claim, text_of)


def published_days(article: Article) -> Interval | None:
    """The day, the month or the year in which an article was published."""
    known = (article.published or "")[: len("2017-02-10")].split("-")
    try:
        first = date.fromisoformat("-".join([*known, "01", "01"][:3]))
    except ValueError:
        return None
    if len(known) == 3:
        return Interval(first, first, "day")
    is_month = len(known) == 2
    following = first.replace(year=first.year + 1) if not is_month or first.month == 12 else first
    following = following.replace(month=first.month % 12 + 1) if is_month else following
    return Interval(first, following - timedelta(days=1), "month" if is_month else "year")


def when(days: Interval | None, printed: Interval | None) -> str:
    """When something was said; where nothing says so, when it was printed."""
    if days:
        return present.days_label(days)
    return f"printed {present.days_label(printed)}" if printed else "undated"


def parts_of(statement: Statement, article: Article) -> tuple[Part, ...]:
    """The sentences that the statement stands in, cut where its spans begin and end."""
    text = article.text
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span]
    around = sentence_around(text, Span(min(span.start for span in spans), max(span.end for span in spans)))
    position, parts = 0, []
    for piece in mark_text(text, [statement]):
        first, last = max(around.start, position), min(around.end, position + len(piece.text))
        if first < last:
            roles = " ".join(dict.fromkeys(mark.role.value for mark in piece.marks))
            parts.append((piece.text[first - position : last - position], roles))
        position += len(piece.text)
    return tuple(parts)
