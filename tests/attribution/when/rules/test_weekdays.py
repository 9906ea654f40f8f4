from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met Tuesday.", [("Tuesday", "2031-03-04")]),
        ("The council met Thursday.", [("Thursday", "2031-03-06")]),
        ("The council will meet Tuesday.", [("Tuesday", "2031-03-11")]),
        ("He said Thursday that he would return Friday.", [("Thursday", "2031-03-06"), ("Friday", "2031-03-07")]),
        ("Gale on Friday", [("Friday", "2031-02-28")]),
    ],
)
def test_a_weekday_is_the_last_one_or_today_unless_a_verb_says_that_it_lies_ahead(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank last Thursday.", [("last Thursday", "2031-02-27")]),
        ("It sails next Friday.", [("next Friday", "2031-03-14")]),
        ("It sails this Sunday.", [("this Sunday", "2031-03-09")]),
        ("It sails Monday of next week.", [("Monday of next week", "2031-03-10")]),
        (
            "On Feb. 4 it sank; the following Friday it was raised.",
            [("Feb. 4", "2031-02-04"), ("the following Friday", "2031-02-07")],
        ),
    ],
)
def test_last_and_next_are_said_from_the_week_of_publication(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank late Monday night.", [("late Monday night", "2031-03-03TNI")]),
        ("The ferry sank at 4 p.m. Tuesday.", [("at 4 p.m. Tuesday", "2031-03-04T16:00")]),
        ("The ferry sank Tuesday at noon.", [("Tuesday at noon", "2031-03-04T12:00")]),
    ],
)
def test_a_part_or_a_time_of_the_day_belongs_to_it(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet every Tuesday.", [("every Tuesday", "XXXX-WXX-2")]),
        ("They meet on Sundays.", [("Sundays", "XXXX-WXX-7")]),
        ("They met Monday nights.", [("Monday nights", "XXXX-WXX-1TNI")]),
        ("Mass is at 9 a.m. on Sundays.", [("at 9 a.m. on Sundays", "XXXX-WXX-7T09:00")]),
    ],
)
def test_weekdays_again_and_again_are_a_set(read, text, expected):
    assert read(text) == expected
