"""The evaluation of directions: what it takes away, what it counts as right, and what counts at all."""

from __future__ import annotations

import json
from datetime import date
from types import ModuleType

import pytest
from scripts import load_script

THURSDAY = date(2031, 3, 6)


@pytest.fixture(scope="module")
def directions() -> ModuleType:
    return load_script("evaluation/directions.py")


def test_what_makes_a_day_full_is_taken_away_and_its_day_is_kept(directions):
    (case,) = directions.cases_of("The council will meet on Monday, March 10, at noon.", THURSDAY)
    assert case.text == "The council will meet on Monday, at noon."
    assert (case.text[case.start : case.end], case.begins, case.side) == ("Monday", date(2031, 3, 10), "ahead")
    assert case.is_right


def test_what_is_read_otherwise_is_wrong(directions):
    (case,) = directions.cases_of("Nobody met on Monday, March 10.", THURSDAY)
    assert not case.is_right


def test_days_that_lie_far_off_are_no_cases(directions):
    assert list(directions.cases_of("It opened on Monday, March 18, 2030, and in May 1998.", THURSDAY)) == []


def test_a_passage_that_stands_twice_counts_once(directions, tmp_path, capsys):
    row = {"text": "Sales rose in August 2030.", "published": "2031-03-06"}
    path = tmp_path / "articles.jsonl"
    path.write_text(f"{json.dumps(row)}\n{json.dumps(row)}\n")
    assert directions.main([str(path)]) == 0
    assert "1 of 1" in capsys.readouterr().out
