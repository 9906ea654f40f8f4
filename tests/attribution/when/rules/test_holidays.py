from __future__ import annotations

from datetime import date

import pytest

from onrecord.attribution.when.rules.holidays import easter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at Christmas.", [("Christmas", "2030-12-25")]),
        ("They will meet at Christmas.", [("Christmas", "2031-12-25")]),
        ("They met last Thanksgiving.", [("last Thanksgiving", "2030-11-28")]),
        ("They meet on Good Friday.", [("Good Friday", "2031-04-11")]),
        ("They met on Easter Monday 2030.", [("Easter Monday 2030", "2030-04-22")]),
        ("They meet on Labor Day next year.", [("Labor Day next year", "2032-09-06")]),
        ("They met on St. Patrick’s Day 2030.", [("St. Patrick’s Day 2030", "2030-03-17")]),
        ("They sold Christmas trees.", []),
    ],
)
def test_a_holiday_is_the_nearest_unless_a_word_or_a_verb_says_otherwise(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "day", [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2024, 3, 31), date(2031, 4, 13)]
)
def test_easter_is_where_the_calendar_of_the_churches_has_it(day):
    assert easter(day.year) == day


def test_a_thanksgiving_service_is_held_on_any_day(read):
    assert read("He spoke at a thanksgiving service.") == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2030, 7, 1), "2030-11-05"),
        (date(2031, 12, 20), "2032-11-02"),
        (date(2031, 10, 20), "2031-11-04"),
        (date(2031, 3, 1), "2030-11-05"),
    ],
)
def test_election_day_is_of_an_even_year_unless_that_of_an_odd_one_is_near(meaning_of, published, expected):
    assert meaning_of("They voted on Election Day.", published).value == expected
