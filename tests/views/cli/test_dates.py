from __future__ import annotations

import json

import pytest

STORY = "The mayor said Tuesday that the quay had closed. A day later, just weeks before the vote, she denied it."


@pytest.fixture
def story(folder):
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return "story.txt"


def test_each_expression_is_told_with_its_words_its_days_and_what_it_is_reckoned_from(call, story):
    answer = call("dates", story, "--published", "2031-03-06")
    assert answer.exit_code == 0
    rows = [line.split() for line in answer.stdout.splitlines()]
    assert rows[1] == ["Tuesday", "DATE", "2031-03-04", "2031-03-04", "2031-03-04", "publication", "story.txt"]
    assert rows[2] == ["A", "day", "later", "DATE", "2031-03-05", "2031-03-05", "2031-03-05", "previous", "story.txt"]
    assert rows[3] == ["just", "weeks", "before", "DURATION", "PXW", "event", "story.txt"]
    assert answer.stderr == "3 time expressions found.\n"


def test_the_answer_for_programs_has_spans_that_are_slices_and_intervals_or_null(call, story):
    found = json.loads(call("dates", story, "--published", "2031-03-06", "--json").stdout)["dates"]
    assert found[0] == {
        "article_ref": "story.txt",
        "start": 15,
        "end": 22,
        "text": "Tuesday",
        "type": "DATE",
        "value": "2031-03-04",
        "interval": {"start": "2031-03-04", "end": "2031-03-04", "granularity": "day"},
        "modifier": None,
        "anchor": "publication",
        "rule": "weekday",
    }
    assert all(each["text"] == STORY[each["start"] : each["end"]] for each in found)
    assert [each["interval"] is None for each in found] == [False, False, True]


def test_an_article_that_says_when_it_was_published_needs_no_option(call, articles):
    answer = json.loads(call("dates", str(articles), "--published", "1998-01-01", "--json").stdout)["dates"]
    assert [(each["article_ref"], each["text"], each["value"]) for each in answer] == [
        ("harbour-2", "A day later", "XXXX"),
        ("harbour-1", "May", "2030-05"),
        ("harbour-1", "Tuesday", "2031-03-04"),
        ("undated", "all day", "P1D"),
    ]


def test_without_a_day_of_publication_relative_expressions_stay_open(call, story):
    found = json.loads(call("dates", story, "--json").stdout)["dates"]
    assert [each["value"] for each in found] == ["XXXX-WXX-2", "XXXX", "PXW"]


def test_what_cannot_be_read_is_said_and_the_rest_is_told(call, story):
    answer = call("dates", "nowhere.txt", story, "--published", "2031-03-06", "--json")
    assert answer.exit_code == 1
    told = json.loads(answer.stdout)
    assert [each["ref"] for each in told["unread"]] == ["nowhere.txt"]
    assert len(told["dates"]) == 3
    assert "nowhere.txt" in call("dates", "nowhere.txt").stderr


def test_nothing_is_kept(call, story, folder):
    call("dates", story, "--published", "2031-03-06")
    assert {path.name for path in folder.iterdir()} == {story}


def test_a_day_of_publication_that_is_none_is_wrong_use(call, story):
    answer = call("dates", story, "--published", "soon")
    assert answer.exit_code == 2
    assert "soon" in answer.stderr
