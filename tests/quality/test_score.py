"""Counts and what follows from them."""

from __future__ import annotations

import pytest

from onrecord.quality.score import Score, Tally


def test_precision_recall_and_f1_are_in_per_cent():
    score = Score(hit=3, predicted=4, gold=6)
    assert (score.precision, score.recall, score.f1) == (75, 50, 60)


def test_nothing_to_be_right_about_is_not_known_rather_than_nought():
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)


def test_missing_everything_is_nought():
    assert Score(hit=0, predicted=0, gold=3).f1 == 0


def test_an_article_of_several_annotators_counts_once():
    tally = Tally()
    for hit in (1, 0):
        tally.add("exact", hit, 2, 3, weight=0.5)
    assert tally.scores() == {"exact": Score(0.5, 2, 3)}


def test_micro_f1_is_of_all_counts_together():
    tally = Tally()
    tally.add("exact", 1, 1, 1)
    tally.add("exact", 0, 1, 3)
    assert tally.scores()["exact"].f1 == pytest.approx(100 * 2 / 6)
