"""Search as every view gives it: the statements that have the words, then those that are near in meaning; with facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.record import RecordReader
from onrecord.views.meaning import Meaning
from onrecord.views.quoting import Quoted, quote
from onrecord.vocabulary import ClaimId, LinkedParty, PartyId, Span, StatementId

MOST_BY_WORDS = 100
MOST_BY_MEANING = 20
MOST_VALUES = 8
"""How many values of a facet are told."""

LONGEST_SNIPPET = 480

LOOKED_THROUGH = 200
"""Of the nearest, how many are looked through for those that fit the filters."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought. speaker: words of the source; party and claim: ids; days are those of publication, both inclusive."""

    words: str = ""
    speaker: str | None = None
    party: PartyId | None = None
    claim: ClaimId | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_anything(self) -> bool:
        """Whether anything is sought at all."""
        return bool(self.words.strip() or self.speaker or self.party or self.claim)


@dataclass(frozen=True, slots=True)
class Found:
    """A statement that was found. marks: where the words stand in the snippet; cosine: how near it is, if by meaning."""

    quoted: Quoted
    snippet: Span
    marks: tuple[Span, ...] = ()
    cosine: float | None = None

    @property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """The snippet in parts, each with whether it is a word that was sought; a long one as far as it is near these."""
        text, whole = self.quoted.article.text, self.snippet
        shown = _window(text, whole, self.marks)
        cut = [("…", False)] if shown.end < whole.end else []
        lead = [("… ", False)] if shown.start > whole.start else []
        return (*lead, *_parts(text, shown, [mark for mark in self.marks if shown.contains(mark)]), *cut)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: what the address asks for, what it is called, how many it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found. by_meaning: None while the record is being taken in. facets: by name of the filter."""

    by_words: tuple[Found, ...]
    by_meaning: tuple[Found, ...] | None
    facets: dict[str, tuple[Value, ...]]

    @property
    def is_cut(self) -> bool:
        """Whether more have the words than are given."""
        return len(self.by_words) >= MOST_BY_WORDS


def search(reader: RecordReader, meaning: Meaning | None, sought: Sought, limit: int = MOST_BY_WORDS) -> Results:
    """Look for statements; without `meaning` by words alone."""
    hits = reader.search(
        sought.words,
        speaker=sought.speaker,
        party=sought.party,
        claim=sought.claim,
        publisher=sought.publisher,
        since=sought.since,
        until=sought.until,
        limit=limit,
    )
    by_id = {hit.statement.id: hit for hit in hits if hit.statement}
    quoted = quote(reader, by_id)
    by_words = tuple(Found(quoted[id_], hit.snippet, hit.marks) for id_, hit in by_id.items() if id_ in quoted)
    by_meaning = near(reader, meaning, sought, by_id) if meaning is not None else ()
    return Results(by_words, by_meaning, _facets(reader, sought, (*by_words, *(by_meaning or ()))))


def near(
    reader: RecordReader, meaning: Meaning, sought: Sought, known: Collection[StatementId] = ()
) -> tuple[Found, ...] | None:
    """What is near in meaning to the words, without what is known already; None while the record is being taken in."""
    if not sought.words.strip():
        return ()
    within: set[StatementId] | None = None
    if sought.party is not None:
        within = set(reader.statements_of(sought.party))
    if sought.claim is not None:
        on = {stand.statement for claim in reader.claims(ids=[sought.claim]) for stand in claim.stands}
        within = on if within is None else within & on
    nearest = meaning.nearest(sought.words, LOOKED_THROUGH, within=within)
    if nearest is None:
        return None
    cosines = {each.statement: each.cosine for each in nearest if each.statement not in known}
    ids = list(cosines)
    if sought.speaker or sought.publisher or sought.since or sought.until:
        ids = reader.fitting(
            ids, speaker=sought.speaker, publisher=sought.publisher, since=sought.since, until=sought.until
        )
    quoted = quote(reader, ids[: 2 * MOST_BY_MEANING])
    found = (Found(quoted[id_], _whole(quoted[id_]), cosine=cosines[id_]) for id_ in ids if id_ in quoted)
    return tuple(_once(found))[:MOST_BY_MEANING]


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Of what is told in the same words again and again, the nearest."""
    seen = set()
    for each in found:
        if each.quoted.words not in seen:
            seen.add(each.quoted.words)
            yield each


def _whole(quoted: Quoted) -> Span:
    statement = quoted.statement
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _window(text: str, whole: Span, marks: Sequence[Span]) -> Span:
    """The stretch of a snippet that is shown: all of it, or so much around the first mark, cut between words."""
    if whole.end - whole.start <= LONGEST_SNIPPET:
        return whole
    first = marks[0].start if marks else whole.start
    start = max(whole.start, first - LONGEST_SNIPPET // 4)
    if start > whole.start:
        start = text.find(" ", start, first) + 1 or first
    end = min(whole.end, start + LONGEST_SNIPPET)
    return Span(start, end if end == whole.end else max(text.rfind(" ", start, end), start + 1))


def _parts(text: str, snippet: Span, marks: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    position = snippet.start
    for mark in marks:
        if mark.start >= position:
            yield text[position : mark.start], False
            yield mark.of(text), True
            position = mark.end
    yield text[position : snippet.end], False


# --- facets ---


def _facets(reader: RecordReader, sought: Sought, found: Sequence[Found]) -> dict[str, tuple[Value, ...]]:
    """By what the statements that were found could be narrowed down: values that not all of them have."""
    parties, claims, outlets, years = (Counter[str]() for _ in range(4))
    names: dict[str, str] = {}
    for each in found:
        for party in {
            p.id: p for p in (each.quoted.speaker, each.quoted.principal) if isinstance(p, LinkedParty)
        }.values():
            parties[party.id] += 1
            names[party.id] = party.name
        if each.quoted.on_claim:
            claims[each.quoted.on_claim[0]] += 1
        if each.quoted.article.publisher:
            outlets[each.quoted.article.publisher] += 1
        if each.quoted.article.published:
            years[each.quoted.article.published[:4]] += 1
    asked = {"party": sought.party, "claim": sought.claim, "publisher": sought.publisher}
    several = {id_: n for id_, n in claims.items() if n > 1}
    names |= {str(id_): text for id_, text in reader.claim_texts(_most(several)).items()}
    counted = {"party": parties, "claim": Counter(several), "publisher": outlets, "year": years}
    return {
        name: tuple(Value(value, names.get(value, value), counts[value]) for value in _most(counts))
        for name, counts in counted.items()
        if not asked.get(name) and len(counts) > 1
    }


def _most(counts: dict[str, int]) -> list[ClaimId]:
    return [ClaimId(value) for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]]
