"""A person's value wins, is found again after a reread, and is never dropped."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import JudgementError
from onrecord.record import Evidence, Judgement, Subject, anchor, parse_value, spans_text, value_of, values_text
from onrecord.record.overlay import days_text, overlay, parse_days
from onrecord.vocabulary import Article, Form, Interval, Party, PartyKind, Review, Run, Span, Stance, Statement

TEXT = "Ada said that the pier was sold. Bert denied it flatly. “Nobody asked me,” said Cora."
ARTICLE = Article("pier", TEXT)
RUN, NEWER = Run("model", "1"), Run("model", "2")


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


ADA = Party(ARTICLE.id, "Ada", PartyKind.PERSON, (span("Ada"),), ("Ada",))
BERT = Party(ARTICLE.id, "Bert", PartyKind.PERSON, (span("Bert"),), ("Bert",))
SOLD = Statement(
    ARTICLE.id,
    span("Ada"),
    span("said"),
    (span("that the pier was sold"),),
    Form.INDIRECT,
    stance=Stance.ASSERTS,
    speaker=ADA.id,
)
DENIED = Statement(ARTICLE.id, span("Bert"), span("denied"), (span("it flatly"),), Form.INDIRECT, speaker=BERT.id)


def judged(statement: Statement, field: str, new: str | None, old: str | None = None, *, run: Run = RUN, n: int = 0):
    evidence = Evidence(ARTICLE.ref, ARTICLE.id, anchor(TEXT, statement.content[0]), "Ada")
    return Judgement(
        f"2031-01-01T00:00:{n:02}", "Eve", Subject.STATEMENT, statement.id, field, old, new, None, run.id, evidence
    )


def laid(*judgements: Judgement, article=ARTICLE, run=RUN, read=(SOLD, DENIED)):
    return overlay(article, run, read, (ADA, BERT), judgements)


def test_what_nobody_judged_stands_as_it_was_read():
    found = laid()
    assert found.statements == (SOLD, DENIED)
    assert found.by_read == {SOLD.id: SOLD, DENIED.id: DENIED}


def test_a_persons_value_stands_and_is_marked_as_corrected():
    statement = laid(judged(SOLD, "stance", "denies", "asserts")).by_read[SOLD.id]
    assert (statement.stance, statement.review) == (Stance.DENIES, Review.CORRECTED)


def test_a_speaker_is_a_party_of_the_article_by_name_or_a_new_one():
    assert laid(judged(SOLD, "speaker", "bert", "Ada")).by_read[SOLD.id].speaker == BERT.id
    found = laid(judged(SOLD, "speaker", "Dora Lane", "Ada"))
    new = next(party for party in found.parties if party.id == found.by_read[SOLD.id].speaker)
    assert (new.name, new.mentions) == ("Dora Lane", ())


def test_a_value_can_be_taken_to_be_not_known():
    assert laid(judged(SOLD, "speaker", None, "Ada")).by_read[SOLD.id].speaker is None


def test_the_later_decision_counts():
    found = laid(judged(SOLD, "stance", "denies", n=1), judged(SOLD, "stance", "hedges", n=2))
    assert found.by_read[SOLD.id].stance is Stance.HEDGES


def test_accepting_and_rejecting_are_told_apart():
    accepted = values_text(SOLD, {ADA.id: ADA}, Review.ACCEPTED)
    assert laid(judged(SOLD, "review", accepted)).by_read[SOLD.id].review is Review.ACCEPTED
    assert laid(judged(SOLD, "review", "rejected")).by_read[SOLD.id].review is Review.REJECTED
    assert laid(judged(SOLD, "stance", "denies"), judged(SOLD, "review", "accepted")).by_read[SOLD.id].review is (
        Review.CORRECTED
    )


def test_what_was_accepted_stands_when_a_newer_reading_says_otherwise_and_that_is_told():
    accepted = judged(SOLD, "review", values_text(SOLD, {ADA.id: ADA}, Review.ACCEPTED))
    newer = replace(SOLD, stance=Stance.DENIES)
    found = laid(accepted, run=NEWER, read=(newer,))
    assert found.by_read[SOLD.id].stance is Stance.ASSERTS
    assert [(d.field, d.read) for d in found.disagreements] == [("stance", "denies")]


def test_a_newer_reading_that_repeats_the_corrected_mistake_is_no_news():
    found = laid(judged(SOLD, "stance", "denies", "asserts"), run=NEWER)
    assert found.disagreements == ()


def test_the_same_words_are_the_same_statement_whatever_the_newer_reading_calls_it():
    read = replace(SOLD, cue=None)
    found = laid(judged(SOLD, "stance", "denies"), run=NEWER, read=(DENIED, read))
    assert found.by_read[read.id].stance is Stance.DENIES
    assert found.moved == found.orphans == ()


def test_about_the_same_words_are_the_same_statement_and_said_to_have_moved():
    read = replace(SOLD, content=(span("the pier was sold"),))
    judgement = judged(SOLD, "stance", "denies")
    found = laid(judgement, run=NEWER, read=(read,))
    assert found.by_read[read.id].stance is Stance.DENIES
    assert found.moved == (judgement,)


def test_what_no_reading_has_any_more_is_kept_as_an_orphan():
    judgement = judged(SOLD, "stance", "denies")
    assert laid(judgement, run=NEWER, read=(DENIED,)).orphans == (judgement,)


def test_a_judgement_follows_its_words_into_another_version():
    text = "An update. " + TEXT
    later = Article("pier", text)
    read = Statement(later.id, span("Ada", text), None, (span("that the pier was sold", text),), Form.INDIRECT)
    found = overlay(later, RUN, [read], [], [judged(SOLD, "stance", "denies")])
    assert found.statements[0].stance is Stance.DENIES


def test_other_spans_make_another_id_and_what_is_nested_moves_along():
    inner = replace(DENIED, nested_in=SOLD.id)
    moved = replace(SOLD, content=(span("the pier was sold"),))
    found = laid(judged(SOLD, "spans", spans_text(moved, TEXT)), read=(SOLD, inner))
    assert found.by_read[SOLD.id].id == moved.id
    assert found.by_read[inner.id].nested_in == moved.id
    assert found.by_read[SOLD.id].review is Review.CORRECTED


def test_further_decisions_are_on_the_statement_as_it_stood_then():
    moved = replace(SOLD, content=(span("the pier was sold"),))
    found = laid(judged(SOLD, "spans", spans_text(moved, TEXT)), judged(moved, "stance", "denies", n=1))
    assert found.by_read[SOLD.id].stance is Stance.DENIES


def test_a_missed_statement_is_added_with_what_was_said_of_it():
    missed = Statement(ARTICLE.id, span("Cora"), span("said Cora", TEXT), (span("“Nobody asked me,”"),), Form.DIRECT)
    told = json.loads(spans_text(missed, TEXT)) | {"form": "direct", "speaker": "Cora", "stance": "asserts"}
    found = laid(judged(missed, "added", json.dumps(told)))
    added = next(statement for statement in found.statements if statement.id == missed.id)
    assert (added.form, added.stance, added.review) == (Form.DIRECT, Stance.ASSERTS, Review.CORRECTED)


def test_a_missed_statement_that_a_newer_reading_has_is_not_there_twice():
    told = json.loads(spans_text(SOLD, TEXT)) | {"form": "indirect", "speaker": "Bert"}
    read = replace(SOLD, cue=None)
    found = laid(judged(SOLD, "added", json.dumps(told)), run=NEWER, read=(read,))
    assert [statement.speaker for statement in found.statements] == [BERT.id]


@pytest.mark.parametrize("new", ["{", "[]", '{"content": 3}', "shouts"])
@pytest.mark.parametrize("field", ["review", "stance", "spans", "added", "said"])
def test_a_log_from_elsewhere_cannot_do_harm(field, new):
    found = laid(judged(SOLD, field, new))
    assert len(found.statements) == 2


@given(st.dates(), st.integers(0, 800))
def test_days_are_written_so_that_they_can_be_read_back(start, length):
    from datetime import date, timedelta

    if (date.max - start).days < length:
        return
    days = Interval(start, start + timedelta(days=length), "span")
    again = parse_days(days_text(days))
    assert (again.start, again.end) == (days.start, days.end)


@pytest.mark.parametrize(
    ("written", "granularity"),
    [("2031", "year"), ("2031-02", "month"), ("2031-02-03", "day"), ("2031-02-03/2031-02-05", "span")],
)
def test_days_are_as_exact_as_they_are_written(written, granularity):
    assert parse_days(written).granularity == granularity
    assert days_text(parse_days(written)) == written


@pytest.mark.parametrize(("field", "value"), [("stance", "shouts"), ("said", "Tuesday"), ("channel", "smoke")])
def test_a_value_that_there_is_not_is_refused_with_those_there_are(field, value):
    with pytest.raises(JudgementError, match="expected"):
        parse_value(field, value)


def test_values_are_told_as_text():
    assert value_of(SOLD, {ADA.id: ADA}, "speaker") == "Ada"
    assert value_of(SOLD, {}, "stance") == "asserts"
    assert value_of(SOLD, {}, "said") is None
