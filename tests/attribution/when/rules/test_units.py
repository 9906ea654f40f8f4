from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank last week.", [("last week", "2031-W09")]),
        ("It sank earlier this week.", [("earlier this week", "2031-W10")]),
        ("It sank this month.", [("this month", "2031-03")]),
        ("It sails next year.", [("next year", "2032")]),
        ("It sank over the weekend.", [("over the weekend", "2031-W09-WE")]),
        ("It will sail over the weekend.", [("over the weekend", "2031-W10-WE")]),
        ("It sails by the end of the year.", [("the end of the year", "2031")]),
        ("It was slow over the past decade.", [("the past decade", "P10Y")]),
        ("The year ended March 31 was good.", [("The year", "P1Y"), ("March 31", "2030-03-31")]),
    ],
)
def test_this_last_and_next_are_seen_from_publication(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 3, 2029, it opened. That year it closed.", [("May 3, 2029", "2029-05-03"), ("That year", "2029")]),
        (
            "On May 3, 2029, it opened. The following week it closed.",
            [("May 3, 2029", "2029-05-03"), ("The following week", "2029-W19")],
        ),
        (
            "On May 3, 2029, it opened. That year was wet. The next day it closed.",
            [("May 3, 2029", "2029-05-03"), ("That year", "2029"), ("The next day", "2029-05-04")],
        ),
        ("In 2029 it opened. The following week it closed.", [("2029", "2029"), ("The following week", "XXXX-WXX")]),
    ],
)
def test_that_and_following_are_seen_from_what_the_text_named_last(read, text, expected):
    assert read(text) == expected


def test_the_rest_of_the_year_begins_at_publication(meaning_of):
    days = meaning_of("It is closed for the rest of the year.").days
    assert (days.start.isoformat(), days.end.isoformat()) == ("2031-03-06", "2031-12-31")


def test_later_in_the_day_is_of_the_day_that_the_text_named_last(read):
    assert read("She sailed on Tuesday. Later in the day the fog came.") == [
        ("Tuesday", "2031-03-04"),
        ("Later in the day", "2031-03-04"),
    ]


def test_a_programme_is_no_week(read):
    assert read('She spoke on "This Week" to viewers.') == []
    assert read("She spoke this week to viewers.") == [("this week", "2031-W10")]


def test_the_year_to_the_end_of_a_month_is_a_length(read):
    assert read("The deficit was small in the year to end-March 2030.") == [
        ("the year", "P1Y"),
        ("March 2030", "2030-03"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The arrest last week of a clerk surprised many.", [("last week", "2031-W09")]),
        ("The release last year of six sailors was welcomed.", [("last year", "2030")]),
        ("It happened in the last week of July.", [("July", "2030-07")]),
    ],
)
def test_last_week_behind_a_noun_is_a_week_and_the_last_week_of_a_month_is_not(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank sold its shares at the end of the year.", "2030"),
        ("The bank had losses at year-end.", "2030"),
        ("The bank had losses at year-end 2028.", "2028"),
        ("The bank will sell its shares at the end of the year.", "2031"),
        ("The bank said it sold shares, to be delivered by the end of the year.", "2031"),
    ],
)
def test_the_end_of_a_year_told_of_in_the_first_months_of_another_is_that_of_the_last(meaning_of, text, expected):
    assert meaning_of(text).value == expected


def test_a_year_explained_is_the_one_just_named(read):
    assert read("He fled in 2020, the year the mill burned down.") == [("2020", "2020"), ("the year", "2020")]


def test_somebody_of_the_year_is_no_year(read):
    assert read("She was the Baker of the Year, he said.") == []
