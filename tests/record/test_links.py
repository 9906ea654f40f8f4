"""Links are made from what the record holds, kept whole, and known to be stale when something was read or decided since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
import sqlalchemy as sa

from onrecord.linking import SHIPPED, Linker, Memory
from onrecord.pipeline import bring_links_up_to_date
from onrecord.record import DIFFERENT, SAME, Judgement, Record, links, open_record
from onrecord.record.judgements import Subject
from onrecord.views import present
from onrecord.views.exporting import Format, write_files
from onrecord.views.present import KINDS
from onrecord.vocabulary import (
    Article,
    Basis,
    Contact,
    Decisions,
    Event,
    Form,
    Interval,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Said,
    Side,
    Span,
    Stance,
    Statement,
    StatementId,
)

from .invented import NEWER_RUN, RUN, read


def reading(ref: str, text: str, stance: Stance, published: str) -> Reading:
    """An article of one sentence: "Elena Marsh CUE CONTENT."."""
    article = Article(ref, text, publisher="The Lamp", published=published)
    speaker = Party(article.id, "Elena Marsh", PartyKind.PERSON, mentions=(Span(0, 11),), roles=("mayor",))
    other = Party(article.id, "Peter Field", PartyKind.PERSON)
    cue = Span(12, text.index(" ", 12))
    content = Span(cue.end + 1, len(text) - 1)
    statement = Statement(
        article.id,
        speaker.mentions[0],
        cue,
        (content,),
        Form.INDIRECT if stance is Stance.DENIES else Form.DIRECT,
        stance=stance,
        speaker=speaker.id,
        said=Said(Interval(*2 * (date.fromisoformat(published),), "day"), Basis.ARTICLE_DATE),
        confidence=0.98,
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


def derived(record: Record) -> list[object]:
    reader = record.reader
    answers = (reader.linked_parties, reader.claims, reader.changes, reader.conflicts, reader.origins)
    return [list(rows()) for rows in (*answers, reader.contacts, reader.timeline)]  # type: ignore[operator]


def test_article_by_article_and_all_at_once_make_the_same_links(tmp_path: Path) -> None:
    tell = {Stance.DENIES: "denied", Stance.ASSERTS: "said"}
    readings = [
        reading(
            str(n), f"Elena Marsh {tell[stance]} that the dockside valve leaked {what}.", stance, f"2031-03-{n + 4:02}"
        )
        for n, (stance, what) in enumerate(product(tell, ("chlorine", "oil", "chlorine in March")))
    ]
    with open_record(tmp_path / "at-once.db") as at_once, open_record(tmp_path / "by-and-by.db") as by_and_by:
        for each in readings:
            at_once.writer.write(each)
        bring_links_up_to_date(at_once.links)
        for each in (readings[n] for n in (4, 0, 5, 2, 1, 3)):
            by_and_by.writer.write(each)
            assert bring_links_up_to_date(by_and_by.links)
        assert derived(by_and_by) == derived(at_once)
        assert all(derived(at_once)[:3])


def test_one_more_article_leaves_what_it_does_not_touch_as_it_is(linked: Record) -> None:
    def rows() -> set[int]:
        with linked.reader._reading.connect() as connection:
            return set(connection.scalars(sa.text("SELECT rowid FROM claims")))

    before = rows()
    linked.writer.write(reading("0", "Ole Brandt denied that he sold the choir.", Stance.DENIES, "2030-03-01"))
    bring_links_up_to_date(linked.links)
    assert before < rows()


def test_what_is_linked_while_another_links_is_looked_up_again(linked: Record) -> None:
    read(linked, Article("3", "Bert said it rained."))
    memory = Memory(linked.links.shelf())
    (step,) = Linker(memory, SHIPPED).change(*linked.links.changed())
    with open_record(linked.path) as other:
        bring_links_up_to_date(other.links)
    assert not linked.links.keep(step, memory)


def test_links_that_another_version_made_are_made_anew(linked: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    before = derived(linked)
    monkeypatch.setattr(links, "LINKER", "of tomorrow")
    assert linked.links.are_stale()
    linked.links.shelf()
    assert derived(linked) == [[]] * 7
    assert bring_links_up_to_date(linked.links)
    assert derived(linked) == before


def test_an_article_that_is_read_anew_stands_once(linked: Record) -> None:
    before = derived(linked)
    linked.writer.write(replace(SAID, run=NEWER_RUN))
    assert bring_links_up_to_date(linked.links)
    assert derived(linked) == before


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


def test_for_whom_somebody_speaks_in_other_articles_is_shown_also_of_what_takes_no_side(record: Record) -> None:
    article = Article("1", "Ann Rowe denied that the valve leaked.")
    grid = Party(article.id, "Halden Grid", PartyKind.ORGANIZATION)
    rowe = Party(article.id, "Ann Rowe", PartyKind.PERSON, mentions=(Span(0, 8),), roles=("spokeswoman",))
    denial = Statement(
        article.id, rowe.mentions[0], Span(9, 15), (Span(16, 37),), Form.INDIRECT, stance=Stance.DENIES,
        speaker=rowe.id, on_behalf_of=grid.id,
    )  # fmt: skip
    record.writer.write(Reading(article, (denial,), RUN, (rowe, grid)))
    told = ["Ann Rowe asked who was there.", "Ann Rowe said I am going."]
    bare = [reading(f"b{n}", text, Stance.ASKS, "2031-03-05") for n, text in enumerate(told)]
    for n, each in enumerate(bare):
        article = each.article
        speaker = Party(article.id, "Ann Rowe", PartyKind.PERSON, mentions=(Span(0, 8),))
        cue = Span(9, article.text.index(" ", 9))
        content = Span(cue.end + 1, len(article.text) - 1)
        statement = Statement(article.id, Span(0, 8), cue, (content,), Form.INDIRECT, speaker=speaker.id)
        bare[n] = Reading(article, (statement,), RUN, (speaker,))
        record.writer.write(bare[n])
    bring_links_up_to_date(record.links)
    whom = []
    for each in bare:
        shown = record.reader.shown_parties(each.statements)
        spoken_for = present.spoken_for(each.statements[0], each.article.text, shown)
        whom.append(spoken_for and shown[spoken_for].name)
    assert whom == ["Halden Grid", None]
