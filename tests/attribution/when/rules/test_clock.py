from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left at 9:30 a.m.", [("at 9:30 a.m.", "2031-03-06T09:30")]),
        ("It left at 12:15 a.m.", [("at 12:15 a.m.", "2031-03-06T00:15")]),
        ("It left at 12:15 p.m. EST.", [("at 12:15 p.m. EST", "2031-03-06T12:15")]),
        ("It left around 4 in the morning.", [("around 4 in the morning", "2031-03-06T04:00")]),
        ("It left at ten at night.", [("at ten at night", "2031-03-06T22:00")]),
        ("It left at seven o’clock.", [("at seven o’clock", "2031-03-06T07:00")]),
        ("It left at midnight.", [("at midnight", "2031-03-06T24:00")]),
        ("It left at 18:00 GMT.", [("at 18:00 GMT", "2031-03-06T18:00")]),
        ("It left at 1630 hours.", [("at 1630 hours", "2031-03-06T16:30")]),
        ("It left at 0215 UTC.", [("at 0215 UTC", "2031-03-06T02:15")]),
    ],
)
def test_times_of_the_clock_are_read_with_their_half_of_the_day(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It came on March 3 and left, they say, at 9:30 a.m.",
            [("March 3", "2031-03-03"), ("at 9:30 a.m.", "2031-03-03T09:30")],
        ),
    ],
)
def test_a_time_belongs_to_the_day_that_the_text_named_last(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It scored 14:75 and 25:10.", []),
        ("He bet 31 p.m. on it.", []),
    ],
)
def test_what_no_clock_shows_is_no_time(read, text, expected):
    assert read(text) == expected


def test_the_same_time_elsewhere_belongs_to_it(read):
    assert read("It blew at 10:35 a.m. (0735 GMT) Tuesday.") == [
        ("at 10:35 a.m. (0735 GMT) Tuesday", "2031-03-04T10:35")
    ]


def test_a_time_in_a_paragraph_of_its_own_is_of_the_day_of_publication(read):
    assert read("She left on Monday.\n\n10.11am Rees adds a word.")[1] == ("10.11am", "2031-03-06T10:11")
