from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took two years.", [("two years", "P2Y")]),
        ("It was a five-hour walk.", [("five-hour", "PT5H")]),
        ("It took 2 1/2 hours.", [("2 1/2 hours", "PT2H30M")]),
        ("It took a year and a half.", [("a year and a half", "P1Y6M")]),
        ("It took half an hour.", [("half an hour", "PT30M")]),
        ("It took two decades.", [("two decades", "P20Y")]),
        ("It took a fortnight.", [("a fortnight", "P2W")]),
        ("It took several months.", [("several months", "PXM")]),
        ("It took years.", [("years", "PXY")]),
        ("It rained all day.", [("all day", "P1D")]),
        ("It was a week-long fast.", [("a week-long", "P1W")]),
    ],
)
def test_lengths_are_read_in_figures_and_in_words(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $5 a week.", [("a week", "P1W")]),
    ],
)
def test_a_price_for_a_time_is_a_set(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "modifier"),
    [("about 30 minutes", "APPROX"), ("more than two years", "MORE_THAN"), ("up to ten days", "EQUAL_OR_LESS")],
)
def test_how_exact_a_length_is_meant_is_its_modifier(meaning_of, text, modifier):
    assert meaning_of(f"It took {text}.").modifier == modifier


def test_the_past_months_end_and_the_next_weeks_begin_at_publication(meaning_of):
    past, ahead = meaning_of("over the past three months").days, meaning_of("in the next two weeks").days
    assert (past.start.isoformat(), past.end.isoformat()) == ("2030-12-06", "2031-03-06")
    assert (ahead.start.isoformat(), ahead.end.isoformat()) == ("2031-03-06", "2031-03-20")
