from __future__ import annotations

import pytest

from onrecord.articles.dates import find_date, parse_date, parse_page_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2017-02-10", "2017-02-10"),
        (" 2017-02-10T09:21 ", "2017-02-10T09:21"),
        ("2017-02-10 09:21:00", "2017-02-10T09:21:00"),
        ("2017-02-10T09:21:00Z", "2017-02-10T09:21:00Z"),
        ("2017-02-10T09:21:00-0500", "2017-02-10T09:21:00-05:00"),
        ("Fri, 10 Feb 2017 09:21:00 -0500", "2017-02-10T09:21:00-05:00"),
        ("February 10, 2017", "2017-02-10"),
        ("Friday, Feb. 3rd, 2017", "2017-02-03"),
        ("10 September 2017", "2017-09-10"),
        ("February 10, 2017 9:21 PM", "2017-02-10T21:21"),
        ("Feb 10 2017 12:30 AM", "2017-02-10T00:30"),
        ("Feb. 10, 2017, at 12:30 p.m. EST", "2017-02-10T12:30-05:00"),
        ("10 February 2017 21:21", "2017-02-10T21:21"),
        ("Fri Feb 10 2017 09:21:00 GMT-0500 (EST)", "2017-02-10T09:21:00-05:00"),
        ("Fri, 10 Feb 2017 09:21:00 GMT", "2017-02-10T09:21:00Z"),
        ("Fri, 10 Feb 2017 09:21 +0530 (somewhere)", "2017-02-10T09:21+05:30"),
        ("Fri Feb 10 09:21:00 2017", "2017-02-10T09:21:00"),
        ("Fri Feb 10 09:21:00 +0000 2017", "2017-02-10T09:21:00+00:00"),
    ],
)
def test_a_date_keeps_the_precision_of_its_source(written: str, expected: str) -> None:
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "February 10, 2017 9:21 PM ET",
        "February 10, 2017 9:21 PM (updated 11:05 PM)",
        "February 10, 2017, 9 p.m.",
        "February 10, 2017 21:21 PM",
        "February 10, 2017 25:21",
        "Fri, 10 Feb 2017 09:21:00 -9900",
        "Fri Feb 10 09:21:00 BRST 2017",
    ],
)
def test_of_a_time_that_is_not_wholly_understood_the_day_remains(written: str) -> None:
    assert parse_date(written) == "2017-02-10"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "February 10, 2017 or so",
        "February 10, 20171",
        "30 Feb 2017 09:21",
        "02/10/2017",
        "2017",
        "2017-02",
        "2017-02-30",
        "2017-02-10T25:00",
        "last Friday",
        "0999-01-01",
        "20170210",
    ],
)
def test_what_is_no_certain_day_is_no_date(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00"])
def test_the_stamps_of_publishing_systems_for_no_date_are_none(stamp: str) -> None:
    assert parse_page_date(stamp) is None


def test_the_first_date_in_a_line_is_found() -> None:
    assert find_date("Updated: 5 March 2021, 10:15 (first published March 4, 2021)") == "2021-03-05"
    assert find_date("Updated this morning") is None
