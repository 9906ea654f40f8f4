"""The measures of stories, on a story of one article that is counted by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hand_read import readings

from onrecord.errors import EvaluationError
from onrecord.quality import stories
from onrecord.quality.score import Score
from onrecord.vocabulary import Form, Kind, Span, Statement

TEXT = "Rowe said that Quill had denied that it rained. “It did,” Brand said, “and it hailed.”"
KEYS = [
    ("1", "Rowe", "said", "that Quill had denied that it rained", "indirect"),
    ("2", "Quill", "had denied", "that it rained", "indirect"),
    ("3", "Brand", "said", ["“It did,”", "“and it hailed.”"], "direct"),
]


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "01.txt").write_text(TEXT, encoding="utf-8")
    statements = [
        {"id": id_, "article": "01.txt", "source": source, "cue": cue, "content": content, "form": form}
        for id_, source, cue, content, form in KEYS
    ]
    article = {"file": "01.txt", "title": "Rain", "publisher": "The Lamp", "published": "2031-03-04"}
    key = {"story": "rain", "articles": [article], "statements": statements}
    (tmp_path / "key.json").write_text(json.dumps(key), encoding="utf-8")
    return stories.load([tmp_path], "stories", "one story")


def at(piece, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(piece, start + 1)
    return Span(start, start + len(piece))


@pytest.fixture
def perfect(gold):
    article = gold.articles[0].id
    outer = Statement(article, at("Rowe"), at("said"), (at("that Quill had denied that it rained"),), Form.INDIRECT)
    inner = Statement(article, at("Quill"), at("had denied"), (at("that it rained"),), Form.INDIRECT, None, outer.id)
    third = Statement(article, at("Brand"), at("said", 1), (at("“It did,”"), at("“and it hailed.”")), Form.DIRECT)
    return outer, inner, third


def test_a_perfect_reading_hits_everything(gold, perfect):
    assert gold.articles[0].ref == "rain/01.txt"
    assert gold.measure(readings("rain/01.txt", *perfect)) == {
        "statements": Score(3, 3, 3),
        "source": Score(3, 3, 3),
        "cue": Score(3, 3, 3),
        "nested": Score(1, 1, 1),
        "form": Score(3, 3, 3),
    }


def test_of_two_places_the_nearest_to_the_content_is_meant(gold, perfect):
    outer, inner, third = perfect
    far = replace(third, cue=at("said"))
    assert gold.measure(readings("rain/01.txt", outer, inner, far))["cue"] == Score(2, 3, 3)


def test_half_the_content_is_enough_to_pair_and_less_is_not(gold, perfect):
    outer, inner, third = perfect
    long = replace(third, content=third.content[1:])  # 16 of 25 characters
    assert gold.measure(readings("rain/01.txt", outer, inner, long))["statements"].hit == 3
    short = replace(third, content=third.content[:1])  # 9 of 25: F1 is 18/34
    assert gold.measure(readings("rain/01.txt", outer, inner, short))["statements"].hit == 3
    shorter = replace(third, content=(at("It did"),))  # 6 of 25: F1 is 12/31
    assert gold.measure(readings("rain/01.txt", outer, inner, shorter))["statements"].hit == 2


def test_a_nested_statement_must_stand_in_the_right_one(gold, perfect):
    outer, inner, third = perfect
    assert gold.measure(readings("rain/01.txt", outer, replace(inner, nested_in=None), third))["nested"] == Score(
        0, 0, 1
    )
    assert gold.measure(readings("rain/01.txt", outer, replace(inner, nested_in=third.id), third))["nested"] == Score(
        0, 1, 1
    )


def test_thoughts_are_left_out(gold, perfect):
    outer, inner, third = perfect
    scores = gold.measure(readings("rain/01.txt", outer, inner, replace(third, kind=Kind.THOUGHT)))
    assert scores["statements"] == Score(2, 2, 3)


def test_a_missing_source_is_not_found_and_not_wrong(gold, perfect):
    outer, inner, third = perfect
    assert gold.measure(readings("rain/01.txt", replace(outer, source=None), third))["source"] == Score(1, 1, 2)
    assert inner.source is not None


def test_a_story_without_its_text_is_named(tmp_path, gold):
    (tmp_path / "01.txt").unlink()
    with pytest.raises(EvaluationError, match="found a story that cannot be read"):
        stories.load([tmp_path], "stories", "one story")
