from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit fell in the third quarter.", [("the third quarter", "2030-Q3")]),
        ("Profit fell in the first quarter.", [("the first quarter", "2031-Q1")]),
        ("The port expects to post a loss for the fourth quarter.", [("the fourth quarter", "2030-Q4")]),
        ("The bridge will open in the third quarter.", [("the third quarter", "2031-Q3")]),
        ("Profit fell in the final quarter of 2029.", [("the final quarter of 2029", "2029-Q4")]),
        ("The 2029 second quarter was good.", [("The 2029 second quarter", "2029-Q2")]),
        ("Last year's first half was good.", [("Last year's first half", "2030-H1")]),
        ("Q3 2029 was good, H1 2030 was not.", [("Q3 2029", "2029-Q3"), ("H1 2030", "2030-H1")]),
    ],
)
def test_a_quarter_or_a_half_is_the_last_that_has_begun_unless_the_text_says_otherwise(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit fell in the quarter.", [("the quarter", "2030-Q4")]),
        ("Profit rose this quarter.", [("this quarter", "2031-Q1")]),
        (
            "Profit fell in the third quarter. In the year-ago period it rose.",
            [("the third quarter", "2030-Q3"), ("the year-ago period", "2029-Q3")],
        ),
        (
            "Profit fell in the third quarter to $4 million from $6 million a year earlier.",
            [("the third quarter", "2030-Q3"), ("a year earlier", "2029-Q3")],
        ),
    ],
)
def test_a_quarter_without_a_number_is_seen_from_the_one_that_was_named(read, text, expected):
    assert read(text) == expected
