"""Reading the record back: streams in a fixed order, so that memory does not grow and exports are the same anywhere.

The order is by reference, then version; statements stand in text order. It does not depend on the order of reading.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa

from onrecord.errors import RecordError
from onrecord.record import linked, schema
from onrecord.record.anchored import Following, following, lost, reviews_of_changes
from onrecord.record.judgements import Judgement, Subject
from onrecord.record.lists import (
    Came,
    Counts,
    ListedArticles,
    ListedParties,
    Page,
    came_in,
    count_all,
    count_reviewed,
    count_roles,
    list_articles,
    list_parties,
    list_publishers,
    list_unread,
    list_unreviewed,
    rank_claims,
    said_by,
)
from onrecord.record.overlay import Overlaid
from onrecord.record.pages import PagedReader
from onrecord.record.rows import (
    IDS_AT_ONCE,
    AnyRow,
    ArticleVersion,
    batched,
    contacts_of,
    events_of,
    is_newest,
    local_parties,
    select_versions,
    to_version,
    versions_by_id,
)
from onrecord.record.search import Filters, Hit, fitting, search_articles, search_statements
from onrecord.record.sqlite import storable
from onrecord.record.standing import (
    as_they_stand,
    judged_articles,
    judged_naming,
    overlaid,
    standing_by_id,
    standing_parties,
    standing_parties_named_by,
    standing_statements,
    unsettled_articles,
)
from onrecord.record.uttered import FloatArray, Uttered, kept_vectors, uttered
from onrecord.record.vectors import key_of
from onrecord.vocabulary import (
    ArticleId,
    Change,
    Claim,
    ClaimId,
    Conflict,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    Outcome,
    Party,
    PartyId,
    Position,
    Reading,
    Result,
    Review,
    Stand,
    Statement,
    StatementId,
)

ROWS_AT_ONCE = 50
NAMED_AT_MOST = 5
AFTER_ANY_CHARACTER = "\U0010ffff"


class RecordReader(PagedReader):
    """Everything that can be asked of a record; cannot write."""

    def __init__(self, reading: sa.Engine, connection: sa.Connection | None = None) -> None:
        self._reading = reading
        self._connection = connection

    @contextmanager
    def snapshot(self) -> Iterator[RecordReader]:
        """A reader that sees the record as it is now, whatever is written meanwhile: for answers in several parts."""
        with self._reading.connect() as connection:
            yield RecordReader(self._reading, connection)

    def articles(self, *, newest: bool = True) -> Iterator[ArticleVersion]:
        """Stream articles by reference and version; all versions of each unless `newest`."""
        query = select_versions().order_by(schema.articles.c.ref, schema.articles.c.version)
        for row in self._stream(query.where(is_newest()) if newest else query):
            yield to_version(row)

    def article(self, name: str) -> ArticleVersion | None:
        """The article version with this id, or the newest under this reference, or the one whose name begins so.

        References are tried before ids. None if there is none. Raises RecordError if several begin so.
        """
        articles = schema.articles
        name = storable(name)  # what cannot be stored is the name of nothing, spelt out or not
        of_newest_refs = _begins_with(articles.c.ref, name) & is_newest()
        attempts = (
            articles.c.id == name,
            (articles.c.ref == name) & is_newest(),
            *((of_newest_refs, _begins_with(articles.c.id, name)) if name else ()),
        )
        for condition in attempts:
            query = select_versions().where(condition).order_by(articles.c.ref, articles.c.version)
            found = [to_version(row) for row in self._stream(query.limit(NAMED_AT_MOST + 1))]
            if len(found) > 1:
                raise _ambiguous(name, found)
            if found:
                return found[0]
        return None

    def statements(self, article: ArticleId) -> tuple[Statement, ...]:
        """The statements of one article version as they stand, in text order, outer statements before nested ones."""
        with self._connected() as connection:
            return standing_statements(connection, article)

    def overlaid(self, article: ArticleId) -> Overlaid | None:
        """What people decided on statements of this article version, laid over what was read; None if they did not."""
        with self._connected() as connection:
            return overlaid(connection, [article]).get(article)

    def judged_articles(self) -> Mapping[ArticleId, Overlaid]:
        """The newest version of every article with a statement that somebody judged, as it stands."""
        with self._connected() as connection:
            return judged_articles(connection)

    def unsettled_articles(self) -> Mapping[ArticleId, Overlaid]:
        """Those of the judged articles in which something may be orphaned, moved, or read otherwise since."""
        with self._connected() as connection:
            return unsettled_articles(connection)

    def statements_by_id(self, ids: Iterable[StatementId]) -> Mapping[StatementId, Statement]:
        """The statements with these ids, as far as there are any."""
        with self._connected() as connection:
            return standing_by_id(connection, ids)

    def said_by(self, party: LinkedParty, limit: int) -> tuple[Statement, ...]:
        """What a party said itself or had said for it, in newest versions, the latest published first."""
        with self._connected() as connection:
            read = said_by(connection, party.id, limit)
            now = {statement.id: statement for statement in as_they_stand(connection, read)}
            now |= {s.id: s for s in judged_naming(connection, {party.name, *party.aliases})}
            own = set(party.locals)
            return tuple(s for s in now.values() if {s.speaker, s.on_behalf_of} & own)[:limit]

    def articles_by_id(self, ids: Iterable[ArticleId]) -> Mapping[ArticleId, ArticleVersion]:
        """The article versions with these ids."""
        with self._connected() as connection:
            return versions_by_id(connection, ids)

    def parties(self, article: ArticleId) -> tuple[Party, ...]:
        """The parties of one article version, by their first mention."""
        with self._connected() as connection:
            return standing_parties(connection, article)

    def parties_named_by(self, statements: Iterable[Statement]) -> Mapping[PartyId, Party]:
        """The parties that these statements refer to, by id."""
        with self._connected() as connection:
            return standing_parties_named_by(connection, tuple(statements))

    def reading(self, kept: ArticleVersion) -> Reading:
        """All that was read in one article version."""
        with self._connected() as connection:
            return _reading(connection, kept)

    def readings(self) -> Iterator[Reading]:
        """Stream what was read in the newest version of every article, by reference."""
        with self._connected() as connection:
            for kept in self.articles():
                yield _reading(connection, kept)

    def readings_of(self, articles: Iterable[ArticleId]) -> Iterator[Reading]:
        """Stream what was read in these article versions, by id."""
        with self._connected() as connection:
            for some in batched(sorted(set(articles)), IDS_AT_ONCE):
                for _, kept in sorted(versions_by_id(connection, some).items()):
                    yield _reading(connection, kept)

    # --- what follows from holding articles together: as it was when the record was last linked ---

    def linked_parties(self, query: str | None = None) -> Iterator[LinkedParty]:
        """Parties over all articles, by name; with a query those that have all its words in a name or an office."""
        with self._connected() as connection:
            yield from linked.select_parties(connection, query)

    def linked_party(self, id_: PartyId) -> LinkedParty | None:
        """The linked party with this id."""
        return self.parties_by_id([id_]).get(id_)

    def local_parties(self, ids: Iterable[PartyId]) -> tuple[Party, ...]:
        """The parties of single articles with these ids, by article."""
        with self._connected() as connection:
            return tuple(sorted(local_parties(connection, ids).values(), key=lambda party: (party.article, party.id)))

    def local_party(self, id_: PartyId) -> Party | None:
        """The party of a single article with this id, also one that only people named."""
        with self._connected() as connection:
            read = local_parties(connection, [id_]).get(id_)
            layers = judged_articles(connection).values() if read is None else ()
        return read or next((party for layer in layers for party in layer.parties if party.id == id_), None)

    def parties_by_id(self, ids: Iterable[PartyId], *, bare: bool = False) -> Mapping[PartyId, LinkedParty]:
        """The linked parties with these ids; bare: without the local ones taken for them, as pages show them."""
        with self._connected() as connection:
            return linked.parties_by_id(connection, ids, bare=bare)

    def shown_parties(self, statements: Iterable[Statement]) -> Mapping[PartyId, Party | LinkedParty]:
        """What each party that these statements refer to is shown as: the linked one, or itself until it is linked; and
        by their ids the linked parties whose position they are, or for which their speakers speak in other articles."""
        statements = tuple(statements)
        with self._connected() as connection:
            named = standing_parties_named_by(connection, statements)
            links = linked.links_of(connection, named)
            stands = linked.stands_of(connection, (statement.id for statement in statements)).values()
            voices = linked.voices_of(connection, {links[s.speaker] for s in statements if s.speaker in links})
            principals = {*voices.values(), *(stand.principal for _, stand in stands if stand.principal)}
            known = linked.parties_by_id(connection, {*links.values(), *principals}, bare=True)
        known |= {id_: replace(known[id_], speaks_for=whom) for id_, whom in voices.items() if id_ in known}
        shown = {local: known.get(links.get(local, local), party) for local, party in named.items()}
        return shown | {id_: known[id_] for id_ in principals if id_ in known}

    def statements_of(self, party: PartyId) -> tuple[StatementId, ...]:
        """The statements that a linked party makes, or that are made on its behalf."""
        with self._connected() as connection:
            return linked.statements_of(connection, party)

    def stands_of(self, statements: Iterable[StatementId]) -> Mapping[StatementId, tuple[ClaimId, Stand]]:
        """The claim and the stand of each of these statements that takes a side on one."""
        with self._connected() as connection:
            return linked.stands_of(connection, statements)

    def claims(
        self, *, ids: Collection[ClaimId] | None = None, party: PartyId | None = None, query: str | None = None
    ) -> Iterator[Claim]:
        """Claims in the order of time: all, or these, those that a party stands on, those with all words of a query."""
        with self._connected() as connection:
            yield from linked.select_claims(connection, ids=ids, party=party, query=query)

    def claim(self, id_: ClaimId) -> Claim | None:
        """The claim with this id."""
        with self._connected() as connection:
            return next(linked.select_claims(connection, ids=[id_]), None)

    def positions(self, *, party: PartyId | None = None, claim: ClaimId | None = None) -> Iterator[Position]:
        """The dated sides of linked parties on claims."""
        with self._connected() as connection:
            yield from linked.select_positions(connection, party=party, claim=claim)

    def positions_of(self, party: PartyId, claims: Collection[ClaimId]) -> Iterator[Position]:
        """The dated sides of a linked party on some claims, in their order."""
        with self._connected() as connection:
            own = linked.stands_by(connection, party, claims)
        return (Position(party, claim, tuple(own[claim])) for claim in claims if claim in own)

    def changes(self, *, party: PartyId | None = None, claim: ClaimId | None = None) -> Iterator[Change]:
        """Changes of position."""
        with self._connected() as connection:
            yield from linked.select_changes(connection, party=party, claim=claim)

    def change(self, id_: str) -> Change | None:
        """The change of position with this id."""
        with self._connected() as connection:
            return next(linked.changes_by_id(connection, [id_]), None)

    def change_reviews(self) -> Mapping[str, Review]:
        """What people said of changes, by id."""
        with self._connected() as connection:
            return reviews_of_changes(connection)

    def following(self) -> tuple[Following, ...]:
        """What people follow: linked parties and claims."""
        with self._connected() as connection:
            return following(connection)

    def came_in(self, kind: Subject, id_: str, since: str | None, limit: int) -> Came:
        """The statements of a party, or on a claim, that came into the record last; new: after an instant."""
        with self._connected() as connection:
            came = came_in(connection, kind, id_, since, limit)
            return replace(came, statements=as_they_stand(connection, came.statements))

    def lost_decisions(self) -> tuple[Judgement, ...]:
        """Decisions on parties and claims whose words are not found any more."""
        with self._connected() as connection:
            return lost(connection)

    def conflicts(self, *, party: PartyId | None = None, claim: ClaimId | None = None) -> Iterator[Conflict]:
        """Claims with parties on both sides."""
        with self._connected() as connection:
            yield from linked.select_conflicts(connection, party=party, claim=claim)

    def origins(self, *, claim: ClaimId | None = None) -> Iterator[Origin]:
        """What each side of each claim rests on."""
        with self._connected() as connection:
            yield from linked.select_origins(connection, claim=claim)

    def contacts(self, *, party: PartyId | None = None) -> Iterator[LinkedContact]:
        """Who spoke, met, wrote or called, dated contacts first, by day."""
        with self._connected() as connection:
            yield from linked.select_contacts(connection, party=party)

    def timeline(self, *, party: PartyId | None = None) -> Iterator[LinkedEvent]:
        """Dated events, by day."""
        with self._connected() as connection:
            yield from linked.select_events(connection, party=party)

    def copies(self) -> Mapping[ArticleId, ArticleId]:
        """Article → the earliest article that it shares its text with."""
        with self._connected() as connection:
            return linked.copies_in(connection)

    def copies_of(self, articles: Iterable[ArticleId]) -> Mapping[ArticleId, ArticleId]:
        """The same of these articles alone."""
        with self._connected() as connection:
            return linked.copies_in(connection, tuple(articles))

    def copied_by(self, article: ArticleId) -> tuple[ArticleId, ...]:
        """The later articles that share their text with this one."""
        with self._connected() as connection:
            return linked.copied_by(connection, article)

    def outcomes(self) -> Iterator[Outcome]:
        """Stream what became of every input, refusals too, by reference; inputs that changed nothing left no trace."""
        outcomes, articles = schema.outcomes, schema.articles
        query = (
            sa.select(outcomes)
            .outerjoin(articles, articles.c.id == outcomes.c.article)
            .order_by(outcomes.c.ref, sa.func.coalesce(articles.c.version, 0), outcomes.c.result, outcomes.c.id)
        )
        for row in self._stream(query):
            yield Outcome(row.ref, Result(row.result), row.statements, row.words, row.detail)

    def counts(self) -> Counts:
        """How many articles, versions, statements and unread inputs there are."""
        with self._connected() as connection:
            return count_all(connection)

    def search(
        self,
        query: str,
        *,
        speaker: str | None = None,
        party: PartyId | None = None,
        claim: ClaimId | None = None,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 50,
        within: Literal["statements", "articles"] = "statements",
    ) -> tuple[Hit, ...]:
        """Full-text search over the newest versions, best hits first.

        query: words that must all occur, in any inflection; "phrases"; a trailing * for beginnings of words. Nothing
        else has a meaning, and no query is an error; one without a word finds what the filters let through.
        speaker: words of the source. party: who says it, or has it said. claim: what it takes a side on. publisher: a part
        of its name. since, until: days of publication, both inclusive; with either, articles without a date are left out.
        """
        filters = Filters(speaker, party, claim, publisher, since, until)
        with self._connected() as connection:
            if within == "articles":
                return search_articles(connection, query, filters, limit)
            hits = search_statements(connection, query, filters, limit)
            standing = as_they_stand(connection, [hit.statement for hit in hits if hit.statement])
            now = (replace(hit, statement=each) for hit, each in zip(hits, standing, strict=True))
            # What was read in other words than people chose for it is found by both.
            return tuple({hit.statement: hit for hit in reversed(tuple(now))}.values())[::-1]

    # --- search by meaning: see views/meaning.py ---

    def fitting(
        self,
        ids: Sequence[StatementId],
        *,
        speaker: str | None = None,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[StatementId]:
        """Those of these statements, in their order, that filters as in `search` let through."""
        with self._connected() as connection:
            return fitting(connection, ids, Filters(speaker, None, None, publisher, since, until))

    def uttered(self) -> Iterator[Uttered]:
        """Stream what is said in newest versions, as the encoder of sentences takes it; bare thoughts are left out."""
        with self._connected() as connection:
            yield from uttered(connection)

    def sentence_key(self, model: str, sentence: str) -> str:
        """Under which the vector of a sentence by this encoder would be kept."""
        return key_of(model, sentence)

    def sentence_vectors(self, keys: Iterable[str]) -> Mapping[str, FloatArray]:
        """The vectors that are kept under these keys."""
        with self._connected() as connection:
            return kept_vectors(connection, keys)

    def version(self) -> tuple[int | None, ...]:
        """Another where statements, judgements or vectors were added since; costs nothing to ask."""
        newest: tuple[sa.Select[Any], ...] = (
            sa.select(sa.func.max(schema.statements.c.seq)),
            sa.select(sa.func.max(schema.judgements.c.seq)),
            sa.select(sa.func.max(sa.literal_column("rowid"))).select_from(schema.sentence_vectors),
        )
        with self._connected() as connection:
            return tuple(connection.scalar(query) for query in newest)

    def parties_listed(self, page: Page, query: str | None = None) -> ListedParties:
        """A page of the linked parties with a name, those who say most first; `query` as in `linked_parties`."""
        with self._connected() as connection:
            return list_parties(connection, query, page)

    def foremost_roles(self, party: PartyId, most: int, sample: int) -> tuple[str, ...]:
        """What so many articles call a party besides its name, what most call it first; what of several one alone says
        is left out, for it may be misread."""
        with self._connected() as connection:
            counted = count_roles(connection, party, sample)
        least = 2 if max(counted.values(), default=0) > 1 else 1
        return tuple(role for role, times in counted.most_common(most) if times >= least)

    def claims_ranked(
        self, page: Page, *, party: PartyId | None = None, query: str | None = None
    ) -> tuple[int, tuple[ClaimId, ...]]:
        """How many claims there are, and those of a page, those on which most was said first; filters as in `claims`."""
        with self._connected() as connection:
            return rank_claims(connection, page, party=party, query=query)

    def count_claims(self) -> int:
        """How many claims there are."""
        with self._connected() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(schema.claims)) or 0

    def articles_listed(
        self,
        page: Page | None = None,
        *,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> ListedArticles:
        """A page of the list of articles, the latest first; the filters are those of `search`."""
        filters = Filters(publisher=publisher, since=since, until=until)
        with self._connected() as connection:
            return list_articles(connection, filters, page or Page())

    def unreviewed(self, limit: int, article: ArticleId | None = None) -> tuple[StatementId, ...]:
        """Statements that nobody judged: those that a change rests on, then those of a conflict, then the doubtful."""
        with self._connected() as connection:
            return tuple(list_unreviewed(connection, limit, article))

    def reviewed(self) -> int:
        """How many statements people judged."""
        with self._connected() as connection:
            return count_reviewed(connection)

    def publishers(self) -> tuple[tuple[str, int], ...]:
        """Who published articles of the record, and how many, the most first."""
        with self._connected() as connection:
            return list_publishers(connection)

    def unread(self, limit: int = 100) -> tuple[Outcome, ...]:
        """Inputs that never became an article, and why."""
        with self._connected() as connection:
            return tuple(list_unread(connection, limit))

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        if self._connection is not None:
            yield self._connection
        else:
            with self._reading.connect() as connection:
                yield connection

    def _stream(self, query: sa.Select[Any]) -> Iterator[AnyRow]:
        with self._connected() as connection:
            yield from connection.execute(query, execution_options={"yield_per": ROWS_AT_ONCE})


def _reading(connection: sa.Connection, kept: ArticleVersion) -> Reading:
    article = kept.article
    return Reading(
        article,
        standing_statements(connection, article.id),
        kept.run,
        standing_parties(connection, article.id),
        contacts_of(connection, article.id),
        events_of(connection, article.id),
    )


def _begins_with(column: sa.ColumnElement[str], beginning: str) -> sa.ColumnElement[bool]:
    """As a range, which an index answers, and which has no wildcards to escape."""
    return column.between(beginning, beginning + AFTER_ANY_CHARACTER)


def _ambiguous(name: str, found: list[ArticleVersion]) -> RecordError:
    named = ", ".join(f"{kept.article.ref} ({kept.article.id})" for kept in found[:NAMED_AT_MOST])
    more = " and more" if len(found) > NAMED_AT_MOST else ""
    return RecordError(f"found several articles for {name!r}: {named}{more}; expected one; give more of its name")
