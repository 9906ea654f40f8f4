"""Decisions as judgements, and the log as rows that come back the same."""

from __future__ import annotations

import pytest
from invented_affair import LAMP, NOTHING, SIGNED

from onrecord.errors import JudgementError
from onrecord.record import open_record
from onrecord.views import judging
from onrecord.views.judging import Decider, judgement_of, judgement_row
from onrecord.vocabulary import Review


@pytest.fixture
def case(affair_record):
    with open_record(affair_record) as record:
        yield judging.case_of(record.reader, SIGNED.id)


def test_nobody_decides_without_a_name():
    with pytest.raises(JudgementError, match="give your name"):
        Decider("  ")


def test_a_decision_says_who_when_what_before_and_after_and_on_which_words(case):
    made = case.corrected(Decider("Ada"), "stance", "denies", "a slip")
    assert (made.who, made.field, made.old, made.new, made.reason) == ("Ada", "stance", "asserts", "denies", "a slip")
    assert made.evidence.anchor.exact == "“The contract was signed in May,”"
    assert made.evidence.source == "Rowe"


def test_two_decisions_at_once_are_two(case):
    decider = Decider("Ada")
    made = [case.reviewed(decider, Review.ACCEPTED) for _ in range(2)]
    assert made[0].id != made[1].id


@pytest.mark.parametrize(("field", "value"), [("mood", "bad"), ("stance", "shouts")])
def test_only_values_that_there_are_can_be_given(case, field, value):
    with pytest.raises(JudgementError, match="expected"):
        case.corrected(Decider("Ada"), field, value)


def test_a_row_gives_the_judgement_back(case):
    for made in (case.reviewed(Decider("Ada"), Review.REJECTED), case.moved(Decider("Ada"), NOTHING)):
        assert judgement_of(judgement_row(made)) == made


def test_what_is_no_judgement_is_refused():
    with pytest.raises(JudgementError, match="no judgement"):
        judgement_of({"who": "Ada"})


def test_a_date_is_taken_back_with_where_it_came_from(affair_record):
    with open_record(affair_record) as record:
        kept = record.reader.article(LAMP.id)
        made = judging.on_article(kept, "published", "2031-05-05", Decider("Ada"))
    from dataclasses import replace

    undone = replace(made, old=made.new, new="2031-03-04 metadata")
    before = judging.without_judgement(replace(kept.article, published="2031-05-05"), undone)
    assert (before.published, before.published_from.value) == ("2031-03-04", "metadata")
