"""Links are made from what the record holds, kept whole, and known to be stale when something was read or decided since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.pipeline import bring_links_up_to_date
from onrecord.record import DIFFERENT, SAME, Judgement, Record
from onrecord.record.judgements import Subject
from onrecord.views.exporting import Format, write_files
from onrecord.views.present import KINDS
from onrecord.vocabulary import (
    Article,
    Contact,
    Decisions,
    Event,
    Form,
    Interval,
    Linked,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Side,
    Span,
    Stance,
    Statement,
    StatementId,
)

from .invented import RUN, read


def reading(ref: str, text: str, stance: Stance, published: str) -> Reading:
    """An article of one sentence: "Elena Marsh CUE CONTENT."."""
    article = Article(ref, text, publisher="The Lamp", published=published)
    speaker = Party(article.id, "Elena Marsh", PartyKind.PERSON, mentions=(Span(0, 11),), roles=("mayor",))
    other = Party(article.id, "Peter Field", PartyKind.PERSON)
    cue = Span(12, text.index(" ", 12))
    content = Span(cue.end + 1, len(text) - 1)
    statement = Statement(
        article.id, speaker.mentions[0], cue, (content,), Form.INDIRECT, stance=stance, speaker=speaker.id
    )
    day = Interval(*2 * (date(2031, 3, 4),), "day")
    return Reading(
        article,
        (statement,),
        RUN,
        (speaker, other),
        (Contact(article.id, (speaker.id, other.id), content, on=day),),
        (Event(article.id, day, content, (speaker.id,)),),
    )


DENIED = reading("1", "Elena Marsh denied that the dockside valve leaked chlorine.", Stance.DENIES, "2031-03-04")
SAID = reading("2", "Elena Marsh said that the dockside valve leaked chlorine.", Stance.ASSERTS, "2031-03-09")


@pytest.fixture
def linked(record: Record) -> Record:
    for each in (DENIED, SAID):
        record.writer.write(each)
    assert bring_links_up_to_date(record.links)
    return record


def judge(record: Record, field: str, kind: Subject, one: str, other: str, at: str = "2031-03-10T10:00:00Z") -> None:
    record.judgements.append(Judgement(at, "Rita", kind, one, field, None, other))


def test_an_empty_record_has_nothing_to_link(record: Record) -> None:
    bring_links_up_to_date(record.links)
    assert list(record.reader.claims()) == []


def test_what_linking_derived_is_read_back(linked: Record) -> None:
    reader = linked.reader
    marsh = next(reader.linked_parties("marsh"))
    assert (marsh.name, marsh.statements, marsh.articles, marsh.roles) == ("Elena Marsh", 2, 2, ("mayor",))
    assert reader.linked_party(marsh.id) == marsh
    (claim,) = reader.claims()
    assert claim == reader.claim(claim.id)
    assert [(s.statement, s.side) for s in claim.stands] == [
        (DENIED.statements[0].id, Side.DENIES),
        (SAID.statements[0].id, Side.AFFIRMS),
    ]
    (change,) = reader.changes(party=marsh.id)
    assert (change.before, change.after) == claim.stands
    (position,) = reader.positions(party=marsh.id, claim=claim.id)
    assert position.stands == claim.stands
    assert {o.side for o in reader.origins(claim=claim.id)} == {Side.AFFIRMS, Side.DENIES}
    assert list(reader.conflicts()) == []
    (contact,) = reader.contacts(party=marsh.id)
    assert [e.article for e in contact.evidence] == [DENIED.article.id, SAID.article.id]
    (event,) = reader.timeline(party=marsh.id)
    assert len(event.evidence) == 2
    assert reader.copies() == {}


def test_words_and_parties_narrow_an_answer_down(linked: Record) -> None:
    reader = linked.reader
    assert len(list(reader.claims(query="Valve chlorine"))) == 1
    assert list(reader.claims(query="pump")) == []
    assert [p.name for p in reader.linked_parties("mayor")] == ["Elena Marsh"]
    nobody = PartyId("q-nobody")
    for answer in (reader.claims, reader.changes, reader.conflicts, reader.positions, reader.contacts, reader.timeline):
        assert list(answer(party=nobody)) == []  # type: ignore[operator]


def test_statements_know_their_claim_and_their_linked_parties(linked: Record) -> None:
    reader = linked.reader
    statement = SAID.statements[0]
    claim, stand = reader.stands_of([statement.id])[statement.id]
    assert claim == next(reader.claims()).id
    assert stand.side is Side.AFFIRMS
    assert statement.speaker is not None
    assert reader.shown_parties([statement])[statement.speaker].id == next(reader.linked_parties("marsh")).id


def test_links_are_stale_once_something_is_read_and_fresh_once_they_are_made(linked: Record) -> None:
    assert not linked.links.are_stale()
    assert not bring_links_up_to_date(linked.links)
    read(linked, Article("3", "Bert said it rained."))
    assert linked.links.are_stale()
    assert bring_links_up_to_date(linked.links)
    assert not linked.links.are_stale()


def test_reading_the_same_again_leaves_links_as_they_are(linked: Record) -> None:
    linked.writer.write(SAID)
    assert not linked.links.are_stale()


def test_linking_anew_gives_the_same(linked: Record) -> None:
    def everything() -> list[object]:
        reader = linked.reader
        return [list(rows()) for rows in (reader.linked_parties, reader.claims, reader.changes, reader.contacts)]

    before = everything()
    linked.links.keep(Linked())
    assert everything() == [[], [], [], []]
    linked.writer.write(reading("0", "Elena Marsh said so.", Stance.ASSERTS, "2031-03-01"))
    bring_links_up_to_date(linked.links)
    assert everything()[1] == before[1]


def test_what_people_decided_is_heeded(linked: Record) -> None:
    one, other = DENIED.statements[0].id, SAID.statements[0].id
    judge(linked, DIFFERENT, Subject.CLAIM, one, other)
    assert linked.links.decisions() == Decisions(different_claims=frozenset({frozenset({one, other})}))
    assert bring_links_up_to_date(linked.links)
    assert linked.reader.stands_of([one]).get(StatementId(one)) != linked.reader.stands_of([other]).get(
        StatementId(other)
    )
    assert list(linked.reader.changes()) == []


def test_the_later_decision_counts(linked: Record) -> None:
    one, other = (r.parties[0].id for r in (DENIED, SAID))
    judge(linked, DIFFERENT, Subject.PARTY, one, other)
    judge(linked, SAME, Subject.PARTY, other, one, at="2031-03-11T10:00:00Z")
    assert linked.links.decisions() == Decisions(same_parties=frozenset({frozenset({one, other})}))


def test_an_export_has_rows_of_what_linking_gives(linked: Record, tmp_path: Path) -> None:
    counts = write_files(linked.reader, KINDS, Format.JSONL, tmp_path)
    assert counts == {
        "articles": 2,
        "parties": 2,
        "statements": 2,
        "claims": 1,
        "positions": 1,
        "changes": 1,
        "conflicts": 0,
        "origins": 2,
        "contacts": 1,
        "timeline": 1,
    }
