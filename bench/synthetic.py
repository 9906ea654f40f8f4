"""A synthetic record of many statements, written straight into its tables: to see how pages bear a record of that size.

    python bench/synthetic.py RECORD [--statements N] [--links]

Nothing in it is read by the model and nothing is linked by the linker: articles, statements, parties, claims and what
follows from them are drawn at random, always the same ones, and as unevenly as in real affairs: few parties say most, few
claims are spoken of most. Full text and vectors of sentences are there too, so that search has what it needs.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import sqlalchemy as sa

from onrecord.linking import SHIPPED, WIDTH, Memory, sentence_of
from onrecord.record import Record, open_record, schema
from onrecord.record.rows import contact_row, event_row, party_row, span_rows, statement_row
from onrecord.record.vectors import key_of
from onrecord.vocabulary import (
    Article,
    ArticleId,
    Basis,
    Change,
    ChangeKind,
    Channel,
    Claim,
    ClaimId,
    Conflict,
    Contact,
    Event,
    Form,
    Gone,
    Interval,
    Kind,
    Linked,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    Party,
    PartyId,
    PartyKind,
    Passage,
    Relinked,
    Run,
    Said,
    Side,
    Span,
    Stance,
    Stand,
    Statement,
    StatementId,
    content_id,
)

IN_AN_ARTICLE = 25
SPEAKERS_IN_AN_ARTICLE = 6
FIRST_DAY = date(2019, 1, 1)
DAYS = 2200
AT_ONCE = 200
RUN = Run("synthetic", "1")
OUTLETS = tuple(f"The {name}" for name in ("Lamp", "Quay", "Echo", "Flare", "Folio", "Northline", "Chronicle", "Wire"))
SIDES = (Side.AFFIRMS,) * 6 + (Side.DENIES,) * 2 + (Side.UNSURE, Side.DECLINES)
CUES = {"said": Stance.ASSERTS, "denied": Stance.DENIES, "urged": Stance.URGES, "doubted": Stance.HEDGES}


@dataclass(slots=True)
class World:
    """What is drawn from: names, words, claims; and what was drawn, for linking."""

    rng: random.Random
    names: Sequence[str]
    words: Sequence[str]
    claims: int
    locals_: dict[int, list[PartyId]] = field(default_factory=lambda: defaultdict(list))
    said: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    stands: dict[int, list[tuple[Stand, int]]] = field(default_factory=lambda: defaultdict(list))
    contacts: list[LinkedContact] = field(default_factory=list)
    events: list[LinkedEvent] = field(default_factory=list)

    def uneven(self, count: int) -> int:
        """A number below `count`, small ones far more often."""
        return min(int(count * self.rng.random() ** 3.2), count - 1)


@dataclass(frozen=True, slots=True)
class Drawn:
    """An article with what is in it."""

    article: Article
    parties: tuple[Party, ...]
    statements: tuple[Statement, ...]
    contacts: tuple[Contact, ...]
    events: tuple[Event, ...]


def main() -> int:
    """Make the record."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", type=Path, help="the file to make; there must be none yet")
    parser.add_argument("--statements", type=int, default=1_000_000, help="about how many statements it is to have")
    parser.add_argument(
        "--links",
        action="store_true",
        help="make only the links of such a record anew, as this version would have made them",
    )
    options = parser.parse_args()
    if options.record.exists() is not options.links:
        parser.error(f"{options.record}: found {'no' if options.links else 'a'} file; expected the contrary")
    if options.links:
        link(options.record, options.statements)
    else:
        write(options.record, options.statements)
    return 0


def link(path: Path, statements: int) -> None:
    """Make the links of a record of so many statements anew: what they are made of is drawn once more, and is the same."""
    world = _world(statements)
    for number in range(max(statements // IN_AN_ARTICLE, 1)):
        draw(world, number)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE links_made SET by = ''")  # whatever made them: what they rest on has not changed
    with open_record(path, create=False) as record:
        _keep_links(record, linked(world))


def write(path: Path, statements: int) -> None:
    """Make a record of about so many statements at `path`."""
    world = _world(statements)
    with open_record(path) as record:
        triggers = _without_triggers(path)
        articles = max(statements // IN_AN_ARTICLE, 1)
        for first in range(0, articles, AT_ONCE):
            _keep(record, [draw(world, n) for n in range(first, min(first + AT_ONCE, articles))])
        _with_triggers(path, triggers)
        _keep_links(record, linked(world))


def _keep_links(record: Record, made: Linked) -> None:
    """Keep links as if linking had made them of every article, without what it remembers: the next would link anew."""
    record.links.shelf()
    articles = frozenset(kept.article.id for kept in record.reader.articles())
    places = {claim.id: f"{place:09}" for place, claim in enumerate(made.claims)}
    assert record.links.keep(Relinked(made, Gone(), articles, frozenset(), places), Memory())


def _world(statements: int) -> World:
    rng = random.Random(0)
    syllables = [a + b for a in "bdfgklmnprstvw" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "or", "un")]
    words = ["".join(rng.choices(syllables, k=rng.randint(1, 3))) for _ in range(6000)]
    names = [
        f"{_name(rng, syllables)} {_name(rng, syllables)}" for _ in range(max(statements // 40, SPEAKERS_IN_AN_ARTICLE))
    ]
    return World(rng, names, words, max(statements // 8, 1))


def _name(rng: random.Random, syllables: Sequence[str]) -> str:
    return "".join(rng.choices(syllables, k=rng.randint(2, 3))).capitalize()


# --- articles ---


def draw(world: World, number: int) -> Drawn:
    """One article: sentences, in each of which somebody says something."""
    rng = world.rng
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    who = list(dict.fromkeys(world.uneven(len(world.names)) for _ in range(SPEAKERS_IN_AN_ARTICLE)))
    text, sentences, mentions = "", [], defaultdict(list)
    for _ in range(rng.randint(IN_AN_ARTICLE - 10, IN_AN_ARTICLE + 10)):
        speaker, cue = rng.choice(who), rng.choices(list(CUES), weights=(12, 3, 2, 1))[0]
        content = " ".join(world.words[world.uneven(len(world.words))] for _ in range(rng.randint(8, 24)))
        source = Span(len(text), len(text) + len(world.names[speaker]))
        cue_span = Span(source.end + 1, source.end + 1 + len(cue))
        content_span = Span(cue_span.end + 6, cue_span.end + 6 + len(content))
        text += f"{world.names[speaker]} {cue} that {content}.{rng.choice((' ', chr(10) * 2))}"
        sentences.append((speaker, CUES[cue], source, cue_span, content_span))
        mentions[speaker].append(source)
    article = Article(
        ref=f"synthetic-{number:07}",
        text=text.rstrip(),
        publisher=OUTLETS[world.uneven(len(OUTLETS))],
        title=" ".join(rng.choices(world.words, k=6)).capitalize(),
        published=day.isoformat(),
    )
    parties = {
        speaker: Party(article.id, world.names[speaker], PartyKind.PERSON, tuple(found), (world.names[speaker],))
        for speaker, found in mentions.items()
    }
    statements = [
        Statement(
            article.id,
            source,
            cue,
            (content,),
            Form.INDIRECT,
            kind=Kind.SAID,
            stance=stance,
            speaker=parties[speaker].id,
            said=Said(_day(day), Basis.ARTICLE_DATE) if rng.random() < 0.7 else None,
            confidence=round(rng.random(), 3),
        )
        for speaker, stance, source, cue, content in sentences
    ]
    for speaker, party in parties.items():
        world.locals_[speaker].append(party.id)
    for (speaker, *_), statement in zip(sentences, statements, strict=True):
        world.said[speaker] += 1
        if rng.random() < 0.6:
            days = statement.said.days if statement.said else None
            stand = Stand(statement.id, rng.choice(SIDES), _linked_id(speaker), days)
            world.stands[world.uneven(world.claims)].append((stand, speaker))
    first, *others = parties
    contacts, events = [], []
    if others and rng.random() < 0.3:
        contacts.append(Contact(article.id, (parties[first].id, parties[others[0]].id), sentences[0][2], Channel.PHONE))
        passage = Passage(article.id, sentences[0][2])
        pair = (_linked_id(first), _linked_id(others[0]))
        world.contacts.append(LinkedContact(pair, Channel.PHONE, _day(day), (passage,), 0.6))
    for _, _, _, _, content in sentences[:2]:
        events.append(Event(article.id, _day(day), content, (parties[first].id,)))
        world.events.append(LinkedEvent(_day(day), (_linked_id(first),), (Passage(article.id, content),)))
    return Drawn(article, tuple(parties.values()), tuple(statements), tuple(contacts), tuple(events))


def _day(day: date) -> Interval:
    return Interval(day, day, "day")


def _linked_id(speaker: int) -> PartyId:
    return PartyId(content_id("q", "synthetic", speaker))


def _keep(record: Record, drawn: Sequence[Drawn]) -> None:
    """Write articles with all that is in them, a table at a time."""
    rows: dict[sa.Table, list[dict[str, object]]] = defaultdict(list)
    vectors = np.random.default_rng(len(drawn[0].article.text)).standard_normal
    for each in drawn:
        article = each.article
        rows[schema.articles].append(
            {
                "id": article.id,
                "ref": article.ref,
                "version": 1,
                "publisher": article.publisher,
                "title": article.title,
                "published": article.published,
                "text": article.text,
                "words": article.words,
                "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
                "added_at": f"{article.published}T12:00:00+00:00",
            }
        )
        rows[schema.readings].append({"article": article.id, "run": RUN.id, "at": "2031-01-01T00:00:00+00:00"})
        rows[schema.parties] += map(party_row, each.parties)
        rows[schema.statements] += (statement_row(s, article.text) for s in each.statements)
        rows[schema.spans] += (row for s in each.statements for row in span_rows(s))
        rows[schema.contacts] += map(contact_row, each.contacts)
        rows[schema.events] += map(event_row, each.events)
        rows[schema.sentence_vectors] += _vectors(each, vectors((len(each.statements), WIDTH)))
    with record.writer._writing.begin() as connection:
        connection.execute(
            schema.runs.insert().prefix_with("OR IGNORE"), {"id": RUN.id, "model": RUN.model, "code": RUN.code}
        )
        for table, of_table in rows.items():
            if of_table:
                connection.execute(table.insert().prefix_with("OR IGNORE"), of_table)


def _vectors(drawn: Drawn, vectors: np.ndarray) -> Iterator[dict[str, object]]:
    names = {party.id: party.name for party in drawn.parties}
    text = drawn.article.text
    for statement, vector in zip(drawn.statements, vectors.astype(np.float16), strict=True):
        name = names[statement.speaker or PartyId("")]
        sentence = sentence_of(name, statement.cue and statement.cue.of(text), statement.content[0].of(text))
        yield {"key": key_of(SHIPPED.digest, sentence), "vector": vector.tobytes()}


def _without_triggers(path: Path) -> list[str]:
    """Word by word the index would take most of the time: it is built at the end instead."""
    with sqlite3.connect(path) as connection:
        named = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%search%'"
        )
        triggers = named.fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in triggers]


def _with_triggers(path: Path, triggers: Sequence[str]) -> None:
    with sqlite3.connect(path) as connection:
        for index in ("article_search", "statement_search"):
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        for sql in triggers:
            connection.execute(sql)


# --- what links them ---


def linked(world: World) -> Linked:
    """Parties, claims, changes, conflicts and origins of what was drawn."""
    claims, changes, conflicts, origins = [], [], [], []
    for number, told in sorted(world.stands.items()):
        told.sort(key=lambda each: (str(each[0].said.start) if each[0].said else "~", each[0].statement))
        claim = ClaimId(content_id("c", number))
        stands = tuple(stand for stand, _ in told)
        text = " ".join(world.words[world.uneven(len(world.words))] for _ in range(10)).capitalize()
        claims.append(Claim(claim, text, stands))
        changes += _changes(claim, stands)
        affirming, denying = (_on(stands, side) for side in (Side.AFFIRMS, Side.DENIES))
        if affirming and denying and world.rng.random() < 0.3:
            both = tuple(s.statement for s in stands if s.side in (Side.AFFIRMS, Side.DENIES))
            conflicts.append(Conflict(claim, affirming, denying, both))
        for side in dict.fromkeys(stand.side for stand in stands):
            groups: dict[PartyId | None, list[StatementId]] = defaultdict(list)
            for stand in stands:
                if stand.side is side:
                    groups[stand.principal].append(stand.statement)
            origins.append(Origin(claim, side, tuple(map(tuple, groups.values())), "Drawn at random."))
    parties = tuple(
        LinkedParty(
            _linked_id(speaker),
            world.names[speaker],
            PartyKind.PERSON,
            (world.names[speaker],),
            (),
            tuple(own),
            statements=world.said[speaker],
            articles=len(own),
        )
        for speaker, own in sorted(world.locals_.items())
    )
    return Linked(
        parties=parties,
        party_of={local: party.id for party in parties for local in party.locals},
        claims=tuple(claims),
        changes=tuple(changes),
        conflicts=tuple(conflicts),
        origins=tuple(origins),
        contacts=tuple({each.id: each for each in sorted(world.contacts, key=_by_day)}.values()),
        events=tuple({each.id: each for each in sorted(world.events, key=_by_day)}.values()),
        copies=dict[ArticleId, ArticleId](),
    )


def _by_day(each: LinkedContact | LinkedEvent) -> tuple[str, Passage]:
    return str(each.on.start) if each.on else "~", each.evidence[0]


def _on(stands: Sequence[Stand], side: Side) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(s.principal for s in stands if s.side is side and s.principal))


def _changes(claim: ClaimId, stands: Sequence[Stand]) -> Iterator[Change]:
    """Each party's first step from one side to another."""
    before: dict[PartyId, Stand] = {}
    changed = set()
    for stand in stands:
        party = stand.principal
        if party is None or party in changed:
            continue
        earlier = before.setdefault(party, stand)
        if earlier.side is not stand.side:
            changed.add(party)
            yield Change(party, claim, ChangeKind.REVERSAL, earlier, stand, 0.5)


if __name__ == "__main__":
    raise SystemExit(main())
