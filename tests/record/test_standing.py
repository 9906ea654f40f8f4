"""Readers are given statements as they stand, through rereads, new versions, links and searches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.linking import Memory
from onrecord.pipeline import bring_links_up_to_date
from onrecord.record import Evidence, Judgement, Record, StaleJudgementError, Subject, anchor, spans_text
from onrecord.vocabulary import (
    Article,
    Gone,
    Linked,
    PublishedFrom,
    Relinked,
    Review,
    Span,
    Stance,
    Statement,
)

from .invented import NEWER_RUN, RUN, read, read_statements

ARTICLE = Article("visit", "Ada said it rained. Bert said that Cleo denied it snowed.")
RAINED, SNOWED, NESTED = read_statements(ARTICLE)


def judged(statement: Statement, field: str, new: str | None, *, at: str = "2031-01-01T00:00:00") -> Judgement:
    evidence = Evidence(ARTICLE.ref, ARTICLE.id, anchor(ARTICLE.text, statement.content[0]))
    return Judgement(at, "Eve", Subject.STATEMENT, statement.id, field, None, new, None, RUN.id, evidence)


def test_a_correction_is_in_every_answer_and_outlives_a_reread(record: Record) -> None:
    read(record, ARTICLE)
    record.judgements.append(judged(RAINED, "stance", "denies"))
    for run in (RUN, NEWER_RUN):
        read(record, ARTICLE, run=run)
        kept = record.reader.article("visit")
        assert kept is not None
        found = [
            record.reader.statements(ARTICLE.id)[0],
            record.reader.statements_by_id([RAINED.id])[RAINED.id],
            record.reader.reading(kept).statements[0],
            next(hit.statement for hit in record.reader.search("rained") if hit.statement),
        ]
        assert [(s.stance, s.review) for s in found] == [(Stance.DENIES, Review.CORRECTED)] * 4


def test_a_correction_follows_its_words_into_a_new_version(record: Record) -> None:
    read(record, ARTICLE)
    record.judgements.append(judged(RAINED, "stance", "denies"))
    later = replace(ARTICLE, text="Updated. " + ARTICLE.text)
    read(record, later)
    assert record.reader.statements(later.id)[0].stance is Stance.DENIES


def test_what_is_taken_back_is_as_it_was_read(record: Record) -> None:
    read(record, ARTICLE)
    judgement = record.judgements.append(judged(RAINED, "stance", "denies"))
    record.judgements.undo(judgement.id, who="Eve", at="2031-01-02")
    assert record.reader.statements(ARTICLE.id)[0] == RAINED


def test_a_statement_with_other_spans_is_found_by_its_new_id(record: Record) -> None:
    read(record, ARTICLE)
    moved = replace(RAINED, content=(Span(12, 18),))
    record.judgements.append(judged(RAINED, "spans", spans_text(moved, ARTICLE.text)))
    assert set(record.reader.statements_by_id([moved.id])) == {moved.id}


def test_a_named_speaker_is_a_party_that_can_be_looked_up(record: Record) -> None:
    read(record, ARTICLE)
    record.judgements.append(judged(RAINED, "speaker", "Dora Lane"))
    statement = record.reader.statements(ARTICLE.id)[0]
    assert statement.speaker is not None
    assert record.reader.shown_parties([statement])[statement.speaker].name == "Dora Lane"
    bring_links_up_to_date(record.links)
    (party,) = record.reader.linked_parties("Dora Lane")
    assert [s.id for s in record.reader.said_by(party, 9)] == [RAINED.id]


def test_links_are_made_without_what_was_rejected_and_what_was_nested_there_moves_out(record: Record) -> None:
    read(record, ARTICLE)
    record.judgements.append(judged(SNOWED, "review", "rejected"))
    record.links.shelf()
    _, (reading,) = record.links.changed()
    assert [(s.id, s.nested_in) for s in reading.statements] == [(RAINED.id, None), (NESTED.id, None)]
    assert len(record.reader.statements(ARTICLE.id)) == 3


def test_links_are_stale_when_something_was_decided_while_they_were_made(record: Record) -> None:
    read(record, ARTICLE)
    record.links.shelf()
    record.judgements.append(judged(RAINED, "stance", "denies"))
    step = Relinked(Linked(), Gone(), frozenset({ARTICLE.id}), frozenset(), {})
    assert record.links.keep(step, Memory())
    assert record.links.are_stale()


def test_a_decision_on_what_is_no_longer_so_is_refused_with_the_newer_one(record: Record) -> None:
    read(record, ARTICLE)
    first = record.judgements.append(judged(RAINED, "stance", "denies"), after="")
    with pytest.raises(StaleJudgementError) as refused:
        record.judgements.append(judged(RAINED, "stance", "hedges", at="2031-01-02"), after="")
    assert refused.value.newer == first
    record.judgements.append(judged(RAINED, "stance", "hedges", at="2031-01-02"), after=first.id)
    assert record.reader.statements(ARTICLE.id)[0].stance is Stance.HEDGES


def test_the_queue_has_what_nobody_judged(record: Record) -> None:
    read(record, ARTICLE)
    record.judgements.append(judged(RAINED, "review", "accepted"))
    assert set(record.reader.unreviewed(9)) == {SNOWED.id, NESTED.id}
    assert record.reader.reviewed() == 1


def test_a_date_that_a_person_gave_wins_over_the_input_of_every_later_reading(record: Record) -> None:
    dated = replace(ARTICLE, published="2031-01-01", published_from=PublishedFrom.INPUT)
    read(record, dated)
    evidence = Evidence(ARTICLE.ref, ARTICLE.id, anchor(ARTICLE.text, Span(0, 3)))
    change = ("published", "2031-01-01 input", "2031-02-02")
    record.judgements.append(
        Judgement("2031-03-01", "Eve", Subject.ARTICLE, ARTICLE.id, *change, None, RUN.id, evidence)
    )
    assert read(record, dated) == ["reread"]
    kept = record.reader.article("visit")
    assert kept is not None
    assert (kept.article.published, kept.article.published_from) == ("2031-02-02", PublishedFrom.JUDGEMENT)
    assert read(record, dated) == ["unchanged"]
