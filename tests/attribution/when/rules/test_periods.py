from __future__ import annotations

from datetime import date

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales fell in the third quarter from the same period last year.",
            [("the third quarter", "2030-Q3"), ("the same period last year", "2029-Q3")],
        ),
        (
            "Sales fell in February from the same period a year earlier.",
            [("February", "2031-02"), ("the same period a year earlier", "2030-02")],
        ),
        (
            "Profit rose in the third quarter. Last year's quarter was poor, the 2028 quarter worse.",
            [("the third quarter", "2030-Q3"), ("Last year's quarter", "2029-Q3"), ("the 2028 quarter", "2028-Q3")],
        ),
        ("Loans fell compared with the same month last year.", [("the same month last year", "2030")]),
        (
            "Profit rose in the third quarter. For the nine months it was $4 million, from $3 million a year earlier.",
            [("the third quarter", "2030-Q3"), ("nine months", "P9M"), ("a year earlier", "2030")],
        ),
        (
            "The loss for the third quarter narrowed from a year earlier on good weather.",
            [("the third quarter", "2030-Q3"), ("a year earlier", "2029-Q3")],
        ),
    ],
)
def test_what_figures_are_compared_with_is_as_long_as_what_was_named(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in the quarter ended Sept. 30.", [("the quarter", "2030-Q3"), ("Sept. 30", "2030-09-30")]),
        ("Sales rose in the December quarter.", [("the December quarter", "2030-Q4")]),
        ("Sales fell in the last half of 2029.", [("the last half of 2029", "2029-H2")]),
        ("The shop will open in the fourth quarter.", [("the fourth quarter", "2031-Q4")]),
        ("The firm will report a loss for the fourth quarter.", [("the fourth quarter", "2030-Q4")]),
    ],
)
def test_a_quarter_is_known_by_its_end_its_month_or_what_happens_in_it(read, text, expected):
    assert read(text) == expected


def test_the_same_period_is_what_was_named(read):
    text = "Exports rose in February, while imports in the same period fell."
    assert read(text) == [("February", "2031-02"), ("the same period", "2031-02")]
    assert read("The yard will be closed for the same period.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Profit fell in the third quarter. After a flat second quarter it had risen.\n\nIn the year-ago period it rose.",
            [("the third quarter", "2030-Q3"), ("second quarter", "2030-Q2"), ("the year-ago period", "2029-Q3")],
        ),
        (
            "Profit fell in the third quarter. It will fall in the first quarter.\n\nIn the year-ago period it rose.",
            [("the third quarter", "2030-Q3"), ("the first quarter", "2031-Q1"), ("the year-ago period", "2029-Q3")],
        ),
        (
            "Profit fell in the third quarter. In the second quarter it was $4 million, from $3 million a year ago.",
            [("the third quarter", "2030-Q3"), ("the second quarter", "2030-Q2"), ("a year ago", "2029-Q2")],
        ),
        (
            "Profit fell in the third quarter. In 2029 it rose to $4 million from $3 million a year earlier.",
            [("the third quarter", "2030-Q3"), ("2029", "2029"), ("a year earlier", "2028")],
        ),
    ],
)
def test_figures_are_of_the_latest_quarter_that_is_over(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in the October-December quarter.", [("the October-December quarter", "2030-Q4")]),
        (
            "Sales rose in the July to September quarter of 2029.",
            [("the July to September quarter of 2029", "2029-Q3")],
        ),
        ("Sales rose in the April-June 2029 quarter.", [("the April-June 2029 quarter", "2029-Q2")]),
        ("Sales rose in the July-December period.", [("the July-December period", "2030-H2")]),
    ],
)
def test_three_months_of_the_calendar_are_their_quarter(read, text, expected):
    assert read(text) == expected


def test_months_that_are_no_quarter_of_the_calendar_are_themselves(read):
    assert read("Sales rose in the February-April 2029 quarter.")[0] == ("February", "2029-02")


def test_a_quarter_called_by_its_number_alone_is_the_one_so_called_before(read):
    text = "The mill lost money in the first quarter. In the first quarter of 2028 it did not. It will open a shop in the first quarter."
    assert read(text, date(2031, 12, 20)) == [
        ("the first quarter", "2031-Q1"),
        ("the first quarter of 2028", "2028-Q1"),
        ("the first quarter", "2031-Q1"),
    ]


def test_the_half_of_a_game_or_of_an_hour_is_none_of_a_year(read):
    assert read("She scored early in the second half.") == []
    assert read("It won in the final half hour.") == [("half hour", "PT30M")]
