"""Measures on the project's own gold: everything by content, nested ones by where they stand, outer ones as in PolNeAR."""

from __future__ import annotations

from dataclasses import replace

from hand_read import readings

from onrecord.quality import own_gold, samples
from onrecord.quality.polnear import Annotated
from onrecord.quality.score import Score
from onrecord.vocabulary import Article


def story(marked, as_statement):
    text, outer = marked("[s Rowe] [q said] [c Quill denied it rained].")
    _, inner = marked("Rowe said [s Quill] [q denied] [c it rained].")
    article = Article(ref="a", text=text)
    annotated = Annotated(article, ((outer, replace(inner, nested_in=0)),))
    around = as_statement(outer, article.id)
    return annotated, around, as_statement(inner, article.id, nested_in=around)


def test_a_perfect_reading_hits_outer_and_nested(marked, as_statement):
    annotated, outer, inner = story(marked, as_statement)
    scores = samples.measure([annotated], readings("a", outer, inner))
    assert scores["statements"] == Score(2, 2, 2)
    assert scores["nested"] == Score(1, 1, 1)
    assert scores["triple"] == Score(1, 1, 1)


def test_a_nested_one_that_was_not_read_is_missed_among_all_but_not_among_the_outer(marked, as_statement):
    annotated, outer, _ = story(marked, as_statement)
    scores = samples.measure([annotated], readings("a", outer))
    assert scores["statements"] == Score(1, 1, 2)
    assert scores["nested"] == Score(0, 0, 1)
    assert scores["triple"] == Score(1, 1, 1)


def test_a_nested_one_that_is_read_as_an_outer_one_is_missed_as_nested(marked, as_statement):
    annotated, outer, inner = story(marked, as_statement)
    scores = samples.measure([annotated], readings("a", outer, replace(inner, nested_in=None)))
    assert scores["statements"] == Score(2, 2, 2)
    assert scores["nested"] == Score(0, 0, 1)
    assert scores["triple"] == Score(1, 2, 1)


def test_the_own_gold_is_found_in_a_checkout_and_its_spans_lie_in_the_texts():
    found = own_gold()
    (gold,) = found.sets
    assert len(gold.articles) >= 8
    assert gold.measure({})["statements"].gold > 200
    assert gold.measure({})["nested"].gold > 20


def test_without_a_checkout_the_absence_is_said(tmp_path):
    found = own_gold(tmp_path / "samples.jsonl")
    assert found.sets == ()
    assert "comes with the source" in found.absent[0]
