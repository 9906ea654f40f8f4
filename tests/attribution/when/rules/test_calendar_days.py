from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The accord of 2029-11-30 holds.", [("2029-11-30", "2029-11-30")]),
        ("It was signed 11/30/2029.", [("11/30/2029", "2029-11-30")]),
        ("It was signed 30/11/2029.", [("30/11/2029", "2029-11-30")]),
        ("She was born on 4 July 1998 in Hull.", [("4 July 1998", "1998-07-04")]),
        ("She was born Saturday, July 4, 1998, in Hull.", [("Saturday, July 4, 1998", "1998-07-04")]),
        ("On the second of August 2030 it sank.", [("the second of August 2030", "2030-08-02")]),
        ("The stamp says 05-Aug-2030.", [("05-Aug-2030", "2030-08-05")]),
        ("The war of 5 December 1391 is forgotten.", [("5 December 1391", "1391-12-05")]),
    ],
)
def test_a_day_with_its_year_is_that_day_however_it_is_written(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire broke out on Feb. 27.", [("Feb. 27", "2031-02-27")]),
        ("The fire broke out on Oct. 30.", [("Oct. 30", "2030-10-30")]),
        ("The trial began on Aug. 20.", [("Aug. 20", "2030-08-20")]),
        ("The trial will begin on Aug. 20.", [("Aug. 20", "2031-08-20")]),
        ("The clerk will testify on Dec. 9.", [("Dec. 9", "2031-12-09")]),
        ("Dover, March 9 -- The quay is closed.", [("March 9", "2031-03-09")]),
        ("He died last Oct. 23.", [("last Oct. 23", "2030-10-23")]),
        ("Tuesday, Dec. 9, is a holiday in Hull.", [("Tuesday, Dec. 9", "2031-12-09")]),
    ],
)
def test_a_day_without_its_year_is_the_nearest_unless_a_verb_says_otherwise(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit opens May 5-7 in Dover.", [("May 5-7", "2031-05-05/2031-05-07")]),
        ("From 9 to 12 June the quay is closed.", [("9 to 12 June", "2031-06-09/2031-06-12")]),
    ],
)
def test_several_days_are_one_span(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hearing is at 5 p.m. EST, April 6.", [("at 5 p.m. EST, April 6", "2031-04-06T17:00")]),
        ("The hearing is on April 6 at 9:30 a.m.", [("April 6 at 9:30 a.m.", "2031-04-06T09:30")]),
    ],
)
def test_a_time_of_the_clock_belongs_to_the_day_beside_it(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Feb. 4 and again on the 5th.", [("Feb. 4", "2031-02-04"), ("the 5th", "2031-02-05")]),
        ("He paid on the 20th of last month.", [("the 20th of last month", "2031-02-20")]),
        ("On the first Friday of April the toll ends.", [("the first Friday of April", "2031-04-04")]),
        ("The board meets on the last Monday of the month.", [("the last Monday of the month", "2031-03-31")]),
    ],
)
def test_a_day_of_a_month_that_is_not_named_counts_from_what_is_known(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The week of March 17 will be quiet.", [("The week of March 17", "2031-W12")]),
        ("The weekend of 22 March will be loud.", [("The weekend of 22 March", "2031-W12-WE")]),
    ],
)
def test_the_week_of_a_day_is_a_week(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Form 13/13/2030 and form 2030-02-30 were lost.", []),
        ("It says February 30.", []),
    ],
)
def test_what_the_calendar_lacks_is_no_day(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on April 24 and 25 in town.", [("April 24", "2031-04-24"), ("25", "2031-04-25")]),
        ("They will meet on April 3, 4 and 5.", [("April 3", "2031-04-03"), ("4", "2031-04-04"), ("5", "2031-04-05")]),
        ("They will meet on April 24 and 25 boats came.", [("April 24", "2031-04-24")]),
        ("They meet this Friday, March 7.", [("this Friday, March 7", "2031-03-07")]),
    ],
)
def test_days_that_are_listed_are_one_each(read, text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The nets must be counted and landed by September 30.", "2031-09-30"),
        ("The licence matures on September 30.", "2031-09-30"),
        ("Figures reflect the split effective October 30.", "2030-10-30"),
        ("The new toll, effective June 1, is low.", "2031-06-01"),
        ("The mill was a unit of the mine until May 30, when a bank bought it.", "2030-05-30"),
        ("The wall, which fell into the sea on May 30, was old.", "2030-05-30"),
        ("It was the warmest day since they began to count on May 30.", "2030-05-30"),
    ],
)
def test_what_expires_lies_ahead_and_what_a_clause_fills_in_behind(read, text, value):
    assert [found for words, found in read(text) if words[-1].isdigit()] == [value]


def test_a_day_number_behind_on_may_go_before_what_was_said(read):
    assert read("She said on the 5th that it sank.") == [("the 5th", "2031-03-05")]
    assert read("She lives on the 5th floor.") == []
